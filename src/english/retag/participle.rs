//! Participles and past forms taken for adjectives: "Peru severed ties", "the envoy was summoned", "was suspending aid".

use super::{
    Corrections, LONG, Line, PAST, after_object, is_after_name, is_after_relative, is_after_subject, is_gerund,
    is_past, verb,
};
use crate::english::tag::Tag::{
    Cc, Cd, Dollar, Dt, Hyph, In, Jj, Md, Nn, Nnp, Nnps, Nns, Pos, Prp, PrpPoss, Rb, Rp, To, Vb, Vbd, Vbg, Vbn, Vbp,
    Vbz,
};

/// The beginning of words that deny what the rest says.
const NOT: &str = "un";

impl Corrections {
    /// Participles and past forms taken for adjectives.
    pub(super) fn participles(&self, line: &mut Line<'_>) {
        if verb::is_moving(line) {
            line.set(0, Jj);
        }
        for at in 1..line.tags.len() {
            if let Some(tag) = verb::in_quotes(line, at) {
                line.set(at, tag);
                continue;
            }
            if self.is_only_verb(line, at)
                || is_of_both(line, at)
                || verb::is_of_ties(line, at)
                || verb::is_going(line, at)
                || verb::is_after_its_doer(line, at)
                || verb::is_of_office(line, at)
            {
                line.set(at, Vbd);
            }
            if verb::is_helped(line, at) || verb::is_behind_to(line, at) || verb::is_bare(line, at) {
                line.set(at, Vb);
            }
            // "Talks between Peru and Chile, suspended since May, have resumed".
            if verb::is_aside(line, at) {
                line.set(at, Vbn);
            }
            // "Peru deplores and firmly opposes the visit", "which Peru deplores".
            if verb::is_first_of_two(line, at) || verb::is_of_name(line, at) {
                line.set(at, Vbz);
            }
            // "Arrested Peruvian academic Ana Quispe".
            if verb::is_person_before_name(line, at) {
                line.set(at, Nn);
            }
            if verb::is_charged(line, at) {
                line.set(at, Vbg);
            }
            if verb::is_what_is_reported(line, at) {
                line.set(at, Nns);
            }
            if verb::is_to_be_done(line, at) || verb::is_done_to_own(line, at) {
                line.set(at, Vb);
                line.set(at - 1, To);
            }
            if verb::is_hers(line, at) {
                line.set(at, Nn);
                line.set(at - 1, PrpPoss);
            }
            // "Had last cut ties in 2009", "had first met Peru's envoy": when it was, and not what.
            if line.is("order", at - 1) && self.is_after_order(line, at) {
                line.set(at - 1, Rb);
                line.set(at, Vbn);
            }
            // "Handed over two captured Chilean pilots": which ones.
            if at >= 2 && is_counted(line, at) {
                line.set(at, Jj);
                continue;
            }
            // "Had itself cut ties": what it had done.
            let is_own = || line.is("reflexive", at - 1) && at >= 2 && line.is("have", at - 2);
            if matches!(line.tag(at), Vb | Vbd | Vbp) && is_own() && line.can_be(at, &[Vbn]) {
                line.set(at, Vbn);
            }
            // "Lift long-standing sanctions", "a far-reaching accord": how something is.
            let is_bound = at >= 2 && line.tag(at - 1) == Hyph && matches!(line.tag(at - 2), Rb | Jj);
            if line.tag(at) == Vbg && is_bound && line.begins_noun(at + 1) {
                line.set(at, Jj);
                continue;
            }
            if line.tag(at) != Jj {
                continue;
            }
            if is_past(line, at) {
                if self.is_after_have(line, at) || is_after_aside(line, at) || self.is_passive(line, at) {
                    line.set(at, Vbn);
                } else if is_bare_verb(line, at)
                    || is_before_its_object(line, at)
                    || !self.kept_adjectives.has(line.word(at))
                        && (is_after_name(line, at)
                            || is_after_subject(line, at)
                            || is_after_relative(line, at)
                            || verb::is_of_subordinate(line, at)
                            || verb::is_second(line, at))
                {
                    line.set(at, Vbd);
                } else if let Some(noun) = after_object(line, at) {
                    line.set(noun, Nn);
                    line.set(at, Vbd);
                }
            } else if is_going_on(line, at) || verb::is_means(line, at) {
                line.set(at, Vbg);
            }
        }
    }

    /// "Peruvian artillery pounded Chilean trenches", "Police shot dead two students", where the sentence has no other verb.
    fn is_only_verb(&self, line: &Line<'_>, at: usize) -> bool {
        let follows = || match line.tag(at) {
            Jj => line.begins_noun(at + 1) && is_past(line, at) && !self.kept_adjectives.has(line.word(at)),
            Nn if matches!(line.tag(at + 1), Nn | Nns | Nnp) && is_past(line, at) => line.word(at).len() >= LONG,
            Nn => line.tag(at + 1) == Jj && matches!(line.tag(at + 2), Cd | Dt | PrpPoss) && line.can_be(at, &[Vbd]),
            _ => false,
        };
        let mut before = (0..at).rev().take_while(|&index| line.tag(index).is_noun());
        let is_name = |noun: usize| matches!(line.tag(noun), Nnp | Nnps) && line.tag(at) == Nn;
        before.next().is_some_and(|noun| matches!(line.tag(noun), Nn | Nns) || is_name(noun))
            && follows()
            && verb::lacks_one(line)
    }

