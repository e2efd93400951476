//! A revised charter on a real file: which cases it applies to, and which deadlines its hours move.

use super::*;
use crate::domain::subject::CaseNumber;
use crate::{
    desk::{Foundation, Opening},
    domain::{
        charter::{Channel, builtin::builtin_text},
        command::Intake,
        deadline::Deadline,
        duty::{DutyCommand, DutyFact},
        fact::FactKind,
        late::EntryTime,
        refusal::Refusal,
    },
};
use chrono::DateTime;
use tempfile::TempDir;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn first() -> &'static str {
    builtin_text("gbvc").unwrap()
}

/// Answers in 3 days instead of 7.
fn faster() -> String {
    first().replacen("\nlimit = \"7 days\"", "\nlimit = \"3 days\"", 1)
}

/// The same charter; the office opens at ten.
fn later() -> String {
    first().replace("\"09:00\", \"12:00\"", "\"10:00\", \"12:00\"")
}

fn desk(folder: &TempDir, now: &str, acting: Option<&str>) -> Desk {
    let opening = Opening {
        path: folder.path().join("desk.db"),
        acting: acting.map(str::to_owned),
        now: Some(now.to_owned()),
    };
    if opening.path.exists() {
        return Desk::open(&opening).unwrap();
    }
    let adopt = Foundation {
        charter: first(),
        practice: true,
    };
    Desk::found(&opening, &adopt).unwrap()
}

fn opinion(channel: Channel) -> Intake {
    let mut intake = Intake::new(channel, "discourtesy");
    intake.title = "응대 불만".into();
    intake.party.name = "홍길동".into();
    intake
}

fn deadline(desk: &mut Desk, number: CaseNumber, promise: &str) -> Deadline {
    let view = desk.case(number).unwrap();
    let found = view.deadlines.iter().find(|one| one.promise == promise);
    found.unwrap().clone()
}

fn revise<'a>(charter: &'a str, from: &str) -> Revision<'a> {
    Revision {
        charter,
        from: day(from),
    }
}

