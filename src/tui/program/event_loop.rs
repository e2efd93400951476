//! The event loop: input and answers in, update, draw.
//!
//! There is no frame rate. The loop wakes for input, for answers of the worker, at most once a second to compare the times of
//! two files with which another process has written, and when the minute on the clock changes.

mod pace;
mod requests;
#[cfg(test)]
mod tests;

use super::{
    TuiError,
    batch::{deferral_key, is_letter, join_pastes, join_stray_pastes},
    bookmark_keeper::BookmarkKeeper,
    pending::Pending,
    prefetch::Prefetch,
    worker::{DeskHandles, Worker},
};
use crate::{
    desk::{Clock, Watch},
    tui::{
        effect::Effect,
        events::{Events, Input, InputBatch, WakeReceiver},
        first_run::FirstRun,
        hangul,
        keymap::Action,
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
use pace::Backfill;
use ratatui::crossterm::event::KeyEvent;
use std::{
    io,
    path::PathBuf,
    sync::{Arc, atomic::AtomicBool},
    time::Duration,
};

/// How long a search may take between two letters: with the drawing of its answer, the time of one frame.
pub(super) const SEARCH_LIMIT: Duration = Duration::from_millis(8);

/// How long a frame waits for the answers to its key.
const ANSWER_LIMIT: Duration = Duration::from_millis(80);
/// How long the first frame waits, and each step of coming back after a lost line.
const START_LIMIT: Duration = Duration::from_secs(60);

/// The state of the running program.
pub(super) struct EventLoop {
    model: Model,
    worker: Worker,
    bookmark: BookmarkKeeper,
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
    search_cancel: Option<Arc<AtomicBool>>,
    failure: Option<TuiError>,
    /// What could not be saved after the clerk has quit, a sentence each.
    unsaved: Vec<String>,
    /// Searches and drafts that the letters behind them may replace.
    deferred: Vec<Effect>,
    prefetch: Prefetch,
    backfill: Backfill,
    /// A refusal shown while keys were queued already: those do not clear it.
    unread: Option<StatusMessage>,
    /// Box lines, whatever the terminal says.
    lines: bool,
    mouse: bool,
}

impl EventLoop {
    pub(super) fn new(model: Model, worker: Worker, (lines, mouse): (bool, bool)) -> Self {
        Self {
            model,
            worker,
            bookmark: BookmarkKeeper::default(),
            clock: Clock::System,
            watch: None,
            pending: Vec::new(),
            patience: START_LIMIT,
            requested: 0,
            turn: 0,
            answered: false,
            search_cancel: None,
            failure: None,
            unsaved: Vec::new(),
            deferred: Vec::new(),
            prefetch: Prefetch::default(),
            backfill: Backfill::Waiting,
            unread: None,
            lines,
            mouse,
        }
    }

    /// Asks for the queue, or shows the first run where the path has no desk yet. Returns the position when the line was lost.
    pub(super) fn begin(&mut self, opened: Result<DeskHandles, PathBuf>) -> Option<Position> {
        let handles = match opened {
            Ok(handles) => handles,
            Err(path) => {
                let path = path.display().to_string();
                self.model.screens = vec![Box::new(FirstRun::new(path))];
                return None;
            }
        };
        let bookmark = self.open_desk(handles);
        let turn = self.begin_turn();
        self.request(update::begin(&self.model), turn);
        bookmark.and_then(|line| Position::read(&line))
    }

    /// Waits for what [`EventLoop::begin`] asked for, then restores the position.
    pub(super) fn restore(&mut self, position: Option<Position>) {
        self.wait();
        let Some(position) = position else { return };
        for step in update::restore::STEPS {
            let effects = update::restore::restore(&mut self.model, &position, step);
            self.settle(effects);
        }
    }

    /// The last known size of the screen, in columns and rows.
    pub(super) fn size(&self) -> (u16, u16) {
        self.model.shared.size
    }

    /// Draws one frame.
    pub(super) fn draw(&mut self, terminal: &mut Terminal) -> io::Result<()> {
        self.bookmark.record(&self.model);
        let mut targets = Targets::default();
        terminal.draw(|frame| targets = view::view(&self.model, frame))?;
        let effects = update::update(&mut self.model, Msg::Drawn(targets));
        self.settle(effects);
        self.bookmark.write_screen_change();
        Ok(())
    }

    /// Duplicates the receiver that every answer of the worker wakes.
    ///
    /// # Errors
    /// The system does not duplicate the descriptor.
    pub(super) fn wake_receiver(&self) -> io::Result<WakeReceiver> {
        self.worker.wake_receiver()
    }

    /// Clears the bookmark after an orderly end.
    pub(super) fn clear_bookmark(&self) {
        self.bookmark.clear();
    }

    /// Runs until the clerk quits: all queued input is handled before each frame.
    ///
    /// # Errors
    /// The terminal is gone, or the worker has ended.
    pub(super) fn run(
        &mut self,
        terminal: &mut Terminal,
        mut events: Events,
    ) -> Result<(), TuiError> {
        self.patience = ANSWER_LIMIT;
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
                self.prefetch_next();
            }
            let pause = self.pause(stale, terminal.delay(), terminal.speed());
            let pause = self.until_waiting().map_or(pause, |left| left.min(pause));
            let InputBatch { inputs, woken } = events.wait(Some(pause))?;
            let awaits = self.pending.iter().any(Pending::is_awaited);
            let quiet = inputs.is_empty() && !woken && !stale && !awaits;
            if quiet {
                self.bookmark.write();
            }
            if !inputs.is_empty() {
                self.cancel_search();
            }
            self.note_input(&inputs, quiet);
            self.take_answers();
            if !inputs.is_empty() || !woken {
                stale |= self.poll_changes();
            }
            stale |= self.handle_all(inputs, terminal);
            stale |= self.keep_pace(terminal.speed());
            if quiet && self.model.lacks() {
                self.process(Msg::Quiet);
                self.backfill = Backfill::Following;
                stale = true;
            }
            if quiet && self.search_cancel.is_none() {
                self.complete_search();
            }
            self.wait();
            stale |= self.update_waiting() | std::mem::take(&mut self.answered);
            if let Some(error) = self.failure.take() {
                return Err(error);
            }
        }
        Ok(())
    }

    fn refusal(&self) -> Option<StatusMessage> {
        let message = self.model.saying.clone();
        message.filter(|message| matches!(message, StatusMessage::Refused(_)))
    }

    /// Handles a batch; true where something shown may have changed.
    fn handle_all(&mut self, mut batch: Vec<Input>, terminal: &mut Terminal) -> bool {
        let mut stale = false;
        let mut unread = self.unread.take();
        let context = self.model.key_context();
        if context.takes_text() {
            batch = join_pastes(&batch);
        } else {
            let keys = &self.model.shared.keys;
            let means = |key: &KeyEvent, actions: &[Action]| {
                let mut pressed = hangul::shortcuts(*key).into_iter();
                pressed.any(|key| {
                    let action = keys.action(context, key);
                    action.is_some_and(|action| actions.contains(&action))
                })
            };
            batch = join_stray_pastes(
                &batch,
                |key| means(key, &[Action::Quit]),
                |key| means(key, &[Action::Search, Action::Palette, Action::Intake]),
            );
        }
        let mut batch = batch.into_iter().peekable();
        while let Some(input) = batch.next() {
            stale |= self.handle(input, terminal);
            // A letter behind it replaces the search and the draft.
            if !batch.peek().is_some_and(is_letter) {
                self.flush_deferred();
            }
            unread = self.refusal().or(unread);
        }
        if self.model.saying.is_none() && unread.is_some() {
            self.model.saying = unread;
            stale = true;
        }
        stale
    }

    /// Handles one input; true where something shown may have changed.
    fn handle(&mut self, input: Input, terminal: &mut Terminal) -> bool {
        let msg = match input {
            Input::Key(key) if hangul::shortcuts(key).len() > 1 => {
                self.press_syllable(key);
                return true;
            }
            Input::Key(key) => Msg::Key(key),
            Input::Paste(pasted) => Msg::Paste(pasted),
            Input::Resize(columns, rows) => Msg::Resize(columns, rows),
            // Another program has left mouse reports switched on.
            Input::Mouse(event) if self.mouse && mouse::gesture(event).is_some() => {
                Msg::Mouse(event)
            }
            Input::Mouse(_) => return false,
            Input::Answer { row, column } if !terminal.awaits() => match f3(row, column) {
                Some(key) => Msg::Key(key),
                None => return false,
            },
            Input::Answer { column, .. } => {
                let answer = terminal.answered(column);
                return answer.is_some_and(|answer| self.apply_probe(answer));
            }
        };
        self.process_deferring(msg);
        true
    }

    /// Presses the keys that a composed syllable was typed with, as if the input method had been off. A field that one of
    /// them opens takes none of the others, which were not meant as text.
    fn press_syllable(&mut self, syllable: KeyEvent) {
        if self.model.key_context().takes_text() {
            return self.process_deferring(Msg::Key(syllable));
        }
        for key in hangul::shortcuts(syllable) {
            if !self.model.key_context().takes_text() {
                self.process(Msg::Key(key));
            }
        }
    }

    /// Adapts to what the terminal has answered of itself; true where something shown may have changed.
    pub(super) fn apply_probe(&mut self, answer: ProbeAnswer) -> bool {
        let ascii = self.model.shared.symbols.alphabet == Alphabet::Ascii;
        let wide = answer.ambiguous_wide == Some(true) && !self.lines && !ascii;
        if wide {
            self.process(Msg::Ambiguous);
        }
        let foreign = answer.utf8 == Some(false);
        if foreign {
            self.model.saying = Some(StatusMessage::Refused(text::NOT_UTF8.en.to_owned()));
        }
        wide || foreign
    }

    /// Checks the clock and the other processes; true where something shown may have changed.
    fn poll_changes(&mut self) -> bool {
        let now = self.clock.now();
        let mut stale = false;
        if minute(now) != minute(self.model.shared.now) {
            self.process(Msg::Tick(now));
            stale = true;
        } else if now.timestamp() != self.model.shared.now.timestamp() && self.model.is_ticking() {
            self.model.shared.now = now;
            stale = true;
        }
        let Some(watch) = &mut self.watch else {
            return stale;
        };
        let written = watch.is_log_touched();
        if watch.is_presence_touched() {
            self.process(Msg::Presence);
            stale = true;
        }
        if written {
            self.request_changes();
        }
        stale
    }

    /// Processes a message and all effects that follow.
    pub(super) fn process(&mut self, msg: Msg) {
        self.process_deferring(msg);
        self.flush_deferred();
    }

    fn flush_deferred(&mut self) {
        let deferred = std::mem::take(&mut self.deferred);
        self.settle(deferred);
    }

    /// Processes a message, but defers the effects that a later letter may replace.
    fn process_deferring(&mut self, msg: Msg) {
        if self.is_frozen(&msg) {
            let message = forms::SENDING.get(self.model.shared.lang).to_owned();
            self.model.saying = Some(StatusMessage::Done(message));
            return;
        }
        // Decisions go by the clock of now, not by that of the last frame.
        self.model.shared.now = self.clock.now().max(self.model.shared.now);
        let effects = update::update(&mut self.model, msg);
        let (deferred, others): (Vec<_>, _) = effects
            .into_iter()
            .partition(|effect| deferral_key(effect).is_some());
        for effect in deferred {
            self.deferred
                .retain(|other| deferral_key(other) != deferral_key(&effect));
            self.deferred.push(effect);
        }
        self.settle(others);
    }
}

fn minute(at: DateTime<Utc>) -> (i64, u32) {
    (at.timestamp() / 60, at.minute())
}
