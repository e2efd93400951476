//! Where the clerk stands: view, bar, screen and caret, as a line of text that the next start can go by.
//!
//! What was typed into a form is its draft's to keep. Names and telephone numbers are never in it; what is shown unmasked
//! is masked again. A line that is no such thing, or of another version of the program, is none.

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

/// The form of the line; a program that knows another one begins in the queue.
const FORM: u8 = 2;

/// Where the clerk stands.
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
    /// Of a screen that stands on a case.
    pub fn on_case(number: CaseNumber, on: OnCase, depth: usize, at: Value) -> Self {
        Self {
            way: Way::Case(number, on),
            subject: None,
            doing: None,
            depth,
            at,
        }
    }

    /// Of a screen that a key opens, one step over the queue.
    pub fn of(key: Action, at: Value) -> Self {
        Self {
            way: Way::Key(key),
            subject: None,
            doing: None,
            depth: 1,
            at,
        }
    }

    /// The same with the form on the screen that a key has opened, one step further from the queue.
    #[must_use]
    pub fn with_form(mut self, doing: Option<Action>) -> Self {
        self.depth += usize::from(doing.is_some());
        self.doing = doing;
        self
    }

    /// Where in the screen, as it was said there; `None` where that cannot be read.
    pub fn place<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_value(self.at.clone()).ok()
    }

    /// Opens the form again, by its key, if that is one that `opens` a form here.
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

    /// Where that is.
    pub(super) fn go(&self) -> Go {
        match self.way {
            Way::Case(number, OnCase::Detail) => Go::Case(number),
            Way::Case(number, OnCase::Menu) => Go::Menu(number),
            Way::Case(number, OnCase::Act(kind)) => Go::Act(number, kind),
            Way::Key(key) => Go::Screen(key),
        }
    }

    /// True for the same screen on the same subject, wherever in it.
    fn is_like(&self, other: &Self) -> bool {
        self.way == other.way && self.subject == other.subject && self.doing == other.doing
    }

    /// What it is called.
    pub(super) fn name(&self, lang: Lang) -> String {
        match (&self.way, self.subject) {
            (Way::Case(number, _), _) => number.to_string(),
            (Way::Key(_), Some(subject)) => subject.to_string(),
            (Way::Key(key), None) => key.say(lang),
        }
    }
}

impl Position {
    /// Where the clerk stands now. Help and palette are passed by: what they lie over is meant.
    pub(super) fn of(model: &Model) -> Self {
        let screen = model.uncovered();
        let text = screen.and_then(Screen::text_input);
        Self {
            form: FORM,
            window: model.queue.window(),
            pane: model.pane.shown,
            many: model.many.clone(),
            screen: screen.and_then(Screen::bookmark),
            caret: text.and_then(TextInput::caret),
        }
    }

    /// Reads the line of [`Position::line`]; `None` where it is none.
    pub(super) fn read(line: &str) -> Option<Self> {
        let read: Self = serde_json::from_str(line).ok()?;
        (read.form == FORM).then_some(read)
    }

    /// The line; `None` where it cannot be said.
    pub(super) fn line(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    /// True where the same screen stands over the queue there, on the same subject.
    pub(super) fn is_like(&self, there: &Self) -> bool {
        match (&self.screen, &there.screen) {
            (Some(here), Some(there)) => here.is_like(there),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    /// True for the top of the queue, where every start begins.
    pub(super) fn is_the_start(&self) -> bool {
        self.screen.is_none() && self.pane.is_none() && self.window.is_the_start()
    }
}
