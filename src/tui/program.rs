//! The program at the terminal: how it begins and how it ends. The loop between is [`event_loop`].

mod batch;
mod bookmark_keeper;
mod event_loop;
mod mail_thread;
mod pending;
mod prefetch;
pub(in crate::tui) mod worker;

use super::{
    effect::DeskSession,
    keymap::Keymap,
    model::{Model, Msg},
    terminal::{Switches, Terminal, TerminalKind},
    theme::Theme,
};
use crate::{
    config::{LineSpeed, Look, MailSettings, PrintSettings},
    desk::{Clock, DeskError, Opening},
    words::{Lang, Say, terminal as text},
};
use event_loop::EventLoop;
use mail_thread::MailThread;
use std::{io, path::PathBuf, rc::Rc, time::Duration};
use worker::Worker;

/// Why the terminal program ended.
#[derive(Debug, thiserror::Error)]
pub enum TuiError {
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error("the terminal: {0}")]
    Terminal(#[from] io::Error),
    /// What the panic of the worker's thread said.
    #[error("the worker has ended: {0}")]
    WorkerEnded(String),
    /// One sentence a line.
    #[error("not saved: {0}")]
    Unsaved(String),
}

impl Say for TuiError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Desk(error) => error.say(lang),
            Self::Terminal(error) => {
                text::TERMINAL_LOST.with(lang, &[("what", &error.to_string())])
            }
            Self::WorkerEnded(panic) => text::WORKER_ENDED.with(lang, &[("what", panic)]),
            Self::Unsaved(said) => text::UNSAVED.with(lang, &[("what", said)]),
        }
    }
}

/// The settings of the terminal program.
#[derive(Clone, Debug)]
pub struct Setup {
    pub switches: Switches,
    /// `None` for what suits the terminal.
    pub look: Option<Look>,
    pub line: LineSpeed,
    pub keys: Keymap,
    /// `None` where no mail is sent.
    pub mail: Option<MailSettings>,
    /// The printing program, and the configuration file that names it.
    pub printing: Option<(PrintSettings, PathBuf)>,
}

/// Runs the terminal program until the clerk leaves it.
///
/// # Errors
/// The database cannot be opened, or the terminal is gone.
pub fn run(opening: Opening, lang: Lang, setup: Setup) -> Result<(), TuiError> {
    let path = opening.path.clone();
    let sender = setup.mail.map(|mail| (opening.clone(), mail));
    let printing = setup.printing;
    let (worker, opened) = Worker::start(move || {
        let session = DeskSession::open(opening, event_loop::SEARCH_LIMIT)?;
        Ok(DeskSession {
            printing,
            ..session
        })
    })?;
    let kind = TerminalKind::from_environment(|name| std::env::var(name).ok(), setup.switches);
    let size = Terminal::window_size()?;
    let theme = match setup.look {
        Some(look) => Theme::new(kind.features.colors, look),
        None => Theme::unchosen(kind.features.colors, kind.bright),
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
    let mut event_loop = EventLoop::new(model, worker, (setup.switches.lines, kind.mouse));
    event_loop.open(setup.line);
    // The desk is read while the terminal is set up.
    let position = event_loop.begin(opened.ok_or(path));
    let mut terminal = Terminal::enter(kind, setup.line)?;
    event_loop.restore(position);
    // A terminal on a short line has answered while the desk was read.
    event_loop.apply_probe(terminal.probe(Duration::ZERO));
    event_loop.draw(&mut terminal)?;
    let events = terminal.events(event_loop.wake_receiver()?)?;
    // A change of size before this point was not signalled: many windows are resized just after they open.
    let size = terminal.size()?;
    if (size.width, size.height) != event_loop.size() {
        event_loop.process(Msg::Resize(size.width, size.height));
    }
    // After the first frame: nobody waits for it.
    let _mail = sender.and_then(|(opening, mail)| MailThread::start(opening, mail));
    let ended = event_loop.run(&mut terminal, events);
    match ended.and_then(|()| event_loop.finish(&mut terminal)) {
        Err(TuiError::Terminal(error)) if is_dead_line(&error) => terminal.hang_up(),
        Err(error @ (TuiError::Desk(_) | TuiError::Terminal(_) | TuiError::WorkerEnded(_))) => {
            Err(error)
        }
        finished @ (Ok(()) | Err(TuiError::Unsaved(_))) => {
            event_loop.clear_bookmark();
            terminal.leave();
            finished
        }
    }
}

/// True for the errors of a terminal that was closed.
fn is_dead_line(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::UnexpectedEof
        || error.raw_os_error() == Some(nix::errno::Errno::EIO as i32)
}
