//! The answer of a department that was asked by a day (act art. 20): to the end of that day, or of the next working day where
//! that is none (civil code art. 161).

use super::{
    Deadline, Source, State,
    opening::{NotCountable, blank},
};
use crate::domain::{
    calendar::Calendars,
    case::{Case, Consultation, FactRef},
    charter::MetBy,
    count::Due,
    limit::CountingRule,
    statute,
};

/// Adds the consultations that have a day.
pub(super) fn add(
    case: &Case,
    calendars: &Calendars,
    found: &mut Vec<Deadline>,
) -> Result<(), NotCountable> {
    let asked = case.consultations.iter();
    let asked = asked.filter_map(|one| Some((one, one.until?)));
    for (nth, (consultation, until)) in (0..).zip(asked) {
        let ended = over(case, consultation);
        let calendar =
            ended.map_or_else(|| calendars.now(), |end| calendars.as_of(end.recorded_at));
        let due = calendar.named_end(until).map_err(|error| NotCountable {
            promise: statute::CONSULT.to_owned(),
            error,
        })?;
        let missing = match consultation.answered {
            None => vec![MetBy::Consultation],
            Some(_) => Vec::new(),
        };
        found.push(Deadline {
            promise: statute::CONSULT.to_owned(),
            nth,
            count: CountingRule::Civil,
            met_by: vec![MetBy::Consultation],
            missing,
            due,
            state: state(consultation, ended, due),
            settled_at: ended.map(|end| end.recorded_at),
            ..blank(
                Source::Statute,
                consultation.asked.seq,
                consultation.asked.at,
                consultation.asked.at,
            )
        });
    }
    Ok(())
}

/// What ended it: the answer, else the result or the end of the case, for which it is no longer needed.
fn over(case: &Case, consultation: &Consultation) -> Option<FactRef> {
    let ends = case.answers.iter().chain(&case.endings);
    let ends = ends.filter(|end| end.seq > consultation.asked.seq).copied();
    ends.chain(consultation.answered).min_by_key(|end| end.seq)
}

fn state(consultation: &Consultation, ended: Option<FactRef>, due: Due) -> State {
    match ended {
        None => State::Open,
        Some(end) if consultation.answered == Some(end) => State::Met {
            at: end.at,
            recorded_at: end.recorded_at,
            seq: end.seq,
        },
        Some(end) if end.at > due.at => State::Missed { at: end.at },
        Some(end) => State::Void { at: end.at },
    }
}
