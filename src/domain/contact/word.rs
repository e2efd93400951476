//! The closed sets of words that contacts are made of.

use crate::{domain::charter::MetBy, words::closed_set};

closed_set! {
    /// The stage of a contact.
    ContactStage {
        Waiting = "waiting", "대기", "waiting";
        Serving = "serving", "응대 중", "being served";
        /// Nobody waits any more; a call-back is owed, or the matter was passed on.
        CallBack = "call_back", "회신 대기", "to call back";
        Ended = "ended", "종료", "ended";
    }
}

closed_set! {
    /// To where a visitor was guided.
    GuideTarget {
        Office = "office", "사무실", "office";
        Officer = "officer", "담당자", "officer";
    }
}

closed_set! {
    /// Why a visit or a call is ended against the customer's will (act art. 4, decree art. 4(1) no. 8).
    EndGround {
        /// Abuse, threats or harassment that went on.
        Abuse = "abuse", "폭언 등 반복", "repeated abuse";
        /// Far beyond the time that the body set, in the way of its work.
        Overtime = "overtime", "권장시간을 크게 넘겨 업무 방해", "far beyond the set time";
    }
}

impl GuideTarget {
    /// What it fulfils; the officer implies the office.
    pub(super) fn fulfils(self) -> &'static [MetBy] {
        match self {
            Self::Office => &[MetBy::Office],
            Self::Officer => &[MetBy::Office, MetBy::Officer],
        }
    }
}
