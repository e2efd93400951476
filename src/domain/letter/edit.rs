//! What an office did to a letter.

use super::kind::LetterKind;
use chrono::{DateTime, Utc};

/// One edit of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterEdit {
    pub kind: LetterKind,
    /// The office's own, with its marks; `None` where that of the program holds again.
    pub text: Option<String>,
    pub entered_at: DateTime<Utc>,
    /// The login of who entered it.
    pub entered_by: String,
}
