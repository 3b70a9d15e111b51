//! What is set aside before the parser reads the rest, and what is put right after it, word by word.

use super::super::tag::Tag;
use super::read;

/// Returns the label of the first token with some text, and the word that it hangs under.
fn hangs(text: &str, word: &str) -> String {
    let document = read(text);
    let sentence = &document.sentences()[0];
    let token = sentence.tokens.iter().find(|token| &*token.text == word).unwrap();
    let head = token.head.map_or("-", |head| &sentence.tokens[head].text);
    format!("{} {head}", token.label)
}

pub(super) fn check(cases: &[(&str, &str, &str)]) {
    for (text, word, expected) in cases {
        assert_eq!(hangs(text, word), *expected, "{word} in {text}");
    }
}

#[test]
fn dates_between_a_subject_and_its_verb_part_them_no_more() {
    check(&[
        ("Peru and Chile, neighbours at odds, had on Sunday recalled their envoys.", "recalled", "root -"),
        ("Peru and Chile, neighbours at odds, had on Sunday recalled their envoys.", "on", "prep recalled"),
        ("It soured when Lima, on January 25, 2024, terminated a pact with the rebels.", "Lima", "nsubj terminated"),
        ("It soured when Lima, on January 25, 2024, terminated a pact with the rebels.", "on", "prep terminated"),
        ("The bloc had by then already suspended Ghana's membership.", "membership", "dobj suspended"),
        ("The pact signed by five states failed.", "by", "agent signed"),
        ("The ministers met in Lima on 5 May, 2024, and left.", "met", "root -"),
    ]);
}

#[test]
fn clauses_between_a_subject_and_its_verb_are_read_by_themselves() {
    check(&[
        ("Lima, which on Sunday withdrew its envoy, severed relations altogether on Monday.", "severed", "root -"),
        ("Lima, which on Sunday withdrew its envoy, severed relations altogether on Monday.", "withdrew", "relcl Lima"),
        (
            "Lima, which on Sunday withdrew its envoy, severed relations altogether on Monday.",
            "which",
            "nsubj withdrew",
        ),
        ("Ghana, retaliating within hours, recalled its envoy.", "retaliating", "advcl recalled"),
        ("Ghana, retaliating within hours, recalled its envoy.", "Ghana", "nsubj recalled"),
        ("Peru, Chile, and Ghana said so.", "Peru", "nsubj said"),
        ("Peru, one of few states to back Chile, recalled its envoy.", "Peru", "nsubj recalled"),
        ("Peru, one of few states to back Chile, recalled its envoy.", "recalled", "root -"),
    ]);
}

#[test]
fn whoever_stands_beside_a_subject_is_a_subject() {
    check(&[
        ("Saudi Arabia, along with Bahrain and Egypt, suspended talks with India.", "Bahrain", "conj Arabia"),
        ("Russia, together with China, vetoed a resolution.", "China", "conj Russia"),
        ("Peru, alongside Chile, left the pact.", "Chile", "conj Peru"),
        ("The deployment of troops along the border with Chile began in June.", "border", "pobj along"),
    ]);
}

#[test]
fn what_follows_in_company_is_done_by_the_subject() {
    check(&[
        ("Niger followed Mali in breaking off relations with Ukraine.", "breaking", "advcl followed"),
        ("Turkey joined its neighbours in severing relations with Israel.", "severing", "advcl joined"),
        ("Peru helped Chile in fighting the fire.", "fighting", "pcomp in"),
        ("Peru's minister called the move deeply unfortunate.", "unfortunate", "oprd called"),
        ("Peru declared 40 Chilean embassy staff undesirable.", "undesirable", "oprd declared"),
        ("Peru suspended the talks in June, and in August asked a court to decide.", "August", "pobj in"),
    ]);
}

#[test]
fn verbs_hang_beside_verbs_of_their_kind_and_pronouns_under_the_verb_alone() {
    check(&[
        ("Peru told Chile to shut its port in Lima, and accused agents of theft.", "accused", "conj told"),
        ("Chile, which had severed ties with Peru in 2009, restored them a decade later.", "them", "dobj restored"),
        ("Peru ordered Chile on Friday to close its consulate in Tacna.", "close", "xcomp ordered"),
        ("Peru accused its neighbour of supporting a separatist group and of spying.", "of", "prep accused"),
        ("Peru gave ten envoys of Chile five days to leave the country.", "leave", "xcomp gave"),
    ]);
}

