//! Where the caret of a screen stands, so that a clerk can come back there.

use super::Screen;
use crate::tui::form::Form;

impl Screen {
    /// The form that is open, where its fields are those of a [`Form`].
    pub fn form(&self) -> Option<&Form> {
        match self {
            Self::Intake(screen) => screen.form(),
            Self::Act(screen) => Some(screen.form()),
            Self::Duties(screen) => screen.form(),
            Self::Contacts(screen) => screen.form(),
            _ => None,
        }
    }

    /// The same form, to put the caret somewhere.
    pub fn form_mut(&mut self) -> Option<&mut Form> {
        match self {
            Self::Intake(screen) => screen.form_mut(),
            Self::Act(screen) => Some(screen.form_mut()),
            Self::Duties(screen) => screen.form_mut(),
            Self::Contacts(screen) => screen.form_mut(),
            _ => None,
        }
    }

    /// The field that has the keys, and where the caret stands in it, in bytes.
    pub fn caret(&self) -> Option<(String, usize)> {
        match self {
            Self::Holidays(screen) => screen.caret(),
            Self::Handover(screen) => screen.caret(),
            _ => {
                let form = self.form()?;
                Some((form.focused().to_owned(), form.caret()))
            }
        }
    }

    /// Gives the keys to that field and puts the caret there, or near.
    pub fn put_caret(&mut self, field: &str, caret: usize) {
        match self {
            Self::Holidays(screen) => screen.put_caret(field, caret),
            Self::Handover(screen) => screen.put_caret(caret),
            _ => {
                if let Some(form) = self.form_mut() {
                    form.stand(field, caret);
                }
            }
        }
    }
}
