//! Frames matched on trees: which words of a sentence may tell an event, and with which arguments.
//!
//! Decides by words and arguments alone; who the arguments are, and whether it happened, is for later.

use super::clause::{self, Arguments};
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::model::category::Mode;
use crate::ontology::frames::{ComplementRule, Frame, FrameId, Frames, PrepRule, Slot, Words};
use std::borrow::Cow;

/// How many lemmas a phrase of a set may have before its last.
const LONGEST: usize = 6;

/// A word that may tell an event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hit {
    /// The token that triggers it.
    pub trigger: usize,
    /// The frames that fit, the one that asks for most first, then the surer one.
    pub frames: Vec<FrameId>,
    /// Its arguments.
    pub arguments: Arguments,
    /// The trigger of the verb whose frame takes this noun as its object: where that frame holds, the noun tells
    /// nothing of its own.
    pub taken: Option<usize>,
}

impl Hit {
    /// Returns the arguments as a frame sees them.
    ///
    /// A frame that says what its subject must be is about that, and takes the prepositions under it for its own.
    #[must_use]
    pub fn arguments_of(&self, frame: &Frame) -> Cow<'_, Arguments> {
        seen_by(frame, &self.arguments)
    }
}

fn seen_by<'a>(frame: &Frame, arguments: &'a Arguments) -> Cow<'a, Arguments> {
    if frame.subject.is_empty() || arguments.under_subject.is_empty() {
        return Cow::Borrowed(arguments);
    }
    let mut seen = arguments.clone();
    seen.preps.extend(&arguments.under_subject);
    Cow::Owned(seen)
}

/// Returns the hits of a sentence: in the order of their triggers those of their own, then nouns that the frame of a
/// verb takes as its object.
///
/// A pronoun may stand for a noun that a frame asks for: of the same sentence or of the last of those `before`.
#[must_use]
pub fn matches(sentence: &Sentence, before: &[Sentence], frames: &Frames) -> Vec<Hit> {
    let here = Here { sentence, before, frames };
    let mut hits: Vec<Hit> = Vec::new();
    for (trigger, token) in sentence.tokens.iter().enumerate() {
        // "Clashing claims", "the jailed editor": what is said of a noun beside it tells nothing of its own.
        let is_adjective = token.label == Label::Amod && token.head.is_some_and(|noun| noun == trigger + 1);
        // "What it called a base" tells of the base.
        let names = || clause::named_by(sentence, trigger).is_some();
        let is_helper = matches!(token.label, Label::Aux | Label::AuxPass);
        // "A Peruvian-brokered truce".
        let before = trigger.checked_sub(1).and_then(|before| sentence.token(before));
        let is_joined = before.is_some_and(|before| before.tag == Tag::Hyph)
            && matches!(token.label, Label::Amod | Label::Compound | Label::Nmod)
            && !clause::is_noun(token);
        let mut hit = if is_joined {
            here.of_joined(trigger)
        } else if token.label == Label::Amod {
            here.of_attribute(trigger)
        } else if clause::is_verb(token) && !is_adjective && !is_helper && !names() {
            here.of_verb(trigger)
        } else if clause::is_noun(token) && token.label != Label::Compound {
            here.of_noun(trigger)
        } else {
            None
        };
        let further = hit.as_mut().map(|hit| here.of_further_objects(hit)).unwrap_or_default();
        let mut of_word: Vec<Hit> = hit.into_iter().chain(further).collect();
        of_word.sort_by_key(|hit| hit.arguments.object.first().copied());
        hits.extend(of_word);
    }
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for (hit, frame) in hits.iter().filter_map(|hit| Some((hit, constrained(frames, hit)?))) {
        let objects = hit.arguments.object.iter().flat_map(|&object| clause::with_conjuncts(sentence, object));
        let takes = |object: &usize| {
            hit.arguments.object.contains(object) || is_one_itself(sentence, *object, &frame.object, frames)
        };
        taken.extend(objects.filter(takes).map(|object| (hit.trigger, object)));
    }
    // "The talks will not take place": what is not held is not refused as well.
    for hit in &hits {
        let is_of_negated = |frame: &Frame| !frame.subject.is_empty() && frame.modes == [Mode::Negated];
        if hit.frames.iter().any(|id| frames.frame(*id).is_some_and(is_of_negated)) {
            // Also the talks in "a round of talks".
            let of = |&subject: &usize| {
                let below = sentence.children(subject).filter(|(_, below)| below.label == Label::Prep);
                let under = below.filter_map(|(prep, _)| sentence.child(prep, Label::Pobj));
                std::iter::once(subject).chain(under)
            };
            taken.extend(hit.arguments.subject.iter().flat_map(of).map(|noun| (hit.trigger, noun)));
        }
    }
    for hit in &mut hits {
        let takes = |&&(verb, object): &&(usize, usize)| object == hit.trigger && verb != object;
        hit.taken = taken.iter().find(takes).map(|&(verb, _)| verb);
    }
    hits.sort_by_key(|hit| hit.taken.is_some());
    hits
}

