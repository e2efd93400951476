//! The form of every action on a case, each on a case on which it is possible.

use super::{
    SIZES,
    entries::{choose, press},
    keep,
    proofs::prove,
};
use crate::{
    domain::{case::CaseNumber, command::Kind},
    tui::{
        act::possible,
        effect::{Change, Effect},
        front::Front,
        keymap::Place,
        model::Msg,
        screen::Screen,
    },
    words::Lang,
};
use ratatui::crossterm::event::KeyCode;

/// Cases of the practice desk.
const CASES: u32 = 45;

/// The first case on which an action is possible.
fn case_for(kind: Kind, front: &mut Front) -> Option<u32> {
    (1..=CASES).find(|serial| {
        let (year, serial) = (2026, *serial);
        let view = front.other().case(CaseNumber { year, serial });
        view.is_ok_and(|view| possible(kind, &view, &[], front.model.shared.context()).is_ok())
    })
}

/// Proves it of every form; the actions that are possible on no case of the practice desk have none.
fn of_every_form(lang: Lang) {
    let mut front = Front::demo(lang, SIZES[0]);
    let (mut shown, mut pictures) = (0, String::new());
    for kind in Kind::ALL.iter().copied() {
        let Some(serial) = case_for(kind, &mut front) else {
            continue;
        };
        for key in [":", &serial.to_string(), "Enter", "F9"] {
            press(&mut front, key);
        }
        assert!(
            matches!(front.model.screen, Screen::Menu(_)),
            "{kind} on {serial}"
        );
        choose(&mut front, kind);
        press(&mut front, "Enter");
        assert!(
            matches!(front.model.screen, Screen::Act(_)),
            "{kind} on {serial}"
        );
        front.send(Msg::Resize(SIZES[0].0, SIZES[0].1));
        pictures.extend([format!("════ {kind}\n"), front.picture()]);
        prove(&format!("{kind} {lang:?}"), &mut front);
        // Enter has chosen it in the menu: held, it goes through the fields and records nothing.
        for _ in 0..12 {
            let effects = front.press(KeyCode::Enter);
            let ran = effects
                .iter()
                .any(|it| matches!(it, Effect::Write(Change::Run(_))));
            assert!(!ran, "{kind}");
        }
        for _ in 0..4 {
            press(&mut front, "Esc");
        }
        assert_eq!(front.model.place(), Place::Queue, "{kind} on {serial}");
        shown += 1;
    }
    assert!(shown >= 36, "only {shown} forms were seen");
    keep(&format!("forms_{lang:?}").to_lowercase(), &pictures);
}

#[test]
fn it_holds_of_every_form_of_an_action_in_korean() {
    of_every_form(Lang::Ko);
}

#[test]
fn it_holds_of_every_form_of_an_action_in_english() {
    of_every_form(Lang::En);
}
