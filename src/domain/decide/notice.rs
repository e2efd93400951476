//! What becomes of a notice: told by a person, kept back, sent by the program.

use super::{Context, in_order, prose};
use crate::domain::{
    case::Case,
    charter::CaseKind,
    command::NoticeCommand,
    fact::{Fact, FactKind, NoticeFact, Prose},
    input,
    notice::{CaseNotice, InformalReason, NoticeId, NoticeKey, NoticeKind, NoticeState, NoticeWay},
    party::Field,
    refusal::{NoticeRefusal, Refusal, ValueFault},
};

/// The fact that a command makes of a notice.
///
/// # Errors
/// A [`Refusal`] that says what is missing; nothing is changed then.
pub fn decide_notice(
    case: &Case,
    key: NoticeKey,
    command: &NoticeCommand,
    context: &Context<'_>,
) -> Result<Fact, Refusal> {
    if let Some(operation) = command.operation() {
        context.role.allow(operation)?;
    }
    let id = key.of(case.number);
    let notice = case.notice(key).ok_or(NoticeRefusal::NoSuchNotice(id))?;
    let state = case.notice_state(notice);
    possible(id, state, command)?;
    let kind = match command {
        NoticeCommand::Tell {
            how,
            text,
            why,
            document_number,
        } => {
            in_its_time(case, notice, context)?;
            let how = how.ok_or_else(|| Refusal::field(Field::How, ValueFault::Missing))?;
            NoticeFact::Told {
                notice: key,
                how,
                why: allowed(case, notice, how, *why)?,
                text: prose(Field::Text, text, true)?,
                document_number: numbered(document_number)?,
                letter: None,
            }
        }
        NoticeCommand::Edit { letter } => NoticeFact::Edited {
            notice: key,
            letter: match letter {
                Some(text) => Some(prose(Field::Text, text, true)?),
                None => None,
            },
        },
        NoticeCommand::Hold => NoticeFact::Held { notice: key },
        NoticeCommand::Release => NoticeFact::Released { notice: key },
        NoticeCommand::Fail { reason } | NoticeCommand::Bounce { reason } => NoticeFact::Failed {
            notice: key,
            reason: prose(Field::Reason, reason, true)?,
        },
        NoticeCommand::Send => NoticeFact::Sent {
            notice: key,
            letter: None,
        },
        NoticeCommand::Doubt => NoticeFact::Unknown { notice: key },
        NoticeCommand::Retry => NoticeFact::Retried { notice: key },
    };
    Ok(context.fact(case.seq + 1, FactKind::Notice(kind)))
}

/// Keeps with a fact the letter as it leaves, where it leaves in writing: its text stands with the fact, as its digest does.
pub fn keep_letter(fact: &mut Fact, letter: Prose) {
    if let FactKind::Notice(what) = &mut fact.kind {
        what.keep(letter);
    }
}

/// Whether the state of a notice allows it.
fn possible(id: NoticeId, state: NoticeState, command: &NoticeCommand) -> Result<(), Refusal> {
    use NoticeState::{Failed, Held, Told, Unknown, Waiting};
    let from: &[NoticeState] = match command {
        NoticeCommand::Tell { .. } => &[Waiting, Held, Failed, Unknown],
        // What failed is let go first: what stands beside it is why it failed.
        NoticeCommand::Edit { .. } => &[Waiting, Held],
        NoticeCommand::Hold => &[Waiting, Failed, Unknown],
        NoticeCommand::Release => &[Held],
        NoticeCommand::Fail { .. } => &[Waiting, Held, Unknown],
        // It left while a clerk kept it back or told it: that it did is recorded all the same.
        NoticeCommand::Send => &[Waiting, Held, Told],
        NoticeCommand::Bounce { .. } | NoticeCommand::Doubt => &[Waiting],
        NoticeCommand::Retry => &[Failed, Unknown],
    };
    if from.contains(&state) {
        return Ok(());
    }
    Err(match state {
        NoticeState::Told | NoticeState::Sent | NoticeState::Before => {
            NoticeRefusal::Done { id, state }.into()
        }
        Waiting | Held | Failed | Unknown => NoticeRefusal::Stands {
            id,
            state,
            needed: from.to_vec(),
        }
        .into(),
    })
}

/// Nobody is told what was not decided yet.
fn in_its_time(case: &Case, notice: &CaseNotice, context: &Context<'_>) -> Result<(), Refusal> {
    if context.at < notice.act.at {
        return Err(NoticeRefusal::NotYet {
            kind: notice.key.kind,
            since: input::local(context.charter, notice.act.at),
        }
        .into());
    }
    in_order(case.last_at, context)
}

/// How a notice may be told. Extension and progress in writing (decree arts. 21(3), 23(1)); the decision on an objection by a
/// document (act art. 35(2)); a result by a document, or otherwise for an "other" petition, in urgency, at request or with consent
/// (act art. 27(1), decree art. 29(2)). The act says nothing of what is no petition.
fn allowed(
    case: &Case,
    notice: &CaseNotice,
    how: NoticeWay,
    why: Option<InformalReason>,
) -> Result<Option<InformalReason>, Refusal> {
    use NoticeWay::{Document, Mail, Post};
    let kind = notice.key.kind;
    if case.intake.case_kind == CaseKind::NotAPetition {
        return Ok(why);
    }
    let in_writing = |ways: &[NoticeWay]| {
        if ways.contains(&how) {
            return Ok(None);
        }
        let ways = ways.to_vec();
        Err(NoticeRefusal::InWriting { kind, ways }.into())
    };
    match kind {
        NoticeKind::Extension | NoticeKind::Interim => in_writing(&[Post, Document, Mail]),
        NoticeKind::Result | NoticeKind::Refusal if case.decides_objection(notice.act.seq) => {
            in_writing(&[Post, Document])
        }
        NoticeKind::Result | NoticeKind::Refusal if [Post, Document].contains(&how) => Ok(None),
        NoticeKind::Result | NoticeKind::Refusal => match why {
            None if case.intake.case_kind != CaseKind::Other => {
                Err(NoticeRefusal::ReasonNeeded(how).into())
            }
            None | Some(_) => Ok(why),
        },
        NoticeKind::Receipt
        | NoticeKind::ResultMail
        | NoticeKind::Amendment
        | NoticeKind::Supplement
        | NoticeKind::Representatives
        | NoticeKind::Transfer
        | NoticeKind::Return
        | NoticeKind::Repeat
        | NoticeKind::Merge
        | NoticeKind::Delay
        | NoticeKind::Visit
        | NoticeKind::Measures
        | NoticeKind::InCharge
        | NoticeKind::Correction
        | NoticeKind::Instruction
        | NoticeKind::Demand
        | NoticeKind::Reminder
        | NoticeKind::Caution
        | NoticeKind::Apology => Ok(None),
    }
}

fn numbered(typed: &str) -> Result<String, Refusal> {
    super::name(Field::DocumentNumber, typed, false)
}
