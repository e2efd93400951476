//! What the screens put on their rows: columns, wrapped text, headings, and the stretch of a list that is seen.
//!
//! Knows styles and marks. Must not know cases, charters or what is listed.

use super::{
    field::LineField,
    keymap::Action,
    screen::Shared,
    symbols::Alphabet,
    targets::{Drawing, Target},
    text::{cut, head, pad, visible, visible_lines, width},
};
use ratatui::{
    Frame,
    buffer::Buffer,
    layout::Rect,
    style::{Color, Style},
    text::{Line, Span},
};
use std::ops::Range;

/// Which of so many rows is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pick {
    pub(super) at: usize,
}

impl Pick {
    /// Moves among `total` rows, a page being `page` of them; false where the action is no movement.
    pub(super) fn moved(&mut self, action: Action, total: usize, page: usize) -> bool {
        let last = total.saturating_sub(1);
        self.at = match action {
            Action::Up => self.at.saturating_sub(1),
            Action::Down => self.at + 1,
            Action::PageUp => self.at.saturating_sub(page),
            Action::PageDown => self.at + page,
            Action::First => 0,
            Action::Last => last,
            _ => return false,
        }
        .min(last);
        true
    }
}

/// The rows between the line on top and the line at the bottom.
pub(super) fn body_rows(shared: &Shared) -> usize {
    usize::from(shared.size.1.saturating_sub(2))
}

/// The rows that are seen of a list, so that the chosen one is among them, in the middle where it can be.
pub(super) fn seen(at: usize, total: usize, height: usize) -> Range<usize> {
    let first = at
        .saturating_sub(height / 2)
        .min(total.saturating_sub(height));
    first..total.min(first + height)
}

/// A text in rows of at most `cells` cells, broken at blanks; a word that is longer is broken between its letters.
pub(super) fn wrapped(text: &str, cells: usize, alphabet: Alphabet) -> Vec<String> {
    let cells = cells.max(2);
    let mut out = Vec::new();
    for line in visible_lines(text, alphabet) {
        let mut row = String::new();
        for word in line.split(' ') {
            let gap = usize::from(!row.is_empty());
            if width(&row) + gap + width(word) <= cells {
                row.push_str(" ".get(..gap).unwrap_or_default());
                row.push_str(word);
                continue;
            }
            if !row.is_empty() {
                out.push(std::mem::take(&mut row));
            }
            row.push_str(broken(word, cells, &mut out));
        }
        out.push(row);
    }
    out
}

/// Puts the full rows of a long word into `out` and gives back what is left of it.
fn broken<'a>(word: &'a str, cells: usize, out: &mut Vec<String>) -> &'a str {
    let mut rest = word;
    while width(rest) > cells {
        let first = head(rest, cells);
        let Some(after) = rest.get(first.len()..).filter(|_| !first.is_empty()) else {
            break;
        };
        out.push(first.to_owned());
        rest = after;
    }
    rest
}

/// A text from data in exactly `cells` cells.
pub(super) fn cell(text: &str, cells: usize, alphabet: Alphabet) -> String {
    pad(&visible(text, alphabet), cells, alphabet)
}

/// Texts from data in columns of these widths, a blank between them; a column of no width is left out.
pub(super) fn columns<'a>(
    texts: impl IntoIterator<Item = (&'a str, usize, Style)>,
    alphabet: Alphabet,
) -> Line<'static> {
    let mut spans = Vec::new();
    for (text, cells, style) in texts.into_iter().filter(|(_, cells, _)| *cells > 0) {
        if !spans.is_empty() {
            spans.push(Span::raw(" "));
        }
        spans.push(Span::styled(cell(text, cells, alphabet), style));
    }
    Line::from(spans)
}

/// Draws a line on the row of an area; nothing where the area has no such row.
pub(super) fn put(buffer: &mut Buffer, area: Rect, row: usize, line: &Line<'_>) {
    let Ok(row) = u16::try_from(row) else { return };
    let area = area.intersection(buffer.area);
    if row < area.height {
        buffer.set_line(area.x, area.y + row, line, area.width);
    }
}

/// Draws a text from data on a row of an area, cut to fit.
pub(super) fn put_text(
    buffer: &mut Buffer,
    area: Rect,
    row: usize,
    (text, style): (&str, Style),
    alphabet: Alphabet,
) {
    let shown = visible(text, alphabet);
    let shown = cut(&shown, usize::from(area.width), alphabet);
    put(buffer, area, row, &Line::styled(shown.into_owned(), style));
}

