//! What ends cases and takes them up again, in the file: whatever is done, the tables hold what the facts say. A file of
//! version 4: links that only point there are found from both sides once it is lifted, and what was taken up again goes on from
//! the first receipt.

use super::*;
use minwon::{
    desk::NoticeOrder,
    domain::{
        case::Stage,
        command::{Ladder, NoticeCommand},
        deadline::{Deadline, Status},
        fact::ReopenCause,
        late::EntryTime,
        notice::{NoticeKey, NoticeKind, NoticeWay},
        subject::Subject,
    },
    store::{Access, Store},
};
use proptest::{prelude::*, sample::select};

/// A folder with the file of a desk as version 4 wrote it.
fn of_version_4() -> Office {
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
        include_str!("../../../src/store/migrate/persons.sql"),
        include_str!("../../vectors/desk-4.sql"),
    ] {
        raw.execute_batch(sql).unwrap();
    }
    raw.pragma_update(None, "application_id", 0x6d69_6e77_i64)
        .unwrap();
    raw.pragma_update(None, "user_version", 4).unwrap();
    office
}

fn number(serial: u32) -> CaseNumber {
    CaseNumber { year: 2026, serial }
}

fn links(raw: &Connection) -> Vec<(String, String, String)> {
    let mut statement = raw
        .prepare("SELECT subject, other, kind FROM link ORDER BY subject, other, kind")
        .unwrap();
    let name = |id: i64| Subject::from_id(id).unwrap().to_string();
    let rows = statement.query_map([], |row| {
        Ok((name(row.get(0)?), name(row.get(1)?), row.get(2)?))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

fn link(subject: u32, other: u32, kind: &str) -> (String, String, String) {
    let [subject, other] = [subject, other].map(|serial| number(serial).to_string());
    (subject, other, kind.to_owned())
}

/// The periods of the law for the result of a case.
fn periods(desk: &mut Desk, serial: u32) -> Vec<(String, Status)> {
    let now = desk.now();
    let deadlines = desk.case(number(serial)).unwrap().deadlines.into_iter();
    let of_law = deadlines.filter(|one| one.promise == "act.grievance");
    let told = |one: Deadline| (one.due.date.to_string(), one.status(now));
    of_law.map(told).collect()
}

#[test]
fn a_file_of_version_4_is_lifted_with_a_copy_beside_it() {
    let office = of_version_4();
    assert_eq!(links(&office.raw()), [link(4, 3, "merged")]);
    drop(Store::open(&office.path(), Access::Write).unwrap());
    assert!(office.folder.path().join("desk.db.v4").exists());
    let mut desk = office.desk("2026-11-09 11:00");
    assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
    assert_eq!(
        links(&office.raw()),
        [link(2, 1, "see-also"), link(4, 3, "merged")]
    );
    let running = |due: &str| vec![(due.to_owned(), Status::Running)];
    // Received on Mon 2 November: (1) Mon 2 .. (7) Tue 10. Version 4 began anew with the reopening, until the 17th.
    assert_eq!(periods(&mut desk, 3), running("2026-11-10"));
    // Who was merged then waits for nothing of their own.
    let merged = desk.case(number(4)).unwrap().case;
    assert_eq!(
        (merged.stage, merged.awaits_shared_result()),
        (Stage::Merged, false)
    );
    run(&mut desk, number(3), answer()).unwrap();
    assert_eq!(desk.case(number(4)).unwrap().facts.len(), 3);
    assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
    drop(desk);
    // It is lifted once.
    assert_eq!(
        periods(&mut office.desk("2026-11-09 11:00"), 1),
        running("2026-11-10")
    );
}

/// The cases that the property works on: five people with one purport, each linked to the first, and one person who comes a
/// third time after two results were told.
fn many() -> (Office, Desk) {
    let office = Office::new();
    let mut desk = office.desk("2026-11-02 10:00");
    for nth in 1..=7_u32 {
        let mut intake = complaint("버스 노선");
        if nth <= 5 {
            intake.party.name = format!("가명{nth}");
            intake.party.phone = format!("010-0000-200{nth}");
        }
        desk.intake(&intake).unwrap();
    }
    for later in 2..=5 {
        run(&mut desk, number(later), see_also(number(1))).unwrap();
    }
    for earlier in [6, 7] {
        run(&mut desk, number(earlier), answer()).unwrap();
        tell(&mut desk, earlier, 2).unwrap();
    }
    drop(desk);
    let mut desk = office.desk("2026-11-03 10:00");
    desk.intake(&complaint("버스 노선")).unwrap();
    for earlier in [6, 7] {
        let link = Ladder::Link {
            earlier: number(earlier),
            see_also: false,
            reason: String::new(),
        };
        run(&mut desk, number(8), Command::Ladder(link)).unwrap();
    }
    (office, desk)
}

fn see_also(earlier: CaseNumber) -> Command {
    Command::Ladder(Ladder::Link {
        earlier,
        see_also: true,
        reason: String::new(),
    })
}

/// Records that the result of a fact was told.
fn tell(desk: &mut Desk, serial: u32, seq: u32) -> Result<(), DeskError> {
    let (kind, n) = (NoticeKind::Result, 1);
    let order = NoticeOrder {
        id: NoticeKey { seq, kind, n }.of(number(serial)),
        command: NoticeCommand::Tell {
            how: Some(NoticeWay::Document),
            text: "통지문".into(),
            why: None,
            document_number: String::new(),
        },
        time: EntryTime::NOW,
    };
    desk.run_notice(&order).map(drop)
}

/// What happens to one of the cases; the last fact is the one that is named.
#[derive(Clone, Debug)]
enum Turn {
    Command(Command),
    /// The last fact but so many is struck out.
    Revoke(u32),
    Correct,
    /// The last result was told.
    Tell,
}

fn turn() -> impl Strategy<Value = (u32, Turn)> {
    let denied = Command::Handling(Handling::Answer {
        outcome: Outcome::Declined,
        text: "시의 일".into(),
        ground: "운수사업법".into(),
        remedy: String::new(),
    });
    let text = || "다시".to_owned();
    let turn = prop_oneof![
        4 => (1_u32..4).prop_map(|into| Turn::Command(Command::Exit(Exit::Merge { into: number(into) }))),
        3 => select(vec![answer(), denied]).prop_map(Turn::Command),
        3 => (0_u32..3).prop_map(Turn::Revoke),
        1 => Just(Turn::Correct),
        2 => Just(Turn::Tell),
        3 => select(ReopenCause::ALL)
            .prop_map(move |cause| Turn::Command(Command::Exit(Exit::Reopen { cause, text: text() }))),
        1 => Just(Turn::Command(Command::Exit(Exit::Object { text: text() }))),
        1 => Just(Turn::Command(Command::Exit(Exit::Withdraw { text: text() }))),
        1 => Just(Turn::Command(Command::Exit(Exit::Close { untold: text() }))),
        2 => Just(Turn::Command(Command::Exit(Exit::CloseAsRepeat { text: text(), committee: None }))),
    ];
    (select(vec![1_u32, 2, 3, 3, 8]), turn)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// The proof folds every subject from its first fact and compares it with each derived row.
    #[test]
    fn folding_merged_and_repeated_cases_gives_what_the_tables_hold(turns in proptest::collection::vec(turn(), 1..18)) {
        let (_office, mut desk) = many();
        for (serial, turn) in turns {
            let case = desk.case(number(serial)).unwrap().case;
            // Some are refused; nothing is written then.
            let done = match turn {
                Turn::Command(command) => run(&mut desk, number(serial), command),
                Turn::Revoke(back) => {
                    let reason = "착오".to_owned();
                    let fact = case.seq.saturating_sub(back);
                    run(&mut desk, number(serial), Command::Handling(Handling::Revoke { fact, reason }))
                }
                Turn::Correct => {
                    let fact = case.answers.last().map_or(1, |one| one.seq);
                    let text = "군의 일".to_owned();
                    run(&mut desk, number(serial), Command::Handling(Handling::Correct { fact, text }))
                }
                Turn::Tell => tell(&mut desk, serial, case.answers.last().map_or(1, |one| one.seq)),
            };
            done.unwrap_or_default();
            // Whoever was merged has the result of the case in which theirs continues, or waits for it.
            for other in 1..=5 {
                let other = desk.case(number(other)).unwrap().case;
                if let (Stage::Merged, Some(into)) = (other.stage, other.merged_into) {
                    let into = desk.case(into).unwrap().case;
                    let comes = [Stage::Received, Stage::Assigned, Stage::Merged].contains(&into.stage);
                    prop_assert!(comes, "{} waits for {}", other.number, into.number);
                }
            }
        }
        prop_assert_eq!(problems(&mut desk), Vec::<String>::new());
    }
}
