//! What a clerk may put right, for the properties.

use super::*;
use crate::domain::{
    charter::{CaseKind, Happened},
    command::Amend,
    fact::AmendCause,
};

/// One value put right, sound or not.
pub(super) fn put_right() -> impl Strategy<Value = Command> {
    let nothing = || Amend::new(AmendCause::Slip);
    let text = |texts: &'static [&'static str]| select(texts).prop_map(str::to_owned);
    let cause = select(AmendCause::ALL);
    let one = prop_oneof![
        text(&["다른 제목", "제목", " "]).prop_map(move |title| Amend {
            title: Some(title),
            ..nothing()
        }),
        text(&["다른 내용", ""]).prop_map(move |body| Amend {
            body: Some(body),
            ..nothing()
        }),
        (any::<prop::sample::Index>(), 0..CHARTERS.len()).prop_map(move |(at, charter)| Amend {
            category: Some(at.get(&CHARTERS[charter].categories).id.clone()),
            ..nothing()
        }),
        select(CaseKind::ALL).prop_map(move |kind| Amend {
            kind: Some(kind),
            period: (kind == CaseKind::Statutory).then(|| "9 days".to_owned()),
            ..nothing()
        }),
        select(Channel::ALL).prop_map(move |channel| Amend {
            channel: Some(channel),
            ..nothing()
        }),
        prop::option::of(select(Happened::ALL)).prop_map(move |happened| Amend {
            happened: Some(happened),
            ..nothing()
        }),
        text(&["", "이표본", "박표본"]).prop_map(move |name| Amend {
            name: Some(name),
            ..nothing()
        }),
        text(&["", "010-0000-1111", "x"]).prop_map(move |phone| Amend {
            phone: Some(phone),
            ..nothing()
        }),
        text(&["", "lee@example.org"]).prop_map(move |email| Amend {
            email: Some(email),
            ..nothing()
        }),
        prop::option::of(0_u32..7).prop_map(move |people| Amend {
            people: Some(people),
            ..nothing()
        }),
    ];
    (cause, one).prop_map(move |(cause, one)| {
        Command::Handling(Handling::Amend(Box::new(Amend { cause, ..one })))
    })
}
