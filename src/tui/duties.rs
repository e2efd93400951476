//! The duties: a year at a glance, one duty with its history, and the forms by which it is recorded.
//!
//! Must not decide what may be recorded, or know how a deadline is counted.

mod begin;
mod detail;
mod entry;
mod form;
mod glance;
mod report;
#[cfg(test)]
mod tests;

use super::{
    effect::{DeskReply, DutyReply, Effect, Query},
    keymap::{Action, KeyContext},
    page::{Pick, body_rows},
    restore::{Bookmark, Step},
    screen::{
        Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared, TextInput,
    },
    targets::Drawing,
};
use crate::{
    desk::{DutyOutcome, DutyYear},
    domain::{
        duty::{DutyMark, OpeningRule},
        holidays::YEARS,
        subject::{DutyNumber, Subject},
    },
    words::{Say, duties as text},
};
use chrono::Datelike;
pub use detail::DutySheet;
use entry::{DutyEntry, DutyTarget};
use form::DutyForm;
use ratatui::{Frame, layout::Rect};
use serde_json::json;

/// The screen of the duties of a year, and of one of them.
#[derive(Debug, Default)]
pub struct DutyScreen {
    /// The year that is shown; `None` where one duty was opened from elsewhere.
    year: Option<u16>,
    overview: Option<Box<DutyYear>>,
    pick: Pick,
    /// The duty that is open, or is being read.
    number: Option<DutyNumber>,
    detail: Option<DutySheet>,
    form: Option<DutyForm>,
}

impl DutyScreen {
    /// Opens one duty, from which one goes back to the queue.
    pub fn on(number: DutyNumber) -> Self {
        Self {
            number: Some(number),
            ..Self::default()
        }
    }

    /// Asks for all that is shown.
    fn ask(&mut self, shared: &Shared) -> ScreenAnswer {
        if self.number.is_none() && self.year.is_none() {
            self.year = u16::try_from(shared.today().year()).ok();
        }
        let year = self.year.map(Query::Duties).into_iter();
        let queries = year.chain(self.number.map(Query::Duty));
        ScreenAnswer::ask_all(queries.map(Effect::Read))
    }

    fn in_year(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        let year = self.year.unwrap_or_default();
        match action {
            Action::Back => ScreenAnswer::go(Go::Queue),
            Action::Left => self.turn(year.saturating_sub(1)),
            Action::Right => self.turn(year.saturating_add(1)),
            Action::Open => self.open(shared),
            Action::Add => self.plan(shared),
            Action::Earlier => self.enter_earlier(shared),
            _ => {
                let lines = self
                    .overview
                    .as_ref()
                    .map_or(0, |overview| overview.lines.len());
                let page = body_rows(shared).saturating_sub(glance::BESIDE).max(1);
                self.pick.moved(action, lines, page);
                ScreenAnswer::none()
            }
        }
    }

    fn turn(&mut self, year: u16) -> ScreenAnswer {
        if !is_known(year) {
            return ScreenAnswer::none();
        }
        self.year = Some(year);
        ScreenAnswer::ask(Query::Duties(year))
    }

    /// Opens the most urgent duty of the chosen row; where all are over, the last one.
    fn open(&mut self, shared: &Shared) -> ScreenAnswer {
        let Some(overview) = &self.overview else {
            return ScreenAnswer::none();
        };
        let Some(line) = overview.lines.get(self.pick.at) else {
            return ScreenAnswer::none();
        };
        let of_line = overview.duties.iter().rev();
        let of_line = of_line.filter(|view| view.duty.promise == line.plan.promise);
        let urgent = |mark| match mark {
            DutyMark::Overdue => 0,
            DutyMark::Open => 1,
            _ => 2,
        };
        if let Some(view) = of_line.min_by_key(|view| urgent(view.mark(shared.now))) {
            return self.show(view.duty.number);
        }
        let phrase = if line.plan.begins == OpeningRule::Planned {
            text::NONE_PLANNED
        } else {
            text::NONE_BEGUN
        };
        let year = overview.year.to_string();
        let key = shared.keys.shown(KeyContext::Duties, Action::Add);
        let values = [("year", &*year), ("key", &*key)];
        ScreenAnswer::refused(phrase.with(shared.lang, &values))
    }

