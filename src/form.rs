//! Forms without a terminal: fields in order, their values, picks, defaults, faults and drafts, the same as questions, and
//! which action has which fields.
//!
//! Also display and width of foreign text ([`text`], [`wrap`]), which both front ends need. The screens draw a form and bind
//! its keys; `--plain` asks it line by line. Must not know either of them.

pub mod amended;
pub mod asked;
pub mod case;
pub mod contact;
pub mod day;
pub mod duty;
pub mod earlier;
pub mod edit;
pub mod holiday;
pub mod intake;
pub mod late;
pub mod load;
pub mod notice;
pub mod text;
pub mod wrap;

pub(crate) mod checks;
pub(crate) mod control;
mod draft;
mod form_context;
mod form_field;
pub(crate) mod names;
mod picks;
mod question;
#[cfg(test)]
mod tests;

pub use checks::Checks;
pub use control::{Choice, Control, Pick};
pub use draft::NOTE_DRAFT;
pub use form_context::FormContext;
pub use form_field::FormField;
pub use names::NameField;
pub use question::{Answer, Question};

use crate::{
    domain::{
        party::{Field, Party},
        refusal::{FieldFault, ValueFault},
        staff::Names,
    },
    words::{Lang, Say, forms},
};
use edit::{Edit, EditCommand};
use picks::{department_picks, officer_picks, script_picks};

/// What an input did to a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputOutcome {
    Changed,
    /// The caret or the focus moved.
    Moved,
    Nothing,
}

/// Fields in order, one of them focused.
#[derive(Clone, Debug)]
pub struct Form {
    pub(crate) fields: Vec<FormField>,
    pub(crate) focus: usize,
    /// It is longer than its viewport.
    pub(crate) is_long: bool,
    lang: Lang,
}

impl Form {
    /// A form of these fields, the first focused.
    pub fn new(fields: Vec<FormField>, lang: Lang) -> Self {
        Self {
            fields,
            focus: 0,
            is_long: false,
            lang,
        }
    }

