//! The loop: input in, update, perform, draw; and nothing while nothing happens.
//!
//! There is no frame rate. The loop wakes for input, once a second at most to ask whether another process has written
//! (one look at a counter, no table), and when the minute on the clock changes.

#[cfg(test)]
mod tests;

use super::{
    ahead::Ahead,
    batch::{is_letter, joined, waits},
    keeper::Keeper,
};
use crate::{
    desk::{Clock, Desk, Stop},
    tui::{
        effect::{Effect, Office, perform, search_on},
        events::{Events, Input},
        first_run::FirstRun,
        hangul,
        model::{Model, Msg},
        screen::Saying,
        symbols::Alphabet,
        targets::Targets,
        terminal::{Finding, Speed, Terminal, Wish, typed::keys::third},
        update::{self, mouse},
        view,
    },
    words::{Say, terminal as text},
};
use chrono::{DateTime, Timelike, Utc};
use ratatui::crossterm::event::KeyEvent;
use std::{io, time::Duration};

/// How long another process's write may stay unseen.
const LOOK: Duration = Duration::from_millis(1_100);
/// How long the line has been empty and no key has come in when what was left out on a slow line begins to follow.
const QUIET: Duration = Duration::from_millis(400);
/// How long the first frame stands on a quick line before the rest of it follows.
const OPENING: Duration = Duration::from_millis(250);

/// How long a search may take before the next letter is heard: with the drawing of the answer a frame's time.
pub(super) const LETTER: Duration = Duration::from_millis(8);
/// How long no key has come in when a search that took longer goes on: who types has not stopped yet.
const PAUSE: Duration = Duration::from_millis(120);

/// The program between its beginning and its end.
pub(super) struct Work {
    model: Model,
    office: Office,
    keeper: Keeper,
    /// What waits for the letters behind it: a search, and drafts.
    held: Vec<Effect>,
    /// What the bar comes to next.
    ahead: Ahead,
    /// What becomes of what the frames left out.
    rest: Rest,
    /// What was refused when keys had been typed already, perhaps while the file was busy: they do not take it away.
    unread: Option<Saying>,
    /// Box lines are wished for whatever the terminal says.
    lines: bool,
    /// The mouse was asked for.
    mouse: bool,
}

/// What becomes of what the frames left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rest {
    /// It waits on every line, for only the first frame was sent: the clerk finds the nearest deadline in it, or has typed
    /// ahead and wants to see another screen.
    Opening,
    /// It waits until no key comes in, where the line is slow.
    Waiting,
    /// It follows, and no key has come in since it began to.
    Following,
}

impl Work {
    pub(super) fn new(model: Model, office: Office, (lines, mouse): (bool, bool)) -> Self {
        Self {
            model,
            office,
            keeper: Keeper::default(),
            held: Vec::new(),
            ahead: Ahead::default(),
            rest: Rest::Waiting,
            unread: None,
            lines,
            mouse,
        }
    }

    /// Opens the queue, what was open when the line was lost, or the first run where there is no desk yet.
    pub(super) fn begin(&mut self) {
        let Some(desk) = &self.office.desk else {
            let path = self.office.opening.path.display().to_string();
            self.model.screens = vec![Box::new(FirstRun::new(path))];
            return;
        };
        let stood = self.keeper.begin(desk);
        let effects = update::begin(&self.model);
        self.settle(effects);
        let Some(stood) = stood else { return };
        for step in update::restore::STEPS {
            let effects = update::restore::restore(&mut self.model, &stood, step);
            self.settle(effects);
        }
    }

    /// Decides what the first frame shows: all of it only where the clerk has said that the line is quick.
    pub(super) fn open(&mut self, line: Wish) {
        self.model.shared.thrifty = line != Wish::Quick;
        self.rest = match line {
            Wish::Quick => Rest::Waiting,
            Wish::Auto | Wish::Slow => Rest::Opening,
        };
    }

    /// The size of the screen as it was last heard of.
    pub(super) fn size(&self) -> (u16, u16) {
        self.model.shared.size
    }

    /// Draws.
    pub(super) fn draw(&mut self, terminal: &mut Terminal) -> io::Result<()> {
        self.keeper.note(&self.model);
        let mut targets = Targets::default();
        terminal.draw(|frame| targets = view::view(&self.model, frame))?;
        update::update(&mut self.model, Msg::Drawn(targets));
        self.keeper.shown(self.office.desk.as_ref());
        Ok(())
    }

    /// The clerk has quit.
    pub(super) fn leave(&self) {
        self.keeper.leave();
    }

