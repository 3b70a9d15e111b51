//! From the frames as written to the checked ones: classes expanded, every word of a closed list known.

use super::{ComplementRule, EchoRule, Frame, Frames, PrepRule, SharedWords, Slot, Variants, Words};
use crate::model::id::EventType;
use crate::ontology::check::Problem;
use crate::ontology::raw::frames::{FrameFile, RawFrame};
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

/// How sure a frame is that does not say.
const CONFIDENCE: u8 = 80;

/// Checks and expands the frames of all files, and tells `problems` what is wrong, by file and line; `nationals` are the
/// words for the people of states.
pub(crate) fn compile(files: &[(&str, FrameFile)], nationals: &[String], problems: &mut Vec<Problem>) -> Frames {
    let mut classes: BTreeMap<&str, Words> = BTreeMap::new();
    let mut shared = SharedWords::default();
    for (file, body) in files {
        for (name, class) in &body.class {
            let people = nationals.iter().filter(|_| class.nationals);
            let words = Words::new(class.words.iter().chain(people).map(String::as_str));
            if classes.insert(name, words).is_some() {
                problems.push(Problem::of_file(file, format!("class {name:?} is given twice")));
            }
        }
        shared.carriers.extend(body.words.carriers.iter().cloned());
        shared.containers.extend(body.words.containers.iter().cloned());
        shared.proxies.extend(body.words.proxies.iter().cloned());
        shared.agency.extend(body.words.agency.iter().cloned());
        shared.phrasal.extend(body.words.phrasal.iter().cloned());
        shared.assurances.extend(body.words.assurances.iter().cloned());
        shared.spells.extend(body.words.spells.iter().cloned());
        shared.doubts.extend(body.words.doubts.iter().cloned());
        shared.things.extend(body.words.things.iter().chain(&body.words.several_things).cloned());
        shared.several_things.extend(body.words.several_things.iter().cloned());
        shared.namings.extend(body.words.namings.iter().cloned());
        shared.issues.extend(body.words.issues.iter().cloned());
        shared.offers.extend(body.words.offers.iter().cloned());
        shared.friends.extend(body.words.friends.iter().cloned());
        shared.provocations.extend(body.words.provocations.iter().cloned());
        shared.grounds.extend(body.words.grounds.iter().cloned());
        shared.helps.extend(body.words.helps.iter().cloned());
        shared.circumstances.extend(body.words.circumstances.iter().cloned());
        shared.borders.extend(body.words.borders.iter().cloned());
        shared.measures.extend(body.words.measures.iter().cloned());
        shared.comprising.extend(body.words.comprising.iter().cloned());
        shared.dealings.extend(body.words.dealings.iter().cloned());
        shared.dealing_with.extend(body.words.dealing_with.iter().cloned());
        shared.accidents.extend(body.words.accidents.iter().cloned());
        shared.media.extend(body.words.media.iter().cloned());
        shared.accounts.extend(body.words.accounts.iter().cloned());
        shared.disbelief.extend(body.words.disbelief.iter().cloned());
        shared.terms.extend(body.words.terms.iter().cloned());
        shared.fictions.extend(body.words.fictions.iter().cloned());
        let types = [
            (&body.words.denials, &mut shared.denials),
            (&body.words.deniable, &mut shared.deniable),
            (&body.words.backings, &mut shared.backings),
            (&body.words.of_states, &mut shared.of_states),
            (&body.words.mediations, &mut shared.mediations),
            (&body.words.addressed, &mut shared.addressed),
            (&body.words.done_to_one, &mut shared.done_to_one),
            (&body.words.custody, &mut shared.custody),
            (&body.words.releases, &mut shared.releases),
        ];
        for (types, all) in types {
            for kind in types {
                match kind.parse() {
                    Ok(kind) => all.push(kind),
                    Err(error) => problems.push(Problem::of_file(file, format!("{error}"))),
                }
            }
        }
        shared.elements.extend(body.words.elements.iter().cloned());
        shared.works.extend(body.words.works.iter().cloned());
        shared.watchers.extend(body.words.watchers.iter().cloned());
        shared.foreseeing.extend(body.words.foreseeing.iter().cloned());
        shared.untruths.extend(body.words.untruths.iter().cloned());
        shared.sport.extend(body.words.sport.iter().cloned());
        shared.arts.extend(body.words.arts.iter().cloned());
        shared.daily.extend(body.words.daily.iter().cloned());
        shared.showing.extend(body.words.showing.iter().cloned());
        shared.occasions.extend(body.words.occasions.iter().cloned());
        shared.parted.extend(body.words.parted.iter().cloned());
        shared.harms.extend(body.words.harms.iter().cloned());
        shared.suffering.extend(body.words.suffering.iter().cloned());
        shared.contrasts.extend(body.words.contrasts.iter().cloned());
        shared.phases.extend(body.words.phases.iter().cloned());
        shared.biddings.extend(body.words.biddings.iter().cloned());
        shared.about.extend(body.words.about.iter().cloned());
        shared.onto.extend(body.words.onto.iter().cloned());
        shared.gatherings.extend(body.words.gatherings.iter().cloned());
        shared.brokering.extend(body.words.brokering.iter().cloned());
        shared.manners.extend(body.words.manners.iter().cloned());
        shared.destined.extend(body.words.destined.iter().cloned());
        shared.getting.extend(body.words.getting.iter().cloned());
        let lists = [
            (&body.words.political, &mut shared.political),
            (&body.words.private, &mut shared.private),
            (&body.words.reporters, &mut shared.reporters),
            (&body.words.kin, &mut shared.kin),
            (&body.words.crowd, &mut shared.crowd),
            (&body.words.inner, &mut shared.inner),
            (&body.words.local, &mut shared.local),
            (&body.words.voices, &mut shared.voices),
        ];
        for (words, into) in lists {
            for sector in words {
                match sector.parse() {
                    Ok(sector) => into.push(sector),
                    Err(error) => problems.push(Problem::of_file(file, format!("{error}"))),
                }
            }
        }
        for (name, into) in [
            (&body.words.accusation, &mut shared.accusation),
            (&body.words.statement, &mut shared.statement),
            (&body.words.demand, &mut shared.demand),
            (&body.words.threat, &mut shared.threat),
        ] {
            match name.as_deref().map(str::parse) {
                Some(Ok(kind)) => *into = Some(kind),
                Some(Err(error)) => problems.push(Problem::of_file(file, format!("{error}"))),
                None => {}
            }
        }
    }
    let mut names = BTreeSet::new();
    let mut frames = Vec::new();
    for (file, body) in files {
        for raw in &body.frame {
            let mut reader = Reader { classes: &classes, file, raw, problems };
            if raw.name.is_empty() || !names.insert(raw.name.as_str()) {
                reader.problem("has no name of its own");
            }
            frames.extend(reader.frame());
        }
    }
    Frames::new(frames, shared)
}

