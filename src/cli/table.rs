//! Rows of cells for people: aligned columns on a terminal or in a pipe, where Hangul is two cells wide; or sentences for
//! whoever listens.

use crate::form::text::{Alphabet, cut, pad, visible, width};

/// The widest a cell becomes.
const WIDEST: usize = 48;

/// How rows are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Manner {
    /// In columns under their names, long cells cut.
    #[default]
    Columns,
    /// Each row as a line of its cells, whole: nobody hears where a column stands.
    Sentences,
}

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
        let shown = |cell: String| visible(&cell, Alphabet::Unicode).into_owned();
        self.rows.push(cells.into_iter().map(shown).collect());
    }

    /// The lines in the manner that is asked for; nothing where there is no row.
    pub(super) fn told(&self, indent: &str, manner: Manner) -> String {
        match manner {
            Manner::Columns => self.render(indent),
            Manner::Sentences => self.sentences(),
        }
    }

    fn sentences(&self) -> String {
        let mut text = String::new();
        for row in self.rows.iter().skip(1) {
            let cells = row.iter().map(|cell| cell.trim().trim_end_matches('.'));
            let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
            text.push_str(&cells.join(". "));
            text.push('\n');
        }
        text
    }

    /// The lines in columns, each with `indent` before it; nothing where there is no row.
    pub(super) fn render(&self, indent: &str) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| width(cell)).max().unwrap_or(0).min(WIDEST)
        };
        let widths: Vec<usize> = (0..columns).map(widest).collect();
        let mut text = String::new();
        if self.rows.len() < 2 {
            return text;
        }
        for row in &self.rows {
            let padded = row.iter().zip(&widths);
            let cells: Vec<String> = padded
                .map(|(cell, width)| {
                    let cell = cut(cell, WIDEST, Alphabet::Unicode);
                    pad(&cell, *width, Alphabet::Unicode)
                })
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
        let long = "긴 글 ".repeat(30);
        table.row([long.clone(), String::new()]);
        assert!(table.render("").contains('…'));
        let told = table.told("  ", Manner::Sentences);
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(lines, ["a␛[2J. 1", "한글이름. 22", long.trim()]);
    }
}
