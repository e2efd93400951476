//! Other cases of a scenario, and what the case has from them.

use super::story::Time;
use chrono::DateTime;
use minwon::domain::{
    case::{CaseNumber, Stage},
    decide::RelatedCase,
    fact::{Fact, FactKind, Outcome, Prose},
    sameness::{Agreement, Sameness},
};
use serde::Deserialize;

/// Another case.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Other {
    pub(super) number: CaseNumber,
    pub(super) stage: Stage,
    #[serde(default)]
    pub(super) results: u32,
    /// When a result was told there first; long ago where only `results` are given.
    pub(super) told: Option<Time>,
    /// How many brought it together.
    #[serde(default = "one")]
    pub(super) people: u32,
    /// How many different persons bring its purport, those of the case itself included.
    #[serde(default = "one")]
    pub(super) persons: u32,
    /// The highest step recorded there.
    #[serde(default)]
    pub(super) step: u8,
    /// The name there contradicts.
    #[serde(default)]
    pub(super) contradicts: bool,
}

const fn one() -> u32 {
    1
}

/// The result of the case into which it was merged.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shared {
    pub(super) at: Time,
    /// It denies the demand.
    #[serde(default)]
    pub(super) denied: bool,
}

impl Other {
    pub(super) fn related(&self) -> RelatedCase {
        RelatedCase {
            number: self.number,
            stage: self.stage,
            mistaken: false,
            department: String::new(),
            told_at: match self.told {
                Some(told) => Some(told.0),
                None => (self.results > 0).then_some(DateTime::UNIX_EPOCH),
            },
            people: self.people,
            persons: self.persons,
            step: self.step,
            sameness: Some(Sameness {
                phone: Agreement::Same,
                name: if self.contradicts {
                    Agreement::Differs
                } else {
                    Agreement::Same
                },
                email: Agreement::Unknown,
                likeness: 80,
            }),
        }
    }
}

impl Shared {
    /// The answer of the case into which it was merged.
    pub(super) fn result(&self) -> Fact {
        Fact {
            seq: 3,
            at: self.at.0,
            recorded_at: self.at.0,
            by: "kim".to_owned(),
            kind: FactKind::Answered {
                outcome: if self.denied {
                    Outcome::Declined
                } else {
                    Outcome::Accepted
                },
                text: Prose::new("결과"),
                remedy: None,
                ground: None,
            },
            announced: Vec::new(),
            late_reason: None,
        }
    }
}
