//! Lives told by what was done, in the order in which it was done.

use super::*;
use crate::domain::{
    calendar::Calendars,
    charter::{Channel, Charter, builtin},
    command::{Command, Exit, Handling, Intake, NoticeCommand, Supplement, Timing},
    deadline::deadlines,
    decide::{Context, decide, decide_notice, receive},
    fact::{ContactWay, ExtensionReason, Outcome, SuspensionReason},
    holidays::Holidays,
    notice::NoticeWay,
    staff::{Role, Staff, sample_staff},
    subject::CaseNumber,
};
use chrono::{NaiveDate, NaiveDateTime, TimeZone};
use chrono_tz::Asia::Seoul;

fn at(text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    let local = Seoul.from_local_datetime(&local).unwrap();
    local.with_timezone(&Utc)
}

struct Desk {
    charter: Charter,
    calendars: Calendars,
    signer: Staff,
}

impl Desk {
    fn new() -> Self {
        let charter = builtin::builtin("kpf").unwrap().unwrap();
        let calendars =
            Calendars::new(charter.office.clone(), Holidays::korean(), Vec::new()).unwrap();
        Self {
            charter,
            calendars,
            signer: sample_staff(),
        }
    }

    fn context(&self, now: DateTime<Utc>) -> Context<'_> {
        Context {
            charter: &self.charter,
            charter_version: 1,
            calendars: &self.calendars,
            at: now,
            now,
            late_reason: "",
            by: "kim",
            role: Role::Supervisor,
            signer: Some(&self.signer),
            history: &[],
            related: &[],
            person: None,
            staff: &[],
        }
    }

    /// Tells the result, where there is one.
    fn told(&self, number: CaseNumber, facts: &[Fact], when: &str) -> Option<Fact> {
        let case = Case::fold(number, facts).unwrap();
        let key = case.untold()?.key;
        let told = NoticeCommand::Tell {
            how: Some(NoticeWay::Document),
            text: "통지문".into(),
            why: None,
            document_number: String::new(),
        };
        Some(decide_notice(&case, key, &told, &self.context(at(when))).unwrap())
    }

    /// The life, at `now`, of a complaint of 2026-11-02 10:00 with which these things were done.
    fn life(&self, done: &[(&str, Command)], now: &str) -> Timeline {
        let mut intake = Intake::new(Channel::Phone, "complaint");
        intake.title = "상담 전화 응대 불만".into();
        intake.party.name = "홍길동".into();
        let number = CaseNumber {
            year: 2026,
            serial: 1,
        };
        let context = self.context(at("2026-11-02 10:00"));
        let mut facts = receive(number, &intake, &context).unwrap();
        for (when, command) in done {
            let case = Case::fold(number, &facts).unwrap();
            facts.extend(decide(&case, command, &self.context(at(when))).unwrap());
            facts.extend(self.told(number, &facts, when));
        }
        let case = Case::fold(number, &facts).unwrap();
        let found = deadlines(&case, &self.charter, &self.calendars).unwrap();
        Timeline::of(&case, &facts, &found, (self.calendars.now(), at(now)))
    }
}

fn answer() -> Command {
    Command::Handling(Handling::Answer {
        outcome: Outcome::Accepted,
        text: "조치하였습니다.".into(),
        ground: String::new(),
        remedy: String::new(),
    })
}

#[test]
fn an_open_case_lives_from_its_receipt_to_its_last_deadline() {
    let life = Desk::new().life(
        &[(
            "2026-11-03 09:30",
            Command::Handling(Handling::Contact {
                how: ContactWay::Phone,
                text: "전화".into(),
                asks_progress: false,
            }),
        )],
        "2026-11-05 10:00",
    );
    assert_eq!(
        life.marks,
        [
            (at("2026-11-02 10:00"), Mark::Receipt),
            (at("2026-11-03 09:30"), Mark::Contact)
        ]
    );
    let ahead = life
        .ends
        .iter()
        .filter(|(_, ends)| *ends == DeadlineEnd::Ahead);
    assert_eq!(ahead.count(), 3, "{:?}", life.ends);
    // The charter's two and the law's end as the seventh working day does.
    assert_eq!(life.until, at("2026-11-11 00:00"));
    assert_eq!((life.from, life.over), (at("2026-11-02 10:00"), None));
}

