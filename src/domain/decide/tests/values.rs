//! What was typed, as decisions read it: items, texts, names, and the words of notices and of what is published.

use super::*;
use crate::domain::{
    charter::{Detail, Happened},
    command::{ActionKind, Redress},
    fact::{FactKind, NoticeFact},
    guide,
    refusal::NoticeRefusal,
};

#[test]
fn items_are_ticked_once_and_only_those_of_the_charter() {
    let bench = Bench::new("jndc");
    let mut case = bench.complaint("2026-11-02 10:00");
    let now = "2026-11-02 11:00";
    let tick = |items: &str| {
        Command::Handling(Handling::Tick {
            items: items.into(),
        })
    };
    let refused = |case: &Case, items: &str| {
        let refused = bench.run(&mut case.clone(), now, &tick(items));
        let Err(Refusal::Fields(faults)) = refused else {
            panic!("{refused:?}");
        };
        (faults[0].field, faults[0].fault.clone())
    };
    assert_eq!(refused(&case, " "), (Field::Items, ValueFault::Missing));
    let (field, fault) = refused(&case, "jndc.phone.repeat/9");
    assert_eq!(field, Field::Items);
    assert!(
        matches!(fault, ValueFault::NotAllowed { given, .. } if given == "jndc.phone.repeat/9")
    );
    bench
        .run(&mut case, now, &tick("jndc.phone.repeat/1"))
        .unwrap();
    let again = bench.run(&mut case.clone(), now, &tick("jndc.phone.repeat/1"));
    assert_eq!(again, Err(Refusal::AlreadyDone));
    // What was ticked before is left out of the fact.
    let both = tick("jndc.phone.repeat/1, jndc.conduct.no-gifts/1");
    let facts = decide(&case, &both, &bench.context(at(now))).unwrap();
    let FactKind::ChecklistTicked { items } = &facts[0].kind else {
        panic!("{facts:?}");
    };
    let items: Vec<String> = items.iter().map(ToString::to_string).collect();
    assert_eq!(items, ["jndc.conduct.no-gifts/1"]);
    let all: Vec<String> = guide::checklist(&bench.charter)
        .iter()
        .map(|(item, _)| item.to_string())
        .collect();
    let possible = |case: &Case| check(case, ActionKind::Tick, &bench.context(at(now)));
    assert_eq!(possible(&case), Ok(()));
    bench.run(&mut case, now, &tick(&all.join(","))).unwrap();
    assert_eq!(possible(&case), Err(Refusal::AlreadyDone));
}

#[test]
fn texts_and_names_are_read_trimmed_and_bounded() {
    let fault = |read: Result<String, Refusal>| match read {
        Err(Refusal::Fields(faults)) => Err(faults[0].fault.clone()),
        read => Ok(read.unwrap()),
    };
    let text = |typed: &str, needed| {
        let read = prose(Field::Text, typed, needed);
        fault(read.map(|text| text.as_str().to_owned()))
    };
    let called = |typed: &str, needed| fault(name(Field::Agency, typed, needed));
    let kept = |text: &str| Ok(text.to_owned());
    assert_eq!(text("  알림  ", true), kept("알림"));
    assert_eq!(text(" ", true), Err(ValueFault::Missing));
    assert_eq!(text(" ", false), kept(""));
    let most = input::TEXT_MAX;
    assert_eq!(text(&"가".repeat(most), true), kept(&"가".repeat(most)));
    assert_eq!(
        text(&"가".repeat(most + 1), false),
        Err(ValueFault::TooLong { most })
    );
    assert_eq!(called(" 도청 ", true), kept("도청"));
    assert_eq!(called("", true), Err(ValueFault::Missing));
    assert_eq!(called("", false), kept(""));
    let most = input::NAME_MAX;
    assert_eq!(
        called(&"가".repeat(most + 1), true),
        Err(ValueFault::TooLong { most })
    );
    assert_eq!(
        required(Field::Text, " ").unwrap_err(),
        Refusal::field(Field::Text, ValueFault::Missing)
    );
    assert_eq!(required(Field::Text, " 말 ").unwrap().as_str(), "말");
}

