//! What is requested from the worker, how long its answers are waited for, and where they go.

use super::{
    super::{
        TuiError,
        pending::{Pending, Reason, Requester, Stage, admit, form_of},
        worker::{Answer, Opened, Request, Task},
    },
    Work,
};
use crate::{
    desk::DeskError,
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
    time::{Duration, Instant},
};

impl Work {
    /// Requests effects, and waits a moment for them and for what their replies ask for.
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

    /// Requests effects; what was prefetched is taken at once, with the effects that follow from it.
    pub(super) fn request(&mut self, effects: Vec<Effect>, turn: u64) {
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            if let Some(reply) = self.prefetch.take(&effect, &self.model) {
                queue.extend(update::update(&mut self.model, Msg::Reply(reply)));
            } else if self.is_needed(&effect, turn) {
                let task = Task::Perform(Box::new(effect.clone()));
                self.send(turn, Reason::Asked(effect), task);
            }
        }
    }

    pub(super) fn send(&mut self, turn: u64, reason: Reason, task: Task) {
        self.requested += 1;
        let id = self.requested;
        let form = match &reason {
            Reason::Asked(effect) => form_of(effect, &self.model),
            Reason::Prefetch(_) | Reason::SearchOn | Reason::Look => None,
        };
        self.pending.push(Pending {
            id,
            turn,
            reason,
            requester: Requester::of(&self.model),
            since: Instant::now(),
            stage: Stage::Frame,
        });
        let request = Request {
            id,
            turn,
            form,
            task,
        };
        self.worker.send(request);
    }

    /// True where an effect is to be sent beside what is under way. What is being prefetched is waited for instead.
    fn is_needed(&mut self, effect: &Effect, turn: u64) -> bool {
        let requester = Requester::of(&self.model);
        for pending in &mut self.pending {
            if matches!(&pending.reason, Reason::Prefetch(fetched) if fetched == effect) {
                *pending = Pending {
                    id: pending.id,
                    turn,
                    reason: Reason::Asked(effect.clone()),
                    requester,
                    since: Instant::now(),
                    stage: Stage::Frame,
                };
                return false;
            }
        }
        // It may be out of date once this is done.
        self.pending
            .retain(|it| !matches!(it.reason, Reason::Prefetch(_)));
        match effect {
            Effect::Read(query) => admit(&mut self.pending, query, (turn, requester)),
            Effect::Write(_) | Effect::Found(_) | Effect::Draft(_) | Effect::Show(_) => true,
        }
    }

    /// Waits a moment for what was requested, unless the worker is behind: then the frame is drawn without it.
    pub(super) fn wait(&mut self) {
        let until = Instant::now() + self.patience;
        while self.ended.is_none() && self.is_worth_waiting() {
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

    /// Takes in what the worker has answered.
    pub(super) fn take_answers(&mut self) {
        loop {
            match self.worker.answer() {
                Ok(Some(answer)) => self.take_answer(answer),
                Ok(None) => return,
                Err(ended) => {
                    self.ended.get_or_insert(ended);
                    return;
                }
            }
        }
    }

    fn take_answer(&mut self, answer: Answer) {
        match answer {
            Answer::Opened(opened) => {
                self.open_desk(*opened);
            }
            Answer::Locked(id) => {
                for pending in self.pending.iter_mut().filter(|pending| pending.id == id) {
                    pending.stage = Stage::Locked;
                }
            }
            Answer::Changed(id, changed) => {
                self.pending.retain(|pending| pending.id != id);
                self.take_changed(changed);
            }
            Answer::Done(id, reply) => {
                let request = self.pending.iter().position(|pending| pending.id == id);
                if let Some(request) = request.map(|at| self.pending.remove(at)) {
                    self.take_reply(&request, reply);
                }
            }
        }
    }

    /// Takes over a desk that was opened.
    pub(super) fn open_desk(&mut self, opened: Opened) -> Option<String> {
        self.clock = opened.clock;
        self.watch = Some(opened.watch);
        let (bookmark, left) = opened.bookmark?;
        self.keeper.begin(bookmark);
        left
    }

    fn take_changed(&mut self, changed: Result<bool, DeskError>) {
        match changed {
            Ok(false) => {}
            Ok(true) => {
                let effects = update::update(&mut self.model, Msg::Changed);
                let turn = self.begin_turn();
                self.request(effects, turn);
                self.answered = true;
            }
            Err(error) => {
                let saying = Some(StatusMessage::Refused(error.say(self.model.shared.lang)));
                self.answered |= self.model.saying != saying;
                self.model.saying = saying;
            }
        }
    }

    fn take_reply(&mut self, request: &Pending, reply: Option<DeskReply>) {
        match &request.reason {
            Reason::Prefetch(effect) => {
                if self.prefetch.keep(effect, reply) {
                    self.read_ahead();
                }
                return;
            }
            Reason::SearchOn => self.searching = None,
            Reason::Asked(_) | Reason::Look => {}
        }
        let Some(reply) = reply else { return };
        self.answered = true;
        if request.saves() && self.model.quit {
            let unsaved = update::unsaved(&reply, self.model.shared.lang);
            self.unsaved.extend(unsaved);
        }
        let is_gone = request.requester.is_gone(&self.model);
        if !is_gone || !reply.is_for_screen() {
            self.deliver(request, reply);
        } else if request.must_be_done() {
            let effects = update::update(&mut self.model, Msg::LateReply(reply));
            self.request(effects, request.turn);
        }
    }

    /// Hands a reply to the screen that asked for it, also where help or palette lie over that; they go where it opens
    /// another one.
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

    /// True for input that would change or send what is being saved from the screen that is shown.
    pub(super) fn is_frozen(&self, msg: &Msg) -> bool {
        let edits = match msg {
            Msg::Key(key) => key.kind != KeyEventKind::Release && !self.is_harmless(*key),
            Msg::Paste(_) | Msg::Mouse(_) => true,
            Msg::Resize(..)
            | Msg::Tick(_)
            | Msg::Changed
            | Msg::Presence
            | Msg::Quiet
            | Msg::LateReply(_)
            | Msg::Reply(_)
            | Msg::Drawn(_)
            | Msg::Ambiguous => false,
        };
        let is_saved = |it: &Pending| it.saves() && it.requester.is_shown(&self.model);
        edits && self.pending.iter().any(is_saved)
    }

    /// True for a key that leaves a screen or changes how it is shown.
    fn is_harmless(&self, key: KeyEvent) -> bool {
        let action = self.model.shared.keys.action(self.model.key_context(), key);
        matches!(
            action,
            Some(
                Action::Back
                    | Action::Quit
                    | Action::Help
                    | Action::Redraw
                    | Action::Language
                    | Action::Unmask
            )
        )
    }

    /// How long until the screen is to say that something is waited for.
    pub(super) fn until_sign(&self) -> Option<Duration> {
        let left = self.pending.iter().filter_map(Pending::patience);
        left.filter(|left| !left.is_zero()).min()
    }

    /// Says what has been waited for too long; true where that is another thing than it was.
    pub(super) fn sign(&mut self) -> bool {
        let is_long = |it: &&Pending| it.patience().is_some_and(|left| left.is_zero());
        let waiting = self.pending.iter().find(is_long).map(sign_of);
        let was = std::mem::replace(&mut self.model.waiting, waiting);
        was != waiting
    }

    /// Waits for what is still being written after the clerk has quit.
    ///
    /// # Errors
    /// It was not written, and why; or the terminal is gone.
    pub(in crate::tui::program) fn finish(
        &mut self,
        terminal: &mut Terminal,
    ) -> Result<(), TuiError> {
        self.release();
        while self.pending.iter().any(Pending::must_be_done) {
            let left = self.until_sign().unwrap_or(Duration::MAX);
            self.worker.wait(left)?;
            self.take_answers();
            if let Some(ended) = self.ended.take() {
                return Err(ended.into());
            }
            if self.sign() {
                self.draw(terminal)?;
            }
        }
        match self.unsaved.as_slice() {
            [] => Ok(()),
            unsaved => Err(TuiError::Unsaved(unsaved.join("\n"))),
        }
    }
}

/// What the line at the bottom says while something is waited for.
fn sign_of(pending: &Pending) -> Phrase {
    match pending.must_be_done() {
        true if pending.stage == Stage::Locked => text::SAVING_LOCKED,
        true => text::SAVING,
        false => text::LOADING,
    }
}
