//! The ways out of a case, and back in.

use super::{
    Context, name, prose, required,
    stages::{KNOWN, WORKING, at_stage},
};
use crate::domain::{
    case::{Case, CaseNumber, Stage},
    charter::CaseKind,
    command::Command,
    count::{Count, Exclusions},
    fact::FactKind,
    limit::CountingRule,
    party::Field,
    refusal::Refusal,
    statute,
};

const NOT_ENDED: &[Stage] = &[
    Stage::Arrived,
    Stage::Received,
    Stage::Assigned,
    Stage::Answered,
];
const FINISHED: &[Stage] = &[
    Stage::Answered,
    Stage::Closed,
    Stage::Withdrawn,
    Stage::Returned,
    Stage::Transferred,
    Stage::Merged,
];

/// The fact that a command of this room makes.
pub(super) fn decide(
    case: &Case,
    command: &Command,
    context: &Context<'_>,
) -> Result<FactKind, Refusal> {
    match command {
        // Act art. 22(2): any time before the end, also before it is accepted.
        Command::Withdraw { text } => {
            at_stage(case, NOT_ENDED)?;
            Ok(FactKind::Withdrawn {
                text: prose(Field::Text, text, false)?,
            })
        }
        Command::Transfer { agency, text } => {
            at_stage(case, WORKING)?;
            let agency = name(Field::Agency, agency, true)?;
            Ok(FactKind::Transferred {
                agency,
                text: required(Field::Text, text)?,
            })
        }
        Command::Merge { into } => merge(case, *into, context),
        Command::Close { as_repeat: false } => match case.stage {
            Stage::Answered => Ok(FactKind::Closed { as_repeat: false }),
            Stage::Received | Stage::Assigned => Err(Refusal::NotAnswered),
            _ => at_stage(case, &[Stage::Answered]).map(|()| FactKind::Closed { as_repeat: false }),
        },
        Command::Close { as_repeat: true } => close_as_repeat(case, context),
        Command::Object { text } => {
            at_stage(case, &[Stage::Answered, Stage::Closed])?;
            in_time(case, context)?;
            Ok(FactKind::Objected {
                text: required(Field::Text, text)?,
            })
        }
        Command::Reopen { text } => {
            at_stage(case, FINISHED)?;
            if case.received_at.is_none() {
                return Err(Refusal::NotAccepted);
            }
            Ok(FactKind::Reopened {
                text: required(Field::Text, text)?,
            })
        }
        _ => Err(Refusal::AlreadyDone),
    }
}

/// The refusal of a statutory petition is objected to within 60 days (act art. 35(1)), or those of the law on its category.
fn in_time(case: &Case, context: &Context<'_>) -> Result<(), Refusal> {
    let Some(refused) = case.refusal_before(case.seq + 1) else {
        return Ok(());
    };
    let limit = statute::objection_within(context.charter.category(&case.intake.category));
    let due = context.calendars.now().due(&Count {
        rule: CountingRule::Civil,
        limit,
        from: refused.at,
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
    at_stage(case, KNOWN)?;
    if into == case.number {
        return Err(Refusal::SameCase);
    }
    let other = context
        .related
        .iter()
        .find(|related| related.number == into);
    match other {
        None => Err(Refusal::NoSuchCase(into)),
        Some(other) if !other.stage.is_open() => Err(Refusal::OtherCaseGone {
            number: into,
            stage: other.stage,
        }),
        Some(_) => Ok(FactKind::Merged { into }),
    }
}

/// Act art. 23(1): the same content three times or more, and two results told; a statutory petition is left out there.
/// Never by itself: a clerk decides.
fn close_as_repeat(case: &Case, context: &Context<'_>) -> Result<FactKind, Refusal> {
    at_stage(case, KNOWN)?;
    if case.kind() == CaseKind::Statutory {
        return Err(Refusal::StatutoryNeverRepeated);
    }
    let earlier: Vec<_> = context
        .related
        .iter()
        .filter(|related| related.number != case.number)
        .collect();
    let results = earlier
        .iter()
        .map(|related| related.results.min(1))
        .sum::<u32>();
    let cases = earlier.len() + 1;
    if cases < 3 || results < 2 {
        return Err(Refusal::NotRepeated { cases, results });
    }
    Ok(FactKind::Closed { as_repeat: true })
}
