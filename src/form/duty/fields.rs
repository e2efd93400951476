//! The fields of the form of each deed.
//!
//! Must not know what is made of them.

use super::{ALL, DutyEntry, DutyTarget};
use crate::{
    desk::Report,
    domain::{input, party::Field},
    form::{Form, FormContext, FormField, Pick, day::instant},
    words::{Phrase, Say, duties as text},
};

/// More than any score, date or time takes.
const SHORT: usize = 40;
/// The most characters of a grade that the form takes.
const GRADE: usize = 20;

impl DutyEntry {
    /// Returns the empty form of the deed.
    pub fn form(self, about: &DutyTarget, cx: FormContext<'_>) -> Form {
        let lang = cx.lang;
        let line = |field, most, hint: Phrase| FormField::line(field, most, hint.get(lang), lang);
        let several = |field, rows, hint: Phrase| {
            FormField::text(field, input::TEXT_MAX, rows, hint.get(lang), lang)
        };
        let nothing = Phrase::new("", "");
        let on = || line(Field::On, SHORT, text::DATE_HINT).required();
        let at = || line(Field::At, SHORT, text::AT_HINT);
        let mut fields = match self {
            Self::Finish => completing(4, cx),
            Self::Schedule => vec![on()],
            Self::Announce => vec![several(Field::Text, 4, text::ANNOUNCE_HINT)],
            Self::Skip => vec![several(Field::Reason, 4, nothing).required()],
            Self::Remind => vec![
                departments(about, cx).labelled(text::TO_WHOM.get(lang)),
                several(Field::Text, 4, text::TOLD_HINT).labelled(text::TOLD_WHAT.get(lang)),
            ],
            Self::Correct => vec![
                entries(about, cx).labelled(text::ENTRY.get(lang)),
                several(Field::Text, 3, nothing)
                    .labelled(text::WHY_CORRECT.get(lang))
                    .required(),
                line(Field::Score, SHORT, text::RIGHT_HINT).labelled(text::RIGHT_SCORE.get(lang)),
                line(Field::Grade, GRADE, text::RIGHT_HINT)
                    .labelled(text::RIGHT_GRADE.get(lang))
                    .beside(),
            ],
            Self::Plan => vec![
                on(),
                line(Field::Title, input::TITLE_MAX, text::TITLE_HINT)
                    .labelled(text::CALLED.get(lang)),
            ],
            Self::Earlier => {
                let mut fields = vec![
                    period(about, cx).required(),
                    line(Field::At, SHORT, text::DONE_ON_HINT)
                        .labelled(text::DONE.get(lang))
                        .beside(),
                ];
                fields.extend(completing(3, cx));
                fields
            }
        };
        if !matches!(
            self,
            Self::Schedule | Self::Skip | Self::Correct | Self::Plan | Self::Earlier
        ) {
            fields.push(at());
        }
        Form::new(fields, lang)
    }
}

/// The fields of what came of a duty; the result has so many rows.
fn completing(rows: u16, cx: FormContext<'_>) -> Vec<FormField> {
    let lang = cx.lang;
    let line = |field, most, hint: Phrase| FormField::line(field, most, hint.get(lang), lang);
    let several =
        |field, rows, hint: &str| FormField::text(field, input::TEXT_MAX, rows, hint, lang);
    vec![
        several(Field::Result, rows, text::RESULT_HINT.get(lang)).labelled(text::RESULT.get(lang)),
        line(Field::Score, SHORT, text::SCORE_HINT),
        line(Field::Grade, GRADE, text::GRADE_HINT).beside(),
        several(Field::Evidence, 2, text::EVIDENCE_HINT.get(lang)),
        several(Field::Text, 2, "").labelled(text::NOTE.get(lang)),
        line(Field::Officer, input::NAME_MAX, text::BY_HINT).labelled(text::BY.get(lang)),
    ]
}

/// The field of the period, with the last one that is over as its example.
fn period(about: &DutyTarget, cx: FormContext<'_>) -> FormField {
    let DutyTarget::Promise(plan, rules) = about else {
        return FormField::line(Field::Period, SHORT, "", cx.lang);
    };
    let today = rules.calendars.now().date(cx.now);
    let example = plan.last_over(today).to_string();
    let hint = text::PERIOD_HINT.with(cx.lang, &[("example", &example)]);
    FormField::line(Field::Period, SHORT, &hint, cx.lang)
}

/// All departments that have something overdue, or one of them.
fn departments(about: &DutyTarget, cx: FormContext<'_>) -> FormField {
    let lang = cx.lang;
    let overdue = match about {
        DutyTarget::Duty(_, Some(report)) => match &**report {
            Report::Overdue(overdue) => overdue.as_slice(),
            Report::Subjects { .. } | Report::Praise(_) => &[],
        },
        _ => &[],
    };
    let all: u64 = overdue.iter().map(|at| at.count).sum();
    let all = text::ALL_DEPARTMENTS.with(lang, &[("n", &all.to_string())]);
    let of_one = overdue.iter().map(|at| {
        let name = match at.department.as_str() {
            "" => text::NOBODY.get(lang),
            name => name,
        };
        let n = at.count.to_string();
        let said = text::OF_DEPARTMENT.with(lang, &[("department", name), ("n", &n)]);
        Pick::new(at.department.clone(), said)
    });
    let picks = [Pick::new(ALL, all)].into_iter().chain(of_one).collect();
    FormField::choice(Field::Department, picks, lang)
}

/// The facts of a duty; the last one that tells a result is chosen.
fn entries(about: &DutyTarget, cx: FormContext<'_>) -> FormField {
    let lang = cx.lang;
    let DutyTarget::Duty(view, _) = about else {
        return FormField::choice(Field::Fact, Vec::new(), lang);
    };
    let calendar = view.rules.calendars.now();
    let facts = view.facts.iter().map(|fact| {
        let at = instant(fact.at, cx.now, calendar, lang);
        let said = format!("{}. {} {at}", fact.seq, fact.kind.say(lang));
        Pick::new(fact.seq.to_string(), said)
    });
    let mut told = view.facts.iter().rev();
    let told = told.find(|fact| view.duty.has_result(fact.seq));
    let chosen = told.map_or(view.duty.seq, |fact| fact.seq).to_string();
    FormField::choice(Field::Fact, facts.collect(), lang).with(&chosen)
}
