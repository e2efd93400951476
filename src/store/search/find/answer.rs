//! What is asked of the search, and what it answers.

use crate::{
    domain::{
        find::{Part, Word},
        subject::Subject,
    },
    store::{meter::Meter, narrow::Narrow},
};
use chrono::{DateTime, Utc};
use std::fmt;

/// A question to the search.
#[derive(Clone, Debug)]
pub struct Find<'a> {
    /// Words that all stand in the case.
    pub words: &'a [Word],
    /// What must hold of it.
    pub narrow: &'a Narrow,
    /// How many at most.
    pub limit: usize,
    /// How many cases are read at most before the answer is what was found so far.
    pub patience: usize,
    /// Counts the steps to the index as well, where the answer may not take its time.
    pub meter: Option<&'a Meter>,
    /// Tells that nobody waits for the answer any more.
    pub stop: Stop<'a>,
    /// The clock.
    pub now: DateTime<Utc>,
}

/// Whether nobody waits for an answer any more: asked again and again while it is worked on.
#[derive(Clone, Copy)]
pub struct Stop<'a>(pub &'a dyn Fn() -> bool);

impl Stop<'_> {
    /// Somebody waits until the end.
    pub const NEVER: Stop<'static> = Stop(&|| false);
}

impl fmt::Debug for Stop<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stop")
    }
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundCases {
    /// The cases, the best first.
    pub hits: Vec<Hit>,
    /// False where the work ended at its bound: there may be more.
    pub whole: bool,
}

/// One case that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which it is.
    pub subject: Subject,
    /// The farthest part that was needed to find every word; `None` where it was found by fields alone.
    pub part: Option<Part>,
    /// A stretch of that part with a word in it, where the part is a text.
    pub excerpt: Option<String>,
    /// A word of the title stands at the beginning of one of its words.
    pub(super) begins: bool,
}
