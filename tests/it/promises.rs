//! Every row of the ledger is proved: what has a limit by a scenario, guides and policies by the table of `guides`.

mod guides;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// A row of the ledger, as far as it matters here.
struct Row {
    id: String,
    charter: String,
    kind: String,
    trigger: String,
}

fn ledger() -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ledger.tsv");
    let text = fs::read_to_string(path).unwrap();
    let rows = text.lines().skip(1).map(|line| {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        Row {
            id: cells[0].clone(),
            charter: cells[1].clone(),
            kind: cells[2].clone(),
            trigger: cells[4].split(':').next().unwrap().to_owned(),
        }
    });
    rows.collect()
}

/// What a row works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Work {
    /// A case.
    Case,
    /// A visitor or caller.
    Contact,
    /// The calendar.
    Duty,
    /// What is said, shown and enforced.
    Guide,
}

impl Row {
    fn work(&self) -> Work {
        let of_a_contact = ["officer_absent", "answer_later", "question"];
        match self.kind.as_str() {
            "guide" | "policy" => Work::Guide,
            "duty" => Work::Duty,
            "clock" => Work::Contact,
            _ if of_a_contact.contains(&self.trigger.as_str()) => Work::Contact,
            _ => Work::Case,
        }
    }
}

/// The ids that scenarios name, whatever folder they stand in.
fn named() -> BTreeSet<String> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios")];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "toml") {
                files.push(path);
            }
        }
    }
    let promises = files.into_iter().flat_map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        let scenario: toml::Table = toml::from_str(&text).unwrap();
        let ids = scenario.get("promises").and_then(|ids| ids.as_array());
        let ids = ids.cloned().unwrap_or_default();
        ids.into_iter()
            .filter_map(|id| id.as_str().map(str::to_owned))
    });
    promises.collect()
}

#[test]
fn every_row_with_a_limit_has_a_scenario_that_names_it() {
    let (rows, named) = (ledger(), named());
    assert_eq!(rows.len(), 137, "the ledger has its 137 rows");
    let of = |work| rows.iter().filter(move |row| row.work() == work);
    let asked = of(Work::Case)
        .chain(of(Work::Contact))
        .chain(of(Work::Duty));
    let bare: Vec<&str> = asked
        .filter(|row| !named.contains(&row.id))
        .map(|row| row.id.as_str())
        .collect();
    assert!(bare.is_empty(), "no scenario names {bare:?}");
}

#[test]
fn every_guide_and_policy_has_a_proof_that_names_it() {
    let proved: BTreeSet<&str> = guides::PROOFS
        .iter()
        .flat_map(|(ids, _)| ids.iter().copied())
        .collect();
    let rows = ledger();
    let asked: BTreeSet<&str> = rows
        .iter()
        .filter(|row| row.work() == Work::Guide)
        .map(|row| row.id.as_str())
        .collect();
    let bare: Vec<_> = asked.difference(&proved).collect();
    assert!(bare.is_empty(), "nothing proves {bare:?}");
    let strange: Vec<_> = proved.difference(&asked).collect();
    assert!(strange.is_empty(), "no guide or policy: {strange:?}");
}

/// Every row of the ledger is an entry of its charter, so that a proof is a proof of what runs.
#[test]
fn every_row_is_an_entry_of_its_charter() {
    for row in ledger() {
        let charter = minwon::domain::charter::builtin::builtin(&row.charter).unwrap();
        let charter = charter.unwrap();
        assert!(charter.promise(&row.id).is_some(), "{}", row.id);
    }
}
