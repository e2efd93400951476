//! What is wrong with a field, and how that is said.

use crate::{
    domain::party::Field,
    words::{Lang, Say, refusals as text},
};
use chrono::{DateTime, FixedOffset, NaiveDate};

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueFault {
    /// A required value is empty.
    Missing,
    /// `most` is in characters.
    TooLong { most: usize },
    /// It has control characters.
    Control,
    /// What stands on one line has several.
    LineBreak,
    /// Nothing of it is seen.
    Invisible,
    /// It is no number, date, address or whatever the field requires.
    Form,
    /// It is no member of a closed set.
    NotAllowed { given: String, allowed: Vec<String> },
    /// It holds the number of a resident, which is not kept.
    IdentityNumber,
    /// One person is no joint petition.
    NotJoint,
    /// Households are counted of several people.
    WithoutPeople,
    /// There are as many households as people at most, and one at least.
    BeyondPeople { people: u32 },
    /// A statutory petition needs a period: one of the charter's table, or what was given.
    PeriodNeeded { table: Vec<String> },
    /// Only a statutory petition has a period of its own.
    OnlyStatutory,
    /// It is later than now.
    Future,
    /// In the past, or too far ahead.
    NotAhead,
    /// It is later than the last allowed day.
    After { latest: NaiveDate },
    /// It is earlier than what it must follow.
    Before { earliest: DateTime<FixedOffset> },
    /// It is recorded after the next working day, which was this one, and nothing says why.
    LateUnexplained { last: NaiveDate },
    /// There is nothing to explain: it is recorded at once.
    NotLate,
}

impl ValueFault {
    /// The fault of a value outside a closed set; `None` for a member.
    pub(crate) fn not_among<'a>(
        given: &str,
        allowed: impl IntoIterator<Item = &'a str>,
    ) -> Option<Self> {
        let allowed: Vec<String> = allowed.into_iter().map(str::to_owned).collect();
        let given = given.to_owned();
        (!allowed.contains(&given)).then_some(Self::NotAllowed { given, allowed })
    }
}

/// One wrong field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    pub field: Field,
    pub fault: ValueFault,
}

impl Say for FieldFault {
    fn say(&self, lang: Lang) -> String {
        let field = self.field.say(lang);
        let field = [("field", field.as_str())];
        match &self.fault {
            ValueFault::Missing => text::MISSING.with(lang, &field),
            ValueFault::TooLong { most } => {
                text::TOO_LONG.with(lang, &[field[0], ("most", &most.to_string())])
            }
            ValueFault::Control => text::CONTROL.with(lang, &field),
            ValueFault::LineBreak => text::LINE_BREAK.with(lang, &field),
            ValueFault::Invisible => text::INVISIBLE.with(lang, &field),
            ValueFault::Form => {
                text::FORM.with(lang, &[field[0], ("example", example(self.field))])
            }
            ValueFault::NotAllowed { given, allowed } => text::NOT_ALLOWED.with(
                lang,
                &[field[0], ("given", given), ("allowed", &allowed.join(", "))],
            ),
            ValueFault::IdentityNumber => text::IDENTITY_NUMBER.with(lang, &field),
            ValueFault::NotJoint => text::NOT_JOINT.with(lang, &field),
            ValueFault::WithoutPeople => text::WITHOUT_PEOPLE.with(lang, &field),
            ValueFault::BeyondPeople { people } => {
                text::BEYOND_PEOPLE.with(lang, &[field[0], ("people", &people.to_string())])
            }
            ValueFault::PeriodNeeded { table } if table.is_empty() => {
                text::PERIOD_NEEDED.with(lang, &field)
            }
            ValueFault::PeriodNeeded { table } => {
                text::PERIOD_OF_TABLE.with(lang, &[field[0], ("table", &table.join(", "))])
            }
            ValueFault::OnlyStatutory => text::ONLY_STATUTORY.with(lang, &field),
            ValueFault::Future => text::FUTURE.with(lang, &field),
            ValueFault::NotAhead => text::NOT_AHEAD.with(lang, &field),
            ValueFault::After { latest } => {
                text::AFTER.with(lang, &[field[0], ("latest", &latest.to_string())])
            }
            ValueFault::LateUnexplained { last } => {
                text::LATE_UNEXPLAINED.with(lang, &[field[0], ("last", &last.to_string())])
            }
            ValueFault::NotLate => text::NOT_LATE.with(lang, &field),
            ValueFault::Before { earliest } => text::BEFORE.with(
                lang,
                &[
                    field[0],
                    ("earliest", &earliest.format("%Y-%m-%d %H:%M").to_string()),
                ],
            ),
        }
    }
}

/// What a value of the right form looks like.
#[expect(clippy::too_many_lines, reason = "a table: a line for each field")]
const fn example(field: Field) -> &'static str {
    match field {
        Field::Login => "kim.gs",
        Field::Phone => "010-1234-5678",
        Field::Email => "name@example.org",
        Field::Score => "82.8",
        Field::Period => "2026",
        Field::HandlingPeriod => "14 days",
        Field::On | Field::Until | Field::Published | Field::Decided | Field::Committee => {
            "2026-11-30"
        }
        Field::Visit
        | Field::At
        | Field::Arrived
        | Field::Received
        | Field::Wanted
        | Field::ToldAt => "2026-11-23 14:00",
        Field::Earlier | Field::Into => "2026-000123",
        Field::Days | Field::Fact | Field::Minutes | Field::People | Field::Households => "7",
        Field::Name
        | Field::Address
        | Field::Title
        | Field::Body
        | Field::Channel
        | Field::Category
        | Field::Kind
        | Field::Department
        | Field::Officer
        | Field::Text
        | Field::Mobile
        | Field::Deputy
        | Field::AsksProgress
        | Field::How
        | Field::Cause
        | Field::Reason
        | Field::Consent
        | Field::Outcome
        | Field::Ground
        | Field::Remedy
        | Field::Instruction
        | Field::Result
        | Field::Apology
        | Field::Items
        | Field::Whose
        | Field::Agency
        | Field::Detail
        | Field::Misconduct
        | Field::Happened
        | Field::Prevents
        | Field::Unfounded
        | Field::Rule
        | Field::Told
        | Field::Why
        | Field::LateReason
        | Field::DocumentNumber
        | Field::Untold
        | Field::Purpose
        | Field::SeeAlso
        | Field::SameCustomer
        | Field::SamePoint
        | Field::Grade
        | Field::Evidence
        | Field::PutRight
        | Field::Source
        | Field::Matter
        | Field::Gist
        | Field::Place
        | Field::ReplyBy
        | Field::Proxy
        | Field::Capacity
        | Field::Organisation
        | Field::By
        | Field::Representative => "…",
    }
}
