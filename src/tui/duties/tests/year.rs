//! A year at a glance, and the periods of one duty.

use super::*;

#[test]
fn the_years_are_turned_within_what_the_calendar_knows() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    bench.send_event(&ScreenEvent::Opened);
    assert_eq!(bench.screen.year, Some(2026));
    bench.press(Action::Left);
    assert_eq!(bench.screen.overview.as_ref().unwrap().year, 2025);
    bench.press(Action::Right);
    bench.press(Action::Right);
    assert_eq!(bench.screen.overview.as_ref().unwrap().year, 2027);
    bench.screen.year = Some(2199);
    bench.press(Action::Right);
    assert_eq!(bench.screen.year, Some(2199));
    bench.press(Action::Back);
    assert_eq!(bench.went, Some(Go::Queue));
}

#[test]
fn a_row_without_a_duty_says_when_one_begins() {
    let mut bench = Bench::new(Lang::En, (80, 24));
    open(&mut bench, "gbvc.training.notice");
    let Some(StatusMessage::Refused(said)) = &bench.said else {
        panic!("{:?}", bench.said);
    };
    assert!(said.contains("Plan one with Ins"), "{said}");
    assert_eq!(bench.screen.number, None);
}

#[test]
fn the_periods_of_a_duty_are_gone_through() {
    let mut bench = with_scores(Lang::Ko, (80, 24));
    open(&mut bench, SURVEY);
    let now = bench.screen.number;
    bench.press(Action::Left);
    let before = bench.screen.detail.as_ref().unwrap().view.duty.period;
    assert_eq!(before.to_string(), "2025");
    bench.press(Action::Right);
    assert_eq!(bench.screen.number, now);
    bench.press(Action::Right);
    assert!(matches!(bench.said, Some(StatusMessage::Done(_))));
    bench.press(Action::Back);
    assert_eq!((bench.screen.number, bench.went.clone()), (None, None));
    // Opened from the queue, it goes back there.
    bench.screen = DutyScreen::on(now.unwrap());
    bench.send_event(&ScreenEvent::Opened);
    assert!(bench.screen.detail.is_some());
    bench.press(Action::Back);
    assert_eq!(bench.went, Some(Go::Queue));
}
