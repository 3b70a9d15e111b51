//! The log against a plain file that is synced in the same way, and against SQLite, in the same run.
//!
//! Prints a table with ratios first, of `DETENTE_BENCH_EVENTS` events (100,000 unless told) in the folder
//! `DETENTE_BENCH_FOLDER` (a temporary one unless told), then the timings that criterion takes of the
//! steps. SQLite takes part with `--features yardsticks`. `cargo bench --bench log -- --test` runs
//! everything once. With `DETENTE_BENCH_STORE` only the replays are timed, of the store that it names, which is made
//! where there is none and left there.
#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a bench says what is wrong by failing")]

use criterion::{Criterion, Throughput, criterion_group};
use detente::graph::chronicle::Chronicle;
use detente::graph::rules::Rules;
use detente::graph::share::Share;
use detente::graph::view::{Scope, View};
use detente::graph::{Between, Knowledge, Projection};
use detente::log::archive::form;
use detente::log::memory::MemoryLog;
use detente::log::store::DiskLog;
use detente::log::{Head, Log, chain, wire};
use detente::model::day::Day;
use detente::model::id::{ActorId, Seq};
use detente::model::record::Record;
use detente::model::sheet::{Quotes, Sheet};
use detente::render::dot;
use detente::workspace::Workspace;
use std::fs::{self, File};
use std::hint::black_box;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

#[allow(dead_code, unreachable_pub, reason = "shared with the tests")]
mod generate;
#[cfg(feature = "yardsticks")]
mod yardstick;

use generate::{Events, instant};

// As in the command.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    if !std::env::args().any(|arg| arg == "--test" || arg == "--list") {
        let n_events = std::env::var("DETENTE_BENCH_EVENTS").ok().and_then(|n| n.parse().ok()).unwrap_or(100_000);
        if let Some(store) = std::env::var_os("DETENTE_BENCH_STORE") {
            let store = Path::new(&store);
            if !store.exists() {
                append(store, n_events, 10_000);
            }
            return replays(&Workspace::open_existing(store).expect("a store"));
        }
        let folder = std::env::var_os("DETENTE_BENCH_FOLDER")
            .map_or_else(tempfile::tempdir, tempfile::tempdir_in)
            .expect("a folder");
        appends(n_events, folder.path());
        let _scanned = reads(n_events, folder.path());
        answers(folder.path());
        #[cfg(feature = "yardsticks")]
        sqlite(n_events, folder.path(), _scanned);
    }
    steps();
    Criterion::default().configure_from_args().final_summary();
}

/// Prints events a second in batches of several sizes, and the ratio to the plain file.
fn appends(n_events: usize, folder: &Path) {
    println!("{n_events} events; appended durably, events a second, ratio to a plain file with fdatasync");
    for batch in [1, 100, 10_000] {
        let n = n_events.min(if batch == 1 { 2_000 } else { 100_000 });
        let batches = sealed(n, batch);
        let (plain, store) = (folder.join(format!("plain-{batch}")), folder.join(format!("store-{batch}")));
        // In turns, so that a busy moment of the machine does not meet one of them alone.
        let (mut limit, mut ours) = (0.0, 0.0);
        for _ in 0..3 {
            limit = f64::max(limit, append_plain(&plain, &batches));
            ours = f64::max(ours, append(&store, n, batch));
            fs::remove_dir_all(&store).expect("the store goes away");
        }
        println!("append, batch {batch:>6}: {ours:>9.0} of {limit:>9.0}  {:.2}", ours / limit);
        #[cfg(feature = "yardsticks")]
        {
            let sqlite = yardstick::append(&folder.join(format!("sqlite-{batch}")), &batches);
            println!("                of SQLite: {sqlite:>9.0}  {:.2}", ours / sqlite);
        }
    }
}

