//! The loop: input and answers in, update, draw; and nothing while nothing happens.
//!
//! There is no frame rate. The loop wakes for input, for what the worker answers, once a second at most to look whether
//! another process has written (the times of two files), and when the minute on the clock changes.

mod background;
mod pace;
mod requests;
#[cfg(test)]
mod tests;

use super::{
    TuiError,
    batch::{is_letter, joined, waits},
    keeper::Keeper,
    pending::Pending,
    prefetch::Prefetch,
    worker::{Ended, Opened, Worker},
};
use crate::{
    desk::{Clock, Watch},
    tui::{
        effect::Effect,
        events::{Events, Input, InputBatch, WakeReceiver},
        first_run::FirstRun,
        hangul,
        model::{Model, Msg},
        restore::Position,
        screen::StatusMessage,
        symbols::Alphabet,
        targets::Targets,
        terminal::{ProbeAnswer, Terminal, decoder::keys::f3},
        update::{self, mouse},
        view,
    },
    words::{forms, terminal as text},
};
use chrono::{DateTime, Timelike, Utc};
use pace::Rest;
use ratatui::crossterm::event::KeyEvent;
use std::{
    io,
    path::PathBuf,
    sync::{Arc, atomic::AtomicBool},
    time::Duration,
};

/// How long a search may take before the next letter is heard: with the drawing of the answer a frame's time.
pub(super) const LETTER: Duration = Duration::from_millis(8);

/// How long a frame waits for what its key has asked for.
const ANSWER: Duration = Duration::from_millis(80);
/// How long the first frame does, and what is gone through to come back after a lost line.
const BEGINNING: Duration = Duration::from_secs(60);

/// The program between its beginning and its end.
pub(super) struct Work {
    model: Model,
    worker: Worker,
    keeper: Keeper,
    clock: Clock,
    /// None before there is a desk.
    watch: Option<Watch>,
    pending: Vec<Pending>,
    /// How long a frame waits for answers.
    patience: Duration,
    requested: u64,
    turn: u64,
    /// An answer has changed what is shown.
    answered: bool,
    /// Cancels the search that is completed in the background.
    searching: Option<Arc<AtomicBool>>,
    ended: Option<Ended>,
    /// What could not be saved after the clerk has quit, a sentence each.
    unsaved: Vec<String>,
    /// Searches and drafts that the letters behind them may replace.
    held: Vec<Effect>,
    prefetch: Prefetch,
    rest: Rest,
    /// A refusal shown while keys were queued already: those do not clear it.
    unread: Option<StatusMessage>,
    /// Box lines, whatever the terminal says.
    lines: bool,
    mouse: bool,
}

impl Work {
    pub(super) fn new(model: Model, worker: Worker, (lines, mouse): (bool, bool)) -> Self {
        Self {
            model,
            worker,
            keeper: Keeper::default(),
            clock: Clock::System,
            watch: None,
            pending: Vec::new(),
            patience: BEGINNING,
            requested: 0,
            turn: 0,
            answered: false,
            searching: None,
            ended: None,
            unsaved: Vec::new(),
            held: Vec::new(),
            prefetch: Prefetch::default(),
            rest: Rest::Waiting,
            unread: None,
            lines,
            mouse,
        }
    }

    /// Opens the queue, what was open when the line was lost, or the first run where there is no desk at that path yet.
    pub(super) fn begin(&mut self, opened: Result<Opened, PathBuf>) {
        let opened = match opened {
            Ok(opened) => opened,
            Err(path) => {
                let path = path.display().to_string();
                self.model.screens = vec![Box::new(FirstRun::new(path))];
                return;
            }
        };
        let left = self.open_desk(opened);
        let stood = left.and_then(|left| Position::read(&left));
        let effects = update::begin(&self.model);
        self.settle(effects);
        let Some(stood) = stood else { return };
        for step in update::restore::STEPS {
            let effects = update::restore::restore(&mut self.model, &stood, step);
            self.settle(effects);
        }
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
        let effects = update::update(&mut self.model, Msg::Drawn(targets));
        self.settle(effects);
        self.keeper.shown();
        Ok(())
    }

    /// What is woken by every answer of the worker.
    ///
    /// # Errors
    /// The system gives no second descriptor.
    pub(super) fn wake_receiver(&self) -> io::Result<WakeReceiver> {
        self.worker.wake_receiver().try_clone()
    }

    /// The clerk has quit.
    pub(super) fn leave(&self) {
        self.keeper.leave();
    }

