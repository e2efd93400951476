//! What holds of the keys on every screen and in every form: what starts something does not confirm it, the help shows what
//! works, and everything is reached by function keys, by the commands and by the line at the bottom.

use super::{
    SIZES,
    entries::{ENTRIES, Entry, practice},
};
use crate::{
    tui::{
        effect::{Change, DraftEffect, Effect},
        front::Front,
        keymap::{Action, Binding, Chord, KeyContext},
        model::Msg,
        screen::StatusMessage,
        targets::{Gesture, Target},
    },
    words::Lang,
};
use ratatui::{
    crossterm::event::{KeyCode, KeyEvent},
    layout::Position,
};

/// How often a key is hit that is held, or hit in haste.
const HITS: usize = 3;

/// What a screen can be in the middle of.
const MIDST: &[Entry] = &[
    practice("queue_number", "Queue", &["#2"]),
    practice("discard_asked", "Intake", &["F2", "홍", "F12"]),
    practice(
        "note_discard_asked",
        "Handover",
        &["h", "Insert", "말", "F12"],
    ),
    practice("contact_read", "Contacts", &["F4", "Enter"]),
    practice("holiday_form_untouched", "Holidays", &["F7", "Insert"]),
    practice("duties_date", "Duties", &["F5", "Enter", "d"]),
    practice("duties_correct", "Duties", &["F5", "Enter", "c"]),
    practice("duties_earlier", "Duties", &["F5", "e"]),
    practice("palette_of_a_form", "Palette", &["F2", "F11"]),
    practice("help_of_a_form", "Help", &["F2", "F1"]),
    practice("by_number", "Detail", &[":", "27", "Enter"]),
];

/// Every state that the program is brought up in.
fn states() -> impl Iterator<Item = &'static Entry> {
    ENTRIES.iter().chain(MIDST)
}

fn up(state: &Entry) -> Front {
    state.front(Lang::Ko, SIZES[0])
}

/// The same with the keys on the line at the bottom, where a sentence or a number stands on it.
fn with_keys_shown(state: &Entry) -> Front {
    let mut front = up(state);
    (front.model.saying, front.model.jump) = (None, None);
    front
}

fn press_chord(front: &mut Front, key: Chord) -> Vec<Effect> {
    front.send(Msg::Key(KeyEvent::new(key.code, key.modifiers)))
}

fn bound(front: &Front) -> Vec<Binding> {
    let keys = &front.model.shared.keys;
    keys.bindings(front.model.key_context()).to_vec()
}

/// Every key of a state that does more than to move or to edit a text, with what it asks for.
fn keys(state: &Entry) -> Vec<(Action, Chord)> {
    let bound = bound(&up(state)).into_iter();
    let more = bound.filter(|bound| !bound.action.is_movement() && !edits(bound.action));
    let each = |bound: Binding| bound.keys.into_iter().map(move |key| (bound.action, key));
    more.flat_map(each).collect()
}

/// What an effect writes for good or throws away; a view under the same name and an empty draft are neither.
fn writes(effect: &Effect) -> bool {
    match effect {
        Effect::Write(change) => !matches!(change, Change::SaveView(..) | Change::BeginDuties),
        Effect::Found(_) => true,
        Effect::Read(_) | Effect::Draft(_) | Effect::Show(_) | Effect::Print(..) => false,
    }
}

/// Whether something was written, or a text thrown away that no undoing brings back; what the desk refused was not.
fn wrote(front: &Front, action: Action, effects: &[Effect]) -> bool {
    // Where founding fails, the first run says so in its place.
    let unfounded = front.model.key_context() == KeyContext::First;
    let refused = unfounded || matches!(front.model.saying, Some(StatusMessage::Refused(_)));
    let dropped = effects
        .iter()
        .any(|it| matches!(it, Effect::Draft(DraftEffect::Drop(_))));
    !refused && effects.iter().any(writes) || action == Action::Discard && dropped
}

/// A key that is held, or hit twice, does what it does once: the second time it confirms nothing that the first has begun,
/// and once it has saved it starts nothing that writes at once. Among visits and calls one key is one record, each time.
#[test]
fn the_key_that_starts_something_never_confirms_it() {
    for state in states() {
        for (action, key) in keys(state) {
            let mut front = up(state);
            let mut first = None;
            for hit in 0..HITS {
                let place = front.model.key_context();
                let effects = press_chord(&mut front, key);
                if front.model.quit {
                    break;
                }
                if !wrote(&front, action, &effects) {
                    continue;
                }
                let again = first == Some(KeyContext::Contacts) && place == KeyContext::Contacts;
                let (name, key) = (&state.name, key.name());
                assert!(
                    hit == 0 || again,
                    "{name}: {key} for the {hit}. time: {effects:?}"
                );
                first = Some(place);
            }
        }
    }
}

/// The key that opens a form, and the keys that lead to it, are not those that save it or throw its text away.
#[test]
fn no_key_that_opens_a_form_saves_it() {
    let mut opened = 0;
    for state in states() {
        let front = up(state);
        if front.model.key_context().takes_text() {
            continue;
        }
        let starts = front.model.key_context();
        for (starter, key) in keys(state) {
            let mut front = up(state);
            press_chord(&mut front, key);
            let place = front.model.key_context();
            if !matches!(
                place,
                KeyContext::Form | KeyContext::Linking | KeyContext::Sameness | KeyContext::Note
            ) {
                continue;
            }
            opened += 1;
            let event = KeyEvent::new(key.code, key.modifiers);
            let action = front.model.shared.keys.action(place, event);
            let name = format!("{}: {}", state.name, key.name());
            assert_ne!(action, Some(Action::Submit), "{name}");
            // So that no other key of it can be wished for that would.
            assert!(starter.starts_something(starts), "{name}");
        }
    }
    assert!(opened > 30, "{opened}");
}

