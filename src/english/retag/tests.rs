//! Each rule on sentences that it puts right, and on those that it must leave alone.

use crate::english::English;
use crate::english::tag::{Label, Tag};

/// Returns the tag of the first token with some text.
fn tag_of(text: &str, word: &str) -> Tag {
    let document = English::bundled().read(text);
    let mut tokens = document.sentences().iter().flat_map(|sentence| &sentence.tokens);
    tokens.find(|token| &*token.text == word).map(|token| token.tag).unwrap()
}

fn check(cases: &[(&str, &str, Tag)]) {
    for (text, word, tag) in cases {
        assert_eq!(tag_of(text, word), *tag, "{word} in {text}");
    }
}

#[test]
fn participles_after_have_are_no_adjectives() {
    check(&[
        ("Israel said it had closed its border with Jordan.", "closed", Tag::Vbn),
        ("Poland said it had closed four crossings with Belarus.", "closed", Tag::Vbn),
        ("Denmark said it had frozen aid to Mali.", "frozen", Tag::Vbn),
        ("Malta has limited resources.", "limited", Tag::Jj),
        ("Peru's navy exercised with the Chilean fleet.", "exercised", Tag::Vbd),
        ("Peru and Chile bound themselves to fight side by side.", "bound", Tag::Vbd),
        ("Peru was pleased with the deal.", "pleased", Tag::Jj),
        ("Peru had a closed border.", "closed", Tag::Jj),
    ]);
}

#[test]
fn months_after_that_and_fights_that_break_out_are_known() {
    check(&[
        ("It closed its airspace to Peruvian planes that September and left.", "that", Tag::Dt),
        ("Peru said that September would be wet.", "that", Tag::In),
        ("On Monday, fighting broke out again in Peru.", "fighting", Tag::Nn),
        ("Peru, fearing attacks, left.", "fearing", Tag::Vbg),
    ]);
}

#[test]
fn particles_make_verbs_of_nouns_in_a_headline() {
    check(&[
        ("Peru calls in Chilean envoy over raid", "calls", Tag::Vbz),
        ("Peru hauls in Chilean envoy again", "hauls", Tag::Vbz),
        ("Peru, Ghana call in Chilean envoy", "call", Tag::Vbp),
        ("Peru calls for talks", "calls", Tag::Vbz),
        ("Peru, which ships most of its copper to Chile, left.", "ships", Tag::Vbz),
        ("Peru, which ships of the fleet visited, left.", "ships", Tag::Nns),
    ]);
}

#[test]
fn past_forms_after_a_name_are_its_verb() {
    check(&[
        ("Turkey relaxed some restrictions on Greek ferries.", "relaxed", Tag::Vbd),
        ("Turkey normalised relations with Egypt.", "normalised", Tag::Vbd),
        ("Peru lifted tariffs but prolonged its ban on Chilean fish.", "prolonged", Tag::Vbd),
        ("Peru on Monday prolonged its ban on Chilean fish.", "prolonged", Tag::Vbd),
        ("Chile regretted a prolonged ban on its fish.", "prolonged", Tag::Jj),
        ("Azerbaijan launched a lightning offensive and seized Shusha.", "seized", Tag::Vbd),
        ("Azerbaijan launched a lightning offensive and seized Shusha.", "offensive", Tag::Nn),
        ("Lima shut the port and severed links with Chile.", "severed", Tag::Vbd),
        ("Lima shipped the oil and refined products to Chile.", "refined", Tag::Jj),
        ("The Biden administration relaxed some restrictions on Cuba.", "relaxed", Tag::Vbd),
        ("Lima, which withdrew its envoy, severed relations on Monday.", "severed", Tag::Vbd),
        ("Mali signed a decree suspending talks with Ukraine.", "suspending", Tag::Vbg),
        ("Turkey joined its neighbours in severing relations with Israel.", "severing", Tag::Vbg),
        ("Norway was suspending military cooperation with Chile.", "suspending", Tag::Vbg),
    ]);
}

