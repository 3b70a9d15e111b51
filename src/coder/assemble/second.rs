//! What an act tells beside itself: what two do by whoever brings them together, and the talks that two held who then did
//! something together.

use super::{Draft, Scene};
use crate::coder::mention::{Form, Mention};
use crate::coder::mode::{self, Tense};
use crate::coder::side::Cast;
use crate::coder::when::{Relation, Time};
use crate::coder::{clause, frame, when};
use crate::english::tag::{Label, Tag};
use crate::model::category::{Mode, PloverClass};
use crate::model::day::Interval;
use crate::model::event::Event;
use crate::model::id::EventType;
use crate::ontology::Ontology;
use crate::ontology::frames::Frame;
use crate::ontology::lexicon::speech::SpeechManner;
use crate::ontology::types::{Sides, TypeRule};

/// How many steps up the tree are taken at the most.
const MAX_STEPS: usize = 8;

/// Returns what those toward whom an act was done did together by it: "brokered a truce between Peru and Chile".
pub(super) fn among(draft: &Draft, ontology: &Ontology) -> Option<Draft> {
    let kind = draft.among.clone()?;
    let mut second = told_by(draft, kind, ontology)?;
    second.event.actors = draft.event.recipients.clone();
    second.event.recipients = Vec::new();
    second.event.id = second.event.identify();
    second.why.push(format!("done together by what {} did", draft.event.coder.rule));
    Some(second)
}

/// Returns what the words of an act tell as well: "signed a defense cooperation agreement" is an agreement, and cooperation.
pub(super) fn also(draft: &Draft, ontology: &Ontology) -> Option<Draft> {
    let mut second = told_by(draft, draft.also.clone()?, ontology)?;
    second.event.id = second.event.identify();
    second.why.push(format!("told as well by {}", draft.event.coder.rule));
    Some(second)
}

impl Scene<'_> {
    /// Returns the denial that whoever says that the own side has not done something makes by it: "Peru has not armed the rebels,
    /// its foreign minister said".
    pub(super) fn denial(&self, draft: &Draft) -> Option<Draft> {
        let (ontology, event) = (self.desk.ontology, &draft.event);
        let shared = ontology.frames().shared();
        let speaker = event.speaker.as_ref().filter(|speaker| speaker.binds)?;
        let is_own = event.actors.iter().any(|actor| actor.party() == speaker.party());
        if event.mode != Mode::Negated || !is_own || !shared.deniable.contains(&event.kind) {
            return None;
        }
        let tense = mode::tense_of(self.sentence, self.hit.trigger, &ontology.lexicon().mode);
        let is_past = matches!(tense, Tense::Past | Tense::PresentPerfect | Tense::PastPerfect);
        // "Denied that it had armed them" is a denial of its own.
        let said = self.passage.speakers.innermost(self.number, self.hit.trigger)?;
        if !is_past || said.manner == SpeechManner::Deny {
            return None;
        }
        let mut second = told_by(draft, shared.denials.first()?.clone(), ontology)?;
        second.event.mode = Mode::Actual;
        second.event.actors = vec![speaker.clone()];
        second.event.recipients = Vec::new();
        second.event.occurred = self.passage.date_said(self.desk, self.number, self.hit.trigger)?.occurred;
        second.event.id = second.event.identify();
        second.why.push("who says that the own side has not done it denies it".to_owned());
        Some(second)
    }
}

/// Returns the denials of a sentence that denies nothing in so many words: not "has not sold tanks, she said, rejecting reports".
pub(super) fn untold(mut denials: Vec<Draft>, drafts: &[Draft]) -> Vec<Draft> {
    denials.retain(|denial| !drafts.iter().any(|draft| draft.event.kind == denial.event.kind));
    denials
}

/// Returns the talks and meetings that a sentence names without sides as the occasion of what two did together: "Peru and
/// Chile agreed to a truce after two days of talks".
pub(super) fn occasions(ontology: &Ontology, times: &[Time], cast: Cast<'_>, drafts: &[Draft]) -> Vec<Draft> {
    let is_joint = |event: &Event| {
        let sides = event.acting().len().max(event.actors.len()) + event.recipients.len();
        let is_agreed = event.mode == Mode::Planned && event.occurred.latest.is_none();
        (event.mode == Mode::Actual || is_agreed)
            && sides == 2
            && ontology.plover(event.cameo) != Some(PloverClass::Consult)
            && ontology.event_type(&event.kind).is_some_and(|rule| rule.sides == Sides::Joint)
    };
    let mut found: Vec<Draft> = Vec::new();
    for draft in drafts.iter().filter(|draft| is_joint(&draft.event) || is_told(&draft.event, ontology)) {
        for (noun, token) in cast.sentence.tokens.iter().enumerate() {
            if !clause::is_noun(token) || drafts.iter().chain(&found).any(|other| other.trigger == noun) {
                continue;
            }
            let Some(lemma) = frame::lemma_of(cast.sentence, noun) else { continue };
            let shared = ontology.frames().of_noun(&lemma).iter().filter_map(|id| ontology.frames().frame(*id));
            let holds = |frame: &&Frame| frame.shared && frame::modifier_fits(cast.sentence, frame, &[noun]);
            let Some(frame) = shared.into_iter().find(holds) else { continue };
            // Only what takes place under prepositions of its own is also the occasion of what one side says to another.
            if frame.preps_any.is_empty() && !is_joint(&draft.event) {
                continue;
            }
            let Some(verb) = occasion(cast, noun, draft.trigger, frame) else { continue };
            // "Agreed after talks to reopen embassies": the talks took place where it was agreed to.
            let is_over = draft.event.mode == Mode::Actual
                || verb != draft.trigger && cast.sentence.token(verb).is_some_and(|word| word.tag == Tag::Vbd);
            if !is_over
                || names_others(cast, noun, &draft.event, ontology)
                || !is_of_kind(frame, &draft.event, ontology)
            {
                continue;
            }
            let Some(mut second) = told_by(draft, frame.kind.clone(), ontology) else { continue };
            let is_its_day = |time: &&Time| time.relation == Relation::At && cast.sentence.is_within(time.head, noun);
            let day = times.iter().find(is_its_day);
            let past = day.and_then(|time| time.past).filter(|past| past.latest <= draft.event.occurred.latest);
            second.event.mode = Mode::Actual;
            let told = draft.event.occurred.earliest.filter(|_| draft.event.mode == Mode::Planned);
            let told = told.map_or(draft.event.occurred, Interval::day);
            // "After five days of fighting".
            let spell =
                times.iter().filter(|time| cast.sentence.is_within(noun, time.head)).find_map(|time| time.length);
            let lasting = spell.and_then(|length| when::lasting_until(told, length));
            second.event.occurred = past.or(lasting).unwrap_or(told);
            second.event.coder.rule.clone_from(&frame.name);
            second.event.id = second.event.identify();
            second.trigger = noun;
            second.why.push(format!("the occasion of what {} tells", draft.event.coder.rule));
            found.push(second);
        }
    }
    found
}

