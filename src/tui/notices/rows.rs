//! The list of notices, and how much of the screen it takes.

use super::NoticesScreen;
use crate::{
    desk::DueNotice,
    domain::{
        notice::{NoticeId, NoticeState},
        remaining::Remaining,
    },
    tui::{
        effect::NOTICES,
        page::{Pick, below, beside, column_rule, columns, indented, list, put, rule, top},
        queue,
        screen::Shared,
        targets::Drawing,
        text::width,
    },
    words::{Phrase, Say, grouped, notices as text},
};
use chrono::{DateTime, Utc};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};
use std::collections::BTreeSet;

/// The most marked notices to which one comes back after a lost line.
pub(super) const MARKED_MOST: usize = 100;

/// Width from which the chosen notice is beside the list.
const WIDE: u16 = 110;
/// Width from which the list has all columns.
const NARROW: u16 = 72;
/// The fewest rows of the list, with its heading.
const FEWEST: usize = 3;
/// Width of a kind from which it is readable.
const KIND: usize = 18;

/// The signs of a marked notice, and of one that needs a person.
const MARKED: &str = "+ ";
const CHECK: &str = "! ";

impl NoticesScreen {
    pub(super) fn title(&self, shared: &Shared) -> String {
        let lang = shared.lang;
        if let Some(number) = self.only {
            return text::TITLE_OF.with(lang, &[("number", &number.to_string())]);
        }
        let status = self.status;
        let status = status.map_or_else(|| text::PENDING.get(lang).to_owned(), |one| one.say(lang));
        let mine = self.mine.then(|| text::FILTER_MINE.get(lang).to_owned());
        let parts = [Some(text::TITLE.get(lang).to_owned()), Some(status), mine];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.join(&format!(" {} ", shared.symbols.dot))
    }

    /// How many are listed, and how many of them need a person.
    pub(super) fn note(&self, shared: &Shared) -> String {
        let Some(rows) = &self.rows else {
            return String::new();
        };
        let lang = shared.lang;
        let n = grouped(i64::try_from(rows.len()).unwrap_or(i64::MAX));
        if u32::try_from(rows.len()).is_ok_and(|n| n >= NOTICES) {
            return text::MOST.with(lang, &[("n", &n)]);
        }
        let check = rows.iter().filter(|one| needs_a_person(one)).count();
        if check == 0 || self.status.is_some() {
            return text::COUNT.with(lang, &[("n", &n)]);
        }
        let values = [("pending", &*n), ("check", &*check.to_string())];
        text::COUNTS.with(lang, &values)
    }

    /// Why the list is empty.
    pub(super) fn nothing(&self) -> Phrase {
        match (&self.rows, self.only, self.status) {
            (None, ..) => text::WAIT,
            (Some(_), Some(_), _) => text::NONE_OF,
            (Some(_), None, None) if !self.mine => text::NONE,
            (Some(_), None, _) => text::NONE_SO,
        }
    }
}

/// True where it may not have arrived.
fn needs_a_person(notice: &DueNotice) -> bool {
    match notice.row.status {
        NoticeState::Failed | NoticeState::Unknown => true,
        NoticeState::Waiting
        | NoticeState::Held
        | NoticeState::Told
        | NoticeState::Sent
        | NoticeState::Before => false,
    }
}

/// The areas of the list and of the chosen notice or the form, with a line between: side by side where there is room, else
/// stacked. `least` is what the form needs.
pub(super) fn halves(
    buffer: &mut Buffer,
    area: Rect,
    (rows, least): (usize, Option<usize>),
    shared: &Drawing<'_>,
) -> (Rect, Rect) {
    if area.width >= WIDE {
        let (left, right) = beside(area, area.width * 2 / 3);
        column_rule(buffer, right, shared);
        return (left, beside(right, 1).1);
    }
    let height = usize::from(area.height);
    let most = least.map_or(height * 3 / 5, |least| height.saturating_sub(least + 1));
    let listed = (rows + 1).max(FEWEST).min(most.max(FEWEST));
    rule(buffer, area, listed, shared);
    (top(area, listed), below(area, listed + 1))
}