    /// "Was summoned and handed a note", "would be closed"; not "was disappointed" nor "was renewed tension".
    fn is_passive(&self, line: &Line<'_>, at: usize) -> bool {
        let word = line.word(at);
        let be = line.back_over_adverbs(at).filter(|_| word.ends_with(PAST));
        be.is_some_and(|be| line.is("be", be))
            && !line.begins_noun(at + 1)
            && (!self.standing.has(word) || be.is_some_and(|be| be > 0 && line.tag(be - 1) == Md))
            && (!word.starts_with(NOT) || line.can_be(at, &[Vbn]))
    }

    /// "Had last cut ties", "had first met Peru's envoy"; not "had last place".
    fn is_after_order(&self, line: &Line<'_>, at: usize) -> bool {
        let is_helped = at.checked_sub(2).is_some_and(|have| line.is("have", have));
        let goes_on =
            line.begins_noun(at + 1) || matches!(line.tag(at + 1), In | To | Prp | Nnp | Nns | Nn | Cd | Dollar | Rp);
        let is_participle = line.can_be(at, &[Vbn]) || line.word(at).ends_with(PAST) && is_past(line, at);
        is_helped && goes_on && matches!(line.tag(at), Vbd | Vbn | Vb | Vbp | Jj | Nn) && is_participle
    }

    /// "Had closed its border", "has frozen aid".
    fn is_after_have(&self, line: &Line<'_>, at: usize) -> bool {
        let Some(have) = line.back_over_adverbs(at) else { return false };
        if !line.is("have", have) {
            return false;
        }
        // "Has slapped anti-dumping duties on Peru".
        let is_bound = line.tag(at + 1) == Jj && line.tag(at + 2) == Hyph;
        line.begins_with_determiner(at + 1)
            || is_bound && !self.kept_adjectives.has(line.word(at))
            || matches!(line.tag(at + 1), Prp | Nnp | Cd | Dollar)
            || line.begins_noun(at + 1) && !self.kept_adjectives.has(line.word(at))
    }
}

/// "Has in practice frozen its membership", "has for the moment suspended the accord": what a preposition says stands between.
fn is_after_aside(line: &Line<'_>, at: usize) -> bool {
    let is_inside = |index: &usize| matches!(line.tag(*index), Dt | Jj | Nn | Rb);
    let opens = (0..at).rev().find(|index| !is_inside(index)).filter(|&index| line.tag(index) == In);
    let have = opens.filter(|&opens| opens + 1 < at).and_then(|opens| opens.checked_sub(1));
    have.is_some_and(|have| line.is("have", have)) && line.begins_with_determiner(at + 1)
}

/// "The navy exercised with the fleet", "Peru and Chile bound themselves to", where the sentence has no other verb.
fn is_bare_verb(line: &Line<'_>, at: usize) -> bool {
    line.back_over_adverbs(at).is_some_and(|before| line.tag(before).is_noun())
        && matches!(line.tag(at + 1), In | Prp)
        && verb::lacks_one(line)
}

/// "Eased the curbs but prolonged its ban", "on Monday prolonged its ban": no adjective stands before whose something is.
fn is_before_its_object(line: &Line<'_>, at: usize) -> bool {
    let before = line.back_over_adverbs(at).map(|before| line.tag(before));
    match line.tag(at + 1) {
        PrpPoss => matches!(before, Some(Cc | Nn | Nns | Nnp | Nnps)),
        Dt => before == Some(Cc),
        _ => false,
    }
}

/// "The two established ties in 1995", where the sentence has no other verb.
fn is_of_both(line: &Line<'_>, at: usize) -> bool {
    at >= 2
        && line.tag(at - 1) == Cd
        && line.tag(at - 2) == Dt
        && matches!(line.tag(at), Jj | Vbn)
        && is_past(line, at)
        && line.begins_noun(at + 1)
        && verb::lacks_one(line)
}

/// "Was suspending military cooperation"; not "there was growing concern" nor "is an outstanding work".
fn is_going_on(line: &Line<'_>, at: usize) -> bool {
    let Some(be) = line.back_over_adverbs(at).filter(|_| is_gerund(line, at)) else { return false };
    line.is("be", be)
        && be.checked_sub(1).is_some_and(|before| matches!(line.tag(before), Nn | Nns | Nnp | Nnps | Prp))
        && (line.begins_noun(at + 1) || line.tag(at + 1) == Nnp && line.tag(at + 2) == Pos)
}

/// "Freed two captured Chilean pilots", "handed over five stolen statues"; not "the two signed an accord".
fn is_counted(line: &Line<'_>, at: usize) -> bool {
    matches!(line.tag(at), Vbd | Vbn)
        && line.tag(at - 1) == Cd
        && line.word(at - 1).chars().all(char::is_alphabetic)
        && matches!(line.tag(at - 2), Vb | Vbd | Vbg | Vbn | Vbz | Rp | In)
        && line.begins_noun(at + 1)
        && !line.begins_with_determiner(at + 1)
        && line.can_be(at, &[Vbn, Jj])
}
