//! The ladder, the links it needs, and closing as repeated.

use super::*;
use crate::domain::{
    charter::Detail,
    command::{NoticeCommand, Redress},
    limit::CountingRule,
    notice::{NoticeKind, NoticeWay},
    refusal::LadderRefusal,
    rights::Operation,
    sameness::{Agreement, Doubt, Sameness},
};

fn earlier(serial: u32, step: u8, sameness: Option<Sameness>) -> RelatedCase {
    RelatedCase {
        number: number(serial),
        stage: Stage::Closed,
        mistaken: false,
        department: String::new(),
        told_at: Some(DateTime::UNIX_EPOCH),
        people: 1,
        persons: 1,
        step,
        sameness,
    }
}

fn step_one(department: &str, officer: &str) -> Command {
    Command::Ladder(Ladder::StepOne {
        department: department.into(),
        officer: officer.into(),
        instruction: "사실 확인".into(),
    })
}

fn step_two() -> Command {
    Command::Ladder(Ladder::StepTwo {
        result: "교육함".into(),
        apology: "죄송합니다.".into(),
    })
}

fn step_three() -> Command {
    Command::Ladder(Ladder::StepThree {
        reason: "미이행".into(),
        department: "고객지원팀".into(),
        officer: "김가상".into(),
    })
}

fn see_also(serial: u32) -> Command {
    Command::Ladder(Ladder::Link {
        earlier: number(serial),
        see_also: true,
        reason: String::new(),
    })
}

impl Bench {
    /// Tells the last notice of a kind by a document.
    fn tell_one(&self, case: &mut Case, now: &str, kind: NoticeKind) {
        let command = NoticeCommand::Tell {
            how: Some(NoticeWay::Document),
            text: "통지문".into(),
            why: None,
            document_number: String::new(),
        };
        let key = case.last_notice(kind).unwrap();
        let fact = decide_notice(case, key, &command, &self.context(at(now))).unwrap();
        case.apply(&fact);
    }
}

#[test]
fn a_step_is_done_when_those_were_told_whom_it_tells() {
    let mut bench = Bench::new("gbvc");
    bench.related = vec![earlier(3, 0, None)];
    for promise in bench
        .charter
        .promises
        .iter_mut()
        .filter(|one| one.step.is_some())
    {
        promise.limit = "7 days".parse().ok();
        promise.count = Some(CountingRule::PetitionAct);
    }
    let mut case = bench.complaint("2026-11-02 10:00");
    let status = |bench: &Bench, case: &Case, step| bench.due(case, &format!("gbvc.step.{step}")).1;
    let now = "2026-11-02 11:00";
    bench
        .run(&mut case, now, &Command::Ladder(link(3)))
        .unwrap();
    bench
        .run(&mut case, now, &step_one("고객지원팀", "kim"))
        .unwrap();
    assert_eq!(status(&bench, &case, 1), Status::Running);
    bench.tell_one(&mut case, now, NoticeKind::InCharge);
    assert_eq!(status(&bench, &case, 1), Status::Running);
    bench.tell_one(&mut case, now, NoticeKind::Instruction);
    assert_eq!(status(&bench, &case, 1), Status::Met);
    // The first step is not the second.
    assert_eq!(status(&bench, &case, 2), Status::Running);
    bench
        .run(&mut case, "2026-11-03 10:00", &step_two())
        .unwrap();
    bench.tell_one(&mut case, "2026-11-03 11:00", NoticeKind::Measures);
    assert_eq!(status(&bench, &case, 2), Status::Running);
    bench.tell_one(&mut case, "2026-11-03 12:00", NoticeKind::Apology);
    assert_eq!(status(&bench, &case, 2), Status::Met);
}

fn no(refusal: LadderRefusal) -> Result<(), Refusal> {
    Err(refusal.into())
}

