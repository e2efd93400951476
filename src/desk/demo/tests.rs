//! The practice desk is plausible whenever it is made.

use super::*;
use crate::{
    desk::{Filter, QueueQuery},
    domain::{
        contact::ContactStage,
        fact::Fact,
        outline::Phase,
        subject::{Subject, SubjectKind},
    },
    words::{Lang, Say},
};
use chrono::{DateTime, Utc};
use tempfile::TempDir;

fn demo(folder: &TempDir, now: &str) -> Desk {
    let opening = Opening {
        path: folder.path().join(format!("{now}.db")),
        acting: None,
        now: Some(now.to_owned()),
    };
    found_demo(&opening).unwrap()
}

fn all(desk: &Desk) -> Vec<crate::desk::QueueRow> {
    let ask = QueueQuery {
        filter: Filter::All,
        limit: 200,
        now: desk.now(),
        ..QueueQuery::default()
    };
    desk.queue(&ask).unwrap()
}

/// Working morning, noon, evening, night, weekend, the long holiday of autumn 2026, the turn of the year.
const MOMENTS: [&str; 8] = [
    "2026-11-23 10:00",
    "2026-11-23 09:01",
    "2026-11-24 12:30",
    "2026-11-25 21:40",
    "2026-11-28 15:00",
    "2026-11-29 03:10",
    "2026-09-25 11:00",
    "2027-01-01 00:00",
];

fn times<K>(facts: &[Fact<K>]) -> Vec<DateTime<Utc>> {
    facts.iter().map(|fact| fact.recorded_at).collect()
}

#[test]
fn it_is_sound_and_never_ahead_of_its_time() {
    let folder = TempDir::new().unwrap();
    for now in MOMENTS {
        let mut desk = demo(&folder, now);
        let proof = desk.verify().unwrap();
        assert_eq!(proof.problems, Vec::<String>::new(), "{now}");
        assert!((42..=60).contains(&proof.subjects), "{}", proof.subjects);
        let end = desk.now();
        let mut last: Option<DateTime<Utc>> = None;
        for row in all(&desk) {
            let recorded: Vec<_> = match row.subject {
                Subject::Duty(number) => times(&desk.duty(number).unwrap().facts),
                Subject::Contact(number) => times(&desk.contact(number).unwrap().facts),
                Subject::Case(number) => times(&desk.case(number).unwrap().facts),
            };
            assert!(
                recorded.iter().all(|at| *at <= end),
                "{now} {}",
                row.subject
            );
            last = last.max(recorded.last().copied());
        }
        assert!(last.is_some());
    }
}

#[test]
fn every_state_of_a_case_can_be_seen_at_any_time() {
    let folder = TempDir::new().unwrap();
    for now in MOMENTS {
        let mut desk = demo(&folder, now);
        let counts = desk.counts().unwrap();
        assert!(
            counts.overdue >= 4 && counts.paused >= 3,
            "{now} {counts:?}"
        );
        let rows = all(&desk);
        for stage in crate::domain::case::Stage::ALL {
            assert!(
                rows.iter().any(|row| row.phase == Phase::Case(*stage)),
                "{now} {stage:?}"
            );
        }
        for step in 0..=3 {
            assert!(rows.iter().any(|row| row.step == step), "{now} step {step}");
        }
        let rules = desk.rules().unwrap();
        for category in &rules.charter.categories {
            assert!(
                rows.iter().any(|row| row.category == category.id),
                "{now} {}",
                category.id
            );
        }
        for channel in &rules.charter.channels {
            assert!(
                rows.iter().any(|row| row.channel == Some(*channel)),
                "{now} {channel}"
            );
        }
        let soon = rows.iter().filter(|row| row.promise.is_some()).any(|row| {
            row.due_at.is_some_and(|due| {
                due >= desk.now()
                    && rules.calendars.now().working_seconds(
                        desk.now(),
                        due,
                        &crate::domain::count::Exclusions::NONE,
                    ) < 3 * 3600
            })
        });
        assert!(soon, "{now}");
        let mine = rows.iter().filter(|row| row.officer == desk.actor().login);
        assert!(mine.count() >= 4, "{now}");
    }
}

