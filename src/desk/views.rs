//! Named views of the queue: built-in ones, and each clerk's own.

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
    /// Reads the actor's saved views, by name.
    pub fn saved_views(&self) -> Result<Vec<SavedView>, DeskError> {
        Ok(self.store.reader().views(&self.actor.login)?)
    }

    /// Saves a line of filters under a name, replacing an earlier one.
    ///
    /// # Errors
    /// The line holds anything but filters; the name is empty or that of a built-in view.
    pub fn save_view(&mut self, name: &str, line: &str) -> Result<SavedView, DeskError> {
        let today = self.today()?;
        view_filters(line, today)?;
        let view = SavedView {
            name: clean(name).chars().take(NAME).collect(),
            line: clean(line),
        };
        if view.name.is_empty() || builtin(&view.name).is_some() {
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
    /// There is none of that name.
    pub fn remove_view(&mut self, name: &str) -> Result<(), DeskError> {
        let write = self.store.write(&self.actor, Operation::Views)?;
        if !write.remove_view(&self.actor.login, name)? {
            drop(write);
            return Err(self.no_view(name));
        }
        Ok(write.commit()?)
    }

    /// Finds a view by name: a saved one, or a built-in one by its id or its name in either language.
    ///
    /// # Errors
    /// There is none of that name.
    pub fn named_view(&self, name: &str) -> Result<QueueView, DeskError> {
        if let Some(view) = builtin(name) {
            return Ok(QueueView::Known(view));
        }
        let mut saved = self.saved_views()?.into_iter();
        let view = saved.find(|view| view.name == name);
        view.map(QueueView::Saved).ok_or_else(|| self.no_view(name))
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

fn builtin(name: &str) -> Option<BuiltinView> {
    let mut views = BuiltinView::ALL.iter().copied();
    views.find(|view| view.id() == name || view.say(Lang::Ko) == name || view.say(Lang::En) == name)
}
