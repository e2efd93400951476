//! The screen before a real desk.

use crate::{
    desk::Desk,
    domain::{
        charter::Channel,
        contact::Arrival,
        party::Party,
        subject::{ContactNumber, Subject},
    },
    tui::{effect::Effect, front::Front, keymap::Place, model::Msg, screen::Saying},
    words::Lang,
};
use chrono::TimeDelta;
use ratatui::crossterm::event::KeyCode;

const SIZE: (u16, u16) = (80, 24);

fn arrive(desk: &mut Desk, channel: Channel, (name, matter): (&str, &str), before: i64) {
    let arrival = Arrival {
        party: Party {
            name: name.into(),
            phone: "010-0000-1234".into(),
            ..Party::default()
        },
        matter: matter.into(),
        officer: if matter.is_empty() { "" } else { "박담당" }.into(),
        ..Arrival::new(channel)
    };
    let at = desk.now() - TimeDelta::seconds(before);
    desk.arrive(&arrival, Some(at)).unwrap();
}

/// The cases beside which they stand: the practice desk also has a clerk whose name is always the same.
#[derive(Clone, Copy)]
enum Cases {
    None,
    Demo,
}

/// A desk with a visitor who waits too long, one whose wait is nearly over, and a caller.
fn front_of(cases: Cases, lang: Lang, size: (u16, u16)) -> Front {
    let mut front = match cases {
        Cases::None => Front::new(0, size),
        Cases::Demo => Front::demo(lang, size),
    };
    let desk = &mut front.other;
    arrive(
        desk,
        Channel::Visit,
        ("홍길동", "자원봉사 확인서 발급"),
        900,
    );
    arrive(desk, Channel::Visit, ("이영자", ""), 461);
    arrive(desk, Channel::Phone, ("김철수", "활동 시간이 빠졌음"), 30);
    front.send(Msg::Changed);
    front
}

/// The same before an empty queue, in Korean.
fn front() -> Front {
    front_of(Cases::None, Lang::Ko, SIZE)
}

fn number(serial: u32) -> ContactNumber {
    ContactNumber { year: 2026, serial }
}

#[test]
fn it_looks_so() {
    for lang in [Lang::Ko, Lang::En] {
        for size in crate::tui::fixture::SIZES {
            let mut front = front_of(Cases::Demo, lang, size);
            front.press(KeyCode::F(4));
            let name = format!("{lang:?}_{}", size.0).to_lowercase();
            insta::assert_snapshot!(name.as_str(), front.picture());
            front.press(KeyCode::Char('a'));
            insta::assert_snapshot!(format!("{name}_absent"), front.picture());
        }
    }
}

#[test]
fn enter_on_its_row_in_the_queue_opens_it_and_keys_of_a_case_do_so_too() {
    for key in [
        KeyCode::Enter,
        KeyCode::F(9),
        KeyCode::Char('1'),
        KeyCode::Char('2'),
        KeyCode::Char('3'),
    ] {
        let mut front = front();
        front.press(KeyCode::Down);
        let row = front.model.queue.selected().unwrap().subject;
        assert_eq!(row, Subject::Contact(number(2)));
        let effects = front.press(key);
        assert_eq!(front.model.place(), Place::Contacts, "{key:?}");
        // The chosen one, not the first.
        assert!(effects.contains(&Effect::Contact(number(2))), "{key:?}");
    }
}

#[test]
fn one_key_starts_a_visit_or_a_call_with_its_timers() {
    for (key, channel) in [('v', Channel::Visit), ('c', Channel::Phone)] {
        let mut front = Front::new(0, SIZE);
        front.press(KeyCode::F(4));
        front.press(KeyCode::Char(key));
        let view = front.other.contact(number(1)).unwrap();
        assert_eq!(view.contact.arrival.channel, channel);
        assert!(front.picture().contains("C2026-000001"));
    }
}

#[test]
fn what_is_done_on_one_key_is_recorded_and_said() {
    let mut front = front();
    front.press(KeyCode::F(4));
    front.press(KeyCode::Char('s'));
    let said = front.model.saying.clone();
    assert!(matches!(said, Some(Saying::Done(_))), "{said:?}");
    // Served twice: a sentence, and nothing is written.
    front.press(KeyCode::Char('s'));
    let said = front.model.saying.clone();
    assert!(matches!(said, Some(Saying::Refused(_))), "{said:?}");
    assert_eq!(front.other.contact(number(1)).unwrap().contact.seq, 2);
}

#[test]
fn a_form_that_is_refused_keeps_what_was_typed_and_one_that_is_sent_closes() {
    let mut front = front();
    front.press(KeyCode::F(4));
    front.press(KeyCode::Char('w'));
    for typed in ['x', '5'] {
        front.press(KeyCode::Char(typed));
        front.press(KeyCode::F(9));
        assert_eq!(front.model.place(), Place::Form, "not a number");
        assert!(front.picture().contains('x'));
    }
    for typed in [KeyCode::Backspace, KeyCode::Backspace, KeyCode::Char('5')] {
        front.press(typed);
    }
    front.press(KeyCode::F(9));
    assert_eq!(
        front.model.place(),
        Place::Contacts,
        "{:?}",
        front.model.saying
    );
}

#[test]
fn the_seconds_run_only_while_something_near_is_shown() {
    let mut front = front();
    assert!(front.model.is_ticking(), "a visitor waits in the queue");
    front.press(KeyCode::F(4));
    assert!(front.model.is_ticking());
    front.press(KeyCode::F(1));
    assert!(!front.model.is_ticking(), "the help shows no timer");
    let mut calm = Front::new(3, SIZE);
    assert!(!calm.model.is_ticking(), "days are left");
    calm.press(KeyCode::F(4));
    assert!(!calm.model.is_ticking(), "nobody waits");
}
