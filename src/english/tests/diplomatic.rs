//! Who did what to whom, in sentences as agencies write them.

use super::super::Sentence;
use super::super::tag::Label;
use super::read;

/// Subject, verb and object; of a passive, who stands after "by", the verb, and its subject.
type Clause = (&'static str, &'static str, &'static str);

/// Sentences and their clauses.
const CLAUSES: &[(&str, &[Clause])] = &[
    (
        "Canada on Monday expelled six Indian diplomats, saying they had harassed activists.",
        &[("Canada", "expelled", "diplomats"), ("they", "harassed", "activists")],
    ),
    (
        "Tokyo, which imposed sanctions last spring, has not lifted its ban on timber.",
        &[("Tokyo", "lifted", "ban"), ("which", "imposed", "sanctions")],
    ),
    (
        "The Norwegian foreign minister summoned the Belarusian ambassador over the detention of two sailors.",
        &[("minister", "summoned", "ambassador")],
    ),
    (
        "Peru has recalled its ambassador from Quito, the foreign ministry said in a statement.",
        &[("Peru", "recalled", "ambassador")],
    ),
    (
        "\"We will never accept this ultimatum,\" the president of Serbia told reporters.",
        &[("We", "accept", "ultimatum")],
    ),
    (
        "Six diplomats were expelled by the Czech government after a spy scandal.",
        &[("government", "expelled", "diplomats")],
    ),
    ("Australia and New Zealand signed a defence pact in Canberra on Friday.", &[("Australia", "signed", "pact")]),
    ("The ministry, citing security concerns, closed the border crossing.", &[("ministry", "closed", "crossing")]),
    ("Egypt accused Ethiopia of filling the reservoir without an agreement.", &[("Egypt", "accused", "Ethiopia")]),
    ("Brazil, Chile and Peru condemned the attack on the embassy.", &[("Brazil", "condemned", "attack")]),
    (
        "The two countries restored diplomatic relations in March after a seven-year break.",
        &[("countries", "restored", "relations")],
    ),
    (
        "Poland will send two batteries of air-defence missiles to Moldova, its defence minister said.",
        &[("Poland", "send", "batteries")],
    ),
    ("Beijing said it would impose tariffs on Lithuanian beef.", &[("it", "impose", "tariffs")]),
    ("Turkey's parliament ratified the protocol after months of debate.", &[("parliament", "ratified", "protocol")]),
    ("The European Union has frozen the assets of nine officials.", &[("Union", "frozen", "assets")]),
    (
        "According to Kenya's government, Somalia violated the ceasefire twice this week.",
        &[("Somalia", "violated", "ceasefire")],
    ),
    ("Having rejected the offer, Armenia suspended the talks.", &[("Armenia", "suspended", "talks")]),
    ("Neither side has recognised the other's claim to the islands.", &[("side", "recognised", "claim")]),
    ("The prime minister of Thailand visited Hanoi and met his counterpart.", &[("minister", "visited", "Hanoi")]),
    ("Morocco cut ties with Iran in May, accusing Tehran of arming rebels.", &[("Morocco", "cut", "ties")]),
    (
        "Pakistani forces shelled three villages across the line of control, India's army said.",
        &[("forces", "shelled", "villages")],
    ),
    (
        "The United States, Japan and South Korea will hold joint exercises next month.",
        &[("States", "hold", "exercises")],
    ),
    (
        "Finland's president, who met the delegation in Helsinki, welcomed the proposal.",
        &[("president", "welcomed", "proposal"), ("who", "met", "delegation")],
    ),
    (
        "Israel did not confirm the strike, which killed four people.",
        &[("Israel", "confirm", "strike"), ("which", "killed", "people")],
    ),
    ("Officials in Manila lodged a formal protest with the Chinese embassy.", &[("Officials", "lodged", "protest")]),
    (
        "Ukraine's navy sank a patrol boat near the strait, officials in Kyiv said on Tuesday.",
        &[("navy", "sank", "boat")],
    ),
    (
        "On Thursday, the Security Council adopted a resolution that condemns the coup.",
        &[("Council", "adopted", "resolution"), ("that", "condemns", "coup")],
    ),
    (
        "Georgia withdrew its troops from the valley and dismantled two checkpoints.",
        &[("Georgia", "withdrew", "troops")],
    ),
    (
        "Algeria closed its airspace to Moroccan aircraft, a decision that Rabat called unjustified.",
        &[("Algeria", "closed", "airspace")],
    ),
    (
        "Greece and Turkey, both members of NATO, resumed talks on the continental shelf.",
        &[("Greece", "resumed", "talks")],
    ),
    ("The convoy was attacked by gunmen loyal to the ousted governor.", &[("gunmen", "attacked", "convoy")]),
    ("A spokeswoman for the German chancellor denied the report.", &[("spokeswoman", "denied", "report")]),
    (
        "If Russia attacks Moldova, Romania will close the border, its president warned.",
        &[("Russia", "attacks", "Moldova"), ("Romania", "close", "border")],
    ),
    ("The Philippines has invited Washington's envoy to Manila.", &[("Philippines", "invited", "envoy")]),
    (
        "Qatar mediated the exchange, under which Venezuela freed seven prisoners.",
        &[("Qatar", "mediated", "exchange"), ("Venezuela", "freed", "prisoners")],
    ),
    ("Denmark's decision angered the islanders.", &[("decision", "angered", "islanders")]),
    ("The sanctions, imposed in 2014, hurt the economy of the peninsula.", &[("sanctions", "hurt", "economy")]),
    (
        "North Korea fired two missiles into the sea hours after the South's president left Seoul.",
        &[("Korea", "fired", "missiles"), ("president", "left", "Seoul")],
    ),
    ("Cuba thanked Mexico for the oil shipments.", &[("Cuba", "thanked", "Mexico")]),
    ("Spanish police arrested a man suspected of spying for Morocco.", &[("police", "arrested", "man")]),
    (
        "\"The talks have produced no result,\" Lavrov's deputy said after meeting his Japanese counterpart.",
        &[("talks", "produced", "result")],
    ),
    ("Hungary vetoed the package, leaving the bloc without a common position.", &[("Hungary", "vetoed", "package")]),
    (
        "Sudan, accusing its neighbour of backing the rebels, expelled the military attaché.",
        &[("Sudan", "expelled", "attaché")],
    ),
];

/// Tells whether a sentence has a clause.
fn has(sentence: &Sentence, (subject, verb, object): (&str, &str, &str)) -> bool {
    let word = |at: usize| sentence.tokens.get(at).map_or("", |token| &*token.text);
    let verbs = (0..sentence.tokens.len()).filter(|&at| word(at) == verb);
    verbs.into_iter().any(|verb| {
        let child = |label: Label| sentence.child(verb, label).map_or("", word);
        let agent = sentence.child(verb, Label::Agent).and_then(|by| sentence.child(by, Label::Pobj)).map_or("", word);
        child(Label::Nsubj) == subject && child(Label::Dobj) == object
            || child(Label::NsubjPass) == object && agent == subject
    })
}

#[test]
fn clauses_of_diplomatic_sentences_are_found() {
    let mut missed: Vec<&Clause> = Vec::new();
    let mut n_clauses = 0;
    for (text, clauses) in CLAUSES {
        let document = read(text);
        n_clauses += clauses.len();
        assert_eq!(document.sentences().len(), 1, "{text}");
        missed.extend(clauses.iter().filter(|clause| !has(&document.sentences()[0], **clause)));
    }
    // A statistical parser errs; a change that makes it err more than this has to be looked at.
    assert!(missed.len() <= 2, "{} of {n_clauses} clauses missed: {missed:?}", missed.len());
}