#[test]
fn what_is_over_is_marked_and_now_ends_the_line() {
    let life = Desk::new().life(&[], "2026-12-04 10:00");
    assert_eq!(life.until, at("2026-12-04 10:00"));
    // The thirty days after which the progress is told are over as well.
    let progress = (at("2026-12-03 00:00"), DeadlineEnd::Missed);
    assert_eq!(life.ends.last(), Some(&progress));
    assert!(
        life.ends
            .contains(&(at("2026-11-11 00:00"), DeadlineEnd::Missed))
    );
}

#[test]
fn a_closed_case_ends_with_its_end_and_keeps_its_deadlines() {
    let life = Desk::new().life(
        &[
            ("2026-11-04 11:00", answer()),
            (
                "2026-11-05 11:00",
                Command::Exit(Exit::Close {
                    untold: String::new(),
                }),
            ),
        ],
        "2027-03-01 10:00",
    );
    assert_eq!(life.over, Some(at("2026-11-05 11:00")));
    let marks: Vec<Mark> = life.marks.iter().map(|(_, mark)| *mark).collect();
    assert_eq!(marks, [Mark::Receipt, Mark::Answer, Mark::End]);
    assert!(life.ends.iter().all(|(_, ends)| *ends == DeadlineEnd::Met));
    assert_eq!(
        life.until,
        at("2026-11-11 00:00"),
        "where its deadlines would have ended"
    );
}

#[test]
fn time_that_stands_still_is_a_gap_which_lasts_until_it_goes_on() {
    let ask = Command::Supplement(Supplement::Request {
        late: String::new(),
        text: "위치도".into(),
        until: NaiveDate::from_ymd_opt(2026, 11, 13).unwrap(),
    });
    let asked = ("2026-11-04 09:30", ask);
    let desk = Desk::new();
    let waiting = desk.life(std::slice::from_ref(&asked), "2026-11-06 10:00");
    let gap = |to| Gap {
        from: at("2026-11-04 09:30"),
        to,
    };
    assert_eq!(waiting.gaps, [gap(None)]);
    let came = ("2026-11-10 15:00", Command::Supplement(Supplement::Receive));
    let goes_on = desk.life(&[asked, came], "2026-11-10 15:00");
    assert_eq!(goes_on.gaps, [gap(Some(at("2026-11-10 15:00")))]);
}

#[test]
fn time_stands_still_for_an_inspection_no_longer_than_its_days() {
    let inspect = Command::Timing(Timing::Suspend {
        reason: SuspensionReason::Inspection,
        text: "현장조사".into(),
    });
    let desk = Desk::new();
    let begun = ("2026-11-04 09:30", inspect.clone());
    let over = ("2026-11-24 10:00", Command::Timing(Timing::Resume));
    let lasts = std::slice::from_ref(&begun);
    let gaps = |done: &[_], now| desk.life(done, now).gaps;
    let gap = |to| Gap {
        from: at("2026-11-04 09:30"),
        to,
    };
    assert_eq!(gaps(lasts, "2026-11-18 23:00"), [gap(None)]);
    let fourteen = [gap(Some(at("2026-11-19 00:00")))];
    assert_eq!(gaps(lasts, "2026-11-20 10:00"), fourteen);
    assert_eq!(gaps(&[begun.clone(), over], "2026-11-24 10:00"), fourteen);
}

#[test]
fn extensions_and_what_begins_anew_have_marks_of_their_own() {
    let extend = Command::Timing(Timing::Extend {
        reason: ExtensionReason::FactFinding,
        days: 3,
        text: "현장 확인".into(),
        consent: false,
    });
    let life = Desk::new().life(
        &[
            ("2026-11-05 10:00", extend),
            ("2026-11-12 10:00", answer()),
            (
                "2026-11-13 10:00",
                Command::Exit(Exit::Object {
                    text: "이의".into(),
                }),
            ),
        ],
        "2026-11-16 10:00",
    );
    let marks: Vec<Mark> = life.marks.iter().map(|(_, mark)| *mark).collect();
    assert_eq!(
        marks,
        [Mark::Receipt, Mark::Extension, Mark::Answer, Mark::Again]
    );
    assert_eq!(life.over, None, "it is being handled again");
}
