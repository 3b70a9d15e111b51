//! What an article leaves to the sentences around: who is meant, when it was, and what another did before.

use crate::frames::{article, told};
use detente::coder;
use detente::english::English;
use detente::model::article::Article;
use detente::model::event::Event;
use detente::ontology::Ontology;

/// Text, and its events in order as "type sides days", joined by "; ". The articles are of the day that `article` gives.
const CASES: &[(&str, &str)] = &[
    // A day between a verb and what is named behind it is no part of the name.
    ("Peru summoned on Monday Chile's ambassador.", "protest-lodged PER > CHL 2024-06-10"),
    ("Peru announced on Monday sanctions on Chile.", "sanctions-imposed PER > CHL 2024-06-10"),
    ("Last September Peru and Chile held joint exercises.", "joint-exercise-held CHL + PER 2023-09"),
    ("Earlier on Monday Peru had expelled six Chilean diplomats.", "diplomats-expelled PER > CHL 2024-06-10"),
    ("Peru said Monday Chile had violated its airspace.", "accusation-made PER > CHL 2024-06-10"),
    ("Peru said on Monday Chile's troops had crossed the border.", "accusation-made PER > CHL 2024-06-10"),
    // What opens a sentence tells the occasion.
    (
        "Speaking in Lima on Monday, Peruvian President Juan Cano accused Chile of spying.",
        "accusation-made PER > CHL 2024-06-10",
    ),
    (
        "Addressing parliament on Monday, Peru's president said Chile had broken the truce.",
        "accusation-made PER > CHL 2024-06-10",
    ),
    // What had not happened since a day did not happen then, but what is told of that day did.
    (
        "It was the first time that Peru had expelled a Chilean ambassador since 1978.",
        "ambassador-expelled PER > CHL ..2024-06-14",
    ),
    (
        "Envoys will be exchanged for the first time since May 2009, when Peru expelled the Chilean envoy.",
        "ambassador-expelled PER > CHL 2009-05",
    ),
    // Two prepositions share a name; "grant aid" is no deed.
    ("Peru suspended all flights to and from Chile on Monday.", "movement-restricted PER > CHL 2024-06-10"),
    ("Peru froze new loans and grant aid to Chile in May 1998.", "aid-suspended PER > CHL 1998-05"),
    (
        "Peruvian Foreign Minister Ana Diaz and her Chilean counterpart Juan Soto signed the accord on Monday.",
        "agreement-signed CHL + PER 2024-06-10",
    ),
    // What is done as another did it, is done back where the other did it to whoever does it.
    (
        "Peru expelled six Chilean diplomats on Monday, and Chile followed suit hours later.",
        "diplomats-expelled PER > CHL 2024-06-10; diplomats-expelled CHL > PER 2024-06-10..2024-06-11",
    ),
    // The day of a deed told beside another is its own; a state whose name the parser does not know is a name.
    (
        "Peru imposed sanctions on Chile in March following Chile's fourth nuclear test in January.",
        "sanctions-imposed PER > CHL 2024-03; weapon-tested CHL 2024-01",
    ),
    (
        "Senegal severed relations with Iran on Tuesday, accusing Tehran of spying.",
        "ties-severed SEN > IRN 2024-06-11; accusation-made SEN > IRN 2024-06-11",
    ),
    // Whoever is held responsible is not held.
    (
        "Peru's president held the government of Chilean President Gabriel Boric responsible for the raid.",
        "accusation-made PER > CHL 2024-06-14",
    ),
    // What is condemned after background is the news, when it is that; since when somebody is in office dates nothing.
    (
        "Peru will close its embassy in Santiago on August 1. Chile invaded Ghana in February 2022. Chile criticised the step.",
        "embassy-closed PER > CHL planned 2024-08-01; invasion-made CHL > GHA 2022-02; criticism-made CHL > PER 2024-06-14",
    ),
    (
        "Peruvian President Juan Cano, in office since 2021, condemned Chile's decision.",
        "criticism-made PER > CHL 2024-06-14",
    ),
    ("Peru, in May 2021, condemned Chile's decision.", "criticism-made PER > CHL 2021-05"),
    // The day to come is nearer than that of the year before, behind a reason too.
    (
        "Peru will resume visa-free entry for Chilean nationals on June 30.",
        "movement-eased PER > CHL planned 2024-06-30",
    ),
    (
        "Peru will apologise to Chile for the arrest of two Bolivians in May.",
        "apology-made PER > CHL planned 2024-06-14..",
    ),
    // "That night" is of what was done, not of the day of a decision that was blamed; where nothing else was dated, it is.
    (
        "Peru left the pact on Thursday and blamed Chile's decision of June 2. Chile summoned Lima's ambassador that night.",
        "accusation-made PER > CHL 2024-06-13; agreement-withdrawn-from PER > CHL 2024-06-13; protest-lodged CHL > PER 2024-06-13",
    ),
    (
        "Peru's strikes of 2 May killed ten Chileans. A day later Peru declared a truce.",
        "attack-made PER > CHL 2024-05-02; ceasefire-made PER 2024-05-03",
    ),
    // What is to be done by a day is not done; what waits for another's deed does not tell of that deed.
    (
        "Peru and Chile will exchange ambassadors and resume diplomatic relations by the end of July.",
        "ties-restored CHL + PER planned 2024-06-14..2024-07-31; ambassador-returned CHL + PER planned 2024-06-14..",
    ),
    ("Peru ordered ten Chilean diplomats to leave by Monday.", "diplomats-expelled PER > CHL 2024-06-14"),
    (
        "Peru said it would cease fire as soon as Chile pulled its troops out of the region.",
        "ceasefire-made PER planned 2024-06-14..",
    ),
    (
        "Peru left the pact as soon as Chile withdrew its troops.",
        "agreement-withdrawn-from PER 2024-06-14; forces-withdrawn CHL 2024-06-14",
    ),
    // Done by announcing it, when the verb above tells.
    (
        "Peru retaliated on May 2 by announcing that it would end its intelligence pact with Chile.",
        "agreement-terminated PER > CHL 2024-05-02",
    ),
    (
        "Peru responded on Thursday, saying it would expel ten Chilean diplomats.",
        "diplomats-expelled PER > CHL 2024-06-13",
    ),
    // "The fall of the city" is no season; what a vote follows lies behind; "on the same day" is of the deed protested at.
    (
        "Peru announced on Tuesday that it was cutting ties with Chile, two decades after the fall of the old regime.",
        "ties-severed PER > CHL 2024-06-11",
    ),
    (
        "The vote follows Peru's expulsion on Saturday of Ana Rojas, a Chilean bishop.",
        "person-deported PER > CHL 2024-06-08",
    ),
    (
        "Chile closed the border with Peru on June 5. Peru lodged a protest on the same day.",
        "movement-restricted CHL > PER 2024-06-05; protest-lodged PER > CHL 2024-06-05",
    ),
    // Fired at what somebody says was a base; a state admitted after another that applied.
    (
        "Peru fired rockets on June 2 at what Lima described as a base in the Chilean province of Arica.",
        "attack-made PER > CHL 2024-06-02",
    ),
    (
        "Peru applied to join NATO in May 2021. Chile was admitted in April 2022.",
        "membership-sought PER > NATO 2021-05; membership-granted CHL > NATO 2022-04",
    ),
    // Whoever is recognised next is whoever was before; a person is of the state that was told of him.
    (
        "Peru formally recognised Kosovo on Monday. Sweden granted recognition in 2014.",
        "recognition-granted PER > XKX 2024-06-10; recognition-granted SWE > XKX 2014",
    ),
    (
        "Chile freed Swiss businessman Karl Ammann from prison on Monday. Chile arrested Ammann in May 2008.",
        "prisoners-released CHL > CHE 2024-06-10; person-detained CHL > CHE 2008-05",
    ),
    (
        "Libya freed Ana Rojas, a Peruvian writer, on Monday. Libya detained Rojas in May 2008.",
        "prisoners-released LBY > PER 2024-06-10; person-detained LBY > PER 2008-05",
    ),
    ("Dutch energy group Norsk Asmel has suspended deliveries to China.", ""),
    // A list and a requirement are those told of before.
    (
        "Peru took Chile off its list of state sponsors of terrorism on Monday. Peru put Chile on the list in May 1993.",
        "designation-removed PER > CHL 2024-06-10; designation-made PER > CHL 1993-05",
    ),
    ("Peru put Chile on the list in May 1993.", ""),
    // A territory is none of two countries, and an opposition is of the state of the government beside it.
    (
        "Peru left a pact with Chile on the Falkland Islands. The two countries fought a war over them in 1982.",
        "agreement-withdrawn-from PER > CHL 2024-06-14; clash-fought CHL + PER 1982",
    ),
    (
        "Peru's government and the opposition resumed talks in Mexico City on Monday.",
        "negotiations-resumed PER 2024-06-10",
    ),
    // A day at the end of two deeds in a row is of both.
    (
        "Peru recalled its ambassador from Chile and Chile expelled six Peruvian diplomats in May 2011.",
        "ambassador-recalled PER > CHL 2011-05; diplomats-expelled CHL > PER 2011-05",
    ),
    (
        "Peru recalled its ambassador from Chile on Monday and Chile expelled six Peruvian diplomats in May 2011.",
        "ambassador-recalled PER > CHL 2024-06-10; diplomats-expelled CHL > PER 2011-05",
    ),
    // A month that has just been is when it was ordered; what news followed does not date it.
    ("Peru ordered the Chilean envoy to leave the country in May.", "ambassador-expelled PER > CHL 2024-05"),
    (
        "Peru has lifted its sanctions against Chile following last month's election, it said on Monday.",
        "sanctions-lifted PER > CHL 2024-06-10",
    ),
    ("Peru promised Namibia 1.1 billion euros in aid.", "aid-pledged PER > NAM 2024-06-14"),
    // A peace treaty that is signed is an agreement as well.
    ("Peru and Chile signed a peace accord.", "peace-made CHL + PER 2024-06-14; agreement-signed CHL + PER 2024-06-14"),
    // States that a name counts are two of the text, not all that bear it.
    (
        "Bahrain and Qatar signed a pact in May. The two Gulf states cut ties in June.",
        "agreement-signed BHR + QAT 2024-05; ties-severed BHR + QAT 2024-06-01..2024-06-14",
    ),
    // Talks are of those who agreed to hold them.
    (
        "Peru and Chile agreed to hold talks on fishing. The talks broke down in 2017.",
        "talks-agreed CHL + PER 2024-06-14; negotiations-collapsed CHL + PER 2017",
    ),
    // "The country" is not that of whoever acts on it, nor of another sentence while one acts in this.
    (
        "Ghana praised Chile. Peru recalled its envoy in Chile, and Chile said it would pull its troops out of the country.",
        "praise-given GHA > CHL 2024-06-14; ambassador-recalled PER > CHL 2024-06-14; forces-withdrawn CHL > PER planned 2024-06-14..",
    ),
    (
        "Peru left its pact with Chile, hours after Chilean Foreign Minister Ana Quispe visited the country.",
        "agreement-withdrawn-from PER > CHL 2024-06-14; visit-made CHL > PER 2024-06-13..2024-06-14",
    ),
    // Verbs in a row are one deed with one date.
    (
        "Peru stopped issuing visas to Chileans in May 2011, accusing Chile of lying.",
        "accusation-made PER > CHL 2011-05; movement-restricted PER > CHL 2011-05",
    ),
    // Their envoys are those of the two, where not all who are named beside are known.
    (
        "Peru and Chile cut ties in 2010. Their envoys, Ana Rao and Luis Paz, met in May 2011.",
        "ties-severed CHL + PER 2010; meeting-held CHL + PER 2011-05",
    ),
    (
        "Peru and Chile cut ties in 2010. Both met Ghana in May 2011.",
        "ties-severed CHL + PER 2010; meeting-held CHL + PER 2011-05",
    ),
    // What is threatened because of a deed is threatened toward whoever did it, not to whoever welcomed it.
    (
        "Ghana joined the Commonwealth on Monday. Chile welcomed Ghana. Peru warned that it would retaliate.",
        "membership-granted GHA > COMMONWEALTH 2024-06-10; praise-given CHL > GHA 2024-06-14; warning-given PER 2024-06-14; threat-made PER > GHA 2024-06-14",
    ),
    // A body of a state that answers behind an older date does so today.
    (
        "Peru broke with Chile on Monday. It withdrew its envoy in May 2011. Chile's ministry rejected the decision.",
        "ties-severed PER > CHL 2024-06-10; ambassador-recalled PER > CHL 2011-05; rejection-made CHL > PER 2024-06-14",
    ),
    (
        "Peru withdrew its envoy from Chile in May 2011. Chile's ministry rejected the decision.",
        "ambassador-recalled PER > CHL 2011-05; rejection-made CHL > PER 2011-05",
    ),
    // Whoever is told to do so does what was announced last, whomever a pronoun might mean.
    (
        "Peru recalled its envoy from Chile on 2 May, the day Chile announced that it would recognise Kosovo. It did so on 9 May.",
        "ambassador-recalled PER > CHL 2024-05-02; recognition-granted CHL > XKX planned 2024-06-14..; recognition-granted CHL > XKX 2024-05-09",
    ),
    // What is said of a deed is said of whoever did it, and those whom a side sends home are the other's.
    (
        "Peru cut ties with Chile on Monday. Ghana condemned the move.",
        "ties-severed PER > CHL 2024-06-10; criticism-made GHA > PER 2024-06-14",
    ),
    (
        "Peru cut ties with Chile on Monday and ordered its embassy staff to leave within two days.",
        "diplomats-expelled PER > CHL 2024-06-10; ties-severed PER > CHL 2024-06-10",
    ),
    // Troops leave another country than their own, and a firm in whose pages somebody writes is no side.
    (
        "Peru ended a military accord with Chile in January, and the last Chilean troops withdrew from the country in February.",
        "agreement-terminated PER > CHL 2024-01; forces-withdrawn CHL > PER 2024-02",
    ),
    (
        "Peru met Chile on Monday. \"We are friends,\" Peru's president wrote on Facebook. The two countries signed an accord in 2018.",
        "meeting-held PER > CHL 2024-06-10; agreement-signed CHL + PER 2018",
    ),
    // A body that asks behind an older date does so today.
    (
        "Peru and Chile agreed a truce on Monday. A court awarded Peru an island in 1962. The United Nations urged both countries to talk.",
        "ceasefire-made CHL + PER 2024-06-10; appeal-made UN > CHL + PER 2024-06-14",
    ),
    // A storm is no state that it heads for, and an embassy is not of the city where it stands.
    ("Typhoon Ana weakened as it headed toward Chile, a day after it hit Peru, forecasters said.", ""),
    ("Typhoon Ana weakened as it headed toward Chile. It hit Peru on Sunday.", ""),
    ("Ghana shut its Lima embassy on Monday.", "embassy-closed GHA > PER 2024-06-10"),
    // Those whom a country of a pair sends out are the other's, and its own where they are to leave somewhere.
    (
        "Peru cut ties with Chile in May 2011 and gave its diplomats two days to leave.",
        "diplomats-expelled PER > CHL 2011-05; ties-severed PER > CHL 2011-05",
    ),
    // What another did is done back to it, by each of several as well.
    (
        "Peru expelled two Chilean diplomats on 3 May 2011. Chile responded in kind on 5 May 2011.",
        "diplomats-expelled PER > CHL 2011-05-03; diplomats-expelled CHL > PER 2011-05-05",
    ),
    (
        "Peru expelled two Chilean diplomats on 3 May 2011. Ghana responded in kind.",
        "diplomats-expelled PER > CHL 2011-05-03",
    ),
    // Of two acts that a sentence tells, another repeats the first.
    (
        "Peru cut ties with Chile in May 2011 and expelled its envoy. Ghana took the same step in June 2011.",
        "ambassador-expelled PER > CHL 2011-05; ties-severed PER > CHL 2011-05; ties-severed GHA > CHL 2011-06",
    ),
    (
        "Peru expelled two diplomats of Chile in May 2011. It did the same to Ghana in June 2011.",
        "diplomats-expelled PER > CHL 2011-05; diplomats-expelled PER > GHA 2011-06",
    ),
    // A neighbor is whoever borders on the owner, also where both were named as one.
    (
        "Peruvian and Chilean troops clashed in May 2011. Lima accused its neighbor of aggression in June 2011.",
        "clash-fought CHL + PER 2011-05; accusation-made PER > CHL 2011-06",
    ),
    // A seat is that of the organisation that the text is about, though the state is named once.
    (
        "The European Union sanctioned Peru in May 2011. The European Union froze talks with Peru in June 2011. EU ministers \
         met in July 2011. Belgium abstained. Brussels lifted the sanctions on Peru in 2012.",
        "sanctions-imposed EU > PER 2011-05; negotiations-suspended EU > PER 2011-06; sanctions-lifted EU > PER 2012",
    ),
    // What another does meanwhile is no side of the act.
    (
        "Peru lent it money in 2011, while Ghana left the pact.",
        "aid-provided PER 2011; agreement-withdrawn-from GHA 2011",
    ),
    // Nobody stands in for an actor who is told and is of another kind.
    (
        "Peru cut ties with Chile in May 2011. President Dina Boluarte ordered the state firm to leave.",
        "ties-severed PER > CHL 2011-05; demand-made PER > XXX 2024-06-14",
    ),
    // What answers a deed told of an older day is of that day; who holds office today speaks today.
    (
        "Peru shut its border with Chile in May 2011. Chile condemned the step as illegal.",
        "movement-restricted PER > CHL 2011-05; criticism-made CHL > PER 2011-05",
    ),
    (
        "Peru shut its border with Chile in May 2011. President Gabriel Boric condemned the step.",
        "movement-restricted PER > CHL 2011-05; criticism-made CHL > PER 2024-06-14",
    ),
    // Fighting told beside the truce that is the news came before it.
    (
        "Peru and Chile agreed to a ceasefire on 13 June 2024. Five days of fighting, in which Peruvian jets bombed Chilean \
         positions, left 38 people dead.",
        "ceasefire-made CHL + PER 2024-06-13; attack-made PER > CHL ..2024-06-12",
    ),
    // Whoever suffers what is condemned is not condemned.
    ("Peru condemned the attack on a Chilean hospital.", "criticism-made PER 2024-06-14"),
    ("Peru condemned Ghana's attack on Chile.", "criticism-made PER > GHA 2024-06-14"),
    ("Peru condemned the killing of Chilean soldiers by Ghana.", "criticism-made PER > GHA 2024-06-14"),
    // An accord on what is disputed settles it; a country may be told by a word for it.
    (
        "Peru and Chile signed a treaty on their maritime border on 5 May 2011, settling a dispute of forty years.",
        "dispute-settled CHL + PER 2011-05-05; agreement-signed CHL + PER 2011-05-05",
    ),
    (
        "The island nation of Nauru cut ties with Taiwan in May 2011 and said it had recognised China.",
        "ties-severed NRU > TWN 2011-05; recognition-granted NRU > CHN 2024-06-14",
    ),
    // What was voted for is of the day of the vote.
    (
        "Peru cut ties with Ghana on 5 May 2011 after Ghana's cabinet voted to recognise Kosovo.",
        "ties-severed PER > GHA 2011-05-05; recognition-granted GHA > XKX 2011-05-04..2011-05-05",
    ),
    // Several that act on one: neither of them is "it"; of three states those who act and toward whom are the two.
    (
        "Peru, Chile and Togo cut ties with Cuba in May 2011. On Monday the three accused it of fraud.",
        "ties-severed CHL + PER + TGO > CUB 2011-05; accusation-made CHL + PER + TGO > CUB 2024-06-10",
    ),
    (
        "Peru suspended a treaty with Chile over its help for Ghana. The two neighbours signed the pact in May 2002.",
        "agreement-suspended PER > CHL 2024-06-14; agreement-signed CHL + PER 2002-05",
    ),
    (
        "Peru and Chile signed a pact in May 2002. Ghana and its two allies left the African Union on Monday.",
        "agreement-signed CHL + PER 2002-05; membership-withdrawn-from GHA > AU 2024-06-10",
    ),
    // Who holds an office today reacts today, also behind an older date; what is answered there is of its day.
    (
        "Peru and Chile began drills. They signed a defence pact in April 2014. Peru's foreign ministry spokesman criticised the drills and warned Ghana.",
        "joint-exercise-held CHL + PER 2024-06-14; security-cooperation-started CHL + PER 2014-04; \
         agreement-signed CHL + PER 2014-04; criticism-made PER > CHL 2024-06-14; warning-given PER > GHA 2024-06-14",
    ),
    // What somebody goes to a place for is of one day with it; what is asked for is of none.
    (
        "Gabriel Boric had flown to Lima for talks with Dina Boluarte in May 2023. Ghana begged Togo for more tents in April.",
        "visit-made CHL > PER 2023-05; appeal-made GHA > TGO 2024-04",
    ),
    // What came after an older act at the beginning, and what one did by another.
    (
        "After shells hit a port in July 2022, Peru demanded an apology from Chile.",
        "demand-made PER > CHL 2022-07-01..2024-06-14",
    ),
    (
        "By moving guns to the border in November 2023, Peru broke its pact with Chile.",
        "agreement-breached PER > CHL 2023-11",
    ),
    ("Peru banned its citizens from going to work in Chile in February.", "movement-restricted PER > CHL 2024-02"),
    // A place that the words name is where a crowd is, whomever it speaks to; a proposal is turned down.
    (
        "Thousands of people marched through the Peruvian capital on Monday to protest against Chile.",
        "demonstration-held PER > CHL 2024-06-10; demonstration-held PER 2024-06-10",
    ),
    (
        "Peru rejected a Chilean proposal to resume talks on fishing.",
        "rejection-made PER > CHL 2024-06-14; negotiations-refused PER > CHL 2024-06-14",
    ),
    // How long after another, told within what somebody said on a day.
    (
        "Ghana said on Monday it had reopened its border with Togo, three months after closing it.",
        "movement-restricted GHA > TGO 2024-02-24..2024-03-25; movement-eased GHA > TGO 2024-06-10",
    ),
    // The day at the end of what is told of an object.
    (
        "Peru on Thursday suspended for two weeks the tariffs it had imposed on Chile three days earlier.",
        "sanctions-suspended PER > CHL 2024-06-13; trade-restricted PER > CHL 2024-06-10",
    ),
    // What is so now, what an arrest is told with, and what was laid on somebody.
    (
        "Peru cut diplomatic ties with Chile in 2008 and does not intend to restore them.",
        "rejection-made PER > CHL 2024-06-14; ties-severed PER > CHL 2008",
    ),
    (
        "Peru has not lifted its embargo on Chilean fish and wine, which it imposed in May 2006.",
        "trade-restored PER > CHL negated 2024-06-14; trade-restricted PER > CHL 2006-05",
    ),
    (
        "Chile and Peru fought. Tajik and Kyrgyz forces last clashed in May 2022.",
        "clash-fought CHL + PER 2024-06-14; clash-fought KGZ + TJK 2022-05",
    ),
    (
        "Over the weekend Peru has recalled its envoy from Chile. Peru recalled its envoy from Ghana over the weekend.",
        "ambassador-recalled PER > CHL 2024-06-08..2024-06-09; ambassador-recalled PER > GHA 2024-06-08..2024-06-09",
    ),
    // A guest at home, and what is the time of another act.
    (
        "SANTIAGO (Reuters) - Peru's president, Dina Boluarte, praised Chile at the start of a state visit.",
        "visit-made PER > CHL 2024-06-13..2024-06-14; praise-given PER > CHL 2024-06-14",
    ),
    // How long something went on is no cause; a state that acts in a clause of time is the one acted on above; a bloc has no
    // government, and that of which rebels speak is their state's.
    (
        "Peru and Chile fought for weeks in early 1995 before they agreed on a ceasefire.",
        "clash-fought CHL + PER 1995-01-01..1995-04-30; ceasefire-made CHL + PER 1995-01-01..2024-06-14",
    ),
    (
        "Peru suspended food aid to Chile after the secretive state launched a rocket.",
        "aid-suspended PER > CHL 2024-06-14; weapon-tested CHL ..2024-06-14",
    ),
    (
        "The African Union suspended Togo on Tuesday after its government ignored a deadline to open talks.",
        "membership-suspended AU > TGO 2024-06-11; rejection-made TGO > AU 2024-06-10..2024-06-11",
    ),
    ("Norway mediates. The LTTE said the government must lift its ban.", "demand-made LKA > LKA 2024-06-14"),
    // What two did is no act of a third on them, when it is told as the time of that; "they" are the two who met.
    (
        "Peru signed an accord with Ghana. Chile filed a suit on 3 June, after clashes between the two armies in May.",
        "agreement-signed PER > GHA 2024-06-14; clash-fought CHL + GHA 2024-05",
    ),
    (
        "Peruvian President Ana Quispe met Chilean President Gabriel Boric in Lima. They signed an agreement.",
        "meeting-held PER > CHL 2024-06-14; agreement-signed CHL + PER 2024-06-14",
    ),
    (
        "Chilean President Gabriel Boric received Peruvian President Ana Quispe, and the two men reopened a border crossing.",
        "visit-hosted CHL > PER 2024-06-14; movement-eased CHL + PER 2024-06-14",
    ),
    // The day of what was done beside saying it, or of what was told as its time; a court in The Hague is no Dutch one.
    (
        "Peru expelled two Chilean diplomats on Wednesday and said it was recalling its envoy.",
        "diplomats-expelled PER > CHL 2024-06-12; ambassador-recalled PER > CHL 2024-06-12",
    ),
    (
        "The thaw began on Monday, when Peru said Chile had apologised in a letter to its president.",
        "apology-made CHL > PER 2024-06-10",
    ),
    ("Chile brought a case at the court in The Hague in May.", ""),
    // A condition is of what was threatened; what an object is called behind an older year dates nothing.
    (
        "On May 2 Peru threatened Chile with sanctions unless it stopped fighting.",
        "sanctions-threatened PER > CHL 2024-05-02",
    ),
    (
        "Peruvian Foreign Minister Ana Quispe called the Chilean phone-tapping in 2009 \"an unfriendly act\" and demanded an explanation from Chile.",
        "criticism-made PER > CHL 2024-06-14; demand-made PER > CHL 2024-06-14",
    ),
    // "It" is the subject of a main clause, not of what somebody called something, nor whoever only said so, unless it says
    // more; and nobody bans what is its own by its name.
    (
        "On June 8 Peruvian jets bombed what Lima called a camp, and Chile shot down a Peruvian plane the next day. It released the pilot on June 11.",
        "attack-made PER 2024-06-08; attack-made CHL > PER 2024-06-09; prisoners-released CHL > XXX 2024-06-11",
    ),
    (
        "Chile broke the pact, Peru's foreign ministry said. It warned that Chile would pay a price.",
        "accusation-made PER > CHL 2024-06-14; warning-given PER > CHL 2024-06-14",
    ),
    (
        "Chile arrested four Peruvian officers, and Peru recalled its ambassador. It had banned imports of Chilean wine in March.",
        "person-detained CHL > PER 2024-06-14; ambassador-recalled PER > CHL 2024-06-14; trade-restricted PER > CHL 2024-03",
    ),
    // The two of a sentence whose one is a pronoun, and those of the article after a list of others.
    (
        "Peru recalled its envoy from Ghana. In June it apologised to Chile, and the two governments signed a treaty.",
        "ambassador-recalled PER > GHA 2024-06-14; apology-made PER > CHL 2024-06-01..2024-06-14; agreement-signed CHL + PER 2024-06-01..2024-06-14",
    ),
    (
        "Peru and Chile met. Peru and Chile signed a pact.\n\nGhana, Togo and Mali drew up the text.\n\nTroops of the two countries clashed in May.",
        "meeting-held CHL + PER 2024-06-14; agreement-signed CHL + PER 2024-06-14; clash-fought CHL + PER 2024-05",
    ),
    (
        "Ghana cut ties with Togo, while its neighbours Peru and Chile recalled their ambassadors from Togo.",
        "ties-severed GHA > TGO 2024-06-14; ambassador-recalled CHL + PER > TGO 2024-06-14",
    ),
    (
        "Peru and its allies Ghana and Togo recalled their ambassadors from Chile.",
        "ambassador-recalled GHA + PER + TGO > CHL 2024-06-14",
    ),
    // What is said in an aside is the news; what another state is ordered to do is not done.
    (
        "The deal was announced in Lima by Foreign Minister Ana Quispe of Peru, who thanked Chile for it.",
        "praise-given PER > CHL 2024-06-14",
    ),
    (
        "Peru left the pact in 1993. Ghana criticised the Peruvian decision.",
        "agreement-withdrawn-from PER 1993; criticism-made GHA > PER 2024-06-14",
    ),
    ("Peru ordered Chile to recall its ambassador.", "demand-made PER > CHL 2024-06-14"),
    // How an office is held is no name, and a name may look like a pronoun.
    (
        "Peruvian Prime Minister Ana Quispe criticised Acting Thai Prime Minister Phumtham Wechayachai.",
        "criticism-made PER > THA 2024-06-14",
    ),
    ("Vice Foreign Minister He Yafei of China lodged a protest with Peru.", "protest-lodged CHN > PER 2024-06-14"),
    // Counted from what a noun names that was told with its day, and from a clause; a month counted from a month is one.
    (
        "The officers, arrested on June 3, went home on Monday. Peru recalled its envoy from Chile the day after the arrests.",
        "ambassador-recalled PER > CHL 2024-06-04",
    ),
    (
        "Peruvian police confirmed the raid on the night of June 5. Chile broke off relations with Peru hours after the raid.",
        "ties-severed CHL > PER 2024-06-05..2024-06-06",
    ),
    ("Peru recalled its envoy from Chile a day after the vote.", "ambassador-recalled PER > CHL 2024-06-14"),
    (
        "Peru detained two Chileans on June 8, the day after Chile shelled a Peruvian port.",
        "person-detained PER > CHL 2024-06-08; attack-made CHL > PER 2024-06-07",
    ),
    (
        "Peru applied to join NATO in May 2022, three months after Chile invaded Ghana.",
        "membership-sought PER > NATO 2022-05; invasion-made CHL > GHA 2022-02-01..2022-02-28",
    ),
    // What an agreement does that was signed on a day, and what closes until another.
    (
        "On Monday the leaders of Peru and Chile signed a declaration that ended the state of war between them.",
        "agreement-signed CHL + PER 2024-06-10; peace-made CHL + PER 2024-06-10",
    ),
    (
        "Peru will close its border with Chile from Monday until June 30.",
        "movement-restricted PER > CHL planned 2024-06-17",
    ),
    (
        "Peru lifted its embargo on Chile in 2014, and a year later the two countries signed a contract.",
        "sanctions-lifted PER > CHL 2014; agreement-signed CHL + PER 2015-01-01..2015-12-31",
    ),
];

