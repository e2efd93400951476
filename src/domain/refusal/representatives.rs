//! Why nothing was done about who represents several people.

use super::Refusal;
use crate::words::{Lang, Say, refusals as text};
use chrono::NaiveDate;

/// Why a command about representatives was not carried out (decree art. 8): `last` is the last day on which those who brought it
/// may choose, `from` the first on which the agency may designate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepresentativesRefusal {
    /// They are fewer than three, or somebody represents them.
    NotNeeded,
    /// They were asked already.
    Asked { last: NaiveDate },
    /// They were not asked.
    NotAsked,
    /// Their time is not over.
    MayStillChoose { last: NaiveDate, from: NaiveDate },
    /// More than three.
    TooMany,
    /// Time is stopped until they chose, or the agency designated.
    Awaited,
}

impl From<RepresentativesRefusal> for Refusal {
    fn from(refusal: RepresentativesRefusal) -> Self {
        Self::Representatives(refusal)
    }
}

impl Say for RepresentativesRefusal {
    fn say(&self, lang: Lang) -> String {
        let day = ToString::to_string;
        match self {
            Self::NotNeeded => text::REPRESENTATIVES_NOT_NEEDED.get(lang).to_owned(),
            Self::Asked { last } => text::REPRESENTATIVES_ASKED.with(lang, &[("last", &day(last))]),
            Self::NotAsked => text::REPRESENTATIVES_NOT_ASKED.get(lang).to_owned(),
            Self::MayStillChoose { last, from } => {
                let values = [("last", day(last)), ("from", day(from))];
                text::REPRESENTATIVES_MAY_CHOOSE.of(lang, &values)
            }
            Self::TooMany => text::REPRESENTATIVES_TOO_MANY.get(lang).to_owned(),
            Self::Awaited => text::REPRESENTATIVES_AWAITED.get(lang).to_owned(),
        }
    }
}