    fn show(&mut self, number: DutyNumber) -> ScreenAnswer {
        self.number = Some(number);
        ScreenAnswer::ask(Query::Duty(number))
    }

    fn on_duty(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        let entry = match (action, DutyEntry::by(action)) {
            (Action::Back, _) => {
                self.number = None;
                self.detail = None;
                return if self.year.is_some() {
                    ScreenAnswer::none()
                } else {
                    ScreenAnswer::go(Go::Queue)
                };
            }
            (Action::Add, _) => return self.plan(shared),
            (Action::Earlier, _) => return self.enter_earlier(shared),
            (_, Some(entry)) => entry,
            (_, None) => return self.read_on(action, shared),
        };
        let Some(DutySheet { view, report, .. }) = &self.detail else {
            return ScreenAnswer::none();
        };
        let report = report.as_ref().map(|lines| &lines.report);
        if let Err(refusal) = entry.check((view, report.map(AsRef::as_ref)), shared.context()) {
            return ScreenAnswer::refused(refusal.say(shared.lang));
        }
        let about = DutyTarget::Duty(Box::new(view.clone()), report.cloned());
        self.open_form(entry, about, shared)
    }

    /// Scrolls a duty, or goes to the period before or after it.
    fn read_on(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        let Some(detail) = &mut self.detail else {
            return ScreenAnswer::none();
        };
        let forward = match action {
            Action::Left => false,
            Action::Right => true,
            _ => {
                detail.scroll(action, shared);
                return ScreenAnswer::none();
            }
        };
        match detail.beside(forward) {
            Some(number) => self.show(number),
            None => ScreenAnswer::done(text::LAST_ONE.get(shared.lang)),
        }
    }

    fn take_reply(&mut self, reply: &DutyReply, shared: &Shared) -> ScreenAnswer {
        match reply {
            DutyReply::Year(overview) if Some(overview.year) == self.year => {
                self.pick.at = self.pick.at.min(overview.lines.len().saturating_sub(1));
                self.overview = Some(overview.clone());
                ScreenAnswer::none()
            }
            DutyReply::One(view, history, report) if Some(view.duty.number) == self.number => {
                if let Some(form) = &mut self.form {
                    form.renew(view, report.as_ref());
                }
                let same = self.detail.take();
                let same = same.filter(|detail| detail.view.duty.number == view.duty.number);
                let at = same.map_or(0, |detail| detail.at);
                self.detail = Some(DutySheet {
                    view: (**view).clone(),
                    history: history.clone(),
                    report: report.clone().map(report::ReportLines::new),
                    at,
                });
                ScreenAnswer::none()
            }
            // A year or a duty that was left.
            DutyReply::Year(_) | DutyReply::One(..) => ScreenAnswer::none(),
            DutyReply::Changed(DutyOutcome::Done(number, opened)) => {
                self.recorded(done_message(*number, *opened, shared), shared)
            }
            DutyReply::Changed(DutyOutcome::Entered(number)) => {
                let form = self.form.as_ref();
                let planned = form.is_some_and(|form| form.entry == DutyEntry::Plan);
                // A period entered beside an open duty is listed among its periods.
                if planned || self.number.is_none() {
                    self.number = Some(*number);
                }
                let said = text::ENTERED.with(shared.lang, &[("number", &number.to_string())]);
                self.recorded(said, shared)
            }
        }
    }

    /// Closes the form with its draft, and reads again what is shown.
    fn recorded(&mut self, message: String, shared: &Shared) -> ScreenAnswer {
        let drop = self.form.take().map(|mut form| form.draft.recorded());
        let mut answer = self.ask(shared).and(Query::Counts);
        answer.effects.extend(drop);
        ScreenAnswer {
            effects: answer.effects,
            ..ScreenAnswer::done(message)
        }
    }

