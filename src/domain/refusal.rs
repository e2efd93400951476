//! Why something was not done: a sentence that says what is missing and what to do.

mod supplement;
#[cfg(test)]
mod tests;

pub use supplement::SupplementRefusal;

use super::{
    case::{CaseNumber, Stage},
    contact::ContactRefusal,
    duty::DutyRefusal,
    limit::Limit,
    party::Field,
};
use crate::words::{Audience, Lang, Phrase, Say, refusals as text};
use chrono::{DateTime, FixedOffset, NaiveDate};

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was given.
    Missing,
    /// More characters than fit.
    TooLong {
        /// How many fit.
        most: usize,
    },
    /// Control characters stand in it.
    Control,
    /// It is not of the right form.
    Form,
    /// It is none of what is allowed.
    NotAllowed {
        /// What was given.
        given: String,
        /// What is allowed.
        allowed: Vec<String>,
    },
    /// It lies in the future.
    Future,
    /// It does not lie ahead, or too far ahead.
    NotAhead,
    /// It lies after the day by which it must be.
    After {
        /// The last day it can be.
        latest: NaiveDate,
    },
    /// It lies before what it must follow.
    Before {
        /// What it must not lie before.
        earliest: DateTime<FixedOffset>,
    },
}

/// One wrong field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// Which field.
    pub field: Field,
    /// What is wrong.
    pub fault: Fault,
}

/// Why a command was not carried out; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Fields are wrong; all of them are listed.
    Fields(Vec<FieldFault>),
    /// The stage does not allow it.
    Stage {
        /// Where the case stands.
        stage: Stage,
        /// Where it would have to stand.
        needed: Vec<Stage>,
    },
    /// The case waits to be accepted.
    NotAccepted,
    /// An extension was longer than the original period.
    ExtensionTooLong {
        /// The original period in days.
        most: u32,
    },
    /// A second extension needs the complainant's consent.
    ConsentNeeded,
    /// There is no third extension.
    NoThirdExtension,
    /// The period for deciding on an objection was extended already.
    OneExtension,
    /// The time for an objection to a refusal is over.
    ObjectionTooLate {
        /// How long it was.
        limit: Limit,
        /// The last day it had.
        last: NaiveDate,
    },
    /// The period that could have been extended is over.
    TooLateToExtend,
    /// The case has no period that could be extended.
    NothingToExtend,
    /// Time is stopped already.
    AlreadyPaused,
    /// Only a grievance is inspected without its time counting (decree art. 17(5)).
    NoGrievance,
    /// The inspection was lengthened already, or its days are over.
    InspectionOver,
    /// Time is not stopped.
    NotPaused,
    /// Time is stopped, but for another reason than a supplement.
    NoSupplement,
    /// What was asked about a supplement is not possible, or not yet.
    Supplement(SupplementRefusal),
    /// Time is stopped for a supplement, which only its arrival ends.
    SupplementAwaited,
    /// That department was not asked.
    NotConsulted(String),
    /// The step was recorded before.
    StepDone(u8),
    /// The step before is missing.
    StepMissing {
        /// Which is missing.
        missing: u8,
        /// For which.
        wanted: u8,
    },
    /// Step 2 needs a link to an earlier case.
    LinkNeeded,
    /// Step 3 needs a supervisor.
    SupervisorNeeded,
    /// Caution and training of an officer need a supervisor.
    CautionBySupervisor,
    /// No misconduct was reported that could be made up for.
    NoMisconduct,
    /// No period of handling was missed.
    NotOverdue,
    /// The delay is explained before it was confirmed.
    OverdueNotConfirmed,
    /// A visit is agreed already and lies ahead.
    VisitAgreed,
    /// No visit is agreed.
    NoVisit,
    /// The visit lies ahead.
    VisitAhead,
    /// The other case does not exist.
    NoSuchCase(CaseNumber),
    /// A case was named as its own other case.
    SameCase,
    /// The link exists.
    AlreadyLinked(CaseNumber),
    /// The earlier case is the later one.
    NotEarlier(CaseNumber),
    /// The other case is closed or gone.
    OtherCaseGone {
        /// Which.
        number: CaseNumber,
        /// Where it stands.
        stage: Stage,
    },
    /// Too few earlier cases or results for closing as repeated (act art. 23).
    NotRepeated {
        /// How many of the same there are, this one included.
        cases: usize,
        /// How many results were told.
        results: u32,
    },
    /// A statutory petition is never closed as repeated (act art. 23).
    StatutoryNeverRepeated,
    /// Nothing was answered yet.
    NotAnswered,
    /// The fact to correct does not exist.
    NoSuchFact {
        /// Which was named.
        fact: u32,
        /// The last there is.
        last: u32,
    },
    /// What goes out would not name the person in charge with a number (decree art. 31).
    Unsigned {
        /// The login of who would stand under it.
        login: String,
        /// What is missing of that person.
        missing: Field,
    },
    /// An apology that the charter promises was not made yet.
    ApologyOwed {
        /// The promise.
        promise: String,
        /// Until when it is owed.
        until: DateTime<FixedOffset>,
    },
    /// It was done already.
    AlreadyDone,
    /// The clock stands before the last record: someone set it back.
    ClockBack {
        /// The last record.
        last: DateTime<FixedOffset>,
    },
    /// A duty does not allow it.
    Duty(DutyRefusal),
    /// A limit of the charter cannot be counted.
    NotCountable(String),
    /// The contact does not allow it.
    Contact(ContactRefusal),
}

