//! Why nothing was done with a notice.

use crate::{
    domain::outbox::{NoticeId, NoticeKind, NoticeState, NoticeWay},
    words::{Lang, Say, refusals as text},
};
use chrono::{DateTime, FixedOffset};

/// Why nothing was done with a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeRefusal {
    /// There is no such notice.
    NoSuchNotice(NoticeId),
    /// It was told or sent already.
    Done { id: NoticeId, state: NoticeState },
    /// Its state does not allow it.
    Stands {
        id: NoticeId,
        state: NoticeState,
        needed: Vec<NoticeState>,
    },
    /// It was told before there was anything to tell.
    NotYet {
        kind: NoticeKind,
        since: DateTime<FixedOffset>,
    },
    /// It has to be told in writing.
    InWriting {
        kind: NoticeKind,
        ways: Vec<NoticeWay>,
    },
    /// A result is not told that way without a reason.
    ReasonNeeded(NoticeWay),
    /// The case is to be closed and nobody was told the result.
    Untold(NoticeId),
}

impl Say for NoticeRefusal {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::NoSuchNotice(id) => text::NO_SUCH_NOTICE.of(lang, &[("id", id.to_string())]),
            Self::Done { id, state } => {
                let values = [("id", id.to_string()), ("state", state.say(lang))];
                text::NOTICE_DONE.of(lang, &values)
            }
            Self::Stands { id, state, needed } => {
                let needed: Vec<String> = needed.iter().map(|state| state.say(lang)).collect();
                let values = [
                    ("id", id.to_string()),
                    ("state", state.say(lang)),
                    ("needed", needed.join(", ")),
                ];
                text::NOTICE_STANDS.of(lang, &values)
            }
            Self::NotYet { kind, since } => {
                let since = since.format("%Y-%m-%d %H:%M").to_string();
                text::NOTICE_NOT_YET.of(lang, &[("kind", kind.say(lang)), ("since", since)])
            }
            Self::InWriting { kind, ways } => {
                let ways: Vec<String> = ways.iter().map(|way| way.say(lang)).collect();
                let values = [("kind", kind.say(lang)), ("ways", ways.join(", "))];
                text::NOTICE_IN_WRITING.of(lang, &values)
            }
            Self::ReasonNeeded(how) => text::NOTICE_REASON.of(lang, &[("how", how.say(lang))]),
            Self::Untold(id) => text::RESULT_UNTOLD.of(lang, &[("id", id.to_string())]),
        }
    }
}
