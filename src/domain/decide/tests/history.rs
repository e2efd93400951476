//! What was told when, counted by the facts: rounds, steps, results, and notices of the time before they were followed.

use super::*;
use crate::domain::{
    charter::MetBy,
    command::Redress,
    fact::Fact,
    limit::CountingRule,
    notice::{InformalReason, NoticeState},
    refusal::NoticeRefusal,
};

fn tell(bench: &Bench, case: &mut Case, now: &str, kind: NoticeKind) {
    let command = NoticeCommand::Tell {
        how: Some(NoticeWay::Document),
        text: text("통지문"),
        why: None,
        document_number: String::new(),
    };
    let key = case.last_notice(kind).unwrap();
    let fact = decide_notice(case, key, &command, &bench.context(at(now))).unwrap();
    case.apply(&fact);
}

fn newest(bench: &Bench, case: &Case, promise: &str) -> Option<Deadline> {
    let found = deadlines(case, &bench.charter, &bench.calendars).unwrap();
    found.into_iter().rev().find(|one| one.promise == promise)
}

/// Facts of a complaint that was answered on the day after it came, and closed where asked.
fn facts(bench: &Bench, intake: &Intake, now: &str, ends: bool) -> Vec<Fact> {
    let mut facts = receive(number(10), intake, &bench.context(at(now))).unwrap();
    let mut case = Case::fold(number(10), &facts).unwrap();
    let close = Command::Exit(Exit::Close {
        untold: text("기록 이전"),
    });
    let answered = answer();
    let all = [Some(&answered), ends.then_some(&close)];
    for command in all.into_iter().flatten() {
        let more = decide(&case, command, &bench.context(at("2026-11-03 10:00"))).unwrap();
        for fact in &more {
            case.apply(fact);
        }
        facts.extend(more);
    }
    facts
}

fn complaint() -> Intake {
    let mut intake = Intake::new(Channel::Phone, "complaint");
    (intake.title, intake.party.name) = (text("소음"), text("홍길동"));
    intake
}

/// Of a case that was closed when a desk began to follow its notices they count as told; of an open one they wait.
#[test]
fn notices_of_a_case_that_was_closed_before_they_were_followed_count_as_told() {
    let bench = Bench::new("gbvc");
    let state = |ends, since: &str| {
        let facts = facts(&bench, &complaint(), "2026-11-02 10:00", ends);
        let case = Case::fold_since(number(10), &facts, Some(at(since))).unwrap();
        let states: Vec<_> = case
            .notices
            .iter()
            .map(|one| case.notice_state(one))
            .collect();
        let results = newest(&bench, &case, "gbvc.opinion.result").unwrap();
        (states, results.met_at(), case.results())
    };
    let then = at("2026-11-03 10:00");
    let (waiting, before) = (NoticeState::Waiting, NoticeState::Before);
    let later = "2026-11-10 10:00";
    assert_eq!(state(true, later), (vec![before; 2], Some(then), 1));
    assert_eq!(state(false, later), (vec![waiting; 2], None, 0));
    // What is recorded at the moment from which they are followed is followed.
    let (states, told, results) = state(true, "2026-11-03 10:00");
    assert_eq!((states[1], told, results), (waiting, None, 0));
    let (states, ..) = state(true, "2026-11-02 10:00");
    assert_eq!(states, [waiting; 2]);
}

/// What came in more than thirty days before it was entered tells nobody anything.
#[test]
fn what_is_entered_as_history_calls_for_no_notice() {
    let bench = Bench::new("gbvc");
    for (came, notices) in [("2026-10-03 10:00", 2), ("2026-10-03 09:59", 0)] {
        let mut intake = complaint();
        (intake.arrived_at, intake.received_at) = (Some(at(came)), Some(at(came)));
        let facts = facts(&bench, &intake, "2026-11-02 10:00", true);
        let case = Case::fold(number(10), &facts).unwrap();
        assert_eq!(case.notices.len(), notices, "{came}");
        // Entered before a desk followed its notices, it counts as told.
        let since = Some(at("2026-11-10 10:00"));
        let case = Case::fold_since(number(10), &facts, since).unwrap();
        assert_eq!(case.results(), 1, "{came}");
    }
}

