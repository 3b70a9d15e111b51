//! From a read article to events, and to the reasons why other words are none.
//!
//! ```text
//! Document ─▶ mentions ─▶ references ─▶ speakers ─▶ frames ─▶ drafts ─▶ events | refusals
//! ```
//!
//! Pure: the same article, ontology and language model give the same events. No English word stands in
//! this module; words and frames are data of `schema/`.

mod assemble;
pub mod clause;
mod context;
pub mod coverage;
mod curbs;
pub mod frame;
mod hearsay;
mod home;
mod located;
pub mod memory;
pub mod mention;
pub mod mode;
mod pair;
pub mod reference;
pub mod refusal;
mod settle;
pub mod side;
pub mod speaker;
mod statement;
mod thing;
mod title;
pub mod topic;
mod truce;
pub mod when;

use crate::english::tag::Label;
use crate::english::{Document, English, Sentence};
use crate::model::article::Article;
use crate::model::category::Field;
use crate::model::day::{Day, Interval};
use crate::model::event::{Event, Participant};
use crate::model::id::ActorId;
use crate::model::span::Span;
use crate::ontology::Ontology;
use crate::ontology::roster::Status;
use assemble::{Desk, Draft};
use coverage::Quiet;
use mention::Mention;
use mode::Reading;
use pair::Pair;
use refusal::{Reason, Refusal};
use speaker::Attributions;
use std::cell::OnceCell;
use thing::Things;
use when::{Dating, Time, Told};

/// The version of the coder, written into every event.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What came of an article.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Coding {
    /// The events in the order of their words: the title first.
    pub events: Vec<Event>,
    /// Words that looked like an event and were not coded, in order.
    pub refusals: Vec<Refusal>,
    /// The sentences that gave no event, in order.
    pub quiet: Vec<Quiet>,
    /// For each event, in the same order, how it was read.
    pub readings: Vec<EventReading>,
}

/// How one event was read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EventReading {
    /// The sentence, in the field of the event's evidence.
    pub sentence: Span,
    /// Its tree: a line for each token with number, word, lemma, tag, label and head.
    pub tree: Vec<String>,
    /// The word that triggered the frame.
    pub trigger: String,
    /// How each part was resolved.
    pub why: Vec<String>,
}

/// Codes an article.
///
/// Costs time in proportion to the length of the article.
#[must_use]
pub fn code(article: &Article, ontology: &Ontology, english: &English) -> Coding {
    let mut coding = Coding::default();
    let prose = article.prose.slice(&article.text).unwrap_or_default();
    let mut memory = mention::Memory::default();
    let desk = Desk { article, ontology, version: VERSION, pair: None };
    let text = Passage::read(desk, english, Field::Text, prose, article.prose.start(), &mut memory);
    let has_title = article.title_in_text.is_none() && !article.title.trim().is_empty();
    let title = has_title.then(|| Passage::read(desk, english, Field::Title, &article.title, 0, &mut memory));
    let pair = Pair::of(&text, title.as_ref(), ontology);
    let desk = Desk { pair: pair.as_ref(), ..desk };
    let mut topics = memory::Memory::default();
    let mut drafts = text.drafts(desk, &[], &mut topics, &mut coding.refusals);
    let mut more = match &title {
        Some(title) => {
            let more = title.drafts(desk, &drafts, &mut topics, &mut coding.refusals);
            title::weighed(title, more, &drafts, &mut coding.refusals)
        }
        None => Vec::new(),
    };
    if !article.title.trim().is_empty() {
        let setting = home::Setting {
            is_abroad: pair::is_abroad(&text, title.as_ref()),
            is_of_sport: pair::is_of_sport(&text, title.as_ref(), ontology),
            is_of_arts: pair::is_of_arts(&text, title.as_ref(), ontology),
            is_of_daily_life: pair::is_of_daily_life(&text, title.as_ref(), ontology),
        };
        drafts = home::abroad(&text, drafts, setting, ontology, &mut coding.refusals);
        if let Some(title) = &title {
            more = home::abroad(title, more, setting, ontology, &mut coding.refusals);
        }
    } else {
        home::own::settle(&text, &mut drafts, ontology, article.published);
    }
    if !article.title.trim().is_empty() {
        let denying = hearsay::denying(drafts.iter().chain(&more), ontology);
        drafts = hearsay::without_denied(&text, drafts, &denying, ontology, &mut coding.refusals);
    }
    truce::bind(&mut drafts, &text, ontology);
    let curbs = curbs::imposed(&drafts, ontology);
    curbs::bind(&mut drafts, &curbs, ontology);
    curbs::bind(&mut more, &curbs, ontology);
    coding.quiet.extend(text.quiet(&drafts));
    let mut readings: Vec<EventReading> = drafts.iter().map(|(number, draft)| text.reading(*number, draft)).collect();
    if let Some(title) = &title {
        coding.quiet.extend(title.quiet(&more));
        readings.extend(more.iter().map(|(number, draft)| title.reading(*number, draft)));
    }
    drafts.extend(more);
    let mut events: Vec<(Event, EventReading)> =
        drafts.into_iter().map(|(_, draft)| draft.event).zip(readings).collect();
    title::take_dates_from_text(article, &mut events);
    events.sort_by(|(one, _), (other, _)| one.place().cmp(&other.place()).then_with(|| one.id.cmp(&other.id)));
    events.dedup_by(|(one, _), (other, _)| one.id == other.id);
    coding.refusals.sort_by_key(|refusal| (refusal.field, refusal.span, refusal.reason));
    coding.quiet.sort_by_key(|quiet| (quiet.field, quiet.span));
    (coding.events, coding.readings) = events.into_iter().unzip();
    coding
}

