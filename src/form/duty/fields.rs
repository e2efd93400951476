//! The fields of the form of each entry.
//!
//! Must not know how they are read.

use super::{ALL, DutyEntry, DutyTarget};
use crate::{
    desk::{DutyView, Report},
    domain::{duty::DutyFact, fact::Fact, input, party::Field},
    form::{Form, FormContext, FormField, Pick, day::instant, late},
    words::{Phrase, Say, duties as words},
};

/// More than any score, date or time takes.
const SHORT: usize = 40;
/// The most characters of a grade that the form takes.
const GRADE: usize = 20;

impl DutyEntry {
    /// The empty form of the entry.
    pub fn form(self, target: &DutyTarget, cx: FormContext<'_>) -> Form {
        let lang = cx.lang;
        let line = |field, most, hint: Phrase| FormField::line(field, most, hint.get(lang), lang);
        let text = |field, rows, hint| FormField::text(field, input::TEXT_MAX, rows, hint, lang);
        let on = || line(Field::On, SHORT, words::DATE_HINT).required();
        let at = || [line(Field::At, SHORT, words::AT_HINT), late::reason(lang)];
        let fields = match self {
            Self::Finish => {
                let mut fields = completion(4, target, cx);
                fields.extend(at());
                fields
            }
            Self::Schedule => vec![on()],
            Self::Announce => {
                let said = text(Field::Text, 4, words::ANNOUNCE_HINT.get(lang));
                std::iter::once(said).chain(at()).collect()
            }
            Self::Skip => vec![text(Field::Reason, 4, "").required()],
            Self::Remind => {
                let what = text(Field::Text, 4, words::TOLD_HINT.get(lang));
                let whom = departments(target, cx).labelled(words::TO_WHOM.get(lang));
                let what = what.labelled(words::TOLD_WHAT.get(lang));
                [whom, what].into_iter().chain(at()).collect()
            }
            Self::Correct => {
                let why = text(Field::Text, 3, "").required();
                let score = line(Field::Score, SHORT, words::RIGHT_HINT);
                let grade = line(Field::Grade, GRADE, words::RIGHT_HINT).beside();
                vec![
                    entries(target, cx).labelled(words::ENTRY.get(lang)),
                    why.labelled(words::WHY_CORRECT.get(lang)),
                    score.labelled(words::RIGHT_SCORE.get(lang)),
                    grade.labelled(words::RIGHT_GRADE.get(lang)),
                ]
            }
            Self::Revoke => {
                let why = text(Field::Reason, 3, words::WHY_REVOKED.get(lang)).required();
                vec![
                    revocable(target, cx).labelled(words::REVOKED.get(lang)),
                    why,
                ]
            }
            Self::Plan => {
                let title = line(Field::Title, input::TITLE_MAX, words::TITLE_HINT);
                vec![on(), title.labelled(words::CALLED.get(lang))]
            }
            Self::Earlier => {
                let done = line(Field::At, SHORT, words::DONE_ON_HINT).beside();
                let done = done.labelled(words::DONE.get(lang));
                let mut fields = vec![period(target, cx).required(), done];
                fields.extend(completion(3, target, cx));
                fields
            }
        };
        Form::new(fields, lang)
    }
}

/// The fields of the completion of a duty; the result has so many rows.
fn completion(rows: u16, target: &DutyTarget, cx: FormContext<'_>) -> Vec<FormField> {
    let lang = cx.lang;
    let line = |field, most, hint: Phrase| FormField::line(field, most, hint.get(lang), lang);
    let text = |field, rows, hint| FormField::text(field, input::TEXT_MAX, rows, hint, lang);
    let result = text(Field::Result, rows, words::RESULT_HINT.get(lang));
    let evidence = text(Field::Evidence, 2, words::EVIDENCE_HINT.get(lang));
    let mut fields = vec![
        result.labelled(words::RESULT.get(lang)),
        line(Field::Score, SHORT, words::SCORE_HINT),
        line(Field::Grade, GRADE, words::GRADE_HINT).beside(),
    ];
    if target.is_published() {
        let needed = |field: FormField| match target {
            DutyTarget::Duty(..) => field.required(),
            // What is entered from before the desk may lack it.
            DutyTarget::Promise(..) => field,
        };
        let put_right = text(Field::PutRight, 2, words::PUT_RIGHT_HINT.get(lang));
        fields.push(needed(line(Field::Published, SHORT, words::DATE_HINT)));
        fields.push(needed(evidence.labelled(words::WHERE.get(lang))));
        fields.push(needed(put_right));
    } else {
        fields.push(evidence);
    }
    fields.push(text(Field::Text, 2, "").labelled(words::NOTE.get(lang)));
    let by = line(Field::Officer, input::NAME_MAX, words::BY_HINT);
    fields.push(by.labelled(words::BY.get(lang)));
    fields
}

