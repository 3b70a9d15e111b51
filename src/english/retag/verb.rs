//! Verbs taken for adjectives and nouns: "by imposing sanctions", "if the talks fail", "shut the port and severed ties".

use super::{Line, PAST, Tag, is_finite, is_form, is_gerund, is_past};
use crate::english::tag::Tag::{
    Cc, Cd, CloseQuote, Comma, Dt, In, Jj, Md, Nn, Nnp, Nnps, Nns, OpenQuote, Pos, Prp, PrpPoss, Rb, Rp, Stop, To, Vb,
    Vbd, Vbg, Vbn, Vbp, Vbz, Wdt, Wp, Wrb,
};

/// The ending of a verb in the present of the third person.
const THIRD: &str = "s";
/// The ending of a gerund.
const GERUND: &str = "ing";
/// How many words stand at the most between who blames somebody and what for.
const LONGEST_ACCUSED: usize = 5;

/// "Responded by imposing sanctions"; not "surrounded by imposing walls".
pub(super) fn is_means(line: &Line<'_>, at: usize) -> bool {
    let is_after = at >= 2 && line.is("means", at - 1) && line.tag(at - 2) != Vbn;
    is_after && is_gerund(line, at) && matches!(line.tag(at + 1), Nn | Nns)
}

/// "If the talks fail": a clause stands behind the word.
pub(super) fn is_of_condition(line: &Line<'_>, at: usize) -> bool {
    let start = line.phrase_start(at - 1).and_then(|start| start.checked_sub(1));
    line.tag(at - 1) == Nns && start.is_some_and(|opener| line.is("condition", opener)) && !is_form(line.tag(at + 1))
}

/// "Shut the port and severed ties": a noun is no pair of an adjective. Not "exported the oil and refined products".
pub(super) fn is_second(line: &Line<'_>, at: usize) -> bool {
    let is_joined = at >= 3 && line.tag(at - 1) == Cc && line.is("and", at - 1);
    if !is_joined || line.can_be(at, &[Jj]) || !line.begins_noun(at + 1) {
        return false;
    }
    // "Restored ties with Peru and eased sanctions".
    if matches!(line.tag(at - 2), Nnp | Nnps) {
        let link = (0..at - 2).rev().find(|&before| !matches!(line.tag(before), Nnp | Nnps | Dt));
        return link.is_some_and(|link| line.tag(link) == In && (0..link).any(|before| line.tag(before) == Vbd));
    }
    // "Went ahead and severed ties".
    if matches!(line.tag(at - 2), Rb | Rp) && line.tag(at - 3) == Vbd {
        return true;
    }
    let verb = line.phrase_start(at - 2).and_then(|start| start.checked_sub(1));
    // "Held elections and severed ties".
    let bare = || (0..at - 1).rev().find(|&before| !matches!(line.tag(before), Nn | Nns | Jj | Cd));
    matches!(line.tag(at - 2), Nn | Nns) && verb.or_else(bare).is_some_and(|verb| line.tag(verb) == Vbd)
}

/// "Shunned Chile since the revolution and established ties with Peru", "expelled the envoy and cut ties", "and shut its border".
pub(super) fn is_of_ties(line: &Line<'_>, at: usize) -> bool {
    let has_object = || {
        line.is("tie", at + 1)
            || line.is("unchanging", at)
                && (line.begins_with_determiner(at + 1) || line.tag(at + 1) == Jj && line.is("tie", at + 2))
    };
    at >= 3
        && line.is("and", at - 1)
        && (line.is("founded", at) || line.is("unchanging", at))
        && has_object()
        && (0..at).any(|before| matches!(line.tag(before), Vbd | Vbn))
}

/// "Said that talks with Peru, due on Sunday, would not take place": behind "that" a noun for what its clause is about, as a
/// finite verb follows.
pub(super) fn is_said_noun(line: &Line<'_>, at: usize) -> bool {
    let is_after_that = at >= 2 && line.tag(at - 1) == Wdt && line.is("that", at - 1);
    let follows = || (at + 1..line.tags.len()).any(|later| matches!(line.tag(later), Md | Vbd));
    is_after_that && line.can_be(at, &[Nns]) && line.tag(at + 1) == In && line.is("proceeding", at) && follows()
}

