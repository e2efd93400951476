//! Whether a fact may be struck out, and by whom.
//!
//! It may where what was recorded later would still have been possible without it (`replay`), and where nobody was told of
//! it: what was really told is corrected.

pub(in crate::domain) mod replay;

use super::{
    Context, prose,
    stages::{NOT_ENDED, at_stage},
};
use crate::domain::{
    case::{Case, CaseNumber, Stage},
    fact::{Fact, FactKind, NoticeFact, Selection},
    input,
    notice::{CaseNotice, NoticeKind, NoticeState},
    party::Field,
    refusal::{Refusal, RevokeRefusal, ValueFault},
    revocation::{RECEIPT, revoked_by},
    rights::Operation,
    staff::THE_CALENDAR,
};

/// The fact that strikes another out.
pub(super) fn decide(
    case: &Case,
    (number, reason): (u32, &str),
    context: &Context<'_>,
) -> Result<FactKind, Refusal> {
    revocable(case, number, context)?;
    Ok(FactKind::Revoked {
        fact: number,
        text: prose(Field::Reason, reason, false)?,
    })
}

/// Whether a fact of the case may be struck out now by who acts, whatever the reason.
///
/// # Errors
/// What stands in the way: another role is needed, it was told, or a later fact needs it.
pub fn revocable(case: &Case, number: u32, context: &Context<'_>) -> Result<(), Refusal> {
    let fact = found(context.history, number, case.seq)?;
    if let Some(by) = revoked_by(&case.revoked, number) {
        return Err(RevokeRefusal::Already { fact: number, by }.into());
    }
    let weight = weight(fact)?;
    permitted(fact, weight, context)?;
    in_its_time(fact, context)?;
    if number == RECEIPT {
        return mistaken(case, context);
    }
    untold(case, |notice| notice.act.seq == number)?;
    other_side(case, fact, context)?;
    last_person(case, fact, context.history)?;
    replay::stands(case, fact, context)
}

/// A fact of a history by its number.
pub(in crate::domain) fn found<K>(
    history: &[Fact<K>],
    number: u32,
    last: u32,
) -> Result<&Fact<K>, Refusal> {
    let mut facts = history.iter();
    let fact = facts.find(|fact| fact.seq == number);
    fact.ok_or(Refusal::NoSuchFact { fact: number, last })
}

/// Who may strike a fact out on the day on which they recorded it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain) enum Weight {
    /// Whoever recorded it.
    Plain,
    /// A supervisor.
    Grave,
}

/// Refuses unless who acts may strike the fact out: what they recorded today themselves where it weighs little, else as a
/// supervisor; a fact from a clock that ran ahead as an administrator.
pub(in crate::domain) fn permitted<K>(
    fact: &Fact<K>,
    weight: Weight,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    if fact.at.max(fact.recorded_at) > context.now {
        return Ok(context.role.allow(Operation::RevokeAhead)?);
    }
    let day = |at| context.calendars.now().date(at);
    let own = fact.by == context.by && day(fact.recorded_at) == day(context.now);
    match weight {
        Weight::Plain if own => Ok(()),
        Weight::Plain | Weight::Grave => Ok(context.role.allow(Operation::Revoke)?),
    }
}

/// Nothing is struck out before it was recorded, unless its own clock ran ahead.
pub(in crate::domain) fn in_its_time<K>(
    fact: &Fact<K>,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    let recorded = fact.recorded_at;
    if recorded <= context.now && context.at < recorded {
        let earliest = input::local(context.charter, recorded);
        return Err(Refusal::field(Field::At, ValueFault::Before { earliest }));
    }
    Ok(())
}

/// A receipt by mistake: the case is closed, unless others refer to it or somebody was told more than its receipt.
fn mistaken(case: &Case, context: &Context<'_>) -> Result<(), Refusal> {
    at_stage(case, NOT_ENDED)?;
    if context.at < case.last_at && case.last_at <= context.now {
        let earliest = input::local(context.charter, case.last_at);
        return Err(Refusal::field(Field::At, ValueFault::Before { earliest }));
    }
    let more = |notice: &CaseNotice| notice.key.kind != NoticeKind::Receipt;
    Ok(untold(case, more)?)
}

