//! Short texts about an earlier case of the same person.

use super::day::day;
use crate::{
    desk::EarlierCase,
    domain::{calendar::Calendar, similarity::percent},
    words::{Lang, Say, forms as text},
};
use chrono::{DateTime, Utc};

/// The number of a case, its likeness, and whether the form names it.
pub fn head(case: &EarlierCase, linked: bool, lang: Lang) -> String {
    let mut head = format!("{} {:>3}%", case.number, percent(case.score));
    for (holds, word) in [(case.alike, text::ALIKE), (linked, text::LINKED)] {
        if holds {
            head.extend([" [", word.get(lang), "]"]);
        }
    }
    head
}

/// The day of arrival, stage, step and title of a case.
pub fn rest(
    case: &EarlierCase,
    calendar: Option<&Calendar>,
    now: DateTime<Utc>,
    lang: Lang,
) -> [String; 4] {
    let date = calendar.map(|calendar| {
        let (date, today) = (calendar.date(case.arrived_at), calendar.date(now));
        day(date, today, lang)
    });
    let step = match case.step {
        0 => text::NO_STEP.get(lang).to_owned(),
        step => text::STEP.with(lang, &[("step", &step.to_string())]),
    };
    [
        date.unwrap_or_default(),
        case.stage.say(lang),
        step,
        case.title.clone(),
    ]
}
