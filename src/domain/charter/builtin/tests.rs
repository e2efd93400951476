//! The charters that come with the program, beside the ledger they are made from.

use super::*;
use crate::{
    domain::charter::{CaseKind, Promise, PromiseKind, Topic},
    words::Lang,
};
use std::collections::{BTreeMap, HashSet};

/// What the published charters promise: id, charter, kind, channel, trigger, limit, count, default, duty.
const LEDGER: &str = include_str!("../../../../tests/ledger.tsv");

fn read(id: &str) -> Charter {
    match builtin(id).expect("the id is known") {
        Ok(charter) => charter,
        Err(errors) => {
            let lines: Vec<String> = errors.iter().map(|error| error.at(id, Lang::En)).collect();
            panic!("{}", lines.join("\n"));
        }
    }
}

fn all() -> [Charter; 5] {
    BUILTIN.map(|(id, _)| read(id))
}

/// A promise in the columns of the ledger.
fn row(charter: &str, promise: &Promise) -> String {
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let channels: Vec<&str> = promise
        .channels
        .iter()
        .map(|channel| channel.id())
        .collect();
    let duty = promise.duty.as_ref().map(|duty| {
        let every = duty.every.map_or("dated", |every| every.id());
        match duty.by {
            Some((month, day)) => format!("{every} {month:02}-{day:02}"),
            None => every.to_owned(),
        }
    });
    let calm = matches!(promise.kind, PromiseKind::Duty);
    let any = if calm { "-" } else { "any" };
    [
        promise.id.clone(),
        charter.to_owned(),
        promise.kind.to_string(),
        if channels.is_empty() {
            any.to_owned()
        } else {
            channels.join(",")
        },
        or_dash(promise.trigger_text()),
        or_dash(promise.limit.map(|limit| limit.to_string())),
        or_dash(promise.count.map(|count| count.to_string())),
        if promise.by_default { "default" } else { "-" }.to_owned(),
        or_dash(duty),
    ]
    .join("\t")
}

#[test]
fn every_row_of_the_ledger_is_a_promise_and_no_other() {
    let mut rows: BTreeMap<String, String> = BTreeMap::new();
    for charter in all() {
        for promise in &charter.promises {
            // The ledger holds the survey as one row; what follows from it is opened by it.
            if promise
                .duty
                .as_ref()
                .is_none_or(|duty| duty.after.is_none())
            {
                rows.insert(promise.id.clone(), row(&charter.id, promise));
            }
        }
    }
    let ledger: Vec<&str> = LEDGER.lines().skip(1).collect();
    assert_eq!(ledger.len(), 137);
    for expected in ledger {
        let id = expected.split('\t').next().unwrap_or_default();
        assert_eq!(rows.remove(id).as_deref(), Some(expected));
    }
    assert!(rows.is_empty(), "not in the ledger: {rows:?}");
}

#[test]
fn the_survey_of_wonju_opens_two_duties_in_turn() {
    let wonju = read("wonju");
    for (id, after, limit) in [
        ("wonju.survey.publish", "wonju.survey", "1 month"),
        ("wonju.survey.plan", "wonju.survey.publish", "3 months"),
    ] {
        let promise = wonju.promise(id).expect("a promise");
        let duty = promise.duty.as_ref().expect("a duty");
        assert_eq!(duty.after.as_deref(), Some(after));
        assert_eq!(
            promise.limit.map(|limit| limit.to_string()).as_deref(),
            Some(limit)
        );
    }
}

#[test]
fn the_name_table_says_what_the_charters_say() {
    assert_eq!(BUILTIN.map(|(id, _)| id), BUILTIN_NAMES.map(|(id, _)| id));
    for (id, name) in BUILTIN_NAMES {
        let charter = read(id);
        assert_eq!(charter.id, id);
        assert_eq!(
            (charter.name.ko.as_str(), charter.name.en.as_str()),
            (name.ko, name.en)
        );
    }
    assert!(builtin("jnd").is_none());
}

#[test]
fn every_guide_has_something_to_say_or_to_check() {
    for charter in all() {
        let spoken: HashSet<&str> = charter
            .scripts
            .iter()
            .map(|script| script.promise.as_str())
            .collect();
        for promise in charter
            .promises
            .iter()
            .filter(|promise| promise.kind == PromiseKind::Guide)
        {
            assert!(spoken.contains(promise.id.as_str()), "{}", promise.id);
        }
    }
}

#[test]
fn the_same_words_choose_a_category_in_every_charter() {
    for charter in all() {
        for (id, kind, topic) in [
            ("complaint", CaseKind::Grievance, Topic::Complaint),
            ("discourtesy", CaseKind::Grievance, Topic::Discourtesy),
            ("suggestion", CaseKind::Proposal, Topic::Suggestion),
            ("question", CaseKind::InquiryProcedure, Topic::Question),
            ("praise", CaseKind::NotAPetition, Topic::Praise),
        ] {
            let category = charter.category(id).expect(id);
            assert_eq!(category.kind, kind, "{} {id}", charter.id);
            assert!(category.topics.contains(&topic), "{} {id}", charter.id);
            assert!(charter.counter_of(id).is_some(), "{} {id}", charter.id);
        }
        assert_eq!(
            charter
                .counters
                .iter()
                .filter(|counter| counter.assistance)
                .count(),
            1,
            "{}",
            charter.id
        );
    }
}

/// What earlier editions came with: it is read, and the corrected text is offered in its place.
#[test]
fn earlier_texts_are_read_and_offered_the_corrected_one() {
    for (id, text) in [
        (
            "jndc",
            include_str!("../../../../tests/charters/jndc-1.toml"),
        ),
        ("kpf", include_str!("../../../../tests/charters/kpf-1.toml")),
        (
            "koreha",
            include_str!("../../../../tests/charters/koreha-1.toml"),
        ),
        (
            "gbvc",
            include_str!("../../../../tests/charters/gbvc-1.toml"),
        ),
        (
            "wonju",
            include_str!("../../../../tests/charters/wonju-1.toml"),
        ),
    ] {
        let charter = parse(text).unwrap_or_else(|errors| panic!("{id}: {errors:?}"));
        assert_eq!(charter.id, id);
        assert_eq!(corrected(text), Some(id));
        let with = crate::domain::charter::ladder::with_ladder(&charter, text, "규정");
        assert_eq!(corrected(&with), Some(id), "with a ladder of the house");
        assert_eq!(corrected(&text.replacen("officer", "# officer", 1)), None);
        assert_eq!(corrected(builtin_text(id).expect("known")), None);
    }
}
