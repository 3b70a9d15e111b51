//! Words under which nobody did it: what is only alleged, what an accident or the weather did, what a work shows,
//! what is foreseen by those who watch, and what is said to be untrue.

use super::Scene;
use crate::coder::clause;
use crate::coder::located::mission;
use crate::coder::mode::{Reading, Tense};
use crate::coder::refusal::Reason;
use crate::coder::speaker::Attribution;
use crate::english::Token;
use crate::english::tag::{Label, Tag};
use crate::model::category::{ActorKind, Mode, Sector, Stance};
use crate::model::event::Participant;
use crate::model::id::EventType;
use crate::ontology::lexicon::mode::{Class, Particle};
use crate::ontology::lexicon::speech::SpeechManner;
use crate::ontology::types::TypeRule;
use std::collections::BTreeSet;

/// The sectors of armed groups.
const ARMED: [&str; 4] = ["REB", "SEP", "UAF", "RAD"];

impl Scene<'_> {
    /// Tells why nobody did it, whatever the words say of its mode.
    pub(super) fn is_undone(&self) -> Option<(Reason, &'static str)> {
        if self.is_in_doubt() {
            Some((Reason::OnlySaid, "alleged or possible only"))
        } else if self.is_of_accident() || self.is_of_elements() {
            Some((Reason::NoActorResolved, "an accident or the weather did it"))
        } else if self.is_of_draft() {
            Some((Reason::OnlySaid, "what is only drafted or proposed would do it"))
        } else if self.is_of_kind() {
            Some((Reason::OnlySaid, "tells of what kind somebody is, and of no deed"))
        } else if self.is_manner() {
            Some((Reason::OnlySaid, "in what spirit another act is done"))
        } else if self.is_in_work() || self.is_behind_work() || self.is_acted_out() {
            Some((Reason::OnlySaid, "what a work or a play shows"))
        } else {
            None
        }
    }

    /// Tells why an act that is read as done or announced is neither: nobody vouches for it.
    pub(super) fn is_only_told(&self, reading: &Reading) -> Option<&'static str> {
        if reading.mode == Mode::Actual && self.is_untrue() {
            Some("said to be untrue")
        } else if (reading.mode != Mode::Actual || reading.announced) && self.is_foreseen() {
            Some("foreseen by those who only watch")
        } else if reading.mode == Mode::Actual && self.is_of_any() {
            Some("of any such act, told of none")
        } else if reading.mode == Mode::Actual && reading.tense == Tense::Present && self.is_provided_for() {
            Some("what a pact provides for")
        } else if reading.governor(Class::Order).is_some_and(|order| self.is_ordered_of_other(order.token)) {
            Some("ordered of another state")
        } else if self.is_decided_by_other() {
            Some("decided by another, to whom somebody reacts")
        } else {
            None
        }
    }

    /// Tells whether whoever says it says that it is not so: "denied that Chile had plotted".
    pub(super) fn is_denied(&self) -> bool {
        let said = self.passage.speakers.innermost(self.number, self.hit.trigger);
        said.is_some_and(|said| said.manner == SpeechManner::Deny)
    }

    /// Tells whether one state orders another to do it: "ordered Chile to recall its envoy"; its own people do what it orders.
    fn is_ordered_of_other(&self, verb: usize) -> bool {
        let only = |token: usize| {
            let named = self.cast.mentions.iter().find(|mention| mention.covers(token))?;
            let [only] = named.parties.as_slice() else { return None };
            Some(only)
        };
        // "Chile was told to close its consulates": by whom does not matter.
        let told = self.sentence.child(verb, Label::NsubjPass).and_then(only);
        if told.is_some_and(|party| party.kind == ActorKind::State) {
            return true;
        }
        // "Ordered Chilean consulates shut": nor do they close of themselves.
        let is_other =
            |party: &&Participant| party.kind == ActorKind::State || mission::is_mission(party, self.desk.ontology);
        let ordered = self.sentence.child(verb, Label::Dobj).and_then(only);
        let ordered = ordered.filter(is_other).and_then(|party| party.country.as_ref());
        let whose =
            clause::subject(self.sentence, verb, 0).into_iter().find_map(|subject| only(subject)?.country.as_ref());
        ordered.zip(whose).is_some_and(|(ordered, whose)| ordered != whose)
    }

    /// Tells whether somebody only reacts to the decision to do it: "regretted the decision to leave", "was angered by the plan to
    /// leave"; whose decision it is would stand beside it.
    fn is_decided_by_other(&self) -> bool {
        let words = &self.desk.ontology.lexicon().mode;
        let token = |index: usize| self.sentence.token(index);
        let trigger = self.hit.trigger;
        let decision = token(trigger).filter(|word| word.label == Label::Acl).and_then(|word| word.head);
        let is_whose = |below: &Token| {
            below.label == Label::Poss
                || below.label == Label::Amod && below.text.starts_with(char::is_uppercase)
                || below.label == Label::Prep && *below.lower == *clause::BY
        };
        let decision = decision.filter(|&noun| {
            clause::is_infinitive(self.sentence, trigger)
                && !self.sentence.children(noun).any(|(_, below)| is_whose(below))
                && clause::of_whom(self.sentence, noun).is_none()
        });
        let Some((noun, word)) = decision.and_then(|noun| Some((noun, token(noun)?))) else { return false };
        let Some(mut above) = word.head else { return false };
        if word.label == Label::Pobj {
            let Some(preposition) = token(above) else { return false };
            if words.is(&preposition.lower, Particle::ReactedTo) {
                return true;
            }
            above = preposition.head.unwrap_or(above);
        }
        let reacts = |index: usize| token(index).is_some_and(|word| words.is(&word.lemma, Particle::Reacting));
        // "Is disappointed at the decision": the feeling stands beside.
        let feels = || self.sentence.child(above, Label::Acomp).is_some_and(reacts);
        self.has_definite_article(noun) && (reacts(above) || feels())
    }

    /// Tells whether it is no single act: "no longer bound by any agreement reached there", "condemned any attack".
    fn is_of_any(&self) -> bool {
        let words = &self.desk.ontology.lexicon().mode;
        let trigger = self.hit.trigger;
        let Some(token) = self.sentence.token(trigger) else { return false };
        let noun =
            if clause::is_noun(token) { Some(trigger) } else { token.head.filter(|_| token.label == Label::Acl) };
        let word =
            noun.and_then(|noun| self.sentence.child(noun, Label::Det)).and_then(|word| self.sentence.token(word));
        word.is_some_and(|word| words.is(&word.lower, Particle::Any))
    }

    /// Tells whether it is what goes on under a pact: "a pact under which the neighbours share intelligence".
    fn is_provided_for(&self) -> bool {
        let terms = &self.desk.ontology.frames().shared().terms;
        let trigger = self.hit.trigger;
        let mut up = std::iter::once(trigger).chain(self.sentence.ancestors(trigger));
        let clause = up.find(|&at| self.sentence.token(at).is_some_and(clause::heads_a_clause));
        clause.is_some_and(|at| self.is_tied_to_noun(at, |link| terms.contains(link)))
    }

    /// Tells whether a relative clause hangs on its noun by a preposition that fits: "a pact under which", "a film in which".
    fn is_tied_to_noun(&self, clause: usize, fits: impl Fn(&str) -> bool) -> bool {
        let token = |index: usize| self.sentence.token(index);
        let is_which = |word: usize| token(word).is_some_and(|word| word.tag == Tag::Wdt);
        let links = self.sentence.children(clause).filter(|(_, below)| below.label == Label::Prep);
        let mut links = links.filter(|(_, link)| fits(&link.lower));
        token(clause).is_some_and(|word| word.label == Label::Relcl)
            && links.any(|(link, _)| clause::objects(self.sentence, link).any(is_which))
    }

    /// Tells whether an adjective leaves open whether the act that a noun names is done: "its alleged support".
    fn is_in_doubt(&self) -> bool {
        let doubts = &self.desk.ontology.frames().shared().doubts;
        let trigger = self.hit.trigger;
        self.sentence.token(trigger).is_some_and(clause::is_noun)
            && self.is_described(trigger, |word| doubts.contains(word))
    }

    /// Tells whether the act only tells in what spirit another is done: "recalled its envoy in protest against the arrest".
    fn is_manner(&self) -> bool {
        let manners = &self.desk.ontology.frames().shared().manners;
        let trigger = self.hit.trigger;
        let word = |index: usize| self.sentence.token(index).map(|word| &*word.lower);
        let over = trigger.checked_sub(1).and_then(word).zip(word(trigger));
        over.is_some_and(|(over, noun)| manners.contains(&format!("{over} {noun}")))
    }

    /// Tells whether somebody of another state says that one helps an armed group, which is held against it: "said that Peru was
    /// arming rebels".
    pub(super) fn is_backing(&self, kind: &EventType, recipients: &[Participant], speaker: &Participant) -> bool {
        let shared = self.desk.ontology.frames().shared();
        let is_armed = |party: &Participant| {
            let sector = party.sector.as_ref().map(Sector::as_str);
            party.kind == ActorKind::Group || sector.is_some_and(|sector| ARMED.contains(&sector))
        };
        speaker.binds && shared.backings.contains(kind) && !recipients.is_empty() && recipients.iter().all(is_armed)
    }

    /// Tells whether whoever was refused something makes that known, which is no allegation: "Chile has rejected its claim, Peru
    /// disclosed".
    pub(super) fn is_disclosed(&self, rule: &TypeRule) -> bool {
        let said = || self.passage.speakers.innermost(self.number, self.hit.trigger);
        let makes_known = |said: &Attribution| matches!(said.manner, SpeechManner::Announce | SpeechManner::Confirm);
        rule.stance == Some(Stance::Refuses) && said().is_some_and(makes_known)
    }

    /// Tells whether one of the words before a noun that describe it is such a one.
    fn is_described(&self, noun: usize, is_such: impl Fn(&str) -> bool) -> bool {
        self.sentence.children(noun).any(|(_, below)| {
            matches!(below.label, Label::Amod | Label::Nmod | Label::Compound) && is_such(&below.lower)
        })
    }

    /// Tells whether a participle or a clause says what something would do that has not been made: "the draft orders imposing
    /// duties".
    fn is_of_draft(&self) -> bool {
        let words = &self.desk.ontology.lexicon().mode;
        let told = self.sentence.token(self.hit.trigger);
        let noun = told.filter(|token| matches!(token.label, Label::Acl | Label::Relcl)).and_then(|token| token.head);
        noun.is_some_and(|noun| self.is_described(noun, |word| words.is(word, Particle::Unmade)))
    }

    /// Tells whether a participle says what an accident did: "a plane crashed, killing its crew".
    fn is_of_accident(&self) -> bool {
        let token = |index: usize| self.sentence.token(index);
        let trigger = self.hit.trigger;
        let verb = token(trigger).filter(|word| word.tag == Tag::Vbg && word.label == Label::Advcl);
        let above = verb.and_then(|word| word.head);
        let accidents = &self.desk.ontology.frames().shared().accidents;
        above.is_some_and(|above| {
            token(above).is_some_and(|word| accidents.contains(&*word.lemma))
                && self.sentence.child(above, Label::Dobj).is_none()
        })
    }

    /// Tells whether the weather or the ground did it: "storms closed the border".
    fn is_of_elements(&self) -> bool {
        let elements = &self.desk.ontology.frames().shared().elements;
        let subject = &self.hit.arguments.subject;
        // "Rescuers searched for survivors after an earthquake killed dozens", whatever else was taken for the subject.
        let before = self.hit.trigger.checked_sub(1).filter(|_| !self.hit.arguments.passive);
        // "Aid for the victims of the earthquake arrived": whose victims they are.
        let references = self.desk.ontology.references();
        let owns = |noun: usize| {
            let preposition = self.sentence.token(noun).filter(|token| token.label == Label::Pobj)?.head?;
            Some(references.is_owner_preposition(&self.sentence.token(preposition)?.lower))
        };
        before.is_some_and(|noun| self.is_in(noun, elements) && owns(noun) != Some(true))
            || !subject.is_empty() && subject.iter().all(|&noun| self.is_in(noun, elements))
    }

    /// Tells whether an infinitive only says what somebody named is one of: "Peru, one of the few states to recognise Chile".
    fn is_of_kind(&self) -> bool {
        let token = |index: usize| self.sentence.token(index);
        let trigger = self.hit.trigger;
        let is_infinitive = self.sentence.children(trigger).any(|(_, below)| below.tag == Tag::To);
        let Some(verb) = token(trigger).filter(|verb| is_infinitive && clause::is_verb(verb)) else { return false };
        if verb.label == Label::Appos {
            return true;
        }
        let mut at =
            verb.head.filter(|_| matches!(verb.label, Label::Relcl | Label::Acl | Label::Advcl | Label::Xcomp));
        while let Some((index, word)) = at.and_then(|index| Some((index, token(index)?))) {
            match word.label {
                Label::Appos => {
                    let names = word.head.and_then(token).is_some_and(|noun| noun.tag == Tag::Nnp);
                    return names && !self.cast.mentions.iter().any(|mention| mention.covers(index));
                }
                Label::Pobj | Label::Prep => at = word.head,
                _ => return false,
            }
        }
        false
    }

    /// Tells whether the act is what a work shows: "a museum on Chile's invasion", "a film in which Peru attacks Chile".
    fn is_in_work(&self) -> bool {
        let shared = self.desk.ontology.frames().shared();
        let mut at = self.hit.trigger;
        while let Some(token) = self.sentence.token(at) {
            let Some(above) = token.head else { return false };
            let is_about = token.label == Label::Prep && shared.about.contains(&*token.lower);
            // "A serial in which troops seize the port".
            let shows = is_about || self.is_tied_to_noun(at, clause::is_place);
            if shows && self.sentence.token(above).is_some_and(clause::is_noun) && self.is_in(above, &shared.works) {
                return true;
            }
            // "A hoax had Peru breaking off relations".
            let tells = self.is_in(above, &shared.showing) && self.sentence.token(above).is_some_and(clause::is_verb);
            let subject = self.sentence.child(above, Label::Nsubj).filter(|_| tells);
            if subject.is_some_and(|noun| self.is_in(noun, &shared.works)) {
                return true;
            }
            at = above;
        }
        false
    }

    /// Tells whether the act stands behind a work and "in which" or "where", whatever the parser took for the main clause:
    /// "a thriller in which Peru invades Chile was".
    fn is_behind_work(&self) -> bool {
        let shared = self.desk.ontology.frames().shared();
        let token = |index: usize| self.sentence.token(index);
        let is_work = |link: usize| {
            let before = link.checked_sub(1)?;
            let noun = if token(before)?.tag == Tag::Comma { before.checked_sub(1)? } else { before };
            let is_one = self.is_in(noun, &shared.works) || self.is_in(noun, &shared.fictions);
            Some(is_one && clause::is_noun(token(noun)?))
        };
        (0..self.hit.trigger).any(|at| {
            let Some(word) = token(at) else { return false };
            let link = match word.tag {
                Tag::Wrb if word.label == Label::Advmod => Some(at),
                Tag::Wdt => at.checked_sub(1).filter(|&link| {
                    word.head == Some(link) && token(link).is_some_and(|link| clause::is_place(&link.lower))
                }),
                _ => None,
            };
            let verb = link.and_then(|link| token(link)?.head).filter(|&verb| at < verb);
            let is_within = |verb: usize| verb == self.hit.trigger || self.sentence.is_within(self.hit.trigger, verb);
            link.and_then(is_work) == Some(true) && verb.is_some_and(is_within)
        })
    }

    /// Tells whether those who only watch say it, who announce nothing for others: "analysts say that Peru will leave".
    fn is_foreseen(&self) -> bool {
        let shared = self.desk.ontology.frames().shared();
        let said = self.passage.speakers.innermost(self.number, self.hit.trigger);
        said.is_some_and(|said| {
            let only_sees = self.is_in(said.speaker, &shared.watchers) || self.is_in(said.verb, &shared.foreseeing);
            said.sentence == self.number && only_sees
        })
    }

    /// Tells whether what is reported is said to be untrue: "reports that Peru had left were false", "dismissed an account
    /// of a call".
    fn is_untrue(&self) -> bool {
        let shared = self.desk.ontology.frames().shared();
        let token = |index: usize| self.sentence.token(index);
        let mut below = self.hit.trigger;
        for at in self.sentence.ancestors(self.hit.trigger) {
            let (Some(word), Some(under)) = (token(at), token(below)) else { return false };
            let has_mark = under.label == Label::Acl && self.sentence.child(below, Label::Mark).is_some();
            let is_told = clause::heads_a_clause(under) || has_mark || self.is_in(at, &shared.accounts);
            if let Some(verb) = word.head.filter(|_| is_told && clause::is_noun(word)) {
                let mut said = self.sentence.children(verb);
                let is_false = match word.label {
                    Label::Nsubj | Label::NsubjPass => said.any(|(index, below)| {
                        matches!(below.label, Label::Acomp | Label::Attr | Label::Oprd)
                            && self.is_in(index, &shared.untruths)
                    }),
                    _ => false,
                };
                // "Dismissed as fiction an account of a call": whatever stands in between.
                let is_verb = |index: &usize| token(*index).is_some_and(clause::is_verb);
                let over = self.sentence.ancestors(at).find(is_verb).filter(|_| word.label != Label::Nsubj);
                let disbelieves = |verb: usize| self.is_in(at, &shared.accounts) && self.is_in(verb, &shared.disbelief);
                if is_false || over.is_some_and(|verb| self.is_in(verb, &shared.untruths) || disbelieves(verb)) {
                    return true;
                }
            }
            below = at;
        }
        false
    }

    /// Tells whether the act is played: "in one scenario, troops retake an island", also behind "in another".
    fn is_acted_out(&self) -> bool {
        let fictions = &self.desk.ontology.frames().shared().fictions;
        let is_in_one = |verb: usize| {
            let preps = self
                .sentence
                .children(verb)
                .filter(|(_, below)| below.label == Label::Prep && clause::is_place(&below.lower));
            preps.flat_map(|(prep, _)| clause::objects(self.sentence, prep)).any(|noun| self.is_in(noun, fictions))
        };
        let trigger = self.hit.trigger;
        let beside = |verb: usize| {
            let conjuncts = self
                .sentence
                .children(verb)
                .filter(|(_, below)| matches!(below.label, Label::Ccomp | Label::Parataxis | Label::Conj));
            conjuncts.map(|(index, _)| index).collect::<Vec<_>>()
        };
        let above = std::iter::once(trigger).chain(self.sentence.ancestors(trigger));
        above.flat_map(|verb| std::iter::once(verb).chain(beside(verb))).any(is_in_one)
    }

    /// Tells whether a word's lemma is one of these; a sentence that begins with one makes a name of it: "Storms".
    fn is_in(&self, index: usize, words: &BTreeSet<String>) -> bool {
        self.sentence.token(index).is_some_and(|token| {
            let begins = index == 0 && token.lower.strip_suffix('s').is_some_and(|one| words.contains(one));
            begins || words.contains(&*token.lemma)
        })
    }
}
