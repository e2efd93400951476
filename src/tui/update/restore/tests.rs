//! Lost and back again, before a real desk: what was on the screen is on the screen.

use super::*;
use crate::{
    domain::command::{Command, Exit},
    tui::{front::Front, keymap::Chord, model::Msg, screen::TextInput},
    words::Lang,
};
use ratatui::crossterm::event::{KeyCode, KeyEvent};

const SIZES: [(u16, u16); 2] = [(80, 17), (120, 40)];

fn written(front: &Front) -> Option<&dyn TextInput> {
    front.model.text_input()
}

fn letters(front: &mut Front, text: &str) {
    for letter in text.chars() {
        front.press(KeyCode::Char(letter));
    }
}

/// What is on the screen without the line at the bottom, which tells what has happened.
fn body(front: &Front) -> String {
    let picture = front.picture();
    let rows: Vec<&str> = picture.lines().collect();
    let last = rows
        .iter()
        .rposition(|row| row.contains("F1") || row.contains("끊") || row.contains("임시"));
    rows[..last.unwrap_or(rows.len())].join("\n")
}

/// Loses the line, starts again and checks that the screen is the same; returns what is said.
fn lost_and_back(front: &mut Front) -> String {
    let line = Position::of(&front.model).line().unwrap();
    front.model.saying = None;
    let before = body(front);
    front.start_again(&Position::read(&line).unwrap());
    assert_eq!(body(front), before);
    match &front.model.saying {
        Some(StatusMessage::Done(said) | StatusMessage::Refused(said)) => said.clone(),
        None => String::new(),
    }
}

#[test]
fn the_queue_stands_as_it_stood() {
    for size in SIZES {
        let mut front = Front::new(60, size);
        assert_eq!(lost_and_back(&mut front), "", "nobody was anywhere");
        front.press(KeyCode::Down);
        front.press(KeyCode::Char('x'));
        front.press(KeyCode::Char('b'));
        front.press(KeyCode::PageDown);
        front.press(KeyCode::Down);
        front.press(KeyCode::Tab);
        let at = front.at();
        let said = lost_and_back(&mut front);
        assert!(said.contains("Home"), "{said}");
        assert_eq!(front.at(), at);
        assert_eq!(front.model.queue.marks.marked().len(), 1);
        front.press(KeyCode::End);
        front.press(KeyCode::Up);
        lost_and_back(&mut front);
        // A view, by a key; then one row more urgent than all others has come meanwhile.
        let mut front = Front::new(60, size);
        front.press(KeyCode::Char('m'));
        lost_and_back(&mut front);
        front.press(KeyCode::Char('m'));
        for _ in 0..5 {
            front.press(KeyCode::Down);
        }
        let line = Position::of(&front.model).line().unwrap();
        front.intake("급한 민원", "2026-11-12T01:00:00Z");
        front.start_again(&Position::read(&line).unwrap());
        assert_eq!((front.at(), front.window()[0]), (6, 61));
    }
}

#[test]
fn a_row_that_was_pushed_out_of_the_window_is_found_again() {
    let mut front = Front::new(30, (80, 17));
    for _ in 0..13 {
        front.press(KeyCode::Down);
    }
    assert_eq!(front.at(), 14);
    let stood = Position::of(&front.model);
    front.intake("급한 민원", "2026-11-12T01:00:00Z");
    front.start_again(&stood);
    assert_eq!((front.at(), front.window()[0]), (14, 14));
    // It was closed meanwhile: the next one has its place.
    let stood = Position::of(&front.model);
    let number = front.model.selected().unwrap();
    let text = String::new();
    front.run(number, Command::Exit(Exit::Withdraw { text }));
    front.start_again(&stood);
    assert_eq!(front.at(), 15);
}

