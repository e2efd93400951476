//! How long: extensions, stops, and periods that begin anew.

use super::*;
use crate::domain::refusal::SupplementRefusal;

#[test]
fn an_extension_is_once_at_most_the_period_and_a_second_time_with_consent() {
    let bench = Bench::new("gbvc");
    let mut case = bench.complaint("2026-11-02 10:00");
    let now = "2026-11-03 10:00";
    assert_eq!(
        bench.run(&mut case, now, &extend(8, false)),
        Err(Refusal::ExtensionTooLong { most: 7 })
    );
    bench.run(&mut case, now, &extend(7, false)).unwrap();
    assert_eq!(bench.due(&case, "act.grievance").0, "2026-11-19");
    assert_eq!(
        bench.run(&mut case, now, &extend(7, false)),
        Err(Refusal::ConsentNeeded)
    );
    bench.run(&mut case, now, &extend(7, true)).unwrap();
    assert_eq!(bench.due(&case, "act.grievance").0, "2026-11-30");
    assert_eq!(
        bench.run(&mut case, now, &extend(7, true)),
        Err(Refusal::NoThirdExtension)
    );
    let last = case
        .announced
        .iter()
        .rev()
        .find(|(_, told)| told.promise == "act.grievance")
        .unwrap();
    assert_eq!(last.1.date.to_string(), "2026-11-30");
}

#[test]
fn an_extension_after_the_end_comes_too_late() {
    let bench = Bench::new("gbvc");
    let mut case = bench.complaint("2026-11-02 10:00");
    assert_eq!(
        bench.run(&mut case, "2026-11-11 10:00", &extend(7, false)),
        Err(Refusal::TooLateToExtend)
    );
}

#[test]
fn a_supplement_stops_the_clock_for_whole_days() {
    let bench = Bench::new("gbvc");
    let mut case = bench.complaint("2026-11-02 10:00");
    let until = NaiveDate::from_ymd_opt(2026, 11, 13).unwrap();
    let ask = Command::Supplement(Supplement::Request {
        text: "위치도".into(),
        until,
    });
    bench.run(&mut case, "2026-11-04 09:30", &ask).unwrap();
    let found = deadlines(&case, &bench.charter, &bench.calendars).unwrap();
    let stopped = found
        .iter()
        .find(|deadline| deadline.promise == "act.grievance")
        .unwrap();
    assert_eq!(
        stopped.state,
        crate::domain::deadline::State::Paused(crate::domain::deadline::Left::Days(5))
    );
    assert_eq!(
        bench.run(&mut case, "2026-11-05 09:30", &ask),
        Err(Refusal::Supplement(SupplementRefusal::Asked {
            last: until,
            from: NaiveDate::from_ymd_opt(2026, 11, 14).unwrap(),
        }))
    );
    bench
        .run(
            &mut case,
            "2026-11-10 15:00",
            &Command::Supplement(Supplement::Receive),
        )
        .unwrap();
    assert_eq!(
        bench.due(&case, "act.grievance"),
        (text("2026-11-17"), Status::Running)
    );
    assert_eq!(bench.due(&case, "act.supplement").1, Status::Met);
    assert_eq!(
        bench.run(
            &mut case,
            "2026-11-10 15:00",
            &Command::Supplement(Supplement::Receive)
        ),
        Err(Refusal::Supplement(SupplementRefusal::NotAsked))
    );
}

#[test]
fn a_stop_ends_only_by_what_it_waits_for() {
    let bench = Bench::new("gbvc");
    let mut case = bench.complaint("2026-11-02 10:00");
    let day = "2026-11-04 09:30";
    let ask = |until: &str| {
        Command::Supplement(Supplement::Request {
            text: "위치도".into(),
            until: until.parse().unwrap(),
        })
    };
    let send_back = Command::Exit(Exit::Return {
        text: "보완하지 않음".into(),
    });
    assert!(matches!(
        bench.run(&mut case, day, &ask("2026-11-03")),
        Err(Refusal::Fields(faults)) if matches!(faults[0].fault, ValueFault::Before { .. })
    ));
    let suspend = Command::Timing(Timing::Suspend {
        reason: crate::domain::fact::SuspensionReason::Post,
        text: "우편".into(),
    });
    bench.run(&mut case, day, &suspend).unwrap();
    for command in [&Command::Supplement(Supplement::Receive), &send_back] {
        assert_eq!(
            bench.run(&mut case, day, command),
            Err(Refusal::NoSupplement)
        );
    }
    bench
        .run(&mut case, day, &Command::Timing(Timing::Resume))
        .unwrap();
    bench.run(&mut case, day, &ask("2026-11-04")).unwrap();
    assert_eq!(
        bench.run(&mut case, day, &Command::Timing(Timing::Resume)),
        Err(Refusal::SupplementAwaited)
    );
}

#[test]
fn a_case_taken_up_again_has_a_period_of_its_own() {
    let bench = Bench::new("gbvc");
    let mut case = bench.complaint("2026-11-02 10:00");
    bench.run(&mut case, "2026-11-03 10:00", &answer()).unwrap();
    bench.tell(&mut case, at("2026-11-03 10:00"));
    bench
        .run(
            &mut case,
            "2026-11-09 10:00",
            &Command::Exit(Exit::Reopen {
                cause: ReopenCause::Review,
                text: "미조치".into(),
            }),
        )
        .unwrap();
    assert_eq!(case.stage, Stage::Received);
    assert_eq!(
        bench.due(&case, "gbvc.opinion.result"),
        (text("2026-11-17"), Status::Running)
    );
    bench.run(&mut case, "2026-11-10 10:00", &answer()).unwrap();
    bench.tell(&mut case, at("2026-11-10 10:00"));
    let found = deadlines(&case, &bench.charter, &bench.calendars).unwrap();
    let results = found
        .iter()
        .filter(|one| one.promise == "gbvc.opinion.result");
    assert!(
        results
            .clone()
            .all(|deadline| deadline.status(case.last_at) == Status::Met),
        "{found:?}"
    );
    assert_eq!(results.count(), 2);
}

#[test]
fn what_waits_to_be_accepted_has_eight_working_hours() {
    let bench = Bench::new("koreha");
    let mut intake = Intake::new(Channel::Web, "question");
    intake.title = "신청 방법".into();
    intake.arrived_at = Some(at("2026-11-06 22:00"));
    let mut case = bench.receive(&intake, "2026-11-07 09:00");
    assert_eq!(
        (case.stage, bench.due(&case, "act.accept").0),
        (Stage::Arrived, text("2026-11-09"))
    );
    assert_eq!(
        bench.run(&mut case, "2026-11-09 09:10", &answer()),
        Err(Refusal::NotAccepted)
    );
    bench
        .run(
            &mut case,
            "2026-11-09 09:10",
            &Command::Handling(Handling::Accept),
        )
        .unwrap();
    assert_eq!(bench.due(&case, "act.accept").1, Status::Met);
    assert_eq!(
        bench.due(&case, "koreha.web.reply"),
        (text("2026-11-17"), Status::Running)
    );
}
