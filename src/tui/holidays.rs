//! The holidays of a year, and changes to them.
//!
//! A change moves deadlines, so it is sent by another key than the one that began it. Must not know how days are counted.

mod day_form;
mod days;
mod form_view;
mod list_view;
#[cfg(test)]
mod tests;
mod year;

use super::{
    effect::{Change, DeskReply, DraftEffect, Effect, HolidayReply, Query},
    form::{
        Felt,
        kept::{done, is_yes},
    },
    keymap::{Action, KeyContext},
    page::{Pick, below, body_rows, headed, top},
    restore::{Bookmark, Step},
    screen::{
        Failures, Go, Heard, News, Purpose, Reply, Saying, Screen, ScreenState, Shared, TextInput,
        Ticks,
    },
    targets::Drawing,
};
use crate::{
    desk::{CalendarImpact, DeskError},
    domain::holidays::{Holiday, HolidayEdit, YEARS},
    form::holiday::DRAFT,
    words::{Lang, Say, forms, screens as text},
};
use chrono::{Datelike, NaiveDate};
use day_form::DayForm;
use days::Day;
use ratatui::{Frame, layout::Rect};
use serde_json::json;

/// Rows of the chosen day under the list, with the rule over it.
const CHOSEN: usize = 3;

/// The holidays of a year, and changes to them.
#[derive(Debug, Default)]
pub struct HolidayScreen {
    /// The year that is shown; `None` before the screen was opened.
    year: Option<i32>,
    days: Option<Vec<Day>>,
    pick: Pick,
    /// The day to go to when the year is there.
    seek: Option<NaiveDate>,
    form: Option<DayForm>,
    /// A form that was left, as it was.
    kept: Option<DayForm>,
    /// It was asked whether all that was typed is to go.
    asks: bool,
}

impl HolidayScreen {
    /// Keeps what is typed as it is typed.
    fn edited(&self, edit: Option<Felt>) -> Reply {
        match (edit, self.draft()) {
            (Some(Felt::Changed), Some((form, text))) => {
                Reply::ask(DraftEffect::Keep { form, text })
            }
            _ => Reply::none(),
        }
    }

    fn act(&mut self, action: Action, shared: &Shared) -> Reply {
        let year = self.year.unwrap_or_else(|| today(shared).year());
        match action {
            Action::Back => Reply::go(Go::Queue),
            Action::Left if YEARS.contains(&(year - 1)) => self.show(year - 1),
            Action::Right if YEARS.contains(&(year + 1)) => self.show(year + 1),
            Action::Add => {
                let kept = self.kept.take().filter(|form| form.removed.is_none());
                let fresh = || DayForm::adding(year, today(shared), shared.lang);
                self.form = Some(kept.unwrap_or_else(fresh));
                Reply::none()
            }
            Action::Remove => self.remove(shared),
            _ => {
                let page = body_rows(shared).saturating_sub(CHOSEN + 3).max(1);
                self.pick.moved(action, self.days().len(), page);
                Reply::none()
            }
        }
    }

    fn remove(&mut self, shared: &Shared) -> Reply {
        let Some(day) = self.days().get(self.pick.at).cloned() else {
            return Reply::none();
        };
        if day.kind.is_none() {
            let said = text::HOLIDAY_NOT_ONE.get(shared.lang).to_owned();
            return Reply::say(Saying::Refused(said));
        }
        let same = |form: &DayForm| form.removed == Some(day.date);
        let fresh = || DayForm::removing(day.date, &day.name, today(shared), shared.lang);
        self.form = Some(self.kept.take().filter(same).unwrap_or_else(fresh));
        Reply::none()
    }

    fn act_in_form(&mut self, action: Action, shared: &Shared) -> Reply {
        let Some(form) = &mut self.form else {
            return Reply::none();
        };
        match action {
            Action::NextField => form.form.next(),
            Action::PreviousField => form.form.previous(),
            // Sent once: a second time before the answer would ask for the same change again.
            Action::Submit if !form.sent => {
                let request = match form.request() {
                    Ok(request) => request,
                    Err(wrong) => {
                        let n = wrong.to_string();
                        let said = forms::FAULTS.with(shared.lang, &[("n", &n)]);
                        return Reply::say(Saying::Refused(said));
                    }
                };
                form.sent = true;
                form.wrong = None;
                return Reply::ask(Change::Holiday(Box::new(request)));
            }
            Action::Discard if form.form.is_untouched() => {
                return Reply::say(done(forms::NOTHING_TO_DISCARD, shared));
            }
            Action::Discard => {
                self.asks = true;
                return Reply::say(done(forms::DISCARD_ASK, shared));
            }
            Action::Back if form.form.close() => {}
            Action::Back => return self.leave_form(),
            _ => {}
        }
        Reply::none()
    }

