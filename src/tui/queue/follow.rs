//! What is drawn late on a slow line: the keys at the bottom, then the remaining columns row by row, while no key comes in.
//!
//! A page of rows with every column takes two seconds at 9600 baud, a lean one takes one. Row by row, a key never waits for
//! more than one row. On a quick line only the first frame is lean. Must not know how rows are drawn.

use super::QueueList;
use crate::desk::RowKey;

/// What is drawn in full.
#[derive(Debug, Default)]
pub(super) struct SlowLineProgress {
    /// The keys at the bottom.
    keys: bool,
    /// The rows that show all their columns.
    rows: Vec<RowKey>,
}

impl QueueList {
    /// True where something is not drawn yet.
    pub fn is_incomplete(&self) -> bool {
        !self.progress.keys || self.next_lean().is_some()
    }

    /// True where the keys at the bottom are drawn.
    pub fn shows_keys(&self) -> bool {
        self.progress.keys
    }

    /// True where a row of the window shows all its columns.
    pub fn is_full(&self, key: &RowKey) -> bool {
        self.progress.rows.contains(key)
    }

    /// Completes the next part: the keys at the bottom, then the row under the bar, then the others from the top.
    pub fn complete_next(&mut self) {
        if !std::mem::replace(&mut self.progress.keys, true) {
            return;
        }
        if let Some(key) = self.next_lean().cloned() {
            let rows = &self.rows;
            let shown = |key: &RowKey| rows.iter().any(|row| row.key == *key);
            self.progress.rows.retain(shown);
            self.progress.rows.push(key);
        }
    }

    /// Notes that all is drawn in full, which it was before the line turned out to be slow.
    pub fn complete_all(&mut self) {
        self.progress.keys = true;
        self.progress.rows = self.rows.iter().map(|row| row.key.clone()).collect();
    }

    /// The next row to show all its columns.
    fn next_lean(&self) -> Option<&RowKey> {
        let bar = self.selected().into_iter();
        let mut keys = bar.chain(&self.rows).map(|row| &row.key);
        keys.find(|key| !self.is_full(key))
    }
}

#[cfg(test)]
mod tests {
    use crate::tui::{front::Front, model::Msg};
    use ratatui::crossterm::event::KeyCode;

    /// Which rows of the window show all their columns.
    fn full(front: &Front) -> Vec<bool> {
        let queue = &front.model.queue;
        let rows = queue.rows().iter();
        rows.map(|row| queue.is_full(&row.key)).collect()
    }

    #[test]
    fn the_row_under_the_bar_comes_first_and_then_the_others_from_the_top() {
        let mut front = Front::new(8, (80, 8 + 16));
        front.model.shared.thrifty = true;
        for _ in 0..3 {
            front.press(KeyCode::Down);
        }
        front.send(Msg::Quiet);
        assert!(front.model.queue.shows_keys());
        assert!(full(&front).iter().all(|full| !full));
        let mut follows = |expected: &[usize]| {
            front.send(Msg::Quiet);
            let full = full(&front);
            let places: Vec<usize> = (0..full.len()).filter(|at| full[*at]).collect();
            assert_eq!(places, expected);
        };
        follows(&[3]);
        follows(&[0, 3]);
        follows(&[0, 1, 3]);
    }

    #[test]
    fn rows_that_scroll_stay_full_and_those_that_left_are_forgotten() {
        let mut front = Front::new(40, (80, 24));
        front.model.shared.thrifty = true;
        while front.model.lacks() {
            front.send(Msg::Quiet);
        }
        let height = front.model.queue.rows().len();
        for _ in 0..=height {
            front.press(KeyCode::Down);
        }
        let full_rows = full(&front).iter().filter(|full| **full).count();
        assert_eq!(full_rows, height - 2, "two have scrolled in");
        front.press(KeyCode::End);
        front.press(KeyCode::Home);
        front.press(KeyCode::End);
        while front.model.lacks() {
            front.send(Msg::Quiet);
        }
        assert_eq!(front.model.queue.progress.rows.len(), height);
    }

    #[test]
    fn what_was_drawn_before_the_line_was_known_to_be_slow_has_followed() {
        let mut front = Front::new(40, (80, 24));
        front.model.queue.complete_all();
        front.model.shared.thrifty = true;
        assert!(!front.model.lacks());
        front.press(KeyCode::PageDown);
        assert!(front.model.lacks());
    }
}
