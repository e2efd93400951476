//! What is noted beside the rows: which are marked, which another clerk has changed, which someone has open.
//!
//! Must not know how rows are drawn or read.

use crate::{
    desk::{QueueRow, Viewer},
    domain::subject::Subject,
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// So many subjects are remembered after their rows have left the window; with more of them all are learnt anew.
const REMEMBERED: usize = 4096;

/// What is noted of subjects, whether they are in the window or not.
#[derive(Debug, Default)]
pub struct RowMarks {
    /// Those that were marked, with how many facts they had then.
    marked: BTreeMap<Subject, u32>,
    /// Those that someone else has changed since they were looked at.
    changed: HashSet<Subject>,
    /// How many facts those had whose rows were shown last, in the window or before.
    known: HashMap<Subject, u32>,
    /// How many they had before someone else wrote, until they are shown again.
    before: HashMap<Subject, u32>,
    /// Those that someone else has open.
    open: BTreeMap<Subject, String>,
}

impl RowMarks {
    /// Marks a row, or takes its mark away.
    pub fn toggle(&mut self, row: &QueueRow) {
        if self.marked.remove(&row.subject).is_none() {
            self.marked.insert(row.subject, row.facts);
        }
    }

    /// Marks what was marked before.
    pub fn mark(&mut self, marked: &[(Subject, u32)]) {
        self.marked = marked.iter().copied().collect();
    }

    /// Takes every mark away.
    pub fn clear(&mut self) {
        self.marked.clear();
    }

    /// Takes the mark of one away on which the action was done, by who works here.
    pub fn done(&mut self, subject: Subject) {
        self.marked.remove(&subject);
        self.known.remove(&subject);
        self.before.remove(&subject);
    }

    /// Those that are marked, with how many facts they had then.
    pub fn marked(&self) -> &BTreeMap<Subject, u32> {
        &self.marked
    }

    /// True where it is marked.
    pub fn is_marked(&self, subject: Subject) -> bool {
        self.marked.contains_key(&subject)
    }

    /// Compares rows with those that stood there before someone else wrote: a case has changed that has more facts, or that
    /// stands where none stood.
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

    /// Someone else has written, here or where nothing is shown: what was known has to be compared when it is shown again.
    pub fn others_wrote(&mut self) {
        for (subject, facts) in &self.known {
            self.before.entry(*subject).or_insert(*facts);
        }
    }

    /// Rows are shown: what was known of them before someone else wrote is compared, and they are known from now on.
    pub fn shown(&mut self, rows: &[QueueRow]) {
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

    /// It was read whole, with so many facts.
    pub fn read(&mut self, subject: Subject, facts: u32) {
        self.seen(subject);
        self.before.remove(&subject);
        self.known.insert(subject, facts);
    }

    /// It was looked at.
    pub fn seen(&mut self, subject: Subject) {
        self.changed.remove(&subject);
    }

    /// True where someone else has changed it since it was looked at.
    pub fn is_changed(&self, subject: Subject) -> bool {
        self.changed.contains(&subject)
    }

    /// Who else has cases open.
    pub fn present(&mut self, present: &[Viewer]) {
        self.open = present
            .iter()
            .map(|one| (one.subject, one.name.clone()))
            .collect();
    }

    /// Who else has it open.
    pub fn opened_by(&self, subject: Subject) -> Option<&str> {
        self.open.get(&subject).map(String::as_str)
    }
}
