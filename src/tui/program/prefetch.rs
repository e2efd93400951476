//! What the bar comes to next, read while nothing else is to be done, so that the key which moves it need not wait.
//!
//! A row is known by how many facts it has: what was read of one that has had another since is read again. A page is
//! forgotten with whatever may have written here; what others write is noticed before the next frame, and read again.

use crate::{
    desk::QueueRow,
    tui::{
        effect::{DeskReply, Effect, Query},
        model::Model,
        pane::PaneContent,
        queue::NextRow,
    },
};

/// What was read ahead.
#[derive(Debug, Default)]
pub(super) struct Prefetch {
    /// The next page of the list, with the effect that will ask for it.
    page: Option<(Effect, Vec<QueueRow>)>,
    content: Option<PaneContent>,
}

impl Prefetch {
    /// What is to be read next if the bar moves on as it did.
    pub(super) fn wish(&self, model: &Model) -> Option<Effect> {
        if model.shared.thrifty || !model.in_queue() {
            return None;
        }
        let row = match model.queue.next_row()? {
            NextRow::Row(row) => row,
            NextRow::Page(effect) => match &self.page {
                // One row above another or below it: the nearest is the last that was read.
                Some((known, rows)) if *known == *effect => rows.last()?,
                _ => return Some(*effect),
            },
        };
        let known = self.content.as_ref().map(PaneContent::state);
        let needed = model.has_pane() && known != Some((row.subject, row.facts));
        needed.then_some(Effect::Read(Query::Glance(row.subject)))
    }

    /// Keeps what was read; true where it could be. What could not be read is said when it is asked for.
    pub(super) fn keep(&mut self, effect: &Effect, reply: Option<DeskReply>) -> bool {
        match reply {
            Some(DeskReply::Page(rows, _)) => self.page = Some((effect.clone(), rows)),
            Some(DeskReply::Glance(content)) => self.content = Some(content),
            _ => return false,
        }
        true
    }

    /// What was read ahead, where it is what an effect asks for: a page as long as nothing was written here, the pane's as
    /// the row under the bar says that it is now.
    pub(super) fn take(&mut self, effect: &Effect, model: &Model) -> Option<DeskReply> {
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
            .content
            .take_if(|known| asked && known.state() == state)?;
        Some(DeskReply::Glance(known))
    }

    /// What was read ahead for the pane.
    #[cfg(test)]
    pub(super) fn content(&mut self) -> &mut Option<PaneContent> {
        &mut self.content
    }
}
