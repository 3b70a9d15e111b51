//! The log against a plain file that is synced in the same way, in the same run.
//!
//! Prints a table with ratios first, of `DETENTE_BENCH_EVENTS` events (100,000 unless told) in the folder
//! `DETENTE_BENCH_FOLDER` (a temporary one unless told), then the timings that criterion takes of the
//! steps. `cargo bench --bench log -- --test` runs everything once.
#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a bench says what is wrong by failing")]

use criterion::{Criterion, Throughput, criterion_group};
use detente::log::archive::form;
use detente::log::memory::MemoryLog;
use detente::log::store::DiskLog;
use detente::log::{Head, Log, chain, wire};
use detente::model::record::Record;
use std::fs::{self, File};
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

#[allow(dead_code, unreachable_pub, reason = "shared with the tests")]
mod generate;

use generate::{Events, instant};

fn main() {
    if !std::env::args().any(|arg| arg == "--test" || arg == "--list") {
        let n_events = std::env::var("DETENTE_BENCH_EVENTS").ok().and_then(|n| n.parse().ok()).unwrap_or(100_000);
        let folder = std::env::var_os("DETENTE_BENCH_FOLDER")
            .map_or_else(tempfile::tempdir, tempfile::tempdir_in)
            .expect("a folder");
        table(n_events, folder.path());
    }
    steps();
    Criterion::default().configure_from_args().final_summary();
}

/// Prints events a second, and the ratio to the plain file.
fn table(n_events: usize, folder: &Path) {
    println!("{n_events} events; events a second, ratio to a plain file with fdatasync in the same run");
    for batch in [1, 100, 10_000] {
        let n = n_events.min(if batch == 1 { 2_000 } else { 100_000 });
        let (plain, store) = (folder.join(format!("plain-{batch}")), folder.join(format!("store-{batch}")));
        let limit = append_plain(&plain, n, batch);
        let ours = append(&store, n, batch);
        println!("append, batch {batch:>6}: {ours:>9.0} of {limit:>9.0}  {:.2}", ours / limit);
        fs::remove_dir_all(&store).expect("the store goes away");
    }
    let store = folder.join("store");
    let rate = append(&store, n_events, 10_000);
    println!("append all, batches of 10,000: {rate:>9.0}");
    let payload = fs::metadata(folder.join("plain-10000")).expect("the plain file").len() as f64;
    let written = n_events.min(100_000) as f64;
    let on_disk = size(&store) as f64;
    let (each, alone) = (on_disk / n_events as f64, payload / written);
    println!("size on disk: {each:.0} bytes an event, encoded alone {alone:.0}: {:.2}", each / alone);
    for round in 1..=2 {
        let start = Instant::now();
        let log = DiskLog::open_existing(&store).expect("a store");
        let opened = start.elapsed();
        log.get(log.head().next()).expect("nothing past the head");
        let last = detente::model::id::Seq(log.head().count - 300);
        log.get(last).expect("a record");
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
    }
    let log = DiskLog::open_existing(&store).expect("a store");
    let start = Instant::now();
    let mut checker = chain::Checker::default();
    for record in log.all() {
        checker.check(&record.expect("a record")).expect("the chain");
    }
    println!("scan and check of the chain: {:>9.0}", n_events as f64 / start.elapsed().as_secs_f64());
}

/// Appends to a plain file what bincode makes of each record, and syncs it after each batch.
fn append_plain(path: &Path, n: usize, batch: usize) -> f64 {
    let mut events = Events::new(1);
    let mut head = Head::default();
    let mut file = File::create(path).expect("a file");
    let mut spent = 0.0;
    for index in 0..n / batch {
        let records = chain::seal(&head, instant(index as i64), events.bodies(batch)).expect("records");
        head = records.last().map_or(head, Head::after);
        let start = Instant::now();
        let bytes: Vec<u8> = records.iter().flat_map(|record| wire::encode_alone(record).expect("bytes")).collect();
        file.write_all(&bytes).expect("written");
        file.sync_data().expect("synced");
        spent += start.elapsed().as_secs_f64();
    }
    n as f64 / spent
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
                form::write_canonical(record, &mut out).expect("JSON");
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
