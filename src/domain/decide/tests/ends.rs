//! The last second of a period still belongs to it, and the first after it no longer does.

use super::*;
use crate::domain::{
    deadline::State,
    limit::CountingRule,
    refusal::{Refusal, SupplementRefusal},
};
use chrono::TimeDelta;

impl Bench {
    fn run_at(
        &self,
        case: &mut Case,
        moment: DateTime<Utc>,
        command: &Command,
    ) -> Result<(), Refusal> {
        for fact in decide(case, command, &self.context(moment))? {
            case.apply(&fact);
        }
        Ok(())
    }

    /// The instant at which the newest deadline of that promise ends.
    fn end(&self, case: &Case, promise: &str) -> DateTime<Utc> {
        self.newest(case, promise).due.at
    }

    fn newest(&self, case: &Case, promise: &str) -> Deadline {
        let found = deadlines(case, &self.charter, &self.calendars).unwrap();
        let newest = found.into_iter().rev().find(|one| one.promise == promise);
        newest.unwrap()
    }

    /// A grievance of Mon 2026-11-02 that waits for a supplement to the end of Fri 13.
    fn waiting(&self) -> Case {
        let mut case = self.complaint("2026-11-02 10:00");
        let ask = supplement_until("2026-11-13");
        self.run(&mut case, "2026-11-04 09:30", &ask).unwrap();
        let end = self.end(&case, "act.supplement");
        assert_eq!(end, at("2026-11-14 00:00"));
        case
    }
}

fn supplement_until(day: &str) -> Command {
    Command::Supplement(Supplement::Request {
        late: String::new(),
        text: text("위치도"),
        until: day.parse().unwrap(),
    })
}

fn withdraw() -> Command {
    Command::Exit(Exit::Withdraw {
        text: text("취하")
    })
}

const SECOND: TimeDelta = TimeDelta::seconds(1);

#[test]
fn what_is_asked_for_may_come_to_the_last_second_before_the_petition_goes_back() {
    let bench = Bench::new("gbvc");
    let case = bench.waiting();
    let end = bench.end(&case, "act.supplement");
    let send_back = Command::Exit(Exit::Return {
        text: text("보완하지 않음"),
    });
    let (last, from) = ("2026-11-13".parse().unwrap(), "2026-11-14".parse().unwrap());
    assert_eq!(
        bench.run_at(&mut case.clone(), end, &send_back),
        Err(SupplementRefusal::MayStillCome { last, from }.into())
    );
    let late = bench.run_at(&mut case.clone(), end + SECOND, &send_back);
    assert_eq!(late, Ok(()));
}

#[test]
fn a_supplement_is_asked_for_again_after_its_last_second_and_given_longer_up_to_it() {
    let bench = Bench::new("gbvc");
    let case = bench.waiting();
    let end = bench.end(&case, "act.supplement");
    let again = supplement_until("2026-11-20");
    let longer = Command::Supplement(Supplement::Extend {
        text: text("자료 준비"),
        until: "2026-11-20".parse().unwrap(),
    });
    let (last, from) = ("2026-11-13".parse().unwrap(), "2026-11-14".parse().unwrap());
    let ask = |moment, command| bench.run_at(&mut case.clone(), moment, command);
    let asked = SupplementRefusal::Asked { last, from };
    assert_eq!(ask(end, &again), Err(asked.into()));
    assert_eq!(ask(end + SECOND, &again), Ok(()));
    assert_eq!(ask(end, &longer), Ok(()));
    let over = SupplementRefusal::Over { last };
    assert_eq!(ask(end + SECOND, &longer), Err(over.into()));
}

#[test]
fn an_objection_comes_in_time_up_to_the_last_second() {
    let bench = Bench::new("gbvc");
    let mut intake = Intake::new(Channel::Web, "question");
    (intake.title, intake.kind) = (text("시설 사용 허가"), Some(CaseKind::Statutory));
    intake.period = text("10 days");
    let mut case = bench.receive(&intake, "2026-11-02 10:00");
    let refuse = Command::Handling(Handling::Refuse {
        ground: text("조례 제5조"),
        remedy: text("60일 안에 이의신청"),
    });
    bench.run(&mut case, "2026-11-05 10:00", &refuse).unwrap();
    let object = Command::Exit(Exit::Object {
        text: text("이의")
    });
    // Sixty days from Fri 11-06 end with Sun 01-03, which rolls to Mon 04.
    let end = at("2027-01-05 00:00");
    let in_time = bench.run_at(&mut case.clone(), end, &object);
    assert_eq!(in_time, Ok(()));
    let late = bench.run_at(&mut case.clone(), end + SECOND, &object);
    let (limit, last) = ("60 days".parse().unwrap(), "2027-01-04".parse().unwrap());
    assert_eq!(late, Err(Refusal::ObjectionTooLate { limit, last }));
}

