//! Who may strike out what, and what stands in the way.

use super::*;
use crate::domain::{
    command::{Exit, NoticeCommand},
    deadline::restarted,
    notice::{NoticeKind, NoticeState},
    refusal::{LaterFact, RevokeRefusal},
    revocation::Revocation,
    rights::{Forbidden, Operation},
    staff::THE_CALENDAR,
};

/// A case with its facts, at a bench.
struct Desk<'a> {
    bench: &'a mut Bench,
    facts: Vec<Fact>,
    case: Case,
    by: &'static str,
}

impl<'a> Desk<'a> {
    fn new(bench: &'a mut Bench, now: &str) -> Self {
        let mut intake = Intake::new(Channel::Phone, "complaint");
        intake.title = "상담 전화 응대 불만".into();
        intake.party.name = "홍길동".into();
        let facts = receive(number(10), &intake, &bench.context(at(now))).unwrap();
        Self {
            case: Case::fold(number(10), &facts).unwrap(),
            bench,
            facts,
            by: "kim",
        }
    }

    fn run(&mut self, now: &str, command: impl Into<Command>) -> Result<u32, Refusal> {
        let made = {
            let context = Context {
                history: &self.facts,
                by: self.by,
                ..self.bench.context(at(now))
            };
            decide(&self.case, &command.into(), &context)?
        };
        Ok(self.take(made))
    }

    fn take(&mut self, made: Vec<Fact>) -> u32 {
        self.case = self.case.with(&self.facts, &made);
        self.facts.extend(made);
        assert_eq!(
            Case::fold(number(10), &self.facts).as_ref(),
            Some(&self.case)
        );
        self.case.seq
    }

    fn tell(&mut self, now: &str, kind: NoticeKind) -> u32 {
        let key = self.case.last_notice(kind).unwrap();
        let command = NoticeCommand::Tell {
            how: Some(NoticeWay::Document),
            text: "통지문".into(),
            why: None,
            document_number: String::new(),
        };
        let told = decide_notice(&self.case, key, &command, &self.bench.context(at(now)));
        self.take(vec![told.unwrap()])
    }

    fn revoke(&mut self, now: &str, fact: u32) -> Result<u32, Refusal> {
        let reason = "다른 민원의 것".into();
        self.run(now, Handling::Revoke { fact, reason })
    }

    fn as_supervisor(&mut self) -> &mut Self {
        self.bench.role = Role::Supervisor;
        self
    }
}

fn needs(seq: u32, kind: &FactKind, why: Refusal) -> Result<u32, Refusal> {
    let why = Box::new(why);
    let kind = kind.name();
    let on = None;
    Err(RevokeRefusal::Needed(LaterFact { on, seq, kind, why }).into())
}

fn forbidden(operation: Operation, role: Role) -> Result<u32, Refusal> {
    Err(Refusal::Forbidden(Forbidden { operation, role }))
}

fn note() -> Command {
    Handling::Note {
        text: "메모".into(),
    }
    .into()
}

#[test]
fn ones_own_of_today_is_the_clerks_the_rest_a_supervisors() {
    let mut bench = Bench::new("gbvc");
    let mut desk = Desk::new(&mut bench, "2026-11-02 10:00");
    let own = desk.run("2026-11-02 11:00", note()).unwrap();
    assert_eq!(desk.revoke("2026-11-02 17:59", own), Ok(3));
    let revoked = Revocation { fact: own, by: 3 };
    assert_eq!(desk.case.revoked, [revoked]);
    let older = desk.run("2026-11-02 23:59", note()).unwrap();
    let refused = forbidden(Operation::Revoke, Role::Clerk);
    assert_eq!(desk.revoke("2026-11-03 00:00", older), refused);
    let of_today = desk.run("2026-11-03 09:00", note()).unwrap();
    desk.by = "lee";
    assert_eq!(desk.revoke("2026-11-03 09:01", of_today), refused);
    desk.by = "kim";
    // An extension is never a clerk's own.
    let extended = desk.run("2026-11-03 10:00", extend(7, false)).unwrap();
    assert_eq!(desk.revoke("2026-11-03 10:01", extended), refused);
    for fact in [older, of_today, extended] {
        let revoked = desk.as_supervisor().revoke("2026-11-04 10:00", fact);
        assert!(revoked.is_ok(), "{revoked:?}");
    }
}

