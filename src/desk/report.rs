//! Reports that help with a duty: frequent matters, praise by officer, overdue cases; and reminders to departments.

use super::{Desk, DeskError, DutyOrder, DutyView, rules::midnight};
use crate::{
    domain::{
        charter::{DutyReport, Topic},
        duty::DutyCommand,
        late::EntryTime,
        subject::DutyNumber,
    },
    store::OverdueDepartment,
};

/// How many frequent matters are listed.
const MOST: u32 = 10;

/// How many overdue cases of one department are listed.
const LISTED: u32 = 50;

/// A report that helps with a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    Subjects {
        /// By category id.
        categories: Vec<(String, u64)>,
        titles: Vec<(String, u64)>,
    },
    /// Praise by officer in the period; an empty name where no officer was assigned.
    Praise(Vec<(String, u64)>),
    /// Overdue cases by department: all counted, the longest overdue listed.
    Overdue(Vec<OverdueDepartment>),
}

impl Desk {
    /// Reads the report of a duty; `None` where its promise has none.
    pub fn duty_report(&self, view: &DutyView) -> Result<Option<Report>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let now = self.now();
        let Some(report) = view.plan.as_ref().and_then(|plan| plan.report) else {
            return Ok(None);
        };
        let calendar = view.rules.calendars.now();
        let period = view.duty.period;
        let time = midnight(calendar, period.first_day())..midnight(calendar, period.after());
        let reader = self.store.reader();
        Ok(Some(match report {
            DutyReport::Subjects => Report::Subjects {
                categories: reader.categories_between(&time, MOST)?,
                titles: reader.titles_between(&time, MOST)?,
            },
            DutyReport::Praise => {
                let praised = view.rules.charter.categories.iter();
                let praised = praised.filter(|category| category.topics.contains(&Topic::Praise));
                let praised: Vec<&str> = praised.map(|category| category.id.as_str()).collect();
                Report::Praise(reader.officers_between(&time, &praised)?)
            }
            DutyReport::Overdue => Report::Overdue(reader.overdue(now, LISTED)?),
        }))
    }

    /// Records a reminder to departments of their overdue cases (act art. 25); no department means all with overdue
    /// cases.
    ///
    /// # Errors
    /// The duty is not about overdue cases; there are none; or as [`Desk::run_duty`].
    pub fn remind(
        &mut self,
        number: DutyNumber,
        departments: &[String],
        text: &str,
        time: EntryTime,
    ) -> Result<(), DeskError> {
        // The fact names every case, listed or not.
        let mut overdue = self.store.reader().overdue(self.now(), u32::MAX)?;
        overdue.retain(|at| departments.is_empty() || departments.contains(&at.department));
        let cases = overdue.iter().flat_map(|at| &at.cases);
        let command = DutyCommand::Remind {
            cases: cases.map(|case| case.number).collect(),
            departments: overdue.iter().map(|at| at.department.clone()).collect(),
            text: text.to_owned(),
        };
        self.run_duty(&DutyOrder {
            number,
            command,
            time,
            seen: None,
        })?;
        Ok(())
    }
}
