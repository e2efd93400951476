//! Faults of an intake as it was typed.

use super::Intake;
use crate::domain::{
    charter::{CaseKind, Charter, Detail},
    guide,
    holidays::YEARS,
    input::{Shape, TEXT_MAX, TITLE_MAX, clean, fault, local},
    limit::Limit,
    party::Field,
    refusal::{FieldFault, ValueFault},
};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};

impl Intake {
    /// The intake with every text normalised.
    #[must_use]
    pub fn clean(&self) -> Self {
        Self {
            title: clean(&self.title),
            body: clean(&self.body),
            party: self.party.clean(),
            period: clean(&self.period),
            ..self.clone()
        }
    }

    /// Every fault of a cleaned intake under a charter at `now`.
    pub fn faults(&self, charter: &Charter, now: DateTime<Utc>) -> Vec<FieldFault> {
        let mut found = Vec::new();
        let mut add = |field, fault: Option<ValueFault>| {
            found.extend(fault.map(|fault| FieldFault { field, fault }));
        };
        let channels = charter.channels.iter().map(|channel| channel.id());
        add(
            Field::Channel,
            ValueFault::not_among(self.channel.id(), channels),
        );
        add(Field::Category, self.category_fault(charter));
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
        found.extend(self.petitioner.faults(&self.party));
        found.extend(self.period(charter).err().map(|fault| FieldFault {
            field: Field::HandlingPeriod,
            fault,
        }));
        found
    }

    /// True where nobody is known to have brought it (decree art. 2).
    pub(in crate::domain) fn is_anonymous(&self) -> bool {
        let unnamed = self.party.name.is_empty() && self.party.behalf.organisation.is_empty();
        self.anonymous || (unnamed && !self.petitioner.identifiable)
    }

    /// The period that was given for a statutory petition; `None` where that of its category holds.
    pub(in crate::domain) fn period(&self, charter: &Charter) -> Result<Option<Limit>, ValueFault> {
        let category = charter.category(&self.category);
        let kind = self.kind.or(category.map(|category| category.kind));
        let given = self.period.as_str();
        if kind != Some(CaseKind::Statutory) {
            return match given {
                "" => Ok(None),
                _ => Err(ValueFault::OnlyStatutory),
            };
        }
        if given.is_empty() {
            let known = category.and_then(|category| category.statutory_limit);
            let table = charter.statutory.iter().map(|matter| matter.id.clone());
            return match known {
                Some(_) => Ok(None),
                None => Err(ValueFault::PeriodNeeded {
                    table: table.collect(),
                }),
            };
        }
        let mut table = charter.statutory.iter();
        match table.find(|matter| matter.id == given) {
            Some(matter) => Ok(Some(matter.limit)),
            None => given
                .parse()
                .map(Some)
                .map_err(|_no_limit| ValueFault::Form),
        }
    }

    /// The fault of a category that the charter does not have.
    pub(in crate::domain) fn category_fault(&self, charter: &Charter) -> Option<ValueFault> {
        let known = charter.categories.iter();
        ValueFault::not_among(&self.category, known.map(|category| category.id.as_str()))
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
