//! One table per room of the desk: what is done, and what is refused with which sentence.

mod amend;
mod audit;
mod clock;
mod edges;
mod ends;
mod faults;
mod history;
mod ladder;
mod limits;
mod originals;
mod repeats;
mod revoked;
mod stages;
mod time;
mod values;

use super::*;
use crate::domain::{
    calendar::Calendars,
    charter::{CaseKind, Channel, builtin},
    command::{Exit, Handling, Intake, Ladder, NoticeCommand, Supplement, Timing},
    deadline::{Status, lead},
    fact::{ContactWay, ExtensionReason, Outcome, ReopenCause},
    holidays::Holidays,
    notice::{NoticeKey, NoticeKind, NoticeWay},
    staff::sample_staff,
};
use chrono::{NaiveDate, TimeZone};
use chrono_tz::Asia::Seoul;

/// A desk without a store: one charter, one case at a time, a clock that the test sets.
struct Bench {
    charter: Charter,
    calendars: Calendars,
    related: Vec<RelatedCase>,
    role: Role,
    signer: Staff,
    staff: Vec<Staff>,
}

fn at(text: &str) -> DateTime<Utc> {
    let local = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    Seoul
        .from_local_datetime(&local)
        .unwrap()
        .with_timezone(&Utc)
}

fn number(serial: u32) -> CaseNumber {
    CaseNumber { year: 2026, serial }
}

impl Bench {
    fn new(id: &str) -> Self {
        let charter = builtin::builtin(id).unwrap().unwrap();
        let calendars =
            Calendars::new(charter.office.clone(), Holidays::korean(), Vec::new()).unwrap();
        Self {
            charter,
            calendars,
            related: Vec::new(),
            role: Role::Clerk,
            signer: sample_staff(),
            staff: vec![sample_staff()],
        }
    }

    fn context(&self, now: DateTime<Utc>) -> Context<'_> {
        Context {
            charter: &self.charter,
            charter_version: 1,
            calendars: &self.calendars,
            at: now,
            now,
            late_reason: "",
            by: "kim",
            role: self.role,
            signer: Some(&self.signer),
            history: &[],
            related: &self.related,
            person: None,
            staff: &self.staff,
        }
    }

    fn receive(&self, intake: &Intake, now: &str) -> Case {
        let mut intake = intake.clone();
        if !intake.anonymous && intake.party.name.is_empty() {
            intake.party.name = "홍길동".into();
        }
        let facts = receive(number(10), &intake, &self.context(at(now))).unwrap();
        Case::fold(number(10), &facts).unwrap()
    }

    fn complaint(&self, now: &str) -> Case {
        let mut intake = Intake::new(Channel::Phone, "complaint");
        intake.title = "상담 전화 응대 불만".into();
        self.receive(&intake, now)
    }

    fn run(&self, case: &mut Case, now: &str, command: &Command) -> Result<(), Refusal> {
        for fact in decide(case, command, &self.context(at(now)))? {
            case.apply(&fact);
        }
        Ok(())
    }

    /// Tells by a document whatever waits to be told.
    fn tell(&self, case: &mut Case, now: DateTime<Utc>) {
        let waiting = case.notices.iter();
        let waiting = waiting.filter(|notice| case.notice_state(notice).is_pending());
        let keys: Vec<NoticeKey> = waiting.map(|notice| notice.key).collect();
        for key in keys {
            let command = NoticeCommand::Tell {
                how: Some(NoticeWay::Document),
                text: text("통지문"),
                why: None,
                document_number: String::new(),
            };
            let fact = decide_notice(case, key, &command, &self.context(now)).unwrap();
            case.apply(&fact);
        }
    }

    fn due(&self, case: &Case, promise: &str) -> (String, Status) {
        let found = deadlines(case, &self.charter, &self.calendars).unwrap();
        let deadline = found
            .iter()
            .rev()
            .find(|deadline| deadline.promise == promise)
            .unwrap();
        (deadline.due.date.to_string(), deadline.status(case.last_at))
    }
}

