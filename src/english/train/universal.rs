//! Trees of Universal Dependencies in our scheme.
//!
//! Ours lets prepositions head their nouns, copulas their clauses, last words their names, and each conjunct the next. What
//! that scheme leaves open (under which verb an adverb stands, who is raised to object, which clause heads a quotation) a
//! tree that a parser made of the same words decides.
//!
//! Invariant: what comes out has one root and no cycle; where it would not, the sentence stays as it was.

use super::Sentence;
use crate::english::tag::{Label, Tag};
use std::collections::BTreeMap;

/// Puts the tags and trees of a treebank in place of those that a parser made of the same words.
///
/// Returns how many sentences were corrected.
pub fn correct(sentences: &mut [Sentence], treebank: &[Sentence]) -> usize {
    let mut by_words = BTreeMap::new();
    for sentence in treebank {
        by_words.entry(&sentence.forms).or_insert(sentence);
    }
    let mut n_corrected = 0;
    for sentence in sentences {
        let Some(gold) = by_words.get(&sentence.forms) else { continue };
        let Some((heads, labels)) = Draft::of(gold, sentence).finish() else { continue };
        sentence.names = labels.iter().map(|label| label.as_str().to_owned()).collect();
        (sentence.heads, sentence.labels) = (heads, labels);
        sentence.tags.clone_from(&gold.tags);
        n_corrected += 1;
    }
    n_corrected
}

/// How a word depends on its head.
#[derive(Copy, Clone)]
enum Relation<'a> {
    /// By its name in Universal Dependencies.
    Theirs(&'a str),
    Ours(Label),
}

/// A tree on its way from one scheme to the other.
struct Draft<'a> {
    gold: &'a Sentence,
    /// What a parser made of the same words.
    made: &'a Sentence,
    heads: Vec<Option<usize>>,
    relations: Vec<Relation<'a>>,
}

/// What belongs to the clause and not to the word that a copula gives to its subject.
const OF_CLAUSE: &[&str] = &[
    "nsubj",
    "csubj",
    "expl",
    "aux",
    "mark",
    "advcl",
    "punct",
    "discourse",
    "parataxis",
    "vocative",
    "cop",
    "dislocated",
];
/// What makes a word the head of a clause.
const MAKES_CLAUSE: &[&str] = &["nsubj", "cop", "aux", "expl"];

impl<'a> Draft<'a> {
    fn of(gold: &'a Sentence, made: &'a Sentence) -> Self {
        let relations = gold.names.iter().map(|name| Relation::Theirs(name)).collect();
        Self { gold, made, heads: gold.heads.clone(), relations }
    }

    /// Returns heads and labels of our scheme.
    fn finish(mut self) -> Option<(Vec<Option<usize>>, Vec<Label>)> {
        self.names();
        self.fixed();
        self.existential();
        self.copulas();
        self.coordination();
        self.prepositions();
        self.gerunds();
        self.raised();
        self.quotations();
        let labels = (0..self.heads.len()).map(|at| self.label(at)).collect();
        self.is_tree().then_some((self.heads, labels))
    }

    fn tag(&self, at: usize) -> Tag {
        self.gold.tags[at]
    }

