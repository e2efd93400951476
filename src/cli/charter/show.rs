//! `minwon charter show`: a charter's categories and promises, or all of it as JSON.

use super::{Console, Failure, Table, find};
use crate::{
    desk::FailureKind,
    domain::charter::Charter,
    form::text::{Alphabet, visible_lines},
    words::{Phrase, Say, cli as text},
};

const ID: Phrase = Phrase::new("id", "id");

pub(super) fn run(
    given: Option<&str>,
    version: Option<i64>,
    console: &Console,
) -> Result<(), Failure> {
    if let Some(given) = given {
        let (charter, _) = find(given, console)?;
        return show(&charter, console);
    }
    let mut desk = console.desk()?;
    let rules = match version {
        None => desk.rules()?,
        Some(number) => desk.charter_version(number)?.ok_or_else(|| {
            let values = [("given", &*number.to_string())];
            console.failure(FailureKind::Refused, text::NO_SUCH_VERSION, &values)
        })?,
    };
    show(&rules.charter, console)?;
    offer(rules.corrected, console)
}

/// Says that the program comes with a corrected text of the charter; other programs read it in the list of versions.
pub(super) fn offer(corrected: Option<&str>, console: &Console) -> Result<(), Failure> {
    match corrected {
        Some(id) if !console.json => {
            console.line(&text::CORRECTED.with(console.lang(), &[("id", id)]))
        }
        Some(_) | None => Ok(()),
    }
}

/// Prints a charter, as a document or for people.
pub(in crate::cli) fn show(charter: &Charter, console: &Console) -> Result<(), Failure> {
    let lang = console.lang();
    if console.json {
        return console.document(&charter.json(lang));
    }
    let names = [
        ID,
        text::COLUMN_NAME,
        text::COLUMN_KIND,
        text::COLUMN_DEPARTMENT,
    ];
    let mut categories = Table::of(names, lang);
    for category in &charter.categories {
        let counter = charter.counter(&category.counter);
        categories.row([
            category.id.clone(),
            category.name.say(lang),
            category.kind.say(lang),
            counter.map_or_else(String::new, |counter| counter.department.clone()),
        ]);
    }
    let matters = matters(charter, console);
    let names = [
        ID,
        text::COLUMN_LIMIT,
        text::COLUMN_COUNT,
        text::COLUMN_ACTION,
    ];
    let mut promises = Table::of(names, lang);
    for promise in &charter.promises {
        let limit = promise.limit.map(|limit| limit.say(lang));
        let count = promise.count.map(|count| count.say(lang));
        promises.row([
            promise.id.clone(),
            limit.unwrap_or_default(),
            count.unwrap_or_default(),
            promise.said(lang),
        ]);
    }
    let head = format!(
        "{}  {}\n{}",
        charter.id,
        charter.name.get(lang),
        charter.source
    );
    let head: Vec<_> = visible_lines(&head, Alphabet::Unicode).collect();
    console.print(&format!(
        "{}\n\n{}\n{}\n{matters}{}\n{}",
        head.join("\n"),
        text::HEAD_CATEGORIES.get(lang),
        categories.section(console.style),
        text::HEAD_PROMISES.get(lang),
        promises.section(console.style),
    ))
}

/// The table of statutory matters under its heading; empty where the charter has none.
fn matters(charter: &Charter, console: &Console) -> String {
    let lang = console.lang();
    if charter.statutory.is_empty() {
        return String::new();
    }
    let mut table = Table::of([ID, text::COLUMN_NAME, text::COLUMN_LIMIT], lang);
    for matter in &charter.statutory {
        let limit = matter.limit.say(lang);
        table.row([matter.id.clone(), matter.name.say(lang), limit]);
    }
    let head = text::HEAD_STATUTORY.get(lang);
    format!("{head}\n{}\n", table.section(console.style))
}