    fn discard(&mut self, shared: &Shared) -> Reply {
        let year = self.year.unwrap_or_else(|| today(shared).year());
        let removed = self.form.as_ref().and_then(|form| form.removed);
        let day = removed.and_then(|date| self.days().iter().find(|day| day.date == date));
        let fresh = match day {
            Some(day) => DayForm::removing(day.date, &day.name, today(shared), shared.lang),
            None => DayForm::adding(year, today(shared), shared.lang),
        };
        self.form = Some(fresh);
        Reply {
            say: Some(done(forms::DISCARDED, shared)),
            ..Reply::ask(DraftEffect::Drop(DRAFT.to_owned()))
        }
    }

    fn leave_form(&mut self) -> Reply {
        let draft = self.draft();
        self.kept = self.form.take().filter(|form| !form.form.is_untouched());
        if let Some(kept) = &mut self.kept {
            kept.sent = false;
        }
        Reply::ask(match draft {
            Some((form, text)) => Effect::Draft(DraftEffect::Keep { form, text }),
            None => Effect::Draft(DraftEffect::Drop(DRAFT.to_owned())),
        })
    }

    fn show(&mut self, year: i32) -> Reply {
        self.year = Some(year);
        Reply::ask(Query::Holidays(year))
    }

    fn told(&mut self, reply: &HolidayReply, shared: &Shared) -> Reply {
        match reply {
            HolidayReply::Year(year, holidays, edits) if Some(*year) == self.year => {
                self.fill(*year, holidays, edits);
                Reply::none()
            }
            // Of a year that was left.
            HolidayReply::Year(..) => Reply::none(),
            HolidayReply::Changed(recomputed) => self.changed(recomputed, shared.lang),
        }
    }

    fn fill(&mut self, year: i32, holidays: &[Holiday], edits: &[HolidayEdit]) {
        let days = days::days(year, holidays, edits);
        let sought = self.seek.take();
        let sought = sought.and_then(|date| days.iter().position(|day| day.date >= date));
        self.pick.at = sought
            .unwrap_or(self.pick.at)
            .min(days.len().saturating_sub(1));
        self.days = Some(days);
    }

    fn changed(&mut self, recomputed: &CalendarImpact, lang: Lang) -> Reply {
        let asked = self.form.take().and_then(|mut form| form.request().ok());
        self.kept = None;
        let year = asked.as_ref().map(|asked| asked.date.year()).or(self.year);
        self.seek = asked.map(|asked| asked.date);
        let said = match recomputed.subjects.len() {
            0 => text::HOLIDAY_MOVED_NONE.get(lang).to_owned(),
            1 => text::HOLIDAY_MOVED_ONE.get(lang).to_owned(),
            many => text::HOLIDAY_MOVED.with(lang, &[("n", &many.to_string())]),
        };
        let mut reply = year.map_or_else(Reply::none, |year| self.show(year));
        reply.say = Some(Saying::Done(said));
        // The calendar is part of the rules, and the deadlines of the queue hang on it.
        reply
            .and(Query::Rules)
            .and(Query::Counts)
            .and(DraftEffect::Drop(DRAFT.to_owned()))
    }

    fn failed(&mut self, error: &DeskError, lang: Lang) -> Reply {
        if let Some(form) = &mut self.form {
            form.refused(error);
            // It stands in the form, and once is enough: the line at the bottom only points there.
            let said = forms::FAULTS.with(lang, &[("n", "1")]);
            return Reply::say(Saying::Refused(said));
        }
        Reply::say(Saying::Refused(error.say(lang)))
    }

    fn days(&self) -> &[Day] {
        self.days.as_deref().unwrap_or_default()
    }
}

impl TextInput for HolidayScreen {
    fn selected(&self) -> Option<&str> {
        self.form.as_ref()?.form.selected()
    }

    fn draft(&self) -> Option<(String, String)> {
        let form = self.form.as_ref();
        let form = form.filter(|form| !form.form.is_untouched())?;
        Some((DRAFT.to_owned(), form.draft()))
    }

    fn caret(&self) -> Option<(String, usize)> {
        let form = &self.form.as_ref()?.form;
        Some((form.focused().to_owned(), form.caret()))
    }

    fn put_caret(&mut self, field: &str, caret: usize) {
        if let Some(form) = &mut self.form {
            form.form.stand(field, caret);
        }
    }
}

