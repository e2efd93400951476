//! The due date and the state of each deadline: extended, stopped, fulfilled, missed or void.

use super::{
    Deadline, Left, Source, State,
    course::{self, Course, Scope},
    longest_extension,
    opening::NotCountable,
    theirs::{settle_choice, settle_supplement},
    told::announce,
};
use crate::domain::{
    calendar::{Calendar, Calendars},
    case::{Case, Fulfilment, Pause, StepRecord, Visit},
    charter::{Charter, MetBy},
    count::CountError,
    limit::CountingRule,
    notice::NoticeState,
    statute,
    subject::FactRef,
};
use chrono::{DateTime, Utc};

/// A period of handling, and since when another promise replaces it.
struct HandlingPeriod {
    deadline: Deadline,
    replaced: Option<DateTime<Utc>>,
}

/// What ended a deadline according to the facts.
struct Settlement {
    met: Option<Fulfilment>,
    ended: Option<FactRef>,
    void: Option<DateTime<Utc>>,
}

/// Fills in exclusions, extensions, due date, announced date and state of every deadline.
pub(super) fn settle(
    case: &Case,
    charter: &Charter,
    calendars: &Calendars,
    found: &mut [Deadline],
) -> Result<(), NotCountable> {
    let most = longest_extension(found);
    let handling: Vec<HandlingPeriod> = found
        .iter()
        .filter(|deadline| deadline.is_handling())
        .map(|deadline| HandlingPeriod {
            replaced: replaced_at(case, deadline, charter, found),
            deadline: deadline.clone(),
        })
        .collect();
    for deadline in found {
        if deadline.promise == statute::SUPPLEMENT {
            settle_supplement(case, deadline);
            continue;
        }
        if deadline.promise == statute::REPRESENTATIVES {
            settle_choice(case, deadline);
            continue;
        }
        let void = handling
            .iter()
            .find(|one| {
                one.deadline.promise == deadline.promise && one.deadline.nth == deadline.nth
            })
            .and_then(|one| one.replaced);
        let mut settlement = Settlement {
            met: fulfilment(case, deadline),
            ended: ending(case, deadline),
            void,
        };
        let mut stopped = count(case, deadline, (&handling, most), &settlement, calendars)?;
        if settlement.void.is_some_and(|at| at > deadline.due.at) {
            // Missed before another promise replaced it: it stays missed.
            settlement.void = None;
            stopped = count(case, deadline, (&handling, most), &settlement, calendars)?;
        }
        deadline.state = conclude(case, deadline, &settlement, stopped, calendars);
        deadline.missing = missing(case, deadline);
        announce(case, deadline);
    }
    Ok(())
}

impl Settlement {
    /// When it was settled, on the machine's clock: later edits of the calendar no longer move it.
    fn settled_at(&self) -> Option<DateTime<Utc>> {
        let met = self.met.map(|done| done.recorded_at);
        let ended = self.ended.map(|ending| ending.recorded_at);
        [met, ended, self.void].into_iter().flatten().min()
    }

    /// The fact that settled it.
    fn ended_by(&self) -> Option<u32> {
        let met = self.met.map(|done| done.seq);
        let ended = self.ended.map(|ending| ending.seq);
        met.into_iter().chain(ended).min()
    }

    /// When it was settled, as the clerk says.
    fn ended_at(&self) -> Option<DateTime<Utc>> {
        let met = self.met.map(|done| done.at);
        let ended = self.ended.map(|ending| ending.at);
        met.into_iter().chain(ended).min()
    }
}

/// Since when another promise of the same round replaces this one (`jndc.web.review` for `jndc.web.query`).
fn replaced_at(
    case: &Case,
    deadline: &Deadline,
    charter: &Charter,
    found: &[Deadline],
) -> Option<DateTime<Utc>> {
    let replaces = |other: &&Deadline| {
        let promise = charter.promise(&other.promise);
        promise
            .is_some_and(|promise| promise.replaces.as_deref() == Some(deadline.promise.as_str()))
            && case.round(other.opened_by) == case.round(deadline.opened_by)
    };
    found
        .iter()
        .filter(replaces)
        .map(|other| other.started)
        .min()
}

fn not_countable(deadline: &Deadline, error: CountError) -> NotCountable {
    NotCountable {
        promise: deadline.promise.clone(),
        error,
    }
}

/// The last of the fulfilments it asks for; `None` while one is missing.
fn fulfilment(case: &Case, deadline: &Deadline) -> Option<Fulfilment> {
    let parts = deadline.met_by.iter();
    let met: Option<Vec<_>> = parts.map(|part| part_met(case, deadline, *part)).collect();
    met?.into_iter().max_by_key(|done| done.seq)
}

