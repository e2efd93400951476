//! The help of the command line in the language of who reads it.
//!
//! Help is written in English where the arguments are, and in the domain's table of actions; its Korean stands in the
//! catalogue, found by the English text.

use super::Arguments;
use crate::{
    domain::command::ActionKind,
    words::{Lang, Phrase, help as text},
};
use clap::{Arg, Command, CommandFactory, builder::StyledStr};

/// The whole command line with its help in a language.
pub(super) fn command(lang: Lang) -> Command {
    let command = Arguments::command();
    match lang {
        Lang::En => command,
        Lang::Ko => {
            // What clap adds by itself is there once it is built.
            let mut command = command;
            command.build();
            in_korean(command)
        }
    }
}

/// Every phrase that help is made of.
fn phrases() -> impl Iterator<Item = Phrase> {
    let of_actions = ActionKind::ALL.iter().flat_map(|kind| {
        let says = kind.slots().iter().map(|slot| slot.says);
        let mark = kind.flag().map(|mark| mark.says);
        std::iter::once(kind.does()).chain(says).chain(mark)
    });
    text::ALL.iter().copied().chain(of_actions)
}

/// The Korean of a help text; the text itself where there is none.
fn korean(english: &StyledStr) -> String {
    let english = english.to_string();
    let found = phrases().find(|phrase| phrase.en.eq_ignore_ascii_case(&english));
    found.map_or(english, |phrase| phrase.ko.to_owned())
}

fn in_korean(mut command: Command) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    let usage = usage
        .replace("[OPTIONS]", "[옵션]")
        .replace("[COMMAND]", "[명령]")
        .replace("<COMMAND>", "<명령>");
    let about = command.get_about().map(korean);
    let command = command
        .override_usage(usage)
        .help_template(TEMPLATE)
        .subcommand_help_heading(text::COMMANDS.ko)
        .mut_args(argument)
        .mut_subcommands(in_korean);
    match about {
        Some(about) => command.about(about),
        None => command,
    }
}

const TEMPLATE: &str = "{about-with-newline}\n사용법: {usage}\n\n{all-args}{after-help}";

fn argument(argument: Arg) -> Arg {
    let mut help = argument.get_help().map(korean).unwrap_or_default();
    let shown: Vec<String> = argument
        .get_default_values()
        .iter()
        .map(|value| value.to_string_lossy().into_owned())
        .collect();
    let takes_value = argument.get_action().takes_values();
    if takes_value && !argument.is_hide_default_value_set() && !shown.is_empty() {
        help.push_str(&text::DEFAULT.with(Lang::Ko, &[("value", &shown.join(", "))]));
    }
    let possible: Vec<String> = argument
        .get_possible_values()
        .iter()
        .map(|value| value.get_name().to_owned())
        .collect();
    if takes_value && !argument.is_hide_possible_values_set() && !possible.is_empty() {
        help.push_str(&text::POSSIBLE.with(Lang::Ko, &[("values", &possible.join(", "))]));
    }
    let heading = match argument.get_help_heading() {
        Some(_) => text::GLOBAL_OPTIONS,
        None if argument.is_positional() => text::ARGUMENTS,
        None => text::OPTIONS,
    };
    let argument = match argument.get_long_help() {
        Some(_) => argument.long_help(help.clone()),
        None => argument,
    };
    argument
        .help(help)
        .help_heading(heading.ko)
        .hide_default_value(true)
        .hide_possible_values(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Every help text of a command and of those under it.
    fn texts(command: &Command, found: &mut Vec<String>) {
        found.extend(command.get_about().map(ToString::to_string));
        let arguments = command.get_arguments();
        found.extend(arguments.filter_map(|one| Some(one.get_help()?.to_string())));
        for sub in command.get_subcommands() {
            texts(sub, found);
        }
    }

    #[test]
    fn every_help_text_has_its_korean_and_none_is_left_over() {
        let mut command = Arguments::command();
        command.build();
        let mut english = Vec::new();
        texts(&command, &mut english);
        let known: BTreeSet<String> = phrases().map(|phrase| phrase.en.to_lowercase()).collect();
        let there: BTreeSet<String> = english.iter().map(|text| text.to_lowercase()).collect();
        let missing: Vec<_> = there.difference(&known).collect();
        assert!(
            missing.is_empty(),
            "no Korean in words/help.rs: {missing:#?}"
        );
        for phrase in text::ALL {
            assert!(english.iter().any(|text| text == phrase.en), "{phrase:?}");
        }
        let mut korean = Vec::new();
        texts(&super::command(Lang::Ko), &mut korean);
        assert_eq!(korean.len(), english.len());
        let spoken = |text: &&String| text.chars().any(|c| ('가'..='힣').contains(&c));
        assert_eq!(korean.iter().find(|text| !spoken(text)), None);
    }
}