#[test]
fn the_ladder_is_climbed_step_by_step() {
    let mut bench = Bench::new("gbvc");
    bench.related = vec![earlier(3, 0, None)];
    let mut case = bench.complaint("2026-11-02 10:00");
    let now = "2026-11-03 10:00";
    let mut run = |bench: &Bench, command: &Command| bench.run(&mut case, now, command);
    assert_eq!(run(&bench, &step_two()), no(LadderRefusal::LinkNeeded));
    run(&bench, &see_also(3)).unwrap();
    let unconfirmed = LadderRefusal::LinkUnconfirmed(number(3));
    assert_eq!(run(&bench, &step_two()), no(unconfirmed));
    run(&bench, &Command::Ladder(link(3))).unwrap();
    // The earlier case has no step 1 either.
    assert_eq!(
        run(&bench, &step_two()),
        no(LadderRefusal::FirstStepMissing)
    );
    let missing = Refusal::field(Field::Officer, ValueFault::Missing);
    assert_eq!(run(&bench, &step_one("고객지원팀", " ")), Err(missing));
    run(&bench, &step_one("고객지원팀", "김가상")).unwrap();
    let again = run(&bench, &step_one("고객지원팀", "kim"));
    assert_eq!(again, no(LadderRefusal::StepDone(1)));
    bench.role = Role::Supervisor;
    let early = run(&bench, &step_three());
    assert_eq!(early, no(LadderRefusal::SecondStepMissing));
    bench.role = Role::Clerk;
    run(&bench, &step_two()).unwrap();
    let clerk = Role::Clerk.allow(Operation::StepThree).unwrap_err();
    assert_eq!(run(&bench, &step_three()), Err(clerk.into()));
    bench.role = Role::Supervisor;
    for kind in [NoticeKind::Apology, NoticeKind::Measures] {
        let untold = bench.run(&mut case, now, &step_three());
        assert_eq!(untold, no(LadderRefusal::LettersUntold));
        bench.tell_one(&mut case, now, kind);
    }
    bench.run(&mut case, now, &step_three()).unwrap();
    let boxes = steps(&case, &bench.charter, &bench.related);
    assert!(boxes.iter().all(|step| matches!(step, StepBox::Done(_))));
    assert_eq!((&*case.department, &*case.officer), ("고객지원팀", "kim"));
}

#[test]
fn the_first_step_of_the_earlier_case_counts() {
    let mut bench = Bench::new("gbvc");
    let mut case = bench.complaint("2026-11-02 10:00");
    bench.related = vec![earlier(3, 1, None)];
    let now = "2026-11-03 10:00";
    bench
        .run(&mut case, now, &Command::Ladder(link(3)))
        .unwrap();
    bench.run(&mut case, now, &step_two()).unwrap();
    assert_eq!(case.step(), 2);
}

#[test]
fn steps_are_for_complaints_of_a_charter_with_a_ladder() {
    let now = "2026-11-02 11:00";
    let one = step_one("고객지원팀", "kim");
    let bench = Bench::new("gbvc");
    for (category, refused) in [
        ("complaint", false),
        ("discourtesy", false),
        ("praise", true),
    ] {
        let mut intake = Intake::new(Channel::Phone, category);
        intake.title = "상담 전화".into();
        let mut case = bench.receive(&intake, "2026-11-02 10:00");
        let found = bench.run(&mut case, now, &one);
        let expected = if refused {
            no(LadderRefusal::NoComplaint)
        } else {
            Ok(())
        };
        assert_eq!(found, expected, "{category}");
    }
    let mut question = Intake::new(Channel::Phone, "question");
    question.title = "문의".into();
    let mut case = bench.receive(&question, "2026-11-02 10:00");
    let report = Command::Redress(Redress::ReportMisconduct {
        detail: Detail::Discourtesy,
        happened: None,
        text: "반말".into(),
    });
    assert_eq!(
        bench.run(&mut case, now, &one),
        no(LadderRefusal::NoComplaint)
    );
    bench.run(&mut case, now, &report).unwrap();
    assert_eq!(bench.run(&mut case, now, &one), Ok(()));
    let bench = Bench::new("jndc");
    let mut case = bench.complaint("2026-11-02 10:00");
    assert_eq!(bench.run(&mut case, now, &one), no(LadderRefusal::NoLadder));
}

