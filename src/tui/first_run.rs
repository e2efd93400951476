//! Before there is a desk: choose a charter, or the practice desk.

use super::screen::{Heard, Reply, Shared};
use ratatui::{Frame, layout::Rect};

/// Before there is a desk: choose a charter, or the practice desk.
#[derive(Debug, Default)]
pub struct FirstRun {}

impl FirstRun {
    /// Opens the screen; what it needs is asked for by its first answer.
    pub fn new(_path: &str) -> Self {
        Self {}
    }

    /// Hears something and answers.
    pub fn update(&mut self, _heard: &Heard<'_>, _shared: &Shared) -> Reply {
        Reply::none()
    }

    /// Draws the screen.
    pub fn view(&self, _frame: &mut Frame<'_>, _area: Rect, _shared: &Shared) {}
}