#[test]
fn every_screen_is_there_again() {
    for size in SIZES {
        for keys in [
            &[KeyCode::Enter][..],
            &[KeyCode::Enter, KeyCode::Char('x'), KeyCode::PageDown],
            &[KeyCode::F(9)],
            &[KeyCode::Enter, KeyCode::F(1)],
            &[KeyCode::Char('v')],
            &[KeyCode::Char('w'), KeyCode::Down, KeyCode::Down],
            &[KeyCode::Enter, KeyCode::Char('t')],
            &[KeyCode::F(4)],
            &[KeyCode::F(4), KeyCode::Enter],
            &[KeyCode::F(5)],
            &[KeyCode::F(5), KeyCode::Left],
            &[KeyCode::F(5), KeyCode::Enter],
            &[KeyCode::F(7), KeyCode::Left, KeyCode::Down],
            &[KeyCode::F(8)],
            &[KeyCode::F(8), KeyCode::Right, KeyCode::Down],
            &[KeyCode::F(8), KeyCode::Left, KeyCode::End],
            &[KeyCode::Char('H')],
        ] {
            let mut front = Front::demo(Lang::Ko, size);
            for key in keys {
                front.press(*key);
            }
            let help = front.model.key_context() == KeyContext::Help;
            if help {
                // What the help lies over is meant.
                let stood = Position::of(&front.model);
                front.press(KeyCode::Esc);
                assert_eq!(Position::of(&front.model), stood);
            }
            let said = lost_and_back(&mut front);
            assert!(said.starts_with("끊겼던 곳"), "{keys:?} {said}");
            let presses = said.matches("Esc").count();
            for _ in 0..presses {
                front.press(KeyCode::Esc);
            }
            assert!(front.model.in_queue(), "{keys:?} {said}");
        }
    }
}

#[test]
fn a_form_is_there_again_with_its_draft_and_the_caret_in_its_field() {
    let forms: [(&[KeyCode], &str); 6] = [
        (
            &[KeyCode::F(2), KeyCode::Tab, KeyCode::Tab, KeyCode::Tab],
            "반쯤 쓴 제목",
        ),
        (
            &[
                KeyCode::Char('1'),
                KeyCode::Enter,
                KeyCode::Tab,
                KeyCode::Tab,
            ],
            "사실 확인",
        ),
        (
            &[
                KeyCode::F(4),
                KeyCode::Char('c'),
                KeyCode::Char('a'),
                KeyCode::Tab,
            ],
            "주차 문의",
        ),
        (
            &[KeyCode::F(5), KeyCode::Enter, KeyCode::Enter],
            "교육을 마침",
        ),
        (
            &[KeyCode::F(7), KeyCode::Insert, KeyCode::Tab],
            "임시공휴일",
        ),
        (&[KeyCode::Char('H'), KeyCode::Insert], "내일 다시 전화"),
    ];
    for size in SIZES {
        for (keys, text) in forms {
            let mut front = Front::demo(Lang::Ko, size);
            for key in keys {
                front.press(*key);
            }
            letters(&mut front, text);
            if written(&front).and_then(TextInput::caret).is_some() {
                front.press(KeyCode::Left);
            }
            assert!(
                written(&front).and_then(TextInput::draft).is_some(),
                "{keys:?}"
            );
            let said = lost_and_back(&mut front);
            assert!(said.contains("쓰던 내용 그대로"), "{keys:?} {said}");
            assert!(front.picture().contains(text), "{keys:?}");
            let presses = said.matches("Esc").count();
            for _ in 0..presses {
                front.press(KeyCode::Esc);
            }
            assert!(front.model.in_queue(), "{keys:?} {said}");
        }
    }
}

