//! Duties through their years, before a desk without a store.

mod earlier;
mod refused;
mod through_years;

use super::*;
use crate::domain::{
    calendar::Calendars,
    charter::{Charter, builtin},
    deadline::{Deadline, Status},
    decide::Context,
    holidays::Holidays,
    party::Field,
    refusal::{Refusal, ValueFault},
    staff::Role,
};
use chrono::{NaiveDateTime, TimeZone};
use chrono_tz::Asia::Seoul;

/// A desk without a store: one charter, one duty at a time, a clock that the test sets.
struct Bench {
    charter: Charter,
    calendars: Calendars,
    role: Role,
}

fn at(text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    Seoul
        .from_local_datetime(&local)
        .unwrap()
        .with_timezone(&Utc)
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn number(serial: u32) -> DutyNumber {
    DutyNumber { year: 2026, serial }
}

impl Bench {
    fn new(id: &str) -> Self {
        let charter = builtin::builtin(id).unwrap().unwrap();
        let calendars =
            Calendars::new(charter.office.clone(), Holidays::korean(), Vec::new()).unwrap();
        Self {
            charter,
            calendars,
            role: Role::Clerk,
        }
    }

    fn context(&self, now: &str) -> Context<'_> {
        Context {
            charter: &self.charter,
            charter_version: 1,
            calendars: &self.calendars,
            at: at(now),
            now: at(now),
            late_reason: "",
            by: "kim",
            role: self.role,
            history: &[],
            related: &[],
            person: None,
            staff: &[],
            signer: None,
        }
    }

    fn openings(&self, since: &str, today: &str) -> Vec<NewDuty> {
        DutyCalendar {
            plans: &plans(&self.charter),
            charter: 1,
            since: date(since),
            today: date(today),
            calendar: self.calendars.now(),
        }
        .openings(|_, _| false)
    }

    fn open(opening: &NewDuty, serial: u32) -> Duty {
        let fact = Fact {
            seq: 1,
            at: opening.at,
            recorded_at: opening.at,
            by: "minwon".into(),
            kind: DutyFact::Opened(Box::new(opening.opened.clone())),
            announced: Vec::new(),
            late_reason: None,
        };
        Duty::begin(number(serial), &fact).unwrap()
    }

    fn begin(&self, promise: &str, period: &str) -> Duty {
        let period: Period = period.parse().unwrap();
        let day = period.first_day().to_string();
        let openings = self.openings(&day, &day);
        let mine = openings
            .iter()
            .find(|one| one.opened.promise == promise && one.opened.period == period);
        Self::open(mine.unwrap(), 1)
    }

    fn due(&self, duty: &Duty) -> String {
        let deadline = self.deadline(duty).unwrap();
        assert!(deadline.due.whole_day);
        deadline.due.date.to_string()
    }

    fn deadline(&self, duty: &Duty) -> Option<Deadline> {
        deadlines(duty, &self.charter, &self.calendars)
            .unwrap()
            .pop()
    }

    fn status(&self, duty: &Duty, now: &str) -> Status {
        self.deadline(duty).unwrap().status(at(now))
    }

    fn run(&self, duty: &mut Duty, now: &str, command: &DutyCommand) -> Result<(), Refusal> {
        let fact = decide((duty, &[]), command, &self.context(now))?;
        duty.apply(&fact);
        Ok(())
    }

    fn finish(&self, duty: &mut Duty, now: &str) -> Vec<NewDuty> {
        let done = DutyCommand::Finish(Box::default());
        self.run(duty, now, &done).unwrap();
        followers(&plans(&self.charter), duty, at(now))
    }
}

fn done() -> DutyCommand {
    DutyCommand::Finish(Box::default())
}
