//! Frames: which words, with which arguments, tell which type of event.
//!
//! A frame is data (`schema/frames/`); this is its checked form, with word classes expanded. Frames
//! are found by the lemma that triggers them, in constant time.

mod compile;

pub(crate) use compile::compile;

use crate::model::category::{ActorKind, Aspect, Cameo, Mode, Sector, Stance};
use crate::model::id::{EventType, Topic};
use crate::ontology::by_word::ByWord;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A number of a frame in [`Frames`].
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct FrameId(pub usize);

/// Where a frame looks for an actor or recipient.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Slot {
    /// Who acts.
    Subject,
    /// Whoever owns what acts, or stands under its prepositions: "U.S. duties", "talks between Peru and Chile".
    SubjectOwner,
    /// What is acted on, with its modifiers.
    Object,
    /// To whom it is given.
    Indirect,
    /// What the subject is said to be.
    Attribute,
    /// The clause that completes it: its subject, its object, then any other.
    Complement,
    /// Possessor, adjective or noun before the trigger, for nouns.
    Modifier,
    /// What stands under a preposition, by its lemma.
    Prep(String),
    /// Possessor, adjective or noun before what the act is about: "EU sanctions were lifted".
    Owner,
    /// Possessor, adjective or noun before what stands under a preposition: "was hit with U.S. duties".
    Measure,
    /// On whom what it is for is done: "sent a carrier to deter Iran".
    Purpose,
    /// Whoever does what the noun is the occasion of: "said after a meeting with the envoy".
    Occasion,
    /// Whoever made the offer that the act is the content of: "rejected a Peruvian proposal to resume talks".
    Offer,
    /// Anyone else in the clause.
    Clause,
    /// Whoever says the sentence: "responsibility lies with Peru, the minister said".
    Speaker,
    /// The state where the report comes from, else the other of the two: "arrived on a state visit".
    Host,
    /// Whoever did something to those who act, or spoke of them, or is the only other one, in the sentence before.
    Told,
    /// Those who did something together in the sentence.
    Guests,
    /// The noun that the trigger stands before, without those joined to it: "the visiting minister and his colleague".
    Described,
    /// Those who fought each other last in the text: "Fighting broke out on Monday".
    Foes,
    /// Whoever the event before was about: "rejected the accusation", "the duties were imposed".
    Context,
    /// The other one of the two that the article is about: "took the case to court".
    Pair,
}

/// A set of nouns: single lemmas, or sequences of lemmas that end at the noun.
///
/// Frames that name the same class share its words.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Words {
    /// Sets that are not empty; a noun is in one of them.
    parts: Vec<Arc<ByWord<Endings>>>,
}

/// What may stand before the last lemma of a phrase.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Endings {
    /// Whether the lemma alone is in the set.
    alone: bool,
    /// The lemmas that must stand before it, in order, for each phrase.
    after: Vec<Vec<String>>,
}

impl Words {
    /// Makes a set of phrases, each of one or more lemmas with single spaces.
    pub fn new<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Self {
        let mut endings: ByWord<Endings> = ByWord::default();
        let mut parts = Vec::new();
        for phrase in phrases.into_iter().map(str::trim).filter(|phrase| !phrase.is_empty()) {
            let (before, last) = phrase.rsplit_once(char::is_whitespace).unwrap_or(("", phrase));
            if let Some(ending) = endings.at(last) {
                match before {
                    "" => ending.alone = true,
                    _ => ending.after.push(before.split_whitespace().map(str::to_owned).collect()),
                }
            }
        }
        if !endings.is_empty() {
            parts.push(Arc::new(endings));
        }
        Self { parts }
    }

    /// Adds the words of another set, which both share from then on.
    pub(super) fn share(&mut self, other: &Self) {
        self.parts.extend(other.parts.iter().cloned());
    }

    /// Tells whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Tells whether the noun `last`, after the lemmas `before` (nearest first), is in the set.
    pub fn has<S: AsRef<str>>(&self, last: &str, before: impl Iterator<Item = S> + Clone) -> bool {
        self.parts.iter().filter_map(|part| part.get(last)).any(|ending| {
            ending.alone
                || ending.after.iter().any(|sequence| {
                    let mut given = before.clone();
                    sequence.iter().rev().all(|lemma| given.next().is_some_and(|given| given.as_ref() == lemma))
                })
        })
    }
}

/// What must stand under a preposition, or beside the trigger.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrepRule {
    /// The lemma of the preposition.
    pub preposition: String,
    /// What must stand under it; empty = anything.
    pub words: Words,
}

