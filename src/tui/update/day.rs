//! Opens the duties whose period begins while the program runs.
//!
//! Checked with every minute and every change of the rules: the day and the charter are compared with those of the last time.

use crate::{
    tui::{
        effect::{Change, Effect, Query},
        model::Model,
        screen::{News, ScreenEvent, StatusMessage},
    },
    words::duties as text,
};
use chrono::NaiveDate;

/// What decides which duties have begun: the day of the office, and the number of versions of its charter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DutyCheck {
    day: NaiveDate,
    versions: usize,
}

impl DutyCheck {
    fn now(model: &Model) -> Option<Self> {
        let rules = model.shared.rules.as_ref()?;
        Some(Self {
            day: rules.calendars.now().date(model.shared.now),
            versions: rules.versions.len(),
        })
    }
}

/// Opens duties where the day or the charter has changed since the last time.
///
/// Opening the desk writes nothing, so the first check opens what has begun. After a failure the next minute tries again: only
/// the reply updates the state.
pub(super) fn check_duties(model: &mut Model) -> Option<Effect> {
    let now = DutyCheck::now(model)?;
    (model.duty_check != Some(now)).then_some(Effect::Write(Change::BeginDuties))
}

/// Shows the duties that were opened.
pub(super) fn duties_begun(model: &mut Model, count: usize) -> Vec<Effect> {
    model.duty_check = DutyCheck::now(model);
    if count == 0 {
        return Vec::new();
    }
    let said = text::BEGUN.with(model.shared.lang, &[("n", &count.to_string())]);
    model.saying.get_or_insert(StatusMessage::Done(said));
    let mut effects = vec![model.queue.reload(), Effect::Read(Query::Counts)];
    effects.extend(super::dispatch(model, &ScreenEvent::Outdated(News::Duties)));
    effects
}
