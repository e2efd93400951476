//! The width and the looks that the parts of a case are laid out with, and how times and long texts are written.
//!
//! Must not know what a case says.

use crate::{
    desk::CaseView,
    tui::{
        form::day::{day, instant},
        screen::Shared,
        text::{cut, head, visible, visible_lines, width},
    },
    words::Phrase,
};
use chrono::{DateTime, NaiveDate, Utc};
use ratatui::{style::Style, text::Line};

/// The width and the looks of the lines of a case.
#[derive(Clone, Copy)]
pub(super) struct PageText<'a> {
    pub(super) cells: usize,
    pub(super) shared: &'a Shared,
}

impl PageText<'_> {
    pub(super) fn say(self, phrase: Phrase) -> &'static str {
        phrase.get(self.shared.lang)
    }

    /// A line cut to the width.
    pub(super) fn line(self, text: &str, style: Style) -> Line<'static> {
        let alphabet = self.shared.symbols.alphabet;
        Line::styled(
            cut(&visible(text, alphabet), self.cells, alphabet).into_owned(),
            style,
        )
    }

    /// A heading under a blank line.
    pub(super) fn heading(self, phrase: Phrase) -> Vec<Line<'static>> {
        vec![
            Line::default(),
            self.line(self.say(phrase), self.shared.theme.heading),
        ]
    }

    /// A text from data, wrapped between words or letters, set in by `indent` cells.
    pub(super) fn wrapped(self, text: &str, indent: usize, style: Style) -> Vec<Line<'static>> {
        let alphabet = self.shared.symbols.alphabet;
        let room = self.cells.saturating_sub(indent).max(4);
        let blank = " ".repeat(indent);
        let mut lines = Vec::new();
        for paragraph in visible_lines(text, alphabet) {
            for piece in wrap(&paragraph, room) {
                lines.push(Line::styled(format!("{blank}{piece}"), style));
            }
        }
        lines
    }

    /// Independent parts: as many on a line as fit, each whole where a line holds it.
    pub(super) fn packed(
        self,
        parts: &[String],
        between: &str,
        indent: usize,
        style: Style,
    ) -> Vec<Line<'static>> {
        let room = self.cells.saturating_sub(indent).max(4);
        let mut rows: Vec<String> = Vec::new();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            match rows.last_mut() {
                Some(row) if width(row) + width(between) + width(part) <= room => {
                    row.extend([between, part]);
                }
                _ => rows.push(part.clone()),
            }
        }
        let wrapped = rows.iter().flat_map(|row| self.wrapped(row, indent, style));
        wrapped.collect()
    }

    /// An instant by the office's clock: `11/23 (월) 14:03`.
    pub(super) fn time(self, at: DateTime<Utc>, view: &CaseView) -> String {
        let calendar = view.rules.calendars.now();
        instant(at, self.shared.now, calendar, self.shared.lang)
    }

    /// A date: `11/23 (월)`.
    pub(super) fn date(self, date: NaiveDate, view: &CaseView) -> String {
        let today = view.rules.calendars.now().date(self.shared.now);
        day(date, today, self.shared.lang)
    }
}

/// Pieces of at most `room` cells, cut at blanks where there are any, else between letters.
pub(super) fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while width(rest) > room {
        let fits = head(rest, room);
        let at = fits.rfind(' ').map_or(fits.len(), |at| at + 1);
        let at = if at == 0 { rest.len() } else { at };
        let (piece, tail) = rest.split_at(at);
        pieces.push(piece.trim_end().to_owned());
        rest = tail;
    }
    pieces.push(rest.to_owned());
    pieces
}
