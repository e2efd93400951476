//! Why something was not done: a sentence that says what is missing and what to do.

mod amend;
mod contact;
mod duty;
mod fault;
mod ladder;
mod notice;
mod representatives;
mod revoke;
mod supplement;
#[cfg(test)]
mod tests;

pub use amend::AmendRefusal;
pub use contact::ContactRefusal;
pub use duty::DutyRefusal;
pub use fault::{FieldFault, ValueFault};
pub use ladder::LadderRefusal;
pub use notice::NoticeRefusal;
pub use representatives::RepresentativesRefusal;
pub use revoke::{LaterFact, RevokeRefusal};
pub use supplement::SupplementRefusal;

use super::{
    case::{CaseNumber, Stage},
    limit::Limit,
    party::Field,
    rights::Forbidden,
};
use crate::words::{Audience, Lang, Phrase, Say, refusals as text};
use chrono::{DateTime, FixedOffset, NaiveDate};

/// Why a command was not carried out; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    Fields(Vec<FieldFault>),
    Stage {
        stage: Stage,
        needed: Vec<Stage>,
    },
    /// The case waits to be accepted.
    NotAccepted,
    /// Longer than the original period.
    ExtensionTooLong {
        /// The original period in days.
        most: u32,
    },
    /// The second extension needs consent.
    ConsentNeeded,
    NoThirdExtension,
    /// The period for deciding on an objection is extended once.
    OneExtension,
    /// The category's own law extends its period once (disclosure: its act art. 11(2)).
    ExtendedOnce,
    /// The time for an objection to a refusal is over.
    ObjectionTooLate {
        limit: Limit,
        last: NaiveDate,
    },
    TooLateToExtend,
    NothingToExtend,
    AlreadyPaused,
    /// Only a grievance is inspected without its time counting (decree art. 17(5)).
    NoGrievance,
    /// The inspection was lengthened already, or its days are over.
    InspectionOver,
    NotPaused,
    /// Time is stopped, but for another reason than a supplement.
    NoSupplement,
    Supplement(SupplementRefusal),
    Representatives(RepresentativesRefusal),
    /// It was not by word of mouth alone, or need not be in writing.
    NotOral,
    /// Time is stopped for a supplement; only its arrival ends that.
    SupplementAwaited,
    NoConsultation,
    /// The department was not consulted.
    NotConsulted(String),
    Ladder(LadderRefusal),
    Amend(AmendRefusal),
    Forbidden(Forbidden),
    NoMisconduct,
    /// The facts were not checked, or the check did not bear them out.
    FactsUnchecked,
    /// A text that is published names these customers and members of staff.
    NamesPublished(Vec<String>),
    NotOverdue,
    OverdueNotConfirmed,
    VisitAgreed,
    NoVisit,
    VisitAhead,
    NoSuchCase(CaseNumber),
    SameCase,
    /// It is closed, or ended otherwise.
    OtherCaseGone {
        number: CaseNumber,
        stage: Stage,
    },
    /// Too few earlier cases or results for closing as repeated (act art. 23).
    NotRepeated {
        /// How many cases of this matter there are, this one included.
        cases: usize,
        /// How many of the earlier ones had a result that was told before this one came.
        results: usize,
    },
    StatutoryNeverRepeated,
    /// What many brought together needs the day of the committee (decree art. 26).
    CommitteeNeeded,
    /// A statutory petition is never left unhandled (act art. 21).
    StatutoryAlwaysHandled,
    /// Fewer different persons than decree art. 6(7) asks for.
    TooFewPersons {
        into: CaseNumber,
        persons: u32,
    },
    /// More people brought it than the case into which it would go.
    JointIntoSingle(CaseNumber),
    /// It ended without a result.
    /// That case was merged into this one and waits for its result.
    MergedWaits(CaseNumber),
    OnlyByMistake {
        stage: Stage,
    },
    /// It has a result.
    NotEndedByMistake,
    NotAnswered,
    NoSuchFact {
        fact: u32,
        last: u32,
    },
    /// The notice would not bear name and number of the person in charge (decree art. 31).
    Unsigned {
        /// The login of the signer.
        login: String,
        missing: Field,
    },
    /// An apology that the charter promises was not made yet.
    ApologyOwed {
        promise: String,
        until: DateTime<FixedOffset>,
    },
    AlreadyDone,
    /// The clock is behind the last record: it was set back.
    ClockBack {
        last: DateTime<FixedOffset>,
    },
    Duty(DutyRefusal),
    /// The promise's id.
    NotCountable(String),
    Contact(ContactRefusal),
    /// A notice does not allow it.
    Notice(NoticeRefusal),
    /// It cannot be struck out.
    Revoke(RevokeRefusal),
}

