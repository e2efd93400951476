//! A duty as screens and documents show it.

use super::DutyView;
use crate::{
    desk::{Report, revoke::something_revocable},
    domain::{
        deadline::Deadline,
        decide::Context,
        duty::{self, DutyAction, DutyCommand, DutyRefusal},
        refusal::Refusal,
        staff::Staff,
    },
    words::{Lang, Say},
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
                | DutyAction::Skip,
                _,
            ) => Ok(()),
            (DutyAction::Revoke, _) => {
                something_revocable(&self.facts, |fact| self.revocable(fact, by))
            }
        }
    }

    /// Checks whether a member of staff can strike out a fact now; striking it out checks again.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn revocable(&self, fact: u32, by: (&Staff, DateTime<Utc>)) -> Result<(), Refusal> {
        duty::revocable((&self.duty, &self.facts), fact, &self.context(by))
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

    /// The mark in words, which tell too that it was met in time and recorded late.
    pub fn said_mark(&self, now: DateTime<Utc>, lang: Lang) -> String {
        let late = self.deadline.as_ref().filter(|one| one.is_recorded_late());
        let late = late.map(|deadline| deadline.said_status(now, lang));
        late.unwrap_or_else(|| self.mark(now).say(lang))
    }

    /// The mark that shows its state at `now`.
    pub fn mark(&self, now: DateTime<Utc>) -> duty::DutyMark {
        duty::DutyMark::of(&self.duty, self.deadline.as_ref(), now)
    }
}
