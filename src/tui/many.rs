//! What became of one action on many cases: which it was done on, and why not on the others.
//!
//! Must not carry anything out.

use super::{
    keymap::{Action, KeyContext},
    page::{Pick, body_rows, columns, headed, list},
    restore::{Bookmark, Step},
    screen::{Go, Heard, News, Purpose, Reply, Screen, ScreenState, Shared, TextInput, Ticks},
    targets::Drawing,
};
use crate::{
    desk::DeskError,
    domain::case::CaseNumber,
    words::{Say, find as text},
};
use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
};

/// Rows beside the list: heading and rule.
const BESIDE_LIST: usize = 2;

/// One case and what became of it.
pub type Outcome = (CaseNumber, Result<(), Box<DeskError>>);

/// The list of what was done and what was not, the latter first.
#[derive(Debug)]
pub struct ManyScreen {
    outcomes: Vec<Outcome>,
    pick: Pick,
}

impl ManyScreen {
    /// Opens the list.
    pub fn new(mut outcomes: Vec<Outcome>) -> Self {
        outcomes.sort_by_key(|(_, outcome)| outcome.is_ok());
        Self {
            outcomes,
            pick: Pick::default(),
        }
    }
}

impl Screen for ManyScreen {
    fn state(&self) -> ScreenState<'_> {
        ScreenState::at(KeyContext::List, Purpose::Other)
    }

    fn ticks(&self, _shared: &Shared) -> Ticks {
        Ticks::Minute
    }

    fn text_input(&self) -> Option<&dyn TextInput> {
        None
    }

    fn text_input_mut(&mut self) -> Option<&mut dyn TextInput> {
        None
    }

    fn update(&mut self, heard: &Heard<'_>, shared: &Shared) -> Reply {
        match heard {
            Heard::Action(Action::Open) => {
                let chosen = self.outcomes.get(self.pick.at);
                return chosen.map_or_else(Reply::none, |(number, _)| Reply::go(Go::Case(*number)));
            }
            Heard::Action(Action::Back) => return Reply::go(Go::Queue),
            Heard::Action(action) => {
                let page = body_rows(shared).saturating_sub(BESIDE_LIST).max(1);
                self.pick.moved(*action, self.outcomes.len(), page);
            }
            Heard::Key(_)
            | Heard::Paste(_)
            | Heard::Pointed(_)
            | Heard::Draft(..)
            | Heard::Failed(_)
            | Heard::Told(_)
            | Heard::Opened => {}
        }
        Reply::none()
    }

    fn outdated(&mut self, _news: News, _shared: &Shared) -> Reply {
        Reply::none()
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let (lang, theme, alphabet) = (shared.lang, &shared.theme, shared.symbols.alphabet);
        let done = self.outcomes.iter().filter(|(_, it)| it.is_ok()).count();
        let refused = self.outcomes.len() - done;
        let counts = [
            ("done", &*done.to_string()),
            ("refused", &*refused.to_string()),
        ];
        let note = text::MANY_COUNT.with(lang, &counts);
        let buffer = frame.buffer_mut();
        let body = headed(buffer, area, (text::MANY_TITLE.get(lang), &note), shared);
        let rest = usize::from(area.width).saturating_sub(16);
        let total = self.outcomes.len();
        list(buffer, body, (self.pick, total), shared, |at| {
            let Some((number, outcome)) = self.outcomes.get(at) else {
                return Line::default();
            };
            let (said, style) = match outcome {
                Ok(()) => (text::MANY_DONE.get(lang).to_owned(), theme.ok),
                Err(error) => (error.say(lang).replace('\n', " "), theme.error),
            };
            let number = number.to_string();
            let cells = [
                (number.as_str(), 11, theme.text),
                (said.as_str(), rest, style),
            ];
            let mut line = columns(cells, alphabet);
            line.spans.insert(0, Span::raw(" "));
            line
        });
    }

    fn bookmark(&self) -> Option<Bookmark> {
        None
    }

    fn restore(&mut self, _bookmark: &Bookmark, _step: Step, _shared: &Shared) -> Reply {
        Reply::none()
    }
}
