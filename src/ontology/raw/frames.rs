//! Mirror of `schema/frames/*.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;

/// One file of frames, classes and word lists.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FrameFile {
    /// Frames in the order of the file.
    #[serde(default)]
    pub(crate) frame: Vec<RawFrame>,
    /// Word classes by name.
    #[serde(default)]
    pub(crate) class: BTreeMap<String, RawClass>,
    /// Word lists that all frames share.
    #[serde(default)]
    pub(crate) words: RawWords,
}

/// A word class.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawClass {
    /// Its phrases.
    #[serde(default)]
    pub(crate) words: Vec<String>,
    /// Whether the people of states are in it as well, by the words for them in `actors/states.toml`.
    #[serde(default)]
    pub(crate) nationals: bool,
}

/// Word lists that all frames share.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RawWords {
    /// Verbs that only carry a noun.
    pub(crate) carriers: Vec<String>,
    /// Nouns that only hold another.
    pub(crate) containers: Vec<String>,
    /// Nouns that stand for their owner.
    pub(crate) proxies: Vec<String>,
    /// Participles whose first part leads what they stand before.
    pub(crate) agency: Vec<String>,
    /// Verbs that with a particle are another verb.
    pub(crate) phrasal: Vec<String>,
    /// Pronouns that may stand for an act or a thing told before.
    pub(crate) things: Vec<String>,
    #[serde(default)]
    pub(crate) doubts: Vec<String>,
    #[serde(default)]
    pub(crate) assurances: Vec<String>,
    #[serde(default)]
    pub(crate) spells: Vec<String>,
    #[serde(default)]
    pub(crate) several_things: Vec<String>,
    #[serde(default)]
    pub(crate) namings: Vec<String>,
    #[serde(default)]
    pub(crate) issues: Vec<String>,
    #[serde(default)]
    pub(crate) offers: Vec<String>,
    #[serde(default)]
    pub(crate) friends: Vec<String>,
    #[serde(default)]
    pub(crate) provocations: Vec<String>,
    #[serde(default)]
    pub(crate) grounds: Vec<String>,
    #[serde(default)]
    pub(crate) helps: Vec<String>,
    #[serde(default)]
    pub(crate) circumstances: Vec<String>,
    #[serde(default)]
    pub(crate) borders: Vec<String>,
    #[serde(default)]
    pub(crate) measures: Vec<String>,
    #[serde(default)]
    pub(crate) comprising: Vec<String>,
    #[serde(default)]
    pub(crate) dealings: Vec<String>,
    #[serde(default)]
    pub(crate) dealing_with: Vec<String>,
    /// Prepositions under which a noun is the occasion of what the verb above tells.
    pub(crate) occasions: Vec<String>,
    pub(crate) parted: Vec<String>,
    #[serde(default)]
    /// Deeds with the prepositions of whoever suffers them.
    pub(crate) harms: Vec<String>,
    /// Verbs for what comes of an act of force.
    pub(crate) suffering: Vec<String>,
    #[serde(default)]
    /// Words that open a clause set against the one above.
    pub(crate) contrasts: Vec<String>,
    #[serde(default)]
    /// Nouns for parts of an occasion.
    pub(crate) phases: Vec<String>,
    #[serde(default)]
    pub(crate) biddings: Vec<String>,
    #[serde(default)]
    pub(crate) about: Vec<String>,
    #[serde(default)]
    pub(crate) onto: Vec<String>,
    pub(crate) gatherings: Vec<String>,
    pub(crate) manners: Vec<String>,
    pub(crate) brokering: Vec<String>,
    pub(crate) backings: Vec<String>,
    pub(crate) destined: Vec<String>,
    pub(crate) getting: Vec<String>,
    /// The type of what one side alleges of another.
    pub(crate) accusation: Option<String>,
    /// The type of a position taken in words.
    pub(crate) statement: Option<String>,
    /// The type of what one says that another must do.
    pub(crate) demand: Option<String>,
    /// The type of a hostile act announced for a case that may come.
    pub(crate) threat: Option<String>,
    /// Sectors whose acts are political even where their state is not known.
    pub(crate) political: Vec<String>,
    /// Sectors of those who never act where neither a name nor a state is told.
    pub(crate) private: Vec<String>,
    pub(crate) reporters: Vec<String>,
    /// Sectors of those who have to do with their own state.
    pub(crate) kin: Vec<String>,
    /// Sectors of the state of those who act at home.
    pub(crate) crowd: Vec<String>,
    /// Sectors of those who act at home.
    pub(crate) inner: Vec<String>,
    /// Sectors of those who act nowhere but at home.
    pub(crate) local: Vec<String>,
    /// Sectors of those who speak to their own state.
    pub(crate) voices: Vec<String>,
    pub(crate) accidents: Vec<String>,
    /// Types of what somebody says of a report that does not hold.
    pub(crate) denials: Vec<String>,
    /// Types of what whoever says that his own side has not done it denies.
    #[serde(default)]
    pub(crate) deniable: Vec<String>,
    /// Types of what no team does.
    pub(crate) of_states: Vec<String>,
    /// Types of what those do who stand between two sides.
    pub(crate) mediations: Vec<String>,
    /// Types of what is said to whomever one deals with.
    pub(crate) addressed: Vec<String>,
    pub(crate) done_to_one: Vec<String>,
    pub(crate) custody: Vec<String>,
    pub(crate) releases: Vec<String>,
    pub(crate) media: Vec<String>,
    pub(crate) accounts: Vec<String>,
    pub(crate) disbelief: Vec<String>,
    pub(crate) fictions: Vec<String>,
    pub(crate) terms: Vec<String>,
    pub(crate) elements: Vec<String>,
    pub(crate) works: Vec<String>,
    pub(crate) watchers: Vec<String>,
    pub(crate) foreseeing: Vec<String>,
    pub(crate) untruths: Vec<String>,
    pub(crate) sport: Vec<String>,
    pub(crate) arts: Vec<String>,
    pub(crate) daily: Vec<String>,
    pub(crate) showing: Vec<String>,
}

