//! The duties: what is asked, what the form records, and how the screen looks.

use super::*;
use crate::{
    desk::{Adopt, Desk, Opening},
    domain::{
        charter::builtin::builtin_text,
        duty::{Completing, Period},
        staff::Staff,
    },
    tui::{
        effect::{Office, perform},
        fixture::{SIZES, drawn, shared},
        symbols::Symbols,
    },
    words::Lang,
};
use tempfile::TempDir;

const SURVEY: &str = "gbvc.survey";

/// The screen with a desk behind it; what it asks is done at once.
struct Bench {
    _folder: TempDir,
    office: Office,
    shared: Shared,
    screen: DutyScreen,
    said: Option<Saying>,
    went: Option<Go>,
}

impl Bench {
    fn new(lang: Lang, size: (u16, u16)) -> Self {
        let folder = TempDir::new().unwrap();
        let opening = Opening {
            path: folder.path().join("desk.db"),
            acting: None,
            now: Some("2026-11-23 14:03".to_owned()),
        };
        let charter = builtin_text("gbvc").unwrap();
        let practice = true;
        let mut desk = Desk::found(&opening, &Adopt { charter, practice }).unwrap();
        desk.begin_duties().unwrap();
        let mut shared = shared(lang, size);
        let actor: Staff = desk.actor().clone();
        shared.actor = Some(Box::new(actor));
        let office = Office {
            desk: Some(desk),
            opening,
        };
        Self {
            _folder: folder,
            office,
            shared,
            screen: DutyScreen::default(),
            said: None,
            went: None,
        }
    }

    fn desk(&mut self) -> &mut Desk {
        self.office.desk.as_mut().unwrap()
    }

    fn hear(&mut self, heard: &Heard<'_>) {
        let reply = self.screen.update(heard, &self.shared);
        self.said = reply.say.or(self.said.take());
        self.went = reply.go.or(self.went.take());
        for effect in reply.effects {
            if let Some(told) = perform(effect, &mut self.office) {
                self.hear(&Heard::Told(&told));
            }
        }
    }

    fn press(&mut self, action: Action) {
        self.said = None;
        self.hear(&Heard::Action(action));
    }

    fn shown(&self) -> String {
        let screen = &self.screen;
        drawn(&self.shared, |frame, area| {
            screen.view(frame, area, &self.shared);
        })
    }
}

/// A bench with two scores from before the desk.
fn with_scores(lang: Lang, size: (u16, u16)) -> Bench {
    let mut bench = Bench::new(lang, size);
    for (year, score) in [("2024", "88.1"), ("2025", "91.4")] {
        let period: Period = year.parse().unwrap();
        let completing = Completing {
            result: "응답 412명".into(),
            score: score.into(),
            grade: "우수".into(),
            ..Completing::default()
        };
        bench
            .desk()
            .record_earlier_duty(SURVEY, period, &completing, None)
            .unwrap();
    }
    bench
}

/// Puts the bar on the row of a promise and opens it.
fn open(bench: &mut Bench, promise: &str) {
    bench.hear(&Heard::Opened);
    let lines = &bench.screen.found.as_ref().unwrap().lines;
    let at = lines.iter().position(|line| line.plan.promise == promise);
    bench.screen.pick.at = at.unwrap();
    bench.press(Action::Open);
}

#[test]
fn the_years_are_turned_within_what_the_calendar_knows() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    bench.hear(&Heard::Opened);
    assert_eq!(bench.screen.year, Some(2026));
    bench.press(Action::Left);
    assert_eq!(bench.screen.found.as_ref().unwrap().year, 2025);
    bench.press(Action::Right);
    bench.press(Action::Right);
    assert_eq!(bench.screen.found.as_ref().unwrap().year, 2027);
    bench.screen.year = Some(2199);
    bench.press(Action::Right);
    assert_eq!(bench.screen.year, Some(2199));
    bench.press(Action::Back);
    assert_eq!(bench.went, Some(Go::Queue));
}

