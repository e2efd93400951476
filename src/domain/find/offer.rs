//! The values offered for the field that is being typed at the end of a line.

use super::{QueryField, day_range::days, field_of};
use crate::{
    domain::{case::Stage, charter::Channel},
    words::{Lang, Say},
};
use chrono::NaiveDate;

/// A value that a field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub value: String,
    /// The days that it means, both included.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

const PAST: [[&str; 6]; 2] = [
    ["오늘", "어제", "이번주", "지난주", "이번달", "지난달"],
    [
        "today",
        "yesterday",
        "week",
        "last-week",
        "month",
        "last-month",
    ],
];
const AHEAD: [[&str; 6]; 2] = [
    ["오늘", "내일", "이번주", "다음주", "이번달", "초과"],
    ["today", "tomorrow", "week", "next-week", "month", "overdue"],
];
const STANDING: [[&str; 5]; 2] = [
    ["열림", "초과", "진행", "멈춤", "끝"],
    ["open", "overdue", "running", "paused", "done"],
];

/// The field at the end of a line, and what is typed of its value.
fn unfinished(line: &str) -> Option<(QueryField, &str)> {
    let token = line.rsplit(char::is_whitespace).next()?;
    let (name, value) = field_of(token)?;
    Some((QueryField::named(name)?, value))
}

/// The values that begin with what is typed of the last field of a line; none where it takes any text.
pub fn offers(line: &str, today: NaiveDate, lang: Lang) -> Vec<Offer> {
    let Some((field, typed)) = unfinished(line) else {
        return Vec::new();
    };
    let values = values(field, lang).into_iter();
    let begins = values.filter(|value| value.starts_with(&typed.to_lowercase()));
    let is_day = matches!(
        field,
        QueryField::Due | QueryField::Received | QueryField::Answered
    );
    begins
        .map(|value| Offer {
            days: days(&value, today).filter(|_| is_day),
            value,
        })
        .collect()
}

/// The line with the next value of its last field put in: the first that begins so, then the one after it; `None` where
/// nothing is offered.
pub fn with_next_offer(line: &str, lang: Lang) -> Option<String> {
    let (field, typed) = unfinished(line)?;
    let all = values(field, lang);
    let next = match all.iter().position(|value| value == typed) {
        Some(at) => all.get(at + 1).or_else(|| all.first()),
        None => all.iter().find(|value| value.starts_with(typed)),
    }?;
    let before = line.len() - typed.len();
    Some(format!("{}{next}", line.get(..before)?))
}

fn values(field: QueryField, lang: Lang) -> Vec<String> {
    let listed = |words: [&[&str]; 2]| -> Vec<String> {
        let [ko, en] = words;
        let words = match lang {
            Lang::Ko => ko,
            Lang::En => en,
        };
        words.iter().map(|word| (*word).to_owned()).collect()
    };
    match field {
        QueryField::Due => listed(AHEAD.each_ref().map(<[&str; 6]>::as_slice)),
        QueryField::Received | QueryField::Answered => {
            listed(PAST.each_ref().map(<[&str; 6]>::as_slice))
        }
        QueryField::Status => listed(STANDING.each_ref().map(<[&str; 5]>::as_slice)),
        // A blank would end the value: the word of the store stands for it.
        QueryField::Step => {
            let stages = Stage::ALL
                .iter()
                .map(|one| one_word(&one.say(lang), one.id()));
            let steps = ["1", "2", "3"].map(str::to_owned);
            stages.chain(steps).collect()
        }
        QueryField::Channel => {
            let channels = Channel::ALL.iter();
            channels
                .map(|one| one_word(&one.say(lang), one.id()))
                .collect()
        }
        QueryField::Officer
        | QueryField::Department
        | QueryField::Category
        | QueryField::Title
        | QueryField::Body
        | QueryField::Name
        | QueryField::Phone => Vec::new(),
    }
}

fn one_word(name: &str, id: &str) -> String {
    if name.contains(' ') {
        return id.to_owned();
    }
    name.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::find::SearchQuery;

    #[test]
    fn every_value_that_is_offered_is_taken_in_either_language() {
        let today = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        let mut met = 0;
        for lang in [Lang::Ko, Lang::En] {
            for field in QueryField::ALL {
                let line = format!("소음 {}:", field.say(lang));
                for offer in offers(&line, today, lang) {
                    let read = SearchQuery::read(&format!("{line}{}", offer.value), today);
                    assert_eq!(
                        read.map(|read| read.filters.len()),
                        Ok(1),
                        "{line} {offer:?}"
                    );
                    met += 1;
                }
            }
        }
        assert!(met > 60, "{met}");
    }

    #[test]
    fn a_value_is_offered_by_its_beginning_and_put_in_one_after_the_other() {
        let today = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        let found = offers("분류:불친절 접수:지난", today, Lang::Ko);
        let values: Vec<&str> = found.iter().map(|offer| offer.value.as_str()).collect();
        assert_eq!(values, ["지난주", "지난달"]);
        assert_eq!(found[1].days, Some((day(11, 1), day(11, 30))));
        for line in ["", "소음", "담당:", "접수:오늘 ", "10:30"] {
            assert_eq!(offers(line, today, Lang::Ko), [], "{line}");
        }
        for (line, next) in [
            ("접수:", "접수:오늘"),
            ("소음 접수:지", "소음 접수:지난주"),
            ("접수:지난주", "접수:이번달"),
            ("접수:지난달", "접수:오늘"),
            ("단계:처", "단계:처리중"),
        ] {
            assert_eq!(with_next_offer(line, Lang::Ko).as_deref(), Some(next));
        }
        assert_eq!(
            with_next_offer("answered:last", Lang::En).as_deref(),
            Some("answered:last-week")
        );
        assert_eq!(with_next_offer("담당:", Lang::Ko), None);
    }
}
