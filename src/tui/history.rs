//! The rows of a fact in the history of a contact or a duty.

use super::{
    page::{entry_rows, wrapped},
    screen::Shared,
};
use crate::domain::revocation::struck_out_by;
use ratatui::text::Line;

/// Cells by which what is said of a fact is set in under it.
const INDENT: usize = 5;

/// The rows of a fact in a history: one that was recorded later says when, one that was struck out by which.
pub(super) fn history_rows(
    text: &str,
    (struck, late): (Option<u32>, Option<String>),
    cells: usize,
    shared: &Shared,
) -> Vec<Line<'static>> {
    let mut lines = entry_rows(text, cells, shared);
    let room = cells.saturating_sub(INDENT);
    let late = late.map(|said| wrapped(&said, room, shared.symbols.alphabet));
    let late = late.into_iter().flatten();
    lines.extend(late.map(|row| Line::styled(format!("{:INDENT$}{row}", ""), shared.theme.dim)));
    let Some(by) = struck else {
        return lines;
    };
    for line in &mut lines {
        line.style = shared.theme.struck();
    }
    if let Some(first) = lines.first_mut().and_then(|line| line.spans.first_mut()) {
        let marked = first
            .content
            .strip_prefix(' ')
            .map(|rest| format!("x{rest}"));
        first.content = marked.map_or_else(|| first.content.clone(), Into::into);
    }
    let said = struck_out_by(by, shared.lang);
    let style = shared.theme.dim;
    lines.push(Line::styled(format!("     {said}"), style));
    lines
}
