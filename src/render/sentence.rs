//! Answers as a person would say them.

use super::palette::{PLAIN, Sign};
use crate::graph::{Act, Basis, Climate, Position, Standing};
use crate::model::category::{ActorKind, Mode, Stance};
use crate::model::day::{Day, Interval, Precision};
use crate::model::event::{Event, Participant};
use crate::model::id::{ActorId, EventType, Topic};
use crate::ontology::Ontology;

/// What sentences are made with: the ontology's titles and the names of actors.
pub struct Teller<'a> {
    /// Titles of dimensions and topics, words of states.
    pub ontology: &'a Ontology,
    /// The name to show for an actor.
    pub name: &'a dyn Fn(&ActorId) -> String,
}

impl Teller<'_> {
    /// Says how a relation stands: `Negotiations on the peace treaty: suspended by Russia since 2022-03-21.`
    ///
    /// Parties that the question names need no naming again: with `whole` both are said.
    #[must_use]
    pub fn standing(&self, standing: &Standing, whole: bool) -> String {
        let mut said = format!("{}: {}", self.relation(standing, whole), self.state(standing));
        if let Some(from) = standing.from.as_ref().filter(|_| standing.mutual) {
            said += &format!(" by {}", (self.name)(from));
        }
        if let Some(since) = standing.since.as_ref().filter(|_| standing.basis != Basis::Implied) {
            said += &since_words(since);
        }
        if let Some(until) = standing.until {
            said += &format!(", until {until}");
        }
        let told_later =
            standing.last_confirmed.filter(|day| standing.since.is_none_or(|since| since.latest < Some(*day)));
        if let Some(day) = told_later.filter(|_| standing.basis != Basis::Implied) {
            said += &format!(", last confirmed {day}");
        }
        let remarks = self.remarks(standing);
        if !remarks.is_empty() {
            said += &format!(" ({})", remarks.join("; "));
        }
        said + "."
    }

    /// Says the same with the state in the color of its sign, for a terminal.
    #[must_use]
    pub fn painted(&self, standing: &Standing, whole: bool) -> String {
        let said = self.standing(standing, whole);
        let state = self.state(standing);
        match self.sign(standing).escape() {
            Some(color) => said.replacen(&format!(": {state}"), &format!(": {color}{state}{PLAIN}"), 1),
            None => said,
        }
    }

    /// Names a relation: `Sanctions by Japan toward Russia`.
    ///
    /// Parties that the question names need no naming again: with `whole` both are said.
    #[must_use]
    pub fn relation(&self, standing: &Standing, whole: bool) -> String {
        let dimension = self.ontology.dimension(&standing.dimension);
        let title = dimension.map_or_else(|| standing.dimension.to_string(), |rule| rule.title.clone());
        let topic = standing.topic.as_ref().map(|topic| self.topic(topic)).filter(|topic| *topic != title);
        // "Dispute on the territorial dispute" would say the same twice.
        let (title, topic) = match topic {
            Some(topic) if topic.ends_with(&title) => (topic, None),
            topic => (title, topic),
        };
        let mut said = capital(&title);
        let (one, other) = (&standing.pair.0, &standing.pair.1);
        if !standing.mutual {
            said += &format!(" by {} toward {}", (self.name)(one), (self.name)(other));
        } else if whole {
            said += &format!(" of {} and {}", (self.name)(one), (self.name)(other));
        }
        said.extend(topic.map(|topic| format!(" on {topic}")));
        if let Some(via) = &standing.via {
            said += &format!(" (through {})", (self.name)(via));
        }
        said
    }

    /// Returns the words of a state.
    fn state(&self, standing: &Standing) -> String {
        let Some(state) = &standing.state else { return "unknown".to_owned() };
        let rule = self.ontology.dimension(&standing.dimension).and_then(|dimension| dimension.state(state));
        rule.map_or_else(|| state.to_string(), |rule| rule.says.clone())
    }

    /// Returns whether the state of a relation is good or bad.
    #[must_use]
    pub fn sign(&self, standing: &Standing) -> Sign {
        let rule = self.ontology.dimension(&standing.dimension);
        let state = standing.state.as_ref().and_then(|state| rule?.state(state));
        state.map_or(Sign::Neither, |state| Sign::of(state.sign))
    }

    fn remarks(&self, standing: &Standing) -> Vec<String> {
        let mut remarks = Vec::new();
        match standing.basis {
            Basis::Implied => remarks.push("implied by what was reported later".to_owned()),
            Basis::Confirmed => remarks.push("known only from a confirmation".to_owned()),
            Basis::Planned => remarks.push("as it was planned".to_owned()),
            Basis::Reported | Basis::Unknown => {}
        }
        for pending in &standing.pending {
            remarks.push(format!("may have become {} by then", pending.state));
        }
        for threat in &standing.standing_threats {
            remarks.push(format!("{} since {}", threat.state, threat.occurred));
        }
        if standing.disputed {
            let claims: Vec<String> = standing
                .claims
                .iter()
                .map(|claim| {
                    let side = claim.side.as_ref().map_or_else(|| "the outlet".to_owned(), |side| (self.name)(side));
                    format!("{side} says {}", claim.state)
                })
                .collect();
            remarks.push(format!("disputed: {}", claims.join(", ")));
        }
        if standing.lapsed {
            remarks.push("lapsed: its end has passed without news".to_owned());
        }
        if standing.stale {
            remarks.push("stale: no later evidence".to_owned());
        }
        remarks
    }

    /// Says what is held: `Russia toward Japan on the peace treaty: refuses since 2022-03-21.`
    #[must_use]
    pub fn position(&self, position: &Position) -> String {
        let mut said = (self.name)(&position.holder);
        if let Some(toward) = &position.toward {
            said += &format!(" toward {}", (self.name)(toward));
        }
        let aim = self.aim(position);
        if let Some(topic) = position.topic.as_ref().filter(|_| aim.is_none()) {
            said += &format!(" on {}", self.topic(topic));
        }
        said += &format!(": {}", position.stance);
        said.extend(aim.map(|aim| format!(" {aim}")));
        let since = Interval { earliest: position.since.0, latest: position.since.1, precision: Precision::Range };
        said += &since_words(&since);
        if Some(position.last_confirmed) > position.since.1 {
            said += &format!(", last confirmed {}", position.last_confirmed);
        }
        if let Some(speaker) = position.speaker.as_ref().filter(|speaker| **speaker != position.holder) {
            said += &format!(" (said by {})", (self.name)(speaker));
        }
        said + "."
    }

    /// Returns what whoever holds a position wants, where the title of its topic names only what it is about.
    fn aim(&self, position: &Position) -> Option<&str> {
        let rule = self.ontology.topic(position.topic.as_ref()?)?;
        rule.aim.as_deref().filter(|_| position.stance.is_for())
    }

    /// Returns what a position is about, as it reads after its stance: "supports a resolution of the dispute".
    #[must_use]
    pub fn object(&self, position: &Position) -> Option<String> {
        let topic = position.topic.as_ref()?;
        let said = self.aim(position).map_or_else(|| self.topic(topic), str::to_owned);
        Some(if position.stance.takes_object() { said } else { format!("on {said}") })
    }

    /// Says how friendly two are: `Climate: strained (score -6.2 from 2 events).`
    #[must_use]
    pub fn climate(&self, climate: Climate) -> String {
        let events = if climate.n_events == 1 { "event" } else { "events" };
        format!("Climate: {} (score {:.1} from {} {events}).", climate.band(), climate.score(), climate.n_events)
    }

    /// Says what happened: `Russia suspended negotiations with Japan on the peace treaty (refuses)`.
    #[must_use]
    pub fn act(&self, act: &Act) -> String {
        let side = |ids: &[ActorId]| ids.iter().map(|id| (self.name)(id)).collect();
        let by_organisation = self.is_of_organisation(&act.actors, &act.recipients);
        let (topic, stance, mode) = (act.topic.as_ref(), act.stance, act.mode);
        let said = Said { kind: &act.kind, topic, stance, mode, by_organisation };
        self.said(&said, side(&act.actors), side(&act.recipients))
    }

    /// Says what one event tells, with the names that it gives.
    #[must_use]
    pub fn event(&self, event: &Event) -> String {
        let side = |participants: &[Participant]| participants.iter().map(|one| one.name.clone()).collect();
        let parties =
            |participants: &[Participant]| participants.iter().map(|one| one.party().clone()).collect::<Vec<_>>();
        let by_organisation = self.is_of_organisation(&parties(&event.actors), &parties(&event.recipients));
        let (topic, stance, mode) = (event.topic.as_ref(), event.stance, event.mode);
        let said = Said { kind: &event.kind, topic, stance, mode, by_organisation };
        self.said(&said, side(&event.actors), side(&event.recipients))
    }

    /// Tells whether organisations act toward those who are none.
    fn is_of_organisation(&self, actors: &[ActorId], recipients: &[ActorId]) -> bool {
        let is_one =
            |id: &ActorId| self.ontology.roster().actor(id).is_some_and(|entry| entry.kind == ActorKind::Organisation);
        actors.iter().all(is_one) && !recipients.iter().any(is_one)
    }

    fn said(&self, event: &Said<'_>, actors: Vec<String>, recipients: Vec<String>) -> String {
        let pattern = self.ontology.event_type(event.kind).map(|rule| match &rule.says_of_organisation {
            Some(says) if event.by_organisation => says.as_str(),
            _ => rule.says.as_str(),
        });
        let n_actors = actors.len();
        let (actors, recipients) = (list(&actors), list(&recipients));
        let mut said = match pattern {
            Some(pattern) if !recipients.is_empty() || !pattern.contains("{recipient}") => {
                pattern.replace("{actor}", &actors).replace("{recipient}", &recipients)
            }
            Some(pattern) if n_actors > 1 => pattern.replace("{actor}", &actors).replace("{recipient}", "each other"),
            _ => format!("{actors}: {}", event.kind.as_str().replace('-', " ")),
        };
        let topic = event.topic.map(|topic| self.topic(topic));
        if let Some(topic) = topic.filter(|topic| !said.contains(topic.as_str())) {
            said += &format!(" on {topic}");
        }
        if let Some(stance) = event.stance {
            said += &format!(" ({stance})");
        }
        match event.mode {
            Mode::Actual => said,
            mode => format!("{said} [{mode}]"),
        }
    }

    /// Returns what a topic is called in a sentence.
    #[must_use]
    pub fn topic(&self, topic: &Topic) -> String {
        self.ontology.topic(topic).map_or_else(|| topic.as_str().replace('-', " "), |rule| rule.title.clone())
    }
}

