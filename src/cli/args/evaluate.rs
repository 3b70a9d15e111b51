//! Arguments of `evaluate`.

use crate::evaluate::part::Part;
use clap::Args;
use std::path::PathBuf;

/// Arguments of `evaluate`.
#[derive(Args, Debug)]
#[command(after_long_help = "\
Gold is JSON lines of five forms, in any mixture of files:
  pairs      {\"id\",\"text\",\"events\":[{\"source\":\"PERGOV\",\"target\":\"CHL\",\"plover\":\"CONSULT\"}]}
  class      {\"id\",\"text\",\"source\":\"words\",\"target\":\"words\",\"plover\":\"CONSULT\"}
  negatives  {\"id\",\"text\",\"relevant_votes\":0,\"events\":[]}
  article    {\"id\",\"text\",\"published\",\"title\"?}
  expected   {\"article\",\"events\":[{\"types\",\"actors\",\"recipients\",\"occurred\",\"mutual\"}],\
\"forbidden\",\"states\":[{\"at\",\"a\",\"b\",\"dimension\",\"states\",\"from\"?,\"topic\"?,\"since\"?}]}
Sentences may carry a \"date\". Texts are coded as `extract` codes them; states are those of `at` over all articles.")]
pub struct EvaluateArgs {
    /// Files of gold, one JSON object a line; - reads stdin
    #[arg(required = true, value_name = "GOLD")]
    pub paths: Vec<PathBuf>,
    /// Print this many misses of each kind
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub misses: usize,
    /// Print which class was taken for which
    #[arg(long)]
    pub confusion: bool,
    /// Score only part K of N, chosen by a hash of the id: what was held out
    #[arg(long, value_name = "K/N", conflicts_with = "without")]
    pub holdout: Option<Part>,
    /// Score all but part K of N: what may be looked at
    #[arg(long, value_name = "K/N")]
    pub without: Option<Part>,
}
