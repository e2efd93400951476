//! The controls of a form: a line, a text, a choice, a toggle, items to tick.
//!
//! Each has a value as text, so that drafts do not depend on its kind. Must not know labels, faults or positions.

use super::{
    Checks, NameField,
    edit::{Edit, EditCommand, Editor, Gesture, LineField, Move, TextArea},
    text::{narrow, width},
};
use crate::domain::{command::Values, hangul};

/// The value of a toggle that is on.
const YES: &str = Values::YES;

/// Choices of more picks than this open a list.
const SHORT: usize = 3;

/// The widget of a field.
#[derive(Clone, Debug)]
pub enum Control {
    Line(LineField),
    /// A line that names one of a list.
    Name(Box<NameField>),
    /// Several lines, with its height in rows.
    Text(Box<TextArea>, u16),
    Choice(Choice),
    Toggle(bool),
    Checks(Checks),
}

/// The text before and behind the pick of a choice.
pub(crate) fn choice_ends(at: usize, picks: usize) -> [String; 2] {
    ["< ".to_owned(), format!(" > {}/{picks}", at + 1)]
}

impl Control {
    /// The value as text.
    pub fn value(&self) -> &str {
        match self {
            Self::Line(line) => line.text(),
            Self::Name(name) => name.line().text(),
            Self::Text(text, _) => text.text(),
            Self::Choice(choice) => choice.chosen().map_or("", |pick| pick.id.as_str()),
            Self::Checks(checks) => checks.value(),
            Self::Toggle(true) => YES,
            Self::Toggle(false) => "",
        }
    }

    /// Sets the value; a choice ignores an unknown pick.
    pub fn set(&mut self, value: &str) {
        match self {
            Self::Line(line) => line.set_text(value),
            Self::Name(name) => name.set(value),
            Self::Text(text, _) => text.set_text(value),
            Self::Choice(choice) => choice.set(value),
            Self::Toggle(on) => *on = value == YES,
            Self::Checks(checks) => checks.set(value),
        }
    }

    /// Applies a command.
    pub(super) fn take(&mut self, command: EditCommand) -> Edit {
        match self {
            Self::Line(line) => line.take(command),
            Self::Name(name) => name.take(command),
            Self::Text(text, _) => text.take(command),
            Self::Choice(choice) => choice.take(narrowed(command)),
            Self::Toggle(on) if narrowed(command) == EditCommand::Type(' ') => {
                *on = !*on;
                Edit::Changed
            }
            Self::Toggle(_) => Edit::Ignored,
            Self::Checks(checks) => checks.take(narrowed(command)),
        }
    }

    /// The width in cells at which its placeholder, or any of its picks, is not cut.
    pub(crate) fn needs(&self) -> usize {
        match self {
            Self::Line(line) => width(line.placeholder()),
            Self::Name(name) => width(name.line().placeholder()),
            Self::Choice(choice) => {
                let (picks, _) = choice.picks();
                let widest = picks.iter().map(|pick| width(&pick.name)).max();
                let last = picks.len().saturating_sub(1);
                choice_ends(last, picks.len()).concat().len() + widest.unwrap_or(0)
            }
            Self::Text(..) | Self::Toggle(_) | Self::Checks(_) => 0,
        }
    }

    /// The text under edit, where it is a line or a text.
    fn editor(&self) -> Option<&Editor> {
        match self {
            Self::Line(line) => Some(line.editor()),
            Self::Name(name) => Some(name.line().editor()),
            Self::Text(text, _) => Some(text.editor()),
            _ => None,
        }
    }

    /// The caret, in bytes; 0 where it has none.
    pub(super) fn caret(&self) -> usize {
        self.editor().map_or(0, Editor::caret)
    }

    /// Moves the caret to a position in bytes, or to the next grapheme boundary.
    pub(super) fn set_caret(&mut self, at: usize) {
        match self {
            Self::Line(line) => line.set_caret(at),
            Self::Name(name) => name.line.set_caret(at),
            Self::Text(text, _) => text.set_caret(at),
            _ => {}
        }
    }

