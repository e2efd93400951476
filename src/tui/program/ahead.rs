//! What the bar comes to next, read while nothing else is to be done, so that the key which moves it need not wait.
//!
//! A row is known by how many facts it has: what was read of one that has had another since is read again. A page is
//! forgotten with whatever may have written here; what others write is heard of before the next frame, and read again.

use crate::{
    desk::QueueRow,
    tui::{
        effect::{DeskReply, Effect, Office, Query, perform},
        model::Model,
        pane::Glanced,
        queue::Coming,
    },
};

/// What was read ahead.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    /// What the list shows when it scrolls on, with what it will ask for then.
    page: Option<(Effect, Vec<QueueRow>)>,
    /// What the pane shows.
    glanced: Option<Glanced>,
}

impl Ahead {
    /// Reads what the bar comes to if it moves on as it did. What cannot be read now is told when it is asked for.
    pub(super) fn look(&mut self, model: &Model, office: &mut Office) {
        if model.shared.thrifty || !model.in_queue() {
            return;
        }
        let row = match model.queue.coming() {
            Some(Coming::Row(row)) => Some(row),
            Some(Coming::Page(effect)) => {
                if self
                    .page
                    .as_ref()
                    .is_none_or(|(known, _)| *known != *effect)
                {
                    let told = perform((*effect).clone(), office);
                    self.page = match told {
                        Some(DeskReply::Page(rows, _)) => Some((*effect, rows)),
                        _ => None,
                    };
                }
                // One row above another or below it: the nearest is the last that was read.
                self.page.as_ref().and_then(|(_, rows)| rows.last())
            }
            None => None,
        };
        let Some(row) = row.filter(|_| model.has_pane()) else {
            return;
        };
        let known = self.glanced.as_ref().map(Glanced::state);
        if known != Some((row.subject, row.facts)) {
            let told = perform(Effect::Read(Query::Glance(row.subject)), office);
            self.glanced = match told {
                Some(DeskReply::Glance(glanced)) => Some(glanced),
                _ => None,
            };
        }
    }

    /// What was read ahead, where it is what an effect asks for: a page as long as nothing was written here, the pane's as
    /// the row under the bar says that it is now.
    pub(super) fn known(&mut self, effect: &Effect, model: &Model) -> Option<DeskReply> {
        if let Effect::Read(Query::Page(_, _, what)) = effect {
            let (_, rows) = self.page.take().filter(|(known, _)| known == effect)?;
            return Some(DeskReply::Page(rows, *what));
        }
        if !matches!(effect, Effect::Read(_)) {
            self.page = None;
        }
        let row = model.queue.selected()?;
        let asked = *effect == Effect::Read(Query::Glance(row.subject));
        let state = (row.subject, row.facts);
        let known = self
            .glanced
            .take_if(|known| asked && known.state() == state)?;
        Some(DeskReply::Glance(known))
    }

    /// What was read ahead for the pane.
    #[cfg(test)]
    pub(super) fn glanced(&mut self) -> &mut Option<Glanced> {
        &mut self.glanced
    }
}
