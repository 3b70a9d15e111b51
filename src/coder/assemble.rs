//! From a hit to an event, or to the reason why it is none.
//!
//! Here meet words, sides, mode, date, speaker and topic. The rules are those of MODEL section 1:
//! what one side alleges of another is an accusation, what is only demanded or threatened is no act,
//! what is announced by those who can bind the actor is done by saying it.

mod absent;
mod addressed;
mod around;
mod days;
mod echoed;
mod elided;
mod grounds;
mod handed;
mod kinds;
mod likewise;
mod owned;
mod parts;
mod promise;
mod row;
mod second;
mod unreal;

use super::context::{self, Context};
use super::frame::{self, Hit};
use super::home;
use super::mention::Mention;
use super::mode::{self, Reading, Tense};
use super::pair::Pair;
use super::refusal::{Reason, Refusal};
use super::side::Cast;
use super::{Passage, clause, settle, topic};
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::model::article::Article;
use crate::model::category::{Aspect, Mode, PloverClass, Sector, Stance};
use crate::model::event::{CoderMark, Confidence, Event, Evidence, Participant};
use crate::model::id::{EventId, EventType};
use crate::ontology::Ontology;
use crate::ontology::frames::{ComplementRule, EchoRule, Frame};
use crate::ontology::lexicon::mode::{Class, Particle};
use crate::ontology::types::{Performance, TypeRule};
use parts::Parts;

/// Under words of these classes what is negated is refused: "will not", "decided not to", "is not ready to".
const REFUSING: &[Class] =
    &[Class::Refusal, Class::Intention, Class::Decision, Class::Readiness, Class::Possibility, Class::Desire];

/// What all sentences of an article share.
#[derive(Copy, Clone)]
pub(crate) struct Desk<'a> {
    pub(crate) article: &'a Article,
    pub(crate) ontology: &'a Ontology,
    pub(crate) version: &'a str,
    /// The two sides that the article is about, where there are two.
    pub(crate) pair: Option<&'a Pair>,
}

/// An event together with the words that gave it, before the events of a sentence are weighed
/// against each other.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) event: Event,
    pub(crate) trigger: usize,
    /// The clauses that complete the trigger, where the frame governs another act.
    pub(crate) governs: Vec<usize>,
    /// What those toward whom it was done did together by it.
    pub(crate) among: Option<EventType>,
    /// What the same words tell as well.
    pub(crate) also: Option<EventType>,
    /// The sector of the actor's own state toward whom the frame says it is where nobody is named.
    pub(crate) home: Option<Sector>,
    /// How each part was resolved.
    pub(crate) why: Vec<String>,
}

/// The drafts that others may take sides from, each with the number of its sentence.
#[derive(Copy, Clone)]
pub(crate) struct Told<'a> {
    /// Those of the sentences before.
    pub(crate) earlier: &'a [(usize, Draft)],
    /// Those of the text, for a headline.
    pub(crate) text: &'a [(usize, Draft)],
}

