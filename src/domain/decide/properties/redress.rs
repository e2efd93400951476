//! What a clerk may do about misconduct, delays and visits, for the properties.

use super::*;
use crate::domain::{
    charter::{Detail, Happened},
    command::{Appointment, Redress},
};

/// What is done about misconduct and delay.
pub(super) fn made_up_for() -> impl Strategy<Value = Command> {
    let officer = || "담당".to_owned();
    let day = |days| NaiveDate::from_ymd_opt(2026, 2, 1).unwrap() + Days::new(days);
    prop_oneof![
        4 => (select(Detail::ALL), prop::option::of(select(Happened::ALL)), text()).prop_map(
            |(detail, happened, text)| Redress::ReportMisconduct { detail, happened, text }
        ),
        1 => (text(), any::<bool>(), any::<bool>())
            .prop_map(|(text, told, unfounded)| Redress::CheckFacts { text, told, unfounded }),
        1 => (text(), 0_u64..60).prop_map(move |(text, days)| Redress::ApologisePublicly {
            text,
            published: day(days)
        }),
        1 => text().prop_map(move |text| Redress::Train { officer: officer(), text }),
        1 => text().prop_map(move |text| Redress::Caution {
            department: "부서".to_owned(),
            officer: officer(),
            text
        }),
        1 => text().prop_map(|text| Redress::Compensate { text }),
        3 => Just(Redress::ConfirmOverdue),
        3 => (text(), 0_u64..120).prop_map(move |(text, days)| Redress::ExplainDelay {
            text,
            until: day(days)
        }),
        2 => text().prop_map(|text| Redress::DemandCorrection { text }),
        2 => text().prop_map(|text| Redress::Remind { text }),
        2 => text().prop_map(|text| Redress::NoteImprovement { text }),
    ]
    .prop_map(Command::Redress)
}

/// What is done about a visit.
pub(super) fn visit() -> impl Strategy<Value = Command> {
    prop_oneof![
        3 => (0_i64..100_000, text())
            .prop_map(|(minute, purpose)| Appointment::Appoint { at: start(minute), purpose }),
        2 => (0_i64..100_000).prop_map(|minute| Appointment::Move { at: start(minute) }),
        1 => Just(Appointment::Keep),
        2 => text().prop_map(|text| Appointment::Announce { text }),
    ]
    .prop_map(Command::Visit)
}
