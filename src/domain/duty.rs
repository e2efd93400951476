//! A duty: what the charter promises by the calendar, one period of it.

use super::charter::closed_set;
use crate::words::{Lang, Phrase, Say};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

closed_set! {
    /// Where a duty stands.
    DutyStage {
        /// It is to be done.
        Open = "open", "진행 중", "open";
        /// It was done.
        Done = "done", "이행", "done";
    }
}