impl Screen for HolidayScreen {
    fn state(&self) -> ScreenState<'_> {
        let (place, failures) = match self.form {
            Some(_) => (KeyContext::Form, Failures::OnScreen),
            None => (KeyContext::Years, Failures::AtBottom),
        };
        ScreenState {
            failures,
            ..ScreenState::at(place, Purpose::Other)
        }
    }

    fn ticks(&self, _shared: &Shared) -> Ticks {
        Ticks::Minute
    }

    fn text_input(&self) -> Option<&dyn TextInput> {
        self.form.is_some().then_some(self)
    }

    fn text_input_mut(&mut self) -> Option<&mut dyn TextInput> {
        self.form.is_some().then_some(self)
    }

    fn update(&mut self, heard: &Heard<'_>, shared: &Shared) -> Reply {
        if heard.is_input() && std::mem::take(&mut self.asks) && is_yes(heard) {
            return self.discard(shared);
        }
        match heard {
            Heard::Opened => match self.year {
                None => {
                    let year = today(shared).year();
                    self.show(year).and(DraftEffect::Read(DRAFT.to_owned()))
                }
                Some(year) => self.show(year),
            },
            Heard::Draft(DRAFT, kept) if self.form.is_none() => {
                self.kept = DayForm::from_draft(kept, today(shared), shared.lang);
                let kept = self.kept.as_ref();
                kept.map_or_else(Reply::none, |form| said_of_kept(form, shared))
            }
            Heard::Failed(error) => self.failed(error, shared.lang),
            Heard::Told(DeskReply::Holiday(reply)) => self.told(reply, shared),
            Heard::Draft(..) | Heard::Told(_) => Reply::none(),
            Heard::Action(action) if self.form.is_some() => self.act_in_form(*action, shared),
            Heard::Action(action) => self.act(*action, shared),
            Heard::Key(key) => {
                let edit = self.form.as_mut().map(|form| form.form.key(*key));
                self.edited(edit)
            }
            Heard::Pointed(pointed) => {
                let edit = self.form.as_mut().map(|form| form.form.point(*pointed));
                self.edited(edit)
            }
            Heard::Paste(pasted) => {
                let edit = self.form.as_mut().map(|form| form.form.paste(pasted));
                self.edited(edit)
            }
        }
    }

    fn outdated(&mut self, news: News, shared: &Shared) -> Reply {
        match news {
            News::Written => self.update(&Heard::Opened, shared),
            News::Minute | News::Duties => Reply::none(),
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let year = self.year.unwrap_or_else(|| today(shared).year());
        let title = text::HOLIDAY_TITLE.with(shared.lang, &[("year", &year.to_string())]);
        let holidays = self.days().iter().filter(|day| day.kind.is_some()).count();
        let edited = self.days().iter().filter(|day| day.edit.is_some()).count();
        let counts = [("n", &*holidays.to_string()), ("m", &*edited.to_string())];
        let note = text::HOLIDAY_COUNT.with(shared.lang, &counts);
        let note = if self.days.is_some() { &note } else { "" };
        let body = headed(frame.buffer_mut(), area, (&title, note), shared);
        let (body, beside) = year::divided(body);
        if let Some(beside) = beside {
            let chosen = self.days().get(self.pick.at).map(|day| day.date);
            let days = (self.days(), chosen);
            year::draw(year, days, frame.buffer_mut(), beside, shared);
        }
        let under = match &self.form {
            Some(form) => form_view::rows(form, usize::from(body.width), shared),
            None => CHOSEN,
        };
        let under = under.min(usize::from(body.height));
        let listed = usize::from(body.height) - under;
        self.view_list(frame.buffer_mut(), top(body, listed), shared);
        let under = below(body, listed);
        match &self.form {
            Some(form) => form_view::draw(form, self.days(), frame, under, shared),
            None => self.view_chosen(frame.buffer_mut(), under, shared),
        }
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let (doing, removed) = match &self.form {
            None => (None, None),
            Some(form) => match form.removed {
                None => (Some(Action::Add), None),
                Some(day) => (Some(Action::Remove), Some(day)),
            },
        };
        let chosen = self.days().get(self.pick.at).map(|day| day.date);
        let at = json!((self.year, removed.or(chosen)));
        Some(Bookmark::of(Action::Holidays, at).with_form(doing))
    }

    fn restore(&mut self, bookmark: &Bookmark, step: Step, shared: &Shared) -> Reply {
        let place = bookmark.place::<(Option<i32>, Option<NaiveDate>)>();
        match (step, place) {
            (Step::Opened, Some((Some(year), day))) if YEARS.contains(&year) => {
                self.seek = day;
                self.show(year)
            }
            (Step::Read, _) => {
                let opens = |key| matches!(key, Action::Add | Action::Remove);
                bookmark.reopen(self, opens, shared)
            }
            (Step::Opened | Step::Ready, _) => Reply::none(),
        }
    }
}

/// Says that a form was left half-typed, and how to go on with it.
fn said_of_kept(form: &DayForm, shared: &Shared) -> Reply {
    let (phrase, action) = match form.removed {
        None => (text::HOLIDAY_KEPT_ADD, Action::Add),
        Some(_) => (text::HOLIDAY_KEPT_REMOVE, Action::Remove),
    };
    let date = form.removed.map(|date| date.to_string());
    let values = [
        ("key", &*shared.keys.shown(KeyContext::Years, action)),
        ("date", date.as_deref().unwrap_or_default()),
    ];
    Reply::say(Saying::Done(phrase.with(shared.lang, &values)))
}

/// Today by the office's calendar.
fn today(shared: &Shared) -> NaiveDate {
    let rules = shared.rules.as_ref();
    rules.map_or_else(
        || shared.now.date_naive(),
        |rules| rules.calendars.now().date(shared.now),
    )
}
