//! The days of a year as rows: the holidays, and the days on which a holiday was taken away.
//!
//! Knows the table and its edits. Must not know keys or forms.

use crate::{
    domain::holidays::{Holiday, HolidayChange, HolidayEdit, HolidayKind},
    tui::{page::columns, screen::Shared},
    words::{Lang, Say, screens as text, weekday},
};
use chrono::{Datelike, NaiveDate};
use ratatui::text::Line;

/// A day of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) date: NaiveDate,
    pub(super) name: String,
    /// What makes it a holiday; `None` where it is none any more.
    pub(super) kind: Option<HolidayKind>,
    /// The last change that staff made to it.
    pub(super) edit: Option<HolidayEdit>,
}

/// The days of a year: its holidays, and those that an edit took away.
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
    let removed = edits
        .iter()
        .filter(|edit| edit.change == HolidayChange::Removed && edit.date.year() == year);
    for edit in removed {
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

/// What staff changed, decided when and published where; nothing for a day that stands as the law has it.
pub(super) fn changed(day: &Day, lang: Lang) -> String {
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
pub(super) fn kind(day: &Day, lang: Lang) -> String {
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
    let style = shared.theme.heading;
    let mut line = columns(
        [
            (text::HOLIDAY_DATE.get(shared.lang), date, style),
            (" ", weekday, style),
            (text::HOLIDAY_NAME.get(shared.lang), name, style),
            (text::HOLIDAY_KIND.get(shared.lang), kind, style),
            (text::HOLIDAY_CHANGE.get(shared.lang), changed, style),
        ],
        shared.symbols.alphabet,
    );
    line.spans.insert(0, ratatui::text::Span::raw(" "));
    line
}

/// A day on one row.
pub(super) fn line(day: &Day, cells: usize, shared: &Shared) -> Line<'static> {
    let [
        date_cells,
        weekday_cells,
        name_cells,
        kind_cells,
        change_cells,
    ] = widths(cells);
    let (lang, theme) = (shared.lang, &shared.theme);
    let style = if day.kind.is_some() {
        theme.text
    } else {
        theme.dim
    };
    columns(
        [
            (day.date.to_string().as_str(), date_cells, style),
            (weekday(day.date.weekday(), lang), weekday_cells, style),
            (&day.name, name_cells, style),
            (&kind(day, lang), kind_cells, style),
            (&changed(day, lang), change_cells, style),
        ],
        shared.symbols.alphabet,
    )
}
