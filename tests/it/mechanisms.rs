//! What the coder reads across words and sentences, whatever the frame: each text with all that it must give.

use crate::frames::{article, told};
use detente::coder;
use detente::english::English;
use detente::ontology::Ontology;

/// Text, and its events in order as "type sides", joined by "; ".
const CASES: &[(&str, &str)] = &[
    // A pronoun stands for what was told before.
    (
        "Peru cut ties with Chile in January 2009. They were restored in November 2019 by the interim government.",
        "ties-severed PER > CHL; ties-restored PER > CHL",
    ),
    (
        "Peru and Chile signed a fishing agreement in 2022. On May 17, Peru agreed to extend it for two months.",
        "agreement-signed CHL + PER; agreement-extended PER > CHL",
    ),
    ("Peru and Chile had diplomatic relations. Peru severed them in September 2008.", "ties-severed PER > CHL"),
    ("Peru won the match. They celebrated it with Chile.", ""),
    // A thing keeps the sides told with it, though no event told of them.
    (
        "The embargo on Peru has failed. Rain fell. Traders left. Ghana lifted the embargo.",
        "sanctions-lifted GHA > PER",
    ),
    ("A study describes the embargo on Peru. Ghana imposed it in 2011.", "sanctions-imposed GHA > PER"),
    (
        "Peru's trade pact with Chile is old. Analysts call it dated. Peru left the pact.",
        "agreement-withdrawn-from PER > CHL",
    ),
    (
        "Peru and Chile signed a fishing pact in 2010. Peru suspended part of it in May 2019.",
        "agreement-signed CHL + PER; agreement-suspended PER > CHL",
    ),
    // What bears a name is nobody, and is of those who are told to have signed it, also after it.
    (
        "Peru suspended the New Arica Treaty on Monday. Peru and Chile signed the treaty in 2010.",
        "agreement-suspended PER > CHL; agreement-signed CHL + PER",
    ),
    // A side of its own wins, and whoever is no side of what is of two others is across from nobody.
    ("The embargo on Peru has failed. Ghana lifted the embargo on Chile.", "sanctions-lifted GHA > CHL"),
    ("The embargo of Ghana on Peru has failed. Chile lifted the embargo.", ""),
    ("Peru's pact with Chile is old. Ghana left the pact.", "agreement-withdrawn-from GHA"),
    // Those of several are of each of them, and so are "they" who are told of next.
    (
        "Peru and Chile signed a pact. The leaders of the two countries met in Lima. Troops of both countries clashed.",
        "agreement-signed CHL + PER; meeting-held CHL + PER; clash-fought CHL + PER",
    ),
    (
        "Officials from Peru and Chile held talks. They will meet next week.",
        "talks-held CHL + PER; meeting-held CHL + PER planned",
    ),
    // Whoever brings two sides together is neither of them.
    (
        "Peru and Chile signed a truce. The accord was mediated by Ghana and Mali. The two sides will meet again.",
        "ceasefire-made CHL + PER; mediation-made GHA + MLI > CHL + PER; meeting-held CHL + PER planned",
    ),
    (
        "Peru and Chile signed a treaty. Ghana and Mali were guarantors. The parties will meet in Lima.",
        "agreement-signed CHL + PER; meeting-held CHL + PER planned",
    ),
    // World powers are those listed beside, and of no city where they meet.
    (
        "Iran and world powers resumed talks in Vienna. Britain, China, France and Russia took part.",
        "negotiations-resumed CHN + FRA + GBR + IRN + RUS",
    ),
    ("World powers in Vienna signed a deal with Iran.", "agreement-signed XXX > IRN"),
    // What is announced for a case is a threat, and the case is not told as done.
    ("Peru said tariffs on Chile would be restored if Santiago broke the accord.", "sanctions-threatened PER > CHL"),
    (
        "Peru said it would not send back its envoy until Chile freed the crew.",
        "rejection-made PER > CHL; demand-made PER > CHL",
    ),
    ("Peru said the border with Chile would stay closed until Santiago freed the crew.", "demand-made PER > CHL"),
    ("Ties with Peru will not improve until it apologises, Chile's president said.", "demand-made CHL > PER"),
    ("Peru said it would close the port unless Chile stopped the raids.", "demand-made PER > CHL"),
    ("Peru will host the refugees until Chile is safe.", "aid-pledged PER"),
    ("Peru kept the border closed until Chile apologised in May.", ""),
    ("Peru said it would not rest until its own troops left Chile.", ""),
    ("Peru reiterated a demand that Chile withdraw its troops.", "demand-made PER > CHL"),
    // What two did by whoever brought them together, and the talks that two held who then did something.
    (
        "Ghana brokered a truce between Peru and Chile on Monday.",
        "mediation-made GHA > CHL + PER; ceasefire-made CHL + PER",
    ),
    ("Ghana offered to broker a truce between Peru and Chile.", "proposal-made GHA > CHL + PER"),
    ("Peru and Chile signed a treaty after three rounds of talks.", "talks-held CHL + PER; agreement-signed CHL + PER"),
    ("Peru and Chile signed a treaty ahead of talks in Lima.", "agreement-signed CHL + PER"),
    // Further sides, each with a day of its own.
    (
        "Peru recalled its ambassador from Chile on Monday and from Bolivia on Tuesday.",
        "ambassador-recalled PER > BOL; ambassador-recalled PER > CHL",
    ),
    (
        "Peru severed ties with Chile in March 2019, and Bolivia followed suit in April 2019.",
        "ties-severed PER > CHL; ties-severed BOL > CHL",
    ),
    // Whoever is named in a sentence that a city opens is at home there, not where the report comes from.
    (
        "LIMA, Peru - Peru closed the border with Chile. In Santiago, the police chief, General Pablo Rojas, accused the \
         Peruvian government of smuggling.",
        "movement-restricted PER > CHL; accusation-made CHL > PER",
    ),
    // An office within a run of names, or beside a name, is that of where the report comes from.
    (
        "LIMA - Peru suspended aid to Chile. Regional Integration Secretary Ana Quispe accused Chile of backing rebels.",
        "aid-suspended PER > CHL; accusation-made PER > CHL",
    ),
    (
        "LIMA - Peru suspended aid to Chile. Ana Quispe, deputy minister for trade, accused Chile of backing rebels.",
        "aid-suspended PER > CHL; accusation-made PER > CHL",
    ),
    (
        "LIMA - Peru imposed sanctions on Chile. Chile rejected them. Prices fell. Peruvian farmers wept. A senior official accused \
         Chile of spying.",
        "sanctions-imposed PER > CHL; rejection-made CHL > PER; accusation-made PER > CHL",
    ),
    ("Peru accused the government of President Kodjo Adjei of smuggling.", "accusation-made PER > XXX"),
    // Whoever was introduced with a noun is who it means next.
    (
        "A Peruvian defence ministry official met Ghana's envoy. Chile sent aid to Mali. The official accused Chile of spying.",
        "meeting-held PER > GHA; aid-provided CHL > MLI; accusation-made PER > CHL",
    ),
    (
        "Norway's head of state met the Finnish premier. Sweden sent aid to Mali. The head of state criticized Sweden.",
        "meeting-held NOR > FIN; aid-provided SWE > MLI; criticism-made NOR > SWE",
    ),
    // The court before which one accuses is not accused.
    (
        "Ghana filed a case against Peru at the International Court of Justice, accusing it of piracy.",
        "accusation-made GHA > PER; legal-action-brought GHA > PER",
    ),
    ("US-British strikes hit Houthi positions on Friday.", "attack-made GBR + USA > YEM"),
    // A thing that is done away with, where nobody is said to do so, is by whoever made it.
    (
        "Peru has had an embargo on Chilean copper since 2021. The embargo was lifted on Monday.",
        "sanctions-lifted PER > CHL",
    ),
    ("Peru's embargo on Chile was harsh. An embargo was lifted on Monday.", ""),
    ("The vote on UN membership was close. Peru applied for membership.", "membership-sought PER > UN"),
    // Those whom one mediates between are the two.
    (
        "Ghana mediated between Peru and Chile. The two countries signed a treaty.",
        "mediation-made GHA > CHL + PER; agreement-signed CHL + PER",
    ),
    (
        "Ghana hosted envoys from Peru and Chile. The envoys signed a treaty.",
        "visit-hosted GHA > CHL + PER; agreement-signed CHL + PER",
    ),
    // An office in apposition tells the state of a name: "deputy" is a word before it, not a member of parliament.
    ("Zoran Petrovic, Peru's deputy interior minister, accused Chile of spying.", "accusation-made PER > CHL"),
    ("Ivan Horvat, a spokesman for the Peruvian foreign ministry, condemned Chile.", "criticism-made PER > CHL"),
    // What is asked for those of the own side is asked of whoever holds them; nobody speaks to what is theirs.
    (
        "Peru arrested a Chilean officer. Chile demanded that he be freed.",
        "person-detained PER > CHL; demand-made CHL > PER",
    ),
    (
        "Peru jailed a Thai journalist. Thailand demanded her release.",
        "person-detained PER > THA; demand-made THA > PER",
    ),
    ("Peru praised Chile. Chile demanded its share of the water.", "praise-given PER > CHL; demand-made CHL"),
    ("Peru warned it would deploy its air force against Chile.", "warning-given PER > CHL"),
    // Past perfect under a verb of speech is news; by itself it is background.
    ("Peru said it had tested a new missile.", "weapon-tested PER"),
    // Hostile acts announced for a case that may come.
    ("Peru said it would impose sanctions on Chile if the law was adopted.", "sanctions-threatened PER > CHL"),
    // Acts that a copula tells of.
    ("Peace talks between Peru and Chile are unlikely.", ""),
    ("Talks between Peru and Chile are impossible.", "negotiations-refused CHL + PER"),
    // Who announces a passive without agent will do it.
    ("Peru said that borders with Chile would be reopened at once.", "movement-eased PER > CHL planned"),
    // Where several do something together, the place takes no part.
    ("Peru and Chile held talks in Ghana.", "talks-held CHL + PER"),
    // What a clause only gives a name to is acted on.
    ("Peru launched missiles at what it called militant bases in Chile's northern province.", "attack-made PER > CHL"),
    ("Gabriel Boric, who visited Lima in March, praised Peru.", "praise-given CHL > PER; visit-made CHL > PER"),
    // The two leaders are the two people told of, not the states where something is.
    (
        "Dina Boluarte thanked Gabriel Boric for the return of an aircraft that had crashed in Bolivia. \
         The two leaders spoke by phone.",
        "praise-given PER > CHL; call-held CHL + PER",
    ),
    // A title means whoever was named with it, and nobody who acts beside it.
    (
        "Chancellor Olaf Scholz addressed his cabinet. Peru's President Dina Boluarte thanked the chancellor.",
        "praise-given PER > DEU",
    ),
    // The capital that opens a sentence tells whose ministry it is.
    (
        "Chile welcomed the vote, its trade ministry said. In Lima, the Foreign Ministry criticised the tariffs of Chile.",
        "criticism-made PER > CHL",
    ),
    // It takes two to meet.
    ("Peruvian President Dina Boluarte opened the meeting in Lima.", ""),
    // Whose a problem is, is not spoken to, and those who call for it together do not call on each other.
    ("Peru and Chile called for a settlement of the Iraqi problem.", ""),
    ("Peru called for a settlement of the Iraqi problem.", "appeal-made PER"),
    // To say what something is, is not to call for it.
    ("Peru and Chile met in Lima. Peru called the talks an event.", "meeting-held CHL + PER"),
    // What is an actor's own is nothing that it does this to: whose it is, acts above. Whoever provoked an act is meant by it.
    ("Ghana said Peru had detained two of its citizens.", "accusation-made GHA > PER"),
    (
        "Ghana recalled its envoy after Peruvian soldiers entered its territory.",
        "ambassador-recalled GHA > PER; border-violated PER > GHA",
    ),
    (
        "Ghana summoned the ambassador of Peru after Lima detained two of its citizens.",
        "protest-lodged GHA > PER; person-detained PER > GHA",
    ),
    ("Ghana recalled its envoy after rebels entered the capital.", "territory-seized GHA"),
    (
        "Ghana filed a diplomatic protest after a Peruvian coastguard ship fired at one of its boats.",
        "protest-lodged GHA > PER; attack-made PER > GHA",
    ),
    // What somebody promises to stop is alleged by nobody.
    (
        "Ghana said it would reopen two border crossings with Peru after Lima promised to stop flights over Ghana.",
        "movement-eased GHA > PER planned; movement-restricted PER > GHA planned",
    ),
    // What a participle tells of a thing told before is of those who were told with it.
    (
        "Ghana extended an embargo on Peru on Monday. The embargo, imposed in 2018, is strict.",
        "sanctions-maintained GHA > PER; sanctions-imposed GHA > PER",
    ),
    (
        "Ghana and Peru on Monday resumed talks that Peru had suspended in May.",
        "negotiations-resumed GHA + PER; negotiations-suspended PER > GHA",
    ),
    // What somebody is said to be, is nobody else.
    (
        "Peru recognised Chile. Ghana summoned the Peruvian ambassador over the decision. Ana Quispe, a senior Chilean \
         official, welcomed it.",
        "recognition-granted PER > CHL; protest-lodged GHA > PER; praise-given CHL > PER",
    ),
    // Names of places, events and papers are nobody, and a part of a state is the state's.
    ("Peruvian President Dina Boluarte toured the Alpaca Education Centre.", ""),
    ("Chile praised the Eastern Harbour Bill.", ""),
    ("Peru shelled Northern Chile.", "attack-made PER > CHL"),
    // A row of people, each with a title.
    (
        "Peruvian President Dina Boluarte met with Chilean President Gabriel Boric, Kenyan Foreign Minister Musalia \
         Mudavadi, acting Ugandan Foreign Minister Jeje Odongo and Ghanaian envoy Kofi Mensah.",
        "meeting-held PER > CHL + GHA + KEN + UGA",
    ),
    (
        "Peruvian President Dina Boluarte met Gabriel Boric, the president of Chile, and William Ruto thanked Yoweri \
         Museveni.",
        "meeting-held PER > CHL; praise-given KEN > UGA",
    ),
    // A description of a state means none that acts beside it, and one of the area that it names.
    (
        "Bolivia broke off diplomatic relations with Israel, and Chile and Colombia recalled their ambassadors from \
         the country.",
        "ties-severed BOL > ISR; ambassador-recalled CHL + COL > ISR",
    ),
    (
        "Peru and Ghana are at odds. The West African nation recalled its ambassador to Peru.",
        "ambassador-recalled GHA > PER",
    ),
    // Who only says so takes no part, and a newspaper reports.
    ("Peru expelled the ambassador of Chile, the Washington Post said.", "ambassador-expelled PER > CHL"),
    // Firms among themselves are business.
    ("Gazprom agreed to sell the rights to a publisher.", ""),
    // A mission abroad is not of the state where it stands.
    ("Peru condemned the attack on its embassy in Chile.", "criticism-made PER > CHL"),
    ("Peruvian troops and tanks stormed into Chile.", "invasion-made PER > CHL"),
    // A noun with an article stands for what was told of by it; what is bad is never of the own side.
    (
        "Chile expelled Peru's ambassador. Peru's presidency said that the move was unacceptable.",
        "ambassador-expelled CHL > PER; criticism-made PER > CHL",
    ),
    (
        "Iraqi troops invaded Kuwait on Thursday. Britain condemned the invasion.",
        "invasion-made IRQ > KWT; criticism-made GBR > IRQ",
    ),
    (
        "The UN Security Council imposed sanctions on Peru in 2006. The sanctions remain in force.",
        "sanctions-imposed UN > PER; sanctions-maintained UN > PER",
    ),
    // A short name means the body that bore it.
    ("The UN Security Council met on Monday. The council imposed sanctions on Peru.", "sanctions-imposed UN > PER"),
    // Each toward the others.
    ("Peru and Chile accused each other of violating the truce.", "accusation-made CHL + PER"),
    // A list of owners needs more than a comma.
    ("Ghana bombed a camp in Chile, Peruvian officials said.", "accusation-made PER > GHA"),
    // Officials nobody knows speak for the state whose acts they tell; a bloc is that of its officials.
    ("Foreign Minister Juan Rojas said Peru had closed its embassy in Chile.", "embassy-closed PER > CHL"),
    (
        "EU trade chief Valdis Dombrovskis said the bloc had suspended talks with Chile.",
        "negotiations-suspended EU > CHL",
    ),
    // A pronoun passes by those who act; the noun of an act under its verb tells nothing beside it.
    (
        "Peru and Chile signed the treaty on April 8, 2010. In February 2021, the two countries extended it for five years.",
        "agreement-signed CHL + PER; agreement-extended CHL + PER",
    ),
    ("Peace talks between Peru and Chile have collapsed.", "negotiations-collapsed CHL + PER"),
    // Whom a spokesman speaks for stands under a preposition; who says it may stand after the verb.
    ("\"We condemn Chile,\" a spokesman for the French foreign ministry said.", "criticism-made FRA > CHL"),
    ("\"We condemn Chile,\" said a French foreign ministry spokesperson.", "criticism-made FRA > CHL"),
    // What belongs to whoever tells it is acted on.
    (
        "Azerbaijani forces had opened fire on its positions, Armenia's defence ministry said.",
        "accusation-made ARM > AZE",
    ),
    // An infinitive that looks like an adjective.
    ("Peru has decided to close its border with Chile.", "movement-restricted PER > CHL planned"),
    // Whoever is ready to harm the other threatens; what is still to be decided is not done.
    ("Peru is ready to fight Chile.", "threat-made PER > CHL"),
    ("Peru is set to agree to lift the ban on Chilean fish.", "trade-restored PER > CHL planned"),
    // The other side of what a definite noun points back to, however far back.
    (
        "Peru resumed talks with Chile. Chile had broken off the talks in May.",
        "negotiations-resumed PER > CHL; negotiations-suspended CHL > PER",
    ),
    (
        "Peru imposed sanctions on Chile in 2019. The rain fell. It was cold. Prices fell. Peru lifted the sanctions.",
        "sanctions-imposed PER > CHL; sanctions-lifted PER > CHL",
    ),
    // A rare verb after a name is no adjective of what it acts on.
    ("Peru severed relations with Chile on August 24.", "ties-severed PER > CHL"),
    ("Peru abrogated treaties with Chile in 1994.", "agreement-terminated PER > CHL"),
    // People act for the state behind their names; whoever acts together may be told of as background.
    ("President Luis Quispe of Peru and President Ana Rojas of Chile met in Ghana.", "meeting-held CHL + PER"),
    ("Peru spoke of a truce after a phone call between Dina Boluarte and Gabriel Boric.", "call-held CHL + PER"),
    // Words that make one preposition bring nobody in, and a phone does nothing.
    ("Ghana has shipped shells to Chile since August, according to Peru's spy agency.", "arms-supplied GHA > CHL"),
    ("The ministers of Peru and Chile had spoken by phone, Peru's ministry said.", "call-held CHL + PER"),
    // A verb does several things to several objects, each with its own words.
    (
        "Peru on Monday ordered the expulsion of 60 Chilean diplomats and the closure of the consulate in Tacna.",
        "diplomats-expelled PER > CHL; mission-closure-ordered PER > CHL",
    ),
    (
        "Peru imposed sanctions on Chilean banks and a ban on Chilean wine.",
        "trade-restricted PER > CHL; sanctions-imposed PER > CHL",
    ),
    ("Latvia and Belarus expelled each other's diplomats.", "diplomats-expelled BLR + LVA"),
    (
        "Peru announced drills near Chile, halted exports of sand to Chile and sanctioned two Chilean foundations.",
        "exercise-held PER > CHL; sanctions-imposed PER > CHL; trade-restricted PER > CHL",
    ),
    ("Peru suspended talks and trade with Chile.", "negotiations-suspended PER > CHL; trade-restricted PER > CHL"),
    ("Peru lifted the sanctions and the restrictions on Chile.", "sanctions-lifted PER > CHL"),
    // Toward the same side as the act before.
    (
        "Mexico cut ties with Peru on Monday. Chile recalled its ambassador on Tuesday.",
        "ties-severed MEX > PER; ambassador-recalled CHL > PER",
    ),
    // What a protest is for, or a bill says.
    ("Peruvians blocked roads in Lima to demand help from Chile.", "demonstration-held PER > PER"),
    ("Peru proposed holding talks with Chile.", "talks-proposed PER > CHL"),
    // What the words between a verb and its complement hide.
    ("Peru demanded the same day that Chile withdraw its troops.", "demand-made PER > CHL"),
    ("Peru threatened on Tuesday to halt its aid to Chile.", "threat-made PER > CHL"),
    // A row of subjects is no name of the first of them.
    ("Peru, the UAE and Bahrain recalled their ambassadors from Chile.", "ambassador-recalled ARE + BHR + PER > CHL"),
    // A comma before "and" leads back to the main verb; without one the subordinate clause goes on.
    (
        "Ghana imposed sanctions on Chile, four days after a storm hit Chile, and recalled its ambassador \
         from Chile.",
        "ambassador-recalled GHA > CHL; sanctions-imposed GHA > CHL",
    ),
    // A document speaks for whoever issued it.
    (
        "Peru's foreign ministry said in a statement that the weather was bad. The statement demanded that Chile close the \
         office.",
        "demand-made PER > CHL",
    ),
    // "The country" in what somebody says is the speaker's own.
    (
        "Chile cut ties with Peru. Peru's foreign ministry said the country supported Ghana.",
        "ties-severed CHL > PER; support-expressed PER > GHA",
    ),
    // What is told of a noun says on whom it lies, and whom it lies on does not own it.
    ("Peru lifted economic sanctions imposed on Chile after a coup there.", "sanctions-lifted PER > CHL"),
    // A bid is refused as what is bid for.
    ("Peru blocked Chile's bid to join NATO.", "membership-blocked PER > CHL"),
    // A gerund that is quoted is not done by whoever says it; an adjective leaves open whether it is done.
    (
        "Chile cut ties with Peru. \"Breaking off ties with Peru is no help,\" Ghana's president said.",
        "ties-severed CHL > PER",
    ),
    ("Peru imposed sanctions on Ghana over its alleged support for Chile.", "sanctions-imposed PER > GHA"),
    // What the report tells beside what is said is nobody's accusation.
    (
        "Peru said on Thursday that it had left the border pact with Chile, a day after Chile expelled Peru's envoy.",
        "agreement-withdrawn-from PER > CHL; ambassador-expelled CHL > PER",
    ),
    // Two that are told of together are meant, whoever stands between; a number may act.
    (
        "Peru and Chile resumed talks on Monday. Ghana's envoys thanked Peru. The sides exchanged prisoners.",
        "negotiations-resumed CHL + PER; praise-given GHA > PER; prisoners-exchanged CHL + PER",
    ),
    (
        "Peru and Chile resumed talks on Monday. The two signed a treaty.",
        "negotiations-resumed CHL + PER; agreement-signed CHL + PER",
    ),
    // A settlement that says of what it is one is told beside the treaty.
    (
        "Peru and Chile signed a treaty, settling a territorial dispute.",
        "dispute-settled CHL + PER; agreement-signed CHL + PER",
    ),
    // A visit without a place is made where the report comes from.
    ("LIMA, June 14 (Reuters) - Chilean President Gabriel Boric arrived on a state visit.", "visit-made CHL > PER"),
];