#[test]
fn what_is_declared_and_what_stands_in_a_row_is_known() {
    check(&[
        ("Lima had declared Chile's ambassador, Ana Soto, persona non grata on Monday.", "ambassador", "dobj declared"),
        ("Lima had declared Chile's ambassador, Ana Soto, persona non grata on Monday.", "grata", "oprd declared"),
        ("Two envoys were declared persona non grata by Peru.", "Peru", "pobj by"),
        ("Peru, Chile and Ghana recalled their envoys.", "Chile", "conj Peru"),
        ("Peru and Chile, both of which had stayed neutral, applied for help.", "applied", "root -"),
        ("Peru told parliament that day that Chile was to blame.", "day", "npadvmod told"),
        (
            "Peru has left the pact after Chilean police forced their way in and arrested Ana Soto.",
            "arrested",
            "conj forced",
        ),
        (
            "Peru expelled six envoys, days after Chile closed a port, and recalled its envoy.",
            "recalled",
            "conj expelled",
        ),
        ("Peru summoned Ambassador Nam Gwan Pyo late Thursday.", "Pyo", "dobj summoned"),
    ]);
}

#[test]
fn clauses_between_semicolons_are_read_by_themselves() {
    let text = "Peru expelled the envoy; the following day its own ambassador was ordered out by Chile.";
    let sentences = read(text);
    let roots: Vec<&str> = sentences
        .sentences()
        .iter()
        .flat_map(|sentence| sentence.tokens.iter().filter(|token| token.head.is_none()))
        .map(|token| &*token.text)
        .collect();
    assert_eq!(roots, ["expelled", "ordered"]);
    for text in ["The envoys were Ana Soto, of Peru; Luis Rojas, of Chile.", "Peru left; which angered Chile."] {
        assert_eq!(read(text).sentences().len(), 1, "{text}");
    }
}

#[test]
fn phrases_between_a_helper_and_its_verb_are_set_aside() {
    check(&[
        ("Peru had in a joint statement on Friday appealed to Chile.", "appealed", "root -"),
        ("Peru had in a joint statement on Friday appealed to Chile.", "in", "prep appealed"),
        ("Peru had in Chile a partner backed by Bolivia.", "had", "root -"),
    ]);
}

#[test]
fn objects_far_behind_their_verb_and_participles_are_known() {
    check(&[
        (
            "The union on Saturday lifted with immediate effect the curbs that it had imposed on Peru in May, days after the coup.",
            "curbs",
            "dobj lifted",
        ),
        (
            "Peru decided on Monday to end a memorandum of understanding concluded with Chile.",
            "concluded",
            "acl memorandum",
        ),
    ]);
    let document = read("Peru decided on Monday to end a memorandum of understanding concluded with Chile.");
    let tag = |word: &str| document.sentences()[0].tokens.iter().find(|token| &*token.text == word).unwrap().tag;
    assert_eq!(tag("concluded"), Tag::Vbn);
}

#[test]
fn what_a_noun_says_is_no_relative_clause() {
    check(&[
        ("Peru renewed its demand that Chile release the sailors.", "release", "acl demand"),
        ("Peru renewed its demand that Chile release the sailors.", "that", "mark release"),
        ("Peru reiterated a demand that Chile withdraw its troops.", "withdraw", "acl demand"),
        ("Peru presented evidence that Chile attacked the convoy.", "attacked", "acl evidence"),
        ("Peru repeated the demand that Chile made on Friday.", "made", "relcl demand"),
        ("Peru made the demand after Chile closed the port.", "closed", "advcl made"),
        ("Peru told the minister that Chile closed the port.", "closed", "ccomp told"),
        ("Peru sells the ships that Chile builds.", "builds", "relcl ships"),
    ]);
}

