//! Time that does not count, as given and as prepared for counting.

use chrono::{DateTime, NaiveDate, Utc};

/// Time that does not count. Whatever the order and however they overlap, each stretch is left out once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exclusions {
    /// Stretches `[from, to)` of the clock. A rule that counts days leaves a day out when they cover all of its hours.
    pub pauses: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    /// Whole days, both ends included (Civil Petitions Act decree art. 20: the sending and the arrival day are both out).
    pub days_out: Vec<(NaiveDate, NaiveDate)>,
}

impl Exclusions {
    /// Nothing excluded.
    pub const NONE: Self = Self {
        pauses: Vec::new(),
        days_out: Vec::new(),
    };
}

/// Time that does not count, in order and disjoint. Making one from empty exclusions allocates nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cuts {
    pauses: Vec<(i64, i64)>,
    days_out: Vec<(NaiveDate, NaiveDate)>,
}

impl Cuts {
    /// Collects the pauses and the days that do not count, in order and without overlap.
    pub(crate) fn new(exclusions: &Exclusions) -> Self {
        let pauses = exclusions
            .pauses
            .iter()
            .map(|(from, to)| (from.timestamp(), to.timestamp()))
            .filter(|(from, to)| from < to)
            .collect();
        let days_out = exclusions
            .days_out
            .iter()
            .copied()
            .filter(|(from, to)| from <= to)
            .collect();
        Self {
            pauses: joined(pauses),
            days_out: joined(days_out),
        }
    }

    /// Only stretches of the clock: the pauses and the days out, whose ends `midnight` gives.
    pub(crate) fn on_the_clock(&self, midnight: impl Fn(NaiveDate) -> i64) -> Self {
        let days = self.days_out.iter().map(|(first, last)| {
            let end = last.succ_opt().map_or(i64::MAX, &midnight);
            (midnight(*first), end)
        });
        Self {
            pauses: joined(self.pauses.iter().copied().chain(days).collect()),
            days_out: Vec::new(),
        }
    }

    /// Whether there is any pause.
    pub(crate) fn has_pauses(&self) -> bool {
        !self.pauses.is_empty()
    }

    /// Whether there is any day that does not count.
    pub(crate) fn has_days_out(&self) -> bool {
        !self.days_out.is_empty()
    }

    /// Whether the date is out as a whole.
    pub(crate) fn is_out(&self, date: NaiveDate) -> bool {
        let later = self.days_out.partition_point(|(_, last)| *last < date);
        self.days_out
            .get(later)
            .is_some_and(|(first, _)| *first <= date)
    }

    /// The end of the pause that covers an instant; the instant itself where none does.
    pub(crate) fn end_of_pause(&self, at: i64) -> i64 {
        let later = self.pauses.partition_point(|(_, end)| *end <= at);
        let pause = self.pauses.get(later).filter(|(start, _)| *start <= at);
        pause.map_or(at, |(_, end)| *end)
    }

    /// The seconds of `[from, to)` that no pause covers.
    pub(crate) fn unpaused(&self, from: i64, to: i64) -> i64 {
        match self.spend(from, to, i64::MAX) {
            Ok(_) => 0,
            Err(counted) => counted,
        }
    }

    /// Uses up `need` seconds (more than zero) of `[from, to)`: the instant at which they are used up, or, as an error, how
    /// many were counted.
    pub(crate) fn spend(&self, from: i64, to: i64, need: i64) -> Result<i64, i64> {
        let mut at = from;
        let mut counted = 0;
        let first = self.pauses.partition_point(|(_, end)| *end <= from);
        for (start, end) in self.pauses.iter().skip(first) {
            if *start >= to {
                break;
            }
            let run = (start - at).max(0);
            if need - counted <= run {
                return Ok(at + need - counted);
            }
            counted += run;
            at = *end;
        }
        let run = (to - at).max(0);
        if need - counted <= run {
            return Ok(at + need - counted);
        }
        Err(counted + run)
    }
}

/// Sorts stretches and joins those that overlap.
pub(crate) fn joined<T: Ord + Copy>(mut stretches: Vec<(T, T)>) -> Vec<(T, T)> {
    stretches.sort_unstable();
    stretches.dedup_by(|next, kept| {
        let joins = next.0 <= kept.1;
        if joins {
            kept.1 = kept.1.max(next.1);
        }
        joins
    });
    stretches
}
