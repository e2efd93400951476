//! The holidays of a year, and changes to them.
//!
//! A change moves deadlines, so it is sent by another key than the one that opens its form. Must not know how days are counted.

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
        InputOutcome,
        draft_form::{done, is_yes},
    },
    keymap::{Action, KeyContext},
    page::{Pick, below, body_rows, headed, top},
    restore::{Bookmark, Step},
    screen::{
        Failures, Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared,
        TextInput,
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
    /// The year shown; `None` before the screen was opened.
    year: Option<i32>,
    days: Option<Vec<Day>>,
    pick: Pick,
    /// The day to choose when the year is read.
    seek: Option<NaiveDate>,
    form: Option<DayForm>,
    /// A form that was left.
    draft: Option<DayForm>,
    /// The clerk was asked whether to discard what was typed.
    confirming: bool,
}

impl HolidayScreen {
    /// Saves the draft after a change.
    fn edited(&self, edit: Option<InputOutcome>) -> ScreenAnswer {
        match (edit, self.draft()) {
            (Some(InputOutcome::Changed), Some((form, text))) => {
                ScreenAnswer::ask(DraftEffect::Keep { form, text })
            }
            _ => ScreenAnswer::none(),
        }
    }

    fn act(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        let year = self.year.unwrap_or_else(|| shared.today().year());
        match action {
            Action::Back => ScreenAnswer::go(Go::Queue),
            Action::Left if YEARS.contains(&(year - 1)) => self.show(year - 1),
            Action::Right if YEARS.contains(&(year + 1)) => self.show(year + 1),
            Action::Add => {
                let draft = self.draft.take().filter(|form| form.removed.is_none());
                let fresh = || DayForm::adding(year, shared.today(), shared.lang);
                self.form = Some(draft.unwrap_or_else(fresh));
                ScreenAnswer::none()
            }
            Action::Remove => self.remove(shared),
            _ => {
                let page = body_rows(shared).saturating_sub(CHOSEN + 3).max(1);
                self.pick.moved(action, self.days().len(), page);
                ScreenAnswer::none()
            }
        }
    }

    fn remove(&mut self, shared: &Shared) -> ScreenAnswer {
        let Some(day) = self.days().get(self.pick.at).cloned() else {
            return ScreenAnswer::none();
        };
        if day.kind.is_none() {
            return ScreenAnswer::refused(text::HOLIDAY_NOT_ONE.get(shared.lang));
        }
        let same = |form: &DayForm| form.removed == Some(day.date);
        let fresh = || DayForm::removing(day.date, &day.name, shared.today(), shared.lang);
        self.form = Some(self.draft.take().filter(same).unwrap_or_else(fresh));
        ScreenAnswer::none()
    }

    fn act_in_form(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        let Some(form) = &mut self.form else {
            return ScreenAnswer::none();
        };
        match action {
            Action::NextField => form.form.next(),
            Action::PreviousField => form.form.previous(),
            // Not again before the answer, which would ask for the same change twice.
            Action::Submit if !form.sent => {
                let request = match form.request() {
                    Ok(request) => request,
                    Err(wrong) => {
                        let values = [("n", &*wrong.to_string())];
                        return ScreenAnswer::refused(forms::FAULTS.with(shared.lang, &values));
                    }
                };
                form.sent = true;
                form.wrong = None;
                return ScreenAnswer::ask(Change::Holiday(Box::new(request)));
            }
            Action::Discard if form.form.is_untouched() => {
                return ScreenAnswer::say(done(forms::NOTHING_TO_DISCARD, shared));
            }
            Action::Discard => {
                self.confirming = true;
                return ScreenAnswer::say(done(forms::DISCARD_ASK, shared));
            }
            Action::Back if form.form.close() => {}
            Action::Back => return self.leave_form(),
            _ => {}
        }
        ScreenAnswer::none()
    }

    fn discard(&mut self, shared: &Shared) -> ScreenAnswer {
        let year = self.year.unwrap_or_else(|| shared.today().year());
        let removed = self.form.as_ref().and_then(|form| form.removed);
        let day = removed.and_then(|date| self.days().iter().find(|day| day.date == date));
        let fresh = match day {
            Some(day) => DayForm::removing(day.date, &day.name, shared.today(), shared.lang),
            None => DayForm::adding(year, shared.today(), shared.lang),
        };
        self.form = Some(fresh);
        ScreenAnswer::say(done(forms::DISCARDED, shared)).and(DraftEffect::Drop(DRAFT.to_owned()))
    }

    fn leave_form(&mut self) -> ScreenAnswer {
        let draft = self.draft();
        self.draft = self.form.take().filter(|form| !form.form.is_untouched());
        if let Some(draft) = &mut self.draft {
            draft.sent = false;
        }
        ScreenAnswer::ask(match draft {
            Some((form, text)) => Effect::Draft(DraftEffect::Keep { form, text }),
            None => Effect::Draft(DraftEffect::Drop(DRAFT.to_owned())),
        })
    }

    fn show(&mut self, year: i32) -> ScreenAnswer {
        self.year = Some(year);
        ScreenAnswer::ask(Query::Holidays(year))
    }

