//! What verification finds, and what it does not mistake for damage.

mod facts;

use super::*;
use chrono::NaiveDate;
use minwon::{
    desk::{Effort, HolidayRequest, found_demo, generate},
    domain::{
        command::{Ladder, Supplement},
        holidays::{HolidayChange, HolidayKind},
        staff::{Role, Staff},
    },
};

/// Three cases: one closed, one open, one linked to the first.
fn worked() -> Office {
    let office = Office::new();
    let mut desk = office.desk("2026-11-02 10:00");
    let first = desk.intake(&complaint("냉방")).unwrap();
    run(&mut desk, first, answer()).unwrap();
    run(
        &mut desk,
        first,
        Command::Exit(Exit::Close {
            untold: "이사".into(),
        }),
    )
    .unwrap();
    desk.intake(&complaint("난방")).unwrap();
    let third = desk.intake(&complaint("다시 냉방")).unwrap();
    run(
        &mut desk,
        third,
        Command::Ladder(Ladder::Link {
            earlier: first,
            see_also: false,
            reason: String::new(),
        }),
    )
    .unwrap();
    assert_eq!(problems(&mut desk), Vec::<String>::new());
    office
}

const OPEN_THE_CHAIN: &str = "DROP TRIGGER fact_is_never_changed; DROP TRIGGER fact_is_never_deleted; DROP TRIGGER fact_follows_the_last;
    DROP TRIGGER charter_is_never_changed; DROP TRIGGER charter_is_never_deleted; DROP TRIGGER staff_is_never_changed;
    DROP TRIGGER staff_is_never_deleted; DROP TRIGGER holiday_edit_is_never_changed; DROP TRIGGER holiday_edit_is_never_deleted;";

#[test]
fn an_erased_text_is_no_damage() {
    let office = worked();
    office
        .raw()
        .execute_batch("DELETE FROM prose WHERE seq = 2")
        .unwrap();
    let mut desk = office.desk("2026-11-02 10:00");
    assert_eq!(problems(&mut desk), Vec::<String>::new());
    // Erasing one of two texts of a fact leaves the other.
    office
        .raw()
        .execute_batch("DELETE FROM prose WHERE seq = 1 AND nth = 1")
        .unwrap();
    assert_eq!(problems(&mut desk), Vec::<String>::new());
    let view = desk.case("2026-1".parse().unwrap()).unwrap();
    assert_eq!(
        (
            view.case.intake.title.as_str(),
            view.case.intake.body.as_str()
        ),
        ("냉방", "")
    );
}

#[test]
fn an_erased_person_is_no_damage_but_a_remainder_is() {
    let office = worked();
    let raw = office.raw();
    let half = "UPDATE party SET salt = NULL, name = '' WHERE subject % 10 = 2";
    let refused = raw.execute_batch(half).unwrap_err().to_string();
    assert!(refused.contains("CHECK"), "{refused}");
    raw.execute_batch(
        "UPDATE party SET salt = NULL, name = '', phone = '', email = '', address = '', phone_key = NULL, email_key = NULL
         WHERE subject % 10 = 2",
    )
    .unwrap();
    let mut desk = office.desk("2026-11-02 10:00");
    // Derived columns go with the person.
    let found = problems(&mut desk);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("column party of table subject"));
    desk.rebuild().unwrap();
    assert_eq!(problems(&mut desk), Vec::<String>::new());
}

#[test]
fn the_state_of_a_notice_follows_from_the_facts_and_retired_staff_is_no_damage() {
    let office = worked();
    let raw = office.raw();
    raw.execute_batch("UPDATE notice SET status = 'sent' WHERE seq = 2")
        .unwrap();
    let mut desk = office.desk("2026-11-02 10:00");
    let found = problems(&mut desk);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("column status of table notice"));
    raw.execute_batch("UPDATE notice SET status = 'waiting', changed = 9 WHERE seq = 2")
        .unwrap();
    desk.rebuild().unwrap();
    assert_eq!(problems(&mut desk), Vec::<String>::new());
    let member = Staff {
        login: "lee".into(),
        name: "이표본".into(),
        department: "고객지원팀".into(),
        phone: String::new(),
        mobile: String::new(),
        deputy: String::new(),
        role: Role::Clerk,
        retired_at: None,
    };
    desk.add_staff(&member).unwrap();
    desk.retire_staff("lee").unwrap();
    desk.add_staff(&member).unwrap_err();
    let staff = desk.staff().unwrap();
    assert!(
        staff
            .iter()
            .any(|one| one.login == "lee" && one.retired_at.is_some())
    );
    assert_eq!(staff.len(), 2);
    assert_eq!(problems(&mut desk), Vec::<String>::new());
    raw.execute_batch(OPEN_THE_CHAIN).unwrap();
    raw.execute_batch("DELETE FROM staff WHERE id = 2").unwrap();
    assert_eq!(
        problems(&mut desk),
        ["Row 3 of table staff differs from what was entered, or the row before it is missing."]
    );
}