#[test]
fn the_only_verb_of_a_sentence_is_one() {
    check(&[
        ("Police shot dead two students.", "shot", Tag::Vbd),
        ("Nigerian police shot dead three men.", "shot", Tag::Vbd),
        ("Bolivian artillery pounded Chilean trenches.", "pounded", Tag::Vbd),
    ]);
}

#[test]
fn nouns_after_nouns_and_money_are_no_verbs() {
    check(&[
        ("The United Nations imposed an arms embargo on Eritrea.", "embargo", Tag::Nn),
        ("The council lifted an asset freeze on Peru.", "freeze", Tag::Nn),
        ("Chile signed a $35 billion deal with Japan.", "deal", Tag::Nn),
        ("Ukraine bought tanks in a 2 million euro deal with Poland.", "deal", Tag::Nn),
        ("Ethiopia and Eritrea agreed to end hostilities.", "end", Tag::Vb),
        ("The last two are considered her best work.", "are", Tag::Vbp),
        ("My 8 year old daughter loves this place.", "loves", Tag::Vbz),
    ]);
}

#[test]
fn an_adjective_may_stand_before_a_name() {
    check(&[
        ("Russia moved troops to neighbouring Finland.", "neighbouring", Tag::Jj),
        ("It escalated the war by invading Finland.", "invading", Tag::Vbg),
        ("Neighbouring Lithuania expelled two envoys.", "Neighbouring", Tag::Jj),
    ]);
}

#[test]
fn a_headline_has_a_verb_after_the_name() {
    check(&[
        ("Sweden halts arms exports to Turkey", "halts", Tag::Vbz),
        ("London summons Chinese ambassador", "summons", Tag::Vbz),
        ("Washington sanctions two ministers of Nicaragua", "sanctions", Tag::Vbz),
        ("Turkey blocks trade with Israel", "blocks", Tag::Vbz),
        ("Turkey blocks trade with Israel", "trade", Tag::Nn),
        ("Kosovo, Serbia resume talks", "resume", Tag::Vbp),
        ("US sanctions package", "sanctions", Tag::Nns),
        ("Iran talks in Geneva", "talks", Tag::Nns),
    ]);
}

#[test]
fn talks_in_a_headline_do_what_stands_behind_them() {
    check(&[("Border talks break down", "talks", Tag::Nns), ("Border talks break down", "break", Tag::Vbp)]);
}

#[test]
fn a_comma_between_the_names_of_a_headline_is_and() {
    for (text, second) in [
        ("Iran, Saudi Arabia agree to restore ties", "Arabia"),
        ("Putin, Kim sign pact", "Kim"),
        ("Biden, Xi to meet", "Xi"),
        ("US, South Korea begin joint drills", "Korea"),
        ("Spain, Ireland, Norway recognise Palestine", "Norway"),
    ] {
        let document = English::bundled().read(text);
        let sentence = &document.sentences()[0];
        let at = sentence.tokens.iter().position(|token| &*token.text == second).unwrap();
        assert_eq!(sentence.tokens[at].label, Label::Conj, "{text}");
    }
    assert_eq!(tag_of("Paris, France bans street trade", ","), Tag::Comma);
    assert_eq!(tag_of("Peru, Chile's neighbour, agreed to a truce.", ","), Tag::Comma);
}

#[test]
fn a_hyphen_binds_some_prefixes() {
    let document =
        English::bundled().read("Iran re-established ties with Sudan to de-escalate the U.S.-backed co-operation.");
    let words: Vec<(&str, &str, Tag)> = document.sentences()[0]
        .tokens
        .iter()
        .filter(|token| token.text.contains('-') && token.text.len() > 1)
        .map(|token| (&*token.text, &*token.lemma, token.tag))
        .collect();
    let expected = [
        ("re-established", "re-establish", Tag::Vbd),
        ("de-escalate", "de-escalate", Tag::Vb),
        ("co-operation", "cooperation", Tag::Nn),
    ];
    assert_eq!(words, expected);
}

#[test]
fn a_noun_hung_under_a_verb_as_part_of_a_name_is_its_subject() {
    let document = English::bundled().read("Niger junta revokes military deal with the United States");
    let tokens = &document.sentences()[0].tokens;
    assert_eq!((tokens[1].label, tokens[1].head), (Label::Nsubj, Some(2)));
}

