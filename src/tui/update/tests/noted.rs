//! What is noted beside the rows: marks with one action on many, another clerk's changes, a number that is typed.

use super::*;
use crate::{
    desk::Present,
    domain::{
        find::{View, Viewed},
        subject::Subject,
    },
};

fn letters(front: &mut Front, typed: &str) -> Vec<Effect> {
    let mut last = Vec::new();
    for letter in typed.chars() {
        last = front.press(KeyCode::Char(letter));
    }
    last
}

#[test]
fn a_number_is_gone_to_by_typing_it() {
    let mut front = Front::new(30, SMALL);
    letters(&mut front, "#24");
    assert!(
        front.picture().contains("접수번호 24_"),
        "{}",
        front.picture()
    );
    front.press(KeyCode::Enter);
    assert_eq!((front.at(), front.window()[0]), (24, 24));
    letters(&mut front, "4");
    front.press(KeyCode::Enter);
    assert_eq!(
        front.at(),
        4,
        "a digit that means nothing else begins by itself"
    );
    letters(&mut front, "#2026-000009");
    front.press(KeyCode::Enter);
    assert_eq!(front.at(), 9);
    letters(&mut front, "#77");
    front.press(KeyCode::Enter);
    assert_eq!(front.at(), 9);
    assert!(front.picture().contains("'77'인 민원이 없습니다"));
    letters(&mut front, "#5");
    front.press(KeyCode::Esc);
    assert_eq!((front.at(), front.model.jump.clone()), (9, None));
    // Where the view does not show it, the case itself opens.
    front.model.queue.look(Viewed::Known(View::Paused));
    letters(&mut front, "#5");
    front.press(KeyCode::Enter);
    assert_eq!(front.model.place(), Place::Detail);
}

#[test]
fn a_number_begins_with_any_digit_and_a_digit_alone_does_what_it_means() {
    let mut front = Front::new(30, SMALL);
    for (typed, at) in [
        ("2026-000024", 24),
        ("#3", 3),
        ("03", 3),
        ("12", 12),
        ("2026-7", 7),
    ] {
        letters(&mut front, typed);
        front.press(KeyCode::Enter);
        assert_eq!(
            (front.model.place(), front.at()),
            (Place::Queue, at),
            "{typed}"
        );
    }
    for (digit, title) in [('1', "1차 조치"), ('2', "2차 조치"), ('3', "3차 조치")] {
        let mut front = Front::new(3, SMALL);
        assert_eq!(front.press(KeyCode::Char(digit)), []);
        let said = front.picture();
        assert!(
            said.contains(&format!("{digit}_  Enter: {title}")),
            "{said}"
        );
        front.press(KeyCode::Enter);
        assert_eq!(front.model.place(), Place::Form, "{digit}");
        assert!(front.picture().contains(title), "{}", front.picture());
    }
    // With the input method on, or at full width; letters that are no part of a number do what they mean.
    let mut front = Front::new(30, SMALL);
    letters(&mut front, "２０２６-9");
    front.press(KeyCode::Enter);
    assert_eq!(front.at(), 9);
    letters(&mut front, "2x");
    assert_eq!(front.model.queue.noted.marked().len(), 1);
    assert_eq!(front.model.jump, None);
}

#[test]
fn a_number_that_is_pasted_is_gone_to() {
    let mut front = Front::new(30, SMALL);
    front.send(Msg::Paste(" 2026-000011\n".to_owned()));
    assert_eq!(front.at(), 11);
    front.send(Msg::Paste("소음 2026".to_owned()));
    assert_eq!((front.at(), front.model.place()), (11, Place::Queue));
    // Elsewhere it is a text like any other.
    front.press(KeyCode::F(3));
    front.send(Msg::Paste("2026-000012".to_owned()));
    assert_eq!((front.at(), front.model.place()), (11, Place::Search));
}

