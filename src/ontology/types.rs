//! Event types: what each does to relations, what it presupposes, how it is coded and scored.

use super::cameo::CodeBook;
use super::check::{Note, Problem};
use super::dimension::DimensionRule;
use super::raw::meaning::{Does, Recipient, Type, TypesFile, When};
use super::topics::Topics;
use crate::model::category::{Cameo, Mode, Sector, Stance};
use crate::model::id::{Dimension, EventType, State, Topic};
use std::collections::BTreeMap;

/// One event type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TypeRule {
    /// Its name.
    pub name: EventType,
    /// A sentence with `{actor}` and `{recipient}`: "{actor} suspended negotiations with {recipient}".
    pub says: String,
    /// Its CAMEO code.
    pub cameo: Cameo,
    /// Codes, or beginnings of codes, that a frame may give instead.
    pub codes: Vec<String>,
    /// The code where it is planned, promised or depends on an if.
    pub planned: Option<Cameo>,
    /// The code where it is refused or has not happened.
    pub refused: Option<Cameo>,
    /// What it does to relations.
    pub effects: Vec<Effect>,
    /// The state that must have held before, in the dimensions of the effects.
    pub presupposes: Option<State>,
    /// The state that its absence confirms, in the dimensions of the effects.
    pub opposite: Option<State>,
    /// The topic it has where the words give none.
    pub topic: Option<Topic>,
    /// The stance that it takes toward its topic; absent where it takes none or the words decide.
    pub stance: Option<Stance>,
    /// Whether it needs someone toward whom it is done.
    pub recipient: RecipientRule,
    /// The sector of the actor's own state toward whom it is where a bare sentence names nobody: "workers went on strike".
    pub home: Option<Sector>,
    /// Whether it is done by declaring it (MODEL, "Modes").
    pub performance: Performance,
    /// Whether both sides do it together by its nature, as in a meeting.
    pub sides: Sides,
    /// Whether it gives way to another event coded from the same words.
    pub soft: bool,
    /// Whether a participle that tells it beside another act only says what that act amounts to.
    pub outcome: bool,
    /// Whether it is done by saying it, so that whoever does something in order to say it has said it.
    pub spoken: bool,
    /// A sentence for where an organisation acts toward a state: "{actor} admitted {recipient}".
    pub says_of_organisation: Option<String>,
    /// Whether it is toward the other of the two sides that the article is about where its words name nobody.
    pub pair: bool,
    /// Whose word establishes it.
    pub voice: Voice,
    /// The types whose plans it voids.
    pub cancels: Vec<EventType>,
    /// What is told where a decision for it is taken back: "reversed its decision to leave the treaty".
    pub undone: Option<EventType>,
}

/// What an event type does to a dimension.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Effect {
    /// The dimension.
    pub dimension: Dimension,
    /// The state.
    pub state: State,
    /// Whether it brings the state about or shows that it holds.
    pub force: EffectKind,
    /// When it does so.
    pub condition: Condition,
    /// The only topics with which it does so; empty = all.
    pub of: Vec<Topic>,
    /// Topics with which it does not.
    pub not_of: Vec<Topic>,
}

/// Whether a state is brought about or shown to hold.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum EffectKind {
    /// It begins.
    Change,
    /// It holds already.
    Confirm,
}

/// When an effect takes place.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Condition {
    /// Always.
    Always,
    /// Where the event has a topic.
    AnyTopic,
    /// Where it has one, or begins something that goes on: "opened negotiations".
    TopicOrStart,
    /// Where its topic is one that disputes are about.
    DisputedTopic,
    /// Where its topic is a use of force, or its code says so.
    ForceTopic,
}

/// Whether an event type needs a recipient.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum RecipientRule {
    /// Without one it is no event.
    Needed,
    /// It has one as a rule.
    Wanted,
    /// It has none as a rule.
    None,
}

/// Whether an act is done by declaring it.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Performance {
    /// Declaring it does it.
    ByDeclaring,
    /// It has to be done.
    ByDoing,
}

/// Whose word establishes an act.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Voice {
    /// Anybody's who can bind the side that acted.
    Binding,
    /// Only the outlet's own or a court's: what a side says of it is an accusation or a denial.
    OutletOrCourt,
}

/// Who does it.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Sides {
    /// All sides together, by its nature.
    Joint,
    /// The actor, toward the recipient.
    One,
}

/// Whether an event holds on its day or until something ends it.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Span {
    /// A moment: a visit, a statement.
    Moment,
    /// The beginning or confirmation of a state.
    State,
}

impl TypeRule {
    /// Tells whether the type marks a moment or moves a state.
    #[must_use]
    pub fn span(&self) -> Span {
        if self.effects.is_empty() { Span::Moment } else { Span::State }
    }

    /// Returns the dimension of the first effect.
    #[must_use]
    pub fn dimension(&self) -> Option<&Dimension> {
        self.effects.first().map(|effect| &effect.dimension)
    }

