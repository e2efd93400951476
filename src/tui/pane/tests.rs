//! The pane before the practice desk: of a visit or call and of a duty as of a case.

use crate::{
    desk::ContactOrder,
    domain::{
        contact::ContactCommand,
        late::EntryTime,
        subject::{ContactNumber, Subject},
    },
    tui::{
        effect::{Effect, Query},
        front::Front,
        model::Msg,
    },
    words::Lang,
};
use ratatui::crossterm::event::KeyCode;

const WIDE: (u16, u16) = (120, 40);

/// The practice desk with the bar on the first row of that kind.
fn on(lang: Lang, size: (u16, u16), wanted: impl Fn(Subject) -> bool) -> Front {
    let mut front = Front::demo(lang, size);
    for _ in 0..60 {
        let row = front.model.queue.selected().unwrap().subject;
        if wanted(row) {
            return front;
        }
        front.press(KeyCode::Down);
    }
    panic!("no such row");
}

fn is_duty(subject: Subject) -> bool {
    matches!(subject, Subject::Duty(_))
}

/// The call of which a call-back is owed.
const OWED: ContactNumber = ContactNumber {
    year: 2026,
    serial: 2,
};

#[test]
fn a_call_and_a_duty_are_shown_beside_the_queue() {
    for (lang, wish, period) in [
        (Lang::Ko, "│  회신 약속", "│  기간        2026년 11월"),
        (Lang::En, "│  To call back", "│  period      11/2026"),
    ] {
        let picture = on(lang, WIDE, |row| row == OWED.into()).picture();
        assert!(picture.contains(wish), "{picture}");
        let picture = on(lang, WIDE, is_duty).picture();
        assert!(picture.contains(period), "{picture}");
    }
}

#[test]
fn below_the_queue_they_are_shown_too() {
    let mut front = on(Lang::Ko, (80, 24), |row| row == OWED.into());
    assert!(!front.picture().contains("회신 약속"));
    front.press(KeyCode::Tab);
    assert!(front.picture().contains("회신 약속"), "{}", front.picture());
    let mut front = on(Lang::Ko, (80, 24), is_duty);
    front.press(KeyCode::Tab);
    let number = front.model.queue.selected().unwrap().subject.to_string();
    assert!(
        front.picture().matches(&number).count() >= 2,
        "{}",
        front.picture()
    );
}

#[test]
fn what_another_clerk_records_on_a_call_is_read_again_and_nothing_else() {
    let mut front = on(Lang::Ko, WIDE, |row| row == OWED.into());
    let glances = |effects: &[Effect]| {
        let glance = |effect: &&Effect| **effect == Effect::Read(Query::Glance(OWED.into()));
        effects.iter().filter(glance).count()
    };
    assert_eq!(glances(&front.send(Msg::Changed)), 0);
    let order = ContactOrder {
        number: OWED,
        command: ContactCommand::Ask {
            text: "언제 오시는지".into(),
        },
        ticked: String::new(),
        time: EntryTime::NOW,
        seen: None,
    };
    front.other().run_contact(&order).unwrap();
    assert_eq!(glances(&front.send(Msg::Changed)), 1);
    assert!(front.picture().contains("언제 오시는지"));
    // Names are masked here too, until the clerk asks.
    assert!(!front.picture().contains("010-0000-1103"));
    front.press(KeyCode::Char('u'));
    assert!(front.picture().contains("010-0000-1103"));
}

#[test]
fn on_a_slow_line_it_follows_when_no_key_comes_in() {
    let mut front = Front::demo(Lang::Ko, WIDE);
    front.model.shared.thrifty = true;
    while front.model.queue.selected().unwrap().subject != OWED.into() {
        let effects = front.press(KeyCode::Down);
        assert_eq!(effects, [], "nothing is read while the bar moves");
    }
    assert!(!front.picture().contains("회신 약속"));
    assert_eq!(
        front.send(Msg::Quiet),
        [Effect::Read(Query::Glance(OWED.into()))]
    );
    assert!(front.picture().contains("회신 약속"));
}