/// Refuses where somebody was told, or may have been told, one of these notices.
pub(super) fn untold(
    case: &Case,
    which: impl Fn(&CaseNotice) -> bool,
) -> Result<(), RevokeRefusal> {
    for notice in case.notices.iter().filter(|notice| which(notice)) {
        let fact = notice.act.seq;
        let told = |by| RevokeRefusal::Told { fact, by };
        match case.notice_state(notice) {
            NoticeState::Told | NoticeState::Sent => {
                return Err(told(notice.done.map(|done| done.seq)));
            }
            NoticeState::Before => return Err(told(None)),
            NoticeState::Unknown => {
                return Err(RevokeRefusal::MaybeTold(notice.key.of(case.number)));
            }
            NoticeState::Waiting | NoticeState::Held | NoticeState::Failed => {}
        }
    }
    Ok(())
}

/// Refuses where a later fact holds the person with what this one changed.
fn last_person(case: &Case, fact: &Fact, history: &[Fact]) -> Result<(), RevokeRefusal> {
    if !fact.kind.changes_person() {
        return Ok(());
    }
    let stands = |later: &&Fact| {
        later.seq > fact.seq
            && later.kind.changes_person()
            && revoked_by(&case.revoked, later.seq).is_none()
    };
    match history.iter().find(stands) {
        Some(later) => Err(RevokeRefusal::PersonSince {
            fact: later.seq,
            kind: later.kind.name(),
        }),
        None => Ok(()),
    }
}

/// Refuses to part from a case that went on with what was merged into it, and to come back to one that has a result.
fn other_side(case: &Case, fact: &Fact, context: &Context<'_>) -> Result<(), RevokeRefusal> {
    let Some(into) = merged_into(case, context.history, fact.seq) else {
        return Ok(());
    };
    let mut related = context.related.iter();
    let other = related.find(|other| other.number == into);
    match other {
        Some(other) if !UNANSWERED.contains(&other.stage) => {
            Err(if matches!(fact.kind, FactKind::Merged { .. }) {
                RevokeRefusal::OtherActed(into)
            } else {
                RevokeRefusal::OtherEnded(into)
            })
        }
        Some(_) | None => Ok(()),
    }
}

/// Nobody was told a result yet, nor has it ended.
const UNANSWERED: [Stage; 3] = [Stage::Arrived, Stage::Received, Stage::Assigned];

/// The case into which a fact merged its own, or in which its own would continue again without it.
pub fn merged_into(case: &Case, history: &[Fact], number: u32) -> Option<CaseNumber> {
    let fact = history.iter().find(|fact| fact.seq == number)?;
    if let FactKind::Merged { into, .. } = fact.kind {
        return Some(into);
    }
    if !matches!(fact.kind, FactKind::Reopened { .. }) {
        return None;
    }
    let mut remaining = history.to_vec();
    remaining.retain(|fact| fact.seq != number);
    let without = Case::fold(case.number, &remaining)?;
    let again = without.stage == Stage::Merged && case.stage != Stage::Merged;
    without.merged_into.filter(|_| again)
}