    /// One draw after everything that is queued was taken in, until the clerk quits.
    pub(super) fn attend(&mut self, terminal: &mut Terminal, mut events: Events) -> io::Result<()> {
        let mut stale = true;
        while !self.model.quit {
            let busy = terminal.pause();
            if busy.is_zero() && std::mem::take(&mut self.model.redraw) {
                terminal.refresh()?;
                stale = true;
            }
            if busy.is_zero() && std::mem::take(&mut stale) {
                self.unread = self.refusal().filter(|_| events.is_waiting());
                self.draw(terminal)?;
                self.ahead.look(&self.model, &mut self.office);
            }
            let pause = self.pause(stale, terminal.pause(), terminal.speed());
            let batch = events.wait(Some(pause))?;
            let quiet = batch.is_empty() && !stale;
            if quiet {
                self.keeper.rest();
            }
            self.came(&batch, quiet);
            stale |= self.hear_all(batch, terminal);
            stale |= self.keep_pace(terminal.speed());
            if quiet && self.model.lacks() {
                self.take(Msg::Quiet);
                self.rest = Rest::Following;
                stale = true;
            }
            if quiet && self.model.unfinished().is_some() {
                stale |= self.search_on(Stop::when(events.watch()?));
            }
            stale |= self.look();
        }
        Ok(())
    }

    /// How long to wait for input on a line that is busy for so long yet.
    fn pause(&self, stale: bool, busy: Duration, speed: Speed) -> Duration {
        let model = &self.model;
        if stale || model.redraw || (self.rest == Rest::Following && model.lacks()) {
            return busy;
        }
        if self.rest == Rest::Opening && speed == Speed::Quick {
            return OPENING;
        }
        if model.lacks() {
            return busy + QUIET;
        }
        match (model.unfinished(), speed) {
            // A slow line is not sent an answer that the next letter replaces.
            (Some(_), Speed::Quick) => PAUSE,
            (Some(_), _) | (None, Speed::Unknown) => QUIET,
            (None, _) => LOOK,
        }
    }

