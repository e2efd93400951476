//! The keys of a state, pressed one by one.

use super::entries::{Before, Entry, own_charter};
use crate::{
    domain::command::ActionKind,
    tui::{effect::DeskReply, front::Front, model::Msg},
    words::{Lang, Say},
};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

impl Entry {
    /// The program in that state.
    pub(super) fn front(&self, lang: Lang, size: (u16, u16)) -> Front {
        let mut front = match self.before {
            Before::Practice => Front::demo(lang, size),
            Before::Own => Front::of_charter(&own_charter(), lang, size),
            Before::Nothing => Front::first(lang, size),
        };
        for key in self.keys {
            press(&mut front, key);
        }
        if let Some(error) = self.fails {
            front.send(Msg::Reply(DeskReply::Failed(Box::new(error()))));
        }
        front
    }
}

/// Presses the key of a name, or types a text.
pub(super) fn press(front: &mut Front, key: &str) {
    if let Ok(kind) = key.parse::<ActionKind>() {
        return choose(front, kind);
    }
    let code = match key {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Insert" => KeyCode::Insert,
        "Delete" => KeyCode::Delete,
        "PageDown" => KeyCode::PageDown,
        "End" => KeyCode::End,
        _ => {
            if let Some(number) = key.strip_prefix('F').and_then(|number| number.parse().ok()) {
                KeyCode::F(number)
            } else if let Some(letter) = key.strip_prefix('^') {
                let letter = letter.chars().next().unwrap();
                let event = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
                front.send(Msg::Key(event));
                return;
            } else {
                for letter in key.chars() {
                    front.press(KeyCode::Char(letter));
                }
                return;
            }
        }
    };
    front.press(code);
}

/// Moves the bar of the menu to an action.
pub(super) fn choose(front: &mut Front, kind: ActionKind) {
    let name = kind.say(front.model.shared.lang);
    for _ in ActionKind::ALL {
        let picture = front.picture();
        let is_its = |row: &str| {
            // Behind the bar and the mark that says whether it is possible.
            let mut row = row.chars();
            let (_, mark, _) = (row.next(), row.next(), row.next());
            let rest = row.as_str().strip_prefix(&*name);
            matches!(mark, Some('●' | '○')) && rest.is_some_and(|rest| rest.starts_with("  "))
        };
        let bar = picture.lines().position(|row| row.starts_with('▌'));
        let (bar, its) = (bar.unwrap(), picture.lines().position(is_its));
        // Where it is not in sight, a few rows on the list has moved.
        let its = its.unwrap_or(bar + 8);
        if its == bar {
            return;
        }
        let key = if its < bar {
            KeyCode::Up
        } else {
            KeyCode::Down
        };
        for _ in 0..its.abs_diff(bar) {
            front.press(key);
        }
    }
    panic!("{name} is not in the menu:\n{}", front.picture());
}
