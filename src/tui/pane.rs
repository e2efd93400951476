//! The pane beside or below the queue: the case, the visit or call, or the duty under the bar.
//!
//! Must not ask the desk for anything, and must not know the queue.

use super::{contacts, detail, duties::DutySheet, page::rule, print::print, screen::Shared};
use crate::tui::targets::Drawing;
use crate::{
    desk::{CaseView, ContactView},
    domain::subject::Subject,
};
use ratatui::{buffer::Buffer, layout::Rect, text::Line};

/// The pane with what is under the bar.
#[derive(Debug, Default)]
pub struct Pane {
    /// The clerk's choice; by the width of the screen where `None`.
    pub shown: Option<bool>,
    pub content: Option<PaneContent>,
    /// The content is not that of the row under the bar, and follows when no key comes in.
    pub late: bool,
}

/// What was read for the pane.
#[derive(Debug)]
pub enum PaneContent {
    Case(Box<CaseView>),
    Contact(Box<ContactView>),
    Duty(Box<DutySheet>),
}

impl PaneContent {
    /// The subject, and its number of facts when it was read.
    pub fn state(&self) -> (Subject, u32) {
        match self {
            Self::Case(view) => (view.case.number.into(), view.case.seq),
            Self::Contact(view) => (view.contact.number.into(), view.contact.seq),
            Self::Duty(pane) => pane.state(),
        }
    }

    fn lines(&self, (cells, rows): (u16, u16), shared: &Shared) -> Vec<Line<'static>> {
        match self {
            Self::Case(view) => detail::first(view, (cells, rows), shared),
            Self::Contact(view) => contacts::lines(view, cells, shared),
            Self::Duty(pane) => pane.lines(cells, shared),
        }
    }
}

/// Draws the pane beside or below the queue, with a line between; only the line where nothing was read.
pub fn draw(
    content: Option<&PaneContent>,
    area: Rect,
    beside: bool,
    buffer: &mut Buffer,
    shared: &Drawing<'_>,
) {
    let inner = framed(area, beside, buffer, shared);
    let size = (inner.width, inner.height);
    let lines = content.map_or_else(Vec::new, |content| content.lines(size, shared));
    print_lines(&lines, inner, buffer);
}

/// Draws a case beside a form that is about it.
pub(super) fn draw_case(view: &CaseView, area: Rect, buffer: &mut Buffer, shared: &Drawing<'_>) {
    let inner = framed(area, true, buffer, shared);
    let lines = detail::first(view, (inner.width, inner.height), shared);
    print_lines(&lines, inner, buffer);
}

fn print_lines(lines: &[Line<'_>], area: Rect, buffer: &mut Buffer) {
    for (line, place) in lines.iter().zip(area.rows()) {
        print(line, place, buffer);
    }
}

/// Draws the line between the queue and the pane; returns the rest of the area.
fn framed(area: Rect, beside: bool, buffer: &mut Buffer, shared: &Drawing<'_>) -> Rect {
    let border = shared.symbols.border;
    if beside {
        for place in area.rows() {
            buffer.set_string(place.x, place.y, border.vertical_left, shared.theme.frame);
        }
        return Rect {
            x: area.x + 2,
            width: area.width.saturating_sub(3),
            ..area
        };
    }
    rule(buffer, area, 0, shared);
    Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(1),
    }
}

#[cfg(test)]
mod tests;
