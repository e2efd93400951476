//! A practice desk.

use super::{Adopt, Desk, DeskError, Opening};
use crate::domain::charter::builtin::builtin_text;

/// Founds a practice desk.
///
/// # Errors
/// The file exists or cannot be made.
pub fn found_demo(opening: &Opening) -> Result<Desk, DeskError> {
    let charter = builtin_text("gbvc").ok_or(DeskError::NoCharter)?;
    Desk::found(
        opening,
        &Adopt {
            charter,
            practice: true,
        },
    )
}
