//! Who works at the desk.

use super::{charter::closed_set, party::Field};
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

/// Who stands under a paper that goes out: the person in charge with department and number (decree art. 31).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// The name.
    pub name: String,
    /// The department.
    pub department: String,
    /// The number to call.
    pub phone: String,
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
    /// The number to call when this person is out of the house; told only where the customer asks for it.
    pub mobile: String,
    /// The login of who stands in when this person is away; empty where nobody does.
    pub deputy: String,
    /// What this person may do.
    pub role: Role,
    /// Since when this person no longer works here.
    pub retired_at: Option<DateTime<Utc>>,
}

impl Staff {
    /// The signature under papers; where name or number is missing, that field.
    ///
    /// # Errors
    /// [`Field::Name`] or [`Field::Phone`], whichever is missing first.
    pub fn signature(&self) -> Result<Signature, Field> {
        for (field, text) in [(Field::Name, &self.name), (Field::Phone, &self.phone)] {
            if text.trim().is_empty() {
                return Err(field);
            }
        }
        Ok(Signature {
            name: self.name.clone(),
            department: self.department.clone(),
            phone: self.phone.clone(),
        })
    }

    /// True where `officer`, as it stands on a case, is this person: by login or by name.
    pub fn is(&self, officer: &str) -> bool {
        !officer.is_empty() && (self.login == officer || self.name == officer)
    }
}

/// Somebody with name and number, for tests.
#[cfg(test)]
pub(crate) fn somebody() -> Staff {
    Staff {
        login: "kim".into(),
        name: "김가상".into(),
        department: "고객지원팀".into(),
        phone: "054-000-1365".into(),
        mobile: String::new(),
        deputy: String::new(),
        role: Role::Clerk,
        retired_at: None,
    }
}