#[test]
fn visits_and_calls_wait_while_the_office_is_open_and_call_backs_are_owed_always() {
    let folder = TempDir::new().unwrap();
    for now in MOMENTS {
        let mut desk = demo(&folder, now);
        let end = desk.now();
        let open = desk.rules().unwrap().calendars.now().is_open(end);
        let rows = all(&desk);
        let at = |stage| {
            let phase = Phase::Contact(stage);
            let of_stage = rows.iter().filter(move |row| row.phase == phase);
            of_stage.filter(|row| row.due_at.is_some_and(|due| due < end))
        };
        // A minute after the opening nobody can have waited for ten.
        if open && now != "2026-11-23 09:01" {
            assert_eq!(at(ContactStage::Waiting).count(), 1, "{now}");
        }
        if !open {
            let phase = Phase::Contact(ContactStage::Waiting);
            assert!(rows.iter().all(|row| row.phase != phase), "{now}");
        }
        assert_eq!(at(ContactStage::CallBack).count(), 1, "{now}: too late");
        let owed = rows.iter().filter_map(|row| match row.subject {
            Subject::Contact(number) => Some(number),
            Subject::Case(_) | Subject::Duty(_) => None,
        });
        let wishes = owed.filter(|number| {
            let contact = desk.contact(*number).unwrap().contact;
            let wish = contact.call_backs.first().map(|owed| owed.wish.clone());
            wish.is_some_and(|wish| wish.wanted_at.is_some_and(|at| at > end))
        });
        assert_eq!(wishes.count(), 1, "{now}: with a wish");
        let cases = rows.iter().filter_map(|row| row.subject.case());
        let cases: Vec<_> = cases.collect();
        let booked = cases.into_iter().filter(|number| {
            let case = desk.case(*number).unwrap().case;
            case.visit().is_some_and(|visit| visit.at() > end)
        });
        assert_eq!(booked.count(), 1, "{now}: a consultation");
    }
}

#[test]
fn on_a_working_day_something_is_due_that_day() {
    let folder = TempDir::new().unwrap();
    let mut desk = demo(&folder, "2026-11-23 10:00");
    assert!(desk.counts().unwrap().today >= 2);
}

#[test]
fn facts_bear_the_names_of_several_people() {
    let folder = TempDir::new().unwrap();
    let mut desk = demo(&folder, "2026-11-23 10:00");
    let mut names = std::collections::BTreeSet::new();
    for number in all(&desk).iter().filter_map(|row| row.subject.case()) {
        let facts = desk.case(number).unwrap().facts;
        names.extend(facts.into_iter().map(|fact| fact.by));
    }
    assert!(names.len() >= 6, "{names:?}");
}

#[test]
fn another_of_the_staff_may_sit_down_at_once() {
    let folder = TempDir::new().unwrap();
    let opening = Opening {
        path: folder.path().join("desk.db"),
        acting: Some("kim".to_owned()),
        now: None,
    };
    let desk = found_demo(&opening).unwrap();
    assert_eq!(desk.actor().login, "kim");
    assert!(desk.now() >= Utc::now() - chrono::TimeDelta::seconds(60));
}

#[test]
fn an_unfinished_desk_is_removed() {
    let folder = TempDir::new().unwrap();
    let of = |acting: Option<&str>| Opening {
        path: folder.path().join("desk.db"),
        acting: acting.map(str::to_owned),
        now: Some("2026-11-23 10:00".to_owned()),
    };
    let stranger = of(Some("nobody"));
    assert!(found_demo(&stranger).is_err());
    assert!(crate::desk::generate(&stranger, 3, 1).is_err());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    found_demo(&of(None)).unwrap();
    // An existing file stays.
    assert!(found_demo(&stranger).is_err());
    assert!(Desk::open(&of(None)).is_ok());
}

