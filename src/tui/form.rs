//! A form: fields in order, one of them with the keys; drafts, faults, and where the real cursor stands.
//!
//! Knows controls and keys. Must not know cases, the desk, or what the fields are for.

#[cfg(test)]
pub(in crate::tui) mod bench;
mod checks;
mod control;
pub(super) mod day;
pub(super) mod draw;
pub(super) mod kept;
mod layout;
mod one;
mod pointed;
mod question;
#[cfg(test)]
mod tests;
pub(super) mod wrap;

pub use checks::Checks;
pub use control::{Choice, Control, Pick};
pub use one::FormField;
pub use question::{Answer, Question};

use super::field::Edit;
use super::{
    keymap::{Action, Place},
    screen::Shared,
};
use crate::{
    domain::{
        party::Field,
        refusal::{Fault, FieldFault},
        staff::Names,
    },
    words::{Lang, Say, forms},
};
use ratatui::{
    crossterm::event::{KeyCode, KeyEvent, KeyModifiers},
    layout::Rect,
};
use serde_json::{Map, Value};

/// The name of the key that asks for an action in a form.
pub(in crate::tui) fn key_of(action: Action, shared: &Shared) -> String {
    shared.keys.shown(Place::Linking, action)
}

/// What an input did to a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Felt {
    /// A value changed.
    Changed,
    /// The caret, or the field that has the keys.
    Moved,
    /// Nothing.
    Nothing,
}

/// Fields in order, one of them with the keys.
#[derive(Clone, Debug)]
pub struct Form {
    fields: Vec<FormField>,
    focus: usize,
    is_long: bool,
    lang: Lang,
}

impl Form {
    /// A form of these fields; the keys go to the first.
    pub fn new(fields: Vec<FormField>, lang: Lang) -> Self {
        Self {
            fields,
            focus: 0,
            is_long: false,
            lang,
        }
    }

