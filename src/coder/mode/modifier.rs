//! What stands directly on a verb or noun: auxiliaries, negation, conditions, adverbs.

use super::Tense;
use crate::coder::clause;
use crate::english::tag::{Label, Tag};
use crate::english::{Sentence, Token};
use crate::model::category::{Aspect, Mode};
use crate::ontology::lexicon::mode::{Auxiliary, ModeWords, Particle};

/// What modifies a verb.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Modifiers {
    /// The token that negates it.
    pub negation: Option<usize>,
    /// Whether it comes about only after something else has: "will return once Peru has paid".
    pub waits: bool,
    /// The modal with its token.
    pub modal: Option<(Auxiliary, usize)>,
    /// The token that makes it depend on an if.
    pub condition: Option<usize>,
    /// The token that makes it a question.
    pub question: Option<usize>,
    /// An infinitive with its own subject at the head of a sentence: "Peru to host summit".
    pub headline_future: bool,
    /// Modes and aspects of adverbs, with their tokens.
    pub adverbs: Vec<(usize, Option<Mode>, Option<Aspect>)>,
    /// Whether it has been done again and again.
    pub background: bool,
    /// Whether it is done by announcing it.
    pub at_once: bool,
}

/// Tells whether a token is a form of a verb.
pub(super) fn is_verb(token: &Token) -> bool {
    matches!(token.tag, Tag::Vb | Tag::Vbd | Tag::Vbg | Tag::Vbn | Tag::Vbp | Tag::Vbz | Tag::Md)
}

/// Returns what modifies a verb; what stands before the first of two coordinated verbs counts for both.
pub(super) fn of_verb(sentence: &Sentence, verb: usize, words: &ModeWords) -> Modifiers {
    let mut found = own(sentence, verb, words);
    let Some(token) = sentence.token(verb) else { return found };
    found.negation = found.negation.or_else(|| negative_link(sentence, verb, words));
    if token.label == Label::Conj
        && let Some(head) = token.head.filter(|head| sentence.token(*head).is_some_and(is_verb))
        && shares_auxiliaries(sentence, verb, head)
    {
        let shared = of_verb(sentence, head, words);
        // "Received no notice and proposed talks": what was not received is no matter of the talks.
        let is_of_both =
            |&token: &usize| token < head || sentence.token(token).is_some_and(|token| token.head == Some(head));
        found.negation = found.negation.or(shared.negation.filter(is_of_both));
        found.modal = found.modal.or(shared.modal);
        found.waits |= shared.waits;
        found.condition = found.condition.or(shared.condition);
        found.question = found.question.or(shared.question);
        found.headline_future |= shared.headline_future;
    }
    found
}

/// Returns the word that joins a clause to the one before and negates it: "has not sent arms, nor has it lifted the ban".
fn negative_link(sentence: &Sentence, verb: usize, words: &ModeWords) -> Option<usize> {
    let token = sentence.token(verb).filter(|token| token.label == Label::Conj)?;
    let links = sentence.children(token.head?).filter(|(index, below)| below.label == Label::Cc && *index < verb);
    let (link, word) = links.last()?;
    // Nearer to this clause than to the one before: no other clause stands between.
    let is_next = (link + 1..verb).all(|at| sentence.token(at).is_none_or(|between| between.head != token.head));
    (is_next && words.is(&word.lower, Particle::Negation)).then_some(link)
}

/// Tells whether a coordinated verb has neither subject nor auxiliary and the form of the first one.
fn shares_auxiliaries(sentence: &Sentence, verb: usize, head: usize) -> bool {
    let own = sentence.children(verb).any(|(_, below)| {
        matches!(below.label, Label::Nsubj | Label::NsubjPass | Label::Aux | Label::AuxPass | Label::Expl)
    });
    let form = |index: usize| sentence.token(index).map(|token| token.tag);
    // The parser takes some base forms for finite ones.
    let plain = |tag: Option<Tag>| matches!(tag, Some(Tag::Vb | Tag::Vbp));
    // "Should have gone further and closed": the tagger takes some participles for past forms.
    let closed = |tag: Option<Tag>| matches!(tag, Some(Tag::Vbn | Tag::Vbd));
    let is_perfect = form(head) == Some(Tag::Vbn) && closed(form(verb));
    !own && (form(verb) == form(head) || plain(form(verb)) && plain(form(head)) || is_perfect)
}

