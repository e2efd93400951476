//! What is asked of the search, and what it answers.

use crate::{
    domain::{
        find::{SearchPart, SearchWord},
        subject::Subject,
    },
    store::criteria::Criteria,
};
use chrono::{DateTime, Utc};

/// A question to the search.
#[derive(Clone, Debug)]
pub struct IndexQuery<'a> {
    /// Words that all stand in the case.
    pub words: &'a [SearchWord],
    /// What must hold of it.
    pub criteria: &'a Criteria,
    /// How many at most.
    pub limit: usize,
    pub now: DateTime<Utc>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchHits {
    /// The cases, the best first.
    pub hits: Vec<Hit>,
    /// False where nobody waited for the end: there may be more.
    pub whole: bool,
}

/// One case that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which it is.
    pub subject: Subject,
    /// The farthest part that was needed to find every word; `None` where it was found by fields alone.
    pub part: Option<SearchPart>,
    /// A stretch of that part with a word in it, where the part is a text.
    pub excerpt: Option<String>,
    /// A word of the title stands at the beginning of one of its words.
    pub(super) begins: bool,
}
