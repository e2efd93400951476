//! Which period is meant by "before the original deadline ends": the nearest of the round as it stood when the cause arose,
//! the charter's before the law's.

use super::*;
use crate::domain::charter::{MetBy, Promise, Start, Trigger};

/// The desk of koreha, whose answer to a letter is due after that many days, and after others by a second promise.
fn desk(first: &str, second: Option<(&str, Trigger)>) -> Bench {
    let mut bench = Bench::new("koreha");
    let promises = &mut bench.charter.promises;
    let mut replies = promises.iter_mut();
    let reply = replies.find(|one| one.id == "koreha.paper.reply").unwrap();
    reply.limit = first.parse().ok();
    let reply = reply.clone();
    if let Some((limit, trigger)) = second {
        let replaces = (trigger == Trigger::ReviewNeeded).then(|| reply.id.clone());
        promises.push(Promise {
            id: "second".into(),
            limit: limit.parse().ok(),
            starts: vec![Start {
                trigger,
                of: Vec::new(),
                happened: None,
            }],
            replaces,
            ..reply
        });
    }
    bench
}

fn letter(bench: &Bench) -> Case {
    let mut intake = Intake::new(Channel::Post, "question");
    intake.title = text("지원 대상");
    bench.receive(&intake, "2026-11-02 10:00")
}

fn need() -> Command {
    Command::Timing(Timing::NeedExtension {
        reason: ExtensionReason::Cooperation,
        text: text("부서 협의"),
    })
}

/// The day before whose end the interim reply is due.
fn original(bench: &Bench, case: &Case) -> String {
    bench.due(case, "koreha.paper.interim").0
}

/// A letter of Mon 2026-11-02: 3 days end with Wed 04, 7 with Tue 10, 10 with Fri 13, 14 with Thu 19.
#[test]
fn of_two_promises_the_nearer_is_meant_and_the_law_only_where_there_is_none() {
    for (first, second, day) in [
        ("10 days", "7 days", "2026-11-10"),
        ("7 days", "10 days", "2026-11-10"),
        ("14 days", "10 days", "2026-11-13"),
    ] {
        let bench = desk(first, Some((second, Trigger::Received)));
        let mut case = letter(&bench);
        bench.run(&mut case, "2026-11-03 10:00", &need()).unwrap();
        assert_eq!(original(&bench, &case), day, "{first}, {second}");
    }
    // The law gives a question 7 days: the charter's fourteen are meant all the same.
    let bench = desk("14 days", None);
    let mut case = letter(&bench);
    bench.run(&mut case, "2026-11-03 10:00", &need()).unwrap();
    assert_eq!(original(&bench, &case), "2026-11-19");
}

/// What a review replaces is not meant any more from the moment of the review on: 14 days from Tue 03 end with Fri 20.
#[test]
fn a_period_that_was_replaced_is_meant_by_causes_before_that_alone() {
    let review = Command::Handling(Handling::NeedReview);
    let bench = desk("7 days", Some(("14 days", Trigger::ReviewNeeded)));
    for (reviewed, caused, day) in [
        ("2026-11-03 09:00", "2026-11-03 10:00", "2026-11-20"),
        ("2026-11-03 10:00", "2026-11-03 10:00", "2026-11-20"),
        ("2026-11-03 11:00", "2026-11-03 10:00", "2026-11-10"),
    ] {
        let mut case = letter(&bench);
        let mut acts = [(reviewed, &review), (caused, &need())];
        acts.sort_by_key(|(at, _)| *at);
        for (now, command) in acts {
            bench.run(&mut case, now, command).unwrap();
        }
        assert_eq!(original(&bench, &case), day, "{reviewed}");
    }
}

/// What was fulfilled before the cause arose ends nothing any more.
#[test]
fn a_period_that_was_fulfilled_before_the_cause_is_not_meant() {
    let mut bench = desk("7 days", Some(("10 days", Trigger::Received)));
    let mut promises = bench.charter.promises.iter_mut();
    let first = promises.find(|one| one.id == "koreha.paper.reply");
    first.unwrap().met_by = vec![MetBy::Action];
    let act = Command::Handling(Handling::Action {
        text: text("조치"),
        prevents: false,
    });
    for (acted, caused, day) in [
        ("2026-11-03 09:00", "2026-11-03 10:00", "2026-11-13"),
        ("2026-11-03 11:00", "2026-11-03 10:00", "2026-11-10"),
    ] {
        let mut case = letter(&bench);
        let mut acts = [(acted, &act), (caused, &need())];
        acts.sort_by_key(|(at, _)| *at);
        for (now, command) in acts {
            bench.run(&mut case, now, command).unwrap();
        }
        assert_eq!(original(&bench, &case), day, "{acted}");
    }
}
