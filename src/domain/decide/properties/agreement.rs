//! `check` refuses what `decide` refuses however the form is filled in, and nothing else.

use super::*;
use crate::{
    domain::{
        command::{ActionKind, Slot, Takes, Values},
        notice::{NoticeKind, Recipient, notices},
    },
    words::Lang,
};

/// What can be put into a slot, so that something of it fits wherever anything does.
fn fitting(case: &Case, slot: &Slot, context: &Context<'_>) -> Vec<String> {
    let today = input::local(context.charter, context.at).date_naive();
    match slot.takes {
        Takes::Word(words) => words(Lang::En)
            .into_iter()
            .map(|word| word.id.to_owned())
            .collect(),
        Takes::Mark => vec![String::new(), Values::YES.to_owned()],
        Takes::Days | Takes::Count | Takes::Fact => vec!["1".to_owned()],
        Takes::Day => {
            let asked = case.awaited().map_or(today, |demand| demand.until);
            let later = (1..15).map(|days| asked + Days::new(days));
            let days = [today, today + Days::new(1)].into_iter().chain(later);
            days.map(|day| day.to_string()).collect()
        }
        Takes::Moment => [24, 25]
            .map(|hours| (context.now + TimeDelta::hours(hours)).to_rfc3339())
            .to_vec(),
        Takes::Case(_) => context
            .related
            .iter()
            .map(|other| other.number.to_string())
            .collect(),
        Takes::Name if slot.field == Field::Items => {
            let items = guide::checklist(context.charter).into_iter();
            let items: Vec<String> = items.map(|(item, _)| item.to_string()).collect();
            vec![items.join(",")]
        }
        Takes::Name if slot.field == Field::Officer => vec!["kim".to_owned()],
        Takes::Name => {
            let asked = case.consulting().next().map(str::to_owned);
            let counters = context.charter.counters.iter();
            let counters = counters.map(|counter| counter.department.clone());
            let known = std::iter::once("고객지원팀".to_owned()).chain(counters);
            asked.into_iter().chain(known).collect()
        }
        Takes::Text => vec!["내용".to_owned()],
    }
}

/// One value put right at a time, on each account.
fn amendments(case: &Case, context: &Context<'_>) -> Vec<Values> {
    let (causes, slots) = ActionKind::Amend.slots().split_first().unwrap();
    let mut filled = Vec::new();
    for cause in fitting(case, causes, context) {
        for slot in slots {
            let known = match slot.field {
                Field::Category => context
                    .charter
                    .categories
                    .iter()
                    .map(|one| one.id.clone())
                    .collect(),
                Field::Phone => vec!["010-0000-7777".to_owned()],
                Field::Email => vec!["kim@example.org".to_owned()],
                _ => fitting(case, slot, context),
            };
            for value in known {
                let values = [(causes.field, cause.clone()), (slot.field, value)];
                filled.push(values.into_iter().collect());
            }
        }
    }
    filled
}

fn commands(case: &Case, kind: ActionKind, context: &Context<'_>) -> Vec<Command> {
    let zone = context.charter.office.zone;
    if kind == ActionKind::Amend {
        let filled = amendments(case, context);
        return filled
            .iter()
            .filter_map(|it| kind.command(it, zone).ok())
            .collect();
    }
    let mut filled = vec![Values::default()];
    for slot in kind.slots() {
        let values = fitting(case, slot, context);
        filled = filled
            .iter()
            .flat_map(|so_far| {
                values.iter().map(|value| {
                    let mut next = so_far.clone();
                    next.set(slot.field, value.as_str());
                    next
                })
            })
            .collect();
    }
    let commands = filled.iter().filter_map(|it| kind.command(it, zone).ok());
    commands.collect()
}

/// The actions that can be carried out; every other is refused by both for the same reason.
pub(in crate::domain::decide) fn possible(case: &Case, context: &Context<'_>) -> Vec<ActionKind> {
    let mut found = Vec::new();
    for kind in ActionKind::ALL {
        let decided: Vec<_> = commands(case, *kind, context)
            .iter()
            .map(|command| {
                assert_eq!(command.kind(), *kind);
                decide(case, command, context)
            })
            .collect();
        match check(case, *kind, context) {
            // Whether a fact can be struck out depends on which.
            Ok(()) if *kind == ActionKind::Revoke => found.push(*kind),
            Ok(()) => {
                let facts = decided.iter().flatten().flatten();
                let told: Vec<_> = facts
                    .map(|fact| {
                        let called = notices(fact, &case.intake);
                        let mut told = called.iter();
                        let told = told.find(|one| one.recipient == Recipient::Complainant);
                        told.map(|notice| notice.kind)
                    })
                    .collect();
                assert!(!told.is_empty(), "{kind}: {decided:?}");
                let tells = kind.tells().filter(|_| case.intake.medium().is_some());
                // A correction is told where what it corrects was; what is put right, where a date or the kind changes.
                let fits = |told: &NoticeKind| match kind {
                    ActionKind::Correct => *told == NoticeKind::Correction,
                    ActionKind::Amend => *told == NoticeKind::Amendment,
                    _ => false,
                };
                let all = told
                    .iter()
                    .all(|told| *told == tells || told.as_ref().is_some_and(fits));
                assert!(all, "{kind}: {told:?}");
                found.push(*kind);
            }
            Err(refusal) => {
                let refused = decided.iter().all(|it| *it == Err(refusal.clone()));
                assert!(refused, "{kind}: {refusal:?}, {decided:?}");
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_can_be_done_is_asked_as_it_is_decided(
        (charter, intake, minute) in intake(),
        turns in vec(turn(), 0..25),
        (role, later) in (select(Role::ALL), 0_i64..20_000),
        signs in select(&[Some(true), Some(false), None]),
    ) {
        let mut watch = watch(charter, &intake, minute);
        for (later, turn) in &turns {
            watch.turn(*later, turn)?;
        }
        let calendars = watch.calendars();
        let now = watch.now.max(watch.case.last_at) + TimeDelta::minutes(later);
        let mut related = related();
        // However many bring it together, it may go into this one.
        related.push(RelatedCase { number: number(4), stage: Stage::Received, mistaken: false, department: String::new(), told_at: None, people: u32::MAX, persons: 5, step: 0, sameness: None });
        let mut signer = sample_staff();
        if signs == Some(false) {
            signer.phone.clear();
        }
        let context = Context {
            charter: watch.charter,
            charter_version: 1,
            calendars: &calendars,
            at: now,
            now,
            late_reason: "",
            by: "kim",
            role,
            signer: signs.map(|_| &signer),
            history: &watch.facts,
            related: &related,
            person: None,
            staff: &[sample_staff()],
        };
        possible(&watch.case, &context);
    }
}
