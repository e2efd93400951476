//! How the screen looks.

use super::*;
use crate::form::text::Alphabet;

#[test]
fn it_bears_every_size_and_is_plain_in_ascii() {
    let mut bench = with_scores(Lang::En, (80, 24));
    bench.send_event(&ScreenEvent::Opened);
    for open_one in [false, true] {
        if open_one {
            open(&mut bench, SURVEY);
        }
        for size in [(1, 2), (10, 4), (40, 12), (79, 23), (200, 60)] {
            bench.shared.size = size;
            for action in [
                Action::Last,
                Action::PageUp,
                Action::PageDown,
                Action::First,
            ] {
                bench.press(action);
                bench.shown();
            }
        }
    }
    bench.shared.size = (100, 30);
    bench.shared.symbols = Symbols::of(Alphabet::Ascii);
    bench.press(Action::Back);
    let shown = bench.shown();
    let plain = |c: char| c.is_ascii() || matches!(c, '가'..='힣');
    assert!(shown.chars().all(plain), "{shown}");
}

/// Every form of the screen, with the duty it is opened on.
const FORMS: [(Action, &str); 8] = [
    (Action::Act, SURVEY),
    (Action::Earlier, SURVEY),
    (Action::Correct, SURVEY),
    (Action::Revoke, TRAINING),
    (Action::Remove, SURVEY),
    (Action::Add, TRAINING),
    (Action::Schedule, TRAINING),
    (Action::Announce, TRAINING),
];
const TRAINING: &str = "gbvc.training.notice";

#[test]
fn every_form_bears_every_size_and_is_plain_in_ascii() {
    let plain = |c: char| c.is_ascii() || matches!(c, '가'..='힣');
    for (form, promise) in FORMS {
        let mut bench = with_scores(Lang::En, (80, 24));
        let day = "2026-12-24".parse().unwrap();
        bench.desk().plan_duty(TRAINING, day, "기본교육").unwrap();
        open(&mut bench, promise);
        bench.press(form);
        assert_eq!(
            bench.screen.state().key_context,
            KeyContext::Form,
            "{form}: {:?}",
            bench.said
        );
        bench.paste("2026-12-30");
        for size in [(1, 2), (2, 3), (10, 4), (40, 12), (79, 23), (200, 60)] {
            bench.shared.size = size;
            bench.press(Action::NextField);
            bench.send_event(&ScreenEvent::Opened);
            bench.shown();
        }
        bench.shared.size = (100, 30);
        bench.shared.symbols = Symbols::of(Alphabet::Ascii);
        let shown = bench.shown();
        assert!(shown.chars().all(plain), "{form}: {shown}");
    }
}
