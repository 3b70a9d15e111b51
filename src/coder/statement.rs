//! Positions taken in words: who, bound to speak for a state, is for or against what, toward whom.
//!
//! A topic inside what somebody says, under a word that takes a side ("adheres to", "opposes", "seeks"),
//! is a statement about that topic. What another event of the sentence already says is not said again.

use super::assemble::{Desk, Draft};
use super::clause::Arguments;
use super::mention::{Form, Mention};
use super::mode::{self, Reading};
use super::side::{Cast, Role};
use super::speaker::Content;
use super::{Passage, clause, context, topic};
use crate::english::Sentence;
use crate::english::tag::{Label, Tag};
use crate::model::category::{ActorKind, Mode, PloverClass, Stance};
use crate::model::day::Interval;
use crate::model::event::{CoderMark, Confidence, Event, Evidence, Participant};
use crate::model::id::{ActorId, EventId, EventType, Topic};
use crate::ontology::frames::Slot;
use crate::ontology::lexicon::mode::{Class, Particle};

/// The name of the rule, written into its events.
const RULE: &str = "position-in-speech";
/// The name of the rule of demands.
const DEMAND: &str = "obligation-in-speech";
/// The name of the rule of demands told as what something waits for.
const CONDITION: &str = "condition-in-speech";
/// How sure it is, 0 to 100.
const CONFIDENCE: u8 = 65;

/// How many sentences back what must be undone may have been told.
const REACH: usize = 3;

/// Adds the positions that a sentence takes; `earlier` is what the sentences before tell.
pub(crate) fn add(
    desk: Desk<'_>,
    passage: &Passage<'_>,
    number: usize,
    earlier: &[(usize, Draft)],
    drafts: &mut Vec<Draft>,
) {
    let Some(sentence) = passage.document.sentences().get(number) else { return };
    for attribution in passage.speakers.all().iter().filter(|attribution| attribution.sentence == number) {
        if let Content::Clause(head) = attribution.content {
            // "The step breaks the pact and must be reversed, Peru said".
            let joined =
                sentence.children(head).find(|(_, below)| below.label == Label::Conj && clause::is_verb(below));
            let joined = joined.map(|(index, _)| index);
            for head in std::iter::once(head).chain(joined).chain(done_by(sentence, head)) {
                let draft = (Speech { desk, passage, number, head }).demand(earlier, drafts);
                drafts.extend(draft);
            }
        }
    }
    for (head, token) in sentence.tokens.iter().enumerate().filter(|(_, token)| token.label == Label::Advcl) {
        if let Some(main) = token.head {
            let draft = (Speech { desk, passage, number, head }).condition(main, drafts);
            drafts.extend(draft);
        }
    }
    let lemmas: Vec<String> = sentence.tokens.iter().map(|token| token.lemma.to_lowercase()).collect();
    let lemmas: Vec<&str> = lemmas.iter().map(String::as_str).collect();
    let mut at = 0;
    while let Some(rest) = lemmas.get(at..).filter(|rest| !rest.is_empty()) {
        let Some((rule, length)) =
            desk.ontology.topics().at(rest).filter(|(rule, length)| !rule.general && *length > 0)
        else {
            at += 1;
            continue;
        };
        let head = at + length - 1;
        at += length;
        let draft = (Speech { desk, passage, number, head }).position(&rule.name, drafts);
        drafts.extend(draft);
    }
}

/// What is told of something said.
struct Said {
    kind: EventType,
    topic: Option<Topic>,
    stance: Option<Stance>,
    rule: &'static str,
    recipients: Vec<Participant>,
}

struct Speech<'a> {
    desk: Desk<'a>,
    passage: &'a Passage<'a>,
    number: usize,
    /// The token of which it is said: the topic's noun, or the verb of what must be done.
    head: usize,
}