/// Makes the store of all events, and prints what it takes and how fast it is read; returns how many events a second.
fn reads(n_events: usize, folder: &Path) -> f64 {
    let store = folder.join("store");
    let rate = append(&store, n_events, 10_000);
    println!("append all, batches of 10,000: {rate:>9.0}");
    let batches = sealed(10_000, 10_000);
    let alone: usize = batches.iter().flatten().map(|record| wire::encode_alone(record).expect("bytes").len()).sum();
    let (each, alone) = (size(&store) as f64 / n_events as f64, alone as f64 / 10_000.0);
    println!("size on disk: {each:.0} bytes an event, encoded alone {alone:.0}: {:.2}", each / alone);
    let plain = folder.join("plain");
    let lengths = write_plain(&plain, n_events.min(1_000_000));
    let (mut scanned, mut limit) = (0.0, 0.0);
    for round in 1..=2 {
        let start = Instant::now();
        let log = DiskLog::open_existing(&store).expect("a store");
        let opened = start.elapsed();
        log.get(Seq(log.head().count / 2)).expect("a record");
        let blocks = start.elapsed();
        let (start, spent) = (Instant::now(), processor());
        let mut count = 0;
        for record in log.all() {
            black_box(&record.expect("a record"));
            count += 1;
        }
        let scan = f64::from(count) / start.elapsed().as_secs_f64();
        println!("round {round}: head {opened:.1?}, blocks open {blocks:.1?}, ordered scan and decode {scan:>9.0}");
        if let (Some(before), Some(after)) = (spent, processor()) {
            println!("         {:.0} ns of processor an event", (after - before) / f64::from(count));
        }
        scanned = f64::max(scanned, scan);
        limit = f64::max(limit, scan_plain(&plain, &lengths));
    }
    fs::remove_file(&plain).expect("the file goes away");
    println!("ordered scan and decode: {scanned:>9.0} of {limit:>9.0} of a plain file  {:.2}", scanned / limit);
    let log = DiskLog::open_existing(&store).expect("a store");
    let start = Instant::now();
    let mut checker = chain::Checker::default();
    for record in log.all() {
        checker.check(&record.expect("a record")).expect("the chain");
    }
    println!("scan and check of the chain: {:>9.0}", n_events as f64 / start.elapsed().as_secs_f64());
    scanned
}

/// Writes records to a plain file, each encoded alone; returns how long each is.
fn write_plain(path: &Path, n_events: usize) -> Vec<usize> {
    let mut file = BufWriter::new(File::create(path).expect("a file"));
    let (mut events, mut head, mut lengths) = (Events::new(1), Head::default(), Vec::with_capacity(n_events));
    while lengths.len() < n_events {
        let records = chain::seal(&head, instant(0), events.bodies(10_000.min(n_events - lengths.len())));
        head = records.last().map_or(head, Head::after);
        for record in &records {
            let bytes = wire::encode_alone(record).expect("bytes");
            file.write_all(&bytes).expect("written");
            lengths.push(bytes.len());
        }
    }
    file.flush().expect("written");
    lengths
}

/// Reads and decodes what [`write_plain`] wrote; returns how many events a second.
fn scan_plain(path: &Path, lengths: &[usize]) -> f64 {
    let start = Instant::now();
    let (mut file, mut bytes) = (BufReader::new(File::open(path).expect("a file")), Vec::new());
    for length in lengths {
        bytes.resize(*length, 0);
        file.read_exact(&mut bytes).expect("bytes");
        black_box(wire::decode(&bytes).expect("a record"));
    }
    lengths.len() as f64 / start.elapsed().as_secs_f64()
}

/// Prints how long questions take, in this process and from a shell.
fn answers(folder: &Path) {
    let store = folder.join("store");
    let before = size(&store);
    let start = Instant::now();
    drop(Workspace::open_existing(&store).expect("a store"));
    println!("index made: {:.1?}, {:.1} % of the log", start.elapsed(), {
        (size(&store) as f64 / before as f64 - 1.0) * 100.0
    });
    let timed = |what: &str, work: &mut dyn FnMut()| {
        let mut least = Duration::MAX;
        for _ in 0..9 {
            let start = Instant::now();
            work();
            least = least.min(start.elapsed());
        }
        println!("{what}: {least:.1?}");
    };
    timed("opened", &mut || drop(Workspace::open_existing(&store).expect("a store")));
    let [one, other] = ["AAX", "ABX"].map(|id| id.parse::<ActorId>().expect("an actor"));
    let workspace = Workspace::open_existing(&store).expect("a store");
    // Another each time, since the last one is kept.
    let mut others = ["ACX", "ADX", "AEX", "AFX", "AGX", "AHX", "AIX", "AJX", "AKX"].iter().cycle();
    let mut another = || others.next().and_then(|id| id.parse::<ActorId>().ok()).expect("an actor");
    timed("the part of one dyad, read", &mut || {
        drop(black_box(workspace.about(&Scope::Pair(one.clone(), another())).expect("a part")));
    });
    timed("the part of one actor, read", &mut || {
        drop(black_box(workspace.about(&Scope::Actor(another())).expect("a part")));
    });
    drop(workspace);
    timed("detente at DAY A B, from a shell", &mut || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_detente"));
        command.arg("--store").arg(&store).args(["at", "2020-01-01", "AAX", "ABX", "--json"]);
        assert!(command.output().expect("an answer").status.success());
    });
    let workspace = Workspace::open_existing(&store).expect("a store");
    let (start, n_events) = (Instant::now(), workspace.log().head().count as f64);
    let verified = workspace.verify_with_graph().expect("an answer");
    println!("verify: {:>9.0}", n_events / start.elapsed().as_secs_f64());
    // The events are of articles that the log does not hold, which is told of each.
    assert_eq!(verified.problems.len() as u64 + verified.more, n_events as u64);
    replays(&workspace);
    in_memory(workspace.projection().expect("a graph"), &one, &other);
}

