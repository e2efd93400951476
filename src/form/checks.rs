//! A list of items to tick, as one control of a form: a row or more for each, one of them with the keys.
//!
//! Which items are offered may change while the form is filled in; what was ticked of those that went is remembered, and counts
//! again when they come back. Must not know what the items are.

use super::{
    Pick,
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
    /// The ids of the items that are offered and ticked, in their order, with commas between them.
    value: String,
}

impl Checks {
    pub(super) fn new(items: Vec<Pick>) -> Self {
        Self {
            items,
            ..Self::default()
        }
    }

    /// The ids of what is ticked, with commas between them.
    pub(super) fn value(&self) -> &str {
        &self.value
    }

    /// True where there is nothing to tick.
    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Each item with its mark, and whether it has the keys.
    pub(crate) fn items(&self) -> impl Iterator<Item = (&Pick, bool, bool)> {
        let items = self.items.iter().enumerate();
        items.map(|(at, item)| (item, self.ticked.contains(&item.id), at == self.at))
    }

    /// Offers other items in place of those that are offered.
    pub(super) fn offer(&mut self, items: Vec<Pick>) {
        self.items = items;
        self.at = self.at.min(self.items.len().saturating_sub(1));
        self.settle();
    }

    /// Ticks the items whose ids stand in a list with commas, and no others.
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

    /// Up and Down go from item to item and leave the list at its ends, the space bar and an item's digit tick.
    pub(super) fn take(&mut self, ask: EditCommand) -> Edit {
        match ask {
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
                let nth = digit.to_digit(10).and_then(|nth| usize::try_from(nth).ok());
                return match nth.and_then(|nth| nth.checked_sub(1)) {
                    Some(at) if at < self.items.len() => self.toggle(at),
                    _ => Edit::Ignored,
                };
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

    /// Ticks the item that stands in a row, or takes its tick away.
    pub(super) fn tick_at(&mut self, row: usize, cells: u16) -> Edit {
        let mut end = 0;
        let rows = self.rows(cells);
        let found = rows.iter().position(|rows| {
            end += rows.len();
            row < end
        });
        found.map_or(Edit::Ignored, |at| self.toggle(at))
    }

    /// The rows that each item takes at a width, its box included.
    pub(crate) fn rows(&self, cells: u16) -> Vec<Vec<String>> {
        let room = usize::from(cells).saturating_sub(BOX);
        let items = self.items.iter();
        items
            .map(|item| wrap(&item.name, room, Alphabet::Unicode))
            .collect()
    }

    /// The first row of the item that has the keys, and the row behind its last, at a width.
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
