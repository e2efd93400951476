//! The ways out of a case, and back in.

use super::{
    Context, RelatedCase, cleaned,
    stages::{ENDED, KNOWN, at_stage},
};
use crate::domain::{
    case::{Case, CaseNumber, Occurrence, Stage},
    charter::{CaseKind, Trigger},
    command::Exit,
    count::{Count, Exclusions},
    deadline::{Deadline, State},
    fact::{FactKind, Prose, ReopenCause},
    input,
    limit::CountingRule,
    party::Field,
    refusal::{NoticeRefusal, Refusal, ValueFault},
    sameness::Doubt,
    statute,
};
use chrono::NaiveDate;

/// From so many different persons on, petitions of one purport are handled as one (decree art. 6(7)).
const PERSONS: u32 = 5;

/// The fact that a command of this family makes.
pub(super) fn decide(
    case: &Case,
    command: &Exit,
    context: &Context<'_>,
) -> Result<FactKind, Refusal> {
    Ok(match command {
        Exit::Withdraw { text } => FactKind::Withdrawn {
            text: cleaned(text),
        },
        Exit::Return { text } => FactKind::Returned {
            text: cleaned(text),
        },
        Exit::Transfer { agency, text } => FactKind::Transferred {
            agency: input::clean(agency),
            text: cleaned(text),
        },
        Exit::Merge { into } => return merge(case, *into, context),
        Exit::Close { untold } => FactKind::Closed {
            as_repeat: false,
            untold: reason_untold(case, untold)?,
            text: None,
            committee: None,
        },
        Exit::CloseAsRepeat { text, committee } => FactKind::Closed {
            as_repeat: true,
            untold: None,
            text: Some(cleaned(text)).filter(|text| !text.as_str().is_empty()),
            committee: committee_day(case, *committee, context)?,
        },
        Exit::Object { text } => FactKind::Objected {
            text: cleaned(text),
        },
        Exit::Reopen { cause, text } => {
            reopenable_for(case, *cause, context)?;
            FactKind::Reopened {
                text: cleaned(text),
                cause: Some(*cause),
            }
        }
    })
}

