//! What can be undone and done again.
//!
//! Keeps as many steps as fit into a bounded room. Must not know carets, graphemes or keys.

use std::collections::VecDeque;

/// Undo steps kept; older ones are forgotten.
const MOST: usize = 500;
/// Bytes of text kept in all steps; the newest step is kept whatever its size.
const ROOM: usize = 512 << 10;

/// One undoable change: at a place, one text for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) at: usize,
    pub(super) removed: String,
    pub(super) inserted: String,
    pub(super) caret_before: usize,
    pub(super) caret_after: usize,
}

impl Step {
    fn size(&self) -> usize {
        self.removed.len() + self.inserted.len()
    }
}

/// The steps before and after the text as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Steps {
    past: VecDeque<Step>,
    future: Vec<Step>,
    /// Whether the next change may be joined to the last step.
    open: bool,
}

impl Steps {
    /// Ends the step in hand: what follows is undone by itself.
    pub(super) fn close(&mut self) {
        self.open = false;
    }

    /// The step to be taken back, to be handed to [`Steps::went_back`].
    pub(super) fn back(&mut self) -> Option<Step> {
        self.open = false;
        self.past.pop_back()
    }

    /// The step was taken back.
    pub(super) fn went_back(&mut self, step: Step) {
        self.future.push(step);
    }

    /// The step to be done again, to be handed to [`Steps::went_again`].
    pub(super) fn again(&mut self) -> Option<Step> {
        self.open = false;
        self.future.pop()
    }

    /// The step was done again.
    pub(super) fn went_again(&mut self, step: Step) {
        self.past.push_back(step);
    }

    /// Keeps a change, joined to the last one where it goes on in the same place.
    pub(super) fn record(&mut self, step: Step) {
        self.future.clear();
        if self.open
            && let Some(last) = self.past.back_mut()
            && joined(last, &step)
        {
            return;
        }
        self.past.push_back(step);
        self.open = true;
        let mut size: usize = self.past.iter().map(Step::size).sum();
        while self.past.len() > MOST || (size > ROOM && self.past.len() > 1) {
            size -= self.past.pop_front().map_or(0, |step| step.size());
        }
    }
}

/// Joins what was typed or erased next to the last change to it.
fn joined(last: &mut Step, step: &Step) -> bool {
    let end = last.at + last.inserted.len();
    // A vowel takes its consonant away and puts a syllable in the place.
    let goes_on = !step.inserted.is_empty()
        && !last.inserted.is_empty()
        && step.at + step.removed.len() == end
        && last.inserted.ends_with(&step.removed);
    if goes_on {
        last.inserted
            .truncate(last.inserted.len() - step.removed.len());
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
