//! A year at a glance: each plan with a mark in the month in which a duty of it is due.

use super::{DueRule, Duty, DutyStage, OpeningRule, Period, Plan};
use crate::{
    domain::deadline::{Deadline, Status},
    words::closed_set,
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};

closed_set! {
    /// How a duty looks in a year: the most urgent first.
    DutyMark {
        /// Past its deadline and not done.
        Overdue = "overdue", "초과", "overdue";
        Open = "open", "진행 중", "open";
        Ahead = "ahead", "예정", "ahead";
        /// Left out after its deadline.
        Missed = "missed", "미이행", "missed";
        Late = "late", "지연 이행", "done late";
        Done = "done", "이행", "done";
        Skipped = "skipped", "생략", "left out";
        Earlier = "earlier", "지난 기록", "from before";
    }
}

impl DutyMark {
    /// The mark as one letter of ASCII, for plain text.
    pub const fn letter(self) -> char {
        match self {
            Self::Overdue => '!',
            Self::Open => 'o',
            Self::Ahead => '-',
            Self::Missed => 'x',
            Self::Late => '~',
            Self::Done => '*',
            Self::Skipped => '/',
            Self::Earlier => '=',
        }
    }

    /// The mark of a duty at `now`.
    pub fn of(duty: &Duty, deadline: Option<&Deadline>, now: DateTime<Utc>) -> Self {
        match (duty.stage, deadline.map(|deadline| deadline.status(now))) {
            (DutyStage::Earlier, _) => Self::Earlier,
            (DutyStage::Skipped, Some(Status::Missed)) => Self::Missed,
            (DutyStage::Skipped, _) => Self::Skipped,
            (DutyStage::Open, Some(Status::Missed)) => Self::Overdue,
            (DutyStage::Open, _) => Self::Open,
            (DutyStage::Announced | DutyStage::Done, Some(Status::MetLate)) => Self::Late,
            (DutyStage::Announced | DutyStage::Done, _) => Self::Done,
        }
    }
}

/// One month of one plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DutyMonth {
    /// The most urgent mark; `None` where nothing is due.
    pub mark: Option<DutyMark>,
    pub duties: u16,
}

impl DutyMonth {
    fn add(&mut self, mark: DutyMark) {
        self.duties += 1;
        self.mark = Some(self.mark.map_or(mark, |there| there.min(mark)));
    }
}

/// Returns the months of a year for one plan, January first. `duties` are those of the plan with their deadlines; periods
/// that the calendar will open are marked as ahead.
pub fn year<'a>(
    year: u16,
    plan: &Plan,
    duties: &(impl Iterator<Item = (&'a Duty, Option<&'a Deadline>)> + Clone),
    (now, today): (DateTime<Utc>, NaiveDate),
) -> [DutyMonth; 12] {
    let mut months = [DutyMonth::default(); 12];
    let mut add = |date: NaiveDate, mark| {
        let mine = i32::from(year) == date.year();
        let at = usize::try_from(date.month0()).unwrap_or_default();
        if let Some(month) = months.get_mut(at).filter(|_| mine) {
            month.add(mark);
        }
    };
    for (duty, deadline) in duties.clone() {
        let recorded = || duty.done_on.unwrap_or_else(|| duty.period.last_day());
        let date = deadline.map_or_else(recorded, |deadline| deadline.due.date);
        add(date, DutyMark::of(duty, deadline, now));
    }
    if let OpeningRule::Each(every) = plan.begins {
        let mut period = Period::of(every, today).next();
        while i32::from(period.year()) <= i32::from(year) {
            let known = duties.clone().any(|(duty, _)| duty.period == period);
            if let Some(date) = expected(plan, period).filter(|_| !known) {
                add(date, DutyMark::Ahead);
            }
            period = period.next();
        }
    }
    months
}

/// When a period ahead will be due, where the calendar alone says so.
fn expected(plan: &Plan, period: Period) -> Option<NaiveDate> {
    match plan.due {
        DueRule::PeriodEnd | DueRule::CountedAfterPeriod(..) => Some(period.last_day()),
        DueRule::DayOfYear(month, day) => {
            NaiveDate::from_ymd_opt(period.year().into(), month.into(), day.into())
        }
        DueRule::DaysAfterPeriod(days) => Some(period.days_after(days)),
        DueRule::Counted(..) | DueRule::YearEnd => None,
    }
}
