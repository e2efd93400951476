//! A terminal that stays open over the end of a month, of a year, and over the day on which a charter takes effect.

use super::*;
use crate::{
    desk::Revision,
    domain::{charter::builtin::builtin_text, duty::DutyStage},
    tui::effect::Change,
};

/// How often the duties were asked to begin.
fn asked(effects: &[Effect]) -> usize {
    let begin = |effect: &&Effect| matches!(effect, Effect::Write(Change::BeginDuties));
    effects.iter().filter(begin).count()
}

/// The periods of the open duties of a promise.
fn open(front: &mut Front, promise: &str) -> Vec<String> {
    let views = front.other().duty_history(promise).unwrap();
    let open = views
        .iter()
        .filter(|view| view.duty.stage == DutyStage::Open);
    open.map(|view| view.duty.period.to_string()).collect()
}

#[test]
fn a_new_month_and_a_new_year_open_their_duties_once_in_a_terminal_that_stays_open() {
    const CHECK: &str = "act.monthly-check";
    const SURVEY: &str = "gbvc.survey";
    let mut front = Front::new(1, (80, 24));
    assert_eq!(
        asked(&front.tick("2026-11-23T05:04:00Z")),
        0,
        "the same day"
    );
    assert_eq!(open(&mut front, CHECK), [""; 0]);
    // A day on which nothing begins is asked about once and changes nothing.
    assert_eq!(asked(&front.tick("2026-11-29T15:00:00Z")), 1);
    assert_eq!(asked(&front.tick("2026-11-29T15:01:00Z")), 0);
    assert_eq!(
        (open(&mut front, CHECK).len(), &front.model.saying),
        (0, &None)
    );
    // Midnight in Seoul.
    assert_eq!(asked(&front.tick("2026-11-30T14:59:00Z")), 0);
    let before = front.model.queue.rows().len();
    assert_eq!(asked(&front.tick("2026-11-30T15:00:00Z")), 1);
    assert_eq!(open(&mut front, CHECK), ["2026-12"]);
    assert_eq!(front.model.queue.rows().len(), before + 1);
    assert!(
        front.picture().contains("1건이 새로 시작"),
        "{}",
        front.picture()
    );
    for minute in 1..5 {
        assert_eq!(
            asked(&front.tick(&format!("2026-11-30T15:0{minute}:00Z"))),
            0
        );
    }
    // The screen of the duties shows the new year's at once.
    front.press(KeyCode::F(5));
    front.press(KeyCode::Right);
    assert_eq!(asked(&front.tick("2026-12-31T15:00:00Z")), 1);
    assert_eq!(open(&mut front, CHECK), ["2026-12", "2027-01"]);
    assert_eq!(open(&mut front, SURVEY), ["2027"]);
    assert!(front.picture().contains("남음 8"), "{}", front.picture());
    assert_eq!(asked(&front.tick("2026-12-31T15:01:00Z")), 0);
    assert_eq!(
        front.other().verify().unwrap().problems,
        Vec::<String>::new()
    );
}

#[test]
fn a_terminal_that_was_closed_over_the_turn_of_the_month_asks_another_time_for_nothing() {
    let mut front = Front::new(0, (80, 24));
    front.tick("2026-11-30T15:00:00Z");
    let twice = front.other().begin_duties().unwrap();
    assert_eq!(twice, 0, "the second terminal finds nothing to do");
}

#[test]
fn a_charter_that_is_revised_meanwhile_brings_its_duties_at_once() {
    let mut front = Front::new(0, (80, 24));
    let text = builtin_text("gbvc").unwrap();
    let revised = format!(
        "{text}\n[[promise]]\nid = \"gbvc.audit\"\nkind = \"duty\"\naction = {{ ko = \"점검합니다.\", en = \"Audit.\" }}\nmet_by = \"done\"\nduty = {{ every = \"month\" }}\n"
    );
    let from = "2026-11-23".parse().unwrap();
    let charter = revised.as_str();
    front.other().adopt(&Revision { charter, from }).unwrap();
    assert_eq!(asked(&front.send(Msg::Changed)), 1);
    assert_eq!(open(&mut front, "gbvc.audit"), ["2026-11"]);
    assert_eq!(asked(&front.send(Msg::Changed)), 0);
}
