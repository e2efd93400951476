//! A form on the screen: its layout and drawing, its keys and clicks, and its draft.
//!
//! Must not know cases, or what the fields are for.

#[cfg(test)]
pub(in crate::tui) mod bench;
pub(super) mod draft_form;
pub(super) mod draw;
mod layout;
mod pointed;
#[cfg(test)]
mod tests;

pub(super) use crate::form::{Form, InputOutcome, day, wrap};

use super::{
    field::keys::ask,
    keymap::{Action, KeyContext},
    screen::Shared,
};
use crate::form::Control;
use ratatui::{
    crossterm::event::{KeyCode, KeyEvent, KeyModifiers},
    layout::Rect,
};

/// The name of the key of an action in a form.
pub(in crate::tui) fn key_of(action: Action, shared: &Shared) -> String {
    shared.keys.shown(KeyContext::Linking, action)
}

impl Form {
    /// Takes a key without another meaning; one that the field leaves moves between fields.
    pub fn key(&mut self, key: KeyEvent) -> InputOutcome {
        let outcome = ask(key).map_or(InputOutcome::Nothing, |ask| self.take(ask));
        if outcome != InputOutcome::Nothing || !(key.modifiers - KeyModifiers::SHIFT).is_empty() {
            return outcome;
        }
        match key.code {
            KeyCode::Enter => self.go_on(),
            KeyCode::Up => self.climb(-1),
            KeyCode::Down => self.climb(1),
            _ => InputOutcome::Nothing,
        }
    }

    /// Fits the form to an area, on which Up and Down in a text and the wheel depend.
    pub fn fit(&mut self, area: Rect) {
        let placed = layout::placed(&self.fields, area.width, area.height);
        self.is_long = layout::height(&placed) > area.height;
        for place in placed.iter().flat_map(|row| &row.places) {
            let field = self.fields.get_mut(place.field);
            if let Some(Control::Text(text, _)) = field.map(|field| &mut field.control) {
                text.fit(place.control.width, place.control.height);
            }
        }
    }

    /// The fewest rows that show the whole form at that width.
    pub fn height(&self, width: u16) -> u16 {
        layout::height(&layout::placed(&self.fields, width, 0))
    }
}