    fn take_reply(&mut self, reply: &HolidayReply, shared: &Shared) -> ScreenAnswer {
        match reply {
            HolidayReply::Year(year, holidays, edits) if Some(*year) == self.year => {
                self.fill(*year, holidays, edits);
                ScreenAnswer::none()
            }
            // A year that was left.
            HolidayReply::Year(..) => ScreenAnswer::none(),
            HolidayReply::Changed(impact) => self.changed(impact, shared.lang),
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

    fn changed(&mut self, impact: &CalendarImpact, lang: Lang) -> ScreenAnswer {
        let request = self.form.take().and_then(|mut form| form.request().ok());
        self.draft = None;
        self.seek = request.map(|request| request.date);
        let year = self.seek.map(|date| date.year()).or(self.year);
        let said = match impact.subjects.len() {
            0 => text::HOLIDAY_MOVED_NONE.get(lang).to_owned(),
            1 => text::HOLIDAY_MOVED_ONE.get(lang).to_owned(),
            many => text::HOLIDAY_MOVED.with(lang, &[("n", &many.to_string())]),
        };
        let answer = year.map(|year| self.show(year)).unwrap_or_default();
        let answer = ScreenAnswer {
            effects: answer.effects,
            ..ScreenAnswer::done(said)
        };
        // The calendar is part of the rules, and deadlines depend on it.
        answer
            .and(Query::Rules)
            .and(Query::Counts)
            .and(DraftEffect::Drop(DRAFT.to_owned()))
    }

    fn failed(&mut self, error: &DeskError, lang: Lang) -> ScreenAnswer {
        if let Some(form) = &mut self.form {
            form.refused(error);
            // The form shows the reason; the line at the bottom only points there.
            return ScreenAnswer::refused(forms::FAULTS.with(lang, &[("n", "1")]));
        }
        ScreenAnswer::refused(error.say(lang))
    }

    fn restore(&mut self, bookmark: &Bookmark, step: Step, shared: &Shared) -> ScreenAnswer {
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
            (Step::Opened | Step::Ready, _) => ScreenAnswer::none(),
        }
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
}

impl Screen for HolidayScreen {
    fn state(&self) -> ScreenState<'_> {
        let text = self.form.as_ref().map(|_| self as &dyn TextInput);
        let (place, failures) = match self.form {
            Some(_) => (KeyContext::Form, Failures::OnScreen),
            None => (KeyContext::Years, Failures::AtBottom),
        };
        ScreenState {
            failures,
            ..ScreenState::at(place, Purpose::Other, text)
        }
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        if event.is_input() && std::mem::take(&mut self.confirming) && is_yes(event) {
            return self.discard(shared);
        }
        match event {
            ScreenEvent::Opened | ScreenEvent::Outdated(News::Written) => match self.year {
                None => {
                    let year = shared.today().year();
                    self.show(year).and(DraftEffect::Read(DRAFT.to_owned()))
                }
                Some(year) => self.show(year),
            },
            ScreenEvent::Draft(DRAFT, draft) if self.form.is_none() => {
                self.draft = DayForm::from_draft(draft, shared.today(), shared.lang);
                let draft = self.draft.as_ref();
                draft
                    .map(|form| draft_message(form, shared))
                    .unwrap_or_default()
            }
            ScreenEvent::Failed(error) => self.failed(error, shared.lang),
            ScreenEvent::Reply(DeskReply::Holiday(reply)) => self.take_reply(reply, shared),
            ScreenEvent::Restore(bookmark, step) => self.restore(bookmark, *step, shared),
            ScreenEvent::Caret(field, caret) => {
                if let Some(form) = &mut self.form {
                    form.form.focus_at(field, *caret);
                }
                ScreenAnswer::none()
            }
            ScreenEvent::Draft(..)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Outdated(News::Minute | News::Duties) => ScreenAnswer::none(),
            ScreenEvent::Action(action) if self.form.is_some() => self.act_in_form(*action, shared),
            ScreenEvent::Action(action) => self.act(*action, shared),
            ScreenEvent::Key(key) => {
                let edit = self.form.as_mut().map(|form| form.form.key(*key));
                self.edited(edit)
            }
            ScreenEvent::Pointer(pointed) => {
                let edit = self.form.as_mut().map(|form| form.form.point(*pointed));
                self.edited(edit)
            }
            ScreenEvent::Paste(pasted) => {
                let edit = self.form.as_mut().map(|form| form.form.paste(pasted));
                self.edited(edit)
            }
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let year = self.year.unwrap_or_else(|| shared.today().year());
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
        let removed = self.form.as_ref().map(|form| form.removed);
        let doing = removed.map(|day| day.map_or(Action::Add, |_| Action::Remove));
        let chosen = self.days().get(self.pick.at).map(|day| day.date);
        let at = json!((self.year, removed.flatten().or(chosen)));
        Some(Bookmark::of(Action::Holidays, at).with_form(doing))
    }
}

/// Says that there is a draft, and by which key its form is opened.
fn draft_message(form: &DayForm, shared: &Shared) -> ScreenAnswer {
    let (phrase, action) = match form.removed {
        None => (text::HOLIDAY_KEPT_ADD, Action::Add),
        Some(_) => (text::HOLIDAY_KEPT_REMOVE, Action::Remove),
    };
    let date = form.removed.map(|date| date.to_string());
    let values = [
        ("key", &*shared.keys.shown(KeyContext::Years, action)),
        ("date", date.as_deref().unwrap_or_default()),
    ];
    ScreenAnswer::done(phrase.with(shared.lang, &values))
}
