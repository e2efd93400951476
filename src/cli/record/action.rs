//! The actions of `minwon record`: a subcommand for each action of the domain's table, a flag for each of its slots.
//!
//! Must not know a single action.

use crate::{
    cli::value,
    domain::{
        command::{ActionKind, Slot, Takes, Values},
        party::Field,
    },
};
use clap::{
    Arg, ArgAction, ArgMatches, Command, Error, FromArgMatches, Subcommand, error::ErrorKind,
};

/// An action with its values as typed.
#[derive(Clone, Debug)]
pub(super) struct Action {
    pub(super) kind: ActionKind,
    pub(super) values: Values,
}

impl Action {
    /// True where `--at` is the time of a future visit, and the fact happens now.
    pub(super) fn is_appointment(&self) -> bool {
        self.kind.slots().iter().any(is_at)
    }
}

/// The slot that `--at` fills.
fn is_at(slot: &Slot) -> bool {
    slot.field == Field::Visit
}

/// The actions with a subcommand of their own; the others are flags of one of these.
fn listed() -> impl Iterator<Item = ActionKind> {
    let all = ActionKind::ALL.iter().copied();
    let flags = all.clone().filter_map(ActionKind::flag);
    let flags: Vec<ActionKind> = flags.map(|mark| mark.becomes).collect();
    all.filter(move |kind| !flags.contains(kind))
}

/// What its subcommand asks for: the slots of the action, and those of the one that its flag makes of it.
fn slots(kind: ActionKind) -> impl Iterator<Item = &'static Slot> {
    let own = kind.slots();
    let flagged = kind.flag().map_or(&[][..], |mark| mark.becomes.slots());
    let more = flagged
        .iter()
        .filter(move |slot| !own.iter().any(|other| other.field == slot.field));
    own.iter().chain(more).filter(|slot| !is_at(slot))
}

fn command(kind: ActionKind) -> Command {
    let slots = slots(kind);
    let mark = kind.flag();
    let mark = mark.map(|mark| flag(mark.id).help(capital(mark.says.en)));
    Command::new(kind.id())
        .about(kind.does().en)
        .args(slots.map(argument))
        .args(mark)
}

/// The text with a capital letter, as all help begins.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

fn flag(id: &'static str) -> Arg {
    Arg::new(id).long(id).action(ArgAction::SetTrue)
}

/// The name of a slot on the command line: the period of a statutory petition is `--period`, as at intake.
fn flag_of(slot: &Slot) -> &'static str {
    if slot.field == Field::HandlingPeriod {
        Field::Period.id()
    } else {
        slot.field.id()
    }
}

fn argument(slot: &'static Slot) -> Arg {
    let id = flag_of(slot);
    let help = capital(slot.says.en);
    let name = match slot.takes {
        Takes::Mark => return flag(id).help(help),
        Takes::Name => "NAME",
        Takes::Text => "TEXT",
        Takes::Word(_) => "WORD",
        Takes::Days => "DAYS",
        Takes::Day => "DATE",
        Takes::Moment => "TIME",
        Takes::Case(_) | Takes::Count => "NUMBER",
        Takes::Fact => "SEQ",
    };
    Arg::new(id)
        .long(id)
        .value_name(name)
        .required(slot.required)
        // A negative number gets the sentence of its value, not that of an unknown option.
        .allow_negative_numbers(matches!(
            slot.takes,
            Takes::Days | Takes::Count | Takes::Fact
        ))
        .value_parser(value::slot(slot))
        .help(help)
}

impl FromArgMatches for Action {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let none = || Error::new(ErrorKind::MissingSubcommand);
        let (word, matches) = matches.subcommand().ok_or_else(none)?;
        let plain: ActionKind = word.parse().map_err(|_unknown| none())?;
        let mark = plain.flag().filter(|mark| matches.get_flag(mark.id));
        let values = slots(plain).filter_map(|slot| {
            let id = flag_of(slot);
            let typed = match slot.takes {
                Takes::Mark => matches.get_flag(id).then(|| Values::YES.to_owned()),
                _ => matches.get_one::<String>(id).cloned(),
            };
            Some((slot.field, typed?))
        });
        Ok(Self {
            kind: mark.map_or(plain, |mark| mark.becomes),
            values: values.collect(),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Subcommand for Action {
    fn augment_subcommands(all: Command) -> Command {
        all.subcommands(listed().map(command))
    }

    fn augment_subcommands_for_update(all: Command) -> Command {
        Self::augment_subcommands(all)
    }

    fn has_subcommand(word: &str) -> bool {
        listed().any(|kind| kind.id() == word)
    }
}
