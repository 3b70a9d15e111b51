//! Clauses in a row that were hung one under another: "it left the pact in May, and in June Peru closed its port".

use super::{Label, Tag, Token, child, has_subject, retag, set};
use crate::english::words::Lists;

/// How many words may stand between a noun and the verb above it.
const STEPS: usize = 6;

/// Returns the first of two main clauses and the link between them, where the first was taken for what the second says: "it
/// closed its port in May, and in June Peru seized a ship", "fighting broke out; ten were killed".
pub(super) fn first_clause(tokens: &[Token], root: usize) -> Option<(usize, usize)> {
    tokens.get(root).filter(|token| token.label == Label::Root && token.tag.is_verb())?;
    let first = child(tokens, root, Label::Ccomp).filter(|&first| first < root && has_subject(tokens, first))?;
    let is_subject = |token: &Token| {
        token.head == Some(root) && matches!(token.label, Label::Nsubj | Label::NsubjPass | Label::Expl)
    };
    let subject = (first..root).find(|&at| tokens.get(at).is_some_and(is_subject))?;
    let is_comma = |at: usize| tokens.get(at).is_some_and(|token| token.tag == Tag::Comma);
    let parts = |&at: &usize| {
        tokens
            .get(at)
            .is_some_and(|token| &*token.text == ";" || token.tag == Tag::Cc && at.checked_sub(1).is_some_and(is_comma))
    };
    let link = (first..subject).rev().find(parts)?;
    // What is said may itself be a row: "Peru left, and Chile followed, he said".
    let is_other = |token: &Token| {
        token.tag.is_verb() || matches!(token.tag, Tag::Md | Tag::OpenQuote | Tag::CloseQuote | Tag::Comma)
    };
    let is_plain = !tokens.get(link + 1..subject)?.iter().any(is_other);
    is_plain.then_some((first, link))
}

/// Returns what is wrong with a clause that tells how long after another it was, where the length was taken for its subject:
/// "imposed sanctions in May, days after Peru had expelled its envoy": the verb before it, the length, the word that opens the
/// clause and its subject.
pub(super) fn counted_after(tokens: &[Token], clause: usize, lists: &Lists) -> Option<[usize; 4]> {
    let token = tokens.get(clause).filter(|token| token.tag.is_verb())?;
    // "A day after Peru recalled its envoy": the length may also stand beside the word that opens the clause.
    let beside = || child(tokens, clause, Label::Npadvmod).filter(|_| !has_subject(tokens, clause));
    let over = || child(tokens, child(tokens, clause, Label::Prep)?, Label::Npadvmod);
    let length = child(tokens, clause, Label::Nsubj).or_else(beside).or_else(over).filter(|&length| length < clause)?;
    tokens.get(length).filter(|length| lists.durations.has(&length.lemma))?;
    let next = || child(tokens, clause, Label::Prep).filter(|&opens| opens == length + 1);
    let opens = child(tokens, length, Label::Prep)
        .or_else(next)
        .filter(|&opens| tokens.get(opens).is_some_and(|opens| lists.openers.has(&opens.lower)))?;
    let subject = child(tokens, opens, Label::Pobj).filter(|&subject| opens < subject && subject < clause)?;
    let main = match token.label {
        // "Said it on Wednesday, hours after Chile left".
        Label::Root => {
            let said = || child(tokens, clause, Label::Advcl).filter(|&said| is_saying(tokens, said, lists));
            child(tokens, clause, Label::Ccomp).or_else(said).filter(|&main| main < length)?
        }
        Label::Conj | Label::Advcl => token.head.filter(|&main| main < length)?,
        _ => return None,
    };
    let is_apart = tokens.get(main..length)?.iter().any(|token| token.tag == Tag::Comma);
    is_apart.then_some([main, length, opens, subject])
}

/// Tells whether a verb of saying with a subject stands in a clause that no word opens.
fn is_saying(tokens: &[Token], verb: usize, lists: &Lists) -> bool {
    let says = tokens.get(verb).is_some_and(|token| lists.sayings.has(&token.lower));
    says && has_subject(tokens, verb) && child(tokens, verb, Label::Mark).is_none()
}

