//! The text of a field, its caret and its undo steps.
//!
//! Knows graphemes and NFC. Must not know keys, widths or rows.

use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::Edit;
use crate::tui::text::nfc;

/// Undo steps kept; older ones are forgotten.
const STEPS_KEPT: usize = 500;

/// One undoable change: at a place, one text for another.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    at: usize,
    removed: String,
    inserted: String,
    caret_before: usize,
    caret_after: usize,
}

/// A text with a caret on a grapheme boundary; always NFC.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Editor {
    text: String,
    caret: usize,
    max_chars: Option<usize>,
    past: Vec<Step>,
    future: Vec<Step>,
    /// Whether the next change may be joined to the last step.
    open: bool,
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
        self.caret = self.text.len();
        self.past.clear();
        self.future.clear();
        self.open = false;
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

    /// Moves the caret to a grapheme boundary.
    pub(super) fn go(&mut self, to: usize) -> Edit {
        self.open = false;
        if to == self.caret {
            return Edit::Ignored;
        }
        self.caret = to;
        Edit::Moved
    }

    /// Puts text at the caret.
    pub(super) fn insert(&mut self, text: &str) -> Edit {
        if text.is_empty() {
            return Edit::Ignored;
        }
        // A word is one undo step: a blank begins the next one.
        if text.starts_with(char::is_whitespace) {
            self.open = false;
        }
        self.replace(self.caret..self.caret, text)
    }

    /// Takes a range of text away and leaves the caret there.
    pub(super) fn remove(&mut self, range: Range<usize>) -> Edit {
        if range.is_empty() {
            return Edit::Ignored;
        }
        self.replace(range, "")
    }

    /// The start of the word before the caret.
    pub(super) fn word_before(&self) -> usize {
        let mut at = self.caret;
        let mut kind = Kind::Blank;
        for cluster in self.before().graphemes(true).rev() {
            let next = Kind::of(cluster);
            if kind != Kind::Blank && next != kind {
                break;
            }
            kind = next;
            at -= cluster.len();
        }
        at
    }

    /// The end of the word after the caret.
    pub(super) fn word_after(&self) -> usize {
        let mut at = self.caret;
        let mut kind = Kind::Blank;
        for cluster in self.after().graphemes(true) {
            let next = Kind::of(cluster);
            if kind != Kind::Blank && next != kind {
                break;
            }
            kind = next;
            at += cluster.len();
        }
        at
    }

    /// Takes the last step back.
    pub(super) fn undo(&mut self) -> Edit {
        let Some(step) = self.past.pop() else {
            return Edit::Ignored;
        };
        self.put(step.at, step.inserted.len(), &step.removed);
        self.caret = step.caret_before;
        self.future.push(step);
        self.open = false;
        Edit::Changed
    }

    /// Does the step again that was taken back last.
    pub(super) fn redo(&mut self) -> Edit {
        let Some(step) = self.future.pop() else {
            return Edit::Ignored;
        };
        self.put(step.at, step.removed.len(), &step.inserted);
        self.caret = step.caret_after;
        self.past.push(step);
        self.open = false;
        Edit::Changed
    }

    fn put(&mut self, at: usize, length: usize, text: &str) {
        // Both ends come from a recorded step, so they are character boundaries.
        self.text.replace_range(at..at + length, text);
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
            if grown > shrunk && self.text.chars().count() + grown - shrunk > max {
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
        self.put(step.at, step.removed.len(), &step.inserted);
        self.caret = self.boundary_at_or_after(from + composed_left.len());
        self.record(Step {
            caret_after: self.caret,
            ..step
        });
        Edit::Changed
    }

    fn boundary_at_or_after(&self, at: usize) -> usize {
        let at = (at..=self.text.len())
            .find(|at| self.text.is_char_boundary(*at))
            .unwrap_or(self.text.len());
        let mut cursor = GraphemeCursor::new(at, self.text.len(), true);
        match cursor.is_boundary(&self.text, 0) {
            Ok(true) => at,
            _ => self.boundary_after(at),
        }
    }

    fn record(&mut self, step: Step) {
        self.future.clear();
        let typed = step.removed.is_empty();
        let erased = step.inserted.is_empty();
        if self.open
            && let Some(last) = self.past.last_mut()
        {
            if typed && last.removed.is_empty() && step.at == last.at + last.inserted.len() {
                last.inserted.push_str(&step.inserted);
                last.caret_after = step.caret_after;
                return;
            }
            if erased && last.inserted.is_empty() && step.at + step.removed.len() == last.at {
                last.removed.insert_str(0, &step.removed);
                last.at = step.at;
                last.caret_after = step.caret_after;
                return;
            }
        }
        if self.past.len() >= STEPS_KEPT {
            self.past.remove(0);
        }
        self.past.push(step);
        self.open = true;
    }

    /// Ends the step in hand: what follows is undone by itself.
    pub(super) fn close_step(&mut self) {
        self.open = false;
    }
}

/// What a grapheme is to word moves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    Letter,
    Mark,
}

impl Kind {
    fn of(cluster: &str) -> Self {
        match cluster.chars().next() {
            Some(c) if c.is_whitespace() => Self::Blank,
            Some(c) if c.is_alphanumeric() || c == '_' => Self::Letter,
            _ => Self::Mark,
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
