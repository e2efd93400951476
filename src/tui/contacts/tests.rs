//! The screen before a real desk.

mod keys;

use crate::{
    desk::{ContactOrder, Desk},
    domain::{
        charter::Channel,
        contact::{Arrival, CallBackInput, ContactCommand},
        fact::ContactWay,
        late::EntryTime,
        party::Party,
        staff::{Role, Staff, sample_staff},
        subject::{ContactNumber, Subject},
    },
    form::{
        Answer,
        contact::{self as fields, ContactEntry},
    },
    tui::{
        contacts::ContactsScreen,
        effect::{Effect, Query},
        front::Front,
        keymap::KeyContext,
        model::Msg,
        screen::StatusMessage,
    },
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
    desk.arrive(&arrival, &Some(at).into()).unwrap();
}

/// A desk with a visitor who waits too long, one whose wait is nearly over, and a caller.
fn front_of(lang: Lang, size: (u16, u16)) -> Front {
    let mut front = Front::under("gbvc", lang, size);
    let desk = front.other();
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
    front_of(Lang::Ko, SIZE)
}

fn number(serial: u32) -> ContactNumber {
    ContactNumber { year: 2026, serial }
}

/// The desk once the officer was away: with a wish for the call-back, and with what was handed over.
fn owing(lang: Lang, size: (u16, u16)) -> Front {
    let mut front = front_of(lang, size);
    let officer = Staff {
        login: "lee".into(),
        name: "이표본".into(),
        department: "활동지원팀".into(),
        phone: "054-000-1366".into(),
        mobile: "010-0000-1366".into(),
        deputy: "kim".into(),
        ..sample_staff()
    };
    front.hire(&officer);
    let wanted = CallBackInput {
        way: Some(ContactWay::Visit),
        at: Some("2026-11-23T07:30:00Z".parse().unwrap()),
        place: "본관 1층 상담실".into(),
        ..CallBackInput::default()
    };
    let commands = [
        ContactCommand::HandOver {
            department: "활동지원팀".into(),
            officer: "lee".into(),
            gist: "확인서에 지난달 활동이 빠져 있고, 학교에 금요일까지 내야 합니다.".into(),
        },
        ContactCommand::Miss {
            officer: "lee".into(),
            party: Party {
                email: "gildong@example.org".into(),
                ..Party::default()
            },
            matter: String::new(),
            wanted,
        },
    ];
    for command in commands {
        run(front.other(), 1, command);
    }
    front.send(Msg::Changed);
    front.press(KeyCode::F(4));
    let first = |front: &Front| contacts(front).pick.at == 0;
    // The bar on the one that is owed a call-back, wherever it stands.
    let chosen = |front: &Front| contacts(front).chosen().map(|row| row.subject);
    assert!(first(&front));
    while chosen(&front) != Some(Subject::Contact(number(1))) {
        front.press(KeyCode::Down);
    }
    front
}

fn run(desk: &mut Desk, serial: u32, command: ContactCommand) {
    let order = ContactOrder {
        number: number(serial),
        command,
        ticked: String::new(),
        time: EntryTime::NOW,
        seen: None,
    };
    desk.run_contact(&order).unwrap();
}

fn contacts(front: &Front) -> &ContactsScreen {
    front.model.shown().unwrap()
}

#[test]
fn whoever_calls_back_sees_what_is_wished_and_what_was_handed_over() {
    for lang in [Lang::Ko, Lang::En] {
        for size in crate::tui::fixture::SIZES {
            let mut front = owing(lang, size);
            // The number is shown on one key, and said to be so.
            assert!(!front.picture().contains("010-0000-1234"));
            front.press(KeyCode::Char('u'));
            for wanted in [
                "010-0000-1234",
                "gildong@example.org",
                "본관 1층 상담실",
                "16:30",
            ] {
                assert!(front.picture().contains(wanted), "{wanted}");
            }
            front.press(KeyCode::Char('u'));
            front.press(KeyCode::Enter);
            let whole = front.picture();
            assert!(whole.contains("010-****-1234"), "{whole}");
            front.press(KeyCode::Enter);
            assert_eq!(front.model.key_context(), KeyContext::Contacts);
        }
    }
}

