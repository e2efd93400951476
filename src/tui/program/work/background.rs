//! What is asked for while no key comes in.

use super::{
    super::{
        pending::{Pending, Reason},
        worker::Task,
    },
    Work,
};
use crate::desk::CancelToken;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::Relaxed},
};

impl Work {
    /// Reads ahead what the bar comes to next, while nothing else is to be done.
    pub(super) fn read_ahead(&mut self) {
        let is_busy = |it: &Pending| it.is_awaited() || matches!(it.reason, Reason::Prefetch(_));
        if self.pending.iter().any(is_busy) {
            return;
        }
        if let Some(effect) = self.prefetch.wish(&self.model) {
            let turn = self.begin_turn();
            let task = Task::Perform(Box::new(effect.clone()));
            self.send(turn, Reason::Prefetch(effect), task);
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
        let stop = CancelToken::when(move || stopped.load(Relaxed));
        let turn = self.begin_turn();
        self.send(turn, Reason::SearchOn, Task::SearchOn(line, limit, stop));
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
        self.send(turn, Reason::Look, Task::Look);
    }
}
