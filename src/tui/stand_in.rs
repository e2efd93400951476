//! Stand-ins for characters that the terminal draws two cells wide although they count as one.
//!
//! Many Korean terminals do so with `★`, `①`, `“` and the like (East Asian width "ambiguous"). They would shift the rest of
//! their row or be cut in half, and the cursor would not match the caret. Each is drawn as an ASCII character of one cell;
//! the text itself is unchanged.

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

/// Replaces all characters of ambiguous width in a buffer.
pub(super) fn put(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        if symbol.is_ascii() || symbol.width() != 1 || symbol.width_cjk() == 1 {
            continue;
        }
        if let Some(c) = symbol.chars().next() {
            cell.set_char(stand_in(c));
        }
    }
}

/// The closest character of ASCII.
fn stand_in(c: char) -> char {
    match c {
        '‘' | '’' | '´' | '′' | '˚' => '\'',
        '“' | '”' | '″' => '"',
        '—' | '–' | '―' | '─' | '━' | '\u{AD}' => '-',
        '│' | '┃' | '‖' => '|',
        '±' | '\u{2500}'..='\u{257F}' => '+',
        '·' | '‧' | '․' | '…' | '‥' => '.',
        '•' | '★' | '☆' | '※' | '●' | '◆' | '■' | '▣' | '♤' | '♠' | '♡' | '♥' | '♧' | '♣' | '×' => {
            '*'
        }
        '○' | '◎' | '◯' | '◇' | '□' | '°' | '◐' => 'o',
        '→' | '⇒' | '▶' | '▷' | '☞' => '>',
        '←' | '⇐' | '◀' | '◁' | '☜' => '<',
        '↑' | '▲' | '△' => '^',
        '↓' | '▼' | '▽' => 'v',
        '÷' => '/',
        '¡' => '!',
        '①'..='⑨' => digit(c, '①', '1'),
        '⑴'..='⑼' => digit(c, '⑴', '1'),
        '❶'..='❾' => digit(c, '❶', '1'),
        'ⓐ'..='ⓩ' => digit(c, 'ⓐ', 'a'),
        '⒜'..='⒵' => digit(c, '⒜', 'a'),
        '⁴' => '4',
        '₁'..='₄' => digit(c, '₁', '1'),
        'ℓ' => 'l',
        '℃' => 'C',
        _ => '?',
    }
}

fn digit(c: char, first: char, ascii: char) -> char {
    let shifted = u32::from(c) - u32::from(first) + u32::from(ascii);
    char::from_u32(shifted)
        .filter(char::is_ascii)
        .unwrap_or('?')
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use unicode_width::UnicodeWidthChar;

    fn is_disputed(c: char) -> bool {
        c.width() == Some(1) && c.width_cjk() == Some(2)
    }

    #[test]
    fn disputed_characters_are_drawn_as_what_takes_one_cell() {
        let mut buffer = Buffer::with_lines(["★①항 “가” → …나│"]);
        put(&mut buffer);
        let drawn: String = buffer
            .content
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect();
        assert_eq!(drawn, "*1항  \"가 \" > .나 |");
    }

    #[test]
    fn every_stand_in_is_one_cell_everywhere_and_nothing_else_is_touched() {
        for c in ('\u{A0}'..'\u{10000}').chain(' '..='~') {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 2, 1));
            buffer.set_string(0, 0, c.to_string(), ratatui::style::Style::new());
            let before = buffer.clone();
            put(&mut buffer);
            let symbol = buffer.content[0].symbol();
            if is_disputed(c) && before.content[0].symbol() == c.to_string() {
                assert!(symbol.len() == 1, "{c:?} {symbol:?}");
            } else if !is_disputed(c) {
                assert_eq!(buffer, before, "{c:?}");
            }
        }
    }
}
