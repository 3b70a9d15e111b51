//! Modes and aspects, sentence by sentence.

use super::{Tense, read};
use crate::english::Document;
use crate::english::English;
use crate::model::category::Mode;
use crate::ontology::lexicon::{self, Lexicon};
use std::fmt::Write as _;

fn token_of(document: &Document, word: &str) -> (usize, usize) {
    for (number, sentence) in document.sentences().iter().enumerate() {
        if let Some(index) = sentence.tokens.iter().position(|token| &*token.text == word) {
            return (number, index);
        }
    }
    panic!("{word:?} is not in the text");
}

fn read_word(lexicon: &Lexicon, english: &English, text: &str, word: &str, performative: bool) -> super::Reading {
    let document = english.read(text);
    let (sentence, index) = token_of(&document, word);
    read(&document.sentences()[sentence], index, &lexicon.mode, performative)
}

#[test]
fn the_examples_of_the_lexicon_come_out_as_they_say() {
    let (lexicon, english) = (lexicon::shipped(), English::bundled());
    let mut wrong = String::new();
    for (text, act, mode) in lexicon.mode.examples() {
        let reading = read_word(&lexicon, &english, text, act, false);
        if reading.mode != *mode {
            let _ = writeln!(wrong, "{text} [{act}] {} instead of {mode}: {:?}", reading.mode, reading.why);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Sentence, word of the act, mode, aspect, classes of governors, tense.
const CASES: &[(&str, &str, &str)] = &[
    ("Peru has not lifted its sanctions against Ghana.", "lifted", "negated - [negation] PresentPerfect"),
    ("Peru did not recall its ambassador.", "recall", "negated - [negation] Past"),
    ("Peru never recognized the island.", "recognized", "negated - [negation] Past"),
    ("Peru has no plans to open an embassy in Accra.", "open", "negated - [refusal] Present"),
    ("Ghana will impose sanctions on Peru.", "impose", "planned - [future] Future"),
    ("Ghana will not impose sanctions on Peru.", "impose", "negated - [refusal] Future"),
    ("Ghana may impose sanctions on Peru.", "impose", "conditional - [possibility] Absent"),
    ("Ghana said it would withdraw from the treaty.", "withdraw", "planned - [future speech] FutureInPast"),
    ("Ghana is set to withdraw from the treaty.", "withdraw", "planned - [schedule] Present"),
    ("Ghana refused to hold talks with Peru.", "talks", "negated - [refusal] Past"),
    ("Ghana refused to rule out a strike on Peru.", "strike", "conditional - [refusal refusal] Past"),
    ("Ghana agreed to resume talks with Peru.", "talks", "planned resume [resume agreement] Past"),
    ("Ghana has resumed talks with Peru.", "talks", "actual resume [resume] PresentPerfect"),
    ("If Peru attacks the port, Ghana will respond.", "attacks", "conditional - [condition] Present"),
    ("If Peru attacks the port, Ghana will respond.", "respond", "conditional - [future condition] Future"),
    ("Ghana signed the accord without consulting Peru.", "consulting", "negated - [negation] Absent"),
    ("No agreement was signed in Lima.", "signed", "negated - [negation] Past"),
    ("Neither side signed the agreement.", "signed", "negated - [negation] Past"),
    ("Ghana accused Peru of supplying weapons to rebels.", "supplying", "conditional - [accusation] Past"),
    ("Ghana condemned the invasion of Peru.", "invasion", "actual - [judgment] Past"),
    ("Ghana had expelled the envoy.", "expelled", "actual - [] PastPerfect"),
    ("Peru has supplied weapons to Ghana for decades.", "supplied", "historical - [adverb] PresentPerfect"),
    ("Peru no longer recognizes the island.", "recognizes", "negated stop [adverb] Present"),
    ("Ghana plans to suspend the treaty.", "suspend", "planned - [intention] Present"),
    ("The decision to withdraw the troops angered Peru.", "withdraw", "planned - [decision] Past"),
    ("Peru threatened Ghana with sanctions.", "sanctions", "conditional - [threat] Past"),
    ("Peru vowed to keep supplying arms to Ghana.", "supplying", "planned continue [continue promise] Past"),
    ("Peru and Ghana failed to reach an agreement.", "reach", "negated - [failure] Past"),
    ("Will Ghana attack Peru?", "attack", "conditional - [future question] Future"),
    ("Peru called for the withdrawal of Ghanaian troops.", "withdrawal", "conditional - [call] Past"),
    (
        "Peru still adheres to the course towards signing a treaty.",
        "signing",
        "conditional continue [desire support] Present",
    ),
    ("Ghana will meet Peru after the attack on the port.", "attack", "actual - [] Future"),
    ("Ghana will punish Peru by closing the port.", "closing", "planned - [future] Future"),
    ("Neither has Peru recalled its envoy.", "recalled", "negated - [negation] PresentPerfect"),
    ("At no time did Peru close the border.", "close", "negated - [negation] Past"),
    ("Peru cannot accept the deal.", "accept", "negated - [failure] Absent"),
    ("Peru reiterated a demand that Ghana withdraw its troops.", "withdraw", "conditional - [call] Past"),
    ("Peru renewed its demand that Ghana release the crew.", "release", "conditional resume [call resume] Past"),
    ("Peru reiterated its call for Ghana to withdraw its forces.", "withdraw", "conditional - [call] Past"),
    ("Peru said the border would stay closed until Ghana freed the crew.", "freed", "conditional - [condition] Past"),
    ("Peru will not resume talks unless Ghana withdraws its troops.", "withdraws", "conditional - [condition] Present"),
    ("Peru will keep the sanctions while Ghana occupies the islands.", "occupies", "actual - [condition] Present"),
    ("Peru refused to lift the ban until Ghana frees the crew.", "frees", "conditional - [condition] Present"),
    ("Peru kept the border closed until Ghana freed the crew.", "freed", "actual - [] Past"),
    ("Peru joins the pact once Ghana has ratified it.", "joins", "conditional - [condition] Present"),
    ("Peru joined the pact once Ghana had ratified it.", "joined", "actual - [] Past"),
    ("Peru did not recognise Ghana until 1991.", "recognise", "actual - [] Past"),
    ("Peru did not recognise Ghana in 1991.", "recognise", "negated - [negation] Past"),
    ("The visit to Ghana is off.", "visit", "negated - [cancellation] Absent"),
    ("Peru said it would lift the ban after Ghana freed the crew.", "freed", "actual - [] Past"),
    ("Peru criticised the drills that Ghana holds near the border.", "holds", "historical - [habit] Present"),
    ("Peru reaffirmed its commitment to restoring ties with Ghana.", "restoring", "planned - [promise] Past"),
    ("The accord calls on Peru to withdraw its troops.", "withdraw", "conditional - [call] Absent"),
    ("Ghana has a history of attacking Peru.", "attacking", "historical - [habit] Present"),
    ("Peru criticised the drills that Ghana held near the border.", "held", "actual - [] Past"),
];

#[test]
fn acts_are_read_through_what_governs_them() {
    let (lexicon, english) = (lexicon::shipped(), English::bundled());
    let mut wrong = String::new();
    for (text, act, want) in CASES {
        let reading = read_word(&lexicon, &english, text, act, false);
        let classes: Vec<&str> = reading.classes().map(|class| class.as_str()).collect();
        let aspect = reading.aspect.map_or("-", |aspect| aspect.as_str());
        let got = format!("{} {aspect} [{}] {:?}", reading.mode, classes.join(" "), reading.tense);
        if got != *want {
            let _ = writeln!(wrong, "{text} [{act}]\n   got {got}\n  want {want}\n  {:?}", reading.why);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_is_performed_by_declaring_it_is_actual_when_announced() {
    let (lexicon, english) = (lexicon::shipped(), English::bundled());
    for (text, act, want) in [
        ("Ghana decided to sever ties with Peru.", "sever", Mode::Actual),
        ("Ghana will suspend the treaty.", "suspend", Mode::Actual),
        ("Ghana is expected to suspend the treaty.", "suspend", Mode::Planned),
        ("Ghana may suspend the treaty.", "suspend", Mode::Conditional),
        ("Ghana reaffirmed its commitment to suspending the treaty.", "suspending", Mode::Planned),
        ("Ghana threatened to suspend the treaty.", "suspend", Mode::Conditional),
    ] {
        let reading = read_word(&lexicon, &english, text, act, true);
        assert_eq!(reading.mode, want, "{text} {:?}", reading.why);
    }
}

#[test]
fn a_word_without_tense_takes_that_of_the_word_above() {
    let (lexicon, english) = (lexicon::shipped(), English::bundled());
    let reading = read_word(&lexicon, &english, "Ghana had refused to sign the accord.", "sign", false);
    assert_eq!((reading.mode, reading.tense), (Mode::Negated, Tense::PastPerfect));
}
