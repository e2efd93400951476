//! What a screen is: the events it takes, what it answers, and what the program must know of it.
//!
//! A new screen implements [`Screen`] in a folder of its own and gets a line in `screen/list.rs`.

mod list;
mod text_input;

pub use list::opening;
pub use text_input::TextInput;

use super::{
    act,
    effect::{DeskReply, Effect},
    keymap::{Action, KeyContext, Keymap},
    restore::{Bookmark, Step},
    symbols::Symbols,
    targets::{Drawing, PointerEvent},
    theme::Theme,
};
use crate::{
    desk::{Counts, DeskError, QueueRow, Rules},
    domain::{
        calendar::Calendar,
        find::QueueView,
        party::{Party, mask_email, mask_name, mask_phone},
        staff::{Names, Role, Staff},
        subject::{CaseNumber, Subject},
    },
    form::FormContext,
    words::Lang,
};
use chrono::{DateTime, NaiveDate, Utc};
use ratatui::{Frame, crossterm::event::KeyEvent, layout::Rect};
use std::{any::Any, fmt::Debug, rc::Rc, sync::Arc};

/// What every screen may look at and none may change.
#[derive(Clone, Debug)]
pub struct Shared {
    pub lang: Lang,
    pub keys: Rc<Keymap>,
    pub theme: Theme,
    pub symbols: Symbols,
    pub now: DateTime<Utc>,
    /// None before a desk is open.
    pub rules: Option<Arc<Rules>>,
    /// The signed-in clerk.
    pub actor: Option<Box<Staff>>,
    /// Retired ones too; empty before a desk is open.
    pub people: Arc<[Staff]>,
    /// The numbers on the top line.
    pub counts: Counts,
    /// Columns and rows.
    pub size: (u16, u16),
    pub unmasked: bool,
    /// The line is slow, unknown, or about to carry the first frame: a mark replaces the bar of the chosen row, and what can wait
    /// follows when no key comes in.
    pub thrifty: bool,
}

impl Shared {
    /// The names of who works here.
    pub fn names(&self) -> Names<'_> {
        Names {
            staff: &self.people,
            lang: self.lang,
        }
    }

    /// The office's calendar; none before a desk is open.
    pub fn calendar(&self) -> Option<&Calendar> {
        Some(self.rules.as_ref()?.calendars.now())
    }

    /// Today by the office's calendar; by UTC before a desk is open.
    pub fn today(&self) -> NaiveDate {
        self.calendar()
            .map_or(self.now.date_naive(), |calendar| calendar.date(self.now))
    }

    /// Who asks what is possible, and when.
    pub fn by(&self) -> (Role, DateTime<Utc>) {
        let role = self.actor.as_ref().map(|actor| actor.role);
        (role.unwrap_or(Role::Clerk), self.now)
    }

    /// What a login is called on the screens.
    pub fn display_name<'a>(&'a self, login: &'a str) -> &'a str {
        self.names().of(login)
    }

    /// A person, masked unless the clerk unmasked them.
    pub fn masked(&self, party: &Party) -> Party {
        let whole = self.unmasked.then(|| party.clone());
        whole.unwrap_or_else(|| party.masked())
    }

    /// What is known of a person: name, telephone and e-mail, masked; in full and with the address where unmasked.
    pub fn person(&self, party: &Party) -> Vec<String> {
        let fields = [
            (&party.name, mask_name as fn(&str) -> String),
            (&party.phone, mask_phone),
            (&party.email, mask_email),
            (&party.address, |_| String::new()),
        ];
        let known = fields.into_iter().filter(|(part, _)| !part.is_empty());
        let shown = known.map(|(part, mask)| {
            let unmasked = self.unmasked.then(|| part.clone());
            unmasked.unwrap_or_else(|| mask(part))
        });
        shown.filter(|part| !part.is_empty()).collect()
    }

    /// What forms may look at.
    pub fn context(&self) -> FormContext<'_> {
        FormContext {
            lang: self.lang,
            now: self.now,
            actor: self.actor.as_deref(),
            people: &self.people,
        }
    }
}

