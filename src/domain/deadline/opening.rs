//! Which deadlines a case has: every occurrence is matched against every promise.

use super::{Deadline, Source, State, between, consult, progress, state};
use crate::domain::{
    calendar::Calendars,
    case::{Case, Occurrence},
    charter::{Charter, CountFrom, Known, MetBy, Promise, PromiseKind, Trigger},
    count::{CountError, Due, Exclusions},
    limit::{CountingRule, Limit, Unit},
    statute,
};
use chrono::{DateTime, Utc};

/// The deadlines of a case, charter and law, in the order in which they opened.
///
/// Pure: it depends on nothing but its arguments, so that what stands in the store can be rebuilt and compared.
///
/// # Errors
/// [`CountError`] with the promise's id where a limit cannot be counted in this office.
pub fn deadlines(
    case: &Case,
    charter: &Charter,
    calendars: &Calendars,
) -> Result<Vec<Deadline>, NotCountable> {
    let mut found = Vec::new();
    accept(case, &mut found);
    for occurrence in &case.occurrences {
        for promise in &charter.promises {
            if applies(promise, case, occurrence)
                && !superseded_by_objection(promise, charter, case, occurrence)
                && may_open(promise, case, occurrence, &found)
            {
                found.push(open(case, promise, occurrence));
            }
        }
        if occurrence.trigger == Trigger::Received {
            statutory(case, charter, occurrence, &mut found);
        }
    }
    between::open(case, charter, &mut found);
    if !charter.progress_online {
        progress::asked(case, &mut found);
    }
    supplement(case, calendars, &mut found)?;
    representatives(case, calendars, &mut found)?;
    number(&mut found);
    state::settle(case, charter, calendars, &mut found)?;
    consult::add(case, calendars, &mut found)?;
    if !charter.progress_online {
        progress::add(case, calendars, &mut found)?;
    }
    if let Some(mistaken) = &case.mistaken {
        for deadline in &mut found {
            deadline.void(mistaken);
        }
    }
    Ok(found)
}

/// A promise whose limit cannot be counted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{promise}: {error}")]
pub struct NotCountable {
    /// The promise's id.
    pub promise: String,
    pub error: CountError,
}

/// What fulfils a promise on this case: nothing that has to be told where nobody can be told.
fn owed<'a>(promise: &'a Promise, case: &'a Case) -> impl Iterator<Item = MetBy> + 'a {
    let unreachable = case.intake.medium().is_none();
    let parts = promise.met_by.iter().copied();
    parts.filter(move |part| !(unreachable && part.is_told()))
}

fn applies(promise: &Promise, case: &Case, occurrence: &Occurrence) -> bool {
    let of_a_case = matches!(
        promise.kind,
        PromiseKind::Deadline | PromiseKind::Escalation
    );
    let counted = promise.limit.is_some() || promise.count.is_some();
    let round = !occurrence.again || promise.met_by == [MetBy::Result];
    // Real-time mail is promised to those who gave an address; to an unknown person no receipt is told.
    let receipt = occurrence.trigger == Trigger::Received;
    let mailed = case.intake.has_email && !(receipt && case.intake.anonymous);
    let reachable = mailed || !promise.met_by.contains(&MetBy::Mail);
    let owed = owed(promise, case).next().is_some();
    of_a_case && counted && starts(promise, case, occurrence) && round && reachable && owed
}

/// True where an occurrence of the case is what the promise waits for.
pub(super) fn starts(promise: &Promise, case: &Case, occurrence: &Occurrence) -> bool {
    let channel = promise.channels.is_empty() || promise.channels.contains(&case.intake.channel);
    let known = Known {
        trigger: occurrence.trigger,
        detail: occurrence.detail,
        // Where it was not told again, it is where the complaint says.
        happened: occurrence.happened.or(case.intake.happened),
        topics: &case.intake.topics,
        matter: case.matter(),
    };
    channel && promise.starts.iter().any(|start| start.fits(&known))
}