#[test]
fn a_case_that_ends_with_the_last_second_of_a_deadline_has_not_missed_it() {
    let bench = Bench::new("gbvc");
    let case = bench.complaint("2026-11-02 10:00");
    let end = bench.end(&case, "act.grievance");
    assert_eq!(end, at("2026-11-11 00:00"));
    for (moment, state) in [
        (end, State::Void { at: end }),
        (end + SECOND, State::Missed { at: end + SECOND }),
    ] {
        let mut case = case.clone();
        bench.run_at(&mut case, moment, &withdraw()).unwrap();
        assert_eq!(bench.newest(&case, "act.grievance").state, state);
    }
    let case = bench.waiting();
    let end = bench.end(&case, "act.supplement");
    for (moment, state) in [
        (end, State::Void { at: end }),
        (end + SECOND, State::Missed { at: end + SECOND }),
    ] {
        let mut case = case.clone();
        bench.run_at(&mut case, moment, &withdraw()).unwrap();
        assert_eq!(bench.newest(&case, "act.supplement").state, state);
    }
}

#[test]
fn a_notice_of_progress_is_missed_after_its_last_second() {
    let bench = Bench::new("gbvc");
    let mut intake = Intake::new(Channel::Web, "question");
    (intake.title, intake.kind) = (text("법령 해석"), Some(CaseKind::InquiryLaw));
    let mut case = bench.receive(&intake, "2026-11-02 10:00");
    let longer = extend(14, false);
    bench.run(&mut case, "2026-11-03 10:00", &longer).unwrap();
    let end = bench.end(&case, "act.progress");
    assert_eq!(end, at("2026-12-03 00:00"));
    for (moment, state) in [
        (end, State::Void { at: end }),
        (end + SECOND, State::Missed { at: end + SECOND }),
    ] {
        let mut case = case.clone();
        bench.run_at(&mut case, moment, &withdraw()).unwrap();
        assert_eq!(bench.newest(&case, "act.progress").state, state);
    }
}

#[test]
fn a_result_with_the_last_second_is_in_time_and_until_then_nothing_is_missed() {
    let bench = Bench::new("gbvc");
    let case = bench.complaint("2026-11-02 10:00");
    let open = bench.newest(&case, "act.grievance");
    let end = open.due.at;
    assert_eq!(open.status(end), Status::Running);
    assert_eq!(open.status(end + SECOND), Status::Missed);
    for (moment, status) in [(end, Status::Met), (end + SECOND, Status::MetLate)] {
        let mut case = case.clone();
        bench.run_at(&mut case, moment, &answer()).unwrap();
        assert_eq!(bench.newest(&case, "act.grievance").met_at(), None);
        bench.tell(&mut case, moment);
        assert_eq!(bench.newest(&case, "act.grievance").status(moment), status);
    }
}

#[test]
fn a_period_is_lengthened_up_to_its_last_second() {
    let bench = Bench::new("gbvc");
    let case = bench.complaint("2026-11-02 10:00");
    let end = bench.end(&case, "act.grievance");
    let mut in_time = case.clone();
    let longer = extend(7, false);
    assert_eq!(bench.run_at(&mut in_time, end, &longer), Ok(()));
    assert_eq!(bench.due(&in_time, "act.grievance").0, "2026-11-19");
    assert_eq!(
        bench.run_at(&mut case.clone(), end + SECOND, &longer),
        Err(Refusal::TooLateToExtend)
    );
}

/// The time to choose representatives ends with the last second of the day that was named, by the civil code.
#[test]
fn a_choice_is_missed_after_the_last_second_of_its_day() {
    let bench = Bench::new("gbvc");
    let mut intake = Intake::new(Channel::Visit, "complaint");
    (intake.title, intake.petitioner.people) = (text("공동 건의"), Some(3));
    let mut case = bench.receive(&intake, "2026-11-02 10:00");
    let ask = Command::Timing(Timing::AskRepresentatives {
        text: text("대표자 선정"),
        until: "2026-11-13".parse().unwrap(),
    });
    bench.run(&mut case, "2026-11-03 10:00", &ask).unwrap();
    let of = |case: &Case| bench.newest(case, "act.representatives");
    assert_eq!(of(&case).count, CountingRule::Civil);
    let end = of(&case).due.at;
    assert_eq!(end, at("2026-11-14 00:00"));
    for (moment, state) in [
        (end, State::Void { at: end }),
        (end + SECOND, State::Missed { at: end + SECOND }),
    ] {
        let mut case = case.clone();
        bench.run_at(&mut case, moment, &withdraw()).unwrap();
        assert_eq!(of(&case).state, state);
    }
}
