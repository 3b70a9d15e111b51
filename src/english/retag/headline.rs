//! What headlines leave out: "Sweden halts arms exports", "Iran, Saudi Arabia agree to restore ties".
//!
//! A name and a word in -s before a noun phrase are subject and verb where no other verb is; a comma between names
//! before the verb is "and".

use super::{Line, is_finite, verb};
use crate::english::tag::Tag::{
    self, Cc, Cd, Comma, Dt, In, Jj, Md, Nn, Nnp, Nnps, Nns, Pos, Prp, PrpPoss, Rb, Stop, To, Vb, Vbd, Vbg, Vbn, Vbp,
    Vbz,
};
use crate::english::words::entries;

/// Verbs that look like nouns after a name.
#[derive(Clone, Debug)]
pub(super) struct Verbs {
    /// Sorted by form.
    forms: Vec<Verb>,
}

/// A form that looks like a noun.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Verb {
    form: &'static str,
    /// Whether it is that for one.
    one: bool,
    /// Whether it is as often a noun.
    doubt: bool,
    /// The particles that make a verb of it all the same: "calls in".
    particles: Vec<&'static str>,
}

impl Verbs {
    pub(super) fn new(lines: &'static str) -> Self {
        let mut forms = Vec::new();
        for line in entries(lines) {
            let mut words = line.split(' ');
            if let (Some(single), Some(several), doubt) = (words.next(), words.next(), words.next()) {
                let particles: Vec<&str> = words.collect();
                for (form, one) in [(single, true), (several, false)] {
                    forms.push(Verb { form, one, doubt: doubt.is_some(), particles: particles.clone() });
                }
            }
        }
        forms.sort_unstable();
        Self { forms }
    }

    fn get(&self, form: &str) -> Option<&Verb> {
        let at = self.forms.partition_point(|verb| verb.form < form);
        self.forms.get(at).filter(|verb| verb.form == form)
    }
}

/// Puts the tags of a headline right; returns the commas that stand for "and".
pub(super) fn read(verbs: &Verbs, line: &mut Line<'_>) -> Vec<usize> {
    let is_title = !matches!(line.tags.last(), None | Some(Stop));
    if is_title {
        find_verb_of_talks(line);
        find_unknown(line);
    }
    let start =
        line.tags.iter().position(|tag| *tag == Tag::Colon).filter(|at| is_title && *at < 6).map_or(0, |at| at + 1);
    let Some(subject) = Subject::read(line, start) else { return Vec::new() };
    if is_title {
        subject.find_verb(verbs, line);
    }
    subject.joining(line, is_title)
}

/// Finds what talks do where it was taken for a noun, and they for a verb: "Border talks break down", "Peru-Chile talks stall".
fn find_verb_of_talks(line: &mut Line<'_>) {
    let end = line.tags.len();
    let Some(talks) = (1..end).find(|&at| line.is("parley", at)) else { return };
    let (before, verb) = (line.tag(talks - 1), talks + 1);
    let is_noun = line.tag(talks) == Nns || matches!(before, Nn | Nns | Jj) && !line.is("title", talks - 1);
    let is_verb = verb < end && line.can_be(verb, &[Vb, Vbp]) && matches!(line.tag(verb), Nn | Vb | Vbp | Jj);
    let ends = verb + 1 == end || matches!(line.tag(verb + 1), In | Tag::Rp | Rb | Comma);
    let is_only = (0..end).all(|at| at == talks || at == verb || !is_finite(line.tag(at)));
    if is_noun && is_verb && ends && is_only {
        line.set(talks, Nns);
        line.set(verb, Vbp);
    }
}

/// Finds what nobody knows as an adjective: the name at the head is one, and what stands behind "to" is a verb: "Burundi shuts
/// border", "Cuba, US to reopen embassies".
fn find_unknown(line: &mut Line<'_>) {
    if line.tag(0) == Jj && matches!(line.tag(1), Nn | Nns | Vbz) && !line.can_be(0, &[Jj]) {
        line.set(0, Nnp);
    }
    for at in 1..line.tags.len() {
        if verb::is_unknown_behind_to(line, at) {
            line.set(at, Vb);
        }
    }
}

/// The words before the verb: names, with commas and "and" between them.
struct Subject {
    /// The place after the last.
    end: usize,
    /// The comma before the last name.
    comma: Option<usize>,
    /// Whether there are several.
    several: bool,
}

