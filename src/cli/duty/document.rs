//! One duty for programs and for people.

use super::super::{
    Failure,
    console::Console,
    document::{self, FactDocument, stamp},
    show::happened,
    table::Table,
};
use super::report::{self, ReportDocument};
use crate::{
    desk::{DutyView, Report},
    domain::{
        charter::DutyReport,
        deadline::{Deadline, Source, Status},
        duty::{DutyMark, DutyStage, Period, Score},
        fact::Prose,
        remaining::Remaining,
        revocation::{entry_name, revoked_by, struck_out_by},
        staff::Staff,
        subject::DutyNumber,
    },
    form::text::{Alphabet, visible},
    words::{Lang, Say, cli as text, duties},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

/// The JSON document of a duty.
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
    /// It was met in time by what was recorded after the due date.
    recorded_late: bool,
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
    published: Option<NaiveDate>,
    put_right: &'a str,
    reason: &'a str,
    report: Option<DutyReport>,
    figures: Option<ReportDocument>,
    facts: Vec<FactDocument<'a>>,
}

impl<'a> DutyDocument<'a> {
    pub(super) fn new(
        view: &'a DutyView,
        report: Option<&Report>,
        now: DateTime<Utc>,
        lang: Lang,
    ) -> Self {
        let zone = view.rules.charter.office.zone;
        let (duty, completion) = (&view.duty, &view.duty.completion);
        let (plan, deadline) = (view.plan.as_ref(), view.deadline.as_ref());
        let explain = deadline.map(|deadline| document::explain(deadline, &view.rules, lang));
        let due = deadline.map(|deadline| deadline.due);
        let done = duty.done.map(|done| done.at);
        let done_on = done.map(|at| at.with_timezone(&zone).date_naive());
        let facts = view.facts.iter();
        Self {
            number: duty.number,
            promise: &duty.promise,
            period: duty.period,
            title: &duty.title,
            action: plan.map(|plan| plan.say(lang)).unwrap_or_default(),
            source: plan.map_or(Source::Charter, |plan| plan.source),
            stage: duty.stage,
            mark: view.mark(now),
            opened_at: stamp(duty.opened_at, zone),
            after: duty.after,
            on: duty.on(),
            due_at: due.map(|due| stamp(due.at, zone)),
            due_date: due.map(|due| due.date),
            whole_day: due.map(|due| due.whole_day),
            status: deadline.map(|deadline| deadline.status(now)),
            recorded_late: deadline.is_some_and(Deadline::is_recorded_late),
            explain: explain.unwrap_or_default(),
            announced_at: duty.announced.map(|announced| stamp(announced.at, zone)),
            done_at: done.map(|at| stamp(at, zone)),
            done_on: done_on.or(duty.done_on),
            officer: duty.doer(),
            score: completion.score.map(Score::number),
            grade: &completion.grade,
            result: completion.result.as_str(),
            evidence: completion.evidence.as_str(),
            text: completion.text.as_str(),
            published: completion.published,
            put_right: completion.put_right.as_ref().map_or("", Prose::as_str),
            reason: duty.reason.as_str(),
            report: plan.and_then(|plan| plan.report),
            figures: report.map(|report| ReportDocument::new(report, view)),
            facts: facts
                .map(|fact| FactDocument::new(fact, &duty.revoked, zone))
                .collect(),
        }
    }
}

/// Prints when a duty is due, where it is open.
pub(super) fn next_line(
    console: &Console,
    view: &DutyView,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let open = view.deadline.as_ref().filter(|deadline| deadline.is_open());
    let Some(deadline) = open else {
        return Ok(());
    };
    let left = Remaining::of(deadline, now, view.rules.calendars.now());
    let values = [
        ("due", &*document::due_of(deadline.due, &view.rules)),
        ("left", &left.say(console.lang())),
        ("promise", &deadline.promise),
    ];
    console.say(text::NEXT_DUE, &values)
}

/// Prints a duty for people.
pub(super) fn print(
    console: &Console,
    view: &DutyView,
    report: Option<&Report>,
    (staff, now): (&[Staff], DateTime<Utc>),
) -> Result<(), Failure> {
    let (lang, people) = (console.lang(), console.names(staff));
    let (duty, completion) = (&view.duty, &view.duty.completion);
    let shown = |line: &str| visible(line, Alphabet::Unicode).into_owned();
    console.line(&shown(&format!("{}  {}", duty.number, view.title(lang))))?;
    console.line(&format!(
        "{} · {} · {}",
        duty.promise,
        duty.period.say(lang),
        view.said_mark(now, lang)
    ))?;
    next_line(console, view, now)?;
    let on = duty.on().map(|on| on.to_string()).unwrap_or_default();
    let score = completion.score.map(|score| score.to_string());
    let published = completion.published.map(|day| day.to_string());
    let put_right = completion.put_right.as_ref();
    for (phrase, value) in [
        (duties::ON, &*on),
        (duties::RESULT, completion.result.as_str()),
        (duties::SCORE, &*score.unwrap_or_default()),
        (duties::GRADE, &completion.grade),
        (duties::PUBLISHED, &*published.unwrap_or_default()),
        (duties::EVIDENCE, completion.evidence.as_str()),
        (duties::PUT_RIGHT, put_right.map_or("", Prose::as_str)),
        (duties::NOTE, completion.text.as_str()),
        (duties::BY, people.of(duty.doer())),
        (duties::REASON, duty.reason.as_str()),
    ] {
        if !value.is_empty() {
            console.line(&shown(&format!("{}: {value}", phrase.get(lang))))?;
        }
    }
    if let Some(report) = report {
        console.print(&report::tables(report, view, people, console.style))?;
    }
    let names = [duties::NTH, duties::AT, text::COLUMN_BY, duties::FACT];
    let mut table = Table::of(names, lang);
    let zone = view.rules.charter.office.zone;
    for fact in &view.facts {
        let struck = revoked_by(&view.duty.revoked, fact.seq);
        let kind = entry_name(&fact.kind.say(lang), struck, lang);
        let by = struck.map_or_else(String::new, |by| struck_out_by(by, lang));
        let late = fact.late_because(lang).unwrap_or_default();
        let content = format!("{kind} {} {by} {late}", fact.kind.content(lang));
        table.row([
            fact.seq.to_string(),
            happened(fact, document::minute(fact.at, zone), zone, lang),
            people.of(&fact.by).to_owned(),
            content.trim_end().to_owned(),
        ]);
    }
    console.print(&table.section(console.style))
}