impl From<ContactRefusal> for Refusal {
    fn from(refusal: ContactRefusal) -> Self {
        Self::Contact(refusal)
    }
}

impl Refusal {
    /// A refusal for one field.
    pub fn field(field: Field, fault: Fault) -> Self {
        Self::Fields(vec![FieldFault { field, fault }])
    }
}

impl Say for FieldFault {
    fn say(&self, lang: Lang) -> String {
        let field = self.field.say(lang);
        let field = [("field", field.as_str())];
        match &self.fault {
            Fault::Missing => text::MISSING.with(lang, &field),
            Fault::TooLong { most } => {
                text::TOO_LONG.with(lang, &[field[0], ("most", &most.to_string())])
            }
            Fault::Control => text::CONTROL.with(lang, &field),
            Fault::Form => {
                let example = match self.field {
                    Field::Login => "kim.gs",
                    Field::Phone => "010-1234-5678",
                    Field::Email => "name@example.org",
                    Field::Score => "82.8",
                    Field::Period => "2026",
                    Field::On | Field::Until | Field::Published => "2026-11-30",
                    Field::Visit | Field::At | Field::Arrived | Field::Received | Field::Wanted => {
                        "2026-11-23 14:00"
                    }
                    Field::Earlier | Field::Into => "2026-000123",
                    Field::Days | Field::Fact | Field::Minutes => "7",
                    _ => "…",
                };
                text::FORM.with(lang, &[field[0], ("example", example)])
            }
            Fault::NotAllowed { given, allowed } => text::NOT_ALLOWED.with(
                lang,
                &[field[0], ("given", given), ("allowed", &allowed.join(", "))],
            ),
            Fault::Future => text::FUTURE.with(lang, &field),
            Fault::NotAhead => text::NOT_AHEAD.with(lang, &field),
            Fault::After { latest } => {
                text::AFTER.with(lang, &[field[0], ("latest", &latest.to_string())])
            }
            Fault::Before { earliest } => text::BEFORE.with(
                lang,
                &[
                    field[0],
                    ("earliest", &earliest.format("%Y-%m-%d %H:%M").to_string()),
                ],
            ),
        }
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
    fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Fields(faults) => {
                let said: Vec<String> = faults.iter().map(|fault| fault.say(lang)).collect();
                said.join(" ")
            }
            Self::Duty(refusal) => refusal.say(lang),
            Self::Contact(refusal) => refusal.say(lang),
            Self::Supplement(refusal) => refusal.say(lang),
            _ => self.phrase().of(lang, &self.values(lang)),
        }
    }

    /// The sentence, its values still open; empty where what is within says it.
    const fn phrase(&self) -> Phrase {
        match self {
            Self::Fields(_) | Self::Duty(_) | Self::Contact(_) | Self::Supplement(_) => {
                Phrase::new("", "")
            }
            Self::Stage { .. } => text::STAGE,
            Self::NotAccepted => text::NOT_ACCEPTED,
            Self::ExtensionTooLong { .. } => text::EXTENSION_TOO_LONG,
            Self::ConsentNeeded => text::CONSENT_NEEDED,
            Self::NoThirdExtension => text::NO_THIRD_EXTENSION,
            Self::OneExtension => text::ONE_EXTENSION,
            Self::ObjectionTooLate { .. } => text::OBJECTION_TOO_LATE,
            Self::TooLateToExtend => text::TOO_LATE_TO_EXTEND,
            Self::NothingToExtend => text::NOTHING_TO_EXTEND,
            Self::AlreadyPaused => text::ALREADY_PAUSED,
            Self::NoGrievance => text::NO_GRIEVANCE,
            Self::InspectionOver => text::INSPECTION_OVER,
            Self::NotPaused => text::NOT_PAUSED,
            Self::NoSupplement => text::NO_SUPPLEMENT,
            Self::SupplementAwaited => text::SUPPLEMENT_AWAITED,
            Self::NotConsulted(_) => text::NOT_CONSULTED,
            Self::StepDone(_) => text::STEP_DONE,
            Self::StepMissing { .. } => text::STEP_MISSING,
            Self::LinkNeeded => text::LINK_NEEDED,
            Self::SupervisorNeeded => text::SUPERVISOR_NEEDED,
            Self::CautionBySupervisor => text::CAUTION_BY_SUPERVISOR,
            Self::NoMisconduct => text::NO_MISCONDUCT,
            Self::NotOverdue => text::NOT_OVERDUE,
            Self::OverdueNotConfirmed => text::OVERDUE_NOT_CONFIRMED,
            Self::VisitAgreed => text::VISIT_AGREED,
            Self::NoVisit => text::NO_VISIT,
            Self::VisitAhead => text::VISIT_AHEAD,
            Self::NoSuchCase(_) => text::NO_SUCH_CASE,
            Self::SameCase => text::SAME_CASE,
            Self::AlreadyLinked(_) => text::ALREADY_LINKED,
            Self::NotEarlier(_) => text::NOT_EARLIER,
            Self::OtherCaseGone { .. } => text::OTHER_CASE_GONE,
            Self::NotRepeated { .. } => text::NOT_REPEATED,
            Self::StatutoryNeverRepeated => text::STATUTORY_NEVER_REPEATED,
            Self::NotAnswered => text::NOT_ANSWERED,
            Self::NoSuchFact { .. } => text::NO_SUCH_FACT,
            Self::Unsigned { .. } => text::UNSIGNED,
            Self::ApologyOwed { .. } => text::APOLOGY_OWED,
            Self::AlreadyDone => text::ALREADY_DONE,
            Self::ClockBack { .. } => text::CLOCK_BACK,
            Self::NotCountable(_) => text::NOT_COUNTABLE,
        }
    }

    /// What the sentence names.
    fn values(&self, lang: Lang) -> Vec<(&'static str, String)> {
        let minute = |at: &DateTime<FixedOffset>| at.format("%Y-%m-%d %H:%M").to_string();
        match self {
            Self::Stage { stage, needed } => {
                let needed: Vec<String> = needed.iter().map(|stage| stage.say(lang)).collect();
                vec![("stage", stage.say(lang)), ("needed", needed.join(", "))]
            }
            Self::ExtensionTooLong { most } => vec![("most", most.to_string())],
            Self::ObjectionTooLate { limit, last } => {
                vec![("limit", limit.say(lang)), ("last", last.to_string())]
            }
            Self::NotConsulted(department) => vec![("department", department.clone())],
            Self::StepDone(step) => vec![("step", step.to_string())],
            Self::StepMissing { missing, wanted } => vec![
                ("missing", missing.to_string()),
                ("wanted", wanted.to_string()),
            ],
            Self::NoSuchCase(number) | Self::AlreadyLinked(number) | Self::NotEarlier(number) => {
                vec![("number", number.to_string())]
            }
            Self::OtherCaseGone { number, stage } => {
                vec![("number", number.to_string()), ("stage", stage.say(lang))]
            }
            Self::NotRepeated { cases, results } => vec![
                ("cases", cases.to_string()),
                ("results", results.to_string()),
            ],
            Self::NoSuchFact { fact, last } => {
                vec![("fact", fact.to_string()), ("last", last.to_string())]
            }
            Self::Unsigned { login, missing } => vec![
                ("login", login.clone()),
                ("missing", missing.say(lang)),
                ("flag", missing.id().to_owned()),
            ],
            Self::ApologyOwed { promise, until } => {
                vec![("promise", promise.clone()), ("until", minute(until))]
            }
            Self::ClockBack { last } => {
                vec![("last", last.format("%Y-%m-%d %H:%M:%S").to_string())]
            }
            Self::NotCountable(promise) => vec![("promise", promise.clone())],
            _ => Vec::new(),
        }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.say_to(Audience::CommandLine, Lang::En))
    }
}

impl std::error::Error for Refusal {}
