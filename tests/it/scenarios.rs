//! The scenarios of `tests/scenarios/`: dated steps written as data, played against the rules, without a store.
//!
//! A scenario is a TOML file that someone who knows the law and the charters can write without Rust; `README.md` beside
//! the files says how. Every expectation that fails is reported, with file and variant, and the test fails once.

mod case;
mod contact;
mod duty;
mod others;
mod play;
mod rules;
mod story;

use minwon::domain::deadline::Status;
use serde::de::DeserializeOwned;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Every scenario of a folder with the name of its file, in order; a file that cannot be read fails the test that asked.
fn read<T: DeserializeOwned>(under: &str) -> Vec<(String, T)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder.join(under))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let scenario = toml::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        (file, scenario)
    };
    paths.into_iter().map(read).collect()
}

/// The rows of the ledger of these kinds with such a trigger.
fn ledger(kinds: &[&str], trigger: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let ledger = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ledger.tsv");
    let text = fs::read_to_string(ledger).unwrap();
    let rows = text.lines().skip(1).filter_map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let fits = kinds.contains(&cells[2]) && trigger(cells[4].split(':').next().unwrap());
        fits.then(|| cells[0].to_owned())
    });
    rows.collect()
}

/// As what each promise is seen.
type Seen = BTreeMap<String, BTreeSet<Status>>;

/// Fails where a promise is not kept in one story and broken in another.
fn kept_and_broken(promised: BTreeSet<String>, seen: &Seen) {
    for id in promised {
        let seen = seen.get(&id);
        let is = |status| seen.is_some_and(|seen| seen.contains(&status));
        let broken = is(Status::Missed) || is(Status::MetLate);
        assert!(is(Status::Met) && broken, "{id} is seen only as {seen:?}");
    }
}