    /// Notes what came in, before it is heard: nothing, answers of the terminal, or something of the clerk's.
    fn came(&mut self, batch: &[Input], quiet: bool) {
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
    fn keep_pace(&mut self, speed: Speed) -> bool {
        let was = self.model.shared.thrifty;
        let thrifty = match speed {
            Speed::Quick => self.rest == Rest::Opening,
            Speed::Slow => true,
            Speed::Unknown => was,
        };
        // What was drawn stays, lest a line that turns out to be slow is sent everything again.
        if thrifty && !was {
            self.model.queue.followed_all();
        }
        self.model.shared.thrifty = thrifty;
        let changed = thrifty != was;
        let follows = self.model.pane.late && !thrifty;
        if follows {
            self.take(Msg::Quiet);
        }
        changed || follows
    }

    /// Searches on for what was not found whole, until `stop` tells that something came in; true where something shown may
    /// have changed.
    fn search_on(&mut self, stop: Stop) -> bool {
        let Some((line, limit)) = self.model.unfinished() else {
            return false;
        };
        let told = search_on(line, limit, stop, &mut self.office);
        told.is_some_and(|told| {
            self.take(Msg::Reply(told));
            true
        })
    }

    /// What is said to have been refused.
    fn refusal(&self) -> Option<Saying> {
        let said = self.model.saying.as_ref();
        said.filter(|said| matches!(said, Saying::Refused(_)))
            .cloned()
    }

    /// Takes in what was queued; true where something shown may have changed.
    fn hear_all(&mut self, batch: Vec<Input>, terminal: &mut Terminal) -> bool {
        let mut stale = false;
        let mut unread = self.unread.take();
        let batch = if self.model.place().takes_text() {
            joined(&batch)
        } else {
            batch
        };
        let mut batch = batch.into_iter().peekable();
        while let Some(input) = batch.next() {
            stale |= self.hear(input, terminal);
            // The letters behind it change what is searched for and what is kept; both would be typed over.
            if !batch.peek().is_some_and(is_letter) {
                self.release();
            }
            unread = self.refusal().or(unread);
        }
        if self.model.saying.is_none() && unread.is_some() {
            self.model.saying = unread;
            stale = true;
        }
        stale
    }

    /// Takes one thing in; true where something shown may have changed.
    fn hear(&mut self, input: Input, terminal: &mut Terminal) -> bool {
        let msg = match input {
            Input::Key(key) if hangul::shortcuts(key).len() > 1 => {
                self.strike(key);
                return true;
            }
            Input::Key(key) => Msg::Key(key),
            Input::Paste(pasted) => Msg::Paste(pasted),
            Input::Resize(columns, rows) => Msg::Resize(columns, rows),
            // Reports that nobody asked for were left on by another program.
            Input::Mouse(event) if self.mouse && mouse::gesture(event).is_some() => {
                Msg::Mouse(event)
            }
            Input::Mouse(_) => return false,
            Input::Answer { row, column } if !terminal.awaits() => match third(row, column) {
                Some(key) => Msg::Key(key),
                None => return false,
            },
            Input::Answer { column, .. } => {
                let finding = terminal.answered(column);
                return finding.is_some_and(|finding| self.learn(finding));
            }
        };
        self.hold(msg);
        true
    }

    /// Presses the keys that a composed syllable was typed with, each where it falls, as if the input method had been off. A
    /// field that one of them opens takes none of the others: they were not meant as text.
    fn strike(&mut self, syllable: KeyEvent) {
        if self.model.place().takes_text() {
            return self.hold(Msg::Key(syllable));
        }
        for key in hangul::shortcuts(syllable) {
            if !self.model.place().takes_text() {
                self.take(Msg::Key(key));
            }
        }
    }

    /// Takes over what the terminal has told of itself; true where something shown may have changed.
    pub(super) fn learn(&mut self, finding: Finding) -> bool {
        let known = self.model.shared.symbols.alphabet == Alphabet::Ascii;
        let wide = finding.ambiguous_wide == Some(true) && !self.lines && !known;
        if wide {
            self.take(Msg::Ambiguous);
        }
        let foreign = finding.utf8 == Some(false);
        if foreign {
            self.model.saying = Some(Saying::Refused(text::NOT_UTF8.en.to_owned()));
        }
        wide || foreign
    }

    /// Looks at the clock and at the other processes; true where something shown may have changed.
    fn look(&mut self) -> bool {
        let later = now(&self.office);
        let mut seen = false;
        if minute(later) != minute(self.model.shared.now) {
            self.take(Msg::Tick(later));
            seen = true;
        } else if later.timestamp() != self.model.shared.now.timestamp() && self.model.is_ticking()
        {
            self.model.shared.now = later;
            seen = true;
        }
        let desk = self.office.desk.as_ref();
        if desk.is_some_and(Desk::presence_changed) {
            self.take(Msg::Presence);
            seen = true;
        }
        match self.office.desk.as_mut().map(Desk::changed) {
            Some(Ok(true)) => {
                self.take(Msg::Changed);
                true
            }
            Some(Err(error)) => {
                let saying = Some(Saying::Refused(error.say(self.model.shared.lang)));
                let fresh = self.model.saying != saying;
                self.model.saying = saying;
                fresh || seen
            }
            _ => seen,
        }
    }

    /// Takes a message in, with all that follows.
    pub(super) fn take(&mut self, msg: Msg) {
        self.hold(msg);
        self.release();
    }

    /// Does what was held back.
    fn release(&mut self) {
        let held = std::mem::take(&mut self.held);
        self.settle(held);
    }

    /// Takes a message in, with all that follows but what a later letter may replace: that is held back, and a later one
    /// stands in its place.
    fn hold(&mut self, msg: Msg) {
        // What is decided now is decided by the clock as it stands, not as it stood when the screen was drawn.
        self.model.shared.now = now(&self.office).max(self.model.shared.now);
        let effects = update::update(&mut self.model, msg);
        let (waiting, others): (Vec<_>, _) = effects
            .into_iter()
            .partition(|effect| waits(effect).is_some());
        for effect in waiting {
            self.held.retain(|held| waits(held) != waits(&effect));
            self.held.push(effect);
        }
        self.settle(others);
    }

    /// Performs effects, and what their answers ask for, until nothing is asked any more.
    fn settle(&mut self, effects: Vec<Effect>) {
        let (model, ahead) = (&mut self.model, &mut self.ahead);
        self.office.settle(effects, |effect, office| {
            let known = ahead.known(&effect, model);
            let told = known.or_else(|| perform(effect, office));
            told.map_or_else(Vec::new, |told| update::update(model, Msg::Reply(told)))
        });
    }
}

fn minute(at: DateTime<Utc>) -> (i64, u32) {
    (at.timestamp() / 60, at.minute())
}

/// Now, by the desk's clock.
pub(super) fn now(office: &Office) -> DateTime<Utc> {
    office
        .desk
        .as_ref()
        .map_or_else(|| Clock::System.now(), Desk::now)
}