/// What reaches a screen.
#[derive(Debug)]
pub enum ScreenEvent<'a> {
    /// A key that is bound in the screen's context.
    Action(Action),
    /// Any other key.
    Key(KeyEvent),
    Paste(&'a str),
    /// The mouse on a target that only the screen knows.
    Pointer(PointerEvent),
    /// The name of the form, and its draft.
    Draft(&'a str, &'a str),
    Failed(&'a DeskError),
    /// A screen matches the replies of its own family exhaustively and ignores the others.
    Reply(&'a DeskReply),
    /// The screen was opened, or its size has changed.
    Opened,
    /// What is shown may be out of date.
    Outdated(News),
    /// A step back to where the bookmark was left, once all that the step before asked for is there.
    Restore(&'a Bookmark, Step),
    /// The field that gets the keys, and where the caret goes in it, in bytes.
    Caret(&'a str, usize),
}

impl<'a> ScreenEvent<'a> {
    /// The desk's reply, as a screen hears it.
    pub fn of(reply: &'a DeskReply) -> Self {
        match reply {
            DeskReply::Draft(name, Some(draft)) => Self::Draft(name, draft),
            DeskReply::Failed(error) => Self::Failed(error),
            reply => Self::Reply(reply),
        }
    }

    /// True for what a form takes while one is open: the clerk's input, its draft and its caret.
    pub fn goes_to_form(&self) -> bool {
        self.is_input() || matches!(self, Self::Draft(..) | Self::Caret(..))
    }

    /// True for what the clerk did.
    pub fn is_input(&self) -> bool {
        match self {
            Self::Action(_) | Self::Key(_) | Self::Paste(_) | Self::Pointer(_) => true,
            Self::Draft(..)
            | Self::Failed(_)
            | Self::Reply(_)
            | Self::Opened
            | Self::Outdated(_)
            | Self::Restore(..)
            | Self::Caret(..) => false,
        }
    }
}

/// What may have made a screen out of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    Written,
    Minute,
    /// Duties were opened whose period has begun.
    Duties,
}

/// Where to go.
#[derive(Clone, Debug, PartialEq)]
pub enum Go {
    Queue,
    View(QueueView),
    Subject(Subject),
    Case(CaseNumber),
    Menu(CaseNumber),
    Act(CaseNumber, act::ActionKind),
    History(CaseNumber),
    Papers(CaseNumber),
    /// The form that strikes out the fact of that number.
    Strike(CaseNumber, u32),
    /// The notices of a case, with the form in which telling them is recorded.
    Notices(CaseNumber),
    /// The screen that the action opens.
    Screen(Action),
    /// Back to the screen beneath, which takes the action.
    Do(Action),
}

impl Go {
    /// The screen that a key opens from anywhere.
    pub fn to(key: Action) -> Option<Self> {
        opening(key).map(|_| Self::Screen(key))
    }
}

/// What a screen answers: what it asks of the desk, where to go, what to say on the line at the bottom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScreenAnswer {
    pub effects: Vec<Effect>,
    pub go: Option<Go>,
    pub say: Option<StatusMessage>,
}

/// A sentence on the line at the bottom; it stays until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusMessage {
    Done(String),
    Refused(String),
}

impl ScreenAnswer {
    /// Nothing to do.
    pub fn none() -> Self {
        Self::default()
    }

    /// Asks for one thing.
    pub fn ask(effect: impl Into<Effect>) -> Self {
        Self {
            effects: vec![effect.into()],
            ..Self::default()
        }
    }

    /// Asks for several things, in order.
    pub fn ask_all(effects: impl IntoIterator<Item = Effect>) -> Self {
        Self {
            effects: effects.into_iter().collect(),
            ..Self::default()
        }
    }

    /// A reply that opens or closes a screen.
    pub fn go(go: Go) -> Self {
        Self {
            go: Some(go),
            ..Self::default()
        }
    }

    /// A reply that only shows a message.
    pub fn say(message: StatusMessage) -> Self {
        Self {
            say: Some(message),
            ..Self::default()
        }
    }

    /// Says that something was done.
    pub fn done(message: impl Into<String>) -> Self {
        Self::say(StatusMessage::Done(message.into()))
    }

    /// Says that something was not done.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::say(StatusMessage::Refused(message.into()))
    }

    /// Asks for one more thing.
    #[must_use]
    pub fn and(mut self, effect: impl Into<Effect>) -> Self {
        self.effects.push(effect.into());
        self
    }
}

/// A screen over the queue. Nothing has a default, and every screen matches all events: none can be forgotten.
pub trait Screen: Any + Debug {
    /// What the program must know of it now.
    fn state(&self) -> ScreenState<'_>;

    /// Takes an event and answers.
    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer;

    /// Draws the screen between the line on top and the line at the bottom.
    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>);

    /// How to come back to it after a lost line; `None` where one comes back to the queue instead.
    fn bookmark(&self) -> Option<Bookmark>;
}

/// What the program must know of a screen.
#[derive(Clone, Copy, Debug)]
pub struct ScreenState<'a> {
    pub key_context: KeyContext,
    pub purpose: Purpose,
    /// The fields that take text, while there are any.
    pub text_input: Option<&'a dyn TextInput>,
    /// What other processes are told is open here.
    pub subject: Option<Subject>,
    pub failures: Failures,
    /// The rows whose time left is shown: while one is near its end, the screen is drawn every second.
    pub timers: &'a [QueueRow],
    /// The search to complete when no key comes in, with how many cases at most.
    pub unfinished: Option<(&'a str, u32)>,
}

impl<'a> ScreenState<'a> {
    /// A screen of which nothing else has to be known.
    pub fn at(
        key_context: KeyContext,
        purpose: Purpose,
        text_input: Option<&'a dyn TextInput>,
    ) -> Self {
        Self {
            key_context,
            purpose,
            text_input,
            subject: None,
            failures: Failures::AtBottom,
            timers: &[],
            unfinished: None,
        }
    }
}

/// What a screen is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Commands are meant for the case it shows.
    Case(CaseNumber),
    /// It is about to act on a case, or on all marked ones.
    Act,
    /// What is opened from it comes back to it.
    Results,
    /// It lies over another screen, which `Back` shows again.
    Cover,
    Other,
}

/// Where it is said what failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failures {
    AtBottom,
    OnScreen,
}

#[cfg(test)]
mod tests;