/// A promise that either of several triggers starts is opened once in a round, and one that goes with another only where that
/// was opened in the round.
fn may_open(promise: &Promise, case: &Case, occurrence: &Occurrence, found: &[Deadline]) -> bool {
    let round = case.round(occurrence.seq);
    let opened = |id: &str| {
        let mut same = found.iter().filter(|deadline| deadline.promise == id);
        same.any(|deadline| case.round(deadline.opened_by) == round)
    };
    let again = promise.starts.len() > 1 && opened(&promise.id);
    !again && promise.beside.as_deref().is_none_or(opened)
}

/// True where the charter has a promise for objections, which replaces restarting the promise of the receipt.
fn superseded_by_objection(
    promise: &Promise,
    charter: &Charter,
    case: &Case,
    occurrence: &Occurrence,
) -> bool {
    occurrence.again
        && promise.starts_at(Trigger::Received)
        && case
            .occurrences
            .iter()
            .any(|other| other.seq == occurrence.seq && other.trigger == Trigger::Objection)
        && charter
            .promises
            .iter()
            .any(|other| other.starts_at(Trigger::Objection) && other.count.is_some())
}

fn open(case: &Case, promise: &Promise, occurrence: &Occurrence) -> Deadline {
    let count = promise.count.unwrap_or(CountingRule::PetitionAct);
    let from = match promise.from {
        CountFrom::Received => case
            .received_before(occurrence.seq)
            .unwrap_or(occurrence.at),
        // What a customer reports later came then.
        CountFrom::Arrived if case.came_with_receipt(occurrence) => case.intake.arrived_at,
        CountFrom::Trigger | CountFrom::Arrived | CountFrom::Wanted => occurrence.at,
    };
    let nothing = match count {
        CountingRule::Before => Limit::new(0, Unit::Days),
        CountingRule::PetitionAct
        | CountingRule::WorkingHours
        | CountingRule::WorkingDays
        | CountingRule::Civil
        | CountingRule::Elapsed
        | CountingRule::SameDay
        | CountingRule::Immediate => Limit::IMMEDIATE,
    };
    Deadline {
        promise: promise.id.clone(),
        limit: promise.limit.unwrap_or(nothing),
        count,
        step: promise.step,
        met_by: owed(promise, case).collect(),
        ..blank(promise.source(), occurrence.seq, occurrence.at, from)
    }
}

/// A deadline with only its start filled in.
pub(in crate::domain) fn blank(
    source: Source,
    opened_by: u32,
    started: DateTime<Utc>,
    from: DateTime<Utc>,
) -> Deadline {
    Deadline {
        promise: String::new(),
        nth: 0,
        source,
        opened_by,
        started,
        limit: Limit::IMMEDIATE,
        count: CountingRule::PetitionAct,
        from,
        exclusions: Exclusions::default(),
        extensions: Vec::new(),
        due: Due {
            at: from,
            date: from.date_naive(),
            whole_day: false,
        },
        announced: None,
        step: None,
        met_by: Vec::new(),
        missing: Vec::new(),
        state: State::Open,
        settled_at: None,
    }
}

pub(super) fn period(
    period: statute::LegalPeriod,
    met_by: MetBy,
    opened_by: u32,
    from: DateTime<Utc>,
) -> Deadline {
    Deadline {
        promise: period.id,
        limit: period.limit,
        count: period.count,
        met_by: vec![met_by],
        ..blank(Source::Statute, opened_by, from, from)
    }
}

/// The acceptance of what was not accepted on arrival (decree art. 6(8)), also where both times were entered later.
fn accept(case: &Case, found: &mut Vec<Deadline>) {
    if case.intake.waited() {
        found.push(period(
            statute::acceptance(),
            MetBy::Acceptance,
            1,
            case.intake.arrived_at,
        ));
    }
}

