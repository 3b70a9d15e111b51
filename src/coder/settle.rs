//! The events of one sentence weighed against each other: what says the same twice is said once.

use super::assemble::{Draft, is_governed};
use super::refusal::{Reason, Refusal};
use super::{Passage, clause};
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::model::category::{Aspect, Mode, PloverClass};
use crate::model::day::Precision;
use crate::model::event::Event;
use crate::ontology::Ontology;
use crate::ontology::types::{Sides, TypeRule};
use std::collections::BTreeSet;

/// The dimension of agreements.
const AGREEMENT: &str = "agreement";

/// Returns the drafts that stand, in the order of their triggers.
///
/// - A promise, plan or refusal of an act of the same side that was coded itself gives way to the act.
/// - What one side is told to do gives way to its being told so.
/// - What a participle says that an act amounts to gives way to the act.
/// - A visit that a word before the guest tells gives way to the two having met.
/// - What a protest is for is said by it, what others are to do once it is done is not told, and what killed is not told
///   beside the killing.
/// - Of two drafts with the same type and sides the more confident stands, unless words tell them of different days.
pub(crate) fn sentence(
    sentence: &Sentence,
    drafts: Vec<Draft>,
    passage: &Passage<'_>,
    ontology: &Ontology,
    refusals: &mut Vec<Refusal>,
) -> Vec<Draft> {
    let mut stands: Vec<bool> = vec![true; drafts.len()];
    // What a protest is for tells against whom it is; what two met to take up again has been taken up.
    let mut lent: Vec<(usize, usize)> = Vec::new();
    let mut begun: Vec<(usize, usize)> = Vec::new();
    for (index, draft) in drafts.iter().enumerate() {
        let class = ontology.plover(draft.event.cameo);
        for (other, below) in drafts.iter().enumerate() {
            let says_more = match class {
                Some(PloverClass::Agree) => below.event.mode != Mode::Negated,
                Some(PloverClass::Reject) => below.event.mode == Mode::Actual && below.event.kind != draft.event.kind,
                _ => false,
            };
            let by_same = || below.event.acting().iter().any(|party| draft.event.acting().contains(party));
            if index != other && is_told_by_the_way(sentence, draft, below, ontology) {
                mark(&mut stands, index);
            }
            if index != other && is_outcome(sentence, draft, below, ontology) {
                mark(&mut stands, index);
            }
            if index != other && says_more && is_content(sentence, draft, below) && by_same() {
                mark(&mut stands, index);
            }
            if index != other && says_more && is_said_of(sentence, draft, below) && by_same() {
                mark(&mut stands, index);
            }
            if index != other && is_asked(sentence, draft, below) {
                mark(&mut stands, other);
            }
            if index != other && is_taken_up(sentence, draft, below, ontology) {
                begun.push((index, other));
            } else if index != other && is_part_of(sentence, draft, below, ontology) {
                mark(&mut stands, index);
                if ontology.plover(below.event.cameo) == Some(PloverClass::Protest) {
                    lent.push((index, other));
                }
            }
            let both_stand = [index, other].iter().all(|at| stands.get(*at) == Some(&true));
            let twice = index < other && both_stand && says_same(&draft.event, &below.event);
            if twice {
                let weaker = if below.event.confidence > draft.event.confidence { index } else { other };
                mark(&mut stands, weaker);
            }
        }
    }
    let mut drafts = drafts;
    for (from, to) in lent {
        let recipients = drafts.get(from).map(|draft| draft.event.recipients.clone()).unwrap_or_default();
        if let Some(protest) = drafts.get_mut(to).filter(|protest| protest.event.recipients.is_empty()) {
            protest
                .why
                .extend(recipients.iter().map(|party| format!("recipient {}: of what the protest is for", party.id)));
            protest.event.recipients = recipients;
            protest.event.id = protest.event.identify();
        }
    }
    for (index, meeting) in begun {
        let occurred = drafts.get(meeting).map(|meeting| meeting.event.occurred);
        if let (Some(draft), Some(occurred)) = (drafts.get_mut(index), occurred) {
            draft.why.push("mode: the two met for it".to_owned());
            (draft.event.mode, draft.event.occurred) = (Mode::Actual, occurred);
            draft.event.id = draft.event.identify();
        }
    }
    let mut kept = Vec::new();
    for (draft, stands) in drafts.into_iter().zip(stands) {
        if stands {
            kept.push(draft);
        } else {
            let detail = format!("{}: another event of the sentence says it", draft.event.coder.rule);
            refusals.push(passage.refusal(sentence, draft.trigger, Reason::SaidTwice, detail));
        }
    }
    kept
}

