//! Duties that staff begin: planned for a date, and entered from before the desk.

use super::*;

const TRAINING: &str = "gbvc.training.notice";

#[test]
fn a_training_is_planned_and_its_announcement_is_due_twenty_days_before() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    point(&mut bench, TRAINING);
    bench.press(Action::Add);
    assert_eq!(bench.screen.state().key_context, KeyContext::Form);
    bench.paste("2026-12-24");
    assert!(
        bench.shown().contains("12/04 (금)까지 안내해야"),
        "{}",
        bench.shown()
    );
    bench.press(Action::NextField);
    bench.paste("하반기 기본교육");
    bench.press(Action::Submit);
    assert!(bench.done().contains("D2026-"), "{}", bench.done());
    let number = bench.screen.number.unwrap();
    let view = bench.desk().duty(number).unwrap();
    assert_eq!(view.duty.title, "하반기 기본교육");
    assert_eq!(view.duty.on(), "2026-12-24".parse().ok());
    let due = view.deadline.unwrap().due.date;
    assert_eq!(due.to_string(), "2026-12-04");
    // A second one is planned from the first; back in the year both stand in its row.
    bench.press(Action::Add);
    bench.send(&["2026.12.28"]);
    assert_ne!(bench.screen.number.unwrap(), number);
    assert_eq!(bench.known(TRAINING), 2);
    bench.press(Action::Back);
    assert!(bench.shown().contains("○2"), "{}", bench.shown());
}

#[test]
fn a_date_that_is_none_or_lies_behind_is_refused_and_nothing_is_written() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    for (date, under, beneath) in [
        ("", "날짜: 형식이 맞지", ""),
        ("2026-02-30", "날짜: 형식이 맞지", ""),
        ("12월 말", "날짜: 형식이 맞지", ""),
        (
            "2026-11-22",
            "날짜: 지금보다 뒤이고",
            "날짜: 지금보다 뒤이고",
        ),
        (
            "2036-12-31",
            "날짜: 지금보다 뒤이고",
            "날짜: 지금보다 뒤이고",
        ),
    ] {
        point(&mut bench, TRAINING);
        bench.press(Action::Add);
        bench.paste(date);
        assert!(bench.shown().contains(beneath), "{date}: {}", bench.shown());
        bench.press(Action::Submit);
        assert!(bench.shown().contains(under), "{date}: {}", bench.shown());
        assert_eq!(
            (bench.known(TRAINING), bench.screen.state().key_context),
            (0, KeyContext::Form)
        );
        bench.press(Action::Discard);
        let delete = ratatui::crossterm::event::KeyCode::Delete.into();
        bench.send_event(&ScreenEvent::Key(delete));
        bench.press(Action::Back);
    }
    // Today is late for the announcement, but it is the truth: the miss is told before it is saved.
    bench.press(Action::Add);
    bench.paste("2026-11-23");
    assert!(bench.shown().contains("초과"), "{}", bench.shown());
}

#[test]
fn a_date_that_moves_tells_its_new_deadline_before_it_is_saved() {
    let mut bench = Bench::new(Lang::En, (80, 24));
    let day = "2026-12-24".parse().unwrap();
    bench.desk().plan_duty(TRAINING, day, "").unwrap();
    open(&mut bench, TRAINING);
    bench.press(Action::Schedule);
    bench.paste("2027-01-20");
    assert!(
        bench.shown().contains("announced by 12/31 (Thu)"),
        "{}",
        bench.shown()
    );
}

#[test]
fn planning_finds_the_only_duty_with_a_date_wherever_the_bar_is() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    point(&mut bench, SURVEY);
    bench.press(Action::Add);
    bench.send(&["2026-12-24"]);
    assert_eq!(bench.known(TRAINING), 1);
    // A charter that has none says so.
    let mut bench = Bench::of("wonju", Lang::Ko, (80, 24));
    point(&mut bench, "wonju.survey");
    bench.press(Action::Add);
    assert!(
        bench.refused().contains("날짜를 정해 여는 과제가 없습니다"),
        "{}",
        bench.refused()
    );
}

#[test]
fn scores_of_earlier_years_are_entered_and_stand_in_the_history() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    point(&mut bench, SURVEY);
    bench.press(Action::Earlier);
    assert!(bench.shown().contains("예: 2025"), "{}", bench.shown());
    bench.send(&[
        "2025",
        "2025-12-18",
        "응답 412명",
        "91.4",
        "우수",
        "고객-2025-31",
        "",
        "한가상",
    ]);
    assert!(bench.done().contains("D2025-"), "{}", bench.done());
    let number = bench.screen.number.unwrap();
    let entered = bench.desk().duty(number).unwrap().duty;
    assert!(entered.is_earlier());
    assert_eq!(entered.doer(), "한가상");
    assert_eq!(entered.completion.evidence.as_str(), "고객-2025-31");
    assert_eq!(entered.done_on, "2025-12-18".parse().ok());
    // A second one from there; it is seen among the periods of the one that is open.
    bench.press(Action::Earlier);
    bench.send(&["2024", "", "", "88.1"]);
    assert!(
        bench.shown().contains("88.1") && bench.shown().contains("91.4"),
        "{}",
        bench.shown()
    );
    assert!(
        bench.shown().contains("한가상 · 고객-2025-31 · 응답 412명"),
        "{}",
        bench.shown()
    );
    assert_eq!(bench.known(SURVEY), 3);
}

#[test]
fn what_is_wrong_with_an_earlier_result_is_told_and_nothing_is_written() {
    for (texts, said) in [
        (&["2026"][..], "아직 끝나지 않았습니다"),
        (&["2025-H1"], "이 과제의 기간이 아닙니다"),
        (&["작년"], "기간: 형식이 맞지"),
        (&["2025", "작년"], "일시: 형식이 맞지"),
        (&["2025", "2024-12-31"], "앞설 수 없습니다"),
        (&["2025", "2026-12-31"], "앞으로 올 시각"),
        (&["2025", "", "", "구십"], "점수: 형식이 맞지"),
        (&["2025", "", "", "-1"], "점수: 형식이 맞지"),
    ] {
        let mut bench = Bench::new(Lang::Ko, (80, 24));
        point(&mut bench, SURVEY);
        bench.press(Action::Earlier);
        bench.send(texts);
        let told = format!("{:?} {}", bench.said, bench.shown());
        assert!(told.contains(said), "{texts:?}: {told}");
        assert_eq!(
            (bench.known(SURVEY), bench.screen.state().key_context),
            (1, KeyContext::Form)
        );
    }
    // What is on record is not entered again.
    let mut bench = with_scores(Lang::Ko, (80, 24));
    point(&mut bench, SURVEY);
    bench.press(Action::Earlier);
    bench.send(&["2025"]);
    assert!(
        bench.refused().contains("이미 있습니다"),
        "{}",
        bench.refused()
    );
}

#[test]
fn a_half_filled_plan_is_kept_and_thrown_away_once_it_is_on_record() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    point(&mut bench, TRAINING);
    bench.press(Action::Add);
    bench.paste("2026-12-2");
    bench.press(Action::Back);
    bench.press(Action::Add);
    bench.press(Action::NextField);
    bench.press(Action::PreviousField);
    bench.paste("4");
    bench.press(Action::Submit);
    bench.done();
    bench.press(Action::Add);
    assert_eq!(bench.draft(), None);
    assert!(
        bench.shown().contains("예: 2026-12-18"),
        "{}",
        bench.shown()
    );
}
