//! What became of each deadline: extended, stopped, fulfilled, missed or void, and when it is due.

use super::{Deadline, Left, Source, State, longest_extension, opening::NotCountable};
use crate::domain::{
    calendar::{Calendar, Calendars},
    case::{Case, Ending, Fulfilment, Pause},
    charter::{Charter, MetBy},
    count::{CountError, Due, Exclusions},
    limit::CountingRule,
    statute,
};
use chrono::{DateTime, Utc};

/// What ended a deadline, as far as the facts tell.
struct Outcome {
    met: Option<Fulfilment>,
    ended: Option<Ending>,
    void: Option<DateTime<Utc>>,
}

/// Gives every deadline its exclusions, extensions, due date, announced date and state.
pub(super) fn settle(
    case: &Case,
    charter: &Charter,
    calendars: &Calendars,
    found: &mut [Deadline],
) -> Result<(), NotCountable> {
    let most = longest_extension(found);
    let voids: Vec<_> = found
        .iter()
        .map(|deadline| replaced_at(deadline, charter, found))
        .collect();
    let handling = own_handling(found);
    for (deadline, void) in found.iter_mut().zip(voids) {
        if deadline.promise == statute::SUPPLEMENT {
            settle_supplement(case, deadline);
            continue;
        }
        let outcome = Outcome {
            met: fulfilment(case, deadline),
            ended: ending(case, deadline),
            void,
        };
        deadline.settled_at = outcome.settled_at();
        extend(case, deadline, most);
        count(case, deadline, calendars, &handling)?;
        deadline.state = conclude(case, deadline, &outcome, calendars);
        announce(case, deadline);
    }
    Ok(())
}

impl Outcome {
    /// When it was settled, by the machine's clock: later edits of the calendar no longer move it.
    fn settled_at(&self) -> Option<DateTime<Utc>> {
        let met = self.met.map(|done| done.recorded_at);
        let ended = self.ended.map(|ending| ending.recorded_at);
        [met, ended, self.void].into_iter().flatten().min()
    }
}

/// Since when another promise stands in this one's place (`jndc.web.review` for `jndc.web.query`).
fn replaced_at(
    deadline: &Deadline,
    charter: &Charter,
    found: &[Deadline],
) -> Option<DateTime<Utc>> {
    let replaces = |other: &&Deadline| {
        let promise = charter.promise(&other.promise);
        promise
            .is_some_and(|promise| promise.replaces.as_deref() == Some(deadline.promise.as_str()))
    };
    found
        .iter()
        .filter(replaces)
        .map(|other| other.started)
        .min()
}

/// The charter's own periods of handling as they were at first, where any deadline lies before their end.
fn own_handling(found: &[Deadline]) -> Vec<Deadline> {
    let asked = |deadline: &Deadline| deadline.count == CountingRule::Before;
    let own = |deadline: &&Deadline| {
        deadline.is_handling() && deadline.source == Source::Charter && !asked(deadline)
    };
    if found.iter().any(asked) {
        found.iter().filter(own).cloned().collect()
    } else {
        Vec::new()
    }
}

/// "Before the original deadline ends": the nearest end of the charter's handling, without any extension.
fn original_due(handling: &[Deadline], calendar: &Calendar) -> Result<Option<Due>, NotCountable> {
    let mut nearest = None;
    for deadline in handling {
        let due = calendar.due(&deadline.counting());
        let due = due.map_err(|error| not_countable(deadline, error))?;
        if nearest.is_none_or(|other: Due| due.at < other.at) {
            nearest = Some(due);
        }
    }
    Ok(nearest)
}

fn not_countable(deadline: &Deadline, error: CountError) -> NotCountable {
    NotCountable {
        promise: deadline.promise.clone(),
        error,
    }
}

fn fulfilment(case: &Case, deadline: &Deadline) -> Option<Fulfilment> {
    if deadline.met_by == Some(MetBy::Mail) {
        // Queued in the transaction of the fact that calls for it.
        let at = deadline.started;
        return Some(Fulfilment {
            met_by: MetBy::Mail,
            at,
            recorded_at: at,
            seq: deadline.opened_by,
        });
    }
    let fits =
        |done: &&Fulfilment| Some(done.met_by) == deadline.met_by && done.seq >= deadline.opened_by;
    case.fulfilments.iter().find(fits).copied()
}

fn ending(case: &Case, deadline: &Deadline) -> Option<Ending> {
    case.endings
        .iter()
        .find(|ending| ending.seq >= deadline.opened_by)
        .copied()
}

