//! Views of the queue: those that every desk has, and those that a clerk has saved under a name.

use super::{Assignee, CaseFilter, CaseStatus, QueryError, SearchQuery};
use crate::{
    domain::find::DueWindow,
    words::{Lang, Phrase, Say, closed_set, outlook as text},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

closed_set! {
    /// A view that every desk has.
    BuiltinView {
        /// Everything with something to do.
        Open = "open", "모두", "all open";
        /// Theirs who look.
        Mine = "mine", "내 민원", "mine";
        /// Their department's.
        Department = "department", "우리 부서", "my department";
        /// Nobody's yet.
        Unassigned = "unassigned", "미배정", "unassigned";
        /// The time of the leading deadline is over.
        Overdue = "overdue", "초과", "overdue";
        /// The leading deadline ends today and is not over: what the line on top counts.
        Today = "today", "오늘", "due today";
        /// Time is stopped.
        Paused = "paused", "멈춤", "paused";
        /// The second step was recorded.
        StepTwo = "step2", "2차 조치", "step 2";
        /// The third step was recorded.
        StepThree = "step3", "3차 조치", "step 3";
    }
}

impl BuiltinView {
    /// What must hold of what it shows.
    pub fn only(self, today: NaiveDate) -> Vec<CaseFilter> {
        vec![match self {
            Self::Open => return Vec::new(),
            Self::Mine => CaseFilter::Officer(Assignee::Mine),
            Self::Department => CaseFilter::Department(Assignee::Mine),
            Self::Unassigned => CaseFilter::Officer(Assignee::Nobody),
            Self::Overdue => CaseFilter::Status(CaseStatus::Overdue),
            Self::Today => return DueWindow::On(today).only(today),
            Self::Paused => CaseFilter::Status(CaseStatus::Paused),
            Self::StepTwo => CaseFilter::Step(2),
            Self::StepThree => CaseFilter::Step(3),
        }]
    }
}

/// A view that a clerk has saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Its name.
    pub name: String,
    /// Its fields, as they are typed in a search: 오늘 is every day another one.
    pub line: String,
}

/// Which view of the queue is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QueueView {
    /// One that every desk has.
    Known(BuiltinView),
    /// One that was saved.
    Saved(SavedView),
    /// What ends then.
    Ending {
        /// When.
        ends: DueWindow,
        /// Only theirs who look.
        mine: bool,
    },
}

impl Default for QueueView {
    fn default() -> Self {
        Self::Known(BuiltinView::Open)
    }
}

impl QueueView {
    /// What must hold of what it shows.
    ///
    /// # Errors
    /// The line of a saved view is none, or names words: a view is a walk along the queue, not a search.
    pub fn only(&self, today: NaiveDate) -> Result<Vec<CaseFilter>, QueryError> {
        match self {
            Self::Known(view) => Ok(view.only(today)),
            Self::Saved(saved) => view_filters(&saved.line, today),
            Self::Ending { ends, mine } => {
                let mine = mine.then_some(CaseFilter::Officer(Assignee::Mine));
                Ok(ends.only(today).into_iter().chain(mine).collect())
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

/// What must hold by a line of fields.
///
/// # Errors
/// The line is none, holds nothing, or a word that is no field.
pub fn view_filters(line: &str, today: NaiveDate) -> Result<Vec<CaseFilter>, QueryError> {
    let wanted = SearchQuery::read(line, today)?;
    match wanted.words.first() {
        Some(word) => Err(QueryError::WordInView(word.letters.clone())),
        None if wanted.only.is_empty() => Err(QueryError::EmptyView),
        None => Ok(wanted.only),
    }
}