/// Whether a frame wants a clause as complement.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum ComplementRule {
    /// It does not matter.
    Free,
    /// There must be one.
    Wanted,
    /// There must be one that tells what is to be, not what is: "insisted that Peru leave".
    Asked,
    /// There must be none.
    Barred,
}

/// Whether a frame tells an event again that was told before.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub enum EchoRule {
    /// It tells one of its own.
    #[default]
    None,
    /// The last, of another actor: "followed suit".
    Along,
    /// The last that others did to the actor, toward those: "responded in kind".
    Back,
    /// The last of the same actor, told with another day: "announced the step on Monday".
    Again,
}

/// The types that a frame gives where its act is refused, stopped and so on.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Variants {
    /// The actor refuses the act.
    pub refused: Option<EventType>,
    /// The actor stops it.
    pub stopped: Option<EventType>,
    /// The actor takes it up again.
    pub resumed: Option<EventType>,
    /// The actor goes on with it.
    pub continued: Option<EventType>,
    /// The actor plans or promises it.
    pub planned: Option<EventType>,
    /// The actor agrees to it with the other, or has decided or ordered it.
    pub agreed: Option<EventType>,
    /// The actor threatens it.
    pub threatened: Option<EventType>,
    /// The actor offers it or is ready for it.
    pub offered: Option<EventType>,
}

/// One frame.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frame {
    /// Its name, the `rule` of its events.
    pub name: String,
    /// The type of event.
    pub kind: EventType,
    /// A finer CAMEO code than the type's.
    pub cameo: Option<Cameo>,
    /// Verbs that trigger it: a lemma, and a particle or none.
    pub verbs: Vec<(String, Option<String>)>,
    /// Nouns that trigger it.
    pub nouns: Vec<String>,
    /// What the object must be; empty = anything, also nothing.
    pub object: Words,
    /// What the object must not be.
    pub object_not: Words,
    /// What the subject must be; empty = anything.
    pub subject: Words,
    /// What the subject must not be.
    pub subject_not: Words,
    /// Adjectives or nouns that must stand before the trigger noun or the object; empty = anything.
    pub modifier: Words,
    /// What the subject or object must be said to be; empty = anything.
    pub attribute: Words,
    /// Adverbs of which one must stand with the verb; empty = none asked.
    pub adverbs: Vec<String>,
    /// Prepositions that must be there.
    pub preps: Vec<PrepRule>,
    /// Prepositions that must not be there.
    pub preps_not: Vec<PrepRule>,
    /// Lemmas of prepositions of which one must be there; empty = none asked.
    pub preps_any: Vec<String>,
    /// Whether a clause must complete it.
    pub complement: ComplementRule,
    /// Lemmas of which one must head the clause that completes it; empty = any.
    pub complement_verbs: Vec<String>,
    /// Lemmas of which one must head an infinitive that tells what it is for ("to stand trial"); empty = none asked.
    pub purpose_verbs: Vec<String>,
    /// What must be acted on in the clause that completes it; empty = anything.
    pub complement_object: Words,
    /// Whether nothing may stand as its object.
    pub bare: bool,
    /// Whether its object, or where it asks for a noun there what stands under a preposition, must be a proper name.
    pub named: bool,
    /// Where the actor is looked for, in this order.
    pub actor: Vec<Slot>,
    /// Where the recipient is looked for, in this order.
    pub recipient: Vec<Slot>,
    /// Kinds that the actor may have; empty = all.
    pub actor_kinds: Vec<ActorKind>,
    /// Sectors that the actor may have; empty = all.
    pub actor_sectors: Vec<Sector>,
    /// Kinds that the recipient may have; empty = all.
    pub recipient_kinds: Vec<ActorKind>,
    /// Modes in which it holds; empty = all.
    pub modes: Vec<Mode>,
    /// Types by refusal, stop and so on.
    pub variants: Variants,
    /// The type of what those toward whom it is done do together by it: "brokered a truce between Peru and Chile".
    pub among: Option<EventType>,
    /// The type that the same words tell as well, of the same sides: a defense pact is also security cooperation.
    pub also: Option<EventType>,
    /// Types of which the text must have told one before: what "the list" or "the requirement" is.
    pub after: Vec<EventType>,
    /// The type where one side alleges it of another.
    pub claim_type: Option<EventType>,
    /// The topic, where the frame fixes it.
    pub topic: Option<Topic>,
    /// The aspect that the words themselves give.
    pub aspect: Option<Aspect>,
    /// The stance that the words themselves give.
    pub stance: Option<Stance>,
    /// Whether several subjects act on each other.
    pub joint: bool,
    /// Whether a noun counts without a verb that carries it.
    pub free: bool,
    /// Whether it only counts as what one side alleges of another.
    pub claim: bool,
    /// Whether the words tell a political act whoever takes part: a strike, a verdict, a surrender.
    pub political: bool,
    /// The sector of those who act where the words name nobody, only where it happened: "was arrested in Peru".
    pub of_place: Option<Sector>,
    /// The sector of the actor's own state toward whom it is where a bare sentence names nobody: "lifted martial law".
    pub home: Option<Sector>,
    /// Whether a noun without sides of its own tells it, as the occasion of an act of two: "agreed to a truce after talks".
    pub shared: bool,
    /// Whether it tells an event told before; its own type is not given then.
    pub echo: EchoRule,
    /// Whether it counts only where the words around make another type of it: "stopped sending gas".
    pub turned: bool,
    /// Whether the recipient must be resolved.
    pub needs_recipient: bool,
    /// How sure the frame is, 0 to 100.
    pub confidence: u8,
    /// Sentences that it must code, with what must come out: "sentence => ACTOR > RECIPIENT".
    pub codes: Vec<String>,
    /// Sentences that it must not code.
    pub codes_not: Vec<String>,
}