/// Codes one sentence.
pub(crate) fn sentence(
    desk: Desk<'_>,
    passage: &Passage<'_>,
    number: usize,
    told: Told<'_>,
    refusals: &mut Vec<Refusal>,
) -> Vec<Draft> {
    let Some(sentence) = passage.document.sentences().get(number) else { return Vec::new() };
    let cast = Cast { sentence, mentions: passage.mentions_of(number), frames: desk.ontology.frames() };
    let mut drafts: Vec<Draft> = Vec::new();
    let (mut denials, mut toward_nobody): (Vec<Draft>, Vec<(Hit, Refused)>) = (Vec::new(), Vec::new());
    let before = passage.document.sentences().get(..number).unwrap_or_default();
    for hit in frame::matches(sentence, before, desk.ontology.frames()) {
        // Where the frame of the verb does not hold, the noun may tell what the verb only carries.
        let is_left = |verb: usize| {
            let carries = sentence.token(verb).is_some_and(|token| desk.ontology.frames().is_carrier(&token.lemma));
            carries && drafts.iter().all(|draft| draft.trigger != verb)
        };
        if hit.taken.is_some_and(|verb| !is_left(verb)) {
            continue;
        }
        let from = told.earlier.partition_point(|(told, _)| told + context::REACH < number);
        // What a firm did is not what a state answers.
        let of_sides = |(_, draft): &&(usize, Draft)| !home::acts_for_itself(&draft.event, desk.ontology);
        let near = told.earlier.get(from..).unwrap_or_default().iter().filter(of_sides);
        let near = near.map(|(_, draft)| &draft.event).chain(drafts.iter().map(|draft| &draft.event));
        let (earlier, text) = (near.collect::<Vec<&Event>>(), told.text);
        let here = drafts.as_slice();
        let before = told.earlier;
        let further = elided::further(sentence, &hit, passage.times_of(number), cast.mentions, desk.ontology);
        // Whoever is told with a day of its own takes no part in what was done on the first.
        let is_of_first =
            |mention: &&Mention| !further.iter().any(|one| one.mention.is_some_and(|one| std::ptr::eq(one, *mention)));
        let of_first: Vec<Mention> = match further.is_empty() {
            true => Vec::new(),
            false => cast.mentions.iter().filter(is_of_first).cloned().collect(),
        };
        let cast = if further.is_empty() { cast } else { Cast { mentions: &of_first, ..cast } };
        let is_last = false;
        let scene =
            Scene { desk, passage, number, sentence, cast, hit: &hit, earlier: &earlier, before, here, text, is_last };
        match scene.draft() {
            Ok(draft) => {
                let again: Vec<Draft> = further.iter().filter_map(|one| scene.told_again(&draft, one)).collect();
                let among = second::among(&draft, desk.ontology);
                let also = second::also(&draft, desk.ontology);
                denials.extend(scene.denial(&draft));
                drafts.push(draft);
                drafts.extend(again.into_iter().chain(among).chain(also));
            }
            Err(refused @ (Reason::NoRecipientResolved, _)) if row::stands_in_one(sentence, hit.trigger) => {
                toward_nobody.push((hit, refused));
            }
            Err((reason, detail)) => {
                refusals.push(passage.refusal(sentence, hit.trigger, reason, detail));
            }
        }
    }
    // What stands in a row with another act may be toward those whom only that names, also after it.
    for (hit, (reason, detail)) in toward_nobody {
        let (before, here, text, is_last) = (told.earlier, drafts.as_slice(), told.text, true);
        let scene =
            Scene { desk, passage, number, sentence, cast, hit: &hit, earlier: &[], before, here, text, is_last };
        match scene.draft() {
            Ok(draft) => drafts.push(draft),
            Err(_) => refusals.push(passage.refusal(sentence, hit.trigger, reason, detail)),
        }
    }
    drafts.extend(second::untold(denials, &drafts));
    let occasions = second::occasions(desk.ontology, passage.times_of(number), cast, &drafts);
    drafts.extend(occasions);
    drafts.sort_by_key(|draft| draft.trigger);
    settle::sentence(sentence, drafts, passage, desk.ontology, refusals)
}

type Refused = (Reason, String);

/// One hit in its surroundings.
struct Scene<'a> {
    desk: Desk<'a>,
    passage: &'a Passage<'a>,
    number: usize,
    sentence: &'a Sentence,
    cast: Cast<'a>,
    hit: &'a Hit,
    /// The events told shortly before, in order.
    earlier: &'a [&'a Event],
    /// All that the sentences before tell.
    before: &'a [(usize, Draft)],
    /// What the same sentence has told.
    here: &'a [Draft],
    /// What the text tells, for a headline.
    text: &'a [(usize, Draft)],
    /// Whether all else of the sentence has been told.
    is_last: bool,
}