fn extend(days: u32, consent: bool) -> Command {
    Command::Timing(Timing::Extend {
        reason: ExtensionReason::FactFinding,
        days,
        text: "현장 확인".into(),
        consent,
    })
}

fn link(serial: u32) -> Ladder {
    Ladder::Link {
        earlier: number(serial),
        see_also: false,
        reason: String::new(),
    }
}

fn answer() -> Command {
    Command::Handling(Handling::Answer {
        outcome: Outcome::Accepted,
        text: "조치하였습니다.".into(),
        ground: String::new(),
        remedy: String::new(),
    })
}

fn text(text: &str) -> String {
    text.to_owned()
}

#[test]
fn charter_and_law_run_side_by_side_and_the_earlier_leads() {
    let bench = Bench::new("gbvc");
    let case = bench.complaint("2026-11-02 10:00");
    assert_eq!(bench.due(&case, "gbvc.opinion.result").0, "2026-11-10");
    assert_eq!(bench.due(&case, "act.grievance").0, "2026-11-10");
    let bench = Bench::new("wonju");
    let case = bench.complaint("2026-11-02 10:00");
    let found = deadlines(&case, &bench.charter, &bench.calendars).unwrap();
    assert_eq!(lead(&found).unwrap().promise, "wonju.participation.opinion");
    // Of a notice of progress no date is told: it tells one itself.
    let dates = found.iter().filter(|one| one.promise != "act.progress");
    assert_eq!(case.announced.len(), dates.count());
}

#[test]
fn review_takes_the_place_of_the_short_promise() {
    let bench = Bench::new("jndc");
    let mut intake = Intake::new(Channel::Web, "question");
    intake.title = "분양 일정".into();
    let mut case = bench.receive(&intake, "2026-11-02 10:00");
    assert_eq!(
        bench.due(&case, "jndc.web.query"),
        (text("2026-11-05"), Status::Running)
    );
    bench
        .run(
            &mut case,
            "2026-11-02 11:00",
            &Command::Handling(Handling::NeedReview),
        )
        .unwrap();
    assert_eq!(bench.due(&case, "jndc.web.query").1, Status::Void);
    assert_eq!(bench.due(&case, "jndc.web.review").1, Status::Running);
}

#[test]
fn another_department_is_asked_and_the_owner_stays() {
    let bench = Bench::new("jndc");
    let mut case = bench.complaint("2026-11-02 10:00");
    let now = "2026-11-02 10:30";
    let assign = Command::Handling(Handling::Assign {
        department: text("고객지원팀"),
        officer: text("김가상"),
    });
    bench.run(&mut case, now, &assign).unwrap();
    let reply = Command::Handling(Handling::AnswerConsultation {
        department: text("고객지원팀"),
        text: text("가능"),
    });
    assert_eq!(
        bench.run(&mut case, now, &reply),
        Err(Refusal::NoConsultation)
    );
    let ask = Command::Handling(Handling::Consult {
        department: text("고객지원팀"),
        text: text("보수 일정"),
        until: None,
    });
    bench.run(&mut case, now, &ask).unwrap();
    assert_eq!(
        (case.department.as_str(), case.officer.as_str()),
        ("고객지원팀", "kim")
    );
    bench.run(&mut case, now, &reply).unwrap();
    assert!(case.consulting().next().is_none());
}

/// A complaint of Mon 2026-11-02: the law gives 7 days, to Tue 10, for trouble of every day some hours; the charter two weeks,
/// to Sun 15 and so to Mon 16.
#[test]
fn another_department_answers_within_the_period_of_the_law_where_it_is_in_days() {
    let mut bench = Bench::new("gbvc");
    let mut promises = bench.charter.promises.iter_mut();
    let result = promises.find(|one| one.id == "gbvc.opinion.result");
    result.unwrap().limit = "2 weeks".parse().ok();
    let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    for (kind, latest) in [(None, 10), (Some(CaseKind::Other), 16)] {
        let mut intake = Intake::new(Channel::Phone, "complaint");
        (intake.title, intake.kind) = ("복도 소음".into(), kind);
        let mut case = bench.receive(&intake, "2026-11-02 10:00");
        let mut ask = |until| {
            let ask = Command::Handling(Handling::Consult {
                department: text("고객지원팀"),
                text: text("보수 일정"),
                until: Some(day(until)),
            });
            bench.run(&mut case, "2026-11-02 11:00", &ask)
        };
        let (field, fault) = (
            Field::Until,
            ValueFault::After {
                latest: day(latest),
            },
        );
        assert_eq!(ask(latest + 1), Err(Refusal::field(field, fault)));
        assert_eq!(ask(latest), Ok(()));
    }
}

