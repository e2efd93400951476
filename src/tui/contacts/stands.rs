//! Where a clerk stands among visits and calls, so that he can come back there.

use super::{ContactsScreen, fields::Asked};
use crate::{
    domain::subject::{ContactNumber, Subject},
    tui::{form::Form, keymap::Action},
};

/// Whether this is a key that opens a form here.
pub(in crate::tui) fn opens_form(action: Action) -> bool {
    Asked::by(action).is_some()
}

impl ContactsScreen {
    /// The chosen one; where a form is open, the one that it is about.
    pub fn number(&self) -> Option<ContactNumber> {
        let formed = self.form.as_ref().map(|form| form.number);
        formed
            .or(self.apart)
            .or_else(|| match self.chosen().map(|row| row.subject) {
                Some(Subject::Contact(number)) => Some(number),
                _ => None,
            })
    }

    /// The line from which on the chosen one is read on the whole screen.
    pub fn reading(&self) -> Option<usize> {
        self.reading
    }

    /// Reads the chosen one on the whole screen from that line on, if it was being read.
    pub fn read_from(&mut self, line: Option<usize>) {
        self.reading = line.filter(|_| self.view.is_some());
    }

    /// The key by which the form that is open was opened.
    pub fn doing(&self) -> Option<Action> {
        self.form.as_ref().map(|form| form.asked.action())
    }

    /// The form that is open.
    pub fn form(&self) -> Option<&Form> {
        self.form.as_ref().map(|form| &form.kept.form)
    }

    /// The same form, to put the caret somewhere.
    pub fn form_mut(&mut self) -> Option<&mut Form> {
        self.form.as_mut().map(|form| &mut form.kept.form)
    }
}
