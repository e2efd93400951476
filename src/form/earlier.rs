//! Short texts about an earlier case of the same person.

use super::day::day;
use crate::{
    desk::EarlierCase,
    domain::calendar::Calendar,
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

/// A likeness of 0 to 1 in whole percent; 0 where it is not finite.
fn percent(score: f32) -> u8 {
    let score = if score.is_finite() {
        score.clamp(0.0, 1.0)
    } else {
        0.0
    };
    // Counted, to avoid a lossy cast: a percentage has a hundred steps.
    let steps = (0..100_u8).take_while(|step| f32::from(*step) + 0.5 <= score * 100.0);
    steps.last().map_or(0, |step| step + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_likeness_is_rounded_to_whole_percent() {
        for (score, shown) in [
            (0.0, 0),
            (0.004, 0),
            (0.006, 1),
            (0.86, 86),
            (0.995, 100),
            (1.0, 100),
            (7.0, 100),
            (f32::NAN, 0),
        ] {
            assert_eq!(percent(score), shown, "{score}");
        }
    }
}
