//! The course of a period: its count through the extensions and stopped days that moved it, in the order in which they came.
//!
//! Knows nothing of the state of the deadline; `Scope` says up to where to look.

use super::{Deadline, Source};
use crate::domain::{
    calendar::Calendar,
    case::{Case, Extension, Pause},
    count::{Count, CountError, Due, Exclusions},
};
use chrono::{DateTime, Utc};

/// Up to where the facts of a case move a deadline.
pub(super) struct Scope {
    /// Only extensions by earlier facts than this one.
    pub(super) before: u32,
    /// Only stopped time up to this instant, at which the deadline was settled.
    pub(super) until: Option<DateTime<Utc>>,
    /// The longest extension of the case in days; 0 if nothing can be extended.
    pub(super) most: u32,
}

/// A period after all that moved it.
pub(super) struct Course {
    /// While the clock is stopped: where it would end without the stop.
    pub(super) due: Due,
    pub(super) exclusions: Exclusions,
    /// In days.
    pub(super) extensions: Vec<u32>,
    pub(super) stopped: bool,
}

enum Turn<'a> {
    Extension(&'a Extension),
    Pause(&'a Pause),
}

impl Turn<'_> {
    fn at(&self) -> DateTime<Utc> {
        match self {
            Self::Extension(extension) => extension.at,
            Self::Pause(pause) => pause.from,
        }
    }
}

/// Counts a deadline through all that moved it. What comes after its end does not move it: a missed one is not revived.
pub(super) fn run(
    case: &Case,
    deadline: &Deadline,
    scope: &Scope,
    calendar: &Calendar,
) -> Result<Course, CountError> {
    let mut course = Course {
        due: due(deadline, &Exclusions::NONE, &[], calendar)?,
        exclusions: Exclusions::default(),
        extensions: Vec::new(),
        stopped: false,
    };
    if !deadline.is_handling() {
        return Ok(course);
    }
    for turn in turns(case, deadline, scope) {
        if !course.stopped && turn.at() > course.due.at {
            continue;
        }
        match turn {
            Turn::Extension(extension) => course.extensions.push(extension.days),
            Turn::Pause(pause) => {
                let ended = pause.to.or(scope.until);
                let ended = ended.map(|to| scope.until.map_or(to, |until| to.min(until)));
                let bound = case.last_day_out(pause, calendar);
                let last = [ended.map(|to| calendar.date(to)), bound];
                match last.into_iter().flatten().min() {
                    None => course.stopped = true,
                    Some(last) => {
                        let first = calendar.date(pause.from.max(deadline.from));
                        // Whole days, the first and the last included (decree art. 20); none where the bound was reached before.
                        let days = Some((first, last)).filter(|_| first <= last);
                        course.exclusions.days_out.extend(days);
                    }
                }
            }
        }
        course.due = due(deadline, &course.exclusions, &course.extensions, calendar)?;
    }
    Ok(course)
}

/// What moved the deadline, in order.
fn turns<'a>(case: &'a Case, deadline: &Deadline, scope: &Scope) -> Vec<Turn<'a>> {
    // A period of the law of some hours cannot be extended by days.
    let hours_of_the_law = deadline.source == Source::Statute && deadline.original_days() == 0;
    // One that is counted from before it was opened takes over the extensions of its round.
    let since = if deadline.from < deadline.started {
        case.round(deadline.opened_by)
    } else {
        deadline.opened_by
    };
    let extensions = case.extensions.iter().filter(|extension| {
        let mine = extension.seq > since && extension.seq < scope.before;
        mine && scope.most > 0 && !hours_of_the_law
    });
    let pauses = case.pauses.iter().filter(|pause| {
        let begun = scope.until.is_none_or(|until| pause.from <= until);
        begun && pause.to.is_none_or(|to| to >= deadline.from)
    });
    let mut turns: Vec<_> = pauses
        .map(Turn::Pause)
        .chain(extensions.map(Turn::Extension))
        .collect();
    turns.sort_by_key(Turn::at);
    turns
}

fn due(
    deadline: &Deadline,
    exclusions: &Exclusions,
    extensions: &[u32],
    calendar: &Calendar,
) -> Result<Due, CountError> {
    calendar.due(&Count {
        rule: deadline.count,
        limit: deadline.limit,
        from: deadline.from,
        exclusions,
        extensions,
    })
}
