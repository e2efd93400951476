//! Counting open subjects anew after the office's calendar changed: each deadline that moves leaves a fact, and the dates that
//! were announced stay.
//!
//! Must not know what changed in the calendar, nor who may change it.

use super::{DeskError, Rules, rules::Shelf, verify::counted_of};
use crate::{
    domain::{
        case::CaseNumber,
        deadline::Deadline,
        duty::DutyFact,
        fact::{Fact, FactKind, Kind, Moved},
        subject::Folded,
    },
    store::{Commit, Person, Write},
};
use chrono::{DateTime, NaiveDate, Utc};

/// Open subjects with their deadlines as they stood before the change.
pub(super) struct Before(Vec<(Folded, Vec<Deadline>)>);

impl Before {
    /// The subjects with an open deadline that a change on `date` or later may move: those that came before `until`.
    pub(super) fn read(
        write: &Write<'_>,
        rules: &mut Shelf,
        date: NaiveDate,
        until: DateTime<Utc>,
    ) -> Result<Self, DeskError> {
        let mut found = Vec::new();
        for subject in write.reader().subjects_around(date, until)? {
            let folded = write.reader().folded(subject)?;
            let folded = folded.ok_or(DeskError::NoSuchSubject(subject))?;
            let rules = rules.version(write.reader(), folded.charter())?;
            found.push((counted_of(&folded, &rules)?, folded));
        }
        let found = found
            .into_iter()
            .map(|(deadlines, folded)| (folded, deadlines));
        Ok(Self(found.collect()))
    }

    /// No subject: nothing that is counted changes.
    pub(super) fn none() -> Self {
        Self(Vec::new())
    }

    /// Counts them anew and returns the cases in which a deadline moved; `cause` says what changed.
    pub(super) fn recount(
        self,
        write: &Write<'_>,
        rules: &mut Shelf,
        cause: &str,
        (by, now): (&str, DateTime<Utc>),
    ) -> Result<Vec<CaseNumber>, DeskError> {
        let mut cases = Vec::new();
        for (folded, before) in self.0 {
            let rules = rules.version(write.reader(), folded.charter())?;
            let moved = moved(&counted_of(&folded, &rules)?, &before);
            cases.extend(
                folded
                    .outline()
                    .subject
                    .case()
                    .filter(|_| !moved.is_empty()),
            );
            let change = Change {
                write,
                rules: &rules,
                by,
                now,
            };
            change.record(folded, cause, moved)?;
        }
        Ok(cases)
    }
}

fn moved(after: &[Deadline], before: &[Deadline]) -> Vec<Moved> {
    after
        .iter()
        .zip(before)
        .filter(|(after, before)| after.is_open() && after.due.at != before.due.at)
        .map(|(after, before)| Moved {
            promise: after.promise.clone(),
            from: before.due.at,
            to: after.due.at,
        })
        .collect()
}

/// A change of the calendar on its way to one subject.
struct Change<'a> {
    write: &'a Write<'a>,
    rules: &'a Rules,
    by: &'a str,
    now: DateTime<Utc>,
}

impl Change<'_> {
    /// Appends the fact that deadlines moved, if any did, and writes the derived rows: where no end moved, the time left of
    /// a stopped deadline may have.
    fn record(&self, folded: Folded, cause: &str, moved: Vec<Moved>) -> Result<(), DeskError> {
        let any = !moved.is_empty();
        let cause = cause.to_owned();
        match folded {
            Folded::Case(mut one) => {
                let kind = FactKind::Recomputed { cause, moved };
                let fact = any.then(|| self.fact(one.seq, one.last_at, kind));
                if let Some(fact) = &fact {
                    one.apply(fact);
                }
                self.derive(&Folded::Case(one), fact.as_slice())
            }
            Folded::Duty(mut duty) => {
                let kind = DutyFact::Recomputed { cause, moved };
                let fact = any.then(|| self.fact(duty.seq, duty.last_at, kind));
                if let Some(fact) = &fact {
                    duty.apply(fact);
                }
                self.derive(&Folded::Duty(duty), fact.as_slice())
            }
        }
    }

    fn fact<K>(&self, seq: u32, last_at: DateTime<Utc>, kind: K) -> Fact<K> {
        let now = self.now.max(last_at);
        Fact {
            seq: seq + 1,
            at: now,
            recorded_at: now,
            by: self.by.to_owned(),
            kind,
            announced: Vec::new(),
        }
    }

    fn derive<K: Kind>(&self, folded: &Folded, facts: &[Fact<K>]) -> Result<(), DeskError> {
        let outline = folded.outline();
        let deadlines = counted_of(folded, self.rules)?;
        let party = self.write.reader().party(outline.subject)?;
        self.write.record(&Commit {
            facts,
            outline: &outline,
            deadlines: &deadlines,
            party: &party,
            person: Person::Kept,
            notices: &[],
        })?;
        Ok(())
    }
}
