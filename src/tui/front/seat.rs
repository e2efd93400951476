//! A practice desk to sit at, for tests: opened once for as many as find it untouched, one after the other.
//!
//! Opening a desk reads its charters, which takes longer than most of what is done there. Must not know the screens.

use super::NOW;
use crate::{
    desk::{Desk, Opening},
    tui::{
        effect::{Change, DeskSession, DraftEffect, Effect},
        exercise,
    },
};
use chrono::{DateTime, Utc};
use std::{
    cell::RefCell,
    ops::{Deref, DerefMut},
    sync::OnceLock,
};
use tempfile::TempDir;

thread_local! {
    /// The practice desks that were left as they were found; no test sees those of another.
    static LEFT: RefCell<Vec<Seat>> = const { RefCell::new(Vec::new()) };
}

/// The file of the practice desk, made once: its story takes longer to tell than everything that is done with it.
pub(in crate::tui) fn practice() -> &'static [u8] {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    FILE.get_or_init(|| exercise::practice(TempDir::new().unwrap().path()).unwrap())
}

/// A desk, and another process at it as soon as one is needed.
pub(super) struct Seat {
    pub(super) session: DeskSession,
    other: Option<Desk>,
    /// When it is, where time has gone on.
    moved: Option<DateTime<Utc>>,
    /// The practice desk as it was made.
    untouched: bool,
    _folder: TempDir,
}

impl Seat {
    /// At a desk that is open, in the folder that is thrown away with it.
    pub(super) fn at(desk: Desk, folder: TempDir) -> Self {
        Self {
            session: DeskSession {
                patience: None,
                printing: None,
                opening: Opening {
                    path: desk.path().to_owned(),
                    acting: Some(desk.actor().login.clone()),
                    now: Some(NOW.to_owned()),
                },
                desk: Some(desk),
            },
            other: None,
            moved: None,
            untouched: false,
            _folder: folder,
        }
    }

    fn of_practice(login: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("desk.db");
        std::fs::write(&path, practice()).unwrap();
        let acting = Some(login.to_owned());
        let now = Some(NOW.to_owned());
        let desk = Desk::open(&Opening { path, acting, now }).unwrap();
        let untouched = true;
        Self {
            untouched,
            ..Self::at(desk, folder)
        }
    }

    /// The other process, which may write.
    pub(super) fn other(&mut self) -> &mut Desk {
        self.untouched = false;
        let (opening, moved) = (&self.session.opening, self.moved);
        self.other.get_or_insert_with(|| {
            let mut other = Desk::open(opening).unwrap();
            if let Some(now) = moved {
                other.move_clock(now);
            }
            other
        })
    }

    /// Somebody writes past both.
    pub(super) fn touch(&mut self) {
        self.untouched = false;
    }

    /// There is no desk any more.
    pub(super) fn leave(&mut self) {
        self.untouched = false;
        self.session.desk = None;
    }

    pub(super) fn move_clock(&mut self, now: DateTime<Utc>) {
        self.untouched = false;
        self.moved = Some(now);
        for desk in self.session.desk.iter_mut().chain(&mut self.other) {
            desk.move_clock(now);
        }
    }

    /// Takes down that an effect is performed here.
    pub(super) fn bear(&mut self, effect: &Effect) {
        // Which case is open is told beside the file, and taken back by who sits down; no duty of the day is left to begin.
        let shown = matches!(
            effect,
            Effect::Show(_) | Effect::Draft(DraftEffect::Read(_))
        );
        let begun = matches!(effect, Effect::Write(Change::BeginDuties));
        self.untouched &= matches!(effect, Effect::Read(_)) || shown || begun;
    }
}

/// A seat that is left for the next one where nothing was written.
pub(super) struct Lent(Option<Seat>);

impl Lent {
    /// A seat of one's own.
    pub(super) fn own(seat: Seat) -> Self {
        Self(Some(seat))
    }

    /// A seat at the practice desk, before the clerk of that login.
    pub(super) fn practice(login: &str) -> Self {
        let left = LEFT.with_borrow_mut(|left| {
            let same = |seat: &Seat| seat.session.opening.acting.as_deref() == Some(login);
            let at = left.iter().position(same)?;
            Some(left.swap_remove(at))
        });
        Self::own(left.unwrap_or_else(|| Seat::of_practice(login)))
    }
}

impl Deref for Lent {
    type Target = Seat;

    fn deref(&self) -> &Seat {
        self.0.as_ref().unwrap()
    }
}

impl DerefMut for Lent {
    fn deref_mut(&mut self) -> &mut Seat {
        self.0.as_mut().unwrap()
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        if let Some(mut seat) = self.0.take()
            && seat.untouched
            && let Some(desk) = &mut seat.session.desk
        {
            desk.show_open(None);
            // Where the thread is ending there is nobody to leave it to.
            let _gone = LEFT.try_with(|left| left.borrow_mut().push(seat));
        }
    }
}