#[test]
fn it_is_final_and_done_once() {
    let mut bench = Bench::new("gbvc");
    let mut desk = Desk::new(&mut bench, "2026-11-02 10:00");
    let fact = desk.run("2026-11-02 11:00", note()).unwrap();
    let by = desk.revoke("2026-11-02 11:01", fact).unwrap();
    let refused = |refusal: RevokeRefusal| Err(Refusal::Revoke(refusal));
    let again = desk.revoke("2026-11-02 11:02", fact);
    assert_eq!(again, refused(RevokeRefusal::Already { fact, by }));
    let undone = desk.revoke("2026-11-02 11:02", by);
    assert_eq!(undone, refused(RevokeRefusal::Final(by)));
    let missing = Refusal::NoSuchFact { fact: 9, last: by };
    assert_eq!(desk.revoke("2026-11-02 11:02", 9), Err(missing));
    let unsaid = Handling::Revoke {
        fact,
        reason: " ".into(),
    };
    let fields = desk.run("2026-11-02 11:02", unsaid);
    assert!(matches!(fields, Err(Refusal::Fields(_))), "{fields:?}");
}

#[test]
fn what_was_told_is_corrected_and_what_waits_goes_with_the_fact() {
    let mut bench = Bench::new("gbvc");
    let mut desk = Desk::new(&mut bench, "2026-11-02 10:00");
    let reply = desk.run("2026-11-06 10:00", answer()).unwrap();
    assert_eq!(desk.case.stage, Stage::Answered);
    assert!(desk.case.untold().is_some());
    desk.revoke("2026-11-06 10:05", reply).unwrap();
    assert_eq!(desk.case.stage, Stage::Received);
    assert_eq!(desk.case.untold(), None);
    // Told this time: only once it is known that nobody was.
    let reply = desk.run("2026-11-06 11:00", answer()).unwrap();
    let told = desk.tell("2026-11-06 11:30", NoticeKind::Result);
    let refused = RevokeRefusal::Told {
        fact: reply,
        by: Some(told),
    };
    let tried = desk.as_supervisor().revoke("2026-11-06 12:00", reply);
    assert_eq!(tried, Err(refused.into()));
    desk.bench.role = Role::Clerk;
    let of_a_clerk = desk.revoke("2026-11-06 12:00", told);
    assert_eq!(of_a_clerk, forbidden(Operation::Revoke, Role::Clerk));
    desk.as_supervisor()
        .revoke("2026-11-06 12:00", told)
        .unwrap();
    let waiting = desk.case.untold().unwrap();
    assert_eq!(desk.case.notice_state(waiting), NoticeState::Waiting);
    assert_eq!(desk.revoke("2026-11-06 12:00", reply), Ok(desk.case.seq));
}