impl From<RevokeRefusal> for Refusal {
    fn from(refusal: RevokeRefusal) -> Self {
        Self::Revoke(refusal)
    }
}

impl From<NoticeRefusal> for Refusal {
    fn from(refusal: NoticeRefusal) -> Self {
        Self::Notice(refusal)
    }
}

impl From<ContactRefusal> for Refusal {
    fn from(refusal: ContactRefusal) -> Self {
        Self::Contact(refusal)
    }
}

impl From<Forbidden> for Refusal {
    fn from(forbidden: Forbidden) -> Self {
        Self::Forbidden(forbidden)
    }
}

impl Refusal {
    /// A refusal for one field.
    pub fn field(field: Field, fault: ValueFault) -> Self {
        Self::Fields(vec![FieldFault { field, fault }])
    }
}

impl Say for Refusal {
    fn say(&self, lang: Lang) -> String {
        self.say_to(Audience::Screen, lang)
    }

    fn say_to(&self, audience: Audience, lang: Lang) -> String {
        audience.address(&self.sentence(lang), lang)
    }
}

impl Refusal {
    /// The sentence, with the words of its actions still open.
    #[expect(clippy::too_many_lines, reason = "a table of sentences")]
    fn sentence(&self, lang: Lang) -> String {
        let plain = |phrase: Phrase| phrase.get(lang).to_owned();
        let number = |phrase: Phrase, number: &CaseNumber| {
            phrase.of(lang, &[("number", number.to_string())])
        };
        match self {
            Self::Fields(faults) => {
                let said: Vec<String> = faults.iter().map(|fault| fault.say(lang)).collect();
                said.join(" ")
            }
            Self::Duty(refusal) => refusal.say(lang),
            Self::Contact(refusal) => refusal.say(lang),
            Self::Notice(refusal) => refusal.say(lang),
            Self::Revoke(refusal) => refusal.sentence(lang),
            Self::Supplement(refusal) => refusal.say(lang),
            Self::Representatives(refusal) => refusal.say(lang),
            Self::NotOral => plain(text::NOT_ORAL),
            Self::Forbidden(forbidden) => forbidden.say(lang),
            Self::Stage { stage, needed } => {
                let needed: Vec<String> = needed.iter().map(|stage| stage.say(lang)).collect();
                let values = [("stage", stage.say(lang)), ("needed", needed.join(", "))];
                text::STAGE.of(lang, &values)
            }
            Self::NotAccepted => plain(text::NOT_ACCEPTED),
            Self::ExtensionTooLong { most } => {
                text::EXTENSION_TOO_LONG.of(lang, &[("most", most.to_string())])
            }
            Self::ConsentNeeded => plain(text::CONSENT_NEEDED),
            Self::NoThirdExtension => plain(text::NO_THIRD_EXTENSION),
            Self::OneExtension => plain(text::ONE_EXTENSION),
            Self::ExtendedOnce => plain(text::EXTENDED_ONCE),
            Self::ObjectionTooLate { limit, last } => {
                let values = [("limit", limit.say(lang)), ("last", last.to_string())];
                text::OBJECTION_TOO_LATE.of(lang, &values)
            }
            Self::TooLateToExtend => plain(text::TOO_LATE_TO_EXTEND),
            Self::NothingToExtend => plain(text::NOTHING_TO_EXTEND),
            Self::AlreadyPaused => plain(text::ALREADY_PAUSED),
            Self::NoGrievance => plain(text::NO_GRIEVANCE),
            Self::InspectionOver => plain(text::INSPECTION_OVER),
            Self::NotPaused => plain(text::NOT_PAUSED),
            Self::NoSupplement => plain(text::NO_SUPPLEMENT),
            Self::SupplementAwaited => plain(text::SUPPLEMENT_AWAITED),
            Self::NoConsultation => plain(text::NO_CONSULTATION),
            Self::NotConsulted(department) => {
                text::NOT_CONSULTED.with(lang, &[("department", department)])
            }
            Self::Ladder(refusal) => refusal.sentence(lang),
            Self::Amend(refusal) => refusal.sentence(lang),
            Self::NoMisconduct => plain(text::NO_MISCONDUCT),
            Self::FactsUnchecked => plain(text::FACTS_UNCHECKED),
            Self::NamesPublished(names) => {
                text::NAMES_PUBLISHED.with(lang, &[("names", &names.join(", "))])
            }
            Self::NotOverdue => plain(text::NOT_OVERDUE),
            Self::OverdueNotConfirmed => plain(text::OVERDUE_NOT_CONFIRMED),
            Self::VisitAgreed => plain(text::VISIT_AGREED),
            Self::NoVisit => plain(text::NO_VISIT),
            Self::VisitAhead => plain(text::VISIT_AHEAD),
            Self::NoSuchCase(case) => number(text::NO_SUCH_CASE, case),
            Self::SameCase => plain(text::SAME_CASE),
            Self::OtherCaseGone { number, stage } => {
                let values = [("number", number.to_string()), ("stage", stage.say(lang))];
                text::OTHER_CASE_GONE.of(lang, &values)
            }
            Self::NotRepeated { cases, results } => {
                let values = [
                    ("cases", cases.to_string()),
                    ("results", results.to_string()),
                ];
                text::NOT_REPEATED.of(lang, &values)
            }
            Self::StatutoryNeverRepeated => plain(text::STATUTORY_NEVER_REPEATED),
            Self::CommitteeNeeded => plain(text::COMMITTEE_NEEDED),
            Self::StatutoryAlwaysHandled => plain(text::STATUTORY_ALWAYS_HANDLED),
            Self::TooFewPersons { into, persons } => {
                let values = [
                    ("number", into.to_string()),
                    ("persons", persons.to_string()),
                ];
                text::TOO_FEW_PERSONS.of(lang, &values)
            }
            Self::JointIntoSingle(into) => number(text::JOINT_INTO_SINGLE, into),
            Self::MergedWaits(number) => {
                text::MERGED_WAITS.of(lang, &[("number", number.to_string())])
            }
            Self::OnlyByMistake { stage } => {
                text::ONLY_BY_MISTAKE.of(lang, &[("stage", stage.say(lang))])
            }
            Self::NotEndedByMistake => plain(text::NOT_ENDED_BY_MISTAKE),
            Self::NotAnswered => plain(text::NOT_ANSWERED),
            Self::NoSuchFact { fact, last } => {
                let values = [("fact", fact.to_string()), ("last", last.to_string())];
                text::NO_SUCH_FACT.of(lang, &values)
            }
            Self::Unsigned { login, missing } => {
                let (said, flag) = (missing.say(lang), missing.id());
                let values = [
                    ("login", login.as_str()),
                    ("missing", &said),
                    ("flag", flag),
                ];
                text::UNSIGNED.with(lang, &values)
            }
            Self::ApologyOwed { promise, until } => {
                let until = until.format("%Y-%m-%d %H:%M").to_string();
                let values = [("promise", promise.as_str()), ("until", &until)];
                text::APOLOGY_OWED.with(lang, &values)
            }
            Self::AlreadyDone => plain(text::ALREADY_DONE),
            Self::ClockBack { last } => {
                let last = last.format("%Y-%m-%d %H:%M:%S").to_string();
                text::CLOCK_BACK.with(lang, &[("last", &last)])
            }
            Self::NotCountable(promise) => text::NOT_COUNTABLE.with(lang, &[("promise", promise)]),
        }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.say_to(Audience::CommandLine, Lang::En))
    }
}

impl std::error::Error for Refusal {}
