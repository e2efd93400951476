//! The stages that commands need.

use crate::domain::{
    case::{Case, Stage},
    refusal::Refusal,
};

/// Accepted, with the result outstanding.
pub(super) const WORKING: &[Stage] = &[Stage::Received, Stage::Assigned];
/// Accepted and not ended.
pub(super) const KNOWN: &[Stage] = &[Stage::Received, Stage::Assigned, Stage::Answered];
/// Accepted, and open or closed normally.
pub(super) const KNOWN_OR_CLOSED: &[Stage] = &[
    Stage::Received,
    Stage::Assigned,
    Stage::Answered,
    Stage::Closed,
];

/// Not ended, accepted or not.
pub(super) const NOT_ENDED: &[Stage] = &[
    Stage::Arrived,
    Stage::Received,
    Stage::Assigned,
    Stage::Answered,
];
/// Answered or ended in any way.
pub(super) const ENDED: &[Stage] = &[
    Stage::Answered,
    Stage::Closed,
    Stage::Withdrawn,
    Stage::Returned,
    Stage::Transferred,
    Stage::Merged,
];

/// Refuses unless the result is outstanding, be it in the case in which this one continues.
pub(super) fn at_work(case: &Case) -> Result<(), Refusal> {
    if case.awaits_shared_result() {
        Ok(())
    } else {
        at_stage(case, WORKING)
    }
}

/// Refuses unless the case is at one of the stages `needed`.
pub(super) fn at_stage(case: &Case, needed: &[Stage]) -> Result<(), Refusal> {
    if needed.contains(&case.stage) {
        return Ok(());
    }
    if case.stage == Stage::Arrived {
        return Err(Refusal::NotAccepted);
    }
    Err(Refusal::Stage {
        stage: case.stage,
        needed: needed.to_vec(),
    })
}
