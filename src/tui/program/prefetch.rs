//! Prefetches what the next move of the bar shows, while nothing else is to be done.
//!
//! The number of facts of a row tells whether its content is still current. A page is dropped with every write of this
//! program; writes of others are noticed before the next frame.

use crate::{
    desk::QueueRow,
    tui::{
        effect::{DeskReply, Effect, Query},
        model::Model,
        pane::PaneContent,
        queue::NextRow,
    },
};

/// The prefetched page and content.
#[derive(Debug, Default)]
pub(super) struct Prefetch {
    /// The next page of the list, with the effect that will ask for it.
    page: Option<(Effect, Vec<QueueRow>)>,
    pub(super) content: Option<PaneContent>,
}

impl Prefetch {
    /// The next effect to prefetch if the bar moves on as it did.
    pub(super) fn next_effect(&self, model: &Model) -> Option<Effect> {
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

    /// Keeps a reply; false for an error, which is reported when a screen asks for the same.
    pub(super) fn keep(&mut self, effect: &Effect, reply: Option<DeskReply>) -> bool {
        match reply {
            Some(DeskReply::Page(rows, _)) => self.page = Some((effect.clone(), rows)),
            Some(DeskReply::Glance(content)) => self.content = Some(content),
            _ => return false,
        }
        true
    }

    /// Takes the prefetched reply to an effect, where there is a current one.
    pub(super) fn take(&mut self, effect: &Effect, model: &Model) -> Option<DeskReply> {
        if let Effect::Read(Query::Page(_, _, what)) = effect {
            let (_, rows) = self.page.take().filter(|(known, _)| known == effect)?;
            return Some(DeskReply::Page(rows, *what));
        }
        if !matches!(effect, Effect::Read(_)) {
            self.page = None;
        }
        let row = model.queue.selected()?;
        let matches = *effect == Effect::Read(Query::Glance(row.subject));
        let state = (row.subject, row.facts);
        let content = &mut self.content;
        let current = content.take_if(|content| matches && content.state() == state)?;
        Some(DeskReply::Glance(current))
    }
}
