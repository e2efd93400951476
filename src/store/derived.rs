//! The derived tables, which screens read: written in the same transaction as the facts, and rebuildable from them.

use super::{Commit, Reader, StoreError, Write, convert, duties};
use crate::domain::{
    deadline::{Deadline, State},
    notice::{CaseNotice, NoticeState},
    outline::Outline,
    party::{Party, mask_name},
    queue::{self, QueuePosition},
    revocation::RECEIPT,
    subject::{CaseNumber, ContactNumber, SubjectKind},
};
use rusqlite::{params_from_iter, types::Value};

/// A row of the table `subject`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SubjectRow {
    subject: i64,
    what: &'static str,
    facts: u32,
    charter: i64,
    title: String,
    channel: Option<String>,
    category: String,
    kind: Option<String>,
    stage: &'static str,
    department: String,
    officer: String,
    party: String,
    step: u8,
    results: u32,
    arrived_at: i64,
    received_at: Option<i64>,
    standing: QueuePosition,
    untold: bool,
    step_due: u8,
}

impl SubjectRow {
    /// Derives the row of a subject.
    pub(super) fn of(outline: &Outline<'_>, deadlines: &[Deadline], party: &Party) -> Self {
        Self {
            subject: outline.subject.id(),
            what: outline.subject.kind().id(),
            facts: outline.seq,
            charter: outline.charter,
            title: outline.title.to_owned(),
            channel: outline.channel.map(|channel| channel.id().to_owned()),
            category: outline.category.to_owned(),
            kind: outline.kind.map(|kind| kind.id().to_owned()),
            stage: outline.phase.id(),
            department: outline.department.to_owned(),
            officer: outline.officer.to_owned(),
            party: mask_name(&party.name),
            step: outline.step,
            results: outline.results,
            arrived_at: outline.arrived_at.timestamp(),
            received_at: outline.received_at.map(|at| at.timestamp()),
            standing: QueuePosition::of(outline.open, deadlines),
            untold: outline.untold,
            step_due: step_due(outline, deadlines),
        }
    }

    fn status(&self) -> &'static str {
        match (&self.standing.promise, self.standing.left) {
            (None, _) => "none",
            (Some(_), Some(_)) => "paused",
            (Some(_), None) => "running",
        }
    }

    /// The values in the order of the table's columns.
    pub(super) fn values(&self) -> Vec<Value> {
        let standing = &self.standing;
        vec![
            self.subject.into(),
            self.what.to_owned().into(),
            self.facts.into(),
            self.charter.into(),
            self.title.clone().into(),
            self.channel.clone().into(),
            self.category.clone().into(),
            self.kind.clone().into(),
            self.stage.to_owned().into(),
            self.department.clone().into(),
            self.officer.clone().into(),
            self.party.clone().into(),
            i64::from(self.step).into(),
            self.results.into(),
            self.arrived_at.into(),
            self.received_at.into(),
            i64::from(standing.open).into(),
            standing.promise.clone().into(),
            self.status().to_owned().into(),
            standing.due_at.map(|at| at.timestamp()).into(),
            standing.due_date.map(|date| date.to_string()).into(),
            i64::from(standing.whole_day).into(),
            standing.left.into(),
            standing.rank.into(),
            i64::from(self.untold).into(),
            i64::from(self.step_due).into(),
            i64::from(self.step.max(self.step_due)).into(),
        ]
    }

    /// The bucket of the tally that counts it; `None` where it is closed.
    pub(super) fn bucket(&self) -> Option<String> {
        let due_date = self.standing.due_date.map(|date| date.to_string());
        bucket(self.standing.open, self.status(), due_date)
    }
}

/// The highest step that an open deadline of the subject asks for; 0 where none does.
fn step_due(outline: &Outline<'_>, deadlines: &[Deadline]) -> u8 {
    let open = deadlines
        .iter()
        .filter(|deadline| outline.open && deadline.is_open());
    open.filter_map(|deadline| deadline.step).max().unwrap_or(0)
}