/// Tells whether a participle is what the clause behind ", which" says of its subject, where nothing else does.
pub(super) fn is_of_relative(line: &Line<'_>, at: usize) -> bool {
    let is_subject = |tag: Tag| matches!(tag, Dt | Cd | Jj | Nn | Nns | Nnp | Nnps | PrpPoss | Pos);
    let start = (0..at).rev().take_while(|&index| is_subject(line.tag(index))).last();
    let Some(which) =
        start.filter(|_| matches!(line.tag(at - 1), Nns | Nnp | Nnps)).and_then(|start| start.checked_sub(1))
    else {
        return false;
    };
    let is_relative = line.tag(which) == Wdt && which.checked_sub(1).is_some_and(|comma| line.tag(comma) == Comma);
    // "Which the two states signed in May to pool what they know": another clause has a verb of its own.
    let ends = |index: &usize| matches!(line.tag(*index), Comma | Stop | Wp | To | Wrb);
    let is_only = !(at + 1..line.tags.len()).take_while(|index| !ends(index)).any(|index| is_finite(line.tag(index)));
    let is_agent = line.is("means", at + 1);
    is_relative && is_only && !is_agent && matches!(line.tag(at + 1), In | Stop | Comma | Nnp | Rb)
}

/// "Peru denies having closed its border", "Peru denies arming rebels", where the sentence has no other verb.
pub(super) fn is_before_deed(line: &Line<'_>, at: usize) -> bool {
    let is_name = |index: usize| matches!(line.tag(index), Nnp | Nnps);
    let is_perfect = line.is("have", at + 1) && matches!(line.tag(at + 2), Vbn | Vbd | Jj | Rb);
    // What "having" helps is no finite verb, whatever the tagger made of it.
    let is_other = |index: usize| is_finite(line.tag(index)) && !(is_perfect && index == at + 2);
    line.tag(at + 1) == Vbg
        && (0..at).all(is_name)
        && (is_perfect || line.can_be(at, &[Vbz]) && line.begins_noun(at + 2))
        && line.tags.last() == Some(&Stop)
        && !(0..line.tags.len()).any(is_other)
}

/// "Which groups Peru and Chile", "which ships most of its copper".
pub(super) fn is_before_object(line: &Line<'_>, at: usize) -> bool {
    matches!(line.tag(at + 1), Nnp | Dt | PrpPoss | Tag::Jjs)
}

/// "Are due to hold talks", "is set to meet Peru's minister"; not "was due to rain".
pub(super) fn is_to_be_done(line: &Line<'_>, at: usize) -> bool {
    at >= 3
        && line.is("infinitive", at - 1)
        && line.is("awaited", at - 2)
        && line.back_over_adverbs(at - 2).is_some_and(|be| line.is("be", be))
        && line.can_be(at, &[Vb, Vbp])
        && matches!(line.tag(at + 1), Nns | Nnp | Dt | PrpPoss)
}

/// "Will back the plan": what a modal helps, where no other verb stands before the noun.
pub(super) fn is_helped(line: &Line<'_>, at: usize) -> bool {
    line.tag(at - 1) == Md
        && matches!(line.tag(at), Rb | Rp)
        && matches!(line.tag(at + 1), Nnp | Nnps | Dt | PrpPoss | Jj)
        && line.can_be(at, &[Vb])
        && !(at + 1..line.tags.len()).take_while(|&later| line.tag(later) != Comma).any(|later| line.tag(later) == Vb)
}

/// "A week to free its pilots": no adjective stands before whose something is.
pub(super) fn is_done_to_own(line: &Line<'_>, at: usize) -> bool {
    line.is("infinitive", at - 1)
        && line.tag(at) == Jj
        && matches!(line.tag(at + 1), PrpPoss | Dt)
        && line.can_be(at, &[Vb, Vbp])
}

/// "Postponed her visit to Peru": what is put off is hers; not "let her visit Peru", "made her return home".
pub(super) fn is_hers(line: &Line<'_>, at: usize) -> bool {
    at >= 2
        && line.is("hers", at - 1)
        && line.tag(at - 2) == Vbd
        && !line.is("causing", at - 2)
        && line.can_be(at, &[Nn])
        && matches!(line.tag(at + 1), In | To | Stop | Comma)
}

/// "Severed relations on Tuesday, when its minister accused", "severed relations in March, as did Chad": the verb is that of
/// another clause.
pub(super) fn is_of_another(line: &Line<'_>, at: usize, verb: usize) -> bool {
    let is_likewise = verb >= 2 && line.tag(verb - 1) == In && line.tag(verb - 2) == Comma;
    is_likewise || (at + 1..verb).any(|opener| line.is("opener", opener))
}

