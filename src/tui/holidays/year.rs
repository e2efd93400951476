//! The year as a calendar beside its list, where the screen is wide enough: days off and today stand in brackets.
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
        page::put,
        screen::Shared,
        text::{pad, width},
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
/// The list is no narrower than that.
const LIST: u16 = 100;

/// Divides the screen into the list and the calendar; the calendar has no room on most.
pub(super) fn divided(area: Rect) -> (Rect, Option<Rect>) {
    let beside = area.width.saturating_sub(LIST);
    let across = (beside / MONTH).min(ACROSS);
    let fits = across > 0 && 12_u16.div_ceil(across) * ROWS <= area.height;
    if !fits {
        return (area, None);
    }
    let list = area.width - across * MONTH - 1;
    let left = Rect {
        width: list,
        ..area
    };
    let right = Rect {
        x: area.x + list,
        width: area.width - list,
        ..area
    };
    (left, Some(right))
}

/// Draws the months of a year, the days off in brackets and the chosen day under the bar.
pub(super) fn draw(
    year: i32,
    (days, chosen): (&[Day], Option<NaiveDate>),
    buffer: &mut Buffer,
    area: Rect,
    shared: &Drawing<'_>,
) {
    let border = shared.symbols.border.vertical_left;
    for row in area.intersection(buffer.area).rows() {
        buffer.set_string(row.x, row.y, border, shared.theme.frame);
    }
    let across = (area.width / MONTH).max(1);
    for (at, number) in (0_u16..12).zip(1..) {
        let place = Rect {
            x: area.x + 2 + at % across * MONTH,
            y: area.y + at / across * ROWS,
            width: MONTH,
            height: ROWS,
        };
        if let Some(first) = NaiveDate::from_ymd_opt(year, number, 1) {
            let lines = of_month(first, (days, chosen), shared);
            for (row, line) in lines.iter().enumerate() {
                put(buffer, place.intersection(area), row, line);
            }
        }
    }
    let last = usize::from(12_u16.div_ceil(across) * ROWS);
    let legend = format!("  {}", text::HOLIDAY_LEGEND.get(shared.lang));
    let below = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(1),
        ..area
    };
    put(buffer, below, last, &Line::styled(legend, shared.theme.dim));
}

fn of_month(
    first: NaiveDate,
    (days, chosen): (&[Day], Option<NaiveDate>),
    shared: &Shared,
) -> Vec<Line<'static>> {
    let (lang, theme, alphabet) = (shared.lang, &shared.theme, shared.symbols.alphabet);
    let name = u8::try_from(first.month()).ok().map(Month::try_from);
    let name = name.and_then(Result::ok).map(|of_it| month(of_it, lang));
    let name = name.unwrap_or_default();
    let week = [
        Weekday::Sun,
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
    ];
    let cells = usize::from(DAY);
    let named = week.map(|day| {
        let short = crate::tui::text::head(weekday(day, lang), 2);
        pad(
            &format!("{}{short}", " ".repeat(3 - width(short))),
            cells,
            alphabet,
        )
    });
    let mut lines = vec![
        Line::styled(format!(" {name}"), theme.heading),
        Line::styled(named.concat(), theme.dim),
    ];
    let calendar = shared.rules.as_ref().map(|rules| rules.calendars.now());
    let today = calendar.map(|calendar| calendar.date(shared.now));
    let lead = usize::try_from(first.weekday().num_days_from_sunday()).unwrap_or(0);
    let mut spans = vec![Span::raw(" ".repeat(lead * cells))];
    let of_it = first
        .iter_days()
        .take_while(|day| day.month() == first.month());
    for day in of_it {
        let (shown, style) = of_day(day, days, (today, calendar), shared);
        let style = if chosen == Some(day) {
            theme.bar
        } else {
            style
        };
        spans.push(Span::styled(shown, style));
        let ends = day.checked_add_days(Days::new(1));
        if day.weekday() == Weekday::Sat || ends.is_none_or(|next| next.month() != first.month()) {
            lines.push(Line::from(std::mem::take(&mut spans)));
        }
    }
    lines
}

/// A day in its cells: in square brackets where it is a holiday, in round ones where the office is closed on a day of the
/// week on which it works, in pointed ones today.
fn of_day(
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