/// What a fact weighs; refuses what cannot be struck out at all.
#[expect(clippy::too_many_lines, reason = "a table: every kind of fact once")]
fn weight(fact: &Fact) -> Result<Weight, RevokeRefusal> {
    let kind = &fact.kind;
    Ok(match kind {
        FactKind::Revoked { .. } => return Err(RevokeRefusal::Final(fact.seq)),
        FactKind::ResultShared { from, seq, .. } => {
            return Err(RevokeRefusal::Shared {
                from: *from,
                fact: *seq,
            });
        }
        // That it did not go out or is to go out once more, a person may have entered.
        FactKind::Notice(NoticeFact::Failed { .. } | NoticeFact::Retried { .. })
            if fact.by != THE_CALENDAR =>
        {
            Weight::Plain
        }
        FactKind::Recomputed { .. }
        | FactKind::Notice(
            NoticeFact::Sent { .. }
            | NoticeFact::Failed { .. }
            | NoticeFact::Unknown { .. }
            | NoticeFact::Retried { .. },
        ) => return Err(RevokeRefusal::OfProgram(fact.seq)),
        // It begins or ends the case, is on an officer's record, promises or tells something, or denies the demand.
        FactKind::Received(_)
        | FactKind::StepRecorded { .. }
        | FactKind::CautionGiven { .. }
        | FactKind::Reminded { .. }
        | FactKind::TrainingGiven { .. }
        | FactKind::Extended { .. }
        | FactKind::SupplementExtended { .. }
        | FactKind::Refused { .. }
        | FactKind::Withdrawn { .. }
        | FactKind::Returned { .. }
        | FactKind::Transferred { .. }
        | FactKind::Merged { .. }
        | FactKind::Closed { .. }
        | FactKind::Contacted { .. }
        | FactKind::FactsChecked { told: true, .. }
        | FactKind::PublicApologyMade { .. }
        | FactKind::RepresentativesNamed {
            how: Selection::Designated,
            ..
        }
        | FactKind::Notice(NoticeFact::Told { .. }) => Weight::Grave,
        FactKind::Amended(amendment) if amendment.notifies => Weight::Grave,
        FactKind::Answered { .. } if kind.denies() => Weight::Grave,
        FactKind::Answered { .. }
        | FactKind::Amended(_)
        | FactKind::Accepted
        | FactKind::Assigned { .. }
        | FactKind::Acknowledged
        | FactKind::Noted { .. }
        | FactKind::Misdirected { .. }
        | FactKind::CorrectionDemanded { .. }
        | FactKind::Consulted { .. }
        | FactKind::ConsultationAnswered { .. }
        | FactKind::ExtensionNeeded { .. }
        | FactKind::InterimReplied { .. }
        | FactKind::SupplementRequested { .. }
        | FactKind::SupplementArrived
        | FactKind::Suspended { .. }
        | FactKind::Resumed
        | FactKind::RepresentativesAsked { .. }
        | FactKind::RepresentativesNamed {
            how: Selection::Chosen,
            ..
        }
        | FactKind::WrittenDown { .. }
        | FactKind::ReviewNeeded
        | FactKind::Objected { .. }
        | FactKind::Reopened { .. }
        | FactKind::Apologised { .. }
        | FactKind::Linked { .. }
        | FactKind::MisconductReported { .. }
        | FactKind::FactsChecked { told: false, .. }
        | FactKind::Compensated { .. }
        | FactKind::OverdueConfirmed
        | FactKind::DelayExplained { .. }
        | FactKind::ImprovementNoted { .. }
        | FactKind::AppointmentMade { .. }
        | FactKind::AppointmentCancelled { .. }
        | FactKind::AppointmentMoved { .. }
        | FactKind::AppointmentKept
        | FactKind::VisitAnnounced { .. }
        | FactKind::ChecklistTicked { .. }
        | FactKind::Notice(
            NoticeFact::Edited { .. } | NoticeFact::Held { .. } | NoticeFact::Released { .. },
        )
        | FactKind::Corrected { .. } => Weight::Plain,
    })
}

/// The first fact of another case that would not have been possible had this one been recorded differently: `after` is what
/// its context becomes.
///
/// # Errors
/// The fact that needs what is to be struck out.
pub fn needed_elsewhere(
    (case, facts): (&Case, &[Fact]),
    before: &Context<'_>,
    after: &Context<'_>,
) -> Result<(), Refusal> {
    replay::stands_elsewhere((case, facts), before, after)
}
