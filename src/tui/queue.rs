//! The queue: a window of rows over an ordered list that is read by key, and the bar in it.
//!
//! It holds the rows that are shown and nothing else. The bar stays on its case when the list moves.

mod follow;
mod marks;
mod view;
mod window;

pub use marks::RowMarks;
pub use view::draw;
pub(crate) use view::{asks, is_near, left_text, remaining, style, style as style_of};
pub use window::Window;

use super::effect::{Effect, PageFor, Query};
use crate::{
    desk::{Filter, PageStart, QueueOrder, QueueQuery, QueueRow, RowKey},
    domain::find::{BuiltinView, QueueView},
};

/// A step of the bar.
#[derive(Clone, Copy, Debug)]
enum Step {
    Up,
    Down,
}

/// What the bar comes to.
#[derive(Debug)]
pub enum NextRow<'a> {
    /// A row of the window.
    Row(&'a QueueRow),
    /// The row that this reads: the list scrolls.
    Page(Box<Effect>),
}

/// The window and the bar.
#[derive(Debug, Default)]
pub struct QueueList {
    rows: Vec<QueueRow>,
    selected: usize,
    height: usize,
    /// The window begins where the list begins: what becomes more urgent than all others is shown.
    at_top: bool,
    order: QueueOrder,
    filter: Filter,
    viewed: QueueView,
    /// What is noted beside the rows.
    pub marks: RowMarks,
    /// How the bar was moved last.
    step: Option<Step>,
    /// What has followed on a slow line.
    progress: follow::SlowLineProgress,
    /// Someone else has written: the next rows show what has changed.
    watching: bool,
    /// The row that the bar stood on when the line was lost, until it is found again.
    lost: Option<RowKey>,
}

impl QueueList {
    /// The rows that are shown.
    pub fn rows(&self) -> &[QueueRow] {
        &self.rows
    }

    /// The row under the bar.
    pub fn selected(&self) -> Option<&QueueRow> {
        self.rows.get(self.selected)
    }

