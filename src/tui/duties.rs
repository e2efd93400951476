//! The duties: a year at a glance, one duty with its history, and the forms by which it is recorded.
//!
//! Must not decide what may be recorded, and must not know how a deadline is counted.

mod begin;
mod deed;
mod detail;
mod form;
mod glance;
mod pane;
mod report;
#[cfg(test)]
mod tests;

use super::{
    effect::{DeskReply, DutyReply, Effect, Query},
    keymap::{Action, KeyContext},
    page::{Pick, body_rows},
    restore::{Bookmark, Step},
    screen::{
        Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared, StatusMessage,
        TextInput, Ticks,
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
use chrono::{Datelike, NaiveDate};
use deed::{DutyEntry, DutyTarget};
use detail::Detail;
use form::{DutyForm, DutyFormOutcome};
pub use pane::DutyPane;
use ratatui::{Frame, layout::Rect};
use serde_json::json;

/// The screen of the duties of a year, and of one of them.
#[derive(Debug, Default)]
pub struct DutyScreen {
    /// The year that is shown; `None` where one duty was opened from elsewhere.
    year: Option<u16>,
    found: Option<Box<DutyYear>>,
    pick: Pick,
    /// The duty that is open, or is being read.
    number: Option<DutyNumber>,
    detail: Option<Detail>,
    form: Option<DutyForm>,
}

impl DutyScreen {
    /// One duty, opened from elsewhere: one goes back to the queue from it.
    pub fn on(number: DutyNumber) -> Self {
        Self {
            number: Some(number),
            ..Self::default()
        }
    }

    /// Asks for all that is shown.
    fn ask(&mut self, shared: &Shared) -> ScreenAnswer {
        if self.number.is_none() && self.year.is_none() {
            self.year = u16::try_from(today(shared).year()).ok();
        }
        let year = self.year.map(Query::Duties);
        ScreenAnswer {
            effects: year
                .into_iter()
                .chain(self.number.map(Query::Duty))
                .map(Effect::Read)
                .collect(),
            ..ScreenAnswer::none()
        }
    }

    fn in_year(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        let year = self.year.unwrap_or_default();
        match action {
            Action::Back => ScreenAnswer::go(Go::Queue),
            Action::Left => self.turn(year.saturating_sub(1)),
            Action::Right => self.turn(year.saturating_add(1)),
            Action::Open => self.open(shared),
            Action::Add => self.plan(shared),
            Action::Earlier => self.earlier(shared),
            _ => {
                let lines = self.found.as_ref().map_or(0, |found| found.lines.len());
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

    /// Opens the most urgent duty of the chosen row; of those that are over, the last one.
    fn open(&mut self, shared: &Shared) -> ScreenAnswer {
        let Some(found) = &self.found else {
            return ScreenAnswer::none();
        };
        let Some(line) = found.lines.get(self.pick.at) else {
            return ScreenAnswer::none();
        };
        let of_line = found.duties.iter().rev();
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
        let year = found.year.to_string();
        let key = shared.keys.shown(KeyContext::Duties, Action::Add);
        let values = [("year", &*year), ("key", &*key)];
        ScreenAnswer::say(StatusMessage::Refused(phrase.with(shared.lang, &values)))
    }

    fn show(&mut self, number: DutyNumber) -> ScreenAnswer {
        self.number = Some(number);
        ScreenAnswer::ask(Query::Duty(number))
    }

    fn on_duty(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        let deed = match (action, DutyEntry::by(action)) {
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
            (Action::Earlier, _) => return self.earlier(shared),
            (_, Some(deed)) => deed,
            (_, None) => return self.read_on(action, shared),
        };
        let Some(Detail { view, told, .. }) = &self.detail else {
            return ScreenAnswer::none();
        };
        let report = told.as_ref().map(|told| &told.report);
        if let Err(refusal) = deed.check((view, report.map(AsRef::as_ref)), shared.context()) {
            return ScreenAnswer::say(StatusMessage::Refused(refusal.say(shared.lang)));
        }
        let about = DutyTarget::Duty(Box::new(view.clone()), report.cloned());
        self.fill_in(deed, about, shared)
    }

    /// Reads up and down in a duty, or goes to the period before or after it.
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
            None => ScreenAnswer::say(StatusMessage::Done(
                text::LAST_ONE.get(shared.lang).to_owned(),
            )),
        }
    }

    fn in_form(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        let Some(form) = &mut self.form else {
            return ScreenAnswer::none();
        };
        match form.update(event, shared) {
            DutyFormOutcome::Answered(reply) => reply,
            DutyFormOutcome::Left => {
                self.form = None;
                ScreenAnswer::none()
            }
        }
    }

    fn take_reply(&mut self, reply: &DutyReply, shared: &Shared) -> ScreenAnswer {
        match reply {
            DutyReply::Year(found) if Some(found.year) == self.year => {
                self.pick.at = self.pick.at.min(found.lines.len().saturating_sub(1));
                self.found = Some(found.clone());
                ScreenAnswer::none()
            }
            DutyReply::One(view, history, report) if Some(view.duty.number) == self.number => {
                if let Some(form) = &mut self.form {
                    form.renew(view, report.as_ref());
                }
                let same = self.detail.take();
                let same = same.filter(|detail| detail.view.duty.number == view.duty.number);
                let at = same.map_or(0, |detail| detail.at);
                self.detail = Some(Detail {
                    view: (**view).clone(),
                    history: history.clone(),
                    told: report.clone().map(report::ReportLines::new),
                    at,
                });
                ScreenAnswer::none()
            }
            // Of a year or a duty that was left.
            DutyReply::Year(_) | DutyReply::One(..) => ScreenAnswer::none(),
            DutyReply::Changed(DutyOutcome::Done(number, begun)) => {
                self.done(recorded(*number, *begun, shared), shared)
            }
            DutyReply::Changed(DutyOutcome::Entered(number)) => {
                let planned = self
                    .form
                    .as_ref()
                    .is_some_and(|form| form.deed == DutyEntry::Plan);
                // What was entered beside an open duty is seen among its periods.
                if planned || self.number.is_none() {
                    self.number = Some(*number);
                }
                let said = text::ENTERED.with(shared.lang, &[("number", &number.to_string())]);
                self.done(said, shared)
            }
        }
    }

    /// Leaves the form that was sent, says what was done, and reads again what is shown.
    fn done(&mut self, said: String, shared: &Shared) -> ScreenAnswer {
        let sent = self.form.take().map(|mut form| form.draft.recorded());
        let mut reply = self.ask(shared).and(Query::Counts);
        reply.effects.extend(sent);
        reply.say = Some(StatusMessage::Done(said));
        reply
    }
}

impl Screen for DutyScreen {
    fn state(&self) -> ScreenState<'_> {
        let place = if self.form.is_some() {
            KeyContext::Form
        } else if self.number.is_some() {
            KeyContext::Duty
        } else {
            KeyContext::Duties
        };
        ScreenState {
            subject: self.number.map(Subject::Duty),
            ..ScreenState::at(place, Purpose::Other)
        }
    }

    fn ticks(&self, _shared: &Shared) -> Ticks {
        Ticks::Minute
    }

    fn text_input(&self) -> Option<&dyn TextInput> {
        Some(&self.form.as_ref()?.draft)
    }

    fn text_input_mut(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.form.as_mut()?.draft)
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        match event {
            ScreenEvent::Opened => self.ask(shared),
            ScreenEvent::Draft(name, draft) => match &mut self.form {
                Some(form) => form.draft.resume(name, draft, shared),
                None => ScreenAnswer::none(),
            },
            ScreenEvent::Failed(error) => match &mut self.form {
                Some(form) => form.failed(error, shared),
                None => ScreenAnswer::none(),
            },
            ScreenEvent::Reply(DeskReply::Duty(reply)) => self.take_reply(reply, shared),
            ScreenEvent::Action(_)
            | ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Pointer(_)
                if self.form.is_some() =>
            {
                self.in_form(event, shared)
            }
            ScreenEvent::Action(action) if self.number.is_some() => self.on_duty(*action, shared),
            ScreenEvent::Action(action) => self.in_year(*action, shared),
            ScreenEvent::Reply(_)
            | ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Pointer(_) => ScreenAnswer::none(),
        }
    }

    fn outdated(&mut self, news: News, shared: &Shared) -> ScreenAnswer {
        match news {
            News::Written | News::Duties => self.ask(shared),
            News::Minute => ScreenAnswer::none(),
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        if let Some(form) = &self.form {
            form.view(frame, area, shared);
        } else if self.number.is_some() {
            detail::draw(self.detail.as_ref(), frame.buffer_mut(), area, shared);
        } else {
            let year = self.year.unwrap_or_default();
            let shown = (year, self.found.as_deref(), self.pick);
            glance::draw(shown, frame.buffer_mut(), area, shared);
        }
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let doing = self.form.as_ref().map(|form| form.deed.action());
        let at = json!((self.year, self.pick.at, self.number));
        let mut bookmark = Bookmark::of(Action::Duties, at);
        bookmark.subject = self.number.map(Subject::Duty);
        bookmark.depth += usize::from(self.year.and(self.number).is_some());
        Some(bookmark.with_form(doing))
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

/// Says that it was recorded, and which duty began with it.
fn recorded(number: DutyNumber, begun: Option<DutyNumber>, shared: &Shared) -> String {
    let said = text::RECORDED.with(shared.lang, &[("number", &number.to_string())]);
    let Some(begun) = begun else { return said };
    let begun = begun.to_string();
    let values = [("number", &*begun), ("title", "")];
    format!(
        "{said} {}",
        text::OPENED.with(shared.lang, &values).trim_end()
    )
}

/// Whether this is a key that opens a form here.
fn opens_form(action: Action) -> bool {
    matches!(action, Action::Add | Action::Earlier) || DutyEntry::by(action).is_some()
}

/// True for a year that can be looked at: the calendar knows its holidays.
fn is_known(year: u16) -> bool {
    YEARS.contains(&i32::from(year))
}

/// Today by the office's calendar.
fn today(shared: &Shared) -> NaiveDate {
    let rules = shared.rules.as_ref();
    rules.map_or_else(
        || shared.now.date_naive(),
        |rules| rules.calendars.now().date(shared.now),
    )
}