/// Damage to derived tables, and the beginning of the finding.
const DAMAGE: &[(&str, &str)] = &[
    (
        "UPDATE subject SET title = '바뀜' WHERE subject % 10 = 1",
        "2026-000001: column title of table subject",
    ),
    (
        "UPDATE subject SET rank = rank + 1 WHERE subject % 10 = 2",
        "2026-000002: column rank of table subject",
    ),
    (
        "UPDATE deadline SET due_date = '2030-01-01' WHERE subject % 10 = 2",
        "2026-000002: column due_date of table deadline",
    ),
    (
        "DELETE FROM deadline WHERE subject % 10 = 3",
        "2026-000003: a row is missing in table deadline",
    ),
    (
        "UPDATE deadline SET nth = 4 WHERE subject % 10 = 1",
        "2026-000001: table deadline holds a row",
    ),
    (
        "DELETE FROM link",
        "2026-000003: a row is missing in table link",
    ),
    (
        "INSERT INTO link VALUES (20260000002, 20260000001, 'earlier')",
        "2026-000002: table link holds a row",
    ),
    (
        "UPDATE tally SET open = open + 1",
        "Tally '2026-11-02' is 3; the facts give 2.",
    ),
    (
        "INSERT INTO tally VALUES ('2031-01-01', 1)",
        "Tally '2031-01-01' is 1",
    ),
    ("DELETE FROM tally", "Tally '2026-11-02' is 0"),
    (
        "DELETE FROM search WHERE rowid = 20260000002",
        "2026-000002: a row is missing in table search",
    ),
    (
        "INSERT INTO search (rowid, pieces) VALUES (20260000009, 'x')",
        "2026-000009: its facts do not begin",
    ),
    (
        "DELETE FROM link; DELETE FROM duty; DELETE FROM deadline; DELETE FROM subject; DELETE FROM tally",
        "2026-000001: a row is missing in table subject",
    ),
];

#[test]
fn damaged_derived_rows_are_found_and_rebuilt() {
    let office = worked();
    let mut desk = office.desk("2026-11-02 10:00");
    for (damage, told) in DAMAGE {
        office.raw().execute_batch(damage).unwrap();
        let found = problems(&mut desk);
        assert!(
            found.iter().any(|problem| problem.starts_with(told)),
            "{damage}: {found:?}"
        );
        assert_eq!(desk.rebuild().unwrap(), 3 + DUTIES);
        assert_eq!(problems(&mut desk), Vec::<String>::new(), "{damage}");
    }
    assert_eq!(
        desk.search("난방", 10, &Effort::Waiting)
            .unwrap()
            .rows
            .len(),
        1
    );
}

#[test]
fn at_most_a_hundred_faults_are_reported() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("desk.db");
    let opening = Opening {
        path: path.clone(),
        ..Opening::default()
    };
    let mut desk = generate(&opening, 300, 7).unwrap();
    Connection::open(&path)
        .unwrap()
        .execute_batch("UPDATE subject SET title = 'x'")
        .unwrap();
    let proof = desk.verify().unwrap();
    assert_eq!((proof.subjects, proof.problems.len()), (300 + DUTIES, 100));
}

fn holiday(date: &str, change: HolidayChange) -> HolidayRequest {
    HolidayRequest {
        date: date.parse::<NaiveDate>().unwrap(),
        name: "임시공휴일".into(),
        change,
        source: "관보".into(),
        decided_on: None,
    }
}

#[test]
fn holidays_entered_or_removed_later_do_not_look_like_damage() {
    let added = HolidayChange::Added(HolidayKind::Temporary);
    // The same second, the same day, and days later.
    for moments in [
        ["2026-11-02 10:00", "2026-11-02 10:00", "2026-11-02 10:00"],
        ["2026-11-03 10:00", "2026-11-03 15:00", "2026-11-04 09:00"],
        ["2026-11-06 10:00", "2026-11-12 09:00", "2026-11-13 09:00"],
    ] {
        let office = Office::new();
        let mut desk = office.desk("2026-11-02 10:00");
        let numbers: Vec<CaseNumber> = ["냉방", "난방", "조명"]
            .map(|title| desk.intake(&complaint(title)).unwrap())
            .into();
        let mut desk = office.desk(moments[0]);
        run(&mut desk, numbers[0], answer()).unwrap();
        let today = NaiveDate::parse_from_str(&moments[0][..10], "%Y-%m-%d").unwrap();
        let until = today + chrono::Days::new(5);
        run(
            &mut desk,
            numbers[2],
            Command::Supplement(Supplement::Request {
                late: String::new(),
                text: "사진".into(),
                until,
            }),
        )
        .unwrap();
        let mut desk = office.desk(moments[1]);
        desk.change_holiday(&holiday("2026-11-05", added)).unwrap();
        desk.change_holiday(&holiday("2026-11-09", added)).unwrap();
        assert_eq!(problems(&mut desk), Vec::<String>::new(), "{moments:?}");
        let mut desk = office.desk(moments[2]);
        run(&mut desk, numbers[1], answer()).unwrap();
        desk.change_holiday(&holiday("2026-11-05", HolidayChange::Removed))
            .unwrap();
        assert_eq!(problems(&mut desk), Vec::<String>::new(), "{moments:?}");
    }
}

