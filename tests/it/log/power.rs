//! Power cuts, played from a recording: what a process wrote is written again without what was never synced.
//!
//! `strace` records every write, sync and rename of a process that appends. A cut at any moment leaves of
//! the files what had been synced by then, and of the rest whatever the system pleases: nothing, all,
//! some writes and not others, or some sectors of them. A new file, a rename or a removal is there for
//! sure only once its folder was synced. Real file systems are kinder.

use super::generate::Numbers;
use super::{kill, trials};
use detente::log::store::{DiskLog, mirror};
use detente::log::{Log, archive};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is written together or not at all.
const SECTOR: usize = 4096;

type Inode = usize;

/// Something that a process did to its files.
#[derive(Debug)]
enum Deed {
    Write(Inode, u64, Vec<u8>),
    Cut(Inode, u64),
    Folder(PathBuf),
    Create(PathBuf, Inode),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
}

/// A sync of a file or folder: what was done before the first of the two numbers is durable from the second on.
#[derive(Debug)]
struct Sync {
    what: Synced,
    before: usize,
    from: usize,
}

#[derive(Debug, PartialEq)]
enum Synced {
    File(Inode),
    Folder(PathBuf),
}

/// All that a process did, in order.
#[derive(Default)]
struct Recording {
    deeds: Vec<Deed>,
    syncs: Vec<Sync>,
    /// What was acknowledged, with how many deeds there were by then.
    durable: Vec<(usize, (u64, String))>,
    open: BTreeMap<String, (Opened, u64)>,
    names: BTreeMap<PathBuf, Inode>,
    n_files: usize,
    said: Vec<u8>,
}

#[derive(Clone)]
enum Opened {
    File(Inode),
    Folder(PathBuf),
}

/// Reads a string that strace wrote as `"\x2f\x61"`.
fn bytes(text: &str) -> Vec<u8> {
    assert!(!text.ends_with("..."), "strace cut a string short");
    let hex = text.trim_matches('"').split("\\x").skip(1);
    hex.map(|digits| u8::from_str_radix(digits, 16).expect("two digits")).collect()
}

fn path(text: &str) -> PathBuf {
    PathBuf::from(String::from_utf8(bytes(text)).expect("a path in UTF-8"))
}

impl Recording {
    fn of(trace: &str, store: &Path) -> Self {
        let mut recording = Self::default();
        let mut begun: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
        for line in trace.lines() {
            let Some((process, rest)) = line.split_once(' ') else { continue };
            let rest = rest.trim_start();
            let before = recording.deeds.len();
            if let Some(start) = rest.strip_suffix(" <unfinished ...>") {
                begun.insert(process, (start, before));
            } else if let Some((_, end)) = rest.strip_prefix("<... ").and_then(|rest| rest.split_once(" resumed>")) {
                let (start, before) = begun.remove(process).expect("it was begun");
                recording.call(&format!("{start}{end}"), before, store);
            } else {
                recording.call(rest, before, store);
            }
        }
        recording
    }

    fn call(&mut self, call: &str, before: usize, store: &Path) {
        let Some((done, result)) = call.rsplit_once(" = ") else { return };
        let Some((name, arguments)) = done.trim_end().strip_suffix(')').and_then(|done| done.split_once('(')) else {
            return;
        };
        let result: i64 = result.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(-1);
        if result < 0 {
            return;
        }
        let arguments: Vec<&str> = arguments.split(", ").collect();
        match (name, arguments.as_slice()) {
            ("openat", [_, name, flags, ..]) => self.open(path(name), flags, result, store),
            ("mkdir", [name, ..]) | ("mkdirat", [_, name, ..]) => self.folder(path(name), store),
            ("close", [file]) => drop(self.open.remove(*file)),
            ("write", ["1", said, ..]) => self.say(&bytes(said)),
            ("lseek", [file, ..]) => {
                if let Some((_, at)) = self.open.get_mut(*file) {
                    *at = result.unsigned_abs();
                }
            }
            ("write", [file, written, ..]) => {
                if let Some((Opened::File(inode), at)) = self.open.get_mut(*file) {
                    let mut written = bytes(written);
                    written.truncate(result as usize);
                    let from = *at;
                    *at += written.len() as u64;
                    self.deeds.push(Deed::Write(*inode, from, written));
                }
            }
            ("pwrite64", [file, written, _, at]) => {
                if let Some((Opened::File(inode), _)) = self.open.get(*file) {
                    let mut written = bytes(written);
                    written.truncate(result as usize);
                    self.deeds.push(Deed::Write(*inode, at.parse().expect("a number"), written));
                }
            }
            ("ftruncate", [file, length]) => {
                if let Some((Opened::File(inode), _)) = self.open.get(*file) {
                    self.deeds.push(Deed::Cut(*inode, length.parse().expect("a number")));
                }
            }
            ("fsync" | "fdatasync", [file]) => self.sync(file, before),
            ("rename", [from, to]) | ("renameat" | "renameat2", [_, from, _, to, ..]) => {
                let (from, to) = (path(from), path(to));
                if let Some(inode) = self.names.remove(&from) {
                    self.names.insert(to.clone(), inode);
                    self.deeds.push(Deed::Rename(from, to));
                }
            }
            ("unlink", [name]) | ("unlinkat", [_, name, ..]) => {
                let name = path(name);
                if self.names.remove(&name).is_some() {
                    self.deeds.push(Deed::Remove(name));
                }
            }
            ("sync_file_range", _) => {}
            (other, [file, ..]) => assert!(!self.open.contains_key(*file), "{other} is not understood"),
            (_, []) => {}
        }
    }

