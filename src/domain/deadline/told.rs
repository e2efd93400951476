//! Which deadline waits for a notice, and which date was told for it.

use super::{Deadline, Source};
use crate::domain::{
    case::Case,
    charter::MetBy,
    notice::{CaseNotice, Medium},
    statute,
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

/// The date that the complainant was told for it.
pub(super) fn announce(case: &Case, deadline: &mut Deadline) {
    let told = || {
        let told = case.announced.iter().rev();
        told.filter(|(seq, _)| !case.awaits_telling(*seq))
    };
    let mut of_it = told();
    let last = of_it
        .find(|(_, one)| {
            one.nth == deadline.nth && statute::is_one_period(&one.promise, &deadline.promise)
        })
        // The date told for the period of the kind before stands beside that of the kind put right.
        .or_else(|| {
            told().find(|(seq, one)| {
                deadline.source == Source::Statute
                    && deadline.is_handling()
                    && statute::is_handling(&one.promise)
                    && case.round(*seq) == case.round(deadline.opened_by)
            })
        });
    if let Some((_, last)) = last {
        deadline.announced = Some(last.date);
    }
}