/// One field of an article, read, with those it names.
pub(crate) struct Passage<'a> {
    pub(crate) field: Field,
    /// The day of publication.
    day: Day,
    text: &'a str,
    /// Where the text begins in the field.
    offset: u32,
    pub(crate) document: Document,
    mentions: Vec<Vec<Mention>>,
    times: Vec<Vec<Time>>,
    /// The state of the place that the report comes from.
    pub(crate) place: Option<ActorId>,
    pub(crate) speakers: Attributions,
    /// Found where an act first leaves a side out.
    things: OnceCell<Things>,
}

impl<'a> Passage<'a> {
    fn read(
        desk: Desk<'_>,
        english: &English,
        field: Field,
        text: &'a str,
        offset: u32,
        memory: &mut mention::Memory,
    ) -> Self {
        let document = english.read(text);
        let day = desk.article.published;
        let mut mentions: Vec<Vec<Mention>> = document
            .sentences()
            .iter()
            .enumerate()
            .map(|(number, sentence)| mention::find(number, sentence, desk.ontology, day, memory))
            .collect();
        let speakers = speaker::attribute(&document, &desk.ontology.lexicon().speech);
        let place = located::dateline(&document, text, desk.ontology);
        reference::resolve(&document, &mut mentions, &speakers, desk.ontology, day, place.as_ref());
        located::locate(&document, text, &mut mentions, desk.ontology, day);
        let times = when::of_document(&document, day, &desk.ontology.lexicon().time);
        Self { field, day, text, offset, document, mentions, times, place, speakers, things: OnceCell::new() }
    }

    /// Returns the drafts of all sentences, each with the number of its sentence; `told` are those of the
    /// text, for a headline.
    fn drafts(
        &self,
        desk: Desk<'_>,
        told: &[(usize, Draft)],
        topics: &mut memory::Memory,
        refusals: &mut Vec<Refusal>,
    ) -> Vec<(usize, Draft)> {
        let mut all: Vec<(usize, Draft)> = Vec::new();
        for (number, sentence) in self.document.sentences().iter().enumerate() {
            let mut drafts =
                assemble::sentence(desk, self, number, assemble::Told { earlier: &all, text: told }, refusals);
            statement::add(desk, self, number, &all, &mut drafts);
            for draft in &mut drafts {
                topics.settle(sentence, draft, desk.ontology);
            }
            all.extend(drafts.into_iter().map(|draft| (number, draft)));
        }
        all
    }

    /// Returns the sentences that gave none of the drafts, with those they name.
    fn quiet<'b>(&'b self, drafts: &'b [(usize, Draft)]) -> impl Iterator<Item = Quiet> + 'b {
        let sentences = self.document.sentences().iter().enumerate();
        sentences.filter(|(number, _)| !drafts.iter().any(|(of, _)| of == number)).map(|(number, sentence)| {
            let parties = self.mentions_of(number).iter().flat_map(|mention| &mention.parties);
            let named = parties.map(|party| party.id.clone()).collect();
            Quiet { field: self.field, span: self.absolute(sentence.span), named }
        })
    }

    /// Returns the mentions of a sentence in order.
    pub(crate) fn mentions_of(&self, sentence: usize) -> &[Mention] {
        self.mentions.get(sentence).map_or(&[], Vec::as_slice)
    }

    /// Returns the things that the text names with their sides.
    pub(crate) fn things(&self, ontology: &Ontology) -> &Things {
        self.things.get_or_init(|| Things::of(&self.document, &self.mentions, ontology, self.day))
    }

    /// Returns who says what stands at a token, where somebody does and is known.
    pub(crate) fn speaker_at(&self, sentence: usize, token: usize) -> Option<Participant> {
        let speaker = self.speakers.speaker_mention(sentence, token, &self.mentions)?;
        // "Police said": who tells it, not a side of its own.
        (speaker.form != mention::Form::Located).then(|| speaker.parties.first().cloned())?
    }