#[test]
fn whatever_key_opened_a_form_it_is_open_again() {
    let mut opened = Vec::new();
    let demo = || Front::demo(Lang::Ko, (80, 24));
    // A call under a charter that has something to check in it.
    let checked = || Front::under("gbvc", Lang::Ko, (80, 24));
    let screens: [(&dyn Fn() -> Front, &[KeyCode]); 6] = [
        (&demo, &[KeyCode::F(4)]),
        (&checked, &[KeyCode::F(4), KeyCode::Char('c')]),
        (&demo, &[KeyCode::F(5)]),
        (&demo, &[KeyCode::F(5), KeyCode::Enter]),
        (&demo, &[KeyCode::F(7)]),
        (&demo, &[KeyCode::Char('H')]),
    ];
    for (desk, keys) in screens {
        let there = || {
            let mut front = desk();
            for key in keys {
                front.press(*key);
            }
            front
        };
        let front = there();
        let place = front.model.key_context();
        for bound in front.model.shared.keys.bindings(place) {
            let mut front = there();
            let Chord { code, modifiers } = bound.keys[0];
            front.send(Msg::Key(KeyEvent::new(code, modifiers)));
            if front.model.key_context() == KeyContext::Form && front.model.screens.len() == 1 {
                opened.push(bound.action);
                lost_and_back(&mut front);
                assert_eq!(
                    front.model.key_context(),
                    KeyContext::Form,
                    "{:?}",
                    bound.action
                );
            }
        }
    }
    assert!(opened.len() > 20, "{opened:?}");
    assert!(opened.contains(&Action::Tick), "{opened:?}");
}

#[test]
fn a_form_for_many_is_still_one_for_many() {
    let mut front = Front::new(5, (80, 24));
    let x = KeyCode::Char('x');
    for key in [x, x, KeyCode::Char('1'), KeyCode::Enter] {
        front.press(key);
    }
    assert_eq!(front.model.many.len(), 2);
    let many = front.model.many.clone();
    lost_and_back(&mut front);
    assert_eq!(front.model.many, many);
}

#[test]
fn what_is_searched_for_is_searched_again() {
    let mut front = Front::demo(Lang::Ko, (80, 24));
    front.press(KeyCode::F(3));
    letters(&mut front, "소음");
    lost_and_back(&mut front);
}

#[test]
fn what_is_gone_leaves_the_queue_with_a_sentence() {
    let mut front = Front::new(3, (80, 24));
    front.press(KeyCode::Enter);
    let line = Position::of(&front.model).line().unwrap();
    let elsewhere = line.replace("2026-000001\",\"detail", "2026-000099\",\"detail");
    assert_ne!(line, elsewhere);
    front.start_again(&Position::read(&elsewhere).unwrap());
    assert!(front.model.in_queue());
    let Some(StatusMessage::Refused(said)) = &front.model.saying else {
        panic!("{:?}", front.model.saying);
    };
    assert!(said.contains("2026-000099"), "{said}");
    // And all works as usual.
    front.press(KeyCode::Enter);
    front.send(Msg::Changed);
    assert!(front.model.key_context() == KeyContext::Detail);
}

#[test]
fn what_was_written_by_nobody_is_passed_by() {
    let mut front = Front::new(3, (80, 24));
    front.press(KeyCode::F(5));
    let line = Position::of(&front.model).line().unwrap();
    for wrong in [
        "",
        "{}",
        "null",
        "[1,2]",
        &line.replace("\"form\":2", "\"form\":1"),
        &line.replace("duties", "ducks"),
        line.get(..line.len() - 1).unwrap(),
    ] {
        assert_eq!(Position::read(wrong), None, "{wrong}");
    }
    // A key that would do something at once is none that opens a form.
    let doing = line.replace("\"doing\":null", "\"doing\":\"quit\"");
    assert_ne!(doing, line);
    front.start_again(&Position::read(&doing).unwrap());
    assert!(!front.model.quit);
    // A window that is none is the top of the queue.
    front.press(KeyCode::Esc);
    let line = Position::of(&front.model).line().unwrap();
    let odd = line.replace("\"top\":null", "\"top\":\"no key\"");
    front.start_again(&Position::read(&odd).unwrap());
    assert_eq!((front.at(), front.window()), (1, vec![1, 2, 3]));
}