fn bucket(open: bool, status: &str, due_date: Option<String>) -> Option<String> {
    match (open, status, due_date) {
        (false, ..) => None,
        (true, "running", Some(date)) => Some(date),
        (true, status, _) => Some(status.to_owned()),
    }
}

/// The values of a deadline's row, in the order of the table's columns.
pub(super) fn deadline_values(subject: i64, deadline: &Deadline) -> Vec<Value> {
    let running = !matches!(deadline.state, State::Paused(_));
    let (state, settled_at, met_by) = match deadline.state {
        State::Open => ("open", None, None),
        State::Paused(_) => ("paused", None, None),
        State::Met { at, seq, .. } => ("met", Some(at), Some(seq)),
        State::Missed { at } => ("missed", Some(at), None),
        State::Void { at } => ("void", Some(at), None),
    };
    vec![
        subject.into(),
        deadline.promise.clone().into(),
        i64::from(deadline.nth).into(),
        deadline.source.id().to_owned().into(),
        deadline.started.timestamp().into(),
        running.then(|| deadline.due.at.timestamp()).into(),
        running.then(|| deadline.due.date.to_string()).into(),
        i64::from(deadline.due.whole_day).into(),
        deadline.announced.map(|date| date.to_string()).into(),
        state.to_owned().into(),
        deadline.state.seconds_left().into(),
        settled_at.map(|at| at.timestamp()).into(),
        met_by.map(i64::from).into(),
        i64::from(deadline.is_open()).into(),
        queue::rank(deadline).into(),
    ]
}

/// The columns of a notice that follow from the facts, in the order of the table.
pub(super) fn notice_values(
    subject: i64,
    owner: &str,
    notice: &CaseNotice,
    state: NoticeState,
) -> Vec<Value> {
    let done_in = |wanted: NoticeState| {
        let done = notice.done.filter(|_| state == wanted);
        done.map(|done| done.at.timestamp())
    };
    vec![
        subject.into(),
        notice.key.seq.into(),
        notice.key.kind.id().to_owned().into(),
        notice.key.n.into(),
        notice.medium.id().to_owned().into(),
        notice.recipient.id().to_owned().into(),
        notice.addressee.clone().into(),
        notice.act.recorded_at.timestamp().into(),
        state.id().to_owned().into(),
        owner.to_owned().into(),
        done_in(NoticeState::Told).into(),
        done_in(NoticeState::Sent).into(),
        notice.how.map(|how| how.id().to_owned()).into(),
        notice.tries.into(),
        notice.changed.map(i64::from).into(),
    ]
}

/// Writes how far the notices of a subject are.
fn follow_notices(write: &Write<'_>, outline: &Outline<'_>) -> Result<(), StoreError> {
    let subject = outline.subject.id();
    // A notice leaves the mail where the address was taken away.
    let sql = "UPDATE notice SET status = ?9, owner = ?10, told_at = ?11, sent_at = ?12, how = ?13, tries = ?14, changed = ?15, medium = ?5
               WHERE subject = ?1 AND seq = ?2 AND kind = ?3 AND n = ?4 AND recipient = ?6 AND addressee = ?7
                 AND queued_at = ?8 AND (status <> ?9 OR owner <> ?10 OR changed IS DISTINCT FROM ?15 OR medium <> ?5)";
    for (notice, state) in &outline.notices {
        let values = notice_values(subject, outline.officer, notice, *state);
        write.execute(sql, params_from_iter(values))?;
    }
    Ok(())
}

/// Takes what waits to be told of a struck-out fact out of the outbox: nobody is to be told of it any more.
fn withdraw_notices(write: &Write<'_>, outline: &Outline<'_>) -> Result<(), StoreError> {
    let subject = outline.subject.id();
    for revoked in outline.revoked {
        if revoked.fact == RECEIPT {
            let sql = "DELETE FROM notice WHERE subject = ?1 AND status IN ('waiting', 'held', 'failed', 'unknown')";
            write.execute(sql, [subject])?;
        } else {
            let sql = "DELETE FROM notice WHERE subject = ?1 AND seq = ?2";
            write.execute(sql, (subject, revoked.fact))?;
        }
    }
    Ok(())
}

