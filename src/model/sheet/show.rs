//! A sheet as it reads, whatever the numbers on it.

use super::{Said, Sheet, Told};
use std::fmt;

impl fmt::Debug for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries((0..self.entries.len()).map(|number| Shown { sheet: self, number })).finish()
    }
}

/// One record of a sheet.
struct Shown<'a> {
    sheet: &'a Sheet,
    number: usize,
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sheet = self.sheet;
        let Some(entry) = sheet.entries.get(self.number) else { return Ok(()) };
        let mut shown = f.debug_struct("Entry");
        shown.field("seq", &entry.seq).field("recorded_at", &entry.recorded_at);
        match &entry.said {
            Said::Received { article, revises } => shown.field("received", article).field("revises", revises),
            Said::Recorded(_) => &mut shown,
            Said::Retracted { event } => shown.field("retracted", event),
            Said::Amended { event, .. } => shown.field("amended", event),
            Said::Recoded { article, .. } => shown.field("recoded", article),
            Said::Declared { id, name } => shown.field("declared", &sheet.actor(*id)).field("name", &sheet.text(*name)),
            Said::Merged { from, into } => {
                shown.field("merged", &sheet.actor(*from)).field("into", &sheet.actor(*into))
            }
            Said::Split { from } => shown.field("split", &sheet.actor(*from)),
        };
        for told in entry.told() {
            shown.field("told", &ShownEvent { sheet, told });
        }
        shown.finish()
    }
}

/// One event of a sheet.
struct ShownEvent<'a> {
    sheet: &'a Sheet,
    told: &'a Told,
}

impl fmt::Debug for ShownEvent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { sheet, told } = self;
        let (actors, recipients) = sheet.sides(told).split_at(told.sides.n_actors());
        let voices = |numbers: &[u32]| numbers.iter().map(|&number| sheet.voice(number)).collect::<Vec<_>>();
        f.debug_struct("Told")
            .field("id", &told.id)
            .field("article", &told.article)
            .field("kind", &sheet.kind(told))
            .field("cameo", &told.cameo)
            .field("actors", &voices(actors))
            .field("recipients", &voices(recipients))
            .field("speaker", &told.speaker.map(|speaker| sheet.voice(speaker)))
            .field("topic", &sheet.topic(told))
            .field("occurred", &told.occurred)
            .field("until", &told.until)
            .field("published", &told.published)
            .field("mode", &told.mode)
            .field("aspect", &told.aspect)
            .field("stance", &told.stance)
            .field("field", &told.field)
            .field("span", &told.span)
            .field("quote", &sheet.quote(told))
            .field("confidence", &told.confidence)
            .finish()
    }
}
