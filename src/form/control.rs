//! The controls of a form: a line, a text, a choice, a toggle, items to tick.
//!
//! Each has a value as text, so that drafts need to know nothing of them. Must not know labels, faults or places.

use super::{
    Checks,
    edit::{Edit, EditCommand, Gesture, LineField, Move, TextArea},
    text::{narrow, width},
};
use crate::domain::{command::Values, hangul};

/// What a toggle that is on holds.
const YES: &str = Values::YES;

/// Choices of more picks than this show their list while one is chosen.
const SHORT: usize = 3;

/// What a field is edited with.
#[derive(Clone, Debug)]
pub enum Control {
    Line(LineField),
    /// Several lines, with the rows it takes.
    Text(Box<TextArea>, u16),
    /// One of several.
    Choice(Choice),
    /// Yes or no.
    Toggle(bool),
    /// Items to tick.
    Checks(Checks),
}

/// What stands before and behind the pick of a choice.
pub(crate) fn choice_ends(at: usize, picks: usize) -> [String; 2] {
    ["< ".to_owned(), format!(" > {}/{picks}", at + 1)]
}

impl Control {
    /// What it holds.
    pub fn value(&self) -> &str {
        match self {
            Self::Line(line) => line.text(),
            Self::Text(text, _) => text.text(),
            Self::Choice(choice) => choice.chosen().map_or("", |pick| pick.id.as_str()),
            Self::Checks(checks) => checks.value(),
            Self::Toggle(true) => YES,
            Self::Toggle(false) => "",
        }
    }

    /// Puts a value in; a choice that has no such pick keeps its own.
    pub fn set(&mut self, value: &str) {
        match self {
            Self::Line(line) => line.set_text(value),
            Self::Text(text, _) => text.set_text(value),
            Self::Choice(choice) => choice.set(value),
            Self::Toggle(on) => *on = value == YES,
            Self::Checks(checks) => checks.set(value),
        }
    }

    /// Does what is asked of it.
    pub(super) fn take(&mut self, ask: EditCommand) -> Edit {
        match self {
            Self::Line(line) => line.take(ask),
            Self::Text(text, _) => text.take(ask),
            Self::Choice(choice) => choice.take(narrowed(ask)),
            Self::Toggle(on) if narrowed(ask) == EditCommand::Type(' ') => {
                *on = !*on;
                Edit::Changed
            }
            Self::Toggle(_) => Edit::Ignored,
            Self::Checks(checks) => checks.take(narrowed(ask)),
        }
    }

    /// The cells in which all it may say unasked is whole: what it asks for, or any of its picks.
    pub(crate) fn needs(&self) -> usize {
        match self {
            Self::Line(line) => width(line.placeholder()),
            Self::Choice(choice) => {
                let (picks, _) = choice.picks();
                let widest = picks.iter().map(|pick| width(&pick.name)).max();
                let last = picks.len().saturating_sub(1);
                choice_ends(last, picks.len())
                    .map(|end| end.len())
                    .iter()
                    .sum::<usize>()
                    + widest.unwrap_or(0)
            }
            Self::Text(..) | Self::Toggle(_) | Self::Checks(_) => 0,
        }
    }

    /// Where its caret stands, in bytes.
    pub(super) fn caret(&self) -> usize {
        match self {
            Self::Line(line) => line.at(),
            Self::Text(text, _) => text.at(),
            Self::Choice(_) | Self::Toggle(_) | Self::Checks(_) => 0,
        }
    }

    /// Puts its caret there, or at the next place between two characters.
    pub(super) fn stand(&mut self, at: usize) {
        match self {
            Self::Line(line) => line.stand(at),
            Self::Text(text, _) => text.stand(at),
            Self::Choice(_) | Self::Toggle(_) | Self::Checks(_) => {}
        }
    }

    /// Takes what was done with the mouse on one of its cells; `open` tells that its list is shown.
    pub(crate) fn point(
        &mut self,
        gesture: Gesture,
        (at, size): ((u16, u16), (u16, u16)),
        open: bool,
    ) -> Edit {
        match self {
            Self::Line(line) => line.point_at(gesture, at, size),
            Self::Text(text, _) => text.point_at(gesture, at, size),
            // Only text is dragged over, and only in text does the wheel read on.
            Self::Choice(_) | Self::Toggle(_) | Self::Checks(_) if gesture != Gesture::Click => {
                Edit::Ignored
            }
            Self::Choice(choice) if open => {
                choice.close();
                Edit::Moved
            }
            Self::Choice(choice) => choice.press(),
            Self::Toggle(on) => {
                *on = !*on;
                Edit::Changed
            }
            Self::Checks(_) => Edit::Ignored,
        }
    }

    /// Goes to the pick above or below in an open list.
    pub(crate) fn turn(&mut self, to: Move) -> Edit {
        match self {
            Self::Choice(choice) if choice.open => choice.take(EditCommand::Go(to)),
            _ => Edit::Ignored,
        }
    }

    /// Chooses or ticks what stands in a row of its list of so many columns.
    pub(crate) fn choose(&mut self, row: usize, columns: u16) -> Edit {
        match self {
            Self::Choice(choice) => choice.choose(row),
            Self::Checks(checks) => checks.tick_at(row, columns),
            Self::Line(_) | Self::Text(..) | Self::Toggle(_) => Edit::Ignored,
        }
    }

    /// True while its list is shown.
    pub(crate) fn is_open(&self) -> bool {
        matches!(self, Self::Choice(choice) if choice.open)
    }

    /// The text that is selected in it.
    pub(super) fn selected(&self) -> Option<&str> {
        match self {
            Self::Line(line) => line.selected(),
            Self::Text(text, _) => text.selected(),
            Self::Choice(_) | Self::Toggle(_) | Self::Checks(_) => None,
        }
    }

