//! What is asked for while no key comes in.

use super::{
    super::{
        pending::{Errand, Pending},
        worker::Task,
    },
    Work,
};
use crate::desk::Stop;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::Relaxed},
};

impl Work {
    /// Reads ahead what the bar comes to next, while nothing else is to be done.
    pub(super) fn read_ahead(&mut self) {
        if self.pending.iter().any(Pending::is_awaited) {
            return;
        }
        if let Some(effect) = self.ahead.wish(&self.model) {
            let turn = self.begin_turn();
            let task = Task::Perform(Box::new(effect.clone()));
            let id = self.send(turn, Errand::Ahead, task);
            self.ahead.ask(id, effect);
        }
    }

    /// Searches on for what was not found whole, until something comes in.
    pub(super) fn search_on(&mut self) {
        let Some((line, limit)) = self.model.unfinished() else {
            return;
        };
        let line = line.to_owned();
        let stopped = Arc::new(AtomicBool::new(false));
        self.searching = Some(Arc::clone(&stopped));
        let stop = Stop::when(move || stopped.load(Relaxed));
        let turn = self.begin_turn();
        self.send(turn, Errand::SearchOn, Task::SearchOn(line, limit, stop));
    }

    /// Something came in: nothing is searched for any more.
    pub(super) fn stop_searching(&self) {
        if let Some(stopped) = &self.searching {
            stopped.store(true, Relaxed);
        }
    }

    /// Asks whether another process has committed something.
    pub(super) fn look_again(&mut self) {
        let turn = self.begin_turn();
        self.send(turn, Errand::Look, Task::Look);
    }
}
