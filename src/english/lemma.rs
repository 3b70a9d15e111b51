//! Dictionary forms: lists of irregular words, then endings taken off.
//!
//! Where an ending leaves several possible words (impos, impose), the one that the lexicon has seen with the right tag is
//! taken. Knows nothing of trees.

use super::hash;
use super::tag::Tag;
use super::weights::Lexicon;
use super::words::entries;

/// The irregular words.
#[derive(Clone, Debug)]
pub(crate) struct Lemmas {
    /// Form and base, sorted by form.
    verbs: Vec<(&'static str, &'static str)>,
    nouns: Vec<(&'static str, &'static str)>,
    /// Form, tag and base, sorted by form; of one form those that stand first in the file come first.
    forms: Vec<(&'static str, &'static str, &'static str)>,
    /// Ends of numbers written short, with the number that they stand for.
    magnitudes: Vec<(&'static str, &'static str)>,
}

impl Lemmas {
    /// Makes the lists.
    pub(crate) fn new() -> Self {
        let mut forms: Vec<_> = entries(include_str!("../../schema/english/forms.txt"))
            .filter_map(|line| {
                let mut fields = line.split(' ');
                Some((fields.next()?, fields.next()?, fields.next()?))
            })
            .collect();
        forms.sort_by_key(|(form, ..)| *form);
        Self {
            forms,
            verbs: pairs(include_str!("../../schema/english/verbs.txt")),
            nouns: pairs(include_str!("../../schema/english/nouns.txt")),
            magnitudes: entries(include_str!("../../schema/english/magnitudes.txt"))
                .filter_map(|line| line.split_once(' '))
                .collect(),
        }
    }

    /// Returns the dictionary form that a list gives for a word in lower case.
    pub(crate) fn listed(&self, lower: &str, tag: Tag) -> Option<&'static str> {
        let first = self.forms.partition_point(|(form, ..)| *form < lower);
        let mut of_form = self.forms.iter().skip(first).take_while(|(form, ..)| *form == lower);
        of_form.find(|(_, at, _)| *at == "*" || *at == tag.as_str()).map(|(_, _, base)| *base)
    }

    /// Returns the dictionary form of a word given as written and in lower case.
    pub(crate) fn lemma(&self, text: &str, lower: &str, tag: Tag, lexicon: &Lexicon<'_>) -> String {
        if let Some(number) = self.magnitude(lower) {
            return number.to_owned();
        }
        if matches!(tag, Tag::Nnp | Tag::Nnps) {
            return text.to_owned();
        }
        if let Some(base) = self.listed(lower, tag) {
            return base.to_owned();
        }
        let has = |word: &str, tags: &[Tag]| {
            let set = lexicon.get(hash::word(word));
            tags.iter().any(|tag| set >> tag.index() & 1 == 1)
        };
        let base = [Tag::Vb, Tag::Vbp];
        match tag {
            Tag::Vbd | Tag::Vbn | Tag::Vbg | Tag::Vbz | Tag::Vbp => {
                irregular(&self.verbs, lower).unwrap_or_else(|| verb(lower, tag, |word| has(word, &base)))
            }
            // A past form taken for a base form ("the EU froze") is still one of its verb.
            Tag::Vb if !has(lower, &base) => irregular(&self.verbs, lower).unwrap_or_else(|| lower.to_owned()),
            Tag::Vb | Tag::Md => lower.to_owned(),
            Tag::Nns => irregular(&self.nouns, lower).unwrap_or_else(|| noun(lower, |word| has(word, &[Tag::Nn]))),
            Tag::Jjr | Tag::Jjs => compared(lower, |word| has(word, &[Tag::Jj])),
            Tag::Rbr | Tag::Rbs => compared(lower, |word| has(word, &[Tag::Rb])),
            _ => lower.to_owned(),
        }
    }

    /// Returns the number that the end of one written short stands for: "billion" for "1.1bn".
    fn magnitude(&self, lower: &str) -> Option<&'static str> {
        if !lower.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let end = lower.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        self.magnitudes.iter().find(|(short, _)| *short == end).map(|(_, number)| *number)
    }
}