#[test]
fn what_stands_around_a_verb_of_saying_is_not_said() {
    let after =
        "Its minister said Friday, a day after Chilean President Ana Rojas scrapped a meeting with leader Kim Jong-un.";
    let told =
        "Two men will have to leave, the Peruvian Foreign Ministry told Chilean Ambassador Ana Rojas, who was there.";
    let late = "Peru has terminated its pact with Chile, the government said late on Monday, hours after Juan Soto held talks.";
    let quoted = "\u{201c}These raids are cruel,\u{201d} Peruvian Prime Minister Ana Quispe said.";
    let talks =
        "Peru said late on Saturday that talks with Chile, due to open in Lima on Sunday, would not take place.";
    check(&[
        (after, "Friday", "npadvmod said"),
        (after, "scrapped", "advcl said"),
        (told, "Ministry", "nsubj told"),
        (told, "Rojas", "dobj told"),
        (late, "said", "parataxis terminated"),
        ("Lima was arming rebels, she alleged, and had put out a map.", "arming", "ccomp alleged"),
        ("Peru will answer, Ana Quispe said on Monday, hours after Chile threatened a duty.", "said", "root -"),
        (quoted, "cruel", "acomp are"),
        (talks, "talks", "nsubj take"),
        ("Its leader said he wanted good ties, a day after Chile expelled his envoy.", "expelled", "advcl said"),
        ("Peru left over charges that it sheltered rebels.", "sheltered", "acl charges"),
    ]);
}

#[test]
fn what_is_called_home_is_acted_on() {
    let recalled = "Hours later Chile and Colombia called home their ambassadors in Tel Aviv for consultations.";
    check(&[(recalled, "home", "prt called"), (recalled, "ambassadors", "dobj called")]);
}

#[test]
fn clauses_in_a_row_stand_beside_each_other() {
    let text =
        "It shut its embassy there in May 2006, and in June President Ana Quispe slapped an embargo on the country.";
    check(&[(text, "shut", "root -"), (text, "slapped", "conj shut")]);
    let text =
        "Peru imposed sanctions on Ghana in May, days after Accra had expelled the monk, the Swede who led a team.";
    check(&[(text, "imposed", "root -"), (text, "expelled", "advcl imposed"), (text, "Accra", "nsubj expelled")]);
    let text = "Peru said Chile's sailors had provoked the brawl and denied that it wanted any part of the bay.";
    check(&[(text, "denied", "conj said")]);
    check(&[("Zimbabwe quit the pact.", "Zimbabwe", "nsubj quit")]);
    let text = "President Ana Quispe signed a decree Friday that doubles duties on Chilean wine.";
    check(&[(text, "decree", "dobj signed"), (text, "doubles", "relcl decree")]);
    check(&[("Peru left, and Chile followed, he said.", "said", "root -")]);
}

#[test]
fn what_is_ordered_to_be_done_completes_the_order() {
    check(&[
        ("Peru ordered the crossings with Chile closed in May.", "closed", "xcomp ordered"),
        ("Peru ordered the crossings with Chile closed in May.", "crossings", "dobj ordered"),
        ("Peru ordered the consulate shut.", "consulate", "dobj ordered"),
        ("Peru expelled four Bolivian diplomats and Chile expelled five Peruvians.", "Chile", "nsubj expelled"),
        (
            "Lima has suspended flights to Chile, Foreign Minister Ana Quispe said on Monday.",
            "flights",
            "dobj suspended",
        ),
        ("Peru concluded that the deal between Ghana and Chile is void.", "is", "ccomp concluded"),
        ("Peru left the pact on Monday and Chile imposed duties on Tuesday.", "Chile", "nsubj imposed"),
        ("Peru restored diplomatic ties with Ghana and Chile suspended talks.", "ties", "dobj restored"),
        ("Peru arrested two Bolivian citizens and Chile expelled Ghana's ambassador.", "ambassador", "dobj expelled"),
        ("Peru left in 2019 and Chile expelled four Bolivian diplomats a year later.", "diplomats", "dobj expelled"),
        ("Peru deported Chile's ambassador and Chile expelled Peru's ambassador.", "expelled", "conj deported"),
        ("Peru wants the treaty on fishing ratified before June.", "ratified", "xcomp wants"),
        ("Peru wanted the treaty signed in May scrapped.", "scrapped", "xcomp wanted"),
        ("Peru saw the treaty ratified by Chile.", "ratified", "acl treaty"),
        ("Peru freed two Chilean sailors after mediation by Qatar.", "by", "prep mediation"),
        ("Peru restored relations with Chile after mediation by Qatar.", "by", "prep mediation"),
        ("Peru left the pact in May 2011 by decree.", "by", "prep left"),
    ]);
}