/// "Peru's warships headed for Chile", where the sentence has no other verb.
pub(super) fn is_going(line: &Line<'_>, at: usize) -> bool {
    line.is("going", at)
        && matches!(line.tag(at - 1), Nn | Nns | Nnp)
        && matches!(line.tag(at + 1), In | To)
        && lacks_one(line)
}

/// "A day after the kingdom severed diplomatic relations", where the clause has no other verb.
pub(super) fn is_of_subordinate(line: &Line<'_>, at: usize) -> bool {
    let start =
        at.checked_sub(1).filter(|&noun| matches!(line.tag(noun), Nn | Nns)).and_then(|noun| line.phrase_start(noun));
    let opens = start.and_then(|start| start.checked_sub(1)).is_some_and(|before| line.is("opener", before));
    let mut rest =
        (at + 1..line.tags.len()).map(|index| line.tag(index)).take_while(|tag| !matches!(tag, Comma | Stop));
    // "After they severed ties".
    let opens = opens || at >= 2 && line.tag(at - 1) == Prp && line.is("opener", at - 2);
    opens && line.begins_noun(at + 1) && !rest.any(is_finite)
}

/// "Left the pact after Chile established relations with Ghana", where the clause has no other verb; not "after Chile-based
/// firms left".
pub(super) fn is_after_its_doer(line: &Line<'_>, at: usize) -> bool {
    let is_name = |index: usize| matches!(line.tag(index), Nnp | Nnps);
    let opener = (0..at).rev().find(|&before| !is_name(before));
    let follows = matches!(line.tag(at + 1), Nns | Dt | PrpPoss) || line.tag(at + 1) == Jj && line.tag(at + 2) == Nns;
    let mut rest =
        (at + 1..line.tags.len()).map(|index| line.tag(index)).take_while(|tag| !matches!(tag, Comma | Stop | Cc));
    line.tag(at) == Vbn
        && opener.is_some_and(|opener| opener + 1 < at && line.is("opener", opener))
        && follows
        && !rest.any(is_finite)
}

/// "Dismissing media reports that Chile had left": behind a gerund what it is done to, as a clause tells what it says.
pub(super) fn is_what_is_reported(line: &Line<'_>, at: usize) -> bool {
    let is_part = |index: usize| matches!(line.tag(index), Jj | Nn | Nnp | Dt | PrpPoss);
    let start = (0..at).rev().find(|&before| !is_part(before));
    line.tag(at) == Vbz
        && line.is("proceeding", at)
        && line.is("that", at + 1)
        && start.is_some_and(|start| start + 1 < at && is_gerund(line, start))
        && start.and_then(|start| start.checked_sub(1)).is_some_and(|before| line.tag(before) == Comma)
}

/// "Peru 'rejects' the claim", "which 'condemned' it": the tag of a verb that stands alone in quotation marks, where its clause
/// has no other. Not "Peru's 'allies' in Lima".
pub(super) fn in_quotes(line: &Line<'_>, at: usize) -> Option<Tag> {
    let is_mark = |at: usize| matches!(line.tag(at), OpenQuote | CloseQuote);
    let acts = at.checked_sub(2).filter(|&acts| is_mark(at - 1) && is_mark(at + 1) && !is_mark(acts))?;
    let is_name = matches!(line.tag(acts), Nnp | Nnps | Prp | Wdt | Wp);
    let is_before_object = match line.tag(at + 2) {
        Dt | PrpPoss => is_name || matches!(line.tag(acts), Nn | Nns),
        _ => is_name && line.begins_noun(at + 2),
    };
    let stem = line.word(at).strip_suffix(THIRD);
    let is_present = line.can_be(at, &[Vbz]) || stem.is_some_and(|stem| line.word_can_be(stem, &[Vb, Vbp]));
    let tag = if is_present { Vbz } else { Vbd };
    let is_verb = is_present || is_past(line, at);
    (is_verb && is_before_object && !line.clause_has_verb(acts, at)).then_some(tag)
}

/// Tells whether a whole sentence has no finite verb, so that one of its words must be it.
pub(super) fn lacks_one(line: &Line<'_>) -> bool {
    line.tags.last() == Some(&Stop) && !line.tags.iter().any(|tag| is_finite(*tag))
}