fn pairs(lines: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut pairs = Vec::new();
    for line in entries(lines) {
        let mut words = line.split(' ');
        if let Some(base) = words.next() {
            pairs.extend(words.map(|form| (form, base)));
        }
    }
    pairs.sort_unstable();
    pairs
}

fn irregular(list: &[(&'static str, &'static str)], form: &str) -> Option<String> {
    let at = list.partition_point(|(word, _)| *word < form);
    list.get(at).filter(|(word, _)| *word == form).map(|(_, base)| (*base).to_owned())
}

/// Returns the first candidate that is known, else the one that the rules prefer.
fn pick(candidates: &[String], preferred: usize, known: impl Fn(&str) -> bool) -> String {
    let found = candidates.iter().find(|word| known(word)).or(candidates.get(preferred)).or(candidates.first());
    found.cloned().unwrap_or_default()
}

fn verb(lower: &str, tag: Tag, known: impl Fn(&str) -> bool) -> String {
    match tag {
        Tag::Vbz => {
            let Some(stem) = lower.strip_suffix('s') else { return lower.to_owned() };
            if let Some(stem) = stem.strip_suffix("ie") {
                return pick(&[format!("{stem}y"), format!("{stem}ie")], 0, known);
            }
            match stem.strip_suffix('e') {
                Some(short) if short.ends_with(['s', 'x', 'z', 'h', 'o']) => {
                    pick(&[short.to_owned(), stem.to_owned()], usize::from(!sibilant(short)), known)
                }
                _ => stem.to_owned(),
            }
        }
        Tag::Vbg => match lower.strip_suffix("ing") {
            Some(stem) if has_vowel(stem) => restore(stem, false, known),
            _ => lower.to_owned(),
        },
        Tag::Vbd | Tag::Vbn => match lower.strip_suffix("ed") {
            Some(stem) if has_vowel(stem) => restore(stem, true, known),
            _ => lower.to_owned(),
        },
        _ => lower.to_owned(),
    }
}

/// Returns the base of a verb whose ending was taken off: as it is, with e, or with one consonant less.
fn restore(stem: &str, past: bool, known: impl Fn(&str) -> bool) -> String {
    if past && let Some(short) = stem.strip_suffix('i') {
        return pick(&[format!("{short}y"), format!("{short}ie")], 0, known);
    }
    let mut letters = stem.chars().rev();
    let (last, before) = (letters.next().unwrap_or(' '), letters.next().unwrap_or(' '));
    let doubled = last == before && !is_vowel(last);
    let with_e = format!("{stem}e");
    if doubled {
        let short = stem[..stem.len() - last.len_utf8()].to_owned();
        // "Called" keeps both letters, "expelled" one: stems of one vowel keep theirs; the lexicon decides first.
        let n_vowels = stem.chars().filter(|c| is_vowel(*c)).count();
        let keeps = matches!(last, 's' | 'f' | 'z') || last == 'l' && n_vowels < 2;
        return pick(&[stem.to_owned(), short], usize::from(!keeps), known);
    }
    let wants_e = ends_softly(stem, last, before);
    if wants_e { pick(&[with_e, stem.to_owned()], 0, known) } else { pick(&[stem.to_owned(), with_e], 0, known) }
}

/// Guesses whether a stem lost an e: after soft consonants and after a single vowel with one consonant.
fn ends_softly(stem: &str, last: char, before: char) -> bool {
    matches!(last, 'c' | 'g' | 's' | 'v' | 'z' | 'u')
        // "Tabled", "settled"; not "curled", "called".
        || last == 'l' && !is_vowel(before) && !matches!(before, 'l' | 'r' | 'w')
        || matches!(before, 'a' | 'i' | 'o' | 'u')
            && !is_vowel(last)
            && !matches!(last, 'w' | 'x' | 'y')
            && stem.chars().rev().nth(2).is_some_and(|c| !is_vowel(c))
}