/// Makes a clause that tells how long after another it was one of that other.
pub(super) fn hang_after(tokens: &mut [Token], clause: usize, [main, length, opens, subject]: [usize; 4]) {
    if tokens.get(clause).is_some_and(|token| token.label == Label::Root) {
        set(tokens, main, Label::Root, None);
    }
    set(tokens, clause, Label::Advcl, Some(main));
    set(tokens, opens, Label::Mark, Some(clause));
    set(tokens, subject, Label::Nsubj, Some(clause));
    set(tokens, length, Label::Npadvmod, Some(clause));
    for token in tokens.get_mut(main..length).into_iter().flatten() {
        if token.tag == Tag::Comma && token.head == Some(clause) {
            token.head = Some(main);
        }
    }
}

/// Returns the place before a comma and the first of those behind it who act, taken for a list: "after talks in Madrid, Peru and
/// Chile agreed".
pub(super) fn actors_behind_place(tokens: &[Token], verb: usize) -> Option<(usize, usize)> {
    let token = tokens.get(verb).filter(|token| matches!(token.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp))?;
    if token.label != Label::Root {
        return None;
    }
    let opens = opening_mark(tokens, verb);
    if has_subject(tokens, verb) && opens.is_none() {
        return None;
    }
    let is_name = |at: usize| tokens.get(at).is_some_and(|word| matches!(word.tag, Tag::Nnp | Tag::Nnps));
    let is_comma = |at: usize| tokens.get(at).is_some_and(|word| word.tag == Tag::Comma);
    let place = (0..verb)
        .find(|&at| is_name(at) && is_comma(at + 1) && tokens.get(at).is_some_and(|word| word.label == Label::Pobj))?;
    let is_listed = |at: &usize| {
        is_name(*at) && tokens.get(*at).is_some_and(|word| word.label == Label::Conj && word.head == Some(place))
    };
    let first = (place + 2..verb).find(is_listed)?;
    // Nothing but the list stands before the verb.
    let is_part = |word: &Token| {
        matches!(word.label, Label::Conj | Label::Cc | Label::Compound | Label::Det | Label::Amod)
            || word.tag == Tag::Comma
    };
    (tokens.get(place + 1..verb)?.iter().all(is_part)).then_some((place, first))
}

/// Returns the word that opens a sentence and what was taken for the subject right behind it, where it opens no clause: "after
/// talks in Madrid".
fn opening_mark(tokens: &[Token], verb: usize) -> Option<usize> {
    // "During Quispe's visit to Madrid": a preposition with nothing under it.
    let is_empty = || child(tokens, 0, Label::Pobj).is_none() && child(tokens, 0, Label::Pcomp).is_none();
    let is_opener = |word: &Token| word.label == Label::Mark || word.label == Label::Prep && is_empty();
    let opens = |word: &Token| is_opener(word) && word.tag == Tag::In && word.head == Some(verb);
    tokens.first().filter(|word| opens(word))?;
    child(tokens, verb, Label::Nsubj).filter(|&subject| subject < verb)
}

/// Makes those behind the place the subject of the verb.
pub(super) fn hang_actors(tokens: &mut [Token], verb: usize, (place, first): (usize, usize)) {
    if let Some(under) = opening_mark(tokens, verb) {
        set(tokens, 0, Label::Prep, Some(verb));
        set(tokens, under, Label::Pobj, Some(0));
    }
    let moves = |token: &Token| token.head == Some(place) && matches!(token.label, Label::Conj | Label::Cc);
    for token in tokens.get_mut(first + 1..verb).into_iter().flatten().filter(|token| moves(token)) {
        token.head = Some(first);
    }
    set(tokens, first, Label::Nsubj, Some(verb));
    set(tokens, place + 1, Label::Punct, Some(verb));
}

/// Returns what a word behind a day tells of, where it was hung on the day: "the expulsion on Saturday of two envoys", "signed a
/// decree on Saturday imposing sanctions".
pub(super) fn behind_day(tokens: &[Token], at: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(at)?;
    let is_told = token.label == Label::Acl && token.tag == Tag::Vbg;
    let day = token.head.filter(|&day| day < at && (is_told || token.label == Label::Prep))?;
    let preposition = tokens.get(day).filter(|day| day.label == Label::Pobj && lists.weekdays.has(&day.lower))?.head?;
    let under = child(tokens, at, Label::Pobj).and_then(|noun| tokens.get(noun));
    // "On Monday of last week".
    let is_time = under.is_some_and(|noun| lists.durations.has(&noun.lemma));
    let above = tokens.get(preposition)?.head.filter(|&above| above < preposition && !is_time)?;
    match tokens.get(above)?.tag {
        Tag::Nn | Tag::Nns => Some(above),
        tag if tag.is_verb() && is_told => child(tokens, above, Label::Dobj).filter(|&object| object < preposition),
        _ => None,
    }
}

