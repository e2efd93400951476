//! Why nothing was done about missing papers: a sentence that names the day.

use super::Refusal;
use crate::words::{Lang, Say, refusals as text};
use chrono::NaiveDate;

/// Why a command about a supplement was not carried out: `last` is the last day of its time, `from` the first day on which
/// the command is possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupplementRefusal {
    /// The petition cannot be returned before the complainant's time is over (decree art. 25(1)).
    MayStillCome { last: NaiveDate, from: NaiveDate },
    /// No supplement was asked for.
    NotAsked,
    /// Its time is not over.
    Asked { last: NaiveDate, from: NaiveDate },
    /// The time of the second demand is not over.
    AskedAgain { last: NaiveDate },
    /// Twice at most (decree art. 24(3)).
    AskedTwice,
    /// More than ten days for the second demand (decree art. 24(3)).
    TooLong { last: NaiveDate },
    /// More time was given twice, or it was asked for again (decree art. 24(2)).
    NoLonger { last: NaiveDate },
    /// It is too late to give more time.
    Over { last: NaiveDate },
}

impl From<SupplementRefusal> for Refusal {
    fn from(refusal: SupplementRefusal) -> Self {
        Self::Supplement(refusal)
    }
}

impl Say for SupplementRefusal {
    fn say(&self, lang: Lang) -> String {
        let (phrase, last, from) = match self {
            Self::MayStillCome { last, from } => (text::SUPPLEMENT_MAY_COME, last, Some(from)),
            Self::Asked { last, from } => (text::SUPPLEMENT_ASKED, last, Some(from)),
            Self::AskedAgain { last } => (text::SUPPLEMENT_ASKED_AGAIN, last, None),
            Self::NotAsked => return text::SUPPLEMENT_NOT_ASKED.get(lang).to_owned(),
            Self::AskedTwice => return text::SUPPLEMENT_ASKED_TWICE.get(lang).to_owned(),
            Self::TooLong { last } => (text::SUPPLEMENT_TOO_LONG, last, None),
            Self::NoLonger { last } => (text::SUPPLEMENT_NO_LONGER, last, None),
            Self::Over { last } => (text::SUPPLEMENT_OVER, last, None),
        };
        let day = |day: Option<&NaiveDate>| day.map(ToString::to_string).unwrap_or_default();
        phrase.with(lang, &[("last", &day(Some(last))), ("from", &day(from))])
    }
}
