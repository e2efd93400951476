//! Checks the facts of one subject: numbered without gaps, chained by hash, with the texts that were recorded.

use super::{
    Findings, ProblemKind,
    walk::{TextRow, Walks},
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

/// What must be stored for the facts of a subject beside its derived rows.
#[derive(Debug, Default)]
pub(super) struct Expected {
    /// The digests of the persons, each with the fact that introduced or changed them, in order.
    pub(super) persons: Vec<(u32, String)>,
    /// The notices due, as rows of [`super::walk::NOTICE`].
    pub(super) notices: Vec<Vec<Value>>,
    /// The keys of notices to anonymous people, which an earlier edition of the program queued and this one does not.
    pub(super) obsolete_notices: Vec<[Value; 4]>,
}

/// Checks the facts of a subject and folds them; `None`, with a finding, where that is impossible.
pub(super) fn folded(
    subject: i64,
    walks: &mut Walks<'_>,
    findings: &mut Findings,
    expected: &mut Expected,
    since: FollowedSince,
) -> rusqlite::Result<Option<SubjectState>> {
    let folded = match Subject::from_id(subject) {
        Some(Subject::Case(number)) => {
            let facts = facts(subject, walks, findings, expected)?;
            let case = Case::fold_since(number, &facts, since);
            if let Some(case) = &case {
                let intake = &case.intake;
                let due = case.outline().notices.into_iter();
                let row =
                    |(notice, state)| derived::notice_values(subject, &case.officer, notice, state);
                expected.notices = due.map(row).collect();
                if intake.medium().is_none() {
                    let named = Receipt {
                        anonymous: false,
                        ..intake.clone()
                    };
                    expected.obsolete_notices = notice_keys(subject, &facts, &named);
                    // What was called for while the person was known is due.
                    let due = &expected.notices;
                    let due = |key: &[Value; 4]| due.iter().any(|row| row.starts_with(key));
                    expected.obsolete_notices.retain(|key| !due(key));
                }
            }
            case.map(|case| SubjectState::Case(Box::new(case)))
        }
        Some(Subject::Duty(number)) => {
            let facts = facts(subject, walks, findings, expected)?;
            Duty::fold(number, &facts).map(|duty| SubjectState::Duty(Box::new(duty)))
        }
        Some(Subject::Contact(number)) => {
            let facts = facts(subject, walks, findings, expected)?;
            Contact::fold(number, &facts).map(|contact| SubjectState::Contact(Box::new(contact)))
        }
        // No valid key: the walk skips its rows.
        None => {
            facts::<FactKind>(subject, walks, findings, expected)?;
            None
        }
    };
    if folded.is_none() {
        findings.add(Some(subject), ProblemKind::NoReceipt);
    }
    Ok(folded)
}

/// The keys of the notices that facts call for.
fn notice_keys(subject: i64, facts: &[Fact], intake: &Receipt) -> Vec<[Value; 4]> {
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
    expected: &mut Expected,
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
        let columns = chain::Row {
            subject,
            seq: row.seq,
            at: row.at,
            recorded_at: row.recorded_at,
            by: &row.by,
            content: &row.content,
            party: row.party.as_deref(),
        };
        let hash = chain::hash(&before, columns);
        if hash.as_slice() != row.hash.as_slice() {
            add(ProblemKind::Hash(row.seq));
        }
        // The next row is checked against the stored hash, so that one change is reported once.
        before = row.hash.as_slice().try_into().unwrap_or(hash);
        if let Some(person) = &row.party {
            expected.persons.push((row.seq, person.clone()));
        }
        let mine = || texts.iter().filter(|text| text.seq == row.seq);
        match read::<K>(columns, &mine(), &mut add) {
            Ok(fact) => {
                if fact.kind.id() != row.kind {
                    add(ProblemKind::Kind(row.seq));
                }
                facts.push(fact);
            }
            Err(what) => add(ProblemKind::Unreadable(what)),
        }
    }
    findings.facts += u64::from(last);
    if let Some(stray) = texts.iter().find(|text| text.seq == 0 || text.seq > last) {
        findings.add(Some(subject), ProblemKind::StrayText(stray.seq));
    }
    Ok(facts)
}

/// Reads a fact with its texts. A missing text was erased; one with another digest was changed, which is a finding.
fn read<'t, K: FactContent>(
    row: chain::Row<'_>,
    texts: &(impl Iterator<Item = &'t TextRow> + Clone),
    add: &mut impl FnMut(ProblemKind),
) -> Result<Fact<K>, String> {
    let mut slots = 0;
    let mut text = |digest: &str| {
        let stored = texts.clone().find(|text| text.nth == slots);
        slots += 1;
        let TextRow { salt, text, .. } = stored?;
        let apart = |salt| chain::SaltedText {
            salt,
            text: text.clone(),
        };
        let apart = salt.as_slice().try_into().map(apart).ok();
        let unchanged = apart.filter(|apart| chain::digest(apart) == digest);
        if unchanged.is_none() {
            add(ProblemKind::Text(row.seq));
        }
        unchanged.map(|apart| apart.text)
    };
    let fact = chain::read(row, Path::new(""), &mut text).map_err(|error| error.to_string());
    if texts.clone().any(|text| text.nth >= slots) {
        add(ProblemKind::StrayText(row.seq));
    }
    fact
}
