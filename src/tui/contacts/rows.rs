//! The list of open visits and calls, and how much of the screen it takes.

use super::super::{
    page::{Pick, below, beside, column_rule, columns, indented, list, put, rule, top},
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

/// Width from which the chosen contact is beside the list.
const WIDE: u16 = 110;

/// Width from which all columns of the list fit.
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
    let heading = columns(
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
    put(buffer, area, 0, &indented(heading));
    list(buffer, below(area, 1), (pick, rows), shared, |row| {
        widths.line(row, shared)
    });
}

/// The areas of the list and the chosen contact, with a line between: side by side where there is room, else stacked.
pub(super) fn halves(
    buffer: &mut Buffer,
    area: Rect,
    rows: usize,
    shared: &Drawing<'_>,
) -> (Rect, Rect) {
    if area.width >= WIDE {
        let (left, right) = beside(area, area.width * 2 / 3);
        column_rule(buffer, right, shared);
        return (left, beside(right, 1).1);
    }
    // The list takes what it needs, at most half.
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
        // The pane of the chosen contact has the channel too.
        let channel = if total < NARROW { 0 } else { 5 };
        let (left, number, party, officer) = (12, 12, 7, 7);
        let stages = ContactStage::ALL.iter();
        let stage = stages.map(|stage| width(&stage.say(lang))).max();
        let stage = stage.unwrap_or_default();
        // A blank between the columns, and the marks of the list at either side.
        let fixed = left + number + channel + stage + party + officer + 8;
        // A shorter matter is not readable.
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
        line.spans.splice(0..0, [left, " ".into()]);
        line
    }
}
