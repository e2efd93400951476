//! For tests: another process that writes whenever a store has read something.

use super::Store;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use std::{cell::RefCell, rc::Rc};

thread_local! {
    static OTHERS: RefCell<Option<Box<dyn FnMut()>>> = const { RefCell::new(None) };
}

impl Store {
    /// Does something after each statement of this store. One store of a thread can have that.
    pub(crate) fn meanwhile(&mut self, others: impl FnMut() + 'static) {
        OTHERS.set(Some(Box::new(others)));
        let ended = TraceEventCodes::SQLITE_TRACE_PROFILE;
        let connection = Rc::get_mut(&mut self.connection);
        let traced = connection.unwrap().trace_v2(ended, Some(ended_one));
        traced.unwrap();
    }
}

fn ended_one(_: TraceEvent<'_>) {
    // Taken out while it runs: what it runs ends statements of its own.
    if let Some(mut others) = OTHERS.take() {
        others();
        OTHERS.set(Some(others));
    }
}
