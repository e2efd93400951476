//! The store, with the table of rights, the clock and the calendar in front of every write.

use super::{
    Clock, DeskError,
    clock::{DoubtfulClock, believed},
    duty::open_duties,
    rules::RulesCache,
};
use crate::{
    domain::{rights::Operation, staff::Staff},
    store::{Reader, Store, StoreError, Write},
};
use chrono::{DateTime, Utc};
use std::ops::Deref;

/// A store that is written only for an actor and an operation, or explicitly without either, at a time that is believed.
#[derive(Debug)]
pub(super) struct GuardedStore {
    store: Store,
    pub(super) clock: Clock,
    /// True where the clock may be set, and nothing real is written.
    practice: bool,
}

/// A write, with the time at which it has the file for itself: what another process wrote before is not later.
#[derive(Debug)]
pub(super) struct DeskWrite<'a> {
    write: Write<'a>,
    pub(super) now: DateTime<Utc>,
}

impl GuardedStore {
    pub(super) const fn new(store: Store, clock: Clock, practice: bool) -> Self {
        Self {
            store,
            clock,
            practice,
        }
    }

    /// Begins a write for an actor, and opens the duties whose period has begun.
    ///
    /// # Errors
    /// The role of `actor` does not allow the operation; the clock is not believed; or as [`Store::write`].
    pub(super) fn write(
        &mut self,
        actor: &Staff,
        operation: Operation,
    ) -> Result<DeskWrite<'_>, DeskError> {
        actor.role.allow(operation)?;
        let write = self.write_unasked()?;
        open_duties(&write, write.now)?;
        Ok(write)
    }

    /// Begins a write of the program itself: duties opened by the calendar, a recount, the founding of a desk.
    ///
    /// # Errors
    /// The clock is not believed; or as [`Store::write`].
    pub(super) fn write_unasked(&mut self) -> Result<DeskWrite<'_>, DeskError> {
        let (clock, practice) = (self.clock, self.practice);
        let write = self.store.write()?;
        let now = if practice {
            clock.now()
        } else {
            let last = write.reader().last_record()?;
            let now = recording_time(write.reader(), clock.now(), last)?;
            if last != Some(now) {
                write.set_last_record(now)?;
            }
            now
        };
        Ok(DeskWrite { write, now })
    }

    /// Begins the write that confirms a clock.
    ///
    /// # Errors
    /// As [`GuardedStore::write`]; or nothing speaks against the clock.
    pub(super) fn write_in_doubt(
        &mut self,
        actor: &Staff,
        operation: Operation,
    ) -> Result<(Write<'_>, DoubtfulClock), DeskError> {
        actor.role.allow(operation)?;
        match self.check_clock() {
            Ok(()) => Err(DeskError::ClockUndoubted),
            Err(DeskError::Clock(doubt)) => Ok((self.store.write()?, doubt)),
            Err(error) => Err(error),
        }
    }

    /// Checks that something can be recorded now.
    ///
    /// # Errors
    /// The clock is not believed.
    pub(super) fn check_clock(&self) -> Result<(), DeskError> {
        if !self.practice {
            let reader = self.store.reader();
            recording_time(reader, self.clock.now(), reader.last_record()?)?;
        }
        Ok(())
    }

    /// As [`Store::may_write`].
    pub(super) fn may_write(&mut self) -> bool {
        self.store.may_write()
    }

    /// As [`Store::leave_line`].
    pub(super) fn leave_line(&mut self) {
        self.store.leave_line();
    }

    /// Runs `others` after each read, as another process may.
    #[cfg(test)]
    pub(super) fn meanwhile(&mut self, others: impl FnMut() + 'static) {
        self.store.meanwhile(others);
    }
}

fn recording_time(
    reader: Reader<'_>,
    now: DateTime<Utc>,
    last: Option<DateTime<Utc>>,
) -> Result<DateTime<Utc>, DeskError> {
    let Some(last_record) = last else {
        return Ok(now);
    };
    if let Some(now) = believed(now, last_record) {
        return Ok(now);
    }
    // All versions have the same zone.
    let any = RulesCache::default().in_force(reader, DateTime::UNIX_EPOCH)?;
    Err(DeskError::Clock(DoubtfulClock {
        now,
        last_record,
        zone: any.charter.office.zone,
    }))
}

impl DeskWrite<'_> {
    /// Commits the write.
    ///
    /// # Errors
    /// As [`Write::commit`].
    pub(super) fn commit(self) -> Result<(), StoreError> {
        self.write.commit()
    }
}

impl<'a> Deref for DeskWrite<'a> {
    type Target = Write<'a>;

    fn deref(&self) -> &Write<'a> {
        &self.write
    }
}

impl Deref for GuardedStore {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.store
    }
}