#[test]
fn a_correction_of_what_was_told_waits_to_be_told() {
    let mut bench = Bench::new("gbvc");
    let mut desk = Desk::new(&mut bench, "2026-11-02 10:00");
    let reply = desk.run("2026-11-06 10:00", answer()).unwrap();
    let correct = || Handling::Correct {
        fact: reply,
        text: "수리는 9일입니다.".into(),
    };
    desk.run("2026-11-06 10:30", correct()).unwrap();
    let waits = |desk: &Desk<'_>| {
        let kinds = desk.case.notices.iter().map(|notice| notice.key.kind);
        kinds.collect::<Vec<_>>()
    };
    let both = [NoticeKind::Receipt, NoticeKind::Result];
    assert_eq!(waits(&desk), both);
    desk.tell("2026-11-06 11:00", NoticeKind::Result);
    let corrected = desk.run("2026-11-06 12:00", correct()).unwrap();
    let last = desk.case.notices.last().unwrap();
    assert_eq!(last.key.kind, NoticeKind::Correction);
    assert_eq!(last.key.seq, corrected);
    assert_eq!(desk.case.notice_state(last), NoticeState::Waiting);
    assert_eq!(desk.case.results(), 1);
    // Nobody signs without a number (decree art. 31).
    desk.bench.signer.phone.clear();
    let unsigned = desk.run("2026-11-06 13:00", correct());
    assert!(matches!(unsigned, Err(Refusal::Unsigned { .. })));
}

#[test]
fn a_later_fact_that_needs_it_is_named() {
    let mut bench = Bench::new("gbvc");
    bench.role = Role::Supervisor;
    let mut desk = Desk::new(&mut bench, "2026-11-02 10:00");
    let asked = |department: &str| Handling::Consult {
        department: department.into(),
        text: "의견".into(),
        until: None,
    };
    let answered = |department: &str| Handling::AnswerConsultation {
        department: department.into(),
        text: "회신".into(),
    };
    let first = desk.run("2026-11-02 11:00", asked("교육운영팀")).unwrap();
    desk.run("2026-11-02 11:00", asked("경영지원팀")).unwrap();
    let reply = desk
        .run("2026-11-03 11:00", answered("교육운영팀"))
        .unwrap();
    let why = Refusal::NotConsulted("교육운영팀".into());
    let named = needs(reply, &desk.facts[3].kind.clone(), why);
    assert_eq!(desk.revoke("2026-11-04 10:00", first), named);
    desk.revoke("2026-11-04 10:00", reply).unwrap();
    desk.revoke("2026-11-04 10:00", first).unwrap();
    let result = desk.run("2026-11-05 10:00", answer()).unwrap();
    desk.tell("2026-11-05 10:00", NoticeKind::Result);
    let closing = Exit::Close {
        untold: String::new(),
    };
    let closed = desk.run("2026-11-05 11:00", closing).unwrap();
    let told = closed - 1;
    // That it was told stands behind the result, the end behind both.
    let refused = RevokeRefusal::Told {
        fact: result,
        by: Some(told),
    };
    assert_eq!(desk.revoke("2026-11-06 10:00", result), Err(refused.into()));
    desk.revoke("2026-11-06 10:00", told).unwrap();
    let named = needs(
        closed,
        &FactKind::Closed {
            as_repeat: false,
            untold: None,
            text: None,
            committee: None,
        },
        Refusal::NotAnswered,
    );
    assert_eq!(desk.revoke("2026-11-06 10:00", result), named);
}

#[test]
fn a_step_goes_with_its_letters_and_the_caution_with_it() {
    let mut bench = Bench::new("gbvc");
    bench.role = Role::Supervisor;
    bench.related = vec![RelatedCase {
        number: number(1),
        stage: Stage::Closed,
        mistaken: false,
        told_at: Some(DateTime::UNIX_EPOCH),
        people: 1,
        persons: 1,
        step: 1,
        department: String::new(),
        sameness: None,
    }];
    let mut desk = Desk::new(&mut bench, "2026-11-02 10:00");
    let linked = desk.run("2026-11-02 11:00", link(1)).unwrap();
    let second = Ladder::StepTwo {
        result: "교육함".into(),
        apology: "죄송합니다.".into(),
    };
    let second = desk.run("2026-11-03 10:00", second).unwrap();
    let named = needs(
        second,
        &desk.facts[2].kind.clone(),
        crate::domain::refusal::LadderRefusal::LinkNeeded.into(),
    );
    assert_eq!(desk.revoke("2026-11-03 11:00", linked), named);
    desk.tell("2026-11-03 12:00", NoticeKind::Apology);
    desk.tell("2026-11-03 12:00", NoticeKind::Measures);
    let third = Ladder::StepThree {
        reason: "미이행".into(),
        department: "고객지원팀".into(),
        officer: "김가상".into(),
    };
    let third = desk.run("2026-11-04 10:00", third).unwrap();
    assert_eq!(desk.case.conduct.len(), 1);
    desk.bench.role = Role::Clerk;
    assert!(desk.revoke("2026-11-04 10:01", third).is_err());
    desk.as_supervisor()
        .revoke("2026-11-04 10:01", third)
        .unwrap();
    assert_eq!(desk.case.conduct, []);
    assert_eq!(desk.case.step(), 2);
    let cautions = desk.case.notices.iter();
    let mut cautions = cautions.filter(|one| one.key.kind == NoticeKind::Caution);
    assert_eq!(cautions.next(), None);
}

