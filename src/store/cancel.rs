//! Cancelling a running statement whose result is no longer wanted.
//!
//! Stopping between two rows is not enough for full-text queries: two frequent words that never occur together make
//! SQLite walk both posting lists before the first row. So its progress handler polls a [`CancelToken`].

use super::StoreError;
use rusqlite::{Connection, ErrorCode};
use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Virtual machine steps between two polls: half a millisecond for a walk through the index by frequent words. Merging
/// the lists of a prefix is a single step: 70 ms measured at a million cases.
const STEPS: i32 = 20;

/// A condition that is polled while a statement runs; the statement ends once it holds.
#[derive(Clone)]
pub struct CancelToken(Arc<dyn Fn() -> bool + Send + Sync>);

impl CancelToken {
    /// Cancels once the condition holds.
    pub fn when(is_cancelled: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self(Arc::new(is_cancelled))
    }

    /// Cancels after this time.
    pub fn after(timeout: Duration) -> Self {
        let start = Instant::now();
        Self::when(move || start.elapsed() >= timeout)
    }
}

impl fmt::Debug for CancelToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CancelToken")
    }
}

/// The progress handler of a connection, with the token that it polls.
#[derive(Clone, Debug, Default)]
pub(super) struct CancelHook(Arc<Mutex<Option<CancelToken>>>);

impl CancelHook {
    /// Installs the handler; it does nothing outside [`CancelHook::cancellable`].
    pub(super) fn install(connection: &mut Connection) -> rusqlite::Result<Self> {
        let cancel = Self::default();
        let polled = cancel.clone();
        connection.progress_handler(STEPS, Some(move || polled.is_cancelled()))?;
        Ok(cancel)
    }

    fn is_cancelled(&self) -> bool {
        let stop = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        stop.as_ref().is_some_and(|stop| (stop.0)())
    }

    fn set(&self, stop: Option<CancelToken>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = stop;
    }

    /// Runs `read`; once the token cancels, statements fail with an error for which [`StoreError::is_cancelled`] is
    /// true.
    pub(super) fn cancellable<T>(&self, stop: &CancelToken, read: impl FnOnce() -> T) -> T {
        self.set(Some(stop.clone()));
        let result = read();
        self.set(None);
        result
    }
}

impl StoreError {
    /// True where a statement was cancelled.
    pub(super) fn is_cancelled(&self) -> bool {
        let Self::Sqlite { source, .. } = self else {
            return false;
        };
        source.sqlite_error_code() == Some(ErrorCode::OperationInterrupted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::error::ErrorContext;
    use std::{
        path::Path,
        sync::atomic::{AtomicUsize, Ordering::Relaxed},
    };

    const LONG: &str = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT max(i) FROM n";

    #[test]
    fn only_a_cancelled_statement_is_interrupted() {
        let mut connection = Connection::open_in_memory().unwrap();
        let cancel = CancelHook::install(&mut connection).unwrap();
        let ask = || {
            let row = connection.query_row(LONG, [], |row| row.get::<_, i64>(0));
            row.doing("read", Path::new("desk.db"))
        };
        assert_eq!(ask().unwrap(), 20_000, "without a token");
        let looks = Arc::new(AtomicUsize::new(0));
        let seen = looks.clone();
        let soon = CancelToken::when(move || seen.fetch_add(1, Relaxed) == 10);
        let broken = cancel.cancellable(&soon, ask).unwrap_err();
        assert!(broken.is_cancelled(), "{broken}");
        assert_eq!(looks.load(Relaxed), 11);
        assert_eq!(ask().unwrap(), 20_000, "without a token again");
        let patient = CancelToken::after(Duration::MAX);
        assert_eq!(cancel.cancellable(&patient, ask).unwrap(), 20_000);
        let hurried = CancelToken::after(Duration::ZERO);
        assert!(cancel.cancellable(&hurried, ask).is_err());
    }
}
