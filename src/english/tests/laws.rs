//! What holds for any text.

use proptest::prelude::*;

use super::super::sentence::LONGEST;
use super::super::{Document, English};

/// Checks the invariants of a document.
fn check(text: &str, document: &Document) {
    let mut end = 0;
    for sentence in document.sentences() {
        assert!(!sentence.tokens.is_empty());
        assert!(sentence.tokens.len() <= LONGEST);
        let n_roots = sentence.tokens.iter().filter(|token| token.head.is_none()).count();
        assert_eq!(n_roots, 1, "roots of {:?}", sentence.span.slice(text));
        for (at, token) in sentence.tokens.iter().enumerate() {
            assert_eq!(token.span.slice(text), Some(&*token.text));
            assert!(token.span.start() >= end && !token.span.is_empty(), "order at {:?}", token.text);
            assert!(sentence.span.contains(token.span));
            assert!(token.head.is_none_or(|head| head < sentence.tokens.len()));
            assert!(sentence.ancestors(at).count() < sentence.tokens.len(), "cycle at {:?}", token.text);
            if let Some(quotation) = token.quotation {
                assert!(document.quotations()[quotation].span.contains(token.span));
            }
            end = token.span.end();
        }
    }
    let opens = document.quotations().iter().map(|quotation| quotation.open).collect::<Vec<_>>();
    assert!(opens.is_sorted());
    for quotation in document.quotations() {
        assert!(quotation.span.slice(text).is_some() && quotation.open.slice(text).is_some());
        assert!(quotation.close.is_none_or(|close| close.slice(text).is_some()));
    }
    if let Some(dateline) = document.dateline() {
        assert!(document.sentences().iter().all(|sentence| !sentence.span.overlaps(dateline.span)));
        assert!(dateline.span.slice(text).is_some());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_characters_make_a_document(text in "\\PC{0,200}") {
        check(&text, &English::bundled().read(&text));
    }

    #[test]
    fn marks_and_breaks_in_any_order_make_a_document(
        parts in prop::collection::vec(
            prop_oneof![
                Just("\""), Just("“"), Just("”"), Just("'"), Just("’"), Just("‘"), Just("."), Just("..."), Just("…"),
                Just("?"), Just(","), Just("\n"), Just("\r\n"), Just("\n\n"), Just(" "), Just("\u{a0}"), Just("\u{ad}"),
                Just("-"), Just("—"), Just("--"), Just("("), Just(")"), Just("/"), Just("U.S."), Just("OSLO"), Just("May 3"),
                Just("(AP)"), Just("/TASS/"), Just("Norway's"), Just("can't"), Just("said"), Just("The"), Just("$5bn"),
                Just("10%"), Just("No"), Just("5"), Just("Straße"), Just("Ministère"), Just("北京"), Just("🙂"),
            ],
            0..60,
        )
    ) {
        let text = parts.concat();
        check(&text, &English::bundled().read(&text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn clauses_in_any_order_make_trees(
        parts in prop::collection::vec(
            prop_oneof![
                Just("Peru"), Just("Chile"), Just("a Peruvian fighter"), Just("the envoy"), Just("two envoys"), Just("it"),
                Just("the two"), Just("whose envoy"), Just("that"), Just("which"), Just("who"), Just("shot down a bomber"),
                Just("imposed sanctions on Chile"), Just("signed"), Just("recalled its ambassador"), Just("expelled"),
                Just("said"), Just("told the envoy"), Just("to leave"), Just("had left"), Just("was closed by Peru"),
                Just("accused of spying"), Just("on November 28, 2015"), Just("on Monday"), Just("four days"), Just("after"),
                Just("before"), Just("when"), Just("as soon as"), Just("in Lima"), Just("with immediate effect"),
                Just("at talks in Madrid"), Just("and"), Just(","), Just(", a move"), Just("near the border"), Just("of"),
            ],
            2..16,
        )
    ) {
        let text = parts.join(" ") + ".";
        check(&text, &English::bundled().read(&text));
    }
}

#[test]
fn words_that_rules_hang_under_each_other_make_a_tree() {
    let text = "Peru imposed sanctions on Chile on November 28, 2015, four days after a Chilean fighter shot down a Peruvian \
                bomber near the Bolivian border.";
    check(text, &English::bundled().read(text));
}

#[test]
fn reading_takes_time_linear_in_the_text() {
    let english = English::bundled();
    for unit in ["word ", "'", "\"", "(", ".", "a.b-", "OSLO - ", "'s ", "\n", "“x ", "-", "é"] {
        let text = unit.repeat(30_000 / unit.len());
        let document = english.read(&text);
        check(&text, &document);
    }
}

#[test]
fn the_same_text_gives_the_same_document() {
    let text = "Norway, which borders Russia, closed the crossing. \"We had no choice,\" the minister said.";
    assert_eq!(English::bundled().read(text), English::bundled().read(text));
}
