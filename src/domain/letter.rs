//! Letters: what the desk writes to complainants and departments, as text from facts.
//!
//! Pure. Must not know how a letter leaves.

mod builtin;
mod date;
mod edit;
mod fill;
mod kind;
mod mark;
mod template;

pub use builtin::{Remedy, template, text};
pub use date::{day, moment, plain_day};
pub use edit::LetterEdit;
pub use fill::{Unfilled, Values};
pub use kind::{LetterKind, Readership};
pub use mark::{Mark, MarkClass};
pub use template::{MOST_BYTES, Template, TemplateFault};

#[cfg(test)]
mod tests;