    /// Returns the effects of an event of this type with a topic and a code.
    ///
    /// An event without a topic takes the type's own.
    pub fn effects_of<'a>(
        &'a self,
        topic: Option<&'a Topic>,
        code: Cameo,
        topics: &'a Topics,
    ) -> impl Iterator<Item = &'a Effect> + 'a {
        let topic = topic.or(self.topic.as_ref());
        let rule = topic.and_then(|topic| topics.get(topic));
        self.effects.iter().filter(move |effect| {
            let holds = match effect.condition {
                Condition::Always => true,
                // Whether it begins is told by the event alone.
                Condition::AnyTopic | Condition::TopicOrStart => topic.is_some(),
                Condition::DisputedTopic => rule.is_some_and(|rule| rule.disputes),
                Condition::ForceTopic => rule.is_some_and(|rule| rule.force) || code.as_str().starts_with("138"),
            };
            let listed = |topics: &[Topic]| topic.is_some_and(|topic| topics.contains(topic));
            holds && (effect.of.is_empty() || listed(&effect.of)) && !listed(&effect.not_of)
        })
    }

    /// Tells whether a frame may give this code for the type.
    #[must_use]
    pub fn admits(&self, code: Cameo) -> bool {
        code == self.cameo || self.codes.iter().any(|beginning| code.as_str().starts_with(beginning.as_str()))
    }

    /// Returns the code of an event of this type: the frame's finer code where it gives one, changed by the
    /// mode: what is planned or conditional is an intent or a threat, what is negated a refusal.
    #[must_use]
    pub fn code(&self, refined: Option<Cameo>, mode: Mode) -> Cameo {
        let own = refined.unwrap_or(self.cameo);
        match mode {
            Mode::Planned | Mode::Conditional => self.planned.unwrap_or(own),
            Mode::Negated => self.refused.unwrap_or(own),
            Mode::Actual | Mode::Historical => own,
        }
    }
}

/// What types are checked against.
pub(super) struct Known<'a> {
    pub(super) codes: &'a CodeBook,
    pub(super) dimensions: &'a [DimensionRule],
    pub(super) topics: &'a Topics,
}

pub(super) fn checked(
    files: Vec<(&str, TypesFile)>,
    known: &Known<'_>,
    problems: &mut Vec<Problem>,
) -> BTreeMap<EventType, TypeRule> {
    let mut rules = BTreeMap::new();
    for (file, content) in files {
        for raw in content.types {
            let mut note = Note::new(file, raw.line, problems);
            let Some(rule) = event_type(raw, known, &mut note) else { continue };
            if rules.contains_key(&rule.name) {
                note.say(format!("event type {:?} is given twice", rule.name.as_str()));
            } else {
                rules.insert(rule.name.clone(), rule);
            }
        }
    }
    rules
}

fn event_type(raw: Type, known: &Known<'_>, note: &mut Note<'_>) -> Option<TypeRule> {
    let name = note.parse::<EventType>(&raw.name)?;
    let code = |text: &str, note: &mut Note<'_>| {
        let code = note.parse::<Cameo>(text)?;
        match known.codes.get(code) {
            Some(_) => Some(code),
            None => note.none(format!("CAMEO code {text} of {name} is not in ontology/cameo.toml")),
        }
    };
    let cameo = code(&raw.cameo, note);
    let planned = raw.planned.as_deref().map(|text| code(text, note));
    let refused = raw.refused.as_deref().map(|text| code(text, note));
    for beginning in &raw.codes {
        if !known.codes.iter().any(|(code, _)| code.as_str().starts_with(beginning.as_str())) {
            note.say(format!("no CAMEO code begins with {beginning:?}"));
        }
    }
    let mut effects = Vec::new();
    for effect in &raw.effects {
        let Some(dimension) = known.dimensions.iter().find(|rule| rule.name.as_str() == effect.dimension) else {
            note.say(format!("{:?} is not a dimension", effect.dimension));
            continue;
        };
        let Some(state) = state(dimension, &effect.state, note) else { continue };
        effects.push(Effect {
            dimension: dimension.name.clone(),
            state,
            force: match effect.does {
                Does::Change => EffectKind::Change,
                Does::Confirm => EffectKind::Confirm,
            },
            condition: match effect.when {
                When::Always => Condition::Always,
                When::Topic => Condition::AnyTopic,
                When::TopicOrStart => Condition::TopicOrStart,
                When::DisputedTopic => Condition::DisputedTopic,
                When::ForceTopic => Condition::ForceTopic,
            },
            of: effect.of.iter().filter_map(|text| known.topics.named(text, note)).collect(),
            not_of: effect.not_of.iter().filter_map(|text| known.topics.named(text, note)).collect(),
        });
    }
    let presupposes = raw.presupposes.as_deref().and_then(|text| of_effects(&effects, text, known, note));
    let opposite = raw.opposite.as_deref().and_then(|text| of_effects(&effects, text, known, note));
    let topic = raw.topic.as_deref().and_then(|text| known.topics.named(text, note));
    let stance = raw.stance.as_deref().and_then(|text| note.parse::<Stance>(text));
    let recipient = match raw.recipient {
        Recipient::Needed => RecipientRule::Needed,
        Recipient::Wanted => RecipientRule::Wanted,
        Recipient::None => RecipientRule::None,
    };
    Some(TypeRule {
        name: name.clone(),
        says: raw.says,
        cameo: cameo?,
        codes: raw.codes,
        planned: planned.flatten(),
        refused: refused.flatten(),
        effects,
        presupposes,
        opposite,
        topic,
        stance,
        recipient,
        home: raw.home.as_deref().and_then(|text| note.parse::<Sector>(text)),
        performance: if raw.performative { Performance::ByDeclaring } else { Performance::ByDoing },
        sides: if raw.joint { Sides::Joint } else { Sides::One },
        soft: raw.soft,
        outcome: raw.outcome,
        spoken: raw.spoken,
        says_of_organisation: raw.says_of_organisation,
        pair: raw.pair,
        voice: if raw.own_voice { Voice::OutletOrCourt } else { Voice::Binding },
        cancels: raw.cancels.iter().filter_map(|text| note.parse(text)).collect(),
        undone: raw.undone.as_deref().and_then(|text| note.parse(text)),
    })
}

