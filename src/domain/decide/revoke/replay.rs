//! Whether what was recorded after a fact would have been possible without it: the later facts are checked again, each as of
//! its own time, with and without the fact. None may be refused that was not refused before.

use crate::domain::{
    case::{Case, Stage},
    command::ActionKind,
    decide::{Context, amend, check::possible, exits, handling, stages::at_stage},
    fact::{Fact, FactContent, FactKind, NoticeFact, Selection, Step},
    notice::NoticeState,
    refusal::{LaterFact, NoticeRefusal, Refusal, RevokeRefusal},
    revocation::{revocations, revoked_by},
};

/// The facts of a subject, and which of them is to be struck out: all stand where there is none.
#[derive(Clone, Copy)]
pub(in crate::domain) struct Later<'a, K> {
    pub(in crate::domain) facts: &'a [Fact<K>],
    pub(in crate::domain) struck: Option<u32>,
}

impl<K: FactContent> Later<'_, K> {
    /// The first fact that is refused without the one that is struck out (`without`), but not with it (`with`).
    pub(in crate::domain) fn first_refused<S: Clone>(
        &self,
        begin: impl Fn(&Fact<K>) -> Option<S>,
        apply: impl Fn(&mut S, &Fact<K>),
        with: impl Fn(&S, &Fact<K>) -> Result<(), Refusal>,
        without: impl Fn(&S, &Fact<K>) -> Result<(), Refusal>,
    ) -> Option<LaterFact> {
        let revoked = revocations(self.facts);
        let stands = |fact: &&Fact<K>| {
            revoked_by(&revoked, fact.seq).is_none() && fact.kind.revokes().is_none()
        };
        let mut facts = self.facts.iter().filter(stands);
        let mut standing = begin(facts.next()?)?;
        let mut remaining = standing.clone();
        for fact in facts {
            if Some(fact.seq) == self.struck {
                apply(&mut standing, fact);
                continue;
            }
            // What was recorded before it is the same either way.
            let differs = self.struck.is_none_or(|struck| fact.seq > struck);
            if differs
                && let Err(why) = without(&remaining, fact)
                && with(&standing, fact).is_ok()
            {
                return Some(LaterFact {
                    on: None,
                    seq: fact.seq,
                    kind: fact.kind.name(),
                    why: Box::new(why),
                });
            }
            apply(&mut standing, fact);
            apply(&mut remaining, fact);
        }
        None
    }
}

/// Refuses where a later fact of the case needs this one, and names it.
pub(super) fn stands(case: &Case, fact: &Fact, context: &Context<'_>) -> Result<(), Refusal> {
    needs(case, fact, context).map_or(Ok(()), |later| Err(RevokeRefusal::Needed(later).into()))
}

/// The first later fact of the case that needs this one.
pub(in crate::domain::decide) fn needs(
    case: &Case,
    fact: &Fact,
    context: &Context<'_>,
) -> Option<LaterFact> {
    // Through a link that is gone no other case is known.
    let linked = if let FactKind::Linked { earlier, .. } = &fact.kind {
        Some(*earlier)
    } else {
        None
    };
    let mut related = context.related.to_vec();
    related.retain(|other| Some(other.number) != linked);
    let without = Context {
        related: &related,
        ..*context
    };
    let struck = Some(fact.seq);
    first_refused((case, context.history), struck, (context, &without))
}

/// Refuses where a fact of another case would not have been possible in its context `after`.
pub(super) fn stands_elsewhere(
    (case, facts): (&Case, &[Fact]),
    before: &Context<'_>,
    after: &Context<'_>,
) -> Result<(), Refusal> {
    let Some(later) = first_refused((case, facts), None, (before, after)) else {
        return Ok(());
    };
    let on = Some(case.number.into());
    Err(RevokeRefusal::Needed(LaterFact { on, ..later }).into())
}

fn first_refused(
    (case, facts): (&Case, &[Fact]),
    struck: Option<u32>,
    (with, without): (&Context<'_>, &Context<'_>),
) -> Option<LaterFact> {
    Later { facts, struck }.first_refused(
        |first| case.begun_by(first),
        Case::apply,
        |case, fact| again(case, fact, with),
        |case, fact| again(case, fact, without),
    )
}

/// Whether a recorded fact would be possible on a case, at its own time.
fn again(case: &Case, fact: &Fact, context: &Context<'_>) -> Result<(), Refusal> {
    let then = Context {
        at: fact.at,
        now: fact.recorded_at,
        by: &fact.by,
        ..*context
    };
    if let FactKind::Notice(notice) = &fact.kind {
        return follows(case, notice);
    }
    if let FactKind::ConsultationAnswered { department, .. } = &fact.kind {
        handling::consulted_department(case, department)?;
    }
    if let FactKind::Amended(amendment) = &fact.kind {
        amend::sound(case, amendment)?;
    }
    if let FactKind::Reopened {
        cause: Some(cause), ..
    } = fact.kind
    {
        exits::reopenable_for(case, cause, &then)?;
    }
    if let FactKind::ResultShared { .. } = &fact.kind {
        at_stage(case, &[Stage::Merged])?;
    }
    match action(&fact.kind) {
        Some(kind) => possible(case, kind, &then),
        None => Ok(()),
    }
}

