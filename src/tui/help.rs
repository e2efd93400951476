//! The keys that work where one came from.

use super::screen::{Heard, Reply, Shared};
use ratatui::{Frame, layout::Rect};

/// The keys that work where one came from.
#[derive(Debug, Default)]
pub struct HelpScreen {}

impl HelpScreen {
    /// Opens the screen; what it needs is asked for by its first answer.
    pub fn new(_place: super::keymap::Place) -> Self {
        Self {}
    }

    /// Hears something and answers.
    pub fn update(&mut self, _heard: &Heard<'_>, _shared: &Shared) -> Reply {
        Reply::none()
    }

    /// Draws the screen.
    pub fn view(&self, _frame: &mut Frame<'_>, _area: Rect, _shared: &Shared) {}
}
