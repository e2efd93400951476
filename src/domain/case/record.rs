//! The records in a folded case: occurrences, fulfilments, pauses, extensions, steps, visits.

use super::Stage;
use crate::domain::{
    charter::{Detail, Happened, MetBy, Trigger},
    fact::{Fact, Step},
    subject::FactRef,
};
use chrono::{DateTime, NaiveDate, Utc};

/// Something that may trigger a promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    pub trigger: Trigger,
    pub detail: Option<Detail>,
    /// Where the fault happened, if that was told with it; else it is where the complaint says.
    pub happened: Option<Happened>,
    pub at: DateTime<Utc>,
    pub seq: u32,
    /// The case was reopened: only promises of a result begin again.
    pub again: bool,
}

/// Something that may fulfil a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fulfilment {
    pub met_by: MetBy,
    pub at: DateTime<Utc>,
    pub recorded_at: DateTime<Utc>,
    pub seq: u32,
    /// The fact whose notice was told by it, or that fact itself: it fulfils what was opened before this one.
    pub act: u32,
}

impl Fulfilment {
    /// Records that `fact` fulfils `met_by`.
    pub(in crate::domain) fn by<K>(fact: &Fact<K>, met_by: MetBy) -> Self {
        Self::told(met_by, fact.reference(), fact.seq)
    }

    /// What the fact `act` fulfils once its notice was told by `fact`.
    pub(in crate::domain) const fn told(met_by: MetBy, fact: FactRef, act: u32) -> Self {
        Self {
            met_by,
            at: fact.at,
            recorded_at: fact.recorded_at,
            seq: fact.seq,
            act,
        }
    }
}

/// Time that does not count, from its first to its last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    pub seq: u32,
    pub from: DateTime<Utc>,
    /// `None` while it lasts.
    pub to: Option<DateTime<Utc>>,
    /// Of an inspection: the most days after the first that all inspections of the round may exclude; `None` if unbounded.
    pub most: Option<u32>,
    /// In order; empty where time is stopped for another reason.
    pub asked: Vec<SupplementDemand>,
    /// `None` where time is stopped for another reason.
    pub choosing: Option<Choosing>,
}

/// Several people are to choose who represents them (decree art. 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choosing {
    /// The last day on which they may choose.
    pub until: NaiveDate,
    /// The fact that they chose.
    pub chosen: Option<FactRef>,
}

/// A demand for a supplement (act art. 22, decree art. 24).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SupplementDemand {
    pub seq: u32,
    pub at: DateTime<Utc>,
    /// The last day on which the supplement may come, as announced last.
    pub until: NaiveDate,
    /// How often the complainant was given more time.
    pub longer: u8,
}

/// A consultation of another department (act art. 20).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consultation {
    pub department: String,
    pub asked: FactRef,
    /// The last day for the answer, as it was named last; `None` where none was.
    pub until: Option<NaiveDate>,
    /// It was given more time, which can be done once.
    pub longer: bool,
    pub answered: Option<FactRef>,
}

/// A visit to the customer that was agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    pub seq: u32,
    pub first: DateTime<Utc>,
    pub moves: Vec<VisitMove>,
    /// When it took place.
    pub over: Option<FactRef>,
}

/// A visit that was moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VisitMove {
    pub to: DateTime<Utc>,
    /// When the new time was agreed.
    pub at: DateTime<Utc>,
    pub seq: u32,
}

impl Visit {
    /// When it takes place, after the last move.
    pub fn at(&self) -> DateTime<Utc> {
        self.moves.last().map_or(self.first, |moved| moved.to)
    }
}

/// An extension of a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extension {
    pub days: u32,
    pub at: DateTime<Utc>,
    pub seq: u32,
}

/// What undoing an end restores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Undo {
    /// The fact that ended it.
    pub(super) seq: u32,
    pub(super) stage: Stage,
    /// The pause that lasted until then.
    pub(super) pause: Option<u32>,
}

/// A step that was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRecord {
    pub step: Step,
    pub at: DateTime<Utc>,
    pub by: String,
    pub recorded_at: DateTime<Utc>,
    pub seq: u32,
}
