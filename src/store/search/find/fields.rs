//! Cases found by fields alone: walks along indexes, the nearest deadline first, and then the newest finished ones.

use super::{Hit, Search};
use crate::{
    domain::subject::Subject,
    store::{
        StoreError,
        criteria::{Conditions, Criteria, Driver},
        error::ErrorContext,
    },
};
use rusqlite::{params_from_iter, types::Value};

impl Search<'_> {
    /// Cases by fields alone: one walk along an index for open ones, then the newest of the others.
    pub(super) fn by_fields(&mut self) -> Result<(), StoreError> {
        let (criteria, limit) = (self.find.criteria, self.find.limit);
        if criteria.open() != Some(false) {
            let (driver, values) = criteria.driver();
            let (mut ranked, mut all) = (Vec::new(), true);
            if values.is_empty() {
                (ranked, all) = self.open(criteria, driver, None, limit)?;
            }
            for value in &values {
                let criteria = criteria.driven_by(driver, value);
                let (rows, whole) = self.open(&criteria, driver, Some(value), limit)?;
                ranked.extend(rows);
                all &= whole;
            }
            ranked.sort_unstable();
            for (_, subject) in ranked {
                self.keep(subject);
            }
            self.whole &= all || self.is_done();
        }
        if criteria.open() != Some(true) && !self.is_done() {
            let mut conditions = Conditions::default();
            criteria.add(None, "s", self.find.now, &mut conditions);
            conditions.texts.push("+s.open = 0".to_owned());
            let holds = conditions.holds();
            let sql =
                format!("SELECT s.subject, s.rank, {holds} FROM subject s ORDER BY s.subject DESC");
            let rest = self.find.limit.saturating_sub(self.hits.len());
            let (rows, whole) = self.rows(&sql, conditions, rest)?;
            for (_, subject) in rows {
                self.keep(subject);
            }
            self.whole &= whole || self.is_done();
        }
        Ok(())
    }

    fn keep(&mut self, key: i64) {
        let subject = Subject::from_id(key).filter(|_| !self.is_done());
        self.hits.extend(subject.map(|subject| Hit {
            subject,
            part: None,
            excerpt: None,
            begins: false,
        }));
    }

    /// At most so many open cases, the nearest first; and whether the walk came to its end, or to so many.
    pub(super) fn open(
        &self,
        criteria: &Criteria,
        driver: Driver,
        value: Option<&Value>,
        most: usize,
    ) -> Result<(Vec<(i64, i64)>, bool), StoreError> {
        let now = self.find.now;
        let mut walk = Conditions::default();
        walk.texts.push("s.open = 1".to_owned());
        if let Some(value) = value {
            let mark = walk.value(value.clone());
            walk.texts.extend(driver.condition(&mark));
        }
        let bounds = Criteria {
            standing: criteria.standing,
            due: criteria.due,
            ..Criteria::default()
        };
        bounds.add(Some(driver), "s", now, &mut walk);
        let inner = walk.wheres();
        let mut conditions = Conditions {
            texts: Vec::new(),
            values: walk.values,
        };
        let rest = Criteria {
            standing: None,
            due: None,
            ..criteria.clone()
        };
        rest.add(Some(driver), "s", now, &mut conditions);
        let holds = conditions.holds();
        let sql = format!(
            "SELECT s.subject, s.rank, {holds} FROM subject s{inner} ORDER BY s.rank, s.subject"
        );
        self.rows(&sql, conditions, most)
    }

    /// At most so many rows that hold, by rank and subject; and whether the walk came to its end, or to so many.
    fn rows(
        &self,
        sql: &str,
        conditions: Conditions,
        most: usize,
    ) -> Result<(Vec<(i64, i64)>, bool), StoreError> {
        let path = self.reader.path;
        let mut statement = self
            .reader
            .connection
            .prepare_cached(sql)
            .doing("read", path)?;
        let mut rows = statement
            .query(params_from_iter(conditions.values))
            .doing("read", path)?;
        let mut found = Vec::new();
        while found.len() < most {
            let row = match rows.next().doing("read", path) {
                Err(error) if error.is_cancelled() => return Ok((found, false)),
                row => row?,
            };
            let Some(row) = row else { break };
            let read = || Ok((row.get::<_, bool>(2)?, (row.get(1)?, row.get(0)?)));
            let (holds, row) = read().doing("read", path)?;
            found.extend(holds.then_some(row));
        }
        Ok((found, true))
    }
}