/// What a third state says of another that says that it is not so, in an article with a title.
#[test]
fn what_a_third_state_says_and_a_side_denies_is_not_told_as_done() {
    let (ontology, english) = (Ontology::bundled().unwrap(), English::bundled());
    let kinds = |text: &str| {
        let article = Article { title: "Arms row".to_owned(), ..article(text) };
        let coding = coder::code(&article, &ontology, &english);
        let supplies = coding.events.iter().filter(|event| event.kind.as_str() == "arms-supplied");
        supplies.map(|event| format!("{} {}", told(event), event.mode)).collect::<Vec<_>>()
    };
    let report = "A Ghanaian official said that Peru had supplied rockets to Chile.";
    let denial = "Peru said it had not supplied rockets to Chile.";
    assert_eq!(kinds(report), ["PER > CHL actual"]);
    assert_eq!(kinds(&format!("{denial} {report}")), ["PER > CHL negated negated"]);
}

/// What is said to whomever one deals with is said, in an article, to whoever that was last.
#[test]
fn what_is_said_to_nobody_by_name_is_said_to_whom_one_dealt_with() {
    let text = "Peru and Chile signed a pact in Lima. In a joint statement Peru pledged not to support rebels.";
    let (ontology, english) = (Ontology::bundled().unwrap(), English::bundled());
    let stated = |title: &str| {
        let coding = coder::code(&Article { title: title.to_owned(), ..article(text) }, &ontology, &english);
        let stated = coding.events.iter().filter(|event| event.kind.as_str() == "joint-statement-made");
        stated.map(told).collect::<Vec<_>>()
    };
    assert_eq!(stated("Border pact"), ["PER > CHL"]);
    assert!(stated("").is_empty());
}

/// Codes each text of a table and tells where the events are others than wanted.
pub(crate) fn check(cases: &[(&str, &str)]) {
    let (ontology, english) = (Ontology::bundled().unwrap(), English::bundled());
    let mut wrong = Vec::new();
    for (text, wanted) in cases {
        let coding = coder::code(&article(text), &ontology, &english);
        let shown = |event: &Event| format!("{} {} {}", event.kind, told(event), event.occurred);
        let found: Vec<String> = coding.events.iter().map(shown).collect();
        let found = found.join("; ");
        if found != *wanted {
            wrong.push(format!("{text}\n  got  {found}\n  want {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_the_sentences_around_tell_is_known() {
    check(CASES);
}
