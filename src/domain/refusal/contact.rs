//! Why something was not done about a contact: a sentence that says what to do.

use crate::{
    domain::subject::CaseNumber,
    words::{Lang, Say, refusals as text},
};
use chrono::{DateTime, FixedOffset};

fn minute(at: &DateTime<FixedOffset>) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}

/// Why a command about a contact was not carried out; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactRefusal {
    Ended,
    /// An officer serves already, and no question waits.
    Served {
        officer: String,
    },
    NotWaiting,
    /// Only a visitor can be guided.
    NotAVisit,
    /// A contact comes in person or by telephone.
    NoSuchWay,
    NoCallBack,
    /// No contact that became this case owes a call-back.
    NoCallBackOfCase,
    CallBackOwed,
    Became(CaseNumber),
    ToNobody,
    /// The customer was not told the reason before it was ended.
    ReasonUntold,
    /// The reason was told while nobody was there, or after the end.
    ReasonToldOutside {
        from: DateTime<FixedOffset>,
        until: DateTime<FixedOffset>,
    },
    /// The time that the body set counts from when somebody serves.
    NotServed,
    WithinSetTime {
        minutes: u32,
        over: DateTime<FixedOffset>,
    },
}

impl Say for ContactRefusal {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Served { officer } => text::CONTACT_SERVED.with(lang, &[("officer", officer)]),
            Self::Became(case) => text::CONTACT_BECAME.with(lang, &[("number", &case.to_string())]),
            Self::ReasonUntold => text::CONTACT_REASON_UNTOLD.get(lang).to_owned(),
            Self::ReasonToldOutside { from, until } => {
                let values = [("from", &*minute(from)), ("until", &minute(until))];
                text::CONTACT_REASON_OUTSIDE.with(lang, &values)
            }
            Self::NotServed => text::CONTACT_NOT_SERVED.get(lang).to_owned(),
            Self::WithinSetTime { minutes, over } => {
                let values = [("minutes", &*minutes.to_string()), ("over", &minute(over))];
                text::CONTACT_WITHIN_SET_TIME.with(lang, &values)
            }
            Self::Ended => text::CONTACT_ENDED.get(lang).to_owned(),
            Self::NotWaiting => text::CONTACT_NOT_WAITING.get(lang).to_owned(),
            Self::NotAVisit => text::CONTACT_NOT_A_VISIT.get(lang).to_owned(),
            Self::NoSuchWay => text::CONTACT_NO_SUCH_WAY.get(lang).to_owned(),
            Self::NoCallBack => text::CONTACT_NO_CALL_BACK.get(lang).to_owned(),
            Self::NoCallBackOfCase => text::CONTACT_NO_CALL_BACK_OF_CASE.get(lang).to_owned(),
            Self::CallBackOwed => text::CONTACT_CALL_BACK_OWED.get(lang).to_owned(),
            Self::ToNobody => text::CONTACT_TO_NOBODY.get(lang).to_owned(),
        }
    }
}
