//! Cancelling a statement whose answer is no longer wanted.
//!
//! Most questions are a row at a time, and who asks may stop after any of them. One to the index of texts is not: two
//! words that many cases have and none has together are a walk through both their lists, within the first row. So SQLite
//! itself asks, after every few steps of its machine, whether somebody still waits.

use super::StoreError;
use rusqlite::{Connection, ErrorCode};
use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Steps of SQLite's machine between two looks: a walk through the index for frequent words takes half a millisecond for
/// so many. The index looks at no step while it puts together all that begins with the same letters: at a million cases
/// that was seen to take 70 ms.
const STEPS: i32 = 20;

/// A condition that is polled while a statement runs; the statement ends once it holds.
#[derive(Clone)]
pub struct CancelToken(Arc<dyn Fn() -> bool + Send + Sync>);

impl CancelToken {
    /// Cancels once the condition holds.
    pub fn when(nobody_waits: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self(Arc::new(nobody_waits))
    }

    /// Cancels after this time.
    pub fn after(patience: Duration) -> Self {
        let begun = Instant::now();
        Self::when(move || begun.elapsed() >= patience)
    }
}

impl fmt::Debug for CancelToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CancelToken")
    }
}

/// The brake of a connection.
#[derive(Clone, Debug, Default)]
pub(super) struct CancelHook(Arc<Mutex<Option<CancelToken>>>);

impl CancelHook {
    /// The brake of a connection, which breaks nothing off until somebody may stop waiting.
    ///
    /// # Errors
    /// When SQLite takes no such question.
    pub(super) fn of(connection: &mut Connection) -> rusqlite::Result<Self> {
        let cancel = Self::default();
        let asked = cancel.clone();
        connection.progress_handler(STEPS, Some(move || asked.is_on()))?;
        Ok(cancel)
    }

    fn is_on(&self) -> bool {
        let stop = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        stop.as_ref().is_some_and(|stop| (stop.0)())
    }

    fn set(&self, stop: Option<CancelToken>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = stop;
    }

    /// Reads as long as somebody waits; what is read when nobody does ends with an error that
    /// [`StoreError::is_cancelled`] knows.
    pub(super) fn cancellable<T>(&self, stop: &CancelToken, read: impl FnOnce() -> T) -> T {
        self.set(Some(stop.clone()));
        let done = read();
        self.set(None);
        done
    }
}

impl StoreError {
    /// True where reading ended because nobody waited any more.
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
    fn what_nobody_waits_for_is_broken_off_and_nothing_else() {
        let mut connection = Connection::open_in_memory().unwrap();
        let cancel = CancelHook::of(&mut connection).unwrap();
        let ask = || {
            let row = connection.query_row(LONG, [], |row| row.get::<_, i64>(0));
            row.doing("read", Path::new("desk.db"))
        };
        assert_eq!(ask().unwrap(), 20_000, "it is always waited for");
        let looks = Arc::new(AtomicUsize::new(0));
        let seen = looks.clone();
        let soon = CancelToken::when(move || seen.fetch_add(1, Relaxed) == 10);
        let broken = cancel.cancellable(&soon, ask).unwrap_err();
        assert!(broken.is_cancelled(), "{broken}");
        assert_eq!(looks.load(Relaxed), 11);
        assert_eq!(ask().unwrap(), 20_000, "it is waited for again");
        let patient = CancelToken::after(Duration::MAX);
        assert_eq!(cancel.cancellable(&patient, ask).unwrap(), 20_000);
        let hurried = CancelToken::after(Duration::ZERO);
        assert!(cancel.cancellable(&hurried, ask).is_err());
    }
}