/// Draws a title with a note at its right and a rule beneath; gives back the rest of the area.
pub(super) fn headed(
    buffer: &mut Buffer,
    area: Rect,
    (title, note): (&str, &str),
    shared: &Drawing<'_>,
) -> Rect {
    let alphabet = shared.symbols.alphabet;
    let cells = usize::from(area.width);
    let (title, note) = (visible(title, alphabet), visible(note, alphabet));
    // The note gives way before the title does, but for a title that fills the line.
    let least = width(&title).min(cells / 2);
    let note = cut(&note, cells.saturating_sub(least + 3), alphabet);
    let title_cells = cells.saturating_sub(width(&note) + 2);
    let line = Line::from(vec![
        Span::raw(" "),
        Span::styled(pad(&title, title_cells, alphabet), shared.theme.heading),
        Span::styled(note.into_owned(), shared.theme.dim),
    ]);
    put(buffer, area, 0, &line);
    rule(buffer, area, 1, shared);
    below(area, 2)
}

/// Draws a line across an area.
pub(super) fn rule(buffer: &mut Buffer, area: Rect, row: usize, shared: &Drawing<'_>) {
    let line = shared
        .symbols
        .border
        .horizontal_top
        .repeat(usize::from(area.width));
    put(buffer, area, row, &Line::styled(line, shared.theme.frame));
}

/// The area without its first rows.
pub(super) fn below(area: Rect, rows: usize) -> Rect {
    let rows = u16::try_from(rows).unwrap_or(u16::MAX).min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// The first rows of an area.
pub(super) fn top(area: Rect, rows: usize) -> Rect {
    Rect {
        height: u16::try_from(rows).unwrap_or(u16::MAX).min(area.height),
        ..area
    }
}

/// A heading after a blank.
pub(super) fn heading(text: &str, shared: &Shared) -> Line<'static> {
    Line::styled(format!(" {text}"), shared.theme.heading)
}

/// A line after a blank.
pub(super) fn indented(mut line: Line<'static>) -> Line<'static> {
    line.spans.insert(0, Span::raw(" "));
    line
}

/// Texts broken into rows of at most `cells` cells, each with the style of its text.
pub(super) fn wrapped_all(
    texts: impl IntoIterator<Item = (String, Style)>,
    cells: usize,
    alphabet: Alphabet,
) -> Vec<(String, Style)> {
    texts
        .into_iter()
        .flat_map(|(text, style)| {
            let rows = wrapped(&text, cells, alphabet);
            rows.into_iter().map(move |row| (row, style))
        })
        .collect()
}

/// Draws texts from a row of an area on, broken to its width, a blank on either side; gives back the row after them.
pub(super) fn put_texts(
    buffer: &mut Buffer,
    area: Rect,
    row: usize,
    texts: impl IntoIterator<Item = (String, Style)>,
    alphabet: Alphabet,
) -> usize {
    let rows = wrapped_all(texts, usize::from(area.width).saturating_sub(2), alphabet);
    for (at, (text, style)) in rows.iter().enumerate() {
        put_text(
            buffer,
            area,
            row + at,
            (&format!(" {text}"), *style),
            alphabet,
        );
    }
    row + rows.len()
}

/// Rows of a text after a head: the head stands before the first row, blanks of its width before the others.
pub(super) fn after_head(
    head: &Span<'static>,
    rows: Vec<String>,
    style: Style,
) -> impl Iterator<Item = Line<'static>> {
    let blank = Span::raw(" ".repeat(head.width()));
    let heads = std::iter::once(head.clone()).chain(std::iter::repeat(blank));
    let rows = heads.zip(rows);
    rows.map(move |(head, row)| Line::from(vec![head, Span::styled(row, style)]))
}

/// A numbered entry in rows: the first is set in by two cells, the others by five.
pub(super) fn entry_rows(text: &str, cells: usize, shared: &Shared) -> Vec<Line<'static>> {
    let room = cells.saturating_sub(6);
    let rows = wrapped(text.trim_end(), room, shared.symbols.alphabet);
    let indents = std::iter::once("  ").chain(std::iter::repeat("     "));
    let rows = indents.zip(rows);
    rows.map(|(indent, row)| Line::styled(format!("{indent}{row}"), shared.theme.text))
        .collect()
}

/// Divides an area into its first `cells` columns and the others.
pub(super) fn beside(area: Rect, cells: u16) -> (Rect, Rect) {
    let width = cells.min(area.width);
    let right = Rect {
        x: area.x + width,
        width: area.width - width,
        ..area
    };
    (Rect { width, ..area }, right)
}

/// Draws a line down the first column of an area.
pub(super) fn column_rule(buffer: &mut Buffer, area: Rect, shared: &Drawing<'_>) {
    let border = shared.symbols.border.vertical_left;
    for row in area.intersection(buffer.area).rows() {
        buffer.set_string(row.x, row.y, border, shared.theme.frame);
    }
}

