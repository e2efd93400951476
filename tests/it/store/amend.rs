//! What was put right in a file: every version of a person and a text stays, one stands and is found, and the proof covers all.

use super::*;
use minwon::{
    desk::Effort,
    domain::{
        charter::{CaseKind, Happened},
        command::Amend,
        fact::{AmendCause, ReopenCause},
    },
    store::{Access, Store},
};
use proptest::{prelude::*, sample::select};

fn number(serial: u32) -> CaseNumber {
    CaseNumber { year: 2026, serial }
}

/// Puts something right as a slip of the desk.
fn amend(change: impl FnOnce(&mut Amend)) -> Command {
    let mut amend = Amend::new(AmendCause::Slip);
    change(&mut amend);
    Command::Handling(Handling::Amend(Box::new(amend)))
}

fn phone(typed: &str) -> Command {
    amend(|amend| amend.phone = Some(typed.to_owned()))
}

/// The numbers of the cases that a line finds.
fn found(desk: &mut Desk, line: &str) -> Vec<String> {
    let hits = desk.search(line, 10, &Effort::Waiting).unwrap().rows;
    hits.iter().map(|hit| hit.row.subject.to_string()).collect()
}

/// A desk with a case whose number, title and category were put right, and one beside it.
fn amended() -> Office {
    let office = Office::new();
    let mut desk = office.desk("2026-11-02 10:00");
    let first = desk.intake(&complaint("냉방")).unwrap();
    desk.intake(&complaint("주차장")).unwrap();
    run(&mut desk, first, phone("010-0000-7777")).unwrap();
    let title = amend(|amend| amend.title = Some("난방".into()));
    run(&mut desk, first, title).unwrap();
    let category = amend(|amend| amend.category = Some("facility".into()));
    run(&mut desk, first, category).unwrap();
    office
}

#[test]
fn what_stands_is_found_and_what_stood_is_not() {
    let office = amended();
    let mut desk = office.desk("2026-11-02 10:00");
    let first = vec!["2026-000001".to_owned()];
    let second = vec!["2026-000002".to_owned()];
    for (line, hits) in [
        ("010-0000-7777", &first),
        ("7777", &first),
        ("010-0000-1234", &second),
        ("1234", &second),
        ("난방", &first),
        ("냉방", &Vec::new()),
        ("분류:시설", &first),
        ("분류:complaint", &second),
    ] {
        assert_eq!(&found(&mut desk, line), hits, "{line}");
    }
    let known = |phone: &str| Party {
        phone: phone.into(),
        ..Party::default()
    };
    let earlier = |phone: &str| {
        let found = desk.earlier(&known(phone), "complaint", "", None).unwrap();
        found.iter().map(|case| case.number).collect::<Vec<_>>()
    };
    assert_eq!(earlier("010-0000-7777"), [number(1)]);
    assert_eq!(earlier("010-0000-1234"), [number(2)]);
    let view = desk.case(number(1)).unwrap();
    assert_eq!(view.party.phone, "010-0000-7777");
    let former: Vec<_> = view
        .former
        .iter()
        .map(|(seq, one)| (*seq, &*one.phone))
        .collect();
    assert_eq!(former, [(1, "010-0000-1234")]);
    assert_eq!(problems(&mut desk), Vec::<String>::new());
    desk.rebuild().unwrap();
    assert_eq!(found(&mut desk, "난방"), first);
    assert_eq!(found(&mut desk, "냉방"), Vec::<String>::new());
    assert_eq!(problems(&mut desk), Vec::<String>::new());
}

