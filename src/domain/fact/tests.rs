//! The written form of every fact: the history of files in use is chained over these bytes, so they never change.

use super::*;
use crate::domain::charter::{CaseKind, Channel, Topic};
use chrono::TimeZone;

/// One line for each fact of [`every_kind`], written by version 0.1.
const WRITTEN: &str = include_str!("tests/written.jsonl");

fn prose(text: &str) -> Prose {
    Prose::new(text)
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

fn moment() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 30, 5, 0, 0).unwrap()
}

fn word(text: &str) -> String {
    text.to_owned()
}

fn received() -> FactKind {
    FactKind::Received(Box::new(Receipt {
        charter: 3,
        channel: Channel::Phone,
        category: word("complaint"),
        case_kind: CaseKind::Grievance,
        topics: vec![Topic::Question],
        department: word("고객지원팀"),
        title: prose("제목"),
        body: prose("본문"),
        arrived_at: moment(),
        received_at: None,
        needs_review: true,
        on_behalf: false,
        assistance: true,
        anonymous: false,
        petitioner: crate::domain::petitioner::Petitioner::default(),
        period: None,
        has_email: true,
        result_mail: false,
        happened: None,
        misconduct: None,
        taken_by: String::new(),
    }))
}

fn steps() -> [FactKind; 3] {
    [
        Step::One {
            department: word("팀"),
            officer: word("kim"),
            instruction: prose("확인"),
            notifies: false,
        },
        Step::Two {
            result: prose("결과"),
            apology: prose("사과"),
            notifies: false,
        },
        Step::Three {
            reason: prose("미반영"),
            department: word("팀"),
            officer: word("kim"),
            notifies: false,
        },
    ]
    .map(|step| FactKind::StepRecorded { step })
}

fn handled() -> Vec<FactKind> {
    vec![
        FactKind::Accepted,
        FactKind::Assigned {
            department: word("팀"),
            officer: word("kim"),
        },
        FactKind::Acknowledged,
        FactKind::Noted {
            text: prose("메모"),
            action: false,
            prevents: false,
        },
        FactKind::Noted {
            text: prose("조치"),
            action: true,
            prevents: false,
        },
        FactKind::Contacted {
            how: ContactWay::Phone,
            text: prose("통화"),
            asks_progress: false,
        },
        FactKind::Contacted {
            how: ContactWay::Phone,
            text: prose("언제 되나요"),
            asks_progress: true,
        },
        FactKind::Misdirected {
            whose: Competence::Agency,
            text: prose("소관 아님"),
        },
        FactKind::Consulted {
            department: word("팀"),
            text: prose("요청"),
            until: None,
        },
        FactKind::Consulted {
            department: word("팀"),
            text: prose("요청"),
            until: Some(day()),
        },
        FactKind::ConsultationAnswered {
            department: word("팀"),
            text: prose("회신"),
        },
    ]
}

fn timed() -> Vec<FactKind> {
    vec![
        FactKind::ExtensionNeeded {
            reason: ExtensionReason::FactFinding,
            text: prose("사유"),
        },
        FactKind::Extended {
            reason: ExtensionReason::FactFinding,
            days: 7,
            consent: true,
            text: prose("연장"),
        },
        FactKind::InterimReplied {
            text: prose("중간"),
        },
        FactKind::SupplementRequested {
            text: prose("서류"),
            until: day(),
            late: None,
        },
        FactKind::SupplementRequested {
            text: prose("서류"),
            until: day(),
            late: Some(prose("늦게 앎")),
        },
        FactKind::SupplementExtended {
            text: prose("더"),
            until: day(),
        },
        FactKind::SupplementArrived,
        FactKind::Suspended {
            reason: SuspensionReason::Inspection,
            text: prose("현장"),
        },
        FactKind::Resumed,
        FactKind::ReviewNeeded,
        FactKind::ChecklistTicked {
            items: vec!["jndc.outreach.contact/2".parse().unwrap()],
        },
    ]
}

fn ended() -> Vec<FactKind> {
    let number = CaseNumber {
        year: 2026,
        serial: 12,
    };
    let text = || prose("말");
    vec![
        FactKind::Answered {
            outcome: Outcome::Partly,
            text: text(),
            remedy: None,
            ground: None,
        },
        FactKind::Refused {
            ground: prose("근거"),
            remedy: prose("구제"),
        },
        FactKind::Objected { text: text() },
        FactKind::Reopened {
            text: text(),
            cause: None,
        },
        FactKind::Apologised { text: text() },
        FactKind::Linked {
            earlier: number,
            how: Linkage::Confirmed,
            reason: None,
        },
        FactKind::Withdrawn { text: prose("") },
        FactKind::Returned { text: text() },
        FactKind::Transferred {
            agency: word("기관"),
            text: text(),
        },
        FactKind::Merged {
            into: number,
            shares: false,
        },
        FactKind::Closed {
            as_repeat: false,
            untold: None,
            text: None,
            committee: None,
        },
        FactKind::Closed {
            as_repeat: true,
            untold: None,
            text: None,
            committee: None,
        },
    ]
}