    /// Returns the name of a relation without its subtype, nothing where it is ours already.
    fn base(&self, at: usize) -> &'a str {
        self.name(at).split(':').next().unwrap_or_default()
    }

    fn name(&self, at: usize) -> &'a str {
        match self.relations[at] {
            Relation::Theirs(name) => name,
            Relation::Ours(_) => "",
        }
    }

    fn is(&self, at: usize, base: &str) -> bool {
        self.base(at) == base
    }

    fn children(&self, of: usize) -> Vec<usize> {
        (0..self.heads.len()).filter(|&at| self.heads[at] == Some(of)).collect()
    }

    fn hang(&mut self, at: usize, head: usize, relation: Relation<'a>) {
        self.heads[at] = Some(head);
        self.relations[at] = relation;
    }

    /// Puts a word where another stands.
    fn replace(&mut self, at: usize, by: usize) {
        self.heads[by] = self.heads[at];
        self.relations[by] = self.relations[at];
    }

    /// The last word heads a name, and a name the title before it: "minister Ana Quispe".
    fn names(&mut self) {
        for first in 0..self.heads.len() {
            let below = self.children(first);
            let mut parts: Vec<usize> =
                below.iter().copied().filter(|&at| at > first && self.is_name_part(at)).collect();
            if parts.is_empty() && self.is_noun(first) {
                parts.extend(below.iter().copied().rfind(|&at| self.is_titled(first, at)));
            }
            let Some(&last) = parts.last() else { continue };
            if (first..last).any(|at| matches!(self.tag(at), Tag::Comma | Tag::OpenBracket)) {
                continue;
            }
            self.replace(first, last);
            for at in below.into_iter().filter(|at| !parts.contains(at)) {
                if at > first || !(self.is(at, "compound") || self.is(at, "amod")) {
                    self.heads[at] = Some(last);
                }
            }
            for at in std::iter::once(first).chain(parts.iter().copied().filter(|&at| at != last)) {
                self.hang(at, last, Relation::Theirs("compound"));
            }
        }
    }

    fn is_name_part(&self, at: usize) -> bool {
        self.is(at, "flat") || self.is(at, "goeswith")
    }

    fn is_noun(&self, at: usize) -> bool {
        self.tag(at).is_noun()
    }

    /// Tells whether a name follows its title with nothing between.
    fn is_titled(&self, title: usize, name: usize) -> bool {
        let is_name = matches!(self.tag(name), Tag::Nnp | Tag::Nnps) && name > title;
        let starts = || (title + 1..name).find(|&at| self.heads[at] == Some(name)).unwrap_or(name);
        is_name
            && matches!(self.name(name), "appos" | "nmod:desc")
            && starts() == title + 1
            && !(title..name).any(|at| self.is(at, "punct"))
    }

    /// The second of two words that are one adverb heads the first.
    fn fixed(&mut self) {
        for first in 0..self.heads.len() {
            let below = self.children(first);
            let parts: Vec<usize> = below.iter().copied().filter(|&at| self.is(at, "fixed")).collect();
            let &[last] = parts.as_slice() else { continue };
            let is_adverb = |tag: Tag| matches!(tag, Tag::Rb | Tag::Rbr | Tag::Rbs);
            if last != first + 1
                || !is_adverb(self.tag(last))
                || !(is_adverb(self.tag(first)) || self.tag(first) == Tag::In)
            {
                continue;
            }
            self.replace(first, last);
            below.into_iter().filter(|&at| at != last).for_each(|at| self.heads[at] = Some(last));
            self.hang(first, last, Relation::Theirs("advmod"));
        }
    }

    /// What there is is said of the expletive.
    fn existential(&mut self) {
        for at in 0..self.heads.len() {
            let Some(verb) = self.heads[at].filter(|_| self.is(at, "expl") && self.tag(at) == Tag::Ex) else {
                continue;
            };
            for subject in self.children(verb).into_iter().filter(|&below| below > at) {
                if self.name(subject) == "nsubj" {
                    self.relations[subject] = Relation::Ours(Label::Attr);
                }
            }
        }
    }

    fn heads_a_clause(&self, at: usize) -> bool {
        self.tag(at).is_verb() || self.children(at).into_iter().any(|below| MAKES_CLAUSE.contains(&self.base(below)))
    }

    /// The copula heads what it gives to its subject.
    fn copulas(&mut self) {
        for predicate in 0..self.heads.len() {
            let below = self.children(predicate);
            let Some(&copula) = below.iter().find(|&&at| self.name(at) == "cop") else { continue };
            let has_preposition = below.iter().any(|&at| self.is(at, "case") && self.tag(at) != Tag::Pos);
            let is_clausal = |at: usize| self.is(at, "conj") && self.heads_a_clause(at);
            let moved: Vec<usize> = below
                .iter()
                .copied()
                .filter(|&at| match self.base(at) {
                    base if OF_CLAUSE.contains(&base) => at != copula,
                    "cc" => at < copula || below.iter().any(|&other| other > at && is_clausal(other)),
                    "conj" => is_clausal(at),
                    "advmod" => at < copula || self.made.heads[at] == Some(copula),
                    "obl" => at < copula || matches!(self.name(at), "obl:tmod" | "obl:unmarked"),
                    _ => false,
                })
                .collect();
            moved.into_iter().for_each(|at| self.heads[at] = Some(copula));
            self.replace(predicate, copula);
            let relation = match self.tag(predicate) {
                _ if has_preposition => Relation::Theirs("obl"),
                Tag::Jj | Tag::Jjr | Tag::Jjs | Tag::Vbn | Tag::Vbg => Relation::Ours(Label::Acomp),
                Tag::Rb | Tag::Wrb => Relation::Ours(Label::Advmod),
                tag if tag.is_verb() => Relation::Ours(Label::Xcomp),
                _ => Relation::Ours(Label::Attr),
            };
            self.hang(predicate, copula, relation);
        }
    }

    /// Each conjunct stands under the one before it, with the conjunction between.
    fn coordination(&mut self) {
        for first in 0..self.heads.len() {
            let mut before = first;
            for conjunct in self.children(first).into_iter().filter(|&at| self.is(at, "conj")).collect::<Vec<_>>() {
                self.heads[conjunct] = Some(before);
                for at in self.children(conjunct) {
                    if self.is(at, "cc") && at < conjunct {
                        self.heads[at] = Some(before);
                    }
                }
                before = conjunct;
            }
        }
    }

    /// Prepositions head their nouns.
    fn prepositions(&mut self) {
        for noun in 0..self.heads.len() {
            let below = self.children(noun);
            let prepositions: Vec<usize> = (below.iter().copied())
                .filter(|&at| self.is(at, "case") && self.tag(at) != Tag::Pos && at < noun)
                .collect();
            let (Some(&first), Some(&last)) = (prepositions.first(), prepositions.last()) else { continue };
            // "From Peru and from Chile": the prepositions are joined.
            if self.is(noun, "conj")
                && let Some(head) = self.heads[noun]
                && matches!(self.relations[head], Relation::Ours(Label::Pobj))
            {
                self.heads[noun] = self.heads[head];
            }
            self.heads[first] = self.heads[noun];
            self.relations[first] = match self.name(noun) {
                "obl:agent" => Relation::Ours(Label::Agent),
                name if name.starts_with("conj") || name == "root" => self.relations[noun],
                _ => Relation::Ours(Label::Prep),
            };
            for pair in prepositions.windows(2) {
                self.hang(pair[1], pair[0], Relation::Ours(Label::Prep));
            }
            self.hang(noun, last, Relation::Ours(Label::Pobj));
            for at in below.into_iter().filter(|&at| at < first) {
                match self.base(at) {
                    "cc" => self.heads[at] = self.heads[first],
                    "advmod" | "punct" | "mark" => self.heads[at] = Some(first),
                    _ => {}
                }
            }
        }
    }

    /// "After meeting Chile": prepositions head gerunds, and what the parser takes for one heads a clause.
    fn gerunds(&mut self) {
        for verb in 0..self.heads.len() {
            let below = self.children(verb);
            let mark = |at: &usize| self.is(*at, "mark") && *at < verb;
            let of_gerund = below.iter().copied().find(|at| mark(at) && self.tag(*at) == Tag::In).filter(|_| {
                matches!(self.base(verb), "advcl" | "acl")
                    && self.tag(verb) == Tag::Vbg
                    && !below.iter().any(|&at| self.is(at, "nsubj"))
            });
            let taken = |at: &usize| mark(at) && self.made.labels[*at] == Label::Prep && self.tag(*at) != Tag::To;
            let Some(preposition) = of_gerund.or_else(|| below.iter().copied().find(taken)) else { continue };
            self.heads[preposition] = self.heads[verb];
            self.relations[preposition] = Relation::Ours(Label::Prep);
            self.hang(verb, preposition, Relation::Ours(Label::Pcomp));
        }
    }

    /// "Allowed Peru to leave": who is object of the one verb there may be subject of the other here.
    fn raised(&mut self) {
        for object in 0..self.heads.len() {
            let Some(below) = self.made.heads[object].filter(|_| self.made.labels[object] == Label::Nsubj) else {
                continue;
            };
            if self.is(object, "obj") && self.heads[below] == self.heads[object] && self.is(below, "xcomp") {
                self.hang(object, below, Relation::Ours(Label::Nsubj));
                self.relations[below] = Relation::Ours(Label::Ccomp);
            }
        }
    }

    /// "Peru agreed, Chile said": who says it stands beside it there and above it here.
    fn quotations(&mut self) {
        for saying in 0..self.heads.len() {
            let Some(said) = self.heads[saying].filter(|_| self.is(saying, "parataxis")) else { continue };
            if self.made.heads[said] == Some(saying) {
                self.replace(said, saying);
                self.hang(said, saying, Relation::Ours(self.made.labels[said]));
            }
        }
    }

    fn label(&self, at: usize) -> Label {
        let Some(head) = self.heads[at] else { return Label::Root };
        let made = self.made.labels[at];
        let label = match self.relations[at] {
            Relation::Ours(label) => label,
            Relation::Theirs(name) => match (name, self.base(at)) {
                (_, "root") => Label::Root,
                ("nsubj:pass", _) => Label::NsubjPass,
                ("csubj:pass", _) => Label::CsubjPass,
                ("aux:pass", _) => Label::AuxPass,
                (_, "cop") => Label::Aux,
                (_, "obj") => Label::Dobj,
                (_, "iobj") if self.children(head).into_iter().any(|below| self.is(below, "obj")) => Label::Dative,
                (_, "iobj") => Label::Dobj,
                ("nmod:poss", _) => Label::Poss,
                (_, "case") if self.tag(at) == Tag::Pos => Label::Case,
                (_, "case" | "fixed") => Label::Prep,
                ("acl:relcl" | "advcl:relcl", _) => Label::Relcl,
                ("compound:prt", _) => Label::Prt,
                (_, "compound" | "flat") => Label::Compound,
                ("det:predet", _) => Label::Predet,
                ("cc:preconj", _) => Label::Preconj,
                (_, "advmod") if made == Label::Neg => Label::Neg,
                ("nmod:tmod" | "nmod:npmod" | "nmod:unmarked", _) | (_, "obl" | "vocative") => Label::Npadvmod,
                (_, "mark") if self.tag(at) == Tag::To => Label::Aux,
                (_, "discourse") => Label::Intj,
                (_, base) => Label::from_name(base).unwrap_or(Label::Dep),
            },
        };
        if self.made.heads[at] != Some(head) {
            return label;
        }
        SAME.iter()
            .fold(label, |label, class| if class.contains(&label) && class.contains(&made) { made } else { label })
    }

    fn is_tree(&self) -> bool {
        let is_under_root = |at: usize| {
            let above = std::iter::successors(Some(at), |&at| self.heads[at]);
            above.take(self.heads.len() + 1).count() <= self.heads.len()
        };
        self.heads.iter().filter(|head| head.is_none()).count() == 1 && (0..self.heads.len()).all(is_under_root)
    }
}

