//! The clerk's position (view, bar, screen and caret) as a line of text, for the next start.
//!
//! It never contains personal data: typed text is in the draft of its form, and shown names are masked again. A line of another
//! version of the program is ignored.

use super::{
    act,
    keymap::Action,
    model::Model,
    queue::Window,
    screen::{Go, Screen, ScreenAnswer, ScreenEvent, Shared, TextInput},
};
use crate::{
    domain::subject::{CaseNumber, Subject},
    words::{Lang, Say},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

/// The version of the line's format.
const FORM: u8 = 2;

/// The clerk's position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Position {
    form: u8,
    pub(super) window: Window,
    /// The clerk's choice.
    pub(super) pane: Option<bool>,
    /// The cases that the open form is for.
    pub(super) many: Vec<(CaseNumber, u32)>,
    /// None where the queue is shown.
    pub(super) screen: Option<Bookmark>,
    /// The focused field, and the byte of the caret in it.
    pub(super) caret: Option<(String, usize)>,
}

/// How to come back to a screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bookmark {
    pub way: Way,
    /// Set where the action may open something that is gone.
    pub subject: Option<Subject>,
    /// The action that opened the form on it.
    pub doing: Option<Action>,
    /// How many times `Back` leads to the queue.
    pub depth: usize,
    /// The position inside, as the screen writes it.
    pub at: Value,
}

/// How a screen is opened again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    Case(CaseNumber, OnCase),
    Key(Action),
}

/// What opens once a case was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnCase {
    Detail,
    Menu,
    Act(act::ActionKind),
    History,
    Papers,
    /// The form that strikes out the fact of that number.
    Strike(u32),
}

/// The steps back, each once all that the one before asked for is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Opened,
    /// What it shows was read: its form is opened again.
    Read,
    /// All is there: line, row and page are restored.
    Ready,
}

impl Bookmark {
    /// The bookmark of a screen on a case.
    pub fn on_case(number: CaseNumber, on: OnCase, depth: usize, at: Value) -> Self {
        Self::new(Way::Case(number, on), depth, at)
    }

    /// The bookmark of a screen that an action opens over the queue.
    pub fn of(key: Action, at: Value) -> Self {
        Self::new(Way::Key(key), 1, at)
    }

    fn new(way: Way, depth: usize, at: Value) -> Self {
        Self {
            way,
            subject: None,
            doing: None,
            depth,
            at,
        }
    }

    /// Adds the form that an action has opened on the screen, one step further from the queue.
    #[must_use]
    pub fn with_form(mut self, doing: Option<Action>) -> Self {
        self.depth += usize::from(doing.is_some());
        self.doing = doing;
        self
    }

    /// The position inside the screen; `None` where it cannot be read.
    pub fn place<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_value(self.at.clone()).ok()
    }

    /// Opens the form again, if its action `opens` a form here.
    pub fn reopen(
        &self,
        screen: &mut dyn Screen,
        opens: impl Fn(Action) -> bool,
        shared: &Shared,
    ) -> ScreenAnswer {
        let open = screen.bookmark().is_some_and(|there| there.doing.is_some());
        match self.doing.filter(|key| !open && opens(*key)) {
            Some(key) => screen.update(&ScreenEvent::Action(key), shared),
            None => ScreenAnswer::none(),
        }
    }

    /// The way to the screen.
    pub(super) fn go(&self) -> Go {
        match self.way {
            Way::Case(number, OnCase::Detail) => Go::Case(number),
            Way::Case(number, OnCase::Menu) => Go::Menu(number),
            Way::Case(number, OnCase::Act(kind)) => Go::Act(number, kind),
            Way::Case(number, OnCase::History) => Go::History(number),
            Way::Case(number, OnCase::Papers) => Go::Papers(number),
            Way::Case(number, OnCase::Strike(fact)) => Go::Strike(number, fact),
            Way::Key(key) => Go::Screen(key),
        }
    }

    /// True for the same screen on the same subject, whatever the position inside.
    fn is_like(&self, other: &Self) -> bool {
        self.way == other.way && self.subject == other.subject && self.doing == other.doing
    }

    /// The name of the screen for a message.
    pub(super) fn name(&self, lang: Lang) -> String {
        match (&self.way, self.subject) {
            (Way::Case(number, _), _) => number.to_string(),
            (Way::Key(_), Some(subject)) => subject.to_string(),
            (Way::Key(key), None) => key.say(lang),
        }
    }
}

impl Position {
    /// The current position; help and palette are skipped.
    pub(super) fn of(model: &Model) -> Self {
        let screen = model.uncovered();
        let text = screen.and_then(|screen| screen.state().text_input);
        Self {
            form: FORM,
            window: model.queue.window(),
            pane: model.pane.shown,
            many: model.many.clone(),
            screen: screen.and_then(Screen::bookmark),
            caret: text.and_then(TextInput::caret),
        }
    }

    /// Reads a line of [`Position::line`]; `None` where it is none.
    pub(super) fn read(line: &str) -> Option<Self> {
        let read: Self = serde_json::from_str(line).ok()?;
        (read.form == FORM).then_some(read)
    }

    /// The position as a line; `None` where it cannot be serialised.
    pub(super) fn line(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    /// True for the same screen on the same subject.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        match (&self.screen, &other.screen) {
            (Some(one), Some(other)) => one.is_like(other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }

    /// True for the top of the queue, where every start begins.
    pub(super) fn is_the_start(&self) -> bool {
        self.screen.is_none() && self.pane.is_none() && self.window.is_the_start()
    }
}
