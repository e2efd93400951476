//! Which deadline waits for a notice.

use super::Deadline;
use crate::domain::{
    case::Case,
    charter::MetBy,
    notice::{CaseNotice, Medium},
};

/// The nearest open deadline that needs this notice to be told or sent.
pub fn waits_for<'a>(
    case: &Case,
    notice: &CaseNotice,
    deadlines: &'a [Deadline],
) -> Option<&'a Deadline> {
    let waiting = deadlines.iter().filter(|deadline| {
        let mut missing = deadline.missing.iter();
        deadline.is_open() && missing.any(|part| needs(case, notice, deadline, *part))
    });
    waiting.min_by_key(|deadline| deadline.due.at)
}

fn needs(case: &Case, notice: &CaseNotice, deadline: &Deadline, part: MetBy) -> bool {
    if part == MetBy::Mail {
        return notice.medium == Medium::Email && notice.act.seq == deadline.opened_by;
    }
    if notice.act.seq < deadline.opened_by {
        return false;
    }
    if part == MetBy::Step {
        let mut steps = case.steps.iter();
        let record = steps.find(|record| record.seq == notice.act.seq);
        return record.is_some_and(|record| {
            let number = record.step.number();
            notice.completes_step() && deadline.step.is_none_or(|step| number >= step)
        });
    }
    notice.fulfils.contains(&part)
}
