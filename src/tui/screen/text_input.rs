//! What can be asked of the text that is being written on a screen, whatever its fields are.

use crate::tui::{field::LineField, form::draft_form::DraftForm};
use std::fmt::Debug;

/// The fields of a screen that take text.
pub trait TextInput: Debug {
    /// The text that is selected.
    fn selected(&self) -> Option<&str>;

    /// The draft that would be lost if the line dropped now: the form's name and its text.
    fn draft(&self) -> Option<(String, String)>;

    /// The field that has the keys, and where the caret stands in it, in bytes; `None` where nobody comes back to it.
    fn caret(&self) -> Option<(String, usize)>;
}

impl TextInput for DraftForm {
    fn selected(&self) -> Option<&str> {
        self.form.selected()
    }

    fn draft(&self) -> Option<(String, String)> {
        self.draft()
    }

    fn caret(&self) -> Option<(String, usize)> {
        Some((self.form.focused().to_owned(), self.form.caret()))
    }
}

/// A field to find by: what is typed there is no draft.
impl TextInput for LineField {
    fn selected(&self) -> Option<&str> {
        self.selected()
    }

    fn draft(&self) -> Option<(String, String)> {
        None
    }

    fn caret(&self) -> Option<(String, usize)> {
        None
    }
}
