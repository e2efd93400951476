//! A grievance that was brought again: its period, and who investigates it.

use super::*;
use crate::domain::{
    audit::Investigation,
    fact::Linkage,
    statute::{self, GRIEVANCE_AGAIN},
};

fn before(department: &str) -> RelatedCase {
    RelatedCase {
        number: number(3),
        stage: Stage::Closed,
        mistaken: false,
        department: department.to_owned(),
        told_at: Some(DateTime::UNIX_EPOCH),
        people: 1,
        persons: 1,
        step: 1,
        sameness: None,
    }
}

fn linked(bench: &Bench, intake: &Intake, how: Linkage) -> Case {
    let mut case = bench.receive(intake, "2026-11-02 10:00");
    let link = Command::Ladder(Ladder::Link {
        earlier: number(3),
        see_also: how == Linkage::SeeAlso,
        reason: String::new(),
    });
    bench.run(&mut case, "2026-11-04 10:00", &link).unwrap();
    case
}

fn grievance() -> Intake {
    let mut intake = Intake::new(Channel::Phone, "complaint");
    intake.title = "상담 전화 응대 불만".into();
    intake
}

#[test]
fn it_goes_to_the_audit_department_and_to_none_that_is_complained_of() {
    let auditor = Staff {
        role: Role::Auditor,
        department: "감사팀".to_owned(),
        ..sample_staff()
    };
    let gone = Staff {
        retired_at: Some(at("2026-01-02 10:00")),
        ..auditor.clone()
    };
    let related = ["고객지원팀", "감사실", "감사팀", ""].map(before);
    for (id, staff, audit, offered) in [
        // The auditors on the staff come before the counter of the charter.
        ("kpf", vec![auditor], Some("감사팀"), "감사팀"),
        ("kpf", vec![gone.clone()], Some("감사실"), "감사실"),
        ("gbvc", vec![gone, sample_staff()], None, ""),
    ] {
        let mut bench = Bench::new(id);
        bench.related = related.to_vec();
        let charter = &bench.charter;
        let mut intake = grievance();
        intake.category.clone_from(&charter.categories[0].id);
        intake.kind = Some(CaseKind::Grievance);
        let case = linked(&bench, &intake, Linkage::Confirmed);
        let found = Investigation::of(&case, &related, charter, &staff).unwrap();
        assert_eq!((found.audit, found.offered("고객지원팀")), (audit, offered));
        assert!(found.excludes("고객지원팀"));
        assert!(!audit.is_some_and(|audit| found.excludes(audit)));
        assert!(!found.excludes("") && !found.excludes("활동지원팀"));
        // Any other department that has it already is as good as none is known.
        let other = audit.unwrap_or("활동지원팀");
        assert_eq!(found.offered("활동지원팀"), other);
    }
}

#[test]
fn the_team_that_its_first_step_names_is_complained_of_too() {
    let mut bench = Bench::new("gbvc");
    bench.related = vec![before("활동지원팀")];
    let mut case = linked(&bench, &grievance(), Linkage::Confirmed);
    let step = Command::Ladder(Ladder::StepOne {
        department: "고객지원팀".into(),
        officer: "kim".into(),
        instruction: "확인".into(),
    });
    bench.run(&mut case, "2026-11-04 11:00", &step).unwrap();
    let found = Investigation::of(&case, &bench.related, &bench.charter, &[]).unwrap();
    assert_eq!(found.complained_of, ["고객지원팀", "활동지원팀"]);
}

#[test]
fn it_has_7_days_from_its_receipt_in_place_of_those_of_the_first_time() {
    let mut bench = Bench::new("gbvc");
    bench.related = vec![before("고객지원팀")];
    let mut case = bench.receive(&grievance(), "2026-11-02 10:00");
    let ids = |case: &Case| -> Vec<String> {
        let found = deadlines(case, &bench.charter, &bench.calendars).unwrap();
        let of_law = found.into_iter().map(|one| one.promise);
        of_law
            .filter(|id| id.starts_with("act.grievance"))
            .collect()
    };
    assert_eq!(ids(&case), ["act.grievance"]);
    bench
        .run(&mut case, "2026-11-04 10:00", &Command::Ladder(link(3)))
        .unwrap();
    assert_eq!(ids(&case), [GRIEVANCE_AGAIN]);
    // Mon 2 (1) to Fri 6 (5), Mon 9 (6), Tue 10 (7): the day that was told with the receipt, and nobody is told another.
    let found = deadlines(&case, &bench.charter, &bench.calendars).unwrap();
    let again = found.iter().find(|one| one.promise == GRIEVANCE_AGAIN);
    let again = again.unwrap();
    assert_eq!(again.due.date.to_string(), "2026-11-10");
    assert_eq!(again.announced, Some(again.due.date));
    assert_eq!(case.announced.iter().filter(|(seq, _)| *seq > 1).count(), 1);
    assert!(statute::is_one_period("act.grievance", GRIEVANCE_AGAIN));
    assert!(!statute::is_one_period("act.proposal", GRIEVANCE_AGAIN));
}

#[test]
fn nothing_else_is_a_grievance_brought_again() {
    let mut bench = Bench::new("gbvc");
    bench.related = vec![before("고객지원팀")];
    let kind = |kind: CaseKind| Intake {
        kind: Some(kind),
        ..grievance()
    };
    let nobody = Intake {
        anonymous: true,
        ..grievance()
    };
    for (intake, how, expected) in [
        (grievance(), Linkage::Confirmed, true),
        (grievance(), Linkage::SeeAlso, false),
        (kind(CaseKind::Proposal), Linkage::Confirmed, false),
        (nobody, Linkage::Confirmed, false),
    ] {
        let case = linked(&bench, &intake, how);
        let found = Investigation::of(&case, &bench.related, &bench.charter, &[]);
        assert_eq!(found.is_some(), expected, "{intake:?} {how:?}");
    }
}