/// Reads one frame and notes what is wrong with it.
struct Reader<'a> {
    classes: &'a BTreeMap<&'a str, Words>,
    file: &'a str,
    raw: &'a RawFrame,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn frame(&mut self) -> Option<Frame> {
        let raw = self.raw;
        if raw.verbs.is_empty() && raw.nouns.is_empty() {
            self.problem("has neither verbs nor nouns");
        }
        let kind = self.word::<EventType>(&raw.kind)?;
        let actor = raw.actor.clone().unwrap_or_else(|| {
            let mut slots = vec!["subject".to_owned()];
            if raw.verbs.is_empty() {
                slots.push("modifier".to_owned());
            }
            slots
        });
        let preps = self.prep_rules(&raw.preps);
        let preps_not = self.prep_rules(&raw.preps_not);
        let complement = match raw.complement.as_deref() {
            None | Some("free") => ComplementRule::Free,
            Some("wanted") => ComplementRule::Wanted,
            Some("asked") => ComplementRule::Asked,
            Some("barred") => ComplementRule::Barred,
            Some(other) => {
                self.problem(&format!("complement {other:?} is not one of free, wanted, asked, barred"));
                ComplementRule::Free
            }
        };
        let echo = match raw.echo.as_deref() {
            None => EchoRule::None,
            Some("along") => EchoRule::Along,
            Some("back") => EchoRule::Back,
            Some("again") => EchoRule::Again,
            Some(other) => {
                self.problem(&format!("echo {other:?} is not one of along, back, again"));
                EchoRule::None
            }
        };
        Some(Frame {
            name: raw.name.clone(),
            kind,
            cameo: self.optional(raw.cameo.as_deref()),
            verbs: raw.verbs.iter().map(|verb| split_particle(verb)).collect(),
            nouns: raw.nouns.clone(),
            object: self.words(&raw.object),
            object_not: self.words(&raw.object_not),
            subject: self.words(&raw.subject),
            subject_not: self.words(&raw.subject_not),
            modifier: self.words(&raw.modifier),
            attribute: self.words(&raw.attribute),
            preps,
            preps_not,
            preps_any: raw.preps_any.clone(),
            adverbs: raw.adverbs.clone(),
            complement,
            complement_verbs: raw.complement_verbs.clone(),
            purpose_verbs: raw.purpose_verbs.clone(),
            complement_object: self.words(&raw.complement_object),
            bare: raw.bare,
            named: raw.named,
            actor: actor.iter().map(|slot| slot_of(slot)).collect(),
            recipient: raw.recipient.iter().map(|slot| slot_of(slot)).collect(),
            actor_kinds: self.list(&raw.actor_kinds),
            actor_sectors: self.list(&raw.actor_sectors),
            recipient_kinds: self.list(&raw.recipient_kinds),
            modes: self.list(&raw.modes),
            variants: Variants {
                refused: self.optional(raw.refused.as_deref()),
                stopped: self.optional(raw.stopped.as_deref()),
                resumed: self.optional(raw.resumed.as_deref()),
                continued: self.optional(raw.continued.as_deref()),
                planned: self.optional(raw.planned.as_deref()),
                agreed: self.optional(raw.agreed.as_deref()),
                threatened: self.optional(raw.threatened.as_deref()),
                offered: self.optional(raw.offered.as_deref()),
            },
            among: self.optional(raw.among.as_deref()),
            also: self.optional(raw.also.as_deref()),
            after: raw.after.iter().filter_map(|kind| self.optional(Some(kind.as_str()))).collect(),
            claim_type: self.optional(raw.claim_type.as_deref()),
            topic: self.optional(raw.topic.as_deref()),
            aspect: self.optional(raw.aspect.as_deref()),
            stance: self.optional(raw.stance.as_deref()),
            joint: raw.joint,
            free: raw.free,
            claim: raw.claim,
            political: raw.political,
            of_place: self.optional(raw.of_place.as_deref()),
            home: self.optional(raw.home.as_deref()),
            shared: raw.shared,
            echo,
            turned: raw.turned,
            needs_recipient: raw.needs_recipient.unwrap_or(!raw.recipient.is_empty()),
            confidence: raw.confidence.unwrap_or(CONFIDENCE).min(100),
            codes: raw.codes.clone(),
            codes_not: raw.codes_not.clone(),
        })
    }

    fn problem(&mut self, what: &str) {
        let what = format!("frame {:?} {what}", self.raw.name);
        self.problems.push(Problem::at(self.file, self.raw.line, what));
    }

    fn word<T: FromStr<Err: std::fmt::Display>>(&mut self, text: &str) -> Option<T> {
        match text.parse() {
            Ok(word) => Some(word),
            Err(error) => {
                self.problem(&format!("names {error}"));
                None
            }
        }
    }

    fn optional<T: FromStr<Err: std::fmt::Display>>(&mut self, text: Option<&str>) -> Option<T> {
        text.and_then(|text| self.word(text))
    }

    fn list<T: FromStr<Err: std::fmt::Display>>(&mut self, texts: &[String]) -> Vec<T> {
        texts.iter().filter_map(|text| self.word(text)).collect()
    }

    fn prep_rules(&mut self, raw: &BTreeMap<String, Vec<String>>) -> Vec<PrepRule> {
        let rule = |(preposition, words): (&String, &Vec<String>)| PrepRule {
            preposition: preposition.clone(),
            words: self.words(words),
        };
        raw.iter().map(rule).collect()
    }

    /// Expands classes; an unknown one is a problem.
    fn words(&mut self, phrases: &[String]) -> Words {
        let mut all = Words::new(phrases.iter().map(String::as_str).filter(|phrase| !phrase.starts_with('@')));
        for phrase in phrases {
            match phrase.strip_prefix('@').map(|class| self.classes.get(class)) {
                Some(Some(words)) => all.share(words),
                Some(None) => self.problem(&format!("names the class {phrase:?}, which is nowhere given")),
                None => {}
            }
        }
        all
    }
}

/// Splits "kick out" into the verb and its particle.
fn split_particle(verb: &str) -> (String, Option<String>) {
    match verb.split_once(' ') {
        Some((verb, particle)) => (verb.to_owned(), Some(particle.to_owned())),
        None => (verb.to_owned(), None),
    }
}

fn slot_of(name: &str) -> Slot {
    match name {
        "subject" => Slot::Subject,
        "subject-owner" => Slot::SubjectOwner,
        "object" => Slot::Object,
        "indirect" => Slot::Indirect,
        "attribute" => Slot::Attribute,
        "complement" => Slot::Complement,
        "modifier" => Slot::Modifier,
        "owner" => Slot::Owner,
        "measure" => Slot::Measure,
        "purpose" => Slot::Purpose,
        "occasion" => Slot::Occasion,
        "offer" => Slot::Offer,
        "clause" => Slot::Clause,
        "context" => Slot::Context,
        "speaker" => Slot::Speaker,
        "host" => Slot::Host,
        "told" => Slot::Told,
        "guests" => Slot::Guests,
        "described" => Slot::Described,
        "foes" => Slot::Foes,
        "pair" => Slot::Pair,
        preposition => Slot::Prep(preposition.to_owned()),
    }
}
