//! One subject's facts: numbered without gaps, each hash over the one before, each text the one that was recorded.

use super::{
    Findings, ProblemKind,
    walk::{FactRow, TextRow, Walks},
};
use crate::{
    domain::{
        case::Case,
        contact::Contact,
        duty::Duty,
        fact::{Fact, FactContent, FactKind, Receipt},
        notice::{FollowedSince, Notice, notices},
        outline::SubjectState,
        subject::Subject,
    },
    store::{chain, derived},
};
use rusqlite::types::Value;
use std::path::Path;

/// What the facts of a subject give beside their fold.
#[derive(Debug, Default)]
pub(super) struct Expected {
    /// The digest of the person, as last made known.
    pub(super) person: Option<String>,
    /// The notices they call for, as rows of [`super::walk::NOTICE`].
    pub(super) notices: Vec<Vec<Value>>,
    /// The keys of those that an earlier edition of the program queued and this one no longer calls for: to nobody who is known.
    pub(super) once: Vec<[Value; 4]>,
}

/// Checks the facts of a subject and folds them; `None` where that cannot be done, which is a finding then.
pub(super) fn folded(
    subject: i64,
    walks: &mut Walks<'_>,
    findings: &mut Findings,
    given: &mut Expected,
    since: FollowedSince,
) -> rusqlite::Result<Option<SubjectState>> {
    let folded = match Subject::from_id(subject) {
        Some(Subject::Case(number)) => {
            let facts = facts(subject, walks, findings, given)?;
            let case = Case::fold_since(number, &facts, since);
            if let Some(case) = &case {
                let intake = &case.intake;
                let called = case.outline().notices.into_iter();
                let row =
                    |(notice, state)| derived::notice_values(subject, &case.officer, notice, state);
                given.notices = called.map(row).collect();
                if intake.medium().is_none() {
                    let known = Receipt {
                        anonymous: false,
                        ..intake.clone()
                    };
                    given.once = called_for(subject, &facts, &known);
                }
            }
            case.map(|case| SubjectState::Case(Box::new(case)))
        }
        Some(Subject::Duty(number)) => {
            let facts = facts(subject, walks, findings, given)?;
            Duty::fold(number, &facts).map(|duty| SubjectState::Duty(Box::new(duty)))
        }
        Some(Subject::Contact(number)) => {
            let facts = facts(subject, walks, findings, given)?;
            Contact::fold(number, &facts).map(|contact| SubjectState::Contact(Box::new(contact)))
        }
        // Nothing is known of such a subject but that it should not be there; its rows are walked past.
        None => {
            facts::<FactKind>(subject, walks, findings, given)?;
            None
        }
    };
    if folded.is_none() {
        findings.add(Some(subject), ProblemKind::NoReceipt);
    }
    Ok(folded)
}

/// The notices that an earlier edition of the program would have queued.
fn called_for(subject: i64, facts: &[Fact], intake: &Receipt) -> Vec<[Value; 4]> {
    let notices = facts.iter().flat_map(|fact| notices(fact, intake));
    let key = |notice: Notice| {
        [
            subject.into(),
            notice.seq.into(),
            notice.kind.id().to_owned().into(),
            notice.n.into(),
        ]
    };
    notices.map(key).collect()
}

/// Checks the facts of a subject and returns those that can be read.
fn facts<K: FactContent>(
    subject: i64,
    walks: &mut Walks<'_>,
    findings: &mut Findings,
    given: &mut Expected,
) -> rusqlite::Result<Vec<Fact<K>>> {
    let mut facts = Vec::new();
    let mut before = chain::BEGINNING;
    let mut last = 0;
    let texts = walks.texts.all(subject)?;
    let mut add = |wrong| findings.add(Some(subject), wrong);
    while let Some(row) = walks.facts.take(subject)? {
        if row.seq != last + 1 {
            add(ProblemKind::Gap {
                expected: last + 1,
                found: row.seq,
            });
        }
        last = row.seq;
        let columns = columns(subject, &row);
        let hash = chain::hash(&before, columns);
        if hash.as_slice() != row.hash.as_slice() {
            add(ProblemKind::Hash { seq: row.seq });
        }
        // What follows is measured by the hash that stands there, so that one change is told once.
        before = row.hash.as_slice().try_into().unwrap_or(hash);
        if let Some(person) = &row.party {
            given.person = Some(person.clone());
        }
        let mine = || texts.iter().filter(|text| text.seq == row.seq);
        match read::<K>(columns, &mine(), &mut add) {
            Ok(fact) => {
                if fact.kind.id() != row.kind {
                    add(ProblemKind::Kind { seq: row.seq });
                }
                facts.push(fact);
            }
            Err(what) => add(ProblemKind::Unreadable { what }),
        }
    }
    findings.facts += u64::from(last);
    if let Some(stray) = texts.iter().find(|text| text.seq == 0 || text.seq > last) {
        findings.add(Some(subject), ProblemKind::StrayText { seq: stray.seq });
    }
    Ok(facts)
}

fn columns(subject: i64, row: &FactRow) -> chain::Row<'_> {
    chain::Row {
        subject,
        seq: row.seq,
        at: row.at,
        recorded_at: row.recorded_at,
        by: &row.by,
        content: &row.content,
        party: row.party.as_deref(),
    }
}

/// Reads a fact with its texts; a text that is gone was erased, one that differs was changed.
fn read<'t, K: FactContent>(
    row: chain::Row<'_>,
    texts: &(impl Iterator<Item = &'t TextRow> + Clone),
    add: &mut impl FnMut(ProblemKind),
) -> Result<Fact<K>, String> {
    let mut slots = 0;
    let mut text = |digest: &str| {
        let there = texts.clone().find(|text| text.nth == slots);
        slots += 1;
        let there = there?;
        let apart = there
            .salt
            .as_slice()
            .try_into()
            .map(|salt| chain::SaltedText {
                salt,
                text: there.text.clone(),
            });
        if apart.is_ok_and(|apart| chain::digest(&apart) == digest) {
            return Some(there.text.clone());
        }
        add(ProblemKind::Text { seq: row.seq });
        None
    };
    let fact = chain::read(row, Path::new(""), &mut text).map_err(|error| error.to_string());
    if texts.clone().any(|text| text.nth >= slots) {
        add(ProblemKind::StrayText { seq: row.seq });
    }
    fact
}
