//! What a new day brings while the program stays open: the duties whose period begins with it.
//!
//! Nothing is polled for it: the tick of the minute and the answer about the rules, which come anyway, are compared with what
//! was so when duties were opened last.

use crate::{
    tui::{
        effect::{Change, Effect, Query},
        model::Model,
        screen::{News, ScreenEvent, StatusMessage},
    },
    words::duties as text,
};
use chrono::NaiveDate;

/// What decides which duties have begun: the office's day, and how many versions of its charter there are.
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

/// Asks for the duties that begin, where the day or the charter is another than when that was last done.
///
/// Who opens a desk has opened them, so that the first look only remembers. What failed is asked for again with the next
/// minute: only the answer is remembered.
pub(super) fn turned(model: &mut Model) -> Option<Effect> {
    let now = DutyCheck::now(model)?;
    let before = *model.duty_check.get_or_insert(now);
    (before != now).then_some(Effect::Write(Change::BeginDuties))
}

/// Takes in that duties were opened, and shows them where they can be seen.
pub(super) fn began(model: &mut Model, count: usize) -> Vec<Effect> {
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