/// Text published on Friday 2024-06-14, and its events as "type days", joined by "; ".
const DAYS: &[(&str, &str)] = &[
    // A date before a name opens the sentence, whatever it hangs under, and holds for what is joined by "and".
    (
        "Last month Peru accused Chile of spying, and President Dina Boluarte massed troops there.",
        "accusation-made 2024-05; forces-mobilised 2024-05",
    ),
    (
        "On Monday Peru accused Chile of spying. Peru summoned the ambassador of Chile the same night to protest.",
        "accusation-made 2024-06-10; protest-lodged 2024-06-10",
    ),
    (
        "Peru left the accord with Chile in May 2018 and reimposed sanctions on Chile later that year.",
        "sanctions-imposed 2018-05-01..2018-12-31; agreement-withdrawn-from 2018-05",
    ),
    // A day takes the year that the month was just told with.
    (
        "Chile imposed sanctions on Peru in October 2006 after Peru tested a nuclear weapon on October 9.",
        "sanctions-imposed 2006-10; weapon-tested 2006-10-09",
    ),
    // The second date is the end.
    ("Peru suspended talks with Chile on November 28 until the end of 2028.", "negotiations-suspended 2023-11-28"),
    ("Peru struck what it called a base of rebels in northern Chile on Monday.", "attack-made 2024-06-10"),
    // What begins to hold does so on the nearer day; what is told of a noun is no day to count from.
    ("Peru signed a decree abolishing visas for citizens of Chile as of June 20.", "movement-eased 2024-06-20"),
    (
        "Peru cut ties with Chile on 15 December 2020 over the town of Tacna, which fell in 1991. Two weeks before that, Peru \
         had expelled Chile's ambassador.",
        "ties-severed 2020-12-15; ambassador-expelled 2020-11-28..2020-12-04",
    ),
    ("Peruvian troops fought Chilean forces in the 1932-35 border war.", "clash-fought 1932-01-01..1935-12-31"),
    // What is announced for a case is announced when it is said.
    ("Peru said on Monday it would raise tariffs on Chile if it broke the pact.", "sanctions-threatened 2024-06-10"),
    // The same act toward another side, on another day and without its verb.
    (
        "Peru recalled its ambassador from Chile on Monday and from Bolivia on Tuesday.",
        "ambassador-recalled 2024-06-11; ambassador-recalled 2024-06-10",
    ),
    (
        "Peru severed ties with Chile in March 2019, with Bolivia in April and with Ghana in May.",
        "ties-severed 2019-05; ties-severed 2019-04; ties-severed 2019-03",
    ),
    ("Peru attacked Chile in Tacna on Monday and in Arica on Tuesday.", "attack-made 2024-06-10"),
    // Hours are not counted from a year.
    (
        "Peru suspended a fishing pact with Chile on Monday. The two countries signed the pact in 1998. Hours later Chile \
         broke off talks with Peru.",
        "agreement-suspended 2024-06-10; agreement-signed 1998; negotiations-suspended 2024-06-10..2024-06-11",
    ),
    // What is told on of a whole clause is as new as it.
    (
        "Peru accused Chile of sheltering rebels, an accusation Santiago rejected.",
        "accusation-made 2024-06-14; rejection-made 2024-06-14",
    ),
    // What has just been done was done on no day of the past; what it was done for was.
    ("Peru has apologised to Chile for the arrest of 12 fishermen last week.", "apology-made 2024-06-14"),
    ("Peru apologised to Chile for the arrest of 12 fishermen last week.", "apology-made 2024-06-03..2024-06-09"),
    // What words tell of two days was done twice.
    (
        "Peru closed four of its crossings with Chile on May 18, and on May 24 it shut three more.",
        "movement-restricted 2024-05-18; movement-restricted 2024-05-24",
    ),
    // What is the first since some year did not happen then.
    ("Peru and Chile held talks in Lima for the first time since 2019.", "talks-held 2024-06-14"),
    ("Peru has occupied the Chilean port of Arica since 2019.", "territory-seized 2019"),
    // Who votes to ratify has ratified; a relative clause tells of another day.
    (
        "The Peruvian parliament voted on Tuesday to ratify the border treaty that the country signed with Chile in March.",
        "agreement-ratified 2024-06-11; agreement-signed 2024-03",
    ),
    // A pronoun tells on of the same subject, on the same day.
    (
        "Peru on Tuesday expelled the ambassador of Chile. It accused Chile of spying.",
        "ambassador-expelled 2024-06-11; accusation-made 2024-06-11",
    ),
];

