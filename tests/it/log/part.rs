//! Every answer from a part of the graph is the one from the whole.

use super::generate::{Events, Numbers, instant};
use super::trials;
use detente::graph::rules::Rules;
use detente::graph::view::{Scope, View};
use detente::graph::{Knowledge, Position, Projection, Standing, replay};
use detente::model::article::Article;
use detente::model::category::ActorKind;
use detente::model::day::Day;
use detente::model::event::{Event, Participant};
use detente::model::id::{ActorId, ArticleId, Digest, EventId, Seq};
use detente::model::record::{ActorDeclared, ArticleReceived, Body, Reading};
use detente::model::sheet::Quotes;
use detente::model::span::Span;
use detente::query::explain;
use detente::query::timeline::{self, Timeline};
use detente::query::{Subject, filter::Filter};
use detente::workspace::{Workspace, WorkspaceError};
use std::sync::Arc;

/// States that are members of organisations, organisations, and two that nobody knows.
const ACTORS: &[&str] = &["FRA", "DEU", "RUS", "JPN", "USA", "EU", "NATO", "XAA", "XBB"];

fn id(text: &str) -> ActorId {
    text.parse().expect("an actor")
}

/// Makes a history in which everything happens that a log can say.
struct History {
    numbers: Numbers,
    events: Events,
    made: Vec<Event>,
    articles: Vec<ArticleId>,
}

impl History {
    fn new(seed: u64) -> Self {
        Self { numbers: Numbers::new(seed), events: Events::new(seed), made: Vec::new(), articles: Vec::new() }
    }

    fn participant(&mut self) -> Participant {
        let country = id(ACTORS[self.numbers.below(ACTORS.len() as u64) as usize]);
        let (suffix, kind) = match self.numbers.below(5) {
            0 => (".MFA", ActorKind::Institution),
            1 => (".somebody", ActorKind::Person),
            _ => ("", ActorKind::State),
        };
        let id: ActorId = format!("{country}{suffix}").parse().expect("an actor");
        // The same actor under several names.
        let name = format!("{} of {id}", ["Ministry", "House", "Court"][self.numbers.below(3) as usize]);
        let country = Some(country);
        Participant { id, name, kind, country, sector: None, binds: self.numbers.below(4) > 0, mention: None }
    }

    fn event(&mut self) -> Event {
        let mut event = self.events.event();
        event.actors = (0..1 + self.numbers.below(2)).map(|_| self.participant()).collect();
        event.recipients = (0..self.numbers.below(3)).map(|_| self.participant()).collect();
        event.speaker = (self.numbers.below(2) == 0).then(|| self.participant());
        if let Some(article) = self.articles.last()
            && self.numbers.below(4) > 0
        {
            event.article = *article;
        }
        event.id = event.identify();
        self.made.push(event.clone());
        event
    }

    fn old(&mut self) -> Option<Event> {
        let n = self.made.len() as u64;
        (n > 0).then(|| self.made[self.numbers.below(n) as usize].clone())
    }

    fn article(&mut self) -> Body {
        let revises = (self.numbers.below(2) == 0 && !self.articles.is_empty())
            .then(|| self.articles[self.numbers.below(self.articles.len() as u64) as usize]);
        let text = format!("Text {}", self.numbers.below(1_000));
        let mut article = Article {
            id: ArticleId::of(&["none"]),
            given_id: None,
            title: "Title".to_owned(),
            title_in_text: None,
            prose: Span::of(0..text.len()).expect("a short text"),
            text,
            published: Day::new(2024, 1, 31).expect("a day"),
            source: None,
            url: None,
            language: "en".to_owned(),
            checksum: Digest::default(),
        };
        article.checksum = article.digest();
        article.id = article.identify();
        self.articles.push(article.id);
        let reading = Reading { coder: "0.1.0".to_owned(), ontology: Digest::of(&[b"ontology"]) };
        Body::ArticleReceived(ArticleReceived { article, reading, revises })
    }

    fn body(&mut self) -> Body {
        let by = "a reader".to_owned();
        let reason = "wrong".to_owned();
        let actor = |numbers: &mut Numbers| id(ACTORS[numbers.below(ACTORS.len() as u64) as usize]);
        match (self.numbers.below(40), self.old()) {
            (0..=1, Some(old)) => Body::EventRetracted { event: old.id, reason, by },
            (2, Some(_)) => Body::EventRetracted { event: EventId::of(&["never recorded"]), reason, by },
            (3..=4, Some(old)) => {
                let mut replacement = self.event();
                if self.numbers.below(3) == 0 {
                    replacement.id = old.id;
                }
                Body::EventAmended { event: old.id, replacement: Box::new(replacement), reason, by }
            }
            (5, Some(old)) => {
                let again = (0..self.numbers.below(3)).map(|_| self.event());
                let events = again.chain((old.article.bytes()[0] % 2 == 0).then(|| old.clone())).collect();
                let reading = Reading { coder: "0.2.0".to_owned(), ontology: Digest::default() };
                Body::ArticleRecoded { article: old.article, reading, events }
            }
            // The same event again.
            (6, Some(old)) => Body::EventRecorded(old),
            (7..=9, _) => self.article(),
            (10, _) if self.numbers.below(4) == 0 => {
                let (from, into) = (actor(&mut self.numbers), actor(&mut self.numbers));
                match self.numbers.below(2) {
                    0 => Body::ActorMerged { from, into, reason },
                    _ => Body::ActorSplit { from, into, reason },
                }
            }
            (11, _) if self.numbers.below(4) == 0 => Body::ActorDeclared(ActorDeclared {
                id: id("XAA"),
                name: "Land of many names".to_owned(),
                names: Vec::new(),
                kind: ActorKind::State,
                country: None,
                sector: None,
            }),
            _ => Body::EventRecorded(self.event()),
        }
    }
}

