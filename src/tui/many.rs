//! What became of one action on many cases: which it was done on, and why not on the others.
//!
//! Must not carry anything out.

use super::{
    keymap::{Action, KeyContext},
    page::{Pick, body_rows, columns, headed, list},
    restore::Bookmark,
    screen::{Go, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared},
    targets::Drawing,
};
use crate::{
    desk::DeskError,
    domain::case::CaseNumber,
    words::{Say, find as text},
};
use ratatui::{Frame, layout::Rect, text::Span};

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
        ScreenState::at(KeyContext::List, Purpose::Other, None)
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        match event {
            ScreenEvent::Action(Action::Open) => {
                let chosen = self.outcomes.get(self.pick.at);
                return chosen.map_or_else(ScreenAnswer::none, |(number, _)| {
                    ScreenAnswer::go(Go::Case(*number))
                });
            }
            ScreenEvent::Action(Action::Back) => return ScreenAnswer::go(Go::Queue),
            ScreenEvent::Action(action) => {
                let page = body_rows(shared).saturating_sub(BESIDE_LIST).max(1);
                self.pick.moved(*action, self.outcomes.len(), page);
            }
            ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Pointer(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Opened
            | ScreenEvent::Outdated(_)
            | ScreenEvent::Restore(..)
            | ScreenEvent::Caret(..) => {}
        }
        ScreenAnswer::none()
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
        let rows = (self.pick, self.outcomes.as_slice());
        list(buffer, body, rows, shared, |(number, outcome)| {
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
}