    /// What the bar comes to next if it goes on as it was moved last; nothing where it was not.
    pub fn next_row(&self) -> Option<NextRow<'_>> {
        let step = self.step?;
        let row = match step {
            Step::Up => self
                .selected
                .checked_sub(1)
                .and_then(|at| self.rows.get(at)),
            Step::Down => self.rows.get(self.selected + 1),
        };
        let scrolled = || match step {
            Step::Up => self.above(1),
            Step::Down => self.below(1),
        };
        row.map(NextRow::Row)
            .or_else(|| scrolled().map(Box::new).map(NextRow::Page))
    }

    /// Its place in the window.
    pub fn bar(&self) -> usize {
        self.selected
    }

    /// What a row is.
    pub fn order(&self) -> QueueOrder {
        self.order
    }

    /// Which rows are shown.
    pub fn filter(&self) -> Filter {
        self.filter
    }

    /// Which view is shown.
    pub fn viewed(&self) -> &QueueView {
        &self.viewed
    }

    /// True where not everything with something to do is shown.
    pub fn is_narrow(&self) -> bool {
        self.filter != Filter::Open || self.viewed != QueueView::default()
    }

    /// Gives the window its height; a shorter one keeps the bar in view, on a screen too small for any row as well.
    pub fn fit(&mut self, height: u16) {
        self.height = usize::from(height.max(1));
        if self.rows.len() > self.height {
            let first = (self.selected + 1).saturating_sub(self.height.max(1));
            self.at_top &= first == 0;
            self.rows.drain(..first);
            self.rows.truncate(self.height);
            self.selected -= first.min(self.selected);
        }
    }

    fn ask(&self, from: PageStart, limit: usize, what: PageFor) -> Effect {
        let ask = QueueQuery {
            order: self.order,
            filter: self.filter,
            from,
            limit: u32::try_from(limit).unwrap_or(u32::MAX),
            ..QueueQuery::default()
        };
        Effect::Read(Query::Page(self.viewed.clone(), ask, what))
    }

    /// Asks for the first rows.
    pub fn top(&self) -> Effect {
        self.ask(PageStart::Start, self.height, PageFor::Top)
    }

    /// Asks for the last rows.
    pub fn bottom(&self) -> Effect {
        self.ask(PageStart::End, self.height, PageFor::Bottom)
    }

    /// Asks for the same rows again: from the start of the list where they begin there, else from the one on top.
    pub fn again(&self) -> Effect {
        match self.rows.first() {
            Some(_) if self.at_top => self.ask(PageStart::Start, self.height, PageFor::Again),
            Some(row) => self.ask(PageStart::At(row.key.clone()), self.height, PageFor::Again),
            None => self.top(),
        }
    }

    /// Asks for the same rows again because someone else has written.
    pub fn watch(&mut self) -> Effect {
        self.watching = true;
        self.marks.others_wrote();
        self.again()
    }

    /// Marks the row under the bar, or takes its mark away, and goes on to the next.
    pub fn mark(&mut self) -> Option<Effect> {
        let row = self.rows.get(self.selected)?;
        self.marks.toggle(row);
        self.down()
    }

    /// Brings a row to the top of the window, with the bar on it.
    pub fn jump(&self, row: &QueueRow) -> Effect {
        self.ask(
            PageStart::At(row.key.clone()),
            self.height,
            PageFor::Jump(row.subject),
        )
    }

    /// What the bar leaves was looked at.
    fn leave(&mut self) {
        if let Some(row) = self.rows.get(self.selected) {
            self.marks.seen(row.subject);
        }
    }

    /// Moves the bar up; at the top edge the list scrolls.
    pub fn up(&mut self) -> Option<Effect> {
        self.leave();
        self.step = Some(Step::Up);
        if self.selected > 0 {
            self.selected -= 1;
            return None;
        }
        self.above(1)
    }

    /// Moves the bar down; at the bottom edge the list scrolls.
    pub fn down(&mut self) -> Option<Effect> {
        self.leave();
        self.step = Some(Step::Down);
        if self.selected + 1 < self.rows.len() {
            self.selected += 1;
            return None;
        }
        self.below(1)
    }

    /// Moves the bar to a row of the window.
    pub fn choose(&mut self, row: usize) {
        self.leave();
        self.selected = row.min(self.rows.len().saturating_sub(1));
    }

    /// Shows so many rows above; the bar stays where it is on the screen.
    pub fn turn_up(&self, rows: usize) -> Option<Effect> {
        self.above(rows.min(self.height))
    }

    /// Shows so many rows below; the bar stays where it is on the screen.
    pub fn turn_down(&self, rows: usize) -> Option<Effect> {
        self.below(rows.min(self.height))
    }

    /// Goes a page up.
    pub fn page_up(&mut self) -> Option<Effect> {
        self.above(self.height)
    }

    /// Goes a page down.
    pub fn page_down(&mut self) -> Option<Effect> {
        self.below(self.height)
    }

    fn above(&self, rows: usize) -> Option<Effect> {
        let first = self.rows.first()?;
        let from = PageStart::Before(first.key.clone());
        Some(self.ask(from, rows + 1, PageFor::Above(rows)))
    }

    fn below(&self, rows: usize) -> Option<Effect> {
        self.rows
            .last()
            .map(|row| self.ask(PageStart::After(row.key.clone()), rows, PageFor::Below))
    }

    /// Changes what a row is, and begins again at the top.
    pub fn toggle_order(&mut self) -> Effect {
        self.order = match self.order {
            QueueOrder::Case => QueueOrder::Deadline,
            QueueOrder::Deadline => QueueOrder::Case,
        };
        self.top()
    }

    /// Shows only what is overdue, or all that is open.
    pub fn toggle_overdue(&mut self) -> Effect {
        self.filter = match self.filter {
            Filter::Overdue => Filter::Open,
            Filter::Open | Filter::All => Filter::Overdue,
        };
        self.top()
    }

    /// Shows only the rows of who works here, or everyone's.
    pub fn toggle_mine(&mut self) -> Effect {
        let mine = QueueView::Known(BuiltinView::Mine);
        let viewed = if self.viewed == mine {
            QueueView::default()
        } else {
            mine
        };
        self.look(viewed)
    }

    /// Shows another view, from its top.
    pub fn look(&mut self, viewed: QueueView) -> Effect {
        self.viewed = viewed;
        self.top()
    }

    /// Takes rows in; asks for more where the list became shorter than its window.
    pub fn take(&mut self, rows: Vec<QueueRow>, what: PageFor) -> Option<Effect> {
        if self.watching && matches!(what, PageFor::Again | PageFor::AgainFromEnd) {
            self.marks.compare(&self.rows, &rows);
        }
        self.marks.shown(&rows);
        match what {
            PageFor::Top => {
                self.rows = rows;
                self.selected = 0;
                self.at_top = true;
            }
            PageFor::Bottom => {
                self.selected = rows.len().saturating_sub(1);
                self.at_top = rows.len() < self.height;
                self.rows = rows;
            }
            PageFor::Again if self.at_top && self.is_pushed_out(&rows) => {
                self.at_top = false;
                return Some(self.again());
            }
            PageFor::Again if !self.at_top && rows.len() < self.height && !self.rows.is_empty() => {
                return Some(self.ask(PageStart::End, self.height, PageFor::AgainFromEnd));
            }
            PageFor::Again => self.put(rows),
            PageFor::Resume => return self.found_again(rows),
            PageFor::Jump(_) => {
                self.at_top = false;
                self.selected = 0;
                self.rows = rows;
            }
            PageFor::AgainFromEnd => {
                self.at_top = rows.len() < self.height;
                self.put(rows);
            }
            PageFor::Below => self.scroll_down(rows),
            PageFor::Above(by) => self.scroll_up(rows, by),
        }
        None
    }

    /// True where new rows above have moved the row under the bar below the window.
    fn is_pushed_out(&self, rows: &[QueueRow]) -> bool {
        let was = self.selected().map(|row| row.key.place());
        let last = rows.last().map(|row| row.key.place());
        rows.len() >= self.height && last < was
    }

    /// Puts rows in place of the old ones; the bar stays on its row, or at its place where that is gone.
    fn put(&mut self, rows: Vec<QueueRow>) {
        let was = self
            .selected()
            .map(|row| (row.key.subject, row.key.deadline.clone()));
        let same = |row: &QueueRow| {
            was.as_ref().is_some_and(|(subject, deadline)| {
                row.key.subject == *subject && row.key.deadline == *deadline
            })
        };
        self.watching = false;
        let found = rows.iter().position(same);
        self.selected = found
            .unwrap_or(self.selected)
            .min(rows.len().saturating_sub(1));
        self.rows = rows;
    }

    fn scroll_down(&mut self, rows: Vec<QueueRow>) {
        if rows.is_empty() {
            self.selected = self.rows.len().saturating_sub(1);
            return;
        }
        let room = self.height.saturating_sub(self.rows.len());
        let gone = rows.len().saturating_sub(room).min(self.rows.len());
        self.rows.drain(..gone);
        self.at_top &= gone == 0;
        let one = rows.len() == 1;
        self.rows.extend(rows);
        self.selected = if one {
            self.rows.len() - 1
        } else {
            self.selected.min(self.rows.len() - 1)
        };
    }

    fn scroll_up(&mut self, mut rows: Vec<QueueRow>, by: usize) {
        let beyond = rows.len().saturating_sub(by);
        self.at_top = beyond == 0;
        rows.drain(..beyond);
        if rows.is_empty() {
            self.selected = 0;
            return;
        }
        rows.append(&mut self.rows);
        rows.truncate(self.height.max(1));
        self.rows = rows;
        self.selected = self.selected.min(self.rows.len() - 1);
    }
}
