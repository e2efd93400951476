//! Rows of cells for people: aligned columns, where Hangul is two cells wide; or sentences for screen readers.

use crate::{
    form::{
        text::{Alphabet, cut, pad, visible, width},
        wrap::wrap,
    },
    words::{Lang, Phrase},
};

/// The widest a cell becomes.
const WIDEST: usize = 48;

/// Form in which rows are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TableStyle {
    /// In columns under their names: the last cell goes on below where it is long, the others are cut.
    Columns,
    /// Each row as a line of its cells, uncut: a screen reader does not convey columns.
    Sentences,
}

/// A heading and rows of cells. Control characters of foreign text are spelt out.
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

    /// A table with these columns in a language.
    pub(super) fn of<const N: usize>(names: [Phrase; N], lang: Lang) -> Self {
        Self::new(&names.map(|name| name.get(lang)))
    }

    /// Adds a row.
    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let shown = |cell: String| visible(&cell, Alphabet::Unicode).into_owned();
        self.rows.push(cells.into_iter().map(shown).collect());
    }

    /// The lines in a style, columns indented; empty without rows.
    pub(super) fn section(&self, style: TableStyle) -> String {
        match style {
            TableStyle::Columns => self.columns("  "),
            TableStyle::Sentences => self.sentences(),
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

    /// The lines in columns, each after `indent`; empty without rows.
    pub(super) fn columns(&self, indent: &str) -> String {
        let mut text = String::new();
        if self.rows.len() < 2 {
            return text;
        }
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| width(cell)).max().unwrap_or(0).min(WIDEST)
        };
        let widths: Vec<usize> = (0..columns).map(widest).collect();
        for row in &self.rows {
            let (last, others) = row
                .split_last()
                .map_or(("", &[][..]), |(last, others)| (last.as_str(), others));
            let padded = others.iter().zip(&widths).map(|(cell, width)| {
                let cell = cut(cell, WIDEST, Alphabet::Unicode);
                pad(&cell, *width, Alphabet::Unicode)
            });
            let mut before: String = padded.map(|cell| cell + "  ").collect();
            let pieces = if width(last) > WIDEST {
                wrap(last, WIDEST, Alphabet::Unicode)
            } else {
                vec![last.to_owned()]
            };
            for piece in pieces {
                text.push_str(indent);
                text.push_str(format!("{before}{piece}").trim_end());
                text.push('\n');
                before = " ".repeat(width(&before));
            }
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
            table.columns(" "),
            " 이름      n\n a␛[2J     1\n 한글이름  22\n"
        );
        assert_eq!(Table::new(&["이름"]).columns(""), "");
        let mut wrapped = Table::new(&["n", "이름"]);
        wrapped.row(["1".to_owned(), "가나 ".repeat(10)]);
        assert_eq!(
            wrapped.columns(""),
            format!("n  이름\n1  {}\n   가나\n", ["가나"; 9].join(" "))
        );
        let long = "긴 글 ".repeat(30);
        table.row([long.clone(), String::new()]);
        assert!(table.columns("").contains('…'));
        let text = table.section(TableStyle::Sentences);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines, ["a␛[2J. 1", "한글이름. 22", long.trim()]);
    }
}
