//! A form on the screen: how it is laid out and drawn, which keys and clicks it takes, and how its draft is kept.
//!
//! Must not know cases, the desk, or what the fields are for.

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

/// The name of the key that asks for an action in a form.
pub(in crate::tui) fn key_of(action: Action, shared: &Shared) -> String {
    shared.keys.shown(KeyContext::Linking, action)
}

impl Form {
    /// Takes a key that means nothing else: what the field leaves goes from field to field.
    pub fn key(&mut self, key: KeyEvent) -> InputOutcome {
        let felt = ask(key).map_or(InputOutcome::Nothing, |ask| self.take(ask));
        if felt != InputOutcome::Nothing || !(key.modifiers - KeyModifiers::SHIFT).is_empty() {
            return felt;
        }
        match key.code {
            KeyCode::Enter => self.go_on(),
            KeyCode::Up => self.climb(-1),
            KeyCode::Down => self.climb(1),
            _ => InputOutcome::Nothing,
        }
    }

    /// Tells the form how large it is, which Up and Down in a text and the wheel depend on.
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
