//! The text of a field, its caret, what is selected, and how it changes.
//!
//! Knows graphemes and NFC. Must not know keys, widths or rows.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use super::steps::{Step, Steps};
use super::words;
use super::{Edit, Move};
use crate::form::text::nfc;

/// The most bytes that NFC makes one character of: four characters of four bytes.
const COMPOSED: usize = 16;

/// A text with a caret on a grapheme boundary; always NFC.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Editor {
    text: String,
    /// The characters of the text, which are not counted anew at each key.
    chars: usize,
    max_chars: Option<usize>,
    caret: usize,
    anchor: Anchor,
    steps: Steps,
    changed: Option<Change>,
}

/// Where the selection begins whose other end is the caret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Anchor {
    /// Nothing is selected.
    #[default]
    None,
    /// Selected with Shift held, until the caret moves without it.
    Held(usize),
    /// Selected from a mark, wherever the caret moves.
    Marked(usize),
}

/// Where the text has changed: at a place, so many bytes for so many others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Change {
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

    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The caret, in bytes from the start.
    pub(super) fn caret(&self) -> usize {
        self.caret
    }

    /// Puts a whole text in place of the old, caret behind it, with nothing to undo.
    pub(super) fn reset(&mut self, text: &str) {
        self.text = nfc(text).into_owned();
        self.chars = self.text.chars().count();
        self.caret = self.text.len();
        self.anchor = Anchor::None;
        self.steps = Steps::default();
        self.changed = None;
    }

    /// What the last edit has changed; nothing when asked again.
    pub(super) fn take_change(&mut self) -> Option<Change> {
        self.changed.take()
    }

    /// What is selected, in bytes; never empty.
    pub(super) fn selection(&self) -> Option<Range<usize>> {
        let (Anchor::Held(anchor) | Anchor::Marked(anchor)) = self.anchor else {
            return None;
        };
        let range = anchor.min(self.caret)..anchor.max(self.caret);
        (!range.is_empty()).then_some(range)
    }

    /// The text that is selected.
    pub(super) fn selected(&self) -> Option<&str> {
        self.text.get(self.selection()?)
    }

    /// Whether the caret selects wherever it moves.
    pub(super) fn is_marking(&self) -> bool {
        matches!(self.anchor, Anchor::Marked(_))
    }

    /// Begins to select from here on, or ends it.
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

    /// Selects nothing any more; whether anything was selected.
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

    /// The grapheme boundary before a place.
    pub(super) fn boundary_before(&self, at: usize) -> usize {
        GraphemeCursor::new(at, self.text.len(), true)
            .prev_boundary(&self.text, 0)
            .ok()
            .flatten()
            .unwrap_or(0)
    }

    /// The grapheme boundary after a place.
    pub(super) fn boundary_after(&self, at: usize) -> usize {
        GraphemeCursor::new(at, self.text.len(), true)
            .next_boundary(&self.text, 0)
            .ok()
            .flatten()
            .unwrap_or(self.text.len())
    }

    /// Where a move leads that needs to know nothing of rows; nothing for the others.
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
            Move::Up
            | Move::Down
            | Move::PageUp
            | Move::PageDown
            | Move::RowStart
            | Move::RowEnd => return None,
        })
    }

    /// Moves the caret to a place that a move has led to: selecting where a mark was set, else to the near end of what
    /// was selected.
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

    /// Moves the caret to a grapheme boundary; what was selected with Shift is selected no longer.
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

    /// Moves the caret and selects what lies between.
    pub(super) fn select(&mut self, to: usize) -> Edit {
        self.steps.close();
        if self.anchor == Anchor::None {
            self.anchor = Anchor::Held(self.caret);
        }
        self.caret = to;
        Edit::Moved
    }

    /// Puts text at the caret, or in the place of what is selected.
    pub(super) fn insert(&mut self, text: &str) -> Edit {
        if text.is_empty() {
            return Edit::Ignored;
        }
        if self
            .max_chars
            .is_some_and(|max| text.len() / COMPOSED > max)
        {
            return Edit::TooLong;
        }
        // A word is one undo step: a blank begins the next one.
        if text.starts_with(char::is_whitespace) {
            self.steps.close();
        }
        let place = self.selection().unwrap_or(self.caret..self.caret);
        self.replace(place, text)
    }

    /// Takes what is selected away, or else what lies between the caret and a place.
    pub(super) fn erase(&mut self, to: usize) -> Edit {
        let (from, to) = (self.caret.min(to), self.caret.max(to));
        let range = self.selection().unwrap_or(from..to);
        if range.is_empty() {
            return Edit::Ignored;
        }
        self.replace(range, "")
    }

    /// Takes the last step back.
    pub(super) fn undo(&mut self) -> Edit {
        let Some(step) = self.steps.back() else {
            return Edit::Ignored;
        };
        self.put(step.at, step.inserted.len(), &step.removed);
        self.caret = step.caret_before;
        self.steps.went_back(step);
        Edit::Changed
    }

    /// Does the step again that was taken back last.
    pub(super) fn redo(&mut self) -> Edit {
        let Some(step) = self.steps.again() else {
            return Edit::Ignored;
        };
        self.put(step.at, step.removed.len(), &step.inserted);
        self.caret = step.caret_after;
        self.steps.went_again(step);
        Edit::Changed
    }

    /// Ends the step in hand: what follows is undone by itself.
    pub(super) fn close_step(&mut self) {
        self.steps.close();
    }

    fn put(&mut self, at: usize, length: usize, text: &str) {
        let removed = self.text.get(at..at + length).unwrap_or_default();
        self.chars = self.chars + text.chars().count() - removed.chars().count();
        // Both ends come from a recorded step, so they are character boundaries.
        self.text.replace_range(at..at + length, text);
        self.anchor = Anchor::None;
        self.changed = Some(Change {
            at,
            removed: length,
            inserted: text.len(),
        });
    }

    /// The one way text changes. The neighbours are composed again with what comes between them, so that a vowel typed
    /// after a consonant becomes a syllable and the text stays NFC without a look at the whole of it.
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
        if let Some(max) = self.max_chars {
            let (grown, shrunk) = (new.chars().count(), old.chars().count());
            if grown > shrunk && self.chars + grown - shrunk > max {
                return Edit::TooLong;
            }
        }
        let (skip, old_end, new_end) = difference(old, &new);
        let step = Step {
            at: from + skip,
            removed: old.get(skip..old_end).unwrap_or_default().to_owned(),
            inserted: new.get(skip..new_end).unwrap_or_default().to_owned(),
            caret_before: self.caret,
            caret_after: 0,
        };
        if (step.removed.as_str(), step.inserted.as_str()) == ("", "") {
            // The same text in the same place.
            self.anchor = Anchor::None;
            return self.go(self.boundary_at_or_after(from + composed_left.len()));
        }
        self.put(step.at, step.removed.len(), &step.inserted);
        self.caret = self.boundary_at_or_after(from + composed_left.len());
        self.steps.record(Step {
            caret_after: self.caret,
            ..step
        });
        Edit::Changed
    }

    /// The place itself where it is a grapheme boundary, else the next.
    pub(super) fn boundary_at_or_after(&self, at: usize) -> usize {
        let at = (at..=self.text.len())
            .find(|at| self.text.is_char_boundary(*at))
            .unwrap_or(self.text.len());
        let mut cursor = GraphemeCursor::new(at, self.text.len(), true);
        match cursor.is_boundary(&self.text, 0) {
            Ok(true) => at,
            _ => self.boundary_after(at),
        }
    }
}

/// Where two texts differ: the length of the common start, and where the common end begins in each.
fn difference(old: &str, new: &str) -> (usize, usize, usize) {
    let same = |(a, b): &(char, char)| a == b;
    let start: usize = old
        .chars()
        .zip(new.chars())
        .take_while(same)
        .map(|(c, _)| c.len_utf8())
        .sum();
    let old_rest = old.get(start..).unwrap_or_default();
    let new_rest = new.get(start..).unwrap_or_default();
    let end: usize = old_rest
        .chars()
        .rev()
        .zip(new_rest.chars().rev())
        .take_while(same)
        .map(|(c, _)| c.len_utf8())
        .sum();
    (start, old.len() - end, new.len() - end)
}
