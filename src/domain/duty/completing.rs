//! What came of a duty as it was typed, and how it is read.
//!
//! Knows fields and their faults; must not know when a duty may be done.

use super::{Completion, Score};
use crate::domain::{
    decide::{name, prose},
    input,
    party::Field,
    refusal::{Fault, FieldFault, Refusal},
};

/// The most characters of a grade.
const GRADE: usize = 20;

/// What came of a duty, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completing {
    /// What came of it.
    pub result: String,
    /// The score; empty where there is none.
    pub score: String,
    /// The grade; empty where there is none.
    pub grade: String,
    /// Where it can be seen.
    pub evidence: String,
    /// A note.
    pub text: String,
    /// Who did it; empty where it is who records it.
    pub officer: String,
}

/// What a completion says.
///
/// # Errors
/// Every wrong field.
pub(super) fn completion(typed: &Completing) -> Result<Completion, Refusal> {
    let mut wrong = Vec::new();
    let read = Completion {
        result: heard(prose(Field::Result, &typed.result, false), &mut wrong)?,
        score: heard(read_score(&typed.score), &mut wrong)?,
        grade: heard(read_grade(&typed.grade), &mut wrong)?,
        evidence: heard(prose(Field::Evidence, &typed.evidence, false), &mut wrong)?,
        text: heard(prose(Field::Text, &typed.text, false), &mut wrong)?,
        officer: heard(name(Field::Officer, &typed.officer, false), &mut wrong)?,
    };
    if wrong.is_empty() {
        Ok(read)
    } else {
        Err(Refusal::Fields(wrong))
    }
}

/// What was read of a field; what is wrong with it goes to the others, so that all are told at once.
fn heard<T: Default>(read: Result<T, Refusal>, wrong: &mut Vec<FieldFault>) -> Result<T, Refusal> {
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
    score.map_err(|_no_number| Refusal::field(Field::Score, Fault::Form))
}

pub(super) fn read_grade(text: &str) -> Result<String, Refusal> {
    let text = input::clean(text);
    match input::fault(&text, false, input::Shape::Line(GRADE)) {
        Some(fault) => Err(Refusal::field(Field::Grade, fault)),
        None => Ok(text),
    }
}
