//! Why something was not done to a duty: a sentence that says what to do instead.

use crate::{
    domain::{period::Period, subject::DutyNumber},
    words::{Lang, Say, duties as text},
};
use chrono::NaiveDate;

/// Why a command for a duty was not carried out; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DutyRefusal {
    /// It cannot be done before this day.
    NotYet { from: NaiveDate },
    /// It was done on this day.
    Done { on: NaiveDate },
    /// It was announced on this day.
    Announced { on: NaiveDate },
    /// It was left out on this day.
    LeftOut { on: NaiveDate },
    /// It has no date of its own.
    NeverDated,
    /// Its date was not set yet.
    NoDateYet,
    /// The charter in force has no such duty.
    UnknownPromise { given: String, known: Vec<String> },
    /// The period has not the length that the promise asks for.
    WrongPeriod { given: Period, example: Period },
    /// The period is not over: the desk plans it by itself.
    PeriodRuns(Period),
    /// The period is on record already.
    PeriodKnown { period: Period, number: DutyNumber },
    /// The fact holds no score or grade that could be corrected.
    NoResultThere(u32),
    /// It does not look for overdue cases, or was left out: it reminds no department.
    RemindsNobody,
    /// No case of those departments is overdue.
    NothingOverdue,
}

impl Say for DutyRefusal {
    fn say(&self, lang: Lang) -> String {
        let day = |phrase: crate::words::Phrase, date: &NaiveDate| {
            phrase.with(lang, &[("date", &date.to_string())])
        };
        match self {
            Self::NotYet { from } => day(text::NOT_YET, from),
            Self::Done { on } => day(text::DONE_ALREADY, on),
            Self::Announced { on } => day(text::ANNOUNCED_ALREADY, on),
            Self::LeftOut { on } => day(text::LEFT_OUT_ALREADY, on),
            Self::NeverDated => text::NEVER_DATED.get(lang).to_owned(),
            Self::NoDateYet => text::NO_DATE_YET.get(lang).to_owned(),
            Self::UnknownPromise { given, known } => {
                text::UNKNOWN_PROMISE.with(lang, &[("given", given), ("known", &known.join(", "))])
            }
            Self::WrongPeriod { given, example } => text::WRONG_PERIOD.with(
                lang,
                &[
                    ("given", &given.to_string()),
                    ("example", &example.to_string()),
                ],
            ),
            Self::PeriodRuns(period) => {
                text::PERIOD_RUNS.with(lang, &[("period", &period.say(lang))])
            }
            Self::PeriodKnown { period, number } => text::PERIOD_KNOWN.with(
                lang,
                &[
                    ("period", &period.say(lang)),
                    ("number", &number.to_string()),
                ],
            ),
            Self::RemindsNobody => text::REMINDS_NOBODY.get(lang).to_owned(),
            Self::NothingOverdue => text::NOTHING_OVERDUE.get(lang).to_owned(),
            Self::NoResultThere(fact) => {
                text::NO_RESULT_THERE.with(lang, &[("fact", &fact.to_string())])
            }
        }
    }
}