    /// The id of the focused field.
    pub fn focused(&self) -> &'static str {
        self.fields.get(self.focus).map_or("", |field| field.id)
    }

    /// The ids of all fields, hidden ones included.
    pub fn ids(&self) -> Vec<&'static str> {
        self.fields.iter().map(|field| field.id).collect()
    }

    /// True where the form has that field.
    pub fn has(&self, id: &str) -> bool {
        self.fields.iter().any(|field| field.id == id)
    }

    fn field_mut(&mut self, id: &str) -> Option<&mut FormField> {
        self.fields.iter_mut().find(|field| field.id == id)
    }

    /// The value of a field; that of a toggle is `yes` or empty.
    pub fn value(&self, id: &str) -> &str {
        let found = self.fields.iter().find(|field| field.id == id);
        found.map_or("", |field| field.control.value())
    }

    /// The value of a field of the domain, as typed.
    pub fn of(&self, field: Field) -> String {
        self.value(field.id()).to_owned()
    }

    /// The login of the officer in the form, who may be named by name or login.
    pub fn officer(&self, names: Names<'_>) -> String {
        names.login(self.value(Field::Officer.id())).to_owned()
    }

    /// True where one of these fields was changed.
    pub(crate) fn is_any_changed(&self, ids: &[&str]) -> bool {
        let mut fields = self.fields.iter();
        fields.any(|field| ids.contains(&field.id) && field.is_changed())
    }

    /// True where a toggle is on.
    pub fn is_on(&self, id: &str) -> bool {
        !self.value(id).is_empty()
    }

    /// The parsed value of a field.
    ///
    /// # Errors
    /// The value cannot be parsed.
    pub(crate) fn parsed<T>(
        &self,
        field: Field,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, FieldFault> {
        let fault = ValueFault::Form;
        parse(self.value(field.id()).trim()).ok_or(FieldFault { field, fault })
    }

    /// The parsed value of a field; `None` where it is blank.
    ///
    /// # Errors
    /// The value cannot be parsed.
    pub(crate) fn optional<T>(
        &self,
        field: Field,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, FieldFault> {
        let blank = self.value(field.id()).trim().is_empty();
        (!blank).then(|| self.parsed(field, parse)).transpose()
    }

    /// The person in the form.
    pub(crate) fn party(&self) -> Party {
        Party {
            name: self.of(Field::Name),
            phone: self.of(Field::Phone),
            email: self.of(Field::Email),
            address: self.of(Field::Address),
            ..Party::default()
        }
    }

    /// Sets the value of a field; an invalid one is ignored.
    pub fn set(&mut self, id: &str, value: &str) {
        if let Some(field) = self.field_mut(id) {
            field.control.set(value);
            field.fault = None;
        }
    }

    /// Sets the value that a field begins with; an invalid one is ignored.
    pub fn begin_with(&mut self, id: &str, value: &str) {
        if let Some(field) = self.field_mut(id) {
            field.control.set(value);
            field.control.value().clone_into(&mut field.initial);
        }
    }

    /// Renames the pick of that id in a field.
    pub fn rename(&mut self, id: &str, pick: &str, name: String) {
        let field = self.field_mut(id);
        if let Some(Control::Choice(choice)) = field.map(|field| &mut field.control) {
            choice.rename(pick, name);
        }
    }

    /// Sets the placeholder of a line.
    pub fn set_hint(&mut self, id: &str, hint: String) {
        let field = self.field_mut(id);
        match field.map(|field| &mut field.control) {
            Some(Control::Line(line)) => line.placeholder = hint,
            Some(Control::Name(name)) => name.line.placeholder = hint,
            _ => {}
        }
    }

    /// Replaces the items to tick, or the picks, of a field.
    pub fn offer(&mut self, id: &str, items: Vec<Pick>) {
        match self.field_mut(id).map(|field| &mut field.control) {
            Some(Control::Checks(checks)) => checks.offer(items),
            Some(Control::Choice(choice)) => choice.offer(items),
            Some(Control::Line(_) | Control::Name(_) | Control::Text(..) | Control::Toggle(_))
            | None => {}
        }
        // A field without items is hidden and cannot keep the focus.
        if !self.is_shown(self.focus) {
            self.previous();
        }
    }

    /// Shows or hides a field; the focus leaves one that is hidden.
    pub(crate) fn show(&mut self, id: &str, shown: bool) {
        if let Some(field) = self.field_mut(id) {
            field.hidden = !shown;
        }
        if !self.is_shown(self.focus) {
            self.previous();
        }
    }

    /// Shows a field that has to be filled in then, or hides it.
    pub(crate) fn ask_for(&mut self, id: &str, asked: bool) {
        if let Some(field) = self.field_mut(id) {
            field.required = asked;
        }
        self.show(id, asked);
    }

    /// The value of a field; `None` while it is hidden.
    pub(crate) fn shown(&self, id: &str) -> Option<&str> {
        let found = self.fields.iter().find(|field| field.id == id);
        let found = found.filter(|field| field.is_shown())?;
        Some(found.control.value())
    }

    fn is_shown(&self, at: usize) -> bool {
        self.fields.get(at).is_some_and(FormField::is_shown)
    }

    /// Sets the faults of all fields and focuses the first with one.
    pub fn set_faults(&mut self, faults: &[FieldFault]) {
        for field in &mut self.fields {
            let mut faults = faults.iter();
            let fault = faults.find(|fault| Some(fault.field) == field.field);
            field.fault = fault.map(|fault| fault.say(self.lang));
        }
        if let Some(first) = self.fields.iter().position(|field| field.fault.is_some()) {
            self.go_to(first);
        }
    }

    /// Focuses the next field, after the last the first.
    pub fn next(&mut self) {
        let after = self.focus + 1..self.fields.len();
        let to = after.chain(0..self.focus).find(|at| self.is_shown(*at));
        self.go_to(to.unwrap_or(self.focus));
    }

    /// Focuses the previous field, before the first the last.
    pub fn previous(&mut self) {
        let before = (0..self.focus).rev();
        let behind = (self.focus + 1..self.fields.len()).rev();
        let to = before.chain(behind).find(|at| self.is_shown(*at));
        self.go_to(to.unwrap_or(self.focus));
    }

    /// Focuses the field of that id where it is shown.
    pub fn focus(&mut self, id: &str) {
        let mut fields = self.fields.iter();
        if let Some(at) = fields.position(|field| field.id == id && field.is_shown()) {
            self.go_to(at);
        }
    }

    /// Focuses the field at this index, completes the previous one and closes its list.
    pub(crate) fn go_to(&mut self, at: usize) {
        if let Some(field) = self.fields.get_mut(self.focus).filter(|_| at != self.focus) {
            field.control.settle();
        }
        self.close();
        self.focus = at;
    }

    /// The caret of the focused field, in bytes; 0 where it has none.
    pub fn caret(&self) -> usize {
        let field = self.fields.get(self.focus);
        field.map_or(0, |field| field.control.caret())
    }

    /// Focuses the field of that id and sets its caret, in bytes.
    pub fn focus_at(&mut self, id: &str, caret: usize) {
        self.focus(id);
        if self.focused() == id
            && let Some(field) = self.field_mut(id)
        {
            field.control.set_caret(caret);
        }
    }

    /// Closes an open list, or drops the selection; true where there was one.
    pub fn close(&mut self) -> bool {
        let field = self.fields.get_mut(self.focus);
        field.is_some_and(|field| field.control.close())
    }

    /// The selected text of the focused field.
    pub fn selected(&self) -> Option<&str> {
        self.fields.get(self.focus)?.control.selected()
    }

    /// Applies a command to the focused field.
    pub(crate) fn take(&mut self, command: EditCommand) -> InputOutcome {
        let field = self.fields.get_mut(self.focus);
        let edit = field.map_or(Edit::Ignored, |field| field.control.take(command));
        self.took(edit)
    }

    /// Pastes text into the focused field.
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

    /// Updates the fault after an edit of the focused field, and returns its effect on the form.
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

    /// Focuses the next field unless this is the last: Enter neither submits nor wraps around.
    pub(crate) fn go_on(&mut self) -> InputOutcome {
        if (self.focus + 1..self.fields.len()).any(|at| self.is_shown(at)) {
            self.next();
            return InputOutcome::Moved;
        }
        InputOutcome::from_moved(self.close())
    }

    /// Focuses the field `by` rows below, in the same half of the row where there is one.
    pub(crate) fn climb(&mut self, by: isize) -> InputOutcome {
        let from = self.focus;
        let fields = self.fields.iter().enumerate();
        let starts = fields.filter(|(_, field)| !field.beside && field.is_shown());
        let starts: Vec<usize> = starts.map(|(at, _)| at).collect();
        let row = starts.partition_point(|start| *start <= from);
        let row = row.saturating_sub(1);
        let to = row.saturating_add_signed(by);
        let there = starts
            .get(to)
            .filter(|_| row.checked_add_signed(by).is_some());
        let (Some(here), Some(there)) = (starts.get(row), there) else {
            return InputOutcome::Nothing;
        };
        let end = starts.get(to + 1).copied().unwrap_or(self.fields.len());
        let half = self.focus - here;
        self.go_to((there + half).min(end - 1));
        InputOutcome::from_moved(self.focus != from)
    }
}

impl InputOutcome {
    /// `Moved` or `Nothing`.
    pub(crate) fn from_moved(moved: bool) -> Self {
        if moved { Self::Moved } else { Self::Nothing }
    }
}