fn noun(lower: &str, known: impl Fn(&str) -> bool) -> String {
    // Compounds of men and women are not in the list one by one.
    if let Some(stem) = lower.strip_suffix("men") {
        return format!("{stem}man");
    }
    let Some(stem) = lower.strip_suffix('s') else { return lower.to_owned() };
    if let Some(stem) = stem.strip_suffix("ie") {
        return pick(&[format!("{stem}y"), format!("{stem}ie")], 0, known);
    }
    match stem.strip_suffix('e') {
        Some(short) if short.ends_with(['s', 'x', 'z', 'h', 'o']) => {
            pick(&[short.to_owned(), stem.to_owned()], usize::from(!sibilant(short)), known)
        }
        _ if stem.ends_with('s') => lower.to_owned(),
        _ => stem.to_owned(),
    }
}

fn sibilant(stem: &str) -> bool {
    stem.ends_with("ss") || stem.ends_with("sh") || stem.ends_with("ch") || stem.ends_with(['x', 'o'])
}

fn compared(lower: &str, known: impl Fn(&str) -> bool) -> String {
    let Some(stem) = lower.strip_suffix("er").or_else(|| lower.strip_suffix("est")) else { return lower.to_owned() };
    if stem.chars().count() < 2 {
        return lower.to_owned();
    }
    if let Some(short) = stem.strip_suffix('i') {
        return format!("{short}y");
    }
    let mut candidates = vec![stem.to_owned(), format!("{stem}e")];
    let mut letters = stem.chars().rev();
    if let (Some(last), Some(before)) = (letters.next(), letters.next())
        && last == before
    {
        candidates.push(stem[..stem.len() - last.len_utf8()].to_owned());
    }
    pick(&candidates, 0, known)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

fn has_vowel(stem: &str) -> bool {
    stem.chars().any(is_vowel)
}

#[cfg(test)]
mod tests {
    use super::Lemmas;
    use crate::english::reader::WEIGHTS;
    use crate::english::tag::Tag;
    use crate::english::weights::Weights;

    #[test]
    fn dictionary_forms() {
        let lemmas = Lemmas::new();
        let weights = Weights::open(WEIGHTS).expect("the weights are in order");
        for (word, tag, base) in [
            ("ministries", Tag::Nns, "ministry"),
            ("crises", Tag::Nns, "crisis"),
            ("analyses", Tag::Nns, "analysis"),
            ("allies", Tag::Nns, "ally"),
            ("women", Tag::Nns, "woman"),
            ("servicemen", Tag::Nns, "serviceman"),
            ("sanctions", Tag::Nns, "sanction"),
            ("embassies", Tag::Nns, "embassy"),
            ("buses", Tag::Nns, "bus"),
            ("expelled", Tag::Vbd, "expel"),
            ("imposed", Tag::Vbn, "impose"),
            ("denying", Tag::Vbg, "deny"),
            ("lied", Tag::Vbd, "lie"),
            ("withdrew", Tag::Vbd, "withdraw"),
            ("controlled", Tag::Vbd, "control"),
            ("recalled", Tag::Vbd, "recall"),
            ("agreed", Tag::Vbd, "agree"),
            ("planned", Tag::Vbd, "plan"),
            ("stopping", Tag::Vbg, "stop"),
            ("warned", Tag::Vbd, "warn"),
            ("ceased", Tag::Vbd, "cease"),
            ("ratifies", Tag::Vbz, "ratify"),
            ("accuses", Tag::Vbz, "accuse"),
            ("clashes", Tag::Vbz, "clash"),
            ("were", Tag::Vbd, "be"),
            ("n't", Tag::Rb, "not"),
            ("'ll", Tag::Md, "will"),
            ("tabled", Tag::Vbd, "table"),
            ("shuttled", Tag::Vbd, "shuttle"),
            ("curled", Tag::Vbd, "curl"),
            ("larger", Tag::Jjr, "large"),
            ("Brussels", Tag::Nnp, "Brussels"),
            ("1.1bn", Tag::Nnp, "billion"),
            ("50m", Tag::Cd, "million"),
            ("k", Tag::Nn, "k"),
            ("5km", Tag::Cd, "5km"),
        ] {
            let lower = word.to_lowercase();
            assert_eq!(lemmas.lemma(word, &lower, tag, &weights.lexicon), base, "{word} as {tag}");
        }
    }
}