    /// Returns when the act of a word happened.
    pub(crate) fn date(&self, desk: Desk<'_>, sentence: usize, word: usize, reading: &Reading) -> Option<Dating> {
        let published = desk.article.published;
        let setting = when::setting(&self.document, &self.times, sentence, published);
        let setting = setting.filter(|old| !self.is_done_by_later(desk, sentence, old.date));
        let lexicon = desk.ontology.lexicon();
        let counted = when::counted_from(&self.document, &self.times, sentence, &lexicon.time);
        let made_known = when::made_known(&self.document, &self.times, sentence, &lexicon.mode);
        let occasion = when::occasion(&self.document, &self.times, sentence, &lexicon.time);
        let since_lead = when::since_lead(&self.document, &self.times, sentence, published);
        let told = Told { published, reading, setting, counted, made_known, occasion, since_lead, lexicon };
        let times = self.times.get(sentence)?;
        Some(when::occurred(self.document.sentences().get(sentence)?, word, times, &told))
    }

    /// Tells whether a sentence tells what somebody does who holds office today and did not at an older date: "Peru left in
    /// 1993. President Ana Quispe welcomed it".
    fn is_done_by_later(&self, desk: Desk<'_>, sentence: usize, old: Interval) -> bool {
        let (Some(there), Some(mentions)) = (self.document.sentences().get(sentence), self.mentions.get(sentence))
        else {
            return false;
        };
        let roster = desk.ontology.roster();
        let acts = |mention: &&Mention| {
            there.token(mention.head).is_some_and(|token| {
                token.label == Label::Nsubj
                    && token.head.and_then(|verb| there.token(verb)).is_some_and(|verb| verb.label == Label::Root)
            })
        };
        let mut parties = mentions.iter().filter(acts).flat_map(|mention| &mention.parties);
        parties.any(|party| {
            let holds = |day: Day| {
                roster.actor(&party.id).is_some_and(|person| matches!(roster.status(person, day), Status::Current(_)))
            };
            holds(desk.article.published) && old.latest.is_some_and(|day| !holds(day))
        })
    }

    /// Returns the expressions of time of a sentence.
    pub(crate) fn times_of(&self, sentence: usize) -> &[Time] {
        self.times.get(sentence).map_or(&[], Vec::as_slice)
    }

    /// Returns when what stands at a token was said.
    pub(crate) fn date_said(&self, desk: Desk<'_>, sentence: usize, token: usize) -> Option<Dating> {
        let said = self.speakers.innermost(sentence, token)?;
        let there = self.document.sentences().get(said.sentence)?;
        let reading = mode::read(there, said.verb, &desk.ontology.lexicon().mode, false);
        self.date(desk, said.sentence, said.verb, &reading)
    }

    /// Returns a span of the read text as a span of the field.
    pub(crate) fn absolute(&self, span: Span) -> Span {
        span.shifted(self.offset)
    }

    /// Returns the span in the field and its words.
    pub(crate) fn quote(&self, span: Span) -> Option<(Span, String)> {
        Some((self.absolute(span), span.slice(self.text)?.to_owned()))
    }

    /// Returns the words of the clause around a token: up to the nearest verb that heads a clause of its own.
    pub(crate) fn clause_span(&self, sentence: &Sentence, token: usize) -> Span {
        let top = std::iter::once(token)
            .chain(sentence.ancestors(token))
            .find(|&index| sentence.token(index).is_some_and(clause::heads_a_clause))
            .unwrap_or(token);
        let tokens = sentence.subtree(top);
        let spans = tokens.iter().filter_map(|&index| sentence.token(index)).map(|token| token.span);
        spans.reduce(Span::join).unwrap_or(sentence.span)
    }

    /// Returns the drafts against which nothing speaks, with a refusal for each of the others.
    fn sifted(
        &self,
        drafts: Vec<(usize, Draft)>,
        refusals: &mut Vec<Refusal>,
        against: impl Fn(usize, &Draft) -> Option<(Reason, &'static str)>,
    ) -> Vec<(usize, Draft)> {
        let mut kept = Vec::new();
        for (number, draft) in drafts {
            match against(number, &draft).zip(self.document.sentences().get(number)) {
                Some(((reason, why), sentence)) => {
                    let detail = format!("{}: {why}", draft.event.coder.rule);
                    refusals.push(self.refusal(sentence, draft.trigger, reason, detail));
                }
                None => kept.push((number, draft)),
            }
        }
        kept
    }

    /// Makes a refusal of the clause around a token.
    pub(crate) fn refusal(&self, sentence: &Sentence, token: usize, reason: Reason, detail: String) -> Refusal {
        Refusal { field: self.field, span: self.absolute(self.clause_span(sentence, token)), reason, detail }
    }

    fn reading(&self, number: usize, draft: &Draft) -> EventReading {
        let Some(sentence) = self.document.sentences().get(number) else { return EventReading::default() };
        let line = |(index, token): (usize, &crate::english::Token)| {
            let head = token.head.map_or_else(|| "-".to_owned(), |head| head.to_string());
            let (tag, label) = (token.tag.as_str(), token.label.as_str());
            [&*index.to_string(), &*token.text, &*token.lemma, tag, label, &*head].join("\t")
        };
        EventReading {
            sentence: self.absolute(sentence.span),
            tree: sentence.tokens.iter().enumerate().map(line).collect(),
            trigger: sentence.token(draft.trigger).map_or_else(String::new, |token| token.text.to_string()),
            why: draft.why.clone(),
        }
    }
}
