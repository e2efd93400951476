//! The papers against the program: the tour of the README, command by command as it is written, and every command named.

use super::{Answer, Home};
use std::collections::BTreeSet;

const README: &str = include_str!("../../../README.md");
const PAPERS: [&str; 6] = [
    README,
    include_str!("../../../docs/architecture.md"),
    include_str!("../../../docs/contributing.md"),
    include_str!("../../../docs/letters.md"),
    include_str!("../../../docs/mail.md"),
    include_str!("../../../docs/papers.md"),
];

/// The words of a line as a shell reads them: only double quotes keep blanks together.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in line.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// The commands of the tour, behind the one that makes the practice desk.
fn tour() -> Vec<Vec<String>> {
    let (_, tour) = README.split_once("demo --print-path)\n").unwrap();
    let (tour, _) = tour.split_once("```").unwrap();
    let commands = tour.lines().map(|line| {
        let mut words = words(line);
        assert_eq!(words.remove(0), "minwon", "{line}");
        words
    });
    commands.collect()
}

#[test]
fn every_command_of_the_tour_does_its_work_in_both_languages() {
    for lang in ["ko", "en"] {
        let home = Home::empty();
        let made = home.run(&["demo", "--print-path"]).done().out;
        let tour = tour();
        assert!(tour.len() >= 16, "{tour:?}");
        for line in tour {
            let mut command = home.command();
            command.args(&line).args(["--lang", lang]);
            command.env("MINWON_DB", made.trim());
            let answer = Answer::of(command.output().unwrap());
            assert!(!answer.done().out.is_empty(), "{line:?}");
        }
    }
}

#[test]
fn every_command_is_named_in_the_papers() {
    let help = Home::empty().run(&["--help"]).done().out;
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let (commands, _) = commands.split_once("\n\n").unwrap();
    let commands = commands.lines().filter_map(|line| {
        let name = line.strip_prefix("  ")?;
        name.starts_with(|first: char| first.is_ascii_lowercase())
            .then(|| name.split_whitespace().next())?
    });
    let commands: BTreeSet<&str> = commands.filter(|name| *name != "help").collect();
    assert!(commands.len() >= 20, "{commands:?}");
    let papers = PAPERS.join("\n");
    let named = |name: &str| {
        let call = format!("minwon {name}");
        let mut after = papers.split(&call).skip(1);
        after.any(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
    };
    let missing: Vec<&&str> = commands.iter().filter(|name| !named(name)).collect();
    assert_eq!(missing, Vec::<&&str>::new());
}
