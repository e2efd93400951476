//! For tests: simulates another process that writes after each statement of a store.

use super::Store;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use std::{cell::RefCell, rc::Rc};

thread_local! {
    static OTHERS: RefCell<Option<Box<dyn FnMut()>>> = const { RefCell::new(None) };
}

impl Store {
    /// Runs `others` after each statement of this store; at most one store per thread.
    pub(crate) fn meanwhile(&mut self, others: impl FnMut() + 'static) {
        OTHERS.set(Some(Box::new(others)));
        let ended = TraceEventCodes::SQLITE_TRACE_PROFILE;
        let connection = Rc::get_mut(&mut self.connection);
        let traced = connection.unwrap().trace_v2(ended, Some(statement_ended));
        traced.unwrap();
    }
}

fn statement_ended(_: TraceEvent<'_>) {
    // Taken out while it runs, since its own statements end here too.
    if let Some(mut others) = OTHERS.take() {
        others();
        OTHERS.set(Some(others));
    }
}
