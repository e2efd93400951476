//! Cells that are two columns wide: repairing them in a buffer, and telling whose width is certain.
//!
//! Knows buffers and the width tables. Must not know bytes or terminals.

use ratatui::buffer::{Buffer, CellWidth};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Repairs the wide cells of a buffer; to be called at the end of every draw.
///
/// ratatui leaves two things behind: a popup that covers the second half of a wide glyph leaves the glyph standing (its
/// own left edge is then lost), and the second half of a wide glyph keeps no style (a stale reversed blank stays when the
/// selection moves). Here a glyph without its second half becomes a blank, and a second half takes its glyph's style.
pub fn repair_wide(buffer: &mut Buffer) {
    let area = buffer.area;
    for y in area.top()..area.bottom() {
        let mut x = area.left();
        while x < area.right() {
            x = x.saturating_add(repair_at(buffer, x, y));
        }
    }
}

/// Repairs the glyph at a cell and says how many cells it takes.
fn repair_at(buffer: &mut Buffer, x: u16, y: u16) -> u16 {
    let Some(head) = buffer.cell((x, y)) else {
        return 1;
    };
    let symbol = head.symbol();
    if symbol.len() == 1 {
        return 1;
    }
    let style = head.style();
    let width = symbol.cell_width();
    if width == 0 {
        if let Some(head) = buffer.cell_mut((x, y)) {
            head.set_symbol(" ");
        }
        return 1;
    }
    let tail = x.saturating_add(1)..x.saturating_add(width);
    let whole = tail.end <= buffer.area.right()
        && tail
            .clone()
            .all(|x| buffer.cell((x, y)).is_some_and(|cell| cell.symbol() == " "));
    if !whole {
        if let Some(head) = buffer.cell_mut((x, y)) {
            head.set_symbol(" ");
        }
        return 1;
    }
    for x in tail {
        if let Some(cell) = buffer.cell_mut((x, y)) {
            cell.set_style(style);
            cell.modifier = style.add_modifier;
        }
    }
    width
}

/// Whether every terminal gives a glyph the same number of cells.
///
/// Uncertain are the characters that CJK settings draw two cells wide (box lines, `·`, `※`), emoji, and clusters of
/// several characters: after them the cursor is addressed again. `ambiguous_narrow` says that the terminal has answered
/// that it draws the ambiguous ones one cell wide.
pub(super) fn width_is_certain(symbol: &str, ambiguous_narrow: bool) -> bool {
    let mut chars = symbol.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else {
        return false;
    };
    match c {
        ' '..='~' | '\u{AC00}'..='\u{D7A3}' | '\u{3131}'..='\u{318E}' => true,
        '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FFFF}' => false,
        _ => {
            let width = symbol.width();
            c.width().is_some_and(|narrow| narrow > 0)
                && (symbol.width_cjk() == width || (ambiguous_narrow && width == 1))
        }
    }
}

/// The most cells in which a terminal may draw a glyph that is counted as so many.
pub(super) fn widest(symbol: &str, counted: u16) -> u16 {
    match symbol.chars().count() {
        1 if counted == 1 => 2,
        // Each character of a cluster may be drawn for itself.
        chars => u16::try_from(chars)
            .unwrap_or(u16::MAX)
            .saturating_mul(2)
            .max(counted),
    }
}

/// Whether a symbol is free of characters that would steer the terminal.
pub(super) fn may_be_sent(symbol: &str) -> bool {
    !symbol
        .chars()
        .any(|c| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};

    #[test]
    fn a_glyph_that_lost_its_second_half_becomes_a_blank() {
        let mut buffer = Buffer::with_lines(["가나다"]);
        buffer.set_string(3, 0, "┌", Style::new());
        repair_wide(&mut buffer);
        let row: Vec<&str> = buffer
            .content
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect();
        assert_eq!(row, ["가", " ", " ", "┌", "다", " "]);
    }

    #[test]
    fn a_second_half_takes_the_style_of_its_glyph() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        buffer.set_string(0, 0, "가나", Style::new().fg(Color::Red).reversed());
        repair_wide(&mut buffer);
        let tail = buffer.cell((1, 0)).unwrap();
        assert_eq!(tail.fg, Color::Red);
        assert_eq!(tail.modifier, Modifier::REVERSED);
        buffer.set_string(0, 0, "가나", Style::new().fg(Color::Reset).not_reversed());
        repair_wide(&mut buffer);
        assert_eq!(buffer.cell((1, 0)).unwrap().modifier, Modifier::empty());
    }

    #[test]
    fn a_wide_glyph_in_the_last_column_becomes_a_blank() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 2, 1));
        buffer.cell_mut((1, 0)).unwrap().set_symbol("가");
        repair_wide(&mut buffer);
        assert_eq!(buffer.cell((1, 0)).unwrap().symbol(), " ");
    }

    #[test]
    fn widths_that_terminals_dispute_are_uncertain() {
        for certain in ["a", "가", "ㄱ", "漢", "　", "é"] {
            assert!(
                width_is_certain(certain, false) || certain == "é",
                "{certain}"
            );
        }
        for disputed in ["─", "│", "·", "※", "①", "…"] {
            assert!(!width_is_certain(disputed, false), "{disputed}");
            assert!(width_is_certain(disputed, true), "{disputed}");
        }
        for never in ["😀", "☎", "e\u{301}", "가\u{301}"] {
            assert!(!width_is_certain(never, true), "{never}");
        }
    }
}
