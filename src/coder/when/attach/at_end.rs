//! Dates at the end of a sentence that the parser hangs under the last of its verbs, and that are as often those of the first.

use super::super::{Relation, Time};
use super::{Finder, clause_head, path};
use crate::coder::clause;
use crate::english::Token;
use crate::english::tag::{Label, Tag};
use crate::ontology::lexicon::mode::{Class, Part};

/// So many days before publication a day of the week is that of what is told as done.
const RECENT: i64 = 6;
/// So many days before publication a day without a year may be that on which somebody was asked to come.
const ASKED: i64 = 31;
/// The preposition before where somebody is asked to come.
const TO: &str = "to";

impl Finder<'_> {
    /// Tells whether an expression at the end of what a participle tells of an object may date the act all the same: "expelled
    /// two diplomats accused of spying on Monday", "opened an office bearing its name on Thursday".
    pub(super) fn ends_clause(&self, time: &Time, clause: usize) -> bool {
        let label = |index: usize| self.sentence.token(index).map(|token| token.label);
        let is_day = time.past.is_some_and(|past| past.earliest == past.latest);
        let is_last = || {
            self.sentence.tokens.get(time.tokens.end..).is_some_and(|rest| {
                rest.first().is_none_or(|next| matches!(next.tag, Tag::Stop | Tag::Comma | Tag::CloseQuote))
            })
        };
        let Some(inner) = clause_head(self.sentence, time.head).filter(|_| is_day && is_last()) else { return false };
        if self.is_of_asked(time, inner, clause) {
            return true;
        }
        let gerund = |index: usize| self.sentence.token(index).is_some_and(|token| token.tag == Tag::Vbg);
        // "Freed a sailor arrested in 2022 on Monday": the participle has a day of its own.
        if self.is_behind_older(time, inner) {
            let verb = self.sentence.ancestors(inner).find(|&above| self.is_past(above));
            return verb == Some(clause);
        }
        let told = match label(inner) {
            Some(Label::Acl) if gerund(inner) => Some(inner),
            Some(Label::Pcomp) => {
                self.sentence.ancestors(inner).take(2).find(|&above| label(above) == Some(Label::Acl))
            }
            _ => None,
        };
        let noun = told.and_then(|told| self.sentence.token(told)?.head);
        noun.is_some_and(|noun| label(noun) == Some(Label::Dobj) && clause_head(self.sentence, noun) == Some(clause))
    }

    /// Tells whether a day shortly before publication stands behind an older one in what a participle or relative clause tells
    /// of an object.
    fn is_behind_older(&self, time: &Time, inner: usize) -> bool {
        let published = self.told.published;
        let days = |time: &Time| time.past.and_then(|past| past.latest).map(|last| published.days_since(last));
        let is_recent = days(time).is_some_and(|days| (0..=RECENT).contains(&days));
        let tells = self.sentence.token(inner).is_some_and(|clause| {
            let is_participle = clause.tag == Tag::Vbn && self.sentence.child(inner, Label::Mark).is_none();
            clause.label == Label::Relcl || matches!(clause.label, Label::Acl | Label::Advcl) && is_participle
        });
        let is_older = |other: &Time| {
            other.relation == Relation::At
                && inner < other.head
                && other.head < time.head
                && days(other).is_some_and(|days| days > RECENT)
                && path(self.sentence, other, inner).is_some()
        };
        is_recent && tells && time.relation == Relation::At && self.times.iter().any(is_older)
    }

    /// Tells whether an expression at the end of what the act asks for, allows or goes on with dates the act: a day of the
    /// past, where it asks for what is to come ("insisted that Peru withdraw on 3 March 2019"), and one shortly before
    /// publication, unless the two may have agreed on that day ("threatened to attack on Monday").
    fn is_of_asked(&self, time: &Time, inner: usize, clause: usize) -> bool {
        let token = |index: usize| self.sentence.token(index);
        let Some(asked) = token(inner) else { return false };
        let is_bare = || asked.tag == Tag::Vb && self.sentence.child(inner, Label::Aux).is_none();
        let is_to_come = match asked.label {
            Label::Xcomp => clause::is_infinitive(self.sentence, inner) || asked.tag == Tag::Vbg,
            Label::Acl | Label::Advcl | Label::Relcl => clause::is_infinitive(self.sentence, inner),
            Label::Ccomp => is_bare() || clause::is_infinitive(self.sentence, inner),
            _ => false,
        };
        let above = asked.head.filter(|_| is_to_come);
        // "Gave the envoys two days to leave": under what is acted on.
        let is_acted_on =
            |noun: usize| token(noun).is_some_and(|noun| noun.label == Label::Dobj && noun.head == Some(clause));
        if !above.is_some_and(|above| above == clause || is_acted_on(above)) || !self.is_past(clause) {
            return false;
        }
        let published = self.told.published;
        let Some(last) = time.past.and_then(|past| past.latest) else { return false };
        if time.relation != Relation::At {
            return false;
        }
        let is_around = time.past.is_some_and(|past| {
            time.ahead.is_some_and(|ahead| past.earliest == ahead.earliest && ahead.latest > past.latest)
        });
        let is_full = time.past == time.ahead && last <= published || is_around && !self.may_fix_day(clause);
        let is_near = || time.ahead.is_some_and(|ahead| self.is_nearer_past(time, &ahead));
        let is_recent = last <= published && (published.days_since(last) <= RECENT || is_near());
        is_full || is_recent && !self.may_fix_day(clause)
    }

    /// Tells whether an expression behind where somebody is asked to come says when that is to be: "invited him to Lima in the
    /// autumn", "invited Peru to a summit on May 3".
    pub(super) fn is_of_asked_to(&self, time: &Time, verb: usize) -> bool {
        let asks = |lemma: &str| {
            let mut words = self.told.lexicon.mode.governors(lemma, Part::Verb);
            words.any(|(governor, _)| governor.class == Class::Call)
        };
        let is_where = |(at, below): (usize, &Token)| {
            below.label == Label::Prep && &*below.lower == TO && verb < at && at < time.head
        };
        let published = self.told.published;
        let is_to_come = time.ahead.and_then(|ahead| ahead.earliest).is_some_and(|first| first > published);
        let is_long_ago = time.past.and_then(|past| past.latest).is_none_or(|last| published.days_since(last) > ASKED);
        self.sentence.token(verb).is_some_and(|verb| asks(&verb.lemma))
            && self.sentence.children(verb).any(is_where)
            && is_to_come
            && is_long_ago
    }

    /// Tells whether a verb may be said of what two agree, plan or ask to do on a day.
    pub(super) fn may_fix_day(&self, verb: usize) -> bool {
        let Some(verb) = self.sentence.token(verb) else { return false };
        let fixes = |class: Class| {
            matches!(
                class,
                Class::Agreement
                    | Class::Proposal
                    | Class::Schedule
                    | Class::Promise
                    | Class::Intention
                    | Class::Future
                    | Class::Desire
                    | Class::Readiness
                    | Class::Call
            )
        };
        self.told.lexicon.mode.governors(&verb.lemma, Part::Verb).any(|(governor, _)| fixes(governor.class))
    }
}
