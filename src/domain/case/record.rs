//! The records that a case is folded into: occurrences, fulfilments, pauses, extensions, steps, visits.

use crate::domain::subject::FactRef;
use crate::domain::{
    charter::{Detail, Happened, MetBy, Trigger},
    fact::Step,
};
use chrono::{DateTime, NaiveDate, Utc};

/// Something that may trigger a promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    pub trigger: Trigger,
    pub detail: Option<Detail>,
    /// Where the fault happened, as far as it was told.
    pub happened: Option<Happened>,
    pub at: DateTime<Utc>,
    /// By which fact.
    pub seq: u32,
    /// A handled case is reopened: only promises of a result begin again.
    pub again: bool,
}

/// Something that may fulfil a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fulfilment {
    /// What was done.
    pub met_by: MetBy,
    pub at: DateTime<Utc>,
    pub recorded_at: DateTime<Utc>,
    /// By which fact.
    pub seq: u32,
}

/// Time that does not count, from its first to its last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    /// By which fact it began.
    pub seq: u32,
    /// When it began.
    pub from: DateTime<Utc>,
    /// When it ended; `None` while it lasts.
    pub to: Option<DateTime<Utc>>,
    /// For an inspection: the most days after the first that those of a round exclude together; `None` if unbounded.
    pub most: Option<u32>,
    /// The demands for a supplement, in order; empty where time is stopped for another reason.
    pub asked: Vec<SupplementDemand>,
}

/// A demand for a supplement (act art. 22, decree art. 24).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SupplementDemand {
    /// By which fact it was made.
    pub seq: u32,
    pub at: DateTime<Utc>,
    /// The day by which the supplement is to come, as it was told last.
    pub until: NaiveDate,
    /// How often the complainant was given more time.
    pub longer: u8,
}

/// A visit to the customer that was agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// By which fact it was agreed.
    pub seq: u32,
    pub first: DateTime<Utc>,
    /// To when it was moved, in order.
    pub moves: Vec<VisitMove>,
    /// When it took place.
    pub over: Option<FactRef>,
}

/// A visit that was moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VisitMove {
    pub to: DateTime<Utc>,
    /// When that was agreed.
    pub at: DateTime<Utc>,
    /// By which fact.
    pub seq: u32,
}

impl Visit {
    /// When it is to be.
    pub fn at(&self) -> DateTime<Utc> {
        self.moves.last().map_or(self.first, |moved| moved.to)
    }
}

/// An extension of a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extension {
    /// By how many days.
    pub days: u32,
    pub at: DateTime<Utc>,
    /// By which fact.
    pub seq: u32,
}

/// A step that was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRecord {
    /// What was recorded.
    pub step: Step,
    pub at: DateTime<Utc>,
    pub by: String,
    /// By which fact.
    pub seq: u32,
}