fn missing(case: &Case, deadline: &Deadline) -> Vec<MetBy> {
    let parts = deadline.met_by.iter().copied();
    parts
        .filter(|part| part_met(case, deadline, *part).is_none())
        .collect()
}

/// True where the customer was not apologised to before a fact, though it was promised.
fn lacks_apology(case: &Case, deadline: &Deadline, before: u32) -> bool {
    let mut parts = deadline.met_by.iter().filter(|part| part.is_apology());
    parts.any(|part| part_met(case, deadline, *part).is_none_or(|done| done.seq > before))
}

fn part_met(case: &Case, deadline: &Deadline, part: MetBy) -> Option<Fulfilment> {
    if part == MetBy::Mail {
        return mailed(case, deadline);
    }
    if part == MetBy::Step {
        return stepped(case, deadline);
    }
    let fits = |done: &Fulfilment| done.met_by == part && done.act >= deadline.opened_by;
    case.fulfilments().filter(fits).min_by_key(|done| done.seq)
}

/// A step fulfils its promise, or that of a lower one, when all were told whom it tells.
fn stepped(case: &Case, deadline: &Deadline) -> Option<Fulfilment> {
    let fits = |record: &&StepRecord| {
        record.seq >= deadline.opened_by
            && deadline
                .step
                .is_none_or(|step| record.step.number() >= step)
    };
    let told = case.steps.iter().filter(fits).filter_map(|record| {
        let told = case.told_step(record)?;
        Some(Fulfilment::told(MetBy::Step, told, record.seq))
    });
    told.min_by_key(|done| done.seq)
}

/// A mail fulfils its promise when it was sent, and not when a person told the same.
fn mailed(case: &Case, deadline: &Deadline) -> Option<Fulfilment> {
    let called_for = FactRef {
        at: deadline.started,
        recorded_at: deadline.started,
        seq: deadline.opened_by,
    };
    let sent = match case.mail(deadline.opened_by) {
        // Nobody is to be told.
        None => called_for,
        Some(mail) => match case.notice_state(mail) {
            NoticeState::Before => called_for,
            NoticeState::Sent => mail.done?,
            NoticeState::Told
            | NoticeState::Waiting
            | NoticeState::Held
            | NoticeState::Failed
            | NoticeState::Unknown => return None,
        },
    };
    Some(Fulfilment::told(MetBy::Mail, sent, deadline.opened_by))
}

/// What ended it unfulfilled: the end of the case, the visit, or the result for promises that only lead up to it.
fn ending(case: &Case, deadline: &Deadline) -> Option<FactRef> {
    let closed = case
        .endings
        .iter()
        .find(|ending| ending.seq >= deadline.opened_by)
        .copied();
    let parts_lead_up = deadline.is_owed_by_desk()
        && deadline.met_by.iter().all(|part| {
            matches!(
                part,
                MetBy::Assignment
                    | MetBy::HandOn
                    | MetBy::Transfer
                    | MetBy::Extension
                    | MetBy::InterimReply
                    | MetBy::DelayNotice
            )
        });
    // A merged complainant is still owed the result, by their own period.
    let merged = case.joined.filter(|merge| {
        merge.seq >= deadline.opened_by && !deadline.met_by.contains(&MetBy::Result)
    });
    // Step 1 hands the matter to who answers it.
    let leads_up = parts_lead_up || deadline.step == Some(1);
    // Once there is a result, what is owed is that it be told.
    let mut answers = case.answers.iter();
    let result = answers.find(|answer| leads_up && answer.seq >= deadline.opened_by);
    let visited = visit(case, deadline).and_then(|visit| visit.over);
    [closed, merged, result.copied(), visited]
        .into_iter()
        .flatten()
        .min_by_key(|ending| ending.seq)
}

/// The visit before which a deadline lies (`jndc.outreach.notice`).
fn visit<'a>(case: &'a Case, deadline: &Deadline) -> Option<&'a Visit> {
    let opened = |visit: &&Visit| visit.seq == deadline.opened_by;
    let before = deadline.count == CountingRule::Before;
    case.visits.iter().find(|visit| before && opened(visit))
}

/// Moves a deadline before a visit with the visit until it is settled or over: a missed one is not revived.
fn follow(
    case: &Case,
    deadline: &mut Deadline,
    visit: &Visit,
    scope: &Scope,
    calendar: &Calendar,
) -> Result<(), NotCountable> {
    deadline.from = visit.first;
    for moved in visit.moves.iter().filter(|moved| moved.seq < scope.before) {
        let course = course::run(case, deadline, scope, calendar)
            .map_err(|error| not_countable(deadline, error))?;
        if moved.at <= course.due.at {
            deadline.from = moved.to;
        }
    }
    Ok(())
}

