//! Views of the queue: the built-in ones and those saved under a name.

use super::{Assignee, CaseFilter, CaseStatus, QueryError, SearchQuery};
use crate::{
    domain::find::DueWindow,
    words::{Lang, Say, closed_set, outlook as text},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

closed_set! {
    /// A view that every desk has.
    BuiltinView {
        Open = "open", "모두", "all open";
        Mine = "mine", "내 민원", "mine";
        Department = "department", "우리 부서", "my department";
        Unassigned = "unassigned", "미배정", "unassigned";
        Overdue = "overdue", "초과", "overdue";
        /// The leading deadline ends today and is not over: what the line on top counts.
        Today = "today", "오늘", "due today";
        Paused = "paused", "멈춤", "paused";
        StepTwo = "step2", "2차 조치", "step 2";
        StepThree = "step3", "3차 조치", "step 3";
    }
}

impl BuiltinView {
    /// Returns the conditions that its rows fulfil.
    pub fn filters(self, today: NaiveDate) -> Vec<CaseFilter> {
        vec![match self {
            Self::Open => return Vec::new(),
            Self::Mine => CaseFilter::Officer(Assignee::Mine),
            Self::Department => CaseFilter::Department(Assignee::Mine),
            Self::Unassigned => CaseFilter::Officer(Assignee::Nobody),
            Self::Overdue => CaseFilter::Status(CaseStatus::Overdue),
            Self::Today => return DueWindow::On(today).filters(today),
            Self::Paused => CaseFilter::Status(CaseStatus::Paused),
            Self::StepTwo => CaseFilter::Step(2),
            Self::StepThree => CaseFilter::Step(3),
        }]
    }
}

/// A view that a clerk has saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    pub name: String,
    /// Its fields as a search line; relative days such as 오늘 are resolved when the view is opened.
    pub line: String,
}

/// The view of the queue that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QueueView {
    Known(BuiltinView),
    Saved(SavedView),
    /// Deadlines that end in a window.
    Ending {
        ends: DueWindow,
        mine: bool,
    },
}

impl Default for QueueView {
    fn default() -> Self {
        Self::Known(BuiltinView::Open)
    }
}

impl QueueView {
    /// Returns the conditions that its rows fulfil.
    ///
    /// # Errors
    /// The line of a saved view is invalid or contains words: a view filters the queue and searches no texts.
    pub fn filters(&self, today: NaiveDate) -> Result<Vec<CaseFilter>, QueryError> {
        match self {
            Self::Known(view) => Ok(view.filters(today)),
            Self::Saved(saved) => view_filters(&saved.line, today),
            Self::Ending { ends, mine } => {
                let mine = mine.then_some(CaseFilter::Officer(Assignee::Mine));
                Ok(ends.filters(today).into_iter().chain(mine).collect())
            }
        }
    }
}

impl Say for QueueView {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Known(view) => view.say(lang),
            Self::Saved(saved) => saved.name.clone(),
            Self::Ending { ends, mine: false } => ends.say(lang),
            Self::Ending { ends, mine: true } => {
                text::MINE_OF.with(lang, &[("ends", &ends.say(lang))])
            }
        }
    }
}

/// Reads the conditions of a line of fields.
///
/// # Errors
/// The line is invalid, empty, or contains a word that is no field.
pub fn view_filters(line: &str, today: NaiveDate) -> Result<Vec<CaseFilter>, QueryError> {
    let wanted = SearchQuery::read(line, today)?;
    match wanted.words.first() {
        Some(word) => Err(QueryError::WordInView(word.letters.clone())),
        None if wanted.filters.is_empty() => Err(QueryError::EmptyView),
        None => Ok(wanted.filters),
    }
}
