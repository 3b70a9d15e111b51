//! The dependency parser: arc-hybrid transitions, a linear model over hashed features and a beam.
//!
//! Every arc gets its label the moment it is drawn, so that labels are features of later decisions.
//! Invariant: any scores give a projective tree with one root over all words of the line.

use super::features::{Arc, Labels, Outlook, Scores};
use super::tree::{Line, NONE, Tree};

/// What moves the parser on.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Step {
    /// Moves the next word onto the stack.
    Shift = 0,
    /// Hangs the top of the stack under the next word.
    Left = 1,
    /// Hangs the top of the stack under the word below it.
    Right = 2,
}

impl Step {
    pub(crate) const ALL: [Self; 3] = [Self::Shift, Self::Left, Self::Right];
}

/// The weights as the parser asks for them: bundled ones, or those being trained.
pub(crate) trait Model {
    /// Returns what some features add to the scores of the three steps.
    fn score<const N: usize>(&self, features: &[u64; N]) -> [i32; 3];
    /// Adds the weights of some features of an arc to the sums of the labels.
    fn weigh<const N: usize>(&self, features: &[u64; N], sums: &mut [i32; 64]);
    /// Returns the labels possible between two tags; `left` where the head stands to the right.
    fn candidates(&self, head: u8, dependent: u8, left: bool) -> u64;
}

/// What is known of a word while parsing.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Node {
    pub(crate) head: u16,
    pub(crate) label: u8,
    /// Numbers of dependents on either side.
    pub(crate) n_left: u8,
    pub(crate) n_right: u8,
    /// The outermost dependents and the ones before them.
    pub(crate) left: [u16; 2],
    pub(crate) right: [u16; 2],
    /// Sets of labels of the dependents on either side.
    pub(crate) left_labels: u64,
    pub(crate) right_labels: u64,
}

const BARE: Node = Node {
    head: NONE,
    label: 0,
    n_left: 0,
    n_right: 0,
    left: [NONE; 2],
    right: [NONE; 2],
    left_labels: 0,
    right_labels: 0,
};

/// One partial analysis.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    pub(crate) stack: Vec<u16>,
    pub(crate) next: u16,
    pub(crate) nodes: Vec<Node>,
    /// The steps that led here.
    pub(crate) steps: Vec<Step>,
    pub(crate) score: i64,
}

impl State {
    pub(crate) fn start(&mut self, n_words: usize) {
        self.stack.clear();
        self.next = 0;
        self.nodes.clear();
        self.nodes.resize(n_words, BARE);
        self.steps.clear();
        self.score = 0;
    }

    fn copy(&mut self, other: &Self) {
        self.stack.clone_from(&other.stack);
        self.next = other.next;
        self.nodes.clone_from(&other.nodes);
        self.steps.clone_from(&other.steps);
        self.score = other.score;
    }

    /// Says which steps are possible.
    pub(crate) fn allows(&self, step: Step) -> bool {
        let more = usize::from(self.next) < self.nodes.len();
        match step {
            Step::Shift => more,
            Step::Left => more && !self.stack.is_empty(),
            Step::Right => self.stack.len() > 1,
        }
    }

    /// Takes a step that is allowed; an arc is labeled by the model.
    pub(crate) fn take(&mut self, step: Step, line: &Line, model: &impl Model, labels: &mut Labels) {
        self.steps.push(step);
        let top = match step {
            Step::Shift => {
                self.stack.push(self.next);
                self.next += 1;
                return;
            }
            Step::Left | Step::Right => self.stack.pop().unwrap_or(NONE),
        };
        let head = if step == Step::Left { self.next } else { self.stack.last().copied().unwrap_or(NONE) };
        let (tags, left) = (&line.tags, step == Step::Left);
        let candidates = model.candidates(tags[usize::from(head)], tags[usize::from(top)], left);
        let label = if candidates.is_power_of_two() {
            candidates.trailing_zeros() as u8
        } else {
            Arc::of(line, self, head, top).label(model, labels, candidates)
        };
        self.draw(head, top, label);
    }

    /// Draws an arc.
    fn draw(&mut self, head: u16, dependent: u16, label: u8) {
        let node = &mut self.nodes[usize::from(dependent)];
        node.head = head;
        node.label = label;
        let node = &mut self.nodes[usize::from(head)];
        if dependent < head {
            node.n_left = node.n_left.saturating_add(1);
            node.left = [dependent, node.left[0]];
            node.left_labels |= 1 << label;
        } else {
            node.n_right = node.n_right.saturating_add(1);
            node.right = [dependent, node.right[0]];
            node.right_labels |= 1 << label;
        }
    }

    /// Takes an arc step with a label that is known.
    pub(crate) fn take_labeled(&mut self, step: Step, label: u8) {
        self.steps.push(step);
        match step {
            Step::Shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Step::Left => {
                let top = self.stack.pop().unwrap_or(NONE);
                self.draw(self.next, top, label);
            }
            Step::Right => {
                let top = self.stack.pop().unwrap_or(NONE);
                let head = self.stack.last().copied().unwrap_or(NONE);
                self.draw(head, top, label);
            }
        }
    }

    /// Returns the tree drawn so far.
    pub(crate) fn tree(&self, root: u8) -> Tree {
        let heads = self.nodes.iter().map(|node| node.head).collect();
        let labels = self.nodes.iter().map(|node| if node.head == NONE { root } else { node.label }).collect();
        Tree { heads, labels }
    }
}

