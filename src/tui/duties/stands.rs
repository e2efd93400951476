//! Where a clerk stands among the duties, so that he can come back there.

use super::{DutyScreen, deed::Deed, is_known};
use crate::{
    domain::subject::DutyNumber,
    tui::{
        effect::{Effect, Query},
        form::Form,
        keymap::Action,
    },
};

/// Whether this is a key that opens a form here.
pub(in crate::tui) const fn opens_form(action: Action) -> bool {
    matches!(action, Action::Add | Action::Earlier) || Deed::by(action).is_some()
}

impl DutyScreen {
    /// The year that is shown, or from which a duty was opened, and the row of it that is chosen.
    pub fn year(&self) -> (Option<u16>, usize) {
        (self.year, self.pick.at)
    }

    /// Shows another year with the bar on that row, and a duty in it or by itself.
    pub fn stand(
        &mut self,
        (year, row): (Option<u16>, usize),
        number: Option<DutyNumber>,
    ) -> Vec<Effect> {
        self.year = year.filter(|year| is_known(*year));
        self.pick.at = row;
        self.number = number;
        let year = self.year.map(Query::Duties);
        let asked = year.into_iter().chain(number.map(Query::Duty));
        asked.map(Effect::Read).collect()
    }

    /// The key by which the form that is open was opened.
    pub fn doing(&self) -> Option<Action> {
        self.form.as_ref().map(|form| form.deed.action())
    }

    /// The form that is open.
    pub fn form(&self) -> Option<&Form> {
        self.form.as_ref().map(|form| &form.kept.form)
    }

    /// The same form, to put the caret somewhere.
    pub fn form_mut(&mut self) -> Option<&mut Form> {
        self.form.as_mut().map(|form| &mut form.kept.form)
    }
}
