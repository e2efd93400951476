//! Views of the queue: those that every desk has, and those that a clerk has saved under a name.

use super::{Fault, Only, Standing, Wanted, Who};
use crate::{
    domain::find::Ends,
    words::{Lang, Phrase, Say, closed_set, outlook as text},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

closed_set! {
    /// A view that every desk has.
    View {
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

impl View {
    /// What must hold of what it shows.
    pub fn only(self, today: NaiveDate) -> Vec<Only> {
        vec![match self {
            Self::Open => return Vec::new(),
            Self::Mine => Only::Officer(Who::Mine),
            Self::Department => Only::Department(Who::Mine),
            Self::Unassigned => Only::Officer(Who::Nobody),
            Self::Overdue => Only::Standing(Standing::Overdue),
            Self::Today => return Ends::On(today).only(today),
            Self::Paused => Only::Standing(Standing::Paused),
            Self::StepTwo => Only::Step(2),
            Self::StepThree => Only::Step(3),
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
pub enum Viewed {
    /// One that every desk has.
    Known(View),
    /// One that was saved.
    Saved(SavedView),
    /// What ends then.
    Ending {
        /// When.
        ends: Ends,
        /// Only theirs who look.
        mine: bool,
    },
}

impl Default for Viewed {
    fn default() -> Self {
        Self::Known(View::Open)
    }
}

impl Viewed {
    /// What must hold of what it shows.
    ///
    /// # Errors
    /// The line of a saved view is none, or names words: a view is a walk along the queue, not a search.
    pub fn only(&self, today: NaiveDate) -> Result<Vec<Only>, Fault> {
        match self {
            Self::Known(view) => Ok(view.only(today)),
            Self::Saved(saved) => fields(&saved.line, today),
            Self::Ending { ends, mine } => {
                let mine = mine.then_some(Only::Officer(Who::Mine));
                Ok(ends.only(today).into_iter().chain(mine).collect())
            }
        }
    }
}

impl Say for Viewed {
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
pub fn fields(line: &str, today: NaiveDate) -> Result<Vec<Only>, Fault> {
    let wanted = Wanted::read(line, today)?;
    match wanted.words.first() {
        Some(word) => Err(Fault::WordInView(word.letters.clone())),
        None if wanted.only.is_empty() => Err(Fault::EmptyView),
        None => Ok(wanted.only),
    }
}
