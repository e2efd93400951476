//! What helps with a duty, for programs and for people.

use super::super::{
    document::{due, stamp},
    table::{Table, TableStyle},
};
use crate::{
    desk::{DutyView, OverdueCase, OverdueDepartment, Report},
    domain::{staff::Names, subject::CaseNumber},
    form::text::{Alphabet, visible},
    words::{Lang, Phrase, cli as text, duties},
};
use serde::Serialize;

/// The JSON document of a report: only the lists of its own kind.
#[derive(Debug, Default, Serialize)]
pub(super) struct ReportDocument {
    #[serde(skip_serializing_if = "Option::is_none")]
    categories: Option<Vec<CountDocument>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    titles: Option<Vec<CountDocument>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    officers: Option<Vec<CountDocument>>,
    /// How much is overdue at each department, whether it is listed below or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    departments: Option<Vec<CountDocument>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    overdue: Option<Vec<OverdueDocument>>,
}

#[derive(Debug, Serialize)]
struct CountDocument {
    name: String,
    count: u64,
}

#[derive(Debug, Serialize)]
struct OverdueDocument {
    number: CaseNumber,
    title: String,
    department: String,
    officer: String,
    promise: String,
    due_at: String,
}

impl ReportDocument {
    pub(super) fn new(report: &Report, view: &DutyView) -> Self {
        let zone = view.rules.charter.office.zone;
        match report {
            Report::Subjects { categories, titles } => Self {
                categories: Some(counts(categories)),
                titles: Some(counts(titles)),
                ..Self::default()
            },
            Report::Praise(officers) => Self {
                officers: Some(counts(officers)),
                ..Self::default()
            },
            Report::Overdue(departments) => {
                let counts = departments.iter().map(|at| CountDocument {
                    name: at.department.clone(),
                    count: at.count,
                });
                let overdue = cases(departments).map(|(department, case)| OverdueDocument {
                    number: case.number,
                    title: case.title.clone(),
                    department: department.to_owned(),
                    officer: case.officer.clone(),
                    promise: case.promise.clone(),
                    due_at: stamp(case.due_at, zone),
                });
                Self {
                    departments: Some(counts.collect()),
                    overdue: Some(overdue.collect()),
                    ..Self::default()
                }
            }
        }
    }
}

fn counts(rows: &[(String, u64)]) -> Vec<CountDocument> {
    let rows = rows.iter().cloned();
    rows.map(|(name, count)| CountDocument { name, count })
        .collect()
}

/// The overdue cases, each with its department.
fn cases(departments: &[OverdueDepartment]) -> impl Iterator<Item = (&str, &OverdueCase)> {
    departments.iter().flat_map(|at| {
        let cases = at.cases.iter();
        cases.map(|case| (at.department.as_str(), case))
    })
}

/// The report as tables; empty without rows.
pub(super) fn tables(
    report: &Report,
    view: &DutyView,
    people: Names<'_>,
    style: TableStyle,
) -> String {
    let counted = |heading: Phrase, rows: &[(String, u64)], name: &dyn Fn(&str) -> String| {
        let mut table = Table::of([duties::COUNT, heading], people.lang);
        for (id, count) in rows {
            table.row([count.to_string(), or_nobody(&name(id), people.lang)]);
        }
        table.section(style)
    };
    match report {
        Report::Subjects { categories, titles } => {
            let category = |id: &str| {
                let category = view.rules.charter.category(id);
                let name = category.map(|category| category.name.get(people.lang));
                name.unwrap_or(id).to_owned()
            };
            counted(duties::CATEGORY, categories, &category)
                + &counted(duties::SUBJECT, titles, &str::to_owned)
        }
        Report::Praise(officers) => counted(duties::OFFICER, officers, &|login| {
            people.of(login).to_owned()
        }),
        Report::Overdue(departments) => overdue(departments, view, people, style),
    }
}

fn or_nobody(name: &str, lang: Lang) -> String {
    let nobody = duties::NOBODY.get(lang);
    (if name.is_empty() { nobody } else { name }).to_owned()
}

fn overdue(
    departments: &[OverdueDepartment],
    view: &DutyView,
    people: Names<'_>,
    style: TableStyle,
) -> String {
    let (lang, zone) = (people.lang, view.rules.charter.office.zone);
    let names = [
        duties::DEPARTMENT,
        text::COLUMN_NUMBER,
        duties::UNTIL,
        duties::PROMISE,
        duties::OFFICER,
        text::COLUMN_TITLE,
    ];
    let mut table = Table::of(names, lang);
    for (department, case) in cases(departments) {
        table.row([
            or_nobody(department, lang),
            case.number.to_string(),
            due(case.due_at, case.due_date, case.whole_day, zone),
            case.promise.clone(),
            or_nobody(people.of(&case.officer), lang),
            case.title.clone(),
        ]);
    }
    let mut parts = vec![table.section(style)];
    for at in departments.iter().filter(|at| at.more() > 0) {
        let more = duties::MORE_OVERDUE.with(lang, &[("n", &at.more().to_string())]);
        let name = or_nobody(&at.department, lang);
        parts.push(format!("  {}: {more}\n", visible(&name, Alphabet::Unicode)));
    }
    parts.concat()
}