/// Puts the extensions of its round on a period of handling. A period of the law of some hours cannot be extended by
/// days.
fn extend(case: &Case, deadline: &mut Deadline, most: u32) {
    let hours_of_the_law = deadline.source == Source::Statute && deadline.original_days() == 0;
    if !deadline.is_handling() || most == 0 || hours_of_the_law {
        return;
    }
    let met = fulfilment(case, deadline).map_or(u32::MAX, |done| done.seq);
    let mine = case
        .extensions
        .iter()
        .filter(|extension| extension.seq > deadline.opened_by && extension.seq < met);
    deadline.extensions = mine.map(|extension| extension.days).collect();
}

fn count(
    case: &Case,
    deadline: &mut Deadline,
    calendars: &Calendars,
    handling: &[Deadline],
) -> Result<(), NotCountable> {
    let calendar = deadline
        .settled_at
        .map_or_else(|| calendars.now(), |at| calendars.as_of(at));
    if deadline.count == CountingRule::Before
        && let Some(original) = original_due(handling, calendar)?
    {
        deadline.from = original.at.max(deadline.started);
        deadline.due = original;
        return Ok(());
    }
    if deadline.is_handling() {
        deadline.exclusions = exclusions(case, deadline, calendar);
    }
    let due = calendar.due(&deadline.counting());
    deadline.due = due.map_err(|error| not_countable(deadline, error))?;
    Ok(())
}

/// Whole days that do not count: from the day of the request to the day of the arrival, both included (decree art. 20).
fn exclusions(case: &Case, deadline: &Deadline, calendar: &Calendar) -> Exclusions {
    let ended = case
        .pauses
        .iter()
        .filter_map(|pause| pause.to.map(|to| (pause.from, to)));
    let days_out = ended
        .filter(|(_, to)| *to >= deadline.started)
        .map(|(from, to)| {
            (
                calendar.local(from.max(deadline.started)).date(),
                calendar.local(to).date(),
            )
        })
        .collect();
    Exclusions {
        pauses: Vec::new(),
        days_out,
    }
}

fn conclude(case: &Case, deadline: &Deadline, outcome: &Outcome, calendars: &Calendars) -> State {
    match (outcome.met, outcome.ended, outcome.void) {
        (_, _, Some(at)) => State::Void { at },
        (Some(met), None, None) => State::Met {
            at: met.at,
            seq: met.seq,
        },
        (Some(met), Some(end), None) if met.seq <= end.seq => State::Met {
            at: met.at,
            seq: met.seq,
        },
        (_, Some(end), None) if end.at > deadline.due.at => State::Missed { at: end.at },
        (_, Some(end), None) => State::Void { at: end.at },
        (None, None, None) => match case.pause() {
            Some(pause) if deadline.is_handling() && pause.from <= deadline.due.at => {
                State::Paused(left(deadline, pause, calendars.now()))
            }
            _ => State::Open,
        },
    }
}

/// What is left at the moment the clock stopped: the day of the request itself is given back.
fn left(deadline: &Deadline, pause: &Pause, calendar: &Calendar) -> Left {
    let day = calendar.local(pause.from).date();
    if deadline.due.whole_day {
        let before = day.pred_opt().unwrap_or(day);
        return Left::Days(calendar.counted_days(before, deadline.due.date));
    }
    let midnight = day
        .and_hms_opt(0, 0, 0)
        .map_or(pause.from, |local| calendar.instant(local));
    let from = midnight.max(deadline.started);
    Left::Seconds(calendar.working_seconds(from, deadline.due.at, &deadline.exclusions))
}

/// The complainant's period: kept when the supplement arrived, void when the case ended without it.
fn settle_supplement(case: &Case, deadline: &mut Deadline) {
    let mine = |pause: &&Pause| {
        pause
            .supplement
            .is_some_and(|(_, seq)| seq == deadline.opened_by)
    };
    let Some(to) = case.pauses.iter().find(mine).and_then(|pause| pause.to) else {
        return;
    };
    let arrived = case.fulfilments.iter().find(|done| {
        done.met_by == MetBy::Supplement && done.seq > deadline.opened_by && done.at == to
    });
    deadline.settled_at = Some(to);
    deadline.state = match arrived {
        Some(done) => State::Met {
            at: to,
            seq: done.seq,
        },
        None if to > deadline.due.at => State::Missed { at: to },
        None => State::Void { at: to },
    };
}

fn announce(case: &Case, deadline: &mut Deadline) {
    let mut told = case.announced.iter().rev().map(|(_, told)| told);
    let last = told.find(|told| told.promise == deadline.promise && told.nth == deadline.nth);
    if let Some(told) = last {
        deadline.announced = Some(told.date);
    }
}