    /// Handles the mouse on one of its cells; `open` where its list is shown.
    pub(crate) fn point(
        &mut self,
        gesture: Gesture,
        (at, size): ((u16, u16), (u16, u16)),
        open: bool,
    ) -> Edit {
        match self {
            Self::Line(line) => line.point_at(gesture, at, size),
            Self::Name(name) => name.line.point_at(gesture, at, size),
            Self::Text(text, _) => text.point_at(gesture, at, size),
            // Only text is selected by dragging and scrolled by the wheel.
            _ if gesture != Gesture::Click => Edit::Ignored,
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

    /// Moves to another pick in an open list.
    pub(crate) fn turn(&mut self, to: Move) -> Edit {
        match self {
            Self::Choice(choice) if choice.open => choice.take(EditCommand::Go(to)),
            Self::Name(name) if name.is_open() => name.turn(to),
            _ => Edit::Ignored,
        }
    }

    /// Chooses or ticks the item in a row of its list of so many columns.
    pub(crate) fn choose(&mut self, row: usize, columns: u16) -> Edit {
        match self {
            Self::Choice(choice) => choice.choose(row),
            Self::Name(name) => {
                let edit = name.put(row);
                name.close();
                edit
            }
            Self::Checks(checks) => checks.tick_at(row, columns),
            _ => Edit::Ignored,
        }
    }

    /// True while its list is shown.
    pub(crate) fn is_open(&self) -> bool {
        match self {
            Self::Choice(choice) => choice.open,
            Self::Name(name) => name.is_open(),
            Self::Line(_) | Self::Text(..) | Self::Toggle(_) | Self::Checks(_) => false,
        }
    }

    /// Completes what was typed as the field is left.
    pub(super) fn settle(&mut self) {
        if let Self::Name(name) = self {
            name.settle();
        }
    }

    /// The selected text.
    pub(super) fn selected(&self) -> Option<&str> {
        self.editor()?.selected()
    }

    /// Closes an open list, or drops the selection; true where there was one.
    pub(super) fn close(&mut self) -> bool {
        match self {
            Self::Line(line) => line.deselect(),
            Self::Name(name) => name.close() || name.line.deselect(),
            Self::Text(text, _) => text.deselect(),
            Self::Choice(choice) => choice.close(),
            Self::Toggle(_) | Self::Checks(_) => false,
        }
    }

    /// Pastes text; only text fields take it.
    pub(super) fn paste(&mut self, text: &str) -> Edit {
        match self {
            Self::Line(line) => line.paste(text),
            Self::Name(name) => name.paste(text),
            Self::Text(area, _) => area.paste(text),
            _ => Edit::Ignored,
        }
    }
}

/// The command with a full-width character of the input method replaced by the ASCII one.
fn narrowed(command: EditCommand) -> EditCommand {
    match command {
        EditCommand::Type(c) => EditCommand::Type(narrow(c).unwrap_or(c)),
        other => other,
    }
}

/// An item that can be chosen or ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The value of the field when it is chosen.
    pub id: String,
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

    /// The chosen pick.
    pub fn chosen(&self) -> Option<&Pick> {
        self.picks.get(self.at)
    }

    /// All picks, with the index of the chosen one.
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

    /// Opens the list; a short choice takes the next pick.
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

    /// Replaces the picks; what was chosen stays chosen where it is among them, else the first is.
    pub(super) fn offer(&mut self, picks: Vec<Pick>) {
        let chosen = self.chosen().map(|pick| pick.id.clone());
        self.picks = picks;
        let same = |pick: &Pick| Some(&pick.id) == chosen.as_ref();
        self.at = self.picks.iter().position(same).unwrap_or(0);
    }

    fn set(&mut self, id: &str) {
        if let Some(at) = self.picks.iter().position(|pick| pick.id == id) {
            self.at = at;
        }
    }

    fn take(&mut self, command: EditCommand) -> Edit {
        let last = self.picks.len().saturating_sub(1);
        let to = match command {
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

    /// The pick that a digit counts, or the next whose name or id begins with the letter or initial consonant.
    fn found(&self, typed: char) -> Option<usize> {
        if let Some(at) = digit_index(typed) {
            return Some(at).filter(|at| *at < self.picks.len());
        }
        let fits = |letter: char| {
            let mut order = (self.at + 1..self.picks.len()).chain(0..=self.at);
            order.find(|at| self.picks.get(*at).is_some_and(|pick| begins(pick, letter)))
        };
        fits(typed).or_else(|| in_other_mode(typed).into_iter().find_map(fits))
    }
}

/// The index that a typed digit counts; beyond every list for 0.
pub(super) fn digit_index(typed: char) -> Option<usize> {
    let digit = usize::try_from(typed.to_digit(10)?).ok()?;
    Some(digit.wrapping_sub(1))
}

/// The letters that the same key types with the input method switched: ㅊ and `c` share a key.
fn in_other_mode(typed: char) -> Vec<char> {
    let on = hangul::with_method_on(&typed.to_string()).unwrap_or_default();
    let latin: Vec<char> = hangul::keys(typed).collect();
    // Several keys make a syllable: a pick whose name begins with it was found before.
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
