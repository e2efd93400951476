//! Why nothing was done about missing papers: a sentence that names the day.

use super::Refusal;
use crate::words::{Lang, Say, refusals as text};
use chrono::NaiveDate;

/// Why a command about a supplement was not carried out; nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupplementRefusal {
    /// The petition is sent back before the complainant's time is over (decree art. 25(1)).
    MayStillCome {
        /// The last day.
        last: NaiveDate,
        /// The first on which it can be sent back.
        from: NaiveDate,
    },
    /// No supplement is waited for.
    NotAsked,
    /// It was asked for, and the time is not over.
    Asked {
        /// The last day.
        last: NaiveDate,
        /// The first on which it can be asked for again.
        from: NaiveDate,
    },
    /// It was asked for again, and the time is not over.
    AskedAgain {
        /// The last day.
        last: NaiveDate,
    },
    /// It was asked for twice already (decree art. 24(3)).
    AskedTwice,
    /// It is asked for again with more time than ten days (decree art. 24(3)).
    TooLong {
        /// The last day that can be named.
        last: NaiveDate,
    },
    /// The complainant was given longer twice, or it was asked for again (decree art. 24(2)).
    NoLonger {
        /// The last day.
        last: NaiveDate,
    },
    /// The time is over.
    Over {
        /// The last day.
        last: NaiveDate,
    },
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
