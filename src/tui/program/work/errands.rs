//! What is asked of the worker, how long its answers are waited for, and where they go.

use super::{
    super::{
        TuiError,
        pending::{Asker, Errand, Pending, Wait, admit, form, is_for_its_screen, saves},
        worker::{Answer, Opened, Request, Task},
    },
    Work,
};
use crate::{
    desk::DeskError,
    tui::{
        effect::{DeskReply, DraftEffect, Effect},
        model::Msg,
        screen::Saying,
        terminal::Terminal,
        update,
    },
    words::{Phrase, Say, forms, terminal as text},
};
use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

impl Work {
    /// Asks for effects, and waits a moment for what they and their replies ask for.
    pub(super) fn settle(&mut self, effects: Vec<Effect>) {
        if effects.is_empty() {
            return;
        }
        let turn = self.begin_turn();
        self.ask(effects, turn);
        self.wait();
    }

    pub(super) fn begin_turn(&mut self) -> u64 {
        self.turn += 1;
        self.turn
    }

    /// Asks for effects, with what follows from those whose answer is known.
    fn ask(&mut self, effects: Vec<Effect>, turn: u64) {
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            if self.is_adopted(&effect, turn) {
                continue;
            }
            if let Some(reply) = self.ahead.known(&effect, &self.model) {
                queue.extend(update::update(&mut self.model, Msg::Reply(reply)));
            } else if self.is_reserved(&effect) {
                self.held.push(effect);
            } else if self.is_admitted(&effect, turn) {
                let effect = Box::new(effect);
                self.send(turn, Errand::Effect(effect.clone()), Task::Perform(effect));
            }
        }
        self.end_turn(turn);
    }

    pub(super) fn send(&mut self, turn: u64, errand: Errand, task: Task) -> u64 {
        self.asked += 1;
        let id = self.asked;
        let asker = match &errand {
            Errand::Effect(effect) => Asker::of(&self.model, effect),
            Errand::Ahead | Errand::SearchOn | Errand::Look => {
                Asker::of(&self.model, &Effect::Show(None))
            }
        };
        self.pending.push(Pending {
            id,
            turn,
            errand,
            asker,
            since: Instant::now(),
            wait: Wait::Frame,
            form_changed: false,
            reply: None,
        });
        self.worker.send(Request { id, turn, task });
        id
    }

    /// Lets the worker see that a turn asks nothing more.
    fn end_turn(&self, turn: u64) {
        let goes_on = |pending: &Pending| pending.turn == turn && pending.reply.is_none();
        if !self.pending.iter().any(goes_on) {
            let task = Task::EndTurn;
            self.worker.send(Request { id: 0, turn, task });
        }
    }

    /// Waits for what is being read ahead where that is what is asked for now.
    fn is_adopted(&mut self, effect: &Effect, turn: u64) -> bool {
        let Some(id) = self.ahead.asked_for(effect) else {
            return false;
        };
        let asker = Asker::of(&self.model, effect);
        for pending in self.pending.iter_mut().filter(|pending| pending.id == id) {
            pending.errand = Errand::Effect(Box::new(effect.clone()));
            pending.turn = turn;
            pending.since = Instant::now();
            pending.asker = asker.clone();
        }
        true
    }

    /// True for the draft of a form that another screen is still saving: it is thrown away or stays with what comes of that.
    fn is_reserved(&self, effect: &Effect) -> bool {
        let form = form(effect);
        let mut saving = self.pending.iter().filter(|pending| pending.saves());
        form.is_some()
            && saving.any(|it| it.asker.form() == form && !it.asker.is_shown(&self.model))
    }

    /// True where an effect is to be sent, beside what is under way.
    fn is_admitted(&mut self, effect: &Effect, turn: u64) -> bool {
        match effect {
            Effect::Read(query) => {
                let asker = Asker::of(&self.model, effect);
                return admit(&mut self.pending, query, turn, &asker);
            }
            Effect::Write(_) | Effect::Found(_) if saves(effect) => {
                let model = &self.model;
                let twice =
                    |it: &Pending| it.saves() && it.turn != turn && it.asker.is_at_hand(model);
                if self.pending.iter().any(twice) {
                    let said = forms::SENDING.get(model.shared.lang).to_owned();
                    self.model.saying = Some(Saying::Done(said));
                    return false;
                }
            }
            Effect::Draft(DraftEffect::Keep { form, .. } | DraftEffect::Drop(form)) => {
                for saving in self.pending.iter_mut().filter(|pending| pending.saves()) {
                    saving.form_changed |= saving.asker.is_of(form, &self.model);
                }
            }
            Effect::Write(_) | Effect::Found(_) | Effect::Draft(_) | Effect::Show(_) => {}
        }
        true
    }

    /// Waits a moment for what was asked, unless the worker is behind: then the frame is drawn without it.
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
            if pending.wait == Wait::Frame {
                pending.wait = Wait::Late;
            }
        }
    }

    fn is_worth_waiting(&self) -> bool {
        let is = |wait| {
            let mut awaited = self.pending.iter().filter(|pending| pending.is_awaited());
            awaited.any(|pending| pending.wait == wait)
        };
        is(Wait::Frame) && !is(Wait::Late)
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
                    pending.wait = Wait::Locked;
                }
            }
            Answer::Changed(id, changed) => {
                self.pending.retain(|pending| pending.id != id);
                self.changed(changed);
            }
            Answer::Done(id, reply) => {
                let asked = self.pending.iter().position(|pending| pending.id == id);
                if let Some(asked) = asked.map(|at| self.pending.remove(at)) {
                    self.done(asked, reply);
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

    fn changed(&mut self, changed: Result<bool, DeskError>) {
        match changed {
            Ok(false) => {}
            Ok(true) => {
                let effects = update::update(&mut self.model, Msg::Changed);
                let turn = self.begin_turn();
                self.ask(effects, turn);
                self.answered = true;
            }
            Err(error) => {
                let saying = Some(Saying::Refused(error.say(self.model.shared.lang)));
                self.answered |= self.model.saying != saying;
                self.model.saying = saying;
            }
        }
    }

    /// Takes in what came of a request.
    fn done(&mut self, mut asked: Pending, reply: Option<DeskReply>) {
        let turn = asked.turn;
        match &asked.errand {
            Errand::Ahead => {
                if self.ahead.take(asked.id, reply) {
                    self.read_ahead();
                }
                self.end_turn(turn);
                return;
            }
            Errand::SearchOn => self.searching = None,
            Errand::Effect(_) | Errand::Look => {}
        }
        let Some(reply) = reply else {
            self.end_turn(turn);
            return;
        };
        if asked.asker.is_covered(&self.model) && is_of_screen(&asked) {
            asked.reply = Some(reply);
            self.pending.push(asked);
            self.end_turn(turn);
            return;
        }
        self.tell(&asked, reply);
    }

    /// Tells what came of a request, and asks for what follows.
    fn tell(&mut self, asked: &Pending, reply: DeskReply) {
        self.answered = true;
        let saves = asked.saves();
        let failed = matches!(reply, DeskReply::Failed(_));
        if saves && self.model.quit {
            self.unsaved
                .extend(update::unsaved(&reply, self.model.shared.lang));
        }
        let at_hand = asked.asker.is_at_hand(&self.model);
        let has_form = at_hand && self.model.draft().is_some();
        let mut effects = if at_hand || !is_of_screen(asked) {
            update::update(&mut self.model, Msg::Reply(reply))
        } else if saves {
            update::update(&mut self.model, Msg::LateReply(reply))
        } else {
            Vec::new()
        };
        if let (true, false, Some(form)) = (saves, failed, asked.asker.form()) {
            let drop = Effect::Draft(DraftEffect::Drop(form.to_owned()));
            if asked.form_changed {
                effects.retain(|effect| *effect != drop);
                self.model
                    .say_also(text::CHANGED_SINCE.get(self.model.shared.lang));
            } else if !has_form {
                effects.insert(0, drop);
            }
        }
        self.ask(effects, asked.turn);
        if saves {
            let held = std::mem::take(&mut self.held);
            let turn = self.begin_turn();
            self.ask(held, turn);
        }
    }

    /// Tells what came while its screen was covered, once it is not any more.
    pub(super) fn tell_uncovered(&mut self) {
        let told =
            |it: &Pending, work: &Self| it.reply.is_some() && !it.asker.is_covered(&work.model);
        while let Some(at) = self.pending.iter().position(|it| told(it, self)) {
            let mut asked = self.pending.remove(at);
            if let Some(reply) = asked.reply.take() {
                self.tell(&asked, reply);
            }
        }
    }

    /// How long until the screen is to say that something is waited for.
    pub(super) fn until_sign(&self) -> Option<Duration> {
        let left = self.pending.iter().filter_map(Pending::patience);
        left.filter(|left| !left.is_zero()).min()
    }

    /// Says what has been waited for too long; true where that is another thing than it was.
    pub(super) fn sign(&mut self) -> bool {
        let long = |it: &&Pending| it.patience().is_some_and(|left| left.is_zero());
        let waiting = self.pending.iter().find(long).map(sign_of);
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

fn is_of_screen(asked: &Pending) -> bool {
    match &asked.errand {
        Errand::Effect(effect) => is_for_its_screen(effect),
        Errand::SearchOn => true,
        Errand::Ahead | Errand::Look => false,
    }
}

/// What the line at the bottom says while something is waited for.
fn sign_of(pending: &Pending) -> Phrase {
    match pending.must_be_done() {
        true if pending.wait == Wait::Locked => text::SAVING_LOCKED,
        true => text::SAVING,
        false => text::LOADING,
    }
}
