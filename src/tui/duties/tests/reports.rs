//! What helps with a duty is seen when it is opened, and departments are reminded from there.

use super::*;
use crate::{
    desk::Report,
    domain::{
        charter::Channel,
        command::{Command, Exit, Handling, Intake},
        duty::DutyFact,
        late::EntryTime,
        staff::{Staff, sample_staff},
    },
    tui::fixture::matter,
};

const CHECK: &str = "act.monthly-check";

/// Takes a matter in that came three weeks before, for a department.
fn overdue(bench: &mut Bench, title: &str, category: &str, department: &str) {
    let intake = Intake {
        received_at: "2026-11-02T01:00:00Z".parse().ok(),
        ..matter(title, "홍길동", Channel::Phone, category)
    };
    let desk = bench.desk();
    let number = desk.intake(&intake).unwrap();
    if department.is_empty() {
        return;
    }
    let letters = department.bytes().map(u32::from).sum::<u32>();
    let member = format!("m{letters}");
    // Somebody of any department, and a member of the one in charge.
    for (login, name, department) in [
        ("han", "한가상", ""),
        (member.as_str(), "아무개", department),
    ] {
        let member = Staff {
            login: login.into(),
            name: name.into(),
            department: department.into(),
            ..sample_staff()
        };
        let _known = desk.add_staff(&member);
    }
    let order = crate::desk::Order {
        number,
        command: Command::Handling(Handling::Assign {
            department: department.into(),
            officer: "한가상".into(),
        }),
        time: EntryTime::NOW,
        seen: None,
    };
    desk.run(&order).unwrap();
}

/// A desk with overdue cases in two departments.
fn late(lang: Lang, size: (u16, u16)) -> Bench {
    let mut bench = Bench::new(lang, size);
    overdue(&mut bench, "상담 전화 응대 불만", "complaint", "상담팀");
    overdue(&mut bench, "교육장 냉방", "complaint", "운영팀");
    overdue(&mut bench, "봉사시간 인정", "complaint", "운영팀");
    overdue(&mut bench, "담당 없는 민원", "complaint", "");
    bench
}

/// The facts of the open duty that tell of a reminder, with how many cases.
fn reminded(bench: &mut Bench) -> Vec<(Vec<String>, usize, String)> {
    let number = bench.screen.number.unwrap();
    let facts = bench.desk().duty(number).unwrap().facts;
    let told = facts.into_iter().filter_map(|fact| match fact.kind {
        DutyFact::Reminded {
            cases,
            departments,
            text,
        } => Some((departments, cases.len(), text.as_str().to_owned())),
        _ => None,
    });
    told.collect()
}

#[test]
fn the_overdue_cases_stand_by_department_in_the_monthly_check_and_scroll() {
    let mut bench = late(Lang::Ko, (80, 24));
    open(&mut bench, CHECK);
    let top = bench.shown();
    for seen in [
        "지금 기한이 지난 민원 4건",
        "상담팀 (1건)",
        "운영팀 (2건)",
        "고객지원팀 (1건)",
    ] {
        assert!(top.contains(seen), "{seen}: {top}");
    }
    bench.press(Action::Last);
    let end = bench.shown();
    assert!(end.contains("이력") && end != top, "{end}");
    bench.press(Action::First);
    assert_eq!(bench.shown(), top);
    // One that is settled meanwhile is gone when the screen is read again.
    let told = bench.screen.detail.as_ref().unwrap().report.as_ref();
    let Report::Overdue(departments) = &*told.unwrap().report else {
        panic!("{:?}", bench.screen.detail)
    };
    let order = crate::desk::Order {
        number: departments[0].cases[0].number,
        command: Command::Exit(Exit::Withdraw {
            text: String::new(),
        }),
        time: EntryTime::NOW,
        seen: None,
    };
    bench.desk().run(&order).unwrap();
    bench.send_event(&ScreenEvent::Opened);
    assert!(bench.shown().contains("민원 3건"), "{}", bench.shown());
}

#[test]
fn of_a_long_list_all_are_counted_and_reminded_of_and_the_first_are_shown() {
    let mut bench = late(Lang::En, (80, 24));
    for _ in 0..53 {
        overdue(&mut bench, "난방 고장", "complaint", "운영팀");
    }
    open(&mut bench, CHECK);
    assert!(
        bench.shown().contains("Cases overdue now: 57"),
        "{}",
        bench.shown()
    );
    let mut seen = String::new();
    for _ in 0..6 {
        seen.push_str(&bench.shown());
        bench.press(Action::PageDown);
    }
    assert!(seen.contains("운영팀 (55)"), "{seen}");
    assert!(
        seen.contains("and 5 more: search for “status:overdue”."),
        "{seen}"
    );
    // What was listed last is among the longest overdue, not among the newest.
    assert!(
        seen.contains("2026-000052") && !seen.contains("2026-000053"),
        "{seen}"
    );
    let counts = bench.desk().counts().unwrap();
    let found = bench
        .desk()
        .search("status:overdue", 100, &crate::desk::Effort::Waiting);
    let cases = found.unwrap().rows;
    assert_eq!((counts.overdue, cases.len()), (57, 57));
    bench.press(Action::Remind);
    bench.send(&[""]);
    bench.done();
    assert_eq!(reminded(&mut bench)[0].1, 57);
}

