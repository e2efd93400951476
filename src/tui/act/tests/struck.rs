//! The form that strikes a fact out: from a row of the queue.

use super::*;
use crate::{
    domain::{
        sameness::Agreement,
        staff::{Role, Staff, sample_staff},
    },
    form::{Answer, case as fields},
    tui::{front::Front, keymap::KeyContext},
};

/// The facts that are offered, by their numbers.
fn offered(front: &Front) -> Vec<String> {
    let screen = front.model.shown::<ActScreen>().unwrap();
    let questions = screen.draft.form.questions();
    let fact = questions.iter().find(|one| one.id == "fact").unwrap();
    match &fact.takes {
        Answer::Among(picks) => picks.iter().map(|pick| pick.id.clone()).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn del_on_a_row_of_the_queue_goes_to_the_case_of_that_row() {
    let mut front = Front::new(3, SMALL);
    front.press(KeyCode::Down);
    front.press(KeyCode::Delete);
    let title = front.picture().lines().nth(1).unwrap().to_owned();
    assert!(title.contains("2026-000002 · 기록 취소"), "{title}");
    assert_eq!(offered(&front), ["1"], "{}", front.picture());
    front.press(KeyCode::Esc);
    front.press(KeyCode::Esc);
    assert_eq!(front.model.jump, None, "no number is asked for");
}

#[test]
fn one_key_points_to_the_earlier_case_without_confirming_it() {
    let (bench, number) = twice(LARGE);
    let mut act = Act::new(ActionKind::Link, bench, number);
    assert_eq!(act.screen.state().key_context, KeyContext::Sameness);
    act.act(Action::Link);
    for on in ["yes", "", "yes"] {
        act.act(Action::SeeAlso);
        assert_eq!(act.screen.draft.form.value("see-also"), on);
    }
    assert_eq!(act.act(Action::Submit).go, Some(Go::Case(number)));
    let (view, _) = case(&mut act.bench, number);
    let first = CaseNumber {
        year: 2026,
        serial: 1,
    };
    assert_eq!(
        (&*view.case.see_also, &*view.case.links),
        (&[first][..], &[][..])
    );
}

/// Against the program's doubt a reason counts of a supervisor only: a clerk is told who may, and is not asked for it.
#[test]
fn a_clerk_at_a_doubtful_link_is_not_asked_for_a_reason() {
    let (mut bench, number) = twice(LARGE);
    let (view, mut earlier) = case(&mut bench, number);
    for (name, role, asked) in [
        (Agreement::Same, Role::Clerk, true),
        (Agreement::Differs, Role::Clerk, false),
        (Agreement::Differs, Role::Supervisor, true),
    ] {
        earlier[0].sameness.name = name;
        bench.shared.actor = Some(Box::new(Staff {
            role,
            ..sample_staff()
        }));
        let mut form = fields::begun(ActionKind::Link, &view, &earlier, bench.shared.context());
        assert_eq!(form.shown("reason").is_some(), asked, "{name:?} {role:?}");
        form.set("see-also", "yes");
        fields::settle(ActionKind::Link, &mut form, &earlier, role);
        assert!(form.shown("reason").is_some(), "it only points there");
    }
}