/// Returns the best frame of a verb where it says what its object must be.
fn constrained<'a>(frames: &'a Frames, hit: &Hit) -> Option<&'a Frame> {
    hit.frames.first().and_then(|id| frames.frame(*id)).filter(|frame| !frame.object.is_empty())
}

/// A sentence as frames look at it.
#[derive(Copy, Clone)]
struct Here<'a> {
    sentence: &'a Sentence,
    /// The sentences before, for what a pronoun means.
    before: &'a [Sentence],
    frames: &'a Frames,
}

impl Here<'_> {
    fn of_verb(self, trigger: usize) -> Option<Hit> {
        let lemma = lemma_of(self.sentence, trigger)?;
        if self.frames.of_verb(&lemma).is_empty() {
            return None;
        }
        self.of_arguments(trigger, &lemma, clause::of_verb(self.sentence, trigger))
    }

    /// Returns the hit of a participle joined to whoever acts, for frames that look for them there.
    fn of_joined(self, trigger: usize) -> Option<Hit> {
        let mut hit = self.of_verb(trigger)?;
        let is_of_joined =
            |id: &FrameId| self.frames.frame(*id).is_some_and(|frame| frame.actor.first() == Some(&Slot::Modifier));
        hit.frames.retain(is_of_joined);
        (!hit.frames.is_empty()).then_some(hit)
    }

    /// Returns the hit of a participle before whoever does it, by its form and not its verb: "the visiting minister".
    /// Those are acted on beside whom the noun stands: "Quispe met the visiting minister", "Quispe and her visiting colleague".
    fn of_attribute(self, trigger: usize) -> Option<Hit> {
        let token = self.sentence.token(trigger)?;
        let noun = token.head.filter(|_| !self.frames.of_verb(&token.lower).is_empty())?;
        let arguments =
            Arguments { subject: vec![noun], object: clause::beside(self.sentence, noun), ..Arguments::default() };
        let mut hit = self.of_arguments(trigger, &token.lower, arguments)?;
        let is_of_described =
            |id: &FrameId| self.frames.frame(*id).is_some_and(|frame| frame.actor.first() == Some(&Slot::Described));
        hit.frames.retain(is_of_described);
        (!hit.frames.is_empty()).then_some(hit)
    }

    /// Returns the hit of a verb with these arguments.
    fn of_arguments(self, trigger: usize, lemma: &str, arguments: Arguments) -> Option<Hit> {
        let around = around(self.sentence, trigger, &arguments);
        let has = |particle: &str| has_particle(self.sentence, trigger, particle);
        let candidates = self.frames.of_verb(lemma).iter();
        let phrasal = &self.frames.shared().phrasal;
        // "Kept back photographers": the particle may pass for an adverb.
        let next = || Some(trigger + 1).filter(|&next| self.sentence.child(trigger, Label::Advmod) == Some(next));
        let particle = arguments.particle.or_else(next).and_then(|particle| self.sentence.token(particle));
        let is_phrasal = |word: &Token| phrasal.contains(&format!("{lemma} {}", word.lower));
        // "Called its envoy home": behind the object.
        let behind = || {
            let mut below = self.sentence.children(trigger);
            below.any(|(at, word)| at > trigger && word.label == Label::Advmod && is_phrasal(word))
        };
        let is_other = particle.map_or_else(behind, is_phrasal);
        let candidates = candidates.filter(|candidate| candidate.particle.as_deref().map_or(!is_other, has));
        let fits =
            |frame: &Frame| self.asks_fit(trigger, frame, &arguments) && modifier_fits(self.sentence, frame, &around);
        let fitting = self.fitting(candidates.map(|candidate| candidate.frame), &fits);
        (!fitting.is_empty()).then_some(Hit { trigger, frames: fitting, arguments, taken: None })
    }

    /// Returns the hits of a verb for those of its coordinated objects that its best frame is not about, and leaves its own
    /// hit the others: "imposed sanctions on Peru and a ban on its wine", "ordered the expulsion of envoys and the closure
    /// of a consulate".
    fn of_further_objects(self, hit: &mut Hit) -> Vec<Hit> {
        let (Some(best), [object]) = (constrained(self.frames, hit), hit.arguments.object.as_slice()) else {
            return Vec::new();
        };
        let objects = clause::with_conjuncts(self.sentence, *object);
        let is_about = |frame: &Frame, object: usize| is_one_itself(self.sentence, object, &frame.object, self.frames);
        let (own, left): (Vec<usize>, Vec<usize>) = objects.iter().partition(|&&object| is_about(best, object));
        if own.is_empty() || left.is_empty() {
            return Vec::new();
        }
        let Some(lemma) = lemma_of(self.sentence, hit.trigger) else { return Vec::new() };
        let of_objects = |kept: &[usize]| {
            let is_own = |preposition: usize| {
                let above = self.sentence.ancestors(preposition).find(|above| objects.contains(above));
                above.is_none_or(|above| kept.contains(&above))
            };
            let mut arguments = hit.arguments.clone();
            arguments.preps.retain(|&(preposition, _)| is_own(preposition));
            arguments.beside = objects.iter().copied().filter(|object| !kept.contains(object)).collect();
            arguments.object = kept.to_vec();
            arguments
        };
        let further = left.iter().filter_map(|&object| {
            let mut further = self.of_arguments(hit.trigger, &lemma, of_objects(&[object]))?;
            // Of its own words, not of those coordinated with it, and of another kind of act.
            let fits = |id: &FrameId| {
                self.frames.frame(*id).is_some_and(|frame| is_about(frame, object) && frame.kind != best.kind)
            };
            further.frames.retain(fits);
            (!further.frames.is_empty()).then_some(further)
        });
        let further: Vec<Hit> = further.collect();
        if !further.is_empty() {
            hit.arguments = of_objects(&own);
        }
        further
    }

    fn of_noun(self, trigger: usize) -> Option<Hit> {
        let lemma = lemma_of(self.sentence, trigger)?;
        let candidates = self.frames.of_noun(&lemma);
        if candidates.is_empty() {
            return None;
        }
        let arguments = clause::of_noun(self.sentence, trigger, &|verb| self.frames.is_carrier(&verb.lemma));
        let fits = |frame: &Frame| {
            (frame.free || arguments.carrier.is_some())
                && !frame.shared
                && self.asks_fit(trigger, frame, &arguments)
                && modifier_fits(self.sentence, frame, &[trigger])
        };
        let fitting = self.fitting(candidates.iter().copied(), &fits);
        (!fitting.is_empty()).then_some(Hit { trigger, frames: fitting, arguments, taken: None })
    }

    fn fitting(self, candidates: impl Iterator<Item = FrameId>, fits: &dyn Fn(&Frame) -> bool) -> Vec<FrameId> {
        let mut fitting: Vec<FrameId> = candidates.filter(|id| self.frames.frame(*id).is_some_and(fits)).collect();
        let rank =
            |id: &FrameId| self.frames.frame(*id).map_or((0, 0), |frame| (frame.specificity(), frame.confidence));
        fitting.sort_by_key(|id| (std::cmp::Reverse(rank(id)), *id));
        fitting.dedup();
        fitting
    }

    /// Tells whether objects, prepositions and complements are what a frame asks for.
    fn asks_fit(self, trigger: usize, frame: &Frame, arguments: &Arguments) -> bool {
        let Self { sentence, frames, .. } = self;
        let arguments = &*seen_by(frame, arguments);
        let any = |words: &Words, heads: &[usize]| heads.iter().any(|&head| is_one_of(sentence, head, words, frames));
        let asked = |words: &Words, heads: &[usize], before: &[Sentence]| {
            words.is_empty() || any(words, heads) || self.is_meant(words, heads, before)
        };
        let prep = |rule: &PrepRule| {
            arguments.preps.iter().any(|&(preposition, under)| {
                let under = told_of(sentence, under).unwrap_or(under);
                has_lemma(sentence, preposition, &rule.preposition)
                    && (rule.words.is_empty() || is_one_of(sentence, under, &rule.words, frames))
            })
        };
        let prep_any = |wanted: &String| arguments.preps.iter().any(|&(prep, _)| has_lemma(sentence, prep, wanted));
        let acts_on = |clause: usize| {
            let mut objects = sentence.children(clause).filter(|(_, below)| below.label == Label::Dobj);
            objects.any(|(object, _)| is_one_of(sentence, object, &frame.complement_object, frames))
        };
        // "Was sorry to see", "is ready to leave": what completes the adjective.
        let of_adjectives = arguments.attribute.iter().flat_map(|&adjective| {
            let below = sentence.children(adjective);
            below.filter(|(_, below)| matches!(below.label, Label::Xcomp | Label::Ccomp)).map(|(index, _)| index)
        });
        let completes = |clause: usize| {
            let verbs = &frame.complement_verbs;
            (verbs.is_empty() || verbs.iter().any(|lemma| has_lemma(sentence, clause, lemma)))
                && (frame.complement_object.is_empty() || acts_on(clause))
        };
        let completed = match frame.complement {
            ComplementRule::Free => true,
            ComplementRule::Wanted => !arguments.complement.is_empty(),
            ComplementRule::Asked => {
                arguments.complement.iter().any(|&clause| is_asked(sentence, trigger, clause, frames))
            }
            // "Peru, it complained, had left": what is said stands around it.
            ComplementRule::Barred => {
                let is_beside = sentence.token(trigger).is_some_and(|verb| verb.label == Label::Parataxis);
                arguments.complement.is_empty() && !is_beside
            }
        };
        // "Signed a truce. It took effect": only where what two have together does nothing else.
        let tells_of_it = frame.joint && (frame.bare || !frame.object.is_empty() || !frame.preps.is_empty());
        let serves = |clause| frame.purpose_verbs.iter().any(|lemma| has_lemma(sentence, clause, lemma));
        // What is told without looking at words comes first: most frames that a common verb triggers end here.
        completed
            && (!frame.bare || arguments.object.is_empty())
            && (!frame.named || is_of_name(sentence, frame, arguments))
            && (frame.object.is_empty() || !arguments.object.is_empty())
            && (frame.subject.is_empty() || !arguments.subject.is_empty())
            && (frame.preps_any.is_empty() || frame.preps_any.iter().any(prep_any))
            && (frame.complement_verbs.is_empty() && frame.complement_object.is_empty()
                || arguments.complement.iter().chain(&arguments.of_nouns).copied().chain(of_adjectives).any(completes))
            && (frame.purpose_verbs.is_empty() || clause::purposes(sentence, trigger).any(serves))
            && (frame.adverbs.is_empty()
                || sentence.children(trigger).any(|(_, below)| {
                    matches!(below.label, Label::Advmod | Label::Neg)
                        && frame.adverbs.iter().any(|adverb| *adverb == *below.lower)
                }))
            && frame.preps.iter().all(prep)
            && !frame.preps_not.iter().any(prep)
            && asked(&frame.object, &arguments.object, self.before)
            && !any(&frame.object_not, &arguments.object)
            && asked(&frame.subject, &arguments.subject, if tells_of_it { self.before } else { &[] })
            && !any(&frame.subject_not, &arguments.subject)
            && (frame.attribute.is_empty() || any(&frame.attribute, &said_to_be(sentence, trigger, arguments)))
            && !(frame.attribute.is_empty() && !frame.object.is_empty() && self.names(trigger, arguments))
    }

    /// Tells whether a verb only says what its object is: "called the talks an event".
    fn names(self, trigger: usize, arguments: &Arguments) -> bool {
        // "Called its envoy home, a day after": a length of time is no name.
        let says = |at: usize| self.sentence.token(at).is_some_and(|token| token.label != Label::Npadvmod);
        arguments.attribute.iter().any(|&at| says(at))
            && lemma_of(self.sentence, trigger).is_some_and(|lemma| self.frames.shared().namings.contains(&*lemma))
    }

    /// Tells whether a pronoun for a thing stands for a noun of the set told before it: "signed the treaty, and it
    /// entered into force", "cut ties in 2009. They were restored", "suspended part of it".
    fn is_meant(self, words: &Words, heads: &[usize], before: &[Sentence]) -> bool {
        let mut pronouns = heads.iter().filter_map(|&head| pronoun_at(self.sentence, head, self.frames));
        let mut left_out = heads.iter().filter_map(|&owner| left_out(self.sentence, owner));
        left_out.any(|noun| is_one_itself(self.sentence, noun, words, self.frames))
            || pronouns.any(|pronoun| antecedent(self.sentence, before, pronoun, words, self.frames).is_some())
    }
}

