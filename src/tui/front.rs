//! The whole program before a real desk, without a terminal, for tests: messages in, effects performed, pictures out.

use super::{
    backend::ColorDepth,
    effect::Effect,
    first_run::FirstRun,
    fixture,
    model::{Model, Msg},
    picture::picture,
    restore,
    symbols::{Alphabet, Symbols},
    targets::Targets,
    theme::Theme,
    update, view,
};
use crate::{
    desk::{Desk, Opening, Order},
    domain::{
        case::CaseNumber,
        charter::{Channel, builtin::builtin_text},
        command::Command,
        late::EntryTime,
        staff::{Role, Staff, sample_staff},
    },
    words::Lang,
};
use chrono::{DateTime, Utc};
use ratatui::{
    Terminal,
    backend::TestBackend,
    buffer::Buffer,
    crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind},
    layout::Position,
};
use std::cell::RefCell;
use tempfile::TempDir;

mod seat;

pub(super) use seat::practice;
use seat::{Lent, Seat};

/// When the desk stands still: the hour of [`fixture::now`].
const NOW: &str = "2026-11-23 14:03";

/// The program, its desk, and another process at the same desk.
pub(super) struct Front {
    seat: Lent,
    pub(super) model: Model,
    screen: RefCell<Terminal<TestBackend>>,
}

impl Front {
    /// A practice desk with so many complaints, all due on one day, in the order of their numbers.
    pub(super) fn new(cases: usize, size: (u16, u16)) -> Self {
        let folder = TempDir::new().unwrap();
        let desk = fixture::desk(&folder);
        let mut front = Self::of(Lent::own(Seat::at(desk, folder)), Lang::Ko, size);
        for at in 1..=cases {
            front.intake(&format!("민원 {at}"), "2026-11-19T01:00:00Z");
        }
        front.begin();
        front
    }

    /// A practice desk under a charter, nobody waiting and nothing to do, with a supervisor before it.
    pub(super) fn under(charter: &str, lang: Lang, size: (u16, u16)) -> Self {
        Self::of_charter(builtin_text(charter).unwrap(), lang, size)
    }

    /// The same under a charter that is given as its text.
    pub(super) fn of_charter(charter: &str, lang: Lang, size: (u16, u16)) -> Self {
        let folder = TempDir::new().unwrap();
        let mut desk = fixture::desk_under(charter, &folder);
        let clerk = Staff {
            role: Role::Supervisor,
            ..sample_staff()
        };
        desk.add_staff(&clerk).unwrap();
        let opening = Opening {
            path: desk.path().to_owned(),
            // Who works here must not be who runs the tests.
            acting: Some("kim".to_owned()),
            now: Some(NOW.to_owned()),
        };
        let desk = Desk::open(&opening).unwrap();
        let mut front = Self::of(Lent::own(Seat::at(desk, folder)), lang, size);
        front.begin();
        front
    }

    /// The practice desk with believable cases.
    pub(super) fn demo(lang: Lang, size: (u16, u16)) -> Self {
        // Who works here must not be who runs the tests.
        Self::demo_of("kim", lang, size)
    }

    /// The same before the clerk of that login.
    pub(super) fn demo_of(login: &str, lang: Lang, size: (u16, u16)) -> Self {
        let mut front = Self::of(Lent::practice(login), lang, size);
        front.begin();
        front
    }

    /// The program as it is before there is a desk.
    pub(super) fn first(lang: Lang, size: (u16, u16)) -> Self {
        let mut front = Self::demo(lang, size);
        front.seat.leave();
        let shared = &front.model.shared;
        front.model = Model::new(lang, shared.theme, Alphabet::Unicode, size, shared.now);
        let first = FirstRun::new("/home/desk/.local/share/minwon/minwon.db");
        front.model.screens = vec![Box::new(first)];
        front
    }

    /// Puts somebody on the staff, as who founded the desk.
    pub(super) fn hire(&mut self, member: &Staff) {
        self.seat.touch();
        let opening = Opening {
            acting: None,
            ..self.seat.session.opening.clone()
        };
        let mut founder = Desk::open(&opening).unwrap();
        founder.add_staff(member).unwrap();
    }

    /// Lets another sit down before the program as it stands.
    pub(super) fn sit_down(&mut self, login: &str) {
        self.seat.touch();
        let opening = Opening {
            acting: Some(login.to_owned()),
            ..self.seat.session.opening.clone()
        };
        self.seat.session.desk = Some(Desk::open(&opening).unwrap());
    }

    fn of(seat: Lent, lang: Lang, size: (u16, u16)) -> Self {
        let theme = Theme::new(ColorDepth::None, crate::config::Look::Terminal);
        let now = seat.session.desk.as_ref().unwrap().now();
        Self {
            model: Model::new(lang, theme, Alphabet::Unicode, size, now),
            seat,
            screen: RefCell::new(Terminal::new(TestBackend::new(size.0, size.1)).unwrap()),
        }
    }