    /// One draw after everything that is queued was taken in, until the clerk quits.
    pub(super) fn attend(
        &mut self,
        terminal: &mut Terminal,
        mut events: Events,
    ) -> Result<(), TuiError> {
        self.patience = ANSWER;
        let mut stale = true;
        while !self.model.quit {
            let busy = terminal.delay();
            if busy.is_zero() && std::mem::take(&mut self.model.redraw) {
                terminal.refresh()?;
                stale = true;
            }
            if busy.is_zero() && std::mem::take(&mut stale) {
                self.unread = self.refusal().filter(|_| events.is_waiting());
                self.draw(terminal)?;
                self.read_ahead();
            }
            let pause = self.pause(stale, terminal.delay(), terminal.speed());
            let pause = self.until_sign().map_or(pause, |left| left.min(pause));
            let InputBatch { inputs, woken } = events.wait(Some(pause))?;
            let awaits = self.pending.iter().any(Pending::is_awaited);
            let quiet = inputs.is_empty() && !woken && !stale && !awaits;
            if quiet {
                self.keeper.rest();
            }
            if !inputs.is_empty() {
                self.stop_searching();
            }
            self.came(&inputs, quiet);
            self.take_answers();
            if !inputs.is_empty() || !woken {
                stale |= self.look();
            }
            stale |= self.handle_all(inputs, terminal);
            stale |= self.keep_pace(terminal.speed());
            if quiet && self.model.lacks() {
                self.take(Msg::Quiet);
                self.rest = Rest::Following;
                stale = true;
            }
            if quiet && self.searching.is_none() {
                self.search_on();
            }
            self.wait();
            stale |= self.sign() | std::mem::take(&mut self.answered);
            if let Some(ended) = self.ended.take() {
                return Err(ended.into());
            }
        }
        Ok(())
    }

    /// What is said to have been refused.
    fn refusal(&self) -> Option<StatusMessage> {
        let said = self.model.saying.as_ref();
        said.filter(|said| matches!(said, StatusMessage::Refused(_)))
            .cloned()
    }

    /// Takes in what was queued; true where something shown may have changed.
    fn handle_all(&mut self, batch: Vec<Input>, terminal: &mut Terminal) -> bool {
        let mut stale = false;
        let mut unread = self.unread.take();
        let batch = if self.model.key_context().takes_text() {
            joined(&batch)
        } else {
            batch
        };
        let mut batch = batch.into_iter().peekable();
        while let Some(input) = batch.next() {
            stale |= self.handle(input, terminal);
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
    fn handle(&mut self, input: Input, terminal: &mut Terminal) -> bool {
        let msg = match input {
            Input::Key(key) if hangul::shortcuts(key).len() > 1 => {
                self.press_syllable(key);
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
            Input::Answer { row, column } if !terminal.awaits() => match f3(row, column) {
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
    fn press_syllable(&mut self, syllable: KeyEvent) {
        if self.model.key_context().takes_text() {
            return self.hold(Msg::Key(syllable));
        }
        for key in hangul::shortcuts(syllable) {
            if !self.model.key_context().takes_text() {
                self.take(Msg::Key(key));
            }
        }
    }

    /// Takes over what the terminal has told of itself; true where something shown may have changed.
    pub(super) fn learn(&mut self, finding: ProbeAnswer) -> bool {
        let known = self.model.shared.symbols.alphabet == Alphabet::Ascii;
        let wide = finding.ambiguous_wide == Some(true) && !self.lines && !known;
        if wide {
            self.take(Msg::Ambiguous);
        }
        let foreign = finding.utf8 == Some(false);
        if foreign {
            self.model.saying = Some(StatusMessage::Refused(text::NOT_UTF8.en.to_owned()));
        }
        wide || foreign
    }

    /// Looks at the clock and at the other processes; true where something shown may have changed.
    fn look(&mut self) -> bool {
        let later = self.clock.now();
        let mut seen = false;
        if minute(later) != minute(self.model.shared.now) {
            self.take(Msg::Tick(later));
            seen = true;
        } else if later.timestamp() != self.model.shared.now.timestamp() && self.model.is_ticking()
        {
            self.model.shared.now = later;
            seen = true;
        }
        let Some(watch) = &mut self.watch else {
            return seen;
        };
        let written = watch.is_log_touched();
        if watch.is_presence_touched() {
            self.take(Msg::Presence);
            seen = true;
        }
        if written {
            self.look_again();
        }
        seen
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
        if self.is_frozen(&msg) {
            let said = forms::SENDING.get(self.model.shared.lang).to_owned();
            self.model.saying = Some(StatusMessage::Done(said));
            return;
        }
        // What is decided now is decided by the clock as it stands, not as it stood when the screen was drawn.
        self.model.shared.now = self.clock.now().max(self.model.shared.now);
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
}

fn minute(at: DateTime<Utc>) -> (i64, u32) {
    (at.timestamp() / 60, at.minute())
}
