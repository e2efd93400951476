//! What a form is without a terminal: fields in order, their values, picks, defaults, faults and drafts, as questions for
//! those who read no screen, and which action has which fields.
//!
//! Also what of a foreign text may be shown and how wide it is ([`text`], [`wrap`]), which both front ends need. The screens
//! draw a form and say which keys it takes; `--plain` asks it line by line. Must not know either of them.

pub mod case;
pub mod contact;
pub mod day;
pub mod duty;
pub mod earlier;
pub mod edit;
pub mod holiday;
pub mod intake;
pub mod load;
pub mod text;
pub mod wrap;

pub(crate) mod checks;
pub(crate) mod control;
mod form_field;
mod question;
#[cfg(test)]
mod tests;

pub use checks::Checks;
pub use control::{Choice, Control, Pick};
pub use form_field::FormField;
pub use question::{Answer, Question};

use crate::{
    domain::{
        party::Field,
        refusal::{FieldFault, ValueFault},
        staff::{Names, Staff},
    },
    words::{Lang, Say, forms},
};
use chrono::{DateTime, Utc};
use edit::{Edit, EditCommand};
use serde_json::{Map, Value};

/// The name of the draft of the note for the next shift, which is no form.
pub const NOTE_DRAFT: &str = "handover";

/// What forms may look at beside what they are about.
#[derive(Clone, Copy, Debug)]
pub struct FormContext<'a> {
    pub lang: Lang,
    pub now: DateTime<Utc>,
    /// Who fills it in; none before a desk is open.
    pub actor: Option<&'a Staff>,
    /// Everyone on the staff.
    pub people: &'a [Staff],
}

impl<'a> FormContext<'a> {
    /// The names of who works here.
    pub fn names(self) -> Names<'a> {
        Names {
            staff: self.people,
            lang: self.lang,
        }
    }
}

/// What an input did to a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputOutcome {
    /// A value changed.
    Changed,
    /// The caret, or the field that has the keys.
    Moved,
    Nothing,
}

/// Fields in order, one of them with the keys.
#[derive(Clone, Debug)]
pub struct Form {
    pub(crate) fields: Vec<FormField>,
    pub(crate) focus: usize,
    /// It is longer than the area it stands in.
    pub(crate) is_long: bool,
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

    /// Shows another example or hint in a line while it is empty.
    pub fn set_hint(&mut self, id: &str, hint: String) {
        let field = self.fields.iter_mut().find(|field| field.id == id);
        if let Some(Control::Line(line)) = field.map(|field| &mut field.control) {
            line.set_placeholder(hint);
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

    /// Moves the focus to the field at this index, and closes the list of the one before.
    pub(crate) fn go_to(&mut self, at: usize) {
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

    /// Does what is asked of the field that has the keys.
    pub(crate) fn take(&mut self, ask: EditCommand) -> InputOutcome {
        let field = self.fields.get_mut(self.focus);
        let edit = field.map_or(Edit::Ignored, |field| field.control.take(ask));
        self.took(edit)
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) -> InputOutcome {
        let Some(field) = self.fields.get_mut(self.focus) else {
            return InputOutcome::Nothing;
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

    /// Tells what an edit of the focused field did to the form.
    pub(crate) fn took(&mut self, edit: Edit) -> InputOutcome {
        let lang = self.lang;
        let Some(field) = self.fields.get_mut(self.focus) else {
            return InputOutcome::Nothing;
        };
        match edit {
            Edit::Changed => {
                field.fault = None;
                InputOutcome::Changed
            }
            Edit::Moved => InputOutcome::Moved,
            Edit::Ignored => InputOutcome::Nothing,
            Edit::TooLong => {
                let fault = ValueFault::TooLong { most: field.most };
                field.fault = field
                    .field
                    .map(|field| FieldFault { field, fault }.say(lang));
                InputOutcome::Moved
            }
        }
    }

    /// Goes to the next field unless this is the last: Enter never sends, and never starts over.
    pub(crate) fn go_on(&mut self) -> InputOutcome {
        if (self.focus + 1..self.fields.len()).any(|at| self.is_shown(at)) {
            self.next();
            return InputOutcome::Moved;
        }
        InputOutcome::from_moved(self.close())
    }

    /// Goes to the row above or below, in the same half where it has one.
    pub(crate) fn climb(&mut self, by: isize) -> InputOutcome {
        let from = self.focus;
        let starts: Vec<usize> = (0..self.fields.len())
            .filter(|at| {
                let field = self.fields.get(*at);
                field.is_some_and(|field| !field.beside && field.is_shown())
            })
            .collect();
        let row = starts
            .partition_point(|start| *start <= self.focus)
            .saturating_sub(1);
        let to = row
            .checked_add_signed(by)
            .and_then(|to| Some((to, starts.get(to)?)));
        let (Some(here), Some((to, there))) = (starts.get(row), to) else {
            return InputOutcome::Nothing;
        };
        let end = starts.get(to + 1).copied().unwrap_or(self.fields.len());
        let half = self.focus - here;
        self.go_to((there + half).min(end - 1));
        InputOutcome::from_moved(self.focus != from)
    }
}

impl InputOutcome {
    /// Tells whether the focus moved.
    pub(crate) fn from_moved(moved: bool) -> Self {
        if moved { Self::Moved } else { Self::Nothing }
    }
}