#[test]
fn a_generated_desk_is_the_same_for_the_same_seed_and_sound() {
    let folder = TempDir::new().unwrap();
    let made = |name: &str, seed| {
        let path = folder.path().join(name);
        let opening = Opening {
            path: path.clone(),
            ..Opening::default()
        };
        let mut desk = generate(&opening, 500, seed).unwrap();
        assert_eq!(problems(&mut desk), Vec::<String>::new());
        let counts = desk.counts().unwrap();
        assert!((90..=110).contains(&counts.open), "{counts:?}");
        assert!(counts.overdue > 10 && counts.paused > 2, "{counts:?}");
        let raw = Connection::open(path).unwrap();
        let mut statement = raw
            .prepare("SELECT hash FROM fact ORDER BY subject, seq")
            .unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.collect::<rusqlite::Result<Vec<[u8; 32]>>>().unwrap()
    };
    let first = made("a.db", 1);
    assert_eq!(first, made("b.db", 1));
    assert_ne!(first, made("c.db", 2));
}

#[test]
fn the_practice_desk_can_be_worked_at_once() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("desk.db");
    let mut desk = found_demo(&Opening {
        path: path.clone(),
        ..Opening::default()
    })
    .unwrap();
    let number = desk.intake(&complaint("냉방")).unwrap();
    run(&mut desk, number, answer()).unwrap();
    assert_eq!(problems(&mut desk), Vec::<String>::new());
    assert!(desk.rebuild().unwrap() > 38);
    assert_eq!(problems(&mut desk), Vec::<String>::new());
}

/// A file counted by an earlier edition of the rules, or by an unknown one.
#[test]
fn a_file_of_an_earlier_edition_is_recounted_once() {
    for edition in [
        "DELETE FROM setting WHERE key = 'counted_by'",
        "UPDATE setting SET value = '1' WHERE key = 'counted_by'",
    ] {
        let office = Office::new();
        let number = office
            .desk("2026-11-02 10:00")
            .intake(&complaint("냉방"))
            .unwrap();
        let earlier = "UPDATE deadline SET due_at = due_at + 60; UPDATE subject SET due_at = due_at + 60;
                       DELETE FROM deadline WHERE promise = 'act.grievance'; UPDATE subject SET promise = 'act.other'";
        office.raw().execute_batch(earlier).unwrap();
        let mut found = office.desk("2026-11-02 10:00");
        assert_ne!(
            problems(&mut found),
            Vec::<String>::new(),
            "by this edition it is wrong"
        );
        office.raw().execute_batch(edition).unwrap();
        let mut desk = office.desk("2026-11-02 10:00");
        assert_eq!(problems(&mut desk), Vec::<String>::new(), "{edition}");
        let facts = desk.case(number).unwrap().facts.len();
        assert_eq!(facts, 1, "nothing happened to the case");
        office.raw().execute_batch(earlier).unwrap();
        assert_ne!(
            problems(&mut office.desk("2026-11-02 10:00")),
            Vec::<String>::new(),
            "once"
        );
    }
}

/// An earlier edition queued the answer to an anonymous complainant as a letter without an address.
#[test]
fn a_notice_that_an_earlier_edition_called_for_is_no_fault() {
    let office = Office::new();
    let mut desk = office.desk("2026-11-02 10:00");
    let unknown = Intake {
        party: Party::default(),
        anonymous: true,
        ..complaint("현관 누수")
    };
    let number = desk.intake(&unknown).unwrap();
    run(&mut desk, number, answer()).unwrap();
    let queue = |seq: u32, kind: &str| {
        let sql = format!(
            "INSERT INTO notice SELECT subject, seq, '{kind}', 1, 'staff', 'complainant', '', recorded_at, 'before', '', NULL, NULL, NULL, 0, NULL, '', '', '' FROM fact WHERE seq = {seq} AND kind IN ('received', 'answered')"
        );
        office.raw().execute_batch(&sql).unwrap();
    };
    queue(2, "result");
    assert_eq!(problems(&mut desk), Vec::<String>::new());
    queue(1, "result");
    assert_eq!(problems(&mut desk).len(), 1, "no edition queued that");
}