    fn open(&mut self, path: PathBuf, flags: &str, file: i64, store: &Path) {
        if !path.starts_with(store) {
            self.open.remove(&file.to_string());
            return;
        }
        let opened = match self.names.get(&path) {
            Some(inode) => {
                if flags.contains("O_TRUNC") {
                    self.deeds.push(Deed::Cut(*inode, 0));
                }
                Opened::File(*inode)
            }
            None if flags.contains("O_CREAT") => {
                let inode = self.n_files;
                self.n_files += 1;
                self.names.insert(path.clone(), inode);
                self.deeds.push(Deed::Create(path, inode));
                Opened::File(inode)
            }
            None => Opened::Folder(path),
        };
        self.open.insert(file.to_string(), (opened, 0));
    }

    fn folder(&mut self, path: PathBuf, store: &Path) {
        if path.starts_with(store) {
            self.deeds.push(Deed::Folder(path));
        }
    }

    fn sync(&mut self, file: &str, before: usize) {
        let what = match self.open.get(file) {
            Some((Opened::File(inode), _)) => Synced::File(*inode),
            Some((Opened::Folder(path), _)) => Synced::Folder(path.clone()),
            None => return,
        };
        self.syncs.push(Sync { what, before, from: self.deeds.len() });
    }

    fn say(&mut self, said: &[u8]) {
        self.said.extend_from_slice(said);
        while let Some(end) = self.said.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = self.said.drain(..=end).collect();
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            if let Some(durable) = kill::durable(&line) {
                self.durable.push((self.deeds.len(), durable));
            }
        }
    }

    /// What had been acknowledged when so many deeds were done.
    fn acknowledged(&self, at: usize) -> Option<&(u64, String)> {
        self.durable.iter().take_while(|(deeds, _)| *deeds <= at).last().map(|(_, durable)| durable)
    }

    /// Tells the last deeds before a cut, for whoever looks for what went wrong.
    fn told(&self, at: usize) -> String {
        let deeds = self.deeds.iter().enumerate().take(at).skip(at.saturating_sub(40)).map(|(number, deed)| {
            let sync = self.syncs.iter().filter(|sync| sync.before == number).map(|sync| format!("\n    {sync:?}"));
            let deed = match deed {
                Deed::Write(inode, from, bytes) => format!("write {inode} at {from}: {} bytes", bytes.len()),
                other => format!("{other:?}"),
            };
            format!("{}\n{number} {deed}", sync.collect::<String>())
        });
        format!("{}\n{:?}", deeds.collect::<String>(), self.names)
    }

    /// Writes what a cut after so many deeds leaves.
    fn cut(&self, at: usize, store: &Path, to: &Path, numbers: &mut Numbers) {
        let durable = |number: usize, what: &Synced| {
            self.syncs.iter().any(|sync| sync.from <= at && number < sync.before && sync.what == *what)
        };
        let parent = |path: &Path| Synced::Folder(path.parent().expect("it lies in a folder").to_owned());
        // Names reach the disk in order, as far as they do.
        let names_until = numbers.below(at as u64 + 1) as usize;
        let mood = numbers.below(4);
        let mut files: BTreeMap<Inode, Vec<u8>> = BTreeMap::new();
        let mut names: BTreeMap<PathBuf, Inode> = BTreeMap::new();
        let mut folders: BTreeSet<PathBuf> = BTreeSet::from([store.to_owned()]);
        for (number, deed) in self.deeds.iter().enumerate().take(at) {
            let named = |path: &Path| mood == 1 || number < names_until || durable(number, &parent(path));
            match deed {
                Deed::Write(inode, from, written) => {
                    let sure = durable(number, &Synced::File(*inode));
                    let whole = match mood {
                        0 => false,
                        1 => true,
                        _ => numbers.below(2) == 0,
                    };
                    let torn = mood == 3;
                    let from = *from as usize;
                    let file = files.entry(*inode).or_default();
                    let sectors = written.chunks(SECTOR).enumerate();
                    for (sector, bytes) in sectors {
                        if sure || if torn { numbers.below(2) == 0 } else { whole } {
                            let start = from + sector * SECTOR;
                            file.resize(file.len().max(start + bytes.len()), 0);
                            file[start..start + bytes.len()].copy_from_slice(bytes);
                        }
                    }
                }
                Deed::Cut(inode, length)
                    if durable(number, &Synced::File(*inode)) || mood == 1 || numbers.below(2) == 0 =>
                {
                    files.entry(*inode).or_default().resize(*length as usize, 0);
                }
                Deed::Folder(path) if path == store || named(path) => drop(folders.insert(path.clone())),
                Deed::Create(path, inode) if named(path) => drop(names.insert(path.clone(), *inode)),
                Deed::Rename(from, to) if named(to) => {
                    if let Some(inode) = names.remove(from) {
                        names.insert(to.clone(), inode);
                    }
                }
                Deed::Remove(path) if named(path) => drop(names.remove(path)),
                _ => {}
            }
        }
        let place = |path: &Path| to.join(path.strip_prefix(store).expect("it lies in the store"));
        for folder in
            folders.iter().filter(|folder| folder.ancestors().all(|up| !up.starts_with(store) || folders.contains(up)))
        {
            fs::create_dir_all(place(folder)).expect("a folder");
        }
        for (name, inode) in names {
            if place(&name).parent().is_some_and(Path::is_dir) {
                fs::write(place(&name), files.get(&inode).map(Vec::as_slice).unwrap_or_default()).expect("written");
            }
        }
    }
}

