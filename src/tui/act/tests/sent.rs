//! Forms that are sent: what is recorded, what comes back, and what stays typed.

use super::*;
use crate::tui::effect::DraftEffect;

#[test]
fn every_possible_action_is_sent_and_carried_out() {
    let mut tried = 0;
    for kind in ActionKind::ALL {
        let (mut bench, number) = twice(SMALL);
        let (view, _) = case(&mut bench, number);
        // Only what five people brought is merged.
        if view.check(*kind, bench.shared.by()).is_err() || *kind == ActionKind::Merge {
            continue;
        }
        tried += 1;
        let mut act = Act::new(*kind, bench, number);
        if *kind == ActionKind::StepOne {
            act.screen.draft.form.focus("officer");
            act.fill(&["kim"]);
        }
        if *kind == ActionKind::Consult {
            act.fill(&["고객지원팀"]);
        }
        if *kind == ActionKind::Amend {
            // Everything stands as it was typed.
            act.screen.draft.form.focus("title");
            act.fill(&["또 "]);
        }
        // What must be filled in is asked for by name, field by field.
        for _ in 0..4 {
            let reply = act.act(Action::Submit);
            if reply.go == Some(Go::Case(number)) {
                break;
            }
            act.send_event(&ScreenEvent::Paste("내용"));
            if matches!(kind, ActionKind::Tick | ActionKind::Link) {
                act.send_event(&ScreenEvent::Key(KeyCode::Char(' ').into()));
            }
        }
        let (view, _) = case(&mut act.bench, number);
        assert_eq!(view.case.seq, 2, "{kind}\n{}", act.drawn());
        assert_eq!(act.screen.draft.draft(), None);
    }
    assert!(tried >= 20, "{tried}");
}

#[test]
fn what_went_wrong_is_made_up_for_and_a_visit_is_kept() {
    let later = [
        ActionKind::KeepAppointment,
        ActionKind::ConfirmOverdue,
        ActionKind::ExplainDelay,
    ];
    let now = [
        ActionKind::CheckFacts,
        ActionKind::PublicApology,
        ActionKind::Caution,
        ActionKind::Training,
        ActionKind::Compensate,
        ActionKind::MoveAppointment,
        ActionKind::AnnounceVisit,
    ];
    for kind in now.into_iter().chain(later) {
        let (mut bench, number) = twice(SMALL);
        let (detail, text) = (Detail::Error, "착오".to_owned());
        bench.run(
            number,
            Command::Redress(Redress::ReportMisconduct {
                detail,
                happened: None,
                text,
            }),
        );
        let text = "확인".to_owned();
        let (told, unfounded) = (false, false);
        let check = Redress::CheckFacts {
            text,
            told,
            unfounded,
        };
        bench.run(number, Command::Redress(check));
        let at = bench.shared.now + chrono::TimeDelta::hours(20);
        let purpose = "현장 확인".to_owned();
        bench.run(number, Command::Visit(Appointment::Appoint { at, purpose }));
        if later.contains(&kind) {
            bench.set_clock("2026-12-14 10:00");
        }
        if kind == ActionKind::ExplainDelay {
            bench.run(number, Command::Redress(Redress::ConfirmOverdue));
        }
        let (view, _) = case(&mut bench, number);
        let before = view.case.seq;
        assert_eq!(view.check(kind, bench.shared.by()), Ok(()));
        let mut act = Act::new(kind, bench, number);
        for _ in 0..4 {
            if act.act(Action::Submit).go == Some(Go::Case(number)) {
                break;
            }
            act.send_event(&ScreenEvent::Paste("내용"));
        }
        let (view, _) = case(&mut act.bench, number);
        assert_eq!(view.case.seq, before + 1, "{kind}\n{}", act.drawn());
    }
}

#[test]
fn what_is_empty_is_told_at_the_field_before_anything_is_sent() {
    let (bench, number) = twice(SMALL);
    let mut act = Act::new(ActionKind::Refuse, bench, number);
    let reply = act.act(Action::Submit);
    assert!(reply.effects.is_empty());
    let drawn = act.drawn();
    for said in ["거부 이유: 비어", "구제 방법: 비어"] {
        assert!(drawn.contains(said), "{drawn}");
    }
}

#[test]
fn another_clerks_fact_is_told_the_text_is_kept_and_sending_again_works() {
    let (bench, number) = twice(SMALL);
    let mut act = Act::new(ActionKind::StepOne, bench, number);
    act.screen.draft.form.focus("officer");
    act.fill(&["kim"]);
    act.screen.draft.form.focus("instruction");
    act.fill(&["사실 확인"]);
    act.bench
        .run(number, Command::Handling(Handling::Acknowledge));
    let reply = act.act(Action::Submit);
    let Some(StatusMessage::Refused(said)) = reply.say else {
        panic!("{reply:?}")
    };
    assert!(said.contains("다른 담당자가 먼저"), "{said}");
    assert!(act.drawn().contains("그 사이 기록됨: 확인 (김가상)"));
    assert!(act.drawn().contains("사실 확인"));
    let reply = act.act(Action::Submit);
    assert_eq!(reply.go, Some(Go::Case(number)));
    assert_eq!(
        reply.say,
        Some(StatusMessage::Done(
            "2026-000002: 1차 조치를 기록했습니다.".into()
        ))
    );
    assert_eq!(case(&mut act.bench, number).0.case.step(), 1);
}

#[test]
fn a_draft_is_kept_for_each_case_and_action() {
    let (bench, number) = twice(SMALL);
    let mut act = Act::new(ActionKind::Reply, bench, number);
    act.send_event(&ScreenEvent::Key(key(KeyCode::Right)));
    act.act(Action::NextField);
    act.fill(&["고쳤습니다.\n감사합니다."]);
    let draft = act.screen.draft.draft();
    assert_eq!(draft.as_ref().unwrap().0, "act-2026-000002-reply");
    assert_eq!(act.act(Action::Back).go, Some(Go::Case(number)));
    let mut again = Act::new(ActionKind::Reply, act.bench, number);
    assert_eq!(again.screen.draft.draft(), draft);
    again.act(Action::Discard);
    again.act(Action::Discard);
    assert_eq!(
        again.screen.draft.draft(),
        draft,
        "the key that asks empties nothing"
    );
    again.send_event(&ScreenEvent::Key(key(KeyCode::Delete)));
    assert_eq!(again.screen.draft.draft(), None);
    let kept = again.bench.perform(Effect::Draft(DraftEffect::Read(
        "act-2026-000002-reply".into(),
    )));
    assert!(matches!(kept, Some(DeskReply::Draft(_, None))));
}
