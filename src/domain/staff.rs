//! The staff of the desk.

use super::party::Field;
use crate::words::{Lang, Phrase, closed_set};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

closed_set! {
    /// What a member of staff may do, as the table of [`super::rights`] says.
    Role {
        Clerk = "clerk", "담당자", "clerk";
        /// Records the third step too.
        Supervisor = "supervisor", "감독자", "supervisor";
        Auditor = "auditor", "감사 담당", "auditor";
        /// Keeps staff, calendar and settings; may act as another.
        Admin = "admin", "관리자", "administrator";
        /// The program that sends the mail by itself, and nothing else.
        Service = "service", "발송 서비스", "mail service";
        /// Can be put in charge, but cannot act.
        NoLogin = "no-login", "계정 없음", "no account";
    }
}

/// The signature of an outgoing letter: the person in charge with department and number (decree art. 31).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    pub name: String,
    pub department: String,
    pub phone: String,
}

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Staff {
    /// Recorded in every fact.
    pub login: String,
    /// Shown to clerks and on replies.
    pub name: String,
    pub department: String,
    pub phone: String,
    /// The number when away from the office; given only if the customer asks for it.
    pub mobile: String,
    /// The login of the deputy while away; empty if there is none.
    pub deputy: String,
    pub role: Role,
    pub retired_at: Option<DateTime<Utc>>,
}

impl Staff {
    /// The signature under notices.
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

/// The login of facts that the calendar triggers.
pub const THE_CALENDAR: &str = "minwon";

/// Translates between the logins in facts and the names that colleagues use.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// Current and former members.
    pub staff: &'a [Staff],
    /// The language of what has no name of its own.
    pub lang: Lang,
}

impl<'a> Names<'a> {
    /// Returns the name of a login; a text that is no login is returned unchanged.
    pub fn of(self, login: &'a str) -> &'a str {
        match self.staff.iter().find(|one| one.login == login) {
            Some(one) if !one.name.is_empty() => &one.name,
            None if login == THE_CALENDAR => BY_THE_CALENDAR.get(self.lang),
            _ => login,
        }
    }

    /// Returns the text of a login in an editable field: the name, or the login if the name is not unique.
    pub fn editable(self, login: &'a str) -> &'a str {
        let name = self.of(login);
        if self.login(name) == login {
            name
        } else {
            login
        }
    }

    /// Returns the login of the one active member of that name or login; otherwise what was given.
    pub fn login(self, called: &'a str) -> &'a str {
        let called = called.trim();
        let mut named = self
            .staff
            .iter()
            .filter(|one| one.retired_at.is_none() && !called.is_empty() && one.is(called));
        match (named.next(), named.next()) {
            (Some(one), None) => &one.login,
            _ => called,
        }
    }
}

const BY_THE_CALENDAR: Phrase = Phrase::new("달력(자동)", "the calendar");

/// A member of staff with name and number, for tests.
#[cfg(test)]
pub(crate) fn sample_staff() -> Staff {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_is_called_by_its_name_and_the_calendar_by_words() {
        let kim = sample_staff();
        let nameless = Staff {
            login: "lee".into(),
            name: String::new(),
            ..sample_staff()
        };
        let staff = [kim, nameless];
        for (lang, login, called) in [
            (Lang::Ko, "kim", "김가상"),
            (Lang::Ko, "lee", "lee"),
            (Lang::Ko, "시설팀 담당", "시설팀 담당"),
            (Lang::Ko, THE_CALENDAR, "달력(자동)"),
            (Lang::En, THE_CALENDAR, "the calendar"),
            (Lang::En, "", ""),
        ] {
            let names = Names {
                staff: &staff,
                lang,
            };
            assert_eq!(names.of(login), called);
        }
    }

    #[test]
    fn a_name_is_a_login_where_one_person_bears_it() {
        let twin = Staff {
            login: "kim2".into(),
            ..sample_staff()
        };
        let gone = Staff {
            retired_at: Some(DateTime::UNIX_EPOCH),
            ..twin.clone()
        };
        let alone = [sample_staff(), gone];
        let both = [sample_staff(), twin];
        for (staff, typed, login) in [
            (&alone, "김가상", "kim"),
            (&alone, " 김가상 ", "kim"),
            (&alone, "kim", "kim"),
            (&alone, "박가상", "박가상"),
            (&both, "김가상", "김가상"),
            (&both, "kim2", "kim2"),
            (&alone, "", ""),
        ] {
            let lang = Lang::Ko;
            let names = Names { staff, lang };
            assert_eq!(names.login(typed), login);
            assert_eq!(names.login(names.editable(login)), login);
        }
    }
}