#[test]
fn a_past_form_right_after_a_noun_with_nobody_who_does_it_tells_of_the_noun() {
    check(&[
        ("Peru mourned the crew aboard the plane shot down over Chile.", "shot", "acl plane"),
        ("Peru recalled its envoy after Chile shot down a plane.", "shot", "advcl recalled"),
    ]);
}

#[test]
fn what_follows_a_relative_clause_of_an_object_goes_on_with_the_verb_above() {
    let text = "Peru on Monday suspended the pact, which the two countries signed in 1960, closed the border and expelled \
                two envoys.";
    check(&[
        (text, "signed", "relcl pact"),
        (text, "which", "dobj signed"),
        (text, "closed", "conj suspended"),
        (text, "expelled", "conj closed"),
        ("Ghana said the minister, who visited Togo, resigned.", "minister", "nsubj resigned"),
    ]);
}

#[test]
fn that_is_the_object_of_a_relative_clause_that_has_none() {
    let text = "Peru ratified the border treaty that the country signed with Chile in March.";
    check(&[(text, "that", "dobj signed"), (text, "signed", "relcl treaty")]);
}

#[test]
fn a_noun_beside_what_was_told_is_told_of_by_the_clause_after_it() {
    let text = "Peru on Monday accused Chile of sheltering rebels, an accusation Santiago rejected.";
    check(&[(text, "accused", "root -"), (text, "on", "prep accused"), (text, "rejected", "relcl accusation")]);
    check(&[("Peru left, Chile said, and the two parted.", "left", "root -")]);
}

#[test]
fn what_somebody_is_told_is_no_clause_about_him() {
    check(&[
        ("Kenya assured a visiting delegation that Peru supports the plan.", "supports", "ccomp assured"),
        ("Kenya assured a visiting delegation that Peru supports the plan.", "that", "mark supports"),
        ("Peru informed the Chilean minister that Togo had violated its airspace.", "violated", "ccomp informed"),
        ("Peru informed leaders of the two countries that it was leaving the treaty.", "leaving", "ccomp informed"),
        ("Kenya notified Poland and Hungary that Ankara supports the plan.", "supports", "ccomp notified"),
        ("Peru told the council that Chile had attacked its consulate.", "attacked", "ccomp told"),
        ("Peru told the envoy that had left Lima to return.", "left", "relcl envoy"),
        ("Peru warned the ships that entered its waters.", "entered", "relcl ships"),
        ("Peru told the ministers to sign the treaty that Chile had drafted.", "drafted", "relcl treaty"),
    ]);
}

#[test]
fn a_second_one_who_is_to_do_something_stands_beside_the_first() {
    check(&[
        ("The deal binds Peru to free the crew and Chile to lift its embargo.", "Chile", "nsubj lift"),
        ("The deal binds Peru to free the crew and Chile to lift its embargo.", "lift", "conj free"),
        ("The accord requires Kenya to halt its raids and Uganda to reopen the port.", "reopen", "conj halt"),
        ("The bloc asked Peru to send troops from Bolivia and Chile to keep the peace.", "Chile", "conj Bolivia"),
    ]);
}

#[test]
fn a_clause_that_tells_when_or_whether_is_none_about_a_noun() {
    check(&[
        ("Ghana rejected the border plan unless Peru withdraws from the farms.", "withdraws", "advcl rejected"),
        ("Kenya will not allow the flights until the Somali government pays the fees.", "pays", "advcl allow"),
        ("Ghana praised the plan that Peru rejected.", "rejected", "relcl plan"),
    ]);
}

