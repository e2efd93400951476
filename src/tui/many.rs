//! What became of one action on many cases: which it was done on, and why not on the others.
//!
//! Must not carry anything out.

use super::{
    keymap::Action,
    page::{Pick, body_rows, columns, headed, list},
    screen::{Go, Heard, Reply, Shared},
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

    /// Hears something and answers.
    pub fn update(&mut self, heard: &Heard<'_>, shared: &Shared) -> Reply {
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
            _ => {}
        }
        Reply::none()
    }

    /// Draws the list.
    pub fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Shared) {
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
}