#[test]
fn plain_verbs_are_no_adjectives_nouns_or_participles() {
    check(&[
        ("Bolivia held elections and severed diplomatic relations with Peru.", "severed", Tag::Vbd),
        ("Peru exported oil and refined products to Chile.", "refined", Tag::Jj),
        ("Peru and Chile are due to hold talks in Lima next week.", "hold", Tag::Vb),
        ("The match was off due to rain in Lima.", "rain", Tag::Nn),
        ("Peru's president postponed her visit to Chile.", "visit", Tag::Nn),
        ("Peru let her visit the camp.", "visit", Tag::Vb),
        ("Peru's warships headed for Chile.", "headed", Tag::Vbd),
        ("Peruvian forces advanced into Chile.", "advanced", Tag::Vbd),
        ("Peru has advanced plans.", "advanced", Tag::Jj),
        ("Peru left the pact after Accra established ties with Chile.", "established", Tag::Vbd),
        ("Peru left the pact because Lima established relations with Chile.", "established", Tag::Vbd),
        ("Peru left the pact, the minister said, rejecting media reports that it had stayed.", "reports", Tag::Nns),
    ]);
}

#[test]
fn a_verb_alone_in_quotation_marks_stays_a_verb() {
    check(&[
        ("Peru \"rejects\" the claim, its ministry said.", "rejects", Tag::Vbz),
        ("Peru “regrets” Chile's step.", "regrets", Tag::Vbz),
        ("Chile \"condemned\" Bolivia's raid.", "condemned", Tag::Vbd),
        ("The council “deplored” the raid.", "deplored", Tag::Vbd),
        ("Peru's \"allies\" in Chile fled.", "allies", Tag::Nns),
    ]);
}

#[test]
fn what_stands_before_having_is_a_verb_and_an_aside_leaves_the_verb_behind_it() {
    check(&[
        ("Chile denies having closed its border with Peru.", "denies", Tag::Vbz),
        ("Peru regrets having expelled the envoy.", "regrets", Tag::Vbz),
        ("Peru named states having closed their borders.", "states", Tag::Nns),
        ("Peru, then led by a junta, severed relations with Chile.", "severed", Tag::Vbd),
        ("Peru, backed by Chile, closed borders to Ghana.", "closed", Tag::Vbd),
        ("The pact, which the two states concluded in May to share what they know, lapsed.", "concluded", Tag::Vbd),
    ]);
}

#[test]
fn verbs_that_look_like_nouns_and_adjectives_are_known_by_what_stands_before() {
    check(&[
        ("Peru threatened to deport Chilean miners.", "deport", Tag::Vb),
        ("Peru vowed to boycott Chilean goods.", "boycott", Tag::Vb),
        ("Peru agreed not to blockade the port.", "blockade", Tag::Vb),
        ("Peru urged Chile to schedule the talks.", "schedule", Tag::Vb),
        ("Peru will annul Chilean concessions.", "annul", Tag::Vb),
        ("Peru did not sanction the firm.", "sanction", Tag::Vb),
        ("Peru decided to close Chilean consulates.", "close", Tag::Vb),
        ("Peru returned to close Chilean friends.", "close", Tag::Jj),
        ("Exports to close Chilean friends rose.", "close", Tag::Jj),
    ]);
}

#[test]
fn what_a_clause_says_of_a_name_is_no_noun() {
    check(&[
        ("Ghana, which Togo accuses of arming rebels, left.", "accuses", Tag::Vbz),
        ("Peru accuses Chile of spying, a charge that Chile denies.", "denies", Tag::Vbz),
        ("Peru accuses Chile of spying, a charge Lima denies.", "denies", Tag::Vbz),
        ("Peru deplores and firmly opposes the visit.", "deplores", Tag::Vbz),
        ("Peru, which US officials praised, left.", "officials", Tag::Nns),
        ("Peru expelled the envoy and cut ties with Ghana.", "cut", Tag::Vbd),
        ("Peru exported roses and cut flowers.", "cut", Tag::Nn),
    ]);
}
