//! A duty as screens and documents show it.

use super::DutyView;
use crate::{
    desk::Report,
    domain::{
        deadline::Deadline,
        decide::Context,
        duty::{self, DutyAction, DutyCommand, DutyRefusal},
        refusal::Refusal,
        staff::Staff,
    },
    words::Lang,
};
use chrono::{DateTime, Utc};

impl DutyView {
    /// The title: the charter's in that language, unless a clerk gave another.
    pub fn title(&self, lang: Lang) -> String {
        let duty = &self.duty;
        match &self.plan {
            Some(plan) if plan.title(duty.period, Lang::Ko) == duty.title => {
                plan.title(duty.period, lang)
            }
            _ => duty.title.clone(),
        }
    }

    /// Checks whether a member of staff can carry out an action now; carrying it out checks again. The report of the
    /// duty tells whether there is anything to remind of.
    ///
    /// # Errors
    /// Why not, however its form is filled in.
    pub fn check(
        &self,
        action: DutyAction,
        report: Option<&Report>,
        by: (&Staff, DateTime<Utc>),
    ) -> Result<(), Refusal> {
        duty::check(&self.duty, action, &self.context(by))?;
        match (action, report) {
            (DutyAction::Remind, Some(Report::Overdue(overdue))) if !overdue.is_empty() => Ok(()),
            (DutyAction::Remind, Some(_) | None) => Err(Refusal::Duty(DutyRefusal::NothingOverdue)),
            (
                DutyAction::Finish
                | DutyAction::Schedule
                | DutyAction::Announce
                | DutyAction::Correct
                | DutyAction::Skip
                | DutyAction::Revoke,
                _,
            ) => Ok(()),
        }
    }

    /// The deadline after a command; `None` where there would be none.
    ///
    /// # Errors
    /// Why it cannot be carried out.
    pub fn preview(
        &self,
        command: &DutyCommand,
        by: (&Staff, DateTime<Utc>),
    ) -> Result<Option<Deadline>, Refusal> {
        duty::preview((&self.duty, &self.facts), command, &self.context(by))
    }

    fn context<'a>(&'a self, (staff, now): (&'a Staff, DateTime<Utc>)) -> Context<'a> {
        // The last fact may come from a machine whose clock is ahead.
        self.rules.context(now.max(self.duty.last_at), staff)
    }

    /// The instant at which it is due.
    pub fn due(&self) -> Option<DateTime<Utc>> {
        self.deadline.as_ref().map(|deadline| deadline.due.at)
    }

    /// The mark that shows its state at `now`.
    pub fn mark(&self, now: DateTime<Utc>) -> duty::DutyMark {
        duty::DutyMark::of(&self.duty, self.deadline.as_ref(), now)
    }
}
