//! Wraps text into rows, at blanks where possible, else between graphemes. Must not know forms.

use super::text::{Alphabet, head, visible_lines, width};

/// The rows of a text for display, at most `cells` wide; only empty lines give empty rows.
pub fn wrap(text: &str, cells: usize, alphabet: Alphabet) -> Vec<String> {
    // Two cells hold any grapheme.
    let cells = cells.max(2);
    let mut rows = Vec::new();
    for line in visible_lines(text, alphabet) {
        let mut rest = line.trim_end();
        while width(rest) > cells {
            let fits = head(rest, cells);
            let blank = match rest.get(fits.len()..) {
                Some(after) if after.starts_with(' ') => Some(fits.len()),
                _ => fits.rfind(' ').filter(|at| *at > 0),
            };
            let (row, after) = rest.split_at(blank.unwrap_or(fits.len()));
            rows.push(row.trim_end().to_owned());
            rest = after.trim_start();
        }
        rows.push(rest.to_owned());
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_breaks_at_a_blank_and_never_within_a_wide_character() {
        for (text, cells, rows) in [
            ("가나 다라", 10, vec!["가나 다라"]),
            ("가나 다라", 8, vec!["가나", "다라"]),
            ("가나 다라", 4, vec!["가나", "다라"]),
            ("가나다라", 5, vec!["가나", "다라"]),
            ("a\n\nb", 5, vec!["a", "", "b"]),
            ("\u{1b}[2J", 9, vec!["␛[2J"]),
            ("ab cd ef", 5, vec!["ab cd", "ef"]),
        ] {
            assert_eq!(wrap(text, cells, Alphabet::Unicode), rows, "{text} {cells}");
        }
    }
}