impl Scene<'_> {
    /// Tries the frames that fit, the most demanding first; the first reason is told where none holds.
    fn draft(&self) -> Result<Draft, Refused> {
        let mut refused = None;
        for frame in self.hit.frames.iter().filter_map(|id| self.desk.ontology.frames().frame(*id)) {
            match self.with(frame) {
                Ok(draft) => return Ok(draft),
                Err(why) => refused = refused.or(Some(why)),
            }
        }
        Err(refused.unwrap_or((Reason::NoFrame, String::new())))
    }

    fn with(&self, frame: &Frame) -> Result<Draft, Refused> {
        if frame.echo != EchoRule::None {
            return self.echoed(frame);
        }
        let refuse = |reason: Reason, what: &str| (reason, format!("{}: {what}", frame.name));
        let rule = self.rule(&frame.kind).ok_or_else(|| refuse(Reason::NoFrame, "its type is not in the ontology"))?;
        if let Some((reason, what)) = self.is_undone() {
            return Err(refuse(reason, what));
        }
        let parts = self.parts(frame, rule)?;
        let binds = parts.speaker.as_ref().is_none_or(|speaker| speaker.binds);
        let performative = rule.performance == Performance::ByDeclaring && binds;
        let reading = mode::read(self.sentence, self.hit.trigger, &self.desk.ontology.lexicon().mode, performative);
        if let Some(what) = self.is_only_told(&reading) {
            return Err(refuse(Reason::OnlySaid, what));
        }
        // "Its appeal was turned down", "dismissed the protest": what is refused has been said.
        let is_refused = reading.mode == Mode::Negated
            && rule.spoken
            && self.sentence.token(self.hit.trigger).is_some_and(clause::is_noun)
            && matches!(reading.governors.as_slice(), [only] if only.class == Class::Refusal && !only.negated);
        let reading = if is_refused { Reading { mode: Mode::Actual, background: true, ..reading } } else { reading };
        // "Said it would leave the treaty, accusing Peru of breaching it": the accusing is done.
        let is_said = rule.spoken && reading.mode == Mode::Planned && self.is_beside();
        let reading = if is_said { Reading { mode: Mode::Actual, ..reading } } else { reading };
        // "Will stop blocking its entry" threatens nothing.
        let is_given_up = reading.mode == Mode::Planned && reading.aspect == Some(Aspect::Stop);
        if !frame.modes.is_empty() && (!frame.modes.contains(&reading.mode) || is_given_up) {
            return Err(refuse(Reason::NotActual, "does not hold in this mode"));
        }
        // "Said it had tested a missile" is how speech tells news.
        let is_shifted = reading.governor(Class::Speech).is_some();
        let is_background = reading.background || (reading.tense == Tense::PastPerfect && !is_shifted);
        let is_alone = parts.recipients.is_empty() && parts.actors.len() < 2;
        // A bare sentence stands before no other that it could be the background of.
        let is_bare = self.desk.article.title.trim().is_empty() && !reading.background;
        if is_background && is_alone && !is_bare && !self.is_dated() {
            return Err(refuse(Reason::NotActual, "taken for known rather than told, and toward nobody"));
        }
        let (kind, mode) = self.kind_and_mode(frame, &reading).ok_or_else(|| {
            refuse(Reason::OnlySaid, &format!("only demanded, threatened, alleged or possible ({})", reading.mode))
        })?;
        if self.is_assured_not(&kind, &reading) {
            return Err(refuse(Reason::OnlySaid, "promised not to be done"));
        }
        if self.is_known_occasion(frame, &kind) {
            return Err(refuse(Reason::SaidTwice, "recalls what was told before"));
        }
        self.event(frame, kind, mode, &reading, parts)
    }

    /// Tells whether a participle behind a comma tells the act beside another.
    fn is_beside(&self) -> bool {
        let trigger = self.hit.trigger;
        let before = trigger.checked_sub(1).and_then(|before| self.sentence.token(before));
        before.is_some_and(|before| before.tag == Tag::Comma)
            && self.sentence.token(trigger).is_some_and(|token| token.tag == Tag::Vbg && token.label == Label::Advcl)
    }

    fn rule(&self, kind: &EventType) -> Option<&TypeRule> {
        self.desk.ontology.event_type(kind)
    }

    /// Tells whether an act that is done harms whomever it is done to.
    fn is_hostile(&self, frame: &Frame, rule: &TypeRule) -> bool {
        self.score(frame, rule).is_some_and(|score| score < 0.0)
    }

    /// Returns how good or bad an act that is done is for whomever it is done to.
    fn score(&self, frame: &Frame, rule: &TypeRule) -> Option<f64> {
        self.desk.ontology.score(rule.code(frame.cameo, Mode::Actual))
    }

    /// Returns the type and mode that the words around the trigger make of the frame's type; none where
    /// the act is only spoken of.
    fn kind_and_mode(&self, frame: &Frame, reading: &Reading) -> Option<(EventType, Mode)> {
        let under = |classes: &[Class]| reading.classes().any(|class| classes.contains(&class));
        if let Some(mark) = self.condition(reading) {
            // "Will not talk while Peru pursues a hostile policy": alleged to go on all the same.
            let goes_on = frame.claim && self.desk.ontology.lexicon().mode.is(&mark.lower, Particle::Ongoing);
            return goes_on.then(|| (frame.kind.clone(), Mode::Actual));
        }
        // A frame that asks for a mode has read it: a threat of what is to come is itself actual.
        if frame.modes.contains(&reading.mode) {
            let refused = under(REFUSING);
            return Some(match (&frame.variants.refused, reading.mode) {
                (Some(kind), Mode::Negated) if refused || *kind == frame.kind => (kind.clone(), Mode::Actual),
                (Some(_), Mode::Negated) => (frame.kind.clone(), Mode::Negated),
                _ => (frame.kind.clone(), Mode::Actual),
            });
        }
        let variants = &frame.variants;
        if let Some(kind) = variants.threatened.as_ref().filter(|_| under(&[Class::Threat])) {
            return Some((kind.clone(), Mode::Actual));
        }
        if let Some(kind) = variants.offered.as_ref().filter(|_| {
            // "Weighs hosting talks" offers nothing.
            let is_offer = under(&[Class::Readiness]) && !under(&[Class::Call, Class::Refusal]);
            reading.mode == Mode::Conditional && is_offer
        }) {
            return Some((kind.clone(), Mode::Actual));
        }
        // "Rejected a proposal to resume talks": what is proposed is refused.
        if let Some(kind) = variants.refused.as_ref().filter(|_| under(&[Class::Proposal]) && under(&[Class::Refusal]))
        {
            return Some((kind.clone(), Mode::Actual));
        }
        if under(&[
            Class::Threat,
            Class::Call,
            Class::Accusation,
            Class::Proposal,
            Class::Belief,
            Class::Support,
            Class::Attempt,
            Class::Prevention,
        ]) {
            return None;
        }
        // "Will no longer supply arms": whoever stops what was done before.
        if let Some(kind) = variants.stopped.as_ref().filter(|_| {
            reading.mode == Mode::Negated && reading.aspect == Some(Aspect::Stop) && reading.governors.len() <= 2
        }) {
            return Some((kind.clone(), Mode::Actual));
        }
        if reading.mode == Mode::Negated {
            let undone = self.rule(&frame.kind).and_then(|rule| rule.undone.as_ref());
            if let Some(kind) = undone.filter(|_| under(&[Class::Cancellation])) {
                return Some((kind.clone(), Mode::Actual));
            }
            let refused = under(REFUSING);
            return match (&variants.refused, refused) {
                (Some(kind), true) => Some((kind.clone(), Mode::Actual)),
                _ => Some((frame.kind.clone(), Mode::Negated)),
            };
        }
        if reading.mode == Mode::Conditional {
            if under(&[Class::Readiness]) {
                // "Is ready to impose sanctions": whoever says so of what is bad for the other threatens it.
                let threatened = variants.threatened.clone().or_else(|| self.threat_of(frame));
                if let Some(kind) = threatened.filter(|_| reading.classes().all(is_announced)) {
                    return Some((kind, Mode::Actual));
                }
                return Some((frame.kind.clone(), Mode::Conditional));
            }
            return self.on_condition(frame, reading).map(|kind| (kind, Mode::Actual));
        }
        let code = self.rule(&frame.kind).map(|rule| rule.code(frame.cameo, Mode::Actual));
        let class = code.and_then(|code| self.desk.ontology.plover(code));
        // "Summoned the envoy to condemn the raid", "marched to protest": what is said on an occasion is said by it.
        let is_for = reading.governors.len() == 1 && under(&[Class::Purpose]);
        let is_voiced = self.rule(&frame.kind).is_some_and(|rule| rule.spoken) || class == Some(PloverClass::Protest);
        // "Will continue to demand" demands.
        let goes_on = reading.aspect == Some(Aspect::Continue);
        if reading.mode == Mode::Planned && (is_for || goes_on) && is_voiced {
            return Some((frame.kind.clone(), Mode::Actual));
        }
        // "Met to discuss a truce": what a meeting is for is not agreed to.
        let is_talk = class == Some(PloverClass::Consult);
        if reading.mode == Mode::Planned && !(is_for && is_talk) {
            // "Is set to agree to lift": what is to be settled is not.
            let settled = under(&[Class::Agreement, Class::Decision, Class::Order])
                && !under(&[Class::Future, Class::Schedule, Class::Intention, Class::Desire, Class::Purpose]);
            let agreed = settled.then_some(variants.agreed.as_ref()).flatten();
            if let Some(kind) = agreed.or(variants.planned.as_ref()) {
                return Some((kind.clone(), Mode::Actual));
            }
        }
        self.in_its_course(frame, reading).map(|kind| (kind, reading.mode))
    }

    /// Returns the mark that makes an act what something depends on, so that it has not come about: "if Peru broke the
    /// pact", "until Peru pays".
    fn condition(&self, reading: &Reading) -> Option<&Token> {
        let mark = |index: usize| {
            let token = self.sentence.token(index)?;
            let clause = token.head.filter(|_| matches!(token.label, Label::Mark | Label::Advmod))?;
            self.sentence.is_within(self.hit.trigger, clause).then_some(token)
        };
        reading
            .governors
            .iter()
            .filter(|link| link.class == Class::Condition)
            .filter_map(|link| mark(link.token))
            .next()
    }

    /// Returns what an act on a condition comes to: a hostile act announced for that case is a threat, and what is
    /// done by saying it ("threatened to leave if", "agreed to talks if") is done.
    fn on_condition(&self, frame: &Frame, reading: &Reading) -> Option<EventType> {
        let only = |classes: &[Class]| reading.classes().all(|class| classes.contains(&class));
        let ontology = self.desk.ontology;
        let code = self.rule(&frame.kind)?.code(frame.cameo, Mode::Actual);
        if reading.classes().all(is_announced)
            && reading.governor(Class::Condition).is_some()
            && matches!(reading.tense, Tense::Future | Tense::FutureInPast)
            && let Some(kind) = self.threat_of(frame)
        {
            return Some(kind);
        }
        let is_said = matches!(
            ontology.plover(code),
            Some(PloverClass::Agree | PloverClass::Threaten | PloverClass::Request | PloverClass::Reject)
        );
        (is_said
            && only(&[Class::Condition, Class::Speech])
            && matches!(reading.tense, Tense::Past | Tense::Present | Tense::PresentPerfect))
        .then(|| frame.kind.clone())
    }

    /// Returns the type of a threat of an act that is bad for the other side.
    fn threat_of(&self, frame: &Frame) -> Option<EventType> {
        let ontology = self.desk.ontology;
        let code = self.rule(&frame.kind)?.code(frame.cameo, Mode::Actual);
        let is_bad = ontology.score(code).is_some_and(|score| score < 0.0);
        let threat = || frame.variants.threatened.clone().or_else(|| ontology.frames().shared().threat.clone());
        is_bad.then(threat).flatten()
    }

    fn event(
        &self,
        frame: &Frame,
        kind: EventType,
        mode: Mode,
        reading: &Reading,
        parts: Parts,
    ) -> Result<Draft, Refused> {
        let refuse = |reason: Reason, what: &str| (reason, format!("{}: {what}", frame.name));
        let (sentence, trigger) = (self.sentence, self.hit.trigger);
        let Parts { mut actors, mut recipients, speaker, named, confidence, mut why } = parts;
        if let Some(what) = self.lacks_ground(frame, &kind) {
            return Err(refuse(Reason::NoFrame, what));
        }
        let mut kind = kind;
        let mut mode = mode;
        // What one side alleges of the other is an accusation, never the alleged act.
        let rule = self.rule(&kind).ok_or_else(|| refuse(Reason::NoFrame, "its type is not in the ontology"))?;
        let topic = frame
            .topic
            .clone()
            .or_else(|| topic::of(sentence, trigger, &self.hit.arguments_of(frame), rule, self.desk.ontology))
            .or_else(|| self.ground(frame).and_then(|event| event.topic.clone()))
            .or_else(|| {
                let subject = &self.hit.arguments.subject;
                let is_thing = !frame.subject.is_empty();
                is_thing.then(|| topic::of_subject(sentence, subject, rule, self.desk.ontology)).flatten()
            })
            .or_else(|| {
                let context = Context { earlier: self.earlier, ontology: self.desk.ontology };
                self.points_back(frame).then(|| context.topic(rule, &actors)).flatten()
            });
        // "Chile lodged a protest, the Peruvian embassy said", "Chile has expelled two diplomats, Peru said": what is said
        // against one or done by declaring it is no secret to allege.
        let is_words = rule.spoken && rule.stance == Some(Stance::Opposes) || self.is_disclosed(rule);
        let is_open = is_words || rule.performance == Performance::ByDeclaring && mode == Mode::Actual;
        let hostile = self.is_hostile(frame, rule) && !is_open;
        let shared = self.desk.ontology.frames().shared();
        let alleged = speaker.clone().filter(|speaker| {
            let side = speaker.party();
            let reports = self.is_denied() || speaker.sector.is_some_and(|sector| shared.reporters.contains(&sector));
            let of_other = actors.iter().all(|actor| actor.party() != side);
            let against_own = recipients.iter().any(|recipient| recipient.party() == side)
                || recipients.is_empty() && self.is_on_own_things(rule, speaker);
            // Whom the words do not name, they accuse of nothing: "a bomb killed a soldier, the army said".
            let sides = [actors.as_slice(), recipients.as_slice(), std::slice::from_ref(speaker)].concat();
            named
                && of_other
                && reading.governor(Class::Promise).is_none()
                && !self.is_told_beside()
                && !reports
                && (frame.claim_type.is_some()
                    || !self.is_said_by_others(&sides)
                        && (frame.claim
                            || hostile && against_own
                            || self.is_backing(&frame.kind, &recipients, speaker)))
        });
        if let Some(speaker) = &alleged {
            kind = frame
                .claim_type
                .clone()
                .or_else(|| self.desk.ontology.frames().shared().accusation.clone())
                .unwrap_or(kind);
            recipients = std::mem::take(&mut actors);
            actors = self.speaking_with(speaker);
            mode = Mode::Actual;
            why.push("what one side alleges of the other is an accusation".to_owned());
        } else if frame.claim {
            return Err(refuse(Reason::AllegedOnly, "counts only as what one side alleges of another"));
        }
        let refined = if kind == frame.kind { frame.cameo } else { None };
        // "Will stop objecting" refuses nothing: the stance of the frame is that of its own type.
        let stance = if kind == frame.kind { frame.stance } else { None };
        let rule = self.rule(&kind).ok_or_else(|| refuse(Reason::NoFrame, "its type is not in the ontology"))?;
        let dating = match &alleged {
            Some(_) => self.passage.date_said(self.desk, self.number, trigger),
            // An act that a plan amounts to ("agreed to talks") is dated as announced, not as still to come.
            None if mode == Mode::Actual && matches!(reading.mode, Mode::Planned | Mode::Conditional) => {
                let announced = Reading { mode, announced: true, ..reading.clone() };
                self.passage.date(self.desk, self.number, trigger, &announced)
            }
            // A refusal is dated as it was said, whatever dates stand by the act that is refused.
            None if mode == Mode::Actual && reading.mode == Mode::Negated => self
                .passage
                .date_said(self.desk, self.number, trigger)
                .or_else(|| self.passage.date(self.desk, self.number, trigger, reading)),
            None => self.passage.date(self.desk, self.number, trigger, reading),
        };
        let mut dating = dating.ok_or_else(|| refuse(Reason::NoFrame, "its sentence is not there"))?;
        if dating.planned && mode == Mode::Actual && alleged.is_none() {
            mode = self.settle_plan(frame, &kind, reading, &mut dating);
        }
        if mode == Mode::Actual && alleged.is_none() {
            self.settle_span(rule, refined, reading, &mut dating);
        }
        self.settle_day(rule, (rule.code(refined, mode), mode), reading, &mut dating, (&actors, &recipients));
        match (&topic, &frame.topic, &rule.topic) {
            (Some(topic), None, _) => why.push(format!("topic {topic}: named in its phrases")),
            (Some(topic), Some(_), _) => why.push(format!("topic {topic}: of the frame")),
            (None, _, Some(topic)) => why.push(format!("topic {topic}: of the type")),
            (None, _, None) => {}
        }
        why.push(format!("date: {}", dating.why));
        why.extend(reading.why.iter().map(|reason| format!("mode: {reason}")));
        let mentions = actors.iter().chain(&recipients).filter_map(|party| party.mention);
        let span = mentions.fold(self.passage.clause_span(sentence, trigger), |span, mention| span.join(mention));
        let (span, quote) =
            self.passage.quote(span).ok_or_else(|| refuse(Reason::NoFrame, "its words cannot be quoted"))?;
        let place = |mut party: Participant| {
            party.mention = party.mention.map(|mention| self.passage.absolute(mention));
            party
        };
        let mut event = Event {
            id: EventId::of(&[]),
            article: self.desk.article.id,
            kind,
            cameo: rule.code(refined, mode),
            actors: actors.into_iter().map(place).collect(),
            recipients: recipients.into_iter().map(place).collect(),
            speaker: speaker.map(place),
            topic: topic.or_else(|| rule.topic.clone()),
            occurred: dating.occurred,
            until: dating.until,
            published: self.desk.article.published,
            mode,
            aspect: frame.aspect.or(reading.aspect),
            stance: stance.or(rule.stance),
            evidence: Evidence { field: self.passage.field, span, quote },
            coder: CoderMark {
                name: "detente".to_owned(),
                version: self.desk.version.to_owned(),
                rule: frame.name.clone(),
            },
            confidence: Confidence::percent(frame.confidence).scaled(confidence),
        };
        event.id = event.identify();
        let governs = if matches!(frame.complement, ComplementRule::Wanted | ComplementRule::Asked)
            || !self.hit.arguments.complement.is_empty()
        {
            self.hit.arguments.complement.clone()
        } else {
            Vec::new()
        };
        let is_done = event.mode == Mode::Actual && event.kind == frame.kind && event.recipients.len() > 1;
        let among = frame.among.clone().filter(|_| is_done);
        let also = frame.also.clone().filter(|_| event.mode == Mode::Actual && event.kind == frame.kind);
        let home = frame.home.filter(|_| event.kind == frame.kind);
        Ok(Draft { event, trigger, governs, among, also, home, why })
    }
}

/// Tells whether a word of a class announces what is to come in some case.
fn is_announced(class: Class) -> bool {
    matches!(
        class,
        Class::Condition
            | Class::Speech
            | Class::Future
            | Class::Promise
            | Class::Intention
            | Class::Decision
            | Class::Readiness
    )
}

/// Tells whether a draft's trigger stands in a clause that another draft governs.
pub(crate) fn is_governed(sentence: &Sentence, governor: &Draft, below: &Draft) -> bool {
    // What a relative clause tells of a noun is told beside: "refused to lift the ban that it imposed".
    let told_beside = |clause: usize| {
        let up = std::iter::once(below.trigger).chain(sentence.ancestors(below.trigger));
        up.take_while(|&index| index != clause)
            .any(|index| sentence.token(index).is_some_and(|token| token.label == Label::Relcl))
    };
    governor.trigger != below.trigger
        && governor.governs.iter().any(|&clause| sentence.is_within(below.trigger, clause) && !told_beside(clause))
        && !clause::objects(sentence, governor.trigger).any(|object| object == below.trigger)
}
