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
        Go, Heard, News, Purpose, Reply, Saying, Screen, ScreenState, Shared, TextInput, Ticks,
    },
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
use deed::{About, Deed};
use detail::Detail;
use form::{DeedForm, Heeded};
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
    form: Option<DeedForm>,
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
    fn ask(&mut self, shared: &Shared) -> Reply {
        if self.number.is_none() && self.year.is_none() {
            self.year = u16::try_from(today(shared).year()).ok();
        }
        let year = self.year.map(Query::Duties);
        Reply {
            effects: year
                .into_iter()
                .chain(self.number.map(Query::Duty))
                .map(Effect::Read)
                .collect(),
            ..Reply::none()
        }
    }

    fn in_year(&mut self, action: Action, shared: &Shared) -> Reply {
        let year = self.year.unwrap_or_default();
        match action {
            Action::Back => Reply::go(Go::Queue),
            Action::Left => self.turn(year.saturating_sub(1)),
            Action::Right => self.turn(year.saturating_add(1)),
            Action::Open => self.open(shared),
            Action::Add => self.plan(shared),
            Action::Earlier => self.earlier(shared),
            _ => {
                let lines = self.found.as_ref().map_or(0, |found| found.lines.len());
                let page = body_rows(shared).saturating_sub(glance::BESIDE).max(1);
                self.pick.moved(action, lines, page);
                Reply::none()
            }
        }
    }

    fn turn(&mut self, year: u16) -> Reply {
        if !is_known(year) {
            return Reply::none();
        }
        self.year = Some(year);
        Reply::ask(Query::Duties(year))
    }

    /// Opens the most urgent duty of the chosen row; of those that are over, the last one.
    fn open(&mut self, shared: &Shared) -> Reply {
        let Some(found) = &self.found else {
            return Reply::none();
        };
        let Some(line) = found.lines.get(self.pick.at) else {
            return Reply::none();
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
        Reply::say(Saying::Refused(phrase.with(shared.lang, &values)))
    }

    fn show(&mut self, number: DutyNumber) -> Reply {
        self.number = Some(number);
        Reply::ask(Query::Duty(number))
    }

    fn on_duty(&mut self, action: Action, shared: &Shared) -> Reply {
        let deed = match (action, Deed::by(action)) {
            (Action::Back, _) => {
                self.number = None;
                self.detail = None;
                return if self.year.is_some() {
                    Reply::none()
                } else {
                    Reply::go(Go::Queue)
                };
            }
            (Action::Add, _) => return self.plan(shared),
            (Action::Earlier, _) => return self.earlier(shared),
            (_, Some(deed)) => deed,
            (_, None) => return self.read_on(action, shared),
        };
        let Some(Detail { view, told, .. }) = &self.detail else {
            return Reply::none();
        };
        let report = told.as_ref().map(|told| &told.report);
        if let Err(refusal) = deed.check((view, report.map(AsRef::as_ref)), shared.context()) {
            return Reply::say(Saying::Refused(refusal.say(shared.lang)));
        }
        let about = About::Duty(Box::new(view.clone()), report.cloned());
        self.fill_in(deed, about, shared)
    }

    /// Reads up and down in a duty, or goes to the period before or after it.
    fn read_on(&mut self, action: Action, shared: &Shared) -> Reply {
        let Some(detail) = &mut self.detail else {
            return Reply::none();
        };
        let forward = match action {
            Action::Left => false,
            Action::Right => true,
            _ => {
                detail.scroll(action, shared);
                return Reply::none();
            }
        };
        match detail.beside(forward) {
            Some(number) => self.show(number),
            None => Reply::say(Saying::Done(text::LAST_ONE.get(shared.lang).to_owned())),
        }
    }

    fn in_form(&mut self, heard: &Heard<'_>, shared: &Shared) -> Reply {
        let Some(form) = &mut self.form else {
            return Reply::none();
        };
        match form.update(heard, shared) {
            Heeded::Answered(reply) => reply,
            Heeded::Left => {
                self.form = None;
                Reply::none()
            }
        }
    }

    fn told(&mut self, reply: &DutyReply, shared: &Shared) -> Reply {
        match reply {
            DutyReply::Year(found) if Some(found.year) == self.year => {
                self.pick.at = self.pick.at.min(found.lines.len().saturating_sub(1));
                self.found = Some(found.clone());
                Reply::none()
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
                    told: report.clone().map(report::Told::new),
                    at,
                });
                Reply::none()
            }
            // Of a year or a duty that was left.
            DutyReply::Year(_) | DutyReply::One(..) => Reply::none(),
            DutyReply::Changed(DutyOutcome::Done(number, begun)) => {
                self.done(recorded(*number, *begun, shared), shared)
            }
            DutyReply::Changed(DutyOutcome::Entered(number)) => {
                let planned = self
                    .form
                    .as_ref()
                    .is_some_and(|form| form.deed == Deed::Plan);
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
    fn done(&mut self, said: String, shared: &Shared) -> Reply {
        let sent = self.form.take().map(|mut form| form.kept.recorded());
        let mut reply = self.ask(shared).and(Query::Counts);
        reply.effects.extend(sent);
        reply.say = Some(Saying::Done(said));
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
        Some(&self.form.as_ref()?.kept)
    }

    fn text_input_mut(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.form.as_mut()?.kept)
    }

    fn update(&mut self, heard: &Heard<'_>, shared: &Shared) -> Reply {
        match heard {
            Heard::Opened => self.ask(shared),
            Heard::Draft(name, draft) => match &mut self.form {
                Some(form) => form.kept.resume(name, draft, shared),
                None => Reply::none(),
            },
            Heard::Failed(error) => match &mut self.form {
                Some(form) => form.failed(error, shared),
                None => Reply::none(),
            },
            Heard::Told(DeskReply::Duty(reply)) => self.told(reply, shared),
            Heard::Action(_) | Heard::Key(_) | Heard::Paste(_) | Heard::Pointed(_)
                if self.form.is_some() =>
            {
                self.in_form(heard, shared)
            }
            Heard::Action(action) if self.number.is_some() => self.on_duty(*action, shared),
            Heard::Action(action) => self.in_year(*action, shared),
            Heard::Told(_) | Heard::Key(_) | Heard::Paste(_) | Heard::Pointed(_) => Reply::none(),
        }
    }

    fn outdated(&mut self, news: News, shared: &Shared) -> Reply {
        match news {
            News::Written | News::Duties => self.ask(shared),
            News::Minute => Reply::none(),
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Shared) {
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

    fn restore(&mut self, bookmark: &Bookmark, step: Step, shared: &Shared) -> Reply {
        match (step, bookmark.place::<(Option<u16>, _, _)>()) {
            (Step::Opened, Some((year, row, number))) => {
                self.year = year.filter(|year| is_known(*year));
                self.pick.at = row;
                self.number = number;
                self.ask(shared)
            }
            (Step::Read, _) => bookmark.reopen(self, opens_form, shared),
            (Step::Opened | Step::Ready, _) => Reply::none(),
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
    matches!(action, Action::Add | Action::Earlier) || Deed::by(action).is_some()
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