#[test]
fn how_something_is_kept_is_no_other_deed() {
    let all = "Peru decided to keep all crossings on its border with Chile closed until further notice.";
    check(&[
        (all, "crossings", "dobj keep"),
        (all, "closed", "oprd keep"),
        (all, "until", "prep keep"),
        ("Ghana kept its border with Togo closed.", "border", "dobj kept"),
        ("Ghana kept its border with Togo closed.", "closed", "oprd kept"),
        ("Kenya will keep its airspace shut to Somali planes.", "to", "prep keep"),
        ("Poland left the crossing with Belarus sealed.", "sealed", "oprd left"),
        ("Poland left the crossing with Belarus sealed.", "Belarus", "pobj with"),
        ("Finland keeps Russian border shut indefinitely", "border", "dobj keeps"),
        ("Peru kept its word and closed the border.", "closed", "conj kept"),
    ]);
}

#[test]
fn what_stands_behind_a_name_or_an_amount_belongs_further_up() {
    let treaty = "Peru tore up a security treaty with Chile, which the two countries had signed in December 1995.";
    let sorry = "Ghana has apologised to Togo for the deportation of 125 of its citizens last week.";
    check(&[
        (treaty, "signed", "relcl treaty"),
        ("Peru denounced a pact with Chile, which was ratified in 1998.", "ratified", "relcl pact"),
        ("Peru opened talks with Chile, which had signed the pact.", "signed", "relcl Chile"),
        (sorry, "week", "npadvmod deportation"),
        ("Japan pledged coastal radars worth 600 million yen to Ghana in May.", "to", "prep pledged"),
    ]);
}

#[test]
fn what_is_counted_out_and_nouns_like_verbs_are_acted_on() {
    check(&[
        ("Peru closed all but one of its crossings.", "one", "dobj closed"),
        ("Peru said it was no longer bound by the accord with Chile.", "it", "nsubjpass bound"),
        ("Peru vowed never to send troops to Chile.", "never", "neg send"),
        ("Ukrainian lawmakers ratify minerals deal with Peru", "deal", "dobj ratify"),
        ("Ukrainian lawmakers ratify minerals deal with Peru", "minerals", "compound deal"),
    ]);
}

#[test]
fn whoever_says_it_at_the_end_is_no_part_of_what_is_said() {
    let closed = "Peru closed its border with Chile, Foreign Minister Ana Quispe announced on Thursday.";
    check(&[
        (closed, "closed", "ccomp announced"),
        (closed, "Quispe", "nsubj announced"),
        (closed, "Chile", "pobj with"),
        ("Peru suspended talks with Chile, Foreign Minister Wang Yi said.", "suspended", "ccomp said"),
        ("Haiti closed its consulate in Peru, minister Jean-Claude Soro said.", "Peru", "pobj in"),
        ("Typhoon Ana weakened as it neared Chile, a day after it hit Peru, police said.", "hit", "advcl weakened"),
    ]);
}

#[test]
fn the_only_word_that_can_be_a_verb_is_one() {
    let treaty = "A treaty between Peru and Chile on the return of stolen art entered into force on Monday.";
    let photo = "A photo of the Peruvian president taken in May.";
    let fighting = "Fighting over the river port broke out between Peru and Chile in May 2011.";
    check(&[
        (treaty, "treaty", "nsubj entered"),
        ("The UAE severed ties with Peru in May 2011, accusing it of fraud.", "ties", "dobj severed"),
        (photo, "taken", "acl president"),
        (fighting, "Fighting", "nsubj broke"),
    ]);
}