/// Returns the noun that a relative clause tells of, for the pronoun that stands for it in there: "the list on which Peru put
/// them".
fn told_of(sentence: &Sentence, pronoun: usize) -> Option<usize> {
    sentence.token(pronoun).filter(|token| token.tag == Tag::Wdt)?;
    let is_relative = |&above: &usize| sentence.token(above).is_some_and(|token| token.label == Label::Relcl);
    let clause = sentence.ancestors(pronoun).find(is_relative)?;
    sentence.token(clause)?.head
}

/// Returns the noun of a set that a pronoun for a thing stands for, with how many sentences further up it is told.
pub(super) fn antecedent(
    sentence: &Sentence,
    before: &[Sentence],
    pronoun: usize,
    words: &Words,
    frames: &Frames,
) -> Option<(usize, usize)> {
    let several = sentence.token(pronoun).is_some_and(|token| frames.shared().several_things.contains(&*token.lower));
    // "Began talks on the pact, and suspended them": them is what there are several of, it is one thing.
    let agrees = |sentence: &Sentence, index: usize| {
        let is_plural = sentence.token(index).is_some_and(|token| matches!(token.tag, Tag::Nns | Tag::Nnps));
        let joined = || sentence.children(index).any(|(_, below)| below.label == Label::Conj);
        if several { is_plural || joined() } else { !is_plural }
    };
    let tells = |sentence: &Sentence, index: usize| {
        sentence.token(index).is_some_and(clause::is_noun)
            && agrees(sentence, index)
            && is_one_of(sentence, index, words, frames)
    };
    if let Some(noun) = (0..pronoun).rev().find(|&index| tells(sentence, index)) {
        return Some((0, noun));
    }
    // Whatever this sentence names is nearer than the sentence before; but whoever acts, and what he is said to be, is no
    // thing that a pronoun beside the verb stands for: "the two countries extended it".
    let is_nearer = |index: usize| {
        sentence.token(index).is_some_and(|token| {
            let acts = matches!(token.label, Label::Nsubj | Label::NsubjPass | Label::Appos | Label::Compound);
            let holds = || lemma_of(sentence, index).is_some_and(|lemma| frames.is_container(&lemma));
            matches!(token.tag, Tag::Nn | Tag::Nns) && !acts && !holds()
        })
    };
    if (0..pronoun).any(is_nearer) {
        return None;
    }
    let last = before.last()?;
    (0..last.tokens.len()).rev().find(|&index| tells(last, index)).map(|noun| (1, noun))
}

