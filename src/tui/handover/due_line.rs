//! One row of what falls due before the next shift.

use crate::{
    desk::QueueRow,
    tui::{
        queue::{left_text, remaining, style},
        screen::Shared,
        text::{cut, pad, visible},
    },
};
use ratatui::text::{Line, Span};

const LEFT: usize = 16;
const NUMBER: usize = 12;
/// Width from which a row has the officer.
const ROOMY: usize = 100;
const OFFICER: usize = 10;
/// The most cells of number and title, so that the officer is near them.
const MOST: usize = 80;

/// A row of what falls due before the next shift; where there is room, with the officer.
pub(super) fn due_line(row: &QueueRow, cells: usize, shared: &Shared) -> Line<'static> {
    let alphabet = shared.symbols.alphabet;
    let left = remaining(row, shared);
    let number = pad(&row.subject.to_string(), NUMBER, alphabet);
    let text = format!(" {number} {}", row.title);
    let text = visible(&text, alphabet);
    let room = cells.saturating_sub(LEFT + 2);
    let text = if cells < ROOMY {
        cut(&text, room, alphabet).into_owned()
    } else {
        let text = pad(&text, (room - OFFICER - 2).min(MOST), alphabet);
        let officer = visible(shared.display_name(&row.officer), alphabet);
        format!("{text}  {}", cut(&officer, OFFICER, alphabet))
    };
    Line::from(vec![
        Span::styled(left_text(left, LEFT, shared), style(left, shared)),
        Span::styled(text, shared.theme.text),
    ])
}
