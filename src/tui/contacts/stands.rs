//! Where a clerk stands among visits and calls, so that he can come back there.

use super::{ContactsScreen, form::ActForm};
use crate::{
    domain::subject::{ContactNumber, Subject},
    tui::{form::Form, keymap::Action},
};

/// The keys that open a form here.
pub(in crate::tui) const FORMS: &[Action] = &[
    Action::TellWait,
    Action::Question,
    Action::Absent,
    Action::Later,
    Action::CalledBack,
    Action::PassOn,
    Action::Intake,
    Action::End,
];

impl ContactsScreen {
    /// The chosen one; where a form is open, the one that it is about.
    pub fn number(&self) -> Option<ContactNumber> {
        let formed = self.form.as_ref().map(|form| form.number);
        formed.or_else(|| match self.chosen().map(|row| row.subject) {
            Some(Subject::Contact(number)) => Some(number),
            _ => None,
        })
    }

    /// The key by which the form that is open was opened.
    pub fn doing(&self) -> Option<Action> {
        self.form.as_ref().map(|form| form.asked.action())
    }

    /// The form that is open.
    pub fn form(&self) -> Option<&Form> {
        self.form.as_ref().map(ActForm::form)
    }

    /// The same form, to put the caret somewhere.
    pub fn form_mut(&mut self) -> Option<&mut Form> {
        self.form.as_mut().map(ActForm::form_mut)
    }
}
