//! Views of the queue by name: those that every desk has, and each clerk's own.

use super::{Desk, DeskError};
use crate::{
    domain::{
        find::{BuiltinView, QueueView, SavedView, view_filters},
        input::clean,
        rights::Operation,
    },
    words::{Lang, Say},
};

/// The most characters of a view's name.
const NAME: usize = 40;

impl Desk {
    /// The views that who works here has saved, by name.
    pub fn saved_views(&self) -> Result<Vec<SavedView>, DeskError> {
        Ok(self.store.reader().views(&self.actor.login)?)
    }

    /// Saves a line of fields under a name, in place of what was saved under it before.
    ///
    /// # Errors
    /// The line names a word or no field; the name is that of a view that every desk has; the file cannot be written.
    pub fn save_view(&mut self, name: &str, line: &str) -> Result<SavedView, DeskError> {
        let today = self.today()?;
        view_filters(line, today)?;
        let view = SavedView {
            name: clean(name).chars().take(NAME).collect(),
            line: clean(line),
        };
        if view.name.is_empty() || known(&view.name).is_some() {
            return Err(DeskError::ViewTaken { name: view.name });
        }
        let write = self.store.write(&self.actor, Operation::Views)?;
        write.save_view(&self.actor.login, &view)?;
        write.commit()?;
        Ok(view)
    }

    /// Removes a saved view.
    ///
    /// # Errors
    /// There is none of that name; the file cannot be written.
    pub fn remove_view(&mut self, name: &str) -> Result<(), DeskError> {
        let write = self.store.write(&self.actor, Operation::Views)?;
        if !write.remove_view(&self.actor.login, name)? {
            drop(write);
            return Err(self.no_view(name));
        }
        Ok(write.commit()?)
    }

    /// The view of a name: a saved one, or one that every desk has by its id or its name in either language.
    ///
    /// # Errors
    /// There is none of that name; the file cannot be read.
    pub fn named_view(&self, name: &str) -> Result<QueueView, DeskError> {
        if let Some(view) = known(name) {
            return Ok(QueueView::Known(view));
        }
        let saved = self.saved_views()?.into_iter();
        let mut saved = saved.filter(|view| view.name == name);
        saved
            .next()
            .map(QueueView::Saved)
            .ok_or_else(|| self.no_view(name))
    }

    fn no_view(&self, name: &str) -> DeskError {
        let ids = BuiltinView::ALL.iter().map(|view| view.id().to_owned());
        let saved = self.saved_views().unwrap_or_default();
        DeskError::NoView {
            name: name.to_owned(),
            known: ids.chain(saved.into_iter().map(|view| view.name)).collect(),
        }
    }
}

fn known(name: &str) -> Option<BuiltinView> {
    BuiltinView::ALL
        .iter()
        .copied()
        .find(|view| view.id() == name || view.say(Lang::Ko) == name || view.say(Lang::En) == name)
}
