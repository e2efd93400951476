//! The papers of rows: the register (decree art. 6(2); form 1), that of objections (decree art. 40(4); form 12), the day.

use crate::{
    domain::{
        calendar::Calendar,
        case::Case,
        deadline::Deadline,
        fact::Fact,
        letter::{day, moment},
        notice::NoticeState,
        party::mask_name,
        revocation::{RECEIPT, revoked_by},
        staff::Names,
        statute,
    },
    words::{Lang, Say},
};

/// The columns of the register, with their cells in text.
pub const REGISTER: &[(&str, usize)] = &[
    ("접수번호", 11),
    ("접수일시", 22),
    ("민원명", 30),
    ("민원인", 12),
    ("처리주무부서", 14),
    ("처리기한", 18),
    ("인수자", 10),
    ("처리결과", 20),
    ("통지", 20),
    ("비고", 20),
];

/// The columns of the register of objections.
pub const OBJECTIONS: &[(&str, usize)] = &[
    ("접수번호", 11),
    ("접수일", 18),
    ("신청인", 12),
    ("대상 민원", 30),
    ("거부처분일", 18),
    ("이의신청일", 18),
    ("결정기한", 18),
    ("결정", 22),
    ("통지", 18),
    ("처리부서(담당자)", 20),
];

/// The columns of the list of the day.
pub const DAY: &[(&str, usize)] = &[
    ("기한", 22),
    ("번호", 12),
    ("민원명", 34),
    ("민원인", 12),
    ("처리부서", 14),
    ("담당자", 10),
];

/// The rows of the objections of a case, its complainant masked: each period of an objection is one.
pub fn objection_rows(
    (case, facts): (&Case, &[Fact]),
    deadlines: &[Deadline],
    name: &str,
    (calendar, names): (&Calendar, Names<'_>),
) -> Vec<Vec<String>> {
    let fact = |seq: u32| facts.iter().find(|fact| fact.seq == seq);
    let on = |fact: &Fact| day(calendar.date(fact.at));
    let received = case.received_at.unwrap_or(case.intake.arrived_at);
    let objections = deadlines.iter();
    let objections = objections.filter(|one| one.promise == statute::OBJECTION);
    let row = |one: &Deadline| {
        let refused = case.denials.iter().rev().find(|seq| **seq < one.opened_by);
        let decided = case
            .answers
            .iter()
            .find(|answer| answer.seq > one.opened_by);
        let decided = decided.and_then(|answer| fact(answer.seq));
        let said = decided.map(|fact| format!("{} {}", on(fact), outcome(fact)));
        let told = decided.and_then(|fact| case.told_at(fact.seq));
        let department = format!("{} {}", case.department, names.of(&case.officer));
        vec![
            case.number.to_string(),
            day(calendar.date(received)),
            mask_name(name),
            case.intake.title.as_str().to_owned(),
            refused
                .and_then(|seq| fact(*seq))
                .map_or_else(String::new, on),
            fact(one.opened_by).map_or_else(String::new, on),
            day(one.due.date),
            said.unwrap_or_default(),
            told.map_or_else(String::new, |at| day(calendar.date(at))),
            department.trim_end().to_owned(),
        ]
    };
    objections.map(row).collect()
}

/// What a result says, in a word.
fn outcome(fact: &Fact) -> String {
    let outcome = fact.kind.outcome();
    outcome.map_or_else(|| fact.kind.say(Lang::Ko), |outcome| outcome.say(Lang::Ko))
}

/// The row of a case, its complainant masked; `name` is who brought it.
pub fn register_row(
    (case, facts): (&Case, &[Fact]),
    deadlines: &[Deadline],
    name: &str,
    (calendar, names): (&Calendar, Names<'_>),
) -> Vec<String> {
    let date = |at| day(calendar.date(at));
    let received = case.received_at.unwrap_or(case.intake.arrived_at);
    let handling = deadlines.iter().filter(|one| one.is_handling());
    let due = handling.min_by_key(|one| one.due.at);
    let answer = case.answers.last();
    let answered = answer.and_then(|answer| facts.iter().find(|fact| fact.seq == answer.seq));
    let result = answered.map(|fact| format!("{} {}", date(fact.at), outcome(fact)));
    let mut told = case.notices.iter().filter(|notice| notice.is_result());
    let told = told.find_map(|notice| {
        let done = notice.done?;
        let how = match notice.how {
            Some(how) => how.say(Lang::Ko),
            None => NoticeState::Sent.say(Lang::Ko),
        };
        Some(format!("{} {how}", date(done.at)))
    });
    let mistaken = revoked_by(&case.revoked, RECEIPT).is_some();
    let note = if mistaken {
        "착오 접수".to_owned()
    } else {
        case.stage.say(Lang::Ko)
    };
    vec![
        case.number.to_string(),
        moment(calendar.local(received)),
        case.intake.title.as_str().to_owned(),
        mask_name(name),
        case.department.clone(),
        due.map_or_else(String::new, |due| day(due.due.date)),
        names.of(&case.officer).to_owned(),
        result.unwrap_or_default(),
        told.unwrap_or_default(),
        note,
    ]
}
