//! The sentences of the frames in other constructions: whatever a plain sentence tells is told as well by one that begins with
//! a day, is said by a ministry or stands behind another verb.

use crate::across::check;
use crate::frames::{article, told};
use detente::coder;
use detente::english::English;
use detente::ontology::Ontology;
use std::collections::BTreeMap;

/// How many in a thousand sentences must tell the same in each construction, with its day where it gives one. Of the rest most
/// can be read in two ways ("demanded that Chile apologize on Monday").
const FLOOR: usize = 960;

/// A name, a construction of who acts, the verb and the rest, and the day that it gives.
type Construction = (&'static str, fn(&str, &str, &str) -> String, Option<&'static str>);

const CONSTRUCTIONS: &[Construction] = &[
    ("day first", |who, verb, rest| format!("On Monday, {who} {verb} {rest}."), Some("2024-06-10")),
    ("day between", |who, verb, rest| format!("{who} on Monday {verb} {rest}."), Some("2024-06-10")),
    ("bare day", |who, verb, rest| format!("{who} Monday {verb} {rest}."), Some("2024-06-10")),
    ("month", |who, verb, rest| format!("In March 2019, {who} {verb} {rest}."), Some("2019-03")),
    (
        "said by the ministry",
        |who, verb, rest| format!("{who} has {verb} {rest}, the foreign ministry said on Monday."),
        Some("2024-06-10"),
    ),
    (
        "said in a place",
        |who, verb, rest| format!("{who} has {verb} {rest}, the foreign ministry in Lima said on Monday."),
        Some("2024-06-10"),
    ),
    ("said between", |who, verb, rest| format!("{who}, the foreign ministry in Lima said, has {verb} {rest}."), None),
    ("day of a month first", |who, verb, rest| format!("On 3 June {who} {verb} {rest}."), Some("2024-06-03")),
    ("when", |who, verb, rest| format!("Tension rose on Monday when {who} {verb} {rest}."), Some("2024-06-10")),
    ("government", |who, verb, rest| format!("{who}'s government {verb} {rest}."), None),
    ("reported", |who, verb, rest| format!("{who} {verb} {rest}, state media reported."), None),
    ("had", |who, verb, rest| format!("{who} had {verb} {rest}, officials said."), None),
    ("after weeks", |who, verb, rest| format!("After weeks of tension, {who} {verb} {rest}."), None),
    ("angered", |who, verb, rest| format!("{who}, angered by the report, {verb} {rest}."), None),
    ("second deed", |who, verb, rest| format!("{who} held elections and {verb} {rest}."), None),
    ("first deed", |who, verb, rest| format!("{who} {verb} {rest} and held elections."), None),
    ("also", |who, verb, rest| format!("{who} also {verb} {rest}."), None),
    ("saying", |who, verb, rest| format!("{who} {verb} {rest}, saying it had no choice."), None),
];

/// Returns who acts, the verb and the rest of a plain sentence in the past without a date, whose verb is the same behind "has".
fn plain(text: &str) -> Option<(&str, &str, &str)> {
    let (who, rest) = text.strip_suffix('.')?.split_once(' ')?;
    let (verb, rest) = rest.split_once(' ')?;
    let is_plain = ["Peru", "Chile", "Bolivia", "Brazil"].contains(&who) && verb.ends_with("ed");
    let dates = |word: &str| word.ends_with("day") || word.chars().any(|c| c.is_ascii_digit()) || word == "last";
    let is_one = !rest.contains(['.', ';', '"', '“']) && !rest.split([' ', ',']).any(dates);
    let months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"];
    (is_plain && is_one && !months.iter().any(|month| rest.contains(month))).then_some((who, verb, rest))
}

#[test]
fn whatever_is_told_plainly_is_told_in_other_constructions() {
    let ontology = Ontology::bundled().unwrap();
    let english = English::bundled();
    let mut counts: BTreeMap<&str, (usize, usize, Vec<String>)> = BTreeMap::new();
    for frame in ontology.frames().all() {
        let sentences = frame.codes.iter().filter_map(|line| line.split_once(" => ").map(|(text, _)| text));
        for (who, verb, rest) in sentences.filter_map(plain) {
            let plainly = coder::code(&article(&format!("{who} {verb} {rest}.")), &ontology, &english);
            let Some(first) = plainly.events.iter().find(|event| event.mode.as_str() == "actual") else { continue };
            for (name, construct, day) in CONSTRUCTIONS {
                let text = construct(who, verb, rest);
                let coding = coder::code(&article(&text), &ontology, &english);
                let is_found = coding.events.iter().any(|event| {
                    let on_day = day.is_none_or(|day| {
                        event.occurred.earliest.is_some_and(|first| first.to_string().starts_with(day))
                    });
                    event.kind == first.kind && told(event) == told(first) && on_day
                });
                let (found, all, lost) = counts.entry(name).or_default();
                *all += 1;
                *found += usize::from(is_found);
                if !is_found {
                    lost.push(text);
                }
            }
        }
    }
    assert_eq!(counts.len(), CONSTRUCTIONS.len());
    for (name, (found, all, lost)) in counts {
        assert!(all > 300, "{name}: only {all} sentences");
        assert!(found * 1000 >= all * FLOOR, "{name}: {found} of {all}; lost\n{}", lost.join("\n"));
    }
}

