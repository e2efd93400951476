//! What is wrong with a matter as it was typed.

use super::Intake;
use crate::domain::{
    charter::{Channel, Charter, Detail},
    guide,
    holidays::YEARS,
    input::{Shape, TEXT_MAX, TITLE_MAX, clean, fault, local},
    party::Field,
    refusal::{FieldFault, ValueFault},
};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};

impl Intake {
    /// The intake with every text in one form.
    #[must_use]
    pub fn clean(&self) -> Self {
        Self {
            title: clean(&self.title),
            body: clean(&self.body),
            party: self.party.clean(),
            ..self.clone()
        }
    }

    /// Every fault of a cleaned intake under a charter at `now`.
    pub fn faults(&self, charter: &Charter, now: DateTime<Utc>) -> Vec<FieldFault> {
        let mut found = Vec::new();
        let mut add = |field, fault: Option<ValueFault>| {
            found.extend(fault.map(|fault| FieldFault { field, fault }));
        };
        add(Field::Channel, not_among(self.channel, &charter.channels));
        add(
            Field::Category,
            charter.category(&self.category).is_none().then(|| {
                let allowed = charter
                    .categories
                    .iter()
                    .map(|category| category.id.clone())
                    .collect();
                ValueFault::NotAllowed {
                    given: self.category.clone(),
                    allowed,
                }
            }),
        );
        add(
            Field::Title,
            fault(&self.title, true, Shape::Line(TITLE_MAX)),
        );
        add(
            Field::Body,
            fault(&self.body, false, Shape::Lines(TEXT_MAX)),
        );
        let misconduct = self
            .misconduct
            .filter(|one| !Detail::MISCONDUCT.contains(one));
        add(
            Field::Misconduct,
            misconduct.map(|one| ValueFault::NotAllowed {
                given: one.id().to_owned(),
                allowed: Detail::MISCONDUCT
                    .iter()
                    .map(|one| one.id().to_owned())
                    .collect(),
            }),
        );
        let unknown = guide::parse_items(charter, self.channel, &self.ticked).err();
        add(
            Field::Items,
            unknown.map(|(given, allowed)| ValueFault::NotAllowed { given, allowed }),
        );
        let reach = |time: Option<DateTime<Utc>>| time.and_then(|time| reach(charter, time, now));
        add(Field::Arrived, reach(self.arrived_at));
        add(Field::Received, reach(self.received_at));
        if let (Some(arrived), Some(received)) = (self.arrived_at, self.received_at) {
            let earliest = local(charter, arrived);
            add(
                Field::Received,
                (received < arrived).then_some(ValueFault::Before { earliest }),
            );
        }
        found.extend(self.party.faults());
        found
    }
}

/// What is wrong with a time at which something came in.
fn reach(charter: &Charter, time: DateTime<Utc>, now: DateTime<Utc>) -> Option<ValueFault> {
    if time > now {
        return Some(ValueFault::Future);
    }
    // No deadline can be counted before the first year whose holidays are known.
    let first = NaiveDate::from_ymd_opt(*YEARS.start(), 1, 1)?.and_time(NaiveTime::MIN);
    let first = charter.office.zone.from_local_datetime(&first).earliest()?;
    (time < first).then(|| ValueFault::Before {
        earliest: first.fixed_offset(),
    })
}

fn not_among(channel: Channel, allowed: &[Channel]) -> Option<ValueFault> {
    (!allowed.contains(&channel)).then(|| ValueFault::NotAllowed {
        given: channel.id().to_owned(),
        allowed: allowed.iter().map(|one| one.id().to_owned()).collect(),
    })
}
