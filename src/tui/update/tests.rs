//! Messages in, the model and the effects out, before a real desk.

mod day;
mod noted;

use super::super::keymap::KeyContext;
use super::*;
use crate::{
    desk::{DeskError, Order, PageStart},
    domain::{
        case::CaseNumber,
        command::{Command, Exit, Handling},
        staff::{Staff, sample_staff},
    },
    tui::{
        effect::{DeskReply, PageFor, Query},
        front::Front,
        screen::StatusMessage,
    },
    words::Say,
};
use ratatui::crossterm::event::KeyCode;

/// A screen on which the queue has fourteen rows.
const SMALL: (u16, u16) = (80, 17);
const ROWS: usize = 14;
/// A screen with the case beside the queue.
const WIDE: (u16, u16) = (120, 17);

fn number(serial: u32) -> CaseNumber {
    CaseNumber { year: 2026, serial }
}

fn withdraw() -> Command {
    Command::Exit(Exit::Withdraw {
        text: String::new(),
    })
}

fn note() -> Command {
    Command::Handling(Handling::Note {
        text: "메모".into(),
    })
}

/// What the only page among effects asks for.
fn page(effects: &[Effect]) -> (PageStart, u32, PageFor) {
    let mut pages = effects.iter().filter_map(|effect| match effect {
        Effect::Read(Query::Page(_, ask, what)) => Some((ask.from.clone(), ask.limit, *what)),
        _ => None,
    });
    let page = pages.next().unwrap();
    assert_eq!(pages.next(), None, "{effects:?}");
    page
}

#[test]
fn the_bar_moves_without_asking_until_the_edge_and_then_asks_for_one_row() {
    let mut front = Front::new(30, SMALL);
    assert_eq!((front.at(), front.window().len()), (1, ROWS));
    assert_eq!(
        front.press(KeyCode::Up).len(),
        1,
        "perhaps there is one above"
    );
    assert_eq!(front.at(), 1);
    for at in 2..=14 {
        assert_eq!(front.press(KeyCode::Down), []);
        assert_eq!(front.at(), at);
    }
    let last = front.model.queue.rows()[ROWS - 1].key.clone();
    let effects = front.press(KeyCode::Down);
    assert_eq!(page(&effects), (PageStart::After(last), 1, PageFor::Below));
    assert_eq!(front.at(), 15);
    assert_eq!(front.window(), (2..=15).collect::<Vec<_>>());
    for _ in 0..14 {
        front.press(KeyCode::Up);
    }
    assert_eq!(front.at(), 1);
    assert_eq!(front.window(), (1..=14).collect::<Vec<_>>());
}

#[test]
fn pages_and_ends_reach_every_row_and_stop_there() {
    let mut front = Front::new(30, SMALL);
    front.press(KeyCode::PageDown);
    assert_eq!((front.at(), front.window()[0]), (15, 15));
    for _ in 0..3 {
        front.press(KeyCode::PageDown);
    }
    assert_eq!(front.at(), 30);
    assert_eq!(front.window(), (17..=30).collect::<Vec<_>>());
    front.press(KeyCode::PageUp);
    assert_eq!(front.window(), (3..=16).collect::<Vec<_>>());
    for _ in 0..3 {
        front.press(KeyCode::PageUp);
    }
    assert_eq!(front.at(), 1);
    let effects = front.press(KeyCode::End);
    assert_eq!(page(&effects), (PageStart::End, 14, PageFor::Bottom));
    assert_eq!((front.at(), front.window()[0]), (30, 17));
    front.press(KeyCode::Home);
    assert_eq!((front.at(), front.window()[0]), (1, 1));
}

#[test]
fn an_empty_queue_bears_every_key() {
    let mut front = Front::new(0, WIDE);
    for code in [
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::Enter,
        KeyCode::F(9),
        KeyCode::Char('1'),
        KeyCode::Tab,
    ] {
        front.press(code);
        assert_eq!(
            (front.at(), front.model.key_context()),
            (0, KeyContext::Queue)
        );
    }
    assert!(front.picture().contains("처리할 민원이 없습니다"));
}

#[test]
fn the_bar_stays_on_its_case_when_rows_come_and_go() {
    let mut front = Front::new(30, SMALL);
    for _ in 0..5 {
        front.press(KeyCode::Down);
    }
    assert_eq!(front.at(), 6);
    // A more urgent case comes to stand above, in view.
    front.intake("급한 민원", "2026-11-12T01:00:00Z");
    front.send(Msg::Changed);
    assert_eq!((front.at(), front.window()[0]), (6, 31));
    // One above it goes.
    front.run(number(2), withdraw());
    front.send(Msg::Changed);
    assert_eq!(
        (front.at(), front.window()[..3].to_vec()),
        (6, vec![31, 1, 3])
    );
    // The case itself goes: the next one takes its place.
    front.run(number(6), withdraw());
    front.send(Msg::Changed);
    assert_eq!(front.at(), 7);
}