#[test]
fn on_a_small_screen_all_of_it_is_read_by_scrolling() {
    let mut front = owing(Lang::Ko, (80, 16));
    assert!(front.picture().contains("모두 보기"), "{}", front.picture());
    front.press(KeyCode::Enter);
    let top = front.picture();
    front.press(KeyCode::End);
    let bottom = front.picture();
    assert!(bottom.contains("3. 11/23") && top != bottom, "{bottom}");
    front.press(KeyCode::Home);
    assert_eq!(front.picture(), top);
    // Esc leaves what is read, and only then the screen.
    for place in [KeyContext::Contacts, KeyContext::Queue] {
        front.press(KeyCode::Esc);
        assert_eq!(front.model.key_context(), place);
    }
}

#[test]
fn the_sentence_of_a_promise_is_whole_at_eighty_columns() {
    for charter in ["jndc", "kpf", "koreha", "gbvc", "wonju"] {
        for lang in [Lang::Ko, Lang::En] {
            let mut front = Front::under(charter, lang, SIZE);
            front.press(KeyCode::F(4));
            for key in ['c', 'h', 'v'] {
                front.press(KeyCode::Char(key));
                front.press(KeyCode::Enter);
                front.press(KeyCode::Home);
                let picture = front.picture();
                let body: Vec<&str> = picture.lines().skip(1).collect();
                assert!(
                    !body.concat().contains('…'),
                    "{charter} {lang:?}\n{picture}"
                );
                front.press(KeyCode::Enter);
            }
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
        let effects = match key {
            // A digit may be the first of a number.
            KeyCode::Char(_) => {
                assert_eq!(front.press(key), []);
                front.press(KeyCode::Enter)
            }
            _ => front.press(key),
        };
        assert_eq!(front.model.key_context(), KeyContext::Contacts, "{key:?}");
        // The chosen one, not the first.
        assert!(
            effects.contains(&Effect::Read(Query::Contact(number(2)))),
            "{key:?}"
        );
    }
}

#[test]
fn one_key_starts_a_visit_or_a_call_with_its_timers() {
    for (key, channel) in [('v', Channel::Visit), ('c', Channel::Phone)] {
        let mut front = Front::new(0, SIZE);
        front.press(KeyCode::F(4));
        front.press(KeyCode::Char(key));
        let view = front.other().contact(number(1)).unwrap();
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
    assert!(matches!(said, Some(StatusMessage::Done(_))), "{said:?}");
    // Served twice: a sentence, and nothing is written.
    front.press(KeyCode::Char('s'));
    let said = front.model.saying.clone();
    assert!(matches!(said, Some(StatusMessage::Refused(_))), "{said:?}");
    assert_eq!(front.other().contact(number(1)).unwrap().contact.seq, 2);
}

#[test]
fn a_form_that_is_refused_keeps_what_was_typed_and_one_that_is_sent_closes() {
    let mut front = front();
    front.press(KeyCode::F(4));
    front.press(KeyCode::Char('w'));
    for typed in ['x', '5'] {
        front.press(KeyCode::Char(typed));
        front.press(KeyCode::F(9));
        assert_eq!(front.model.key_context(), KeyContext::Form, "not a number");
        assert!(front.picture().contains('x'));
    }
    for typed in [KeyCode::Backspace, KeyCode::Backspace, KeyCode::Char('5')] {
        front.press(typed);
    }
    front.press(KeyCode::F(9));
    assert_eq!(
        front.model.key_context(),
        KeyContext::Contacts,
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

/// What another recorded is a supervisor's to strike out: a clerk is told so before a form is filled in.
#[test]
fn only_what_this_clerk_may_strike_out_is_offered() {
    let mut front = front();
    let view = front.other().contact(number(1)).unwrap();
    let by = view.facts[0].by.clone();
    for (login, role, offered) in [
        (by.as_str(), Role::Clerk, true),
        ("lee", Role::Clerk, false),
        ("lee", Role::Supervisor, true),
    ] {
        front.model.shared.actor = Some(Box::new(Staff {
            login: login.to_owned(),
            role,
            ..sample_staff()
        }));
        let cx = front.model.shared.context();
        let checked = fields::check(ContactEntry::Revoke, &view, cx);
        assert_eq!(checked.is_ok(), offered, "{login} {role:?}: {checked:?}");
        let form = fields::form(ContactEntry::Revoke, &view, cx);
        let questions = form.questions();
        let fact = questions.iter().find(|one| one.id == "fact").unwrap();
        let Answer::Among(picks) = &fact.takes else {
            panic!("{:?}", fact.takes)
        };
        assert_eq!(picks.len(), usize::from(offered), "{login} {role:?}");
    }
}
