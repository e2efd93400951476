//! `minwon charter show`: a charter's categories and promises, or all of it as JSON.

use super::{Console, Failure, Table, find};
use crate::{
    desk::FailureKind,
    domain::charter::Charter,
    form::text::{Alphabet, visible},
    words::{Say, cli as text},
};

pub(super) fn run(
    given: Option<&str>,
    version: Option<i64>,
    console: &Console,
) -> Result<(), Failure> {
    let Some(given) = given else {
        return of_the_desk(version, console);
    };
    let (charter, _) = find(given, console.lang())?;
    show(&charter, console)
}

/// The charter in force at the desk, or one of its versions.
fn of_the_desk(version: Option<i64>, console: &Console) -> Result<(), Failure> {
    let mut desk = console.desk()?;
    let rules = match version {
        None => desk.rules()?,
        Some(number) => desk.charter_version(number)?.ok_or_else(|| {
            let given = number.to_string();
            let sentence = text::NO_SUCH_VERSION.with(console.lang(), &[("given", &given)]);
            Failure::Said(FailureKind::Refused, sentence)
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

/// Prints a charter.
pub(in crate::cli) fn show(charter: &Charter, console: &Console) -> Result<(), Failure> {
    let lang = console.lang();
    if console.json {
        return console.document(&charter.shown(lang));
    }
    let mut categories = Table::new(&[
        "id",
        text::COLUMN_NAME.get(lang),
        text::COLUMN_KIND.get(lang),
        text::COLUMN_DEPARTMENT.get(lang),
    ]);
    for category in &charter.categories {
        let counter = charter.counter(&category.counter);
        categories.row([
            category.id.clone(),
            category.name.say(lang),
            category.kind.say(lang),
            counter.map_or_else(String::new, |counter| counter.department.clone()),
        ]);
    }
    let mut promises = Table::new(&[
        "id",
        text::COLUMN_LIMIT.get(lang),
        text::COLUMN_COUNT.get(lang),
        text::COLUMN_ACTION.get(lang),
    ]);
    for promise in &charter.promises {
        promises.row([
            promise.id.clone(),
            promise
                .limit
                .map_or_else(String::new, |limit| limit.say(lang)),
            promise
                .count
                .map_or_else(String::new, |count| count.say(lang)),
            promise.action.say(lang),
        ]);
    }
    let head = format!(
        "{}  {}\n{}",
        charter.id,
        charter.name.get(lang),
        charter.source
    );
    let head: Vec<_> = head
        .lines()
        .map(|line| visible(line, Alphabet::Unicode).into_owned())
        .collect();
    console.print(&format!(
        "{}\n\n{}\n{}\n{}\n{}",
        head.join("\n"),
        text::HEAD_CATEGORIES.get(lang),
        categories.told("  ", console.manner),
        text::HEAD_PROMISES.get(lang),
        promises.told("  ", console.manner),
    ))
}
