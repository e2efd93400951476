//! The forms that add a holiday to the desk's table or remove one.
//!
//! Must not decide: the desk checks the change.

use super::{Form, FormField, Pick};
use crate::{
    desk::HolidayRequest,
    domain::{
        holidays::{HolidayChange, HolidayKind},
        input,
        party::Field,
        refusal::{FieldFault, ValueFault},
    },
    words::{Lang, Phrase, Say, screens as text},
};
use chrono::NaiveDate;

/// The name of the form's draft.
pub const DRAFT: &str = "holiday";

/// More than any date takes.
const DATE: usize = 10;

/// The kinds as offered, the most likely first.
const KINDS: [HolidayKind; 4] = [
    HolidayKind::Temporary,
    HolidayKind::Election,
    HolidayKind::Substitute,
    HolidayKind::Statutory,
];

fn line(field: Field, most: usize, hint: Phrase, lang: Lang) -> FormField {
    FormField::line(field, most, hint.get(lang), lang)
}

/// The form that adds a holiday, in that year unless another is typed.
pub fn adding(year: i32, today: NaiveDate, lang: Lang) -> Form {
    let kinds = KINDS.map(|kind| Pick::new(kind.id(), kind.say(lang)));
    let date = line(Field::On, DATE, text::HOLIDAY_DATE_HINT, lang).with(&format!("{year}-"));
    let kind = FormField::choice(Field::Kind, kinds.to_vec(), lang);
    let kind = kind.labelled(text::HOLIDAY_KIND.get(lang));
    let [name, source, decided] = decision("", today, lang);
    Form::new(vec![date.required(), name, kind, source, decided], lang)
}

/// The form that removes the holiday of that name.
pub fn removing(name: &str, today: NaiveDate, lang: Lang) -> Form {
    Form::new(decision(name, today, lang).into(), lang)
}

/// Name of the holiday, source and date of the decision.
fn decision(name: &str, today: NaiveDate, lang: Lang) -> [FormField; 3] {
    let line = |field, most, hint| line(field, most, hint, lang);
    [
        line(Field::Name, input::NAME_MAX, text::HOLIDAY_NAME_HINT)
            .with(name)
            .required(),
        line(Field::Source, input::TITLE_MAX, text::HOLIDAY_SOURCE_HINT),
        line(Field::Decided, DATE, text::HOLIDAY_DATE_HINT).with(&today.to_string()),
    ]
}

/// Reads the form; `removed` is the day that it removes.
///
/// # Errors
/// A fault for every field that is empty or no date.
pub fn read(form: &Form, removed: Option<NaiveDate>) -> Result<HolidayRequest, Vec<FieldFault>> {
    let mut faults = Vec::new();
    let mut wrong = |field, fault| faults.push(FieldFault { field, fault });
    let date = removed.or_else(|| day_in(form, Field::On));
    if date.is_none() {
        wrong(Field::On, ValueFault::Form);
    }
    let name = input::clean(&form.of(Field::Name));
    if name.is_empty() {
        wrong(Field::Name, ValueFault::Missing);
    }
    let decided_on = day_in(form, Field::Decided);
    if decided_on.is_none() && !form.value(Field::Decided.id()).trim().is_empty() {
        wrong(Field::Decided, ValueFault::Form);
    }
    let kind = form.of(Field::Kind).parse().ok();
    match date {
        Some(date) if faults.is_empty() => Ok(HolidayRequest {
            date,
            name,
            change: match removed {
                Some(_) => HolidayChange::Removed,
                None => HolidayChange::Added(kind.unwrap_or(HolidayKind::Temporary)),
            },
            source: input::clean(&form.of(Field::Source)),
            decided_on,
        }),
        Some(_) | None => Err(faults),
    }
}

/// The date in a field, whose parts may also be separated by dots or slashes.
fn day_in(form: &Form, field: Field) -> Option<NaiveDate> {
    let plain = form.of(field).replace(['.', '/'], "-");
    let plain = plain.trim().trim_end_matches('-');
    input::day(plain).filter(|_| plain.find('-') == Some(4))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_holiday_is_read_from_the_form_that_adds_it() {
        let mut form = adding(2026, day("2026-11-23"), Lang::Ko);
        assert_eq!(form.draft().len(), 0);
        form.set("on", "2026-06.03");
        form.set("name", " 지방선거 ");
        form.set("kind", "election");
        form.set("source", "관보");
        let request = HolidayRequest {
            date: day("2026-06-03"),
            name: "지방선거".to_owned(),
            change: HolidayChange::Added(HolidayKind::Election),
            source: "관보".to_owned(),
            decided_on: Some(day("2026-11-23")),
        };
        assert_eq!(read(&form, None), Ok(request.clone()));
        form.set("decided", " ");
        let decided_on = None;
        assert_eq!(
            read(&form, None),
            Ok(HolidayRequest {
                decided_on,
                ..request
            })
        );
    }

    #[test]
    fn every_field_that_is_wrong_is_told() {
        for (on, name, decided, fields) in [
            (
                "2026-",
                "",
                "x",
                &[Field::On, Field::Name, Field::Decided][..],
            ),
            ("2026-02-30", "이름", "", &[Field::On]),
            ("26-02-01", "이름", "", &[Field::On]),
            ("2026-06-03", " ", "", &[Field::Name]),
            ("2026-06-03", "이름", "내일", &[Field::Decided]),
        ] {
            let mut form = adding(2026, day("2026-11-23"), Lang::Ko);
            for (id, value) in [("on", on), ("name", name), ("decided", decided)] {
                form.set(id, value);
            }
            let faults = read(&form, None).unwrap_err();
            let found: Vec<Field> = faults.iter().map(|fault| fault.field).collect();
            assert_eq!(found, fields, "{on} {name} {decided}");
        }
    }

    #[test]
    fn the_day_that_is_removed_is_known() {
        let form = removing("성탄절", day("2026-11-23"), Lang::Ko);
        let request = read(&form, Some(day("2026-12-25"))).unwrap();
        assert_eq!(
            (request.date, &*request.name),
            (day("2026-12-25"), "성탄절")
        );
        assert_eq!(request.change, HolidayChange::Removed);
        assert!(!form.has("on") && !form.has("kind"));
    }
}