/// Draws the list with its bar.
pub(super) fn draw(
    (rows, pick, marked): (&[DueNotice], Pick, &BTreeSet<NoticeId>),
    buffer: &mut Buffer,
    area: Rect,
    shared: &Drawing<'_>,
) {
    let widths = Widths::of(area.width, shared);
    let name = |phrase: Phrase, cells| (phrase.get(shared.lang), cells, shared.theme.heading);
    let heading = columns(
        [
            name(text::STATE, widths.state),
            name(text::KIND, widths.kind),
            name(text::NUMBER, widths.number),
            name(text::TO, widths.to),
            name(text::MEDIUM, widths.medium),
            name(text::DUE, widths.left),
        ],
        shared.symbols.alphabet,
    );
    put(buffer, area, 0, &indented(indented(indented(heading))));
    list(buffer, below(area, 1), (pick, rows), shared, |one| {
        widths.line(one, marked.contains(&one.row.id), shared)
    });
}

/// The widths of the columns.
#[derive(Clone, Copy)]
struct Widths {
    state: usize,
    kind: usize,
    number: usize,
    to: usize,
    medium: usize,
    left: usize,
}

impl Widths {
    fn of(total: u16, shared: &Shared) -> Self {
        let states = NoticeState::ALL.iter().filter(|one| one.is_pending());
        let state = states.map(|one| width(&one.say(shared.lang))).max();
        let (state, number, to, left) = (state.unwrap_or_default(), 11, 7, 15);
        let medium = if total < NARROW { 0 } else { 11 };
        // A blank between the columns, the sign before them, and the marks of the list at either side.
        let fixed = state + number + to + left + 8;
        let rest = usize::from(total).saturating_sub(fixed + medium + usize::from(medium > 0));
        // Where the kind would be cut, the way gives its room.
        let (medium, kind) = match (medium, rest) {
            (1.., ..KIND) => (0, rest + medium + 1),
            _ => (medium, rest),
        };
        Self {
            state,
            kind,
            number,
            to,
            medium,
            left,
        }
    }

    fn line(self, one: &DueNotice, marked: bool, shared: &Shared) -> Line<'static> {
        let (row, lang, theme) = (&one.row, shared.lang, &shared.theme);
        let check = needs_a_person(one);
        let way = row
            .how
            .map_or_else(|| row.medium.say(lang), |how| how.say(lang));
        let state = if check {
            theme.error
        } else {
            state_style(row.status, shared)
        };
        let mut line = columns(
            [
                (row.status.say(lang).as_str(), self.state, state),
                (&row.id.key.kind.say(lang), self.kind, theme.text),
                (&row.id.number.to_string(), self.number, theme.text),
                (&row.to, self.to, theme.text),
                (&way, self.medium, theme.text),
            ],
            shared.symbols.alphabet,
        );
        let sign = match (marked, check) {
            (true, _) => MARKED,
            (false, true) => CHECK,
            (false, false) => "  ",
        };
        line.spans.insert(0, Span::styled(sign, state));
        line.spans.push(Span::raw(" "));
        line.spans.push(self.due(one, shared));
        line
    }

    /// The time left of its deadline; without one, since when it waits, or when it was told.
    fn due(self, one: &DueNotice, shared: &Shared) -> Span<'static> {
        let theme = &shared.theme;
        if let (Some(deadline), Some(calendar)) = (&one.deadline, shared.calendar()) {
            let left = Remaining::of(deadline, shared.now, calendar);
            let said = queue::left_text(left, self.left, shared);
            return Span::styled(said, queue::style(left, shared));
        }
        let row = &one.row;
        let done = row.told_at.or(row.sent_at);
        let said = match done {
            Some(at) => short_time(at, shared),
            None => text::ROW_SINCE.of(shared.lang, &[("time", short_time(row.queued_at, shared))]),
        };
        let alphabet = shared.symbols.alphabet;
        Span::styled(crate::tui::text::pad(&said, self.left, alphabet), theme.dim)
    }
}

pub(super) fn state_style(state: NoticeState, shared: &Shared) -> Style {
    let theme = &shared.theme;
    match state {
        NoticeState::Failed | NoticeState::Unknown => theme.error,
        NoticeState::Told | NoticeState::Sent => theme.ok,
        NoticeState::Held => theme.paused,
        NoticeState::Waiting => theme.text,
        NoticeState::Before => theme.dim,
    }
}

/// Month, day and time by the office's clock.
fn short_time(at: DateTime<Utc>, shared: &Shared) -> String {
    let format = "%m/%d %H:%M";
    let calendar = shared.calendar();
    calendar.map_or_else(
        || at.format(format).to_string(),
        |calendar| calendar.local(at).format(format).to_string(),
    )
}
