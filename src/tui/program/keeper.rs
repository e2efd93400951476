//! Keeps where the clerk stands, for the next start after a lost line.
//!
//! Noted in memory with each frame, where a sudden end finds it, also one that comes while the frame is sent; written once
//! the frame is out where another screen was opened, and when no key comes in, so that an end without any warning costs a
//! few moves of the bar at most. Never with a wait for the disk. Where it cannot be kept, nothing is said: it is a
//! convenience.

use crate::{
    desk::Bookmark,
    tui::{model::Model, restore::Position, terminal::on_sudden_end},
};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The bookmark of this program, once there is a desk.
#[derive(Debug, Default)]
pub(super) struct Keeper {
    shared: Option<Arc<Mutex<BookmarkState>>>,
}

/// Where the clerk stands, and what of that is written down.
#[derive(Debug)]
struct BookmarkState {
    bookmark: Bookmark,
    stands: Option<Position>,
    written: Option<Position>,
}

impl BookmarkState {
    /// Writes down where the clerk stands, unless that is written already.
    fn write(&mut self) {
        if self.stands == self.written {
            return;
        }
        let line = self.stands.as_ref().and_then(Position::line);
        if line.is_some_and(|line| self.bookmark.write(&line).is_ok()) {
            self.written.clone_from(&self.stands);
        }
    }
}

impl Keeper {
    /// Takes the bookmark of a desk.
    pub(super) fn begin(&mut self, bookmark: Bookmark) {
        let shared = Arc::new(Mutex::new(BookmarkState {
            bookmark,
            stands: None,
            written: None,
        }));
        let last = Arc::clone(&shared);
        on_sudden_end(move || locked(&last).write());
        self.shared = Some(shared);
    }

    /// Notes where the clerk stands.
    pub(super) fn note(&self, model: &Model) {
        if let Some(shared) = &self.shared {
            locked(shared).stands = Some(Position::of(model));
        }
    }

    /// The frame is out: another screen is written down.
    pub(super) fn shown(&self) {
        let Some(shared) = &self.shared else { return };
        let mut state = locked(shared);
        let elsewhere = match (&state.stands, &state.written) {
            (Some(stands), Some(written)) => !stands.is_like(written),
            (stands, _) => stands.is_some(),
        };
        if elsewhere {
            state.write();
        }
    }

    /// No key comes in: writes down what has changed since.
    pub(super) fn rest(&self) {
        if let Some(shared) = &self.shared {
            locked(shared).write();
        }
    }

    /// The clerk quits: the next start begins in the queue.
    pub(super) fn leave(&self) {
        let Some(shared) = &self.shared else { return };
        let mut state = locked(shared);
        state.stands = None;
        state.written = None;
        // What cannot be cleared is resumed, which does no harm.
        let _cleared = state.bookmark.clear();
    }
}

fn locked(shared: &Mutex<BookmarkState>) -> MutexGuard<'_, BookmarkState> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