impl Frame {
    /// Returns how much the frame asks for: the more, the sooner it is preferred.
    #[must_use]
    pub fn specificity(&self) -> usize {
        let asked = [&self.object, &self.subject, &self.modifier, &self.attribute, &self.complement_object]
            .iter()
            .filter(|words| !words.is_empty())
            .count();
        2 * asked
            + 2 * self.preps.len()
            + usize::from(!self.preps_any.is_empty())
            + usize::from(matches!(self.complement, ComplementRule::Wanted | ComplementRule::Asked))
            + 2 * usize::from(!self.complement_verbs.is_empty())
            + 2 * usize::from(!self.purpose_verbs.is_empty())
            + usize::from(self.bare)
            + usize::from(self.named)
            + 2 * usize::from(!self.adverbs.is_empty())
            + usize::from(!self.modes.is_empty())
            + 2 * usize::from(!self.after.is_empty())
            + usize::from(self.verbs.iter().any(|(_, particle)| particle.is_some()))
    }
}

/// All frames, by the lemma that triggers them.
#[derive(Clone, Debug, Default)]
pub struct Frames {
    frames: Vec<Frame>,
    by_verb: ByWord<Vec<Trigger>>,
    by_noun: ByWord<Vec<FrameId>>,
    shared: SharedWords,
}

/// A frame as one of its verbs triggers it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trigger {
    /// The frame.
    pub frame: FrameId,
    /// The particle that must stand with the verb, if any.
    pub particle: Option<String>,
}