/// Tells whether a clause tells what is to be: its first verb is no form of what is or was, and it is no speech of its own in
/// quotation marks.
fn is_asked(sentence: &Sentence, trigger: usize, clause: usize, frames: &Frames) -> bool {
    let quotation = |index: usize| sentence.token(index).and_then(|token| token.quotation);
    if quotation(clause).is_some() && quotation(clause) != quotation(trigger) {
        return false;
    }
    let helper = sentence.children(clause).find(|(_, below)| matches!(below.label, Label::Aux | Label::AuxPass));
    let first = helper.map(|(_, helper)| helper).or_else(|| sentence.token(clause));
    // "That it be": the present of "be" alone differs from its infinitive.
    let is_finite = |first: &Token| match first.tag {
        Tag::Vbd | Tag::Vbz => true,
        Tag::Vbp => first.lower != first.lemma,
        // "That it would leave" says what whoever says it will do.
        Tag::Md => !frames.shared().biddings.contains(&*first.lower),
        _ => false,
    };
    first.is_some_and(|first| !is_finite(first))
}

/// Returns what the verb before acts on, for an owner without what is owned: "recalled its envoy and expelled Peru's",
/// "expelled Peru's envoy and recalled its own".
fn left_out(sentence: &Sentence, owner: usize) -> Option<usize> {
    let token = sentence.token(owner).filter(|token| token.label == Label::Dobj)?;
    let is_case = |(index, below): (usize, &Token)| below.tag == Tag::Pos && index == owner + 1;
    let is_own = |(index, below): (usize, &Token)| {
        token.tag == Tag::Jj && below.label == Label::Poss && index.checked_add(1) == Some(owner)
    };
    if !sentence.children(owner).any(|child| is_case(child) || is_own(child)) {
        return None;
    }
    let verb = token.head.and_then(|verb| sentence.token(verb)).filter(|verb| verb.label == Label::Conj)?;
    sentence.child(verb.head?, Label::Dobj).filter(|&noun| noun < owner)
}

