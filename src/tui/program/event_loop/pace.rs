//! How long the loop waits, and what a slow line is spared.

use super::EventLoop;
use crate::{
    config::LineSpeed,
    tui::{events::Input, model::Msg, terminal::MeasuredSpeed},
};
use std::time::Duration;

/// The longest time that a write of another process goes unnoticed.
pub(super) const POLL_INTERVAL: Duration = Duration::from_millis(1_100);
/// How long a slow line must be idle before the omitted parts of a frame follow.
pub(super) const IDLE_DELAY: Duration = Duration::from_millis(400);
/// How long the first frame stands on a quick line before the rest of it follows.
pub(super) const OPENING_DELAY: Duration = Duration::from_millis(250);
/// How long no key must have come in before an incomplete search is completed.
pub(super) const SEARCH_DELAY: Duration = Duration::from_millis(120);

/// When the omitted parts of the frames are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Backfill {
    /// On every line, since only the first frame was sent: the clerk finds the nearest deadline in it, or has typed ahead and
    /// wants another screen.
    Opening,
    /// On a slow line, until no key comes in.
    Waiting,
    /// It is being sent, and no key has come in since that began.
    Following,
}

impl EventLoop {
    /// Decides what the first frame shows: all of it only on a line that is configured as quick.
    pub(in crate::tui::program) fn open(&mut self, line: LineSpeed) {
        self.model.shared.thrifty = line != LineSpeed::Quick;
        self.backfill = match line {
            LineSpeed::Quick => Backfill::Waiting,
            LineSpeed::Auto | LineSpeed::Slow => Backfill::Opening,
        };
    }

    /// How long to wait for input; `busy` is the time until the line is free.
    pub(super) fn pause(&self, stale: bool, busy: Duration, speed: MeasuredSpeed) -> Duration {
        let model = &self.model;
        if stale || model.redraw || (self.backfill == Backfill::Following && model.lacks()) {
            return busy;
        }
        if self.backfill == Backfill::Opening && speed == MeasuredSpeed::Quick {
            return OPENING_DELAY;
        }
        if model.lacks() {
            return busy + IDLE_DELAY;
        }
        let unfinished = model.unfinished().filter(|_| self.search_cancel.is_none());
        match (unfinished, speed) {
            // A slow line is not sent an answer that the next letter replaces.
            (Some(_), MeasuredSpeed::Quick) => SEARCH_DELAY,
            (Some(_), _) | (None, MeasuredSpeed::Unknown) => IDLE_DELAY,
            (None, _) => POLL_INTERVAL,
        }
    }

    /// Updates the backfill before a batch is handled; answers of the terminal are no input of the clerk.
    pub(super) fn note_input(&mut self, batch: &[Input], quiet: bool) {
        let untouched = batch
            .iter()
            .all(|input| matches!(input, Input::Answer { .. }));
        self.backfill = match self.backfill {
            Backfill::Opening if untouched && !quiet => Backfill::Opening,
            Backfill::Following if untouched => Backfill::Following,
            _ => Backfill::Waiting,
        };
    }

    /// Adapts what is drawn to the speed of the line; true where something shown may have changed.
    pub(super) fn keep_pace(&mut self, speed: MeasuredSpeed) -> bool {
        let was = self.model.shared.thrifty;
        let thrifty = match speed {
            MeasuredSpeed::Quick => self.backfill == Backfill::Opening,
            MeasuredSpeed::Slow => true,
            MeasuredSpeed::Unknown => was,
        };
        // Drawn rows stay complete, so that a line that turns out to be slow is not sent everything again.
        if thrifty && !was {
            self.model.queue.complete_all();
        }
        self.model.shared.thrifty = thrifty;
        let follows = self.model.pane.late && !thrifty;
        if follows {
            self.process(Msg::Quiet);
        }
        follows || thrifty != was
    }
}