/// Words and types that all frames share.
#[derive(Clone, Debug, Default)]
pub struct SharedWords {
    /// Verbs that only carry a noun.
    pub carriers: BTreeSet<String>,
    /// Nouns that only hold another: "a package of sanctions".
    pub containers: BTreeSet<String>,
    /// Nouns that stand for their owner: "the decision".
    pub proxies: BTreeSet<String>,
    /// Participles whose first part leads what they stand before: "a Peruvian-led force", not "a Peru-backed force".
    pub agency: BTreeSet<String>,
    /// Verbs that with a particle are another verb: "hold off".
    pub phrasal: BTreeSet<String>,
    /// Pronouns that may stand for an act or a thing told before.
    pub things: BTreeSet<String>,
    /// Adjectives under which an act is not told to be: "its alleged support".
    pub doubts: BTreeSet<String>,
    /// Verbs with which somebody assures another, of what will not be done as well: "promised not to attack".
    pub assurances: BTreeSet<String>,
    /// Nouns for one spell of what goes on: "a round of talks".
    pub spells: BTreeSet<String>,
    /// Those of them that stand for several.
    pub several_things: BTreeSet<String>,
    /// Verbs that say what their object is.
    pub namings: BTreeSet<String>,
    /// Nouns for what is talked about: the state whose it is, is not spoken to.
    pub issues: BTreeSet<String>,
    /// What one side puts to another.
    pub offers: BTreeSet<String>,
    /// Nouns for somebody on good terms with the owner.
    pub friends: BTreeSet<String>,
    /// Words that open the clause of what an act answers.
    pub provocations: BTreeSet<String>,
    /// Prepositions, and nouns between two, under which stands what a hostile act is a response to.
    pub grounds: BTreeSet<String>,
    /// Prepositions with the nouns under which stands who only lends a hand: "with help".
    pub helps: BTreeSet<String>,
    /// Prepositions under which stands what goes on around an act.
    pub circumstances: BTreeSet<String>,
    /// What lies between two.
    pub borders: BTreeSet<String>,
    /// Nouns for what somebody does in a matter: "the measures".
    pub measures: BTreeSet<String>,
    /// Verbs that say what such a thing is or holds.
    pub comprising: BTreeSet<String>,
    /// What two have with each other.
    pub dealings: BTreeSet<String>,
    /// The prepositions of those who have it.
    pub dealing_with: BTreeSet<String>,
    /// Prepositions under which a noun is the occasion of what the verb above tells.
    pub occasions: BTreeSet<String>,
    /// Those under which it is one only where a comma parts them from the verb.
    pub parted: BTreeSet<String>,
    /// Deeds with the prepositions of whoever suffers them: "attack on".
    pub harms: BTreeSet<String>,
    /// Verbs for what comes of an act of force to whomever it hits: "three died when".
    pub suffering: BTreeSet<String>,
    /// Words that open a clause set against the one above: "while".
    pub contrasts: BTreeSet<String>,
    /// Nouns for parts of an occasion: "the start of a visit".
    pub phases: BTreeSet<String>,
    /// Auxiliaries with which somebody is asked to do something.
    pub biddings: BTreeSet<String>,
    /// Prepositions under which stands what those who meet talk about.
    pub about: BTreeSet<String>,
    /// Prepositions of whom a measure lies on: "imposed on".
    pub onto: BTreeSet<String>,
    /// What is held in a state without its taking part: "talks in Peru".
    pub gatherings: BTreeSet<String>,
    /// Participles behind whoever brings others together: "UN-brokered".
    pub brokering: BTreeSet<String>,
    /// In what spirit something is done, which is no deed of its own: "in protest".
    pub manners: BTreeSet<String>,
    /// Participles that say for whom a thing is, with "for" or "to" behind them: "arms bound for Peru".
    pub destined: BTreeSet<String>,
    /// Prepositions of whoever gets a thing: "to", "for".
    pub getting: BTreeSet<String>,
    /// The type of what one side alleges of another.
    pub accusation: Option<EventType>,
    /// The type of a position taken in words.
    pub statement: Option<EventType>,
    /// The type of what one says that another must do.
    pub demand: Option<EventType>,
    /// The type of a hostile act announced for a case that may come.
    pub threat: Option<EventType>,
    /// Sectors whose acts are political even where their state is not known.
    pub political: Vec<Sector>,
    /// Sectors of those who never act where neither a name nor a state is told: "the retailer".
    pub private: Vec<Sector>,
    /// Sectors of those who report rather than allege.
    pub reporters: Vec<Sector>,
    /// Sectors of those who have to do with their own state: "Peru freed opposition leaders".
    pub kin: Vec<Sector>,
    /// Sectors of the state of those who act at home: "Peruvian police dispersed a crowd".
    pub crowd: Vec<Sector>,
    /// Sectors of those who act at home.
    pub inner: Vec<Sector>,
    /// Sectors of those who act nowhere but at home: the police of where it is done.
    pub local: Vec<Sector>,
    /// Sectors of those who speak to their own state: "opposition leaders urged Peru's government".
    pub voices: Vec<Sector>,
    /// Verbs of what happens to ships, planes and the ground without anybody's doing: "crash".
    pub accidents: BTreeSet<String>,
    /// Types of what somebody says of a report that does not hold.
    pub denials: Vec<EventType>,
    /// Types of what whoever says that his own side has not done it denies.
    pub deniable: Vec<EventType>,
    /// The types by which somebody helps an armed group: whoever says so of another accuses it.
    pub backings: Vec<EventType>,
    /// Types of what states do and no team does, also in a report of sport.
    pub of_states: Vec<EventType>,
    /// Types of what those do who stand between two sides.
    pub mediations: Vec<EventType>,
    /// Types of what is said to whomever one deals with.
    pub addressed: Vec<EventType>,
    /// Types of what a passive tells of one of two sides without saying who did it.
    pub done_to_one: Vec<EventType>,
    /// Types by which people are taken.
    pub custody: Vec<EventType>,
    /// Types by which whoever had taken people lets them go.
    pub releases: Vec<EventType>,
    /// Who reports, where the words name nobody: "the newspaper".
    pub media: BTreeSet<String>,
    /// What is said to have been reported: "an account of a call".
    pub accounts: BTreeSet<String>,
    /// What somebody does with such who says that they are untrue: "rejected reports that it had left".
    pub disbelief: BTreeSet<String>,
    /// In these something is acted out: "in one scenario, troops retake an island".
    pub fictions: BTreeSet<String>,
    /// Prepositions under which a pact stands whose terms a clause tells: "under which they share intelligence".
    pub terms: BTreeSet<String>,
    /// What the weather and the ground do: "storm", "flood".
    pub elements: BTreeSet<String>,
    /// What tells of acts as a work does: "museum", "film".
    pub works: BTreeSet<String>,
    /// Who only watches, and announces nothing for others: "analyst".
    pub watchers: BTreeSet<String>,
    /// Verbs of those who say what will happen and do not do it: "predicted".
    pub foreseeing: BTreeSet<String>,
    /// What is said of a report that does not hold: "false".
    pub untruths: BTreeSet<String>,
    /// Words of play, by which an article is known to tell of sport.
    pub sport: BTreeSet<String>,
    /// Words of the arts, by which an article is known to tell of works.
    pub arts: BTreeSet<String>,
    /// Words of trade, weather and the like, by which an article is known to tell of daily life.
    pub daily: BTreeSet<String>,
    /// What a work does with what it tells: "show", "depict".
    pub showing: BTreeSet<String>,
}

