//! The papers that a case can be printed as: one is chosen and goes to the office's own printing program.
//!
//! Must not know how a paper is written or printed.

use super::{
    effect::{DeskReply, Effect},
    keymap::{Action, KeyContext},
    page::{Pick, body_rows, headed, list, put_texts},
    restore::{Bookmark, OnCase},
    screen::{Go, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared},
    targets::Drawing,
};
use crate::{
    desk::CaseView,
    domain::paper::PaperKind,
    words::{Say, papers as text},
};
use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
};
use serde_json::Value;

/// Rows beside the list: title and rule.
const BESIDE: usize = 2;

/// The papers of one case.
#[derive(Debug)]
pub(super) struct PapersScreen {
    view: Box<CaseView>,
    papers: Vec<PaperKind>,
    pick: Pick,
}

impl PapersScreen {
    /// Opens the list of what the case can be printed as.
    pub(super) fn new(view: Box<CaseView>) -> Self {
        Self {
            papers: view.papers().collect(),
            view,
            pick: Pick::default(),
        }
    }

    fn act(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        let number = self.view.case.number;
        match action {
            Action::Back => ScreenAnswer::go(Go::Case(number)),
            Action::Open => match self.papers.get(self.pick.at) {
                Some(kind) => ScreenAnswer::ask(Effect::Print(*kind, number)),
                None => ScreenAnswer::none(),
            },
            _ => {
                let page = body_rows(shared).saturating_sub(BESIDE);
                self.pick.moved(action, self.papers.len(), page);
                ScreenAnswer::none()
            }
        }
    }
}

impl Screen for PapersScreen {
    fn state(&self) -> ScreenState<'_> {
        ScreenState {
            subject: Some(self.view.case.number.into()),
            ..ScreenState::at(KeyContext::List, Purpose::Other, None)
        }
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        match event {
            ScreenEvent::Action(action) => self.act(*action, shared),
            ScreenEvent::Reply(DeskReply::Printed(Ok(()))) => ScreenAnswer {
                go: Some(Go::Case(self.view.case.number)),
                ..ScreenAnswer::done(text::PRINTED.get(shared.lang))
            },
            ScreenEvent::Reply(DeskReply::Printed(Err(error))) => {
                ScreenAnswer::refused(error.say(shared.lang))
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
            | ScreenEvent::Caret(..) => ScreenAnswer::none(),
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let area = area.intersection(frame.area());
        let buffer = frame.buffer_mut();
        let number = self.view.case.number.to_string();
        let title = text::TITLE.get(shared.lang);
        let rest = headed(buffer, area, (title, &number), shared);
        if self.papers.is_empty() {
            let none = text::NO_PAPERS.get(shared.lang).to_owned();
            let alphabet = shared.symbols.alphabet;
            put_texts(buffer, rest, 0, [(none, shared.theme.dim)], alphabet);
            return;
        }
        let row =
            |kind: &PaperKind| Line::from(Span::styled(kind.say(shared.lang), shared.theme.text));
        list(buffer, rest, (self.pick, &self.papers), shared, row);
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let number = self.view.case.number;
        Some(Bookmark::on_case(number, OnCase::Papers, 2, Value::Null))
    }
}