/// Counts a deadline; returns true where its clock is stopped.
fn count(
    case: &Case,
    deadline: &mut Deadline,
    (handling, most): (&[HandlingPeriod], u32),
    settlement: &Settlement,
    calendars: &Calendars,
) -> Result<bool, NotCountable> {
    deadline.settled_at = settlement.settled_at();
    let calendar = deadline.calendar(calendars);
    let mut scope = Scope {
        before: settlement.ended_by().unwrap_or(u32::MAX),
        until: settlement.ended_at(),
        most,
    };
    if let Some(visit) = visit(case, deadline) {
        follow(case, deadline, visit, &scope, calendar)?;
    } else if deadline.count == CountingRule::Before {
        scope.before = deadline.opened_by;
        let original = original(case, deadline, handling, &scope, calendar)?;
        if let Some(original) = original {
            deadline.from = original.due.at.max(deadline.started);
            deadline.due = original.due;
            return Ok(original.stopped);
        }
    }
    let course = course::run(case, deadline, &scope, calendar)
        .map_err(|error| not_countable(deadline, error))?;
    deadline.due = course.due;
    deadline.exclusions = course.exclusions;
    deadline.extensions = course.extensions;
    Ok(course.stopped)
}

/// The period that "before the original deadline ends" means: the nearest end of handling as it was when the cause arose,
/// the charter's first.
fn original(
    case: &Case,
    deadline: &Deadline,
    handling: &[HandlingPeriod],
    scope: &Scope,
    calendar: &Calendar,
) -> Result<Option<Course>, NotCountable> {
    let runs = |one: &&HandlingPeriod| {
        one.deadline.opened_by <= deadline.opened_by
            && case.round(one.deadline.opened_by) == case.round(deadline.opened_by)
            && one.replaced.is_none_or(|at| at > deadline.started)
            && fulfilment(case, &one.deadline).is_none_or(|done| done.seq > deadline.opened_by)
    };
    let mut nearest: Option<(Source, Course)> = None;
    for one in handling.iter().filter(runs) {
        let course = course::run(case, &one.deadline, scope, calendar)
            .map_err(|error| not_countable(&one.deadline, error))?;
        let source = one.deadline.source;
        let nearer = nearest
            .as_ref()
            .is_none_or(|(of, other)| (source, course.due.at) < (*of, other.due.at));
        if nearer {
            nearest = Some((source, course));
        }
    }
    Ok(nearest.map(|(_, course)| course))
}

fn conclude(
    case: &Case,
    deadline: &Deadline,
    settlement: &Settlement,
    stopped: bool,
    calendars: &Calendars,
) -> State {
    match (settlement.met, settlement.ended, settlement.void) {
        (_, _, Some(at)) => State::Void { at },
        (Some(met), None, None) => fulfilled(met),
        // A mail that is on its way when the case is closed still arrives.
        (Some(met), Some(end), None) if met.seq <= end.seq || met.met_by == MetBy::Mail => {
            fulfilled(met)
        }
        (_, Some(end), None) if end.at > deadline.due.at => State::Missed { at: end.at },
        // Whoever closes a case without the apology breaks that promise, and does not make it void.
        (_, Some(end), None)
            if case.closings.contains(&end.seq) && lacks_apology(case, deadline, end.seq) =>
        {
            State::Missed { at: end.at }
        }
        (_, Some(end), None) => State::Void { at: end.at },
        (None, None, None) => match case.pause() {
            Some(pause) if stopped => State::Paused(left(deadline, pause, calendars.now())),
            _ => State::Open,
        },
    }
}

pub(super) fn fulfilled(met: Fulfilment) -> State {
    State::Met {
        at: met.at,
        recorded_at: met.recorded_at,
        seq: met.seq,
    }
}

/// The time left at the stop; the day of the stop itself still counts as left.
fn left(deadline: &Deadline, pause: &Pause, calendar: &Calendar) -> Left {
    let day = calendar.local(pause.from).date();
    if deadline.due.whole_day {
        // Unless an earlier stop excluded that day.
        let mut excluded = deadline.exclusions.days_out.iter();
        let since = if excluded.any(|(first, last)| (*first..=*last).contains(&day)) {
            day
        } else {
            day.pred_opt().unwrap_or(day)
        };
        return Left::Days(calendar.counted_days(since, deadline.due.date));
    }
    let midnight = day
        .and_hms_opt(0, 0, 0)
        .map_or(pause.from, |local| calendar.instant(local));
    let from = midnight.max(deadline.started);
    Left::Seconds(calendar.working_seconds(from, deadline.due.at, &deadline.exclusions))
}
