//! How long the loop waits, and what a slow line is spared.

use super::Work;
use crate::{
    config::LineSpeed,
    tui::{events::Input, model::Msg, terminal::MeasuredSpeed},
};
use std::time::Duration;

/// How long another process's write may stay unseen.
pub(super) const LOOK: Duration = Duration::from_millis(1_100);
/// How long the line has been empty and no key has come in when what was left out on a slow line begins to follow.
pub(super) const QUIET: Duration = Duration::from_millis(400);
/// How long the first frame stands on a quick line before the rest of it follows.
pub(super) const OPENING: Duration = Duration::from_millis(250);
/// How long no key has come in when a search that took longer goes on: who types has not stopped yet.
pub(super) const PAUSE: Duration = Duration::from_millis(120);

/// What becomes of what the frames left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// On every line, since only the first frame was sent: the clerk finds the nearest deadline in it, or has typed ahead and
    /// wants another screen.
    Opening,
    /// On a slow line, until no key comes in.
    Waiting,
    /// It is being sent, and no key has come in since that began.
    Following,
}

impl Work {
    /// Decides what the first frame shows: all of it only where the clerk has said that the line is quick.
    pub(in crate::tui::program) fn open(&mut self, line: LineSpeed) {
        self.model.shared.thrifty = line != LineSpeed::Quick;
        self.rest = match line {
            LineSpeed::Quick => Rest::Waiting,
            LineSpeed::Auto | LineSpeed::Slow => Rest::Opening,
        };
    }

    /// How long to wait for input on a line that is busy for so long yet.
    pub(super) fn pause(&self, stale: bool, busy: Duration, speed: MeasuredSpeed) -> Duration {
        let model = &self.model;
        if stale || model.redraw || (self.rest == Rest::Following && model.lacks()) {
            return busy;
        }
        if self.rest == Rest::Opening && speed == MeasuredSpeed::Quick {
            return OPENING;
        }
        if model.lacks() {
            return busy + QUIET;
        }
        let unfinished = model.unfinished().filter(|_| self.searching.is_none());
        match (unfinished, speed) {
            // A slow line is not sent an answer that the next letter replaces.
            (Some(_), MeasuredSpeed::Quick) => PAUSE,
            (Some(_), _) | (None, MeasuredSpeed::Unknown) => QUIET,
            (None, _) => LOOK,
        }
    }

    /// Notes what came in, before it is heard: nothing, answers of the terminal, or something of the clerk's.
    pub(super) fn came(&mut self, batch: &[Input], quiet: bool) {
        let answer = |input: &Input| matches!(input, Input::Answer { .. });
        let untouched = batch.iter().all(answer);
        self.rest = match self.rest {
            Rest::Opening if untouched && !quiet => Rest::Opening,
            Rest::Following if untouched => Rest::Following,
            _ => Rest::Waiting,
        };
    }

    /// Leaves out what a line of that speed need not carry, and fills in what a quick one may have; true where something
    /// shown may have changed.
    pub(super) fn keep_pace(&mut self, speed: MeasuredSpeed) -> bool {
        let was = self.model.shared.thrifty;
        let thrifty = match speed {
            MeasuredSpeed::Quick => self.rest == Rest::Opening,
            MeasuredSpeed::Slow => true,
            MeasuredSpeed::Unknown => was,
        };
        // What was drawn stays, lest a line that turns out to be slow is sent everything again.
        if thrifty && !was {
            self.model.queue.complete_all();
        }
        self.model.shared.thrifty = thrifty;
        let changed = thrifty != was;
        let follows = self.model.pane.late && !thrifty;
        if follows {
            self.take(Msg::Quiet);
        }
        changed || follows
    }
}
