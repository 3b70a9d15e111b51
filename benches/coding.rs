//! Text to events, stage by stage, over the articles of `examples/articles`.
//!
//! Prints a table first: what a sentence costs of one processor in each stage, as the difference between runs that
//! end with that stage, and what a start costs; then the timings that criterion takes. Processor time is what
//! counts on a busy machine; `taskset -c 0` keeps a run on one core, `-- --test` runs everything once.
#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a bench says what is wrong by failing")]

use criterion::{Criterion, Throughput, criterion_group};
use detente::coder::mention::{self, Mention};
use detente::coder::speaker::{self, Attributions};
use detente::coder::{self, frame, reference, when};
use detente::english::{Document, English};
use detente::model::article::Article;
use detente::ontology::Ontology;
use detente::text::Given;
use detente::text::reader::{Form, Unit};
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

// As in the command.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    if !std::env::args().any(|arg| arg == "--test" || arg == "--list") {
        table();
    }
    stages();
    Criterion::default().configure_from_args().final_summary();
}

/// How many times the table measures a stage; the fastest counts.
const ROUNDS: usize = 8;
/// How long one measurement takes at least: the system counts processor time in steps of milliseconds.
const SPAN: Duration = Duration::from_millis(200);

/// What all stages need.
struct Desk {
    articles: Vec<Article>,
    documents: Vec<Document>,
    ontology: Ontology,
    english: English,
}

impl Desk {
    fn new() -> Self {
        let (ontology, english) = (Ontology::bundled().expect("an ontology"), English::bundled());
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
        let mut paths: Vec<_> =
            fs::read_dir(folder).expect("the articles").map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        let given = Given { published: "2024-01-31".parse().ok() };
        let read = |path: &std::path::PathBuf| {
            let text = fs::read_to_string(path).expect("an article");
            let articles = Unit::whole(Form::Plain, &text).articles(given);
            articles.into_iter().map(|article| article.expect("an article")).collect::<Vec<_>>()
        };
        let articles: Vec<Article> = paths.iter().flat_map(read).collect();
        let documents = articles.iter().map(|article| english.read(prose(article))).collect();
        Self { articles, documents, ontology, english }
    }

    fn n_sentences(&self) -> usize {
        self.documents.iter().map(|document| document.sentences().len()).sum()
    }

    fn split(&self) {
        self.articles.iter().for_each(|article| drop(black_box(self.english.split(prose(article)))));
    }

    fn tag(&self) {
        self.articles.iter().for_each(|article| drop(black_box(self.english.tags(prose(article)))));
    }

    fn read(&self) {
        self.articles.iter().for_each(|article| drop(black_box(self.english.read(prose(article)))));
    }

    /// Calls a stage with each article and what was read of it.
    fn each(&self, stage: impl Fn(&Article, &Document)) {
        self.articles.iter().zip(&self.documents).for_each(|(article, document)| stage(article, document));
    }

    fn mentions(&self, article: &Article, document: &Document) -> Vec<Vec<Mention>> {
        let mut memory = mention::Memory::default();
        let sentences = document.sentences().iter().enumerate();
        sentences
            .map(|(number, sentence)| mention::find(number, sentence, &self.ontology, article.published, &mut memory))
            .collect()
    }

    fn speakers(&self, document: &Document) -> Attributions {
        speaker::attribute(document, &self.ontology.lexicon().speech)
    }

    /// Mentions and speakers, and what refers to them.
    fn references(&self, article: &Article, document: &Document) {
        let (mut mentions, speakers) = (self.mentions(article, document), self.speakers(document));
        reference::resolve(document, &mut mentions, &speakers, &self.ontology, article.published, None);
        black_box(mentions);
    }

    fn times(&self, article: &Article, document: &Document) {
        black_box(when::of_document(document, article.published, &self.ontology.lexicon().time));
    }

    fn frames(&self, document: &Document) {
        for sentence in document.sentences() {
            black_box(frame::matches(sentence, &[], self.ontology.frames()));
        }
    }

    fn code(&self) {
        for article in &self.articles {
            black_box(coder::code(article, &self.ontology, &self.english));
        }
    }
}

fn prose(article: &Article) -> &str {
    article.prose.slice(&article.text).expect("prose")
}