#[test]
fn the_bar_in_the_last_row_is_not_pushed_out_of_the_window() {
    let mut front = Front::new(30, SMALL);
    for _ in 1..ROWS {
        front.press(KeyCode::Down);
    }
    assert_eq!(front.at(), 14);
    front.intake("급한 민원", "2026-11-12T01:00:00Z");
    front.send(Msg::Changed);
    assert_eq!(front.at(), 14);
    for _ in 0..ROWS {
        front.press(KeyCode::Up);
    }
    assert_eq!(front.at(), 31);
}

/// Going up row by row ends at the top as surely as Home does.
#[test]
fn at_the_top_again_a_more_urgent_case_is_shown() {
    let mut front = Front::new(16, SMALL);
    for _ in 0..15 {
        front.press(KeyCode::Down);
    }
    assert_eq!(front.window()[0], 3);
    front.intake("급한 민원", "2026-11-12T01:00:00Z");
    front.send(Msg::Changed);
    assert_eq!(front.window()[0], 3, "somewhere below nothing moves");
    for _ in 0..16 {
        front.press(KeyCode::Up);
    }
    assert_eq!(front.at(), 17);
    front.intake("더 급한 민원", "2026-11-11T01:00:00Z");
    front.send(Msg::Changed);
    assert_eq!(
        (front.at(), front.window()[..2].to_vec()),
        (17, vec![18, 17])
    );
}

#[test]
fn a_list_that_became_shorter_is_filled_from_its_end() {
    let mut front = Front::new(20, SMALL);
    front.press(KeyCode::End);
    assert_eq!(front.window(), (7..=20).collect::<Vec<_>>());
    for serial in 18..=20 {
        front.run(number(serial), withdraw());
    }
    let effects = front.send(Msg::Changed);
    let from_end = |effect: &Effect| matches!(effect, Effect::Read(Query::Page(_, ask, PageFor::AgainFromEnd)) if ask.from == PageStart::End && ask.limit == 14);
    assert!(effects.iter().any(from_end), "{effects:?}");
    assert_eq!(front.window(), (4..=17).collect::<Vec<_>>());
    assert_eq!(front.at(), 17);
    for serial in 1..=17 {
        front.run(number(serial), withdraw());
    }
    front.send(Msg::Changed);
    assert_eq!((front.at(), front.window()), (0, Vec::new()));
}

#[test]
fn the_pane_reads_a_case_only_when_it_is_another_or_has_more_facts() {
    let mut front = Front::new(3, WIDE);
    let glances = |effects: &[Effect]| {
        let glance = |effect: &&Effect| matches!(effect, Effect::Read(Query::Glance(_)));
        effects.iter().filter(glance).count()
    };
    assert_eq!(
        front.press(KeyCode::Down),
        [Effect::Read(Query::Glance(number(2).into()))]
    );
    assert_eq!(glances(&front.send(Msg::Changed)), 0);
    front.run(number(1), note());
    assert_eq!(glances(&front.send(Msg::Changed)), 0);
    front.run(number(2), note());
    assert_eq!(glances(&front.send(Msg::Changed)), 1);
    // Hidden, it reads nothing; shown again, what is under the bar.
    assert_eq!(glances(&front.press(KeyCode::Tab)), 0);
    assert_eq!(glances(&front.press(KeyCode::Down)), 0);
    assert_eq!(glances(&front.press(KeyCode::Tab)), 1);
    // Beside nothing there is nothing.
    for serial in 1..=3 {
        front.run(number(serial), withdraw());
    }
    front.send(Msg::Changed);
    assert!(front.model.pane.content.is_none());
}

#[test]
fn help_opens_over_every_screen_and_goes_back_to_it() {
    let mut front = Front::new(2, SMALL);
    for (open, place) in [
        (KeyCode::Null, KeyContext::Queue),
        (KeyCode::Enter, KeyContext::Detail),
        (KeyCode::F(9), KeyContext::List),
        (KeyCode::Esc, KeyContext::Detail),
        (KeyCode::F(2), KeyContext::Linking),
        (KeyCode::Esc, KeyContext::Queue),
        (KeyCode::F(3), KeyContext::Search),
        (KeyCode::Esc, KeyContext::Queue),
        (KeyCode::F(8), KeyContext::Pages),
        (KeyCode::Esc, KeyContext::Queue),
        (KeyCode::F(7), KeyContext::Years),
        (KeyCode::Esc, KeyContext::Queue),
    ] {
        front.press(open);
        assert_eq!(front.model.key_context(), place, "{open:?}");
        for leave in [KeyCode::Esc, KeyCode::Enter] {
            front.press(KeyCode::F(1));
            assert_eq!(front.model.key_context(), KeyContext::Help);
            front.press(leave);
            assert_eq!(front.model.key_context(), place, "{leave:?}");
        }
    }
    assert!(!front.model.quit);
}

#[test]
fn the_language_changes_on_every_screen_that_takes_no_text() {
    let mut front = Front::new(1, SMALL);
    assert!(front.picture().contains("남은 시간"));
    front.press(KeyCode::Char('E'));
    assert!(front.picture().contains("time left"));
    front.press(KeyCode::Enter);
    assert!(front.picture().contains("Deadlines"));
    front.press(KeyCode::F(12));
    assert!(front.picture().contains("기한 설명"));
    front.press(KeyCode::F(3));
    front.press(KeyCode::Char('E'));
    assert_eq!(front.model.shared.lang, Lang::Ko);
}

