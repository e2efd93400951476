//! A case: head, deadlines with their explanation, steps, history, notices, earlier cases.

mod due;
mod history;
mod history_screen;
mod lines;
mod page_text;
mod sheet;
mod steps;
mod timeline;

use super::{
    act,
    effect::{CaseReply, DeskReply},
    keymap::{Action, KeyContext},
    page::{Pick, body_rows, more},
    restore::{Bookmark, OnCase, Step},
    screen::{Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared},
    targets::{Drawing, Target},
};
use crate::{
    desk::{CaseView, EarlierCase},
    domain::{case::CaseNumber, notice::NoticeKey},
    words::{notices, terminal as text},
};
pub use history_screen::HistoryScreen;
pub use lines::first;
use page_text::PageText;
use ratatui::{Frame, layout::Rect, text::Line};
use serde_json::json;
use sheet::{CaseLayout, LayoutOptions};

/// What happened to a notice of a case, set in by so many cells, as lines of so many.
pub fn told_lines(
    view: &CaseView,
    key: NoticeKey,
    (cells, indent): (usize, usize),
    shared: &Shared,
) -> Vec<Line<'static>> {
    history::told(view, key, indent, PageText { cells, shared })
}

/// The actions of the steps, in order.
const STEPS: [act::ActionKind; 3] = [
    act::ActionKind::StepOne,
    act::ActionKind::StepTwo,
    act::ActionKind::StepThree,
];

/// A case on the whole screen.
#[derive(Debug)]
pub struct DetailScreen {
    view: Box<CaseView>,
    earlier: Vec<EarlierCase>,
    scroll: usize,
    explained: bool,
    /// The timeline, shown or hidden by the clerk; by the room there is where `None`.
    timeline: Option<bool>,
}

impl DetailScreen {
    /// Opens a case.
    pub fn new(view: Box<CaseView>, earlier: Vec<EarlierCase>) -> Self {
        Self {
            view,
            earlier,
            scroll: 0,
            explained: false,
            timeline: None,
        }
    }

    /// The number of the case.
    pub fn number(&self) -> CaseNumber {
        self.view.case.number
    }

    /// Shows the case as it stands now, keeps the place, and says so where another clerk has changed it.
    fn show(&mut self, view: &CaseView, earlier: &[EarlierCase], shared: &Shared) -> ScreenAnswer {
        let seen = self.view.case.seq;
        let login = shared.actor.as_ref().map(|actor| actor.login.as_str());
        let mut fresh = view.facts.iter().filter(|fact| fact.seq > seen);
        let changed = fresh.any(|fact| Some(fact.by.as_str()) != login);
        *self.view = view.clone();
        self.earlier = earlier.to_vec();
        if !changed {
            return ScreenAnswer::none();
        }
        ScreenAnswer::done(text::READ_AGAIN.get(shared.lang))
    }

    /// True while a notice still has to go out.
    fn has_untold(&self) -> bool {
        let mut notices = self.view.notices.iter();
        notices.any(|notice| notice.status.is_pending())
    }

    /// The step whose box is at a place of the sheet.
    fn step_at(&self, place: (u16, usize), shared: &Shared) -> Option<act::ActionKind> {
        let at = self.sheet(shared.size.0, shared).step_at(place)?;
        STEPS.get(at).copied()
    }

    fn scroll_to(&mut self, line: usize, shared: &Shared) -> ScreenAnswer {
        self.scroll = line.min(self.last_row(shared));
        ScreenAnswer::none()
    }

    /// The largest scroll offset.
    fn last_row(&self, shared: &Shared) -> usize {
        let rows = self.sheet(shared.size.0, shared).rows();
        rows.saturating_sub(body_rows(shared))
    }

    fn options(&self, shared: &Shared) -> LayoutOptions {
        LayoutOptions {
            explained: self.explained,
            timeline: self.timeline.unwrap_or(sheet::has_room(shared.size)),
        }
    }