/// Marks that facts of the first versions do not have.
fn marked() -> Vec<FactKind> {
    let number = CaseNumber {
        year: 2026,
        serial: 12,
    };
    let text = || prose("말");
    vec![
        FactKind::Answered {
            outcome: Outcome::Declined,
            text: text(),
            remedy: Some(prose("구제")),
            ground: Some(prose("이유")),
        },
        FactKind::ResultShared {
            from: number,
            seq: 3,
            denied: false,
        },
        FactKind::ResultShared {
            from: number,
            seq: 3,
            denied: true,
        },
        FactKind::Reopened {
            text: text(),
            cause: Some(ReopenCause::Mistake),
        },
        FactKind::Merged {
            into: number,
            shares: true,
        },
        FactKind::Closed {
            as_repeat: true,
            untold: None,
            text: Some(text()),
            committee: NaiveDate::from_ymd_opt(2026, 11, 30),
        },
    ]
}

fn corrected() -> Vec<FactKind> {
    let text = || prose("말");
    vec![
        FactKind::Corrected {
            notifies: false,
            fact: 2,
            text: text(),
        },
        FactKind::Recomputed {
            cause: word("임시공휴일"),
            moved: vec![MovedDeadline {
                promise: word("act.complaint"),
                from: moment(),
                to: moment(),
            }],
        },
    ]
}

fn made_up_for() -> Vec<FactKind> {
    let text = || prose("말");
    vec![
        FactKind::MisconductReported {
            detail: Detail::Error,
            happened: None,
            text: text(),
        },
        FactKind::FactsChecked {
            text: text(),
            told: true,
            unfounded: false,
        },
        FactKind::PublicApologyMade {
            text: text(),
            published: day(),
        },
        FactKind::CautionGiven {
            department: word("팀"),
            officer: word("kim"),
            text: text(),
        },
        FactKind::TrainingGiven {
            officer: word("kim"),
            text: text(),
        },
        FactKind::Compensated { text: text() },
        FactKind::OverdueConfirmed,
        FactKind::DelayExplained {
            text: text(),
            until: day(),
        },
        FactKind::CorrectionDemanded {
            department: word("팀"),
            text: text(),
        },
        FactKind::Reminded {
            department: word("팀"),
            text: text(),
        },
        FactKind::ImprovementNoted { text: text() },
        FactKind::AppointmentMade {
            visit_at: moment(),
            purpose: text(),
            officer: word("kim"),
        },
        FactKind::AppointmentCancelled { text: text() },
        FactKind::AppointmentMoved { visit_at: moment() },
        FactKind::AppointmentKept,
        FactKind::VisitAnnounced { text: text() },
    ]
}

/// Facts of every kind; those of which a mark says more, with and without it.
fn every_kind() -> Vec<FactKind> {
    let first = std::iter::once(received()).chain(steps());
    let rest = [
        handled(),
        timed(),
        ended(),
        marked(),
        corrected(),
        made_up_for(),
    ]
    .into_iter()
    .flatten();
    first.chain(rest).collect()
}

fn fact(kind: FactKind) -> Fact {
    Fact {
        seq: 7,
        at: moment(),
        recorded_at: moment(),
        by: word("kim"),
        kind,
        announced: Vec::new(),
        late_reason: None,
    }
}

#[test]
fn every_fact_is_written_as_ever_and_read_back() {
    let written: Vec<String> = every_kind()
        .into_iter()
        .map(|kind| serde_json::to_string(&fact(kind)).unwrap())
        .collect();
    assert_eq!(written, WRITTEN.lines().collect::<Vec<_>>());
    for (line, kind) in WRITTEN.lines().zip(every_kind()) {
        assert_eq!(serde_json::from_str::<Fact>(line).unwrap(), fact(kind));
    }
}

#[test]
fn the_name_of_every_kind_is_the_one_it_is_written_under() {
    for kind in every_kind() {
        let json = serde_json::to_value(&kind).unwrap();
        assert_eq!(json["kind"], kind.id());
    }
}
