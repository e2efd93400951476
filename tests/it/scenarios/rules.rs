//! The rules under which a story is played: a charter as it comes with the program, and its calendars.

use chrono::{DateTime, Utc};
use minwon::domain::{
    calendar::Calendars,
    charter::{Charter, builtin},
    decide::Context,
    holidays::{HolidayEdit, Holidays},
    staff::Role,
};

pub(super) struct Rules {
    pub(super) charter: Charter,
    pub(super) calendars: Calendars,
}

impl Rules {
    /// Those of a charter by its id, with the holidays of the statute.
    pub(super) fn of(id: &str) -> Self {
        let charter = builtin::builtin(id).unwrap_or_else(|| panic!("no charter {id}"));
        let charter = charter.unwrap();
        let calendars = calendars(&charter, Vec::new());
        Self { charter, calendars }
    }

    /// What is decided on at a moment, recorded at another, by a clerk who signs nothing.
    pub(super) fn context(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> Context<'_> {
        Context {
            charter: &self.charter,
            charter_version: 1,
            calendars: &self.calendars,
            at,
            now,
            by: "kim",
            role: Role::Clerk,
            signer: None,
            related: &[],
        }
    }

    /// A moment on the office's clock; seconds only where there are any.
    pub(super) fn clock(&self, at: DateTime<Utc>) -> String {
        let shown = self.calendars.now().local(at).to_string();
        shown.strip_suffix(":00").unwrap_or(&shown).to_owned()
    }
}

/// The calendars of a charter with these changes to the holidays.
pub(super) fn calendars(charter: &Charter, edits: Vec<HolidayEdit>) -> Calendars {
    Calendars::new(charter.office.clone(), Holidays::korean(), edits).unwrap()
}

/// Writes down where something was expected and something else was found.
pub(super) fn same<T: PartialEq + std::fmt::Debug>(
    what: &str,
    expected: Option<&T>,
    found: Option<&T>,
    wrong: &mut Vec<String>,
) {
    if expected.is_some() && expected != found {
        wrong.push(format!("{what} is {found:?}, not {expected:?}"));
    }
}