/// Where a key of the help does nothing here, it says why.
#[test]
fn every_key_that_the_help_shows_does_something_here() {
    for state in states() {
        let front = up(state);
        let place = front.model.key_context();
        let before = front.buffer();
        for bound in bound(&front) {
            // At the end of a list, in an empty field or on a single one there is nowhere to go.
            let moves = bound.action.is_movement()
                || matches!(bound.action, Action::NextField | Action::PreviousField);
            if moves || place.takes_text() && edits(bound.action) {
                continue;
            }
            let mut front = up(state);
            let effects = press_chord(&mut front, bound.keys[0]);
            let model = &front.model;
            let told = model.saying.is_some() || model.quit || model.redraw;
            let done = told || !effects.is_empty() || front.buffer() != before;
            let (name, key) = (&state.name, bound.keys[0].name());
            assert!(done, "{name}: {key} ({}) does nothing", bound.action);
        }
    }
}

fn edits(action: Action) -> bool {
    matches!(
        action,
        Action::Undo | Action::Redo | Action::SelectAll | Action::Mark
    )
}

/// F1 shows the keys of the screen, and F1 there the commands of the screen; Esc leads back to it as it was.
#[test]
fn help_and_commands_are_reached_by_one_function_key_from_everywhere() {
    for state in states() {
        let mut front = with_keys_shown(state);
        let (place, name) = (front.model.key_context(), &state.name);
        let before = front.picture();
        if place == KeyContext::Help {
            continue;
        }
        front.press(KeyCode::F(1));
        assert_eq!(front.model.key_context(), KeyContext::Help, "{name}");
        if place == KeyContext::First {
            continue;
        }
        front.press(KeyCode::F(1));
        assert_eq!(front.model.key_context(), KeyContext::Palette, "{name}");
        if place != KeyContext::Palette {
            let title = place.name().get(Lang::Ko);
            assert!(front.picture().contains(title), "{name}");
            front.press(KeyCode::Esc);
        }
        assert_eq!(front.picture(), before, "{name}");
    }
}

/// What needs no entry among the commands: it moves, edits the text at the caret, or leads there itself.
fn needs_no_entry(action: Action) -> bool {
    action.is_movement()
        || edits(action)
        || matches!(
            action,
            Action::NextField
                | Action::PreviousField
                | Action::Open
                | Action::Palette
                | Action::Help
                | Action::Redraw
                | Action::StepOne
                | Action::StepTwo
                | Action::StepThree
                | Action::Copy
                | Action::Cut
                | Action::Paste
        )
}

/// With function keys, arrows and Enter alone: what a key does, its entry among the commands does.
#[test]
fn every_key_has_an_entry_among_the_commands_that_does_the_same() {
    let mut places: Vec<KeyContext> = Vec::new();
    for state in states() {
        let front = up(state);
        let place = front.model.key_context();
        if places.contains(&place)
            || matches!(
                place,
                KeyContext::Palette | KeyContext::Help | KeyContext::First
            )
        {
            continue;
        }
        places.push(place);
        for bound in bound(&front) {
            if needs_no_entry(bound.action) {
                continue;
            }
            let (name, action) = (&state.name, bound.action);
            let mut by_key = up(state);
            press_chord(&mut by_key, bound.keys[0]);
            let mut by_name = up(state);
            by_name.press(KeyCode::F(1));
            by_name.press(KeyCode::F(1));
            for letter in action.id().chars() {
                by_name.press(KeyCode::Char(letter));
            }
            by_name.press(KeyCode::Enter);
            let quit = (by_key.model.quit, by_name.model.quit);
            assert_eq!(quit.0, quit.1, "{name}: {action}");
            assert_eq!(by_name.picture(), by_key.picture(), "{name}: {action}");
        }
    }
    assert_eq!(places.len(), KeyContext::ALL.len() - 3);
}

/// Every action that the line at the bottom has no room for is one or two clicks away: the help stands on it in every size,
/// and leads on to the commands.
#[test]
fn the_line_at_the_bottom_leads_everywhere_in_every_size() {
    for state in states() {
        for (columns, rows) in SIZES {
            let mut front = with_keys_shown(state);
            front.send(Msg::Resize(columns, rows));
            let name = format!("{} {columns}x{rows}", state.name);
            if front.model.key_context() != KeyContext::Help {
                click(&mut front, Action::Help, &name);
                assert_eq!(front.model.key_context(), KeyContext::Help, "{name}");
            }
            if front
                .model
                .uncovered()
                .is_some_and(|it| it.state().key_context == KeyContext::First)
            {
                continue;
            }
            click(&mut front, Action::Palette, &name);
            assert_eq!(front.model.key_context(), KeyContext::Palette, "{name}");
        }
    }
}

/// Clicks on an action of the line at the bottom.
fn click(front: &mut Front, action: Action, name: &str) {
    let picture = front.picture();
    let (columns, rows) = front.model.shared.size;
    let targets = front.targets();
    let found = (0..columns)
        .map(|x| (x, rows - 1))
        .find(|(x, y)| {
            let pointed = targets.at(Position::new(*x, *y), Gesture::Click);
            pointed.is_some_and(|pointed| pointed.target == Target::Key(action))
        })
        .unwrap_or_else(|| panic!("{name}: no {action}\n{picture}"));
    front.click(found.0, found.1);
}