    fn restore(&mut self, bookmark: &Bookmark, step: Step, shared: &Shared) -> ScreenAnswer {
        let (Step::Ready, Some((line, explained, timeline))) = (step, bookmark.place()) else {
            return ScreenAnswer::none();
        };
        self.explained = explained;
        self.timeline = timeline;
        self.scroll_to(line, shared)
    }

    fn sheet(&self, width: u16, shared: &Shared) -> CaseLayout {
        let (inner, options) = (width.saturating_sub(2), self.options(shared));
        CaseLayout::of(&self.view, &self.earlier, options, inner, shared)
    }
}

impl Screen for DetailScreen {
    fn state(&self) -> ScreenState<'_> {
        ScreenState {
            subject: Some(self.number().into()),
            ..ScreenState::at(KeyContext::Detail, Purpose::Case(self.number()), None)
        }
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        let number = self.number();
        let act = |kind| ScreenAnswer::go(Go::Act(number, kind));
        let action = match event {
            ScreenEvent::Action(action) => action,
            ScreenEvent::Pointer(pointed) => {
                let (x, y) = pointed.at;
                // The sheet begins after a blank.
                let place = (x.saturating_sub(1), self.scroll + usize::from(y));
                return self.step_at(place, shared).map(act).unwrap_or_default();
            }
            // On a larger screen the largest scroll offset is smaller.
            ScreenEvent::Opened => return self.scroll_to(self.scroll, shared),
            ScreenEvent::Reply(DeskReply::Case(CaseReply::Read(view, earlier))) => {
                return self.show(view, earlier, shared);
            }
            ScreenEvent::Outdated(News::Written) => return ScreenAnswer::go(Go::Case(number)),
            ScreenEvent::Restore(bookmark, step) => return self.restore(bookmark, *step, shared),
            ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Outdated(News::Minute | News::Duties)
            | ScreenEvent::Caret(..) => return ScreenAnswer::none(),
        };
        match action {
            Action::Explain => {
                self.explained = !self.explained;
                self.scroll_to(self.scroll, shared)
            }
            Action::Timeline => {
                self.timeline = Some(!self.options(shared).timeline);
                self.scroll_to(0, shared)
            }
            Action::StepOne => act(act::ActionKind::StepOne),
            Action::StepTwo => act(act::ActionKind::StepTwo),
            Action::StepThree => act(act::ActionKind::StepThree),
            Action::Tick => act(act::ActionKind::Tick),
            Action::Revoke => act(act::ActionKind::Revoke),
            Action::Print => ScreenAnswer::go(Go::Papers(number)),
            Action::History => ScreenAnswer::go(Go::History(number)),
            Action::Act => ScreenAnswer::go(Go::Menu(number)),
            Action::Tell if self.has_untold() => ScreenAnswer::go(Go::Notices(number)),
            Action::Tell => {
                let values = [("number", &*number.to_string())];
                ScreenAnswer::refused(notices::NOTHING_TO_TELL.with(shared.lang, &values))
            }
            Action::Back => ScreenAnswer::go(Go::Queue),
            other => {
                let page = body_rows(shared).saturating_sub(1);
                let mut first = Pick { at: self.scroll };
                if first.moved(*other, self.last_row(shared) + 1, page) {
                    self.scroll = first.at;
                }
                Go::to(*other).map(ScreenAnswer::go).unwrap_or_default()
            }
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let inner = Rect {
            x: area.x + 1,
            width: area.width.saturating_sub(2),
            ..area
        };
        shared.target(area, Target::Text);
        let sheet = self.sheet(area.width, shared);
        let after = sheet.rows() > self.scroll + usize::from(area.height);
        let buffer = frame.buffer_mut();
        sheet.draw(self.scroll, inner, buffer, shared);
        more(buffer, area, (self.scroll > 0, after), shared);
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let at = json!((self.scroll, self.explained, self.timeline));
        Some(Bookmark::on_case(self.number(), OnCase::Detail, 1, at))
    }
}