impl Speech<'_> {
    /// The side that the speaker takes on a topic.
    fn position(&self, topic: &Topic, drafts: &[Draft]) -> Option<Draft> {
        let ontology = self.desk.ontology;
        let sentence = self.passage.document.sentences().get(self.number)?;
        let speaker = self.passage.speaker_at(self.number, self.head)?;
        if !speaker.binds || speaker.country.is_none() {
            return None;
        }
        let reading = mode::read(sentence, self.head, &ontology.lexicon().mode, false);
        let stance = stance(&reading)?;
        if self.is_done_by_others(sentence, &speaker) {
            return None;
        }
        let recipients = self.recipients(&speaker)?;
        let said_already = drafts.iter().any(|draft| {
            draft.event.topic.as_ref() == Some(topic)
                && draft.event.acting().contains(&speaker.party())
                && draft.event.mode == Mode::Actual
        });
        if said_already {
            return None;
        }
        let mut why = vec![format!("stance {stance}: under {}", governors(&reading))];
        why.extend(reading.why.iter().map(|reason| format!("mode: {reason}")));
        let kind = ontology.frames().shared().statement.clone()?;
        let said = Said { kind, topic: Some(topic.clone()), stance: Some(stance), rule: RULE, recipients };
        self.said(sentence, speaker, said, why)
    }

    /// Makes the event of something said at the head.
    fn said(&self, sentence: &Sentence, speaker: Participant, said: Said, mut why: Vec<String>) -> Option<Draft> {
        let dating = self.passage.date_said(self.desk, self.number, self.head);
        let occurred =
            dating.as_ref().map_or(Interval::reported(self.desk.article.published), |dating| dating.occurred);
        let (span, quote) = self.passage.quote(self.passage.clause_span(sentence, self.head))?;
        let place = |mut party: Participant| {
            party.mention = party.mention.map(|mention| self.passage.absolute(mention));
            party
        };
        let speaker = place(speaker);
        let mut event = Event {
            id: EventId::of(&[]),
            article: self.desk.article.id,
            cameo: self.desk.ontology.event_type(&said.kind)?.cameo,
            kind: said.kind,
            actors: vec![speaker.clone()],
            recipients: said.recipients.into_iter().map(place).collect(),
            speaker: Some(speaker),
            topic: said.topic,
            occurred,
            until: None,
            published: self.desk.article.published,
            mode: Mode::Actual,
            aspect: None,
            stance: said.stance,
            evidence: Evidence { field: self.passage.field, span, quote },
            coder: CoderMark {
                name: "detente".to_owned(),
                version: self.desk.version.to_owned(),
                rule: said.rule.to_owned(),
            },
            confidence: Confidence::percent(CONFIDENCE),
        };
        event.id = event.identify();
        why.push(format!("actor {}: who speaks", event.actors.first().map_or("", |actor| actor.id.as_str())));
        why.extend(event.recipients.iter().map(|party| format!("recipient {}: named in what is said", party.id)));
        why.extend(event.topic.iter().map(|topic| format!("topic {topic}: named in what is said")));
        why.push(format!("date: {}", dating.map_or_else(|| "told as news".to_owned(), |dating| dating.why)));
        Some(Draft { event, trigger: self.head, governs: Vec::new(), among: None, also: None, home: None, why })
    }

    /// What somebody says that another party must do is a demand on that party.
    fn demand(&self, earlier: &[(usize, Draft)], drafts: &[Draft]) -> Option<Draft> {
        let ontology = self.desk.ontology;
        let sentence = self.passage.document.sentences().get(self.number)?;
        let reading = mode::read(sentence, self.head, &ontology.lexicon().mode, false);
        reading.governor(Class::Obligation).filter(|link| !link.negated)?;
        let speaker = self.passage.speaker_at(self.number, self.head).filter(|speaker| speaker.country.is_some())?;
        let cast = Cast { sentence, mentions: self.passage.mentions_of(self.number), frames: ontology.frames() };
        let arguments = clause::of_verb(sentence, self.head);
        // "The sailors must be freed, Chile said": its own are no more asked for it than it is.
        let is_ours =
            |party: &Participant| is_own(party, &speaker) || arguments.passive && party.party() == speaker.party();
        let is_other =
            |mention: &Mention| mention.parties.iter().all(|party| party.id != speaker.id && !is_ours(party));
        let of_whom = [Slot::Subject, Slot::Object];
        let mut recipients: Vec<Participant> = cast
            .side(
                Role::Recipient,
                of_whom.get(..if arguments.passive { 2 } else { 1 })?,
                self.head,
                &arguments,
                &is_other,
            )
            .into_iter()
            .flat_map(|mention| mention.parties.clone())
            .collect();
        let kind = ontology.frames().shared().demand.clone()?;
        let told = drafts.iter().any(|draft| draft.event.kind == kind);
        if recipients.is_empty() && arguments.passive {
            recipients = self.who_is_to_undo(sentence, &arguments, &speaker, earlier);
        }
        if recipients.is_empty() || told {
            return None;
        }
        let rule = ontology.event_type(&kind)?;
        let topic = topic::of(sentence, self.head, &arguments, rule, ontology);
        let why = reading.why.iter().map(|reason| format!("mode: {reason}")).collect();
        let said = Said { kind, topic, stance: Some(Stance::Demands), rule: DEMAND, recipients };
        self.said(sentence, speaker, said, why)
    }

    /// Returns whoever did what was told last, where the speaker says that what the words point at must be undone: "Peru closed the
    /// port. The step must be reversed, Chile said".
    fn who_is_to_undo(
        &self,
        sentence: &Sentence,
        arguments: &Arguments,
        speaker: &Participant,
        earlier: &[(usize, Draft)],
    ) -> Vec<Participant> {
        let ontology = self.desk.ontology;
        let words = &ontology.lexicon().mode;
        let undoes = sentence.token(self.head).is_some_and(|verb| words.is(&verb.lemma, Particle::Undoing));
        let points_back = |&noun: &usize| {
            let is_pronoun = sentence.token(noun).is_some_and(|noun| noun.tag == Tag::Prp);
            let mut below = sentence.children(noun);
            is_pronoun
                || below
                    .any(|(_, below)| below.label == Label::Det && ontology.lexicon().topic.is_definite(&below.lower))
        };
        if !undoes || !speaker.binds || !arguments.object.iter().any(points_back) {
            return Vec::new();
        }
        let is_deed = |event: &Event| {
            let rule = ontology.event_type(&event.kind);
            event.mode == Mode::Actual && rule.is_some_and(|rule| !rule.spoken)
        };
        let is_bad = |event: &Event| ontology.score(event.cameo).is_some_and(|score| score < 0.0);
        let is_near = |number: usize| number + REACH >= self.number;
        let told = earlier.iter().rev().take_while(|(number, _)| is_near(*number)).map(|(_, draft)| &draft.event);
        let last = told
            .into_iter()
            .find(|event| is_deed(event))
            .filter(|event| is_bad(event) && !event.acting().contains(&speaker.party()));
        last.map(|event| context::unnamed(&event.actors)).unwrap_or_default()
    }

    /// What another party must do before something is done or changes is a demand on that party: "the border will stay closed
    /// until Peru frees the crew".
    fn condition(&self, main: usize, drafts: &[Draft]) -> Option<Draft> {
        let ontology = self.desk.ontology;
        let words = &ontology.lexicon().mode;
        let sentence = self.passage.document.sentences().get(self.number)?;
        let is = |index: usize, particle| sentence.token(index).is_some_and(|token| words.is(&token.lower, particle));
        let mark = sentence.child(self.head, Label::Mark).filter(|&mark| is(mark, Particle::Demanded))?;
        let reading = mode::read(sentence, self.head, words, false);
        reading.governor(Class::Condition).filter(|link| link.token == mark)?;
        let above = mode::read(sentence, main, words, false);
        let refuses =
            |draft: &Draft| draft.trigger == main && ontology.plover(draft.event.cameo) == Some(PloverClass::Reject);
        // "There would be no deal until Peru leaves".
        let has_none = || {
            let said = sentence.child(main, Label::Attr).into_iter().flat_map(|noun| sentence.children(noun));
            said.into_iter().any(|(_, below)| words.is(&below.lower, Particle::NegativeDeterminer))
        };
        let is_kept = above.mode == Mode::Negated
            || has_none()
            || drafts.iter().any(refuses)
            || is(mark, Particle::Condition) && above.governor(Class::Future).is_some()
            || sentence.token(main).is_some_and(|verb| words.is(&verb.lemma, Particle::Staying));
        if !is_kept {
            return None;
        }
        let cast = Cast { sentence, mentions: self.passage.mentions_of(self.number), frames: ontology.frames() };
        let speaker = self.passage.speaker_at(self.number, self.head).filter(|speaker| speaker.country.is_some());
        // Without a verb of saying, whoever will not act before says so.
        let own = || {
            let subjects = clause::subject(sentence, main, 0);
            let mention = cast.mentions.iter().find(|mention| subjects.contains(&mention.head))?;
            mention.parties.first().filter(|party| party.binds || party.kind == ActorKind::State).cloned()
        };
        let asks = speaker.or_else(own).filter(|asks| asks.country.is_some())?;
        let arguments = clause::of_verb(sentence, self.head);
        let is_other = |mention: &Mention| {
            let is_side = |party: &Participant| party.country.is_some() && party.party() != asks.party();
            mention.form != Form::Place && mention.parties.iter().all(is_side)
        };
        let asked = cast.side(Role::Recipient, &[Slot::Subject], self.head, &arguments, &is_other);
        let recipients: Vec<Participant> = asked.into_iter().flat_map(|mention| mention.parties.clone()).collect();
        let kind = ontology.frames().shared().demand.clone()?;
        let told = drafts.iter().any(|draft| draft.event.kind == kind);
        if recipients.is_empty() || told || arguments.passive {
            return None;
        }
        let rule = ontology.event_type(&kind)?;
        let topic = topic::of(sentence, self.head, &arguments, rule, ontology);
        let why = reading.why.iter().map(|reason| format!("mode: {reason}")).collect();
        let said = Said { kind, topic, stance: Some(Stance::Demands), rule: CONDITION, recipients };
        self.said(sentence, asks, said, why)
    }

    /// Tells whether the clause around the topic says what another party does, not the speaker's own side.
    fn is_done_by_others(&self, sentence: &Sentence, speaker: &Participant) -> bool {
        let verb = sentence.ancestors(self.head).find(|&index| sentence.token(index).is_some_and(clause::is_verb));
        let subjects = verb.map(|verb| clause::subject(sentence, verb, 0)).unwrap_or_default();
        let here = self.passage.mentions_of(self.number).iter();
        let named = here.filter(|mention| subjects.iter().any(|subject| mention.covers(*subject)));
        let parties: Vec<&Participant> = named.flat_map(|mention| &mention.parties).collect();
        !parties.is_empty() && parties.iter().all(|party| party.party() != speaker.party())
    }

    /// Returns the other parties that the speaker names in the same words.
    fn recipients(&self, speaker: &Participant) -> Option<Vec<Participant>> {
        let said_by_speaker = |mention: &&Mention| {
            self.passage.speaker_at(self.number, mention.head).is_some_and(|other| other.id == speaker.id)
        };
        let sentence = self.passage.document.sentences().get(self.number)?;
        let here = self.passage.mentions_of(self.number);
        let is_own = |mention: &Mention| mention.parties.iter().any(|party| party.party() == speaker.party());
        // "Peru and Chile share a view, the Peruvian president said": not toward Chile.
        let is_beside_own = |mention: &&Mention| {
            let joins = |from: usize, to: usize| {
                let words = sentence.tokens.get(from..to).unwrap_or_default();
                matches!(words, [word] if word.tag == Tag::Cc)
            };
            let is_joined = |own: &&Mention| {
                joins(own.tokens.end, mention.tokens.start) || joins(mention.tokens.end, own.tokens.start)
            };
            here.iter().filter(|other| is_own(other)).any(|own| is_joined(&own))
        };
        let mut parties: Vec<Participant> = Vec::new();
        for mention in here
            .iter()
            .filter(|mention| !matches!(mention.form, Form::Place | Form::Unknown | Form::Bystander))
            .filter(said_by_speaker)
            .filter(|mention| !is_beside_own(mention))
        {
            for party in &mention.parties {
                let root = |party: &Participant| party.country.as_ref().map(ActorId::root);
                let is_other = party.party() != speaker.party() && party.country.is_some();
                let known = parties.iter_mut().find(|known| root(known) == root(party));
                match known.filter(|_| is_other) {
                    Some(known) if party.kind == ActorKind::State => *known = party.clone(),
                    None if is_other => parties.push(party.clone()),
                    Some(_) | None => {}
                }
            }
        }
        (!parties.is_empty()).then_some(parties)
    }
}

