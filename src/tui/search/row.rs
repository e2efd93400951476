//! One found case on one row.

use crate::{
    desk::{QueueRow, SearchRow},
    domain::{
        find::{SearchPart, hits},
        remaining::Remaining,
        subject::Subject,
    },
    tui::{
        page::{cell, columns},
        queue::left_text,
        screen::Shared,
        text::{cut, visible, width},
    },
    words::{Lang, Phrase, Say, screens as text, terminal},
};
use ratatui::{
    style::Style,
    text::{Line, Span},
};

/// The widths of the columns.
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

/// From that width on it is told whose a case is, as in the queue.
const ROOMY: usize = 116;
/// From that width on a category has room for its whole name.
const VAST: usize = 150;
/// A title of more cells would part what stands before it from what stands behind it.
const MOST_OF_TITLE: usize = 52;
/// In fewer cells the place of what was found says too little.
const LEAST_OF_PLACE: usize = 30;

impl Columns {
    /// The columns in so many cells: the title takes what the others leave.
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
            // The chosen case's own line tells it where there is no room for it here.
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
        let mut line = columns(
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
            ]
            .into_iter()
            .filter(|(_, cells, _)| *cells > 0),
            shared.symbols.alphabet,
        );
        line.spans.insert(0, Span::raw(" "));
        line
    }

    /// A found case; `words` are shown where they stand.
    pub(super) fn line(
        self,
        found: &SearchRow,
        words: &[String],
        shared: &Shared,
    ) -> Line<'static> {
        let row = &found.row;
        let (lang, theme, alphabet) = (shared.lang, &shared.theme, shared.symbols.alphabet);
        let category = category(row, shared);
        let step = usize::from(row.step)
            .checked_sub(1)
            .and_then(|at| shared.symbols.steps.get(at));
        // As in the queue: a column of dashes would hide those that have one.
        let step = step.copied().unwrap_or_default();
        let plain = |said: &str, cells| {
            let span = Span::styled(cell(said, cells, alphabet), theme.text);
            (cells > 0).then_some(span)
        };
        let before = [
            plain(&row.subject.to_string(), self.number),
            plain(&came(row, lang), self.channel),
            plain(category, self.category),
        ];
        let mut title = title(&row.title, words, self.title, shared);
        let (left, style) = left(row, self.left, shared);
        let after = [
            plain(&row.party, self.party),
            plain(&row.phase.say(lang), self.stage),
            plain(step, self.step),
            Some(Span::styled(left, style)),
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

/// What a row has no room for: the chosen case with its whole category, title and time left, on one line.
pub(super) fn whole(
    row: &QueueRow,
    words: &[String],
    cells: usize,
    shared: &Shared,
) -> Line<'static> {
    let alphabet = shared.symbols.alphabet;
    let dot = format!(" {} ", shared.symbols.dot);
    let category = visible(category(row, shared), alphabet).into_owned();
    let (left, style) = left(row, 30, shared);
    let left = left.trim_end().to_owned();
    let taken = width(&category) + width(&left) + 2 * width(&dot);
    let mut line = vec![
        Span::styled(category, shared.theme.text),
        Span::styled(dot.clone(), shared.theme.dim),
        Span::styled(left, style),
        Span::styled(dot, shared.theme.dim),
    ];
    line.extend(title(
        &row.title,
        words,
        cells.saturating_sub(taken),
        shared,
    ));
    Line::from(line)
}

/// How it came; for a duty, which came by the calendar, what it is.
fn came(row: &QueueRow, lang: Lang) -> String {
    match (row.channel, row.subject) {
        (Some(channel), _) => channel.say(lang),
        (None, Subject::Duty(_)) => text::DUTY.get(lang).to_owned(),
        (None, other) => other.kind().say(lang),
    }
}

fn category<'a>(row: &'a QueueRow, shared: &'a Shared) -> &'a str {
    let rules = shared.rules.as_ref();
    rules
        .and_then(|rules| rules.charter.category(&row.category))
        .map_or(row.category.as_str(), |known| known.name.get(shared.lang))
}

/// Where the words of a found case stand: the part, and a stretch of it where that is a text.
///
/// A name or a telephone is told to be the place and not shown: lists mask them.
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
    match &found.excerpt {
        Some(excerpt) => spans.extend(shown_hits(excerpt, words, rest, shared)),
        None => spans.push(Span::styled(
            text::SEARCH_MASKED.get(shared.lang),
            shared.theme.text,
        )),
    }
    Line::from(spans)
}

/// The title with the words that were searched for.
fn title(title: &str, words: &[String], cells: usize, shared: &Shared) -> Vec<Span<'static>> {
    shown_hits(title, words, cells, shared)
}

/// A text in so many cells, with the words that were searched for standing out.
fn shown_hits(said: &str, words: &[String], cells: usize, shared: &Shared) -> Vec<Span<'static>> {
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

/// What is left of the time, with its style, the smaller units left out where there is no room.
fn left(row: &QueueRow, cells: usize, shared: &Shared) -> (String, Style) {
    let theme = &shared.theme;
    let Some(rules) = &shared.rules else {
        return (" ".repeat(cells), theme.text);
    };
    let remaining = row.remaining(shared.now, rules.calendars.now());
    let style = match remaining {
        Remaining::Overdue { .. } => theme.overdue,
        Remaining::Paused { .. } => theme.paused,
        Remaining::Today | Remaining::Time { .. } => theme.soon,
        Remaining::Days { .. } => theme.text,
        Remaining::Nothing | Remaining::Settled(_) => theme.dim,
    };
    (left_text(remaining, cells, shared), style)
}