/// A frame as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RawFrame {
    /// The line of the entry.
    #[serde(rename = "@line")]
    pub(crate) line: u32,
    /// Unique name.
    pub(crate) name: String,
    /// Event type.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// Finer CAMEO code.
    pub(crate) cameo: Option<String>,
    /// Trigger verbs: "impose", "kick out".
    pub(crate) verbs: Vec<String>,
    /// Trigger nouns.
    pub(crate) nouns: Vec<String>,
    /// Phrases or "@class": what the object must be.
    pub(crate) object: Vec<String>,
    /// What the object must not be.
    pub(crate) object_not: Vec<String>,
    /// What the subject must be.
    pub(crate) subject: Vec<String>,
    /// What the subject must not be.
    pub(crate) subject_not: Vec<String>,
    /// What must stand before the trigger noun or the object.
    pub(crate) modifier: Vec<String>,
    /// What the object or subject must be said to be.
    pub(crate) attribute: Vec<String>,
    /// Prepositions that must be there, with what under them.
    pub(crate) preps: BTreeMap<String, Vec<String>>,
    /// Prepositions that must not stand over any of these.
    pub(crate) preps_not: BTreeMap<String, Vec<String>>,
    /// Prepositions of which one must be there.
    pub(crate) preps_any: Vec<String>,
    /// "free", "wanted", "asked" (what is to be, not what is) or "barred".
    pub(crate) complement: Option<String>,
    /// Lemmas of which one must head the clause that completes it.
    pub(crate) complement_verbs: Vec<String>,
    /// Lemmas of which one must head an infinitive that tells what it is for.
    pub(crate) purpose_verbs: Vec<String>,
    /// What must be acted on in the clause that completes it.
    pub(crate) complement_object: Vec<String>,
    /// Whether nothing may stand as its object.
    pub(crate) bare: bool,
    /// Whether its object, or where it asks for a noun there what stands under a preposition, must be a proper name.
    pub(crate) named: bool,
    /// Adverbs of which one must stand with the verb.
    pub(crate) adverbs: Vec<String>,
    /// Slots of the actor.
    pub(crate) actor: Option<Vec<String>>,
    /// Slots of the recipient.
    pub(crate) recipient: Vec<String>,
    /// Kinds that the actor may have.
    pub(crate) actor_kinds: Vec<String>,
    /// Sectors that the actor may have.
    pub(crate) actor_sectors: Vec<String>,
    /// Kinds that the recipient may have.
    pub(crate) recipient_kinds: Vec<String>,
    /// Modes in which it holds.
    pub(crate) modes: Vec<String>,
    /// Type where refused.
    pub(crate) refused: Option<String>,
    /// Type where stopped.
    pub(crate) stopped: Option<String>,
    /// Type where resumed.
    pub(crate) resumed: Option<String>,
    /// Type where continued.
    pub(crate) continued: Option<String>,
    /// Type where planned or promised.
    pub(crate) planned: Option<String>,
    /// Type where agreed with the other, decided or ordered.
    pub(crate) agreed: Option<String>,
    /// Type where threatened.
    pub(crate) threatened: Option<String>,
    /// Type where offered.
    pub(crate) offered: Option<String>,
    /// Type of what those toward whom it is done do together by it.
    pub(crate) among: Option<String>,
    /// Type that the same words tell as well.
    pub(crate) also: Option<String>,
    /// Types of which the text must have told one before.
    pub(crate) after: Vec<String>,
    /// Type where one side alleges it of another.
    pub(crate) claim_type: Option<String>,
    /// Fixed topic.
    pub(crate) topic: Option<String>,
    /// Aspect of the words.
    pub(crate) aspect: Option<String>,
    /// Stance of the words.
    pub(crate) stance: Option<String>,
    /// Whether several subjects act on each other.
    pub(crate) joint: bool,
    /// Whether a noun counts without a carrying verb.
    pub(crate) free: bool,
    /// Whether it only counts as an allegation.
    pub(crate) claim: bool,
    /// Whether it is political whoever takes part.
    pub(crate) political: bool,
    /// Sector of those who act where only the place is named.
    pub(crate) of_place: Option<String>,
    /// Sector of the actor's own state toward whom it is where a bare sentence names nobody.
    pub(crate) home: Option<String>,
    /// Whether a noun without sides of its own is the occasion of an act of two.
    pub(crate) shared: bool,
    /// How it tells an event again that was told before: `along` or `back`.
    pub(crate) echo: Option<String>,
    /// Whether it counts only where the words around make another type of it.
    pub(crate) turned: bool,
    /// Whether the recipient must be resolved; absent = yes where slots are given.
    pub(crate) needs_recipient: Option<bool>,
    /// 0 to 100; absent = 80.
    pub(crate) confidence: Option<u8>,
    /// Sentences that it must code: "sentence => ACTOR > RECIPIENT".
    pub(crate) codes: Vec<String>,
    /// Sentences that it must not code.
    pub(crate) codes_not: Vec<String>,
}