/// Returns what a clause says that one does and no other: "it is Chile that must leave".
fn done_by(sentence: &Sentence, copula: usize) -> Option<usize> {
    sentence.child(copula, Label::Nsubj).and_then(|it| sentence.token(it)).filter(|it| it.tag == Tag::Prp)?;
    sentence.child(sentence.child(copula, Label::Attr)?, Label::Relcl)
}

/// Tells whether a party is the speaker's own side.
fn is_own(party: &Participant, speaker: &Participant) -> bool {
    party.party() == speaker.party() && party.binds
}

/// Returns the side that the words above a topic take; none where they take none.
fn stance(reading: &Reading) -> Option<Stance> {
    let has = |classes: &[Class]| reading.classes().any(|class| classes.contains(&class));
    if reading.mode == Mode::Negated {
        return has(&[Class::Refusal, Class::Intention, Class::Possibility, Class::Readiness, Class::Desire])
            .then_some(Stance::Refuses);
    }
    if has(&[Class::Call]) {
        return Some(Stance::Demands);
    }
    if has(&[Class::Readiness, Class::Proposal]) {
        return Some(Stance::Offers);
    }
    has(&[Class::Support, Class::Desire, Class::Continue, Class::Intention, Class::Promise, Class::Agreement])
        .then_some(Stance::Supports)
}

fn governors(reading: &Reading) -> String {
    let names: Vec<String> = reading.classes().map(|class| class.as_str().to_owned()).collect();
    names.join(", ")
}