/// Returns the word above a length of time and the word behind it, where the clause that the two place was taken for one that
/// tells of the length: "lifted the ban, a day after he spoke with Quispe".
pub(super) fn behind_length(tokens: &[Token], clause: usize, lists: &Lists) -> Option<(usize, usize)> {
    let length = tokens.get(clause).filter(|token| token.label == Label::Relcl)?.head?;
    let noun = tokens.get(length).filter(|noun| lists.durations.has(&noun.lemma))?;
    let above = match noun.label {
        Label::Npadvmod => noun.head?,
        // "On March 19, a day after Chile left": it is no other name of the date.
        Label::Appos => {
            let date = noun.head.and_then(|date| tokens.get(date)).filter(|date| date.label == Label::Pobj)?;
            let is_date = lists.months.has(&date.lower) || lists.weekdays.has(&date.lower);
            tokens.get(date.head.filter(|_| is_date)?)?.head?
        }
        _ => return None,
    };
    let mark = length + 1;
    let is_mark = |word: &&Token| word.head == Some(clause) && lists.subordinating.has(&word.lower);
    tokens.get(mark).filter(is_mark)?;
    Some((above, mark))
}

/// Returns the object of a verb that was taken for a part of the day after it, with the verb: "signed an order Wednesday that
/// raises tariffs".
pub(super) fn object_before_day(tokens: &[Token], day: usize, lists: &Lists) -> Option<(usize, usize)> {
    let token = tokens.get(day).filter(|token| token.label == Label::Npadvmod && lists.weekdays.has(&token.lower))?;
    let verb = token.head.filter(|&verb| verb < day && child(tokens, verb, Label::Dobj).is_none())?;
    let noun = day.checked_sub(1).filter(|&noun| {
        tokens.get(noun).is_some_and(|noun| {
            noun.head == Some(day) && noun.label == Label::Compound && matches!(noun.tag, Tag::Nn | Tag::Nns)
        })
    })?;
    (verb < noun).then_some((noun, verb))
}

/// Makes a noun before a day the object of the verb, with all that was hung under the day.
pub(super) fn hang_object(tokens: &mut [Token], day: usize, (noun, verb): (usize, usize)) {
    for (index, token) in tokens.iter_mut().enumerate() {
        if token.head == Some(day) && index != noun {
            token.head = Some(noun);
        }
    }
    set(tokens, noun, Label::Dobj, Some(verb));
}

/// Puts the second of two main clauses beside the first, with what stands between the link and its subject.
pub(super) fn part(tokens: &mut [Token], root: usize, first: usize, link: usize) {
    for token in tokens.get_mut(link + 1..root).into_iter().flatten() {
        if token.head == Some(first) {
            token.head = Some(root);
        }
    }
    set(tokens, first, Label::Root, None);
    set(tokens, root, Label::Conj, Some(first));
}

/// Returns the verb of saying that a verb with "that" is coordinated with, where it was hung beside what is said of an earlier
/// time: "said that Peru had fired first and denied that it".
pub(super) fn beside_saying(tokens: &[Token], clause: usize) -> Option<usize> {
    let token = tokens.get(clause).filter(|token| token.label == Label::Conj && token.tag == Tag::Vbd)?;
    let said = tokens.get(token.head?).filter(|said| said.tag == Tag::Vbn && said.label == Label::Ccomp)?;
    let above = said.head.filter(|&above| tokens.get(above).is_some_and(|above| above.tag == Tag::Vbd))?;
    let is_earlier = child(tokens, token.head?, Label::Aux)
        .is_some_and(|had| tokens.get(had).is_some_and(|had| had.tag == Tag::Vbd));
    let content = child(tokens, clause, Label::Ccomp)?;
    let says = child(tokens, content, Label::Mark).is_some();
    (is_earlier && says && !has_subject(tokens, clause)).then_some(above)
}

/// Returns the verb that a name at the start of a sentence acts in, where the name was taken for an adjective: "Zambia quit
/// the pact".
pub(super) fn name_that_acts(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| at == 0 && token.tag == Tag::Jj)?;
    let (verb, above) = token.head.and_then(|verb| Some((verb, tokens.get(verb)?)))?;
    let is_finite = matches!(above.tag, Tag::Vbd | Tag::Vbz | Tag::Vbp) && verb == at + 1;
    let is_name = token.text.chars().next().is_some_and(char::is_uppercase);
    (is_finite && is_name && !has_subject(tokens, verb)).then_some(verb)
}