/// Prints what a sentence costs in each stage.
fn table() {
    let desk = Desk::new();
    let n_sentences = desk.n_sentences();
    let n_tokens: usize =
        desk.documents.iter().flat_map(Document::sentences).map(|sentence| sentence.tokens.len()).sum();
    println!("{} articles, {n_sentences} sentences, {n_tokens} tokens; one thread", desk.articles.len());
    let each = |stage: &dyn Fn()| fastest(stage) / n_sentences as f64;
    let (split, tag, read) = (each(&|| desk.split()), each(&|| desk.tag()), each(&|| desk.read()));
    let mentions = each(&|| desk.each(|article, document| drop(black_box(desk.mentions(article, document)))));
    let speakers = each(&|| desk.each(|_, document| drop(black_box(desk.speakers(document)))));
    let references = each(&|| desk.each(|article, document| desk.references(article, document)));
    let times = each(&|| desk.each(|article, document| desk.times(article, document)));
    let frames = each(&|| desk.each(|_, document| desk.frames(document)));
    let whole = each(&|| desk.code());
    let rows = [
        ("sentences and tokens", split),
        ("tags", tag - split),
        ("trees and lemmas", read - tag),
        ("mentions", mentions),
        ("speakers", speakers),
        ("references", references - mentions - speakers),
        ("times", times),
        ("frames", frames),
        ("assembly", whole - read - references - times - frames),
        ("whole", whole),
    ];
    for (stage, seconds) in rows {
        let (share, rate) = (100.0 * seconds / whole, 1.0 / seconds);
        println!("{stage:<22}{:>9.1} us a sentence {share:>6.1} % {rate:>10.0} a second", 1e6 * seconds);
    }
    let ontology = fastest(&|| drop(black_box(Ontology::bundled())));
    let english = fastest(&|| drop(black_box(English::bundled())));
    println!("start: ontology {:.1} ms, reader of English {:.2} ms", 1e3 * ontology, 1e3 * english);
}

/// Returns the seconds that a run takes, in the fastest of several measurements of many runs each.
fn fastest(run: &dyn Fn()) -> f64 {
    let start = Instant::now();
    run();
    let n_runs = (SPAN.as_secs_f64() / start.elapsed().as_secs_f64()).ceil().clamp(1.0, 1e6) as usize;
    let seconds = |_| {
        let (start, spent) = (Instant::now(), processor());
        (0..n_runs).for_each(|_| run());
        let all = match (spent, processor()) {
            (Some(before), Some(after)) => after - before,
            _ => start.elapsed().as_secs_f64(),
        };
        all / n_runs as f64
    };
    (0..ROUNDS).map(seconds).fold(f64::INFINITY, f64::min)
}

/// Returns the seconds that this thread has had of a processor, where the system tells.
fn processor() -> Option<f64> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(told.split_whitespace().next()?.parse::<f64>().ok()? / 1e9)
}

fn stages_of_coding(criterion: &mut Criterion) {
    let desk = Desk::new();
    let mut group = criterion.benchmark_group("sentences");
    group.throughput(Throughput::Elements(desk.n_sentences() as u64)).sample_size(20);
    group.bench_function("split", |bencher| bencher.iter(|| desk.split()));
    group.bench_function("split and tag", |bencher| bencher.iter(|| desk.tag()));
    group.bench_function("read", |bencher| bencher.iter(|| desk.read()));
    group.bench_function("mentions", |bencher| {
        bencher.iter(|| desk.each(|article, document| drop(black_box(desk.mentions(article, document)))));
    });
    group.bench_function("speakers", |bencher| {
        bencher.iter(|| desk.each(|_, document| drop(black_box(desk.speakers(document)))));
    });
    group.bench_function("mentions, speakers and references", |bencher| {
        bencher.iter(|| desk.each(|article, document| desk.references(article, document)));
    });
    group.bench_function("times", |bencher| {
        bencher.iter(|| desk.each(|article, document| desk.times(article, document)));
    });
    group.bench_function("frames", |bencher| bencher.iter(|| desk.each(|_, document| desk.frames(document))));
    group.bench_function("whole", |bencher| bencher.iter(|| desk.code()));
    group.finish();
    let mut group = criterion.benchmark_group("start");
    group.sample_size(20);
    group.bench_function("ontology", |bencher| bencher.iter(|| black_box(Ontology::bundled())));
    group.bench_function("reader of English", |bencher| bencher.iter(|| black_box(English::bundled())));
    group.finish();
}

criterion_group!(stages, stages_of_coding);
