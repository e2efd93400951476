//! The text of a field with its caret, selection and undo.
//!
//! Knows graphemes and NFC. Must not know keys, widths or rows.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use super::steps::{Steps, UndoStep};
use super::words;
use super::{Edit, Move};
use crate::form::text::nfc;

/// The most bytes that NFC makes one character of: four characters of four bytes.
const COMPOSED: usize = 16;

/// A text with a caret on a grapheme boundary; always NFC.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::form) struct Editor {
    text: String,
    /// The length of the text in characters, counted once.
    chars: usize,
    max_chars: Option<usize>,
    caret: usize,
    anchor: Anchor,
    steps: Steps,
    changed: Option<TextChange>,
}

/// The end of the selection opposite the caret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Anchor {
    #[default]
    None,
    /// Selected with Shift, until the caret moves without it.
    Held(usize),
    /// Selected from a mark, wherever the caret moves.
    Marked(usize),
}

/// A change of the text: at a position, so many bytes replaced by so many others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TextChange {
    pub(super) at: usize,
    pub(super) removed: usize,
    pub(super) inserted: usize,
}

impl Editor {
    /// An empty text of at most `max_chars` characters.
    pub(super) fn new(max_chars: Option<usize>) -> Self {
        Self {
            max_chars,
            ..Self::default()
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The caret, in bytes from the start.
    pub(in crate::form) fn caret(&self) -> usize {
        self.caret
    }

    /// Replaces the whole text; the caret goes to its end, and there is nothing to undo.
    pub(super) fn reset(&mut self, text: &str) {
        self.text = nfc(text).into_owned();
        self.chars = self.text.chars().count();
        self.caret = self.text.len();
        self.anchor = Anchor::None;
        self.steps = Steps::default();
        self.changed = None;
    }

    /// Takes the change of the last edit.
    pub(super) fn take_change(&mut self) -> Option<TextChange> {
        self.changed.take()
    }

    /// The selected range, in bytes; never empty.
    pub(super) fn selection(&self) -> Option<Range<usize>> {
        let (Anchor::Held(anchor) | Anchor::Marked(anchor)) = self.anchor else {
            return None;
        };
        let range = anchor.min(self.caret)..anchor.max(self.caret);
        (!range.is_empty()).then_some(range)
    }

    /// The selected text.
    pub(in crate::form) fn selected(&self) -> Option<&str> {
        self.text.get(self.selection()?)
    }

    /// True where every move selects.
    pub(super) fn is_marking(&self) -> bool {
        matches!(self.anchor, Anchor::Marked(_))
    }

    /// Begins or ends a selection from the caret on.
    pub(super) fn mark(&mut self) -> Edit {
        self.steps.close();
        self.anchor = if self.is_marking() {
            Anchor::None
        } else {
            Anchor::Marked(self.caret)
        };
        Edit::Moved
    }

    /// Selects everything.
    pub(super) fn select_all(&mut self) -> Edit {
        self.steps.close();
        self.anchor = Anchor::Held(0);
        self.caret = self.text.len();
        Edit::Moved
    }

    /// Drops the selection; true where there was one.
    pub(super) fn deselect(&mut self) -> bool {
        std::mem::take(&mut self.anchor) != Anchor::None
    }

    /// The text before the caret.
    pub(super) fn before(&self) -> &str {
        self.text.get(..self.caret).unwrap_or_default()
    }

    /// The text after the caret.
    pub(super) fn after(&self) -> &str {
        self.text.get(self.caret..).unwrap_or_default()
    }

    /// The grapheme boundary before a position.
    pub(super) fn boundary_before(&self, at: usize) -> usize {
        let mut cursor = GraphemeCursor::new(at, self.text.len(), true);
        let before = cursor.prev_boundary(&self.text, 0);
        before.ok().flatten().unwrap_or(0)
    }

    /// The grapheme boundary after a position.
    pub(super) fn boundary_after(&self, at: usize) -> usize {
        let mut cursor = GraphemeCursor::new(at, self.text.len(), true);
        let after = cursor.next_boundary(&self.text, 0);
        after.ok().flatten().unwrap_or(self.text.len())
    }

    /// The target of a move that does not depend on rows; `None` for the others.
    pub(super) fn place(&self, to: Move) -> Option<usize> {
        Some(match to {
            Move::Left => self.boundary_before(self.caret),
            Move::Right => self.boundary_after(self.caret),
            Move::WordLeft => self.caret - words::last(self.before()),
            Move::WordRight => self.caret + words::first(self.after()),
            Move::LineStart => self.before().rfind('\n').map_or(0, |at| at + 1),
            Move::LineEnd => self.caret + self.after().find('\n').unwrap_or(self.after().len()),
            Move::Start => 0,
            Move::End => self.text.len(),
            _ => return None,
        })
    }

    /// Moves the caret to the target of a move: selecting from a mark, else leaving a selection at its near end.
    pub(super) fn follow(&mut self, to: Move, at: usize) -> Edit {
        if self.is_marking() {
            return self.select(at);
        }
        let at = match (to, self.selection()) {
            (Move::Left, Some(range)) => range.start,
            (Move::Right, Some(range)) => range.end,
            _ => at,
        };
        self.go(at)
    }

    /// Moves the caret to a grapheme boundary and drops a selection made with Shift.
    pub(super) fn go(&mut self, to: usize) -> Edit {
        self.steps.close();
        let held = matches!(self.anchor, Anchor::Held(_));
        if held {
            self.anchor = Anchor::None;
        }
        if to == self.caret && !held {
            return Edit::Ignored;
        }
        self.caret = to;
        Edit::Moved
    }

    /// Moves the caret and selects the text between.
    pub(super) fn select(&mut self, to: usize) -> Edit {
        self.steps.close();
        if self.anchor == Anchor::None {
            self.anchor = Anchor::Held(self.caret);
        }
        self.caret = to;
        Edit::Moved
    }

    /// Inserts text at the caret, or replaces the selection.
    pub(super) fn insert(&mut self, text: &str) -> Edit {
        if text.is_empty() {
            return Edit::Ignored;
        }
        let max = self.max_chars.unwrap_or(usize::MAX);
        if text.len() / COMPOSED > max {
            return Edit::TooLong;
        }
        // A word is one undo step: a blank begins the next one.
        if text.starts_with(char::is_whitespace) {
            self.steps.close();
        }
        let place = self.selection().unwrap_or(self.caret..self.caret);
        self.replace(place, text)
    }

    /// Erases the selection, or else the text between the caret and a position.
    pub(super) fn erase(&mut self, to: usize) -> Edit {
        let (from, to) = (self.caret.min(to), self.caret.max(to));
        let range = self.selection().unwrap_or(from..to);
        if range.is_empty() {
            return Edit::Ignored;
        }
        self.replace(range, "")
    }

    /// Undoes the last step.
    pub(super) fn undo(&mut self) -> Edit {
        self.steps.close();
        let Some(step) = self.steps.past.pop_back() else {
            return Edit::Ignored;
        };
        self.put(step.at, step.inserted.len(), &step.removed);
        self.caret = step.caret_before;
        self.steps.future.push(step);
        Edit::Changed
    }

    /// Redoes the step undone last.
    pub(super) fn redo(&mut self) -> Edit {
        self.steps.close();
        let Some(step) = self.steps.future.pop() else {
            return Edit::Ignored;
        };
        self.put(step.at, step.removed.len(), &step.inserted);
        self.caret = step.caret_after;
        self.steps.past.push_back(step);
        Edit::Changed
    }

    /// Inserts text as an undo step of its own.
    pub(super) fn paste(&mut self, text: &str) -> Edit {
        self.steps.close();
        let edit = self.insert(text);
        self.steps.close();
        edit
    }

    fn put(&mut self, at: usize, length: usize, text: &str) {
        let removed = self.text.get(at..at + length).unwrap_or_default();
        self.chars = self.chars + text.chars().count() - removed.chars().count();
        // Both ends come from a recorded step, so they are character boundaries.
        self.text.replace_range(at..at + length, text);
        self.anchor = Anchor::None;
        self.changed = Some(TextChange {
            at,
            removed: length,
            inserted: text.len(),
        });
    }

    /// Replaces a range; every edit goes through here. The neighbours are composed with the new text, so that a vowel typed
    /// after a consonant becomes a syllable and the text stays NFC without normalising all of it.
    fn replace(&mut self, range: Range<usize>, text: &str) -> Edit {
        let from = self.boundary_before(range.start);
        let to = self.boundary_after(range.end);
        let (Some(left), Some(right), Some(old)) = (
            self.text.get(from..range.start),
            self.text.get(range.end..to),
            self.text.get(from..to),
        ) else {
            return Edit::Ignored;
        };
        let composed_left = nfc(&format!("{left}{text}")).into_owned();
        let new = nfc(&format!("{left}{text}{right}")).into_owned();
        let (grown, shrunk) = (new.chars().count(), old.chars().count());
        let max = self.max_chars.unwrap_or(usize::MAX);
        if grown > shrunk && self.chars + grown - shrunk > max {
            return Edit::TooLong;
        }
        let (skip, old_end, new_end) = difference(old, &new);
        let step = UndoStep {
            at: from + skip,
            removed: old.get(skip..old_end).unwrap_or_default().to_owned(),
            inserted: new.get(skip..new_end).unwrap_or_default().to_owned(),
            caret_before: self.caret,
            caret_after: 0,
        };
        if (step.removed.as_str(), step.inserted.as_str()) == ("", "") {
            // The text is unchanged.
            self.anchor = Anchor::None;
            return self.go(self.boundary_at_or_after(from + composed_left.len()));
        }
        self.put(step.at, step.removed.len(), &step.inserted);
        self.caret = self.boundary_at_or_after(from + composed_left.len());
        self.steps.record(UndoStep {
            caret_after: self.caret,
            ..step
        });
        Edit::Changed
    }

    /// The position itself where it is a grapheme boundary, else the next one.
    pub(super) fn boundary_at_or_after(&self, at: usize) -> usize {
        let mut places = at..=self.text.len();
        let at = places.find(|at| self.text.is_char_boundary(*at));
        let at = at.unwrap_or(self.text.len());
        let mut cursor = GraphemeCursor::new(at, self.text.len(), true);
        match cursor.is_boundary(&self.text, 0) {
            Ok(true) => at,
            _ => self.boundary_after(at),
        }
    }
}

/// Where two texts differ: the length of the common start, and where the common end begins in each.
fn difference(old: &str, new: &str) -> (usize, usize, usize) {
    let start = common(old.chars(), new.chars());
    let old_rest = old.get(start..).unwrap_or_default();
    let new_rest = new.get(start..).unwrap_or_default();
    let end = common(old_rest.chars().rev(), new_rest.chars().rev());
    (start, old.len() - end, new.len() - end)
}

/// The bytes of the characters that two sequences begin with.
fn common(old: impl Iterator<Item = char>, new: impl Iterator<Item = char>) -> usize {
    let same = old.zip(new).take_while(|(a, b)| a == b);
    same.map(|(c, _)| c.len_utf8()).sum()
}