/// "Retreating Chilean troops shelled the town": nobody is retreated from.
pub(super) fn is_moving(line: &Line<'_>) -> bool {
    line.is("moving", 0)
        && line.tag(0) == Vbg
        && line.tag(1) == Jj
        && line.tag(2) == Nns
        && matches!(line.tag(3), Vbd | Vbz | Vbp)
}

/// "Joly praised Chile": no adverb that anybody knows.
pub(super) fn is_after_unknown(line: &Line<'_>) -> bool {
    line.tag(0) == Rb && matches!(line.tag(1), Vbd | Vbz) && !line.can_be(0, &[Rb])
}

/// "Peruvian academic Ana Quispe": what somebody is, between whence and who.
pub(super) fn is_person_before_name(line: &Line<'_>, at: usize) -> bool {
    line.tag(at) == Jj && line.is("person", at) && line.tag(at + 1) == Nnp && matches!(line.tag(at - 1), Jj | Nnp)
}

/// "The Peruvian foreign minister called on the president", where the sentence has no other verb and nobody did it to him.
pub(super) fn is_of_office(line: &Line<'_>, at: usize) -> bool {
    line.tag(at) == Vbn
        && line.tag(at - 1) == Nn
        && line.is("title", at - 1)
        && line.word(at).ends_with(PAST)
        && line.phrase_start(at - 1).is_some_and(|start| start == 0 || line.tag(start - 1) != In)
        && matches!(line.tag(at + 1), In | Rp)
        && !(line.is("by", at + 1) && line.tag(at + 2) != Nn)
        && lacks_one(line)
}

/// "Threatened to deport Chilean miners", "did not annul the accord", "will boycott the summit": what stands behind "to" and behind
/// what helps a verb is one, though the tagger took it for a noun or adjective. Not "returned to close friends".
pub(super) fn is_bare(line: &Line<'_>, at: usize) -> bool {
    if !matches!(line.tag(at), Nn | Jj | Nnp) || !line.can_be(at, &[Vb]) {
        return false;
    }
    // "Is set to first meet": the verb is the next word.
    let is_last = !matches!(line.tag(at + 1), Vb | Vbn | Vbg);
    let Some(before) = line.back_over_adverbs(at).filter(|_| is_last) else { return false };
    let is_helped = line.tag(before) == Md || line.is("do", before) && before + 1 < at;
    if is_helped {
        return line.begins_noun(at + 1) || matches!(line.tag(at + 1), In | Prp | Jj);
    }
    let is_noun_phrase = match line.tag(at + 1) {
        Dt | PrpPoss => true,
        Jj | Nnp | Nnps | Cd => line.tag(at) != Nnp && (at + 2..at + 5).any(|noun| line.tag(noun).is_noun()),
        Nns | Nn => !line.can_be(at, &[Nn]),
        _ => false,
    };
    let governor = line.back_over_adverbs(at - 1);
    // "Urged Peru to schedule the talks": no noun stands before an article.
    let is_before_article = line.begins_with_determiner(at + 1);
    let asks = |word: usize| {
        let is_verb = is_form(line.tag(word)) || matches!(line.tag(word), Vbn | Vbg);
        // "Urged Peru to annul", "a plan to deport": what stands between is no matter where no noun is like the word.
        !line.is("toward", word) && (is_verb || is_before_article || !line.can_be(at, &[Nn, Jj]))
    };
    before + 1 == at && line.is("infinitive", before) && is_noun_phrase && governor.is_some_and(asks)
}

/// "Accuses Peru of abducting rebels", in a headline as well: what somebody is blamed for doing; not "of fighting spirit".
pub(super) fn is_charged(line: &Line<'_>, at: usize) -> bool {
    let is_after = at >= 3 && line.tag(at - 1) == In && line.is("whose", at - 1) && line.word(at).ends_with(GERUND);
    let blames = |before: usize| line.is("charge", before);
    is_after
        && matches!(line.tag(at), Nn | Jj)
        && matches!(line.tag(at + 1), Nns | Nnp | Nnps | Jj)
        && is_gerund(line, at)
        && (0..at - 1).rev().take(LONGEST_ACCUSED).any(blames)
}

