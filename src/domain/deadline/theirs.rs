//! The periods that the complainant keeps: for a supplement, and for choosing representatives.

use super::{Deadline, State, state::fulfilled};
use crate::domain::{case::Case, charter::MetBy};

/// The complainant's period: met by the arrival of the supplement, missed after its end, void where the case ended within it.
pub(super) fn settle_supplement(case: &Case, deadline: &mut Deadline) {
    let Some((pause, at)) = case.pauses.iter().find_map(|pause| {
        let mut asked = pause.asked.iter();
        let at = asked.position(|one| one.seq == deadline.opened_by)?;
        Some((pause, at))
    }) else {
        return;
    };
    if let Some(again) = pause.asked.get(at + 1) {
        deadline.settled_at = Some(again.at);
        deadline.state = State::Missed { at: again.at };
        return;
    }
    let Some(to) = pause.to else { return };
    let arrived = case.fulfilments().find(|done| {
        done.met_by == MetBy::Supplement && done.seq > deadline.opened_by && done.at == to
    });
    deadline.settled_at = Some(to);
    deadline.state = match arrived {
        Some(done) => fulfilled(done),
        None if to > deadline.due.at => State::Missed { at: to },
        None => State::Void { at: to },
    };
}

/// The time to choose representatives: met by their choice, missed where the agency designated them after its end, void where
/// the case ended within it.
pub(super) fn settle_choice(case: &Case, deadline: &mut Deadline) {
    let mut pauses = case.pauses.iter();
    let pause = pauses.find(|pause| pause.seq == deadline.opened_by);
    let Some((pause, to)) = pause.and_then(|pause| Some((pause, pause.to?))) else {
        return;
    };
    deadline.settled_at = Some(to);
    deadline.state = match pause.choosing.and_then(|choosing| choosing.chosen) {
        Some(chosen) => State::Met {
            at: to,
            recorded_at: chosen.recorded_at,
            seq: chosen.seq,
        },
        None if to > deadline.due.at => State::Missed { at: to },
        None => State::Void { at: to },
    };
}