    /// The other process.
    pub(super) fn other(&mut self) -> &mut Desk {
        self.seat.other()
    }

    fn begin(&mut self) {
        let effects = update::begin(&self.model);
        self.perform(effects);
    }

    /// Starts the program again at the same desk, where the clerk stood when his line was lost.
    pub(super) fn start_again(&mut self, stood: &restore::Position) {
        let shared = &self.model.shared;
        let (lang, theme, size, now) = (shared.lang, shared.theme, shared.size, shared.now);
        self.model = Model::new(lang, theme, Alphabet::Unicode, size, now);
        self.begin();
        for step in update::restore::STEPS {
            let effects = update::restore::restore(&mut self.model, stood, step);
            self.perform(effects);
        }
    }

    /// Lets the program take a message in, with all that follows; returns every effect in order.
    pub(super) fn send(&mut self, msg: Msg) -> Vec<Effect> {
        if matches!(msg, Msg::Mouse(_)) {
            let targets = self.targets();
            update::update(&mut self.model, Msg::Drawn(targets));
        }
        let effects = update::update(&mut self.model, msg);
        self.perform(effects)
    }

    pub(super) fn perform(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        let mut performed = Vec::new();
        let model = &mut self.model;
        self.seat.session.settle(effects, |effect, reply| {
            performed.push(effect);
            reply.map_or_else(Vec::new, |reply| update::update(model, Msg::Reply(reply)))
        });
        for effect in &performed {
            self.seat.bear(effect);
        }
        performed
    }

    /// Lets time go on to an instant, as the clock of the minute tells it.
    pub(super) fn tick(&mut self, now: &str) -> Vec<Effect> {
        let now: DateTime<Utc> = now.parse().unwrap();
        self.seat.move_clock(now);
        self.send(Msg::Tick(now))
    }

    /// Presses a key.
    pub(super) fn press(&mut self, code: KeyCode) -> Vec<Effect> {
        self.send(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    /// Clicks a cell of what is drawn now.
    pub(super) fn click(&mut self, column: u16, row: u16) -> Vec<Effect> {
        self.send(Msg::Mouse(MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column,
            row,
            modifiers: KeyModifiers::NONE,
        }))
    }

    /// Takes a complaint in as another process.
    pub(super) fn intake(&mut self, title: &str, received: &str) -> CaseNumber {
        let received: DateTime<Utc> = received.parse().unwrap();
        let matter = fixture::matter(title, "홍길동", Channel::Phone, "complaint");
        let matter = crate::domain::command::Intake {
            received_at: Some(received),
            ..matter
        };
        self.other().intake(&matter).unwrap()
    }

    /// Carries a command out as another process.
    pub(super) fn run(&mut self, number: CaseNumber, command: Command) {
        let order = Order {
            number,
            command,
            time: EntryTime::NOW,
            seen: None,
        };
        self.other().run(&order).unwrap();
    }

    /// How many facts a case in the window has.
    pub(super) fn facts_of(&self, serial: u32) -> u32 {
        let mut rows = self.model.queue.rows().iter();
        let row = rows.find(|row| row.subject.serial() == serial);
        row.map_or(0, |row| row.facts)
    }

    /// The case under the bar; 0 where there is none.
    pub(super) fn at(&self) -> u32 {
        let row = self.model.queue.selected();
        row.map_or(0, |row| row.subject.serial())
    }

    /// The cases in the window.
    pub(super) fn window(&self) -> Vec<u32> {
        let rows = self.model.queue.rows().iter();
        rows.map(|row| row.subject.serial()).collect()
    }

    /// Draws with marks and frames of ASCII.
    pub(super) fn in_ascii(&mut self) {
        self.model.shared.symbols = Symbols::of(Alphabet::Ascii);
    }

    /// The whole screen.
    pub(super) fn buffer(&self) -> Buffer {
        self.drawn().0
    }

    /// The whole screen, and where its cursor stands where one is shown.
    pub(super) fn drawn(&self) -> (Buffer, Option<Position>) {
        let (buffer, cursor, _) = self.frame();
        (buffer, cursor)
    }

    /// What can be clicked on the whole screen.
    pub(super) fn targets(&self) -> Targets {
        self.frame().2
    }

    fn frame(&self) -> (Buffer, Option<Position>, Targets) {
        let (width, height) = self.model.shared.size;
        let mut terminal = self.screen.borrow_mut();
        terminal.backend_mut().resize(width, height);
        let mut targets = Targets::default();
        let shown = terminal.draw(|frame| targets = view::view(&self.model, frame));
        // Not the backend's: there what lies beneath the second half of a wide character is hidden.
        let buffer = shown.unwrap().buffer.clone();
        let backend = terminal.backend();
        let cursor = backend.cursor_visible().then(|| backend.cursor_position());
        (buffer, cursor, targets)
    }

    /// The whole screen as text.
    pub(super) fn picture(&self) -> String {
        picture(&self.buffer())
    }
}
