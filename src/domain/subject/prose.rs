//! Free text of a fact.

use serde::{Deserialize, Serialize};

/// Free text, kept apart from the facts; `None` once erased.
///
/// It serialises as `{"~": text}`; the store takes it out of the fact by [`FactContent::texts`](crate::domain::fact::FactContent::texts).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prose {
    #[serde(rename = "~")]
    text: Option<String>,
}

impl Prose {
    /// A text as typed.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: Some(text.into()),
        }
    }

    /// An erased text.
    pub const fn erased() -> Self {
        Self { text: None }
    }

    /// Takes the text out; `None` where it was erased.
    pub fn take(&mut self) -> Option<String> {
        self.text.take()
    }

    /// The text, or nothing where it was erased.
    pub fn as_str(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }
}