/// Returns a draft of another type that the words of one tell as well, with the same sides.
fn told_by(draft: &Draft, kind: EventType, ontology: &Ontology) -> Option<Draft> {
    let rule = ontology.event_type(&kind)?;
    let mut second = draft.clone();
    second.event.cameo = rule.code(None, Mode::Actual);
    second.event.topic = rule.topic.clone();
    (second.event.stance, second.event.aspect, second.event.until) = (rule.stance, None, None);
    second.event.kind = kind;
    (second.governs, second.among, second.also, second.home) = (Vec::new(), None, None, None);
    Some(second)
}

/// Tells whether an act may end or settle what a noun names: a truce does clashes; talks lead to anything.
fn is_of_kind(frame: &Frame, act: &Event, ontology: &Ontology) -> bool {
    let rule = |kind: &EventType| ontology.event_type(kind);
    let is_talk = rule(&frame.kind).is_some_and(|rule| ontology.plover(rule.cameo) == Some(PloverClass::Consult));
    is_talk || rule(&frame.kind).and_then(TypeRule::dimension) == rule(&act.kind).and_then(TypeRule::dimension)
}

/// Tells whether one side says something to another: "told his Chilean counterpart by telephone".
fn is_told(event: &Event, ontology: &Ontology) -> bool {
    let is_saying = ontology.event_type(&event.kind).is_some_and(|rule| rule.spoken);
    is_saying && event.mode == Mode::Actual && event.acting().len() == 1 && event.receiving().len() == 1
}

/// Returns the verb of an act, or one that governs it, at which a noun stands under the prepositions of an occasion.
fn occasion(cast: Cast<'_>, noun: usize, trigger: usize, frame: &Frame) -> Option<usize> {
    let token = |index: usize| cast.sentence.token(index);
    let mut at = noun;
    for _ in 0..MAX_STEPS {
        // "After two days of talks", "at the end of a meeting": along what holds it.
        let preposition = token(at).filter(|token| token.label == Label::Pobj)?.head?;
        let above = token(preposition)?.head?;
        let is_own = frame.preps_any.iter().any(|one| token(preposition).is_some_and(|word| **one == *word.lower));
        if token(above).is_some_and(clause::is_verb) {
            let is_usual =
                || token(preposition).is_some_and(|word| cast.frames.shared().occasions.contains(&*word.lower));
            let is_of_it = if frame.preps_any.is_empty() { is_usual() } else { is_own };
            return (is_of_it && is_led_to(cast, trigger, above)).then_some(above);
        }
        // "Told his counterpart by telephone": hung under whoever is told.
        let is_object = token(above).is_some_and(|word| word.label == Label::Dobj && word.head == Some(trigger));
        if is_own && is_object {
            return Some(trigger);
        }
        at = above;
    }
    None
}

/// Tells whether a word stands below a verb without another clause between.
fn is_led_to(cast: Cast<'_>, trigger: usize, verb: usize) -> bool {
    let mut at = trigger;
    for _ in 0..MAX_STEPS {
        if at == verb {
            return true;
        }
        let token = cast.sentence.token(at);
        let head =
            token.filter(|token| !matches!(token.label, Label::Relcl | Label::Advcl | Label::Ccomp | Label::Acl));
        match head.and_then(|token| token.head) {
            Some(head) => at = head,
            None => return false,
        }
    }
    false
}

/// Tells whether the phrase of a noun names others than those of an act: anybody but the place and whoever held it.
fn names_others(cast: Cast<'_>, noun: usize, act: &Event, ontology: &Ontology) -> bool {
    let sides: Vec<_> = act.acting().into_iter().chain(act.receiving()).collect();
    // "After their talks", "in the Peruvian capital".
    let is_theirs = |mention: &Mention| mention.parties.iter().all(|party| sides.contains(&party.party()));
    let is_host = |mention: &Mention| {
        let preposition = cast.sentence.token(mention.head).and_then(|token| token.head);
        let is_agent =
            preposition.is_some_and(|word| cast.sentence.token(word).is_some_and(|word| word.label == Label::Agent));
        let is_place = cast.preposition(mention).is_some_and(|word| ontology.references().is_place_preposition(word));
        mention.form == Form::Place || is_agent || is_place || is_theirs(mention)
    };
    cast.mentions.iter().any(|mention| cast.sentence.is_within(mention.head, noun) && !is_host(mention))
}