/// A case can be closed after its result.
pub(super) fn closable(
    case: &Case,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<(), Refusal> {
    if matches!(case.stage, Stage::Received | Stage::Assigned) {
        return Err(Refusal::NotAnswered);
    }
    at_stage(case, &[Stage::Answered])?;
    no_apology_owed(case, context, deadlines)
}

/// A case whose result nobody was told is closed only with the reason.
fn reason_untold(case: &Case, untold: &str) -> Result<Option<Prose>, Refusal> {
    let Some(notice) = case.untold() else {
        return Ok(None);
    };
    let reason = input::clean(untold);
    if reason.is_empty() {
        let id = notice.key.of(case.number);
        return Err(NoticeRefusal::Untold(id).into());
    }
    Ok(Some(Prose::new(reason)))
}

/// Refuses to close a case while an apology is owed for misconduct that is on record, which would void the promise silently.
/// After its due date the promise stays missed and the case may end.
fn no_apology_owed(
    case: &Case,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<(), Refusal> {
    let reported = |one: &Occurrence| one.trigger == Trigger::Misconduct;
    if !case.occurrences.iter().any(reported) {
        return Ok(());
    }
    let owed = |deadline: &&Deadline| {
        let pending = deadline.state == State::Open && context.at <= deadline.due.at;
        pending && deadline.missing.iter().any(|part| part.is_apology())
    };
    match deadlines.iter().find(owed) {
        None => Ok(()),
        Some(deadline) => Err(Refusal::ApologyOwed {
            promise: deadline.promise.clone(),
            until: input::local(context.charter, deadline.due.at),
        }),
    }
}

/// An end can be undone, and a result examined again.
pub(super) fn reopenable(case: &Case) -> Result<(), Refusal> {
    at_stage(case, ENDED)
}

/// What ended without a result is reopened only where the record was mistaken: a real withdrawal ends the petition, and who
/// comes back brings a new one. After a result the body examines it again, or the complainant objects.
pub(super) fn reopenable_for(
    case: &Case,
    why: ReopenCause,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    let answered = matches!(case.stage, Stage::Answered | Stage::Closed);
    match why {
        ReopenCause::Mistake if answered => Err(Refusal::NotEndedByMistake),
        ReopenCause::Review | ReopenCause::Objection if !answered => {
            Err(Refusal::OnlyByMistake { stage: case.stage })
        }
        ReopenCause::Objection => objectionable(case, context),
        ReopenCause::Mistake | ReopenCause::Review => Ok(()),
    }
}

/// An objection needs a result. Against the refusal of a statutory petition it must come within 60 days (act art. 35(1)), or
/// within the period of the category's own law.
pub(super) fn objectionable(case: &Case, context: &Context<'_>) -> Result<(), Refusal> {
    at_stage(case, &[Stage::Answered, Stage::Closed])?;
    let Some(refused) = case.refusal_before(case.seq + 1) else {
        return Ok(());
    };
    let limit = statute::objection_within(context.charter.category(&case.intake.category));
    let due = context.calendars.now().due(&Count {
        rule: CountingRule::Civil,
        limit,
        // Sixty days from the day on which the refusal was received.
        from: case.told_at(refused.seq).unwrap_or(refused.at),
        exclusions: &Exclusions::NONE,
        extensions: &[],
    });
    match due {
        Ok(due) if context.at > due.at => Err(Refusal::ObjectionTooLate {
            limit,
            last: due.date,
        }),
        _ => Ok(()),
    }
}

fn merge(case: &Case, into: CaseNumber, context: &Context<'_>) -> Result<FactKind, Refusal> {
    if into == case.number {
        return Err(Refusal::SameCase);
    }
    let other = context
        .related
        .iter()
        .find(|related| related.number == into);
    match other {
        None => Err(Refusal::NoSuchCase(into)),
        Some(other) if !matches!(other.stage, Stage::Received | Stage::Assigned) => {
            Err(Refusal::OtherCaseGone {
                number: into,
                stage: other.stage,
            })
        }
        Some(other) if case.intake.petitioner.count() > other.people => {
            Err(Refusal::JointIntoSingle(into))
        }
        Some(RelatedCase { persons, .. }) if *persons < PERSONS => {
            let persons = *persons;
            Err(Refusal::TooFewPersons { into, persons })
        }
        Some(_) => Ok(FactKind::Merged { into, shares: true }),
    }
}

/// What many brought together is closed as repeated only after the committee dealt with it (decree art. 26).
fn committee_day(
    case: &Case,
    day: Option<NaiveDate>,
    context: &Context<'_>,
) -> Result<Option<NaiveDate>, Refusal> {
    let today = input::local(context.charter, context.at).date_naive();
    match day {
        None if case.intake.petitioner.are_many() => Err(Refusal::CommitteeNeeded),
        Some(day) if day > today => Err(Refusal::field(Field::Committee, ValueFault::Future)),
        Some(_) | None => Ok(day),
    }
}

/// Act art. 23(1): the same person brought the same content three times or more without good reason, this time after two
/// results were told; statutory petitions are excluded. Never automatic: a clerk decides.
pub(super) fn closable_as_repeat(
    case: &Case,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<(), Refusal> {
    at_stage(case, KNOWN)?;
    if case.intake.case_kind == CaseKind::Statutory {
        return Err(Refusal::StatutoryNeverRepeated);
    }
    let earlier = context.related.iter();
    let earlier =
        earlier.filter(|other| other.number != case.number && is_same_person(case, other));
    let cases = earlier.clone().count() + 1;
    let told = earlier.filter(|other| other.told_at.is_some_and(|at| case.received_at > Some(at)));
    let results = told.count();
    if cases < 3 || results < 2 {
        return Err(Refusal::NotRepeated { cases, results });
    }
    no_apology_owed(case, context, deadlines)
}

/// True for an earlier case whose person is not contradicted, or whom a supervisor confirmed.
fn is_same_person(case: &Case, other: &RelatedCase) -> bool {
    let doubts = other.sameness.map(|found| found.doubts());
    let mut doubts = doubts.iter().flatten();
    let doubted = doubts.any(|doubt| matches!(doubt, Doubt::Contact | Doubt::Name));
    !doubted || case.vouched.contains(&other.number)
}
