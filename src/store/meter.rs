//! How much work one question to the file may be, counted in the steps of SQLite's machine.
//!
//! Most questions are a row at a time, and who asks stops after any of them. One to the index of texts is not: two words
//! that many cases have and none has together are a walk through both their lists, within the first row. Steps are
//! counted, not seconds: the same question to the same file is broken off at the same place, give or take a unit.

use rusqlite::{Connection, ErrorCode};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::Relaxed},
};

/// Steps of the machine in a unit of the meter: the next row of a walk takes one unit or two.
const STEPS: i32 = 20;
/// Units that a row may take which is not far to seek.
const ROW: usize = 2;
/// Nobody counts.
const UNCOUNTED: usize = usize::MAX;

/// The meter of a connection.
#[derive(Clone, Debug)]
pub struct Meter(Arc<AtomicUsize>);

impl Meter {
    /// Begins to count the steps of a connection; as long as nobody sets a bound, nothing is broken off.
    ///
    /// # Errors
    /// When SQLite takes no such counter.
    pub(super) fn new(connection: &mut Connection) -> rusqlite::Result<Self> {
        let meter = Self(Arc::new(AtomicUsize::new(UNCOUNTED)));
        let counted = meter.clone();
        connection.progress_handler(STEPS, Some(move || counted.is_spent()))?;
        Ok(meter)
    }

    /// Takes one unit; true where none is left.
    fn is_spent(&self) -> bool {
        match self.0.load(Relaxed) {
            UNCOUNTED => false,
            left => {
                self.0.store(left.saturating_sub(1), Relaxed);
                left == 0
            }
        }
    }

    /// Does something in at most so many units, and takes off what it took beyond what the next row takes.
    pub(super) fn count<T>(&self, left: &mut usize, work: impl FnOnce() -> T) -> T {
        self.0.store(*left, Relaxed);
        let done = work();
        let rest = self.0.swap(UNCOUNTED, Relaxed);
        if *left - rest > ROW {
            *left = rest;
        }
        done
    }
}

/// True where something was broken off because its units were spent.
pub(super) fn is_broken_off(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::OperationInterrupted)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT max(i) FROM n";

    #[test]
    fn what_takes_longer_than_its_units_is_broken_off_and_nothing_else() {
        let mut connection = Connection::open_in_memory().unwrap();
        let meter = Meter::new(&mut connection).unwrap();
        let ask = || connection.query_row(LONG, [], |row| row.get::<_, i64>(0));
        assert_eq!(ask().unwrap(), 20_000, "nobody counts");
        let mut units = 10;
        let broken = meter.count(&mut units, ask).unwrap_err();
        assert!(is_broken_off(&broken), "{broken}");
        assert_eq!(units, 0);
        assert_eq!(ask().unwrap(), 20_000, "nobody counts any more");
        let mut units = 100_000;
        assert_eq!(meter.count(&mut units, ask).unwrap(), 20_000);
        assert!(units > 50_000 && units < 100_000, "{units}");
        let mut again = 100_000;
        meter.count(&mut again, ask).unwrap();
        assert!(again.abs_diff(units) <= 1, "it is the same work");
    }
}
