//! The holidays of a year, and changes to them.

use super::{
    keymap::Place,
    screen::{Heard, Reply, Shared},
};
use ratatui::{Frame, layout::Rect};

/// The holidays of a year, and changes to them.
#[derive(Debug, Default)]
pub struct HolidayScreen {}

impl HolidayScreen {
    /// Opens the screen; what it needs is asked for by its first answer.
    pub fn new() -> Self {
        Self {}
    }

    /// Where keys are pressed.
    pub fn place(&self) -> Place {
        Place::List
    }

    /// Hears something and answers.
    pub fn update(&mut self, _heard: &Heard<'_>, _shared: &Shared) -> Reply {
        Reply::none()
    }

    /// Draws the screen.
    pub fn view(&self, _frame: &mut Frame<'_>, _area: Rect, _shared: &Shared) {}
}
