//! Which stretch of the queue is shown, in words that outlive the program.
//!
//! Must not know how rows are read.

use super::{
    super::effect::{Effect, PageFor},
    QueueList,
};
use crate::{
    desk::{Filter, PageStart, QueueOrder, QueueRow, RowKey},
    domain::{find::QueueView, subject::Subject},
};
use serde::{Deserialize, Serialize};

/// The stretch of the queue that is shown, and the bar in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// One row for each deadline.
    by_deadline: bool,
    /// CaseFilter what is overdue.
    overdue: bool,
    viewed: QueueView,
    /// The key of the row on top; none where the window begins where the list does.
    top: Option<String>,
    /// The key of the row under the bar, and which row of the window that is.
    bar: Option<(String, usize)>,
    /// What is marked, with how many facts it had.
    marked: Vec<(Subject, u32)>,
}

impl Window {
    /// True for the top of the queue as it comes, where every start begins.
    pub(in crate::tui) fn is_the_start(&self) -> bool {
        let begun = Self {
            bar: self.bar.clone().filter(|(_, row)| *row == 0),
            ..Self::default()
        };
        *self == begun
    }
}

impl QueueList {
    /// The stretch that is shown.
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

    /// Asks for a stretch as it was; where what was written down of it cannot be read, for the top.
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
        self.marks.mark(&window.marked);
        let key = |word: &String| word.parse::<RowKey>().ok();
        let (bar, row) = window.bar.clone().unzip();
        self.lost = bar.as_ref().and_then(key);
        self.selected = row.unwrap_or_default();
        let top = window.top.as_ref().and_then(key);
        self.at_top = top.is_none();
        let from = top.map_or(PageStart::Start, PageStart::At);
        self.ask(from, self.height, PageFor::Resume)
    }

    /// Takes the rows of [`QueueList::resume`] in; where the bar's row is not among them, asks for those from it on.
    pub(super) fn found_again(&mut self, rows: Vec<QueueRow>) -> Option<Effect> {
        let short = rows.len() < self.height && !self.at_top;
        let lost = self.lost.take();
        let same = |key: &RowKey| {
            let on =
                |row: &QueueRow| row.key.subject == key.subject && row.key.deadline == key.deadline;
            rows.iter().position(on)
        };
        let found = lost.as_ref().map(same);
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