fn own(sentence: &Sentence, verb: usize, words: &ModeWords) -> Modifiers {
    let mut found = Modifiers::default();
    let Some(token) = sentence.token(verb) else { return found };
    let mut has_subject = false;
    let (mut to, mut have) = (None, None);
    for (index, below) in sentence.children(verb) {
        match below.label {
            Label::Aux | Label::AuxPass => {
                if below.tag == Tag::To {
                    to = Some(index);
                    // "Which has still to be signed".
                    found.modal = have.map(|have| (Auxiliary::Obligation, have)).or(found.modal);
                }
                if words.auxiliary(&below.lower, &below.lemma) == Some(Auxiliary::Perfect) {
                    have = Some(index);
                }
                if let Some(auxiliary) = words.auxiliary(&below.lower, &below.lemma)
                    && !matches!(auxiliary, Auxiliary::Perfect | Auxiliary::Be | Auxiliary::Supportive)
                {
                    found.modal = Some((auxiliary, index));
                }
            }
            Label::Mark | Label::Advmod if words.is(&below.lower, Particle::Question) => found.question = Some(index),
            Label::Mark if words.is(&below.lower, Particle::Condition) => found.condition = Some(index),
            // "Will return as soon as Peru has paid".
            Label::Advmod if words.is(&below.lower, Particle::Preceding) => {
                found.waits |= sentence.child(index, Label::Advcl).is_some();
            }
            Label::Advcl => {
                let mark = sentence.children(index).find(|(_, mark)| {
                    mark.label == Label::Mark
                        && words.is(&mark.lower, Particle::Condition)
                        && !words.is(&mark.lower, Particle::Question)
                });
                let concessive = |mark: usize| {
                    mark.checked_sub(1)
                        .and_then(|before| sentence.token(before))
                        .is_some_and(|before| words.is(&before.lower, Particle::Concessive))
                };
                let follows = |(at, mark): (usize, &Token)| {
                    let before = at.checked_sub(1).and_then(|before| sentence.token(before));
                    let words_before = std::iter::once(mark).chain(before);
                    mark.label == Label::Mark
                        && words_before.into_iter().any(|word| words.is(&word.lower, Particle::Preceding))
                };
                found.waits |= sentence.children(index).any(follows);
                found.condition = found.condition.or(mark.map(|(mark, _)| mark).filter(|&mark| !concessive(mark)));
            }
            Label::Nsubj | Label::NsubjPass => {
                has_subject = true;
                found.negation = found.negation.or(negative_noun(sentence, index, words));
            }
            Label::Dobj => found.negation = found.negation.or(negative_noun(sentence, index, words)),
            _ => {}
        }
        if is_negation(sentence, index, below, words) && !is_done_at_last(sentence, verb, words) {
            found.negation = found.negation.or(Some(index));
        }
        for start in [index.saturating_sub(1), index] {
            adverbial(sentence, start, index, words, &mut found);
        }
        let conditions = words.conditions(&below.lower);
        if conditions.iter().any(|phrase| matches_at(sentence, index, phrase)) && below.label != Label::Punct {
            found.condition = found.condition.or(Some(index));
        }
    }
    found.condition = found.condition.or_else(|| preceded_by(sentence, verb, words));
    found.condition = found.condition.or_else(|| inverted(sentence, verb, words));
    found.negation = found.negation.or_else(|| inverted_negation(sentence, verb, words));
    // "Will not talk unless Peru leaves": refused all the same.
    let is_kept = |&mark: &usize| {
        let word = sentence.token(mark);
        word.is_some_and(|word| word.head != Some(verb) && words.is(&word.lower, Particle::Demanded))
    };
    if found.negation.is_some() {
        found.condition = found.condition.filter(|mark| !is_kept(mark));
    }
    found.headline_future = to.is_some() && has_subject && token.label == Label::Root;
    if token.label == Label::Root
        && let Some((last, _)) =
            sentence.tokens.iter().enumerate().rev().find(|(_, mark)| words.is(&mark.lower, Particle::QuestionMark))
        && sentence.token(last).is_some_and(|mark| mark.quotation == token.quotation)
    {
        found.question = found.question.or(Some(last));
    }
    found
}

