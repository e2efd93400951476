//! Requests to the worker, the wait for its answers, and where they go.

use super::{
    super::{
        TuiError,
        pending::{Pending, Reason, Requester, Stage, admit, form_of},
        worker::{Answer, DeskHandles, Request, Task},
    },
    EventLoop,
};
use crate::{
    desk::{CancelToken, DeskError, OtherWrites},
    tui::{
        effect::{DeskReply, Effect},
        keymap::Action,
        model::Msg,
        screen::StatusMessage,
        terminal::Terminal,
        update,
    },
    words::{Phrase, Say, terminal as text},
};
use ratatui::crossterm::event::{KeyEvent, KeyEventKind};
use std::{
    collections::VecDeque,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};

impl EventLoop {
    /// Requests effects, and waits for their replies and for those of the effects that follow.
    pub(super) fn settle(&mut self, effects: Vec<Effect>) {
        if effects.is_empty() {
            return;
        }
        let turn = self.begin_turn();
        self.request(effects, turn);
        self.wait();
    }

    pub(super) fn begin_turn(&mut self) -> u64 {
        self.turn += 1;
        self.turn
    }

    /// Requests effects; a prefetched reply is delivered at once.
    pub(super) fn request(&mut self, effects: Vec<Effect>, turn: u64) {
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            if let Some(reply) = self.prefetch.take(&effect, &self.model) {
                queue.extend(update::update(&mut self.model, Msg::Reply(reply)));
            } else if self.is_needed(&effect, turn) {
                let task = Task::Perform(Box::new(effect.clone()));
                self.send(turn, Reason::Screen(effect), task);
            }
        }
    }

    pub(super) fn send(&mut self, turn: u64, reason: Reason, task: Task) {
        self.requested += 1;
        let id = self.requested;
        let form = match &reason {
            Reason::Screen(effect) => form_of(effect, &self.model),
            Reason::Prefetch(_) | Reason::SearchOn | Reason::PollChanges => None,
        };
        self.pending
            .push(Pending::new(id, turn, reason, &self.model));
        self.worker.send(Request {
            id,
            turn,
            form,
            task,
        });
    }

    /// Prefetches what the next move of the bar shows, while nothing else is pending.
    pub(super) fn prefetch_next(&mut self) {
        let is_busy = |it: &Pending| it.is_awaited() || matches!(it.reason, Reason::Prefetch(_));
        if self.pending.iter().any(is_busy) {
            return;
        }
        if let Some(effect) = self.prefetch.next_effect(&self.model) {
            let turn = self.begin_turn();
            let task = Task::Perform(Box::new(effect.clone()));
            self.send(turn, Reason::Prefetch(effect), task);
        }
    }

    /// Completes a search in the background, until input comes in.
    pub(super) fn complete_search(&mut self) {
        let Some((line, limit)) = self.model.unfinished() else {
            return;
        };
        let line = line.to_owned();
        let cancelled = Arc::new(AtomicBool::new(false));
        self.search_cancel = Some(Arc::clone(&cancelled));
        let cancel = CancelToken::when(move || cancelled.load(Relaxed));
        let turn = self.begin_turn();
        self.send(turn, Reason::SearchOn, Task::SearchOn(line, limit, cancel));
    }

    /// Cancels the search in the background.
    pub(super) fn cancel_search(&self) {
        if let Some(cancelled) = &self.search_cancel {
            cancelled.store(true, Relaxed);
        }
    }

    /// Asks the worker whether another process has committed something.
    pub(super) fn request_changes(&mut self) {
        let turn = self.begin_turn();
        self.send(turn, Reason::PollChanges, Task::PollChanges);
    }

    /// True where an effect is to be sent. A pending prefetch of the same effect is waited for instead.
    fn is_needed(&mut self, effect: &Effect, turn: u64) -> bool {
        let fetches = |it: &&mut Pending| matches!(&it.reason, Reason::Prefetch(fetched) if fetched == effect);
        if let Some(pending) = self.pending.iter_mut().find(fetches) {
            let reason = Reason::Screen(effect.clone());
            *pending = Pending::new(pending.id, turn, reason, &self.model);
            return false;
        }
        // Other prefetched rows may be out of date once this is done.
        self.pending
            .retain(|it| !matches!(it.reason, Reason::Prefetch(_)));
        match effect {
            Effect::Read(query) => {
                admit(&mut self.pending, query, (turn, Requester::of(&self.model)))
            }
            Effect::Write(_)
            | Effect::Found(_)
            | Effect::Draft(_)
            | Effect::Show(_)
            | Effect::Print(..) => true,
        }
    }

    /// Waits for pending answers, unless the worker is behind: then the frame is drawn without them.
    pub(super) fn wait(&mut self) {
        let until = Instant::now() + self.patience;
        while self.failure.is_none() && self.is_worth_waiting() {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || self.worker.wait(left).is_err() {
                break;
            }
            self.take_answers();
        }
        for pending in &mut self.pending {
            if pending.stage == Stage::Frame {
                pending.stage = Stage::Late;
            }
        }
    }

    fn is_worth_waiting(&self) -> bool {
        let is = |stage| {
            let mut awaited = self.pending.iter().filter(|pending| pending.is_awaited());
            awaited.any(|pending| pending.stage == stage)
        };
        is(Stage::Frame) && !is(Stage::Late)
    }

    /// Processes the answers of the worker so far.
    pub(super) fn take_answers(&mut self) {
        loop {
            match self.worker.answer() {
                Ok(Some(answer)) => self.take_answer(answer),
                Ok(None) => return,
                Err(error) => {
                    self.failure.get_or_insert(error);
                    return;
                }
            }
        }
    }

    fn take_answer(&mut self, answer: Answer) {
        match answer {
            Answer::DeskOpened(opened) => {
                self.open_desk(*opened);
            }
            Answer::Locked(id) => {
                for pending in self.pending.iter_mut().filter(|pending| pending.id == id) {
                    pending.stage = Stage::Locked;
                }
            }
            Answer::OtherWrites(id, writes) => {
                self.pending.retain(|pending| pending.id != id);
                self.take_other_writes(writes);
            }
            Answer::Done(id, reply) => {
                let request = self.pending.iter().position(|pending| pending.id == id);
                if let Some(request) = request.map(|at| self.pending.remove(at)) {
                    self.take_reply(&request, reply);
                }
            }
        }
    }

    /// Takes over the handles of a desk; returns the bookmark that a lost line has left.
    pub(super) fn open_desk(&mut self, handles: DeskHandles) -> Option<String> {
        self.clock = handles.clock;
        self.watch = Some(handles.watch);
        let (bookmark, left) = handles.bookmark?;
        self.bookmark.attach(bookmark);
        left
    }

    fn take_other_writes(&mut self, writes: Result<OtherWrites, DeskError>) {
        match writes {
            Ok(OtherWrites::None) => {}
            Ok(OtherWrites::UnderWay) => {
                if let Some(watch) = &mut self.watch {
                    watch.look_again();
                }
            }
            Ok(OtherWrites::Committed) => {
                let effects = update::update(&mut self.model, Msg::Changed);
                let turn = self.begin_turn();
                self.request(effects, turn);
                self.answered = true;
            }
            Err(error) => {
                let message = Some(StatusMessage::Refused(error.say(self.model.shared.lang)));
                self.answered |= self.model.saying != message;
                self.model.saying = message;
            }
        }
    }

    fn take_reply(&mut self, request: &Pending, reply: Option<DeskReply>) {
        match &request.reason {
            Reason::Prefetch(effect) => {
                if self.prefetch.keep(effect, reply) {
                    self.prefetch_next();
                }
                return;
            }
            Reason::SearchOn => self.search_cancel = None,
            Reason::Screen(_) | Reason::PollChanges => {}
        }
        let Some(reply) = reply else { return };
        self.answered = true;
        if request.saves() && self.model.quit {
            self.unsaved
                .extend(update::unsaved(&reply, self.model.shared.lang));
        }
        let is_gone = request.requester.is_gone(&self.model);
        if !is_gone || !reply.is_for_screen() {
            self.deliver(request, reply);
        } else if request.must_be_done() {
            let effects = update::update(&mut self.model, Msg::LateReply(reply));
            self.request(effects, request.turn);
        }
    }

    /// Delivers a reply to the screen that requested it, also under help or palette; those close where it opens another one.
    fn deliver(&mut self, request: &Pending, reply: DeskReply) {
        let requester = request.requester;
        let covers = if reply.is_for_screen() {
            self.model.screens.split_off(requester.depth)
        } else {
            Vec::new()
        };
        let effects = update::update(&mut self.model, Msg::Reply(reply));
        self.request(effects, request.turn);
        if requester.is_shown(&self.model) {
            self.model.screens.extend(covers);
        }
    }

    /// True for input that would edit or send again what is being saved from this screen.
    pub(super) fn is_frozen(&self, msg: &Msg) -> bool {
        use Msg::{Ambiguous, Changed, Drawn, LateReply, Presence, Quiet, Reply, Resize, Tick};
        let edits = match msg {
            Msg::Key(key) => key.kind != KeyEventKind::Release && !self.is_harmless(*key),
            Msg::Paste(_) | Msg::Mouse(_) => true,
            Resize(..) | Tick(_) | Changed | Presence | Quiet | LateReply(_) | Reply(_)
            | Drawn(_) | Ambiguous => false,
        };
        let is_saved = |it: &Pending| it.saves() && it.requester.is_shown(&self.model);
        edits && self.pending.iter().any(is_saved)
    }

    /// True for a key that leaves a screen or changes how it is shown.
    fn is_harmless(&self, key: KeyEvent) -> bool {
        use Action::{Back, Help, Language, Quit, Redraw, Unmask};
        let action = self.model.shared.keys.action(self.model.key_context(), key);
        matches!(
            action,
            Some(Back | Quit | Help | Redraw | Language | Unmask)
        )
    }

    /// The time until the footer is to say that something is waited for.
    pub(super) fn until_waiting(&self) -> Option<Duration> {
        let left = self.pending.iter().filter_map(Pending::patience);
        left.filter(|left| !left.is_zero()).min()
    }

    /// Updates what the footer says is waited for; true where that changed.
    pub(super) fn update_waiting(&mut self) -> bool {
        let is_long = |it: &&Pending| it.patience() == Some(Duration::ZERO);
        let waiting = self.pending.iter().find(is_long).map(waiting_phrase);
        std::mem::replace(&mut self.model.waiting, waiting) != waiting
    }

    /// Waits for pending writes after the clerk has quit.
    ///
    /// # Errors
    /// A write failed, or the terminal is gone.
    pub(in crate::tui::program) fn finish(
        &mut self,
        terminal: &mut Terminal,
    ) -> Result<(), TuiError> {
        self.flush_deferred();
        while self.pending.iter().any(Pending::must_be_done) {
            let left = self.until_waiting().unwrap_or(Duration::MAX);
            self.worker.wait(left)?;
            self.take_answers();
            if let Some(error) = self.failure.take() {
                return Err(error);
            }
            if self.update_waiting() {
                self.draw(terminal)?;
            }
        }
        match self.unsaved.as_slice() {
            [] => Ok(()),
            unsaved => Err(TuiError::Unsaved(unsaved.join("\n"))),
        }
    }
}

/// The footer's phrase for a pending request.
fn waiting_phrase(pending: &Pending) -> Phrase {
    match pending.must_be_done() {
        true if pending.stage == Stage::Locked => text::SAVING_LOCKED,
        true => text::SAVING,
        false => text::LOADING,
    }
}
