//! When the office is open, as rows: the week, then the days that are not like it.

use super::{Entry, channels};
use crate::{
    domain::{
        calendar::{NightReceipt, Span},
        charter::Charter,
    },
    words::{Lang, Phrase, screens as text, weekday},
};
use chrono::{NaiveDate, Weekday};

/// The rows of the office hours.
pub(super) fn hours(charter: &Charter, lang: Lang) -> Vec<Entry> {
    let office = &charter.office;
    let named = |phrase: Phrase, value: String| (phrase.get(lang).to_owned(), value);
    let mut rows = vec![
        named(text::CHARTER_SOURCE, charter.source.clone()),
        named(text::CHARTER_ZONE, office.zone.name().to_owned()),
        named(text::CHARTER_CHANNELS, channels(&charter.channels, lang)),
    ];
    let reached = super::reached(&charter.reach).into_iter();
    rows.extend(reached.map(|(label, value)| (label.get(lang).to_owned(), value)));
    let week = WEEK.into_iter().zip(&office.week);
    rows.extend(week.map(|(day, open)| (weekday(day, lang).to_owned(), spans(open, lang))));
    let cutoff = office.cutoff.map(|time| time.format("%H:%M").to_string());
    let end_of_day = || text::CHARTER_CLOSE_OF_BUSINESS.get(lang).to_owned();
    let night = match office.night_receipt {
        NightReceipt::Literal => text::CHARTER_LITERAL,
        NightReceipt::NextOpen => text::CHARTER_NEXT_OPEN,
    };
    rows.extend([
        named(text::CHARTER_CUTOFF, cutoff.unwrap_or_else(end_of_day)),
        named(text::CHARTER_NIGHT, night.get(lang).to_owned()),
        named(
            text::CHARTER_CONTACT,
            text::MINUTES.with(lang, &[("n", &charter.contact_minutes.to_string())]),
        ),
    ]);
    if let Some(front_desk) = &charter.front_desk {
        rows.push(named(text::CHARTER_FRONT_DESK, front_desk.clone()));
    }
    if charter.progress_online {
        let online = text::CHARTER_PROGRESS_ONLINE.get(lang).to_owned();
        rows.push(named(text::CHARTER_PROGRESS, online));
    }
    let on = |phrase: Phrase, date: &NaiveDate| phrase.with(lang, &[("date", &date.to_string())]);
    for (date, shift) in &office.shifts {
        rows.push((on(text::CHARTER_SHIFT, date), spans(shift, lang)));
    }
    for (date, reason) in &office.closures {
        rows.push((on(text::CHARTER_CLOSURE, date), reason.clone()));
    }
    let rows = rows.into_iter();
    rows.map(|(label, value)| Entry {
        columns: vec![label, value.clone()],
        texts: vec![value],
        facts: Vec::new(),
    })
    .collect()
}

/// The days of the week in the order of the office hours.
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
