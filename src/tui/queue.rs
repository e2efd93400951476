//! The queue: a window of rows over an ordered list that is read by key, and the bar in it.
//!
//! It holds only the rows shown. The bar stays on its case when the list moves.

mod follow;
mod marks;
mod view;
mod window;

pub use marks::RowMarks;
pub use view::draw;
pub(crate) use view::{category, left_text, remaining, requirement, style};
pub use window::Window;

use super::effect::{Effect, PageFor, Query};
use crate::{
    desk::{Filter, PageStart, QueueOrder, QueueQuery, QueueRow, RowKey},
    domain::find::{BuiltinView, QueueView},
};

/// A move of the bar by one row.
#[derive(Clone, Copy, Debug)]
enum Step {
    Up,
    Down,
}

/// What the bar moves to next.
#[derive(Debug)]
pub enum NextRow<'a> {
    Row(&'a QueueRow),
    /// The list scrolls to the row that this reads.
    Page(Box<Effect>),
}

/// The window and the bar.
#[derive(Debug, Default)]
pub struct QueueList {
    rows: Vec<QueueRow>,
    selected: usize,
    height: usize,
    /// The window begins where the list begins: a row that becomes the most urgent is shown.
    at_top: bool,
    /// What a row is.
    pub order: QueueOrder,
    pub filter: Filter,
    pub viewed: QueueView,
    pub marks: RowMarks,
    /// The last move of the bar.
    step: Option<Step>,
    progress: follow::SlowLineProgress,
    /// Another process has written: the next rows are compared with the present ones.
    watching: bool,
    /// The row under the bar when the line was lost, until it is found again.
    lost: Option<RowKey>,
}

impl QueueList {
    /// The rows shown.
    pub fn rows(&self) -> &[QueueRow] {
        &self.rows
    }

    /// The row under the bar.
    pub fn selected(&self) -> Option<&QueueRow> {
        self.rows.get(self.selected)
    }

    /// What the bar moves to if the last move is repeated; `None` before the first.
    pub fn next_row(&self) -> Option<NextRow<'_>> {
        let (at, page) = match self.step? {
            Step::Up => (self.selected.checked_sub(1), self.above(1)),
            Step::Down => (Some(self.selected + 1), self.below(1)),
        };
        let row = at.and_then(|at| self.rows.get(at)).map(NextRow::Row);
        row.or_else(|| page.map(Box::new).map(NextRow::Page))
    }

    /// The place of the bar in the window.
    pub fn bar(&self) -> usize {
        self.selected
    }

    /// True where not everything that is open is shown.
    pub fn is_narrow(&self) -> bool {
        self.filter != Filter::Open || self.viewed != QueueView::default()
    }

    /// Sets the height of the window, at least one row, and keeps the bar in it.
    pub fn fit(&mut self, height: u16) {
        self.height = usize::from(height.max(1));
        if self.rows.len() > self.height {
            let first = (self.selected + 1).saturating_sub(self.height);
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

    /// Asks for the same rows again: from the start of the list where they begin there, else from the top row.
    pub fn reload(&self) -> Effect {
        match self.rows.first() {
            Some(_) if self.at_top => self.ask(PageStart::Start, self.height, PageFor::Again),
            Some(row) => self.ask(PageStart::At(row.key.clone()), self.height, PageFor::Again),
            None => self.top(),
        }
    }

    /// Asks for the same rows again because another process has written.
    pub fn reload_after_write(&mut self) -> Effect {
        self.watching = true;
        self.marks.note_write();
        self.reload()
    }

    /// Marks or unmarks the row under the bar, and moves to the next.
    pub fn mark(&mut self) -> Option<Effect> {
        let row = self.rows.get(self.selected)?;
        self.marks.toggle(row);
        self.down()
    }

    /// Asks for a row as the top of the window, with the bar on it.
    pub fn jump(&self, row: &QueueRow) -> Effect {
        self.ask(
            PageStart::At(row.key.clone()),
            self.height,
            PageFor::Jump(row.subject),
        )
    }

    /// Notes that the row under the bar was seen.
    fn leave(&mut self) {
        if let Some(row) = self.rows.get(self.selected) {
            self.marks.note_seen(row.subject);
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

    /// Scrolls up by so many rows, at most a page; the bar keeps its place on the screen.
    pub fn scroll_rows_up(&self, rows: usize) -> Option<Effect> {
        self.above(rows.min(self.height))
    }

    /// Scrolls down by so many rows, at most a page; the bar keeps its place on the screen.
    pub fn scroll_rows_down(&self, rows: usize) -> Option<Effect> {
        self.below(rows.min(self.height))
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

    /// Switches between rows of cases and of deadlines, from the top.
    pub fn toggle_order(&mut self) -> Effect {
        self.order = match self.order {
            QueueOrder::Case => QueueOrder::Deadline,
            QueueOrder::Deadline => QueueOrder::Case,
        };
        self.top()
    }

    /// Switches between overdue and all open rows, from the top.
    pub fn toggle_overdue(&mut self) -> Effect {
        self.filter = match self.filter {
            Filter::Overdue => Filter::Open,
            Filter::Open | Filter::All => Filter::Overdue,
        };
        self.top()
    }

    /// Switches between the clerk's own rows and everyone's, from the top.
    pub fn toggle_mine(&mut self) -> Effect {
        let mine = QueueView::Known(BuiltinView::Mine);
        let viewed = if self.viewed == mine {
            QueueView::default()
        } else {
            mine
        };
        self.show_view(viewed)
    }

    /// Shows another view, from its top.
    pub fn show_view(&mut self, viewed: QueueView) -> Effect {
        self.viewed = viewed;
        self.top()
    }

    /// Takes in rows; asks for more where the list became shorter than its window.
    pub fn take(&mut self, rows: Vec<QueueRow>, what: PageFor) -> Option<Effect> {
        if self.watching && matches!(what, PageFor::Again | PageFor::AgainFromEnd) {
            self.marks.compare(&self.rows, &rows);
        }
        self.marks.note_shown(&rows);
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
                return Some(self.reload());
            }
            PageFor::Again if !self.at_top && rows.len() < self.height && !self.rows.is_empty() => {
                return Some(self.ask(PageStart::End, self.height, PageFor::AgainFromEnd));
            }
            PageFor::Again => self.put(rows),
            PageFor::Resume => return self.take_resumed(rows),
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

    /// True where new rows above have pushed the row under the bar below the window.
    fn is_pushed_out(&self, rows: &[QueueRow]) -> bool {
        let was = self.selected().map(|row| row.key.place());
        let last = rows.last().map(|row| row.key.place());
        rows.len() >= self.height && last < was
    }

    /// Replaces the rows; the bar stays on its row, or at its place where that is gone.
    fn put(&mut self, rows: Vec<QueueRow>) {
        let was = self.selected().map(|row| &row.key);
        let found = was.and_then(|key| position_of(key, &rows));
        self.watching = false;
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
        let last = self.rows.len() - 1;
        self.selected = if one { last } else { self.selected.min(last) };
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

/// The place of the row of a key among others, whatever its rank is there.
fn position_of(key: &RowKey, rows: &[QueueRow]) -> Option<usize> {
    let mut keys = rows.iter().map(|row| &row.key);
    keys.position(|other| other.subject == key.subject && other.deadline == key.deadline)
}