#[test]
fn a_revision_applies_from_its_date_and_running_cases_keep_theirs() {
    const PROMISE: &str = "gbvc.opinion.result";
    let folder = TempDir::new().unwrap();
    let mut now = desk(&folder, "2026-11-23 10:00", None);
    let running = now.intake(&opinion(Channel::Phone)).unwrap();
    let adopted = now.adopt(&revise(&faster(), "2026-12-01")).unwrap();
    assert_eq!((adopted.version.number, adopted.subjects.len()), (2, 0));
    assert_eq!(now.rules().unwrap().version, 1, "not yet");
    let eve = desk(&folder, "2026-11-30 17:00", None)
        .intake(&opinion(Channel::Phone))
        .unwrap();

    let mut then = desk(&folder, "2026-12-01 09:00", None);
    assert_eq!(then.rules().unwrap().version, 2);
    let new = then.intake(&opinion(Channel::Phone)).unwrap();
    // Arrived on the eve and typed in later: the charter of the eve applies.
    let mut typed_late = opinion(Channel::Web);
    typed_late.arrived_at = Some("2026-11-30T06:00:00Z".parse::<DateTime<_>>().unwrap());
    let typed_late = then.intake(&typed_late).unwrap();
    for (number, version, days) in [(running, 1, 7), (eve, 1, 7), (new, 2, 3)] {
        assert_eq!(then.case(number).unwrap().rules.version, version);
        let limit = deadline(&mut then, number, PROMISE).limit;
        assert_eq!(limit.amount, days, "{number}");
    }
    assert_eq!(then.case(typed_late).unwrap().rules.version, 1);
    let (versions, today) = then.charter_versions().unwrap();
    let since: Vec<String> = versions.iter().map(|one| one.since.to_string()).collect();
    assert_eq!(
        (since, today),
        (vec!["2026-11-23".into(), "2026-12-01".into()], 2)
    );
    assert!(then.charter_version(3).unwrap().is_none());
    assert_eq!(then.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn revised_hours_move_deadlines_after_the_date_but_no_announced_dates() {
    let folder = TempDir::new().unwrap();
    let mut desk_now = desk(&folder, "2026-11-30 17:00", None);
    // Accepted within 8 working hours of Monday 17:00: Tuesday 9-12, 13-17, with the old hours.
    let mut waiting = opinion(Channel::Web);
    waiting.arrived_at = Some(desk_now.now());
    let waiting = desk_now.intake(&waiting).unwrap();
    let before = deadline(&mut desk_now, waiting, "act.accept");
    assert_eq!(before.due.at.to_rfc3339(), "2026-12-01T08:00:00+00:00");
    // Deadlines in days do not move.
    let in_days = desk_now.intake(&opinion(Channel::Phone)).unwrap();

    let adopted = desk_now.adopt(&revise(&later(), "2026-12-01")).unwrap();
    assert_eq!(adopted.subjects, [waiting.into()]);
    let after = deadline(&mut desk_now, waiting, "act.accept");
    assert_eq!(after.due.at.to_rfc3339(), "2026-12-01T09:00:00+00:00");
    assert_eq!(after.announced, before.announced);
    let facts = desk_now.case(waiting).unwrap().facts;
    let told = matches!(&facts.last().unwrap().kind,
        FactKind::Recomputed { cause, moved } if cause.starts_with("2026-12-01 ") && moved.len() == 1);
    assert!(told, "{facts:?}");
    assert_eq!(desk_now.case(in_days).unwrap().facts.len(), 1);
    assert_eq!(desk_now.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn an_adoption_that_cannot_be_is_refused_and_leaves_nothing() {
    let folder = TempDir::new().unwrap();
    let mut admin = desk(&folder, "2026-11-23 10:00", None);
    let zone = first().replacen("Asia/Seoul", "Asia/Tokyo", 1);
    let faster = faster();
    for (charter, from, sentence) in [
        (
            faster.as_str(),
            "2026-11-22",
            "from 2026-11-23 to 2036-11-30",
        ),
        (&faster, "2036-12-01", "from 2026-11-23 to 2036-11-30"),
        (first(), "2026-12-01", "already in force"),
        (&zone, "2026-12-01", "Asia/Seoul"),
        ("id = 3", "2026-12-01", "1:6: id:"),
    ] {
        let error = admin.adopt(&revise(charter, from)).unwrap_err();
        let said = crate::words::Say::say(&error, crate::words::Lang::En);
        assert!(said.contains(sentence), "{said}");
    }
    admin.hire(admin.now()).unwrap();
    let mut clerk = desk(&folder, "2026-11-23 10:00", Some("park"));
    let refused = clerk.adopt(&revise(&faster, "2026-12-01"));
    assert!(matches!(
        refused,
        Err(DeskError::Refusal(Refusal::Forbidden(_)))
    ));
    assert_eq!(admin.charter_versions().unwrap().0.len(), 1);
}

#[test]
fn a_revision_for_the_same_date_takes_the_place_of_the_one_before() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-23 10:00", None);
    desk.adopt(&revise(&faster(), "2026-12-01")).unwrap();
    desk.adopt(&revise(&later(), "2026-12-01")).unwrap();
    // Back to the first charter, which is not the one in force on that date.
    let third = desk.adopt(&revise(first(), "2026-12-01")).unwrap();
    assert_eq!(third.version.number, 4);
    let on_the_day = desk
        .rules
        .in_force(desk.store.reader(), "2026-12-01T01:00:00Z".parse().unwrap());
    assert_eq!(on_the_day.unwrap().version, 4);
}

/// The result of the survey is published within so many working hours after it.
fn counted_in_hours() -> String {
    let text = builtin_text("wonju").unwrap();
    let publish = text.find("id = \"wonju.survey.publish\"").unwrap();
    let (before, after) = text.split_at(publish);
    let after = after
        .replacen("limit = \"1 month\"", "limit = \"16 hours\"", 1)
        .replacen("count = \"civil\"", "count = \"working_hours\"", 1);
    format!("{before}{after}")
}

#[test]
fn revised_hours_move_the_open_duties_that_are_counted_in_them_and_no_others() {
    let folder = TempDir::new().unwrap();
    let charter = counted_in_hours();
    let opening = Opening {
        path: folder.path().join("desk.db"),
        acting: None,
        now: Some("2026-11-30 17:00".to_owned()),
    };
    let practice = true;
    let adopt = Foundation {
        charter: &charter,
        practice,
    };
    let mut desk = Desk::found(&opening, &adopt).unwrap();
    let surveys = desk.duty_history("wonju.survey").unwrap();
    let order = crate::desk::DutyOrder {
        number: surveys[0].duty.number,
        command: DutyCommand::Finish(Box::default()),
        time: EntryTime::NOW,
        seen: None,
    };
    let publish = desk.run_duty(&order).unwrap()[0];
    let due = |desk: &mut Desk| {
        let deadline = desk.duty(publish).unwrap().deadline.unwrap();
        deadline.due.at.to_rfc3339()
    };
    // An hour is left on Monday, eight on Tuesday, seven on Wednesday: until 17:00 in Seoul.
    assert_eq!(due(&mut desk), "2026-12-02T08:00:00+00:00");
    let others = desk.duty_year(2026).unwrap().duties.len() - 1;

    let later = charter.replace("\"09:00\", \"12:00\"", "\"10:00\", \"12:00\"");
    let adopted = desk.adopt(&revise(&later, "2026-12-01")).unwrap();
    assert_eq!(
        adopted.subjects,
        [publish.into()],
        "of {others} others none"
    );
    // From Tuesday on a day has seven: the last of the sixteen is over on Thursday at 11:00.
    assert_eq!(due(&mut desk), "2026-12-03T02:00:00+00:00");
    let facts = desk.duty(publish).unwrap().facts;
    let told = matches!(&facts.last().unwrap().kind,
        DutyFact::Recomputed { cause, moved } if cause.starts_with("2026-12-01 ") && moved.len() == 1);
    assert!(told, "{facts:?}");
    assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
}
