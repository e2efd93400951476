//! Commands found by words and initials, and done on the screen beneath.

use super::*;
use crate::tui::{front::Front, model::Msg};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

fn typed(front: &mut Front, text: &str) {
    for letter in text.chars() {
        front.press(KeyCode::Char(letter));
    }
}

/// The row under the bar.
fn chosen(front: &Front) -> String {
    let picture = front.picture();
    let row = picture.lines().skip(4).find(|row| row.starts_with('▌'));
    row.unwrap_or_default().trim_start_matches('▌').to_owned()
}

#[test]
fn initials_in_either_mode_find_the_intake_and_enter_opens_it() {
    for words in ["ㅈㅅ", "wt", "접수", "intake", "ㅑㅜㅅㅁㅏㄷ"] {
        let mut front = Front::new(1, (80, 24));
        front.press(KeyCode::Char(':'));
        typed(&mut front, words);
        assert!(
            chosen(&front).starts_with("접수 "),
            "{words}: {}",
            front.picture()
        );
        assert!(chosen(&front).contains("F2"), "{words}");
        front.press(KeyCode::Enter);
        assert_eq!(front.model.key_context(), KeyContext::Linking, "{words}");
        assert!(front.model.screens.len() < 2);
    }
}

/// Who looks for the language types its name or that word, in either mode; and F12 needs no looking for, where text is typed too.
#[test]
fn the_language_is_found_by_the_word_for_it_and_changes_under_its_key() {
    for search in [
        "언어",
        "djsdj",
        "ㅇㅇ ㅂㄲㄱ",
        "language",
        "한국어",
        "english",
    ] {
        let mut front = Front::new(2, (80, 24));
        front.press(KeyCode::Char(':'));
        typed(&mut front, search);
        assert!(chosen(&front).starts_with("한국어/English"), "{search}");
        front.press(KeyCode::Enter);
        assert!(front.picture().contains("F3 find"), "{}", front.picture());
    }
    for (key, word) in [
        (KeyCode::Char(':'), "Commands"),
        (KeyCode::F(1), "Keys:"),
        (KeyCode::F(3), "Find"),
    ] {
        let mut front = Front::new(2, (80, 24));
        front.press(key);
        typed(&mut front, "민");
        front.press(KeyCode::F(12));
        let picture = front.picture();
        assert!(
            picture.contains(word) && picture.contains("> 민"),
            "{picture}"
        );
    }
}

#[test]
fn an_action_is_done_on_the_screen_beneath() {
    let mut front = Front::new(3, (80, 24));
    front.press(KeyCode::Char(':'));
    typed(&mut front, "초과만");
    front.press(KeyCode::Enter);
    assert_eq!(front.model.key_context(), KeyContext::Queue);
    assert!(front.picture().contains("[초과만]"));
}

#[test]
fn an_action_on_the_case_opens_its_form_and_what_is_not_possible_says_why() {
    let mut front = Front::new(2, (80, 24));
    front.press(KeyCode::Down);
    front.press(KeyCode::Char(':'));
    typed(&mut front, "메모");
    assert!(chosen(&front).starts_with("메모"), "{}", front.picture());
    front.press(KeyCode::Enter);
    assert_eq!(front.model.key_context(), KeyContext::Form);
    assert!(front.picture().contains("2026-000002"));

    let mut front = Front::new(1, (80, 24));
    front.press(KeyCode::Char(':'));
    typed(&mut front, "3차");
    let place = front.model.key_context();
    front.press(KeyCode::Enter);
    assert_eq!(front.model.key_context(), place, "nothing opens");
    let picture = front.picture();
    assert!(picture.lines().last().unwrap().contains("2차"), "{picture}");
}

#[test]
fn what_was_used_last_stands_first_the_next_time_too() {
    let mut front = Front::new(1, (80, 24));
    for words in ["공휴일", "헌장"] {
        front.press(KeyCode::Char(':'));
        typed(&mut front, words);
        front.press(KeyCode::Enter);
        front.press(KeyCode::Esc);
    }
    front.press(KeyCode::Char(':'));
    assert!(chosen(&front).starts_with("헌장"), "{}", front.picture());
    front.press(KeyCode::Down);
    assert!(chosen(&front).starts_with("공휴일"), "{}", front.picture());
}

#[test]
fn it_covers_a_form_and_gives_it_back_as_it_was() {
    let mut front = Front::new(1, (80, 24));
    front.press(KeyCode::F(2));
    let before = front.picture();
    let control = |letter| KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    front.send(Msg::Key(control('g')));
    assert_eq!(front.model.key_context(), KeyContext::Palette);
    // The case under the bar is not the form's: nothing is offered that would be done to it.
    assert!(!front.picture().contains("2026-000001"));
    front.press(KeyCode::F(1));
    front.press(KeyCode::Esc);
    assert_eq!(front.model.key_context(), KeyContext::Palette);
    front.send(Msg::Key(control('g')));
    assert_eq!(front.picture(), before);
}

#[test]
fn a_number_opens_its_case() {
    for number in ["2", "2026-2", "2026-000002"] {
        let mut front = Front::new(3, (80, 24));
        front.press(KeyCode::Char(':'));
        typed(&mut front, number);
        front.press(KeyCode::Enter);
        assert!(
            front
                .model
                .purpose()
                .is_some_and(|it| matches!(it, Purpose::Case(_))),
            "{number}"
        );
        assert_eq!(front.model.selected().unwrap().serial, 2);
    }
}
