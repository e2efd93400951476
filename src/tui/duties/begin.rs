//! Opens the form of an entry: on the duty that is open, or on a plan of the charter.

use super::{
    DutyScreen,
    detail::DutySheet,
    entry::{DutyEntry, DutyTarget},
    form::DutyForm,
};
use crate::{
    domain::{
        duty::{self, OpeningRule, Plan, plans},
        refusal::Refusal,
    },
    tui::{
        keymap::{Action, KeyContext},
        screen::{ScreenAnswer, Shared},
    },
    words::{Say, duties as text},
};

impl DutyScreen {
    /// The plan of the chosen row, or that of the open duty's promise in the charter in force.
    fn chosen_plan(&self, shared: &Shared) -> Option<Plan> {
        if self.number.is_none() {
            let line = self.overview.as_ref()?.lines.get(self.pick.at)?;
            return Some(line.plan.clone());
        }
        let promise = &self.detail.as_ref()?.view.duty.promise;
        duty::plan(&shared.rules.as_ref()?.charter, promise)
    }

    /// Opens the form of a period from before the desk.
    pub(super) fn enter_earlier(&mut self, shared: &Shared) -> ScreenAnswer {
        match (self.chosen_plan(shared), &self.detail) {
            (Some(plan), _) => self.begin(DutyEntry::Earlier, plan, shared),
            // The charter in force no longer asks for it.
            (None, Some(DutySheet { view, .. })) => {
                let charter = shared.rules.as_ref().map(|rules| &rules.charter);
                let charter = charter.unwrap_or(&view.rules.charter);
                let refusal = Refusal::unknown_duty(&view.duty.promise, charter);
                ScreenAnswer::refused(refusal.say(shared.lang))
            }
            (None, None) => ScreenAnswer::none(),
        }
    }

    /// Plans a duty with a date of its own: the chosen one, or the only one of the charter.
    pub(super) fn plan(&mut self, shared: &Shared) -> ScreenAnswer {
        let Some(rules) = &shared.rules else {
            return ScreenAnswer::none();
        };
        let mut known = plans(&rules.charter);
        known.retain(|plan| plan.begins == OpeningRule::Planned && plan.dated.is_some());
        let chosen = self.chosen_plan(shared);
        let at = known
            .iter()
            .position(|plan| chosen.as_ref().is_some_and(|it| it.promise == plan.promise));
        let key = |action| shared.keys.shown(KeyContext::Duties, action);
        match (at, known.len()) {
            (Some(at), _) => self.begin(DutyEntry::Plan, known.swap_remove(at), shared),
            (None, 1) => self.begin(DutyEntry::Plan, known.swap_remove(0), shared),
            (None, 0) => {
                let values = [("key", &*key(Action::Open))];
                ScreenAnswer::refused(text::NONE_TO_PLAN.with(shared.lang, &values))
            }
            (None, _) => {
                let names: Vec<String> = known.iter().map(|plan| plan.say(shared.lang)).collect();
                let values = [("key", &*key(Action::Add)), ("known", &*names.join(", "))];
                ScreenAnswer::refused(text::WHICH_TO_PLAN.with(shared.lang, &values))
            }
        }
    }

    /// Opens the form of an entry by which a duty begins.
    fn begin(&mut self, entry: DutyEntry, plan: Plan, shared: &Shared) -> ScreenAnswer {
        let Some(rules) = &shared.rules else {
            return ScreenAnswer::none();
        };
        let about = DutyTarget::Promise(Box::new(plan), rules.clone());
        self.open_form(entry, about, shared)
    }

    /// Opens the form of an entry, and asks for its draft.
    pub(super) fn open_form(
        &mut self,
        entry: DutyEntry,
        about: DutyTarget,
        shared: &Shared,
    ) -> ScreenAnswer {
        let form = DutyForm::new(entry, about, shared);
        let draft = form.draft.ask();
        self.form = Some(form);
        ScreenAnswer::ask(draft)
    }
}