/// Draws the rows of a list that are seen, the bar on the chosen one, and says at the right where there are more.
///
/// Each row is one cell narrower than the area on either side: for the mark of the chosen one, and for that of more.
pub(super) fn list<T>(
    buffer: &mut Buffer,
    area: Rect,
    (pick, rows): (Pick, &[T]),
    shared: &Drawing<'_>,
    line_of: impl Fn(&T) -> Line<'static>,
) {
    let total = rows.len();
    let range = seen(pick.at, total, usize::from(area.height));
    let target = Target::List {
        first: range.start,
        chosen: pick.at,
        total,
    };
    shared.target(area.intersection(buffer.area), target);
    // A wide character would hide the mark of more, or be split by it.
    let inner = Rect {
        width: area.width.saturating_sub(1),
        ..area
    };
    let seen = rows.get(range.clone()).unwrap_or_default();
    for (row, item) in seen.iter().enumerate() {
        let chosen = range.start + row == pick.at;
        let mark = if chosen {
            shared.symbols.selected
        } else {
            shared.symbols.unselected
        };
        let mut line = line_of(item);
        if chosen {
            for span in &mut line.spans {
                // One bar, not one of many colours: only what is bold or underlined stays.
                span.style.fg = None::<Color>;
                span.style.bg = None::<Color>;
            }
        }
        line.spans.insert(0, Span::raw(mark));
        put(buffer, inner, row, &line);
        if chosen {
            let bar = top(below(area, row), 1).intersection(buffer.area);
            buffer.set_style(bar, shared.theme.bar);
        }
    }
    more(buffer, area, (range.start > 0, range.end < total), shared);
}

/// Draws a field to find by on the first row of an area, with the real cursor in it.
pub(super) fn typed_line(
    field: &LineField,
    frame: &mut Frame<'_>,
    area: Rect,
    shared: &Drawing<'_>,
) {
    let place = Rect {
        x: area.x + area.width.min(2),
        width: area.width.saturating_sub(4),
        height: area.height.min(1),
        ..area
    };
    let mark = Line::styled(">", shared.theme.focus);
    put(frame.buffer_mut(), area, 0, &mark);
    field.draw(place, &shared.theme, frame.buffer_mut());
    shared.target(place, Target::Line);
    if place.width > 0 && place.height > 0 {
        let (x, y) = field.caret(place.width, place.height);
        frame.set_cursor_position((place.x + x, place.y + y));
    }
}

/// Says at the right edge of an area that more stands above or below.
pub(super) fn more(
    buffer: &mut Buffer,
    area: Rect,
    (above, after): (bool, bool),
    shared: &Drawing<'_>,
) {
    let edge = Rect {
        x: area.right().saturating_sub(1),
        width: area.width.min(1),
        ..area
    };
    let last = usize::from(area.height.saturating_sub(1));
    for (there, row, mark) in [
        (above, 0, shared.symbols.more_above),
        (after, last, shared.symbols.more_below),
    ] {
        if there {
            put(buffer, edge, row, &Line::styled(mark, shared.theme.dim));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_broken_at_blanks_and_long_words_between_letters() {
        for (text, cells, rows) in [
            ("", 4, vec![]),
            ("가나 다라", 9, vec!["가나 다라"]),
            ("가나 다라", 8, vec!["가나", "다라"]),
            ("가나다라마", 5, vec!["가나", "다라", "마"]),
            ("ab 가나다라", 5, vec!["ab", "가나", "다라"]),
            ("a\n\nb", 5, vec!["a", "", "b"]),
            ("가나", 0, vec!["가", "나"]),
        ] {
            assert_eq!(
                wrapped(text, cells, Alphabet::Unicode),
                rows,
                "{text} {cells}"
            );
        }
    }

    #[test]
    fn the_chosen_row_is_always_seen() {
        for (at, total, height, range) in [
            (0, 3, 5, 0..3),
            (0, 10, 5, 0..5),
            (5, 10, 5, 3..8),
            (9, 10, 5, 5..10),
            (0, 0, 5, 0..0),
            (2, 10, 1, 2..3),
        ] {
            assert_eq!(seen(at, total, height), range, "{at} {total} {height}");
        }
    }

    #[test]
    fn the_bar_stays_on_the_list() {
        let mut pick = Pick::default();
        for (action, at) in [
            (Action::Up, 0),
            (Action::Down, 1),
            (Action::PageDown, 4),
            (Action::Last, 4),
            (Action::PageUp, 1),
            (Action::First, 0),
        ] {
            assert!(pick.moved(action, 5, 3));
            assert_eq!(pick.at, at, "{action:?}");
        }
        assert!(!pick.moved(Action::Open, 5, 3));
        assert!(pick.moved(Action::Down, 0, 3));
        assert_eq!(pick.at, 0);
    }
}