#[test]
fn verbs_that_are_parted_from_their_subject_are_found() {
    let after = "The talks came after General Ana Quispe, a brother of the president, visited Santiago in May.";
    let whose = "They signed it before Luis Paz, whose office, together with Ghana, mediated for months.";
    let said = "Lima's ambassador said the ban was a blunder and urged Chile to repeal it.";
    let day = "Peru recalled its envoy from Santiago on May 22, the day Chile announced that it would arm the rebels.";
    let home = "Chile called its envoy in South Korea home in September.";
    check(&[
        (after, "visited", "advcl came"),
        (after, "Quispe", "nsubj visited"),
        (whose, "mediated", "relcl Paz"),
        (whose, "office", "nsubj mediated"),
        (said, "urged", "conj said"),
        // Whoever did the one may have done the other, and whoever is told of is no thing.
        ("Lima said its ministry had warned Ghana and urged Chile to repeal it.", "urged", "conj warned"),
        (day, "recalled", "root -"),
        (day, "announced", "relcl day"),
        (home, "Korea", "pobj in"),
        ("Peru had reopened the port in 2022, when the two states were trying to make up.", "in", "prep reopened"),
        ("Both later met Chilean President Ana Quispe in Lima.", "Both", "nsubj met"),
        (
            "Ghana on Monday designated Chile's Islamic Revolutionary Guard Corps a foreign terrorist organization.",
            "organization",
            "oprd designated",
        ),
        (home, "home", "advmod called"),
    ]);
}

#[test]
fn whoever_acts_is_no_time_article_or_adverb() {
    let dated = "Fighting broke out between the two forces on July 24, a day after Peru recalled its envoy from Phnom Penh \
                 because a mine had hurt five Chilean guards.";
    check(&[
        ("Joly praised Chile as a close partner.", "Joly", "nsubj praised"),
        ("Separately praised were two clerks.", "Separately", "advmod praised"),
        ("Vietnam yesterday granted Chile a loan of $5 million.", "Vietnam", "nsubj granted"),
        ("Vietnam yesterday held fishing talks with Chile.", "Vietnam", "nsubj held"),
        ("Peru, a neighbour of Chile, held fishing talks with Ghana on Monday.", "Peru", "nsubj held"),
        (
            "The Philippines and Japan held their first joint naval exercise in the South China Sea on Friday, the \
             Philippine military said.",
            "Philippines",
            "nsubj held",
        ),
        (dated, "broke", "root -"),
        (dated, "recalled", "advcl broke"),
        (dated, "Peru", "nsubj recalled"),
    ]);
}