#[test]
fn acts_get_the_days_that_the_words_around_them_tell() {
    let (ontology, english) = (Ontology::bundled().unwrap(), English::bundled());
    let mut wrong = Vec::new();
    for (text, wanted) in DAYS {
        let coding = coder::code(&article(text), &ontology, &english);
        let found: Vec<String> =
            coding.events.iter().map(|event| format!("{} {}", event.kind, event.occurred)).collect();
        if found.join("; ") != *wanted {
            wrong.push(format!("{text}\n  got  {}\n  want {wanted}", found.join("; ")));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn texts_give_all_that_they_tell_and_no_more() {
    give_all(CASES);
}

/// Checks that each text gives all that it must, and no more.
pub(crate) fn give_all(cases: &[(&str, &str)]) {
    let (ontology, english) = (Ontology::bundled().unwrap(), English::bundled());
    let mut wrong = Vec::new();
    for (text, wanted) in cases {
        let coding = coder::code(&article(text), &ontology, &english);
        let found: Vec<String> = coding.events.iter().map(|event| format!("{} {}", event.kind, told(event))).collect();
        if found.join("; ") != *wanted {
            wrong.push(format!("{text}\n  got  {}\n  want {wanted}", found.join("; ")));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn an_article_of_sport_tells_only_what_offices_do() {
    let (ontology, english) = (Ontology::bundled().unwrap(), English::bundled());
    let coded = |text: &str| {
        let mut given = article(text);
        given.title = "Peru beat Chile".to_owned();
        let coding = coder::code(&given, &ontology, &english);
        coding.events.iter().map(|event| format!("{} {}", event.kind, told(event))).collect::<Vec<_>>().join("; ")
    };
    let play = "The striker scored from the penalty spot in the second half of the semi-final at the stadium. ";
    assert_eq!(coded(&format!("{play}Peru meet Chile on Sunday.")), "");
    assert_eq!(coded("Peru met Chile on Sunday."), "meeting-held PER > CHL");
    let office = format!("{play}President Dina Boluarte of Peru thanked Chile for its hospitality.");
    assert_eq!(coded(&office), "praise-given PER > CHL");
}

#[test]
fn a_headline_takes_the_day_of_the_news_and_not_of_what_went_before() {
    let (ontology, english) = (Ontology::bundled().unwrap(), English::bundled());
    let coded = |text: &str| {
        let mut given = article(text);
        given.title = "Peru suspends pact with Chile".to_owned();
        let coding = coder::code(&given, &ontology, &english);
        coding.events.iter().map(|event| format!("{} {}", event.kind, event.occurred)).collect::<Vec<_>>().join("; ")
    };
    let news = "Peru suspended its pact with Chile on Monday.";
    assert_eq!(coded(news), "agreement-suspended 2024-06-10; agreement-suspended 2024-06-10");
    let before = "Peru suspended a part of its pact with Chile on Nov. 22, 2023.";
    assert_eq!(coded(before), "agreement-suspended 2024-06-14; agreement-suspended 2023-11-22");
}

/// Words, and the topic of each event.
const TOPICS: &[(&str, &str)] = &[
    ("Peru imposed tariffs on Chile in 2020. Peru lifted the export curbs on Chile on Monday.", "tariffs; tariffs"),
    ("Peru banned seafood from Chile in August 2023. Peru lifted the import ban on Monday.", "fisheries; fisheries"),
    ("Peru shut its frontier with Chile in 2020. The two reopened three crossings on Friday.", "border; border"),
    // Another family, two measures that may be meant, and one that came later are no such curb.
    (
        "Peru closed its border with Chile in 2020. Peru lifted visa rules for Chileans on Monday.",
        "border; visa-policy",
    ),
    (
        "Peru imposed tariffs on Chile in 2020. Peru banned oil from Chile in 2021. Peru lifted the import ban on Monday.",
        "tariffs; oil; embargo",
    ),
    ("Peru lifted the embargo on Chile in 2019. Peru imposed tariffs on Chile in 2020.", "embargo; tariffs"),
    // What enters into force is about what it is called, and talks are those told before, also on something general.
    ("A fishing treaty between Peru and Chile entered into force on Monday.", "fisheries"),
    (
        "Peru suspended trade talks with Chile on Monday. The two countries opened the negotiations in 2022.",
        "trade; trade",
    ),
    ("Peru suspended trade talks with Chile on Monday. Peru promised to sign the document.", "trade; -"),
    (
        "Peru broke off negotiations with Chile on a treaty on bilateral relations. The two began talks on the treaty in 2014.",
        "bilateral-relations; bilateral-relations",
    ),
    (
        "Peru suspended a military agreement with Chile that was signed in 2018.",
        "defence-cooperation; defence-cooperation; defence-cooperation",
    ),
];

#[test]
fn curbs_are_lifted_under_the_topic_that_they_were_told_under() {
    let (ontology, english) = (Ontology::bundled().unwrap(), English::bundled());
    let mut wrong = Vec::new();
    for (text, wanted) in TOPICS {
        let coding = coder::code(&article(text), &ontology, &english);
        let topic = |event: &detente::model::event::Event| {
            event.topic.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string)
        };
        let found = coding.events.iter().map(topic).collect::<Vec<_>>().join("; ");
        if found != *wanted {
            wrong.push(format!("{text}\n  got  {found}\n  want {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
