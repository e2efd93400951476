//! The list of visits and calls that are open, and how much of the screen it takes.
//!
//! Must not know what is done with them.

use super::super::{
    page::{Pick, below, columns, list, put, rule, top},
    queue,
    screen::Shared,
    text::width,
};
use crate::tui::targets::Drawing;
use crate::{
    desk::QueueRow,
    domain::contact::ContactStage,
    words::{Lang, Phrase, Say, contacts as text},
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

/// From that many columns on, the chosen one stands beside the list.
const WIDE: u16 = 110;

/// In fewer columns than that, not all columns of the list have room.
const NARROW: u16 = 72;

/// Draws the list with its bar.
pub(super) fn draw(
    (rows, pick): (&[QueueRow], Pick),
    buffer: &mut Buffer,
    area: Rect,
    shared: &Drawing<'_>,
) {
    let widths = Widths::of(area.width, shared.lang);
    let name = |phrase: Phrase, cells| (phrase.get(shared.lang), cells, shared.theme.heading);
    let mut heading = columns(
        [
            name(text::LEFT, widths.left),
            name(text::NUMBER, widths.number),
            name(text::CHANNEL, widths.channel),
            name(text::STAGE, widths.stage),
            name(text::MATTER, widths.matter),
            name(text::PERSON, widths.party),
            name(text::OFFICER, widths.officer),
        ],
        shared.symbols.alphabet,
    );
    heading.spans.insert(0, " ".into());
    put(buffer, area, 0, &heading);
    list(buffer, below(area, 1), (pick, rows.len()), shared, |at| {
        rows.get(at)
            .map_or_else(Line::default, |row| widths.line(row, shared))
    });
}

/// The list and the chosen one, with a line between them: beside each other where there is room, else one above the other.
pub(super) fn halves(
    buffer: &mut Buffer,
    area: Rect,
    rows: usize,
    shared: &Drawing<'_>,
) -> (Rect, Rect) {
    if area.width >= WIDE {
        let width = area.width * 2 / 3;
        let left = Rect { width, ..area };
        let right = Rect {
            x: area.x + width + 1,
            width: area.width - width - 1,
            ..area
        };
        let line = Line::styled(shared.symbols.border.vertical_left, shared.theme.frame);
        let between = Rect {
            x: area.x + width,
            width: 1,
            ..area
        };
        for row in 0..usize::from(area.height) {
            put(buffer, between, row, &line);
        }
        return (left, right);
    }
    // The list takes what it needs, and never more than half.
    let needed = (rows + 1).clamp(4, usize::from(area.height / 2).max(4));
    rule(buffer, area, needed, shared);
    (top(area, needed), below(area, needed + 1))
}

/// The widths of the columns.
#[derive(Clone, Copy)]
struct Widths {
    left: usize,
    number: usize,
    channel: usize,
    stage: usize,
    matter: usize,
    party: usize,
    officer: usize,
}

impl Widths {
    fn of(total: u16, lang: Lang) -> Self {
        // How they came is told of the chosen one too, where there is no room for a column of it.
        let channel = if total < NARROW { 0 } else { 5 };
        let (left, number, party, officer) = (12, 12, 7, 7);
        let stages = ContactStage::ALL.iter();
        let stage = stages.map(|stage| width(&stage.say(lang))).max();
        let stage = stage.unwrap_or_default();
        // A blank between the columns, and the cells of the list's own marks.
        let fixed = left + number + channel + stage + party + officer + 8;
        // A few letters of it say nothing.
        let matter = Some(usize::from(total).saturating_sub(fixed)).filter(|cells| *cells >= 8);
        Self {
            left,
            number,
            channel,
            stage,
            matter: matter.unwrap_or(0),
            party,
            officer,
        }
    }

    fn line(self, row: &QueueRow, shared: &Shared) -> Line<'static> {
        let (lang, theme, alphabet) = (shared.lang, &shared.theme, shared.symbols.alphabet);
        let remaining = queue::remaining(row, shared);
        let channel = row.channel.map_or_else(String::new, |one| one.say(lang));
        let stage = row.phase.say(lang);
        let matter = if row.title.is_empty() {
            (text::UNKNOWN.get(lang), theme.dim)
        } else {
            (row.title.as_str(), theme.text)
        };
        let mut line = columns(
            [
                (row.subject.to_string().as_str(), self.number, theme.text),
                (&channel, self.channel, theme.text),
                (&stage, self.stage, theme.text),
                (matter.0, self.matter, matter.1),
                (&row.party, self.party, theme.text),
                (shared.display_name(&row.officer), self.officer, theme.text),
            ],
            alphabet,
        );
        let left = queue::left_text(remaining, self.left, shared);
        let left = Span::styled(left, queue::style(remaining, shared));
        line.spans.insert(0, " ".into());
        line.spans.insert(0, left);
        line
    }
}