impl Subject {
    fn read(line: &Line<'_>, start: usize) -> Option<Self> {
        let is_name = |at: usize| matches!(line.tag(at), Nnp | Nnps);
        let mut at = start;
        let (mut comma, mut several) = (None, false);
        loop {
            let from = at;
            while is_name(at) || matches!(line.tag(at), Dt | Pos) && is_name(at + 1) {
                at += 1;
            }
            if at == from || at - from > 4 {
                return None;
            }
            match line.tag(at) {
                Comma if is_name(at + 1) || line.tag(at + 1) == Dt && is_name(at + 2) => comma = Some(at),
                Cc if line.is("and", at) => several = true,
                _ => break,
            }
            at += 1;
        }
        // "Paris, France and Rome": the last is joined already.
        Some(Self { end: at, comma: comma.filter(|_| !several), several: several || comma.is_some() })
    }

    /// Finds a verb that was taken for a noun.
    fn find_verb(&self, verbs: &Verbs, line: &mut Line<'_>) {
        let at = self.end;
        // A capital in a headline of capitals says nothing.
        let (at, tag) = match line.tag(at) {
            Nn | Nns | Jj | Vb | Vbn => (at, line.tag(at)),
            _ if at > 1 && matches!(line.tag(at - 1), Nnp | Nnps) => (at - 1, line.tag(at - 1)),
            _ => return,
        };
        let Some(verb) = verbs.get(line.word(at)) else { return self.find_known_verb(line, at) };
        let (one, doubt) = (verb.one, verb.doubt);
        if one == self.several && !matches!(tag, Nnp | Nnps) {
            return;
        }
        // "Slovakia halts military aid, keeps door open": a second verb after a comma is joined to this one.
        let end = (at..line.tags.len()).find(|&comma| line.tag(comma) == Comma && is_finite(line.tag(comma + 1)));
        let end = end.unwrap_or(line.tags.len());
        let others: Vec<usize> = (0..end).filter(|other| *other != at && is_finite(line.tag(*other))).collect();
        let next = at + 1;
        let follows = if doubt {
            // "Peru calls in Chilean envoy".
            // "Peru, Chile trade barbs over border".
            let is_sure = line.begins_noun(next + 1) || matches!(line.tag(next), Nn | Nns);
            let has_particle = verb.particles.contains(&line.word(next)) && is_sure;
            // "Peru orders closure of Chilean consulates".
            let is_deed = line.tag(next) == Nn && line.tag(next + 1) == In;
            // "Peru sanctions Chilean ministers".
            let is_whose = line.tag(next) == Jj && matches!(line.tag(next + 1), Nn | Nns);
            has_particle || is_deed || is_whose || matches!(line.tag(next), Dt | Cd | PrpPoss | Prp | Nnp | Nnps)
        } else {
            line.begins_noun(next) || matches!(line.tag(next), Vbg | To | Prp | In | Vbn | Tag::Rp)
        };
        match others.as_slice() {
            [] if follows => {}
            // "Turkey blocks trade": the noun after the verb is taken for one.
            [other] if *other == next && !doubt && matches!(line.tag(next), Vbp | Vbz) => {
                let noun = if line.tag(next) == Vbz { Nns } else { Nn };
                line.set(next, noun);
            }
            _ => return,
        }
        line.set(at, if one { Vbz } else { Vbp });
    }

    /// Finds what several do where the word is known as a verb and as no noun: "Peru, Chile annul pact".
    fn find_known_verb(&self, line: &mut Line<'_>, at: usize) {
        let is_known = line.can_be(at, &[Vb, Vbp]) && !line.can_be(at, &[Nn]);
        let is_alone = (0..line.tags.len()).all(|other| other == at || !is_finite(line.tag(other)));
        let is_noun = matches!(line.tag(at), Nn | Jj | Vb);
        if self.several && is_known && is_alone && is_noun && line.begins_noun(at + 1) {
            line.set(at, Vbp);
        }
    }

    /// Returns the comma that stands for "and" before a verb in the plural.
    fn joining(&self, line: &Line<'_>, is_title: bool) -> Vec<usize> {
        let Some(comma) = self.comma else { return Vec::new() };
        let holds = match line.tag(self.end) {
            Vbp | Vb => true,
            Md | Vbd => is_title,
            To => is_title && matches!(line.tag(self.end + 1), Vb),
            _ => false,
        };
        if holds { vec![comma] } else { Vec::new() }
    }
}