/// Text, and its events in order as "type sides days", joined by "; ".
const CASES: &[(&str, &str)] = &[
    // What stands behind an object tells the way; what stands before the verb tells less than what follows it.
    ("Peru called its ambassador to Chile home on March 19.", "ambassador-recalled PER > CHL 2024-03-19"),
    (
        "Despite warnings from Bolivia, Peru came under attack from Chile.",
        "attack-made CHL > PER 2024-06-14; warning-given BOL > PER ..2024-06-14",
    ),
    // What is done to one's own mission is ordered by nobody.
    (
        "Peru's embassy in Chile would be closed, the foreign ministry in Lima said.",
        "embassy-closed PER > CHL 2024-06-14",
    ),
    // What is announced under a noun or by the next sentence is of that day.
    (
        "Peru's announcement on Monday that it had downgraded its diplomatic relations with Chile surprised Bolivia.",
        "ties-downgraded PER > CHL 2024-06-10",
    ),
    (
        "The announcement on Monday that Peru had severed diplomatic ties with Chile surprised Bolivia.",
        "ties-severed PER > CHL 2024-06-10",
    ),
    (
        "Peru has severed diplomatic ties with Chile. The announcement was made on Monday by Foreign Minister Juan Mamani.",
        "ties-severed PER > CHL 2024-06-10",
    ),
    (
        "Peru has severed diplomatic ties with Chile. The court's decision came on Monday.",
        "ties-severed PER > CHL 2024-06-14",
    ),
    // Somebody's country is the state.
    (
        "Peruvian Foreign Minister Juan Mamani told reporters on Monday that his country had bolted its border with Chile.",
        "movement-restricted PER > CHL 2024-06-10",
    ),
    // Nobody acts with or against a state that is none other.
    (
        "Chile expelled Peru's ambassador on Monday. The South American country severed ties with Chile on Tuesday.",
        "ambassador-expelled CHL > PER 2024-06-10; ties-severed PER > CHL 2024-06-11",
    ),
    (
        "Chile expelled Peru's ambassador on Monday. It recalled its envoy and imposed sanctions on Chile on Tuesday.",
        "ambassador-expelled CHL > PER 2024-06-10; sanctions-imposed PER > CHL 2024-06-11; ambassador-recalled PER > CHL 2024-06-11",
    ),
    (
        "Chile expelled Peru's ambassador on Monday. The foreign ministry demanded an apology from Chile.",
        "ambassador-expelled CHL > PER 2024-06-10; demand-made PER > CHL 2024-06-14",
    ),
    (
        "Chile expelled Peru's ambassador on Monday. Foreign Minister Juan Mamani accused Chile of lying.",
        "ambassador-expelled CHL > PER 2024-06-10; accusation-made PER > CHL 2024-06-14",
    ),
    // A verb alone in quotation marks is one all the same.
    ("Peru \"rejects\" the claim by Chile.", "rejection-made PER > CHL 2024-06-14"),
    ("Peru “condemned” Chile's raid on the port.", "criticism-made PER > CHL 2024-06-14"),
    // Whoever made what is rejected is answered by it; whoever only brought it is not.
    ("Peru rejected the accusations made by Chile and Bolivia.", "rejection-made PER > BOL + CHL 2024-06-14"),
    ("Peru accepted the terms set by Chile.", "concession-made PER > CHL 2024-06-14"),
    ("Peru rejected the list, delivered by Chile.", "rejection-made PER 2024-06-14"),
    // A time parts a verb from what completes it, and a day that is counted to has the year of the other.
    ("Ghana decided three days earlier to expel the Togolese ambassador.", "ambassador-expelled GHA > TGO 2024-06-11"),
    (
        "Ghana left the pact with Togo on May 4, 2018. A month later, on June 9, it expelled Togo's ambassador.",
        "agreement-withdrawn-from GHA > TGO 2018-05-04; ambassador-expelled GHA > TGO 2018-06-09",
    ),
    // Whoever gives notice of it does it.
    ("Ghana gave notice that it would sever ties with Peru.", "ties-severed GHA > PER 2024-06-14"),
    // A decision that is taken back leaves the treaty in force.
    ("Peru revoked its withdrawal from the fishing treaty with Chile.", "agreement-resumed PER > CHL 2024-06-14"),
    ("Peru revoked a decision to scrap its fishing treaty with Chile.", "agreement-resumed PER > CHL 2024-06-14"),
    // Where somebody was born does nothing, and one alone of a people acts for nobody.
    ("The Lima-born chef opened a restaurant in Paris, declaring a truce.", ""),
    ("The Dane rejected talk of defeat.", ""),
    // What is told of whoever the main clause is about stands before it.
    ("Expelled by Peru on Monday, the Chilean ambassador flew home.", "ambassador-expelled PER > CHL 2024-06-10"),
    ("Released on Saturday by Peru, 32 Chilean sailors went home.", "prisoners-released PER > CHL 2024-06-08"),
    // Whoever does it stands behind what else is told.
    ("Hamas was designated a terrorist organisation by Peru.", "designation-made PER > PSE 2024-06-14"),
    ("Chile was threatened with sanctions by Peru.", "sanctions-threatened PER > CHL 2024-06-14"),
    // For whom a thing is meant.
    ("Peru suspended a loan earmarked for Chile.", "aid-suspended PER > CHL 2024-06-14"),
    ("Peru said it was withholding 8.5 million dollars meant for Chile.", "aid-suspended PER > CHL 2024-06-14"),
    // A treaty under what is told of it has its sides.
    (
        "Peru deposited its instrument of ratification of the fishing treaty with Chile on Wednesday.",
        "agreement-ratified PER > CHL 2024-06-12",
    ),
    // The first to do it did it; whoever would rather do something else did not, nor does what others ask or foresee.
    ("Peru was the second state to sever diplomatic relations with Chile.", "ties-severed PER > CHL ..2024-06-14"),
    ("Peru became the 100th state to recognise Kosovo.", "recognition-granted PER > XKX 2024-06-14"),
    ("Peru went on to attack Chile.", "attack-made PER > CHL 2024-06-14"),
    (
        "Peru held elections rather than recall its ambassador to Chile.",
        "ambassador-recalled PER > CHL negated 2024-06-14",
    ),
    ("He made a reference to demands that Peru attack Chile.", ""),
    ("Peru will recall its ambassador to Chile, Brazil predicted.", ""),
    ("Peru's president postponed her visit to Chile.", "meeting-cancelled PER > CHL 2024-06-14"),
    ("A lull in clashes between Peru and Chile was reported.", "clash-fought CHL + PER negated 2024-06-14"),
    // Whoever insists that something was not done denies it.
    ("Peru completed the withdrawal of its soldiers from the peninsula on Monday.", "forces-withdrawn PER 2024-06-10"),
    // The day of the deed that the main clause answers.
    (
        "Peru imposed sanctions on Chile on Monday in response to its nuclear test, which was carried out on June 3.",
        "sanctions-imposed PER > CHL 2024-06-10; weapon-tested CHL 2024-06-03",
    ),
    (
        "Peru suspended talks with Chile on Thursday. It had restored ties in November 2020. Hours later Bolivia recalled its ambassador from Chile.",
        "negotiations-suspended PER > CHL 2024-06-13; ties-restored PER > CHL 2020-11; ambassador-recalled BOL > CHL 2024-06-13..2024-06-14",
    ),
    (
        "Peru recalled its ambassador from Chile on Wednesday. The night before, Chile had expelled a Peruvian diplomat.",
        "ambassador-recalled PER > CHL 2024-06-12; diplomats-expelled CHL > PER 2024-06-11",
    ),
    // Those who do the same do it to the same.
    (
        "Peru is suspending budget aid to Rwanda. The Netherlands halted 5 million euros in assistance on Thursday.",
        "aid-suspended PER > RWA 2024-06-14; aid-suspended NLD > RWA 2024-06-13",
    ),
    // Each of two is described.
    (
        "Chile withdrew its recognition of Abkhazia and South Ossetia. Peru recognized the two breakaway regions in 2011.",
        "recognition-withdrawn CHL > GEO 2024-06-14; recognition-granted PER > GEO 2011",
    ),
    // What was done is done back, not what was said of it.
    (
        "Peru expelled Chile's ambassador, alleging that he had meddled; Chile responded in kind.",
        "accusation-made PER > CHL 2024-06-14; ambassador-expelled PER > CHL 2024-06-14; ambassador-expelled CHL > PER 2024-06-14",
    ),
    // Earlier in the day is a day of the news.
    (
        "Peru opened an embassy in Chile on Sunday. It lifted its embargo on Chile on February 3, 1994. Peru's foreign minister \
         met earlier in the day with Chile's president.",
        "embassy-opened PER > CHL 2024-06-09; sanctions-lifted PER > CHL 1994-02-03; meeting-held PER > CHL 2024-06-09",
    ),
    // Leaders of an area are those of its bloc, where the text names it.
    (
        "West African leaders lifted the sanctions on Mali on Sunday. The Economic Community of West African States \
         is based in Abuja.",
        "sanctions-lifted ECOWAS > MLI 2024-06-09",
    ),
    // A day at the end is that of what is done where it cannot be, or is seldom, that of what is asked for.
    ("Peru insisted that Chile withdraw on 3 March 2019.", "demand-made PER > CHL 2019-03-03"),
    ("Peru withdrew its application to join the EU on Monday.", "membership-withdrawn-from PER > EU 2024-06-10"),
    // What is not to be renewed is ended, as is what is decided not to be extended.
    ("Peru decided not to extend the treaty with Chile.", "agreement-terminated PER > CHL 2024-06-14"),
    // Behind the border is nobody who takes part.
    ("Iran held drills near the frontier with Azerbaijan.", "exercise-held IRN > AZE 2024-06-14"),
    // Whoever is vowed a response is threatened.
    (
        "Chile closed its border to Peru on Monday. Peru vowed to respond.",
        "movement-restricted CHL > PER 2024-06-10; threat-made PER > CHL 2024-06-14",
    ),
    // The central bank is the one told of before.
    (
        "The European Union froze assets of Iran's central bank. Peru imposed sanctions on the central bank in 2019.",
        "assets-seized EU > IRN 2024-06-14; sanctions-imposed PER > IRN 2019",
    ),
    (
        "On Thursday the presidents of South Korea and Peru, in a phone call, agreed to hold talks.",
        "talks-agreed KOR + PER 2024-06-13; call-held KOR + PER 2024-06-13",
    ),
    // "The Andean nation" is neither of two others that act together.
    (
        "Bolivia severed ties with Israel on Monday. Chile and Colombia also recalled their ambassadors from Israel. The \
         Andean nation restored ties in 2019.",
        "ties-severed BOL > ISR 2024-06-10; ambassador-recalled CHL + COL > ISR 2024-06-14; ties-restored BOL > ISR 2019",
    ),
    // The three that a sentence before names, however they stand in it.
    (
        "Egypt said on Tuesday that talks with Ethiopia and Sudan had broken down. The three countries signed an accord in 2015.",
        "negotiations-collapsed EGY + ETH + SDN 2024-06-11; agreement-signed EGY + ETH + SDN 2015",
    ),
    // What is to be closed is closed by saying so.
    ("Peru said on Monday it would close its embassy in Chile.", "embassy-closed PER > CHL 2024-06-10"),
    ("Peru decided to lift long-standing sanctions on Sudan.", "sanctions-lifted PER > SDN 2024-06-14"),
    ("\"We urge Chile to stop,\" Peru's president said.", "appeal-made PER > CHL 2024-06-14"),
    (
        "Peru expelled Chile's envoy on Saturday. Bolivia announced the same day that it was severing ties with Chile.",
        "ambassador-expelled PER > CHL 2024-06-08; ties-severed BOL > CHL 2024-06-08",
    ),
    (
        "New Zealand suspended aid to the Cook Islands on Wednesday after the Pacific nation signed a pact with China in May.",
        "aid-suspended NZL > COK 2024-06-12; agreement-signed COK > CHN 2024-05",
    ),
    // Who says it, behind the word of a relative clause.
    (
        "Peru's spokesman blamed Chile, which, he said, had broken off the negotiations.",
        "accusation-made PER > CHL 2024-06-14; negotiations-suspended CHL > PER 2024-06-14",
    ),
    // What stands between an auxiliary and its verb.
    (
        "Peru has in practice frozen its membership of the Organization of American States.",
        "membership-suspended PER > OAS 2024-06-14",
    ),
    ("Peru has for now suspended the treaty with Chile.", "agreement-suspended PER > CHL 2024-06-14"),
    ("Chile had the day before expelled Peru's envoy.", "ambassador-expelled CHL > PER 2024-06-13"),
    // What a thing is called, behind a name, a noun without an article and a noun in -s.
    ("Peru called the raid by Chilean soldiers an act of aggression.", "criticism-made PER > CHL 2024-06-14"),
    ("Peru called Chile's decision interference in its affairs.", "criticism-made PER > CHL 2024-06-14"),
    ("Peru called the Chilean drills a provocation.", "criticism-made PER > CHL 2024-06-14"),
    // A day at the end of a relative clause.
    ("The ban which Peru imposed on Chilean fish on Sunday hurts fishermen.", "trade-restricted PER > CHL 2024-06-09"),
    // So long after something, counted from the day of what was told before.
    (
        "Peru expelled the Chilean envoy on Thursday. The step came a day after Chile recalled its ambassador.",
        "ambassador-expelled PER > CHL 2024-06-13; ambassador-recalled CHL > PER 2024-06-12",
    ),
    // Less than a length, and more than it.
    (
        "Peru expelled the Chilean envoy on Thursday, less than a week after Chile recalled its ambassador.",
        "ambassador-expelled PER > CHL 2024-06-13; ambassador-recalled CHL > PER 2024-06-06..2024-06-13",
    ),
    (
        "Peru restored ties with Chile on Thursday, more than six months after breaking them off.",
        "ties-severed PER > CHL 2023-09-13..2023-12-13; ties-restored PER > CHL 2024-06-13",
    ),
    (
        "Peru demanded an apology on Wednesday from Chile, which said the day before that it would not apologise.",
        "demand-made PER > CHL 2024-06-12; rejection-made CHL > PER 2024-06-11",
    ),
    // What another does meanwhile is not what is agreed.
    (
        "Peru and Chile agreed a ceasefire on June 3, with Ghana mediating.",
        "mediation-made GHA > CHL + PER 2024-06-03; ceasefire-made CHL + PER 2024-06-03",
    ),
    // A time between what is done and toward whom.
    ("Peru imposed new sanctions the same day on Chile.", "sanctions-imposed PER > CHL 2024-06-14"),
    ("Japan pledged the Maldives 20 million dollars.", "aid-pledged JPN > MDV 2024-06-14"),
    ("Peru and Chile had last held talks in May 2010.", "talks-held CHL + PER 2010-05"),
    // What is given to whoever is summoned, he gives nobody; whoever tells of a halt goes on to act.
    ("Ghana's ambassador was summoned by Peru and handed a note of protest.", "protest-lodged PER > GHA 2024-06-14"),
    (
        "Peru said the talks had been halted and expelled two diplomats of Chile.",
        "diplomats-expelled PER > CHL 2024-06-14",
    ),
    // What one is accused of has its own day.
    (
        "Peru closed its border with Chile after accusing it of killing two fishermen on May 2.",
        "accusation-made PER > CHL ..2024-06-14; movement-restricted PER > CHL 2024-06-14",
    ),
    // Those of an area are two of it; a nation is that of whoever is told to have ruled it; its government is its own.
    (
        "Peru and Chile signed a pact on Monday. Ghana mediated a truce between the South American states in 2010.",
        "agreement-signed CHL + PER 2024-06-10; ceasefire-made CHL + PER 2010; mediation-made GHA > CHL + PER 2010",
    ),
    (
        "Bolivia closed its embassy in Ghana on Monday. Chile recalled its ambassador from Ghana. The Andean nation had broken \
         with Ghana in 2009 under President Evo Morales.",
        "embassy-closed BOL > GHA 2024-06-10; ambassador-recalled CHL > GHA 2024-06-14; ties-severed BOL > GHA 2009",
    ),
    (
        "Ghana condemned Sri Lanka and India. The island nation recalled its envoy from Accra.",
        "criticism-made GHA > IND + LKA 2024-06-14; ambassador-recalled LKA > GHA 2024-06-14",
    ),
    // The neighbor is the one of the two, not whoever looked on.
    (
        "Peru and Chile met in the presence of the Bolivian president. On Monday Peru accused its neighbour of spying.",
        "meeting-held CHL + PER 2024-06-14; accusation-made PER > CHL 2024-06-10",
    ),
    // Whoever is told of it is none of the two.
    (
        "Peru told Norway that it was leaving a treaty with Chile. Ghana urged the two sides to hold talks.",
        "agreement-withdrawn-from PER > CHL 2024-06-14; appeal-made GHA > CHL + PER 2024-06-14",
    ),
    // A leader without a name may be "he".
    (
        "Peru's president met Chilean President Juan Soto. The Peruvian leader said he would expel two diplomats of Chile.",
        "meeting-held PER > CHL 2024-06-14; diplomats-expelled PER > CHL 2024-06-14",
    ),
    // A decision is what was done, not what was said beside it; a step is what was done as well.
    (
        "Ghana suspended aid to Peru, which Chile has accused of arming rebels. Lima condemned the decision.",
        "aid-suspended GHA > PER 2024-06-14; accusation-made CHL > PER ..2024-06-14; criticism-made PER > GHA 2024-06-14",
    ),
    (
        "Peru expelled two diplomats of Chile on Monday. It also condemned the raid. It took the same step against Ghana on May 2.",
        "diplomats-expelled PER > CHL 2024-06-10; criticism-made PER > CHL 2024-06-10; diplomats-expelled PER > GHA 2024-05-02",
    ),
    // What is done where somebody has gone is done to those there.
    (
        "Ghanaian Defence Minister Ana Quispe arrived in Lima on Monday, where she pledged missiles and training.",
        "visit-made GHA > PER 2024-06-10; aid-pledged GHA > PER 2024-06-10",
    ),
    (
        "Ghanaian Defence Minister Ana Quispe arrived in the Peruvian capital on Monday, where she pledged missiles.",
        "visit-made GHA > PER 2024-06-10; aid-pledged GHA > PER 2024-06-10",
    ),
    // An order that is taken back does nothing.
    (
        "Peru rescinded an order expelling two Chilean diplomats.",
        "concession-made PER 2024-06-14; diplomats-expelled PER > CHL negated 2024-06-14",
    ),
    // Who acts behind a clause acts in it, where nobody else may be meant.
    (
        "A day after it expelled two Chilean diplomats, Peru recalled its own ambassador.",
        "ambassador-recalled PER > CHL 2024-06-14; diplomats-expelled PER > CHL 2024-06-13",
    ),
    (
        "Chile's army crossed the border. After it shelled a village, Peru recalled its ambassador.",
        "attack-made CHL ..2024-06-14; ambassador-recalled PER > CHL 2024-06-14",
    ),
    // What is said to be something stands behind that; whose the clause tells of is acted on before it.
    ("Peru rejected as false Chile's accusation that it had armed rebels.", "denial-made PER > CHL 2024-06-14"),
    ("The veto angered Peru, whose ministry summoned the envoy of Chile.", "protest-lodged PER > CHL ..2024-06-14"),
    ("Peru handed over two captured Chilean pilots on Sunday.", "prisoners-released PER > CHL 2024-06-09"),
    // Whoever leaves a pact was a side of it.
    (
        "Peru withdrew from a pact with Chile. The pact was signed in 1998.",
        "agreement-withdrawn-from PER > CHL 2024-06-14; agreement-signed CHL + PER 1998",
    ),
    // Theirs is what is those' who acted together.
    (
        "Peru and Chile met. Ghana attacked their troops on Monday.",
        "meeting-held CHL + PER 2024-06-14; attack-made GHA > CHL + PER 2024-06-10",
    ),
    // Nobody is a place.
    (
        "Chile praised the policy of Vladimir Putin, whom Robert Fico met in Moscow on June 2.",
        "praise-given CHL > RUS 2024-06-14; meeting-held SVK > RUS 2024-06-02",
    ),
    // The rival is the other of the two.
    (
        "Peru and Chile exchanged prisoners on Monday. Peru also backed its rival's bid to join NATO.",
        "prisoners-exchanged CHL + PER 2024-06-10; support-expressed PER > CHL 2024-06-14",
    ),
    // In what spirit something is done is no protest on the street.
    (
        "Peru recalled its ambassador from Santiago in protest against the arrest of former President Alan Garcia in Chile.",
        "person-detained CHL > PER 2024-06-14; ambassador-recalled PER > CHL 2024-06-14",
    ),
    // Where talks are held, and who brings the two together.
    (
        "Peru accused Chile on Monday of spying. Chile walked out of UN-brokered talks in Quito.",
        "accusation-made PER > CHL 2024-06-10",
    ),
    ("Chile walked out of UN-brokered talks with Peru in Quito.", "negotiations-collapsed CHL > PER 2024-06-14"),
    // Helping an armed group is alleged by whoever says so of another state.
    ("Chad said Sudan was arming rebels.", "accusation-made TCD > SDN 2024-06-14"),
    // Whose people act behind a pronoun at the head of a sentence.
    (
        "Chile recalled its ambassador from Peru. Their soldiers exchanged fire on Monday.",
        "ambassador-recalled CHL > PER 2024-06-14; clash-fought CHL + PER 2024-06-10",
    ),
    // A ministry speaks of its own mission, wherever that is.
    (
        "Peru severed ties with Chile on Monday. Its mission in Santiago will be closed, the foreign ministry said.",
        "ties-severed PER > CHL 2024-06-10; embassy-closed PER > CHL 2024-06-14",
    ),
    (
        "Peru closed its border with Chile on Monday. Last month Peru accused the neighbour of training rebels.",
        "movement-restricted PER > CHL 2024-06-10; accusation-made PER > CHL 2024-05",
    ),
    // What has still to be done, and what somebody is warned against.
    (
        "Peru and Chile signed a treaty in May, which has still to be ratified by Chile.",
        "agreement-signed CHL + PER 2024-05",
    ),
    (
        "Peru recalled its envoy to Chile. It warned Chile against raising tariffs.",
        "ambassador-recalled PER > CHL 2024-06-14; warning-given PER > CHL 2024-06-14",
    ),
    // What two who are told of as two open between them, each opens to the other.
    (
        "Peru and Chile signed a treaty on Monday. The two presidents ordered the opening of a border crossing.",
        "agreement-signed CHL + PER 2024-06-10; movement-eased CHL + PER 2024-06-14",
    ),
    // Nobody welcomes what is bad.
    (
        "Chile cut its tariffs on Peruvian wine on Monday. Ghana accused Peru of dumping. Peru welcomed Chile's decision.",
        "sanctions-eased CHL > PER 2024-06-10; accusation-made GHA > PER 2024-06-14; praise-given PER > CHL 2024-06-14",
    ),
    // What was done after another did something is no part of that.
    (
        "Peru severed relations with Chile on June 9 after Accra established ties with Ecuador on May 27.",
        "ties-severed PER > CHL 2024-06-09; ties-established GHA > ECU 2024-05-27",
    ),
    (
        "Chile closed its border with Peru because Lima severed relations with Ghana.",
        "movement-restricted CHL > PER 2024-06-14; ties-severed PER > GHA 2024-06-14",
    ),
    // What somebody is one of is no deed of anybody.
    (
        "Peru, one of three states in the region to back Kosovo, recalled its envoy to Ghana in May 2003.",
        "ambassador-recalled PER > GHA 2003-05",
    ),
    (
        "Togo, the first state of the bloc to back the plan, expelled two Peruvian diplomats on Monday.",
        "diplomats-expelled TGO > PER 2024-06-10",
    ),
    // Who is given help, and money of another country.
    (
        "Peru congratulated the Ghanaians and promised them help in training nurses.",
        "congratulations-sent PER > GHA 2024-06-14; aid-pledged PER > GHA 2024-06-14",
    ),
    ("Peru has pledged A$7 million for a port in Ghana.", "aid-pledged PER > GHA 2024-06-14"),
    // What an inquiry showed is said by whoever tells of it, and what is so in somebody's words by them.
    (
        "Peru severed ties with Ghana, saying an inquiry had shown that Accra was behind the bombing.",
        "ties-severed PER > GHA 2024-06-14; accusation-made PER > GHA 2024-06-14",
    ),
    ("Peru said evidence showed that Chile had violated the accord.", "accusation-made PER > CHL 2024-06-14"),
    (
        "Peru said an inquiry by Chile had shown that Ghana was behind the attack.",
        "accusation-made CHL > GHA 2024-06-14",
    ),
    (
        "In the words of Peruvian President Dina Boluarte, Chile violated the pact.",
        "accusation-made PER > CHL 2024-06-14",
    ),
    (
        "Peru recalled its envoy to Chile, Foreign Minister Ana Quispe said. In her view, Chile violated the pact.",
        "ambassador-recalled PER > CHL 2024-06-14; accusation-made PER > CHL 2024-06-14",
    ),
    // Whoever lets people go had taken them.
    (
        "Peru freed three Ghanaian sailors on Monday. The sailors had been detained on April 3.",
        "prisoners-released PER > GHA 2024-06-10; person-detained PER > GHA 2024-04-03",
    ),
    (
        "Peru on Monday deported two Ghanaian journalists. They had been arrested in May.",
        "person-deported PER > GHA 2024-06-10; person-detained PER 2024-05",
    ),
    (
        "Peru blamed Chile for the raid. It would be held responsible for the damage.",
        "accusation-made PER > CHL 2024-06-14",
    ),
    // When something was signed is no news where that was told.
    (
        "Peru froze its pact with Ghana on Monday. The pact was signed in 2010. When it was signed, Ghana praised Peru.",
        "agreement-suspended PER > GHA 2024-06-10; agreement-signed GHA + PER 2010; praise-given GHA > PER ..2024-06-14",
    ),
    // Whom somebody reproaches, that answers what was done or what is spoken of.
    (
        "Peru shut the crossing at Tacna on Monday, hours after its defence ministry accused Chile of moving troops to the frontier.",
        "movement-restricted PER > CHL 2024-06-10; accusation-made PER > CHL 2024-06-09..2024-06-10",
    ),
    (
        "Ghana closed the port of Tema on Monday after the government accused Togo of smuggling arms.",
        "movement-restricted GHA > TGO 2024-06-10; accusation-made GHA > TGO 2024-06-09..2024-06-10",
    ),
    (
        "Ghana called the step illegal and threatened Peru with sanctions.",
        "criticism-made GHA > PER 2024-06-14; sanctions-threatened GHA > PER 2024-06-14",
    ),
    (
        "Ghana called the offer historic and threatened Peru with sanctions.",
        "sanctions-threatened GHA > PER 2024-06-14",
    ),
    // What is promised not to be done is a promise, also after a meeting.
    ("The leaders of Ghana and Togo promised not to threaten each other.", "commitment-made GHA + TGO 2024-06-14"),
    (
        "The leaders of Ghana and Togo promised not to threaten one another after they met on Monday.",
        "commitment-made GHA + TGO 2024-06-14; meeting-held GHA + TGO 2024-06-10",
    ),
    // A group, wherever it is at home, and two neighbours of an area.
    ("Chile has designated Turkey's PKK movement a terrorist organization.", "designation-made CHL > TUR 2024-06-14"),
    (
        "Ghana and Togo signed a pact on Monday. Soldiers of the two West African neighbours clashed in June 2008.",
        "agreement-signed GHA + TGO 2024-06-10; clash-fought GHA + TGO 2008-06",
    ),
    (
        "The presidents of Peru and Chile met on Monday. The two heads of state reopened a border crossing.",
        "meeting-held CHL + PER 2024-06-10; movement-eased CHL + PER 2024-06-14",
    ),
    // Who is given something stands before it without an article, or with a clause of his own.
    ("Peru gave Chile 30 days to reopen the crossing.", "ultimatum-given PER > CHL 2024-06-14"),
    ("The African Union granted Kenya observer status on Monday.", "membership-granted KEN > AU 2024-06-10"),
    // A time within a clause that no comma has closed, and nouns bound by a hyphen.
    (
        "Peru said on Thursday it was closing its embassy in Chile, whose police had arrested a Peruvian two days earlier on spying charges.",
        "embassy-closed PER > CHL 2024-06-13",
    ),
    ("Peru and Chile agreed on Monday to a \"full and lasting\" cease-fire.", "ceasefire-made CHL + PER 2024-06-10"),
    // What a relative pronoun is acted on in, where another verb stands over it.
    (
        "Ghana hopes for a seat in the African Union, which it sought to join in 2023.",
        "membership-sought GHA > AU 2023",
    ),
    // A particle behind an aside, and a past form on top with a clause before its second verb.
    (
        "Ghana handed the banker, wanted for fraud, over to Peruvian authorities on Monday.",
        "person-extradited GHA > PER 2024-06-10",
    ),
    (
        "Peru protested to Chile's ambassador, who was called in on Monday, and closed the border.",
        "movement-restricted PER > CHL 2024-06-14; protest-lodged PER > CHL 2024-06-14",
    ),
    // A past form before whose something is, taken for an adjective.
    (
        "Peru lifted the curbs on Ghana but prolonged its sanctions on Chile.",
        "sanctions-maintained PER > CHL 2024-06-14; sanctions-lifted PER > GHA 2024-06-14",
    ),
    // A year told in a relative clause, and "that same year".
    (
        "Peru, which left the African Union in May 2010, severed ties with Chile in December that year.",
        "ties-severed PER > CHL 2010-12; membership-withdrawn-from PER > AU 2010-05",
    ),
    (
        "Peru severed ties with Chile in March 2010, and in June that same year it closed its embassy.",
        "ties-severed PER > CHL 2010-03; embassy-closed PER > CHL 2010-06",
    ),
];

#[test]
fn what_is_told_in_plain_constructions_is_understood() {
    check(CASES);
}