/// Tells whether a draft only says what the act of another amounts to: "restored ties, ending a rift"; not where it names
/// what is settled ("ending a dispute over the name"), and beside what the two agreed to: "signed a treaty, settling a dispute".
fn is_outcome(sentence: &Sentence, draft: &Draft, act: &Draft, ontology: &Ontology) -> bool {
    ontology.event_type(&draft.event.kind).is_some_and(|rule| rule.outcome)
        && draft.event.topic.is_none()
        && act.event.kind != draft.event.kind
        && !says_of_what(sentence, draft.trigger, ontology)
        && !is_on_dispute(act, ontology)
        && !is_agreement(act, ontology)
        && sentence.token(draft.trigger).is_some_and(|token| {
            token.tag == Tag::Vbg
                && token.label == Label::Advcl
                && token.head.is_some_and(|head| sentence.is_within(act.trigger, head))
        })
        && !sentence.is_within(act.trigger, draft.trigger)
}

/// Tells whether a word before a noun only tells where those are who meet: "met the visiting minister".
fn is_told_by_the_way(sentence: &Sentence, draft: &Draft, meeting: &Draft, ontology: &Ontology) -> bool {
    let sides = |event: &Event| {
        let parties = event.acting().into_iter().chain(event.receiving());
        parties.map(|party| party.root()).collect::<BTreeSet<_>>()
    };
    sentence.token(draft.trigger).is_some_and(|token| token.label == Label::Amod)
        && sentence.token(meeting.trigger).is_some_and(|token| token.label != Label::Amod)
        && [draft, meeting].iter().all(|act| ontology.plover(act.event.cameo) == Some(PloverClass::Consult))
        && sides(&draft.event) == sides(&meeting.event)
}

/// Tells whether an act makes an agreement: what that settles stands beside it.
fn is_agreement(act: &Draft, ontology: &Ontology) -> bool {
    let rule = ontology.event_type(&act.event.kind);
    rule.and_then(TypeRule::dimension).is_some_and(|dimension| dimension.as_str() == AGREEMENT)
}

/// Tells whether an act is about what is disputed: "signed a border treaty, settling a dispute of forty years".
fn is_on_dispute(act: &Draft, ontology: &Ontology) -> bool {
    act.event.topic.as_ref().and_then(|topic| ontology.topic(topic)).is_some_and(|topic| topic.disputes)
}

/// Tells whether a preposition of a verb or of its object says what it is about: "ending a dispute over the name".
fn says_of_what(sentence: &Sentence, verb: usize, ontology: &Ontology) -> bool {
    let about = &ontology.frames().shared().about;
    let says = |noun: usize| {
        let mut below = sentence.children(noun);
        below.any(|(_, word)| word.label == Label::Prep && word.tag == Tag::In && about.contains(&*word.lower))
    };
    says(verb) || sentence.children(verb).any(|(object, word)| word.label == Label::Dobj && says(object))
}

/// Tells whether an act is what another one is about, and not what a clause below only tells the time by: "promised not to
/// attack after they met".
fn is_content(sentence: &Sentence, draft: &Draft, act: &Draft) -> bool {
    let between = std::iter::once(act.trigger).chain(sentence.ancestors(act.trigger));
    let mut between = between.take_while(|&index| index != draft.trigger);
    let tells_when = |index: usize| {
        let is_clause = sentence.token(index).is_some_and(|token| token.label == Label::Advcl);
        is_clause && sentence.child(index, Label::Mark).is_some()
    };
    is_governed(sentence, draft, act) && !between.any(tells_when)
}

/// Tells whether what one is said to be comes to an act: "is ready to fight Peru" threatens it.
fn is_said_of(sentence: &Sentence, draft: &Draft, act: &Draft) -> bool {
    let is_said = |token: &Token| matches!(token.label, Label::Acomp | Label::Attr);
    act.event.mode == Mode::Actual
        && act.trigger != draft.trigger
        && sentence.children(draft.trigger).any(|(said, token)| is_said(token) && sentence.is_within(act.trigger, said))
}

/// Tells whether a planned act is what the other side is told to do: "ordered Peru to close its consulate".
fn is_asked(sentence: &Sentence, asking: &Draft, act: &Draft) -> bool {
    let (asks, asked) = (asking.event.acting(), asking.event.receiving());
    act.event.mode == Mode::Planned
        && is_governed(sentence, asking, act)
        && act.event.acting().iter().all(|party| asked.contains(party) && !asks.contains(party))
}

