//! The papers in `docs/` and `README.md` name what exists: files, headings, code, and every word of the closed sets.

use super::source::files;
use minwon::{
    domain::{
        charter::{CaseKind, Channel, MetBy, Trigger},
        command::ActionKind,
        contact::ContactStage,
        deadline::Status,
        duty::DutyStage,
        fact::{ExtensionReason, SuspensionReason},
        notice::NoticeKind,
        staff::Role,
        subject::SubjectKind,
    },
    words::{Lang, Say},
};
use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};

/// A paper of the repository.
struct Paper {
    path: PathBuf,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn papers() -> Vec<Paper> {
    let docs = fs::read_dir(root().join("docs")).unwrap();
    let docs = docs.map(|entry| entry.unwrap().path());
    docs.chain([root().join("README.md")])
        .map(|path| Paper {
            text: fs::read_to_string(&path).unwrap(),
            path,
        })
        .collect()
}

/// What stands between the marks, on one line.
fn between<'a>(text: &'a str, open: &'a str, close: char) -> impl Iterator<Item = &'a str> {
    let pieces = text.lines().flat_map(move |line| line.split(open).skip(1));
    pieces.filter_map(move |piece| Some(piece.split_once(close)?.0))
}

/// The words set as code.
fn code(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines();
    lines.flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// The anchor under which a heading is linked to.
fn anchor(heading: &str) -> String {
    let letters = heading.to_lowercase();
    let letters = letters.chars().filter_map(|c| match c {
        ' ' => Some('-'),
        c if c.is_alphanumeric() || c == '-' => Some(c),
        _ => None,
    });
    letters.collect()
}

fn has_heading(text: &str, wanted: &str) -> bool {
    let mut headings = text.lines().filter(|line| line.starts_with('#'));
    headings.any(|line| anchor(line.trim_start_matches('#').trim()) == wanted)
}

#[test]
fn every_link_leads_to_a_file_and_a_heading() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for paper in papers() {
        let links = between(&paper.text, "](", ')').filter(|link| !link.starts_with("http"));
        for link in links {
            seen += 1;
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = match file {
                "" => paper.path.clone(),
                file => paper.path.with_file_name(file),
            };
            let found = fs::read_to_string(&target).ok();
            let leads = found.is_some_and(|text| heading.is_empty() || has_heading(&text, heading));
            if !leads {
                wrong.push(format!("{}: {link}", paper.path.display()));
            }
        }
    }
    assert!(seen > 5, "no links were seen");
    super::none(&wrong);
}

#[test]
fn every_path_that_a_paper_names_exists() {
    let rooms = ["src/", "tests/", "benches/", "docs/", ".ci/"];
    let mut wrong = Vec::new();
    let mut seen = 0;
    for paper in papers() {
        for word in code(&paper.text) {
            let path = rooms.iter().any(|room| word.starts_with(room));
            if path && !word.contains(['*', '<', ' ']) {
                seen += 1;
                if !root().join(word).exists() {
                    wrong.push(format!("{}: {word}", paper.path.display()));
                }
            }
        }
    }
    assert!(seen > 20, "no paths were seen");
    super::none(&wrong);
}

/// The parts of a name of the code (`Calendar::due`, `run()`); none where it is something else, as a command or a word.
fn parts(word: &str) -> Vec<&str> {
    let called = word.strip_suffix("()");
    let name = called.unwrap_or(word);
    let parts: Vec<&str> = name.split("::").collect();
    let letters = |part: &&str| part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let typed = name.starts_with(|c: char| c.is_ascii_uppercase()) && name.len() > 3;
    let is_name = parts.iter().all(letters) && (typed || parts.len() > 1 || called.is_some());
    if is_name { parts } else { Vec::new() }
}

#[test]
fn every_name_of_the_code_that_a_paper_mentions_is_in_the_code() {
    let sources = files(&["src", "tests"]);
    let lines = sources.iter().flat_map(|(_, text)| text.lines());
    let lines = lines.filter(|line| !line.trim_start().starts_with("//"));
    let known: HashSet<&str> = lines
        .flat_map(|line| line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')))
        .collect();
    let mut wrong = Vec::new();
    let mut seen = 0;
    // README.md speaks to clerks and administrators, of other programs too.
    let of_docs = |paper: &Paper| !paper.path.ends_with("README.md");
    for paper in papers().into_iter().filter(of_docs) {
        for word in code(&paper.text) {
            let parts = parts(word);
            seen += parts.len();
            if !parts.iter().all(|part| known.contains(part)) {
                wrong.push(format!("{}: {word}", paper.path.display()));
            }
        }
    }
    assert!(seen > 100, "no names were seen");
    super::none(&wrong);
}

/// The variants of an enum, as they stand in its file.
fn variants(file: &str, name: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(file)).unwrap();
    let (_, body) = text.split_once(&format!("pub enum {name} {{\n")).unwrap();
    let (body, _) = body.split_once("\n}\n").unwrap();
    let lines = body.lines().filter_map(|line| line.strip_prefix("    "));
    let lines = lines.filter(|line| line.starts_with(char::is_uppercase));
    lines
        .map(|line| line.split(['(', '{', ',', ' ']).next().unwrap().to_owned())
        .collect()
}

#[test]
fn the_glossary_has_every_word_of_the_closed_sets() {
    fn named<T: Say>(all: &[T], missing: &mut Vec<String>, glossary: &str) {
        for one in all {
            let row = format!("| {} | {} |", one.say(Lang::Ko), one.say(Lang::En));
            if !glossary.contains(&row) {
                missing.push(row);
            }
        }
    }
    let glossary = fs::read_to_string(root().join("docs/glossary.md")).unwrap();
    let mut missing = Vec::new();
    named(SubjectKind::ALL, &mut missing, &glossary);
    named(ContactStage::ALL, &mut missing, &glossary);
    named(DutyStage::ALL, &mut missing, &glossary);
    named(CaseKind::ALL, &mut missing, &glossary);
    named(Channel::ALL, &mut missing, &glossary);
    named(ActionKind::ALL, &mut missing, &glossary);
    named(Status::ALL, &mut missing, &glossary);
    named(MetBy::ALL, &mut missing, &glossary);
    named(Trigger::ALL, &mut missing, &glossary);
    named(NoticeKind::ALL, &mut missing, &glossary);
    named(Role::ALL, &mut missing, &glossary);
    named(ExtensionReason::ALL, &mut missing, &glossary);
    named(SuspensionReason::ALL, &mut missing, &glossary);
    for fact in variants("src/domain/fact.rs", "FactKind") {
        let code = format!("`FactKind::{fact}`");
        if !glossary.contains(&code) {
            missing.push(code);
        }
    }
    super::none(&missing);
}
