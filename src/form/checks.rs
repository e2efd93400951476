//! A list of items to tick, as one control of a form: one or more rows per item, one of them focused.
//!
//! The items may change while the form is filled in; the tick of a removed item is remembered and counts again when it comes
//! back. Must not know what the items are.

use super::{
    Pick,
    control::digit_index,
    edit::{Edit, EditCommand, Move},
    text::Alphabet,
    wrap::wrap,
};
use std::collections::BTreeSet;

/// Cells of the box before an item, `[x] `.
pub(crate) const BOX: usize = 4;

/// Items to tick.
#[derive(Clone, Debug, Default)]
pub struct Checks {
    items: Vec<Pick>,
    at: usize,
    ticked: BTreeSet<String>,
    /// The ids of the ticked items in their order, separated by commas.
    value: String,
}

impl Checks {
    pub(super) fn new(items: Vec<Pick>) -> Self {
        Self {
            items,
            ..Self::default()
        }
    }

    /// The ids of the ticked items, separated by commas.
    pub(super) fn value(&self) -> &str {
        &self.value
    }

    /// True where there are no items.
    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Each item, whether it is ticked, and whether it is focused.
    pub(crate) fn items(&self) -> impl Iterator<Item = (&Pick, bool, bool)> {
        let items = self.items.iter().enumerate();
        items.map(|(at, item)| (item, self.ticked.contains(&item.id), at == self.at))
    }

    /// Replaces the items.
    pub(super) fn offer(&mut self, items: Vec<Pick>) {
        self.items = items;
        self.at = self.at.min(self.items.len().saturating_sub(1));
        self.settle();
    }

    /// Ticks the items of a list of ids separated by commas, and no others.
    pub(super) fn set(&mut self, list: &str) {
        let ids = list.split(',').map(str::trim).filter(|id| !id.is_empty());
        self.ticked = ids.map(str::to_owned).collect();
        self.settle();
    }

    fn settle(&mut self) {
        let ticked = self.items().filter(|(_, ticked, _)| *ticked);
        let ids: Vec<&str> = ticked.map(|(item, ..)| item.id.as_str()).collect();
        self.value = ids.join(",");
    }

    /// Applies a command: Up and Down move and leave the list at its ends, the space bar and an item's digit tick.
    pub(super) fn take(&mut self, command: EditCommand) -> Edit {
        match command {
            EditCommand::Go(Move::Up) | EditCommand::Select(Move::Up) if self.at > 0 => {
                self.at -= 1;
            }
            EditCommand::Go(Move::Down) | EditCommand::Select(Move::Down)
                if self.at + 1 < self.items.len() =>
            {
                self.at += 1;
            }
            EditCommand::Type(' ') => return self.toggle(self.at),
            EditCommand::Type(digit) => {
                let at = digit_index(digit);
                return at.map_or(Edit::Ignored, |at| self.toggle(at));
            }
            _ => return Edit::Ignored,
        }
        Edit::Moved
    }

    fn toggle(&mut self, at: usize) -> Edit {
        let Some(item) = self.items.get(at) else {
            return Edit::Ignored;
        };
        self.at = at;
        if !self.ticked.remove(&item.id) {
            self.ticked.insert(item.id.clone());
        }
        self.settle();
        Edit::Changed
    }

    /// Toggles the item in a row.
    pub(super) fn tick_at(&mut self, row: usize, cells: u16) -> Edit {
        let mut end = 0;
        let rows = self.rows(cells);
        let found = rows.iter().position(|rows| {
            end += rows.len();
            row < end
        });
        found.map_or(Edit::Ignored, |at| self.toggle(at))
    }

    /// The rows of each item at a width, the box included.
    pub(crate) fn rows(&self, cells: u16) -> Vec<Vec<String>> {
        let room = usize::from(cells).saturating_sub(BOX);
        let rows = |item: &Pick| wrap(&item.name, room, Alphabet::Unicode);
        self.items.iter().map(rows).collect()
    }

    /// The rows of the focused item at a width: the first, and the one behind the last.
    pub(crate) fn place(&self, cells: u16) -> (u16, u16) {
        let rows = self.rows(cells);
        let before: usize = rows.iter().take(self.at).map(Vec::len).sum();
        let after = before + rows.get(self.at).map_or(0, Vec::len);
        let row = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        (row(before), row(after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checks() -> Checks {
        let names = [("a/1", "가나 다라"), ("a/2", "마"), ("b/1", "바")];
        Checks::new(names.map(|(id, name)| Pick::new(id, name)).to_vec())
    }

    #[test]
    fn a_click_ticks_the_item_of_its_row() {
        // The first item takes two rows there.
        for (row, value) in [(0, "a/1"), (1, "a/1"), (2, "a/2"), (3, "b/1"), (4, "")] {
            let mut checks = checks();
            checks.tick_at(row, 9);
            assert_eq!(checks.value(), value, "{row}");
        }
    }

    #[test]
    fn keys_go_from_item_to_item_and_tick() {
        let mut checks = checks();
        for (ask, edit, value) in [
            (EditCommand::Go(Move::Up), Edit::Ignored, ""),
            (EditCommand::Type(' '), Edit::Changed, "a/1"),
            (EditCommand::Go(Move::Down), Edit::Moved, "a/1"),
            (EditCommand::Go(Move::Down), Edit::Moved, "a/1"),
            (EditCommand::Go(Move::Down), Edit::Ignored, "a/1"),
            (EditCommand::Type(' '), Edit::Changed, "a/1,b/1"),
            (EditCommand::Type('2'), Edit::Changed, "a/1,a/2,b/1"),
            (EditCommand::Type('1'), Edit::Changed, "a/2,b/1"),
            (EditCommand::Type('4'), Edit::Ignored, "a/2,b/1"),
            (EditCommand::Type('0'), Edit::Ignored, "a/2,b/1"),
            (EditCommand::Break, Edit::Ignored, "a/2,b/1"),
        ] {
            assert_eq!(checks.take(ask), edit, "{ask:?}");
            assert_eq!(checks.value(), value, "{ask:?}");
        }
    }

    #[test]
    fn what_is_not_offered_does_not_count_and_is_remembered() {
        let mut checks = checks();
        checks.set("b/1, a/1,strange/1");
        assert_eq!(checks.value(), "a/1,b/1", "in the order of the list");
        checks.offer(vec![Pick::new("b/1", "바")]);
        assert_eq!(checks.value(), "b/1");
        checks.offer(Vec::new());
        assert!(checks.is_empty() && checks.value().is_empty());
        assert_eq!(checks.take(EditCommand::Type(' ')), Edit::Ignored);
        checks.offer(self::checks().items);
        assert_eq!(checks.value(), "a/1,b/1");
        checks.set("");
        assert_eq!(checks.value(), "");
    }

    #[test]
    fn a_long_item_takes_more_rows() {
        let mut checks = checks();
        assert_eq!(
            checks.rows(8),
            [vec!["가나", "다라"], vec!["마"], vec!["바"]]
        );
        assert_eq!(checks.place(8), (0, 2));
        checks.take(EditCommand::Type('3'));
        assert_eq!(checks.place(8), (3, 4));
    }
}