/// A step out of one of the states, as one number: the better comes first, then the earlier state, then the lesser step.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Proposal(i64);

impl Proposal {
    /// The bits of a step, and those of a step and a state.
    const STEP: u32 = 2;
    const CHOICE: u32 = 16;

    fn new(score: i64, parent: usize, step: Step) -> Self {
        Self(-score << Self::CHOICE | (parent as i64) << Self::STEP | step as i64)
    }

    fn score(self) -> i64 {
        -(self.0 >> Self::CHOICE)
    }

    fn parent(self) -> usize {
        (self.0 as u16 >> Self::STEP) as usize
    }

    fn step(self) -> Step {
        Step::ALL.get((self.0 & ((1 << Self::STEP) - 1)) as usize).copied().unwrap_or(Step::Shift)
    }
}

/// How widely to search.
#[derive(Copy, Clone, Debug)]
pub struct Search {
    /// How many analyses are followed at once.
    pub width: usize,
    /// An analysis that falls behind the best by more than this is given up.
    pub margin: i64,
}

/// The states of a beam, kept between sentences so that nothing is allocated anew.
#[derive(Clone, Debug, Default)]
pub(crate) struct Beam {
    pub(crate) states: Vec<State>,
    spare: Vec<State>,
    proposals: Vec<Proposal>,
    pub(crate) scores: Scores,
    pub(crate) labels: Labels,
}

/// How many answers are remembered, as a power of two: questions recur soon or not at all, and near memory holds these.
const BITS: u32 = 7;

/// What the model answered earlier in the sentence: the states of a beam mostly differ where features do not look.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory<T> {
    slots: Vec<Slot<T>>,
    /// The number of the sentence; what slots hold of others is forgotten.
    sentence: u32,
}

#[derive(Copy, Clone, Debug, Default)]
struct Slot<T> {
    key: u64,
    sentence: u32,
    answer: T,
}

impl<T: Copy + Default> Memory<T> {
    /// Forgets all, for the next sentence.
    pub(crate) fn clear(&mut self) {
        self.sentence = self.sentence.wrapping_add(1);
        if self.slots.is_empty() || self.sentence == 0 {
            self.slots.clear();
            self.slots.resize(1 << BITS, Slot::default());
            self.sentence = 1;
        }
    }

    /// Returns the answer to the question with a key, asking only where it is not remembered.
    #[inline]
    pub(crate) fn recall(&mut self, key: u64, ask: impl FnOnce() -> T) -> &T {
        if self.slots.is_empty() {
            self.clear();
        }
        let at = key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - BITS);
        let slot = &mut self.slots[at as usize];
        if slot.key != key || slot.sentence != self.sentence {
            *slot = Slot { key, sentence: self.sentence, answer: ask() };
        }
        &slot.answer
    }
}

impl Beam {
    /// Begins a sentence.
    pub(crate) fn start(&mut self, n_words: usize) {
        self.scores.clear();
        self.labels.clear();
        self.spare.append(&mut self.states);
        let mut first = self.spare.pop().unwrap_or_default();
        first.start(n_words);
        self.states.push(first);
    }

    /// Takes one step in every state and keeps the best, best first.
    pub(crate) fn advance(&mut self, line: &Line, model: &impl Model, search: Search) {
        self.proposals.clear();
        for (parent, state) in self.states.iter().enumerate() {
            let allowed = Step::ALL.map(|step| state.allows(step));
            let scores = if allowed.iter().filter(|&&yes| yes).count() > 1 || self.states.len() > 1 {
                Outlook::of(line, state).score(model, &mut self.scores)
            } else {
                [0; 3]
            };
            for step in Step::ALL {
                if allowed[step as usize] {
                    let score = state.score + i64::from(scores[step as usize]);
                    self.proposals.push(Proposal::new(score, parent, step));
                }
            }
        }
        self.proposals.sort_unstable();
        let floor = self.proposals.first().map_or(0, |best| best.score().saturating_sub(search.margin));
        let n_kept = self.proposals.partition_point(|proposal| proposal.score() >= floor).min(search.width);
        self.proposals.truncate(n_kept);
        let n_parents = self.states.len();
        for n in 0..self.proposals.len() {
            let (score, number, step) =
                (self.proposals[n].score(), self.proposals[n].parent(), self.proposals[n].step());
            // The last to go on from a state takes it; those before make copies.
            let again = self.proposals[n + 1..].iter().any(|other| other.parent() == number);
            let parent = &mut self.states[number];
            let mut state = if again {
                let mut copy = self.spare.pop().unwrap_or_default();
                copy.copy(parent);
                copy
            } else {
                std::mem::take(parent)
            };
            state.take(step, line, model, &mut self.labels);
            state.score = score;
            self.states.push(state);
        }
        self.spare.extend(self.states.drain(..n_parents).filter(|state| !state.nodes.is_empty()));
    }
}

/// Returns the number of steps of every complete analysis of `n_words`.
pub(crate) fn n_steps(n_words: usize) -> usize {
    (2 * n_words).saturating_sub(1)
}

/// Parses a line.
pub(crate) fn parse(line: &Line, model: &impl Model, beam: &mut Beam, search: Search, root: u8) -> Tree {
    beam.start(line.len());
    for _ in 0..n_steps(line.len()) {
        beam.advance(line, model, search);
    }
    beam.states.first().map_or_else(Tree::default, |best| best.tree(root))
}
