//! A desk on a file with a fixed clock, and a screen before it, for tests of forms.

use crate::{
    desk::{Desk, Foundation, Opening},
    domain::{
        case::CaseNumber,
        charter::{Channel, builtin::builtin_text},
        command::{Command, Intake},
        late::EntryTime,
        party::Party,
        staff::{Role, Staff},
    },
    tui::{
        effect::{DeskReply, DeskSession, Effect, perform},
        picture::picture,
        screen::{ScreenAnswer, ScreenEvent, Shared},
        symbols::{Alphabet, Symbols},
        targets::Drawing,
        theme::Theme,
    },
    words::Lang,
};
use ratatui::{
    Frame, Terminal,
    backend::TestBackend,
    crossterm::event::{KeyCode, KeyEvent, KeyModifiers},
    layout::{Position, Rect},
};
use tempfile::TempDir;

/// Sizes that a terminal may take for a moment, and some that it may keep.
pub(in crate::tui) const SIZES: [(u16, u16); 9] = [
    (1, 3),
    (2, 4),
    (7, 5),
    (20, 6),
    (40, 10),
    (61, 12),
    (99, 24),
    (100, 8),
    (250, 70),
];

/// A desk with a screen of some size.
pub(in crate::tui) struct Bench {
    folder: TempDir,
    pub(in crate::tui) session: DeskSession,
    pub(in crate::tui) shared: Shared,
}

impl Bench {
    /// A new desk of the volunteer center, on Monday 2026-11-23 at 14:03.
    pub(in crate::tui) fn new(size: (u16, u16)) -> Self {
        Self::under("gbvc", size)
    }

    /// The same under another charter that comes with the program.
    pub(in crate::tui) fn under(charter: &str, size: (u16, u16)) -> Self {
        let folder = TempDir::new().unwrap();
        let opening = Opening {
            path: folder.path().join("desk.db"),
            acting: None,
            now: Some("2026-11-23 14:03".to_owned()),
        };
        let charter = builtin_text(charter).unwrap();
        let adopt = Foundation {
            charter,
            practice: true,
        };
        let mut desk = Desk::found(&opening, &adopt).unwrap();
        desk.add_staff(&Staff {
            login: "kim".into(),
            name: "김가상".into(),
            department: "고객지원팀".into(),
            phone: "054-000-1365".into(),
            mobile: String::new(),
            deputy: String::new(),
            role: Role::Supervisor,
            retired_at: None,
        })
        .unwrap();
        drop(desk);
        let mut bench = Self {
            folder,
            session: DeskSession {
                patience: None,
                printing: None,
                desk: None,
                opening: Opening {
                    acting: Some("kim".to_owned()),
                    ..opening
                },
            },
            shared: Shared {
                lang: Lang::Ko,
                keys: std::rc::Rc::default(),
                theme: Theme::new(
                    crate::tui::backend::ColorDepth::Ansi16,
                    crate::config::Look::Terminal,
                ),
                symbols: Symbols::of(Alphabet::Unicode),
                now: chrono::DateTime::UNIX_EPOCH,
                rules: None,
                people: std::sync::Arc::default(),
                actor: None,
                counts: crate::desk::Counts::default(),
                size,
                unmasked: false,
                thrifty: false,
            },
        };
        bench.set_clock("2026-11-23 14:03");
        bench
    }

    /// Sets the clock of desk and screen.
    pub(in crate::tui) fn set_clock(&mut self, now: &str) {
        assert!(self.folder.path().exists());
        self.session.desk = None;
        self.session.opening.now = Some(now.to_owned());
        let mut desk = Desk::open(&self.session.opening).unwrap();
        self.shared.now = desk.now();
        self.shared.rules = Some(desk.rules().unwrap());
        self.shared.actor = Some(Box::new(desk.actor().clone()));
        self.shared.people = desk.staff().unwrap().into();
        self.session.desk = Some(desk);
    }

    /// Takes in a complaint of one person.
    pub(in crate::tui) fn complaint(&mut self, title: &str) -> CaseNumber {
        let intake = Intake {
            title: title.into(),
            body: "담당자가 말을 끊었습니다.".into(),
            party: Party {
                name: "홍길동".into(),
                phone: "010-1234-5678".into(),
                ..Party::default()
            },
            ..Intake::new(Channel::Phone, "discourtesy")
        };
        self.session.desk.as_mut().unwrap().intake(&intake).unwrap()
    }

    /// Carries out a command.
    pub(in crate::tui) fn run(&mut self, number: CaseNumber, command: Command) {
        let order = crate::desk::Order {
            number,
            command,
            time: EntryTime::NOW,
            seen: None,
        };
        self.session.desk.as_mut().unwrap().run(&order).unwrap();
    }

    /// Lets a screen hear something, does what it asks, and lets it hear the answers; returns the last reply that went
    /// somewhere or said something.
    pub(in crate::tui) fn send_event(
        &mut self,
        event: &ScreenEvent<'_>,
        update: &mut dyn FnMut(&ScreenEvent<'_>, &Shared) -> ScreenAnswer,
    ) -> ScreenAnswer {
        let reply = update(event, &self.shared);
        let mut last = reply.clone();
        for effect in reply.effects {
            let Some(told) = self.perform(effect) else {
                continue;
            };
            let answer = self.send_event(&ScreenEvent::of(&told), update);
            if answer.go.is_some() || answer.say.is_some() {
                last = answer;
            }
        }
        last
    }

    /// Does what a screen asks for.
    pub(in crate::tui) fn perform(&mut self, effect: Effect) -> Option<DeskReply> {
        perform(effect, &mut self.session)
    }

    /// What is drawn between the lines at top and bottom, and where the cursor stands.
    pub(in crate::tui) fn picture(
        &self,
        view: impl FnOnce(&mut Frame<'_>, Rect, &Drawing<'_>),
    ) -> (String, Position) {
        let (width, height) = self.shared.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        let area = Rect::new(0, 1, width, height - 2);
        terminal
            .draw(|frame| view(frame, area, &Drawing::of(&self.shared)))
            .unwrap();
        let at = terminal.get_cursor_position().unwrap();
        (picture(terminal.backend().buffer()), at)
    }
}

/// A key by itself.
pub(in crate::tui) fn key(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}
