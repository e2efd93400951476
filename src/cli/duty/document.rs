//! One duty for programs and for people.

use super::super::{
    Failure,
    console::Console,
    document::{self, FactDocument, stamp},
    table::Table,
};
use super::report::{self, ReportDocument};
use crate::{
    desk::{DutyView, Report},
    domain::{
        charter::DutyReport,
        deadline::{Deadline, Source, Status},
        duty::{DutyMark, DutyStage, Period, Score},
        remaining::Remaining,
        staff::{Names, Staff},
        subject::DutyNumber,
    },
    form::text::{Alphabet, visible},
    words::{Lang, Say, cli as text, duties},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

/// A duty as other programs read it.
#[derive(Debug, Serialize)]
pub(super) struct DutyDocument<'a> {
    number: DutyNumber,
    promise: &'a str,
    period: Period,
    title: &'a str,
    action: String,
    source: Source,
    stage: DutyStage,
    mark: DutyMark,
    opened_at: String,
    after: Option<DutyNumber>,
    on: Option<NaiveDate>,
    due_at: Option<String>,
    due_date: Option<NaiveDate>,
    whole_day: Option<bool>,
    status: Option<Status>,
    explain: Vec<String>,
    announced_at: Option<String>,
    done_at: Option<String>,
    done_on: Option<NaiveDate>,
    officer: &'a str,
    score: Option<f64>,
    grade: &'a str,
    result: &'a str,
    evidence: &'a str,
    text: &'a str,
    reason: &'a str,
    report: Option<DutyReport>,
    figures: Option<ReportDocument>,
    facts: Vec<FactDocument<'a>>,
}

impl<'a> DutyDocument<'a> {
    pub(super) fn new(view: &'a DutyView, now: DateTime<Utc>, lang: Lang) -> Self {
        let zone = view.rules.charter.office.zone;
        let duty = &view.duty;
        let due = view.deadline.as_ref();
        let done = duty.done.map(|done| done.at);
        Self {
            number: duty.number,
            promise: &duty.promise,
            period: duty.period,
            title: &duty.title,
            action: view
                .plan
                .as_ref()
                .map(|plan| plan.say(lang))
                .unwrap_or_default(),
            source: view
                .plan
                .as_ref()
                .map_or(Source::Charter, |plan| plan.source),
            stage: duty.stage,
            mark: view.mark(now),
            opened_at: stamp(duty.opened_at, zone),
            after: duty.after,
            on: duty.on(),
            due_at: due.map(|deadline| stamp(deadline.due.at, zone)),
            due_date: due.map(|deadline| deadline.due.date),
            whole_day: due.map(|deadline| deadline.due.whole_day),
            status: due.map(|deadline| deadline.status(now)),
            explain: due
                .map(|deadline| explain(deadline, view, lang))
                .unwrap_or_default(),
            announced_at: duty.announced.map(|announced| stamp(announced.at, zone)),
            done_at: done.map(|at| stamp(at, zone)),
            done_on: done
                .map(|at| at.with_timezone(&zone).date_naive())
                .or(duty.done_on),
            officer: duty.doer(),
            score: duty.completion.score.map(Score::number),
            grade: &duty.completion.grade,
            result: duty.completion.result.as_str(),
            evidence: duty.completion.evidence.as_str(),
            text: duty.completion.text.as_str(),
            reason: duty.reason.as_str(),
            report: view.plan.as_ref().and_then(|plan| plan.report),
            figures: None,
            facts: view
                .facts
                .iter()
                .map(|fact| FactDocument::new(fact, zone))
                .collect(),
        }
    }
}

impl DutyDocument<'_> {
    /// With what helps to do it.
    pub(super) fn with(self, report: Option<&Report>, view: &DutyView) -> Self {
        Self {
            figures: report.map(|report| ReportDocument::new(report, view)),
            ..self
        }
    }
}

fn explain(deadline: &Deadline, view: &DutyView, lang: Lang) -> Vec<String> {
    match deadline.explain(&view.rules.calendars) {
        Ok(account) => account.lines.iter().map(|line| line.say(lang)).collect(),
        Err(error) => vec![error.say(lang)],
    }
}

/// When a duty is due, on a line.
pub(super) fn next_line(
    console: &Console,
    view: &DutyView,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let open = view.deadline.as_ref().filter(|deadline| deadline.is_open());
    let Some(deadline) = open else {
        return Ok(());
    };
    let lang = console.lang();
    let left = Remaining::of(deadline, now, view.rules.calendars.now()).say(lang);
    console.line(&text::NEXT_DUE.with(
        lang,
        &[
            ("due", &due(deadline, view)),
            ("left", &left),
            ("promise", &deadline.promise),
        ],
    ))
}

/// The due date for people.
pub(super) fn due(deadline: &Deadline, view: &DutyView) -> String {
    let zone = view.rules.charter.office.zone;
    let due = deadline.due;
    document::due(due.at, due.date, due.whole_day, zone)
}

/// Prints a duty for people.
pub(super) fn print(
    console: &Console,
    view: &DutyView,
    told: Option<&Report>,
    (staff, now): (&[Staff], DateTime<Utc>),
) -> Result<(), Failure> {
    let lang = console.lang();
    let people = Names { staff, lang };
    let duty = &view.duty;
    let zone = view.rules.charter.office.zone;
    let shown = |line: &str| visible(line, Alphabet::Unicode).into_owned();
    console.line(&shown(&format!("{}  {}", duty.number, view.title(lang))))?;
    console.line(&format!(
        "{} · {} · {}",
        duty.promise,
        duty.period.say(lang),
        view.mark(now).say(lang)
    ))?;
    next_line(console, view, now)?;
    let completion = &duty.completion;
    for (phrase, value) in [
        (
            duties::ON,
            duty.on().map(|on| on.to_string()).unwrap_or_default(),
        ),
        (duties::RESULT, completion.result.as_str().to_owned()),
        (
            duties::SCORE,
            completion
                .score
                .map(|score| score.to_string())
                .unwrap_or_default(),
        ),
        (duties::GRADE, completion.grade.clone()),
        (duties::EVIDENCE, completion.evidence.as_str().to_owned()),
        (duties::NOTE, completion.text.as_str().to_owned()),
        (duties::BY, people.of(duty.doer()).to_owned()),
        (duties::REASON, duty.reason.as_str().to_owned()),
    ] {
        if !value.is_empty() {
            console.line(&shown(&format!("{}: {value}", phrase.get(lang))))?;
        }
    }
    if let Some(told) = told {
        console.print(&report::tables(told, view, people, console.manner))?;
    }
    let names = [duties::NTH, duties::AT, text::COLUMN_BY, duties::FACT];
    let mut table = Table::new(&names.map(|name| name.get(lang)));
    for fact in &view.facts {
        table.row([
            fact.seq.to_string(),
            document::minute(fact.at, zone),
            people.of(&fact.by).to_owned(),
            shown(format!("{} {}", fact.kind.say(lang), fact.kind.content(lang)).trim_end()),
        ]);
    }
    console.print(&table.told("  ", console.manner))
}
