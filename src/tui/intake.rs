//! Taking a matter in.

use super::{
    keymap::Place,
    screen::{Heard, Reply, Shared},
};
use ratatui::{Frame, layout::Rect};

/// Taking a matter in.
#[derive(Debug, Default)]
pub struct IntakeScreen {}

impl IntakeScreen {
    /// Opens the screen; what it needs is asked for by its first answer.
    pub fn new() -> Self {
        Self {}
    }

    /// Where keys are pressed.
    pub fn place(&self) -> Place {
        Place::Form
    }

    /// The draft that would be lost if the line dropped now.
    pub fn draft(&self) -> Option<(String, String)> {
        None
    }

    /// Hears something and answers.
    pub fn update(&mut self, _heard: &Heard<'_>, _shared: &Shared) -> Reply {
        Reply::none()
    }

    /// Draws the screen.
    pub fn view(&self, _frame: &mut Frame<'_>, _area: Rect, _shared: &Shared) {}
}
