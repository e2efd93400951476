//! The program at the terminal: how it begins and how it ends. The loop between is [`work`].

mod batch;
mod keeper;
mod pending;
mod prefetch;
mod work;
pub(in crate::tui) mod worker;

use super::{
    effect::DeskSession,
    keymap::Keymap,
    model::{Model, Msg},
    terminal::{Switches, Terminal, TerminalKind},
    theme::Theme,
};
use crate::{
    config::{LineSpeed, Look},
    desk::{Clock, DeskError, Opening},
    words::{Lang, Say, terminal as text},
};
use std::{io, rc::Rc, time::Duration};
use work::Work;
use worker::{Ended, Worker};

/// Why the terminal program ended.
#[derive(Debug, thiserror::Error)]
pub enum TuiError {
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error("the terminal: {0}")]
    Terminal(#[from] io::Error),
    /// What the panic of the worker's thread said.
    #[error("the worker has ended: {0}")]
    Ended(String),
    /// One sentence a line.
    #[error("not saved: {0}")]
    Unsaved(String),
}

impl From<Ended> for TuiError {
    fn from(Ended(panic): Ended) -> Self {
        Self::Ended(panic)
    }
}

impl Say for TuiError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Desk(error) => error.say(lang),
            Self::Terminal(error) => {
                text::TERMINAL_LOST.with(lang, &[("what", &error.to_string())])
            }
            Self::Ended(panic) => text::WORKER_ENDED.with(lang, &[("what", panic)]),
            Self::Unsaved(said) => text::UNSAVED.with(lang, &[("what", said)]),
        }
    }
}

/// What the clerk has chosen for the terminal program.
#[derive(Clone, Debug)]
pub struct Setup {
    pub switches: Switches,
    /// `None` for what suits the terminal.
    pub look: Option<Look>,
    pub line: LineSpeed,
    pub keys: Keymap,
}

/// Runs the terminal program until the clerk leaves it.
///
/// # Errors
/// The database cannot be opened, or the terminal is gone.
pub fn run(opening: Opening, lang: Lang, setup: Setup) -> Result<(), TuiError> {
    let path = opening.path.clone();
    let (worker, opened) = Worker::start(move || DeskSession::open(opening, work::LETTER))?;
    let kind = TerminalKind::from_environment(|name| std::env::var(name).ok(), setup.switches);
    let mut terminal = Terminal::enter(kind, setup.line)?;
    let size = terminal.size()?;
    let theme = match setup.look {
        Some(look) => Theme::new(kind.colors, look),
        None => Theme::unchosen(kind.colors, kind.bright),
    };
    let clock = opened.as_ref().map_or(Clock::System, |opened| opened.clock);
    let mut model = Model::new(
        lang,
        theme,
        kind.alphabet,
        (size.width, size.height),
        clock.now(),
    );
    model.shared.keys = Rc::new(setup.keys);
    let mut work = Work::new(model, worker, (setup.switches.lines, kind.mouse));
    work.open(setup.line);
    work.begin(opened.ok_or(path));
    // While the desk was read a terminal nearby has answered.
    let finding = terminal.probe(Duration::ZERO);
    work.learn(finding);
    work.draw(&mut terminal)?;
    let events = terminal.events(work.wake_receiver()?)?;
    // Before that nobody listened for a new size: many a window gets its own just after its start.
    let size = terminal.size()?;
    if (size.width, size.height) != work.size() {
        work.take(Msg::Resize(size.width, size.height));
    }
    let attended = work.attend(&mut terminal, events);
    match attended.and_then(|()| work.finish(&mut terminal)) {
        Err(TuiError::Terminal(error)) if is_dead_line(&error) => terminal.hang_up(),
        Err(error @ (TuiError::Desk(_) | TuiError::Terminal(_) | TuiError::Ended(_))) => Err(error),
        finished @ (Ok(()) | Err(TuiError::Unsaved(_))) => {
            work.leave();
            terminal.leave();
            finished
        }
    }
}

/// True where nobody can be at the other end any more.
fn is_dead_line(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::UnexpectedEof
        || error.raw_os_error() == Some(nix::errno::Errno::EIO as i32)
}
