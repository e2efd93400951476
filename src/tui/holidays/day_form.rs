//! The form in which a holiday is added or removed, with its draft.
//!
//! Must not know the list, or what the fields are.

use crate::{
    desk::{DeskError, HolidayRequest},
    domain::{charter::Bilingual, refusal::Refusal},
    form::{Form, holiday},
    words::{Lang, Say},
};
use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value};

/// Where the draft keeps the day that is removed.
const REMOVED: &str = "removed";

/// The form of one change.
#[derive(Clone, Debug)]
pub(super) struct DayForm {
    /// The day that is removed; `None` where one is added.
    pub(super) removed: Option<NaiveDate>,
    pub(super) form: Form,
    /// Why the desk refused what was sent, where no field is wrong.
    pub(super) wrong: Option<Bilingual>,
    /// Sent, and not answered yet.
    pub(super) sent: bool,
}

impl DayForm {
    /// A form that adds a holiday, in that year unless another is typed.
    pub(super) fn adding(year: i32, today: NaiveDate, lang: Lang) -> Self {
        Self::new(None, holiday::adding(year, today, lang))
    }

    /// A form that removes a holiday.
    pub(super) fn removing(date: NaiveDate, name: &str, today: NaiveDate, lang: Lang) -> Self {
        Self::new(Some(date), holiday::removing(name, today, lang))
    }

    fn new(removed: Option<NaiveDate>, form: Form) -> Self {
        Self {
            removed,
            form,
            wrong: None,
            sent: false,
        }
    }

    /// The change that is asked for.
    ///
    /// # Errors
    /// The number of wrong fields, which the form marks.
    pub(super) fn request(&mut self) -> Result<HolidayRequest, usize> {
        let read = holiday::read(&self.form, self.removed);
        read.map_err(|faults| {
            self.form.set_faults(&faults);
            faults.len()
        })
    }

    /// The desk refused what was sent: the form says why, and may be sent again.
    pub(super) fn refused(&mut self, error: &DeskError) {
        self.sent = false;
        if let DeskError::Refusal(Refusal::Fields(faults)) = error {
            return self.form.set_faults(faults);
        }
        self.wrong = Some(Bilingual {
            ko: error.say(Lang::Ko),
            en: error.say(Lang::En),
        });
    }

    /// The text of the draft.
    pub(super) fn draft(&self) -> String {
        let mut draft = self.form.draft();
        if let Some(date) = self.removed {
            draft.insert(REMOVED.to_owned(), date.to_string().into());
        }
        Value::Object(draft).to_string()
    }

    /// The form of a draft; `None` where the text is no draft.
    pub(super) fn from_draft(draft: &str, today: NaiveDate, lang: Lang) -> Option<Self> {
        let draft: Map<String, Value> = serde_json::from_str(draft).ok()?;
        let mut form = match draft.get(REMOVED).and_then(Value::as_str) {
            None => Self::adding(today.year(), today, lang),
            Some(date) => Self::removing(date.parse().ok()?, "", today, lang),
        };
        form.form.restore(&draft).then_some(form)
    }
}
