//! A case: head, deadlines, steps, history.

use super::screen::{Heard, Reply, Shared};
use crate::{
    desk::{CaseView, EarlierCase},
    domain::case::CaseNumber,
};
use ratatui::{Frame, layout::Rect};

/// A case on the whole screen.
#[derive(Debug)]
pub struct DetailScreen {}

impl DetailScreen {
    /// Hears something and answers.
    pub fn update(&mut self, _heard: &Heard<'_>, _shared: &Shared) -> Reply {
        Reply::none()
    }

    /// Draws the screen.
    pub fn view(&self, _frame: &mut Frame<'_>, _area: Rect, _shared: &Shared) {}
}
