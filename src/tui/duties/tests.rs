//! The screen of the duties with a real desk behind it; what it asks is done at once.

mod deeds;
mod entries;
mod keys;
mod looks;
mod reports;
mod year;

use super::*;
use crate::{
    desk::{Desk, Foundation, Opening},
    domain::{
        charter::builtin::builtin_text,
        duty::{CompletionInput, Period},
        staff::Staff,
    },
    tui::{
        effect::{DeskSession, perform},
        fixture::{SIZES, drawn, shared},
        screen::StatusMessage,
        symbols::Symbols,
    },
    words::Lang,
};
use tempfile::TempDir;

const SURVEY: &str = "gbvc.training.survey";

/// The screen with a desk behind it; what it asks is done at once.
struct Bench {
    _folder: TempDir,
    office: DeskSession,
    shared: Shared,
    screen: DutyScreen,
    said: Option<StatusMessage>,
    went: Option<Go>,
}

impl Bench {
    fn new(lang: Lang, size: (u16, u16)) -> Self {
        Self::of("gbvc", lang, size)
    }

    /// A new desk on a charter that comes with the program.
    fn of(charter: &str, lang: Lang, size: (u16, u16)) -> Self {
        let folder = TempDir::new().unwrap();
        let opening = Opening {
            path: folder.path().join("desk.db"),
            acting: None,
            now: Some("2026-11-23 14:03".to_owned()),
        };
        let charter = builtin_text(charter).unwrap();
        let practice = true;
        let mut desk = Desk::found(&opening, &Foundation { charter, practice }).unwrap();
        desk.begin_duties().unwrap();
        let mut shared = shared(lang, size);
        shared.rules = Some(desk.rules().unwrap());
        let actor: Staff = desk.actor().clone();
        shared.actor = Some(Box::new(actor));
        let office = DeskSession {
            desk: Some(desk),
            opening,
            patience: None,
            printing: None,
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

    fn send_event(&mut self, event: &ScreenEvent<'_>) {
        let reply = self.screen.update(event, &self.shared);
        self.said = reply.say.or(self.said.take());
        self.went = reply.go.or(self.went.take());
        for effect in reply.effects {
            if let Some(told) = perform(effect, &mut self.office) {
                self.send_event(&ScreenEvent::of(&told));
            }
        }
    }

    fn draft(&self) -> Option<(String, String)> {
        self.screen.state().text_input?.draft()
    }

    fn press(&mut self, action: Action) {
        self.said = None;
        self.send_event(&ScreenEvent::Action(action));
    }

    /// Types into the field that has the keys.
    fn paste(&mut self, text: &str) {
        self.send_event(&ScreenEvent::Paste(text));
    }

    /// Fills the fields in from the first on and sends the form; an empty text leaves a field as it is.
    fn send(&mut self, texts: &[&str]) {
        for (at, text) in texts.iter().enumerate() {
            if at > 0 {
                self.press(Action::NextField);
            }
            self.paste(text);
        }
        self.press(Action::Submit);
    }

    /// The sentence that was said of what was not done.
    fn refused(&self) -> &str {
        match &self.said {
            Some(StatusMessage::Refused(said)) => said,
            other => panic!("{other:?}"),
        }
    }

    /// The sentence that was said of what was done.
    fn done(&self) -> &str {
        match &self.said {
            Some(StatusMessage::Done(said)) => said,
            other => panic!("{other:?}"),
        }
    }

    /// How many duties of a promise are on record.
    fn known(&mut self, promise: &str) -> usize {
        self.desk().duty_history(promise).unwrap().len()
    }

    fn shown(&self) -> String {
        let screen = &self.screen;
        drawn(&self.shared, |frame, area, shared| {
            screen.view(frame, area, shared);
        })
    }
}

/// A bench with two scores from before the desk.
fn with_scores(lang: Lang, size: (u16, u16)) -> Bench {
    let mut bench = Bench::new(lang, size);
    for (year, score) in [("2024", "88.1"), ("2025", "91.4")] {
        let period: Period = year.parse().unwrap();
        let completing = CompletionInput {
            result: "응답 412명".into(),
            score: score.into(),
            grade: "우수".into(),
            evidence: format!("고객-{year}-31"),
            officer: "한가상".into(),
            ..CompletionInput::default()
        };
        bench
            .desk()
            .record_earlier_duty(SURVEY, period, &completing, None)
            .unwrap();
    }
    bench
}

/// Puts the bar on the row of a promise.
fn point(bench: &mut Bench, promise: &str) {
    bench.send_event(&ScreenEvent::Opened);
    let lines = &bench.screen.overview.as_ref().unwrap().lines;
    let at = lines.iter().position(|line| line.plan.promise == promise);
    bench.screen.pick.at = at.unwrap();
}

/// Puts the bar on the row of a promise and opens it.
fn open(bench: &mut Bench, promise: &str) {
    point(bench, promise);
    bench.press(Action::Open);
}
