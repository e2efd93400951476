//! Notices of progress, owed while the handling of a case is not completed (decree art. 23).
//!
//! Thirty calendar days after the receipt, and again thirty days after each notice, the complainant is told the progress,
//! answered or not. Where the handling is to end before the notice is due, its deadline begins only when the handling did not
//! end in its period: a short case never sees it. On an express request it is owed as well.

use super::{
    Deadline, Source, State,
    opening::{NotCountable, blank, period},
};
use crate::domain::{
    calendar::{Calendar, Calendars},
    case::{Case, FactRef, Fulfilment, Occurrence},
    charter::{MetBy, Trigger},
    count::{Count, CountError, Due, Exclusions},
    limit::CountingRule,
    statute,
};
use chrono::{DateTime, Utc};

/// Opens the notices that the complainant expressly asked for; of what is no petition none is owed.
pub(super) fn asked(case: &Case, found: &mut Vec<Deadline>) {
    if case.intake.is_petition() && case.matter().is_some() {
        let requests = case.progress_asked.iter();
        found.extend(requests.map(|request| {
            let of_the_law = statute::progress_asked();
            period(of_the_law, MetBy::InterimReply, request.seq, request.at)
        }));
    }
}

/// Adds the notices of progress to settled deadlines: they depend on the end of the handling.
pub(super) fn add(
    case: &Case,
    calendars: &Calendars,
    found: &mut Vec<Deadline>,
) -> Result<(), NotCountable> {
    let rounds = case.occurrences.iter();
    let rounds = rounds.filter(|one| one.trigger == Trigger::Received);
    let mut notices: Vec<Deadline> = Vec::new();
    for begun in rounds {
        // Without a period of the law no notice is owed: it is no petition.
        let handling = found.iter().find(|deadline| {
            deadline.source == Source::Statute
                && case.round(deadline.opened_by) == begun.seq
                && deadline.is_handling()
        });
        if let Some(handling) = handling {
            let round = Round::new(case, begun, handling.due.at);
            notices.extend(round.notices(calendars).map_err(|error| NotCountable {
                promise: statute::PROGRESS.to_owned(),
                error,
            })?);
        }
    }
    for (nth, mut notice) in (0..).zip(notices) {
        notice.nth = nth;
        found.push(notice);
    }
    Ok(())
}

/// What the notices depend on in one round of handling.
struct Round<'a> {
    begun: &'a Occurrence,
    /// The end of the period of the law after extensions and pauses.
    handling_ends: DateTime<Utc>,
    /// The result, or another end.
    over: Option<FactRef>,
    /// The notices of progress that were told, in order.
    told: Vec<Fulfilment>,
}

impl<'a> Round<'a> {
    fn new(case: &Case, begun: &'a Occurrence, handling_ends: DateTime<Utc>) -> Self {
        let next = case
            .occurrences
            .iter()
            .find(|other| other.trigger == Trigger::Received && other.seq > begun.seq)
            .map_or(u32::MAX, |other| other.seq);
        let mine = |seq: u32| seq >= begun.seq && seq < next;
        let ends = case.answers.iter().chain(&case.endings);
        let ends = ends.chain(&case.joined);
        let ends = ends.filter(|end| mine(end.seq));
        let over = ends.min_by_key(|end| end.seq).copied();
        let until = over.map_or(next, |end| end.seq);
        let contact = |done: &Fulfilment| {
            done.met_by == MetBy::InterimReply && done.act > begun.seq && done.seq < until
        };
        let mut told: Vec<_> = case.fulfilments().filter(contact).collect();
        told.sort_by_key(|done| done.seq);
        Self {
            begun,
            handling_ends,
            over,
            told,
        }
    }

    fn notices(&self, calendars: &Calendars) -> Result<Vec<Deadline>, CountError> {
        let mut notices = Vec::new();
        let mut from = (self.begun.seq, self.begun.at);
        for told in self.told.iter().map(Some).chain([None]) {
            let settled_at = told
                .map(|told| told.recorded_at)
                .or(self.over.map(|end| end.recorded_at));
            let calendar = settled_at.map_or_else(|| calendars.now(), |at| calendars.as_of(at));
            let due = due(from.1, calendar)?;
            // Where the handling ends before the notice is due, it is owed only once that end has passed.
            let long = self.handling_ends >= due.at;
            let begins = self.handling_ends.max(from.1);
            let started = if long { from.1 } else { begins };
            let ended = told.map(|told| told.at).or(self.over.map(|end| end.at));
            if long || ended.is_none_or(|at| at > begins) {
                notices.push(Deadline {
                    promise: statute::PROGRESS.to_owned(),
                    limit: statute::PROGRESS_LIMIT,
                    count: CountingRule::Civil,
                    met_by: vec![MetBy::InterimReply],
                    missing: if told.is_none() {
                        vec![MetBy::InterimReply]
                    } else {
                        Vec::new()
                    },
                    due,
                    state: self.state(told, due),
                    settled_at,
                    ..blank(Source::Statute, from.0, started, from.1)
                });
            }
            // Told in time though not owed yet: the next thirty days begin there all the same.
            if let Some(told) = told {
                from = (told.seq, told.at);
            }
        }
        Ok(notices)
    }

    fn state(&self, told: Option<&Fulfilment>, due: Due) -> State {
        match (told, self.over) {
            (Some(told), _) => State::Met {
                at: told.at,
                recorded_at: told.recorded_at,
                seq: told.seq,
            },
            (None, Some(end)) if end.at > due.at => State::Missed { at: end.at },
            (None, Some(end)) => State::Void { at: end.at },
            (None, None) => State::Open,
        }
    }
}

/// The thirtieth day after, by the civil code: act art. 19 counts periods of handling only.
fn due(from: DateTime<Utc>, calendar: &Calendar) -> Result<Due, CountError> {
    calendar.due(&Count {
        rule: CountingRule::Civil,
        limit: statute::PROGRESS_LIMIT,
        from,
        exclusions: &Exclusions::NONE,
        extensions: &[],
    })
}
