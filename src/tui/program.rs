//! The program at the terminal: input in, update, perform, draw; and nothing while nothing happens.
//!
//! There is no frame rate. The loop wakes for input, once a second at most to ask whether another process has written
//! (one look at a counter, no table), and when the minute on the clock changes.

use super::{
    effect::{Effect, Office, perform},
    events::{Events, Input},
    first_run::FirstRun,
    keymap::Keymap,
    model::{Model, Msg},
    screen::{Screen, Thrift},
    symbols::Alphabet,
    terminal::{Finding, Kind, Speed, Switches, Terminal, Wish},
    theme::Theme,
    update, view,
};
use crate::{
    config::Look,
    desk::{Desk, DeskError, Opening},
    words::{Lang, Phrase, Say, terminal as text},
};
use chrono::{DateTime, Timelike, Utc};
use std::{collections::VecDeque, io, rc::Rc, time::Duration};

/// How long another process's write may stay unseen.
const LOOK: Duration = Duration::from_millis(1_100);
/// How long no key has come in when what follows the bar on a slow line is sent.
const QUIET: Duration = Duration::from_millis(400);

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
    pub line: Wish,
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
    let mut office = Office { desk, opening };
    let kind = Kind::from_environment(|name| std::env::var(name).ok(), setup.switches);
    let mut terminal = Terminal::enter(kind, setup.line)?;
    let finding = terminal.probe(Duration::ZERO);
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
    if terminal.speed() != Speed::Quick {
        model.shared.thrift = Thrift::Columns;
    }
    let first = if office.desk.is_some() {
        update::begin(&model)
    } else {
        first_run(&mut model, &office)
    };
    settle(&mut model, first, &mut office);
    let lines = setup.switches.lines;
    learn(finding, lines, &mut model, &mut office);
    terminal.draw(|frame| view::view(&model, frame))?;
    let events = terminal.events()?;
    // Before that nobody listened for a new size: many a window gets its own just after its start.
    let size = terminal.size()?;
    if (size.width, size.height) != model.shared.size {
        take(
            &mut model,
            Msg::Resize(size.width, size.height),
            &mut office,
        );
    }
    match attend(&mut terminal, &mut model, &mut office, events, lines) {
        Ok(()) => terminal.leave(),
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

fn first_run(model: &mut Model, office: &Office) -> Vec<Effect> {
    model.screen = Screen::FirstRun(Box::new(FirstRun::new(
        office.opening.path.display().to_string(),
    )));
    Vec::new()
}

/// The loop: one draw after everything that is queued was taken in.
fn attend(
    terminal: &mut Terminal,
    model: &mut Model,
    office: &mut Office,
    mut events: Events,
    lines: bool,
) -> io::Result<()> {
    let mut stale = true;
    loop {
        if model.quit {
            return Ok(());
        }
        let busy = terminal.pause();
        if busy.is_zero() && std::mem::take(&mut model.redraw) {
            terminal.refresh()?;
            stale = true;
        }
        if busy.is_zero() && std::mem::take(&mut stale) {
            terminal.draw(|frame| view::view(model, frame))?;
        }
        let pause = match (stale || model.redraw, model.pane.late) {
            (true, _) => busy,
            (false, true) => QUIET.max(busy),
            (false, false) if terminal.speed() == Speed::Unknown => QUIET,
            (false, false) => LOOK,
        };
        let batch = events.wait(Some(pause))?;
        let quiet = batch.is_empty() && !stale;
        if model.pane.late && (quiet || model.shared.thrift == Thrift::None) {
            take(model, Msg::Quiet, office);
            stale = true;
        }
        for input in batch {
            stale |= hear(input, lines, terminal, model, office);
        }
        let thrift = thrift(terminal.speed(), model.shared.thrift);
        stale |= thrift != model.shared.thrift;
        model.shared.thrift = thrift;
        stale |= look(model, office);
    }
}

/// What is left out on a line of that speed. What was drawn once stays, lest a line that turns out to be slow is sent
/// everything again.
fn thrift(speed: Speed, now: Thrift) -> Thrift {
    match (speed, now) {
        (Speed::Quick, _) => Thrift::None,
        (Speed::Slow, Thrift::None) => Thrift::Bar,
        (Speed::Unknown | Speed::Slow, now) => now,
    }
}

/// Takes one thing in; true where something shown may have changed.
fn hear(
    input: Input,
    lines: bool,
    terminal: &mut Terminal,
    model: &mut Model,
    office: &mut Office,
) -> bool {
    let msg = match input {
        Input::Key(key) => Msg::Key(key),
        Input::Paste(pasted) => Msg::Paste(pasted),
        Input::Resize(columns, rows) => Msg::Resize(columns, rows),
        Input::Mouse(_) => return false,
        Input::Answer(column) => {
            let finding = terminal.answered(column);
            return finding.is_some_and(|finding| learn(finding, lines, model, office));
        }
    };
    take(model, msg, office);
    true
}

/// Takes over what the terminal has told of itself; true where something shown may have changed. `lines` says that box
/// lines are wished for whatever the terminal says.
fn learn(finding: Finding, lines: bool, model: &mut Model, office: &mut Office) -> bool {
    let known = model.shared.symbols.alphabet == Alphabet::Ascii;
    let wide = finding.ambiguous_wide == Some(true) && !lines && !known;
    if wide {
        take(model, Msg::Ambiguous, office);
    }
    let foreign = finding.utf8 == Some(false);
    if foreign {
        model.saying = Some(super::screen::Saying::Refused(text::NOT_UTF8.en.to_owned()));
    }
    wide || foreign
}

/// Looks at the clock and at the other processes; true where something shown may have changed.
fn look(model: &mut Model, office: &mut Office) -> bool {
    let later = now(office);
    let mut seen = false;
    if minute(later) != minute(model.shared.now) {
        take(model, Msg::Tick(later), office);
        seen = true;
    } else if later.timestamp() != model.shared.now.timestamp() && model.is_ticking() {
        model.shared.now = later;
        seen = true;
    }
    if office.desk.as_ref().is_some_and(Desk::presence_changed) {
        take(model, Msg::Presence, office);
        seen = true;
    }
    match office.desk.as_mut().map(Desk::changed) {
        Some(Ok(true)) => {
            take(model, Msg::Changed, office);
            true
        }
        Some(Err(error)) => {
            let said = Phrase::new("{what}", "{what}").with(
                model.shared.lang,
                &[("what", &error.say(model.shared.lang))],
            );
            let saying = Some(super::screen::Saying::Refused(said));
            let fresh = model.saying != saying;
            model.saying = saying;
            fresh || seen
        }
        _ => seen,
    }
}

fn minute(at: DateTime<Utc>) -> (i64, u32) {
    (at.timestamp() / 60, at.minute())
}

fn now(office: &Office) -> DateTime<Utc> {
    office
        .desk
        .as_ref()
        .map_or_else(|| crate::desk::Clock::System.now(), Desk::now)
}

fn take(model: &mut Model, msg: Msg, office: &mut Office) {
    // What is decided now is decided by the clock as it stands, not as it stood when the screen was drawn.
    model.shared.now = now(office).max(model.shared.now);
    let effects = update::update(model, msg);
    settle(model, effects, office);
}

/// Performs effects, and what their answers ask for, until nothing is asked any more.
fn settle(model: &mut Model, effects: Vec<Effect>, office: &mut Office) {
    let mut queue = VecDeque::from(effects);
    while let Some(effect) = queue.pop_front() {
        if let Some(told) = perform(effect, office) {
            queue.extend(update::update(model, Msg::Told(told)));
        }
    }
}