#[test]
fn a_notice_is_told_with_words_and_fails_for_a_reason() {
    let bench = Bench::new("gbvc");
    let case = bench.complaint("2026-11-02 10:00");
    let key = case.last_notice(NoticeKind::Receipt).unwrap();
    let now = bench.context(at("2026-11-02 10:30"));
    let of = |command: &NoticeCommand| decide_notice(&case, key, command, &now);
    let tell = |how, said: &str, number: &str| NoticeCommand::Tell {
        how,
        text: text(said),
        why: None,
        document_number: text(number),
    };
    let phone = Some(NoticeWay::Phone);
    let missing = |field| Err(Refusal::field(field, ValueFault::Missing));
    assert_eq!(of(&tell(None, "접수", "")), missing(Field::How));
    assert_eq!(of(&tell(phone, " ", "")), missing(Field::Text));
    let told = of(&tell(phone, " 접수 안내 ", " 고객-12 ")).unwrap();
    assert_eq!(told.seq, case.seq + 1);
    let FactKind::Notice(NoticeFact::Told {
        text: said,
        document_number,
        how,
        ..
    }) = told.kind
    else {
        panic!("{told:?}");
    };
    assert_eq!(
        (said.as_str(), document_number.as_str(), how),
        ("접수 안내", "고객-12", NoticeWay::Phone)
    );
    let fail = |reason: &str| NoticeCommand::Fail {
        reason: text(reason),
    };
    assert_eq!(of(&fail("")), missing(Field::Reason));
    assert!(of(&fail("주소 없음")).is_ok());
    let other = NoticeKey { n: 2, ..key };
    let none = decide_notice(&case, other, &NoticeCommand::Hold, &now);
    let id = other.of(case.number);
    assert_eq!(none, Err(NoticeRefusal::NoSuchNotice(id).into()));
}

/// `koreha.correct.public-apology`: what is published names neither customer nor staff.
#[test]
fn a_published_apology_names_nobody() {
    let bench = Bench::new("koreha");
    let mut case = bench.complaint("2026-11-02 10:00");
    let now = "2026-11-03 10:00";
    let report = Command::Redress(Redress::ReportMisconduct {
        detail: Detail::Error,
        happened: None,
        text: text("오기"),
    });
    let checked = Command::Redress(Redress::CheckFacts {
        text: text("사실"),
        told: true,
        unfounded: false,
    });
    bench.run(&mut case, now, &report).unwrap();
    bench.run(&mut case, now, &checked).unwrap();
    let mut customer = Party {
        name: text("홍길동"),
        ..Party::default()
    };
    customer.behalf.organisation = text("가나상사");
    let context = Context {
        person: Some(&customer),
        ..bench.context(at(now))
    };
    let publish = |said: &str| {
        let publish = Command::Redress(Redress::ApologisePublicly {
            text: text(said),
            published: "2026-11-03".parse().unwrap(),
        });
        decide(&case, &publish, &context).map(drop)
    };
    let named = |names: &[&str]| {
        let names = names.iter().map(|name| text(name)).collect();
        Err(Refusal::NamesPublished(names))
    };
    assert_eq!(publish("업무 착오를 사과드립니다."), Ok(()));
    assert_eq!(publish("김가상의 착오입니다."), named(&["김가상"]));
    assert_eq!(
        publish("가나상사와 홍길동 님께 김가상이 사과드립니다."),
        named(&["홍길동", "가나상사", "김가상"])
    );
}

/// Act art. 27(3): a denial bears the remedy that was written, else the usual one of its kind.
#[test]
fn a_denial_bears_a_remedy() {
    let bench = Bench::new("koreha");
    let case = bench.complaint("2026-11-02 10:00");
    let remedy = |outcome, written: &str| {
        let answer = Command::Handling(Handling::Answer {
            outcome,
            text: text("규정에 없습니다."),
            remedy: text(written),
            ground: text("규정"),
        });
        let facts = decide(&case, &answer, &bench.context(at("2026-11-02 11:00"))).unwrap();
        match facts.into_iter().next().unwrap().kind {
            FactKind::Answered { remedy, .. } => remedy.map(|one| one.as_str().to_owned()),
            other => panic!("{other:?}"),
        }
    };
    let usual = remedy(Outcome::Declined, " ").unwrap();
    assert!(usual.contains("국민권익위원회"), "{usual}");
    let written = Some(text("30일 안에"));
    assert_eq!(remedy(Outcome::Partly, " 30일 안에 "), written);
    assert_eq!(remedy(Outcome::Accepted, "30일 안에"), None);
}

#[test]
fn a_caution_stands_on_the_login_of_the_officer() {
    let mut bench = Bench::new("koreha");
    bench.role = Role::Supervisor;
    let mut intake = Intake::new(Channel::Phone, "discourtesy");
    intake.title = text("막말");
    intake.happened = Some(Happened::Phone);
    let case = bench.receive(&intake, "2026-11-02 10:00");
    for (called, login) in [("김가상", "kim"), (" kim ", "kim"), ("없는이", "없는이")] {
        let caution = Command::Redress(Redress::Caution {
            department: text("고객지원팀"),
            officer: text(called),
            text: text("주의"),
        });
        let facts = decide(&case, &caution, &bench.context(at("2026-11-02 11:00"))).unwrap();
        let FactKind::CautionGiven { officer, .. } = &facts[0].kind else {
            panic!("{facts:?}");
        };
        assert_eq!(officer, login);
    }
}
