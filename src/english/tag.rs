//! The closed sets of part-of-speech tags and of dependency labels.
//!
//! Invariant: the order of the variants is part of the weights file.

macro_rules! closed_set {
    ($(#[$doc:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
        pub enum $name { $($(#[$note])* $variant,)+ }

        impl $name {
            /// All of them, in the order of the weights file.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Returns the name used in treebanks.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// Returns the one that has this name in treebanks.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)+ _ => None }
            }

            pub(crate) const fn index(self) -> u8 {
                self as u8
            }

            pub(crate) fn at(index: u8) -> Option<Self> {
                Self::ALL.get(usize::from(index)).copied()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

impl Tag {
    /// Tells whether it is a form of a verb other than a modal.
    #[must_use]
    pub const fn is_verb(self) -> bool {
        matches!(self, Self::Vb | Self::Vbd | Self::Vbg | Self::Vbn | Self::Vbp | Self::Vbz)
    }

    /// Tells whether it is a noun, common or proper.
    #[must_use]
    pub const fn is_noun(self) -> bool {
        matches!(self, Self::Nn | Self::Nns | Self::Nnp | Self::Nnps)
    }
}

closed_set! {
    /// A part of speech of the Penn Treebank, as OntoNotes extends it.
    Tag {
        /// Singular or mass noun.
        Nn = "NN",
        /// Plural noun.
        Nns = "NNS",
        /// Singular proper noun.
        Nnp = "NNP",
        /// Plural proper noun.
        Nnps = "NNPS",
        /// Base form of a verb.
        Vb = "VB",
        /// Past tense.
        Vbd = "VBD",
        /// Gerund or present participle.
        Vbg = "VBG",
        /// Past participle.
        Vbn = "VBN",
        /// Present tense, not third person singular.
        Vbp = "VBP",
        /// Present tense, third person singular.
        Vbz = "VBZ",
        /// Modal.
        Md = "MD",
        /// Adjective.
        Jj = "JJ",
        /// Comparative adjective.
        Jjr = "JJR",
        /// Superlative adjective.
        Jjs = "JJS",
        /// Adverb.
        Rb = "RB",
        /// Comparative adverb.
        Rbr = "RBR",
        /// Superlative adverb.
        Rbs = "RBS",
        /// Particle of a verb.
        Rp = "RP",
        /// Preposition or subordinating conjunction.
        In = "IN",
        /// The word "to" before a verb.
        To = "TO",
        /// Determiner.
        Dt = "DT",
        /// Predeterminer.
        Pdt = "PDT",
        /// Personal pronoun.
        Prp = "PRP",
        /// Possessive pronoun.
        PrpPoss = "PRP$",
        /// Possessive ending.
        Pos = "POS",
        /// Determiner that asks or relates.
        Wdt = "WDT",
        /// Pronoun that asks or relates.
        Wp = "WP",
        /// Possessive pronoun that asks or relates.
        WpPoss = "WP$",
        /// Adverb that asks or relates.
        Wrb = "WRB",
        /// Existential "there".
        Ex = "EX",
        /// Coordinating conjunction.
        Cc = "CC",
        /// Cardinal number.
        Cd = "CD",
        /// Interjection.
        Uh = "UH",
        /// Foreign word.
        Fw = "FW",
        /// Mark of a list item.
        Ls = "LS",
        /// Symbol.
        Sym = "SYM",
        /// Currency sign.
        Dollar = "$",
        /// Address of mail or web.
        Add = "ADD",
        /// Affix.
        Afx = "AFX",
        /// Hyphen.
        Hyph = "HYPH",
        /// End of a sentence.
        Stop = ".",
        /// Comma.
        Comma = ",",
        /// Colon, semicolon, dash, ellipsis.
        Colon = ":",
        /// Opening quotation mark.
        OpenQuote = "``",
        /// Closing quotation mark.
        CloseQuote = "''",
        /// Opening bracket.
        OpenBracket = "-LRB-",
        /// Closing bracket.
        CloseBracket = "-RRB-",
        /// Superfluous punctuation.
        Nfp = "NFP",
        /// Unknown.
        Xx = "XX",
    }
}

closed_set! {
    /// A dependency of the ClearNLP scheme.
    Label {
        /// Head of the sentence.
        Root = "root",
        /// Subject of an active verb.
        Nsubj = "nsubj",
        /// Subject of a passive verb.
        NsubjPass = "nsubjpass",
        /// Clause as subject.
        Csubj = "csubj",
        /// Clause as subject of a passive verb.
        CsubjPass = "csubjpass",
        /// Direct object.
        Dobj = "dobj",
        /// Indirect object.
        Dative = "dative",
        /// The "by" of a passive.
        Agent = "agent",
        /// Preposition.
        Prep = "prep",
        /// Noun under a preposition.
        Pobj = "pobj",
        /// Clause under a preposition.
        Pcomp = "pcomp",
        /// Clause with its own subject as complement.
        Ccomp = "ccomp",
        /// Clause without subject as complement.
        Xcomp = "xcomp",
        /// Clause as adverbial.
        Advcl = "advcl",
        /// Relative clause.
        Relcl = "relcl",
        /// Other clause under a noun.
        Acl = "acl",
        /// Adjective before a noun.
        Amod = "amod",
        /// Noun before a noun.
        Compound = "compound",
        /// Possessor.
        Poss = "poss",
        /// Possessive ending.
        Case = "case",
        /// Apposition.
        Appos = "appos",
        /// Second and later conjunct.
        Conj = "conj",
        /// Coordinating conjunction.
        Cc = "cc",
        /// First part of a paired conjunction.
        Preconj = "preconj",
        /// Auxiliary.
        Aux = "aux",
        /// Auxiliary of a passive.
        AuxPass = "auxpass",
        /// Negation.
        Neg = "neg",
        /// Subordinator.
        Mark = "mark",
        /// Noun as adverbial.
        Npadvmod = "npadvmod",
        /// Noun after a copula.
        Attr = "attr",
        /// Adjective after a verb.
        Acomp = "acomp",
        /// Predicate of an object.
        Oprd = "oprd",
        /// Adverb.
        Advmod = "advmod",
        /// Determiner.
        Det = "det",
        /// Predeterminer.
        Predet = "predet",
        /// Number.
        Nummod = "nummod",
        /// Modifier of a number.
        Quantmod = "quantmod",
        /// Other modifier of a noun.
        Nmod = "nmod",
        /// Particle of a verb.
        Prt = "prt",
        /// Expletive.
        Expl = "expl",
        /// Interjection.
        Intj = "intj",
        /// Clause set beside another.
        Parataxis = "parataxis",
        /// Remark outside the sentence.
        Meta = "meta",
        /// Punctuation.
        Punct = "punct",
        /// Unclassified.
        Dep = "dep",
    }
}
