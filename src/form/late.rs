//! When something happened, in a form: the time, and the reason that a time long past asks for.

use super::{Form, FormField};
use crate::{
    domain::{
        calendar::Calendar,
        input,
        late::{EntryTime, reason_asked_since},
        party::Field,
        refusal::FieldFault,
    },
    words::{Lang, forms as text},
};
use chrono::{DateTime, Utc};

/// The field of the reason, which appears where the time asks for one.
pub(super) fn reason(lang: Lang) -> FormField {
    let hint = text::LATE_HINT.get(lang);
    let field = FormField::line(Field::LateReason, input::TITLE_MAX, hint, lang);
    field.labelled(text::LATE.get(lang)).hidden()
}

/// Shows the reason while the time in the form asks for one; `parse` reads a time as it is typed.
pub fn follow(
    form: &mut Form,
    parse: impl Fn(&str) -> Option<DateTime<Utc>>,
    now: DateTime<Utc>,
    calendar: &Calendar,
) {
    let at = parse(form.value(Field::At.id()).trim());
    let asked = at.and_then(|at| reason_asked_since(at, now, calendar));
    form.ask_for(Field::LateReason.id(), asked.is_some());
}

/// The time in the form; the reason counts only while it is shown.
///
/// # Errors
/// The time cannot be read.
pub(super) fn time(
    form: &Form,
    parse: impl Fn(&str) -> Option<DateTime<Utc>>,
) -> Result<EntryTime, FieldFault> {
    let late_reason = form.shown(Field::LateReason.id()).unwrap_or_default();
    Ok(EntryTime {
        at: form.optional(Field::At, parse)?,
        late_reason: late_reason.to_owned(),
    })
}
