//! Which mentions fill the slots of a frame: who acts, and toward whom.
//!
//! A slot is looked at in the order that the frame gives; the first that holds somebody wins.

use super::clause::{self, Arguments};
use super::frame::lemma_of;
use super::mention::{Form, Mention};
use crate::english::Sentence;
use crate::english::tag::Label;
use crate::ontology::frames::{Frames, Slot};

/// The mentions of one sentence, as slots look at them.
#[derive(Copy, Clone)]
pub struct Cast<'a> {
    /// The sentence.
    pub sentence: &'a Sentence,
    /// The mentions in it, in order.
    pub mentions: &'a [Mention],
    /// Knows which nouns stand for their owner.
    pub frames: &'a Frames,
}

impl<'a> Cast<'a> {
    /// Returns those who act, by the first slot that holds somebody.
    #[must_use]
    pub fn actors(&self, slots: &[Slot], trigger: usize, arguments: &Arguments) -> Vec<&'a Mention> {
        slots
            .iter()
            .map(|slot| self.fill(slot, trigger, arguments, true))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    /// Returns those toward whom it is done: the first slot that holds somebody who is none of `actors`.
    #[must_use]
    pub fn recipients(
        &self,
        slots: &[Slot],
        trigger: usize,
        arguments: &Arguments,
        fits: &dyn Fn(&Mention) -> bool,
    ) -> Vec<&'a Mention> {
        slots
            .iter()
            .map(|slot| {
                let mut found = self.fill(slot, trigger, arguments, false);
                found.retain(|mention| fits(mention));
                found
            })
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    fn fill(&self, slot: &Slot, trigger: usize, arguments: &Arguments, acting: bool) -> Vec<&'a Mention> {
        let heads = |heads: &[usize]| {
            let mut found = Vec::new();
            for &head in heads {
                add(&mut found, if acting { self.acting(head) } else { self.within(head) });
            }
            found
        };
        let mut found = match slot {
            Slot::Subject => heads(&arguments.subject),
            Slot::Object => heads(&arguments.object),
            Slot::Indirect => heads(&arguments.indirect),
            Slot::Attribute => heads(&arguments.attribute),
            Slot::Prep(wanted) => {
                let is_wanted = |index: usize| self.sentence.token(index).is_some_and(|token| *token.lower == **wanted);
                let under = arguments.preps.iter().filter(|(index, _)| is_wanted(*index)).map(|&(_, under)| under);
                heads(&under.collect::<Vec<usize>>())
            }
            Slot::Complement => {
                let mut found = Vec::new();
                for &clause in &arguments.complement {
                    let inner = clause::of_verb(self.sentence, clause);
                    let under: Vec<usize> = inner.preps.iter().map(|&(_, under)| under).collect();
                    add(&mut found, heads(&inner.subject));
                    add(&mut found, heads(&inner.object));
                    add(&mut found, heads(&under));
                    if !acting {
                        add(&mut found, self.anywhere_below(clause));
                    }
                }
                found
            }
            Slot::Modifier => self.modifiers(trigger),
            Slot::Clause => self.anywhere_below(trigger),
            // Not in this sentence: `assemble` looks at the events before.
            Slot::Context => Vec::new(),
        };
        if acting {
            found.retain(|mention| mention.form != Form::Place);
        }
        found
    }

    /// Returns who is named by a noun that acts: the noun itself, with those coordinated, or the owner
    /// of a noun that stands for its owner.
    fn acting(&self, head: usize) -> Vec<&'a Mention> {
        let mut found = self.at(head);
        if found.is_empty() {
            let is_proxy = lemma_of(self.sentence, head).is_some_and(|lemma| self.frames.is_proxy(&lemma));
            if is_proxy {
                found = self.modifiers(head);
                if found.is_empty() {
                    found = self.under_prepositions(head);
                }
            }
        }
        found
    }

    /// Returns who is named anywhere in the phrase of a noun, the nearest to its head first found wins:
    /// the noun itself, what stands before it, what stands under its prepositions.
    fn within(&self, head: usize) -> Vec<&'a Mention> {
        let found = self.at(head);
        if !found.is_empty() {
            return found;
        }
        let before = self.modifiers(head);
        if !before.is_empty() {
            return before;
        }
        let under = self.under_prepositions(head);
        if !under.is_empty() {
            return under;
        }
        let coordinated: Vec<usize> = self.conjuncts(head);
        coordinated.into_iter().map(|index| self.within(index)).find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// Returns the mentions that hold a token or are headed by it, with those coordinated or in apposition.
    #[must_use]
    pub fn at(&self, head: usize) -> Vec<&'a Mention> {
        let mut found: Vec<&'a Mention> = self.mentions.iter().filter(|mention| mention.covers(head)).collect();
        if found.is_empty() {
            found = self
                .sentence
                .children(head)
                .filter(|(_, below)| below.label == Label::Appos)
                .flat_map(|(index, _)| self.mentions.iter().filter(move |mention| mention.covers(index)))
                .collect();
        }
        if !found.is_empty() {
            for index in self.conjuncts(head) {
                add(&mut found, self.at(index));
            }
        }
        found
    }

    fn conjuncts(&self, head: usize) -> Vec<usize> {
        self.sentence.children(head).filter(|(_, below)| below.label == Label::Conj).map(|(index, _)| index).collect()
    }

    /// Returns those named by possessors, adjectives and nouns before a noun.
    fn modifiers(&self, noun: usize) -> Vec<&'a Mention> {
        let mut found = Vec::new();
        for (index, below) in self.sentence.children(noun) {
            if matches!(below.label, Label::Poss | Label::Amod | Label::Compound | Label::Nmod) {
                add(&mut found, self.at(index));
                if found.is_empty() && below.label != Label::Amod {
                    add(&mut found, self.modifiers(index));
                }
            }
        }
        found
    }

    fn under_prepositions(&self, noun: usize) -> Vec<&'a Mention> {
        for (preposition, below) in self.sentence.children(noun) {
            if below.label == Label::Prep {
                for object in clause::objects(self.sentence, preposition) {
                    let found = self.within(object);
                    if !found.is_empty() {
                        return found;
                    }
                }
            }
        }
        Vec::new()
    }

    fn anywhere_below(&self, top: usize) -> Vec<&'a Mention> {
        let below = self.sentence.subtree(top);
        self.mentions
            .iter()
            .filter(|mention| below.binary_search(&mention.head).is_ok())
            .filter(|mention| !matches!(mention.form, Form::Place))
            .take(1)
            .collect()
    }
}

fn add<'a>(to: &mut Vec<&'a Mention>, from: Vec<&'a Mention>) {
    for mention in from {
        if !to.iter().any(|other| std::ptr::eq(*other, mention)) {
            to.push(mention);
        }
    }
}