/// A clause whose subject was joined to a noun of the clause before it: "expelled four envoys of Peru and Chile expelled
/// five".
#[derive(Copy, Clone)]
pub(super) struct Joined {
    first: usize,
    /// The object of the first clause, where it was taken for the subject of the next.
    object: Option<usize>,
    link: usize,
    verb: usize,
}

/// Returns the clauses that a name stands between: before a finite verb that has no subject but it, joined to the noun before
/// it. What the first verb acts on may have been taken for the subject as well: "recalled its envoy from Peru and Peru barred".
pub(super) fn subject_after_noun(tokens: &[Token], name: usize, lists: &Lists) -> Option<Joined> {
    let token = tokens.get(name).filter(|token| token.label == Label::Conj && token.tag == Tag::Nnp)?;
    let noun = token.head.filter(|&noun| noun < name)?;
    let verb = name + 1;
    let follows = tokens.get(verb).filter(|verb| matches!(verb.tag, Tag::Vbd | Tag::Vbz))?;
    // "On Monday and Peru imposed duties": what has an object of its own is no participle that tells of the name.
    let is_told_of =
        follows.label == Label::Acl && follows.head == Some(name) && child(tokens, verb, Label::Dobj).is_some();
    let first = if is_told_of { verb_above(tokens, noun) } else { follows.head };
    let first = first.filter(|&first| first < noun)?;
    let acts = tokens.get(first).filter(|first| first.tag.is_verb())?;
    let link = name - 1;
    tokens.get(link).filter(|link| link.tag == Tag::Cc && link.head == Some(noun))?;
    if follows.label == Label::Conj && !has_subject(tokens, verb) || is_told_of {
        return Some(Joined { first, object: None, link, verb });
    }
    let is_taken = follows.label == Label::Ccomp
        && lists.needs_object.has(&acts.lemma)
        && child(tokens, verb, Label::Mark).is_none()
        && child(tokens, first, Label::Dobj).is_none();
    let object = child(tokens, verb, Label::Nsubj).filter(|&object| is_taken && first < object && object <= noun)?;
    Some(Joined { first, object: Some(object), link, verb })
}

/// Gives each clause its own.
pub(super) fn hang_subject(tokens: &mut [Token], name: usize, joined: Joined) {
    if let Some(object) = joined.object {
        set(tokens, object, Label::Dobj, Some(joined.first));
    }
    set(tokens, joined.link, Label::Cc, Some(joined.first));
    set(tokens, name, Label::Nsubj, Some(joined.verb));
    set(tokens, joined.verb, Label::Conj, Some(joined.first));
}

/// Returns the verb before it, the link and the object of a verb with a subject of its own that was taken for an adjective:
/// "freed two sailors and Chile expelled Peru's envoy".
pub(super) fn verb_before_object(tokens: &[Token], verb: usize) -> Option<[usize; 3]> {
    tokens.get(verb).filter(|token| token.label == Label::Amod && matches!(token.tag, Tag::Vbd | Tag::Vbz))?;
    let subject = child(tokens, verb, Label::Nsubj).filter(|&subject| subject < verb)?;
    let object = tokens.get(verb)?.head.filter(|&object| verb < object)?;
    let joined =
        tokens.get(object).filter(|object| object.label == Label::Conj)?.head.filter(|&noun| noun < subject)?;
    let link = child(tokens, joined, Label::Cc).filter(|&link| link < subject)?;
    let first = verb_above(tokens, joined).filter(|&first| first < joined)?;
    Some([first, link, object])
}

/// Makes it a clause beside the first.
pub(super) fn hang_clause(tokens: &mut [Token], verb: usize, [first, link, object]: [usize; 3]) {
    set(tokens, verb, Label::Conj, Some(first));
    set(tokens, link, Label::Cc, Some(first));
    set(tokens, object, Label::Dobj, Some(verb));
}

/// Returns the verb whose object was taken for a part of how long after it was: "expelled four envoys a year later".
pub(super) fn before_length(tokens: &[Token], noun: usize, lists: &Lists) -> Option<usize> {
    let token =
        tokens.get(noun).filter(|token| token.label == Label::Npadvmod && matches!(token.tag, Tag::Nn | Tag::Nns))?;
    let later = token.head.filter(|&later| tokens.get(later).is_some_and(|later| later.tag == Tag::Rb))?;
    let is_length = |token: &Token| {
        token.head == Some(later) && token.label == Label::Npadvmod && lists.durations.has(&token.lemma)
    };
    let verb = tokens.get(later)?.head.filter(|&verb| verb < noun && child(tokens, verb, Label::Dobj).is_none())?;
    let is_verb = tokens.get(verb).is_some_and(|verb| verb.tag.is_verb());
    (is_verb && !lists.durations.has(&token.lemma) && tokens.get(noun + 1..later)?.iter().any(is_length))
        .then_some(verb)
}