#[test]
fn what_another_process_wrote_is_read_on_every_screen() {
    let mut front = Front::new(2, SMALL);
    front.hire(&crate::domain::staff::Staff {
        login: "lee".to_owned(),
        name: "이수진".to_owned(),
        ..*front.model.shared.actor.clone().unwrap()
    });
    front.sit_down("lee");
    let effects = front.send(Msg::Changed);
    assert!(
        effects.contains(&Effect::Read(Query::Counts))
            && effects.contains(&Effect::Read(Query::Rules))
    );
    front.press(KeyCode::Enter);
    front.send(Msg::Changed);
    assert_eq!(front.model.saying, None, "nothing happened to this case");
    front.run(number(1), note());
    front.send(Msg::Changed);
    assert!(matches!(front.model.saying, Some(StatusMessage::Done(_))));
    assert_eq!(front.model.key_context(), KeyContext::Detail);
    assert!(front.model.pending.is_none());
    front.press(KeyCode::F(3));
    for letter in "내용".chars() {
        front.press(KeyCode::Char(letter));
    }
    assert!(front.picture().contains("2건"));
    front.intake("민원 하나 더", "2026-11-20T01:00:00Z");
    front.send(Msg::Changed);
    assert!(front.picture().contains("3건"), "{}", front.picture());
}

#[test]
fn a_form_keeps_what_was_typed_whatever_others_write() {
    let mut front = Front::new(1, SMALL);
    front.press(KeyCode::F(2));
    for _ in 0..3 {
        front.press(KeyCode::Tab);
    }
    front.send(Msg::Paste("반쯤 쓴 제목".to_owned()));
    front.run(number(1), note());
    front.send(Msg::Changed);
    front.send(Msg::Resize(60, 16));
    front.send(Msg::Resize(80, 24));
    assert!(front.picture().contains("반쯤 쓴 제목"));
}

#[test]
fn what_was_not_done_is_said_until_the_next_key() {
    let mut front = Front::new(2, SMALL);
    front.press(KeyCode::Enter);
    let error = DeskError::NoSuchCase(number(77));
    let said = error.say(Lang::Ko);
    front.send(Msg::Reply(DeskReply::Failed(Box::new(error))));
    assert_eq!(
        front.model.saying,
        Some(StatusMessage::Refused(said.clone()))
    );
    assert!(
        front.picture().contains("2026-000077"),
        "{}",
        front.picture()
    );
    front.press(KeyCode::Down);
    assert_eq!(front.model.saying, None);
}

#[test]
fn a_new_size_keeps_the_bar_in_view() {
    let mut front = Front::new(40, (80, 40));
    for _ in 0..30 {
        front.press(KeyCode::Down);
    }
    assert_eq!(front.at(), 31);
    for size in [(80, 17), (120, 17), (60, 16), (80, 60), (80, 24)] {
        front.send(Msg::Resize(size.0, size.1));
        assert_eq!(front.at(), 31, "{size:?}");
        let panes = crate::tui::view::panes(&front.model);
        assert_eq!(front.window().len(), usize::from(panes.rows).min(40));
        assert!(front.picture().contains("2026-000031"), "{size:?}");
    }
    // Too small to show anything, and back.
    front.send(Msg::Resize(10, 2));
    front.picture();
    front.send(Msg::Resize(80, 24));
    assert_eq!(front.at(), 31);
}

#[test]
fn one_leaves_by_letter_by_function_key_and_by_control_c() {
    for code in [KeyCode::Char('q'), KeyCode::F(10)] {
        let mut front = Front::new(1, SMALL);
        front.press(code);
        assert!(front.model.quit, "{code:?}");
    }
    let mut front = Front::new(1, SMALL);
    front.press(KeyCode::F(2));
    front.press(KeyCode::Char('q'));
    front.press(KeyCode::F(10));
    assert!(!front.model.quit);
    let control = ratatui::crossterm::event::KeyModifiers::CONTROL;
    front.send(Msg::Key(KeyEvent::new(KeyCode::Char('c'), control)));
    assert!(front.model.quit);
}

#[test]
fn ones_own_cases_are_those_given_by_login_or_by_name() {
    let mut front = Front::new(3, SMALL);
    let actor = front.other().actor().clone();
    front.hire(&Staff {
        login: "other".into(),
        name: "다른 사람".into(),
        ..sample_staff()
    });
    for (serial, officer) in [(1, actor.login), (2, actor.name), (3, "other".into())] {
        let department = "고객지원팀".to_owned();
        front.run(
            number(serial),
            Command::Handling(Handling::Assign {
                department,
                officer,
            }),
        );
    }
    front.press(KeyCode::Char('m'));
    assert_eq!(front.window(), [1, 2]);
    assert!(front.picture().contains("[내 민원]"));
    front.send(Msg::Changed);
    assert_eq!(front.window(), [1, 2]);
    front.press(KeyCode::Char('m'));
    assert_eq!(front.window(), [1, 2, 3]);
}