/// Returns what two projections show, down to the order of nodes and edges.
fn shown(projection: &Projection, scope: &Scope, day: Day, knowledge: Knowledge) -> String {
    let view = View::of(&projection.lens(&knowledge), day, scope);
    let subject = match scope {
        Scope::Actor(one) => Subject::One(one.clone()),
        Scope::Pair(one, other) => Subject::Two(one.clone(), other.clone()),
        Scope::Everything => return format!("{view:?}"),
    };
    let question = Timeline { subject, from: None, to: Some(day), knowledge, filter: Filter::default() };
    format!("{view:?}\n{:?}\n{:?}", timeline::answer(projection, &question), projection.head())
}

/// A replay, which reads blocks in brief, must be the fold of the records one by one.
fn compare_with_records(
    workspace: &Workspace,
    replayed: &Projection,
    until: Option<Seq>,
) -> Result<(), WorkspaceError> {
    let mut folded = Projection::empty(Arc::new(Rules::of(workspace.ontology())));
    let end = until.map_or(workspace.log().head().next(), Seq::next);
    for record in workspace.log().read(Seq(0)..end) {
        folded.apply(&record?);
    }
    assert_eq!(replay::compare(replayed, &folded), None);
    assert_eq!(replayed.n_events(), folded.n_events());
    let knowledge = Knowledge { recorded_by: Some(instant(101)), ..Knowledge::default() };
    let day = Day::new(2018, 3, 1).expect("a day");
    for knowledge in [knowledge, Knowledge::default()] {
        let [one, other] = [replayed, &folded].map(|graph| shown(graph, &Scope::Everything, day, knowledge));
        assert!(one == other, "under {knowledge:?}\n{one}\n\n{other}");
    }
    Ok(())
}

/// The graph share by share must be the whole graph, each pair in one share.
fn compare_with_shares(workspace: &Workspace, whole: &Projection) -> Result<(), WorkspaceError> {
    let checked = workspace.check_shares(150)?;
    assert_eq!(checked.difference, None);
    let everything = Knowledge::default();
    let (mut n_shares, mut n_pairs) = (0, 0);
    workspace.each_share(None, 150, Quotes::Kept, &mut |projection, share| {
        assert_eq!(replay::compare_share(projection, whole, share), None);
        n_shares += 1;
        n_pairs += projection.lens(&everything).everything().iter().filter(|pair| share.holds(pair)).count();
    })?;
    assert!(n_shares > 3, "only {n_shares} shares");
    assert_eq!(n_pairs, whole.lens(&everything).everything().len());
    let steps = replay::steps(whole, &everything);
    assert_eq!(workspace.count_steps(None, None)?, steps.len());
    assert_eq!(workspace.steps(None, None)?.iter().collect::<Vec<_>>(), steps);
    assert_eq!(workspace.anomalies()?.iter().collect::<Vec<_>>(), explain::anomalies(whole, &everything));
    let day = Day::new(2015, 1, 1).expect("a day");
    for knowledge in [everything, Knowledge { known_by: Some(day), ..everything }] {
        let views = [workspace.view_in_shares(day, &knowledge, 150)?, whole.view(day, &knowledge)];
        let [one, other] = views.map(|view| format!("{view:?}"));
        assert!(one == other, "under {knowledge:?}\n{one}\n\n{other}");
        // Of what is shown, the words are read afterwards.
        let few = |view: &View| {
            let (keep, hold) = (|standing: &Standing| standing.topic.is_none(), |_: &Position| false);
            view.filtered(keep, hold)
        };
        let telling = workspace.view_telling_in_shares(day, &knowledge, |view| few(view).events(), 150)?;
        let shown = few(&whole.view(day, &knowledge));
        assert!(shown.reports().count() > 10);
        let [one, other] = [few(&telling), shown].map(|view| format!("{view:?}"));
        assert!(one == other, "under {knowledge:?}\n{one}\n\n{other}");
    }
    let day = Some(day);
    assert_eq!(workspace.count_steps(None, day)?, steps.iter().filter(|step| Some(step.day) <= day).count());
    Ok(())
}

