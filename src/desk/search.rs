//! Searching cases by words and filters.

use super::{Desk, DeskError};
use crate::{
    domain::{
        find::{SearchPart, SearchQuery},
        hangul,
    },
    store::{CancelToken, IndexQuery, QueueRow},
};

/// How long a search runs.
#[derive(Clone, Debug)]
pub enum Effort {
    /// Runs to the end.
    Waiting,
    /// Runs until cancelled.
    Until(CancelToken),
}

/// The results of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchResults {
    /// The best first.
    pub rows: Vec<SearchRow>,
    /// The words that matched, for highlighting.
    pub words: Vec<String>,
    /// The line as meant, where the typed one matched nothing because the input method was in the wrong mode.
    pub meant: Option<String>,
    /// False where the search was cancelled: there may be more.
    pub whole: bool,
}

/// One matching case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchRow {
    pub row: QueueRow,
    /// Where the words matched; `None` where it matched by fields alone.
    pub part: Option<SearchPart>,
    /// A stretch of text around a match outside the title.
    pub excerpt: Option<String>,
}

impl Desk {
    /// Finds cases that contain all words and match all filters of a line, the best first.
    ///
    /// # Errors
    /// The line has an unknown filter or a wrong value.
    pub fn search(
        &mut self,
        line: &str,
        limit: u32,
        effort: &Effort,
    ) -> Result<SearchResults, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let typed = self.search_as_typed(line, limit, effort);
        let nothing = match &typed {
            Ok(found) => found.rows.is_empty(),
            Err(DeskError::Unsearchable(_)) => true,
            Err(_) => false,
        };
        if nothing
            && let Some(meant) = hangul::typed_in_wrong_mode(line)
            && let Ok(found) = self.search_as_typed(&meant, limit, effort)
            && !found.rows.is_empty()
        {
            let meant = Some(meant);
            return Ok(SearchResults { meant, ..found });
        }
        typed
    }

    fn search_as_typed(
        &mut self,
        line: &str,
        limit: u32,
        effort: &Effort,
    ) -> Result<SearchResults, DeskError> {
        let query = SearchQuery::read(line, self.today()?)?;
        if query.is_empty() {
            return Ok(SearchResults {
                whole: true,
                ..SearchResults::default()
            });
        }
        let criteria = self.criteria(&query.filters)?;
        let reader = self.store.reader();
        let find = IndexQuery {
            number: query.number,
            words: &query.words,
            criteria: &criteria,
            limit: usize::try_from(limit).unwrap_or(usize::MAX),
            now: self.now(),
        };
        let found = match effort {
            Effort::Waiting => reader.find(&find)?,
            Effort::Until(stop) => self.store.cancellable(stop, || reader.find(&find))?,
        };
        let mut rows = Vec::with_capacity(found.hits.len());
        for hit in found.hits {
            let row = reader.queue_row(hit.subject)?;
            rows.extend(row.map(|row| SearchRow {
                row,
                part: hit.part,
                excerpt: hit.excerpt,
            }));
        }
        Ok(SearchResults {
            rows,
            words: query.words.into_iter().map(|word| word.letters).collect(),
            meant: None,
            whole: found.whole,
        })
    }
}
