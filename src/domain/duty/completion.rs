//! Reads the result of a duty as typed.

use super::{Completion, Score};
use crate::domain::{
    decide::{name, prose},
    input,
    party::Field,
    refusal::{FieldFault, Refusal, ValueFault},
};

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
    /// Empty for the one who records it.
    pub officer: String,
}

/// Reads and checks a typed result.
///
/// # Errors
/// Every wrong field.
pub(super) fn completion(typed: &CompletionInput) -> Result<Completion, Refusal> {
    let mut wrong = Vec::new();
    let read = Completion {
        result: collect(prose(Field::Result, &typed.result, false), &mut wrong)?,
        score: collect(read_score(&typed.score), &mut wrong)?,
        grade: collect(read_grade(&typed.grade), &mut wrong)?,
        evidence: collect(prose(Field::Evidence, &typed.evidence, false), &mut wrong)?,
        text: collect(prose(Field::Text, &typed.text, false), &mut wrong)?,
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
