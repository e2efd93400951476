//! One found case on one row.

use crate::{
    desk::{QueueRow, SearchRow},
    domain::{
        find::{SearchPart, hits},
        subject::Subject,
    },
    tui::{
        page::{cell, columns, indented},
        queue::{self, left_text},
        screen::Shared,
        text::{cut, visible, width},
    },
    words::{Lang, Phrase, Say, screens as text, terminal},
};
use ratatui::text::{Line, Span};

/// The widths of the columns, in cells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    number: usize,
    channel: usize,
    category: usize,
    title: usize,
    party: usize,
    stage: usize,
    step: usize,
    left: usize,
    officer: usize,
    place: usize,
}

/// Width from which a row has the officer, as in the queue.
const ROOMY: usize = 116;
/// Width from which a category has room for its whole name.
const VAST: usize = 150;
/// The widest title; a wider one separates the columns before and after it too far.
const MOST_OF_TITLE: usize = 52;
/// Least width at which the place of a hit is readable.
const LEAST_OF_PLACE: usize = 30;

impl Columns {
    /// The columns of `cells` cells: the title takes what the others leave.
    pub(super) fn new(cells: usize, lang: Lang) -> Self {
        let (wide, narrow) = (cells >= 100, cells < 72);
        // The words of English are longer: `not yet accepted`, `D-38 (27 working days)`.
        let (stage, left) = match (wide, lang) {
            (true, Lang::En) => (12, 22),
            (true, Lang::Ko) => (9, 16),
            (false, _) => (9, 15),
        };
        let mut columns = Self {
            // As wide as the number of a duty or a contact.
            number: 12,
            channel: if narrow { 0 } else { 8 },
            // The line of the chosen case has it where there is no room here.
            category: match cells {
                VAST.. => 24,
                _ if wide => 16,
                _ => 0,
            },
            title: 0,
            party: if wide { 8 } else { 6 },
            stage: if narrow { 0 } else { stage },
            step: if narrow { 0 } else { 4 },
            left,
            officer: if cells >= ROOMY { 8 } else { 0 },
            place: 0,
        };
        let others = [
            columns.number,
            columns.channel,
            columns.category,
            columns.party,
            columns.stage,
            columns.step,
            columns.left,
            columns.officer,
        ];
        let taken: usize = others.iter().sum();
        // A blank beside each column, and a cell on either side.
        let blanks = 2 + others.iter().filter(|cells| **cells > 0).count();
        columns.title = cells.saturating_sub(taken + blanks);
        let spare = columns.title.saturating_sub(MOST_OF_TITLE + 1);
        if spare >= LEAST_OF_PLACE {
            columns.title = MOST_OF_TITLE;
            columns.place = spare;
        }
        columns
    }

    /// The names of the columns.
    pub(super) fn heading(self, shared: &Shared) -> Line<'static> {
        let style = shared.theme.heading;
        let named = |phrase: Phrase, cells| (phrase.get(shared.lang), cells, style);
        let line = columns(
            [
                named(text::NUMBER, self.number),
                named(text::CHANNEL, self.channel),
                named(text::CATEGORY, self.category),
                named(text::TITLE, self.title),
                named(text::PARTY, self.party),
                named(text::STAGE, self.stage),
                named(text::STEP, self.step),
                named(text::LEFT, self.left),
                named(terminal::OFFICER, self.officer),
                named(text::FOUND_IN, self.place),
            ],
            shared.symbols.alphabet,
        );
        indented(line)
    }

    /// A found case, with `words` marked in it.
    pub(super) fn line(
        self,
        found: &SearchRow,
        words: &[String],
        shared: &Shared,
    ) -> Line<'static> {
        let row = &found.row;
        let (lang, theme, alphabet) = (shared.lang, &shared.theme, shared.symbols.alphabet);
        let category = queue::category(row, shared);
        // As in the queue: a column of dashes would hide the rows that have a step.
        let step = shared.symbols.step(row.step).unwrap_or_default();
        let plain = |said: &str, cells| {
            let span = Span::styled(cell(said, cells, alphabet), theme.text);
            (cells > 0).then_some(span)
        };
        let before = [
            plain(&row.subject.to_string(), self.number),
            plain(&origin(row, lang), self.channel),
            plain(&category, self.category),
        ];
        let mut title = marked(&row.title, words, self.title, shared);
        let left = time_left(row, self.left, shared);
        let after = [
            plain(&row.party, self.party),
            plain(&row.phase.say(lang), self.stage),
            plain(step, self.step),
            Some(left),
            plain(shared.display_name(&row.officer), self.officer),
        ];
        let mut line = Vec::new();
        for span in before.into_iter().flatten() {
            line.extend([span, Span::raw(" ")]);
        }
        line.append(&mut title);
        for span in after.into_iter().flatten() {
            line.extend([Span::raw(" "), span]);
        }
        if self.place > 0 {
            line.push(Span::raw(" "));
            line.extend(place(found, words, self.place, shared).spans);
        }
        Line::from(line)
    }
}

