//! Acts that are told only as what another did before: "Chile followed suit", "Chile responded in kind".

use super::{Draft, Refused, Scene, absent};
use crate::coder::clause;
use crate::coder::context;
use crate::coder::frame;
use crate::coder::mode::{self, Reading, Tense};
use crate::coder::refusal::Reason;
use crate::coder::when::{Dating, Time};
use crate::english::tag::{Label, Tag};
use crate::model::category::{ActorKind, Cameo, Mode, PloverClass};
use crate::model::day::Interval;
use crate::model::event::{Event, Participant};
use crate::ontology::frames::{EchoRule, Frame};
use crate::ontology::types::TypeRule;

impl Scene<'_> {
    /// Tells an event that was told before of another actor.
    pub(super) fn echoed(&self, frame: &Frame) -> Result<Draft, Refused> {
        let refuse = |reason: Reason, what: &str| (reason, format!("{}: {what}", frame.name));
        let rule = self.rule(&frame.kind).ok_or_else(|| refuse(Reason::NoFrame, "its type is not in the ontology"))?;
        let is_back = frame.echo == EchoRule::Back;
        let reading = mode::read(self.sentence, self.hit.trigger, &self.desk.ontology.lexicon().mode, !is_back);
        let mut parts = self.parts(frame, rule)?;
        let kept = self.promised(&parts.actors).filter(|_| !is_back && reading.mode == Mode::Actual);
        let (told, recipients) = if frame.echo == EchoRule::Again {
            let is_dated = !self.passage.times_of(self.number).is_empty();
            let told = self.done_by(&parts.actors).filter(|_| is_dated && reading.mode == Mode::Actual);
            told.map(|told| (told, context::unnamed(&told.recipients)))
        } else if let Some(told) = kept {
            // "Peru said that it would recognise Chile. It did so in May".
            parts.actors = context::unnamed(&told.actors);
            Some((told, context::unnamed(&told.recipients)))
        } else if is_back {
            if reading.mode != Mode::Actual {
                return Err(refuse(Reason::OnlySaid, "not told as done"));
            }
            let told = self.done_to(&parts.actors);
            told.map(|told| (told, context::unnamed(&told.actors)))
        } else if !parts.recipients.is_empty() {
            // "It did the same to Chile".
            self.told_last().map(|told| (told, std::mem::take(&mut parts.recipients)))
        } else {
            let acts = |event: &Event| parts.actors.iter().any(|actor| event.acting().contains(&actor.party()));
            let told = self.told_last().filter(|told| !acts(told));
            told.map(|told| {
                let is_toward = |party: &Participant| told.receiving().contains(&party.party());
                let toward: Vec<Participant> =
                    absent::others(told, &parts.actors).into_iter().filter(is_toward).collect();
                // "Peru expelled two Chileans, and Chile followed suit": done to Chile, it is done back.
                let is_done_to = parts.actors.iter().all(is_toward);
                let toward = if toward.is_empty() && is_done_to { context::unnamed(&told.actors) } else { toward };
                (told, toward)
            })
        }
        .ok_or_else(|| refuse(Reason::NoFrame, "no act of another was told before"))?;
        parts.recipients = recipients;
        if parts.recipients.is_empty() {
            return Err(refuse(Reason::NoRecipientResolved, "the act told before was done to nobody else"));
        }
        parts.confidence = parts.confidence.min(context::CONFIDENCE);
        parts.why.push(format!("what was told before: {} of {}", told.kind, told.coder.rule));
        let frame = Frame { kind: told.kind.clone(), topic: told.topic.clone(), ..frame.clone() };
        let (day, published) = (told.occurred, self.desk.article.published);
        let mut draft = self.event(&frame, told.kind.clone(), reading.mode, &reading, parts)?;
        // "Threw out the envoys in 2009; Chile responded in kind": long before publication too.
        let is_old = day.latest.is_some_and(|last| published.days_since(last) > context::OLD);
        if is_old && reading.mode == Mode::Actual && !self.is_dated() && draft.event.occurred.latest == Some(published)
        {
            draft.event.occurred = day;
            draft.event.id = draft.event.identify();
            draft.why.push("date: of what it answers".to_owned());
        }
        Ok(draft)
    }

    /// Returns what those who act, or somebody where a pronoun stands for whoever acts, were last told to be about to do.
    fn promised(&self, actors: &[Participant]) -> Option<&Event> {
        let is_pronoun = |&subject: &usize| self.sentence.token(subject).is_some_and(|token| token.tag == Tag::Prp);
        let subjects = &self.hit.arguments.subject;
        let is_open = !subjects.is_empty() && subjects.iter().all(is_pronoun);
        let last = self.earlier.last().filter(|event| event.mode == Mode::Planned && !event.actors.is_empty())?;
        let is_theirs = actors.iter().all(|actor| last.acting().contains(&actor.party()));
        (is_open || is_theirs).then_some(*last)
    }

    /// Returns what was told last as done: of what a sentence tells of the same actors the first, "cut ties and gave the
    /// envoys two days".
    fn told_last(&self) -> Option<&Event> {
        let words = &self.desk.ontology.lexicon().topic;
        let mut objects = self.hit.arguments.object.iter().filter_map(|&object| self.sentence.token(object));
        // "Condemned the coup in Peru. It took the same step against Chile": what was done, not what was said.
        let is_step = objects.any(|object| words.is_deed(&object.lemma));
        let is_done = |event: &Event| self.rule(&event.kind).is_some_and(|rule| !rule.spoken);
        let may_be = |event: &Event| !is_step || is_done(event) || !self.earlier.iter().any(|event| is_done(event));
        let told = |event: &&Event| event.mode == Mode::Actual && !event.actors.is_empty() && may_be(event);
        let mut before = self.earlier.iter().rev().copied().filter(told);
        let last = before.next()?;
        Some(self.first_beside(last, before))
    }

    /// Returns what some actors were last told to have done, where what they did is spoken of as known: "signed the decree on
    /// Monday"; also behind another who did the same.
    fn done_by(&self, actors: &[Participant]) -> Option<&Event> {
        let is_known = self.hit.arguments.object.iter().all(|&object| self.is_told_elsewhere(object));
        let is_theirs = |event: &&Event| {
            event.mode == Mode::Actual && actors.iter().all(|actor| event.acting().contains(&actor.party()))
        };
        let is_done = |event: &&Event| self.rule(&event.kind).is_some_and(|rule| !rule.spoken);
        let all = || self.earlier.iter().rev().copied().filter(is_theirs).filter(is_done);
        // "Suspended the accord that it signed in 2002. The ministry announced the move on Monday": what is news.
        let is_of_news = all().any(context::is_news);
        let mut before = all().filter(|event| !is_of_news || context::is_news(event));
        let last = before.next().filter(|_| is_known)?;
        Some(self.first_beside(last, before))
    }

    /// Returns the first of the acts of the same side that the sentence of one tells before it.
    fn first_beside<'e>(&self, last: &'e Event, before: impl Iterator<Item = &'e Event>) -> &'e Event {
        let there = self.sentence_of(last);
        let is_beside = |event: &&Event| self.sentence_of(event) == there && event.acting() == last.acting();
        before.take_while(is_beside).last().unwrap_or(last)
    }

    /// Returns what was last done by others to all of some actors, by each event of its own or by one.
    fn done_to(&self, actors: &[Participant]) -> Option<&Event> {
        let all = |event: &Event| {
            actors
                .iter()
                .all(|actor| event.receiving().contains(&actor.party()) && !event.acting().contains(&actor.party()))
        };
        let mut before = self.earlier.iter().rev().filter(|event| event.mode == Mode::Actual && all(event)).copied();
        let last = before.next()?;
        // "Expelled the envoy, alleging that he had spied": what was done, not what was said of it.
        Some(self.first_beside(last, before))
    }

    /// Tells whether what is said is said of something that the words do not describe: "condemned the step", "denied it".
    pub(super) fn answers(&self) -> bool {
        let words = &self.desk.ontology.lexicon().topic;
        let before = self.number.checked_sub(1).and_then(|before| self.passage.document.sentences().get(before));
        // "Condemned the drills" answers the sentence before where that tells of drills, "the step" whatever it tells.
        let is_there = |lemma: &str| {
            words.is_deed(lemma)
                || before.is_some_and(|before| before.tokens.iter().any(|token| *token.lemma == *lemma))
        };
        let is_known = |&object: &usize| {
            let below = || self.sentence.children(object).filter(|(_, below)| below.label != Label::Punct);
            let Some(token) = self.sentence.token(object) else { return false };
            token.tag == Tag::Prp || self.has_definite_article(object) && below().count() == 1 && is_there(&token.lemma)
        };
        self.hit.arguments.object.iter().any(is_known)
    }

    /// Tells whether what is said answers something by a noun, not only by a pronoun: "condemned the step".
    fn names_what_it_answers(&self) -> bool {
        let is_noun = |&object: &usize| self.sentence.token(object).is_some_and(clause::is_noun);
        self.answers() && self.hit.arguments.object.iter().any(is_noun) || self.is_about_deed()
    }

    /// Tells whether what is said is about a known deed of a state, or done for one: "criticised the Chilean decision",
    /// "criticised Chile for the step".
    fn is_about_deed(&self) -> bool {
        let words = &self.desk.ontology.lexicon().topic;
        let is_deed = |noun: usize| {
            self.has_definite_article(noun)
                && frame::lemma_of(self.sentence, noun).is_some_and(|lemma| words.is_deed(&lemma))
        };
        let reasons = frame::held(self.sentence, self.hit.trigger);
        self.hit.arguments.object.iter().copied().chain(reasons).any(is_deed)
    }

    /// Settles the day of an act by what it is: of a meeting before what follows, of an answer.
    pub(super) fn settle_day(
        &self,
        rule: &TypeRule,
        (code, mode): (Cameo, Mode),
        reading: &Reading,
        dating: &mut Dating,
        (actors, recipients): (&[Participant], &[Participant]),
    ) {
        // "Agreed on Monday after they met": people who meet and then act do so at once.
        let is_consulted = self.desk.ontology.plover(code) == Some(PloverClass::Consult);
        if let Interval { earliest: None, latest: Some(last), .. } = dating.occurred
            && is_consulted
            && reading.tense == Tense::Past
            && mode == Mode::Actual
            && let Ok(at_once) = Interval::range(last.plus_days(-1), last)
        {
            dating.occurred = at_once;
            dating.why.push_str(", as late as the day before");
        }
        let is_answer = rule.spoken || self.desk.ontology.plover(rule.cameo) == Some(PloverClass::Reject);
        if let Some((day, why)) = self.day_of_answer(dating, actors, recipients).filter(|_| is_answer) {
            dating.occurred = day;
            why.clone_into(&mut dating.why);
        }
    }

    /// Returns the day of what answers something, where nothing in its clause dates it, with the reason.
    fn day_of_answer(
        &self,
        dating: &Dating,
        actors: &[Participant],
        recipients: &[Participant],
    ) -> Option<(Interval, &'static str)> {
        let published = self.desk.article.published;
        let is_new = || self.names_what_it_answers() || self.is_said_by_official(actors) || self.is_of_news(actors);
        match dating.told_on {
            Some(then) if self.answers() && !self.is_of_news(recipients) => {
                Some((then, "answers what was told of that day"))
            }
            Some(_) => is_new().then(|| (Interval::reported(published), "said as news")),
            None => self.is_news_aside(dating).then(|| (Interval::reported(published), "said beside the news")),
        }
    }

    /// Tells whether what is said stands in a clause behind a comma that tells of somebody of the news: "recalled its envoy
    /// from Chile, which condemned the raid".
    fn is_news_aside(&self, dating: &Dating) -> bool {
        let published = self.desk.article.published;
        let trigger = self.sentence.token(self.hit.trigger);
        let is_old = |time: &Time| time.is_older(published, context::OLD);
        let opens = (0..self.hit.trigger)
            .rev()
            .find(|&at| self.sentence.token(at).is_some_and(|token| token.tag == Tag::Comma));
        let is_relative = opens
            .and_then(|comma| self.sentence.token(comma + 1))
            .is_some_and(|word| matches!(word.tag, Tag::Wdt | Tag::Wp | Tag::Wrb));
        let is_told =
            trigger.is_some_and(|token| token.tag == Tag::Vbd && matches!(token.label, Label::Relcl | Label::Conj));
        let is_open = dating.time.is_none() && dating.occurred == Interval::before(published);
        is_open && is_told && is_relative && !self.passage.times_of(self.number).iter().any(is_old)
    }

    /// Tells whether some side did something of late that the text tells of: "cut ties on Monday. It recalled its envoy in 2023.
    /// Chile's ministry rejected the decision" answers the news.
    pub(super) fn is_of_news(&self, sides: &[Participant]) -> bool {
        let published = self.desk.article.published;
        let is_by = |event: &Event| sides.iter().any(|side| event.acting().contains(&side.party()));
        let is_late = |event: &Event| {
            event
                .occurred
                .earliest
                .is_some_and(|first| published.days_since(first) <= context::OLD && first <= published)
        };
        let mut told = self.before.iter().map(|(_, draft)| &draft.event);
        // "Will close its embassy in August".
        let is_news = |event: &Event| match event.mode {
            Mode::Actual => is_late(event),
            Mode::Planned => event.occurred.latest.is_none_or(|last| last >= published),
            _ => false,
        };
        told.any(|event| is_by(event) && is_news(event))
    }

    /// Tells whether somebody in office acts, or whoever speaks for an office, or a body: "Defense Minister Ana
    /// Quispe thanked Chile", "Peru's foreign ministry regretted it".
    pub(super) fn is_said_by_official(&self, actors: &[Participant]) -> bool {
        let references = self.desk.ontology.references();
        let is_official = |party: &Participant| {
            let in_office = matches!(party.kind, ActorKind::Person | ActorKind::Institution);
            party.kind == ActorKind::Organisation || party.binds && in_office
        };
        let is_office = |&subject: &usize| {
            frame::lemma_of(self.sentence, subject).is_some_and(|lemma| references.is_office(&lemma))
        };
        actors.iter().any(is_official) || self.hit.arguments.subject.iter().any(is_office)
    }

    /// Returns the number of the sentence that an event of this article is told in.
    pub(super) fn sentence_of(&self, event: &Event) -> Option<usize> {
        let holds = |number: &usize| {
            let tokens = self.passage.document.sentences().get(*number).map(|sentence| sentence.tokens.as_slice());
            let ends = tokens.and_then(|tokens| tokens.first().zip(tokens.last()));
            ends.is_some_and(|(first, last)| {
                self.passage.absolute(first.span.join(last.span)).contains(event.evidence.span)
            })
        };
        (0..self.passage.document.sentences().len()).find(holds)
    }
}