#[test]
fn a_merge_is_undone_only_while_the_other_case_has_no_result() {
    let mut bench = Bench::new("gbvc");
    bench.role = Role::Supervisor;
    let into = |stage| RelatedCase {
        number: number(1),
        stage,
        mistaken: false,
        told_at: None,
        people: 1,
        persons: 5,
        step: 0,
        department: String::new(),
        sameness: None,
    };
    bench.related = vec![into(Stage::Received)];
    let mut desk = Desk::new(&mut bench, "2026-11-02 10:00");
    let merged = desk
        .run("2026-11-02 11:00", Exit::Merge { into: number(1) })
        .unwrap();
    desk.bench.related = vec![into(Stage::Answered)];
    let refused = RevokeRefusal::OtherActed(number(1));
    assert_eq!(desk.revoke("2026-11-03 10:00", merged), Err(refused.into()));
    desk.bench.related = vec![into(Stage::Assigned)];
    desk.revoke("2026-11-03 10:00", merged).unwrap();
    assert_eq!(desk.case.stage, Stage::Received);
    assert_eq!(desk.case.merged_into, None);
    let (due, status) = desk.bench.due(&desk.case, "act.grievance");
    // From the first receipt, as if nothing had been: Mon 2 (1) .. Tue 10 (7).
    assert_eq!((due.as_str(), status), ("2026-11-10", Status::Running));
}

#[test]
fn a_receipt_by_mistake_closes_the_case_and_promises_nothing() {
    let mut bench = Bench::new("gbvc");
    let mut desk = Desk::new(&mut bench, "2026-11-02 10:00");
    let of_a_clerk = desk.revoke("2026-11-02 10:01", 1);
    assert_eq!(of_a_clerk, forbidden(Operation::Revoke, Role::Clerk));
    // Overdue by then: what was never brought was never missed.
    desk.as_supervisor().revoke("2026-11-12 10:00", 1).unwrap();
    assert_eq!(desk.case.stage, Stage::Closed);
    assert!(desk.case.mistaken.is_some());
    assert_eq!(desk.case.notices, []);
    let (_, status) = desk.bench.due(&desk.case, "act.grievance");
    assert_eq!(status, Status::Void);
    let reopened = desk.run(
        "2026-11-12 11:00",
        Exit::Reopen {
            cause: ReopenCause::Review,
            text: "다시".into(),
        },
    );
    assert_eq!(reopened, Err(RevokeRefusal::Mistaken.into()));
    assert!(desk.run("2026-11-12 11:00", note()).is_ok());
}

#[test]
fn a_receipt_stands_once_a_result_was_told() {
    let mut bench = Bench::new("gbvc");
    bench.role = Role::Supervisor;
    let mut desk = Desk::new(&mut bench, "2026-11-02 10:00");
    desk.tell("2026-11-02 10:00", NoticeKind::Receipt);
    let fact = desk.run("2026-11-03 10:00", answer()).unwrap();
    let by = Some(desk.tell("2026-11-03 10:00", NoticeKind::Result));
    let refused = RevokeRefusal::Told { fact, by };
    assert_eq!(desk.revoke("2026-11-04 10:00", 1), Err(refused.into()));
}