/// Tells whether a token is a pronoun for a thing told before.
pub(super) fn points_back(sentence: &Sentence, index: usize, frames: &Frames) -> bool {
    sentence.token(index).is_some_and(|token| frames.shared().things.contains(&*token.lower))
}

/// Returns the pronoun for a thing told before that stands at a token, or under a noun that only holds it: "part of it".
pub(super) fn pronoun_at(sentence: &Sentence, head: usize, frames: &Frames) -> Option<usize> {
    if points_back(sentence, head, frames) {
        return Some(head);
    }
    lemma_of(sentence, head).filter(|lemma| frames.is_container(lemma))?;
    held(sentence, head).find(|&under| points_back(sentence, under, frames))
}

/// Returns the nouns under the prepositions of a noun.
pub(super) fn held(sentence: &Sentence, noun: usize) -> impl Iterator<Item = usize> + '_ {
    let prepositions = sentence.children(noun).filter(|(_, below)| below.label == Label::Prep);
    prepositions.flat_map(|(preposition, _)| clause::objects(sentence, preposition))
}

/// Returns what the subject or object is said to be: a predicate, or what stands under "as".
fn said_to_be(sentence: &Sentence, trigger: usize, arguments: &Arguments) -> Vec<usize> {
    let under_as =
        arguments.preps.iter().filter(|&&(prep, _)| has_lemma(sentence, prep, "as")).map(|&(_, under)| under);
    // The parser hangs adjectives there by other labels: "described it as deeply unfortunate and wrong".
    let beside_as = sentence.tokens.iter().enumerate().filter(|(index, token)| {
        let is_adjective = matches!(token.tag, Tag::Jj | Tag::Vbn | Tag::Vbg);
        let prep = token.head.filter(|&head| has_lemma(sentence, head, "as") && head < *index);
        is_adjective && prep.and_then(|prep| sentence.token(prep)?.head) == Some(trigger)
    });
    // "Designated Peru a manipulator": what it is made stands beside the object.
    let beside = arguments.object.iter().filter_map(|&object| sentence.child(object, Label::Appos));
    let mut said: Vec<usize> = arguments.attribute.iter().copied().chain(under_as).chain(beside).collect();
    said.extend(beside_as.map(|(index, _)| index));
    let joined: Vec<usize> = said
        .iter()
        .flat_map(|&head| sentence.children(head).filter(|(_, below)| below.label == Label::Conj))
        .map(|(index, _)| index)
        .collect();
    said.extend(joined);
    said
}

