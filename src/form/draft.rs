//! What is kept of a form that was left before it was sent: the values that were changed.

use super::{Form, FormField};
use serde_json::{Map, Value};

/// The name of the draft of the note for the next shift, which is no form.
pub const NOTE_DRAFT: &str = "handover";

impl Form {
    /// True while every field holds its initial value.
    pub fn is_untouched(&self) -> bool {
        !self.fields.iter().any(FormField::is_changed)
    }

    /// Resets every field to its initial value and focuses the first.
    pub fn reset(&mut self) {
        for field in &mut self.fields {
            let initial = std::mem::take(&mut field.initial);
            field.control.set(&initial);
            field.initial = initial;
            field.fault = None;
        }
        self.go_to(0);
    }

    /// The values of the changed fields, by id.
    pub fn draft(&self) -> Map<String, Value> {
        let changed = self.fields.iter().filter(|field| field.is_changed());
        changed
            .map(|field| (field.id.to_owned(), field.control.value().into()))
            .collect()
    }

    /// Sets the fields of a draft; unknown ids are ignored. True where a field changed.
    pub fn restore(&mut self, draft: &Map<String, Value>) -> bool {
        for (id, value) in draft {
            if let Some(value) = value.as_str() {
                self.set(id, value);
            }
        }
        !self.is_untouched()
    }
}
