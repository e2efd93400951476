//! Deadlines of a case: promises of the charter and periods of the law.

mod between;
mod consult;
mod course;
mod opening;
mod progress;
mod restarted;
mod standing;
mod state;
#[cfg(test)]
mod tests;
mod theirs;
mod told;

pub use super::charter::Source;
pub(super) use opening::blank;
pub use opening::{NotCountable, deadlines};
pub use restarted::restarted;
pub use standing::{Standing, standing};
pub use told::waits_for;

use super::{
    calendar::{Calendar, Calendars},
    case::{Case, Stage},
    charter::{Charter, MetBy},
    count::{Count, CountError, DayNote, Due, Exclusions, ExplainedDay, Explanation},
    limit::{CountingRule, Limit},
    statute,
    subject::FactRef,
};
use crate::words::{Lang, Say, closed_set, late};
use chrono::{DateTime, NaiveDate, Utc};

closed_set! {
    /// The status of a deadline at a moment.
    Status {
        Running = "running", "진행", "running";
        Paused = "paused", "멈춤", "paused";
        Met = "met", "이행", "met";
        MetLate = "met_late", "지연 이행", "met late";
        Missed = "missed", "초과", "missed";
        /// It no longer applies.
        Void = "void", "해당 없음", "void";
    }
}

/// The state of a deadline, which needs no clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Not fulfilled yet; the clock runs.
    Open,
    /// With the time left.
    Paused(Left),
    /// By the fact of this number.
    Met {
        at: DateTime<Utc>,
        recorded_at: DateTime<Utc>,
        seq: u32,
    },
    /// At the end of the case, after the due date.
    Missed { at: DateTime<Utc> },
    /// Another promise replaced it, or the case ended before the due date.
    Void { at: DateTime<Utc> },
}

impl State {
    /// The working seconds left of a stopped deadline; `None` of any other.
    pub fn seconds_left(self) -> Option<i64> {
        match self {
            Self::Paused(left) => Some(left.seconds()),
            Self::Open | Self::Met { .. } | Self::Missed { .. } | Self::Void { .. } => None,
        }
    }
}

/// What is left of a stopped deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Working time in seconds.
    Seconds(i64),
    /// Days that count.
    Days(u32),
}

impl Left {
    /// The time left in seconds, a day as 8 working hours (act art. 19(1)).
    pub fn seconds(self) -> i64 {
        match self {
            Self::Seconds(seconds) => seconds,
            Self::Days(days) => i64::from(days) * 8 * 3600,
        }
    }
}

/// The version of the counting rules. Raise it with every change that gives recorded facts other deadlines, or other words to
/// be found by: opening a desk recounts what an earlier version counted.
pub const EDITION: u32 = 7;

/// A promise of the charter or a period of the law, opened by a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The promise's id, or the article's (`act.grievance`).
    pub promise: String,
    /// How many deadlines of this promise the case had before.
    pub nth: u16,
    pub source: Source,
    /// The fact that opened it.
    pub opened_by: u32,
    pub started: DateTime<Utc>,
    pub limit: Limit,
    pub count: CountingRule,
    /// The start of the count; for [`CountingRule::Before`] the instant it must precede.
    pub from: DateTime<Utc>,
    pub exclusions: Exclusions,
    /// Extensions in force, in days.
    pub extensions: Vec<u32>,
    /// While stopped: when it would have ended without the stop.
    pub due: Due,
    pub announced: Option<NaiveDate>,
    /// The step of the ladder that it asks for.
    pub step: Option<u8>,
    /// All of these fulfil it together; empty for the complainant's own period.
    pub met_by: Vec<MetBy>,
    /// What of `met_by` is not fulfilled yet.
    pub missing: Vec<MetBy>,
    pub state: State,
    /// Edits of the calendar recorded later than this do not move it; `None` while open.
    pub settled_at: Option<DateTime<Utc>>,
}

impl Deadline {
    /// The status at `now`.
    pub fn status(&self, now: DateTime<Utc>) -> Status {
        match self.state {
            State::Open if now > self.due.at => Status::Missed,
            State::Open => Status::Running,
            State::Paused(_) => Status::Paused,
            State::Met { at, .. } if at > self.due.at => Status::MetLate,
            State::Met { .. } => Status::Met,
            State::Missed { .. } => Status::Missed,
            State::Void { .. } => Status::Void,
        }
    }

    /// False for one that begins only once something else has run out, which has not come about at `now`: a notice of progress
    /// of a case whose handling is to end before it.
    pub fn has_begun(&self, now: DateTime<Utc>) -> bool {
        self.started <= now
    }