/// True where a round began with an objection to the refusal of a statutory petition (act art. 35).
fn against_refusal(case: &Case, begun: &Occurrence) -> bool {
    let objected = |one: &Occurrence| one.trigger == Trigger::Objection && one.seq == begun.seq;
    case.occurrences.iter().any(objected) && case.refusal_before(begun.seq).is_some()
}

fn statutory(case: &Case, charter: &Charter, occurrence: &Occurrence, found: &mut Vec<Deadline>) {
    let category = charter.category(&case.intake.category);
    let of_the_law = if against_refusal(case, occurrence) {
        Some(statute::objection(category))
    } else if case.is_repeated_grievance() {
        Some(statute::grievance_again())
    } else {
        statute::handling(case.intake.case_kind, case.intake.period, category)
    };
    if case.intake.is_petition()
        && let Some(of_the_law) = of_the_law
        && let Some((seq, at)) = petitioned(case, occurrence)
    {
        found.push(period(of_the_law, MetBy::Result, seq, at));
    }
}

/// The fact and the time from which the law counts in the round of an occurrence: of what was said alone the signing, and
/// nothing in the rounds before it (act art. 8, decree art. 10(4)).
fn petitioned(case: &Case, begun: &Occurrence) -> Option<(u32, DateTime<Utc>)> {
    match case.written.filter(|written| written.seq > begun.seq) {
        None => Some((begun.seq, begun.at)),
        Some(written) => {
            (case.round(written.seq) == begun.seq).then_some((written.seq, written.at))
        }
    }
}

/// The complainant's own period for each demand of a supplement: to the end of the day that was named, or of the next
/// working day where that is none (act art. 22, decree art. 24(4), civil code art. 161).
fn supplement(
    case: &Case,
    calendars: &Calendars,
    found: &mut Vec<Deadline>,
) -> Result<(), NotCountable> {
    for pause in &case.pauses {
        for (at, asked) in pause.asked.iter().enumerate() {
            let ended = pause.asked.get(at + 1).map(|again| again.at).or(pause.to);
            let calendar = ended.map_or_else(|| calendars.now(), |at| calendars.as_of(at));
            let due = calendar
                .named_end(asked.until)
                .map_err(|error| NotCountable {
                    promise: statute::SUPPLEMENT.to_owned(),
                    error,
                })?;
            found.push(Deadline {
                promise: statute::SUPPLEMENT.to_owned(),
                count: CountingRule::Civil,
                due,
                announced: Some(asked.until),
                ..blank(Source::Statute, asked.seq, asked.at, asked.at)
            });
        }
    }
    Ok(())
}

/// The time in which several people choose who represents them (decree art. 8): as that of a supplement.
fn representatives(
    case: &Case,
    calendars: &Calendars,
    found: &mut Vec<Deadline>,
) -> Result<(), NotCountable> {
    for pause in &case.pauses {
        let Some(choosing) = pause.choosing else {
            continue;
        };
        let calendar = pause
            .to
            .map_or_else(|| calendars.now(), |at| calendars.as_of(at));
        let due = calendar
            .named_end(choosing.until)
            .map_err(|error| NotCountable {
                promise: statute::REPRESENTATIVES.to_owned(),
                error,
            })?;
        found.push(Deadline {
            promise: statute::REPRESENTATIVES.to_owned(),
            count: CountingRule::Civil,
            due,
            announced: Some(choosing.until),
            ..blank(Source::Statute, pause.seq, pause.from, pause.from)
        });
    }
    Ok(())
}

fn number(found: &mut [Deadline]) {
    for at in 0..found.len() {
        let (before, rest) = found.split_at_mut(at);
        let Some(deadline) = rest.first_mut() else {
            continue;
        };
        let same = before
            .iter()
            .filter(|other| other.promise == deadline.promise)
            .count();
        deadline.nth = u16::try_from(same).unwrap_or(u16::MAX);
    }
}
