//! A contact: a visit or a call, waiting or in progress.

use super::charter::closed_set;
use crate::words::{Lang, Phrase, Say};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

closed_set! {
    /// Where a contact stands.
    ContactStage {
        /// The visitor or caller waits.
        Waiting = "waiting", "대기", "waiting";
        /// Somebody serves the visitor or caller.
        Serving = "serving", "응대 중", "being served";
        /// The visitor or caller has gone, and a call-back is owed.
        CallBack = "call_back", "회신 대기", "call-back owed";
        /// Nothing is left to do.
        Ended = "ended", "종료", "ended";
    }
}
