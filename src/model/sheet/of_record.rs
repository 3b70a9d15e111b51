//! Records put on a sheet, as they are held in memory.

use super::{Dotted, Entry, Said, Sheet, Sides, Slug, Told, VoiceKey, Word};
use crate::model::event::{Event, Participant};
use crate::model::id::ActorId;
use crate::model::record::{Body, Record};

impl Sheet {
    /// Returns a sheet of records.
    #[must_use]
    pub fn of<'a>(records: impl IntoIterator<Item = &'a Record>) -> Self {
        let mut sheet = Self::default();
        records.into_iter().for_each(|record| sheet.put_record(record));
        sheet
    }

    /// Takes in a record.
    pub fn put_record(&mut self, record: &Record) {
        // What is an id in a record is one here; a sheet holds fewer words than numbers.
        if let Some(said) = self.said(&record.body) {
            self.put(Entry { seq: record.seq, recorded_at: record.recorded_at, said });
        }
    }

    fn said(&mut self, body: &Body) -> Option<Said> {
        Some(match body {
            Body::ArticleReceived(received) => {
                Said::Received { article: received.article.id, revises: received.revises }
            }
            Body::EventRecorded(event) => Said::Recorded(self.told(event)?),
            Body::EventRetracted { event, .. } => Said::Retracted { event: *event },
            Body::EventAmended { event, replacement, .. } => {
                Said::Amended { event: *event, replacement: Box::new(self.told(replacement)?) }
            }
            Body::ArticleRecoded { article, events, .. } => {
                let events = events.iter().map(|event| self.told(event)).collect::<Option<_>>()?;
                Said::Recoded { article: *article, events }
            }
            Body::ActorDeclared(declared) => {
                Said::Declared { id: self.put_actor(&declared.id)?, name: self.word_of(&declared.name)? }
            }
            Body::ActorMerged { from, into, .. } => {
                Said::Merged { from: self.put_actor(from)?, into: self.put_actor(into)? }
            }
            Body::ActorSplit { from, .. } => Said::Split { from: self.put_actor(from)? },
        })
    }

    fn told(&mut self, event: &Event) -> Option<Told> {
        let kind = self.slug_of(event.kind.as_str())?;
        let start = self.n_sides();
        self.put_participants(&event.actors)?;
        let middle = self.n_sides();
        self.put_participants(&event.recipients)?;
        let sides = Sides { start, middle, end: self.n_sides() };
        let speaker = match &event.speaker {
            Some(speaker) => Some(self.put_participant(speaker)?),
            None => None,
        };
        let topic = match &event.topic {
            Some(topic) => Some(self.slug_of(topic.as_str())?),
            None => None,
        };
        Some(Told {
            id: event.id,
            article: event.article,
            kind,
            cameo: event.cameo,
            sides,
            speaker,
            topic,
            occurred: event.occurred,
            until: event.until,
            published: event.published,
            mode: event.mode,
            aspect: event.aspect,
            stance: event.stance,
            field: event.evidence.field,
            span: event.evidence.span,
            quote: self.put_quote(event.evidence.quote.as_bytes())?,
            confidence: event.confidence,
        })
    }

    fn put_participants(&mut self, side: &[Participant]) -> Option<()> {
        for participant in side {
            let voice = self.put_participant(participant)?;
            self.put_side(voice);
        }
        Some(())
    }

    fn put_participant(&mut self, participant: &Participant) -> Option<u32> {
        let (id, party) = (self.put_actor(&participant.id)?, self.put_actor(participant.party())?);
        let name = self.word_of(&participant.name)?;
        let Participant { kind, sector, binds, .. } = *participant;
        Some(self.put_voice(VoiceKey { id, name, kind, party, sector, binds }))
    }

    fn put_actor(&mut self, id: &ActorId) -> Option<Dotted> {
        self.word_of(id.as_str())?.dotted()
    }

    fn slug_of(&mut self, text: &str) -> Option<Slug> {
        self.word_of(text)?.slug()
    }

    fn word_of(&mut self, text: &str) -> Option<Word> {
        self.put_word(text.as_bytes())
    }
}
