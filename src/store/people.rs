//! Staff and complainants.

use super::{Reader, StoreError, Write, convert, ledger};
use crate::domain::{
    case::{Case, CaseNumber},
    conduct::Conduct,
    outline::Outline,
    party::{Behalf, Party},
    staff::Staff,
    subject::{Subject, SubjectKind},
};
use chrono::{DateTime, Utc};
use rusqlite::Row;

impl Write<'_> {
    /// Enters a new, changed or retired member of staff; the last entry of a login holds.
    pub fn enter_staff(
        &self,
        staff: &Staff,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let values = vec![
            staff.login.clone().into(),
            staff.name.clone().into(),
            staff.department.clone().into(),
            staff.phone.clone().into(),
            staff.mobile.clone().into(),
            staff.deputy.clone().into(),
            staff.role.id().to_owned().into(),
            staff.retired_at.is_some().into(),
            now.timestamp().into(),
            by.to_owned().into(),
        ];
        self.enter(&ledger::STAFF, values).map(drop)
    }

    /// Stores a version of the person of a subject beside the fact that has its digest. It is not found before it stands.
    pub(super) fn add_party(
        &self,
        (subject, seq): (i64, u32),
        party: &Party,
        salt: [u8; 16],
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO party (subject, seq, salt, name, phone, email, address, proxy, capacity, organisation, representative, stands)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0)";
        let values = (
            subject,
            seq,
            salt,
            &party.name,
            &party.phone,
            &party.email,
            &party.address,
            &party.behalf.proxy,
            &party.behalf.capacity,
            &party.behalf.organisation,
            &party.behalf.representative,
        );
        self.execute(sql, values).map(drop)
    }

    /// Makes the person stand that the facts of a subject say: only that version is found.
    pub(super) fn point_to_person(&self, outline: &Outline<'_>) -> Result<(), StoreError> {
        let subject = outline.subject.id();
        let sql = "SELECT seq, stands FROM party WHERE subject = ?1 ORDER BY seq";
        let versions = self.reader().rows(sql, [subject], |row| {
            Ok((row.get::<_, u32>(0)?, row.get::<_, bool>(1)?))
        })?;
        let standing = outline.standing_person(versions.iter().map(|(seq, _)| *seq));
        if versions
            .iter()
            .all(|(seq, stands)| *stands == (Some(*seq) == standing))
        {
            return Ok(());
        }
        // Two never stand at once.
        let sql = "UPDATE party SET stands = 0, phone_key = NULL, email_key = NULL WHERE subject = ?1 AND stands = 1";
        self.execute(sql, [subject])?;
        let Some(seq) = standing else { return Ok(()) };
        let party = self.reader().person(subject, seq)?;
        let sql = "UPDATE party SET stands = 1, phone_key = ?3, email_key = ?4 WHERE subject = ?1 AND seq = ?2";
        let values = (subject, seq, party.phone_key(), party.email_key());
        self.execute(sql, values).map(drop)
    }
}

