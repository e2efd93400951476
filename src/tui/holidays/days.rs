//! The days of a year as rows: the holidays, and the days from which a holiday was removed.
//!
//! Must not know keys or forms.

use crate::{
    domain::holidays::{Holiday, HolidayChange, HolidayEdit, HolidayKind},
    tui::{
        page::{columns, indented},
        screen::Shared,
    },
    words::{Lang, Say, screens as text, weekday},
};
use chrono::{Datelike, NaiveDate};
use ratatui::text::Line;

/// A day of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) date: NaiveDate,
    pub(super) name: String,
    /// `None` where it is no longer a holiday.
    pub(super) kind: Option<HolidayKind>,
    /// The last change by staff.
    pub(super) edit: Option<HolidayEdit>,
}

/// The days of a year: its holidays, and those that an edit removed.
pub(super) fn days(year: i32, holidays: &[Holiday], edits: &[HolidayEdit]) -> Vec<Day> {
    let last_edit = |date| edits.iter().rfind(|edit| edit.date == date).cloned();
    let mut days: Vec<Day> = holidays
        .iter()
        .map(|holiday| Day {
            date: holiday.date,
            name: holiday.name.clone(),
            kind: Some(holiday.kind),
            edit: last_edit(holiday.date),
        })
        .collect();
    let is_removal =
        |edit: &&HolidayEdit| edit.change == HolidayChange::Removed && edit.date.year() == year;
    for edit in edits.iter().filter(is_removal) {
        if days.iter().all(|day| day.date != edit.date) {
            days.push(Day {
                date: edit.date,
                name: edit.name.clone(),
                kind: None,
                edit: last_edit(edit.date),
            });
        }
    }
    days.sort_by_key(|day| day.date);
    days
}

/// The change by staff, when decided and where published; empty for a day as the law has it.
pub(super) fn change_text(day: &Day, lang: Lang) -> String {
    let Some(edit) = &day.edit else {
        return String::new();
    };
    let change = match edit.change {
        HolidayChange::Added(_) => text::HOLIDAY_ADDED,
        HolidayChange::Removed => text::HOLIDAY_REMOVED,
    };
    let values = [
        ("change", change.get(lang)),
        ("date", &edit.decided_on.to_string()),
        ("source", &edit.source),
    ];
    text::HOLIDAY_BY.with(lang, &values)
}

/// The kind of a day, or that it is no holiday.
pub(super) fn kind_text(day: &Day, lang: Lang) -> String {
    let none = || text::HOLIDAY_REMOVED_DAY.get(lang).to_owned();
    day.kind.map_or_else(none, |kind| kind.say(lang))
}

/// The widths of date, weekday, name, kind and change in so many cells.
fn widths(cells: usize) -> [usize; 5] {
    let name = if cells >= 110 { 40 } else { 24 };
    let rest = cells.saturating_sub(10 + 3 + name + 18 + 6);
    [10, 3, name, 18, rest]
}

/// The names of the columns.
pub(super) fn heading(cells: usize, shared: &Shared) -> Line<'static> {
    let [date, weekday, name, kind, changed] = widths(cells);
    let (lang, style) = (shared.lang, shared.theme.heading);
    let cells = [
        (text::HOLIDAY_DATE.get(lang), date, style),
        (" ", weekday, style),
        (text::HOLIDAY_NAME.get(lang), name, style),
        (text::HOLIDAY_KIND.get(lang), kind, style),
        (text::HOLIDAY_CHANGE.get(lang), changed, style),
    ];
    indented(columns(cells, shared.symbols.alphabet))
}

/// A day on one row.
pub(super) fn line(day: &Day, cells: usize, shared: &Shared) -> Line<'static> {
    let (lang, theme) = (shared.lang, &shared.theme);
    let style = day.kind.map_or(theme.dim, |_| theme.text);
    let texts = [
        &*day.date.to_string(),
        weekday(day.date.weekday(), lang),
        &day.name,
        &kind_text(day, lang),
        &change_text(day, lang),
    ];
    let cells = texts.into_iter().zip(widths(cells));
    columns(
        cells.map(|(text, cells)| (text, cells, style)),
        shared.symbols.alphabet,
    )
}