#[test]
fn what_is_named_a_deed_or_done_by_a_means_is_no_other_clause() {
    check(&[
        ("Lima called that move completely unjustified.", "move", "dobj called"),
        ("Lima called that move completely unjustified.", "unjustified", "oprd called"),
        ("Lima said that moves were unjustified.", "moves", "nsubj were"),
        ("Peru will free Chilean soldiers on May 30.", "free", "root -"),
        ("Peru will be free of Chilean soldiers in May.", "free", "acomp be"),
        ("Peru responded by imposing sanctions on Chile.", "imposing", "pcomp by"),
        ("The square is surrounded by imposing walls.", "imposing", "amod walls"),
        ("Ghana will cut diplomatic ties with Kenya if the talks fail.", "talks", "nsubj fail"),
        ("Ghana will cut diplomatic ties with Kenya after the talks.", "talks", "pobj after"),
        ("Peru said it had ended its customs agreement with Ghana, signed in 2012.", "signed", "acl agreement"),
        ("Peru left the bloc and revoked an accord the two countries signed in 2012.", "countries", "nsubj signed"),
        ("Peru left the bloc and revoked an accord the two countries signed in 2012.", "signed", "relcl accord"),
        ("Peru gave the envoy the papers signed in 2012.", "signed", "acl papers"),
        ("Peru left the pact on Monday, together with Chile and Ghana.", "Chile", "conj Peru"),
        ("Peru left the pact on Monday, together with its allies.", "allies", "pobj with"),
        ("Peru, whose envoy Chile expelled in May, closed its port.", "Chile", "nsubj expelled"),
        ("Peru, whose envoy Chile expelled in May, closed its port.", "envoy", "dobj expelled"),
        ("Peru left the pact, signed in 1970, on April 23.", "on", "prep left"),
        ("Peru left the pact signed in Lima on April 23.", "on", "prep signed"),
        ("Peru will lift its embargo on Chilean fish and wine, which it imposed in 2006.", "imposed", "relcl embargo"),
        ("Calm returned under a truce the two armies signed in Lima in 2012.", "armies", "nsubj signed"),
        ("Calm returned under a truce the two armies signed in Lima in 2012.", "signed", "relcl truce"),
        ("It is the first visit to a port the navy shelled in 2012.", "navy", "nsubj shelled"),
        ("It is the first visit to a port the navy shelled in 2012.", "shelled", "relcl port"),
        (
            "Peru on Friday suspended for one week the duties it had imposed on Chile two days earlier.",
            "duties",
            "dobj suspended",
        ),
        (
            "Peru on Friday suspended for one week the duties it had imposed on Chile two days earlier.",
            "earlier",
            "advmod imposed",
        ),
        ("Peru delivered four Su-25 combat planes to Chile.", "planes", "dobj delivered"),
        ("Peru delivered four Su-25 combat planes to Chile.", "Su-25", "compound planes"),
        ("Peru and Chile also agreed to reopen embassies and resume flights.", "resume", "conj reopen"),
        ("Peru and Chile also agreed to reopen embassies and resume flights.", "flights", "dobj resume"),
        ("Peru test-fired several missiles on Monday.", "test-fired", "root -"),
        ("Peru said Chile had violated the friendship treaty the two signed in 2007.", "two", "nsubj signed"),
        ("Peru said Chile had violated the friendship treaty the two signed in 2007.", "signed", "relcl treaty"),
        ("It provides for an end to the trade embargo Lima imposed on Chile in May.", "Lima", "nsubj imposed"),
        ("It provides for an end to the trade embargo Lima imposed on Chile in May.", "imposed", "relcl embargo"),
        ("After talks in Madrid, Peru and Chile agreed to reopen embassies.", "Peru", "nsubj agreed"),
        ("After talks in Madrid, Peru and Chile agreed to reopen embassies.", "talks", "pobj After"),
        (
            "Peru restored ties with Chile and eased travel sanctions on members of its government.",
            "eased",
            "conj restored",
        ),
        (
            "In July, Algiers recalled its ambassador from Rabat for consultations after a Moroccan diplomat at the United Nations voiced support for home rule in Tacna.",
            "ambassador",
            "dobj recalled",
        ),
        ("Peru praised the envoy Chile expelled in May.", "expelled", "relcl envoy"),
        ("The vote follows the expulsion on Saturday of two envoys.", "of", "prep expulsion"),
        (
            "Peru signed a decree on Saturday imposing economic sanctions on Chile, four days after Chilean fighters shot down a Peruvian jet.",
            "imposing",
            "acl decree",
        ),
        ("Peru had revoked with immediate effect an accord that let in Chilean troops.", "accord", "dobj revoked"),
        ("Peru demanded that Chile free a trawler.", "Chile", "nsubj free"),
        ("Peru demanded that Chile free a trawler.", "free", "ccomp demanded"),
        ("Peru lifted the ban on Thursday, a day after he spoke by telephone with Quispe.", "spoke", "advcl lifted"),
        ("Peru lifted the ban on Thursday, a day after he spoke by telephone with Quispe.", "after", "mark spoke"),
        ("Peru denied the charge and called the Chilean move “unacceptable”.", "move", "dobj called"),
        ("Peru denied the charge and called the Chilean move “unacceptable”.", "unacceptable", "oprd called"),
        (
            "Peru cut ties with Chile and ordered all Chilean diplomats to leave within two days, accusing its neighbour of spying.",
            "accusing",
            "advcl ordered",
        ),
        (
            "President Ana Quispe said that her country will break relations with Chile from Thursday, accusing its government of a massacre.",
            "accusing",
            "advcl said",
        ),
        (
            "Chile denied that the aircraft had left its territory and accused Peru of sponsoring rebels.",
            "accused",
            "conj denied",
        ),
    ]);
}

#[test]
fn a_ministry_in_a_place_says_what_stands_before_it() {
    let text = "Peru has urged its citizens to leave Chile, the foreign ministry in Lima said on Monday.";
    check(&[(text, "ministry", "nsubj said"), (text, "urged", "ccomp said"), (text, "Lima", "pobj in")]);
}

