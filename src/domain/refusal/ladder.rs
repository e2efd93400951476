//! Why a step of the ladder was not recorded, or the link that it needs.

use super::Refusal;
use crate::{
    domain::{case::CaseNumber, sameness::Doubt},
    words::{Lang, Phrase, Say, refusals as text},
};

/// Why a step or a link is not possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LadderRefusal {
    /// The charter has no such step.
    NoLadder,
    /// The matter is no complaint, and no misconduct was recorded.
    NoComplaint,
    StepDone(u8),
    /// Neither this case nor an earlier one has step 1.
    FirstStepMissing,
    SecondStepMissing,
    /// The letters of step 2 were not both told.
    LettersUntold,
    /// Step 2 needs a link to an earlier case.
    LinkNeeded,
    /// The link to the earlier case only points there.
    LinkUnconfirmed(CaseNumber),
    /// Only a supervisor may confirm against these doubts.
    LinkDoubted(Vec<Doubt>),
    LinkReasonMissing(Vec<Doubt>),
    AlreadyLinked(CaseNumber),
    NotEarlier(CaseNumber),
    /// Nobody brought that case: it was closed as entered by mistake.
    EarlierMistaken(CaseNumber),
    /// The officer belongs to another team than the one that is named.
    OtherTeam {
        officer: String,
        own: String,
        department: String,
    },
}

impl From<LadderRefusal> for Refusal {
    fn from(refusal: LadderRefusal) -> Self {
        Self::Ladder(refusal)
    }
}

impl LadderRefusal {
    /// The sentence, with the words of its actions still open.
    pub(super) fn sentence(&self, lang: Lang) -> String {
        let plain = |phrase: Phrase| phrase.get(lang).to_owned();
        let number =
            |phrase: Phrase, case: &CaseNumber| phrase.of(lang, &[("number", case.to_string())]);
        let doubted = |phrase: Phrase, doubts: &[Doubt]| {
            let doubts: Vec<String> = doubts.iter().map(|doubt| doubt.say(lang)).collect();
            phrase.of(lang, &[("doubts", doubts.join(", "))])
        };
        match self {
            Self::NoLadder => plain(text::NO_LADDER),
            Self::NoComplaint => plain(text::NO_COMPLAINT),
            Self::StepDone(step) => text::STEP_DONE.of(lang, &[("step", step.to_string())]),
            Self::FirstStepMissing => plain(text::FIRST_STEP_MISSING),
            Self::SecondStepMissing => plain(text::SECOND_STEP_MISSING),
            Self::LettersUntold => plain(text::LETTERS_UNTOLD),
            Self::LinkNeeded => plain(text::LINK_NEEDED),
            Self::LinkUnconfirmed(case) => number(text::LINK_UNCONFIRMED, case),
            Self::LinkDoubted(doubts) => doubted(text::LINK_DOUBTED, doubts),
            Self::LinkReasonMissing(doubts) => doubted(text::LINK_REASON_MISSING, doubts),
            Self::AlreadyLinked(case) => number(text::ALREADY_LINKED, case),
            Self::NotEarlier(case) => number(text::NOT_EARLIER, case),
            Self::EarlierMistaken(case) => number(text::EARLIER_MISTAKEN, case),
            Self::OtherTeam {
                officer,
                own,
                department,
            } => {
                let values = [
                    ("officer", officer.as_str()),
                    ("own", own),
                    ("department", department),
                ];
                text::OTHER_TEAM.with(lang, &values)
            }
        }
    }
}
