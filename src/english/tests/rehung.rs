//! What the rules after the parser hang elsewhere: what is called or held so, what somebody is since when, and whoever acts in a
//! clause without "that".

use super::trees::check;

#[test]
fn a_past_form_after_an_aside_is_the_verb_though_a_clause_behind_it_has_one() {
    check(&[
        (
            "Peru, which keeps 900 soldiers there, threatened to strike if Chile ever deployed missiles.",
            "threatened",
            "root -",
        ),
        ("Peru, which borders Chile, warned on Monday that it would leave.", "warned", "root -"),
    ]);
}

#[test]
fn whoever_acts_in_a_clause_about_an_object_is_no_second_object() {
    let text = "Chile on Thursday regretted Peru's decision to suspend the pact of friendship the two countries concluded \
                in 2002 and promised to protect its miners.";
    let other = "Peru condemned Chile's plan to leave the treaty of friendship the two presidents signed in 1999.";
    check(&[
        (text, "decision", "dobj regretted"),
        (text, "concluded", "relcl pact"),
        (text, "promised", "conj regretted"),
        (other, "signed", "relcl friendship"),
        (other, "presidents", "nsubj signed"),
        ("Chile welcomed Peru's decision to ratify the accord the two signed in 2010.", "in", "prep signed"),
    ]);
}

#[test]
fn how_somebody_is_held_or_called_belongs_to_the_verb() {
    let place =
        "Chile recalled its envoy, calling Peru's endorsement of an autonomy plan for Northern Sahara \"outrageous\".";
    check(&[
        ("Peru's foreign minister held the Chilean side responsible for the killing.", "responsible", "oprd held"),
        ("Peru's foreign minister held Chile responsible.", "Chile", "dobj held"),
        (
            "Peru's king dissolved parliament on Monday and called a snap general election for May 18.",
            "election",
            "dobj called",
        ),
        (place, "outrageous", "oprd calling"),
        (place, "Sahara", "pobj for"),
    ]);
}

#[test]
fn a_time_belongs_to_what_it_dates() {
    check(&[
        ("Peru was attacked by its neighbour, a member since 1948, and appealed to Brazil.", "since", "prep member"),
        (
            "Peru closed its airspace on Monday, and Chile reciprocated the same evening.",
            "evening",
            "npadvmod reciprocated",
        ),
    ]);
}

#[test]
fn two_adjectives_before_a_name_of_two_nouns_share_it() {
    check(&[("Ships of the Peruvian and Chilean coast guards held a drill.", "coast", "compound guards")]);
}

#[test]
fn what_was_sent_by_somebody_lands_itself() {
    let text = "Peru summoned Chile's envoy on Sunday after shells fired by the Chilean army landed on its bank of the river, \
                killing a farmer.";
    check(&[(text, "landed", "advcl summoned"), (text, "shells", "nsubj landed"), (text, "killing", "advcl landed")]);
}

#[test]
fn a_perfect_stands_beside_the_verb_above_a_bare_participle() {
    check(&[
        (
            "Peru's premier said he regretted the distress caused but has refused to apologise.",
            "refused",
            "conj regretted",
        ),
        ("Peru denounced the accord signed and has recalled its envoy.", "recalled", "conj denounced"),
    ]);
}

#[test]
fn what_stands_right_before_whoever_says_it_is_acted_on() {
    let text = "Chile will not cut ties with Ghana even though Accra has thrown out its ambassador, President Gabriel Soto told a \
                news conference.";
    check(&[(text, "ambassador", "dobj thrown"), (text, "thrown", "advcl cut")]);
}

#[test]
fn what_stands_behind_a_day_or_a_comma_belongs_to_what_it_tells_of() {
    let row = "On that day Peru, the United States and Chile signed a defence pact.";
    let law = "Peru repealed a law on boycotting Chile, which had barred firms from trading with it.";
    check(&[
        (row, "Peru", "nsubj signed"),
        (row, "day", "pobj On"),
        ("Peru reopened its border with Chile, closed since 2019.", "closed", "acl border"),
        ("Peru reopened its land crossing with Chile, shut since May.", "shut", "acl crossing"),
        ("Peru reopened its border with Chile, closed its ports and left.", "closed", "conj reopened"),
        ("On Friday the two Andean allies criticised Chile.", "the", "det allies"),
        ("A treaty on water rights, signed in 1997, named no islands.", "signed", "acl treaty"),
        (law, "barred", "relcl law"),
        ("Peru closed its border out of solidarity with Chile.", "with", "prep solidarity"),
        ("Peru gave the order by decree on Monday to reopen the port.", "reopen", "acl order"),
    ]);
}

#[test]
fn a_particle_behind_an_aside_belongs_to_its_verb() {
    let behind = "Peru called its ambassador to Chile, Ana Rao, home for talks.";
    let before = "Chile called home the ambassador, Juan Soto, on June 24.";
    check(&[
        (behind, "home", "prt called"),
        (before, "home", "prt called"),
        (before, "ambassador", "dobj called"),
        ("Peru called the ambassador a liar.", "liar", "oprd called"),
    ]);
}

#[test]
fn whoever_acts_or_is_acted_on_is_found_behind_what_stands_before() {
    check(&[
        ("Peru and Chile signed an accord dividing up their waters.", "accord", "dobj signed"),
        ("Peru gave the two remaining Chilean diplomats a week to leave.", "diplomats", "dobj gave"),
        ("Chile asked that Lima free them.", "Lima", "nsubj free"),
        ("Chile insisted that the tariffs were unfair.", "unfair", "acomp were"),
        (
            "Peru resumed direct trade talks with Chile, more than three years after its parliament had called them off.",
            "with",
            "prep talks",
        ),
    ]);
}

#[test]
fn a_clause_belongs_to_the_word_it_tells_of() {
    check(&[
        (
            "Peru denounced what it called a breach of the truce and asked that the troops be withdrawn.",
            "asked",
            "conj denounced",
        ),
        ("Peru asked that Chile withdraw the claim, accusing it of blackmail.", "accusing", "advcl asked"),
        ("\"It is a lie,\" Peru's president said after the consul was called in.", "called", "advcl said"),
    ]);
}