/// The chosen case on one line, with its whole category, time left and title.
pub(super) fn whole(
    row: &QueueRow,
    words: &[String],
    cells: usize,
    shared: &Shared,
) -> Line<'static> {
    let alphabet = shared.symbols.alphabet;
    let dot = format!(" {} ", shared.symbols.dot);
    let category = visible(&queue::category(row, shared), alphabet).into_owned();
    let mut left = time_left(row, 30, shared);
    left.content = left.content.trim_end().to_owned().into();
    let taken = width(&category) + left.width() + 2 * width(&dot);
    let mut line = vec![
        Span::styled(category, shared.theme.text),
        Span::styled(dot.clone(), shared.theme.dim),
        left,
        Span::styled(dot, shared.theme.dim),
    ];
    let room = cells.saturating_sub(taken);
    line.extend(marked(&row.title, words, room, shared));
    Line::from(line)
}

/// The channel of a row; the kind of a subject without one.
fn origin(row: &QueueRow, lang: Lang) -> String {
    match (row.channel, row.subject) {
        (Some(channel), _) => channel.say(lang),
        (None, Subject::Duty(_)) => text::DUTY.get(lang).to_owned(),
        (None, other) => other.kind().say(lang),
    }
}

/// Where the words of a found case are: the part, and an excerpt where that is a text.
///
/// A name or a telephone number is not shown: lists mask them.
pub(super) fn place(
    found: &SearchRow,
    words: &[String],
    cells: usize,
    shared: &Shared,
) -> Line<'static> {
    let Some(part) = found
        .part
        .filter(|part| *part > SearchPart::Title || *part == SearchPart::Phone)
    else {
        return Line::default();
    };
    let said = format!("{}: ", part.say(shared.lang));
    let rest = cells.saturating_sub(width(&said));
    let mut spans = vec![Span::styled(said, shared.theme.dim)];
    if let Some(excerpt) = &found.excerpt {
        spans.extend(marked(excerpt, words, rest, shared));
    } else {
        let masked = text::SEARCH_MASKED.get(shared.lang);
        spans.push(Span::styled(masked, shared.theme.text));
    }
    Line::from(spans)
}

/// A text in exactly `cells` cells, with the words that were searched for marked.
fn marked(said: &str, words: &[String], cells: usize, shared: &Shared) -> Vec<Span<'static>> {
    let alphabet = shared.symbols.alphabet;
    let shown = visible(said, alphabet);
    let shown = cut(&shown, cells, alphabet);
    let mut spans = Vec::new();
    let mut from = 0;
    for hit in hits(&shown, words.iter().map(String::as_str)) {
        let before = shown.get(from..hit.start).unwrap_or_default();
        let found = shown.get(hit.clone()).unwrap_or_default();
        spans.push(Span::styled(before.to_owned(), shared.theme.text));
        spans.push(Span::styled(found.to_owned(), shared.theme.hit));
        from = hit.end;
    }
    let rest = shown.get(from..).unwrap_or_default();
    let blanks = cells.saturating_sub(width(&shown));
    spans.push(Span::styled(
        format!("{rest}{}", " ".repeat(blanks)),
        shared.theme.text,
    ));
    spans
}

/// The time left in exactly `cells` cells.
fn time_left(row: &QueueRow, cells: usize, shared: &Shared) -> Span<'static> {
    let left = queue::remaining(row, shared);
    Span::styled(left_text(left, cells, shared), queue::style(left, shared))
}
