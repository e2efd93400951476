//! Recounting open subjects after the office's calendar changed: each moved deadline is recorded as a fact, and
//! announced dates stay.

use super::{DeskError, Rules, contact, duty, rules::RulesCache, verify::deadlines, work};
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

/// Open subjects with their deadlines before the change.
pub(super) struct DeadlinesBefore(Vec<(SubjectState, Vec<Deadline>)>);

impl DeadlinesBefore {
    /// Reads the subjects with an open deadline that a change on `date` or later may move, arrived before `until`.
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
            let rules = rules.version(write.reader(), folded.charter())?;
            let deadlines = deadlines(&folded, &rules)?;
            subjects.push((folded, deadlines));
        }
        Ok(Self(subjects))
    }

    /// No subjects, where the change moves no deadline.
    pub(super) fn none() -> Self {
        Self(Vec::new())
    }

    /// Recounts the subjects and returns those with a moved deadline; `cause` names the change.
    pub(super) fn recount(
        self,
        write: &Write<'_>,
        rules: &mut RulesCache,
        cause: &str,
        (by, now): (&str, DateTime<Utc>),
    ) -> Result<Vec<Subject>, DeskError> {
        let mut changed = Vec::new();
        for (folded, before) in self.0 {
            let rules = rules.version(write.reader(), folded.charter())?;
            let subject = folded.outline().subject;
            if recount(write, folded, &before, &rules, cause, (by, now))? {
                changed.push(subject);
            }
        }
        Ok(changed)
    }
}

/// Records moved deadlines, if any, and returns whether there were. Derived rows are rewritten in any case: the time
/// left of a stopped deadline may have changed.
fn recount(
    write: &Write<'_>,
    folded: SubjectState,
    before: &[Deadline],
    rules: &Rules,
    reason: &str,
    (by, now): (&str, DateTime<Utc>),
) -> Result<bool, DeskError> {
    let moved = moved(&deadlines(&folded, rules)?, before);
    let changed = !moved.is_empty();
    let cause = reason.to_owned();
    match folded {
        SubjectState::Case(mut state) => {
            let kind = changed.then_some(FactKind::Recomputed { cause, moved });
            let facts = facts((state.seq, state.last_at), by, now, kind);
            work::record_new(write, &mut state, &facts, rules, None)?;
        }
        SubjectState::Contact(state) => {
            let kind = changed.then_some(ContactFact::Recomputed { cause, moved });
            let facts = facts((state.seq, state.last_at), by, now, kind);
            let party = write.reader().party(state.number)?;
            let party = (&party, PersonChange::Unchanged);
            contact::record(write, &state.with(&[], &facts), &facts, party, rules)?;
        }
        SubjectState::Duty(mut state) => {
            let kind = changed.then_some(DutyFact::Recomputed { cause, moved });
            let facts = facts((state.seq, state.last_at), by, now, kind);
            for fact in &facts {
                state.apply(fact);
            }
            duty::record(write, rules, &state, &facts)?;
        }
    }
    Ok(changed)
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

/// The fact of a kind, if any, after the last one of a subject.
fn facts<K>(
    (last, last_at): (u32, DateTime<Utc>),
    by: &str,
    now: DateTime<Utc>,
    kind: Option<K>,
) -> Vec<Fact<K>> {
    let at = now.max(last_at);
    let fact = kind.map(|kind| Fact {
        seq: last + 1,
        at,
        recorded_at: at,
        by: by.to_owned(),
        kind,
        announced: Vec::new(),
        late_reason: None,
    });
    fact.into_iter().collect()
}
