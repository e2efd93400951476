//! What is recorded later than it happened.

use super::{Phrase, phrases};

phrases! {
    RECORDED = "기록 {time}", "recorded {time}";
    REASON = "늦게 기록한 사유: {reason}", "recorded late because: {reason}";
    WITH_REASON = "기록 {time} (늦게 기록함, 사유: {reason})", "recorded {time} (late, because: {reason})";
    STATUS = "{status}(늦게 기록)", "{status}, recorded late";
}