/// Reads a state that every dimension of the effects must have.
fn of_effects(effects: &[Effect], text: &str, known: &Known<'_>, note: &mut Note<'_>) -> Option<State> {
    if effects.is_empty() {
        return note.none(format!("the state {text:?} belongs to no effect"));
    }
    let dimensions =
        || known.dimensions.iter().filter(|rule| effects.iter().any(|effect| effect.dimension == rule.name));
    // An effect beside the first may be on a dimension that has no such state: a pact scrapped also ends cooperation.
    let named = note.parse::<State>(text)?;
    if dimensions().any(|dimension| dimension.state(&named).is_some()) {
        return Some(named);
    }
    dimensions().map(|dimension| state(dimension, text, note)).last().flatten()
}

fn state(dimension: &DimensionRule, text: &str, note: &mut Note<'_>) -> Option<State> {
    let state = note.parse::<State>(text)?;
    match dimension.state(&state) {
        Some(_) => Some(state),
        None => note.none(format!("{text:?} is not a state of {}", dimension.name)),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::category::Mode;
    use crate::model::id::Topic;
    use crate::ontology::Ontology;

    /// Modes change the class as MODEL section 5 says.
    #[test]
    fn modes_change_the_code() {
        let ontology = Ontology::bundled().unwrap();
        let check = |name: &str, mode: Mode, refined: Option<&str>, expected: &str| {
            let rule = ontology.event_type(&name.parse().unwrap()).unwrap();
            let code = rule.code(refined.map(|code| code.parse().unwrap()), mode);
            assert_eq!(code.as_str(), expected, "{name} {mode}");
        };
        check("sanctions-lifted", Mode::Actual, None, "085");
        check("sanctions-lifted", Mode::Planned, None, "0354");
        check("sanctions-lifted", Mode::Negated, None, "1244");
        check("sanctions-imposed", Mode::Planned, None, "1312");
        check("attack-made", Mode::Actual, Some("194"), "194");
        check("attack-made", Mode::Planned, Some("194"), "138");
        check("criticism-made", Mode::Planned, None, "111");
    }

    #[test]
    fn effects_depend_on_the_topic() {
        let ontology = Ontology::bundled().unwrap();
        let dimensions = |name: &str, topic: Option<&str>, code: &str| -> Vec<String> {
            let topic: Option<Topic> = topic.map(|topic| topic.parse().unwrap());
            let rule = ontology.event_type(&name.parse().unwrap()).unwrap();
            let effects = rule.effects_of(topic.as_ref(), code.parse().unwrap(), ontology.topics());
            effects.map(|effect| effect.dimension.to_string()).collect()
        };
        assert_eq!(dimensions("aid-provided", None, "070"), ["economic-cooperation"]);
        assert_eq!(dimensions("aid-provided", Some("military-aid"), "072"), ["security-cooperation"]);
        assert_eq!(dimensions("talks-held", None, "046"), [""; 0]);
        assert_eq!(dimensions("talks-held", Some("peace-treaty"), "046"), ["negotiations"]);
        assert_eq!(dimensions("warning-given", Some("tariffs"), "130"), [""; 0]);
        assert_eq!(dimensions("warning-given", None, "138"), ["force"]);
        assert_eq!(dimensions("accusation-made", Some("espionage"), "1125"), ["dispute"]);
    }
}
