//! The deadline of a duty and its state.

use super::{DueRule, Duty, Period, Plan, opening::midnight, plan};
use crate::domain::{
    calendar::{Calendar, Calendars},
    charter::{Charter, Every, MetBy},
    count::{Count, CountError, Due, Exclusions},
    deadline::{Deadline, NotCountable, State, blank},
    limit::{CountingRule, Limit, Unit},
};
use chrono::{DateTime, NaiveDate, Utc};

/// The deadline of a duty; none for what was entered from before the desk or by mistake, and for one that waits for its date.
///
/// # Errors
/// A limit of the charter that cannot be counted in this office.
pub fn deadlines(
    duty: &Duty,
    charter: &Charter,
    calendars: &Calendars,
) -> Result<Vec<Deadline>, NotCountable> {
    let Some(plan) = plan(charter, &duty.promise).filter(|_| !duty.is_earlier() && !duty.mistaken)
    else {
        return Ok(Vec::new());
    };
    let settled_at = duty.met().or(duty.skipped).map(|end| end.recorded_at);
    let calendar = settled_at.map_or_else(|| calendars.now(), |at| calendars.as_of(at));
    let counted = count(duty, &plan, calendar).map_err(|error| NotCountable {
        promise: duty.promise.clone(),
        error,
    })?;
    let Some(counted) = counted else {
        return Ok(Vec::new());
    };
    let met_by = vec![MetBy::Done];
    Ok(vec![Deadline {
        promise: duty.promise.clone(),
        limit: counted.limit,
        count: counted.count,
        due: counted.due,
        step: None,
        missing: if duty.met().is_none() {
            met_by.clone()
        } else {
            Vec::new()
        },
        met_by,
        state: state(duty, counted.due),
        settled_at,
        ..blank(plan.source, 1, duty.opened_at, counted.from)
    }])
}

struct Counted {
    limit: Limit,
    count: CountingRule,
    from: DateTime<Utc>,
    due: Due,
}

fn count(duty: &Duty, plan: &Plan, calendar: &Calendar) -> Result<Option<Counted>, CountError> {
    if let Some(limit) = plan.dated
        && let Some(first) = duty.dates.first()
    {
        return before_its_date(duty, limit, first.on, calendar).map(Some);
    }
    let by_date = |date: NaiveDate| {
        let due = end_of(date, calendar);
        Some(Counted {
            limit: Limit::new(0, Unit::Days),
            count: CountingRule::Before,
            from: due.at,
            due,
        })
    };
    let period = duty.period;
    Ok(match plan.due {
        DueRule::PeriodEnd => by_date(period.last_day()),
        DueRule::DayOfYear(month, day) => {
            let year = i32::from(period.year());
            let date = NaiveDate::from_ymd_opt(year, month.into(), day.into());
            by_date(date.unwrap_or(period.last_day()))
        }
        DueRule::DaysAfterPeriod(days) => by_date(period.days_after(days)),
        DueRule::YearEnd if plan.dated.is_some() => None,
        DueRule::YearEnd => {
            by_date(Period::of(Every::Year, calendar.date(duty.opened_at)).last_day())
        }
        DueRule::Counted(limit, rule) => Some(by_rule(limit, rule, duty.opened_at, calendar)?),
        DueRule::CountedAfterPeriod(limit, rule) => {
            let from = midnight(period.after(), calendar);
            Some(by_rule(limit, rule, from, calendar)?)
        }
    })
}

/// So many days before the date that staff gave. It moves with the date until it is fulfilled or over: what was missed is
/// not revived by a later date.
fn before_its_date(
    duty: &Duty,
    limit: Limit,
    first: NaiveDate,
    calendar: &Calendar,
) -> Result<Counted, CountError> {
    let on = |date| {
        by_rule(
            limit,
            CountingRule::Before,
            midnight(date, calendar),
            calendar,
        )
    };
    let mut counted = on(first)?;
    let settled = duty.met().or(duty.skipped);
    for date in duty.dates.iter().skip(1) {
        let still_open = settled.is_none_or(|end| date.seq < end.seq);
        if still_open && date.at <= counted.due.at {
            counted = on(date.on)?;
        }
    }
    Ok(counted)
}

fn by_rule(
    limit: Limit,
    rule: CountingRule,
    from: DateTime<Utc>,
    calendar: &Calendar,
) -> Result<Counted, CountError> {
    let due = calendar.due(&Count {
        rule,
        limit,
        from,
        exclusions: &Exclusions::NONE,
        extensions: &[],
    })?;
    Ok(Counted {
        limit,
        count: rule,
        from,
        due,
    })
}

/// The 24:00 that ends a date.
fn end_of(date: NaiveDate, calendar: &Calendar) -> Due {
    Due {
        at: midnight(date.succ_opt().unwrap_or(date), calendar),
        date,
        whole_day: true,
    }
}

fn state(duty: &Duty, due: Due) -> State {
    match (duty.met(), duty.skipped) {
        (Some(met), _) => State::Met {
            at: met.at,
            recorded_at: met.recorded_at,
            seq: met.seq,
        },
        (None, Some(end)) if end.at > due.at => State::Missed { at: end.at },
        (None, Some(end)) => State::Void { at: end.at },
        (None, None) => State::Open,
    }
}
