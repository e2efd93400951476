//! Keeps the clerk's position for the next start after a lost line.
//!
//! Recorded in memory with each frame, where a sudden end finds it; written when another screen is shown and when no key
//! comes in, never with a wait for the disk. A failed write is not reported: the bookmark is a convenience.

use crate::{
    desk::Bookmark,
    tui::{model::Model, restore::Position, terminal::on_sudden_end},
};
use std::sync::{Arc, Mutex, PoisonError};

/// The bookmark of this program, once there is a desk.
#[derive(Debug, Default)]
pub(super) struct BookmarkKeeper {
    shared: Option<Arc<Mutex<BookmarkState>>>,
}

/// The position that is shown, and the one that is written.
#[derive(Debug)]
struct BookmarkState {
    bookmark: Bookmark,
    shown: Option<Position>,
    written: Option<Position>,
}

impl BookmarkState {
    fn write(&mut self) {
        if self.shown == self.written {
            return;
        }
        let line = self.shown.as_ref().and_then(Position::line);
        if line.is_some_and(|line| self.bookmark.write(&line).is_ok()) {
            self.written.clone_from(&self.shown);
        }
    }
}

impl BookmarkKeeper {
    /// Takes over the bookmark of a desk, and writes it at a sudden end.
    pub(super) fn attach(&mut self, bookmark: Bookmark) {
        let shared = Arc::new(Mutex::new(BookmarkState {
            bookmark,
            shown: None,
            written: None,
        }));
        self.shared = Some(Arc::clone(&shared));
        let keeper = Self {
            shared: Some(shared),
        };
        on_sudden_end(move || keeper.write());
    }

    fn with_state(&self, act: impl FnOnce(&mut BookmarkState)) {
        if let Some(shared) = &self.shared {
            act(&mut shared.lock().unwrap_or_else(PoisonError::into_inner));
        }
    }

    /// Records the position in memory.
    pub(super) fn record(&self, model: &Model) {
        self.with_state(|state| state.shown = Some(Position::of(model)));
    }

    /// Writes the recorded position where it is on another screen than the written one.
    pub(super) fn write_screen_change(&self) {
        self.with_state(|state| {
            let same = match (&state.shown, &state.written) {
                (Some(shown), Some(written)) => shown.is_like(written),
                (shown, _) => shown.is_none(),
            };
            if !same {
                state.write();
            }
        });
    }

    /// Writes the recorded position.
    pub(super) fn write(&self) {
        self.with_state(BookmarkState::write);
    }

    /// Clears the bookmark: the next start begins in the queue.
    pub(super) fn clear(&self) {
        self.with_state(|state| {
            (state.shown, state.written) = (None, None);
            // A bookmark that cannot be cleared is resumed, which does no harm.
            let _cleared = state.bookmark.clear();
        });
    }
}
