//! What an action asks for: one slot for each value that is typed or chosen.
//!
//! Flags and help of the command line, forms, keys of scenarios and the questions of `--plain` all derive from it:
//!
//! ```
//! use minwon::{domain::command::{ActionKind, Values}, words::{NotAllowed, Lang, Say}};
//!
//! let kind: ActionKind = "consulted".parse()?;
//! let mut values = Values::default();
//! for slot in kind.slots() {
//!     let question = format!("{} ({}):", slot.field.say(Lang::En), slot.says.get(Lang::En));
//!     # let ask = |_question: String| "시설팀";
//!     let answer = ask(question);
//!     // On a fault, show it and ask again; `slot.takes` lists the words to choose from.
//!     assert_eq!(slot.fault(answer, chrono_tz::Asia::Seoul), None);
//!     values.set(slot.field, answer);
//! }
//! let command = kind.command(&values, chrono_tz::Asia::Seoul);
//! assert!(command.is_ok());
//! # Ok::<(), NotAllowed>(())
//! ```
//!
//! Must not know when an action is possible, nor the initial values.

use super::{ActionKind, table::Risk};
use crate::{
    domain::{
        case::CaseNumber,
        charter::Trigger,
        input::{self, OfficeClock},
        notice::NoticeKind,
        party::Field,
        refusal::{FieldFault, ValueFault},
        rights::Operation,
    },
    words::{Lang, Phrase, Say},
};
use chrono::DateTime;
use chrono_tz::Tz;

/// One thing that an action asks for.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    /// Its name labels the slot.
    pub field: Field,
    pub takes: Takes,
    pub required: bool,
    /// What belongs there, in a few words.
    pub says: Phrase,
}

/// What fits into a slot.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// One line: a name of a person, a department, an agency.
    Name,
    Text,
    Word(Words),
    /// Yes or no: [`super::Values::YES`] or nothing.
    Mark,
    Days,
    /// How many there are.
    Count,
    /// A day, `2026-11-30`.
    Day,
    /// A future instant on the office's clock, `2026-11-30 14:00`.
    Moment,
    Case(CaseRole),
    /// The number of a fact of the case.
    Fact,
}

/// The role of another case that an action names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseRole {
    Earlier,
    /// The open case in which this one continues.
    Successor,
}

/// The words of a closed set, each with its name in a language.
pub type Words = fn(Lang) -> Vec<Word>;

/// One word that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What is typed and stored.
    pub id: &'static str,
    pub name: String,
}

/// The words of a closed set, or of a part of it.
pub(super) fn words<T: Say + Copy>(all: &[T], id: fn(T) -> &'static str, lang: Lang) -> Vec<Word> {
    let word = |one: &T| Word {
        id: id(*one),
        name: one.say(lang),
    };
    all.iter().map(word).collect()
}

impl ActionKind {
    /// What the action asks for, in the order in which a clerk thinks of it.
    pub const fn slots(self) -> &'static [Slot] {
        self.row().5
    }

    /// What it does, in one sentence.
    pub const fn does(self) -> Phrase {
        self.row().4
    }

    /// The permission it needs.
    pub const fn operation(self) -> Operation {
        self.row().1
    }

    /// The notice it sends to the complainant.
    pub const fn tells(self) -> Option<NoticeKind> {
        self.row().2
    }

    /// The trigger whose guides and scripts in the charter help with it.
    pub const fn guided_by(self) -> Option<Trigger> {
        self.row().3
    }

    /// True where it ends a case or sends the complainant a notice that is hard to take back.
    pub const fn is_dangerous(self) -> bool {
        matches!(self.row().0, Risk::Grave)
    }
}

impl Slot {
    /// What is wrong with a text or a name in the slot.
    pub(super) fn text_fault(&self, text: &str) -> Option<FieldFault> {
        let shape = match self.takes {
            Takes::Name => input::Shape::Line(input::NAME_MAX),
            Takes::Text => input::Shape::Lines(input::TEXT_MAX),
            Takes::Word(_)
            | Takes::Mark
            | Takes::Days
            | Takes::Count
            | Takes::Day
            | Takes::Moment
            | Takes::Case(_)
            | Takes::Fact => return None,
        };
        let field = self.field;
        let fault = input::fault(&input::clean(text), self.required, shape)?;
        Some(FieldFault { field, fault })
    }

    pub(super) const fn new(field: Field, takes: Takes, says: Phrase) -> Self {
        Self {
            field,
            takes,
            required: true,
            says,
        }
    }

    /// The same slot, which may stay empty.
    pub(super) const fn optional(self) -> Self {
        Self {
            required: false,
            ..self
        }
    }

    /// What is wrong with a typed value; an optional one may be empty.
    pub fn fault(&self, typed: &str, zone: Tz) -> Option<FieldFault> {
        let text = typed.trim();
        let fault = if text.is_empty() {
            self.required.then_some(ValueFault::Missing)
        } else {
            self.takes.fault(text, zone)
        };
        let field = self.field;
        fault.map(|fault| FieldFault { field, fault })
    }
}

impl Takes {
    /// What is wrong with the form of a value; lengths of texts are checked by `decide`.
    fn fault(self, text: &str, zone: Tz) -> Option<ValueFault> {
        let fits = match self {
            Self::Name | Self::Text | Self::Mark => true,
            Self::Days | Self::Count | Self::Fact => text.parse::<u32>().is_ok(),
            Self::Day => some_clock(zone).day(text).is_some(),
            Self::Moment => some_clock(zone).moment(text).is_some(),
            Self::Case(_) => text.parse::<CaseNumber>().is_ok(),
            Self::Word(words) => {
                // The ids are the same in every language.
                let ids = words(Lang::En).into_iter().map(|word| word.id);
                return ValueFault::not_among(text, ids);
            }
        };
        (!fits).then_some(ValueFault::Form)
    }
}

/// A clock by which the form of a time is checked: whether it is one hardly depends on what day it is.
fn some_clock(zone: Tz) -> OfficeClock {
    OfficeClock {
        zone,
        now: DateTime::UNIX_EPOCH,
    }
}
