//! The rows of a fact in the history of a contact or a duty.

use super::{page::entry_rows, screen::Shared};
use crate::domain::revocation::struck_out_by;
use ratatui::text::Line;

/// The rows of a fact in a history: one that was struck out says by which.
pub(super) fn history_rows(
    text: &str,
    struck: Option<u32>,
    cells: usize,
    shared: &Shared,
) -> Vec<Line<'static>> {
    let mut lines = entry_rows(text, cells, shared);
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