/// Prints how fast the log is folded into the graph: by one thread, and by two.
fn replays(workspace: &Workspace) {
    let (n_events, all) = (workspace.log().head().count as f64, Seq(0)..workspace.log().head().next());
    let rules = Arc::new(Rules::of(workspace.ontology()));
    for round in 1..=3 {
        for (quotes, what) in [(Quotes::Kept, "with the words"), (Quotes::LeftOut, "without the words")] {
            let (start, spent) = (Instant::now(), spent());
            let mut graph = Projection::empty(rules.clone());
            graph.reserve(n_events as usize);
            sheets(workspace, quotes, |sheet| graph.take(sheet));
            told(&format!("round {round}: replay {what} by one thread"), n_events, start, spent);
            drop(graph);
            let (start, spent) = (Instant::now(), self::spent());
            // One share of everything, as `replay` folds it.
            let looked = &mut |graph: &Projection, _: &Share<'_>| {
                black_box(graph);
                told(&format!("         replay {what} by two processors"), n_events, start, spent);
            };
            workspace.each_share(None, u64::MAX, quotes, looked).expect("a graph");
        }
    }
    let start = Instant::now();
    sheets(workspace, Quotes::Kept, |sheet| {
        black_box(sheet);
    });
    println!("read in brief, nothing folded: {:>9.0}", n_events / start.elapsed().as_secs_f64());
    let start = Instant::now();
    workspace.log().chunks(all).for_each(|chunk| drop(black_box(chunk.expect("a chunk"))));
    println!("fetched, checked and unpacked: {:>9.0}", n_events / start.elapsed().as_secs_f64());
}

/// Prints how many events a second were folded since, and what that took of all processors.
fn told(what: &str, n_events: f64, start: Instant, before: Option<f64>) {
    println!("{what} {:>9.0} events a second", n_events / start.elapsed().as_secs_f64());
    if let (Some(before), Some(after)) = (before, spent()) {
        println!("         {:.0} ns of processor an event", (after - before) / n_events);
    }
}

/// Lends the log sheet by sheet, read by this thread alone.
fn sheets(workspace: &Workspace, quotes: Quotes, mut take: impl FnMut(&Sheet)) {
    let all = Seq(0)..workspace.log().head().next();
    let (mut chunks, mut sheet) = (workspace.log().chunks(all.clone()).peekable(), Sheet::with(quotes));
    while chunks.peek().is_some() {
        sheet.clear();
        for chunk in chunks.by_ref().take(64) {
            chunk.and_then(|chunk| chunk.read(&all, &mut sheet)).expect("a chunk");
        }
        take(&sheet);
    }
}

