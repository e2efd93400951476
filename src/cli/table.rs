//! Aligned columns on a terminal or in a pipe, where Hangul is two cells wide.

use crate::tui::{
    symbols::Alphabet,
    text::{cut, pad, visible, width},
};

/// The widest a cell becomes.
const WIDEST: usize = 48;

/// A heading and rows of cells. Text from outside is shown with everything that steers a terminal spelt out.
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these column names.
    pub(super) fn new(names: &[&str]) -> Self {
        Self {
            rows: vec![names.iter().map(|name| (*name).to_owned()).collect()],
        }
    }

    /// Adds a row.
    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let shown = |cell: String| {
            cut(
                &visible(&cell, Alphabet::Unicode),
                WIDEST,
                Alphabet::Unicode,
            )
            .into_owned()
        };
        self.rows.push(cells.into_iter().map(shown).collect());
    }

    /// The lines, each with `indent` before it; nothing where there is no row.
    pub(super) fn render(&self, indent: &str) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| width(cell)).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(widest).collect();
        let mut text = String::new();
        if self.rows.len() < 2 {
            return text;
        }
        for row in &self.rows {
            let padded = row.iter().zip(&widths);
            let cells: Vec<String> = padded
                .map(|(cell, width)| pad(cell, *width, Alphabet::Unicode))
                .collect();
            text.push_str(indent);
            text.push_str(cells.join("  ").trim_end());
            text.push('\n');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_one_another_and_nothing_steers_the_terminal() {
        let mut table = Table::new(&["이름", "n"]);
        table.row(["a\u{1b}[2J".to_owned(), "1".to_owned()]);
        table.row(["한글이름".to_owned(), "22".to_owned()]);
        assert_eq!(
            table.render(" "),
            " 이름      n\n a␛[2J     1\n 한글이름  22\n"
        );
        assert_eq!(Table::new(&["이름"]).render(""), "");
    }
}
