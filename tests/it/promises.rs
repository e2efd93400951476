//! Every row of the ledger is proved, kept and broken: what has a limit by scenarios, guides and policies by the table of
//! `guides`.

mod guides;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// A row of the ledger, as far as it matters here.
struct Row {
    id: String,
    charter: String,
    kind: String,
    trigger: String,
    limit: String,
    count: String,
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
            limit: cells[5].clone(),
            count: cells[6].clone(),
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

/// Kept and broken: whether a row was seen so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sides {
    kept: bool,
    broken: bool,
}

/// Every scenario, whatever folder it stands in.
fn scenarios() -> Vec<toml::Table> {
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
    let read = |path| toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    files.into_iter().map(read).collect()
}

fn list<'a>(table: &'a toml::Table, key: &str) -> impl Iterator<Item = &'a toml::Table> {
    let list = table.get(key).and_then(|list| list.as_array());
    list.into_iter().flatten().filter_map(|one| one.as_table())
}

fn word<'a>(table: &'a toml::Table, key: &str) -> Option<&'a str> {
    table.get(key).and_then(|word| word.as_str())
}

/// What stories show of a deadline, a clock or a duty: its status; of a step without a date, that it was recorded or refused.
fn told() -> BTreeMap<String, Sides> {
    let mut found: BTreeMap<String, Sides> = BTreeMap::new();
    for scenario in scenarios() {
        let charter = word(&scenario, "charter").unwrap_or_default();
        for variant in list(&scenario, "variant") {
            for expect in list(variant, "expect") {
                let id = word(expect, "promise").or(word(variant, "promise"));
                let sides = found.entry(id.unwrap_or_default().to_owned()).or_default();
                match word(expect, "status") {
                    Some("met") => sides.kept = true,
                    Some("missed" | "met_late") => sides.broken = true,
                    _ => {}
                }
                let steps = expect.get("steps").and_then(|steps| steps.as_array());
                for step in steps.into_iter().flatten() {
                    let sides = found.entry(format!("{charter}.step.{step}/recorded"));
                    sides.or_default().kept = true;
                }
            }
            for step in list(variant, "step").filter(|step| step.contains_key("refused")) {
                let number = word(step, "do").and_then(|done| done.strip_prefix("step"));
                let number = number.unwrap_or_default();
                let sides = found.entry(format!("{charter}.step.{number}/recorded"));
                sides.or_default().broken = true;
            }
        }
    }
    found
}

impl Row {
    /// As what it is seen, by the stories or by the proofs of guides and policies.
    fn sides(&self, told: &BTreeMap<String, Sides>) -> Sides {
        let proofs = guides::PROOFS;
        let of = |id: &str| told.get(id).copied().unwrap_or_default();
        match self.work() {
            Work::Guide => {
                let proved = proofs.iter().any(|(ids, ..)| ids.contains(&&*self.id));
                Sides {
                    kept: proved,
                    broken: proved,
                }
            }
            Work::Case if self.limit == "-" && self.count == "-" => {
                of(&format!("{}/recorded", self.id))
            }
            Work::Case | Work::Contact | Work::Duty => of(&self.id),
        }
    }
}

/// A new row of the ledger fails here until it is seen kept and broken. Prints the table of charters and kinds.
#[test]
fn every_row_is_seen_kept_and_broken() {
    let (rows, told) = (ledger(), told());
    assert_eq!(rows.len(), 137, "the ledger has its 137 rows");
    let mut counts: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in &rows {
        let sides = row.sides(&told);
        let works = sides.kept && sides.broken;
        let (working, all) = counts.entry((&row.charter, &row.kind)).or_default();
        (*working, *all) = (*working + usize::from(works), *all + 1);
        if !works {
            wrong.push(format!("{}: {sides:?}", row.id));
        }
    }
    for ((charter, kind), (working, all)) in counts {
        println!("{charter} {kind} {working}/{all}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_row_of_which_nothing_is_told_is_seen_on_no_side() {
    let row = Row {
        id: "jndc.new".to_owned(),
        charter: "jndc".to_owned(),
        kind: "deadline".to_owned(),
        trigger: "received".to_owned(),
        limit: "7 days".to_owned(),
        count: "petition_act".to_owned(),
    };
    assert_eq!(row.sides(&told()), Sides::default());
    let policy = Row {
        kind: "policy".to_owned(),
        ..row
    };
    assert_eq!(policy.sides(&told()), Sides::default());
}

#[test]
fn every_guide_and_policy_has_a_proof_that_names_it() {
    let proved: BTreeSet<&str> = guides::PROOFS
        .iter()
        .flat_map(|(ids, ..)| ids.iter().copied())
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
