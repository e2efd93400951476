//! The terminal: setting it up, and restoring it exactly once on every way out.
//!
//! Owns raw mode, the alternate screen, the panic hook and the signal thread. Must not know screens or what is drawn.
//!
//! | way out | what happens |
//! |---|---|
//! | quit | [`Terminal::leave`]: restored |
//! | an error | the guard is dropped: drafts saved, restored |
//! | panic, in any thread | drafts saved, restored, the message on stderr, the program ends |
//! | SIGTERM, SIGHUP, SIGINT, SIGQUIT | drafts saved, restored, the program ends with 128 + signal |
//! | the line is dead | as SIGHUP, even where that signal is ignored |

pub(super) mod decoder;
mod kind;
mod probe;
mod shutdown;
mod throttle;
mod tty;

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use ratatui::Frame;
use ratatui::layout::Size;

use crate::config::LineSpeed;
use crate::tui::backend::{LeanBackend, Sizing, repair_wide};
use crate::tui::events::{Events, WakeReceiver};
use crate::tui::stand_in;

pub use kind::{Switches, TerminalKind};
pub use probe::ProbeAnswer;
pub use shutdown::on_sudden_end;
pub use throttle::MeasuredSpeed;

use probe::Probe;
use throttle::{Throttle, WORTH_ASKING};
use tty::TtyWriter;

/// How long an answer to the query at the start is waited for.
const ANSWERS_WITHIN: Duration = Duration::from_secs(10);

/// The terminal in raw mode; dropping it restores the terminal. There is at most one at a time.
#[derive(Debug)]
pub struct Terminal {
    inner: ratatui::Terminal<LeanBackend<TtyWriter>>,
    probe: Probe,
    /// Characters of ambiguous width are drawn as stand-ins.
    stand_ins: bool,
    throttle: Throttle,
    entered: Instant,
}

impl Terminal {
    /// Sets the terminal up: raw mode, alternate screen, bracketed paste, the mouse if enabled; no keyboard flags.
    ///
    /// Everything goes out in one write, including the query of [`Terminal::probe`].
    ///
    /// # Errors
    /// Standard output or input is no terminal.
    pub fn enter(kind: TerminalKind, speed: LineSpeed) -> io::Result<Self> {
        let probe = Probe::new(kind);
        tty::enter(kind, probe.query())?;
        shutdown::watch();
        let backend = LeanBackend::new(TtyWriter, Sizing::Asked, kind.features);
        let inner = backend.and_then(ratatui::Terminal::new);
        Ok(Self {
            inner: inner.inspect_err(|_error| tty::restore())?,
            probe,
            stand_ins: false,
            throttle: Throttle::new(speed, kind.answers, tty::serial_speed()),
            entered: Instant::now(),
        })
    }

    /// The size of the terminal's window before it is entered.
    ///
    /// # Errors
    /// Standard input and output are no terminal, or it does not tell its size.
    pub fn window_size() -> io::Result<Size> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(io::Error::other(
                "standard input and output must be a terminal",
            ));
        }
        Sizing::Asked.measure()
    }

    /// Draws one frame and sends what changed with one write.
    ///
    /// # Errors
    /// The terminal cannot be written to any more.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        let stand_ins = self.stand_ins;
        if self.throttle.should_query(Instant::now()) {
            let backend = self.inner.backend_mut();
            backend.set_trailer(probe::CURSOR_QUERY, WORTH_ASKING);
        }
        self.inner.draw(|frame| {
            view(frame);
            repair_wide(frame.buffer_mut());
            if stand_ins {
                stand_in::put(frame.buffer_mut());
            }
        })?;
        let sent = self.inner.backend().last_flush();
        if sent.bytes > 0 {
            self.throttle
                .frame_sent(sent.bytes, sent.trailer, Instant::now());
        }
        Ok(())
    }

    /// How long the next frame has to wait for the last one to arrive.
    pub fn delay(&self) -> Duration {
        self.throttle.delay(Instant::now())
    }

    /// How fast the line is: as configured, as the system knows, or as it was measured.
    pub fn speed(&self) -> MeasuredSpeed {
        self.throttle.speed(Instant::now())
    }

    /// True while an answer of the terminal is outstanding: at other times the same bytes are a key.
    ///
    /// After [`ANSWERS_WITHIN`] the query at the start is no longer waited for.
    pub fn awaits(&self) -> bool {
        let patient = self.entered.elapsed() < ANSWERS_WITHIN;
        self.throttle.awaits() || (patient && self.probe.awaits())
    }

    /// Takes an answer that came in with the keys; returns what it says where it belongs to the query of
    /// [`Terminal::enter`].
    pub fn answered(&mut self, column: u16) -> Option<ProbeAnswer> {
        if !self.probe.answered(column) {
            self.throttle.frame_answered(Instant::now());
            return None;
        }
        Some(self.apply_answer())
    }

    fn apply_answer(&mut self) -> ProbeAnswer {
        if self.probe.has_answered() {
            self.throttle
                .startup_answered(self.entered.elapsed(), Instant::now());
        }
        let answer = self.probe.answer();
        self.stand_ins = answer.ambiguous_wide == Some(true);
        if answer.ambiguous_wide == Some(false) {
            self.inner.backend_mut().set_ambiguous_narrow();
        }
        answer
    }

    /// Clears the screen so that the next draw sends all of it (Ctrl-L).
    ///
    /// # Errors
    /// The size of the terminal cannot be read.
    pub fn refresh(&mut self) -> io::Result<()> {
        let size = self.inner.size()?;
        self.inner.resize(size.into())
    }

    /// Restores the terminal at an orderly end, without running the save hook.
    pub fn leave(self) {
        shutdown::clear_save_hook();
    }

    /// Ends the program after the line was lost, with the same exit code as the thread that watches the line.
    pub fn hang_up(self) -> ! {
        shutdown::hang_up()
    }

    /// The size in cells.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    /// Collects the answers to the query sent by [`Terminal::enter`], waiting at most `limit`.
    ///
    /// Called before the first draw with no time, so that a silent terminal or a long line never delays the first frame;
    /// later answers go to [`Terminal::answered`]. Keys typed meanwhile are kept for [`Terminal::events`].
    pub fn probe(&mut self, limit: Duration) -> ProbeAnswer {
        self.probe.collect(limit);
        self.apply_answer()
    }

    /// Starts to read input, first what [`Terminal::probe`] has read already; called once, after the last probe.
    ///
    /// # Errors
    /// The system gives no pipes or no signal handler.
    pub fn events(&mut self, wakeups: WakeReceiver) -> io::Result<Events> {
        let (early, decoder) = self.probe.take_early();
        Events::new(early, decoder, wakeups)
    }
}

impl Drop for Terminal {
    /// Runs after an error: without [`Terminal::leave`] the save hook is still registered.
    fn drop(&mut self) {
        shutdown::save_and_restore();
    }
}
