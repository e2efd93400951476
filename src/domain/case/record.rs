//! What a case remembers of its facts: what set promises to work, what fulfilled them, pauses, extensions, steps, ends.

use crate::domain::subject::Ending;
use crate::domain::{
    charter::{Detail, MetBy, Trigger},
    fact::Step,
};
use chrono::{DateTime, NaiveDate, Utc};

/// Something that may set a promise to work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// What occurred.
    pub trigger: Trigger,
    /// Its detail.
    pub detail: Option<Detail>,
    /// When.
    pub at: DateTime<Utc>,
    /// By which fact.
    pub seq: u32,
    /// True where a handled case is taken up again: only promises of a result begin anew.
    pub again: bool,
}

/// Something that may fulfil a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fulfilment {
    /// What was done.
    pub met_by: MetBy,
    /// When.
    pub at: DateTime<Utc>,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// By which fact.
    pub seq: u32,
}

/// A stretch of time that does not count, from its first to its last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    /// By which fact it began.
    pub seq: u32,
    /// When it began.
    pub from: DateTime<Utc>,
    /// When it ended; `None` while it lasts.
    pub to: Option<DateTime<Utc>>,
    /// For an inspection: how many days after the first those of a round take out together at most; `None` without bound.
    pub most: Option<u32>,
    /// For a supplement: the demands for it, in order; empty where the clock stands for another reason.
    pub asked: Vec<Demand>,
}

/// A demand for a supplement (act art. 22, decree art. 24).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// By which fact it was made.
    pub seq: u32,
    /// When.
    pub at: DateTime<Utc>,
    /// The day by which the supplement is to come, as it was told last.
    pub until: NaiveDate,
    /// How often the complainant was given longer.
    pub longer: u8,
}

/// A visit to the customer that was agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// By which fact it was agreed.
    pub seq: u32,
    /// When it was to be at first.
    pub first: DateTime<Utc>,
    /// To when it was moved, in order.
    pub moves: Vec<Move>,
    /// When it took place.
    pub over: Option<Ending>,
}

/// A visit that was moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// When it is to be.
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
    /// When.
    pub at: DateTime<Utc>,
    /// By which fact.
    pub seq: u32,
}

/// A step that was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRecord {
    /// What was recorded.
    pub step: Step,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// By which fact.
    pub seq: u32,
}