/// "Rwanda, which Congo accuses of arming rebels", "a charge that Chad denies", "a charge Chad denies": what the clause says, taken
/// for a noun behind whoever it says it of. Not "which US officials praised".
pub(super) fn is_of_name(line: &Line<'_>, at: usize) -> bool {
    if !matches!(line.tag(at), Nns | Nn) {
        return false;
    }
    let is_name = |index: &usize| matches!(line.tag(*index), Nnp | Nnps | Dt);
    let Some(mark) = (0..at).rev().take_while(is_name).last().filter(|&first| first > 1).map(|first| first - 1) else {
        return false;
    };
    let is_relative = matches!(line.tag(mark), Wdt | Wp) || line.is("that", mark);
    let ends = |index: usize| matches!(line.tag(index), Stop | Comma);
    let is_bare = || line.tag(mark) == Nn && line.tag(mark - 1) == Dt && ends(at + 1) && mark >= 2 && ends(mark - 2);
    let mut rest = (at + 1..line.tags.len()).take_while(|&index| !ends(index));
    (is_relative || is_bare())
        && line.tag(at - 1) != Dt
        && (is_third(line, at) || line.tag(mark) == Wdt && !line.is("that", mark) && line.word(at).ends_with(THIRD))
        && !rest.any(|index| is_finite(line.tag(index)))
}

/// Tells whether a word has the form of a verb in the present of the third person: "denies", "accuses".
fn is_third(line: &Line<'_>, at: usize) -> bool {
    let Some(stem) = line.word(at).strip_suffix(THIRD) else { return false };
    let may_be = |stem: &str| line.word_can_be(stem, &[Vb, Vbp]);
    line.can_be(at, &[Vbz])
        || may_be(stem)
        || stem.strip_suffix('e').is_some_and(may_be)
        || stem.strip_suffix("ie").is_some_and(|stem| may_be(&format!("{stem}y")))
}

/// "Moved to mend fences": no adjective that anybody knows stands behind "to".
pub(super) fn is_behind_to(line: &Line<'_>, at: usize) -> bool {
    is_unknown_behind_to(line, at) && matches!(line.tag(at + 1), Nns | Dt | PrpPoss)
}

/// As [`is_behind_to`], whatever follows.
pub(super) fn is_unknown_behind_to(line: &Line<'_>, at: usize) -> bool {
    line.tag(at) == Jj && line.tag(at - 1) == To && !line.can_be(at, &[Jj])
}

/// "Talks, suspended since May, have resumed": between a noun and the verb of the sentence, with commas around it.
pub(super) fn is_aside(line: &Line<'_>, at: usize) -> bool {
    let is_told = at >= 2 && line.tag(at) == Vbd && line.tag(at - 1) == Comma && matches!(line.tag(at + 1), In | To);
    let is_noun = |at: usize| line.tag(at).is_noun();
    let end = (at + 1..line.tags.len()).find(|&end| line.tag(end) == Comma);
    let goes_on = |end: usize| matches!(line.tag(end + 1), Vbz | Vbp | Vbd | Md);
    // "Peru, Chile left in May, said": a second verb needs a subject as well.
    let is_first = || !(0..at).any(|before| is_finite(line.tag(before)));
    is_told && is_noun(at - 2) && line.can_be(at, &[Vbn]) && end.is_some_and(goes_on) && is_first()
}

/// "Peru deplores and firmly opposes the visit": the first of two verbs in the present, taken for a noun.
pub(super) fn is_first_of_two(line: &Line<'_>, at: usize) -> bool {
    let next = (at + 2..line.tags.len()).find(|&next| line.tag(next) != Rb);
    line.tag(at) == Nns
        && line.tag(at - 1) == Nnp
        && line.tag(at + 1) == Cc
        && next.is_some_and(|next| line.tag(next) == Vbz)
        && !(0..at).any(|before| is_finite(line.tag(before)))
        && is_third(line, at)
}

/// How many words stand at the most between a letter and what it does.
const LONGEST_ADDRESS: usize = 7;

/// Tells whether a word says what a letter does that is addressed to somebody: "a letter to Peru's president apologising".
pub(super) fn is_of_letter(line: &Line<'_>, at: usize) -> bool {
    let is_letter = |noun: usize| line.is("letter", noun) && matches!(line.tag(noun + 1), To | In);
    matches!(line.tag(at - 1), Nn | Nnp | Nnps) && (0..at).rev().take(LONGEST_ADDRESS).any(is_letter)
}
