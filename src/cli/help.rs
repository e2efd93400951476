//! The help of the command line in both languages.
//!
//! The English text is written at the arguments and in the domain's table of actions; it is the key to the Korean text in
//! the catalogue.

use super::Arguments;
use crate::{
    domain::command::ActionKind,
    words::{Lang, Phrase, help as text},
};
use clap::{
    Arg, Command, CommandFactory,
    builder::{PossibleValue, StyledStr},
};

/// The whole command line with its help in a language.
pub(super) fn command(lang: Lang) -> Command {
    let mut command = Arguments::command();
    match lang {
        Lang::En => command,
        Lang::Ko => {
            // Building adds clap's own arguments and commands.
            command.build();
            in_korean(command)
        }
    }
}

/// Every phrase of the help.
fn phrases() -> impl Iterator<Item = Phrase> {
    let of_actions = ActionKind::ALL.iter().flat_map(|kind| {
        let says = kind.slots().iter().map(|slot| slot.says);
        let mark = kind.flag().map(|mark| mark.says);
        std::iter::once(kind.does()).chain(says).chain(mark)
    });
    text::ALL.iter().copied().chain(of_actions)
}

/// The Korean for a help text; without one, the text itself.
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
    let takes_value = argument.get_action().takes_values();
    let defaults = argument.get_default_values().iter();
    let defaults: Vec<_> = defaults.map(|value| value.to_string_lossy()).collect();
    if takes_value && !argument.is_hide_default_value_set() && !defaults.is_empty() {
        help.push_str(&text::DEFAULT.with(Lang::Ko, &[("value", &defaults.join(", "))]));
    }
    let possible = argument.get_possible_values();
    let possible: Vec<&str> = possible.iter().map(PossibleValue::get_name).collect();
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
