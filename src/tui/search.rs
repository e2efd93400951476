//! Finding cases by words.

use super::screen::{Heard, Reply, Shared};
use ratatui::{Frame, layout::Rect};

/// Finding cases by words.
#[derive(Debug, Default)]
pub struct SearchScreen {}

impl SearchScreen {
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
