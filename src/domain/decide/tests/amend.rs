//! What follows from a receipt that was put right.

use super::*;
use crate::domain::{
    charter::Topic,
    command::Amend,
    fact::{AmendCause, Amendment},
    refusal::AmendRefusal,
};

fn amend(change: impl FnOnce(&mut Amend)) -> Command {
    let mut amend = Amend::new(AmendCause::Slip);
    change(&mut amend);
    Command::Handling(Handling::Amend(Box::new(amend)))
}

/// The amendment that a command makes of a case of this person.
fn decided(
    bench: &Bench,
    case: &mut Case,
    party: &Party,
    command: &Command,
) -> Result<Amendment, Refusal> {
    let context = Context {
        person: Some(party),
        ..bench.context(at("2026-11-02 11:00"))
    };
    let facts = decide(case, command, &context)?;
    for fact in &facts {
        case.apply(fact);
    }
    Ok(facts[0].kind.amendment().unwrap().clone())
}

#[test]
fn the_kind_goes_with_the_category_unless_it_was_chosen() {
    let bench = Bench::new("gbvc");
    let party = Party::default();
    let facility = amend(|amend| amend.category = Some("facility".into()));
    let mut case = bench.complaint("2026-11-02 10:00");
    let made = decided(&bench, &mut case, &party, &facility).unwrap();
    assert_eq!(made.case_kind.map(|kind| kind.to), Some(CaseKind::Other));
    assert_eq!(case.intake.topics, [Topic::Inconvenience]);
    let mut intake = Intake::new(Channel::Phone, "complaint");
    intake.title = "제목".into();
    intake.kind = Some(CaseKind::InquiryLaw);
    let mut chosen = bench.receive(&intake, "2026-11-02 10:00");
    let made = decided(&bench, &mut chosen, &party, &facility).unwrap();
    assert_eq!(made.case_kind, None);
    assert_eq!(chosen.intake.case_kind, CaseKind::InquiryLaw);
}

#[test]
fn the_department_follows_until_somebody_was_put_in_charge() {
    let bench = Bench::new("gbvc");
    let facility = amend(|amend| amend.category = Some("facility".into()));
    let party = Party::default();
    let mut case = bench.complaint("2026-11-02 10:00");
    assert_eq!(case.department, "고객지원팀");
    let mut assigned = case.clone();
    let assign = Command::Handling(Handling::Assign {
        department: text("고객지원팀"),
        officer: text("kim"),
    });
    bench
        .run(&mut assigned, "2026-11-02 10:30", &assign)
        .unwrap();
    decided(&bench, &mut case, &party, &facility).unwrap();
    decided(&bench, &mut assigned, &party, &facility).unwrap();
    assert_eq!(
        (&*case.department, &*assigned.department),
        ("경영지원팀", "고객지원팀")
    );
}

#[test]
fn only_what_changes_is_in_the_fact_and_of_the_person_no_value() {
    let bench = Bench::new("gbvc");
    let party = Party {
        name: text("홍길동"),
        phone: text("010-0000-1234"),
        ..Party::default()
    };
    let mut case = bench.complaint("2026-11-02 10:00");
    let command = amend(|amend| {
        amend.title = Some("상담 전화 응대 불만 ".into());
        amend.name = Some("홍길동".into());
        amend.phone = Some(" 010-0000-7777".into());
        amend.proxy = Some("김대리".into());
    });
    let made = decided(&bench, &mut case, &party, &command).unwrap();
    assert_eq!((&made.title, &made.body), (&None, &None));
    assert_eq!(made.person, [Field::Phone, Field::Proxy]);
    assert!(!made.notifies);
    assert_eq!(case.person, case.seq);
    assert!(case.intake.petitioner.proxy.is_some());
    let json = serde_json::to_string(&made).unwrap();
    assert!(!json.contains("7777") && !json.contains("김대리"), "{json}");
    let Command::Handling(Handling::Amend(amend)) = &command else {
        panic!("another command");
    };
    let after = amend.person(&party);
    assert_eq!(after.phone, "010-0000-7777");
    let again = decided(&bench, &mut case, &after, &command);
    assert_eq!(again, Err(Refusal::Amend(AmendRefusal::Same)));
}

/// The fold of the facts without it is the case as if it had not been.
#[test]
fn an_amendment_can_be_left_out_of_the_fold() {
    let bench = Bench::new("jndc");
    let party = Party::default();
    let mut intake = Intake::new(Channel::Web, "question");
    intake.title = text("분양");
    intake.party.name = text("홍길동");
    intake.party.email = text("gil@example.org");
    let context = bench.context(at("2026-11-02 10:00"));
    let mut facts = receive(number(10), &intake, &context).unwrap();
    let received = Case::fold(number(10), &facts).unwrap();
    let mut case = received.clone();
    for command in [
        amend(|amend| amend.category = Some("complaint".into())),
        amend(|amend| amend.channel = Some(Channel::Phone)),
        amend(|amend| amend.email = Some(String::new())),
    ] {
        let context = Context {
            person: Some(&party),
            ..context
        };
        let party = Party {
            email: text("gil@example.org"),
            ..party.clone()
        };
        let context = Context {
            person: Some(&party),
            ..context
        };
        for fact in decide(&case, &command, &context).unwrap() {
            case.apply(&fact);
            facts.push(fact);
        }
    }
    assert_ne!(case.intake, received.intake);
    facts.retain(|fact| fact.kind.amendment().is_none());
    assert_eq!(Case::fold(number(10), &facts), Some(received));
}

#[test]
fn a_notice_of_it_bears_name_and_number() {
    let mut bench = Bench::new("gbvc");
    bench.signer.phone.clear();
    let party = Party::default();
    let mut case = bench.complaint("2026-11-02 10:00");
    let told = amend(|amend| amend.kind = Some(CaseKind::Other));
    let refused = decided(&bench, &mut case, &party, &told);
    assert!(
        matches!(refused, Err(Refusal::Unsigned { .. })),
        "{refused:?}"
    );
    let untold = amend(|amend| amend.phone = Some("010-0000-7777".into()));
    assert!(decided(&bench, &mut case, &party, &untold).is_ok());
}