#[test]
fn a_step_is_done_with_the_last_of_its_letters() {
    let (apology, measures) = (NoticeKind::Apology, NoticeKind::Measures);
    for order in [[apology, measures], [measures, apology]] {
        let mut bench = Bench::new("gbvc");
        bench.related = vec![RelatedCase {
            number: number(3),
            stage: Stage::Closed,
            mistaken: false,
            told_at: Some(at("2026-10-02 10:00")),
            people: 1,
            persons: 0,
            step: 1,
            department: String::new(),
            sameness: None,
        }];
        let mut case = bench.complaint("2026-11-02 10:00");
        let two = Command::Ladder(Ladder::StepTwo {
            result: text("교육함"),
            apology: text("죄송합니다."),
        });
        for command in [Command::Ladder(link(3)), two] {
            bench.run(&mut case, "2026-11-03 10:00", &command).unwrap();
        }
        tell(&bench, &mut case, "2026-11-03 11:00", order[0]);
        tell(&bench, &mut case, "2026-11-03 12:00", order[1]);
        let step = newest(&bench, &case, "gbvc.step.2").unwrap();
        assert_eq!(step.met_at(), Some(at("2026-11-03 12:00")), "{order:?}");
    }
}

#[test]
fn each_result_that_was_told_counts() {
    let bench = Bench::new("gbvc");
    let mut case = bench.complaint("2026-11-02 10:00");
    let acknowledge = Command::Handling(Handling::Acknowledge);
    bench
        .run(&mut case, "2026-11-02 11:00", &acknowledge)
        .unwrap();
    bench.tell(&mut case, at("2026-11-02 11:00"));
    assert_eq!(case.results(), 0);
    bench.run(&mut case, "2026-11-03 10:00", &answer()).unwrap();
    assert_eq!(case.results(), 0, "not told yet");
    bench.tell(&mut case, at("2026-11-03 10:00"));
    assert_eq!(case.results(), 1);
    let reopen = Command::Exit(Exit::Reopen {
        cause: ReopenCause::Review,
        text: text("미조치"),
    });
    bench.run(&mut case, "2026-11-04 10:00", &reopen).unwrap();
    bench.run(&mut case, "2026-11-05 10:00", &answer()).unwrap();
    bench.tell(&mut case, at("2026-11-05 10:00"));
    assert_eq!(case.results(), 2);
}

fn refused(bench: &Bench) -> Case {
    let mut intake = Intake::new(Channel::Web, "question");
    (intake.title, intake.kind) = (text("시설 사용 허가"), Some(CaseKind::Statutory));
    intake.period = text("10 days");
    let mut case = bench.receive(&intake, "2026-11-02 10:00");
    let refuse = Command::Handling(Handling::Refuse {
        ground: text("조례 제5조"),
        remedy: text("60일 안에 이의신청"),
    });
    bench.run(&mut case, "2026-11-05 10:00", &refuse).unwrap();
    case
}

/// Act art. 35(1): sixty days from the day on which the refusal was received, here Mon 2026-11-09, to Fri 2027-01-08.
#[test]
fn the_time_to_object_begins_when_the_refusal_was_told() {
    let bench = Bench::new("gbvc");
    let mut case = refused(&bench);
    tell(&bench, &mut case, "2026-11-09 10:00", NoticeKind::Refusal);
    let object = Command::Exit(Exit::Object {
        text: text("이의")
    });
    let run = |now| bench.run(&mut case.clone(), now, &object);
    assert_eq!(run("2027-01-08 23:59"), Ok(()));
    let (limit, last) = ("60 days".parse().unwrap(), "2027-01-08".parse().unwrap());
    let late = Refusal::ObjectionTooLate { limit, last };
    assert_eq!(run("2027-01-09 00:01"), Err(late));
}

