//! A duty in the pane beside the queue.

use super::detail::Detail;
use crate::{desk::DutyView, domain::subject::Subject, tui::screen::Shared};
use ratatui::text::Line;

/// A duty for the pane beside the queue.
#[derive(Debug)]
pub struct DutyPane(Detail);

impl DutyPane {
    /// The pane of a duty with every period of its promise.
    pub fn new(view: DutyView, history: Vec<DutyView>) -> Self {
        Self(Detail {
            view,
            history,
            told: None,
            at: 0,
        })
    }

    /// Which duty, and how many facts it had.
    pub fn state(&self) -> (Subject, u32) {
        let duty = &self.0.view.duty;
        (duty.number.into(), duty.seq)
    }

    /// Its lines, the title first.
    pub fn lines(&self, cells: u16, shared: &Shared) -> Vec<Line<'static>> {
        self.0.titled(usize::from(cells), shared)
    }
}