/// The values of a subject's links, in the order of the table's columns.
pub(super) fn link_values(outline: &Outline<'_>) -> Vec<Vec<Value>> {
    let subject: Value = outline.subject.id().into();
    let links = outline.links.iter();
    links
        .map(|(other, kind)| {
            vec![
                subject.clone(),
                other.id().into(),
                kind.id().to_owned().into(),
            ]
        })
        .collect()
}

/// The values of what a subject puts on the record of officers, in the order of the table's columns.
pub(super) fn conduct_values(outline: &Outline<'_>) -> Vec<Vec<Value>> {
    let subject = outline.subject.id();
    let conduct = outline.conduct.iter();
    conduct
        .map(|entry| {
            vec![
                subject.into(),
                entry.seq.into(),
                entry.officer.clone().into(),
                entry.at.timestamp().into(),
                entry.kind.id().to_owned().into(),
            ]
        })
        .collect()
}

/// Rewrites the derived rows of one subject and updates the tally.
pub(super) fn write<K>(write: &Write<'_>, commit: &Commit<'_, K>) -> Result<(), StoreError> {
    let row = SubjectRow::of(commit.outline, commit.deadlines, commit.party);
    let mut before = None;
    if !commit.is_new() {
        before = stored_bucket(write.reader(), row.subject)?;
        delete(write, commit.outline)?;
    }
    let sql = "INSERT INTO subject VALUES
        (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)";
    write.execute(sql, params_from_iter(row.values()))?;
    move_tally(write, before, row.bucket())?;
    let sql = "INSERT INTO deadline VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
    for deadline in commit.deadlines {
        let values = deadline_values(row.subject, deadline);
        write.execute(sql, params_from_iter(values))?;
    }
    for values in link_values(commit.outline) {
        write.execute(
            "INSERT INTO link VALUES (?1, ?2, ?3)",
            params_from_iter(values),
        )?;
    }
    for values in conduct_values(commit.outline) {
        write.execute(
            "INSERT INTO conduct VALUES (?1, ?2, ?3, ?4, ?5)",
            params_from_iter(values),
        )?;
    }
    if !commit.is_new() {
        follow_notices(write, commit.outline)?;
        withdraw_notices(write, commit.outline)?;
    }
    if let Some(values) = duties::values(commit.outline) {
        let sql = "INSERT INTO duty VALUES (?1, ?2, ?3, ?4)";
        write.execute(sql, params_from_iter(values))?;
    }
    Ok(())
}

/// Deletes the rows that are about to be rewritten.
fn delete(write: &Write<'_>, outline: &Outline<'_>) -> Result<(), StoreError> {
    let subject = outline.subject.id();
    // One that was entered by mistake gives its period up.
    if outline.subject.kind() == SubjectKind::Duty {
        write.execute("DELETE FROM duty WHERE subject = ?1", [subject])?;
    }
    write.execute("DELETE FROM deadline WHERE subject = ?1", [subject])?;
    write.execute("DELETE FROM link WHERE subject = ?1", [subject])?;
    write.execute("DELETE FROM conduct WHERE subject = ?1", [subject])?;
    let sql = "DELETE FROM subject WHERE subject = ?1";
    write.execute(sql, [subject]).map(drop)
}

fn stored_bucket(reader: Reader<'_>, subject: i64) -> Result<Option<String>, StoreError> {
    let sql = "SELECT open, status, due_date FROM subject WHERE subject = ?1";
    let stored = reader.row(sql, [subject], |row| {
        let status: String = row.get(1)?;
        Ok(bucket(row.get(0)?, &status, row.get(2)?))
    })?;
    Ok(stored.flatten())
}

