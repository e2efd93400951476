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
        let (narrow, limit) = (self.find.narrow, self.find.limit);
        if narrow.open() != Some(false) {
            let (driver, values) = narrow.driver();
            let mut ranked = Vec::new();
            if values.is_empty() {
                ranked = self.open(narrow, driver, None, limit)?;
            }
            for value in &values {
                ranked.extend(self.open(
                    &narrow.driven_by(driver, value),
                    driver,
                    Some(value),
                    limit,
                )?);
            }
            ranked.sort_unstable();
            for (_, subject) in ranked {
                self.keep(subject);
            }
        }
        if narrow.open() != Some(true) && !self.is_done() {
            let mut conditions = Conditions::default();
            let bound = conditions.value(bound(self.find.patience));
            narrow.add(None, "s", self.find.now, &mut conditions);
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
    pub(super) fn open(
        &self,
        narrow: &Narrow,
        driver: Driver,
        value: Option<&Value>,
        most: usize,
    ) -> Result<Vec<(i64, i64)>, StoreError> {
        let now = self.find.now;
        let mut walk = Conditions::default();
        walk.texts.push("s.open = 1".to_owned());
        if let Some(value) = value {
            let mark = walk.value(value.clone());
            walk.texts.extend(driver.condition(&mark));
        }
        let bounds = Narrow {
            standing: narrow.standing,
            due: narrow.due,
            ..Narrow::default()
        };
        bounds.add(Some(driver), "s", now, &mut walk);
        let inner = walk.wheres();
        let mut conditions = Conditions {
            texts: Vec::new(),
            values: walk.values,
        };
        let bound = conditions.value(bound(self.find.patience));
        let rest = Narrow {
            standing: None,
            due: None,
            ..narrow.clone()
        };
        rest.add(Some(driver), "s", now, &mut conditions);
        let wheres = conditions.wheres();
        let most = conditions.value(i64::try_from(most).unwrap_or(i64::MAX));
        let sql = format!(
            "SELECT s.subject, s.rank FROM (SELECT s.* FROM subject s{inner} ORDER BY s.rank, s.subject LIMIT {bound}) s{wheres} LIMIT {most}"
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
            .collect::<rusqlite::Result<_>>()
            .doing("read", path)
    }
}
