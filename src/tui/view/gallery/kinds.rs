//! The form of every action on a case, each on a case on which it is possible.

use super::{
    SIZES,
    pictures::keep,
    press::{choose, press},
    proofs::prove,
};
use crate::{
    desk::CaseView,
    domain::{case::CaseNumber, command::ActionKind},
    tui::{
        act::{ActScreen, MenuScreen},
        effect::{Change, Effect},
        front::Front,
        keymap::KeyContext,
        model::Msg,
    },
    words::Lang,
};
use ratatui::crossterm::event::KeyCode;

/// Cases of the practice desk.
const CASES: u32 = 47;

/// The actions that are possible on no case of the practice desk.
const ON_NO_CASE: &[&str] = &[
    "ask-representatives",
    "representatives",
    "designate",
    "write-down",
    "return",
    "check-facts",
    "public-apology",
    "caution",
    "training",
    "explain-delay",
    "keep-appointment",
];

fn name(kind: ActionKind) -> String {
    format!("form_{kind}")
}

/// The pictures of the forms.
pub(super) fn pictures() -> impl Iterator<Item = String> {
    let kinds = ActionKind::ALL.iter().copied();
    kinds
        .filter(|kind| !ON_NO_CASE.contains(&&*kind.to_string()))
        .map(name)
}

/// The cases of the practice desk, with their numbers.
fn cases(front: &mut Front) -> Vec<(u32, CaseView)> {
    let case = |serial| {
        let number = CaseNumber { year: 2026, serial };
        Some((serial, front.other().case(number).ok()?))
    };
    (1..=CASES).filter_map(case).collect()
}

/// Proves it of every form; the actions that are possible on no case of the practice desk have none.
fn of_every_form(lang: Lang) {
    let mut front = Front::demo(lang, SIZES[0]);
    let cases = cases(&mut front);
    let mut on_no_case = Vec::new();
    for kind in ActionKind::ALL.iter().copied() {
        let shared = &front.model.shared;
        // A link shows its two cases where the person has another.
        let paired = |view: &CaseView| {
            let mut others = cases.iter().map(|(_, other)| other);
            kind != ActionKind::Link
                || others.any(|other| {
                    other.case.number < view.case.number
                        && !view.party.phone.is_empty()
                        && other.party.phone == view.party.phone
                        && !view.case.links.contains(&other.case.number)
                })
        };
        let mut of_it = cases.iter();
        let case = of_it.find(|(_, view)| view.check(kind, shared.by()).is_ok() && paired(view));
        let Some((serial, _)) = case else {
            on_no_case.push(kind.to_string());
            continue;
        };
        for key in [":", &serial.to_string(), "Enter", "F9"] {
            press(&mut front, key);
        }
        assert!(
            front.model.shown::<MenuScreen>().is_some(),
            "{kind} on {serial}"
        );
        choose(&mut front, kind);
        press(&mut front, "Enter");
        assert!(
            front.model.shown::<ActScreen>().is_some(),
            "{kind} on {serial}"
        );
        if kind == ActionKind::Link {
            press(&mut front, "^r");
        }
        front.send(Msg::Resize(SIZES[0].0, SIZES[0].1));
        if lang == Lang::Ko {
            keep(&name(kind), &front.picture());
        }
        prove(&format!("{kind} {lang:?}"), None, &mut front);
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
        assert_eq!(
            front.model.key_context(),
            KeyContext::Queue,
            "{kind} on {serial}"
        );
    }
    assert_eq!(on_no_case, ON_NO_CASE);
}

#[test]
fn it_holds_of_every_form_of_an_action_in_korean() {
    of_every_form(Lang::Ko);
}

#[test]
fn it_holds_of_every_form_of_an_action_in_english() {
    of_every_form(Lang::En);
}
