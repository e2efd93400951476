//! Cases by criteria alone: walks along indexes, the nearest deadline first, then the newest closed ones.

use super::{Hit, Search};
use crate::{
    domain::{find::Fit, subject::Subject},
    store::{
        StoreError,
        criteria::{Conditions, Criteria},
        error::ErrorContext,
    },
};
use rusqlite::params_from_iter;

impl Search<'_> {
    /// Finds cases without words: open ones by the nearest deadline, then the newest closed ones.
    pub(super) fn by_fields(&mut self) -> Result<(), StoreError> {
        let criteria = self.find.criteria;
        if criteria.open() != Some(false) {
            let (mut open, whole) = self.open_cases(self.find.limit)?;
            open.sort_unstable();
            self.add_hits(open, whole);
        }
        if criteria.open() != Some(true) && !self.is_done() {
            let mut conditions = Conditions::default();
            criteria.add(None, "s", self.find.now, &mut conditions);
            conditions.texts.push("+s.open = 0".to_owned());
            let holds = conditions.holds();
            let sql =
                format!("SELECT s.subject, s.rank, {holds} FROM subject s ORDER BY s.subject DESC");
            let rest = self.find.limit.saturating_sub(self.hits.len());
            let (rows, whole) = self.matching_rows(&sql, conditions, rest)?;
            self.add_hits(rows, whole);
        }
        Ok(())
    }

    /// Adds subjects up to the limit; `whole` tells whether they are all there are.
    fn add_hits(&mut self, rows: Vec<(i64, i64)>, whole: bool) {
        let subjects = rows
            .into_iter()
            .filter_map(|(_, key)| Subject::from_id(key));
        let rest = self.find.limit.saturating_sub(self.hits.len());
        self.hits.extend(subjects.take(rest).map(|subject| Hit {
            subject,
            part: None,
            excerpt: None,
            fit: Fit::Whole,
            begins: false,
        }));
        self.whole &= whole || self.is_done();
    }

    /// Open cases that match the criteria, as rank and subject: from each walk at most `most`, the nearest deadline
    /// first; and whether every walk came to its end.
    pub(super) fn open_cases(&self, most: usize) -> Result<(Vec<(i64, i64)>, bool), StoreError> {
        let (criteria, now) = (self.find.criteria, self.find.now);
        let bounds = Criteria {
            standing: criteria.standing,
            due: criteria.due,
            ..Criteria::default()
        };
        let rest = Criteria {
            standing: None,
            due: None,
            ..criteria.clone()
        };
        let (driver, values) = criteria.driver();
        let (mut found, mut whole) = (Vec::new(), true);
        for value in values {
            let mut conditions = Conditions::default();
            conditions.texts.push("s.open = 1".to_owned());
            conditions.drive(driver, value.as_ref());
            bounds.add(Some(driver), "s", now, &mut conditions);
            let wheres = conditions.wheres();
            conditions.texts.clear();
            rest.add(Some(driver), "s", now, &mut conditions);
            let holds = conditions.holds();
            let sql = format!(
                "SELECT s.subject, s.rank, {holds} FROM subject s{wheres} ORDER BY s.rank, s.subject"
            );
            let (rows, ended) = self.matching_rows(&sql, conditions, most)?;
            found.extend(rows);
            whole &= ended;
        }
        Ok((found, whole))
    }

    /// At most `most` rows that match, as rank and subject; and whether the walk came to its end.
    fn matching_rows(
        &self,
        sql: &str,
        conditions: Conditions,
        most: usize,
    ) -> Result<(Vec<(i64, i64)>, bool), StoreError> {
        let (connection, path) = (self.reader.connection, self.reader.path);
        let mut statement = connection.prepare_cached(sql).doing("read", path)?;
        let mut rows = statement
            .query(params_from_iter(conditions.values))
            .doing("read", path)?;
        let mut found = Vec::new();
        while found.len() < most {
            let row = match rows.next().doing("read", path) {
                Err(error) if error.is_cancelled() => return Ok((found, false)),
                row => row?,
            };
            let Some(row) = row else {
                return Ok((found, true));
            };
            let read = || Ok((row.get::<_, bool>(2)?, (row.get(1)?, row.get(0)?)));
            let (holds, row) = read().doing("read", path)?;
            found.extend(holds.then_some(row));
        }
        Ok((found, false))
    }
}
