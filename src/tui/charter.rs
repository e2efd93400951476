//! The charter: what it promises, its counters and scripts.

use super::screen::{Heard, Reply, Shared};
use ratatui::{Frame, layout::Rect};

/// The charter: what it promises, its counters and scripts.
#[derive(Debug, Default)]
pub struct CharterScreen {}

impl CharterScreen {
    /// Opens the screen; what it needs is asked for by its first answer.
    pub fn new() -> Self {
        Self {}
    }

    /// Hears something and answers.
    pub fn update(&mut self, _heard: &Heard<'_>, _shared: &Shared) -> Reply {
        Reply::none()
    }

    /// Draws the screen.
    pub fn view(&self, _frame: &mut Frame<'_>, _area: Rect, _shared: &Shared) {}
}
