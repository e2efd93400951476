//! The door to the file: everything reads through it, and writes where the table of rights allows it.

use super::DeskError;
use crate::{
    domain::{rights::Operation, staff::Staff},
    store::{Store, StoreError, Write},
};
use std::ops::Deref;

/// A store that nobody writes to without saying who asks and for what.
#[derive(Debug)]
pub(super) struct GuardedStore {
    store: Store,
}

impl GuardedStore {
    pub(super) const fn new(store: Store) -> Self {
        Self { store }
    }

    /// Begins a write that somebody asked for.
    ///
    /// # Errors
    /// The role of `actor` does not allow the operation; or as [`Store::write`].
    pub(super) fn write(
        &mut self,
        actor: &Staff,
        operation: Operation,
    ) -> Result<Write<'_>, DeskError> {
        actor.role.allow(operation)?;
        Ok(self.store.write()?)
    }

    /// Begins a write that nobody asked for: what the calendar opens, what a newer program counts, what founds a desk.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub(super) fn write_unasked(&mut self) -> Result<Write<'_>, StoreError> {
        self.store.write()
    }

    /// Prepares for many writes at once, before anyone works here.
    ///
    /// # Errors
    /// As [`Store::begin_load`].
    pub(super) fn begin_load(&mut self) -> Result<(), StoreError> {
        self.store.begin_load()
    }

    /// Ends what [`GuardedStore::begin_load`] began.
    ///
    /// # Errors
    /// As [`Store::end_load`].
    pub(super) fn end_load(&mut self) -> Result<(), StoreError> {
        self.store.end_load()
    }

    /// Does something after each reading, as another process may.
    #[cfg(test)]
    pub(super) fn meanwhile(&mut self, others: impl FnMut() + 'static) {
        self.store.meanwhile(others);
    }
}

impl Deref for GuardedStore {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.store
    }
}