#[test]
fn a_record_of_a_clock_that_ran_ahead_blocks_no_time_any_more() {
    let mut bench = Bench::new("gbvc");
    let mut desk = Desk::new(&mut bench, "2026-11-02 10:00");
    let ahead = desk.run("2030-01-02 10:00", note()).unwrap();
    let blocked = desk.run("2026-11-03 10:00", note());
    assert!(matches!(blocked, Err(Refusal::ClockBack { .. })));
    let refused = forbidden(Operation::RevokeAhead, Role::Supervisor);
    assert_eq!(
        desk.as_supervisor().revoke("2026-11-03 10:00", ahead),
        refused
    );
    desk.bench.role = Role::Admin;
    desk.revoke("2026-11-03 10:00", ahead).unwrap();
    assert_eq!(desk.case.last_at, at("2026-11-02 10:00"));
    desk.bench.role = Role::Clerk;
    // Also a time before the revocation.
    assert!(desk.run("2026-11-02 17:00", note()).is_ok());
}

/// What a person entered of a notice is theirs to strike out; what sending brought about is not.
#[test]
fn a_notice_that_a_clerk_called_failed_is_not_the_programs_word() {
    for (by, revoked) in [
        ("kim", Ok(4)),
        (
            THE_CALENDAR,
            Err(Refusal::from(RevokeRefusal::OfProgram(3))),
        ),
    ] {
        let mut bench = Bench::new("gbvc");
        let mut desk = Desk::new(&mut bench, "2026-11-02 10:00");
        desk.run("2026-11-06 10:00", answer()).unwrap();
        let key = desk.case.last_notice(NoticeKind::Result).unwrap();
        let failed = NoticeCommand::Fail {
            reason: "반송됨".into(),
        };
        let context = Context {
            by,
            ..desk.bench.context(at("2026-11-06 10:30"))
        };
        let failed = decide_notice(&desk.case, key, &failed, &context).unwrap();
        let failed = desk.take(vec![failed]);
        assert_eq!(desk.revoke("2026-11-06 10:31", failed), revoked, "{by}");
        let state = desk.case.notice_state(desk.case.notice(key).unwrap());
        let stands = revoked.is_err();
        assert_eq!(state == NoticeState::Failed, stands, "{by}: {state:?}");
    }
}

/// Withdrawn on Wednesday by mistake: the periods of Monday's receipt go on as if they had not stopped.
#[test]
fn a_revocation_names_what_runs_again() {
    let mut bench = Bench::new("gbvc");
    let mut desk = Desk::new(&mut bench, "2026-11-02 10:00");
    let again = |desk: &Desk<'_>, by| {
        let (charter, calendars) = (&desk.bench.charter, &desk.bench.calendars);
        let found = restarted(number(10), &desk.facts, by, charter, calendars).unwrap();
        let named = found
            .into_iter()
            .map(|one| (one.promise, one.due.date.to_string()));
        named.collect::<Vec<_>>()
    };
    let noted = desk.run("2026-11-03 10:00", note()).unwrap();
    let of_a_note = desk.revoke("2026-11-03 10:01", noted).unwrap();
    assert_eq!(again(&desk, of_a_note), []);
    let withdraw = Exit::Withdraw {
        text: "취하".into(),
    };
    let withdrawn = desk.run("2026-11-04 10:00", withdraw).unwrap();
    let by = desk
        .as_supervisor()
        .revoke("2026-11-04 11:00", withdrawn)
        .unwrap();
    let found = again(&desk, by);
    let law = ("act.grievance".to_owned(), "2026-11-10".to_owned());
    assert!(found.contains(&law), "{found:?}");
    assert_eq!(again(&desk, withdrawn), [], "what strikes nothing out");
}
