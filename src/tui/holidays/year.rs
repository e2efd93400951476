//! The year as a calendar beside the list on a wide screen: holidays, closed days and today in brackets.
//!
//! ```text
//!  12월
//!   일  월  화  수  목  금  토
//!           1   2   3   4   5
//!  ...
//!   20  21  22  23  24 [25] 26
//! ```
//! Must not know edits or forms.

use super::days::Day;
use crate::tui::targets::Drawing;
use crate::{
    domain::calendar::Calendar,
    tui::{
        page::{beside, column_rule, heading, put},
        screen::Shared,
        text::{head, pad, width},
    },
    words::{month, screens as text, weekday},
};
use chrono::{Datelike, Days, Month, NaiveDate, Weekday};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

/// Cells of a day.
const DAY: u16 = 4;
/// Cells of a month, with the gap to the next.
const MONTH: u16 = 7 * DAY + 3;
/// Rows of a month: its name, the days of the week, six weeks, and a blank one.
const ROWS: u16 = 9;
/// The most months beside each other.
const ACROSS: u16 = 4;
/// The least width of the list.
const LIST: u16 = 100;

/// The areas of the list and of the calendar, where the screen is large enough for it.
pub(super) fn divided(area: Rect) -> (Rect, Option<Rect>) {
    let across = (area.width.saturating_sub(LIST) / MONTH).min(ACROSS);
    let fits = across > 0 && 12_u16.div_ceil(across) * ROWS <= area.height;
    if !fits {
        return (area, None);
    }
    let (list, calendar) = beside(area, area.width - across * MONTH - 1);
    (list, Some(calendar))
}

/// Draws the months of a year, holidays in brackets and the bar on the chosen day.
pub(super) fn draw(
    year: i32,
    (days, chosen): (&[Day], Option<NaiveDate>),
    buffer: &mut Buffer,
    area: Rect,
    shared: &Drawing<'_>,
) {
    column_rule(buffer, area, shared);
    let across = (area.width / MONTH).max(1);
    for (at, number) in (0_u16..12).zip(1..) {
        let place = Rect {
            x: area.x + 2 + at % across * MONTH,
            y: area.y + at / across * ROWS,
            width: MONTH,
            height: ROWS,
        };
        if let Some(first) = NaiveDate::from_ymd_opt(year, number, 1) {
            let lines = month_lines(first, (days, chosen), shared);
            for (row, line) in lines.iter().enumerate() {
                put(buffer, place.intersection(area), row, line);
            }
        }
    }
    let last = usize::from(12_u16.div_ceil(across) * ROWS);
    let legend = format!("  {}", text::HOLIDAY_LEGEND.get(shared.lang));
    let legend = Line::styled(legend, shared.theme.dim);
    put(buffer, beside(area, 1).1, last, &legend);
}

fn month_lines(
    first: NaiveDate,
    (days, chosen): (&[Day], Option<NaiveDate>),
    shared: &Shared,
) -> Vec<Line<'static>> {
    let (lang, theme, alphabet) = (shared.lang, &shared.theme, shared.symbols.alphabet);
    let name = u8::try_from(first.month()).ok().map(Month::try_from);
    let name = name.and_then(Result::ok).map(|name| month(name, lang));
    let cells = usize::from(DAY);
    let week = std::iter::successors(Some(Weekday::Sun), |day| Some(day.succ())).take(7);
    let week = week.map(|day| {
        let short = head(weekday(day, lang), 2);
        let short = format!("{}{short}", " ".repeat(3 - width(short)));
        pad(&short, cells, alphabet)
    });
    let mut lines = vec![
        heading(&name.unwrap_or_default(), shared),
        Line::styled(week.collect::<String>(), theme.dim),
    ];
    let calendar = shared.calendar();
    let today = calendar.map(|calendar| calendar.date(shared.now));
    let lead = usize::try_from(first.weekday().num_days_from_sunday()).unwrap_or(0);
    let mut spans = vec![Span::raw(" ".repeat(lead * cells))];
    let month_days = first.iter_days();
    for day in month_days.take_while(|day| day.month() == first.month()) {
        let (shown, style) = day_cell(day, days, (today, calendar), shared);
        let is_chosen = chosen == Some(day);
        let style = if is_chosen { theme.bar } else { style };
        spans.push(Span::styled(shown, style));
        let ends = day.checked_add_days(Days::new(1));
        if day.weekday() == Weekday::Sat || ends.is_none_or(|next| next.month() != first.month()) {
            lines.push(Line::from(std::mem::take(&mut spans)));
        }
    }
    lines
}

/// A day in its cells: a holiday in square brackets, a day on which the office is closed apart from weekends in round ones,
/// today in angle brackets.
fn day_cell(
    day: NaiveDate,
    days: &[Day],
    (today, calendar): (Option<NaiveDate>, Option<&Calendar>),
    shared: &Shared,
) -> (String, Style) {
    let theme = &shared.theme;
    let holiday = days.iter().any(|it| it.date == day && it.kind.is_some());
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let closed = calendar.is_some_and(|calendar| !calendar.is_working_day(day));
    let (left, right, style) = match (holiday, weekend, closed) {
        (true, ..) => ('[', ']', theme.overdue),
        (_, false, true) => ('(', ')', theme.dim),
        (_, true, _) => (' ', ' ', theme.dim),
        _ => (' ', ' ', theme.text),
    };
    let (left, right) = match (today == Some(day), left) {
        (true, ' ') => ('<', '>'),
        (true, left) => ('<', if left == '[' { ']' } else { ')' }),
        _ => (left, right),
    };
    (format!("{left}{:>2}{right}", day.day()), style)
}
