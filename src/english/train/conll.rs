//! Treebank sentences in the ten-column CoNLL format.

use crate::english::tag::{Label, Tag};

/// One sentence of a treebank.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// The words as written.
    pub forms: Vec<String>,
    /// Their tags.
    pub tags: Vec<Tag>,
    /// Their heads, `None` for the root.
    pub heads: Vec<Option<usize>>,
    /// Their labels; `Dep` where the treebank uses another scheme.
    pub labels: Vec<Label>,
    /// The labels as the treebank writes them.
    pub names: Vec<String>,
}

/// Returns the sentences of a treebank; lines that are no words (comments, ranges, empty nodes) are left out.
pub fn read(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    for line in text.lines().chain([""]) {
        if line.is_empty() {
            if !sentence.forms.is_empty() {
                sentences.push(std::mem::take(&mut sentence));
            }
            continue;
        }
        let columns = line.split('\t').collect::<Vec<_>>();
        let (Some(id), Some(form), Some(tag), Some(head), Some(label)) =
            (columns.first(), columns.get(1), columns.get(4), columns.get(6), columns.get(7))
        else {
            continue;
        };
        if id.parse::<usize>().is_err() {
            continue;
        }
        sentence.forms.push((*form).to_owned());
        sentence.tags.push(Tag::from_name(tag).unwrap_or(Tag::Xx));
        sentence.heads.push(head.parse::<usize>().ok().and_then(|head| head.checked_sub(1)));
        sentence.labels.push(Label::from_name(label).unwrap_or(Label::Dep));
        sentence.names.push((*label).to_owned());
    }
    sentences
}