#[test]
fn a_duty_is_recorded_as_done_with_its_score() {
    let mut bench = with_scores(Lang::Ko, (80, 24));
    open(&mut bench, SURVEY);
    let number = bench.screen.number().unwrap();
    bench.press(Action::Act);
    assert_eq!(bench.screen.place(), Place::Form);
    bench.hear(&Heard::Paste("응답 500명"));
    assert!(bench.screen.draft().is_some());
    bench.press(Action::NextField);
    bench.hear(&Heard::Paste("구십"));
    bench.press(Action::Submit);
    assert!(
        matches!(bench.said, Some(Saying::Refused(_))),
        "{:?}",
        bench.said
    );
    assert_eq!(bench.screen.place(), Place::Form);
    bench.press(Action::SelectAll);
    for _ in 0..2 {
        let key = ratatui::crossterm::event::KeyCode::Backspace.into();
        bench.hear(&Heard::Key(key));
    }
    bench.hear(&Heard::Paste("92.5"));
    bench.press(Action::Submit);
    assert!(
        matches!(bench.said, Some(Saying::Done(_))),
        "{:?}",
        bench.said
    );
    assert_eq!(
        (bench.screen.place(), bench.screen.draft()),
        (Place::Duties, None)
    );
    let duty = bench.desk().duty(number).unwrap().duty;
    assert_eq!(duty.completion.result.as_str(), "응답 500명");
    assert_eq!(duty.completion.score, Some("92.5".parse().unwrap()));
    // What is done is not done twice: the domain's sentence says so before a form opens.
    bench.press(Action::Act);
    assert!(matches!(bench.said, Some(Saying::Refused(_))));
    assert_eq!(bench.screen.place(), Place::Duties);
}

#[test]
fn a_form_that_is_left_goes_on_where_it_was() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    open(&mut bench, SURVEY);
    bench.press(Action::Act);
    bench.hear(&Heard::Paste("응답 500명"));
    bench.press(Action::Back);
    assert_eq!(bench.screen.place(), Place::Duties);
    bench.press(Action::Act);
    assert!(bench.shown().contains("응답 500명"), "{}", bench.shown());
}

#[test]
fn only_what_has_a_date_is_dated_or_announced() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    open(&mut bench, SURVEY);
    for action in [Action::Schedule, Action::Announce] {
        bench.press(action);
        assert!(matches!(bench.said, Some(Saying::Refused(_))), "{action}");
        assert_eq!(bench.screen.place(), Place::Duties);
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
    bench.hear(&Heard::Paste("2026-12-24"));
    bench.press(Action::Submit);
    assert!(
        matches!(bench.said, Some(Saying::Done(_))),
        "{:?}",
        bench.said
    );
    bench.press(Action::Announce);
    bench.hear(&Heard::Paste("누리집에 안내함"));
    bench.press(Action::Submit);
    assert!(
        matches!(bench.said, Some(Saying::Done(_))),
        "{:?}",
        bench.said
    );
    let duty = bench.desk().duty(number).unwrap().duty;
    assert_eq!(duty.on(), "2026-12-24".parse().ok());
    assert!(duty.announced.is_some());
}

#[test]
fn a_row_without_a_duty_says_when_one_begins() {
    let mut bench = Bench::new(Lang::En, (80, 24));
    open(&mut bench, "gbvc.training.notice");
    let Some(Saying::Refused(said)) = &bench.said else {
        panic!("{:?}", bench.said);
    };
    assert!(
        said.contains("duty schedule gbvc.training.notice"),
        "{said}"
    );
    assert_eq!(bench.screen.number(), None);
}

#[test]
fn the_periods_of_a_duty_are_gone_through() {
    let mut bench = with_scores(Lang::Ko, (80, 24));
    open(&mut bench, SURVEY);
    let now = bench.screen.number();
    bench.press(Action::Left);
    let before = bench.screen.detail.as_ref().unwrap().view.duty.period;
    assert_eq!(before.to_string(), "2025");
    bench.press(Action::Right);
    assert_eq!(bench.screen.number(), now);
    bench.press(Action::Right);
    assert!(matches!(bench.said, Some(Saying::Done(_))));
    bench.press(Action::Back);
    assert_eq!((bench.screen.number(), bench.went.clone()), (None, None));
    // Opened from the queue, it goes back there.
    bench.screen = DutyScreen::on(now.unwrap());
    bench.hear(&Heard::Opened);
    assert!(bench.screen.detail.is_some());
    bench.press(Action::Back);
    assert_eq!(bench.went, Some(Go::Queue));
}

#[test]
fn it_looks_so() {
    for lang in [Lang::Ko, Lang::En] {
        for size in SIZES {
            let name = format!("{lang:?}_{}", size.0).to_lowercase();
            let mut bench = with_scores(lang, size);
            bench.hear(&Heard::Opened);
            insta::assert_snapshot!(format!("{name}_year"), bench.shown());
            open(&mut bench, SURVEY);
            insta::assert_snapshot!(format!("{name}_duty"), bench.shown());
            bench.press(Action::Act);
            insta::assert_snapshot!(format!("{name}_done"), bench.shown());
        }
    }
}

#[test]
fn it_bears_every_size_and_is_plain_in_ascii() {
    let mut bench = with_scores(Lang::En, (80, 24));
    bench.hear(&Heard::Opened);
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
    bench.shared.symbols = Symbols::ascii();
    bench.press(Action::Back);
    let shown = bench.shown();
    let plain = |c: char| c.is_ascii() || matches!(c, '가'..='힣');
    assert!(shown.chars().all(plain), "{shown}");
}
