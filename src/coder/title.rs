//! The events of a headline, which tells without dates what the text tells with them.

use super::assemble::Draft;
use super::context;
use super::refusal::{Reason, Refusal};
use super::{EventReading, Passage};
use crate::model::article::Article;
use crate::model::category::{Field, Mode};
use crate::model::day::Precision;
use crate::model::event::Event;
use crate::model::id::ActorId;

/// How sure an event of a headline must be, in hundredths, to stand beside another that the text tells of
/// the same side.
const SURE: u8 = 66;

/// Returns the drafts of a headline that stand beside those of the text: what its few words only make
/// likely gives way to what the text tells of the same side in full.
pub(super) fn weighed(
    title: &Passage<'_>,
    drafts: Vec<(usize, Draft)>,
    text: &[(usize, Draft)],
    refusals: &mut Vec<Refusal>,
) -> Vec<(usize, Draft)> {
    let says_more = |draft: &Draft, told: &Draft, party: &ActorId| {
        // "Denies arming rebels": that the text tells as not done what is denied leaves the denial to the headline.
        let is_denied = told.event.mode == Mode::Negated && told.event.kind != draft.event.kind;
        draft.event.confidence.hundredths() < SURE
            && !is_denied
            && told.event.confidence > draft.event.confidence
            && told.event.acting().contains(&party)
    };
    let is_told = |draft: &Draft| {
        let acting = draft.event.acting();
        // "Peru, Chile hold drills": what else the text tells of both, or of Peru alone, leaves that to the headline.
        let told_of = |party: &ActorId, (_, told): &(usize, Draft)| {
            says_more(draft, told, party)
                && (acting.len() == 1 || !draft.event.recipients.is_empty() || told.event.kind == draft.event.kind)
        };
        !acting.is_empty() && acting.iter().all(|party| text.iter().any(|told| told_of(party, told)))
    };
    let mut kept = Vec::new();
    for (number, draft) in drafts {
        if !is_told(&draft) {
            kept.push((number, draft));
        } else if let Some(sentence) = title.document.sentences().get(number) {
            let detail = format!("{}: the text tells it in full", draft.event.coder.rule);
            refusals.push(title.refusal(sentence, draft.trigger, Reason::SaidTwice, detail));
        }
    }
    kept
}

/// Gives each undated event of the headline the date and topic that the text gives for the same act:
/// the same type between the same sides. A headline is a second piece of evidence, not a second act.
pub(super) fn take_dates_from_text(article: &Article, events: &mut [(Event, EventReading)]) {
    let is_title = |event: &Event| match article.title_in_text {
        Some(title) => event.evidence.field == Field::Text && title.contains(event.evidence.span),
        None => event.evidence.field == Field::Title,
    };
    let told: Vec<Event> = events.iter().map(|(event, _)| event).filter(|event| !is_title(event)).cloned().collect();
    for (event, reading) in events.iter_mut().filter(|(event, _)| is_title(event)) {
        let undated = matches!(event.occurred.precision, Precision::Reported);
        let same = |other: &&Event| {
            // A headline tells news, not what the text tells of long before: "fully suspends" is not "suspended part of it".
            context::is_news(other)
                && other.kind == event.kind
                && other.mode == event.mode
                && other.acting().iter().any(|party| event.acting().contains(party))
                && (event.recipients.is_empty()
                    || other.receiving().iter().any(|party| event.receiving().contains(party)))
        };
        if !undated {
            continue;
        }
        if let Some(body) = told.iter().find(same) {
            event.occurred = body.occurred;
            event.until = event.until.or(body.until);
            event.topic = event.topic.clone().or_else(|| body.topic.clone());
            if event.recipients.is_empty() {
                event.recipients = body
                    .recipients
                    .iter()
                    .cloned()
                    .map(|mut party| {
                        party.mention = None;
                        party
                    })
                    .collect();
            }
            event.id = event.identify();
            reading.why.push("date: the text tells the same act".to_owned());
        }
    }
}
