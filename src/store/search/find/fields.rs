//! Cases found by fields alone: walks along indexes, the nearest deadline first, and then the newest finished ones.

use super::{Hit, Search, bound};
use crate::{
    domain::subject::Subject,
    store::{
        StoreError,
        error::Doing,
        narrow::{Conditions, Driver, Narrow},
    },
};
use rusqlite::{params_from_iter, types::Value};

impl Search<'_> {
    /// Cases by fields alone: one walk along an index for open ones, then the newest of the others.
    pub(super) fn by_fields(&mut self) -> Result<(), StoreError> {
        let narrow = self.find.narrow;
        if narrow.open() != Some(false) {
            let (driver, values) = narrow.driver();
            let mut ranked = Vec::new();
            if values.is_empty() {
                ranked = self.open(narrow, driver, None)?;
            }
            for value in &values {
                ranked.extend(self.open(&narrow.driven_by(driver, value), driver, Some(value))?);
            }
            ranked.sort_unstable();
            for (_, subject) in ranked {
                self.keep(subject);
            }
        }
        if narrow.open() != Some(true) && !self.is_done() {
            let mut conditions = Conditions::default();
            let bound = conditions.value(bound(self.find.patience));
            narrow.add(None, self.find.now, &mut conditions);
            conditions.texts.push("+s.open = 0".to_owned());
            let sql = format!(
                "SELECT s.subject, s.rank FROM (SELECT * FROM subject ORDER BY subject DESC LIMIT {bound}) s{}",
                conditions.wheres()
            );
            for (_, subject) in self.rows(&sql, conditions)? {
                self.keep(subject);
            }
            self.whole &= self.is_done();
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

    /// Open cases, the nearest first.
    fn open(
        &mut self,
        narrow: &Narrow,
        driver: Driver,
        value: Option<&Value>,
    ) -> Result<Vec<(i64, i64)>, StoreError> {
        let (now, limit) = (self.find.now, self.find.limit);
        let mut walk = Conditions::default();
        walk.texts.push("open = 1".to_owned());
        if let Some(value) = value {
            let mark = walk.value(value.clone());
            let column = match driver {
                Driver::Officer => "officer",
                Driver::Department => "department",
                Driver::Step | Driver::Rank => "step",
            };
            walk.texts.push(format!("{column} = {mark}"));
        }
        let (first, end) = narrow.ranks(now);
        if let Some(first) = first {
            let mark = walk.value(first);
            walk.texts.push(format!("rank >= {mark}"));
        }
        if let Some(end) = end {
            let mark = walk.value(end);
            walk.texts.push(format!("rank < {mark}"));
        }
        let inner = walk.wheres();
        let mut conditions = Conditions {
            texts: Vec::new(),
            values: walk.values,
        };
        let bound = conditions.value(bound(self.find.patience));
        narrow.add(Some(driver), now, &mut conditions);
        let wheres = conditions.wheres();
        let most = conditions.value(i64::try_from(limit).unwrap_or(i64::MAX));
        let sql = format!(
            "SELECT s.subject, s.rank FROM (SELECT * FROM subject{inner} ORDER BY rank, subject LIMIT {bound}) s{wheres} LIMIT {most}"
        );
        let rows = self.rows(&sql, conditions)?;
        Ok(rows.into_iter().collect())
    }

    fn rows(&self, sql: &str, conditions: Conditions) -> Result<Vec<(i64, i64)>, StoreError> {
        let path = self.reader.path;
        let mut statement = self
            .reader
            .connection
            .prepare_cached(sql)
            .doing("read", path)?;
        let rows = statement.query_map(params_from_iter(conditions.values), |row| {
            Ok((row.get(1)?, row.get(0)?))
        });
        rows.doing("read", path)?
            .take(self.find.limit)
            .collect::<rusqlite::Result<_>>()
            .doing("read", path)
    }
}