/// What an act and an event have in common.
struct Said<'a> {
    kind: &'a EventType,
    topic: Option<&'a Topic>,
    stance: Option<Stance>,
    mode: Mode,
    by_organisation: bool,
}

/// Says since when, with what is open or wide said openly.
fn since_words(since: &Interval) -> String {
    let day = |day: Day| day.to_string();
    match (since.earliest, since.latest) {
        (Some(a), Some(b)) if a == b => format!(" since {}", day(a)),
        (Some(_), Some(_)) if matches!(since.precision, Precision::Month | Precision::Year) => {
            format!(" since {since}")
        }
        (Some(a), Some(b)) => format!(" since some day from {a} to {b}"),
        (None, Some(b)) => format!(" since an unknown date on or before {b}"),
        (Some(a), None) => format!(" since {a} or later"),
        (None, None) => " since an unknown date".to_owned(),
    }
}

/// Joins names as in a sentence.
#[must_use]
pub fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Begins with a capital letter.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::Teller;
    use crate::graph::Position;
    use crate::model::category::Stance;
    use crate::ontology::Ontology;

    #[test]
    fn what_is_wanted_about_a_problem_is_not_the_problem() {
        let ontology = Ontology::bundled().unwrap();
        let teller = Teller { ontology: &ontology, name: &ToString::to_string };
        let said = |stance: Stance, topic: &str| {
            let day = "2024-01-31".parse().unwrap();
            let position = Position {
                holder: "JPN".parse().unwrap(),
                speaker: None,
                topic: Some(topic.parse().unwrap()),
                toward: Some("RUS".parse().unwrap()),
                stance,
                since: (Some(day), Some(day)),
                last_confirmed: day,
                events: Vec::new(),
            };
            (teller.position(&position), teller.object(&position).unwrap())
        };
        let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
        assert_eq!(
            said(Stance::Supports, "territorial-dispute"),
            pair(
                "JPN toward RUS: supports a resolution of the territorial dispute since 2024-01-31.",
                "a resolution of the territorial dispute"
            )
        );
        assert_eq!(
            said(Stance::Refuses, "peace-treaty"),
            pair("JPN toward RUS on the peace treaty: refuses since 2024-01-31.", "the peace treaty")
        );
        assert_eq!(said(Stance::Opposes, "terrorism").1, "terrorism");
        assert_eq!(said(Stance::Warns, "energy").1, "on energy");
    }
}
