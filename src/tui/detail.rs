//! A case: head, deadlines with their explanation, the three step boxes, history, notices, earlier cases.

mod due;
mod history;
mod lines;
mod paper;
mod sheet;
mod steps;
mod timeline;

use super::{
    act,
    effect::{CaseReply, DeskReply},
    keymap::{Action, KeyContext},
    restore::{Bookmark, OnCase, Step},
    screen::{
        Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared, StatusMessage,
        TextInput, Ticks,
    },
    targets::{Drawing, Target},
};
use crate::{
    desk::{CaseView, EarlierCase},
    domain::case::CaseNumber,
    words::terminal as text,
};
use ratatui::{Frame, buffer::Buffer, layout::Rect, text::Line};
use serde_json::json;
use sheet::{CaseLayout, LayoutOptions};

/// A case on the whole screen.
#[derive(Debug)]
pub struct DetailScreen {
    view: Box<CaseView>,
    earlier: Vec<EarlierCase>,
    scroll: usize,
    explained: bool,
    /// Its life on a line, shown or hidden by the clerk; by the room there is where `None`.
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

    /// The case's number.
    pub fn number(&self) -> CaseNumber {
        self.view.case.number
    }

    /// Shows the case as it stands now, keeps the place and says where another clerk has changed it.
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
        ScreenAnswer::say(StatusMessage::Done(
            text::READ_AGAIN.get(shared.lang).to_owned(),
        ))
    }

    /// The step whose box stands at a place of the sheet.
    fn step_at(&self, place: (u16, usize), shared: &Shared) -> Option<act::ActionKind> {
        let at = self.sheet(shared.size.0, shared).step_at(place)?;
        let kinds = [
            act::ActionKind::StepOne,
            act::ActionKind::StepTwo,
            act::ActionKind::StepThree,
        ];
        kinds.get(at).copied()
    }

    fn scroll_to(&mut self, line: usize, shared: &Shared) -> ScreenAnswer {
        let height = usize::from(shared.size.1.saturating_sub(2));
        let sheet = self.sheet(shared.size.0, shared);
        self.scroll = line.min(sheet.rows().saturating_sub(height));
        ScreenAnswer::none()
    }

    fn wanted(&self, shared: &Shared) -> LayoutOptions {
        LayoutOptions {
            explained: self.explained,
            timeline: self.timeline.unwrap_or(sheet::has_room(shared.size)),
        }
    }

    fn sheet(&self, width: u16, shared: &Shared) -> CaseLayout {
        let inner = width.saturating_sub(2);
        CaseLayout::of(
            &self.view,
            &self.earlier,
            self.wanted(shared),
            inner,
            shared,
        )
    }
}

impl Screen for DetailScreen {
    fn state(&self) -> ScreenState<'_> {
        ScreenState {
            subject: Some(self.number().into()),
            ..ScreenState::at(KeyContext::Detail, Purpose::Case(self.number()))
        }
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

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        let number = self.number();
        let act = |kind| ScreenAnswer::go(Go::Act(number, kind));
        let action = match event {
            ScreenEvent::Action(action) => action,
            ScreenEvent::Pointer(pointed) => {
                let (x, y) = pointed.at;
                // The blank at the left of the sheet.
                let place = (x.saturating_sub(1), self.scroll + usize::from(y));
                return self
                    .step_at(place, shared)
                    .map_or_else(ScreenAnswer::none, act);
            }
            // On a larger screen less lies above.
            ScreenEvent::Opened => return self.scroll_to(self.scroll, shared),
            ScreenEvent::Reply(DeskReply::Case(CaseReply::Read(view, earlier))) => {
                return self.show(view, earlier, shared);
            }
            ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_) => return ScreenAnswer::none(),
        };
        let page = usize::from(shared.size.1.saturating_sub(3));
        match action {
            Action::Up => self.scroll_to(self.scroll.saturating_sub(1), shared),
            Action::Down => self.scroll_to(self.scroll + 1, shared),
            Action::PageUp => self.scroll_to(self.scroll.saturating_sub(page), shared),
            Action::PageDown => self.scroll_to(self.scroll + page, shared),
            Action::First => self.scroll_to(0, shared),
            Action::Last => self.scroll_to(usize::MAX, shared),
            Action::Explain => {
                self.explained = !self.explained;
                self.scroll_to(self.scroll, shared)
            }
            Action::Timeline => {
                self.timeline = Some(!self.wanted(shared).timeline);
                self.scroll_to(0, shared)
            }
            Action::StepOne => act(act::ActionKind::StepOne),
            Action::StepTwo => act(act::ActionKind::StepTwo),
            Action::StepThree => act(act::ActionKind::StepThree),
            Action::Tick => act(act::ActionKind::Tick),
            Action::Act => ScreenAnswer::go(Go::Menu(number)),
            Action::Back => ScreenAnswer::go(Go::Queue),
            other => Go::to(*other).map_or_else(ScreenAnswer::none, ScreenAnswer::go),
        }
    }

    fn outdated(&mut self, news: News, _shared: &Shared) -> ScreenAnswer {
        match news {
            News::Written => ScreenAnswer::go(Go::Case(self.number())),
            News::Minute | News::Duties => ScreenAnswer::none(),
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
        let more = sheet.rows() > self.scroll + usize::from(area.height);
        sheet.draw(self.scroll, inner, frame.buffer_mut(), shared);
        marks(self.scroll > 0, more, area, frame.buffer_mut(), shared);
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let at = json!((self.scroll, self.explained, self.timeline));
        Some(Bookmark::on_case(self.number(), OnCase::Detail, 1, at))
    }

    fn restore(&mut self, bookmark: &Bookmark, step: Step, shared: &Shared) -> ScreenAnswer {
        let (Step::Ready, Some((line, explained, timeline))) = (step, bookmark.place()) else {
            return ScreenAnswer::none();
        };
        self.explained = explained;
        self.timeline = timeline;
        self.scroll_to(line, shared)
    }
}

/// Says that more stands above or below.
fn marks(above: bool, below: bool, area: Rect, buffer: &mut Buffer, shared: &Drawing<'_>) {
    let right = area.right().saturating_sub(1);
    if above {
        buffer.set_string(
            right,
            area.top(),
            shared.symbols.more_above,
            shared.theme.dim,
        );
    }
    if below {
        buffer.set_string(
            right,
            area.bottom().saturating_sub(1),
            shared.symbols.more_below,
            shared.theme.dim,
        );
    }
}

/// As much of a case as fits into so many cells and rows, for the pane beside the queue.
pub fn first(view: &CaseView, size: (u16, u16), shared: &Shared) -> Vec<Line<'static>> {
    lines::first(view, size, shared)
}
