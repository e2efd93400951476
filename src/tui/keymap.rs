//! The keys: one table that dispatch, the line at the bottom and the help screen read.
//!
//! Letters work with the Korean input method on ([`super::hangul`]). Every action has a function key or stands in the menu,
//! so that no one must know vi. Nothing that would lose typed text is bound to a bare Esc.

mod table;

pub use table::KEYMAP;

use super::hangul;
use crate::words::Phrase;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// In the queue.
    Queue,
    /// In a case.
    Detail,
    /// In a form: letters are text there.
    Form,
    /// In a form that may name an earlier case.
    Linking,
    /// In the line of the search: letters are text there.
    Search,
    /// In a list to choose from, or a text to scroll.
    List,
    /// In lists that are turned like pages.
    Pages,
    /// In the holidays, a year at a time.
    Years,
}

impl Place {
    /// Every place, in the order of the help screen.
    pub const ALL: [Self; 8] = [
        Self::Queue,
        Self::Detail,
        Self::Form,
        Self::Linking,
        Self::Search,
        Self::List,
        Self::Pages,
        Self::Years,
    ];

    /// True where letters are text.
    pub const fn takes_text(self) -> bool {
        matches!(self, Self::Form | Self::Linking | Self::Search)
    }
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// The row above.
    Up,
    /// The row below.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// Open or choose what is selected.
    Open,
    /// Back to where one came from; a form keeps its draft.
    Back,
    /// The intake form.
    Intake,
    /// Find cases.
    Search,
    /// Visitors and calls that are waited for or going on.
    Contacts,
    /// What the charter promises by the calendar.
    Duties,
    /// What the desk has done, in numbers.
    Reports,
    /// Everything that can be done here, by name.
    Palette,
    /// Choose what to do with the case.
    Act,
    /// Record the first step.
    StepOne,
    /// Record the second step.
    StepTwo,
    /// Record the third step.
    StepThree,
    /// Show how the due dates were reached, or hide it.
    Explain,
    /// Show personal data in full, or mask it.
    Unmask,
    /// Rows by case or by deadline.
    ByDeadline,
    /// Only one's own.
    Mine,
    /// Only what is overdue.
    Overdue,
    /// The pane with the case, shown or hidden.
    Pane,
    /// The next field.
    NextField,
    /// The field before.
    PreviousField,
    /// Send the form.
    Submit,
    /// Empty the form and throw its draft away.
    Discard,
    /// Link the earlier case.
    Link,
    /// The holidays.
    Holidays,
    /// The charter.
    Charter,
    /// Add an entry.
    Add,
    /// Remove an entry.
    Remove,
    /// The year, page or choice before.
    Left,
    /// The next year, page or choice.
    Right,
    /// The other language.
    Language,
    /// Draw everything again.
    Redraw,
    /// The keys.
    Help,
    /// Leave the program.
    Quit,
}

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord {
    /// The key.
    pub code: KeyCode,
    /// What is held with it. Shift is part of a letter.
    pub modifiers: KeyModifiers,
}

impl Chord {
    /// A key by itself.
    pub const fn key(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::NONE,
        }
    }

    /// A letter.
    pub const fn letter(letter: char) -> Self {
        Self::key(KeyCode::Char(letter))
    }

    /// A letter with Ctrl.
    pub const fn ctrl(letter: char) -> Self {
        Self {
            code: KeyCode::Char(letter),
            modifiers: KeyModifiers::CONTROL,
        }
    }

    /// A function key.
    pub const fn function(number: u8) -> Self {
        Self::key(KeyCode::F(number))
    }

    fn is(self, event: KeyEvent) -> bool {
        let held = event.modifiers - KeyModifiers::SHIFT;
        self.code == event.code && self.modifiers == held
    }

    /// Its name on the screen.
    pub fn name(self) -> String {
        match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(letter) if self.modifiers.contains(KeyModifiers::CONTROL) => {
                format!("^{}", letter.to_ascii_uppercase())
            }
            KeyCode::Char(letter) => letter.to_string(),
            KeyCode::F(number) => format!("F{number}"),
            KeyCode::Enter => "Enter".to_owned(),
            KeyCode::Esc => "Esc".to_owned(),
            KeyCode::Tab => "Tab".to_owned(),
            KeyCode::BackTab => "S-Tab".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            KeyCode::Home => "Home".to_owned(),
            KeyCode::End => "End".to_owned(),
            KeyCode::Up => "Up".to_owned(),
            KeyCode::Down => "Down".to_owned(),
            KeyCode::Left => "Left".to_owned(),
            KeyCode::Right => "Right".to_owned(),
            KeyCode::Delete => "Del".to_owned(),
            other => format!("{other:?}"),
        }
    }
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where it holds.
    pub places: &'static [Place],
    /// The keys; the first is the one that is shown.
    pub keys: &'static [Chord],
    /// What they ask for.
    pub action: Action,
    /// What that is called.
    pub label: Phrase,
    /// Its rank on the line at the bottom, the smallest first; 0 keeps it off that line.
    pub footer: u8,
}