/// At a morning, on a Friday evening and after a long holiday.
#[test]
fn the_stories_make_the_same_desk_at_any_clock() {
    let folder = TempDir::new().unwrap();
    for (now, contacts, facts) in [
        ("2026-11-23 10:00", 5, 341),
        ("2026-11-27 18:30", 2, 336),
        ("2026-09-28 09:30", 5, 341),
    ] {
        let rows = all(&demo(&folder, now));
        let count = |kind, phase: &str| {
            let is = |row: &&crate::desk::QueueRow| {
                row.subject.kind() == kind && (phase.is_empty() || row.phase.id() == phase)
            };
            rows.iter().filter(is).count()
        };
        for (stage, expected) in [
            ("answered", 3),
            ("arrived", 3),
            ("assigned", 25),
            ("closed", 8),
            ("merged", 1),
            ("received", 4),
            ("returned", 1),
            ("transferred", 1),
            ("withdrawn", 1),
            ("", 47),
        ] {
            let found = count(SubjectKind::Case, stage);
            assert_eq!(found, expected, "{now} {stage}");
        }
        assert_eq!(count(SubjectKind::Contact, ""), contacts, "{now}");
        assert_eq!(count(SubjectKind::Duty, "open"), 7, "{now}");
        let recorded: u32 = rows.iter().map(|row| row.facts).sum();
        assert_eq!(recorded, facts, "{now}");
    }
}

#[test]
fn the_deadlines_of_the_stories_stand_in_the_same_order() {
    let folder = TempDir::new().unwrap();
    let rows = all(&demo(&folder, "2026-11-23 10:00"));
    let open = rows.iter().filter(|row| row.promise.is_some());
    let numbers: Vec<_> = open.map(|row| row.subject.to_string()).collect();
    assert_eq!(
        numbers.join(" "),
        "2026-000004 2026-000011 2026-000014 2026-000016 2026-000034 2026-000039 2026-000042 C2026-000001 \
            C2026-000003 C2026-000004 C2026-000002 2026-000043 2026-000047 2026-000009 2026-000044 2026-000046 2026-000045 \
            2026-000021 2026-000022 2026-000027 2026-000019 2026-000028 2026-000012 2026-000031 \
            2026-000032 2026-000035 2026-000036 2026-000037 2026-000038 2026-000041 2026-000013 2026-000026 2026-000023 \
            D2026-000007 D2026-000001 D2026-000002 D2026-000003 D2026-000004 D2026-000005 D2026-000006 \
            2026-000025 2026-000029 2026-000017"
    );
}

#[test]
fn every_story_can_be_told_apart_and_happens_under_one_charter() {
    let practice = Practice::read().unwrap();
    let cases = practice.cases.iter().flat_map(|file| &file.variants);
    let cases: Vec<&String> = cases.map(|variant| &variant.name).collect();
    let contacts = practice.contacts.variants.iter();
    let contacts: Vec<&String> = contacts.map(|variant| &variant.name).collect();
    for names in [cases, contacts] {
        let distinct: std::collections::BTreeSet<_> = names.iter().collect();
        assert_eq!(distinct.len(), names.len(), "{names:?}");
    }
    let charter = &practice.contacts.charter;
    assert!(practice.cases.iter().all(|file| file.charter == *charter));
}

#[test]
fn a_story_with_a_slip_of_the_pen_is_an_error_in_a_sentence() {
    let fine = CASES[2].1;
    for (right, slip) in [
        ("channel = \"phone\"", "chanel = \"phone\""),
        ("category = ", "anonymous = 1, category = "),
        ("do = \"assign\"", "do = \"asign\""),
        ("at = \"-2d 09:35\"", "at = \"2d 09:35\""),
        ("by = \"kim\", do", "bye = \"kim\", do"),
    ] {
        let text = fine.replacen(right, slip, 1);
        assert_ne!(text, fine, "{slip}");
        let error = parse::<CaseStories>(("ladder", &text)).unwrap_err();
        let says = error.say(Lang::En);
        assert!(
            says.contains("'ladder'") && says.contains("No file was left"),
            "{says}"
        );
    }
}