/// Tells whether one of the asked words stands before the noun, or under "of" after it.
pub fn modifier_fits(sentence: &Sentence, frame: &Frame, nouns: &[usize]) -> bool {
    frame.modifier.is_empty() || nouns.iter().any(|&noun| is_modified(sentence, frame, noun))
}

fn is_modified(sentence: &Sentence, frame: &Frame, noun: usize) -> bool {
    let before = sentence
        .children(noun)
        .filter(|(_, below)| matches!(below.label, Label::Amod | Label::Compound | Label::Poss | Label::Nummod));
    let after = sentence
        .children(noun)
        .filter(|(_, below)| below.label == Label::Prep)
        .flat_map(|(preposition, _)| clause::objects(sentence, preposition));
    before.map(|(index, _)| index).chain(after).any(|index| {
        lemma_of(sentence, index).is_some_and(|lemma| frame.modifier.has(&lemma, std::iter::empty::<&str>()))
    })
}

/// Returns the nouns around a verb that a modifier may stand before: objects, and what stands under the prepositions of
/// the verb or of those, not under what these hold in turn.
fn around(sentence: &Sentence, verb: usize, arguments: &Arguments) -> Vec<usize> {
    let above = |index: usize| sentence.token(index).and_then(|token| token.head);
    let is_near =
        |preposition: usize| above(preposition).is_some_and(|head| head == verb || arguments.object.contains(&head));
    let under = arguments.preps.iter().filter(|&&(preposition, _)| is_near(preposition)).map(|&(_, under)| under);
    arguments.object.iter().copied().chain(under).collect()
}