    /// True while it can still be fulfilled.
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Open | State::Paused(_))
    }

    /// False where the complainant has to meet it, as with a supplement.
    pub fn is_owed_by_desk(&self) -> bool {
        !self.met_by.is_empty()
    }

    /// Voids it, also where it was kept or missed: its subject was entered by mistake and promised nothing.
    pub(super) fn void(&mut self, mistaken: &FactRef) {
        self.state = State::Void { at: mistaken.at };
        self.settled_at.get_or_insert(mistaken.recorded_at);
    }

    /// True where it was met by what is said to have happened in time and was recorded after the due date.
    pub fn is_recorded_late(&self) -> bool {
        match self.state {
            State::Met {
                at, recorded_at, ..
            } => at <= self.due.at && recorded_at > self.due.at,
            State::Open | State::Paused(_) | State::Missed { .. } | State::Void { .. } => false,
        }
    }

    /// What it asks for, for use beside a mark of its source; `charter` is the one under which the case was received.
    pub fn asked(&self, charter: &Charter, lang: Lang) -> String {
        let promise = charter.promise(&self.promise);
        promise.map_or_else(
            || statute::asked(&self.promise, lang),
            |promise| promise.action.say(lang),
        )
    }

    /// The status for people, which tells too that it was recorded late.
    pub fn said_status(&self, now: DateTime<Utc>, lang: Lang) -> String {
        let status = self.status(now).say(lang);
        if self.is_recorded_late() {
            late::STATUS.with(lang, &[("status", &status)])
        } else {
            status
        }
    }

    /// The date that the complainant was told, where it is not the last day of the period as it runs.
    pub fn announced_otherwise(&self) -> Option<NaiveDate> {
        let paused = matches!(self.state, State::Paused(_));
        let otherwise = |date: &NaiveDate| *date != self.due.date || paused;
        self.announced.filter(otherwise)
    }

    /// When it was fulfilled.
    pub fn met_at(&self) -> Option<DateTime<Utc>> {
        match self.state {
            State::Met { at, .. } => Some(at),
            State::Open | State::Paused(_) | State::Missed { .. } | State::Void { .. } => None,
        }
    }

    /// How the due date was reached, day by day.
    ///
    /// # Errors
    /// None for a deadline that was counted before.
    pub fn explain(&self, calendars: &Calendars) -> Result<Explanation, CountError> {
        let calendar = self.calendar(calendars);
        let named_day = !self.is_owed_by_desk() || self.promise == statute::CONSULT;
        if self.count != CountingRule::Before && !named_day {
            return calendar.explain(&Count {
                rule: self.count,
                limit: self.limit,
                from: self.from,
                exclusions: &self.exclusions,
                extensions: &self.extensions,
            });
        }
        // It ends with another deadline or on a named day: there is nothing to count.
        let note = DayNote::Start {
            rule: self.count,
            time: calendar.local(self.started).time(),
        };
        let start = ExplainedDay {
            date: calendar.date(self.started),
            note,
        };
        let whole_day = self.due.whole_day;
        let end = ExplainedDay {
            date: self.due.date,
            note: DayNote::Due {
                time: (!whole_day).then(|| calendar.local(self.due.at).time()),
            },
        };
        // If the named day is a day off, the period ends with the next working day (civil code art. 161).
        let named = self.announced.filter(|_| !self.is_owed_by_desk());
        let rolled = named.into_iter().flat_map(|day| day.iter_days());
        let rolled = rolled
            .take_while(|day| *day < self.due.date)
            .filter_map(|date| {
                let why = calendar.why_closed(date)?;
                let note = DayNote::Rolled(why);
                Some(ExplainedDay { date, note })
            });
        Ok(Explanation {
            due: self.due,
            lines: std::iter::once(start).chain(rolled).chain([end]).collect(),
        })
    }

    /// The calendar that counts it: today's, or that of the moment it was settled.
    fn calendar<'a>(&self, calendars: &'a Calendars) -> &'a Calendar {
        self.settled_at
            .map_or_else(|| calendars.now(), |at| calendars.as_of(at))
    }

    /// True for a period of handling, which can be extended and which excluded time stops. A promise of something besides
    /// the handling (an apology) is none.
    pub fn is_handling(&self) -> bool {
        matches!(
            *self.met_by,
            [MetBy::Result | MetBy::Action | MetBy::Refusal]
        ) && !matches!(self.count, CountingRule::Elapsed | CountingRule::Immediate)
    }

    /// The limit in days of 8 working hours, rounded down: what an extension is measured by (decree art. 21).
    pub fn original_days(&self) -> u32 {
        self.limit.in_days()
    }
}

/// The longest extension these deadlines allow in days: the original period of the law where that is in days, else the
/// charter's; 0 where there is nothing to extend.
pub fn longest_extension(deadlines: &[Deadline]) -> u32 {
    let longest = |source| {
        let handling = deadlines
            .iter()
            .filter(|deadline| deadline.is_handling() && deadline.source == source);
        handling.map(Deadline::original_days).max().unwrap_or(0)
    };
    match longest(Source::Statute) {
        0 => longest(Source::Charter),
        of_the_law => of_the_law,
    }
}

/// True where a promise of the charter raises the priority of the case: while the promise is open or the case is being
/// handled.
pub fn is_raised(case: &Case, deadlines: &[Deadline], charter: &Charter) -> bool {
    let handled = matches!(case.stage, Stage::Received | Stage::Assigned);
    let raises = |deadline: &Deadline| {
        let promise = charter.promise(&deadline.promise);
        promise.is_some_and(|promise| promise.priority)
            && !matches!(deadline.state, State::Void { .. })
            && (deadline.is_open() || handled)
    };
    deadlines.iter().any(raises)
}

/// The leading deadline: the nearest running one that the desk owes, else the stopped one with the least left.
pub fn lead(deadlines: &[Deadline]) -> Option<&Deadline> {
    let stopped = deadlines
        .iter()
        .filter_map(|deadline| Some((deadline.state.seconds_left()?, deadline)));
    // What begins only where a stopped one will have run out has not begun.
    let awaits = |deadline: &Deadline| {
        let mut stopped = stopped.clone();
        stopped.any(|(_, other)| other.due.at <= deadline.started)
    };
    let running = deadlines
        .iter()
        .filter(|deadline| deadline.state == State::Open && deadline.is_owed_by_desk())
        .filter(|deadline| !awaits(deadline));
    let nearest = running.min_by_key(|deadline| deadline.due.at);
    nearest.or_else(|| Some(stopped.min_by_key(|(left, _)| *left)?.1))
}
