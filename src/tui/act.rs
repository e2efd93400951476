//! What can be done with a case: the menu, and one form for each action.
//!
//! Must not decide what is possible: that is asked of the domain, which decides again when the form is sent.

mod fields;
mod head;
mod menu;
mod read;
mod screen;
#[cfg(test)]
mod tests;

pub use crate::domain::command::Kind;
pub use fields::{begun as form, draft_name};
pub use menu::{MenuScreen, why_not};
pub use read::order;
pub use screen::ActScreen;
