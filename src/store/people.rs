//! Staff and complainants.

use super::{Reader, StoreError, Write, convert, ledger};
use crate::domain::{
    case::CaseNumber,
    conduct::Conduct,
    decide::RelatedCase,
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

    /// Stores the person of a subject; their digest is in the fact that introduces or changes them.
    pub(super) fn set_party(
        &self,
        subject: i64,
        party: &Party,
        salt: [u8; 16],
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO party VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
                   ON CONFLICT (subject) DO UPDATE SET salt = excluded.salt, name = excluded.name, phone = excluded.phone, email = excluded.email,
                   address = excluded.address, phone_key = excluded.phone_key, email_key = excluded.email_key, proxy = excluded.proxy,
                   capacity = excluded.capacity, organisation = excluded.organisation, representative = excluded.representative";
        let values = (
            subject,
            salt,
            &party.name,
            &party.phone,
            &party.email,
            &party.address,
            party.phone_key(),
            party.email_key(),
            &party.behalf.proxy,
            &party.behalf.capacity,
            &party.behalf.organisation,
            &party.behalf.representative,
        );
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

    /// The person of a subject; empty where erased.
    pub fn party(&self, subject: impl Into<Subject>) -> Result<Party, StoreError> {
        let sql = "SELECT name, phone, email, address, proxy, capacity, organisation, representative FROM party WHERE subject = ?1";
        let party = self.row(sql, [subject.into().id()], |row| {
            Ok(Party {
                name: row.get(0)?,
                phone: row.get(1)?,
                email: row.get(2)?,
                address: row.get(3)?,
                behalf: behalf(row, 4)?,
            })
        })?;
        Ok(party.unwrap_or_default())
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

    /// The part of another case that decisions need; `None` where it does not exist.
    pub fn related(&self, number: CaseNumber) -> Result<Option<RelatedCase>, StoreError> {
        let sql = "SELECT stage, results, step, department FROM subject WHERE subject = ?1";
        self.row(sql, [number.id()], |row| {
            Ok(RelatedCase {
                number,
                stage: convert::word(row, 0)?,
                results: row.get(1)?,
                step: row.get(2)?,
                department: row.get(3)?,
                sameness: None,
            })
        })
    }
}

/// The columns of a party from `first` on that say who speaks for whom.
pub(super) fn behalf(row: &Row<'_>, first: usize) -> rusqlite::Result<Behalf> {
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
