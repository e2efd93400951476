//! The marks of rows: marked by the clerk, changed by another clerk, open at another clerk.
//!
//! Must not know how rows are drawn or read.

use crate::{
    desk::{QueueRow, Viewer},
    domain::subject::Subject,
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The most subjects that are remembered after their rows have left the window; with more, all are forgotten.
const REMEMBERED: usize = 4096;

/// The marks of subjects, in the window or not.
#[derive(Debug, Default)]
pub struct RowMarks {
    /// The marked subjects, with how many facts they had then.
    marked: BTreeMap<Subject, u32>,
    /// Changed by someone else since they were seen.
    changed: HashSet<Subject>,
    /// How many facts subjects had when their rows were shown last.
    known: HashMap<Subject, u32>,
    /// How many facts they had before someone else wrote, until they are shown again.
    before: HashMap<Subject, u32>,
    /// Open at someone else, with the name.
    open: BTreeMap<Subject, String>,
}

impl RowMarks {
    /// Marks or unmarks a row.
    pub fn toggle(&mut self, row: &QueueRow) {
        if self.marked.remove(&row.subject).is_none() {
            self.marked.insert(row.subject, row.facts);
        }
    }

    /// Restores the marked subjects.
    pub fn restore(&mut self, marked: &[(Subject, u32)]) {
        self.marked = marked.iter().copied().collect();
    }

    /// Unmarks all subjects.
    pub fn clear(&mut self) {
        self.marked.clear();
    }

    /// Unmarks a subject on which the clerk has acted.
    pub fn unmark(&mut self, subject: Subject) {
        self.marked.remove(&subject);
        self.known.remove(&subject);
        self.before.remove(&subject);
    }

    /// The marked subjects, with how many facts they had then.
    pub fn marked(&self) -> &BTreeMap<Subject, u32> {
        &self.marked
    }

    /// True for a marked subject.
    pub fn is_marked(&self, subject: Subject) -> bool {
        self.marked.contains_key(&subject)
    }

    /// Compares rows with those before someone else wrote: a subject has changed that has more facts, or is new between the
    /// others.
    pub fn compare(&mut self, before: &[QueueRow], after: &[QueueRow]) {
        let place = |row: Option<&QueueRow>| row.map(|row| (row.key.rank, row.key.subject));
        let (first, last) = (place(before.first()), place(before.last()));
        for row in after {
            let was = before.iter().find(|one| one.subject == row.subject);
            let here = place(Some(row));
            let changed = match was {
                Some(was) => was.facts != row.facts,
                None => !before.is_empty() && here > first && here < last,
            };
            if changed {
                self.changed.insert(row.subject);
            }
        }
    }

    /// Someone else has written: known subjects have to be compared when they are shown again.
    pub fn note_write(&mut self) {
        for (subject, facts) in &self.known {
            self.before.entry(*subject).or_insert(*facts);
        }
    }

    /// Notes that rows are shown, and compares them with what was known before someone else wrote.
    pub fn note_shown(&mut self, rows: &[QueueRow]) {
        if self.known.len() > REMEMBERED {
            self.known.clear();
            self.before.clear();
        }
        for row in rows {
            let was = self.before.remove(&row.subject);
            if was.is_some_and(|was| was < row.facts) {
                self.changed.insert(row.subject);
            }
            self.known.insert(row.subject, row.facts);
        }
    }

    /// Notes that a subject was read in full, with so many facts.
    pub fn note_read(&mut self, subject: Subject, facts: u32) {
        self.note_seen(subject);
        self.before.remove(&subject);
        self.known.insert(subject, facts);
    }

    /// Notes that a subject was seen.
    pub fn note_seen(&mut self, subject: Subject) {
        self.changed.remove(&subject);
    }

    /// True where someone else has changed it since it was seen.
    pub fn is_changed(&self, subject: Subject) -> bool {
        self.changed.contains(&subject)
    }

    /// Takes in which subjects others have open.
    pub fn set_viewers(&mut self, present: &[Viewer]) {
        let open = present.iter().map(|one| (one.subject, one.name.clone()));
        self.open = open.collect();
    }

    /// Who else has it open.
    pub fn opened_by(&self, subject: Subject) -> Option<&str> {
        self.open.get(&subject).map(String::as_str)
    }
}
