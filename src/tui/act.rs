//! What can be done with a case: the menu, and one form for each action.
//!
//! Must not decide what is possible: that is asked of the domain, which decides again when the form is sent.

mod head;
mod menu;
mod sameness;
mod screen;
#[cfg(test)]
mod tests;

pub use crate::form::case::ActionKind;
pub use menu::MenuScreen;
pub use screen::ActScreen;

use crate::form::case as fields;