/// Prints how long a graph in memory takes to answer.
fn in_memory(graph: &Projection, one: &ActorId, other: &ActorId) {
    let days: Vec<Day> = (2005..2024).map(|year| Day::new(year, 7, 1).expect("a day")).collect();
    let each = |what: &str, times: u32, work: &mut dyn FnMut(Day)| {
        let mut least = Duration::MAX;
        for _ in 0..5 {
            let start = Instant::now();
            for (_, day) in (0..times).zip(days.iter().cycle()) {
                work(*day);
            }
            least = least.min(start.elapsed() / times);
        }
        println!("{what}: {least:.1?}");
    };
    let everything = Knowledge::default();
    let lens = graph.lens(&everything);
    each("one dyad on a day", 10_000, &mut |day| {
        black_box(lens.between(one, other).map(|between| between.n_known(day)));
    });
    each("one dyad on a day, written out", 10_000, &mut |day| {
        black_box(lens.between(one, other).map(|between| between.standings(day)));
    });
    let start = Instant::now();
    let pairs = lens.everything();
    println!("{} pairs compiled: {:.1?}", pairs.len(), start.elapsed());
    let half = Seq(graph.n_events() as u64 / 2);
    let noon = instant(half.0 as i64 / 10_000);
    let earlier: [(&str, &dyn Fn(Day) -> Knowledge); 3] = [
        ("as known by another", &|day| Knowledge { known_by: Some(day), ..everything }),
        ("of half the log", &|_| Knowledge { at_seq: Some(half), ..everything }),
        ("as recorded by another", &|_| Knowledge { recorded_by: Some(noon), ..everything }),
    ];
    for (what, knowledge) in earlier {
        let mut of_pairs = pairs.iter().filter_map(Between::parties).zip(days.iter().cycle());
        let start = Instant::now();
        for ((one, other), day) in of_pairs.by_ref().take(1_000) {
            black_box(graph.lens(&knowledge(*day)).between(one, other).map(|between| between.n_known(*day)));
        }
        println!("one dyad on a day, {what}, asked for the first time: {:.1?}", start.elapsed() / 1_000);
        each(&format!("one dyad on a day, {what}"), 10_000, &mut |day| {
            black_box(graph.lens(&knowledge(day)).between(one, other).map(|between| between.n_known(day)));
        });
        each(&format!("one dyad on a day, {what}, written out"), 10_000, &mut |day| {
            black_box(graph.lens(&knowledge(day)).between(one, other).map(|between| between.standings(day)));
        });
    }
    each("whole graph on a day, pair by pair", 20, &mut |day| {
        black_box(pairs.iter().map(|between: &Between<'_>| between.n_known(day)).sum::<usize>());
    });
    let start = Instant::now();
    let chronicle = Chronicle::of(&lens);
    println!("chronicle of {} relations made: {:.1?}", chronicle.n_relations(), start.elapsed());
    each("whole graph on a day, states", 200, &mut |day| {
        black_box(chronicle.at(day).n_known());
    });
    each("whole graph on a day, states and names", 200, &mut |day| {
        black_box(chronicle.at(day).known().count());
    });
    let start = Instant::now();
    let view = View::of(&lens, days[10], &Scope::Everything);
    println!("whole graph on a day, built with its words: {:.1?}", start.elapsed());
    drop(view);
    // A picture of the neighborhood of two, as people draw it.
    let view = View::of(&lens, days[10], &Scope::Pair(one.clone(), other.clone()));
    let ontology = detente::ontology::Ontology::bundled().expect("the schema");
    let name = |id: &ActorId| id.to_string();
    let teller = detente::render::sentence::Teller { ontology: &ontology, name: &name };
    let frame = detente::render::scene::Frame::among(vec![one.clone(), other.clone()]);
    each("DOT of one dyad", 100, &mut |_| {
        let scene = detente::render::scene::Scene::of(&view, &frame, &teller, &|_| Default::default());
        black_box(dot::write(&scene));
    });
}

/// Prints what SQLite takes for the same, where the store gave `scanned` events a second.
#[cfg(feature = "yardsticks")]
fn sqlite(n_events: usize, folder: &Path, scanned: f64) {
    let path = folder.join("sqlite");
    let mut table = yardstick::Table::open(&path);
    let mut events = Events::new(1);
    let mut head = Head::default();
    for index in 0..n_events / 10_000 {
        let records = chain::seal(&head, instant(index as i64), events.bodies(10_000));
        head = records.last().map_or(head, Head::after);
        table.append(&records);
    }
    let start = Instant::now();
    let n = table.scan();
    println!("SQLite: {} bytes an event", fs::metadata(&path).expect("a file").len() / n.max(1) as u64);
    let scan = n as f64 / start.elapsed().as_secs_f64();
    println!("SQLite: ordered scan and decode {scan:>9.0}; ours {:.2} of it", scanned / scan);
    let day = Day::new(2020, 1, 1).expect("a day");
    black_box(table.dyad("AAX", "ABX", day));
    let start = Instant::now();
    for _ in 0..1_000 {
        black_box(table.dyad("AAX", "ABX", day));
    }
    println!("SQLite: one dyad on a day {:.1?}", start.elapsed() / 1_000);
    let start = Instant::now();
    black_box(table.whole(day));
    println!("SQLite: whole graph on a day {:.1?}", start.elapsed());
}

/// Makes batches of sealed records.
fn sealed(n: usize, batch: usize) -> Vec<Vec<Record>> {
    let (mut events, mut head) = (Events::new(1), Head::default());
    (0..n / batch)
        .map(|index| {
            let records = chain::seal(&head, instant(index as i64), events.bodies(batch));
            head = records.last().map_or(head, Head::after);
            records
        })
        .collect()
}

/// Appends to a plain file what bincode makes of each record, and syncs it after each batch.
fn append_plain(path: &Path, batches: &[Vec<Record>]) -> f64 {
    let mut file = File::create(path).expect("a file");
    let start = Instant::now();
    for records in batches {
        let bytes: Vec<u8> = records.iter().flat_map(|record| wire::encode_alone(record).expect("bytes")).collect();
        file.write_all(&bytes).expect("written");
        file.sync_data().expect("synced");
    }
    batches.iter().map(Vec::len).sum::<usize>() as f64 / start.elapsed().as_secs_f64()
}

fn append(store: &Path, n: usize, batch: usize) -> f64 {
    let mut events = Events::new(1);
    let mut log = DiskLog::open(store).expect("a store");
    let mut spent = 0.0;
    for index in 0..n / batch {
        let bodies = events.bodies(batch);
        let start = Instant::now();
        let records = log.append(instant(index as i64), bodies).expect("appended");
        spent += start.elapsed().as_secs_f64();
        black_box(records);
    }
    n as f64 / spent
}

/// Returns the nanoseconds that this thread has had of a processor, where the system tells: what a step costs
/// on a busy machine too.
fn processor() -> Option<f64> {
    fs::read_to_string("/proc/thread-self/schedstat").ok()?.split_whitespace().next()?.parse().ok()
}

/// Returns the nanoseconds that all threads have had of processors, where the system tells, to a hundredth of a
/// second.
fn spent() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name, which may hold anything: the ticks of the process and of the system for it.
    let mut numbers = stat.rsplit(')').next()?.split_whitespace().skip(11);
    let mut ticks = || numbers.next()?.parse::<f64>().ok();
    Some((ticks()? + ticks()?) * 1e7)
}

fn size(folder: &Path) -> u64 {
    fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| {
            let entry = entry.expect("an entry");
            let about = entry.metadata().expect("its size");
            if about.is_dir() { size(&entry.path()) } else { about.len() }
        })
        .sum()
}