/// Returns the verb of giving right before a name that was taken for a part of the number after it: "promised Peru 20 million
/// euros".
pub(super) fn given_sum(tokens: &[Token], name: usize, lists: &Lists) -> Option<usize> {
    let token = tokens.get(name).filter(|token| matches!(token.tag, Tag::Nnp | Tag::Nnps))?;
    let counts = |token: &Token| matches!(token.tag, Tag::Cd | Tag::Dollar);
    let number = token.head.and_then(|number| tokens.get(number)).filter(|number| counts(number));
    let verb = name.checked_sub(1)?;
    let gives = tokens.get(verb).filter(|verb| verb.tag.is_verb() && lists.giving.has(&verb.lemma));
    let is_part = matches!(token.label, Label::Quantmod | Label::Compound | Label::Nmod);
    (is_part && number.is_some() && gives.is_some()).then_some(verb)
}

/// Returns the nearest verb above a token.
fn verb_above(tokens: &[Token], at: usize) -> Option<usize> {
    let above = |at: usize| tokens.get(at).and_then(|token| token.head);
    std::iter::successors(above(at), |&at| above(at))
        .take(STEPS)
        .find(|&at| tokens.get(at).is_some_and(|token| token.tag.is_verb()))
}

/// Returns the first of several names in a row of which the second was taken for another name of it: "Saudi Arabia, the United
/// Arab Emirates and Egypt". Not "in Lima, Peru, and Santiago".
pub(super) fn named_before(tokens: &[Token], at: usize) -> Option<usize> {
    let is_name = |at: usize| tokens.get(at).is_some_and(|token| matches!(token.tag, Tag::Nnp | Tag::Nnps));
    let token = tokens.get(at).filter(|token| token.label == Label::Appos)?;
    let first = token.head.filter(|&first| first < at && is_name(first) && is_name(at))?;
    let between = tokens.get(first + 1..at)?;
    let opens = between.first().is_some_and(|comma| comma.tag == Tag::Comma);
    let is_own = between.iter().skip(1).all(|word| word.head == Some(at) && word.tag != Tag::Comma);
    // The article is what misleads: "Peru, Chile and Brazil" is read well, and an office has mostly none.
    let has_article = child(tokens, at, Label::Det).is_some();
    let goes_on = child(tokens, at, Label::Conj).is_some_and(|next| at < next && is_name(next));
    let is_apart = |link: usize| tokens.get(link.wrapping_sub(1)).is_some_and(|before| before.tag == Tag::Comma);
    let is_plain = !child(tokens, at, Label::Cc).is_some_and(is_apart);
    (opens && is_own && is_plain && has_article && goes_on).then_some(first)
}

/// Returns the noun that acts and the verb behind the link, for a verb between the two that was taken for what tells of the noun:
/// "the ministry called in Peru's envoy and handed him a note".
pub(super) fn first_of_two(tokens: &[Token], verb: usize) -> Option<(usize, usize)> {
    let token = tokens.get(verb).filter(|token| token.label == Label::Acl && token.tag == Tag::Vbn)?;
    let noun = token.head.filter(|&noun| noun + 1 == verb)?;
    let above = tokens.get(noun).filter(|noun| noun.label == Label::Nsubj)?.head.filter(|&above| verb < above)?;
    let joins = |link: &Token| link.tag == Tag::Cc && link.head == Some(verb);
    above.checked_sub(1).and_then(|link| tokens.get(link)).filter(|link| joins(link))?;
    let is_finite = tokens.get(above).is_some_and(|above| matches!(above.tag, Tag::Vbd | Tag::Vbz));
    (is_finite && child(tokens, verb, Label::Conj).is_none()).then_some((noun, above))
}

/// Makes it the first of two that the noun does.
pub(super) fn hang_first(tokens: &mut [Token], verb: usize, (noun, above): (usize, usize)) {
    let (label, head) = tokens.get(above).map_or((Label::Dep, None), |above| (above.label, above.head));
    set(tokens, verb, label, head);
    retag(tokens, verb, Tag::Vbd);
    set(tokens, noun, Label::Nsubj, Some(verb));
    set(tokens, above, Label::Conj, Some(verb));
}
