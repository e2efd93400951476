//! Reads the result of a duty as typed.

use super::{Completion, Score};
use crate::domain::{
    decide::{name, prose},
    input,
    party::Field,
    refusal::{FieldFault, Refusal, ValueFault},
};
use chrono::NaiveDate;

/// The most characters of a grade.
const GRADE: usize = 20;

/// The result of a duty, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompletionInput {
    pub result: String,
    pub score: String,
    pub grade: String,
    pub evidence: String,
    pub text: String,
    /// The day of publication.
    pub published: String,
    /// What was put right.
    pub put_right: String,
    /// Empty for the one who records it.
    pub officer: String,
}

/// Reads and checks a typed result; where it is `public`, day and place of publication and what was put right are needed.
///
/// # Errors
/// Every wrong field.
pub(super) fn completion(
    typed: &CompletionInput,
    public: bool,
    today: NaiveDate,
) -> Result<Completion, Refusal> {
    let mut wrong = Vec::new();
    let put_right = prose(Field::PutRight, &typed.put_right, public);
    let read = Completion {
        result: collect(prose(Field::Result, &typed.result, false), &mut wrong)?,
        score: collect(read_score(&typed.score), &mut wrong)?,
        grade: collect(read_grade(&typed.grade), &mut wrong)?,
        evidence: collect(prose(Field::Evidence, &typed.evidence, public), &mut wrong)?,
        text: collect(prose(Field::Text, &typed.text, false), &mut wrong)?,
        published: collect(read_day(&typed.published, public, today), &mut wrong)?,
        put_right: collect(put_right, &mut wrong)
            .map(|text| (!text.as_str().is_empty()).then_some(text))?,
        officer: collect(name(Field::Officer, &typed.officer, false), &mut wrong)?,
    };
    if wrong.is_empty() {
        Ok(read)
    } else {
        Err(Refusal::Fields(wrong))
    }
}

/// Collects the faults of a field, so that all are reported at once.
fn collect<T: Default>(
    read: Result<T, Refusal>,
    wrong: &mut Vec<FieldFault>,
) -> Result<T, Refusal> {
    match read {
        Err(Refusal::Fields(faults)) => {
            wrong.extend(faults);
            Ok(T::default())
        }
        read => read,
    }
}

/// The day of a publication, which has come.
fn read_day(text: &str, needed: bool, today: NaiveDate) -> Result<Option<NaiveDate>, Refusal> {
    let text = input::clean(text);
    let fault = match input::day(&text) {
        Some(day) if day > today => ValueFault::Future,
        Some(day) => return Ok(Some(day)),
        None if !text.is_empty() => ValueFault::Form,
        None if needed => ValueFault::Missing,
        None => return Ok(None),
    };
    Err(Refusal::field(Field::Published, fault))
}

pub(super) fn read_score(text: &str) -> Result<Option<Score>, Refusal> {
    let text = input::clean(text);
    if text.is_empty() {
        return Ok(None);
    }
    let score = text.parse().map(Some);
    score.map_err(|_no_number| Refusal::field(Field::Score, ValueFault::Form))
}

pub(super) fn read_grade(text: &str) -> Result<String, Refusal> {
    let text = input::clean(text);
    match input::fault(&text, false, input::Shape::Line(GRADE)) {
        Some(fault) => Err(Refusal::field(Field::Grade, fault)),
        None => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_publication_has_a_day_that_has_come_a_place_and_what_was_put_right() {
        let today: NaiveDate = "2026-12-31".parse().unwrap();
        let read = |published: &str, put_right: &str, public| {
            let typed = CompletionInput {
                published: published.into(),
                put_right: put_right.into(),
                evidence: "누리집".into(),
                ..CompletionInput::default()
            };
            completion(&typed, public, today).map(|read| {
                let put_right = read.put_right.map(|text| text.as_str().to_owned());
                (read.published, put_right)
            })
        };
        let fault = |fault| Err(Refusal::field(Field::Published, fault));
        assert_eq!(read("", "", false), Ok((None, None)));
        let put_right = Some("대기표".to_owned());
        let whole = read("2026-12-31", " 대기표 ", true);
        assert_eq!(whole, Ok((Some(today), put_right)));
        assert_eq!(read("2027-01-01", "없음", true), fault(ValueFault::Future));
        assert_eq!(read("언젠가", "없음", false), fault(ValueFault::Form));
        assert_eq!(read("", "없음", true), fault(ValueFault::Missing));
        let missing = Refusal::field(Field::PutRight, ValueFault::Missing);
        assert_eq!(read("2026-12-31", "", true), Err(missing));
    }
}