/// Tells whether a noun is in a set, looking into containers ("a package of sanctions") and along
/// coordination ("visa bans and sanctions").
pub fn is_one_of(sentence: &Sentence, head: usize, words: &Words, frames: &Frames) -> bool {
    is_one(sentence, head, words, frames, true)
}

/// Tells whether a noun is in a set, whatever is coordinated with it.
fn is_one_itself(sentence: &Sentence, head: usize, words: &Words, frames: &Frames) -> bool {
    is_one(sentence, head, words, frames, false)
}

fn is_one(sentence: &Sentence, head: usize, words: &Words, frames: &Frames, joined: bool) -> bool {
    let Some(lemma) = lemma_of(sentence, head) else { return false };
    if has_at(sentence, head, &lemma, words) {
        return true;
    }
    // "Ambassador Ana Quispe" is an ambassador: the title before a name says what the name is.
    let titles = sentence.children(head).filter(|(index, below)| {
        *index < head && matches!(below.label, Label::Compound | Label::Nmod) && clause::is_noun(below)
    });
    if is_name(sentence, head)
        && titles
            .map(|(index, _)| index)
            .any(|index| lemma_of(sentence, index).is_some_and(|title| has_at(sentence, index, &title, words)))
    {
        return true;
    }
    // "Will supply 31 of its tanks": a number holds what is counted.
    let is_number = sentence.token(head).is_some_and(|token| token.tag == Tag::Cd);
    let holds = || is_number || frames.is_container(&lemma);
    sentence.children(head).any(|(index, below)| match below.label {
        Label::Conj => joined && is_one(sentence, index, words, frames, true),
        Label::Compound | Label::Amod => {
            let is_one = |lemma: Cow<'_, str>| words.has(&lemma, std::iter::empty::<&str>());
            lemma_of(sentence, index).is_some_and(is_one) && holds()
        }
        Label::Prep if holds() => {
            clause::objects(sentence, index).any(|object| is_one_of(sentence, object, words, frames))
        }
        _ => false,
    })
}

