//! Proving the file, and writing its derived tables anew: the rules come from the charters in it and from this program.

use super::{
    Desk, DeskError, Rules, contact::counted_contact, duty::counted_duty, intake::counted,
    rules::RulesCache,
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

/// What a proof of the file found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// How many subjects were looked at.
    pub subjects: u64,
    /// How many facts they have.
    pub facts: u64,
    /// What is wrong, a sentence each with the number of its subject; the first hundred.
    pub problems: Vec<String>,
}

impl Desk {
    /// Proves the whole file as it stands at this moment; problems are told in English.
    ///
    /// # Errors
    /// The file cannot be read at all.
    pub fn verify(&mut self) -> Result<Verification, DeskError> {
        self.verify_in(Lang::En)
    }

    /// The same with problems in the language of who reads them.
    ///
    /// # Errors
    /// As [`Desk::verify`].
    pub fn verify_in(&mut self, lang: Lang) -> Result<Verification, DeskError> {
        let mut known = Known::default();
        let findings = self
            .store
            .verify(&mut |reader, folded| known.count(reader, folded, lang))?;
        Ok(Verification {
            subjects: findings.subjects,
            facts: findings.facts,
            problems: findings
                .problems
                .iter()
                .map(|problem| problem.say(lang))
                .collect(),
        })
    }

    /// Writes every derived table anew from the facts, in one transaction, and returns how many cases there are.
    ///
    /// # Errors
    /// Only administrators may; a case cannot be read or counted; the file cannot be written.
    pub fn rebuild(&mut self) -> Result<u64, DeskError> {
        let mut known = Known::default();
        let write = self.store.write(&self.actor, Operation::Rebuild)?;
        let subjects =
            write.rebuild(&mut |reader, folded| known.count(reader, folded, Lang::En))?;
        write.commit()?;
        Ok(subjects)
    }
}

/// The setting that says by which edition of the rules the derived tables were counted.
const COUNTED: &str = "counted_by";

/// Notes that everything is counted by this program's rules.
pub(super) fn counted_now(write: &Write<'_>) -> Result<(), StoreError> {
    write.set(COUNTED, &EDITION.to_string())
}

fn is_counted(reader: Reader<'_>) -> Result<bool, StoreError> {
    let by = reader.setting(COUNTED)?;
    let by = by.and_then(|edition| edition.parse::<u32>().ok());
    Ok(by.is_some_and(|edition| edition >= EDITION))
}

impl Desk {
    /// Counts anew what an earlier edition of the rules has counted, once. What the complainants were told stays on record.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub(super) fn count_by_this_edition(&mut self) -> Result<(), DeskError> {
        if is_counted(self.store.reader())? {
            return Ok(());
        }
        let write = self.store.write_unasked()?;
        // Another process may have been faster.
        if !is_counted(write.reader())? {
            let mut known = Known::default();
            write.recount(&mut |reader, folded| known.count(reader, folded, Lang::En))?;
            counted_now(&write)?;
            write.commit()?;
        }
        Ok(())
    }
}

/// The rules as they stand in one state of the file: nobody can change them during a transaction, so they are read once.
#[derive(Default)]
struct Known {
    shelf: RulesCache,
    rules: Vec<std::sync::Arc<Rules>>,
}

impl Known {
    fn count(
        &mut self,
        reader: Reader<'_>,
        folded: &SubjectState,
        lang: Lang,
    ) -> Result<Vec<Deadline>, String> {
        let version = folded.charter();
        let known = self.rules.iter().find(|rules| rules.version == version);
        let counting = match known {
            Some(rules) => counted_of(folded, rules),
            None => self.shelf.version(reader, version).and_then(|rules| {
                self.rules.push(std::sync::Arc::clone(&rules));
                counted_of(folded, &rules)
            }),
        };
        counting.map_err(|error| error.say(lang))
    }
}

/// A subject's deadlines under the rules that hold for it.
pub(super) fn counted_of(folded: &SubjectState, rules: &Rules) -> Result<Vec<Deadline>, DeskError> {
    match folded {
        SubjectState::Case(case) => counted(case, rules),
        SubjectState::Duty(duty) => counted_duty(duty, rules),
        SubjectState::Contact(contact) => counted_contact(contact, rules),
    }
}
