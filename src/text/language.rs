//! The check named `language`: is this English? By what the source says, by letters, by common words.
//!
//! The words are data: `function-words.txt` and `foreign-words.txt` in `schema/english/`. The check refuses
//! what would be coded as noise; a short text is refused only for good reason.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use thiserror::Error;

/// The language that is read, as a two-letter code.
pub const CODE: &str = "en";

/// The language that is read, as it is written out in heads and fields.
const NAME: &str = "english";

/// Texts of fewer words, such as captions full of names, may do without function words.
const WORDS_TO_JUDGE: usize = 50;
/// English news has 18 to 50 function words in a hundred.
const LEAST_PERCENT_FUNCTION_WORDS: usize = 12;
/// Fewer words of another language may stand in an English sentence.
const LEAST_FOREIGN_WORDS: usize = 3;
/// Foreign names may stand in their own letters, but most letters are Latin.
const MOST_PERCENT_OTHER_LETTERS: usize = 30;
/// How much of a long text is judged.
const SAMPLE_WORDS: usize = 2000;

/// Why a text is not taken for English.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Foreign {
    /// The source says that it is in another language.
    #[error("its source says language {0:?}")]
    Declared(String),
    /// Most letters are not Latin.
    #[error("{percent} of 100 letters are not Latin, such as {example:?}")]
    Letters {
        /// Their share.
        percent: usize,
        /// The first of them.
        example: char,
    },
    /// Common words of another language outnumber those of English.
    #[error("it has {found} common words of {language} and {english} of English")]
    Tongue {
        /// The language.
        language: &'static str,
        /// How many words are of it.
        found: usize,
        /// How many are English.
        english: usize,
    },
    /// Common English words are missing.
    #[error(
        "{percent} of 100 words are common English words such as \"the\", at least {LEAST_PERCENT_FUNCTION_WORDS} were expected"
    )]
    Words {
        /// Their share.
        percent: usize,
    },
}

/// Common words of all languages.
struct CommonWords {
    /// The languages; the first is English.
    languages: Vec<&'static str>,
    /// Each word once, sorted, with the languages that have it.
    words: Vec<(&'static str, Vec<usize>)>,
}

static COMMON: LazyLock<CommonWords> = LazyLock::new(|| {
    let english = data_lines(include_str!("../../schema/english/function-words.txt")).map(|words| (NAME, words));
    let others = data_lines(include_str!("../../schema/english/foreign-words.txt"));
    let mut languages = vec![NAME];
    let mut by_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (language, words) in english.chain(others.filter_map(|line| line.split_once(':'))) {
        let number = languages.iter().position(|known| *known == language).unwrap_or(languages.len());
        if number == languages.len() {
            languages.push(language);
        }
        for word in words.split_whitespace() {
            let list = by_word.entry(word).or_default();
            if !list.contains(&number) {
                list.push(number);
            }
        }
    }
    CommonWords { languages, words: by_word.into_iter().collect() }
});

impl CommonWords {
    /// Returns for each language how many of some words are common there.
    fn count(&self, words: &[&str]) -> Vec<usize> {
        let mut counts = vec![0; self.languages.len()];
        for word in words {
            let is_lower = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
            let lower = if is_lower { Cow::Borrowed(*word) } else { Cow::Owned(word.to_lowercase()) };
            if let Ok(at) = self.words.binary_search_by_key(&&*lower, |(word, _)| word) {
                for &language in self.words.get(at).map_or(&[][..], |(_, languages)| languages) {
                    counts.get_mut(language).into_iter().for_each(|count| *count += 1);
                }
            }
        }
        counts
    }
}

fn data_lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#'))
}

/// Checks that a text is English.
///
/// # Errors
/// When its source, its letters or its words say that it is not.
pub fn check(declared: Option<&str>, text: &str) -> Result<(), Foreign> {
    if let Some(declared) = declared {
        let name = declared.trim().to_lowercase();
        let primary = name.split(['-', '_']).next().unwrap_or_default();
        if !primary.is_empty() && primary != CODE && primary != NAME && primary != "eng" {
            return Err(Foreign::Declared(declared.trim().to_owned()));
        }
    }
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .take(SAMPLE_WORDS)
        .collect();
    check_letters(&words)?;
    let counts = COMMON.count(&words);
    let english = counts.first().copied().unwrap_or_default();
    let most = counts.iter().copied().zip(COMMON.languages.iter().copied()).skip(1).max();
    if let Some((found, language)) = most
        && found >= LEAST_FOREIGN_WORDS
        && found > english
    {
        return Err(Foreign::Tongue { language, found, english });
    }
    let percent = (english * 100).checked_div(words.len()).unwrap_or_default();
    if words.len() >= WORDS_TO_JUDGE && percent < LEAST_PERCENT_FUNCTION_WORDS {
        return Err(Foreign::Words { percent });
    }
    Ok(())
}

fn check_letters(words: &[&str]) -> Result<(), Foreign> {
    if words.iter().all(|word| word.is_ascii()) {
        return Ok(());
    }
    // Latin letters with accents end at U+024F; the additional ones (Vietnamese) stand at U+1E00.
    let latin = |c: char| c < '\u{250}' || ('\u{1E00}'..'\u{1F00}').contains(&c);
    let letters = || words.iter().flat_map(|word| word.chars()).filter(|c| c.is_alphabetic());
    let other = letters().filter(|&c| !latin(c)).count();
    let percent = (other * 100).checked_div(letters().count()).unwrap_or_default();
    match letters().find(|&c| !latin(c)) {
        Some(example) if percent > MOST_PERCENT_OTHER_LETTERS => Err(Foreign::Letters { percent, example }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    fn of(declared: Option<&str>, text: &str) -> String {
        check(declared, text).err().map_or_else(|| "taken".to_owned(), |why| why.to_string())
    }

    #[test]
    fn english_is_taken_even_when_short_or_full_of_names() {
        for text in [
            "Japan recalls envoy.",
            "Foreign Ministers Hayashi Yoshimasa, Antony Blinken, Park Jin and Penny Wong met in Tokyo to discuss trade.",
            "The Turkish side (Турция) said that it would not take part in the talks on Monday.",
        ] {
            assert_eq!(of(None, text), "taken", "{text}");
            assert_eq!(of(Some("en-GB"), text), "taken", "{text}");
        }
    }

    #[test]
    fn other_languages_are_refused_with_the_reason() {
        for (declared, text, want) in [
            (
                None,
                "Министр иностранных дел заявил в среду, что переговоры продолжатся.",
                "100 of 100 letters are not Latin, such as 'М'",
            ),
            (
                None,
                "Der Minister sagte am Mittwoch vor der Presse, die Gespräche mit der Türkei würden im Herbst fortgesetzt.",
                "it has 7 common words of German and 0 of English",
            ),
            (
                None,
                "Le ministre a déclaré mercredi devant la presse que les négociations avec la Turquie reprendraient en automne.",
                "it has 7 common words of French and 1 of English",
            ),
            (Some("ru"), "A title that says nothing.", "its source says language \"ru\""),
        ] {
            assert_eq!(of(declared, text), want);
        }
        assert_eq!(
            of(None, &"lorem ipsum dolor sit amet ".repeat(10)),
            "0 of 100 words are common English words such as \"the\", at least 12 were expected"
        );
    }
}