/// Tells whether a lemma, after the lemmas before its token, is in a set.
fn has_at(sentence: &Sentence, index: usize, lemma: &str, words: &Words) -> bool {
    words.has(lemma, (0..index).rev().take(LONGEST).filter_map(|at| lemma_of(sentence, at)))
}

fn is_name(sentence: &Sentence, index: usize) -> bool {
    sentence.token(index).is_some_and(|token| matches!(token.tag, Tag::Nnp | Tag::Nnps))
}

/// Tells whether the object of a frame is a proper name, or what stands under a preposition beside the noun it asks for:
/// "blocked the entry of Chile".
fn is_of_name(sentence: &Sentence, frame: &Frame, arguments: &Arguments) -> bool {
    if frame.object.is_empty() {
        let is_asked = |preposition: usize| frame.preps_any.iter().any(|word| has_lemma(sentence, preposition, word));
        let under = arguments.preps.iter().filter(|(preposition, _)| is_asked(*preposition)).map(|(_, under)| under);
        return arguments.object.iter().chain(under).any(|&object| is_name(sentence, object));
    }
    arguments.preps.iter().any(|&(_, under)| is_name(sentence, under))
}

/// Returns the lemma of a token in lower case.
#[must_use]
pub fn lemma_of(sentence: &Sentence, index: usize) -> Option<Cow<'_, str>> {
    let lemma = &*sentence.token(index)?.lemma;
    let is_lower = lemma.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    Some(if is_lower { Cow::Borrowed(lemma) } else { Cow::Owned(lemma.to_lowercase()) })
}

fn has_lemma(sentence: &Sentence, index: usize, lemma: &str) -> bool {
    sentence.token(index).is_some_and(|token| &*token.lower == lemma || &*token.lemma == lemma)
}

/// Tells whether a verb has a particle, however the parser labels it.
fn has_particle(sentence: &Sentence, verb: usize, wanted: &str) -> bool {
    let is_particle = |token: &Token| {
        token.label == Label::Prt
            || token.tag == Tag::Rp
            || matches!(token.label, Label::Advmod | Label::Prep | Label::Dobj | Label::Acomp | Label::Oprd)
    };
    // "Gave the news in a letter" has an object and a preposition.
    let has_object = sentence.child(verb, Label::Dobj).is_some();
    let governs = |at: usize| sentence.child(at, Label::Pobj).is_some();
    // "In Lima he called the decision a mistake": it stands behind the verb.
    sentence.children(verb).any(|(at, token)| {
        let is_free = token.label != Label::Prep || at > verb && !(has_object && governs(at));
        is_free && &*token.lower == wanted && is_particle(token)
    }) || sentence.token(verb + 1).is_some_and(|token| {
        // "Says sorry is not enough": what is said, and no part of the verb.
        &*token.lower == wanted && token.label != Label::Nsubj
    })
}