#[test]
fn team_and_officer_exist_and_belong_together() {
    let mut bench = Bench::new("gbvc");
    let member = |login: &str, name: &str, department: &str| Staff {
        login: login.into(),
        name: name.into(),
        department: department.into(),
        ..sample_staff()
    };
    let mut gone = member("oh", "오가명", "고객지원팀");
    gone.retired_at = Some(at("2026-01-02 10:00"));
    bench.staff = vec![
        member("kim", "김가상", "고객지원팀"),
        member("jung", "정보기", "경영지원팀"),
        member("lee1", "이표본", "고객지원팀"),
        member("lee2", "이표본", "경영지원팀"),
        member("new", "한연습", ""),
        gone,
    ];
    let now = "2026-11-02 11:00";
    let run = |team: &str, officer: &str| {
        let mut case = bench.complaint("2026-11-02 10:00");
        bench.run(&mut case, now, &step_one(team, officer))?;
        Ok::<_, Refusal>((case.department, case.officer))
    };
    for (team, officer, login) in [
        ("고객지원팀", "kim", "kim"),
        (" 고객지원팀 ", " 김가상 ", "kim"),
        // One of two of that name.
        ("경영지원팀", "이표본", "lee2"),
        // Of no department yet, to a department of the charter without staff.
        ("활동지원팀", "한연습", "new"),
    ] {
        assert_eq!(run(team, officer), Ok((team.trim().into(), login.into())));
    }
    let other = LadderRefusal::OtherTeam {
        officer: "정보기".into(),
        own: "경영지원팀".into(),
        department: "고객지원팀".into(),
    };
    assert_eq!(run("고객지원팀", "정보기"), Err(other.into()));
}

#[test]
fn an_unknown_team_or_officer_is_refused_with_the_nearest_names() {
    let mut bench = Bench::new("gbvc");
    let jung = Staff {
        login: "jung".into(),
        name: "정보기".into(),
        ..sample_staff()
    };
    let gone = Staff {
        login: "oh".into(),
        name: "오가명".into(),
        retired_at: Some(at("2026-01-02 10:00")),
        ..sample_staff()
    };
    bench.staff = vec![sample_staff(), jung, gone];
    let run = |team: &str, officer: &str| {
        let mut case = bench.complaint("2026-11-02 10:00");
        bench.run(&mut case, "2026-11-02 11:00", &step_one(team, officer))
    };
    let near = |field, given: &str, nearest: &str| {
        let Err(Refusal::Fields(faults)) = (match field {
            Field::Department => run(given, "kim"),
            _ => run("고객지원팀", given),
        }) else {
            panic!("{given} is accepted");
        };
        let fault = &faults[0];
        let ValueFault::NotAllowed {
            given: told,
            allowed,
        } = &fault.fault
        else {
            panic!("{fault:?}");
        };
        assert_eq!((fault.field, told.as_str()), (field, given));
        assert_eq!(allowed.first().map(String::as_str), Some(nearest));
        assert!(allowed.len() <= 3);
    };
    near(Field::Department, "고객지언팀", "고객지원팀");
    near(Field::Department, "경영팀", "경영지원팀");
    near(Field::Officer, "김가장", "김가상");
    near(Field::Officer, "junk", "jung");
    near(Field::Officer, "오가명", "김가상");
}

