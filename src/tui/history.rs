//! The rows of a fact in the history of a contact or a duty, and what is struck out in any history.

use super::{
    page::{entry_rows, wrapped},
    screen::Shared,
};
use crate::domain::revocation::struck_out_by;
use ratatui::text::{Line, Span};

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
    if let Some(first) = lines.first_mut().and_then(|line| line.spans.first_mut()) {
        let marked = first
            .content
            .strip_prefix(' ')
            .map(|rest| format!("x{rest}"));
        first.content = marked.map_or_else(|| first.content.clone(), Into::into);
    }
    for line in &mut lines {
        *line = struck_out(line, shared);
    }
    let said = struck_out_by(by, shared.lang);
    let style = shared.theme.dim;
    lines.push(Line::styled(format!("     {said}"), style));
    lines
}

/// A line struck out from its first letter to its last: through the blanks at either side it would be a rule.
pub(super) fn struck_out(line: &Line<'_>, shared: &Shared) -> Line<'static> {
    let text: String = line
        .spans
        .iter()
        .map(|span| span.content.as_ref())
        .collect();
    let (indent, said) = text.split_at(text.len() - text.trim_start().len());
    Line::from(vec![
        Span::raw(indent.to_owned()),
        Span::styled(said.trim_end().to_owned(), shared.theme.struck()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{tui::fixture, words::Lang};
    use ratatui::style::Style;

    #[test]
    fn what_is_struck_out_is_crossed_from_letter_to_letter() {
        let shared = fixture::shared(Lang::Ko, (80, 24));
        let line = struck_out(&Line::raw("     취하 함  "), &shared);
        let struck = shared.theme.struck();
        let expected = [Span::raw("     "), Span::styled("취하 함", struck)];
        assert_eq!((line.style, &*line.spans), (Style::new(), &expected[..]));
    }
}
