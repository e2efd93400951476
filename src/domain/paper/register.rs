//! The register: one row of a case (decree art. 6(2); form 1).

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
    let outcome = answer.map(|answer| {
        let act = facts.iter().find(|fact| fact.seq == answer.seq);
        let said = act.map_or_else(String::new, |act| {
            act.kind
                .outcome()
                .map_or_else(|| act.kind.say(Lang::Ko), |outcome| outcome.say(Lang::Ko))
        });
        format!(
            "{} {said}",
            act.map_or_else(String::new, |act| date(act.at))
        )
    });
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
        outcome.unwrap_or_default(),
        told.unwrap_or_default(),
        note,
    ]
}
