//! Who works at the desk.

use super::party::Field;
use crate::words::{Lang, Phrase, Say, closed_set};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

closed_set! {
    /// What a member of staff may do, as the table of [`super::rights`] says.
    Role {
        /// Takes in and works cases.
        Clerk = "clerk", "담당자", "clerk";
        /// Records the third step too.
        Supervisor = "supervisor", "감독자", "supervisor";
        /// Reads everything.
        Auditor = "auditor", "감사 담당", "auditor";
        /// Keeps staff, calendar and settings; may act as another.
        Admin = "admin", "관리자", "administrator";
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

/// Who does what the calendar asks for: nobody in person. It stands in facts as a login does.
pub const THE_CALENDAR: &str = "minwon";

/// Everyone on the staff, to be called by name: colleagues know each other by names, facts by logins.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// Who works here, or worked.
    pub staff: &'a [Staff],
    /// The language of what is no name.
    pub lang: Lang,
}

impl<'a> Names<'a> {
    /// What a login is called. What is no login stands as it was written.
    pub fn of(self, login: &'a str) -> &'a str {
        match self.staff.iter().find(|one| one.login == login) {
            Some(one) if !one.name.is_empty() => &one.name,
            None if login == THE_CALENDAR => BY_THE_CALENDAR.get(self.lang),
            _ => login,
        }
    }

    /// What stands for a login where it can be changed: the name, unless another bears it too.
    pub fn typed(self, login: &'a str) -> &'a str {
        let name = self.of(login);
        if self.login(name) == login {
            name
        } else {
            login
        }
    }

    /// The login of who is called so, where exactly one is who works here; else what was given.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_is_called_by_its_name_and_the_calendar_by_words() {
        let kim = somebody();
        let nameless = Staff {
            login: "lee".into(),
            name: String::new(),
            ..somebody()
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
            ..somebody()
        };
        let gone = Staff {
            retired_at: Some(DateTime::UNIX_EPOCH),
            ..twin.clone()
        };
        let alone = [somebody(), gone];
        let both = [somebody(), twin];
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
            assert_eq!(names.login(names.typed(login)), login);
        }
    }
}
