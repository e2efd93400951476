//! What is recorded about one duty.

use super::*;

const CHECK: &str = "act.monthly-check";

#[test]
fn a_duty_is_recorded_as_done_with_its_score() {
    let mut bench = with_scores(Lang::Ko, (80, 24));
    open(&mut bench, SURVEY);
    let number = bench.screen.number.unwrap();
    bench.press(Action::Act);
    assert_eq!(bench.screen.state().key_context, KeyContext::Form);
    bench.send_event(&ScreenEvent::Paste("응답 500명"));
    assert!(bench.draft().is_some());
    bench.press(Action::NextField);
    bench.send_event(&ScreenEvent::Paste("구십"));
    bench.press(Action::Submit);
    assert!(
        matches!(bench.said, Some(StatusMessage::Refused(_))),
        "{:?}",
        bench.said
    );
    assert_eq!(bench.screen.state().key_context, KeyContext::Form);
    bench.press(Action::SelectAll);
    for _ in 0..2 {
        let key = ratatui::crossterm::event::KeyCode::Backspace.into();
        bench.send_event(&ScreenEvent::Key(key));
    }
    bench.send_event(&ScreenEvent::Paste("92.5"));
    bench.press(Action::Submit);
    assert!(
        matches!(bench.said, Some(StatusMessage::Done(_))),
        "{:?}",
        bench.said
    );
    assert_eq!(
        (bench.screen.state().key_context, bench.draft()),
        (KeyContext::Duty, None)
    );
    let duty = bench.desk().duty(number).unwrap().duty;
    assert_eq!(duty.completion.result.as_str(), "응답 500명");
    assert_eq!(duty.completion.score, Some("92.5".parse().unwrap()));
    // What is done is not done twice: the domain's sentence says so before a form opens.
    bench.press(Action::Act);
    assert!(matches!(bench.said, Some(StatusMessage::Refused(_))));
    assert_eq!(bench.screen.state().key_context, KeyContext::Duty);
}

#[test]
fn a_form_that_is_left_goes_on_where_it_was() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    open(&mut bench, SURVEY);
    bench.press(Action::Act);
    bench.send_event(&ScreenEvent::Paste("응답 500명"));
    bench.press(Action::Back);
    assert_eq!(bench.screen.state().key_context, KeyContext::Duty);
    bench.press(Action::Act);
    assert!(bench.shown().contains("응답 500명"), "{}", bench.shown());
}

#[test]
fn only_what_has_a_date_is_dated_or_announced() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    open(&mut bench, SURVEY);
    for action in [Action::Schedule, Action::Announce] {
        bench.press(action);
        assert!(
            matches!(bench.said, Some(StatusMessage::Refused(_))),
            "{action}"
        );
        assert_eq!(bench.screen.state().key_context, KeyContext::Duty);
    }
}

#[test]
fn a_training_is_moved_and_announced() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    let day = "2026-12-20".parse().unwrap();
    let promise = "gbvc.training.notice";
    let number = bench.desk().plan_duty(promise, day, "기본교육").unwrap();
    open(&mut bench, promise);
    bench.press(Action::Schedule);
    bench.send_event(&ScreenEvent::Paste("2026-12-24"));
    bench.press(Action::Submit);
    assert!(
        matches!(bench.said, Some(StatusMessage::Done(_))),
        "{:?}",
        bench.said
    );
    bench.press(Action::Announce);
    bench.send_event(&ScreenEvent::Paste("누리집에 안내함"));
    bench.press(Action::Submit);
    assert!(
        matches!(bench.said, Some(StatusMessage::Done(_))),
        "{:?}",
        bench.said
    );
    let duty = bench.desk().duty(number).unwrap().duty;
    assert_eq!(duty.on(), "2026-12-24".parse().ok());
    assert!(duty.announced.is_some());
    // It has not taken place.
    bench.press(Action::Act);
    assert!(
        bench.refused().contains("2026-12-24"),
        "{}",
        bench.refused()
    );
}

#[test]
fn what_looks_back_is_not_done_before_its_month_is_over() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    open(&mut bench, CHECK);
    bench.press(Action::Act);
    assert!(
        bench.refused().contains("2026-12-01"),
        "{}",
        bench.refused()
    );
    assert_eq!(bench.screen.state().key_context, KeyContext::Duty);
}

