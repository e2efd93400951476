//! Counting open cases, visits, calls and duties anew after the office's calendar changed: each deadline that moves leaves a fact,
//! and the dates that were announced stay.
//!
//! Must not know what changed in the calendar, nor who may change it.

use super::{DeskError, Rules, contact, duty, rules::RulesCache, verify::counted_of, work};
use crate::{
    domain::{
        contact::ContactFact,
        deadline::Deadline,
        duty::DutyFact,
        fact::{Fact, FactKind, MovedDeadline},
        outline::SubjectState,
        subject::Subject,
    },
    store::{PersonChange, Write},
};
use chrono::{DateTime, NaiveDate, Utc};

/// Open subjects with their deadlines as they stood before the change.
pub(super) struct DeadlinesBefore(Vec<(SubjectState, Vec<Deadline>)>);

impl DeadlinesBefore {
    /// The subjects with an open deadline that a change on `date` or later may move: those that came before `until`.
    pub(super) fn read(
        write: &Write<'_>,
        rules: &mut RulesCache,
        date: NaiveDate,
        until: DateTime<Utc>,
    ) -> Result<Self, DeskError> {
        let mut subjects = Vec::new();
        for subject in write.reader().subjects_around(date, until)? {
            let folded = write.reader().folded(subject)?;
            let folded = folded.ok_or(DeskError::NoSuchSubject(subject))?;
            let of_it = rules.version(write.reader(), folded.charter())?;
            subjects.push((counted_of(&folded, &of_it)?, folded));
        }
        let subjects = subjects.into_iter();
        Ok(Self(
            subjects
                .map(|(deadlines, folded)| (folded, deadlines))
                .collect(),
        ))
    }

    /// No subject: nothing that is counted changes.
    pub(super) fn none() -> Self {
        Self(Vec::new())
    }

    /// Counts them anew and returns the subjects of which a deadline moved; `cause` says what changed.
    pub(super) fn recount(
        self,
        write: &Write<'_>,
        rules: &mut RulesCache,
        cause: &str,
        (by, now): (&str, DateTime<Utc>),
    ) -> Result<Vec<Subject>, DeskError> {
        let mut changed = Vec::new();
        for (folded, before) in self.0 {
            let of_it = rules.version(write.reader(), folded.charter())?;
            let subject = folded.outline().subject;
            if recount(write, folded, &before, &of_it, cause, (by, now))? {
                changed.push(subject);
            }
        }
        Ok(changed)
    }
}

/// Appends the fact that deadlines moved, if any did. Where no end moved, the time left of a stopped one may have: the
/// derived rows are written anew in any case.
fn recount(
    write: &Write<'_>,
    folded: SubjectState,
    before: &[Deadline],
    rules: &Rules,
    reason: &str,
    (by, now): (&str, DateTime<Utc>),
) -> Result<bool, DeskError> {
    let moved = moved(&counted_of(&folded, rules)?, before);
    let changed = !moved.is_empty();
    let cause = reason.to_owned();
    match folded {
        SubjectState::Case(of_it) => {
            let kind = FactKind::Recomputed { cause, moved };
            let fact = fact((of_it.seq, of_it.last_at), by, now, kind);
            work::record(write, *of_it, told(changed, &fact), rules, None)?;
        }
        SubjectState::Contact(of_it) => {
            let kind = ContactFact::Recomputed { cause, moved };
            let fact = fact((of_it.seq, of_it.last_at), by, now, kind);
            let facts = told(changed, &fact);
            let party = write.reader().party(of_it.number)?;
            let after = of_it.with(facts);
            contact::record(
                write,
                &after,
                facts,
                (&party, PersonChange::Unchanged),
                rules,
            )?;
        }
        SubjectState::Duty(mut of_it) => {
            let kind = DutyFact::Recomputed { cause, moved };
            let fact = fact((of_it.seq, of_it.last_at), by, now, kind);
            let facts = told(changed, &fact);
            for fact in facts {
                of_it.apply(fact);
            }
            duty::record(write, rules, &of_it, facts)?;
        }
    }
    Ok(changed)
}

fn told<K>(changed: bool, fact: &Fact<K>) -> &[Fact<K>] {
    if changed {
        std::slice::from_ref(fact)
    } else {
        &[]
    }
}

fn moved(after: &[Deadline], before: &[Deadline]) -> Vec<MovedDeadline> {
    let pairs = after.iter().zip(before);
    pairs
        .filter(|(after, before)| after.is_open() && after.due.at != before.due.at)
        .map(|(after, before)| MovedDeadline {
            promise: after.promise.clone(),
            from: before.due.at,
            to: after.due.at,
        })
        .collect()
}

fn fact<K>(
    (last, last_at): (u32, DateTime<Utc>),
    by: &str,
    now: DateTime<Utc>,
    kind: K,
) -> Fact<K> {
    let at = now.max(last_at);
    Fact {
        seq: last + 1,
        at,
        recorded_at: at,
        by: by.to_owned(),
        kind,
        announced: Vec::new(),
    }
}