    fn restore(&mut self, bookmark: &Bookmark, step: Step, shared: &Shared) -> ScreenAnswer {
        match (step, bookmark.place::<(Option<u16>, _, _)>()) {
            (Step::Opened, Some((year, row, number))) => {
                self.year = year.filter(|year| is_known(*year));
                self.pick.at = row;
                self.number = number;
                self.ask(shared)
            }
            (Step::Read, _) => bookmark.reopen(self, opens_form, shared),
            (Step::Opened | Step::Ready, _) => ScreenAnswer::none(),
        }
    }
}

impl Screen for DutyScreen {
    fn state(&self) -> ScreenState<'_> {
        let draft = self.form.as_ref().map(|form| &form.draft as &dyn TextInput);
        let place = if draft.is_some() {
            KeyContext::Form
        } else if self.number.is_some() {
            KeyContext::Duty
        } else {
            KeyContext::Duties
        };
        ScreenState {
            subject: self.number.map(Subject::Duty),
            ..ScreenState::at(place, Purpose::Other, draft)
        }
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        if let (Some(form), true) = (&mut self.form, event.goes_to_form()) {
            let answer = form.update(event, shared);
            return answer.unwrap_or_else(|| {
                self.form = None;
                ScreenAnswer::none()
            });
        }
        match event {
            ScreenEvent::Opened | ScreenEvent::Outdated(News::Written | News::Duties) => {
                self.ask(shared)
            }
            ScreenEvent::Failed(error) => {
                let form = self.form.as_mut();
                let answer = form.map(|form| form.failed(error, shared));
                answer.unwrap_or_default()
            }
            ScreenEvent::Reply(DeskReply::Duty(reply)) => self.take_reply(reply, shared),
            ScreenEvent::Action(action) if self.number.is_some() => self.on_duty(*action, shared),
            ScreenEvent::Action(action) => self.in_year(*action, shared),
            ScreenEvent::Restore(bookmark, step) => self.restore(bookmark, *step, shared),
            ScreenEvent::Reply(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Pointer(_)
            | ScreenEvent::Outdated(News::Minute)
            | ScreenEvent::Caret(..) => ScreenAnswer::none(),
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        if let Some(form) = &self.form {
            form.view(frame, area, shared);
        } else if self.number.is_some() {
            detail::draw(self.detail.as_ref(), frame.buffer_mut(), area, shared);
        } else {
            let year = self.year.unwrap_or_default();
            let shown = (year, self.overview.as_deref(), self.pick);
            glance::draw(shown, frame.buffer_mut(), area, shared);
        }
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let doing = self.form.as_ref().map(|form| form.entry.action());
        let at = json!((self.year, self.pick.at, self.number));
        let mut bookmark = Bookmark::of(Action::Duties, at);
        bookmark.subject = self.number.map(Subject::Duty);
        bookmark.depth += usize::from(self.year.and(self.number).is_some());
        Some(bookmark.with_form(doing))
    }
}

/// Says that an entry was recorded, and which duty opened with it.
fn done_message(number: DutyNumber, opened: Option<DutyNumber>, shared: &Shared) -> String {
    let said = text::RECORDED.with(shared.lang, &[("number", &number.to_string())]);
    let Some(opened) = opened else { return said };
    let values = [("number", &*opened.to_string()), ("title", "")];
    let opened = text::OPENED.with(shared.lang, &values);
    format!("{said} {}", opened.trim_end())
}

/// True for a key that opens a form here.
fn opens_form(action: Action) -> bool {
    matches!(action, Action::Add | Action::Earlier) || DutyEntry::by(action).is_some()
}

/// True for a year whose holidays the calendar knows.
fn is_known(year: u16) -> bool {
    YEARS.contains(&i32::from(year))
}
