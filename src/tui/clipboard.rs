//! Copying, cutting and pasting between the fields of the program, and the keys of fields under the names of actions.
//!
//! What was copied stays inside the program and goes with it. Must not know which screens have fields, nor how they edit.

use super::{
    effect::Effect,
    keymap::Action,
    model::Model,
    screen::{ScreenEvent, StatusMessage},
    update::dispatch,
};
use crate::words::{Phrase, forms as text};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Whether a key copies here although it leaves the program elsewhere: Ctrl-C while something is selected.
pub(super) fn copies(model: &Model, key: KeyEvent) -> bool {
    let control_c = key.code == KeyCode::Char('c') && key.modifiers == KeyModifiers::CONTROL;
    control_c && selected(model).is_some()
}

/// Does what an action asks of a text; nothing where it asks for something else.
pub(super) fn edit(model: &mut Model, action: Action) -> Option<Vec<Effect>> {
    let key = |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL);
    Some(match action {
        Action::Copy => {
            copy(model);
            Vec::new()
        }
        Action::Cut if copy(model) => {
            let delete = KeyEvent::new(KeyCode::Delete, KeyModifiers::NONE);
            dispatch(model, &ScreenEvent::Key(delete))
        }
        Action::Cut => Vec::new(),
        Action::Paste => paste(model),
        Action::Undo => dispatch(model, &ScreenEvent::Key(key('z'))),
        Action::Redo => dispatch(model, &ScreenEvent::Key(key('y'))),
        Action::SelectAll => dispatch(model, &ScreenEvent::Key(key('a'))),
        Action::Mark => dispatch(model, &ScreenEvent::Key(key(' '))),
        _ => return None,
    })
}

fn selected(model: &Model) -> Option<&str> {
    model.text_input()?.selected()
}

/// Keeps what is selected; true where anything is.
fn copy(model: &mut Model) -> bool {
    let Some(selected) = selected(model).map(str::to_owned) else {
        say(model, text::NOTHING_SELECTED);
        return false;
    };
    model.clipboard = selected;
    say(model, text::COPIED);
    true
}

fn paste(model: &mut Model) -> Vec<Effect> {
    if model.clipboard.is_empty() {
        say(model, text::NOTHING_COPIED);
        return Vec::new();
    }
    let copied = std::mem::take(&mut model.clipboard);
    let effects = dispatch(model, &ScreenEvent::Paste(&copied));
    model.clipboard = copied;
    effects
}

fn say(model: &mut Model, phrase: Phrase) {
    model.saying = Some(StatusMessage::Done(
        phrase.get(model.shared.lang).to_owned(),
    ));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::{front::Front, model::Msg};

    fn hold(front: &mut Front, letter: char, held: KeyModifiers) {
        front.send(Msg::Key(KeyEvent::new(KeyCode::Char(letter), held)));
    }

    #[test]
    fn a_text_is_copied_from_the_search_into_a_form() {
        let (control, alt) = (KeyModifiers::CONTROL, KeyModifiers::ALT);
        let mut front = Front::new(1, (80, 24));
        front.press(KeyCode::F(3));
        front.send(Msg::Paste("층간 소음".to_owned()));
        hold(&mut front, 'v', control);
        let said = front.model.saying.clone();
        assert_eq!(
            said,
            Some(StatusMessage::Done(text::NOTHING_COPIED.ko.to_owned()))
        );
        hold(&mut front, 'c', alt);
        let said = front.model.saying.clone();
        assert_eq!(
            said,
            Some(StatusMessage::Done(text::NOTHING_SELECTED.ko.to_owned()))
        );
        hold(&mut front, 'a', control);
        hold(&mut front, 'c', control);
        assert!(!front.model.quit, "it copies while something is selected");
        hold(&mut front, 'x', control);
        assert!(selected(&front.model).is_none());
        front.press(KeyCode::Esc);
        front.press(KeyCode::F(2));
        for _ in 0..3 {
            front.press(KeyCode::Tab);
        }
        hold(&mut front, 'v', control);
        assert!(front.picture().contains("층간 소음"), "{}", front.picture());
        hold(&mut front, 'z', control);
        assert!(!front.picture().contains("층간 소음"));
        hold(&mut front, 'c', control);
        assert!(front.model.quit, "nothing is selected");
    }
}