#[test]
fn a_part_answers_as_the_whole() -> Result<(), WorkspaceError> {
    let mut compared = 0;
    for seed in 0..trials(2, 40) as u64 {
        let folder = tempfile::tempdir().expect("a folder");
        let mut history = History::new(seed);
        // From the second on, some of it lies in files of the index.
        for round in 0..3 {
            let mut workspace = Workspace::open(folder.path())?;
            for batch in 0..5 {
                let bodies = (0..20 + 150 * round).map(|_| history.body()).collect();
                workspace.append(instant(100 * round as i64 + batch), bodies)?;
            }
        }
        let workspace = Workspace::open(folder.path())?;
        let whole = workspace.replay(None)?;
        let n = workspace.log().head().count;
        compare_with_records(&workspace, &whole, None)?;
        compare_with_shares(&workspace, &whole)?;
        let until = Some(Seq(n * 2 / 3));
        compare_with_records(&workspace, &workspace.replay(until)?, until)?;
        let mut numbers = Numbers::new(seed);
        let mut pick = || id(ACTORS[numbers.below(ACTORS.len() as u64) as usize]);
        let mut scopes: Vec<Scope> = (0..12).map(|_| (pick(), pick())).map(|(a, b)| Scope::Pair(a, b)).collect();
        scopes.extend(["EU", "RUS", "XAA"].map(|actor| Scope::Actor(id(actor))));
        for scope in scopes {
            let part = workspace.about(&scope)?;
            assert!(matches!(part, detente::workspace::part::Part::Some(_)), "it is small enough to be read in part");
            for (year, knowledge) in [
                (2008, Knowledge::default()),
                (2015, Knowledge { at_seq: Some(Seq(n / 2)), ..Knowledge::default() }),
                (2019, Knowledge { recorded_by: Some(instant(102)), ..Knowledge::default() }),
                (2024, Knowledge { known_by: Day::new(2016, 6, 1), ..Knowledge::default() }),
                (2024, Knowledge::default()),
            ] {
                let day = Day::new(year, 3, 1).expect("a day");
                let (one, other) = (shown(&part, &scope, day, knowledge), shown(&whole, &scope, day, knowledge));
                assert!(one == other, "seed {seed}, {scope:?} on {day} under {knowledge:?}\n{one}\n\n{other}");
                compared += usize::from(one.contains("Relation("));
            }
        }
        for event in history.made.iter().step_by(29) {
            let Ok(event) = workspace.event(event.id) else { continue };
            let part = workspace.about_event(&event)?;
            let told = |projection| format!("{:?}", explain::answer(projection, event.id, &Knowledge::default()));
            assert_eq!(told(&part), told(&whole), "seed {seed}, event {}", event.id);
        }
        for actor in ACTORS {
            assert_eq!(workspace.knows(&id(actor))?, !whole.lens(&Knowledge::default()).all_of(&id(actor)).is_empty());
        }
    }
    assert!(compared > 40, "only {compared} views had anything in them");
    Ok(())
}

#[test]
fn an_actor_is_named_as_it_was_known_then() -> Result<(), WorkspaceError> {
    let mut history = History::new(5);
    let mut told = |name: &str, year: i32| {
        let mut event = history.event();
        event.actors = vec![Participant { id: id("XAA.court"), name: name.to_owned(), ..event.actors[0].clone() }];
        event.actors[0].country = Some(id("XAA"));
        event.actors[0].kind = if year < 2015 { ActorKind::Institution } else { ActorKind::Person };
        event.recipients = vec![Participant { id: id("XBB"), country: Some(id("XBB")), ..event.actors[0].clone() }];
        event.published = Day::new(year, 1, 1).expect("a day");
        event.occurred = detente::model::day::Interval::day(event.published);
        event.id = event.identify();
        Body::EventRecorded(event)
    };
    let (old, new) = (told("Old Court", 2010), told("New Court", 2020));
    let mut workspace = Workspace::in_memory()?;
    workspace.append(instant(1), vec![old])?;
    workspace.append(instant(2), vec![new])?;
    let then = Knowledge { known_by: Day::new(2015, 1, 1), ..Knowledge::default() };
    let states = [
        (then, "Old Court", ActorKind::Institution),
        (Knowledge { recorded_by: Some(instant(1)), ..Knowledge::default() }, "Old Court", ActorKind::Institution),
        (Knowledge { at_seq: Some(Seq(0)), ..Knowledge::default() }, "Old Court", ActorKind::Institution),
        (Knowledge::default(), "New Court", ActorKind::Person),
    ];
    let scope = Scope::Pair(id("XAA"), id("XBB"));
    for (knowledge, name, kind) in states {
        workspace = workspace.naming(knowledge);
        assert_eq!(workspace.name(&id("XAA.court")), name, "{knowledge:?}");
        let (part, whole) = (workspace.about(&scope)?, workspace.replay(None)?);
        for projection in [&*part, &whole] {
            let node = projection.lens(&knowledge).actor_node(&id("XAA.court")).expect("a node");
            assert_eq!((node.name.as_str(), node.kind), (name, Some(kind)), "{knowledge:?}");
        }
    }
    Ok(())
}
