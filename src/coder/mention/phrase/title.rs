//! Titles, and the words before them that change who is meant: "former", "deputy", "then".

use super::Reader;
use crate::english::tag::{Label, Tag};
use crate::ontology::roster::{Meaning, Office, PrefixRule, TitleRule};

/// How many words that nobody lists a portfolio has at the most.
const LONGEST_PORTFOLIO: usize = 4;
/// The role of those who have a portfolio.
const MINISTER: &str = "minister";

/// A title with what the words before it change.
pub(super) struct Title<'a> {
    pub(super) rule: &'a TitleRule,
    pub(super) end: usize,
    pub(super) binds: bool,
    pub(super) plural: bool,
    /// Whether it is the office itself, held on the day, and not a deputy's or a former holder's.
    pub(super) held: bool,
    /// Whether it is held no more, or not yet.
    pub(super) out: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn is_prefix(&self, at: usize) -> bool {
        self.meanings(at)
            .is_some_and(|(_, meanings)| meanings.iter().any(|meaning| matches!(meaning, Meaning::Prefix(_))))
    }

    fn prefix(&self, meanings: &[Meaning]) -> Option<&'a PrefixRule> {
        meanings.iter().find_map(|meaning| match meaning {
            Meaning::Prefix(index) => self.roster.prefix(*index),
            _ => None,
        })
    }

    /// Tells whether the word before a place says that an office is held no more: "the former Peruvian minister".
    pub(super) fn is_out(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.meanings(before));
        before.and_then(|(_, meanings)| self.prefix(meanings)).is_some_and(is_out)
    }

    /// Tells whether a token stands in the tree before a noun that is no name.
    fn is_before_common_noun(&self, at: usize) -> bool {
        let token = self.token(at).filter(|token| matches!(token.label, Label::Amod | Label::Nmod | Label::Compound));
        let noun = token.and_then(|token| token.head).filter(|&noun| noun > at);
        noun.and_then(|noun| self.token(noun)).is_some_and(|noun| matches!(noun.tag, Tag::Nn | Tag::Nns))
    }

    /// Returns the first word of a title that a portfolio of words that nobody lists begins: "Peruvian Land and Transport
    /// Minister Ana Quispe".
    fn over_portfolio(&self, at: usize) -> Option<usize> {
        let is_written = |at: usize| {
            let token = self.token(at).filter(|_| self.meanings(at).is_none());
            token.is_some_and(|token| match token.tag {
                Tag::Nnp | Tag::Nnps | Tag::Jj | Tag::Nn => token.text.starts_with(char::is_uppercase),
                tag => tag == Tag::Cc,
            })
        };
        // "Peru and Trade Minister Ana Quispe": what "and" begins is another's.
        let opens = self.token(at).is_some_and(|token| token.tag != Tag::Cc);
        let start = (at..at + LONGEST_PORTFOLIO).find(|&at| !is_written(at)).filter(|&start| start > at && opens)?;
        let (end, meanings) = self.meanings(start)?;
        let is_of_minister = meanings.iter().any(|meaning| match meaning {
            Meaning::Title(index) => self.roster.title(*index).is_some_and(|title| title.role == MINISTER),
            _ => false,
        });
        let is_named = self.token(end).is_some_and(|token| token.tag == Tag::Nnp);
        (is_of_minister && is_named).then_some(start)
    }

    /// Reads a title with the words before it.
    pub(super) fn title(&self, at: usize) -> Option<Title<'a>> {
        let mut at = self.over_portfolio(at).unwrap_or(at);
        let mut binds = None;
        let mut held = true;
        let mut out = false;
        loop {
            let (end, meanings) = self.meanings(at)?;
            for meaning in meanings {
                let (index, plural) = match *meaning {
                    Meaning::Title(index) => (index, false),
                    Meaning::Titles(index) => (index, true),
                    _ => continue,
                };
                // "The deputy interior minister" is a minister; "Deputy Ana Quispe" is a deputy.
                if self.prefix(meanings).is_some() && self.is_before_common_noun(at) {
                    continue;
                }
                let rule = self.roster.title(index)?;
                return Some(Title { rule, end, binds: binds.unwrap_or(rule.binds), plural, held, out });
            }
            let prefix = self.prefix(meanings)?;
            binds = binds.or(prefix.binds);
            out |= is_out(prefix);
            held &= !prefix.deputy && prefix.office == Office::Held;
            at = end;
        }
    }
}

/// Tells whether a word before a title says that the office is held no more, or not yet.
fn is_out(prefix: &PrefixRule) -> bool {
    matches!(prefix.office, Office::Left | Office::ToCome)
}

#[cfg(test)]
mod tests {
    use crate::coder::mention::{Memory, find};
    use crate::english::English;
    use crate::model::day::Day;
    use crate::ontology::Ontology;

    /// Returns those whom the first mention of a sentence means, and whether each binds.
    fn first(text: &str) -> Vec<(String, bool)> {
        let (document, ontology) = (English::bundled().read(text), Ontology::bundled().unwrap());
        let day = Day::new(2024, 6, 14).unwrap();
        let mentions = find(0, &document.sentences()[0], &ontology, day, &mut Memory::default());
        mentions[0].parties.iter().map(|party| (party.id.to_string(), party.binds)).collect()
    }

    #[test]
    fn whoever_has_left_an_office_is_not_whoever_holds_it() {
        let nobody_known = [("CHL.ELI".to_owned(), false)];
        assert_eq!(first("The former Chilean foreign minister left."), nobody_known);
        assert_eq!(first("A former foreign minister of Chile left."), nobody_known);
        let named = [("CHL.juan-soto".to_owned(), false)];
        assert_eq!(first("The former Chilean foreign minister, Juan Soto, left."), named);
        assert_eq!(first("The former foreign minister of Chile, Juan Soto, left."), named);
        assert_eq!(first("Former Chilean foreign minister Juan Soto left."), named);
        assert_eq!(first("The Chilean president left."), [("CHL.gabriel-boric".to_owned(), true)]);
    }
}
