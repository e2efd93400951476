//! When the office is open, as rows: the week, then the days that are not like it.

use super::{Entry, channels};
use crate::{
    domain::{
        calendar::{NightReceipt, OfficeHours, Span},
        charter::Charter,
    },
    words::{Lang, Phrase, screens as text, weekday},
};
use chrono::Weekday;

/// The rows of the office hours.
pub(super) fn hours(charter: &Charter, lang: Lang) -> Vec<Entry> {
    let office = &charter.office;
    let mut rows = vec![
        (
            text::CHARTER_SOURCE.get(lang).to_owned(),
            charter.source.clone(),
        ),
        (
            text::CHARTER_ZONE.get(lang).to_owned(),
            office.zone.name().to_owned(),
        ),
        (
            text::CHARTER_CHANNELS.get(lang).to_owned(),
            channels(&charter.channels, lang),
        ),
    ];
    let reached = super::reached(&charter.reach).into_iter();
    rows.extend(reached.map(|(label, value)| (label.get(lang).to_owned(), value)));
    rows.extend(
        WEEK.into_iter()
            .zip(&office.week)
            .map(|(day, worked)| (weekday(day, lang).to_owned(), spans(worked, lang))),
    );
    rows.extend(days_out_of_the_week(office, lang));
    rows.into_iter()
        .map(|(label, value)| Entry {
            columns: vec![label, value.clone()],
            told: vec![value],
            facts: Vec::new(),
        })
        .collect()
}

fn days_out_of_the_week(office: &OfficeHours, lang: Lang) -> Vec<(String, String)> {
    let cutoff = office.cutoff.map_or_else(
        || text::CHARTER_CLOSE_OF_BUSINESS.get(lang).to_owned(),
        |time| time.format("%H:%M").to_string(),
    );
    let night = match office.night_receipt {
        NightReceipt::Literal => text::CHARTER_LITERAL,
        NightReceipt::NextOpen => text::CHARTER_NEXT_OPEN,
    };
    let mut rows = vec![
        (text::CHARTER_CUTOFF.get(lang).to_owned(), cutoff),
        (
            text::CHARTER_NIGHT.get(lang).to_owned(),
            night.get(lang).to_owned(),
        ),
    ];
    let on = |phrase: Phrase, date: &chrono::NaiveDate| {
        phrase.with(lang, &[("date", &date.to_string())])
    };
    for (date, shift) in &office.shifts {
        rows.push((on(text::CHARTER_SHIFT, date), spans(shift, lang)));
    }
    for (date, reason) in &office.closures {
        rows.push((on(text::CHARTER_CLOSURE, date), reason.clone()));
    }
    rows
}

/// The days of the week, as [`OfficeHours`] has them.
const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

fn spans(spans: &[Span], lang: Lang) -> String {
    let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let said: Vec<String> = spans
        .iter()
        .map(|span| format!("{}-{}", time(span.start), time(span.end)))
        .collect();
    if said.is_empty() {
        text::CHARTER_CLOSED.get(lang).to_owned()
    } else {
        said.join(", ")
    }
}