/// Only an objection to it has a refusal decided on; taken up again it has the period of its kind.
#[test]
fn a_refused_case_that_is_taken_up_again_has_its_own_period() {
    let bench = Bench::new("gbvc");
    let mut case = refused(&bench);
    let reopen = Command::Exit(Exit::Reopen {
        cause: ReopenCause::Review,
        text: text("새 자료"),
    });
    bench.run(&mut case, "2026-11-09 10:00", &reopen).unwrap();
    assert_eq!(newest(&bench, &case, "act.objection"), None);
    assert_eq!(newest(&bench, &case, "act.statutory").unwrap().nth, 1);
}

#[test]
fn progress_is_told_of_the_period_of_handling_and_not_of_the_acceptance() {
    let bench = Bench::new("gbvc");
    let mut intake = Intake::new(Channel::Web, "question");
    (intake.title, intake.kind) = (text("해석"), Some(CaseKind::InquiryLaw));
    intake.arrived_at = Some(at("2026-10-31 10:00"));
    let mut case = bench.receive(&intake, "2026-11-02 09:00");
    let accept = Command::Handling(Handling::Accept);
    for (now, command) in [
        ("2026-11-02 10:00", &accept),
        ("2026-11-03 10:00", &extend(14, false)),
    ] {
        bench.run(&mut case, now, command).unwrap();
    }
    let progress = newest(&bench, &case, "act.progress").unwrap();
    assert_eq!(progress.due.date.to_string(), "2026-12-02");
    assert_eq!(
        (&*progress.met_by, progress.settled_at),
        (&[MetBy::InterimReply][..], None)
    );
    let interim = Command::Timing(Timing::ReplyInterim {
        text: text("검토 중"),
    });
    bench.run(&mut case, "2026-12-01 10:00", &interim).unwrap();
    bench.tell(&mut case, at("2026-12-01 11:00"));
    let progress = newest(&bench, &case, "act.progress").unwrap();
    assert_eq!(progress.settled_at, Some(at("2026-12-01 11:00")));
}

/// An inquiry on law of Mon 2026-11-02 with 9 more days ends with Wed 12-02, as its thirty days do: nothing is told on the way.
#[test]
fn what_ends_with_the_thirtieth_day_owes_no_notice_of_progress() {
    let bench = Bench::new("gbvc");
    let mut intake = Intake::new(Channel::Web, "question");
    (intake.title, intake.kind) = (text("해석"), Some(CaseKind::InquiryLaw));
    for (days, owed) in [(9, false), (10, true)] {
        let mut case = bench.receive(&intake, "2026-11-02 10:00");
        bench
            .run(&mut case, "2026-11-03 10:00", &extend(days, false))
            .unwrap();
        assert_eq!(
            newest(&bench, &case, "act.progress").is_some(),
            owed,
            "{days}"
        );
    }
}

/// The three days of a question of Mon 2026-11-02 10:00 end on Thu 05 at 10:00; replaced at that second they are not missed.
#[test]
fn what_is_replaced_at_its_last_second_was_not_missed() {
    let bench = Bench::new("jndc");
    let mut intake = Intake::new(Channel::Web, "question");
    (intake.title, intake.party.name) = (text("분양 일정"), text("홍길동"));
    let review = Command::Handling(Handling::NeedReview);
    for (now, status) in [
        ("2026-11-05 10:00", Status::Void),
        ("2026-11-05 10:01", Status::Missed),
    ] {
        let mut case = bench.receive(&intake, "2026-11-02 10:00");
        bench.run(&mut case, now, &review).unwrap();
        let query = newest(&bench, &case, "jndc.web.query").unwrap();
        assert_eq!(query.status(at(now)), status, "{now}");
    }
}