/// Returns what negates a clause from its head, with the auxiliary before the subject: "nor has Peru recalled its envoy",
/// "at no time did Peru close the border".
fn inverted_negation(sentence: &Sentence, verb: usize, words: &ModeWords) -> Option<usize> {
    let child = |labels: &[Label]| sentence.children(verb).find(|(_, below)| labels.contains(&below.label));
    let (auxiliary, _) = child(&[Label::Aux, Label::AuxPass])?;
    let has_subject = sentence.children(verb).any(|(index, below)| {
        matches!(below.label, Label::Nsubj | Label::NsubjPass) && auxiliary < index && index < verb
    });
    let first = sentence.subtree(verb).into_iter().min().filter(|&first| has_subject && first < auxiliary)?;
    let is = |index: usize, particle| sentence.token(index).is_some_and(|token| words.is(&token.lower, particle));
    let under = first + 1;
    let is_prepositional = sentence.token(first).is_some_and(|token| token.tag == Tag::In);
    if is(first, Particle::Negation) && !is(under, Particle::NotNegation) {
        Some(first)
    } else {
        Some(under).filter(|&under| is_prepositional && is(under, Particle::NegativeDeterminer))
    }
}

/// Returns the auxiliary at the head of a sentence that makes it depend on a condition: "had Peru left, talks would have failed".
fn inverted(sentence: &Sentence, verb: usize, words: &ModeWords) -> Option<usize> {
    let auxiliary = |word: &Token| words.auxiliary(&word.lower, &word.lemma);
    let first = sentence.token(0).filter(|first| first.tag == Tag::Vbd && verb > 0)?;
    let helps = matches!(auxiliary(first), Some(Auxiliary::Perfect | Auxiliary::Be));
    let comma =
        sentence.tokens.iter().position(|token| token.tag == Tag::Comma).filter(|&comma| helps && verb < comma)?;
    let main = sentence.tokens.get(comma..)?;
    main.iter().any(|word| auxiliary(word) == Some(Auxiliary::Conditional)).then_some(0)
}

/// Returns the mark of a clause of what comes first, beside what the present tells: "becomes a member once Peru has signed".
fn preceded_by(sentence: &Sentence, verb: usize, words: &ModeWords) -> Option<usize> {
    let is_now = |verb: usize| matches!(tense(sentence, verb, words), Tense::Present | Tense::PresentPerfect);
    let mark_of = |clause: usize| {
        let mut marks =
            sentence.children(clause).filter(|(_, below)| matches!(below.label, Label::Mark | Label::Advmod));
        marks.find(|(_, mark)| words.is(&mark.lower, Particle::Preceding)).map(|(mark, _)| mark)
    };
    let clauses = sentence.children(verb).filter(|&(clause, below)| below.label == Label::Advcl && is_now(clause));
    clauses.filter(|_| is_now(verb)).find_map(|(clause, _)| mark_of(clause))
}

/// Tells whether what was not done until a date was done then: "ties were not restored until May 1988".
fn is_done_at_last(sentence: &Sentence, verb: usize, words: &ModeWords) -> bool {
    let is_over = |index: usize, below: &Token| {
        below.label == Label::Prep
            && index > verb
            && words.is(&below.lower, Particle::NotNegation)
            && sentence.child(index, Label::Pobj).is_some()
    };
    let is_past = matches!(tense(sentence, verb, words), Tense::Past | Tense::PastPerfect);
    is_past && sentence.children(verb).any(|(index, below)| is_over(index, below))
}

/// Tells whether a token negates what it depends on; "not only" does not.
fn is_negation(sentence: &Sentence, index: usize, token: &Token, words: &ModeWords) -> bool {
    let negates = token.label == Label::Neg
        || matches!(token.label, Label::Advmod | Label::Preconj | Label::Cc)
            && words.is(&token.lower, Particle::Negation);
    let taken_back = sentence.token(index + 1).is_some_and(|next| words.is(&next.lower, Particle::NotNegation));
    negates && !taken_back && token.label != Label::Det
}

/// Returns the determiner that negates a noun, or the noun itself where it is a negative pronoun.
pub(super) fn negative_noun(sentence: &Sentence, noun: usize, words: &ModeWords) -> Option<usize> {
    let is_negative = |token: &Token| words.is(&token.lower, Particle::NegativeDeterminer);
    let is_pronoun = |token: &Token| matches!(token.tag, Tag::Dt | Tag::Nn | Tag::Prp | Tag::Cc);
    if sentence.token(noun).is_some_and(|token| is_negative(token) && is_pronoun(token)) {
        return Some(noun);
    }
    sentence
        .children(noun)
        .find(|(_, below)| {
            let determines = matches!(below.label, Label::Det | Label::Neg | Label::Preconj) || below.tag == Tag::Dt;
            determines && is_negative(below)
        })
        .map(|(index, _)| index)
}

