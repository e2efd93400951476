//! What can be asked of the text that is being written on a screen, whatever its fields are.

use crate::tui::{field::LineField, form::draft_form::DraftForm};

/// The fields of a screen that take text.
pub trait TextInput {
    /// The text that is selected.
    fn selected(&self) -> Option<&str>;

    /// The draft that would be lost if the line dropped now: the form's name and its text.
    fn draft(&self) -> Option<(String, String)>;

    /// The field that has the keys, and where the caret stands in it, in bytes; `None` where nobody comes back to it.
    fn caret(&self) -> Option<(String, usize)>;

    /// Gives the keys to that field and puts the caret there, or near.
    fn put_caret(&mut self, field: &str, caret: usize);
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

    fn put_caret(&mut self, field: &str, caret: usize) {
        self.form.focus_at(field, caret);
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

    fn put_caret(&mut self, _field: &str, _caret: usize) {}
}
