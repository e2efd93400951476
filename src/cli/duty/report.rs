//! What helps with a duty, for programs and for people.

use super::super::{
    document::{due, stamp},
    table::{Manner, Table},
};
use crate::{
    desk::{DutyView, OverdueDepartment, Report},
    domain::{staff::Names, subject::CaseNumber},
    form::text::{Alphabet, visible},
    words::{Lang, Phrase, cli as text, duties},
};
use serde::Serialize;

/// A report as other programs read it; each duty has the lists of its own report and no other.
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
                let listed = departments
                    .iter()
                    .flat_map(|at| at.cases.iter().map(move |case| (at, case)));
                let overdue = listed.map(|(at, case)| OverdueDocument {
                    number: case.number,
                    title: case.title.clone(),
                    department: at.department.clone(),
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
    let rows = rows.iter();
    rows.map(|(name, count)| CountDocument {
        name: name.clone(),
        count: *count,
    })
    .collect()
}

/// The report as tables; empty where there is nothing to tell.
pub(super) fn tables(
    report: &Report,
    view: &DutyView,
    people: Names<'_>,
    manner: Manner,
) -> String {
    let lang = people.lang;
    match report {
        Report::Subjects { categories, titles } => {
            let charter = &view.rules.charter;
            let name = |id: &str| {
                let category = charter.category(id);
                category
                    .map_or(id, |category| category.name.get(lang))
                    .to_owned()
            };
            let named: Vec<(String, u64)> = categories
                .iter()
                .map(|(id, count)| (name(id), *count))
                .collect();
            let parts = [
                counted(duties::CATEGORY, &named, lang, manner),
                counted(duties::SUBJECT, titles, lang, manner),
            ];
            parts.concat()
        }
        Report::Praise(officers) => {
            let named = |(login, count): &(String, u64)| (people.of(login).to_owned(), *count);
            let named: Vec<_> = officers.iter().map(named).collect();
            counted(duties::OFFICER, &named, lang, manner)
        }
        Report::Overdue(departments) => overdue(departments, view, people, manner),
    }
}

fn counted(heading: Phrase, rows: &[(String, u64)], lang: Lang, manner: Manner) -> String {
    let mut table = Table::new(&[duties::COUNT.get(lang), heading.get(lang)]);
    for (name, count) in rows {
        table.row([count.to_string(), somebody(name, lang)]);
    }
    table.told("  ", manner)
}

fn somebody(name: &str, lang: Lang) -> String {
    if name.is_empty() {
        duties::NOBODY.get(lang).to_owned()
    } else {
        name.to_owned()
    }
}

fn overdue(
    departments: &[OverdueDepartment],
    view: &DutyView,
    people: Names<'_>,
    manner: Manner,
) -> String {
    let lang = people.lang;
    let names = [
        duties::DEPARTMENT,
        text::COLUMN_NUMBER,
        duties::UNTIL,
        duties::PROMISE,
        duties::OFFICER,
        text::COLUMN_TITLE,
    ];
    let mut table = Table::new(&names.map(|name| name.get(lang)));
    let listed = departments
        .iter()
        .flat_map(|at| at.cases.iter().map(move |case| (at, case)));
    for (at, case) in listed {
        table.row([
            somebody(&at.department, lang),
            case.number.to_string(),
            due(
                case.due_at,
                case.due_date,
                case.whole_day,
                view.rules.charter.office.zone,
            ),
            case.promise.clone(),
            somebody(people.of(&case.officer), lang),
            case.title.clone(),
        ]);
    }
    let cut = departments.iter().filter(|at| at.more() > 0).map(|at| {
        let more = duties::MORE_OVERDUE.with(lang, &[("n", &at.more().to_string())]);
        let name = somebody(&at.department, lang);
        format!("  {}: {more}\n", visible(&name, Alphabet::Unicode))
    });
    std::iter::once(table.told("  ", manner))
        .chain(cut)
        .collect()
}