/// Act art. 35(2): the decision on an objection is told in writing, whatever the consent; another result is not.
#[test]
fn the_decision_on_an_objection_is_told_in_writing() {
    let bench = Bench::new("gbvc");
    let by_mail = |case: &Case| {
        let command = NoticeCommand::Tell {
            how: Some(NoticeWay::Mail),
            text: text("결정"),
            why: Some(InformalReason::Consent),
            document_number: String::new(),
        };
        let key = case.last_notice(NoticeKind::Result).unwrap();
        decide_notice(case, key, &command, &bench.context(at("2026-11-20 10:00"))).map(drop)
    };
    let object = Command::Exit(Exit::Object {
        text: text("이의")
    });
    let reopen = Command::Exit(Exit::Reopen {
        cause: ReopenCause::Review,
        text: text("새 자료"),
    });
    let mut case = refused(&bench);
    tell(&bench, &mut case, "2026-11-05 10:00", NoticeKind::Refusal);
    for (again, in_writing) in [(&object, true), (&reopen, false)] {
        let mut case = case.clone();
        bench.run(&mut case, "2026-11-09 10:00", again).unwrap();
        bench.run(&mut case, "2026-11-10 10:00", &answer()).unwrap();
        let refused = matches!(
            by_mail(&case),
            Err(Refusal::Notice(NoticeRefusal::InWriting { .. }))
        );
        assert_eq!(refused, in_writing, "{again:?}");
    }
    // An objection to what was no refusal of a statutory petition is answered like anything else.
    let mut case = bench.complaint("2026-11-02 10:00");
    bench.run(&mut case, "2026-11-03 10:00", &answer()).unwrap();
    bench.tell(&mut case, at("2026-11-03 10:00"));
    bench.run(&mut case, "2026-11-09 10:00", &object).unwrap();
    bench.run(&mut case, "2026-11-10 10:00", &answer()).unwrap();
    assert_eq!(by_mail(&case), Ok(()));
}

#[test]
fn what_is_acknowledged_after_a_delay_was_confirmed_does_not_explain_it() {
    let bench = Bench::new("wonju");
    let mut intake = complaint();
    let september = Some(at("2026-09-01 10:00"));
    (intake.arrived_at, intake.received_at) = (september, september);
    let mut case = bench.receive(&intake, "2026-11-11 10:00");
    let explain = Command::Redress(Redress::ExplainDelay {
        text: text("인력 부족"),
        until: "2026-11-20".parse().unwrap(),
    });
    let confirm = Command::Redress(Redress::ConfirmOverdue);
    let acknowledge = Command::Handling(Handling::Acknowledge);
    for command in [&confirm, &acknowledge, &explain] {
        bench.run(&mut case, "2026-11-11 10:00", command).unwrap();
    }
    let again = bench.run(&mut case, "2026-11-11 10:00", &explain);
    assert_eq!(again, Err(Refusal::OverdueNotConfirmed));
}

#[test]
fn those_who_name_a_representative_are_represented() {
    let bench = Bench::new("gbvc");
    for (representative, named) in [("", false), ("나대표", true)] {
        let mut intake = complaint();
        intake.petitioner.people = Some(3);
        intake.party.behalf.representative = text(representative);
        let case = bench.receive(&intake, "2026-11-02 10:00");
        assert_eq!(case.intake.petitioner.represented, named);
    }
}

#[test]
fn the_time_for_a_supplement_is_counted_by_the_civil_code() {
    let bench = Bench::new("gbvc");
    let mut case = bench.complaint("2026-11-02 10:00");
    let ask = Command::Supplement(Supplement::Request {
        text: text("위치도"),
        until: "2026-11-13".parse().unwrap(),
    });
    bench.run(&mut case, "2026-11-04 10:00", &ask).unwrap();
    let supplement = newest(&bench, &case, "act.supplement").unwrap();
    assert_eq!(supplement.count, CountingRule::Civil);
}
