//! The program at the terminal: how it begins and how it ends. The loop between is [`work`].

mod ahead;
mod batch;
mod keeper;
mod work;

use super::{
    effect::Office,
    keymap::Keymap,
    model::{Model, Msg},
    terminal::{SpeedSetting, Switches, Terminal, TerminalKind},
    theme::Theme,
};
use crate::{
    config::Look,
    desk::{Desk, DeskError, Opening},
    words::{Lang, Say, terminal as text},
};
use std::{io, rc::Rc, time::Duration};
use work::{Work, now};

/// Why the terminal program ended.
#[derive(Debug, thiserror::Error)]
pub enum TuiError {
    /// The desk could not be opened.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// There is no terminal, or it is gone.
    #[error("the terminal: {0}")]
    Terminal(#[from] io::Error),
}

impl Say for TuiError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Desk(error) => error.say(lang),
            Self::Terminal(error) => {
                text::TERMINAL_LOST.with(lang, &[("what", &error.to_string())])
            }
        }
    }
}

/// What the clerk has chosen for the terminal program.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    /// What may be sent to the terminal.
    pub switches: Switches,
    /// How things look; `None` for what suits the terminal.
    pub look: Option<Look>,
    /// How fast the line is.
    pub line: SpeedSetting,
    /// The keys.
    pub keys: Keymap,
}

/// Runs the terminal program until the clerk leaves it.
///
/// # Errors
/// The database cannot be opened, or the terminal is gone.
pub fn run(opening: Opening, lang: Lang, setup: Setup) -> Result<(), TuiError> {
    let desk = if opening.path.exists() {
        Some(Desk::open(&opening)?)
    } else {
        None
    };
    let office = Office {
        desk,
        opening,
        patience: Some(work::LETTER),
    };
    let kind = TerminalKind::from_environment(|name| std::env::var(name).ok(), setup.switches);
    let mut terminal = Terminal::enter(kind, setup.line)?;
    let size = terminal.size()?;
    let theme = match setup.look {
        Some(look) => Theme::new(kind.colors, look),
        None => Theme::unchosen(kind.colors, kind.bright),
    };
    let mut model = Model::new(
        lang,
        theme,
        kind.alphabet,
        (size.width, size.height),
        now(&office),
    );
    model.shared.keys = Rc::new(setup.keys);
    let mut work = Work::new(model, office, (setup.switches.lines, kind.mouse));
    work.open(setup.line);
    work.begin();
    // While the desk was read a terminal nearby has answered.
    let finding = terminal.probe(Duration::ZERO);
    work.learn(finding);
    work.draw(&mut terminal)?;
    let events = terminal.events()?;
    // Before that nobody listened for a new size: many a window gets its own just after its start.
    let size = terminal.size()?;
    if (size.width, size.height) != work.size() {
        work.take(Msg::Resize(size.width, size.height));
    }
    match work.attend(&mut terminal, events) {
        Ok(()) => {
            work.leave();
            terminal.leave();
        }
        Err(error) if is_dead_line(&error) => terminal.lost(),
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// True where nobody can be at the other end any more.
fn is_dead_line(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::UnexpectedEof
        || error.raw_os_error() == Some(nix::errno::Errno::EIO as i32)
}