#[test]
fn every_version_of_a_person_is_proved() {
    for (change, finding) in [
        (
            "UPDATE party SET name = '다른 사람' WHERE seq = 1 AND stands = 0",
            "2026-000001: the person is not the one that was recorded",
        ),
        (
            "DELETE FROM party WHERE stands = 0",
            "2026-000001: a row is missing in table party",
        ),
        (
            "UPDATE party SET seq = 9 WHERE stands = 0",
            "2026-000001: a row is missing in table party",
        ),
        (
            "UPDATE party SET stands = 0, phone_key = NULL WHERE subject % 10 = 1 AND seq = 2;
             UPDATE party SET stands = 1 WHERE subject % 10 = 1 AND seq = 1",
            "2026-000001: column phone_key of table party",
        ),
        (
            "DELETE FROM prose WHERE seq = 3; UPDATE fact SET content = replace(content, 'title', 'body') WHERE seq = 3",
            "2026-000001: ",
        ),
    ] {
        let office = amended();
        let raw = office.raw();
        raw.execute_batch("DROP TRIGGER fact_is_never_changed")
            .unwrap();
        raw.execute_batch(change).unwrap();
        let found = problems(&mut office.desk("2026-11-02 10:00"));
        assert!(
            found.iter().any(|one| one.contains(finding)),
            "{change}: {found:?}"
        );
    }
    // Two never stand at once, and only what stands is found.
    let raw = amended().raw();
    for wrong in [
        "UPDATE party SET stands = 1 WHERE seq = 1",
        "UPDATE party SET phone_key = '01000001234' WHERE stands = 0",
    ] {
        assert!(raw.execute_batch(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn an_erasure_takes_every_version() {
    let office = amended();
    office
        .raw()
        .execute_batch(
            "UPDATE party SET salt = NULL, name = '', phone = '', email = '', address = '', phone_key = NULL, email_key = NULL
             WHERE subject % 10 = 1;
             DELETE FROM prose WHERE subject % 10 = 1;",
        )
        .unwrap();
    let mut desk = office.desk("2026-11-02 10:00");
    desk.rebuild().unwrap();
    assert_eq!(problems(&mut desk), Vec::<String>::new());
    let view = desk.case(number(1)).unwrap();
    assert_eq!((&view.party, view.former.len()), (&Party::default(), 0));
    for line in ["010-0000-7777", "난방"] {
        assert_eq!(found(&mut desk, line), Vec::<String>::new(), "{line}");
    }
    // What is put right from then on stands again.
    run(&mut desk, number(1), phone("010-0000-5555")).unwrap();
    assert_eq!(found(&mut desk, "010-0000-5555"), ["2026-000001"]);
    assert_eq!(problems(&mut desk), Vec::<String>::new());
}

/// A folder with the file of a desk as version 3 wrote it.
fn of_version_3() -> Office {
    let office = Office {
        folder: TempDir::new().unwrap(),
    };
    let raw = office.raw();
    raw.pragma_update(None, "journal_mode", "wal").unwrap();
    for sql in [
        include_str!("../../vectors/schema-1.sql"),
        include_str!("../../../src/store/migrate/2.sql"),
        "DELETE FROM setting",
        include_str!("../../../src/store/migrate/behalf.sql"),
        include_str!("../../vectors/desk-3.sql"),
    ] {
        raw.execute_batch(sql).unwrap();
    }
    raw.pragma_update(None, "application_id", 0x6d69_6e77_i64)
        .unwrap();
    raw.pragma_update(None, "user_version", 3).unwrap();
    office
}

#[test]
fn a_file_of_version_3_is_lifted_with_a_copy_beside_it() {
    let office = of_version_3();
    drop(Store::open(&office.path(), Access::Write).unwrap());
    let raw = office.raw();
    let rows = |sql: &str| -> Vec<String> {
        let mut statement = raw.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    };
    let versions = "SELECT subject || '/' || seq || ' ' || stands || ' ' || phone || ' ' || coalesce(phone_key, '-')
                    FROM party ORDER BY subject, seq";
    assert_eq!(
        rows(versions),
        [
            "20260000001/1 1 010-0000-1234 01000001234",
            "20260000003/1 1  -",
            // What version 3 wrote over is gone.
            "1020260000001/1 0  -",
            "1020260000001/2 1 010-0000-9999 01000009999",
        ]
    );
    assert!(office.folder.path().join("desk.db.v3").exists());
    let mut desk = office.desk("2026-11-03 10:00");
    assert_eq!(problems(&mut desk), Vec::<String>::new());
    run(&mut desk, number(1), phone("010-0000-7777")).unwrap();
    assert_eq!(found(&mut desk, "010-0000-7777"), ["2026-000001"]);
    assert_eq!(found(&mut desk, "010-0000-1234"), Vec::<String>::new());
    let named = amend(|amend| amend.name = Some("박표본".into()));
    run(&mut desk, number(2), named).unwrap();
    assert!(!desk.case(number(2)).unwrap().case.intake.anonymous);
    assert_eq!(problems(&mut desk), Vec::<String>::new());
}

/// Something that is done to a case, sound or not.
fn turn() -> impl Strategy<Value = Command> {
    let text = |texts: &'static [&'static str]| select(texts).prop_map(str::to_owned);
    prop_oneof![
        3 => text(&["010-0000-1111", "010-0000-2222", "", "x"]).prop_map(|typed| phone(&typed)),
        2 => text(&["이표본", "박표본", ""]).prop_map(|name| amend(|amend| amend.name = Some(name))),
        2 => text(&["gil@example.org", ""]).prop_map(|email| amend(|amend| amend.email = Some(email))),
        2 => text(&["난방", "환기", ""]).prop_map(|title| amend(|amend| amend.title = Some(title))),
        1 => text(&["덥습니다", ""]).prop_map(|body| amend(|amend| amend.body = Some(body))),
        2 => text(&["facility", "question", "disclosure", "praise", "complaint"])
            .prop_map(|category| amend(|amend| amend.category = Some(category))),
        2 => select(CaseKind::ALL).prop_map(|kind| amend(|amend| amend.kind = Some(kind))),
        1 => select(Channel::ALL).prop_map(|channel| amend(|amend| amend.channel = Some(channel))),
        1 => prop::option::of(select(Happened::ALL)).prop_map(|place| amend(|amend| amend.happened = Some(place))),
        1 => Just(answer()),
        1 => Just(Command::Handling(Handling::Assign { department: "시설팀".into(), officer: "kim".into() })),
        1 => Just(Command::Handling(Handling::NeedReview)),
        1 => select(ReopenCause::ALL)
            .prop_map(|cause| Command::Exit(Exit::Reopen { cause, text: "다시".into() })),
        1 => Just(Command::Exit(Exit::Withdraw { text: "취하".into() })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// The proof folds every subject from its first fact and compares it with each derived row.
    #[test]
    fn folding_from_the_start_gives_what_the_tables_hold(turns in proptest::collection::vec(turn(), 1..14)) {
        let office = Office::new();
        let mut desk = office.desk("2026-11-02 10:00");
        let first = desk.intake(&complaint("냉방")).unwrap();
        for turn in turns {
            // Some are refused; nothing is written then.
            run(&mut desk, first, turn).unwrap_or_default();
        }
        prop_assert_eq!(problems(&mut desk), Vec::<String>::new());
        let view = desk.case(first).unwrap();
        let (phone, title) = (view.party.phone.clone(), view.case.intake.title.as_str().to_owned());
        for line in [phone, title] {
            let hits = found(&mut desk, &line);
            prop_assert!(line.is_empty() || hits == ["2026-000001"], "{}: {:?}", line, hits);
        }
    }
}