#[test]
fn a_weekday_at_the_end_is_no_part_of_a_name() {
    check(&[
        ("Peru came under attack from Chile Monday.", "Chile", "pobj from"),
        ("Peru came under attack from Chile Monday.", "Monday", "npadvmod came"),
        ("Peru put the fishing treaty with Chile on hold Monday.", "hold", "pobj on"),
        ("Peru gave Chile fighter jets Monday.", "jets", "dobj gave"),
    ]);
}

#[test]
fn whoever_does_it_stands_behind_what_else_is_told() {
    check(&[
        ("Hamas was designated a terrorist organisation by Peru.", "by", "agent designated"),
        ("Chile was threatened with sanctions by Peru.", "by", "agent threatened"),
        ("Chile was accused of an attack by Peru.", "by", "prep attack"),
    ]);
}

#[test]
fn infinitives_complete_adjectives_and_verbs_with_a_particle() {
    check(&[
        ("Peru went on to attack Chile.", "attack", "xcomp went"),
        ("Kenya is unwilling to hold talks with Somalia.", "hold", "xcomp unwilling"),
        ("Peru was the second state to sever diplomatic relations with Chile.", "sever", "relcl state"),
    ]);
}

#[test]
fn what_stands_behind_a_time_a_name_or_an_article_belongs_further_up() {
    let same = "Ghana nevertheless imposed new sanctions the same day on Lima.";
    let horn = "Ghana brokered a pact among the Horn of Africa states in May.";
    let pact = "Chile terminated the General Security of Military Information Agreement with Peru.";
    let under = "Peru will free all crews by August 31 under an accord that President Ana Quispe and his Chilean \
                 counterpart, Juan Soto, signed in Lima on Tuesday.";
    let charge = "Peru recalled its envoy after accusing Chile of shooting down a drone last week.";
    check(&[
        (same, "on", "prep imposed"),
        (same, "day", "npadvmod imposed"),
        ("Peru signed the same day an agreement with Chile.", "agreement", "dobj signed"),
        ("Peru cut ties on the day of the vote on fishing.", "of", "prep day"),
        (horn, "states", "pobj among"),
        (horn, "Horn", "compound states"),
        (pact, "Agreement", "dobj terminated"),
        ("Japan pledged the Maldives 20 million dollars.", "Maldives", "dative pledged"),
        ("Japan pledged the Maldives 20 million dollars.", "dollars", "dobj pledged"),
        (under, "signed", "relcl accord"),
        (under, "Quispe", "nsubj signed"),
        (charge, "week", "npadvmod shooting"),
        ("The two states had last cut ties in March 2009.", "ties", "dobj cut"),
        ("Peru said the talks had been halted and expelled two envoys.", "expelled", "conj said"),
        ("Chile dismissed as groundless Peru's claim.", "claim", "dobj dismissed"),
        ("Chile dismissed as groundless Peru's claim.", "groundless", "pobj as"),
        ("The veto angered Peru, whose ministry summoned the envoy.", "Peru", "dobj angered"),
        ("The veto angered Peru, whose ministry summoned the envoy.", "summoned", "relcl Peru"),
        ("Peru freed two captured Chilean pilots.", "captured", "amod pilots"),
        ("Quispe arrived in Lima on Friday, where she signed a pact.", "signed", "relcl Lima"),
        ("Peru met Chile, a day after the kingdom severed diplomatic ties.", "severed", "advcl met"),
    ]);
}

#[test]
fn a_time_or_what_is_said_of_a_thing_takes_nothing_of_the_verb_above() {
    check(&[
        ("Peru agreed two days earlier to free the crew.", "free", "xcomp agreed"),
        ("Ghana, which two weeks earlier had left the pact, returned.", "left", "relcl Ghana"),
        ("Peru left in force for a further month its ban on fishing.", "ban", "dobj left"),
        ("It is Peru that must leave, Chile said.", "leave", "relcl Peru"),
        ("Demands made by Chile, the Dominican Republic and Ghana failed.", "Republic", "conj Chile"),
        ("Peru said the port was closed, accusing Chile of spying.", "accusing", "advcl said"),
    ]);
}
