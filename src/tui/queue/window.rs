//! The window of the queue in a form that outlives the program.
//!
//! Must not know how rows are read.

use super::{
    super::effect::{Effect, PageFor},
    QueueList, position_of,
};
use crate::{
    desk::{Filter, PageStart, QueueOrder, QueueRow, RowKey},
    domain::{find::QueueView, subject::Subject},
};
use serde::{Deserialize, Serialize};

/// The part of the queue that is shown, and the bar in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// One row for each deadline.
    by_deadline: bool,
    overdue: bool,
    viewed: QueueView,
    /// The key of the top row; `None` where the window begins where the list begins.
    top: Option<String>,
    /// The key of the row under the bar, and its place in the window.
    bar: Option<(String, usize)>,
    /// The marked subjects, with how many facts they had.
    marked: Vec<(Subject, u32)>,
}

impl Window {
    /// True for the top of the default queue, where every start begins.
    pub(in crate::tui) fn is_the_start(&self) -> bool {
        let start = Self {
            bar: self.bar.clone().filter(|(_, row)| *row == 0),
            ..Self::default()
        };
        *self == start
    }
}

impl QueueList {
    /// The window as it is now.
    pub fn window(&self) -> Window {
        let top = self.rows.first().filter(|_| !self.at_top);
        let marked = self.marks.marked().iter();
        Window {
            by_deadline: self.order == QueueOrder::Deadline,
            overdue: self.filter == Filter::Overdue,
            viewed: self.viewed.clone(),
            top: top.map(|row| row.key.to_string()),
            bar: self
                .selected()
                .map(|row| (row.key.to_string(), self.selected)),
            marked: marked.map(|(subject, facts)| (*subject, *facts)).collect(),
        }
    }

    /// Asks for a window as it was; for the top where its keys cannot be read.
    pub(in crate::tui) fn resume(&mut self, window: &Window) -> Effect {
        self.order = if window.by_deadline {
            QueueOrder::Deadline
        } else {
            QueueOrder::Case
        };
        self.filter = if window.overdue {
            Filter::Overdue
        } else {
            Filter::Open
        };
        self.viewed = window.viewed.clone();
        self.marks.restore(&window.marked);
        let key = |word: &String| word.parse::<RowKey>().ok();
        let (bar, row) = window.bar.clone().unzip();
        self.lost = bar.as_ref().and_then(key);
        self.selected = row.unwrap_or_default();
        let top = window.top.as_ref().and_then(key);
        self.at_top = top.is_none();
        let from = top.map_or(PageStart::Start, PageStart::At);
        self.ask(from, self.height, PageFor::Resume)
    }

    /// Takes in the rows of [`QueueList::resume`]; where the bar's row is not among them, asks for those from it on.
    pub(super) fn take_resumed(&mut self, rows: Vec<QueueRow>) -> Option<Effect> {
        let short = rows.len() < self.height && !self.at_top;
        let lost = self.lost.take();
        let found = lost.as_ref().map(|key| position_of(key, &rows));
        self.selected = found
            .flatten()
            .unwrap_or(self.selected)
            .min(rows.len().saturating_sub(1));
        let gone = found == Some(None);
        self.rows = rows;
        match lost.filter(|_| gone && self.rows.len() >= self.height) {
            Some(key) => {
                self.at_top = false;
                self.selected = 0;
                Some(self.ask(PageStart::At(key), self.height, PageFor::Resume))
            }
            None => short.then(|| self.ask(PageStart::End, self.height, PageFor::AgainFromEnd)),
        }
    }
}
