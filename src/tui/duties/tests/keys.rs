//! Every key of the screen, in the year and on a duty.

use super::*;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Does {
    /// It opens a form.
    Form,
    /// It says why nothing can be done.
    Refuses,
    /// It moves, opens or goes back without a word.
    Moves,
    /// It says that there is no more.
    Ends,
}

/// What each key does with the bar of the year on the survey.
const IN_YEAR: [(Action, Does); 12] = [
    (Action::Open, Does::Moves),
    (Action::Earlier, Does::Form),
    (Action::Add, Does::Form),
    (Action::Up, Does::Moves),
    (Action::Down, Does::Moves),
    (Action::PageUp, Does::Moves),
    (Action::PageDown, Does::Moves),
    (Action::First, Does::Moves),
    (Action::Last, Does::Moves),
    (Action::Left, Does::Moves),
    (Action::Right, Does::Moves),
    (Action::Back, Does::Moves),
];

/// What each key does on the survey of the year.
const ON_DUTY: [(Action, Does); 18] = [
    (Action::Act, Does::Form),
    (Action::Schedule, Does::Refuses),
    (Action::Announce, Does::Refuses),
    (Action::Remind, Does::Refuses),
    (Action::Correct, Does::Form),
    (Action::Revoke, Does::Refuses),
    (Action::Remove, Does::Form),
    (Action::Earlier, Does::Form),
    (Action::Add, Does::Form),
    (Action::Up, Does::Moves),
    (Action::Down, Does::Moves),
    (Action::PageUp, Does::Moves),
    (Action::PageDown, Does::Moves),
    (Action::First, Does::Moves),
    (Action::Last, Does::Moves),
    (Action::Left, Does::Ends),
    (Action::Right, Does::Ends),
    (Action::Back, Does::Moves),
];

/// What is the program's and never comes to the screen.
const fn of_the_program(action: Action) -> bool {
    matches!(
        action,
        Action::Help | Action::Palette | Action::Language | Action::Redraw | Action::Quit
    )
}

fn pressed(action: Action, on_duty: bool) -> Does {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    if on_duty {
        open(&mut bench, SURVEY);
    } else {
        point(&mut bench, SURVEY);
    }
    bench.press(action);
    match (bench.screen.state().key_context, &bench.said) {
        (KeyContext::Form, None) => Does::Form,
        (KeyContext::Duties | KeyContext::Duty, Some(StatusMessage::Refused(_))) => Does::Refuses,
        (KeyContext::Duty, Some(StatusMessage::Done(_))) => Does::Ends,
        (KeyContext::Duties | KeyContext::Duty, None) => Does::Moves,
        other => panic!("{action}: {other:?}"),
    }
}

#[test]
fn every_key_does_what_it_says_in_the_year_and_on_a_duty() {
    let keys = Bench::new(Lang::Ko, (80, 24)).shared.keys;
    for (place, table) in [
        (KeyContext::Duties, &IN_YEAR[..]),
        (KeyContext::Duty, &ON_DUTY),
    ] {
        let bound = keys.bindings(place).iter().map(|bound| bound.action);
        let bound: Vec<Action> = bound.filter(|action| !of_the_program(*action)).collect();
        for action in &bound {
            let known = table.iter().find(|(known, _)| known == action);
            let Some((_, does)) = known else {
                panic!("{action} is in no line of this test")
            };
            assert_eq!(
                pressed(*action, place == KeyContext::Duty),
                *does,
                "{place:?} {action}"
            );
        }
        assert_eq!(bound.len(), table.len(), "{place:?}");
    }
}

#[test]
fn letters_of_the_screen_work_with_the_korean_input_method_on() {
    let bench = Bench::new(Lang::Ko, (80, 24));
    for (letter, action) in [
        ('ㄷ', Action::Earlier),
        ('ㄱ', Action::Remind),
        ('ㅊ', Action::Correct),
        ('ㅁ', Action::Act),
    ] {
        let key = ratatui::crossterm::event::KeyCode::Char(letter).into();
        let found = bench.shared.keys.action(KeyContext::Duty, key);
        assert_eq!(found, Some(action), "{letter}");
    }
}

/// Numbers that look random and are the same each time.
fn numbers(seed: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(seed), |last| {
        Some(
            last.wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407),
        )
    })
    .map(|number| number >> 33)
}

#[test]
fn whatever_is_pressed_nothing_is_half_written() {
    let texts = [
        "2026-12-24",
        "2025",
        "91.4",
        "-1",
        "사유",
        "2026-11-01",
        "\u{202E}\u{1b}[2J",
    ];
    for seed in 1..=6 {
        let mut bench = with_scores(Lang::Ko, (80, 24));
        bench.send_event(&ScreenEvent::Opened);
        let mut random = numbers(seed);
        for _ in 0..80 {
            let place = bench.screen.state().key_context;
            let bound = bench.shared.keys.bindings(place);
            let action = bound[random.next().unwrap() % bound.len()].action;
            if place == KeyContext::Form && random.next().unwrap().is_multiple_of(2) {
                bench.paste(texts[random.next().unwrap() % texts.len()]);
            } else if !of_the_program(action) {
                bench.press(action);
            }
            let shown = bench.shown();
            assert!(!shown.contains(['\u{1b}', '\u{202E}']), "{shown}");
            // The duty that is shown is the one that is open.
            let read = bench.screen.detail.as_ref().map(|it| it.view.duty.number);
            assert_eq!(read, bench.screen.number, "after {action}");
        }
        let found = bench.desk().verify().unwrap();
        assert_eq!(found.problems, Vec::<String>::new(), "seed {seed}");
    }
}