    /// The id of the field that has the keys.
    pub fn focused(&self) -> &'static str {
        self.fields.get(self.focus).map_or("", |field| field.id)
    }

    /// True where the form has that field.
    pub fn has(&self, id: &str) -> bool {
        self.fields.iter().any(|field| field.id == id)
    }

    /// What stands in a field; a toggle says `yes` or nothing.
    pub fn value(&self, id: &str) -> &str {
        let found = self.fields.iter().find(|field| field.id == id);
        found.map_or("", |field| field.control.value())
    }

    /// What stands in a field of the domain, as it was typed.
    pub fn of(&self, field: Field) -> String {
        self.value(field.id()).to_owned()
    }

    /// The officer that stands in the form, by name or login: the login where one is known.
    pub fn officer(&self, names: Names<'_>) -> String {
        names.login(self.value(Field::Officer.id())).to_owned()
    }

    /// True where a toggle says yes.
    pub fn is_on(&self, id: &str) -> bool {
        !self.value(id).is_empty()
    }

    /// Puts a value into a field; one that the field cannot take is left out.
    pub fn set(&mut self, id: &str, value: &str) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.id == id) {
            field.control.set(value);
            field.fault = None;
        }
    }

    /// Gives the pick of that id in a field another name.
    pub fn rename(&mut self, id: &str, pick: &str, name: String) {
        let field = self.fields.iter_mut().find(|field| field.id == id);
        if let Some(Control::Choice(choice)) = field.map(|field| &mut field.control) {
            choice.rename(pick, name);
        }
    }

    /// Offers other items to tick in a field.
    pub fn offer(&mut self, id: &str, items: Vec<Pick>) {
        let field = self.fields.iter_mut().find(|field| field.id == id);
        if let Some(Control::Checks(checks)) = field.map(|field| &mut field.control) {
            checks.offer(items);
        }
        // The field that has the keys may be gone with the last of its items.
        if !self.is_shown(self.focus) {
            self.previous();
        }
    }

    fn is_shown(&self, at: usize) -> bool {
        self.fields.get(at).is_some_and(FormField::is_shown)
    }

    /// True while every field holds what it began with.
    pub fn is_untouched(&self) -> bool {
        self.fields
            .iter()
            .all(|field| field.control.value() == field.initial)
    }

    /// Puts every field back to what it began with, and the keys to the first.
    pub fn reset(&mut self) {
        for field in &mut self.fields {
            let initial = std::mem::take(&mut field.initial);
            field.control.set(&initial);
            field.initial = initial;
            field.fault = None;
        }
        self.go_to(0);
    }

    /// The fields that were changed, by id.
    pub fn draft(&self) -> Map<String, Value> {
        let changed = self
            .fields
            .iter()
            .filter(|field| field.control.value() != field.initial);
        changed
            .map(|field| (field.id.to_owned(), field.control.value().into()))
            .collect()
    }

    /// Puts a draft into the fields; ids that the form does not have are passed over. True where something was put in.
    pub fn restore(&mut self, draft: &Map<String, Value>) -> bool {
        for (id, value) in draft {
            if let Some(value) = value.as_str() {
                self.set(id, value);
            }
        }
        !self.is_untouched()
    }

    /// Shows these faults under their fields, in words, and gives the keys to the first.
    pub fn set_faults(&mut self, faults: &[FieldFault]) {
        let lang = self.lang;
        for field in &mut self.fields {
            let found = faults
                .iter()
                .find(|fault| Some(fault.field) == field.field)
                .map(|fault| fault.say(lang));
            field.fault = found;
        }
        if let Some(first) = self.fields.iter().position(|field| field.fault.is_some()) {
            self.go_to(first);
        }
    }

    /// Gives the keys to the next field, from the last to the first.
    pub fn next(&mut self) {
        let after = self.focus + 1..self.fields.len();
        let to = after.chain(0..self.focus).find(|at| self.is_shown(*at));
        self.go_to(to.unwrap_or(self.focus));
    }

    /// Gives the keys to the field before, from the first to the last.
    pub fn previous(&mut self) {
        let before = (0..self.focus).rev();
        let behind = (self.focus + 1..self.fields.len()).rev();
        let to = before.chain(behind).find(|at| self.is_shown(*at));
        self.go_to(to.unwrap_or(self.focus));
    }

    /// Gives the keys to the field of that id.
    pub fn focus(&mut self, id: &str) {
        let of = |field: &FormField| field.id == id && field.is_shown();
        if let Some(at) = self.fields.iter().position(of) {
            self.go_to(at);
        }
    }

    fn go_to(&mut self, at: usize) {
        self.close();
        self.focus = at;
    }

    /// Where the caret stands in the field that has the keys, in bytes; 0 where it has none.
    pub fn caret(&self) -> usize {
        let field = self.fields.get(self.focus);
        field.map_or(0, |field| field.control.caret())
    }

    /// Gives the keys to the field of that id, with the caret there or at the next place that is one.
    pub fn stand(&mut self, id: &str, caret: usize) {
        self.focus(id);
        if let Some(field) = self
            .fields
            .get_mut(self.focus)
            .filter(|field| field.id == id)
        {
            field.control.stand(caret);
        }
    }

    /// Closes an open list, or selects nothing any more; true where there was something of the kind.
    pub fn close(&mut self) -> bool {
        let field = self.fields.get_mut(self.focus);
        field.is_some_and(|field| field.control.close())
    }

    /// The text that is selected.
    pub fn selected(&self) -> Option<&str> {
        self.fields.get(self.focus)?.control.selected()
    }

    /// Takes a key that means nothing else.
    pub fn key(&mut self, key: KeyEvent) -> Felt {
        let Some(field) = self.fields.get_mut(self.focus) else {
            return Felt::Nothing;
        };
        let edit = field.control.handle(key);
        match self.took(edit) {
            Felt::Nothing => self.walk(key),
            felt => felt,
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) -> Felt {
        let Some(field) = self.fields.get_mut(self.focus) else {
            return Felt::Nothing;
        };
        let edit = field.control.paste(text);
        let felt = self.took(edit);
        if edit == Edit::TooLong
            && let Some(field) = self.fields.get_mut(self.focus)
        {
            let (given, most) = (text.chars().count().to_string(), field.most.to_string());
            let said = [("given", given.as_str()), ("most", most.as_str())];
            field.fault = Some(forms::PASTE_TOO_LONG.with(self.lang, &said));
        }
        felt
    }

    fn took(&mut self, edit: Edit) -> Felt {
        let lang = self.lang;
        let Some(field) = self.fields.get_mut(self.focus) else {
            return Felt::Nothing;
        };
        match edit {
            Edit::Changed => {
                field.fault = None;
                Felt::Changed
            }
            Edit::Moved => Felt::Moved,
            Edit::Ignored => Felt::Nothing,
            Edit::TooLong => {
                let fault = Fault::TooLong { most: field.most };
                field.fault = field
                    .field
                    .map(|field| FieldFault { field, fault }.say(lang));
                Felt::Moved
            }
        }
    }

    /// Keys that the field left: Enter goes on, Up and Down go by rows.
    fn walk(&mut self, key: KeyEvent) -> Felt {
        let from = self.focus;
        if !(key.modifiers - KeyModifiers::SHIFT).is_empty() {
            return Felt::Nothing;
        }
        match key.code {
            // The last field keeps the keys: Enter never sends, and never starts over.
            KeyCode::Enter if (from + 1..self.fields.len()).any(|at| self.is_shown(at)) => {
                self.next();
            }
            KeyCode::Enter => return Felt::from_moved(self.close()),
            KeyCode::Up => self.row(-1),
            KeyCode::Down => self.row(1),
            _ => return Felt::Nothing,
        }
        Felt::from_moved(self.focus != from)
    }

    /// Goes to the row above or below, in the same half where it has one.
    fn row(&mut self, by: isize) {
        let starts: Vec<usize> = (0..self.fields.len())
            .filter(|at| {
                let field = self.fields.get(*at);
                field.is_some_and(|field| !field.beside && field.is_shown())
            })
            .collect();
        let row = starts
            .partition_point(|start| *start <= self.focus)
            .saturating_sub(1);
        let Some(to) = row.checked_add_signed(by) else {
            return;
        };
        let (Some(here), Some(there)) = (starts.get(row), starts.get(to)) else {
            return;
        };
        let end = starts.get(to + 1).copied().unwrap_or(self.fields.len());
        let half = self.focus - here;
        self.go_to((there + half).min(end - 1));
    }

    /// Tells the form how large it is, which Up and Down in a text and the wheel depend on.
    pub fn fit(&mut self, area: Rect) {
        let placed = layout::placed(&self.fields, area.width, area.height);
        self.is_long = layout::height(&placed) > area.height;
        for place in placed.iter().flat_map(|row| &row.places) {
            let field = self.fields.get_mut(place.field);
            if let Some(Control::Text(text, _)) = field.map(|field| &mut field.control) {
                text.fit(place.control.width, place.control.height);
            }
        }
    }

    /// The fewest rows that show the whole form at that width.
    pub fn height(&self, width: u16) -> u16 {
        layout::height(&layout::placed(&self.fields, width, 0))
    }
}

impl Felt {
    fn from_moved(moved: bool) -> Self {
        if moved { Self::Moved } else { Self::Nothing }
    }
}
