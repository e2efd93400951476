//! The scenarios of `tests/scenarios/`: dated steps written as data, played against the rules, without a store.
//!
//! A scenario is a TOML file that someone who knows the law and the charters can write without Rust; `README.md` beside
//! the files says how. Every expectation that fails is reported, with file and variant, and the test fails once.

mod contact;
mod duty;
mod form;
mod play;
mod rules;
mod story;

use form::Scenario;
use serde::de::DeserializeOwned;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios")
}

/// Every scenario of a folder with the name of its file, in order; a file that cannot be read fails the test that asked.
fn read<T: DeserializeOwned>(under: &str) -> Vec<(String, T)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder().join(under))
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

/// The scenarios of cases.
fn scenarios() -> Vec<(String, Scenario)> {
    read("")
}

/// Fails where something was not as expected, and tells all of it.
fn assert_none(wrong: &[String]) {
    let told = wrong.join("\n");
    assert!(wrong.is_empty(), "{} wrong:\n{told}", wrong.len());
}

#[test]
fn every_expectation_holds() {
    let (mut variants, mut expectations, mut wrong) = (0, 0, Vec::new());
    for (file, scenario) in scenarios() {
        assert!(!scenario.name.is_empty(), "{file} has no name");
        for variant in &scenario.variants {
            variants += 1;
            expectations += variant.expectations();
            let place = |fault| format!("{file} [{}]\n    {fault}", variant.name);
            wrong.extend(play::play(&scenario, variant).into_iter().map(place));
        }
    }
    println!("{variants} variants, {expectations} expectations");
    assert_none(&wrong);
}

/// The rows of the ledger that work on a case from its receipt to its result.
fn promised() -> BTreeSet<String> {
    let ledger = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ledger.tsv");
    let text = fs::read_to_string(ledger).unwrap();
    let triggers = [
        "received",
        "result",
        "review_needed",
        "extension_cause",
        "recurrence",
        "refused",
        "objection",
        "not_reflected",
        "misconduct",
        "overdue",
        "improvable",
        "appointment",
    ];
    let works = |line: &&str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let trigger = cells[4].split(':').next().unwrap();
        matches!(cells[2], "deadline" | "escalation") && triggers.contains(&trigger)
    };
    let rows = text.lines().skip(1).filter(works);
    rows.map(|line| line.split('\t').next().unwrap().to_owned())
        .collect()
}

#[test]
fn every_promise_on_a_case_has_a_scenario() {
    let proved: BTreeSet<String> = scenarios()
        .into_iter()
        .flat_map(|(_, scenario)| scenario.promises)
        .collect();
    let promised = promised();
    assert!(
        promised.len() >= 19,
        "the ledger was not read: {promised:?}"
    );
    let bare: Vec<_> = promised.difference(&proved).collect();
    assert!(bare.is_empty(), "no scenario names {bare:?}");
    let law = ["accept", "supplement"].into_iter().chain([
        "grievance",
        "inquiry-law",
        "inquiry-procedure",
        "proposal",
        "other",
        "statutory",
    ]);
    let bare: Vec<_> = law
        .map(|kind| format!("act.{kind}"))
        .filter(|id| !proved.contains(id))
        .collect();
    assert!(bare.is_empty(), "no scenario names {bare:?}");
}

/// A promise that a scenario names must be looked at in it: it is kept in one variant and broken in another, unless its
/// nature forbids that, which the file has to say.
#[test]
fn what_a_scenario_names_is_kept_once_and_broken_once() {
    let mut wrong = Vec::new();
    for (file, scenario) in scenarios() {
        for id in &scenario.promises {
            let seen: BTreeSet<_> = scenario
                .variants
                .iter()
                .flat_map(|variant| &variant.expect)
                .filter(|expect| expect.promise.as_ref() == Some(id))
                .filter_map(|expect| expect.status)
                .collect();
            let steps = id.contains(".step.");
            let kept = seen.contains(&form::Status::Met);
            let broken =
                seen.contains(&form::Status::Missed) || seen.contains(&form::Status::MetLate);
            if !steps && !(kept && (broken || scenario.never_broken.contains(id))) {
                wrong.push(format!("{file}: {id} is seen only as {seen:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
