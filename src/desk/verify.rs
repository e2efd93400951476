//! Verifying the file and rewriting its derived tables, by the charters in it and the rules of this program.

use super::{
    Desk, DeskError, Rules, contact::contact_deadlines, duty::duty_deadlines,
    intake::case_deadlines, rules::RulesCache,
};
use crate::{
    domain::{
        deadline::{Deadline, EDITION},
        outline::SubjectState,
        rights::Operation,
    },
    store::{Reader, StoreError, Write},
    words::{Lang, Say},
};
use serde::Serialize;
use std::{collections::BTreeMap, sync::Arc};

/// The result of a verification.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verification {
    pub subjects: u64,
    pub facts: u64,
    /// A sentence each, with the number of its subject; the first hundred.
    pub problems: Vec<String>,
}

impl Desk {
    /// Verifies the whole file, with problems in English.
    pub fn verify(&mut self) -> Result<Verification, DeskError> {
        self.verify_in(Lang::En)
    }

    /// Verifies the whole file, with problems in a language.
    pub fn verify_in(&mut self, lang: Lang) -> Result<Verification, DeskError> {
        let mut counter = Counter::new(lang);
        let findings = self
            .store
            .verify(&mut |reader, folded| counter.count(reader, folded))?;
        let problems = findings.problems.iter();
        Ok(Verification {
            subjects: findings.subjects,
            facts: findings.facts,
            problems: problems.map(|problem| problem.say(lang)).collect(),
        })
    }

    /// Rewrites every derived table from the facts, in one transaction, and returns the number of subjects.
    ///
    /// # Errors
    /// The actor is no administrator; a subject cannot be read or counted.
    pub fn rebuild(&mut self) -> Result<u64, DeskError> {
        let mut counter = Counter::new(Lang::En);
        let write = self.store.write(&self.actor, Operation::Rebuild)?;
        let subjects = write.rebuild(&mut |reader, folded| counter.count(reader, folded))?;
        write.commit()?;
        Ok(subjects)
    }
}

/// The setting with the edition of the rules by which the derived tables were counted.
const COUNTED_BY: &str = "counted_by";

/// Stores that everything is counted by this program's edition of the rules.
pub(super) fn set_edition(write: &Write<'_>) -> Result<(), StoreError> {
    write.set(COUNTED_BY, &EDITION.to_string())
}

fn is_current(reader: Reader<'_>) -> Result<bool, StoreError> {
    let edition = reader.setting(COUNTED_BY)?;
    let edition = edition.and_then(|edition| edition.parse::<u32>().ok());
    Ok(edition.is_some_and(|edition| edition >= EDITION))
}

impl Desk {
    /// Recounts once what an earlier edition of the rules has counted. Dates announced to complainants stay on record.
    pub(super) fn recount_for_edition(&mut self) -> Result<(), DeskError> {
        if is_current(self.store.reader())? {
            return Ok(());
        }
        let write = self.store.write_unasked()?;
        // Another process may have been faster.
        if !is_current(write.reader())? {
            let mut counter = Counter::new(Lang::En);
            write.recount(&mut |reader, folded| counter.count(reader, folded))?;
            set_edition(&write)?;
            write.commit()?;
        }
        Ok(())
    }
}

/// Counts deadlines within one transaction, during which no other can change the rules: each version is read once.
struct Counter {
    lang: Lang,
    cache: RulesCache,
    rules: BTreeMap<i64, Arc<Rules>>,
}

impl Counter {
    fn new(lang: Lang) -> Self {
        Self {
            lang,
            cache: RulesCache::default(),
            rules: BTreeMap::new(),
        }
    }

    fn count(
        &mut self,
        reader: Reader<'_>,
        folded: &SubjectState,
    ) -> Result<Vec<Deadline>, String> {
        let version = folded.charter();
        let rules = match self.rules.get(&version) {
            Some(rules) => Ok(Arc::clone(rules)),
            None => self.cache.version(reader, version),
        };
        let counted = rules.and_then(|rules| {
            let deadlines = deadlines(folded, &rules);
            self.rules.insert(version, rules);
            deadlines
        });
        counted.map_err(|error| error.say(self.lang))
    }
}

/// Counts a subject's deadlines under its rules.
pub(super) fn deadlines(folded: &SubjectState, rules: &Rules) -> Result<Vec<Deadline>, DeskError> {
    match folded {
        SubjectState::Case(case) => case_deadlines(case, rules),
        SubjectState::Duty(duty) => duty_deadlines(duty, rules),
        SubjectState::Contact(contact) => contact_deadlines(contact, rules),
    }
}
