//! The rules under which a story is played: a charter as it comes with the program, and its calendars.

use super::story::{Step, Time};
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

    /// What is decided on at a moment, by a clerk who signs nothing.
    pub(super) fn context<'a>(&'a self, at: Time, by: &'a str) -> Context<'a> {
        Context {
            charter: &self.charter,
            charter_version: 1,
            calendars: &self.calendars,
            at: at.0,
            now: at.0,
            late_reason: "",
            by: if by.is_empty() { "kim" } else { by },
            role: Role::Clerk,
            signer: None,
            history: &[],
            related: &[],
            person: None,
            staff: &[],
        }
    }

    /// What a step is decided on; done by somebody of that role unless the step names another.
    pub(super) fn of_step<'a, A, P>(&'a self, step: &'a Step<A, P>, role: Role) -> Context<'a> {
        Context {
            now: step.recorded().0,
            late_reason: &step.late_reason,
            role: step.role.unwrap_or(role),
            ..self.context(step.done.at, &step.done.by)
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