/// Tells whether the talks that two met to resume are resumed by that: "met on Monday to resume talks".
fn is_taken_up(sentence: &Sentence, talks: &Draft, meeting: &Draft, ontology: &Ontology) -> bool {
    let sides = |event: &Event| {
        let parties = event.acting().into_iter().chain(event.receiving());
        parties.map(|party| party.root()).collect::<BTreeSet<_>>()
    };
    let is_joint = ontology.event_type(&meeting.event.kind).is_some_and(|rule| rule.sides == Sides::Joint);
    let consults = ontology.plover(meeting.event.cameo) == Some(PloverClass::Consult);
    talks.event.mode == Mode::Planned
        && talks.event.aspect == Some(Aspect::Resume)
        && meeting.event.mode == Mode::Actual
        && is_joint
        && consults
        && ontology.event_type(&talks.event.kind).and_then(TypeRule::dimension).is_some()
        && served(sentence, talks.trigger) == Some(meeting.trigger)
        && sides(&talks.event) == sides(&meeting.event)
}

/// Tells whether a draft is only what another act is for or was done by.
fn is_part_of(sentence: &Sentence, draft: &Draft, act: &Draft, ontology: &Ontology) -> bool {
    let is_same = |party| act.event.acting().contains(&party);
    let same = draft.event.acting().into_iter().all(is_same);
    if let Some(verb) = served(sentence, draft.trigger) {
        let token = |index: usize| sentence.token(index);
        let serves = verb == act.trigger || token(act.trigger).is_some_and(|noun| noun.head == Some(verb));
        let is_protest = ontology.plover(act.event.cameo) == Some(PloverClass::Protest);
        let is_spoken = ontology.event_type(&draft.event.kind).is_some_and(|rule| rule.spoken);
        // "Flew to Lima to meet the president": the visit tells of the meeting.
        let consults = |event: &Event| {
            let rule = ontology.event_type(&event.kind);
            rule.is_some_and(|rule| ontology.plover(rule.cameo) == Some(PloverClass::Consult))
        };
        let is_meeting = draft.event.mode == Mode::Planned && consults(&draft.event) && consults(&act.event) && same;
        return serves && (is_protest && is_spoken && same || is_meeting || draft.event.mode == Mode::Planned && !same);
    }
    // "A bombing near the town killed a soldier", "talks with Peru collapsed".
    // Also "the round of talks with Peru collapsed".
    let noun = whole(sentence, draft.trigger);
    let is_subject =
        sentence.token(noun).is_some_and(|token| token.label == Label::Nsubj && token.head == Some(act.trigger));
    let dimension = |event: &Event| ontology.event_type(&event.kind).and_then(TypeRule::dimension);
    let is_one = dimension(&draft.event).is_some() && dimension(&draft.event) == dimension(&act.event);
    is_subject && same && (draft.event.kind == act.event.kind || is_one)
}

/// Returns the noun that a noun stands under as what it is of, or the noun itself: "the round" of "the round of talks".
fn whole(sentence: &Sentence, noun: usize) -> usize {
    let token = sentence.token(noun).filter(|token| token.label == Label::Pobj);
    let preposition = token.and_then(|token| sentence.token(token.head?));
    let above = preposition.filter(|word| word.label == Label::Prep).and_then(|word| word.head);
    above.filter(|&above| sentence.token(above).is_some_and(clause::is_noun)).unwrap_or(noun)
}

/// Returns the verb that an act in an infinitive is the purpose of.
fn served(sentence: &Sentence, trigger: usize) -> Option<usize> {
    let is_purpose = |index: usize| {
        let token = sentence.token(index)?;
        token.head.filter(|_| token.label == Label::Advcl && clause::is_infinitive(sentence, index))
    };
    std::iter::once(trigger).chain(sentence.ancestors(trigger)).find_map(is_purpose)
}

fn mark(stands: &mut [bool], index: usize) {
    if let Some(stands) = stands.get_mut(index) {
        *stands = false;
    }
}

fn says_same(one: &Event, other: &Event) -> bool {
    one.kind == other.kind
        && one.mode == other.mode
        && one.acting() == other.acting()
        && one.receiving() == other.receiving()
        && (one.topic == other.topic || one.topic.is_none() || other.topic.is_none())
        && !is_told_apart(one, other)
}

/// Tells whether words date both, and no day fits the two: "closed four crossings on 18 May, and on 24 May three more".
fn is_told_apart(one: &Event, other: &Event) -> bool {
    let is_dated = |event: &Event| {
        matches!(event.occurred.precision, Precision::Day | Precision::Month | Precision::Year | Precision::Range)
    };
    is_dated(one) && is_dated(other) && one.occurred.intersection(&other.occurred).is_none()
}
