//! Who is meant, in speech and across sentences: each text with all that it must give.

use crate::frames::{article, told};
use detente::coder;
use detente::english::English;
use detente::model::category::Stance;
use detente::ontology::Ontology;

/// Text, and its events in order as "type sides", joined by "; ".
const CASES: &[(&str, &str)] = &[
    // Whoever is summoned to the ministry is none of its own.
    (
        "Peru's foreign ministry was angry, a spokesman said. The Chilean ambassador was summoned to the ministry on Tuesday.",
        "protest-lodged PER > CHL",
    ),
    // Nor is whoever speaks of "us" of the state that it names.
    (
        "Peru expelled Chile's ambassador on Monday. “In answer to the expulsion of our envoy in Chile, we summoned the Chilean ambassador,” the foreign ministry said.",
        "ambassador-expelled PER > CHL; protest-lodged PER > CHL",
    ),
    // Two who met somewhere need not be of there, nor is a colony of whoever ruled it.
    (
        "Peru and Chile met in May. A pact signed by the two governments in Quito in 2000 binds both.",
        "meeting-held CHL + PER; agreement-signed CHL + PER",
    ),
    (
        "Guyana put its army on alert. Peru's president charged that the former British possession was arming rebels.",
        "forces-mobilised GUY; accusation-made PER > GUY",
    ),
    (
        "Peru has received no reply. Chile and Bolivia broke off relations with their fellow OAS member in June 2017.",
        "ties-severed BOL + CHL > PER",
    ),
    (
        "Peru and Chile traded fire for days. The two forces clashed near Tacna on Wednesday.",
        "clash-fought CHL + PER; clash-fought CHL + PER",
    ),
    // Whence somebody speaks is not whom it hits.
    ("Peru's president announced a new tax on Chilean goods from Davos on Monday.", "trade-restricted PER > CHL"),
    // What flies is of whoever sent it.
    (
        "Drones launched at Chile from Peruvian ships violated Bolivia's airspace on Monday.",
        "border-violated PER > BOL",
    ),
    // What measures are, whoever took them does.
    (
        "Peru announced new measures on Monday. The measures include the expulsion of two Chilean diplomats.",
        "diplomats-expelled PER > CHL",
    ),
    ("The measures announced by Peru include the closure of its border with Chile.", "movement-restricted PER > CHL"),
    ("Peru's answer was the expulsion of two Chilean diplomats.", "diplomats-expelled PER > CHL"),
    ("Options include the expulsion of two Chilean diplomats.", ""),
    // What somebody said against one is no allegation of who heard it.
    ("Peru said that Chile had lodged a protest with it.", "protest-lodged CHL > PER"),
    // What is one's own is what was just told of another, and a firm is not the state that its adjective names.
    (
        "Peru has expelled Chile's ambassador and recalled its own from Santiago.",
        "ambassador-recalled PER > CHL; ambassador-expelled PER > CHL",
    ),
    ("Peruvian chip maker Asmel said it had suspended deliveries to Chile.", ""),
    // Whoever stands in what else is said is not the one who was welcomed, unless he acts there.
    (
        "Peru and Chile signed an accord. Bolivia welcomed the accord and said it would send a team of experts to Geneva.",
        "agreement-signed CHL + PER; praise-given BOL > CHL + PER; aid-pledged BOL > CHE",
    ),
    // Talks that are hosted are those just told of; which someone helped to broker, he brokered.
    (
        "Peru and Chile agreed to a ceasefire. Bolivian Foreign Minister Ana Rojas hosted the talks.",
        "ceasefire-made CHL + PER; visit-hosted BOL > CHL + PER",
    ),
    ("Peru and Chile agreed to a ceasefire. Bolivia hosted talks.", "ceasefire-made CHL + PER"),
    (
        "Peru and Chile signed the document, which Bolivia helped to mediate.",
        "agreement-signed CHL + PER; mediation-made BOL > CHL + PER",
    ),
    // Whom the second of two deeds acts on is whom the first was done to, whatever is named in between.
    (
        "Ghana suspended aid to Peru over its role in the conflict in Chile, and urged it to withdraw its troops.",
        "appeal-made GHA > PER; aid-suspended GHA > PER",
    ),
    // Police act at home: they are of the place, and the ministry is of whoever did the rest.
    (
        "Peru has cut ties with Chile after police stormed the Peruvian embassy in Santiago, the foreign ministry said.",
        "ties-severed PER > CHL; border-violated CHL > PER",
    ),
    (
        "Peru recalled its envoy from Chile after the government opened an embassy in Santiago.",
        "ambassador-recalled PER > CHL; embassy-opened PER > CHL",
    ),
    // The place where the only state named does something is of the other; where a council meets is not.
    (
        "Peru reopened its embassy in Santiago on Monday as the two countries restored diplomatic relations.",
        "embassy-opened PER > CHL; ties-restored CHL + PER",
    ),
    ("The council met in Lima. Chile said the two countries had cut ties.", ""),
    // An armed group at home in a state is not that state, and the place of the report does not act.
    (
        "OSLO, June 11 - Norway on Tuesday suspended talks with Rwanda, accusing it of arming the M23 rebels in the \
         Democratic Republic of Congo. Rwanda denies it arms the rebels. The two countries signed a pact in 2022.",
        "accusation-made NOR > RWA; negotiations-suspended NOR > RWA; denial-made RWA > COD; agreement-signed NOR + RWA",
    ),
    // What an owner has is what was told before.
    (
        "Peru recalled its ambassador and expelled Chile's.",
        "ambassador-recalled PER > CHL; ambassador-expelled PER > CHL",
    ),
    (
        "Peru expelled Chile's ambassador and Chile expelled Peru's ambassador.",
        "ambassador-expelled PER > CHL; ambassador-expelled CHL > PER",
    ),
    ("Peru decided on Monday to free four Chilean soldiers.", "prisoners-released PER > CHL planned"),
    (
        "Peru pledged $5 million in aid to Chile and expelled four Bolivian diplomats.",
        "aid-pledged PER > CHL; diplomats-expelled PER > BOL",
    ),
    ("Peru closed its embassy and Chile shut Peru's.", "embassy-closed CHL > PER"),
    // Who tells envoys to leave, a passive leaves out: whoever acted last against their state, else against whom it did, or
    // the state where they are posted.
    (
        "Peru cut ties with Chile. Chilean diplomats were given seven days to leave.",
        "ties-severed PER > CHL; diplomats-expelled PER > CHL",
    ),
    (
        "Peru expelled a Chilean consul. Peruvian diplomats were then given a week to leave.",
        "diplomats-expelled PER > CHL; diplomats-expelled CHL > PER",
    ),
    ("Chilean diplomats were given a week to leave.", ""),
    ("Peru's ambassador in Santiago has been told to leave within three days.", "ambassador-expelled CHL > PER"),
    ("Peru's ambassador to Chile was declared persona non grata.", "ambassador-expelled CHL > PER"),
    // A name that goes on in lower case.
    ("Peru signed an accord with the former Yugoslav republic of Macedonia.", "agreement-signed PER > MKD"),
    // A ministry that says it is of whose policy it tells; a name with its state behind it is of that state.
    (
        "Peru's policy of not selling arms to Chile is unchanged, the defence ministry said.",
        "arms-supplied PER > CHL negated",
    ),
    ("Presidents Ana Rojas of Bolivia and Luis Vega of Chile signed a treaty on Monday.", "agreement-signed BOL + CHL"),
    ("Luis Vega of Bolivia criticised Chile.", "criticism-made BOL > CHL"),
    // With whom one agrees to do it is the other side; with whom one feels is not.
    ("Peru agreed with Ghana to restore ties on Monday.", "ties-restored PER > GHA planned"),
    ("Peru agreed with Ghana to lift sanctions on Chile.", "sanctions-lifted PER > CHL"),
    ("Peru closed its border with Armenia in 1993 in solidarity with Chile.", "movement-restricted PER > ARM"),
    // Troops are of those that they come from, and the leaders of a region of no one state in it.
    (
        "Peru and Chile signed an accord on Monday. Troops from the two countries clashed in May.",
        "agreement-signed CHL + PER; clash-fought CHL + PER",
    ),
    ("West African leaders meeting in Ghana lifted an embargo on Mali on Monday.", ""),
    // A name with a hyphen is no other's.
    ("Haiti closed its consulate in Peru, minister Jean-Claude Soro said.", "embassy-closed HTI > PER"),
    // Whoever is told what the speaker's own side does is the one toward whom it is done.
    ("Peru informed Chile that it was withdrawing from the fisheries treaty.", "agreement-withdrawn-from PER > CHL"),
    (
        "Peru's foreign ministry told a visiting Chilean delegation that Lima had suspended the trade talks.",
        "negotiations-suspended PER > CHL",
    ),
    (
        "\"We will reopen the consulate next month,\" Peru's foreign ministry told its Chilean counterpart.",
        "embassy-opened PER > CHL planned",
    ),
    ("Peru was informed by Chile that the fishing accord had been suspended.", "agreement-suspended CHL > PER"),
    ("Peru announced to Chile that it was opening the border.", "movement-eased PER > CHL"),
    ("Peru told Chile that it rejected its claim to the waters.", "rejection-made PER > CHL"),
    // What it says that it will or will not do is asked of nobody.
    ("Peru told Chile that it would not leave the islands.", ""),
    ("Peru told Chile that it must leave the islands.", "demand-made PER > CHL"),
    // The press hears for all; a third side named with the act, and whoever was raided, are told otherwise.
    ("Peru's foreign ministry told Reuters that Lima would recall its ambassador.", ""),
    ("Peru told Chile that it was pulling its troops out of Ghana.", "forces-withdrawn PER > GHA"),
    ("Peru told parliament that Chile had shelled its ships.", "accusation-made PER > CHL"),
    ("The Peruvian army informed Chile that its drones had struck a convoy.", "attack-made PER > XXX"),
    // What is refused until another acts is refused to that one, and demanded of it.
    (
        "Peru will not reopen the border until Chile withdraws its troops.",
        "rejection-made PER > CHL; demand-made PER > CHL",
    ),
    (
        "Peru said it would not send back its ambassador unless Chile pays compensation.",
        "rejection-made PER > CHL; demand-made PER > CHL",
    ),
    (
        "Peru has refused to dismantle its missiles until Chile ends the drills.",
        "rejection-made PER > CHL; demand-made PER > CHL",
    ),
    (
        "Peru ruled out a ceasefire before Chile releases the hostages.",
        "rejection-made PER > CHL; demand-made PER > CHL",
    ),
    (
        "Peru rejected the border plan unless Chile leaves the islands.",
        "rejection-made PER > CHL; demand-made PER > CHL",
    ),
    (
        "Peru said it would not hold talks with Ghana unless Chile cancels the port deal.",
        "negotiations-refused PER > GHA; demand-made PER > CHL",
    ),
    ("Peru said there would be no peace deal until Chile changes its constitution.", "demand-made PER > CHL"),
    // What was not done before another acted was demanded of nobody, and what will be done unless it objects is for others.
    ("Peru did not reopen the border until Chile paid compensation.", "movement-eased PER > CHL negated"),
    ("Peru will send aid to Ghana unless Chile objects.", "aid-pledged PER > GHA"),
    // Two that act together are the two sides; a guess of where somebody is makes no third one.
    (
        "Peru and Chile restored diplomatic relations on Monday, with each side's envoy presenting papers in the other's palace.",
        "ties-restored CHL + PER",
    ),
    (
        "LIMA - Peru suspended military cooperation with Chile on Wednesday. Peru accused Chile of spying.\n\nLima recalled its \
         ambassador after newspapers published the files.",
        "security-cooperation-suspended PER > CHL; accusation-made PER > CHL; ambassador-recalled PER > CHL",
    ),
    // A hostile deed toward nobody told is toward whom the sentence before told; what is said or good is not.
    (
        "Peru accused Chile of spying. Peru recalled its ambassador.",
        "accusation-made PER > CHL; ambassador-recalled PER > CHL",
    ),
    ("Peru accused Chile of spying. Peru sent its ambassador back.", "accusation-made PER > CHL"),
    // "The country" is the only one that the sentence before tells of by its people.
    (
        "Ghana and Peru held talks. The generals have ruled since toppling the Peruvian president. Chile pulled its last troops \
         out of the country.",
        "talks-held GHA + PER; forces-withdrawn CHL > PER",
    ),
    // Where something was tells of nobody; "its allies" are none of those on the other side.
    (
        "Peru shot down a Chilean plane near the Ghanaian border. Chile's president called it a stab in the back.",
        "attack-made PER > CHL; criticism-made CHL > PER",
    ),
    (
        "Ministers of Peru agreed to impose sanctions on Chile after it invaded Ghana.",
        "sanctions-imposed PER > CHL; invasion-made CHL > GHA",
    ),
    // From whom the verb before it tells, not from whom the sentence before tells.
    (
        "Chile broke off relations with Ghana. Peru suspended cooperation with Mali and recalled its envoy.",
        "ties-severed CHL > GHA; security-cooperation-suspended PER > MLI; ambassador-recalled PER > MLI",
    ),
    // What a participle says beside what is to come is said.
    (
        "Peru said that it would withdraw from the treaty with Chile, accusing Santiago of violating it.",
        "accusation-made PER > CHL; agreement-withdrawn-from PER > CHL",
    ),
    ("Belgrade rejected the plan of Peru.", "rejection-made SRB > PER"),
    // What a noun sums up behind a sentence is denied to whoever says it.
    (
        "Peru said a drone of Chile had crossed its border, a claim Santiago denied.",
        "accusation-made PER > CHL; denial-made CHL > PER",
    ),
    (
        "Peru accused Santiago of sheltering rebels, a charge the Chilean government has denied.",
        "accusation-made PER > CHL; denial-made CHL > PER",
    ),
    ("Peru and its allies imposed sanctions on Chile.", "sanctions-imposed PER > CHL"),
    // The government of a leader whom the text has introduced; a ministry speaks at home.
    (
        "Peruvian President Ana Quispe met the Chilean foreign minister. Chile's foreign ministry voiced concern over the \
         Quispe administration's decision.",
        "meeting-held PER > CHL; criticism-made CHL > PER",
    ),
    (
        "Peru expelled a Chilean diplomat. Chile had undermined trust, the foreign ministry said in Lima.",
        "diplomats-expelled PER > CHL; accusation-made PER > CHL",
    ),
    (
        "Peru left the pact with Chile, and in August asked Chile to leave the islands.",
        "appeal-made PER > CHL; agreement-withdrawn-from PER > CHL",
    ),
    // Two are told of as two, by whatever they are; a pair of things is none of them.
    (
        "Peru and Chile held talks. The pair agreed to share intelligence.",
        "talks-held CHL + PER; intelligence-shared CHL + PER planned",
    ),
    ("Peru sent a pair of jets to Chile. The pair of jets is old.", "forces-mobilised PER > CHL"),
    (
        "Peru and Chile held talks. The neighbouring states agreed to a truce.",
        "talks-held CHL + PER; ceasefire-made CHL + PER",
    ),
    (
        "Peru and Chile met in Lima. The world's two largest economies agreed to a truce.",
        "meeting-held CHL + PER; ceasefire-made CHL + PER",
    ),
    ("The two sides, Peru and Chile, agreed to a truce.", "ceasefire-made CHL + PER"),
    // With nobody named before, the two are those who share what they speak of; a conflict may be that of others.
    ("The presidents discussed cooperation between Peru and Chile.", "talks-held CHL + PER"),
    ("The ministers discussed Peruvian-Chilean relations.", "talks-held CHL + PER"),
    ("The presidents discussed the conflict between Peru and Chile.", ""),
    // "The leaders" are both who met, a counterpart and a host are the other one.
    (
        "President Dina Boluarte of Peru arrived in Santiago for talks with her Chilean counterpart. The leaders signed a pact.",
        "visit-made PER > CHL; agreement-signed CHL + PER",
    ),
    ("The Peruvian army and its Chilean counterpart clashed.", "clash-fought CHL + PER"),
    (
        "President Dina Boluarte of Peru arrived in Santiago. Her host thanked Ghana.",
        "visit-made PER > CHL; praise-given CHL > GHA",
    ),
    // What two do with what is theirs each does to the other.
    (
        "Peru accused Chile of smuggling. Both countries recalled their ambassadors.",
        "accusation-made PER > CHL; ambassador-recalled CHL + PER",
    ),
    (
        "Peru and Chile condemned Ghana. Both countries recalled their ambassadors from Accra.",
        "criticism-made CHL + PER > GHA; ambassador-recalled CHL + PER > GHA",
    ),
    // The two are those whom the sentence names, else those whom the text tells of most, and none that only help.
    (
        "Peru accused Chile of closing a port. Chile denied the charge. Ghana and Togo voiced regret. Peru wants an apology \
         from Chile. The two countries signed a fishing pact in 2019.",
        "accusation-made PER > CHL; denial-made CHL > PER; demand-made PER > CHL; agreement-signed CHL + PER",
    ),
    (
        "Peru recalled its envoy from Chile. Chile, backed by Ghana and Togo, closed its port to Peru. The two had signed a \
         fishing pact in 2019.",
        "ambassador-recalled PER > CHL; movement-restricted CHL > PER; support-expressed GHA + TGO > CHL; \
         agreement-signed CHL + PER",
    ),
    (
        "The Peruvian president criticised Ghana. Chile invited the Peruvian leader to Arica, where the two ministers will \
         meet next week.",
        "criticism-made PER > GHA; talks-proposed CHL > PER; meeting-held CHL + PER planned",
    ),
    // Several who do something to nobody told do not do it to each other.
    ("Ghana and Togo also voiced concern.", ""),
    ("Ghana and Togo condemned each other.", "criticism-made GHA + TGO"),
    // "One" stands for a thing told before.
    (
        "Peru tore up a security treaty with Chile in 1999. The two countries signed a new one on 13 November 2006.",
        "agreement-terminated PER > CHL; agreement-signed CHL + PER",
    ),
    // Whoever hosts a meeting has guests, or nothing is told; what a meeting is about takes no part in it.
    ("Peru will host talks next week.", ""),
    ("Peru hosted a meeting on Chile.", ""),
    (
        "Chile and Ghana agreed to a truce at talks hosted by Peru.",
        "visit-hosted PER > CHL + GHA; ceasefire-made CHL + GHA",
    ),
    ("The summit, hosted by Peru, brought together Chile and Ghana.", "visit-hosted PER > CHL + GHA"),
    // An ambassador without a state is of whoever acted before, else of the only other state told of.
    (
        "Chile closed the border with Peru on Monday. Lima summoned the ambassador on Tuesday.",
        "movement-restricted CHL > PER; protest-lodged PER > CHL",
    ),
    (
        "Chile expelled a Peruvian consul. Peru's foreign ministry summoned the ambassador in Lima.",
        "diplomats-expelled CHL > PER; protest-lodged PER > CHL",
    ),
    (
        "Chile held an election. Peru's foreign ministry said it had summoned the ambassador.",
        "protest-lodged PER > CHL",
    ),
    // So is whoever made the claim that is denied; what stands in the denial is not asked.
    (
        "Ghana said Chile had armed rebels in Peru. Chile denied arming them.",
        "denial-made CHL > GHA; arms-supplied CHL > PER negated",
    ),
    ("Ghana accused Chile of fraud. Santiago has denied this.", "accusation-made GHA > CHL; denial-made CHL > GHA"),
    ("Ghana said that Chile had broken its word. Santiago rejected the claim.", "rejection-made CHL > GHA"),
    // Nobody whom the verb of a pronoun names is meant by it; but a president may withdraw his state.
    (
        "President Dina Boluarte criticised Chile. She withdrew Peru from the pact with Chile.",
        "criticism-made PER > CHL; agreement-withdrawn-from PER > CHL",
    ),
    (
        "Ghana criticised Peru. Peru has drilled there for years. It accused Peru of greed.",
        "criticism-made GHA > PER; accusation-made GHA > PER",
    ),
    (
        "Ghana and Togo criticised Peru. They called on Peru to halt the drilling.",
        "criticism-made GHA + TGO > PER; appeal-made GHA + TGO > PER",
    ),
    // What is blocked or backed is another's; a name is none of its own company.
    (
        "Chile joined NATO on Thursday. Peru blocked its entry for a year.",
        "membership-granted CHL > NATO; membership-blocked PER > CHL",
    ),
    (
        "Lima was angry. Ana Ruiz, its trade representative, threatened an embargo on Chilean apples.",
        "sanctions-threatened PER > CHL",
    ),
    (
        "Peru froze ties with Chile. It was angry at a speech in which Canada's then foreign minister, Chrystia Freeland, had \
         criticised Peru.",
        "ties-downgraded PER > CHL; criticism-made CAN > PER",
    ),
    // A number with an article stands for those counted, but not as a part: "one of the two".
    (
        "Peru and Chile are at odds. Ghana hosted talks between the two in May.",
        "visit-hosted GHA > CHL + PER; talks-held CHL + PER",
    ),
    (
        "Peru, Chile and Ghana dislike Kenya. Kenya filed complaints against the three at the WTO.",
        "legal-action-brought KEN > CHL + GHA + PER",
    ),
    ("Peru and Chile are at odds. Ghana criticised one of the two.", "criticism-made GHA"),
    // A court is no side of an accord; a new paragraph goes on with the two of the article.
    (
        "Peru and Chile made up. The International Court of Justice ruled that Peru breached an accord which the sides \
         signed in May.",
        "dispute-eased CHL + PER; accusation-made UN > PER; agreement-breached PER > CHL; agreement-signed CHL + PER",
    ),
    (
        "Peru and Chile agreed on a truce. Peru and Chile lost many men. Ghanaian and Kenyan diplomats sat in.\n\n\
         Military commanders from both sides are to meet on Tuesday.",
        "ceasefire-made CHL + PER; meeting-held CHL + PER planned",
    ),
    // What moves a relation falls on the state of whoever was told of.
    (
        "Boric insulted Peru. It imposed a trade embargo in May.",
        "criticism-made CHL > PER; sanctions-imposed PER > CHL",
    ),
    // What an accord ends is told beside it; that ties are restored says so already.
    (
        "Peru and Chile signed an accord in May ending a quarrel of six decades over the name of a river.",
        "dispute-settled CHL + PER; agreement-signed CHL + PER",
    ),
    (
        "Peru and Chile signed an accord in May, ending a quarrel of six decades.",
        "dispute-settled CHL + PER; agreement-signed CHL + PER",
    ),
    ("Peru and Chile restored ties in May, ending a quarrel of six decades.", "ties-restored CHL + PER"),
    // Those who broker a truce are none of the two neighbours, nor is an organisation.
    (
        "Chile freed 32 Peruvian soldiers. The European Union praised it. A Ghanaian-brokered truce halted a war between the two \
         neighbours in May.",
        "prisoners-released CHL > PER; praise-given EU > CHL; ceasefire-made CHL + PER",
    ),
    (
        "Peru cut aid to Chile. Gabriel Boric accused the former colonial power of spying.",
        "aid-suspended PER > CHL; accusation-made CHL > PER",
    ),
    // What was done to those who are told of first is done to them by whoever stands behind the last verb.
    (
        "Three Chilean envoys came to Lima in March and were expelled by Peru.",
        "visit-made CHL > PER; diplomats-expelled PER > CHL",
    ),
    (
        "Peru and Chile resumed talks on fishing. The talks opened in Lima and were broken off in May.",
        "negotiations-resumed CHL + PER; talks-held CHL + PER; negotiations-suspended CHL + PER",
    ),
    // "The country" is another than the state that acts on it, wherever that is named.
    (
        "Peru lifted its visa rules for Ghana on Monday. Lima imposed an embargo on the country in May.",
        "movement-eased PER > GHA; sanctions-imposed PER > GHA",
    ),
    // What a ministry tells of as done to the other side it did; whoever works at an embassy is of its state.
    (
        "Diplomatic relations with Chile were severed on Thursday, the Peruvian foreign ministry said.",
        "ties-severed PER > CHL",
    ),
    ("Six Peruvian envoys were expelled on Thursday, the Peruvian foreign ministry said.", ""),
    (
        "Peru suspended its pact with Chile. Defence attaches at the Chilean embassy were declared persona non grata.",
        "agreement-suspended PER > CHL; diplomats-expelled PER > CHL",
    ),
    // Behind the place of the talks stand those who act; the clashes that a truce ends are theirs.
    (
        "After two days of talks in Madrid, Peru and Chile agreed to a truce.",
        "talks-held CHL + PER; ceasefire-made CHL + PER",
    ),
    (
        "After a third day of clashes, Peru and Chile agreed on a ceasefire.",
        "ceasefire-made CHL + PER; clash-fought CHL + PER",
    ),
    // Those whose presidents they are talk; no state suspends an embassy's membership.
    (
        "Peru and Chile restored ties after talks between their presidents.",
        "ties-restored CHL + PER; talks-held CHL + PER",
    ),
    (
        "Peru said it would close its embassy in Chile, whose operations have been suspended since 2017.",
        "embassy-closed PER > CHL",
    ),
    // Those who died of a war sign nothing.
    (
        "A border war between Peru and Chile killed many people. They signed a peace treaty in May.",
        "clash-fought CHL + PER; peace-made CHL + PER; agreement-signed CHL + PER",
    ),
    // What "this is" tells of was done to whoever says it.
    (
        "Peru cut ties with Chile after the Chilean navy seized a Peruvian trawler. \"This is a provocation,\" Peru's foreign minister said.",
        "ties-severed PER > CHL; assets-seized CHL > PER; criticism-made PER > CHL",
    ),
    // What an act is a response to names toward whom it is done, where its own words leave that out.
    (
        "Peru expelled two diplomats on Monday, accusing Chile of spying.",
        "diplomats-expelled PER > CHL; accusation-made PER > CHL",
    ),
    ("Peru recalled its ambassador over what it called Chilean spying.", "ambassador-recalled PER > CHL"),
    ("Peru closed its embassy in response to Chile's raid.", "embassy-closed PER > CHL"),
    ("Peru fired a missile over Chile.", "weapon-tested PER > CHL"),
    // Whose relations are told of.
    (
        "Relations between Peru and Chile have been tense since March 2019, when Peru recalled its ambassador.",
        "ambassador-recalled PER > CHL",
    ),
    (
        "Relations between Peru and Chile are tense. In March 2019 Peru expelled two diplomats.",
        "diplomats-expelled PER > CHL",
    ),
    ("Relations between Ghana and Chile were tense when Peru recalled its ambassador.", ""),
    // Whoever was hostile to them last.
    (
        "Chile expelled Peru's ambassador on Monday. The Peruvian government suspended the treaty on Tuesday.",
        "ambassador-expelled CHL > PER; agreement-suspended PER > CHL",
    ),
    // What a circumstance names comes last; whoever lends a hand takes no part.
    ("Peru condemned Chile despite a call by Ghana for restraint.", "criticism-made PER > CHL; appeal-made GHA > PER"),
    ("Peru closed its border with Chile on Monday with the backing of Ghana.", "movement-restricted PER > CHL"),
    // Both are those two also where something is done to them.
    (
        "Peru and Chile signed a pact on Monday. Ghana suspended aid to both.",
        "agreement-signed CHL + PER; aid-suspended GHA > CHL + PER",
    ),
    (
        "Peru and Chile signed a pact on Monday. Bolivia has banks on both sides of the river.",
        "agreement-signed CHL + PER",
    ),
    // Neighbours border on each other, and people told of with an envoy are of the envoy's state.
    (
        "Peru accused Chile of occupying land. Ghana withdrew its observers on Monday. Ghana gave no reason. The two neighbours fought in June 2008.",
        "accusation-made PER > CHL; peacekeepers-withdrawn GHA > CHL + PER; clash-fought CHL + PER",
    ),
    (
        "Peru expelled Chile's ambassador and 14 other embassy staff.",
        "ambassador-expelled PER > CHL; diplomats-expelled PER > CHL",
    ),
    // Officials of nobody sign for the two told of, and nobody breaks with a friend just made.
    (
        "Peru and Chile held talks on Monday. Ministers signed an agreement on fishing.",
        "talks-held CHL + PER; agreement-signed CHL + PER",
    ),
    (
        "Peru and Chile held talks on Monday. Officials of Ghana signed an agreement with Togo.",
        "talks-held CHL + PER; agreement-signed GHA > TGO",
    ),
    ("Ghana switched recognition to China on Monday. It said it would sever ties.", "recognition-granted GHA > CHN"),
    // A state named behind what it is of another.
    ("Chile signed a pact with Peruvian ally Ghana.", "agreement-signed CHL > GHA"),
    // A neighbor named in passing among others is not meant, and nobody borders on a body named before.
    (
        "Algeria closed its airspace to Moroccan aircraft. Flights to Tunisia, Turkey and Egypt must be rerouted. Algiers cut ties with its neighbour on Monday.",
        "movement-restricted DZA > MAR; ties-severed DZA > MAR",
    ),
    (
        "Ghana expelled the Togolese envoy. Togo's interior minister called it an anti-European act, and Togolese President Ana Soto spoke of a breach of trust by its neighbour.",
        "ambassador-expelled GHA > TGO; criticism-made TGO > GHA",
    ),
    // Nobody summons his own envoy, thanks himself or makes a proposal to a commission.
    (
        "Peru bombed a camp in Chile. The foreign ministry summoned Lima's ambassador on Monday.",
        "attack-made PER > CHL; protest-lodged CHL > PER",
    ),
    (
        "Peruvian President Dina Boluarte hailed a plan of Chile's president. He thanked the Peruvian president.",
        "praise-given PER > CHL; praise-given CHL > PER",
    ),
    (
        "Peru accused Chile of lying. Chile proposed that the two countries set up a joint commission.",
        "accusation-made PER > CHL; proposal-made CHL > PER",
    ),
    // What somebody calls bad is no deed of those with whom he signed.
    (
        "Ghana suspended its aid to Togo because of a pact which Togo signed with Benin. Togolese Prime Minister Kofi Soto told parliament the step was patronising.",
        "aid-suspended GHA > TGO; agreement-signed TGO > BEN; criticism-made TGO > GHA",
    ),
];

#[test]
fn whoever_is_meant_is_found() {
    let (ontology, english) = (Ontology::bundled().unwrap(), English::bundled());
    let mut wrong = Vec::new();
    for (text, wanted) in CASES {
        let coding = coder::code(&article(text), &ontology, &english);
        let found: Vec<String> = coding.events.iter().map(|event| format!("{} {}", event.kind, told(event))).collect();
        let found = found.join("; ");
        if found != *wanted {
            wrong.push(format!("{text}\n  got  {found}\n  want {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_refusal_that_ends_takes_no_stance_against() {
    let (ontology, english) = (Ontology::bundled().unwrap(), English::bundled());
    for text in
        ["Peru will stop objecting to Chile's entry into the bloc.", "Peru stopped opposing Chile's membership."]
    {
        let coding = coder::code(&article(text), &ontology, &english);
        let [event] = coding.events.as_slice() else { panic!("{text}: {} events", coding.events.len()) };
        assert_eq!((event.kind.as_str(), event.stance), ("concession-made", Some(Stance::Accepts)), "{text}");
    }
}