fn sample() -> Vec<Record> {
    let mut log = MemoryLog::new();
    log.append(instant(0), Events::new(2).bodies(1_000)).expect("records")
}

fn seal_encode_decode(criterion: &mut Criterion) {
    let records = sample();
    let mut group = criterion.benchmark_group("a thousand events");
    group.throughput(Throughput::Elements(records.len() as u64)).sample_size(20);
    group.bench_function("canonical JSON", |bencher| {
        let mut out = Vec::new();
        bencher.iter(|| {
            for record in &records {
                out.clear();
                form::write_canonical(record, &mut out);
                black_box(&out);
            }
        });
    });
    group.bench_function("seal", |bencher| {
        let bodies: Vec<_> = records.iter().map(|record| record.body.clone()).collect();
        bencher.iter_batched(
            || bodies.clone(),
            |bodies| chain::seal(&Head::default(), instant(0), bodies),
            criterion::BatchSize::LargeInput,
        );
    });
    group.bench_function("encode", |bencher| bencher.iter(|| wire::encode(&records, 7_000).expect("blocks")));
    group.bench_function("decode", |bencher| {
        let blocks = wire::encode(&records, 7_000).expect("blocks");
        bencher.iter(|| {
            for block in &blocks {
                black_box(wire::decode(&block.bytes).expect("records"));
            }
        });
    });
    group.finish();
}

criterion_group!(steps, seal_encode_decode);
