//! Why a fact was not struck out: a sentence that names what stands in the way.

use super::Refusal;
use crate::{
    domain::{
        case::CaseNumber,
        notice::NoticeId,
        subject::{DutyNumber, Subject},
    },
    words::{Lang, Phrase, refusals as text},
};

/// A fact recorded after another that needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaterFact {
    /// The other subject on which it stands; `None` where that is the same.
    pub on: Option<Subject>,
    pub seq: u32,
    /// Its name.
    pub kind: Phrase,
    /// Why it could not have been recorded.
    pub why: Box<Refusal>,
}

/// Why a fact was not struck out; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RevokeRefusal {
    /// Revoking is final.
    Final(u32),
    Already {
        fact: u32,
        by: u32,
    },
    /// The program recorded it by itself.
    OfProgram(u32),
    /// What was really told is corrected, not revoked.
    Told {
        fact: u32,
        /// The fact by which it was told; `None` where that is not on record.
        by: Option<u32>,
    },
    /// Nobody knows whether it was told.
    MaybeTold(NoticeId),
    Needed(LaterFact),
    /// A later fact holds the person with what this one changed.
    PersonSince {
        fact: u32,
        /// Its name.
        kind: Phrase,
    },
    /// The case into which it was merged went on with it.
    OtherActed(CaseNumber),
    /// The case in which it would continue again has a result or another end.
    OtherEnded(CaseNumber),
    /// It is the result of another case, shared.
    Shared {
        from: CaseNumber,
        /// The fact of that case.
        fact: u32,
    },
    /// The result was told to somebody whose case was merged.
    ToldThere {
        fact: u32,
        /// The merged case.
        on: CaseNumber,
    },
    /// Another case refers to it.
    InUse(CaseNumber),
    /// It was closed as entered by mistake.
    Mistaken,
    /// The case that a contact became stands.
    Became(CaseNumber),
    /// The duty that its completion opened has a record of its own.
    Followed(DutyNumber),
    /// A duty is left out, not struck out.
    Begins,
}

impl RevokeRefusal {
    /// The sentence, with the words of its actions still open.
    pub(super) fn sentence(&self, lang: Lang) -> String {
        let numbered = |phrase: Phrase, fact: &u32| phrase.of(lang, &[("fact", fact.to_string())]);
        match self {
            Self::Final(fact) => numbered(text::REVOKE_FINAL, fact),
            Self::Already { fact, by } => {
                let values = [("fact", fact.to_string()), ("by", by.to_string())];
                text::REVOKE_ALREADY.of(lang, &values)
            }
            Self::OfProgram(fact) => numbered(text::REVOKE_OF_PROGRAM, fact),
            Self::Told { fact, by: None } => numbered(text::REVOKE_TOLD_BEFORE, fact),
            Self::Told { fact, by: Some(by) } => {
                let values = [("fact", fact.to_string()), ("by", by.to_string())];
                text::REVOKE_TOLD.of(lang, &values)
            }
            Self::MaybeTold(id) => text::REVOKE_MAYBE_TOLD.of(lang, &[("id", id.to_string())]),
            Self::Needed(later) => later.sentence(lang),
            Self::PersonSince { fact, kind } => {
                let values = [
                    ("fact", fact.to_string()),
                    ("kind", kind.get(lang).to_owned()),
                ];
                text::REVOKE_PERSON_SINCE.of(lang, &values)
            }
            Self::OtherActed(number) => {
                text::REVOKE_OTHER_ACTED.of(lang, &[("number", number.to_string())])
            }
            Self::OtherEnded(number) => {
                text::REVOKE_OTHER_ENDED.of(lang, &[("number", number.to_string())])
            }
            Self::Shared { from, fact } => {
                let values = [("number", from.to_string()), ("fact", fact.to_string())];
                text::REVOKE_SHARED.of(lang, &values)
            }
            Self::ToldThere { fact, on } => {
                let values = [("number", on.to_string()), ("fact", fact.to_string())];
                text::REVOKE_TOLD_THERE.of(lang, &values)
            }
            Self::InUse(number) => text::REVOKE_IN_USE.of(lang, &[("number", number.to_string())]),
            Self::Mistaken => text::REVOKE_MISTAKEN.get(lang).to_owned(),
            Self::Became(number) => text::REVOKE_BECAME.of(lang, &[("number", number.to_string())]),
            Self::Followed(number) => {
                text::REVOKE_FOLLOWED.of(lang, &[("number", number.to_string())])
            }
            Self::Begins => text::REVOKE_BEGINS.get(lang).to_owned(),
        }
    }
}

impl LaterFact {
    fn sentence(&self, lang: Lang) -> String {
        let values = [
            ("fact", self.seq.to_string()),
            ("kind", self.kind.get(lang).to_owned()),
            ("why", self.why.sentence(lang)),
        ];
        match self.on {
            None => text::REVOKE_NEEDED.of(lang, &values),
            Some(other) => {
                let [fact, kind, why] = values;
                let number = ("number", other.to_string());
                text::REVOKE_NEEDED_THERE.of(lang, &[fact, kind, why, number])
            }
        }
    }
}
