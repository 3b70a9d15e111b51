//! Guards the accuracy of the bundled weights on a treebank they were not trained on.

use super::super::SEARCH;
use super::super::reader::WEIGHTS;
use super::super::train::{self, Score};

#[test]
fn subjects_and_objects_of_news_are_found() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/treebank");
    let mut all = Score::default();
    for name in ["pud-news.conllu", "gum-test-news.conllu"] {
        let Ok(text) = std::fs::read_to_string(format!("{folder}/{name}")) else {
            println!("skipped: no {name} beside the project");
            return;
        };
        let score = train::against_universal(WEIGHTS, &train::read(&text), SEARCH).expect("the weights are in order");
        println!("{name}: {score}");
        all = all.plus(score);
    }
    assert!(all.pairs_gold > 300, "{all}");
    assert!(all.precision() > 0.87 && all.recall() > 0.87, "{all}");
    assert!(all.tags * 100 > all.n_tokens * 95, "{all}");
}
