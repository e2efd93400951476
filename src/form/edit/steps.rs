//! Undo and redo, bounded in steps and bytes.
//!
//! Must not know graphemes or keys.

use std::collections::VecDeque;

/// The most undo steps.
const MOST: usize = 500;
/// The most bytes of text in all steps; the newest step is kept whatever its size.
const ROOM: usize = 512 << 10;

/// One undoable change: at a position, one text replaced by another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UndoStep {
    pub(super) at: usize,
    pub(super) removed: String,
    pub(super) inserted: String,
    pub(super) caret_before: usize,
    pub(super) caret_after: usize,
}

impl UndoStep {
    fn size(&self) -> usize {
        self.removed.len() + self.inserted.len()
    }
}

/// The steps that can be undone, and those that can be redone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Steps {
    pub(super) past: VecDeque<UndoStep>,
    pub(super) future: Vec<UndoStep>,
    /// The next change may be joined to the last step.
    open: bool,
}

impl Steps {
    /// Ends the current step: the next change is undone by itself.
    pub(super) fn close(&mut self) {
        self.open = false;
    }

    /// Records a change, joined to the last one where it continues in the same place.
    pub(super) fn record(&mut self, step: UndoStep) {
        self.future.clear();
        if self.open
            && let Some(last) = self.past.back_mut()
            && joined(last, &step)
        {
            return;
        }
        self.past.push_back(step);
        self.open = true;
        let mut size: usize = self.past.iter().map(UndoStep::size).sum();
        while self.past.len() > MOST || (size > ROOM && self.past.len() > 1) {
            size -= self.past.pop_front().map_or(0, |step| step.size());
        }
    }
}

/// Joins a change next to the last one to it; false where it is elsewhere.
fn joined(last: &mut UndoStep, step: &UndoStep) -> bool {
    let end = last.at + last.inserted.len();
    // A vowel replaces the consonant before it by a syllable.
    let goes_on = !step.inserted.is_empty()
        && !last.inserted.is_empty()
        && step.at + step.removed.len() == end
        && last.inserted.ends_with(&step.removed);
    if goes_on {
        let kept = last.inserted.len() - step.removed.len();
        last.inserted.truncate(kept);
        last.inserted.push_str(&step.inserted);
        last.caret_after = step.caret_after;
        return true;
    }
    let erased = step.inserted.is_empty() && last.inserted.is_empty();
    if erased && step.at + step.removed.len() == last.at {
        last.removed.insert_str(0, &step.removed);
        last.at = step.at;
        last.caret_after = step.caret_after;
        return true;
    }
    false
}