#[test]
fn a_time_of_a_deed_may_be_a_day_and_lies_between_its_beginning_and_now() {
    for (at, fault) in [
        ("2025-12-31", "기록할 수 있습니다"),
        ("2026-11-24", "고칠 곳"),
        ("내일", "고칠 곳"),
        ("어제", ""),
        ("2026-11-20", ""),
        ("2026-11-23", ""),
        ("2026-11-20 11:00", ""),
    ] {
        let mut bench = Bench::new(Lang::Ko, (80, 24));
        open(&mut bench, SURVEY);
        let number = bench.screen.number.unwrap();
        bench.press(Action::Act);
        bench.send(&["끝", "", "", "", "", "", at]);
        let done = bench.desk().duty(number).unwrap().duty.done;
        assert_eq!(done.is_some(), fault.is_empty(), "{at}: {:?}", bench.said);
        if !fault.is_empty() {
            assert!(bench.refused().contains(fault), "{at}: {}", bench.refused());
        }
    }
}

#[test]
fn a_score_out_of_range_is_told_beside_its_field_and_nothing_is_half_written() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    open(&mut bench, SURVEY);
    let number = bench.screen.number.unwrap();
    let before = bench.desk().duty(number).unwrap().duty;
    bench.press(Action::Act);
    bench.send(&["응답 500명", "10001", &"가".repeat(20)]);
    assert!(
        bench.shown().contains("점수: 형식이 맞지 않습니다"),
        "{}",
        bench.shown()
    );
    assert_eq!(bench.desk().duty(number).unwrap().duty, before);
}

#[test]
fn a_wrong_score_is_set_right_beside_it() {
    let mut bench = with_scores(Lang::Ko, (80, 24));
    open(&mut bench, SURVEY);
    bench.press(Action::Left);
    let number = bench.screen.number.unwrap();
    bench.press(Action::Correct);
    bench.send(&["", "보고서와 다름", "93.3", "최우수"]);
    bench.done();
    let duty = bench.desk().duty(number).unwrap().duty;
    assert_eq!(duty.completion.score, Some("93.3".parse().unwrap()));
    assert_eq!(duty.completion.grade, "최우수");
    let told = "정정  1번, 보고서와 다름, 93.3, 최우수";
    assert!(bench.shown().contains(told), "{}", bench.shown());
    // Why is asked for, and the entry must tell a result.
    bench.press(Action::Correct);
    bench.send(&["", "", "90"]);
    assert!(bench.shown().contains("비어 있"), "{}", bench.shown());
    bench.press(Action::Back);
    bench.press(Action::Right);
    bench.press(Action::Correct);
    bench.send(&["", "점수를 적음", "90"]);
    assert!(
        bench.refused().contains("1번에는 점수나"),
        "{}",
        bench.refused()
    );
}

#[test]
fn what_is_over_is_left_out_by_a_supervisor_with_a_reason() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    open(&mut bench, SURVEY);
    let number = bench.screen.number.unwrap();
    bench.press(Action::Remove);
    bench.press(Action::Submit);
    assert_eq!(
        bench.screen.state().key_context,
        KeyContext::Form,
        "a reason is missing"
    );
    bench.send(&["조직 개편"]);
    bench.done();
    let duty = bench.desk().duty(number).unwrap().duty;
    assert_eq!(duty.reason.as_str(), "조직 개편");
    // Others are told before a form opens.
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    open(&mut bench, SURVEY);
    let clerk = bench.shared.actor.as_mut().unwrap();
    clerk.role = crate::domain::staff::Role::Clerk;
    bench.press(Action::Remove);
    assert!(bench.refused().contains("감독자"), "{}", bench.refused());
}

#[test]
fn what_another_clerk_recorded_meanwhile_is_told_and_what_was_typed_is_kept() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    open(&mut bench, SURVEY);
    let number = bench.screen.number.unwrap();
    bench.press(Action::Act);
    bench.paste("응답 500명");
    let order = crate::desk::DutyOrder {
        number,
        command: crate::domain::duty::DutyCommand::Correct {
            fact: 1,
            text: "제목을 고침".into(),
            score: String::new(),
            grade: String::new(),
        },
        time: crate::domain::late::EntryTime::NOW,
        seen: None,
    };
    bench.desk().run_duty(&order).unwrap();
    bench.press(Action::Submit);
    bench.refused();
    assert_eq!(bench.screen.state().key_context, KeyContext::Form);
    assert_eq!(bench.desk().duty(number).unwrap().duty.done, None);
    // It was read again: sent once more, it is recorded.
    bench.press(Action::Submit);
    bench.done();
    let duty = bench.desk().duty(number).unwrap().duty;
    assert_eq!(duty.completion.result.as_str(), "응답 500명");
}
