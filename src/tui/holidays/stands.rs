//! Where a clerk stands among the holidays, so that he can come back there.

use super::HolidayScreen;
use crate::{
    domain::holidays::YEARS,
    tui::{effect::Effect, keymap::Action},
};
use chrono::NaiveDate;

/// Whether this is a key that opens a form here.
pub(in crate::tui) const fn opens_form(action: Action) -> bool {
    matches!(action, Action::Add | Action::Remove)
}

impl HolidayScreen {
    /// The year that is shown.
    pub fn year(&self) -> Option<i32> {
        self.year
    }

    /// The chosen day; where a form is open that removes one, that one.
    pub fn day(&self) -> Option<NaiveDate> {
        let removed = self.form.as_ref().and_then(|form| form.removed);
        removed.or_else(|| self.days().get(self.pick.at).map(|day| day.date))
    }

    /// The key by which the form that is open was opened.
    pub fn doing(&self) -> Option<Action> {
        self.form.as_ref().map(|form| match form.removed {
            None => Action::Add,
            Some(_) => Action::Remove,
        })
    }

    /// The field of the form that has the keys, counted from 0, and where the caret stands in it.
    pub fn caret(&self) -> Option<(String, usize)> {
        let form = &self.form.as_ref()?.form;
        Some((form.focused().to_owned(), form.caret()))
    }

    /// Puts the caret back there.
    pub fn put_caret(&mut self, field: &str, caret: usize) {
        if let Some(form) = &mut self.form {
            form.form.stand(field, caret);
        }
    }

    /// Shows another year, with the bar on a day of it.
    pub fn stand(&mut self, year: Option<i32>, day: Option<NaiveDate>) -> Vec<Effect> {
        let Some(year) = year.filter(|year| YEARS.contains(year)) else {
            return Vec::new();
        };
        self.seek = day;
        self.show(year).effects
    }
}