#[test]
fn one_action_on_many_is_done_on_each_by_itself_and_what_was_refused_stays_marked() {
    let mut front = Front::new(5, SMALL);
    letters(&mut front, "xxx");
    assert_eq!((front.at(), front.model.queue.noted.marked().len()), (4, 3));
    assert!(
        front.picture().contains("[표시 3건]"),
        "{}",
        front.picture()
    );
    // Meanwhile someone else works on one of them.
    front.run(number(2), note());
    front.press(KeyCode::F(9));
    assert_eq!(front.model.many.len(), 3);
    let effects = many::spread(
        &front.model,
        vec![Effect::Run(Box::new(Order {
            number: number(1),
            command: note(),
            at: None,
            seen: Some(front.facts_of(1)),
        }))],
    );
    front.perform(effects);
    let picture = front.picture();
    assert!(picture.contains("처리함 2, 처리하지 못함 1"), "{picture}");
    let left: Vec<Subject> = front.model.queue.noted.marked().keys().copied().collect();
    assert_eq!(left, [Subject::Case(number(2))]);
    assert!(front.model.many.is_empty());
    front.press(KeyCode::Esc);
    assert_eq!(front.model.place(), Place::Queue);
    front.press(KeyCode::Esc);
    assert!(front.model.queue.noted.marked().is_empty());
}

#[test]
fn an_action_on_the_case_that_is_open_is_done_on_that_one_alone() {
    let mut front = Front::new(5, SMALL);
    letters(&mut front, "xx");
    front.press(KeyCode::F(9));
    assert_eq!(front.model.many.len(), 2);
    front.press(KeyCode::Esc);
    assert!(front.model.many.is_empty(), "back from the menu");
    let run = Effect::Run(Box::new(Order {
        number: number(3),
        command: note(),
        at: None,
        seen: None,
    }));
    assert_eq!(many::spread(&front.model, vec![run.clone()]), [run]);
}

#[test]
fn what_someone_else_changes_is_marked_until_the_bar_has_been_there() {
    let mut front = Front::new(5, SMALL);
    front.run(number(3), note());
    front.send(Msg::Changed);
    let changed = |front: &Front| -> Vec<u32> {
        let rows = front.model.queue.rows().iter();
        rows.filter(|row| front.model.queue.noted.is_changed(row.subject))
            .map(|row| row.subject.serial())
            .collect()
    };
    assert_eq!(changed(&front), [3]);
    assert!(front.picture().contains('*'), "{}", front.picture());
    letters(&mut front, "jjj");
    assert_eq!(changed(&front), [0; 0]);
    // What is read again for another reason marks nothing.
    front.run(number(2), note());
    let again = front.model.queue.again();
    front.perform(vec![again]);
    assert_eq!(changed(&front), [0; 0]);
}

#[test]
fn who_has_a_case_open_stands_in_the_list() {
    let mut front = Front::new(3, SMALL);
    let present = Present {
        subject: Subject::Case(number(2)),
        name: "이가상".to_owned(),
    };
    front.model.queue.noted.present(&[present]);
    assert!(
        front.picture().contains("[이가상] 민원 2"),
        "{}",
        front.picture()
    );
    let effects = front.press(KeyCode::Enter);
    let shown = Effect::Show(Some(Subject::Case(number(1))));
    assert!(effects.contains(&shown), "{effects:?}");
    let effects = front.press(KeyCode::Esc);
    assert!(effects.contains(&Effect::Show(None)), "{effects:?}");
    let folder = format!("{}.open", front.other().path().display());
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0);
}

#[test]
fn views_are_chosen_from_a_list_and_named_below() {
    let mut front = Front::new(3, SMALL);
    letters(&mut front, "v");
    assert!(front.picture().contains("미배정"), "{}", front.picture());
    for _ in 0..3 {
        front.press(KeyCode::Down);
    }
    front.press(KeyCode::Enter);
    assert_eq!(*front.model.queue.viewed(), Viewed::Known(View::Unassigned));
    assert!(front.picture().contains("[미배정]"), "{}", front.picture());
    assert_eq!(front.window(), [1, 2, 3]);
    letters(&mut front, "m");
    assert_eq!(front.window(), [0; 0]);
    letters(&mut front, "m");
    assert_eq!(front.window(), [1, 2, 3]);
}
