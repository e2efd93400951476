//! Streams of bytes as a terminal might send them, through the reader of keys and through the whole program.
//!
//! For tests and for fuzzing (`tests/fuzz`); it is in no other build. What it asks for is asserted: nothing fails, the
//! screen can be drawn in every size, and nothing that came in reaches the terminal but as text.

use super::{
    backend::ColorDepth,
    effect::{DeskSession, Effect, perform},
    events::Input,
    model::{Model, Msg},
    symbols::Alphabet,
    targets::Targets,
    terminal::decoder::InputDecoder,
    text::visible,
    theme::Theme,
    update, view,
};
use crate::{
    config::Look,
    desk::{Desk, Opening, found_demo},
    words::Lang,
};
use chrono::{DateTime, TimeDelta, Utc};
use ratatui::{Terminal, backend::TestBackend, crossterm::event::KeyCode};
use std::{
    collections::VecDeque,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

/// The sizes in which a screen is drawn at the end of a stream: those that are used, and those that are too small for
/// anything.
const SIZES: [(u16, u16); 6] = [(1, 1), (20, 5), (60, 16), (300, 100), (120, 40), (80, 24)];
/// From this byte on, which is part of no text and no key, a byte stands for something other than input.
const UNTYPED: u8 = 0xf8;
/// Why a desk could not be made.
pub type Failure = Box<dyn Error>;

/// Reads a stream as a whole and byte by byte, and gives back what it means.
///
/// # Panics
/// It means something else where the line was cut, a control is taken for a letter, or the reader waits for ever.
pub fn read(bytes: &[u8]) -> Vec<Input> {
    let mut decoder = InputDecoder::default();
    let mut found = decoder.decode(bytes);
    end(&mut decoder, &mut found);
    let mut decoder = InputDecoder::default();
    let mut cut: Vec<Input> = bytes
        .iter()
        .flat_map(|byte| decoder.decode(&[*byte]))
        .collect();
    end(&mut decoder, &mut cut);
    assert_eq!(found, cut, "it depends on where the line was cut");
    for input in &found {
        if let Input::Key(key) = input
            && let KeyCode::Char(letter) = key.code
        {
            assert!(!letter.is_control(), "{key:?}");
        }
    }
    found
}

/// Gives up on what has begun, until nothing waits any more.
fn end(decoder: &mut InputDecoder, found: &mut Vec<Input>) {
    let mut rounds = 0;
    while decoder.timeout().is_some() {
        found.extend(decoder.time_out());
        rounds += 1;
        assert!(rounds < 4, "it waits for ever");
    }
}

/// The file of a practice desk, made in a folder; to be copied, for its story takes long to tell.
///
/// # Errors
/// The file cannot be written or read.
pub fn practice(folder: &Path) -> Result<Vec<u8>, Failure> {
    let opening = opening(folder.join("practice.db"), None);
    // Closed, all of it stands in the one file.
    drop(found_demo(&opening)?);
    Ok(fs::read(&opening.path)?)
}

fn opening(path: PathBuf, acting: Option<String>) -> Opening {
    let now = Some("2026-11-23 14:03".to_owned());
    Opening { path, acting, now }
}

/// The whole program at a desk of its own, without a terminal.
#[derive(Debug)]
pub struct Program {
    session: DeskSession,
    model: Model,
    decoder: InputDecoder,
    screen: Terminal<TestBackend>,
}

impl Program {
    /// Starts it on a copy of a practice desk, which is written into a folder.
    ///
    /// # Errors
    /// The copy cannot be written or opened.
    pub fn new(folder: &Path, practice: &[u8]) -> Result<Self, Failure> {
        let opening = opening(folder.join("desk.db"), Some("kim".to_owned()));
        fs::write(&opening.path, practice)?;
        let desk = Desk::open(&opening)?;
        let mut program = Self {
            model: fresh(Lang::Ko, desk.now()),
            session: DeskSession {
                desk: Some(desk),
                opening,
                patience: None,
                printing: None,
            },
            decoder: InputDecoder::default(),
            screen: screen(80, 24),
        };
        program.settle(update::begin(&program.model));
        Ok(program)
    }

    /// Takes a stream in and draws after everything in it; at the end in every size.
    ///
    /// # Panics
    /// The program fails, asks the desk for ever, or would send something that came in as it came.
    pub fn take(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if *byte >= UNTYPED {
                self.untyped(usize::from(byte - UNTYPED));
            } else {
                let inputs = self.decoder.decode(&[*byte]);
                self.receive(inputs);
            }
        }
        let mut rest = Vec::new();
        end(&mut self.decoder, &mut rest);
        self.receive(rest);
        for (columns, rows) in SIZES {
            self.send(Msg::Resize(columns, rows));
            self.draw();
        }
    }

    fn receive(&mut self, inputs: Vec<Input>) {
        for input in inputs {
            match input {
                Input::Key(key) => self.send(Msg::Key(key)),
                Input::Paste(text) => self.send(Msg::Paste(text)),
                Input::Mouse(event) => self.send(Msg::Mouse(event)),
                Input::Resize(columns, rows) => self.send(Msg::Resize(columns, rows)),
                Input::Answer { .. } => {}
            }
            self.draw();
        }
    }

    /// What happens without a key: another size, a minute, another process that has written.
    fn untyped(&mut self, what: usize) {
        match (SIZES.get(what), what) {
            (Some((columns, rows)), _) => self.send(Msg::Resize(*columns, *rows)),
            (None, 6) => self.send(Msg::Tick(self.model.shared.now + TimeDelta::minutes(1))),
            _ => {
                self.send(Msg::Changed);
                self.send(Msg::Quiet);
            }
        }
        self.draw();
    }

    fn send(&mut self, msg: Msg) {
        let effects = update::update(&mut self.model, msg);
        self.settle(effects);
        if self.model.quit {
            self.model = fresh(self.model.shared.lang, self.model.shared.now);
            self.settle(update::begin(&self.model));
        }
    }

    fn settle(&mut self, effects: Vec<Effect>) {
        let mut queue = VecDeque::from(effects);
        let mut done = 0;
        while let Some(effect) = queue.pop_front() {
            if let Some(told) = perform(effect, &mut self.session) {
                queue.extend(update::update(&mut self.model, Msg::Reply(told)));
            }
            done += 1;
            assert!(done < 1_000, "the desk is asked for ever: {queue:?}");
        }
    }

    /// Draws the screen. What stands in its cells is sent as it is: it must be text that only shows itself.
    fn draw(&mut self) {
        let (columns, rows) = self.model.shared.size;
        let terminal = &mut self.screen;
        if terminal.backend().buffer().area.as_size() != (columns, rows).into() {
            *terminal = screen(columns, rows);
        }
        let mut targets = Targets::default();
        let shown = match terminal.draw(|frame| targets = view::view(&self.model, frame)) {
            Ok(shown) => shown.buffer,
            Err(never) => match never {},
        };
        for cell in &shown.content {
            let symbol = cell.symbol();
            // Most are blanks, and a single letter of ASCII needs no second look.
            if !matches!(symbol.as_bytes(), [b' '..=b'~']) {
                let seen = visible(symbol, Alphabet::Unicode);
                assert_eq!(seen, symbol, "sent as it came");
            }
        }
        let backend = terminal.backend();
        let cursor = backend.cursor_position();
        let inside = cursor.x < columns && cursor.y < rows;
        assert!(
            !backend.cursor_visible() || inside,
            "the cursor is at {cursor:?}"
        );
        update::update(&mut self.model, Msg::Drawn(targets));
    }
}

fn screen(columns: u16, rows: u16) -> Terminal<TestBackend> {
    match Terminal::new(TestBackend::new(columns, rows)) {
        Ok(terminal) => terminal,
        Err(never) => match never {},
    }
}

fn fresh(lang: Lang, now: DateTime<Utc>) -> Model {
    let theme = Theme::new(ColorDepth::Ansi16, Look::Terminal);
    Model::new(lang, theme, Alphabet::Unicode, (80, 24), now)
}

#[cfg(test)]
mod tests;
