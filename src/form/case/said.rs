//! What is said above a form: who investigates, and until when a supplement is asked for.

use super::ActionKind;
use crate::{
    desk::CaseView,
    domain::{audit::Investigation, decide::supplement_until, staff::Names},
    form::day,
    words::{Lang, forms as text},
};
use chrono::{DateTime, Utc};

/// Who investigates the case where it is a grievance that was brought again.
pub(super) fn investigation<'a>(view: &'a CaseView, names: Names<'a>) -> Option<Investigation<'a>> {
    Investigation::of(&view.case, &view.related, &view.rules.charter, names.staff)
}

/// What is said above a form, or after something was recorded, of a grievance that was brought again: who investigates it,
/// and that `department` is complained of. Empty where the action has nothing to do with it.
pub fn of_investigation(
    kind: ActionKind,
    view: &CaseView,
    department: &str,
    names: Names<'_>,
) -> Vec<String> {
    let Some(found) = investigation(view, names) else {
        return Vec::new();
    };
    let lang = names.lang;
    let audit = found.audit.unwrap_or(text::OTHER_DEPARTMENT.get(lang));
    let audit = [("audit", audit), ("department", department)];
    let rule = || text::AUDITED.get(lang).to_owned();
    let wrong = found
        .excludes(department)
        .then(|| text::COMPLAINED_OF.with(lang, &audit));
    match kind {
        ActionKind::Link => vec![rule()],
        ActionKind::Assign => std::iter::once(rule()).chain(wrong).collect(),
        // It puts the team complained of in charge, as the charter asks.
        ActionKind::StepOne => vec![text::AUDITED_AFTER_STEP.with(lang, &audit)],
        ActionKind::Reply | ActionKind::Refuse => wrong.into_iter().collect(),
        _ => Vec::new(),
    }
}

/// What is said above the form of a supplement, or after it was recorded, where the time to ask for one is over (rules art.
/// 9(1)): later it is asked for with good reason only, and at once.
pub fn of_supplement(
    kind: ActionKind,
    view: &CaseView,
    (now, lang): (DateTime<Utc>, Lang),
) -> Option<String> {
    let calendars = &view.rules.calendars;
    let last = supplement_until(&view.case, calendars).filter(|last| last.at < now)?;
    let last = day::instant(last.at, now, calendars.now(), lang);
    let said = text::SUPPLEMENT_LATE.with(lang, &[("last", &last)]);
    (kind == ActionKind::Supplement).then_some(said)
}
