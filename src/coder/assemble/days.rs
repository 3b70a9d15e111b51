//! The days of an act by what it is: of what only amounts to something today, and of what recurs.

use super::Scene;
use crate::coder::mode::{Reading, Tense};
use crate::coder::when::{Dating, Relation};
use crate::english::tag::{Label, Tag};
use crate::model::category::{Cameo, Mode, PloverClass};
use crate::model::day::Interval;
use crate::model::id::EventType;
use crate::ontology::frames::Frame;
use crate::ontology::types::TypeRule;

/// How many days after publication what is told in the present tense is no plan but the caption of a picture.
const FAR_AHEAD: i64 = 180;

impl Scene<'_> {
    /// Returns the mode of what is told with a day to come. What it amounts to now, as a threat or a promise, is done when it
    /// is said: "said on Monday it would attack next week", "will host a summit in May" agrees to it.
    pub(super) fn settle_plan(&self, frame: &Frame, kind: &EventType, reading: &Reading, dating: &mut Dating) -> Mode {
        let published = self.desk.article.published;
        let is_caption = reading.tense == Tense::Present
            && dating.occurred.earliest.is_some_and(|day| day.days_since(published) > FAR_AHEAD);
        let class = self.rule(kind).and_then(|rule| self.desk.ontology.plover(rule.code(frame.cameo, Mode::Actual)));
        let is_threat = frame.modes.contains(&reading.mode) && class == Some(PloverClass::Threaten);
        if *kind == frame.kind && !is_caption && !is_threat {
            return Mode::Planned;
        }
        let said = || Some(self.passage.date_said(self.desk, self.number, self.hit.trigger)?.occurred);
        dating.occurred = dating.told.or_else(said).unwrap_or(Interval::reported(published));
        Mode::Actual
    }

    /// Lets what has been done over and over since a day reach from that day to publication: "has expelled 60 envoys since 2022".
    /// What has held since then, as a ban does, began on that day.
    pub(super) fn settle_span(&self, rule: &TypeRule, refined: Option<Cameo>, reading: &Reading, dating: &mut Dating) {
        let time = dating.time.and_then(|time| self.passage.times_of(self.number).get(time));
        let since = time.filter(|time| time.relation == Relation::Since).and_then(|time| time.past);
        let is_perfect = matches!(reading.tense, Tense::PresentPerfect | Tense::PastPerfect);
        let class = self.desk.ontology.plover(rule.code(refined, Mode::Actual));
        let recurs = match class {
            // "Has occupied the port since 2019", "has held him since May": what goes on began then.
            Some(PloverClass::Coerce) => false,
            Some(PloverClass::Assault) => !rule.effects.is_empty(),
            Some(
                PloverClass::Aid
                | PloverClass::Consult
                | PloverClass::Accuse
                | PloverClass::Support
                | PloverClass::Threaten,
            ) => true,
            _ => rule.effects.is_empty(),
        };
        if is_perfect
            && (recurs || self.is_counted())
            && let Some(first) = since.and_then(|since| since.earliest)
            && let Ok(days) = Interval::range(first, self.desk.article.published)
        {
            dating.occurred = days;
            dating.why.push_str(", and over again until now");
        }
    }

    /// Tells whether the act's verb acts on a number of things: "has signed three accords".
    fn is_counted(&self) -> bool {
        let is_number = |noun: usize| {
            self.sentence.children(noun).any(|(_, below)| below.label == Label::Nummod && below.tag == Tag::Cd)
        };
        let mut objects = self.sentence.children(self.hit.trigger).filter(|(_, below)| below.label == Label::Dobj);
        objects.any(|(noun, _)| is_number(noun))
    }
}