impl SharedWords {
    /// Tells whether those of a sector speak for their state, as the state itself does: no parties, courts or private people.
    #[must_use]
    pub fn speaks_for_state(&self, sector: Option<Sector>) -> bool {
        sector.is_none_or(|sector| self.political.contains(&sector) && !self.kin.contains(&sector))
    }

    /// Tells whether those of a sector never act for a state: firms.
    #[must_use]
    pub fn is_private(&self, sector: Option<Sector>) -> bool {
        sector.is_some_and(|sector| self.private.contains(&sector))
    }
}

impl Frames {
    /// Builds the index.
    #[must_use]
    pub fn new(frames: Vec<Frame>, shared: SharedWords) -> Self {
        let mut by_verb: ByWord<Vec<Trigger>> = ByWord::default();
        let mut by_noun: ByWord<Vec<FrameId>> = ByWord::default();
        for (number, frame) in frames.iter().enumerate() {
            for (verb, particle) in &frame.verbs {
                by_verb.push(verb, Trigger { frame: FrameId(number), particle: particle.clone() });
            }
            for noun in &frame.nouns {
                by_noun.push(noun, FrameId(number));
            }
        }
        by_verb.values_mut().for_each(Vec::dedup);
        by_noun.values_mut().for_each(Vec::dedup);
        Self { frames, by_verb, by_noun, shared }
    }

    /// Returns a frame.
    #[must_use]
    pub fn frame(&self, id: FrameId) -> Option<&Frame> {
        self.frames.get(id.0)
    }

    /// Returns the words and types that all frames share.
    #[must_use]
    pub fn shared(&self) -> &SharedWords {
        &self.shared
    }

    /// Returns all frames in the order of their files.
    #[must_use]
    pub fn all(&self) -> &[Frame] {
        &self.frames
    }

    /// Returns the frames that a verb may trigger, each as often as it names the verb.
    #[must_use]
    pub fn of_verb(&self, lemma: &str) -> &[Trigger] {
        self.by_verb.list(lemma)
    }

    /// Returns the frames that a noun may trigger.
    #[must_use]
    pub fn of_noun(&self, lemma: &str) -> &[FrameId] {
        self.by_noun.list(lemma)
    }

    /// Tells whether a verb only carries the noun under it.
    #[must_use]
    pub fn is_carrier(&self, lemma: &str) -> bool {
        self.shared.carriers.contains(lemma)
    }

    /// Tells whether a noun only holds another.
    #[must_use]
    pub fn is_container(&self, lemma: &str) -> bool {
        self.shared.containers.contains(lemma)
    }

    /// Tells whether a noun stands for its owner.
    #[must_use]
    pub fn is_proxy(&self, lemma: &str) -> bool {
        self.shared.proxies.contains(lemma)
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn a_phrase_ends_at_its_noun() {
        let words = Words::new(["treaty", "persona non grata"]);
        assert!(words.has("treaty", ["peace"].into_iter()));
        assert!(words.has("grata", ["non", "persona", "a"].into_iter()));
        assert!(!words.has("grata", ["non"].into_iter()));
        assert!(!words.has("persona", std::iter::empty::<&str>()));
        assert!(Words::default().is_empty() && Words::new([" "]).is_empty());
    }

    #[test]
    fn a_class_is_shared_with_the_words_beside_it() {
        let mut words = Words::new(["trade deal"]);
        words.share(&Words::new(["treaty"]));
        words.share(&Words::default());
        let nothing = std::iter::empty::<&str>();
        assert!(words.has("treaty", nothing.clone()) && words.has("deal", ["trade"].into_iter()));
        assert!(!words.has("deal", nothing) && !words.is_empty());
    }
}