/// Whether this could happen to the notice it is about.
fn follows(case: &Case, what: &NoticeFact) -> Result<(), Refusal> {
    use NoticeState::{Before, Failed, Held, Sent, Told, Unknown, Waiting};
    let key = what.key();
    let id = key.of(case.number);
    let notice = case.notice(key).ok_or(NoticeRefusal::NoSuchNotice(id))?;
    let state = notice.state;
    let fits = match state {
        Waiting => !matches!(
            what,
            NoticeFact::Released { .. } | NoticeFact::Retried { .. }
        ),
        Held => !matches!(what, NoticeFact::Held { .. }),
        Failed | Unknown => !matches!(
            what,
            NoticeFact::Released { .. } | NoticeFact::Edited { .. }
        ),
        Told | Sent | Before => false,
    };
    if fits {
        return Ok(());
    }
    Err(NoticeRefusal::Done { id, state }.into())
}

/// The action that records a fact; `None` for what the program records.
#[expect(clippy::too_many_lines, reason = "a table: every kind of fact once")]
const fn action(kind: &FactKind) -> Option<ActionKind> {
    Some(match kind {
        FactKind::Received(_)
        | FactKind::Notice(_)
        | FactKind::Recomputed { .. }
        | FactKind::ResultShared { .. }
        | FactKind::Revoked { .. } => return None,
        FactKind::Amended(_) => ActionKind::Amend,
        FactKind::Accepted => ActionKind::Accept,
        FactKind::Assigned { .. } => ActionKind::Assign,
        FactKind::Acknowledged => ActionKind::Acknowledge,
        FactKind::Noted { action: false, .. } => ActionKind::Note,
        FactKind::Noted { action: true, .. } => ActionKind::Action,
        FactKind::Contacted { .. } => ActionKind::Contact,
        FactKind::Misdirected { .. } => ActionKind::Misdirected,
        FactKind::Consulted { .. } => ActionKind::Consult,
        FactKind::ConsultationAnswered { .. } => ActionKind::Consulted,
        FactKind::ExtensionNeeded { .. } => ActionKind::NeedExtension,
        FactKind::Extended { .. } => ActionKind::Extend,
        FactKind::InterimReplied { .. } => ActionKind::Interim,
        FactKind::SupplementRequested { .. } => ActionKind::Supplement,
        FactKind::SupplementExtended { .. } => ActionKind::SupplementLonger,
        FactKind::SupplementArrived => ActionKind::SupplementArrived,
        FactKind::Suspended { .. } => ActionKind::Suspend,
        FactKind::Resumed => ActionKind::Resume,
        FactKind::RepresentativesAsked { .. } => ActionKind::AskRepresentatives,
        FactKind::RepresentativesNamed {
            how: Selection::Chosen,
            ..
        } => ActionKind::Representatives,
        FactKind::RepresentativesNamed {
            how: Selection::Designated,
            ..
        } => ActionKind::Designate,
        FactKind::WrittenDown { .. } => ActionKind::WriteDown,
        FactKind::ReviewNeeded => ActionKind::NeedsReview,
        FactKind::Answered { .. } => ActionKind::Reply,
        FactKind::Refused { .. } => ActionKind::Refuse,
        FactKind::Objected { .. } => ActionKind::Object,
        FactKind::Reopened { .. } => ActionKind::Reopen,
        FactKind::Apologised { .. } => ActionKind::Apologise,
        FactKind::StepRecorded {
            step: Step::One { .. },
        } => ActionKind::StepOne,
        FactKind::StepRecorded {
            step: Step::Two { .. },
        } => ActionKind::StepTwo,
        FactKind::StepRecorded {
            step: Step::Three { .. },
        } => ActionKind::StepThree,
        FactKind::Linked { .. } => ActionKind::Link,
        FactKind::Withdrawn { .. } => ActionKind::Withdraw,
        FactKind::Returned { .. } => ActionKind::Return,
        FactKind::Transferred { .. } => ActionKind::Transfer,
        FactKind::Merged { .. } => ActionKind::Merge,
        FactKind::Closed {
            as_repeat: false, ..
        } => ActionKind::Close,
        FactKind::Closed {
            as_repeat: true, ..
        } => ActionKind::CloseAsRepeat,
        FactKind::MisconductReported { .. } => ActionKind::ReportMisconduct,
        FactKind::FactsChecked { .. } => ActionKind::CheckFacts,
        FactKind::PublicApologyMade { .. } => ActionKind::PublicApology,
        FactKind::CautionGiven { .. } => ActionKind::Caution,
        FactKind::TrainingGiven { .. } => ActionKind::Training,
        FactKind::Compensated { .. } => ActionKind::Compensate,
        FactKind::OverdueConfirmed => ActionKind::ConfirmOverdue,
        FactKind::DelayExplained { .. } => ActionKind::ExplainDelay,
        FactKind::CorrectionDemanded { .. } => ActionKind::DemandCorrection,
        FactKind::Reminded { .. } => ActionKind::Remind,
        FactKind::ImprovementNoted { .. } => ActionKind::Improvable,
        // Both are possible at the same times.
        FactKind::AppointmentMade { .. } => ActionKind::Appoint,
        FactKind::AppointmentCancelled { .. } => ActionKind::CancelAppointment,
        FactKind::ChecklistTicked { .. } => ActionKind::Tick,
        FactKind::AppointmentMoved { .. } => ActionKind::MoveAppointment,
        FactKind::AppointmentKept => ActionKind::KeepAppointment,
        FactKind::VisitAnnounced { .. } => ActionKind::AnnounceVisit,
        FactKind::Corrected { .. } => ActionKind::Correct,
    })
}
