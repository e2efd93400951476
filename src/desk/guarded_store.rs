//! The store, with the table of rights in front of every write.

use super::DeskError;
use crate::{
    domain::{rights::Operation, staff::Staff},
    store::{Store, StoreError, Write},
};
use std::ops::Deref;

/// A store that is written only for an actor and an operation, or explicitly without either.
#[derive(Debug)]
pub(super) struct GuardedStore {
    store: Store,
}

impl GuardedStore {
    pub(super) const fn new(store: Store) -> Self {
        Self { store }
    }

    /// Begins a write for an actor.
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

    /// Begins a write of the program itself: duties opened by the calendar, a recount, the founding of a desk.
    pub(super) fn write_unasked(&mut self) -> Result<Write<'_>, StoreError> {
        self.store.write()
    }

    /// Runs `others` after each read, as another process may.
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