/// Labels that the two schemes tell apart by other rules: under the same head, the parser's is kept.
const SAME: &[&[Label]] = &[
    &[Label::Ccomp, Label::Xcomp, Label::Acomp, Label::Oprd, Label::Attr, Label::Advcl, Label::Pcomp],
    &[
        Label::Compound,
        Label::Amod,
        Label::Nmod,
        Label::Nummod,
        Label::Det,
        Label::Poss,
        Label::Quantmod,
        Label::Predet,
    ],
    &[Label::Prt, Label::Advmod, Label::Prep, Label::Neg],
    &[Label::Relcl, Label::Acl, Label::Ccomp],
    &[Label::Npadvmod, Label::Advmod, Label::Dobj],
    &[Label::Dative, Label::Dobj],
    &[
        Label::Dep,
        Label::Nmod,
        Label::Npadvmod,
        Label::Appos,
        Label::Intj,
        Label::Parataxis,
        Label::Ccomp,
        Label::Advcl,
        Label::Meta,
    ],
    &[Label::Aux, Label::AuxPass],
    &[Label::Mark, Label::Advmod, Label::Prep],
    &[Label::Prep, Label::Agent, Label::Dative, Label::Amod, Label::Prt, Label::Aux],
    &[Label::Nsubj, Label::Expl],
    &[Label::Cc, Label::Preconj, Label::Det],
    &[Label::Csubj, Label::Nsubj],
    &[Label::Pobj, Label::Pcomp],
    &[Label::Amod, Label::Acl, Label::Relcl, Label::Nmod],
];

