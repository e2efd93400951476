//! The cursor of the terminal: the caret of a field, or the row that is chosen.

use super::{
    Seen,
    shape::{row, symbol},
};
use crate::tui::{front::Front, picture::picture};
use ratatui::{crossterm::event::KeyCode, layout::Position};

/// Where text is typed there is a cursor; elsewhere, where there is one, it stands on the chosen row.
pub(super) fn the_cursor_is_in_its_place(seen: &Seen<'_>) -> Result<(), String> {
    let takes_text = seen.front.model.key_context().takes_text();
    let Some(Position { x, y }) = seen.cursor else {
        return if takes_text {
            Err("there is none".to_owned())
        } else {
            Ok(())
        };
    };
    let area = seen.buffer.area;
    if x >= area.width || !(1..area.height - 1).contains(&y) {
        return Err(format!("it is at {x},{y}"));
    }
    let chosen = row(&seen.buffer, y).iter().any(|(_, it)| *it == "▌");
    if !takes_text && !chosen {
        return Err(format!("it is at {x},{y}, where nothing is chosen"));
    }
    Ok(())
}

/// A letter that is typed stands before the cursor then, and the cursor on it one letter back; a field may take no letters.
pub(super) fn what_is_typed_appears_at_it(name: &str, front: &mut Front) {
    if !front.model.key_context().takes_text() || front.model.saying.is_some() {
        return;
    }
    let before = front.buffer();
    front.press(KeyCode::Char('갛'));
    let (buffer, cursor) = front.drawn();
    if buffer == before {
        return;
    }
    let shown = picture(&buffer);
    let Position { x, y } = cursor.unwrap_or_default();
    let stands = x >= 2 && symbol(&buffer, x - 2, y) == "갛";
    assert!(stands, "{name}: it is at {x},{y}\n{shown}");
    front.press(KeyCode::Left);
    let back = front.drawn().1.unwrap_or_default();
    assert_eq!(back, Position { x: x - 2, y }, "{name}\n{shown}");
    front.press(KeyCode::Right);
    front.press(KeyCode::Backspace);
}