#[test]
fn a_link_names_an_earlier_case_that_exists() {
    let mut bench = Bench::new("gbvc");
    let mistaken = RelatedCase {
        mistaken: true,
        ..earlier(5, 0, None)
    };
    bench.related = vec![earlier(3, 0, None), mistaken, earlier(11, 0, None)];
    let mut case = bench.complaint("2026-11-02 10:00");
    let mut run = |command: Command| bench.run(&mut case, "2026-11-02 10:30", &command);
    let mut linked = |serial| run(Command::Ladder(link(serial)));
    assert_eq!(linked(10), Err(Refusal::SameCase));
    assert_eq!(linked(4), Err(Refusal::NoSuchCase(number(4))));
    assert_eq!(linked(11), no(LadderRefusal::NotEarlier(number(11))));
    assert_eq!(linked(5), no(LadderRefusal::EarlierMistaken(number(5))));
    assert_eq!(linked(3), Ok(()));
    assert_eq!(linked(3), no(LadderRefusal::AlreadyLinked(number(3))));
    let pointed = run(see_also(3));
    assert_eq!(pointed, no(LadderRefusal::AlreadyLinked(number(3))));
}

#[test]
fn against_doubt_a_supervisor_confirms_with_a_reason() {
    let doubted = Sameness {
        phone: Agreement::Same,
        name: Agreement::Differs,
        email: Agreement::Unknown,
        likeness: 61,
    };
    let mut bench = Bench::new("gbvc");
    bench.related = vec![earlier(3, 0, Some(doubted))];
    let now = "2026-11-02 10:30";
    let doubts = vec![Doubt::Name];
    let confirm = |reason: &str| {
        Command::Ladder(Ladder::Link {
            earlier: number(3),
            see_also: false,
            reason: reason.into(),
        })
    };
    let run = |bench: &Bench, command: &Command| {
        let mut case = bench.complaint("2026-11-02 10:00");
        bench.run(&mut case, now, command)?;
        Ok::<_, Refusal>((case.links, case.see_also))
    };
    let clerk = LadderRefusal::LinkDoubted(doubts.clone());
    assert_eq!(run(&bench, &confirm("같은 분")), Err(clerk.into()));
    assert_eq!(run(&bench, &see_also(3)), Ok((vec![], vec![number(3)])));
    bench.role = Role::Supervisor;
    let bare = LadderRefusal::LinkReasonMissing(doubts);
    assert_eq!(run(&bench, &confirm(" ")), Err(bare.into()));
    assert_eq!(run(&bench, &confirm("개명")), Ok((vec![number(3)], vec![])));
}

#[test]
fn closing_needs_a_result_and_closing_as_repeated_three_cases_and_two_results() {
    let mut bench = Bench::new("gbvc");
    let now = "2026-11-03 10:00";
    let mut case = bench.complaint("2026-11-02 10:00");
    let close = Command::Exit(Exit::Close {
        untold: String::new(),
    });
    assert_eq!(bench.run(&mut case, now, &close), Err(Refusal::NotAnswered));
    bench.run(&mut case, now, &answer()).unwrap();
    assert!(matches!(
        bench.run(&mut case, now, &close),
        Err(Refusal::Notice(_))
    ));
    bench.tell(&mut case, at(now));
    assert_eq!(bench.due(&case, "gbvc.opinion.result").1, Status::Met);
    bench.run(&mut case, now, &close).unwrap();
    assert!(matches!(
        bench.run(&mut case, now, &answer()),
        Err(Refusal::Stage {
            stage: Stage::Closed,
            ..
        })
    ));

    let mut case = bench.complaint("2026-11-02 10:00");
    let repeat = Command::Exit(Exit::CloseAsRepeat {
        text: String::new(),
        committee: None,
    });
    let told = |serial, told| RelatedCase {
        told_at: told,
        ..earlier(serial, 0, None)
    };
    let before = Some(DateTime::UNIX_EPOCH);
    bench.related = vec![told(1, before), told(2, None)];
    assert_eq!(
        bench.run(&mut case, now, &repeat),
        Err(Refusal::NotRepeated {
            cases: 3,
            results: 1
        })
    );
    bench.related = vec![told(1, before), told(2, before)];
    bench.run(&mut case, now, &repeat).unwrap();
    assert_eq!(bench.due(&case, "act.grievance").1, Status::Met);
}