#[cfg(test)]
mod tests {
    use super::correct;
    use crate::english::train::{Sentence, read};
    use std::fmt::Write as _;

    /// Reads a sentence of words with tag, head and relation.
    fn sentence(words: &[(&str, &str, usize, &str)]) -> Sentence {
        let mut text = String::new();
        for (number, (form, tag, head, name)) in (1..).zip(words) {
            writeln!(text, "{number}\t{form}\t_\t_\t{tag}\t_\t{head}\t{name}").unwrap();
        }
        read(&text).remove(0)
    }

    /// Returns what becomes of a tree where a parser made another, as the head and the label of each word.
    fn corrected(words: &[(&str, &str, usize, &str)], made: &[(usize, &str)]) -> String {
        let gold = sentence(words);
        let made: Vec<_> =
            words.iter().zip(made).map(|((form, tag, ..), (head, name))| (*form, *tag, *head, *name)).collect();
        let mut sentences = [sentence(&made)];
        assert_eq!(correct(&mut sentences, &[gold]), 1);
        let [sentence] = &sentences;
        let above = |head: Option<usize>| head.map_or("-", |head| sentence.forms[head].as_str());
        let words = sentence.forms.iter().zip(&sentence.labels).zip(&sentence.heads);
        words.map(|((form, label), head)| format!("{form} {label} {}", above(*head))).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn prepositions_copulas_and_names_head_what_they_do_in_our_scheme() {
        let words = [
            ("Minister", "NNP", 5, "nsubj"),
            ("Ana", "NNP", 1, "appos"),
            ("Quispe", "NNP", 2, "flat"),
            ("is", "VBZ", 5, "cop"),
            ("envoy", "NN", 0, "root"),
            ("to", "IN", 7, "case"),
            ("Peru", "NNP", 5, "nmod"),
            ("and", "CC", 9, "cc"),
            ("Chile", "NNP", 7, "conj"),
        ];
        let flat = [
            (2, "dep"),
            (0, "root"),
            (2, "dep"),
            (2, "dep"),
            (2, "dep"),
            (2, "dep"),
            (2, "dep"),
            (2, "dep"),
            (2, "dep"),
        ];
        assert_eq!(
            corrected(&words, &flat),
            "Minister compound Ana; Ana compound Quispe; Quispe nsubj is; is root -; envoy attr is; to prep envoy; \
             Peru pobj to; and cc Peru; Chile conj Peru"
        );
    }

    #[test]
    fn the_parser_decides_who_is_raised_and_what_heads_a_quotation() {
        let words = [
            ("Peru", "NNP", 2, "nsubj"),
            ("let", "VBD", 0, "root"),
            ("Chile", "NNP", 2, "obj"),
            ("leave", "VB", 2, "xcomp"),
            (",", ",", 7, "punct"),
            ("Lima", "NNP", 7, "nsubj"),
            ("said", "VBD", 2, "parataxis"),
        ];
        let made = [(2, "nsubj"), (7, "ccomp"), (4, "nsubj"), (2, "ccomp"), (7, "punct"), (7, "nsubj"), (0, "root")];
        assert_eq!(
            corrected(&words, &made),
            "Peru nsubj let; let ccomp said; Chile nsubj leave; leave ccomp let; , punct said; Lima nsubj said; said root -"
        );
    }

    #[test]
    fn sentences_that_no_treebank_has_stay_as_they_are() {
        let words = [("Peru", "NNP", 2, "nsubj"), ("left", "VBD", 0, "root")];
        let mut sentences = [sentence(&words)];
        assert_eq!(correct(&mut sentences, &[]), 0);
        assert_eq!(sentences[0].heads, [Some(1), None]);
    }
}