/// Checks that the mirror of a store that was opened again is the log; false where it had not come to be made.
fn mirrored(store: &Path) -> bool {
    let Ok(lines) = fs::read(store.join(mirror::NAME)) else { return false };
    let log = DiskLog::open(store).expect("a store");
    let mut expected = Vec::new();
    archive::export(log.all(), &mut expected).expect("lines");
    assert!(lines == expected, "the mirror in {} is not the log", store.display());
    true
}

#[test]
fn the_power_fails_at_any_moment() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path().canonicalize().expect("a path");
    let (mut n_cuts, mut n_mirrored, mut n_held, mut numbers) = (0, 0, 0, Numbers::new(41));
    for seed in 0..trials(2, 10) {
        let store = folder.join(format!("store-{seed}"));
        let trace = folder.join("trace");
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-xx", "-s", "100000000", "-o"]).arg(&trace).args(["-e", "signal=none", "-e"]);
        command.arg("trace=openat,open,creat,close,write,pwrite64,writev,pwritev,pwritev2,lseek,ftruncate,fallocate,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,dup,dup2,dup3,copy_file_range,sendfile");
        // Every other one keeps a mirror.
        let mirror = seed % 2 == 1;
        if kill::said_under(command, &store, 25 + 5 * seed, mirror).is_none() {
            assert!(std::env::var_os("CI").is_none(), "strace cannot be run here");
            println!("skipped: strace cannot be run here");
            return;
        }
        let recording = Recording::of(&fs::read_to_string(&trace).expect("a recording"), &store);
        assert!(recording.durable.len() > 20, "only {} batches were recorded", recording.durable.len());
        for cut in 0..25 {
            let at = numbers.below(recording.deeds.len() as u64 + 1) as usize;
            let left = tempfile::tempdir_in(&folder).expect("a folder");
            recording.cut(at, &store, left.path(), &mut numbers);
            let acknowledged = recording.acknowledged(at);
            if let Err(error) = kill::check(left.path(), acknowledged) {
                let left = left.keep();
                println!("{}", recording.told(at));
                panic!("recording {seed}, cut {cut} after {at} deeds, left in {}: {error:?}", left.display());
            }
            n_mirrored += usize::from(mirror && mirrored(left.path()));
            n_cuts += 1;
            n_held += acknowledged.map_or(0, |(count, _)| *count);
        }
    }
    println!("{n_cuts} power cuts, nothing lost of {n_held} acknowledged records, {n_mirrored} mirrors whole");
    assert!(n_held > 0 && n_mirrored > 0, "no cut came after anything was acknowledged");
}
