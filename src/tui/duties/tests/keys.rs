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
    /// It is the program's and never comes to the screen.
    Program,
}

/// What each key does in the year with the bar on the survey, and on the survey of the year.
const KEYS: [(Action, Does, Does); 25] = [
    (Action::Open, Does::Moves, Does::Moves),
    (Action::Act, Does::Refuses, Does::Form),
    (Action::Add, Does::Form, Does::Form),
    (Action::Earlier, Does::Form, Does::Form),
    (Action::Schedule, Does::Refuses, Does::Refuses),
    (Action::Announce, Does::Refuses, Does::Refuses),
    (Action::Remind, Does::Refuses, Does::Refuses),
    (Action::Correct, Does::Refuses, Does::Form),
    (Action::Remove, Does::Refuses, Does::Form),
    (Action::Up, Does::Moves, Does::Moves),
    (Action::Down, Does::Moves, Does::Moves),
    (Action::PageUp, Does::Moves, Does::Moves),
    (Action::PageDown, Does::Moves, Does::Moves),
    (Action::First, Does::Moves, Does::Moves),
    (Action::Last, Does::Moves, Does::Moves),
    (Action::Left, Does::Moves, Does::Ends),
    (Action::Right, Does::Moves, Does::Ends),
    (Action::Back, Does::Moves, Does::Moves),
    (Action::Help, Does::Program, Does::Program),
    (Action::Palette, Does::Program, Does::Program),
    (Action::Language, Does::Program, Does::Program),
    (Action::Redraw, Does::Program, Does::Program),
    (Action::Quit, Does::Program, Does::Program),
    (Action::Submit, Does::Program, Does::Program),
    (Action::Discard, Does::Program, Does::Program),
];

fn pressed(action: Action, on_duty: bool) -> Does {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    if on_duty {
        open(&mut bench, SURVEY);
    } else {
        point(&mut bench, SURVEY);
    }
    bench.press(action);
    match (bench.screen.place(), &bench.said) {
        (Place::Form, None) => Does::Form,
        (Place::Duties, Some(Saying::Refused(_))) => Does::Refuses,
        (Place::Duties, Some(Saying::Done(_))) => Does::Ends,
        (Place::Duties, None) => Does::Moves,
        other => panic!("{action}: {other:?}"),
    }
}

#[test]
fn every_key_does_what_it_says_in_the_year_and_on_a_duty() {
    let bench = Bench::new(Lang::Ko, (80, 24));
    for bound in bench.shared.keys.bindings(Place::Duties) {
        let known = KEYS.iter().find(|(action, ..)| *action == bound.action);
        let Some((action, in_year, on_duty)) = known else {
            panic!("{} is in no line of this test", bound.action)
        };
        if *in_year == Does::Program {
            continue;
        }
        assert_eq!(pressed(*action, false), *in_year, "{action} in the year");
        assert_eq!(pressed(*action, true), *on_duty, "{action} on a duty");
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
        let found = bench.shared.keys.action(Place::Duties, key);
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
        bench.hear(&Heard::Opened);
        let mut random = numbers(seed);
        for _ in 0..80 {
            let place = bench.screen.place();
            let bound = bench.shared.keys.bindings(place);
            let action = bound[random.next().unwrap() % bound.len()].action;
            let of_the_program = matches!(
                action,
                Action::Help | Action::Palette | Action::Language | Action::Redraw | Action::Quit
            );
            if place == Place::Form && random.next().unwrap() % 2 == 0 {
                bench.paste(texts[random.next().unwrap() % texts.len()]);
            } else if !of_the_program {
                bench.press(action);
            }
            let shown = bench.shown();
            assert!(!shown.contains(['\u{1b}', '\u{202E}']), "{shown}");
            // The duty that is shown is the one that is open.
            let read = bench.screen.detail.as_ref().map(|it| it.view.duty.number);
            assert_eq!(read, bench.screen.number(), "after {action}");
        }
        let found = bench.desk().verify().unwrap();
        assert_eq!(found.problems, Vec::<String>::new(), "seed {seed}");
    }
}
