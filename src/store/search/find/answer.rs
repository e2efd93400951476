//! The query and the results of a search.

use crate::{
    domain::{
        find::{Fit, SearchPart, SearchWord},
        subject::Subject,
    },
    store::criteria::Criteria,
};
use chrono::{DateTime, Utc};

/// A query to the search.
#[derive(Clone, Debug)]
pub struct IndexQuery<'a> {
    /// The number in the line: where that subject exists, it alone is found.
    pub number: Option<Subject>,
    /// Every word must match.
    pub words: &'a [SearchWord],
    pub criteria: &'a Criteria,
    pub limit: usize,
    pub now: DateTime<Utc>,
}

/// The results of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchHits {
    /// The best first.
    pub hits: Vec<Hit>,
    /// False where the search was cancelled: there may be more.
    pub whole: bool,
}

/// One matching case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub subject: Subject,
    /// The least relevant part needed to match every word; `None` where it matched by fields alone.
    pub part: Option<SearchPart>,
    /// A stretch of that part around a match, where it is a text.
    pub excerpt: Option<String>,
    /// How the words stand in it: those that are torn come after all others.
    pub(super) fit: Fit,
    /// A word of the title begins with the first search word.
    pub(super) begins: bool,
}
