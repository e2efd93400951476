//! What can be done with a case: the menu, and one form for each action.

use super::{
    keymap::Place,
    screen::{Heard, Reply, Shared},
};
use crate::desk::CaseView;
use ratatui::{Frame, layout::Rect};

/// An action that has a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The first step.
    StepOne,
    /// The second step.
    StepTwo,
    /// The third step.
    StepThree,
}

/// The menu of actions.
#[derive(Debug)]
pub struct MenuScreen {}

impl MenuScreen {
    /// Opens the menu for a case.
    pub fn new(_view: Box<CaseView>) -> Self {
        Self {}
    }

    /// Hears something and answers.
    pub fn update(&mut self, _heard: &Heard<'_>, _shared: &Shared) -> Reply {
        Reply::none()
    }

    /// Draws the menu.
    pub fn view(&self, _frame: &mut Frame<'_>, _area: Rect, _shared: &Shared) {}
}

/// The form of an action.
#[derive(Debug)]
pub struct ActScreen {}

impl ActScreen {
    /// Opens the form of an action on a case.
    pub fn new(_kind: Kind, _view: Box<CaseView>, _shared: &Shared) -> Self {
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

    /// Draws the form.
    pub fn view(&self, _frame: &mut Frame<'_>, _area: Rect, _shared: &Shared) {}
}
