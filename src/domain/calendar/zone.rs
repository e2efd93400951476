//! The wall clock of a time zone, in seconds since 1970: a day may have 23, 24 or 25 hours, or another number.
//!
//! Seconds instead of `DateTime`, so that counting a day costs one look-up of the zone.

use super::Span;
use super::joined;
use chrono::{
    DateTime, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone,
    Utc,
};
use chrono_tz::Tz;

/// Half-open spans of a day as instants, by walking its minutes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DayClock {
    zone: Tz,
    date: NaiveDate,
    /// Midnight, where the whole day keeps one offset: then minutes only need adding.
    uniform: Option<i64>,
}

impl DayClock {
    /// The clock of this date in this zone.
    pub(crate) fn new(zone: Tz, date: NaiveDate) -> Self {
        let naive = date.and_time(NaiveTime::MIN).and_utc().timestamp();
        let offset = offset_at(zone, naive);
        let uniform = [naive - offset, naive - offset + 86_400]
            .into_iter()
            .all(|edge| offset_at(zone, edge) == offset)
            .then_some(naive - offset);
        Self {
            zone,
            date,
            uniform,
        }
    }

    /// The instant of a minute of the day, 0 to 1440.
    pub(crate) fn at(self, minute: u16) -> i64 {
        if let Some(midnight) = self.uniform {
            return midnight + i64::from(minute) * 60;
        }
        let local = self
            .date
            .and_time(NaiveTime::MIN)
            .checked_add_signed(TimeDelta::minutes(i64::from(minute)));
        local.map_or(i64::MAX, |local| seconds_of(self.zone, local))
    }

    /// The spans as instants, in order, disjoint and not before `after`, the end of the span that came last; one that a
    /// clock change leaves without time is dropped.
    pub(crate) fn spans(self, spans: &[Span], mut after: i64) -> impl Iterator<Item = (i64, i64)> {
        let instants = move |span: &Span| (self.at(span.start), self.at(span.end));
        // Office hours inside a skipped hour move an hour later and may overlap those that follow.
        let (plain, moved) = if self.uniform.is_some() {
            (spans, Vec::new())
        } else {
            (&[][..], joined(spans.iter().map(instants).collect()))
        };
        plain
            .iter()
            .map(instants)
            .chain(moved)
            .filter_map(move |(start, end)| {
                let start = start.max(after);
                after = after.max(end);
                (start < end).then_some((start, end))
            })
    }
}

/// The time on the wall clock at an instant.
pub(crate) fn local(zone: Tz, at: i64) -> NaiveDateTime {
    naive(at.saturating_add(offset_at(zone, at)))
}

/// The instant of a time on the wall clock: in a gap as much later as the gap is long, the first of two.
pub(crate) fn seconds_of(zone: Tz, local: NaiveDateTime) -> i64 {
    let naive = local.and_utc().timestamp();
    let east = |offset: <Tz as TimeZone>::Offset| i64::from(offset.fix().local_minus_utc());
    match zone.offset_from_local_datetime(&local) {
        MappedLocalTime::Single(offset) => naive - east(offset),
        MappedLocalTime::Ambiguous(one, other) => naive - east(one).max(east(other)),
        // The offset of the day before held until the gap.
        MappedLocalTime::None => {
            let day_before = naive - 86_400;
            naive - offset_at(zone, day_before - offset_at(zone, day_before))
        }
    }
}

/// An instant of whole seconds; beyond what can be written, the nearest that can.
pub(crate) fn instant_of(at: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(at, 0).unwrap_or(if at < 0 {
        DateTime::<Utc>::MIN_UTC
    } else {
        DateTime::<Utc>::MAX_UTC
    })
}

/// Seconds east of Greenwich at an instant.
fn offset_at(zone: Tz, at: i64) -> i64 {
    let offset = zone.offset_from_utc_datetime(&naive(at));
    i64::from(offset.fix().local_minus_utc())
}

fn naive(at: i64) -> NaiveDateTime {
    instant_of(at).naive_utc()
}
