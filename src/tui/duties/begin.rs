//! How the form of a deed is opened: on the duty that is open, or on what the charter asks for.
//!
//! Must not know what the form asks.

use super::{
    DutyScreen,
    deed::{DutyEntry, DutyTarget},
    detail::Detail,
    form::DutyForm,
};
use crate::{
    domain::{
        duty::{self, OpeningRule, Plan, plans},
        refusal::Refusal,
    },
    tui::{
        keymap::{Action, KeyContext},
        screen::{ScreenAnswer, Shared, StatusMessage},
    },
    words::{Say, duties as text},
};

impl DutyScreen {
    /// What the charter in force asks for by the chosen row, or by the promise of the duty that is open.
    fn chosen(&self, shared: &Shared) -> Option<Plan> {
        if self.number.is_none() {
            let line = self.found.as_ref()?.lines.get(self.pick.at)?;
            return Some(line.plan.clone());
        }
        let promise = &self.detail.as_ref()?.view.duty.promise;
        duty::plan(&shared.rules.as_ref()?.charter, promise)
    }

    /// Enters a period from before the desk.
    pub(super) fn earlier(&mut self, shared: &Shared) -> ScreenAnswer {
        match (self.chosen(shared), &self.detail) {
            (Some(plan), _) => self.begin(DutyEntry::Earlier, plan, shared),
            // The charter in force asks for it no more.
            (None, Some(Detail { view, .. })) => {
                let charter = shared.rules.as_ref().map(|rules| &rules.charter);
                let charter = charter.unwrap_or(&view.rules.charter);
                let refusal = Refusal::unknown_duty(&view.duty.promise, charter);
                ScreenAnswer::say(StatusMessage::Refused(refusal.say(shared.lang)))
            }
            (None, None) => ScreenAnswer::none(),
        }
    }

    /// Plans a duty that has a date of its own: the chosen one, or the only one of the charter.
    pub(super) fn plan(&mut self, shared: &Shared) -> ScreenAnswer {
        let Some(rules) = &shared.rules else {
            return ScreenAnswer::none();
        };
        let mut known = plans(&rules.charter);
        known.retain(|plan| plan.begins == OpeningRule::Planned && plan.dated.is_some());
        let chosen = self.chosen(shared);
        let at = known
            .iter()
            .position(|plan| chosen.as_ref().is_some_and(|it| it.promise == plan.promise));
        let key = |action| shared.keys.shown(KeyContext::Duties, action);
        match (at, known.len()) {
            (Some(at), _) => self.begin(DutyEntry::Plan, known.swap_remove(at), shared),
            (None, 1) => self.begin(DutyEntry::Plan, known.swap_remove(0), shared),
            (None, 0) => {
                let said = text::NONE_TO_PLAN.with(shared.lang, &[("key", &key(Action::Open))]);
                ScreenAnswer::say(StatusMessage::Refused(said))
            }
            (None, _) => {
                let names: Vec<String> = known.iter().map(|plan| plan.say(shared.lang)).collect();
                let values = [("key", &*key(Action::Add)), ("known", &*names.join(", "))];
                let said = text::WHICH_TO_PLAN.with(shared.lang, &values);
                ScreenAnswer::say(StatusMessage::Refused(said))
            }
        }
    }

    /// Opens the form of a deed by which a duty begins.
    fn begin(&mut self, deed: DutyEntry, plan: Plan, shared: &Shared) -> ScreenAnswer {
        let Some(rules) = &shared.rules else {
            return ScreenAnswer::none();
        };
        let about = DutyTarget::Promise(Box::new(plan), rules.clone());
        self.fill_in(deed, about, shared)
    }

    /// Opens the form of a deed, and asks for the draft of it.
    pub(super) fn fill_in(
        &mut self,
        deed: DutyEntry,
        about: DutyTarget,
        shared: &Shared,
    ) -> ScreenAnswer {
        let form = DutyForm::new(deed, about, shared);
        let draft = form.draft.ask();
        self.form = Some(form);
        ScreenAnswer::ask(draft)
    }
}