#[test]
fn a_cause_for_extension_opens_the_promises_about_it() {
    let bench = Bench::new("koreha");
    let mut intake = Intake::new(Channel::Post, "question");
    intake.title = "지원 대상".into();
    let mut case = bench.receive(&intake, "2026-11-02 10:00");
    bench
        .run(&mut case, "2026-11-03 10:00", &extend(7, false))
        .unwrap();
    assert_eq!(
        bench.due(&case, "koreha.paper.interim"),
        (text("2026-11-10"), Status::Running)
    );
    bench
        .run(
            &mut case,
            "2026-11-09 10:00",
            &Command::Timing(Timing::ReplyInterim {
                text: text("검토 중"),
            }),
        )
        .unwrap();
    assert_eq!(bench.due(&case, "koreha.paper.interim").1, Status::Running);
    bench.tell(&mut case, at("2026-11-10 10:00"));
    assert_eq!(bench.due(&case, "koreha.paper.interim").1, Status::Met);

    let bench = Bench::new("jndc");
    let mut case = bench.complaint("2026-11-02 10:00");
    let needed = Command::Timing(Timing::NeedExtension {
        reason: ExtensionReason::Cooperation,
        text: text("부서 협의"),
    });
    bench.run(&mut case, "2026-11-03 10:00", &needed).unwrap();
    assert_eq!(
        bench.due(&case, "jndc.complaint.extend"),
        (text("2026-11-03"), Status::Running)
    );
    bench
        .run(&mut case, "2026-11-04 10:00", &extend(7, false))
        .unwrap();
    bench.tell(&mut case, at("2026-11-04 10:00"));
    assert_eq!(bench.due(&case, "jndc.complaint.extend").1, Status::MetLate);
}

#[test]
fn mail_in_real_time_is_met_once_it_was_sent_where_there_is_an_address() {
    let bench = Bench::new("gbvc");
    let mut intake = Intake::new(Channel::Web, "complaint");
    intake.title = text("봉사시간 인정");
    let case = bench.receive(&intake, "2026-11-02 10:00");
    let found = deadlines(&case, &bench.charter, &bench.calendars).unwrap();
    assert!(found.iter().all(|deadline| deadline.promise != "gbvc.mail"));
    intake.party.email = text("gil@example.org");
    let mut case = bench.receive(&intake, "2026-11-02 10:00");
    assert_eq!(bench.due(&case, "gbvc.mail").1, Status::Running);
    let context = bench.context(at("2026-11-02 10:10"));
    let key = case.last_notice(NoticeKind::Receipt).unwrap();
    let sent = decide_notice(&case, key, &NoticeCommand::Send, &context).unwrap();
    case.apply(&sent);
    assert_eq!(bench.due(&case, "gbvc.mail").1, Status::Met);
    // What sending brings about bars no earlier time.
    assert_eq!(case.last_at, at("2026-11-02 10:00"));
}

#[test]
fn an_unknown_person_brings_no_petition() {
    let bench = Bench::new("gbvc");
    let mut intake = Intake::new(Channel::Post, "complaint");
    intake.title = text("익명 제보");
    intake.anonymous = true;
    let case = bench.receive(&intake, "2026-11-02 10:00");
    let found = deadlines(&case, &bench.charter, &bench.calendars).unwrap();
    assert!(
        found
            .iter()
            .all(|deadline| !deadline.promise.starts_with("act."))
    );
}