/// What a key asks for at a place.
pub fn action(place: Place, event: KeyEvent) -> Option<Action> {
    if place.takes_text() {
        return find(place, event);
    }
    // A composed syllable stands for the keys it was typed with; the first that means something counts.
    hangul::shortcuts(event)
        .into_iter()
        .find_map(|event| find(place, event))
}

fn find(place: Place, event: KeyEvent) -> Option<Action> {
    let binding = KEYMAP.iter().find(|binding| {
        binding.places.contains(&place) && binding.keys.iter().any(|key| key.is(event))
    });
    binding.map(|binding| binding.action)
}

/// The bindings of a place, those of the bottom line first.
pub fn bindings(place: Place) -> Vec<&'static Binding> {
    let mut found: Vec<_> = KEYMAP
        .iter()
        .filter(|binding| binding.places.contains(&place))
        .collect();
    found.sort_by_key(|binding| {
        if binding.footer == 0 {
            u8::MAX
        } else {
            binding.footer
        }
    });
    found
}

/// The key that is shown for an action at a place; nothing where it has none.
pub fn shown(place: Place, action: Action) -> String {
    let binding = bindings(place)
        .into_iter()
        .find(|binding| binding.action == action);
    let key = binding.and_then(|binding| binding.keys.first());
    key.map(|key| key.name()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_at_one_place() {
        for place in Place::ALL {
            let found = bindings(place);
            for (at, one) in found.iter().enumerate() {
                for other in found.iter().skip(at + 1) {
                    for key in one.keys {
                        assert!(
                            !other.keys.contains(key),
                            "{place:?} {} {:?} {:?}",
                            key.name(),
                            one.action,
                            other.action
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn letters_are_text_where_text_is_typed() {
        for binding in KEYMAP
            .iter()
            .filter(|binding| binding.places.iter().any(|place| place.takes_text()))
        {
            for key in binding.keys {
                let letter = matches!(key.code, KeyCode::Char(_)) && key.modifiers.is_empty();
                assert!(!letter, "{:?} {}", binding.action, key.name());
            }
        }
    }

    #[test]
    fn every_action_has_a_key_that_is_no_letter() {
        for binding in KEYMAP {
            let keys = KEYMAP
                .iter()
                .filter(|other| other.action == binding.action)
                .flat_map(|other| other.keys);
            let plain = |key: &Chord| {
                let letter = matches!(key.code, KeyCode::Char(letter) if !letter.is_ascii_digit());
                !letter || key.modifiers.contains(KeyModifiers::CONTROL)
            };
            assert!(keys.into_iter().any(plain), "{:?}", binding.action);
        }
    }

    #[test]
    fn letters_work_with_the_korean_input_method_on() {
        let press = |letter| {
            action(
                Place::Queue,
                KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE),
            )
        };
        assert_eq!(press('ㅓ'), Some(Action::Down));
        assert_eq!(press('ㅏ'), Some(Action::Up));
        assert_eq!(press('ㅂ'), Some(Action::Quit));
        assert_eq!(press('j'), Some(Action::Down));
    }
}