fn adverbial(sentence: &Sentence, start: usize, child: usize, words: &ModeWords, found: &mut Modifiers) {
    let Some(first) = sentence.token(start) else { return };
    let Some(phrase) = words.adverbials(&first.lower).iter().find(|phrase| matches_at(sentence, start, &phrase.words))
    else {
        return;
    };
    // "In the past two weeks": what the last word stands before is told as well.
    let last = start + phrase.words.len() - 1;
    // "Closed all but one of its crossings": what is counted out is no doubt about the act.
    let counts_out =
        phrase.gives == Some(Mode::Negated) && sentence.token(last + 1).is_some_and(|next| next.tag == Tag::Cd);
    if counts_out {
        return;
    }
    if sentence.token(last).is_some_and(|word| word.head.is_some_and(|head| head > last) && word.label == Label::Amod) {
        return;
    }
    let holds_child = (start..start + phrase.words.len()).contains(&child);
    let is_adverb = phrase.words.len() > 1 || matches!(first.tag, Tag::Rb | Tag::Rbr | Tag::Rbs);
    if holds_child && is_adverb && !found.adverbs.iter().any(|(token, ..)| *token == start) {
        found.adverbs.push((start, phrase.gives, phrase.aspect));
        found.background |= phrase.background;
        found.at_once |= phrase.at_once;
    }
}

fn matches_at(sentence: &Sentence, start: usize, phrase: &[Box<str>]) -> bool {
    phrase.iter().enumerate().all(|(step, word)| sentence.token(start + step).is_some_and(|token| token.lower == *word))
}

/// Returns the tense of a verb by its form and auxiliaries; absent for infinitives and participles.
pub(super) fn tense(sentence: &Sentence, verb: usize, words: &ModeWords) -> Tense {
    let Some(token) = sentence.token(verb) else { return Tense::Absent };
    let mut perfect = None;
    let mut first: Option<&Token> = None;
    for (_, below) in sentence.children(verb).filter(|(_, below)| matches!(below.label, Label::Aux | Label::AuxPass)) {
        match words.auxiliary(&below.lower, &below.lemma) {
            Some(Auxiliary::Future) => return Tense::Future,
            Some(Auxiliary::Conditional) => return Tense::FutureInPast,
            Some(Auxiliary::Perfect) => perfect = Some(below.tag),
            _ => {}
        }
        first = first.or(Some(below));
    }
    match perfect {
        Some(Tag::Vbd) => return Tense::PastPerfect,
        Some(Tag::Vbz | Tag::Vbp) => return Tense::PresentPerfect,
        _ => {}
    }
    let finite = |tag: Tag| match tag {
        Tag::Vbd => Some(Tense::Past),
        Tag::Vbz | Tag::Vbp => Some(Tense::Present),
        _ => None,
    };
    if let Some(tense) = first.and_then(|auxiliary| finite(auxiliary.tag)).or_else(|| finite(token.tag)) {
        return tense;
    }
    match token.head.filter(|_| token.label == Label::Conj && first.is_none()) {
        Some(head) if shares_auxiliaries(sentence, verb, head) => tense(sentence, head, words),
        _ => Tense::Absent,
    }
}

/// Tells whether a copula says what its subject is to do: "talks are to open on March 10".
pub(super) fn is_to_be_done(sentence: &Sentence, copula: usize, words: &ModeWords) -> bool {
    let token = sentence.token(copula);
    let is_copula = token.is_some_and(|token| words.auxiliary(&token.lower, &token.lemma) == Some(Auxiliary::Be));
    let to = sentence.child(copula, Label::Xcomp).filter(|&to| clause::is_infinitive(sentence, to));
    is_copula && to.is_some()
}

/// Tells whether somebody reacts to what another decided: "did not accept Peru's decision to leave".
pub(super) fn is_reacted_to(sentence: &Sentence, noun: usize, verb: usize, words: &ModeWords) -> bool {
    let owner = sentence.child(noun, Label::Poss).and_then(|owner| sentence.token(owner));
    let is_of_another = owner.is_some_and(|owner| owner.tag != Tag::PrpPoss);
    let reacts = sentence.token(verb).is_some_and(|verb| words.is(&verb.lemma, Particle::Reacting));
    reacts && (is_of_another || clause::of_whom(sentence, noun).is_some())
}
