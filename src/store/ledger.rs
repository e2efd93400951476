//! Append-only tables for charters, staff, holidays, handovers and letters: rows are numbered without gaps and chained by hash,
//! so that a later change of a row shows. Removed last rows do not show, unless a fact refers to them.

use super::{Reader, StoreError, Write, chain::BEGINNING, error::ErrorContext};
use rusqlite::{Connection, OptionalExtension, params_from_iter, types::Value};
use sha2::{Digest, Sha256};

/// One such table.
pub(super) struct Ledger {
    pub(super) table: &'static str,
    /// All columns but `hash`; the first one numbers the rows.
    columns: &'static str,
}

pub(super) const CHARTER: Ledger = Ledger {
    table: "charter",
    columns: "version, id, text, since, adopted_at, adopted_by",
};

pub(super) const STAFF: Ledger = Ledger {
    table: "staff",
    columns: "id, login, name, department, phone, mobile, deputy, role, retired, entered_at, entered_by",
};

pub(super) const HOLIDAYS: Ledger = Ledger {
    table: "holiday_edit",
    columns: "id, date, name, kind, source, decided_on, entered_at, entered_by",
};

pub(super) const HANDOVERS: Ledger = Ledger {
    table: "handover",
    columns: "id, confirms, digest, entered_at, entered_by",
};

pub(super) const LETTERS: Ledger = Ledger {
    table: "letter_edit",
    columns: "id, kind, text, entered_at, entered_by",
};

pub(super) const LEDGERS: [Ledger; 5] = [CHARTER, STAFF, HOLIDAYS, HANDOVERS, LETTERS];

impl Ledger {
    /// The number and hash of the last row.
    fn last(&self, connection: &Connection) -> rusqlite::Result<(i64, [u8; 32])> {
        let table = self.table;
        let number = self.columns.split(',').next().unwrap_or("rowid");
        let sql = format!("SELECT {number}, hash FROM {table} ORDER BY {number} DESC LIMIT 1");
        let mut statement = connection.prepare_cached(&sql)?;
        let last = statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?)));
        Ok(last.optional()?.unwrap_or((0, BEGINNING)))
    }

    fn enter(&self, connection: &Connection, values: Vec<Value>) -> rusqlite::Result<i64> {
        let (last, before) = self.last(connection)?;
        let number = last + 1;
        let mut row = vec![Value::Integer(number)];
        row.extend(values);
        row.push(Value::Blob(hash(&before, &row).to_vec()));
        let places = vec!["?"; row.len()].join(", ");
        let (table, columns) = (self.table, self.columns);
        let sql = format!("INSERT INTO {table} ({columns}, hash) VALUES ({places})");
        let mut statement = connection.prepare_cached(&sql)?;
        statement.execute(params_from_iter(row))?;
        Ok(number)
    }

    fn faults(&self, connection: &Connection) -> rusqlite::Result<Vec<i64>> {
        let (table, columns) = (self.table, self.columns);
        let sql = format!("SELECT {columns}, hash FROM {table} ORDER BY 1");
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let (mut before, mut last, mut faults) = (BEGINNING, 0, Vec::new());
        while let Some(row) = rows.next()? {
            let hash_at = row.as_ref().column_count() - 1;
            let values = (0..hash_at).map(|at| row.get(at));
            let values: Vec<Value> = values.collect::<rusqlite::Result<_>>()?;
            let number: i64 = row.get(0)?;
            let found: Vec<u8> = row.get(hash_at)?;
            let wanted = hash(&before, &values);
            if number != last + 1 || found != wanted {
                faults.push(number);
            }
            // The next row is checked against the stored hash, so that one change is reported once.
            before = found.try_into().unwrap_or(wanted);
            last = number;
        }
        Ok(faults)
    }
}

impl Write<'_> {
    /// Appends a row with these values after its number, which it returns.
    pub(super) fn enter(&self, ledger: &Ledger, values: Vec<Value>) -> Result<i64, StoreError> {
        ledger
            .enter(&self.transaction, values)
            .doing("write", self.path)
    }
}

impl Reader<'_> {
    /// The numbers of rows that were changed after entry, or follow one that was removed.
    pub(super) fn faults_of(&self, ledger: &Ledger) -> Result<Vec<i64>, StoreError> {
        ledger.faults(self.connection).doing("read", self.path)
    }
}

/// The hash of a row after one with the hash `before`, over each value with its type and length.
fn hash(before: &[u8; 32], row: &[Value]) -> [u8; 32] {
    let mut sum = Sha256::new().chain_update(before);
    for value in row {
        let (kind, bytes) = match value {
            Value::Null => (0, Vec::new()),
            Value::Integer(number) => (1, number.to_be_bytes().to_vec()),
            Value::Real(number) => (2, number.to_be_bytes().to_vec()),
            Value::Text(text) => (3, text.clone().into_bytes()),
            Value::Blob(bytes) => (4, bytes.clone()),
        };
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        sum.update([kind]);
        sum.update(length.to_be_bytes());
        sum.update(bytes);
    }
    sum.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTES: Ledger = Ledger {
        table: "note",
        columns: "id, text, day",
    };

    fn three_rows() -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        let schema = "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT, day, hash BLOB)";
        connection.execute_batch(schema).unwrap();
        for (number, text) in [(1, "하나"), (2, "둘"), (3, "셋")] {
            let values = vec![text.to_owned().into(), Value::Null];
            assert_eq!(NOTES.enter(&connection, values), Ok(number));
        }
        connection
    }

    #[test]
    fn a_row_that_is_changed_put_in_or_gone_is_found_at_its_place() {
        for (damage, faults) in [
            ("", vec![]),
            ("UPDATE note SET text = text || '.' WHERE id = 2", vec![2]),
            ("UPDATE note SET day = '' WHERE id = 1", vec![1]),
            (
                "UPDATE note SET day = text, text = NULL WHERE id = 1",
                vec![1],
            ),
            (
                "UPDATE note SET hash = zeroblob(32) WHERE id = 2",
                vec![2, 3],
            ),
            ("DELETE FROM note WHERE id = 1", vec![2]),
            ("DELETE FROM note WHERE id = 2", vec![3]),
            (
                "INSERT INTO note SELECT 4, text, day, hash FROM note WHERE id = 3",
                vec![4],
            ),
        ] {
            let connection = three_rows();
            connection.execute_batch(damage).unwrap();
            assert_eq!(NOTES.faults(&connection), Ok(faults), "{damage}");
        }
    }
}
