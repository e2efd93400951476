//! One row of what falls due before the next shift.

use crate::{
    desk::QueueRow,
    domain::remaining::Remaining,
    tui::{
        queue::{left_text, style_of},
        screen::Shared,
        text::{cut, pad, visible},
    },
};
use ratatui::text::{Line, Span};

/// Cells of the time left.
const LEFT: usize = 16;
/// The cells of a number.
const NUMBER: usize = 12;
/// From that width on it is told whose a case is.
const ROOMY: usize = 100;
/// The cells of an officer's name.
const OFFICER: usize = 10;
/// More of a title would part the name from it.
const MOST: usize = 80;

/// What falls due before the next shift, on one row; where there is room, with whose it is.
pub(super) fn due_line(row: &QueueRow, cells: usize, shared: &Shared) -> Line<'static> {
    let alphabet = shared.symbols.alphabet;
    let calendar = shared.rules.as_ref().map(|rules| rules.calendars.now());
    let left = calendar.map_or(Remaining::Nothing, |calendar| {
        row.remaining(shared.now, calendar)
    });
    let number = pad(&row.subject.to_string(), NUMBER, alphabet);
    let told = format!(" {number} {}", row.title);
    let told = visible(&told, alphabet);
    let room = cells.saturating_sub(LEFT + 2);
    let told = if cells < ROOMY {
        cut(&told, room, alphabet).into_owned()
    } else {
        let told = pad(&told, (room - OFFICER - 2).min(MOST), alphabet);
        let officer = shared.display_name(&row.officer);
        let officer = visible(officer, alphabet);
        let officer = cut(&officer, OFFICER, alphabet);
        format!("{told}  {officer}")
    };
    Line::from(vec![
        Span::styled(left_text(left, LEFT, shared), style_of(left, shared)),
        Span::styled(told, shared.theme.text),
    ])
}