    /// Closes an open list, or selects nothing any more; true where there was something of the kind.
    pub(super) fn close(&mut self) -> bool {
        match self {
            Self::Line(line) => line.deselect(),
            Self::Text(text, _) => text.deselect(),
            Self::Choice(choice) => choice.close(),
            Self::Toggle(_) | Self::Checks(_) => false,
        }
    }

    /// Takes pasted text; what is chosen takes none.
    pub(super) fn paste(&mut self, text: &str) -> Edit {
        match self {
            Self::Line(line) => line.paste(text),
            Self::Text(area, _) => area.paste(text),
            Self::Choice(_) | Self::Toggle(_) | Self::Checks(_) => Edit::Ignored,
        }
    }
}

/// The same with the plain character where the input method was switched to full width.
fn narrowed(ask: EditCommand) -> EditCommand {
    match ask {
        EditCommand::Type(c) => EditCommand::Type(narrow(c).unwrap_or(c)),
        other => other,
    }
}

/// One of what can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// What the field holds when it is chosen.
    pub id: String,
    /// What it is called.
    pub name: String,
}

impl Pick {
    /// Returns the pick of this id, under this name.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
        }
    }
}

/// One of several picks.
#[derive(Clone, Debug)]
pub struct Choice {
    picks: Vec<Pick>,
    at: usize,
    open: bool,
}

impl Choice {
    pub(super) fn new(picks: Vec<Pick>) -> Self {
        Self {
            picks,
            at: 0,
            open: false,
        }
    }

    /// The one chosen.
    pub fn chosen(&self) -> Option<&Pick> {
        self.picks.get(self.at)
    }

    /// All of them, with the place of the one chosen.
    pub(crate) fn picks(&self) -> (&[Pick], usize) {
        (&self.picks, self.at)
    }

    /// True while its list is shown.
    pub(crate) fn is_open(&self) -> bool {
        self.open
    }

    pub(super) fn close(&mut self) -> bool {
        std::mem::take(&mut self.open)
    }

    /// Shows its list; where it has none, the next pick is chosen.
    fn press(&mut self) -> Edit {
        if self.picks.len() > SHORT {
            self.open = true;
            return Edit::Moved;
        }
        self.choose((self.at + 1) % self.picks.len().max(1))
    }

    fn choose(&mut self, at: usize) -> Edit {
        self.open = false;
        if at >= self.picks.len() || at == self.at {
            return Edit::Moved;
        }
        self.at = at;
        Edit::Changed
    }

    pub(super) fn rename(&mut self, id: &str, name: String) {
        if let Some(pick) = self.picks.iter_mut().find(|pick| pick.id == id) {
            pick.name = name;
        }
    }

    fn set(&mut self, id: &str) {
        if let Some(at) = self.picks.iter().position(|pick| pick.id == id) {
            self.at = at;
        }
    }

    fn take(&mut self, ask: EditCommand) -> Edit {
        let last = self.picks.len().saturating_sub(1);
        let to = match ask {
            EditCommand::Go(Move::Right)
            | EditCommand::Select(Move::Right)
            | EditCommand::Type(' ') => (self.at + 1) % self.picks.len().max(1),
            EditCommand::Go(Move::Left) | EditCommand::Select(Move::Left) => {
                self.at.checked_sub(1).unwrap_or(last)
            }
            EditCommand::Go(Move::Down) | EditCommand::Select(Move::Down) if self.open => {
                (self.at + 1).min(last)
            }
            EditCommand::Go(Move::Up) | EditCommand::Select(Move::Up) if self.open => {
                self.at.saturating_sub(1)
            }
            EditCommand::Go(Move::RowStart) | EditCommand::Select(Move::RowStart) => 0,
            EditCommand::Go(Move::RowEnd) | EditCommand::Select(Move::RowEnd) => last,
            EditCommand::Type(c) => match self.found(c) {
                Some(to) => to,
                None => return Edit::Ignored,
            },
            _ => return Edit::Ignored,
        };
        self.open = self.picks.len() > SHORT;
        if std::mem::replace(&mut self.at, to) == to {
            Edit::Moved
        } else {
            Edit::Changed
        }
    }

    /// The pick that a digit counts, or the next whose name or id begins with a letter or its first consonant.
    fn found(&self, typed: char) -> Option<usize> {
        let digit = typed
            .to_digit(10)
            .and_then(|digit| usize::try_from(digit).ok());
        if let Some(digit) = digit {
            return digit.checked_sub(1).filter(|at| *at < self.picks.len());
        }
        let order = || {
            let order = (self.at + 1..self.picks.len()).chain(0..=self.at);
            order.filter(|at| *at < self.picks.len())
        };
        let fits = |letter: char| {
            order().find(|at| self.picks.get(*at).is_some_and(|pick| begins(pick, letter)))
        };
        fits(typed).or_else(|| in_other_mode(typed).into_iter().find_map(fits))
    }
}

/// The letters that the same key types with the input method switched: ㅊ and `c` lie on one key.
fn in_other_mode(typed: char) -> Vec<char> {
    let on = hangul::with_method_on(&typed.to_string()).unwrap_or_default();
    let latin: Vec<char> = hangul::keys(typed).collect();
    // What takes several keys is a syllable: the pick whose name begins with it was found by it already.
    let latin = if latin.len() == 1 { latin } else { Vec::new() };
    latin.into_iter().chain(on.chars()).collect()
}

fn begins(pick: &Pick, typed: char) -> bool {
    [&pick.name, &pick.id].into_iter().any(|text| {
        text.chars().next().is_some_and(|first| {
            first.to_lowercase().eq(typed.to_lowercase()) || hangul::begins(typed, first)
        })
    })
}
