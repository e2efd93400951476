//! What may happen to a duty: facts are appended and never changed.

use super::{Period, Score};
use crate::{
    domain::{
        fact::{FactContent, MovedDeadline, Prose},
        subject::{CaseNumber, DutyNumber},
    },
    words::{Lang, Phrase, Say},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A duty as it begins: the fact behind [`DutyFact::Opened`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyTerms {
    /// The version of the charter that holds for it.
    pub charter: i64,
    /// The promise of the charter, or the article of the law.
    pub promise: String,
    pub period: Period,
    /// What lists call it, in the words of the charter or of who planned it.
    pub title: String,
    /// The duty whose completion opened it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<DutyNumber>,
}

/// What came of a duty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completion {
    pub result: Prose,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// The grade: `A`, `우수`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub grade: String,
    /// Where it can be seen: a document's number, an address on the web.
    pub evidence: Prose,
    pub text: Prose,
    /// The day on which the result was published; `evidence` says where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<NaiveDate>,
    /// What was put right because of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub put_right: Option<Prose>,
    /// Empty for the one who recorded it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub officer: String,
}

/// A period from before the desk was there, entered by hand: the fact behind [`DutyFact::Recorded`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierDuty {
    #[serde(flatten)]
    pub opened: DutyTerms,
    pub completion: Completion,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<NaiveDate>,
}

/// What happened to a duty, without who and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DutyFact {
    /// Its period began, the duty before it was done, or its date was planned.
    Opened(Box<DutyTerms>),
    /// A period from before the desk, entered by hand.
    Recorded(Box<EarlierDuty>),
    Scheduled {
        on: NaiveDate,
    },
    Announced {
        /// What was announced, and where.
        text: Prose,
    },
    Done(Box<Completion>),
    Skipped {
        reason: Prose,
    },
    /// The departments in charge were reminded of overdue cases (act art. 25).
    Reminded {
        cases: Vec<CaseNumber>,
        departments: Vec<String>,
        text: Prose,
    },
    /// A correction of an earlier fact; `score` and `grade` only where they were wrong.
    Corrected {
        fact: u32,
        text: Prose,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        score: Option<Score>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        grade: Option<String>,
    },
    /// The fact of this number is struck out; what it did is withdrawn.
    Revoked {
        fact: u32,
        text: Prose,
    },
    /// A changed calendar moved its deadline.
    Recomputed {
        cause: String,
        moved: Vec<MovedDeadline>,
    },
}

impl DutyFact {
    const fn names(&self) -> (&'static str, Phrase) {
        match self {
            Self::Opened(_) => ("opened", Phrase::new("시작", "opened")),
            Self::Recorded(_) => (
                "recorded",
                Phrase::new("지난 기록 입력", "entered from before"),
            ),
            Self::Scheduled { .. } => ("scheduled", Phrase::new("날짜 지정", "date set")),
            Self::Announced { .. } => ("announced", Phrase::new("사전 안내", "announced")),
            Self::Done(_) => ("done", Phrase::new("이행", "done")),
            Self::Skipped { .. } => ("skipped", Phrase::new("생략", "left out")),
            Self::Reminded { .. } => ("reminded", Phrase::new("독촉", "departments reminded")),
            Self::Corrected { .. } => ("corrected", Phrase::new("정정", "corrected")),
            Self::Revoked { .. } => ("revoked", Phrase::new("기록 취소", "revoked")),
            Self::Recomputed { .. } => ("recomputed", Phrase::new("기한 재계산", "recomputed")),
        }
    }
}

impl DutyFact {
    /// What a duty begins with; `None` for what happens later.
    pub const fn opened(&self) -> Option<&DutyTerms> {
        match self {
            Self::Opened(opened) => Some(opened),
            Self::Recorded(earlier) => Some(&earlier.opened),
            Self::Scheduled { .. }
            | Self::Announced { .. }
            | Self::Done(_)
            | Self::Skipped { .. }
            | Self::Reminded { .. }
            | Self::Corrected { .. }
            | Self::Revoked { .. }
            | Self::Recomputed { .. } => None,
        }
    }

    /// The content on one line; empty where the name says everything.
    pub fn content(&self, lang: Lang) -> String {
        let joined = |parts: &[&str]| {
            let said = parts.iter().filter(|part| !part.is_empty());
            said.copied()
                .collect::<Vec<_>>()
                .join(", ")
                .replace('\n', " ")
        };
        match self {
            Self::Opened(_) => String::new(),
            Self::Recorded(earlier) => earlier.completion.line(),
            Self::Scheduled { on } => on.to_string(),
            Self::Announced { text } => joined(&[text.as_str()]),
            Self::Done(completion) => completion.line(),
            Self::Skipped { reason } => joined(&[reason.as_str()]),
            Self::Reminded {
                cases,
                departments,
                text,
            } => {
                let n = cases.len().to_string();
                let cases = Phrase::new("민원 {n}건", "cases: {n}").with(lang, &[("n", &n)]);
                let departments: Vec<&str> = departments.iter().map(String::as_str).collect();
                joined(&[&joined(&departments), &cases, text.as_str()])
            }
            Self::Corrected {
                fact,
                text,
                score,
                grade,
            } => {
                let n = fact.to_string();
                let fact = Phrase::new("{n}번", "no. {n}").with(lang, &[("n", &n)]);
                let score = score.map_or_else(String::new, |score| score.to_string());
                let grade = grade.as_deref().unwrap_or_default();
                joined(&[&fact, text.as_str(), &score, grade])
            }
            Self::Revoked { fact, text } => {
                let n = fact.to_string();
                let fact = Phrase::new("{n}번", "no. {n}").with(lang, &[("n", &n)]);
                joined(&[&fact, text.as_str()])
            }
            Self::Recomputed { cause, .. } => cause.clone(),
        }
    }
}

impl Completion {
    fn texts(&mut self) -> Vec<&mut Prose> {
        let texts = [&mut self.result, &mut self.evidence, &mut self.text];
        texts.into_iter().chain(&mut self.put_right).collect()
    }

    /// Score and grade on one line.
    fn line(&self) -> String {
        let score = self
            .score
            .map_or_else(String::new, |score| score.to_string());
        format!("{score} {}", self.grade).trim().to_owned()
    }
}

impl FactContent for DutyFact {
    fn id(&self) -> &'static str {
        self.names().0
    }

    fn name(&self) -> Phrase {
        self.names().1
    }

    fn texts(&mut self) -> Vec<&mut Prose> {
        match self {
            Self::Recorded(earlier) => earlier.completion.texts(),
            Self::Done(completion) => completion.texts(),
            Self::Skipped { reason } => vec![reason],
            Self::Announced { text }
            | Self::Reminded { text, .. }
            | Self::Corrected { text, .. }
            | Self::Revoked { text, .. } => {
                vec![text]
            }
            Self::Opened(_) | Self::Scheduled { .. } | Self::Recomputed { .. } => Vec::new(),
        }
    }

    fn revokes(&self) -> Option<u32> {
        if let Self::Revoked { fact, .. } = self {
            return Some(*fact);
        }
        None
    }
}

impl Say for DutyFact {
    fn say(&self, lang: Lang) -> String {
        self.name().get(lang).to_owned()
    }
}
