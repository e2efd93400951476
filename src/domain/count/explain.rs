//! The explanation of a count: one line a day, in words a clerk can read to a complainant.
//!
//! The same counting reports to a [`Trace`], which keeps the lines or not, so that an explanation cannot differ from the due
//! date.

mod wording;

use super::Due;
use crate::domain::limit::CountingRule;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use std::collections::VecDeque;

/// Lines kept at either end of a long explanation.
const KEPT: usize = 40;

/// A due date with its explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    pub due: Due,
    /// The days in order; the middle of a very long explanation is one line.
    pub lines: Vec<ExplainedDay>,
}

/// One line of an explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplainedDay {
    pub date: NaiveDate,
    pub note: DayNote,
}

/// What a count did with a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayNote {
    Start {
        rule: CountingRule,
        time: NaiveTime,
    },
    /// A receipt outside hours counts from the next opening.
    NightReceipt {
        opens: NaiveDateTime,
    },
    Opens {
        at: NaiveTime,
    },
    Counted {
        nth: u64,
    },
    /// Working seconds of the day that count, and those of the limit that are left after it.
    Worked {
        seconds: i64,
        left: i64,
    },
    NotCounted(ExclusionReason),
    /// A period by the calendar begins here; `last` is its end before days out and days off.
    Period {
        last: NaiveDate,
    },
    /// The end would fall on this day, and moves on.
    Rolled(ExclusionReason),
    /// Seconds for which the wall clock runs.
    Clock {
        seconds: i64,
    },
    /// Seconds for which the wall clock is stopped.
    Stopped {
        seconds: i64,
    },
    /// Lines left out of a long explanation.
    Folded {
        lines: u64,
        until: NaiveDate,
    },
    Due {
        /// The time; `None` where the whole day is in time.
        time: Option<NaiveTime>,
    },
}

/// Why a day does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExclusionReason {
    Saturday,
    Sunday,
    /// A public holiday, with its name.
    Holiday(String),
    /// The body itself is closed, with its reason.
    Closure(String),
    /// No hours on that weekday or date.
    NoHours,
    /// Excluded as a whole (a supplement, an inspection).
    DayOut,
    Paused,
    FirstDay,
    /// The office had closed before the count began.
    AfterHours,
    /// The time after which a receipt belongs to the next day had passed.
    AfterCutoff,
}

/// Receives what a count does with each day.
pub(super) trait Trace {
    /// Takes one line; the note is made only where it is kept.
    fn note(&mut self, date: NaiveDate, note: impl FnOnce() -> DayNote);
}

/// Keeps nothing.
pub(super) struct NoTrace;

impl Trace for NoTrace {
    fn note(&mut self, _: NaiveDate, _: impl FnOnce() -> DayNote) {}
}

/// Keeps the first and the last lines.
#[derive(Default)]
pub(super) struct Recorder {
    head: Vec<ExplainedDay>,
    tail: VecDeque<ExplainedDay>,
    folded: Option<(NaiveDate, u64, NaiveDate)>,
}

impl Trace for Recorder {
    fn note(&mut self, date: NaiveDate, note: impl FnOnce() -> DayNote) {
        let line = ExplainedDay { date, note: note() };
        if self.head.len() < KEPT {
            self.head.push(line);
            return;
        }
        self.tail.push_back(line);
        if self.tail.len() > KEPT
            && let Some(left_out) = self.tail.pop_front()
        {
            let (first, lines, _) = self.folded.unwrap_or((left_out.date, 0, left_out.date));
            self.folded = Some((first, lines + 1, left_out.date));
        }
    }
}

impl Recorder {
    /// The explanation, ending with the due date.
    pub(super) fn finish(mut self, due: Due, time: NaiveTime) -> Explanation {
        if let Some((date, lines, until)) = self.folded {
            self.head.push(ExplainedDay {
                date,
                note: DayNote::Folded { lines, until },
            });
        }
        self.head.extend(self.tail);
        self.head.push(ExplainedDay {
            date: due.date,
            note: DayNote::Due {
                time: (!due.whole_day).then_some(time),
            },
        });
        Explanation {
            due,
            lines: self.head,
        }
    }
}
