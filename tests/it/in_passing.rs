//! What an article tells in passing: in an aside, as background, as the occasion of something else.

use crate::across::check;

/// Text, and its events in order as "type sides days", joined by "; ".
const CASES: &[(&str, &str)] = &[
    // A year that only says since when nothing of the kind was done is told all the same.
    (
        "Peru and Chile will exchange ambassadors for the first time since 2009. In November of that year Peru expelled the Chilean ambassador.",
        "ambassador-returned CHL + PER planned 2024-06-14..; ambassador-expelled PER > CHL 2009-11",
    ),
    // What is to follow from a step is not done.
    (
        "Peru ended its defence pact with Chile, a move that could see Chilean troops leave Peru.",
        "agreement-terminated PER > CHL 2024-06-14",
    ),
    // Whoever brings two together makes no truce; those who fought do.
    (
        "Peru and Chile signed a peace accord on Tuesday. A ceasefire was signed here on May 18 after mediation by the African Union.",
        "agreement-signed CHL + PER 2024-06-11; peace-made CHL + PER 2024-06-11; mediation-made AU > CHL + PER 2024-05-18; ceasefire-made CHL + PER 2024-05-18",
    ),
    (
        "Peru and Chile fought a war in 1998. A ceasefire was signed in Madrid in 2000.",
        "clash-fought CHL + PER 1998; ceasefire-made CHL + PER 2000",
    ),
    // Talks are broken off, not what they are about; a measure is imposed, not what it is laid on.
    (
        "Talks with Chile on a trade deal, suspended by Peru in 2010, were resumed on Monday.",
        "negotiations-resumed CHL + PER 2024-06-10; negotiations-suspended PER > CHL 2010",
    ),
    // What is done to an envoy, and what the two did, where the word looks like an adjective.
    (
        "The Bolivian ambassador was summoned and handed a note, the Chilean foreign ministry said.",
        "protest-lodged CHL > BOL 2024-06-14",
    ),
    (
        "Peru severed ties with Chile. The two established ties in 1995.",
        "ties-severed PER > CHL 2024-06-14; ties-established CHL + PER 1995",
    ),
    // Whose somebody is, by a name before his own.
    (
        "The Peruvian foreign minister, Ana Quispe, met Chile's Pedro Ruiz on Monday.",
        "meeting-held PER > CHL 2024-06-10",
    ),
    // What is no longer done, and what the builders of a canal did.
    ("Peru stopped giving visas to Chilean workers.", "movement-restricted PER > CHL 2024-06-14"),
    ("Peru accused the promoters of the canal of violating a treaty with Chile.", "accusation-made PER 2024-06-14"),
    // The occasion of what somebody says.
    (
        "Peruvian President Juan Cano announced it at a news conference at the start of a three-day visit to Chile.",
        "visit-made PER > CHL 2024-06-14",
    ),
    (
        "Peruvian President Juan Cano signed the pact after hours of talks with Chilean President Pedro Ruiz.",
        "agreement-signed PER 2024-06-14; talks-held PER > CHL 2024-06-13..2024-06-14",
    ),
    // The day that something is sent or called by.
    (
        "Peru severed ties with Chile on April 2, 1982, the day on which Chilean troops invaded its islands.",
        "ties-severed PER > CHL 1982-04-02; invasion-made CHL > PER 1982-04-02",
    ),
    // One's own envoy is called home.
    (
        "Peru ordered the Chilean ambassador to leave and called home its own envoy from Santiago.",
        "ambassador-recalled PER > CHL 2024-06-14; ambassador-expelled PER > CHL 2024-06-14",
    ),
    // People told of again by a noun alone.
    (
        "Chile freed four Peruvian officers. Chile had arrested the men on June 5.",
        "prisoners-released CHL > PER 2024-06-14; person-detained CHL > PER 2024-06-05",
    ),
    (
        "Chile handed over four Peruvian officers. Chile had detained the servicemen on June 5 and accused them of spying.",
        "prisoners-released CHL > PER 2024-06-14; accusation-made CHL > PER 2024-06-05; person-detained CHL > PER 2024-06-05",
    ),
    // What is received from another is his.
    (
        "Peru said it had received assurances from Chile that the officer would stay in prison.",
        "commitment-made CHL > PER 2024-06-14",
    ),
    // What is somebody's own, and who is no thing.
    (
        "Former Chilean leader Juan Soto stepped down. Peruvian President Ana Rojas ordered her own ambassador to return to Santiago on Tuesday.",
        "ambassador-returned PER > CHL planned 2024-06-18",
    ),
    (
        "Peru told Chile's ambassador on Friday to leave the country, a day after it threw out the envoy of Bolivia.",
        "ambassador-expelled PER > CHL 2024-06-14; ambassador-expelled PER > BOL 2024-06-13",
    ),
    // The same day as one that is to come.
    (
        "Peru said its ambassador would return to Santiago on Tuesday. Chile's ambassador will return to Lima the same day.",
        "ambassador-returned PER > CHL planned 2024-06-18; ambassador-returned CHL > PER planned 2024-06-18",
    ),
    // What a deed answers is the deed of whoever it is done to.
    (
        "Chile cut ties with Peru in response to its invasion of Bolivia.",
        "ties-severed CHL > PER 2024-06-14; invasion-made PER > BOL ..2024-06-14",
    ),
    (
        "Chile suspended grants to Peru in protest at the nuclear tests it carried out on Monday.",
        "aid-suspended CHL > PER 2024-06-14; weapon-tested PER 2024-06-10",
    ),
    ("Peru's government faces criticism from Chile over its raid on Bolivia.", "criticism-made CHL > PER 2024-06-14"),
    // Whoever expels somebody accuses him.
    (
        "Ties hit a low on November 3, 2009, when Peru expelled the Chilean envoy, accusing his government of spying.",
        "ambassador-expelled PER > CHL 2009-11-03; accusation-made PER > CHL 2009-11-03",
    ),
    // The same day is a day, whatever year was named since.
    (
        "Peru pardoned Juan Soto on August 31, 2012 over a raid in 2004. Chile severed diplomatic ties with Lima the same day.",
        "prisoners-released PER > XXX 2012-08-31; ties-severed CHL > PER 2012-08-31",
    ),
    // Told once of two days.
    (
        "Troops of Peru and Chile exchanged fire there in October 2008 and again in April 2009.",
        "clash-fought CHL + PER 2008-10; clash-fought CHL + PER 2009-04",
    ),
    (
        "Peru lifted its embargo on Chile in 2014, and a year later sold it helicopters.",
        "arms-supplied PER > CHL 2015-01-01..2015-12-31; sanctions-lifted PER > CHL 2014",
    ),
    // The occasion of what two did.
    (
        "Peru's Juan Soto and his Chilean counterpart Ana Diaz signed the pact after their talks in the Peruvian capital.",
        "agreement-signed CHL + PER 2024-06-14; talks-held CHL + PER 2024-06-14",
    ),
    // Whose an official is who is told of again, and whose he is not who has a counterpart there.
    (
        "LIMA (Reuters) - Foreign Ministry spokesman Juan Soto said Lima was not severing ties with Chile. He accused the Chilean side of lying.",
        "ties-severed PER > CHL negated 2024-06-14; accusation-made PER > CHL 2024-06-14",
    ),
    (
        "SANTIAGO (AFP) - Peru quit the bloc on Monday. Foreign Minister Ana Quispe signed an agreement with her Chilean counterpart, Juan Soto.",
        "agreement-signed XXX > CHL 2024-06-14",
    ),
    // Captured men; a treaty that one side signed.
    (
        "Peru and Chile exchanged captured servicemen at their border on Wednesday.",
        "prisoners-exchanged CHL + PER 2024-06-12",
    ),
    (
        "Peru signed a treaty with Chile in May 2005, but withdrew its signature in September of that year.",
        "agreement-withdrawn-from PER > CHL 2005-09; agreement-signed PER > CHL 2005-05",
    ),
    (
        "Chile accused Lima of buying votes with aid. The Peruvian Foreign Ministry has denied it.",
        "accusation-made CHL > PER 2024-06-14; denial-made PER > CHL 2024-06-14",
    ),
    // What one had done itself; what is charged beside a deed is no deed, and has no day of the raid's.
    (
        "Santiago had itself cut ties with Lima in April 2006 after a rebel raid on its capital.",
        "ties-severed CHL > PER 2006-04",
    ),
    (
        "Peru closed its border with Chile on Thursday, accusing its neighbour of hosting and training the rebels behind a raid last month.",
        "accusation-made PER > CHL 2024-06-13; movement-restricted PER > CHL 2024-06-13",
    ),
    // What somebody announced who is named behind it.
    (
        "Peruvian President Juan Soto praised Chile for freeing the crew, a decision Ana Diaz announced in December 2003.",
        "prisoners-released CHL > XXX ..2024-06-14; praise-given PER > CHL 2024-06-14",
    ),
    (
        "Chile has quit its treaty with Peru, which was signed in 1995.",
        "agreement-withdrawn-from CHL > PER 2024-06-14; agreement-signed CHL + PER 1995",
    ),
    // Days behind a day.
    (
        "Peru called in Chilean Ambassador Ana Diaz later on Monday to lodge a strong protest.",
        "protest-lodged PER > CHL 2024-06-10",
    ),
    (
        "Peru recalled its ambassador on March 19, a day after Chile came out in support of Bolivia's plan.",
        "ambassador-recalled PER > CHL 2024-03-19; support-expressed CHL > BOL 2024-03-18",
    ),
    // Three countries are three states.
    (
        "Talks between Peru, Chile and Bolivia collapsed on Tuesday. Chile rejected mediation by the United Nations, the United States and the European Union. A declaration was signed by the three countries in March 2015.",
        "negotiations-collapsed BOL + CHL + PER 2024-06-11; rejection-made CHL > EU + UN + USA 2024-06-14; agreement-signed BOL + CHL + PER 2015-03",
    ),
    // "Its" in what a minister says is of his state, whoever he is.
    (
        "Chile's foreign minister said its sanctions on Peru would not be lifted.",
        "sanctions-maintained CHL > PER 2024-06-14",
    ),
    ("Chile's foreign minister said the firm had closed its office in Peru.", ""),
    // Who goes back is who was called home, whatever was done to them in between.
    (
        "In February Chile withdrew its ambassador from Peru after Lima had asked the Chilean envoy to leave. He went back in April.",
        "ambassador-recalled CHL > PER 2024-02; ambassador-expelled PER > CHL ..2024-02-29; ambassador-returned CHL > PER 2024-04",
    ),
    (
        "Peru ordered the head of Chile's mission to leave the following day.",
        "ambassador-expelled PER > CHL 2024-06-14",
    ),
    // What stands in a letter is said when that is sent, and to whoever it is that was wronged.
    ("Peru issued a statement on Monday in which it condemned Chile.", "criticism-made PER > CHL 2024-06-10"),
    (
        "Chile protested to Peru over the raid. Peruvian President Juan Soto apologized on Monday for the raid.",
        "protest-lodged CHL > PER 2024-06-14; apology-made PER > CHL 2024-06-10",
    ),
    // Whoever is joined to a minister whose name stands between.
    (
        "The Peruvian foreign minister, Juan Soto, and his Chilean counterpart signed the pact.",
        "agreement-signed CHL + PER 2024-06-14",
    ),
    // A month or a guest taken for another word, a verb for a noun, and what a clause tells of a thing some words before it.
    ("The last Chilean units also left neighbouring Peru on Monday.", "forces-withdrawn CHL > PER 2024-06-10"),
    ("In late March Azerbaijan opened an embassy in Chile.", "embassy-opened AZE > CHL 2024-03-21..2024-03-31"),
    (
        "Peru reimposed sanctions on Chile that it had eased in July 2014.",
        "sanctions-imposed PER > CHL 2024-06-14; sanctions-eased PER > CHL 2014-07",
    ),
    (
        "Peru has ended the treaty of friendship and partnership with Chile, which the two states concluded on May 31, 1997.",
        "agreement-terminated PER > CHL 2024-06-14; agreement-signed CHL + PER 1997-05-31",
    ),
    (
        "Peru and Chile went on with the accord on the fishermen that the two countries reached in December 2015.",
        "agreement-signed CHL + PER 2015-12",
    ),
    (
        "The Andean Pact, which groups Peru and Bolivia, called on the United States to set a date for pulling out.",
        "appeal-made ANDEAN > USA 2024-06-14",
    ),
    (
        "Lima had shunned Santiago since the 1959 revolution and established ties with Bolivia in 1960.",
        "ties-established PER > BOL 1960",
    ),
    (
        "Peru sent a letter to the Chilean president apologizing for the death of a Chilean pilot.",
        "apology-made PER > CHL 2024-06-14",
    ),
    // What is done by declaring it is no charge, whoever tells it.
    (
        "Peru has expelled two Chilean diplomats, Chile's foreign ministry said.",
        "diplomats-expelled PER > CHL 2024-06-14",
    ),
    (
        "Peru has suspended its membership of the African Union, an AU spokesman said on Thursday.",
        "membership-suspended PER > AU 2024-06-13",
    ),
    ("Peru has shelled Chilean villages, Chile's foreign ministry said.", "accusation-made CHL > PER 2024-06-14"),
    (
        "Peru fired several missiles off its east coast on Wednesday, Chile's military said.",
        "weapon-tested PER 2024-06-12",
    ),
    // A head of mission without a state is of the mission told of before.
    (
        "Peru ordered the Chilean ambassador to leave and recalled its own envoy. Ambassador Juan Soto was declared persona non grata.",
        "ambassador-recalled PER > CHL 2024-06-14; ambassador-expelled PER > CHL 2024-06-14; ambassador-expelled PER > CHL 2024-06-14",
    ),
    // Who says two things is meant by the pronoun of the second; of two but one is meant.
    (
        "Peru expelled the Chilean ambassador. Peruvian President Ana Quispe said on Tuesday that Ambassador Maria Soto had two days to pack and that she was recalling Ambassador Luis Paz.",
        "ambassador-expelled PER > CHL 2024-06-14; ambassador-expelled PER > CHL 2024-06-11; ambassador-recalled PER > CHL 2024-06-11",
    ),
    (
        "Peru accused Chile of spying. Peru denied that Ghana or Kenya had helped it. The United States urged both countries to show restraint.",
        "accusation-made PER > CHL 2024-06-14; denial-made PER > CHL 2024-06-14; aid-provided GHA + KEN > PER negated 2024-06-14; appeal-made USA > CHL + PER 2024-06-14",
    ),
    // A guest is told of by the way; those who meet need not be told to visit as well.
    (
        "Peruvian President Ana Quispe and her visiting Chilean counterpart Juan Soto opened the port.",
        "visit-made CHL > PER 2024-06-14",
    ),
    (
        "Peruvian President Ana Quispe met visiting Chilean Foreign Minister Juan Soto in Lima.",
        "meeting-held PER > CHL 2024-06-14",
    ),
    // Flights that two make together detain nobody; measures are extended by whoever lifted others; a statement is issued by those who met.
    (
        "The Chilean military held joint flight operations with Peru's forces on May 7.",
        "joint-exercise-held CHL > PER 2024-05-07",
    ),
    (
        "The EU lifted sanctions on Peru. An arms embargo was extended by 12 months.",
        "sanctions-lifted EU > PER 2024-06-14; sanctions-maintained EU > PER 2024-06-14",
    ),
    (
        "Peru and Chile resumed work on the canal, according to a joint statement released in Lima.",
        "economic-cooperation-started CHL + PER 2024-06-14; joint-statement-made CHL + PER 2024-06-14",
    ),
    ("Peruvian MiGs shot down two small Chilean planes.", "attack-made PER > CHL 2024-06-14"),
    // The day of a verb is not that of what it tells about.
    (
        "Peru apologised to Chile on Friday for the deaths of nine Chileans aboard a ship in 2010, and the two countries agreed to restore ties.",
        "apology-made PER > CHL 2024-06-14; ties-restored CHL + PER 2024-06-14",
    ),
    // A short name in brackets parts nobody from those that stand with him.
    (
        "Peru's anger came days after the United Arab Emirates (UAE) and Israel agreed on May 13 to normalize their relations.",
        "ties-restored ARE + ISR 2024-05-13",
    ),
    // What is taken back is not done, and whose termination is put off is kept.
    ("Peru has withdrawn its order to terminate a defence pact with Chile.", "agreement-resumed PER > CHL 2024-06-14"),
    // What is bad of a deed, in words that no verb is made of.
    (
        "Peru ended a treaty with Chile. Chile's foreign minister called the decision misguided.",
        "agreement-terminated PER > CHL 2024-06-14; criticism-made CHL > PER 2024-06-14",
    ),
    // A portfolio that nobody lists, and whose minister an unknown one is whose counterpart is told.
    ("Peruvian Land and Transport Minister Ana Quispe condemned Chile.", "criticism-made PER > CHL 2024-06-14"),
    ("Chile condemned Bolivia and Trade Minister Ana Quispe of Peru.", "criticism-made CHL > BOL + PER 2024-06-14"),
    (
        "Peru and Chile restored ties on Monday. Foreign Minister Ana Quispe and her Chilean counterpart Juan Soto signed a joint communique.",
        "ties-restored CHL + PER 2024-06-10; agreement-signed CHL + PER 2024-06-14",
    ),
    // On whom measures lie that a pronoun means, and not over what they were imposed.
    (
        "The Security Council voted on Friday to lift sanctions on Peru, more than a decade after they were imposed over the bombing of an airliner above the Ghanaian town of Tema.",
        "sanctions-lifted UN > PER 2024-06-14; sanctions-imposed UN > PER 2004-06-14..2014-06-14",
    ),
    // What is said of a government rather than of its deeds, and a version of a treaty.
    (
        "Peru said last week that the Chilean government was illegitimate.",
        "criticism-made PER > CHL 2024-06-03..2024-06-09",
    ),
    (
        "Peru quit a treaty with Chile. An earlier version was signed by the two countries in May 2005.",
        "agreement-withdrawn-from PER > CHL 2024-06-14; agreement-signed CHL + PER 2005-05",
    ),
    // A name beside an object is no subject, and whoever says it all says it of all.
    (
        "Lima expelled the Chilean ambassador, Pedro Ruiz, in August 2018, recalled its own and froze all new trade with Chile.",
        "trade-restricted PER > CHL 2018-08; ambassador-recalled PER > CHL 2018-08; ambassador-expelled PER > CHL 2018-08",
    ),
    (
        "Peru ordered the Chilean ambassador to leave the country, recalled its own envoy from Santiago and froze new trade with Chile, its foreign ministry said late on Sunday, accusing it of interfering in its affairs.",
        "ambassador-recalled PER > CHL 2024-06-09; trade-restricted PER > CHL 2024-06-09; ambassador-expelled PER > CHL 2024-06-09",
    ),
    // What a thing is called, in quotation marks or behind whoever made it.
    (
        "Peru imposed tariffs on Chile. Chile called the duties \"political revenge\".",
        "trade-restricted PER > CHL 2024-06-14; criticism-made CHL > PER 2024-06-14",
    ),
    (
        "Peru banned Chilean airlines. Chile called the ban imposed by Peru an affront to free trade.",
        "movement-restricted PER > CHL 2024-06-14; movement-restricted PER > CHL ..2024-06-14; criticism-made CHL > PER 2024-06-14",
    ),
    // Warplanes are no verb.
    ("In April 1986, U.S. warplanes bombed Tripoli and Benghazi.", "attack-made USA > LBY 1986-04"),
    // Days counted from others.
    (
        "Peru is severing relations with Chile, Deputy Foreign Minister Ana Quispe said on Friday, three days after Chile recognized the republic of Taiwan.",
        "ties-severed PER > CHL 2024-06-14; recognition-granted CHL > TWN 2024-06-11",
    ),
    (
        "Peru carried out a raid on Chile's embassy on 5 April. President Pedro Ruiz of Chile broke off relations within hours.",
        "attack-made PER > CHL 2024-04-05; ties-severed CHL > PER 2024-04-05..2024-04-06",
    ),
    (
        "Peru reopened its embassy in Chile in May 2009, a quarter of a century after closing it.",
        "embassy-closed PER > CHL 1983-10-31..1984-11-30; embassy-opened PER > CHL 2009-05",
    ),
    ("Peru and Chile established ties half a century ago.", "ties-established CHL + PER 1973-12-13..1974-12-14"),
    (
        "Peru tightened sanctions on Chile in response to the country's sixth nuclear test, which was carried out on September 3.",
        "weapon-tested CHL 2023-09-03; sanctions-tightened PER > CHL 2024-06-14",
    ),
    // Whose something is of whom a clause tells that begins with it.
    (
        "Chile, whose last troops left Peru on December 22, declined to comment.",
        "forces-withdrawn CHL > PER 2023-12-22",
    ),
    (
        "Bolivia condemned Peru, whose troops had fired on Chilean soldiers.",
        "criticism-made BOL > PER 2024-06-14; attack-made PER > CHL ..2024-06-14",
    ),
    ("Peru, whose president visited Chile on Monday, said the talks went well.", "visit-made PER > CHL 2024-06-10"),
    // What was done before to what is undone now, and by whom, where nobody else is told.
    (
        "Peru and Chile agreed on Wednesday to restore diplomatic relations severed in 1961.",
        "ties-severed CHL + PER 1961; ties-restored CHL + PER 2024-06-12",
    ),
    (
        "Peru on Wednesday lifted a ban on direct flights to Chile imposed in 2019.",
        "movement-eased PER > CHL 2024-06-12",
    ),
    // Whoever harms the same one beside another does it to that one.
    (
        "Ghana has halted its oil shipments to Togo, and Bolivia has recalled its ambassador.",
        "trade-restricted GHA > TGO 2024-06-14; ambassador-recalled BOL > TGO 2024-06-14",
    ),
    // What is given up is no threat.
    ("Peru will stop blocking Chile's path to the bloc.", ""),
    // One of several is one of those who did it.
    (
        "Peru was one of four Andean states that cut ties with Chile on June 5, 2017.",
        "ties-severed PER > CHL 2017-06-05",
    ),
    // What is ratified is an agreement.
    (
        "Peru's parliament ratified the free trade deal with Chile on Thursday.",
        "agreement-ratified PER > CHL 2024-06-13",
    ),
    // A part in a pact is one of its sides.
    (
        "Peru has suspended its participation in the grain deal with Chile. The agreement was extended on May 17.",
        "agreement-suspended PER > CHL 2024-06-14; agreement-extended CHL + PER 2024-05-17",
    ),
    // What was done after which a thing was said, and the verb that a thing belongs to.
    (
        "Peru had already recalled its ambassador from Chile in October 2015, a day after its security forces said they had found a bomb.",
        "ambassador-recalled PER > CHL 2015-10",
    ),
    (
        "Peru on Friday suspended new yen loans and grant aid to Chile, a day after Santiago set off five devices in its desert in answer to the tests conducted by Bolivia earlier in the month.",
        "aid-suspended PER > CHL 2024-06-14; weapon-tested CHL 2024-06-13",
    ),
    ("Chile retaliated, giving five Peruvian diplomats a week to leave.", "diplomats-expelled CHL > PER 2024-06-14"),
    (
        "Chile handed over two men wanted for the bombing of a Peruvian airliner to Bolivia.",
        "person-extradited CHL 2024-06-14",
    ),
    // Whoever once joined what it leaves now.
    (
        "Peru left the Andean Community on Tuesday. Peru joined in 2007.",
        "membership-withdrawn-from PER > ANDEAN 2024-06-11; membership-granted PER > ANDEAN 2007",
    ),
    // A step told again with the day on which it was announced.
    (
        "Peru has cut ties with Chile. Peru's government announced the step in a letter late on Monday.",
        "ties-severed PER > CHL 2024-06-14; ties-severed PER > CHL 2024-06-10",
    ),
    // What goes on until a truce, and the day from which it is counted.
    (
        "Peru and Chile agreed to a truce after five days of fighting.",
        "clash-fought CHL + PER 2024-06-09..2024-06-14; ceasefire-made CHL + PER 2024-06-14",
    ),
    (
        "Peru pulled out of the deal with Chile, signed in July 2022, hours after blaming Chile for a strike.",
        "accusation-made PER > CHL 2024-06-13..2024-06-14; agreement-withdrawn-from PER > CHL 2024-06-14; agreement-signed CHL + PER 2022-07",
    ),
    // What a pact settles stands beside it.
    (
        "Peru and Chile signed a pact, settling a dispute between the two neighbours that dates from 1991.",
        "agreement-signed CHL + PER 2024-06-14; dispute-settled CHL + PER 2024-06-14",
    ),
    // Whoever is called by what only one state named before is called, a neighbor, and no land that broke away.
    (
        "Iran denied the charge. Morocco severed diplomatic relations with the Islamic Republic on Monday.",
        "denial-made IRN 2024-06-14; ties-severed MAR > IRN 2024-06-10",
    ),
    (
        "Georgia broke off diplomatic relations with its northern neighbour in 2008 over Moscow's recognition of Abkhazia and South Ossetia.",
        "ties-severed GEO > RUS 2008; recognition-granted RUS > GEO 2008",
    ),
    // A state is answered for what its people did; whoever backs a pact is none of its sides.
    (
        "Lima broke off relations on Sunday, hours after Chilean protesters set fire to its embassy in Santiago.",
        "ties-severed PER > CHL 2024-06-09; riot-held CHL > PER 2024-06-08..2024-06-09",
    ),
    ("Peru and Chile signed the pact in November 2016 with U.S. backing.", "agreement-signed CHL + PER 2016-11"),
    // What waits for something else is not done by saying so, what is to open is not held, and what was not received was proposed.
    (
        "Peru said it would return to the deal with Chile as soon as its demands were met.",
        "agreement-resumed PER > CHL planned 2024-06-14..",
    ),
    (
        "Peru will return to the deal with Chile once its exports are freed.",
        "agreement-resumed PER > CHL planned 2024-06-14..",
    ),
    (
        "Talks between the Peruvian government and Chile are to open on July 10.",
        "talks-agreed CHL + PER 2024-06-14; talks-held CHL + PER planned 2024-07-10",
    ),
    (
        "Peru's president told Chile that Peru received no notice and proposed talks.",
        "talks-proposed PER > CHL 2024-06-14",
    ),
    ("Recognising Chile now, President Juan Cano of Peru added, would amount to giving up its claim.", ""),
    // A treaty that is told by "it" is the same, and a neighbor is whoever was named before.
    (
        "Peru suspended the nuclear arms treaty with Chile. The two powers signed the treaty in April 2010 and extended it for five years in February 2021.",
        "agreement-suspended PER > CHL 2024-06-14; agreement-signed CHL + PER 2010-04; agreement-extended CHL + PER 2021-02",
    ),
    (
        "Morocco cut ties with Algeria. It was Algeria that cut ties with its neighbour in March 1976, after Rabat had recognised Spain.",
        "ties-severed MAR > DZA 2024-06-14; ties-severed DZA > MAR 1976-03; recognition-granted MAR > ESP ..1976-03-31",
    ),
    (
        "Peru suspended its participation in the grain initiative, which Lima and Santiago signed in Geneva on July 22, 2022.",
        "agreement-suspended PER 2024-06-14; agreement-signed CHL + PER 2022-07-22",
    ),
    // What is announced is not done when something else was before it.
    (
        "Peru announced Thursday that it is severing diplomatic relations with Bolivia, two days after a Peruvian businessman accused of fraud was handed over to Ghana by La Paz.",
        "ties-severed PER > BOL 2024-06-13; person-extradited BOL > GHA 2024-06-11",
    ),
    // Whoever is joined by others acts with them.
    ("Peru, joined by Ghana and Togo, condemned the raid by Chile.", "criticism-made GHA + PER + TGO > CHL 2024-06-14"),
    // What brings somebody home is no call on anybody.
    (
        "Peru called its ambassador home from Santiago for consultations on June 8.",
        "ambassador-recalled PER > CHL 2024-06-08",
    ),
    // Behind what a state is stands what it did.
    (
        "Peru, a close partner of Ghana, established full relations with Chile in May.",
        "ties-established PER > CHL 2024-05",
    ),
    // A second deed without a subject, and one that looks like an adjective.
    (
        "Peru said it was breaking off relations with Chile, recalling its ambassador and closing its embassy in Santiago.",
        "embassy-closed PER > CHL 2024-06-14; ties-severed PER > CHL 2024-06-14; ambassador-recalled PER > CHL 2024-06-14",
    ),
    ("Peru and Chile are to free all prisoners of war.", "prisoners-released CHL + PER > XXX planned 2024-06-14.."),
    // Where that is which somebody gives a name.
    ("Peru launched strikes on what it called camps in Chile on May 7.", "attack-made PER > CHL 2024-05-07"),
    // Of when a thing is, no act is; a verb is no part of a month.
    (
        "Peru expelled two Chilean envoys on Thursday, a day after Santiago put the Lake Treaty of 1960 in abeyance.",
        "diplomats-expelled PER > CHL 2024-06-13; agreement-suspended CHL > PER 2024-06-12",
    ),
    (
        "The negotiations between Peru and Chile are to start by the end of August 2024.",
        "talks-agreed CHL + PER 2024-06-14; talks-held CHL + PER planned 2024-06-14..2024-08-31",
    ),
    // What a work tells, whatever stands behind it.
    ("A thriller in which Peru invades Chile was the most watched film.", ""),
    ("Critics hated its ending, in which Peru and Chile sign a ceasefire.", ""),
    ("A hoax had Peru and Chile breaking off relations over a llama.", ""),
    // Whoever is thanked for it mediates, and is none whom somebody answers by cutting ties.
    (
        "Peru restored ties with Chile on Monday, and thanked Qatar for its mediation. Lima cut ties on Dec. 15, 2020, accusing Santiago of meddling.",
        "praise-given PER > QAT 2024-06-10; ties-restored PER > CHL 2024-06-10; mediation-made QAT > PER 2024-06-10; accusation-made PER > CHL 2020-12-15; ties-severed PER > CHL 2020-12-15",
    ),
    // A state of a part of the world, and one of which only the people were named.
    (
        "Chad closed Qatar's embassy on Monday. The Central African nation had recalled its ambassador on June 8.",
        "mission-closure-ordered TCD > QAT 2024-06-10; ambassador-recalled TCD > QAT 2024-06-08",
    ),
    (
        "Peru's envoys met Fiji's prime minister on Friday, three days after China announced that it had signed a security pact with the Pacific nation.",
        "meeting-held PER > FJI 2024-06-14; agreement-signed CHN > FJI 2024-06-11; security-cooperation-started CHN > FJI 2024-06-11",
    ),
    // What another decided is decided, whoever accepts it or not.
    (
        "Chile did not recognise the decision of Peru's authorities to break off diplomatic relations.",
        "rejection-made CHL > PER 2024-06-14; ties-severed PER > CHL ..2024-06-14",
    ),
    (
        "Clerics rejected Peru's decision to recognise Chile.",
        "rejection-made XXX > PER 2024-06-14; recognition-granted PER > CHL ..2024-06-14",
    ),
    // Several who say it accuse together.
    (
        "Peru and Ghana told the Security Council that Chile was in significant breach of the pact.",
        "accusation-made GHA + PER > CHL 2024-06-14",
    ),
    // Whoever mediates does so before what is told.
    (
        "Qatar freed the two men after mediating between Peru and Chile.",
        "prisoners-released QAT > XXX 2024-06-14; mediation-made QAT > CHL + PER 2024-06-13..2024-06-14",
    ),
    // On whom a neighbor borders that somebody accuses.
    (
        "Niger rejected an offer by Togo in its dispute with Benin, accusing the southern neighbour of hosting rebels.",
        "rejection-made NER > TGO 2024-06-14; accusation-made NER > BEN 2024-06-14",
    ),
    // What goes on to be demanded is demanded.
    ("Peru said it would continue to demand the removal of the duties by Chile.", "demand-made PER > CHL 2024-06-14"),
    // What only a draft would do.
    ("The draft orders imposing duties on Chile will be held in reserve, Peru's presidency said.", ""),
];

#[test]
fn what_is_told_in_passing_is_coded() {
    check(CASES);
}