fn move_tally(
    write: &Write<'_>,
    from: Option<String>,
    to: Option<String>,
) -> Result<(), StoreError> {
    if from == to {
        return Ok(());
    }
    let sql = "INSERT INTO tally (bucket, open) VALUES (?1, ?2) ON CONFLICT (bucket) DO UPDATE SET open = open + excluded.open";
    for (bucket, change) in [(from, -1_i64), (to, 1)] {
        if let Some(bucket) = bucket {
            write.execute(sql, (&bucket, change))?;
            let sql = "DELETE FROM tally WHERE bucket = ?1 AND open = 0";
            write.execute(sql, [&bucket])?;
        }
    }
    Ok(())
}

impl Reader<'_> {
    /// Cases that this one is linked to, directly or through another, each once.
    pub fn earlier_of(&self, number: CaseNumber) -> Result<Vec<CaseNumber>, StoreError> {
        let sql = "WITH RECURSIVE chain (subject) AS (
                     SELECT other FROM link WHERE subject = ?1 AND kind = 'earlier'
                     UNION
                     SELECT link.other FROM link JOIN chain ON link.subject = chain.subject WHERE link.kind = 'earlier'
                   ) SELECT subject FROM chain LIMIT 200";
        self.numbers(sql, number)
    }

    /// Cases that are linked to this one, directly or through another, each once.
    pub fn later_of(&self, number: CaseNumber) -> Result<Vec<CaseNumber>, StoreError> {
        let sql = "WITH RECURSIVE chain (subject) AS (
                     SELECT subject FROM link WHERE other = ?1 AND kind = 'earlier'
                     UNION
                     SELECT link.subject FROM link JOIN chain ON link.other = chain.subject WHERE link.kind = 'earlier'
                   ) SELECT subject FROM chain ORDER BY subject LIMIT 200";
        self.numbers(sql, number)
    }

    /// Cases that were merged into this one.
    pub fn merged_into(&self, number: CaseNumber) -> Result<Vec<CaseNumber>, StoreError> {
        let sql = "SELECT subject FROM link WHERE other = ?1 AND kind = 'merged' ORDER BY subject LIMIT 200";
        self.numbers(sql, number)
    }

    /// Cases that were merged into this one, directly or through another, each once.
    pub fn all_merged_into(&self, number: CaseNumber) -> Result<Vec<CaseNumber>, StoreError> {
        let sql = "WITH RECURSIVE chain (subject) AS (
                     SELECT subject FROM link WHERE other = ?1 AND kind = 'merged'
                     UNION
                     SELECT link.subject FROM link JOIN chain ON link.other = chain.subject WHERE link.kind = 'merged'
                   ) SELECT subject FROM chain ORDER BY subject";
        self.numbers(sql, number)
    }

    /// Cases that a link or a merger joins with this one, either way.
    pub fn joined_with(&self, number: CaseNumber) -> Result<Vec<CaseNumber>, StoreError> {
        let sql = "SELECT other FROM link WHERE subject = ?1 AND kind <> 'became'
                   UNION SELECT subject FROM link WHERE other = ?1 AND kind <> 'became' ORDER BY 1";
        self.numbers(sql, number)
    }

    /// Contacts that became this case.
    pub fn contacts_of(&self, number: CaseNumber) -> Result<Vec<ContactNumber>, StoreError> {
        let sql = "SELECT subject FROM link WHERE other = ?1 AND kind = 'became' ORDER BY subject LIMIT 200";
        self.rows(sql, [number.id()], |row| {
            convert::key(row, 0, ContactNumber::from_id)
        })
    }

    fn numbers(&self, sql: &str, number: CaseNumber) -> Result<Vec<CaseNumber>, StoreError> {
        self.rows(sql, [number.id()], |row| {
            convert::key(row, 0, CaseNumber::from_id)
        })
    }
}
