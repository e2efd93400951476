//! Who works at the desk.

use super::charter::closed_set;
use crate::words::{Lang, Phrase, Say};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

closed_set! {
    /// What a member of staff may do.
    Role {
        /// Takes in and works cases.
        Clerk = "clerk", "담당자", "clerk";
        /// Records the third step too.
        Supervisor = "supervisor", "감독자", "supervisor";
        /// Reads everything.
        Auditor = "auditor", "감사 담당", "auditor";
        /// Keeps staff, calendar and settings; may act as another.
        Admin = "admin", "관리자", "admin";
    }
}

impl Role {
    /// True for those who may record the third step.
    pub const fn supervises(self) -> bool {
        matches!(self, Self::Supervisor | Self::Admin)
    }
}

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Staff {
    /// The login, which stands in every fact.
    pub login: String,
    /// The name shown to clerks and on replies.
    pub name: String,
    /// The department.
    pub department: String,
    /// The number to call.
    pub phone: String,
    /// What this person may do.
    pub role: Role,
    /// Since when this person no longer works here.
    pub retired_at: Option<DateTime<Utc>>,
}