impl Reader<'_> {
    /// All members of staff by login, retired ones included.
    pub fn staff(&self) -> Result<Vec<Staff>, StoreError> {
        let sql = "SELECT login, name, department, phone, role, retired, entered_at, mobile, deputy FROM staff
                   WHERE id IN (SELECT max(id) FROM staff GROUP BY login) ORDER BY login";
        self.rows(sql, [], member)
    }

    /// The officers of open cases, each once.
    pub fn officers(&self) -> Result<Vec<String>, StoreError> {
        self.distinct("officer")
    }

    /// The departments of open cases, each once.
    pub fn departments(&self) -> Result<Vec<String>, StoreError> {
        self.distinct("department")
    }

    /// Distinct values of an indexed column, found by jumps along the index.
    fn distinct(&self, column: &str) -> Result<Vec<String>, StoreError> {
        let sql = format!(
            "WITH RECURSIVE one (value) AS (
               SELECT min({column}) FROM subject WHERE open = 1
               UNION ALL
               SELECT (SELECT min({column}) FROM subject WHERE open = 1 AND {column} > one.value) FROM one
                WHERE one.value IS NOT NULL
             ) SELECT value FROM one WHERE value IS NOT NULL LIMIT 1000"
        );
        self.rows(&sql, [], |row| row.get(0))
    }

    /// The member of staff with a login.
    pub fn staff_member(&self, login: &str) -> Result<Option<Staff>, StoreError> {
        let sql = "SELECT login, name, department, phone, role, retired, entered_at, mobile, deputy FROM staff
                   WHERE login = ?1 ORDER BY id DESC LIMIT 1";
        self.row(sql, [login], member)
    }

    /// What stands on the record of an officer who is called so, the newest first.
    pub fn conduct(&self, officer: &str) -> Result<Vec<(CaseNumber, Conduct)>, StoreError> {
        let sql = "SELECT subject, seq, officer, at, kind FROM conduct WHERE officer = ?1 ORDER BY at DESC, subject DESC, seq DESC";
        self.rows(sql, [officer], |row| {
            let conduct = Conduct {
                seq: row.get(1)?,
                officer: row.get(2)?,
                at: convert::time(row, 3)?,
                kind: convert::word(row, 4)?,
            };
            Ok((convert::key(row, 0, CaseNumber::from_id)?, conduct))
        })
    }

    /// The person of a subject as they stand; empty where erased.
    pub fn party(&self, subject: impl Into<Subject>) -> Result<Party, StoreError> {
        let sql = "SELECT name, phone, email, address, proxy, capacity, organisation, representative FROM party
                   WHERE subject = ?1 AND stands = 1";
        let found = self.row(sql, [subject.into().id()], |row| party(row, 0))?;
        Ok(found.unwrap_or_default())
    }

    /// The person that a fact of a subject introduced or changed; empty where there is none, or erased.
    pub(super) fn person(&self, subject: i64, seq: u32) -> Result<Party, StoreError> {
        let sql = "SELECT name, phone, email, address, proxy, capacity, organisation, representative FROM party
                   WHERE subject = ?1 AND seq = ?2";
        let found = self.row(sql, (subject, seq), |row| party(row, 0))?;
        Ok(found.unwrap_or_default())
    }

    /// The person that the facts of a case say; empty where erased.
    pub fn person_of(&self, case: &Case) -> Result<Party, StoreError> {
        self.person(case.number.id(), case.person)
    }

    /// Every version of the person of a subject that was not erased, with the fact that introduced or changed it, in order.
    pub fn persons(&self, subject: impl Into<Subject>) -> Result<Vec<(u32, Party)>, StoreError> {
        let sql = "SELECT seq, name, phone, email, address, proxy, capacity, organisation, representative FROM party
                   WHERE subject = ?1 AND salt IS NOT NULL ORDER BY seq";
        self.rows(sql, [subject.into().id()], |row| {
            Ok((row.get(0)?, party(row, 1)?))
        })
    }

    /// Cases of the same person, by telephone or e-mail, the newest first.
    pub fn cases_of(&self, party: &Party, most: u32) -> Result<Vec<CaseNumber>, StoreError> {
        let sql = "SELECT subject FROM (SELECT subject FROM party WHERE phone_key = ?1 AND subject < ?4 ORDER BY subject DESC LIMIT ?3)
                   UNION SELECT subject FROM (SELECT subject FROM party WHERE email_key = ?2 AND subject < ?4 ORDER BY subject DESC LIMIT ?3)
                   ORDER BY subject DESC LIMIT ?3";
        let keys = (party.phone_key(), party.email_key());
        let values = (keys.0, keys.1, most, SubjectKind::Case.end_key());
        self.rows(sql, values, |row| convert::key(row, 0, CaseNumber::from_id))
    }
}

/// The columns of a party from `first` on.
pub(super) fn party(row: &Row<'_>, first: usize) -> rusqlite::Result<Party> {
    Ok(Party {
        name: row.get(first)?,
        phone: row.get(first + 1)?,
        email: row.get(first + 2)?,
        address: row.get(first + 3)?,
        behalf: behalf(row, first + 4)?,
    })
}

/// The columns of a party from `first` on that say who speaks for whom.
fn behalf(row: &Row<'_>, first: usize) -> rusqlite::Result<Behalf> {
    Ok(Behalf {
        proxy: row.get(first)?,
        capacity: row.get(first + 1)?,
        organisation: row.get(first + 2)?,
        representative: row.get(first + 3)?,
    })
}

fn member(row: &Row<'_>) -> rusqlite::Result<Staff> {
    let retired: bool = row.get(5)?;
    Ok(Staff {
        login: row.get(0)?,
        name: row.get(1)?,
        department: row.get(2)?,
        phone: row.get(3)?,
        role: convert::word(row, 4)?,
        retired_at: retired.then(|| convert::time(row, 6)).transpose()?,
        mobile: row.get(7)?,
        deputy: row.get(8)?,
    })
}
