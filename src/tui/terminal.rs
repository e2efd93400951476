//! The terminal: taking it, and giving it back exactly once on every way out.
//!
//! Owns raw mode, the alternate screen, the panic hook and the signal thread. Must not know screens or what is drawn.
//!
//! | way out | what happens |
//! |---|---|
//! | quit | [`Terminal::leave`]: restored |
//! | an error | the guard is dropped: last words, restored |
//! | panic, in any thread | last words, restored, the message on stderr, the program ends |
//! | SIGTERM, SIGHUP, SIGINT | last words, restored, the program ends with 128 + signal |
//! | the line is dead | as SIGHUP, even where that signal is ignored |

pub(super) mod decoder;
mod farewell;
mod kind;
mod line;
mod pace;
mod probe;

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use ratatui::Frame;
use ratatui::layout::Size;

use crate::tui::backend::{Features, LeanBackend, Sizing, repair_wide};
use crate::tui::events::{Bell, Events};
use crate::tui::stand_in;

pub use farewell::on_sudden_end;
pub use kind::{Switches, TerminalKind};
pub use pace::{LineSpeed, SpeedSetting};
pub use probe::ProbeAnswer;

use line::Line;
use pace::{Pace, WORTH_ASKING};
use probe::Probe;

/// How long an answer to the question at the start is waited for.
const ANSWERS_WITHIN: Duration = Duration::from_secs(10);

/// The terminal while the program has it.
///
/// Dropping it gives the terminal back. There is at most one at a time.
#[derive(Debug)]
pub struct Terminal {
    inner: ratatui::Terminal<LeanBackend<Line>>,
    probe: Probe,
    /// Characters of disputed width are drawn as others.
    stand_ins: bool,
    pace: Pace,
    entered: Instant,
}

impl Terminal {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste, the mouse where it is wished; no keyboard flags.
    ///
    /// Everything goes out in one write, with the question of [`Terminal::probe`] in it.
    ///
    /// # Errors
    /// When standard output or input is no terminal.
    pub fn enter(kind: TerminalKind, wish: SpeedSetting) -> io::Result<Self> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(io::Error::other(
                "standard input and output must be a terminal",
            ));
        }
        let probe = Probe::new(kind);
        line::enter(kind, probe.question())?;
        farewell::watch();
        let features = Features {
            colors: kind.colors,
            extended: kind.extended,
            regions: kind.regions,
            synchronized: kind.synchronized,
            ambiguous_narrow: false,
        };
        let backend = LeanBackend::new(Line, Sizing::Asked, features);
        let made = backend.and_then(ratatui::Terminal::new);
        match made {
            Ok(inner) => Ok(Self {
                inner,
                probe,
                stand_ins: false,
                pace: Pace::new(wish, kind.answers, line::told_speed()),
                entered: Instant::now(),
            }),
            Err(error) => {
                line::restore();
                Err(error)
            }
        }
    }

    /// Draws one frame and sends what changed, with one write; nothing when nothing changed.
    ///
    /// # Errors
    /// When the terminal cannot be written to any more.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        let stand_ins = self.stand_ins;
        if self.pace.asks(Instant::now()) {
            self.inner.backend_mut().ride(probe::WHERE, WORTH_ASKING);
        }
        self.inner.draw(|frame| {
            view(frame);
            repair_wide(frame.buffer_mut());
            if stand_ins {
                stand_in::put(frame.buffer_mut());
            }
        })?;
        let sent = self.inner.backend().sent();
        if sent.bytes > 0 {
            self.pace.sent(sent.bytes, sent.rider, Instant::now());
        }
        Ok(())
    }

    /// How long the next frame has to wait for the line to take the last one.
    pub fn pause(&self) -> Duration {
        self.pace.pause(Instant::now())
    }

    /// How fast the line is: as the user says, as the system knows, or as it was measured.
    pub fn speed(&self) -> LineSpeed {
        self.pace.speed(Instant::now())
    }

    /// True while the terminal owes an answer: what looks like one at other times is a key.
    ///
    /// One that has said nothing for long will not answer any more.
    pub fn awaits(&self) -> bool {
        let patient = self.entered.elapsed() < ANSWERS_WITHIN;
        self.pace.awaits() || (patient && self.probe.awaits())
    }

    /// Takes an answer of the terminal that came in with the keys; says what it tells where it belongs to the question of
    /// [`Terminal::enter`].
    pub fn answered(&mut self, column: u16) -> Option<ProbeAnswer> {
        if !self.probe.answered(column) {
            self.pace.answered(Instant::now());
            return None;
        }
        Some(self.found())
    }

    /// What was answered so far, and what follows from it for the frames to come.
    fn found(&mut self) -> ProbeAnswer {
        if self.probe.has_answered() {
            self.pace.heard(self.entered.elapsed(), Instant::now());
        }
        let finding = self.probe.finding();
        self.stand_ins = finding.ambiguous_wide == Some(true);
        if finding.ambiguous_wide == Some(false) {
            let features = self.inner.backend().features();
            self.inner.backend_mut().set_features(Features {
                ambiguous_narrow: true,
                ..features
            });
        }
        finding
    }

    /// Empties the screen so that the next draw sends all of it (Ctrl-L). The terminal is asked nothing.
    ///
    /// # Errors
    /// When the size of the terminal cannot be found out.
    pub fn refresh(&mut self) -> io::Result<()> {
        let size = self.inner.size()?;
        self.inner.resize(size.into())
    }

    /// Gives the terminal back at an orderly end; the last words are forgotten.
    pub fn leave(self) {
        farewell::forget();
    }

    /// Ends the program after the line was lost, with the exit code of a hang-up.
    ///
    /// The thread that watches the line does the same; whoever sees it first must not tell another story.
    pub fn lost(self) -> ! {
        farewell::line_lost()
    }

    /// The size in cells.
    ///
    /// # Errors
    /// When it cannot be found out.
    pub fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    /// Collects what the terminal has answered to the question sent by [`Terminal::enter`], waiting at most so long.
    ///
    /// To be called before the first draw with no time, so that a silent terminal or a long line never delays the first
    /// frame; what comes later is for [`Terminal::answered`]. Keys typed meanwhile are kept for [`Terminal::events`].
    pub fn probe(&mut self, patience: Duration) -> ProbeAnswer {
        self.probe.collect(patience);
        self.found()
    }

    /// Begins to listen, also to a bell: all input from now on, and before it what [`Terminal::probe`] found typed.
    ///
    /// To be called once, after the last probe.
    ///
    /// # Errors
    /// When the system gives no pipes or no signal handler.
    pub fn events(&mut self, bell: Bell) -> io::Result<Events> {
        let (early, typed) = self.probe.handed_over();
        Events::new(early, typed, bell)
    }
}

impl Drop for Terminal {
    /// An end without [`Terminal::leave`], an error on its way up: last words, then the terminal is given back.
    fn drop(&mut self) {
        farewell::save_and_restore();
    }
}