/// The field of the period, with the last finished one as its example.
fn period(target: &DutyTarget, cx: FormContext<'_>) -> FormField {
    let DutyTarget::Promise(plan, rules) = target else {
        return FormField::line(Field::Period, SHORT, "", cx.lang);
    };
    let today = rules.calendars.now().date(cx.now);
    let example = plan.last_over(today).to_string();
    let hint = words::PERIOD_HINT.with(cx.lang, &[("example", &example)]);
    FormField::line(Field::Period, SHORT, &hint, cx.lang)
}

/// The choice of departments with overdue cases: all, or one of them.
fn departments(target: &DutyTarget, cx: FormContext<'_>) -> FormField {
    let lang = cx.lang;
    let overdue = match target {
        DutyTarget::Duty(_, Some(report)) => match &**report {
            Report::Overdue(overdue) => overdue.as_slice(),
            Report::Subjects { .. } | Report::Praise(_) => &[],
        },
        _ => &[],
    };
    let all: u64 = overdue.iter().map(|at| at.count).sum();
    let all = words::ALL_DEPARTMENTS.with(lang, &[("n", &all.to_string())]);
    let of_one = overdue.iter().map(|at| {
        let name = match at.department.as_str() {
            "" => words::NOBODY.get(lang),
            name => name,
        };
        let n = at.count.to_string();
        let said = words::OF_DEPARTMENT.with(lang, &[("department", name), ("n", &n)]);
        Pick::new(at.department.clone(), said)
    });
    let picks = [Pick::new(ALL, all)].into_iter().chain(of_one).collect();
    FormField::choice(Field::Department, picks, lang)
}

/// The choice of facts that who fills it in can strike out, the last first.
fn revocable(target: &DutyTarget, cx: FormContext<'_>) -> FormField {
    let DutyTarget::Duty(view, _) = target else {
        return FormField::choice(Field::Fact, Vec::new(), cx.lang);
    };
    let may = |seq| {
        cx.actor
            .is_some_and(|actor| view.revocable(seq, (actor, cx.now)).is_ok())
    };
    let facts = view.facts.iter().rev().filter(|fact| may(fact.seq));
    let picks = facts.map(|fact| pick(view, fact, cx));
    FormField::choice(Field::Fact, picks.collect(), cx.lang)
}

fn pick(view: &DutyView, fact: &Fact<DutyFact>, cx: FormContext<'_>) -> Pick {
    let at = instant(fact.at, cx.now, view.rules.calendars.now(), cx.lang);
    let said = format!("{}. {} {at}", fact.seq, fact.kind.say(cx.lang));
    Pick::new(fact.seq.to_string(), said)
}

/// The choice of facts of a duty; initially the last one with a result.
fn entries(target: &DutyTarget, cx: FormContext<'_>) -> FormField {
    let lang = cx.lang;
    let DutyTarget::Duty(view, _) = target else {
        return FormField::choice(Field::Fact, Vec::new(), lang);
    };
    let facts = view.facts.iter().map(|fact| pick(view, fact, cx));
    let mut results = view.facts.iter().rev();
    let last = results.find(|fact| view.duty.has_result(fact.seq));
    let chosen = last.map_or(view.duty.seq, |fact| fact.seq).to_string();
    FormField::choice(Field::Fact, facts.collect(), lang).with(&chosen)
}