#[test]
fn all_departments_are_reminded_or_one() {
    let mut bench = late(Lang::Ko, (80, 24));
    open(&mut bench, CHECK);
    bench.press(Action::Remind);
    bench.send(&["", "12월 4일까지 회신"]);
    bench.done();
    let all = (
        ["고객지원팀", "상담팀", "운영팀"]
            .map(str::to_owned)
            .to_vec(),
        4,
        "12월 4일까지 회신".to_owned(),
    );
    assert_eq!(reminded(&mut bench), std::slice::from_ref(&all));
    bench.press(Action::Remind);
    let last = ratatui::crossterm::event::KeyCode::End.into();
    bench.send_event(&ScreenEvent::Key(last));
    bench.press(Action::Submit);
    bench.done();
    let one = (vec!["운영팀".to_owned()], 2, String::new());
    assert_eq!(reminded(&mut bench), [all, one]);
    bench.press(Action::Last);
    let shown = bench.shown();
    assert!(
        shown.contains("독촉  고객지원팀, 상담팀, 운영팀, 민원 4건"),
        "{shown}"
    );
    assert!(shown.contains("독촉  운영팀, 민원 2건"), "{shown}");
}

#[test]
fn nobody_is_reminded_where_nothing_is_overdue_or_by_another_duty() {
    let mut bench = Bench::new(Lang::Ko, (80, 24));
    open(&mut bench, CHECK);
    bench.press(Action::Remind);
    assert!(
        bench.refused().contains("독촉할 것이 없습니다"),
        "{}",
        bench.refused()
    );
    bench.press(Action::Back);
    open(&mut bench, SURVEY);
    bench.press(Action::Remind);
    assert!(
        bench.refused().contains("act.monthly-check"),
        "{}",
        bench.refused()
    );
}

#[test]
fn frequent_subjects_and_praise_are_told_where_the_charter_asks_for_them() {
    let mut bench = Bench::of("kpf", Lang::Ko, (80, 24));
    let categories = &bench.shared.rules.as_ref().unwrap().charter.categories;
    let category = categories[0].clone();
    for title in ["강좌 신청", "강좌 신청", "주차"] {
        overdue(&mut bench, title, &category.id, "상담팀");
    }
    open(&mut bench, "kpf.know.faq");
    let shown = bench.shown();
    for seen in [
        category.name.ko.as_str(),
        "2  강좌 신청",
        "1  주차",
        "많았던 분류",
        "많았던 내용",
    ] {
        assert!(shown.contains(seen), "{seen}: {shown}");
    }
    let mut bench = Bench::of("koreha", Lang::Ko, (80, 24));
    let categories = bench
        .shared
        .rules
        .as_ref()
        .unwrap()
        .charter
        .categories
        .clone();
    let praise = categories.iter().find(|known| {
        known
            .topics
            .contains(&crate::domain::charter::Topic::Praise)
    });
    let praise = praise.unwrap().id.clone();
    open(&mut bench, "koreha.incentive");
    assert!(bench.shown().contains("없습니다."), "{}", bench.shown());
    overdue(&mut bench, "친절한 안내", &praise, "고객지원팀");
    bench.shared.people = bench.desk().staff().unwrap().into();
    bench.send_event(&ScreenEvent::Opened);
    assert!(bench.shown().contains("1  한가상"), "{}", bench.shown());
}

#[test]
fn what_is_late_is_listed_by_department_and_reminded_of_department_by_department() {
    for (lang, listed, asked) in [
        (
            Lang::Ko,
            "운영팀 (2건)",
            "▌독촉할 부서 < 모든 부서 (4건) > 1/4",
        ),
        (
            Lang::En,
            "운영팀 (2)",
            "▌departments        < all departments (4) > 1/4",
        ),
    ] {
        for size in SIZES {
            let mut bench = late(lang, size);
            open(&mut bench, CHECK);
            assert!(bench.shown().contains(listed), "{}", bench.shown());
            bench.press(Action::Remind);
            assert!(bench.shown().contains(asked), "{}", bench.shown());
        }
    }
}
