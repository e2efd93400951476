//! `minwon charter versions`: the versions of the desk's charter, and from when each holds.

use super::{super::document::stamp, Console, Failure, Table};
use crate::{
    desk::Rules,
    domain::charter::Version,
    words::{Lang, cli as text},
};
use chrono::NaiveDate;
use serde::Serialize;

/// A version as other programs read it.
#[derive(Serialize)]
pub(super) struct Listed<'a> {
    version: i64,
    id: &'a str,
    name: &'a str,
    since: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_force: Option<bool>,
    /// The charter that comes with the program in its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    corrected: Option<&'static str>,
    adopted_at: String,
    adopted_by: &'a str,
}

impl<'a> Listed<'a> {
    pub(super) fn new(
        version: &'a Version,
        in_force: Option<bool>,
        rules: &'a Rules,
        lang: Lang,
    ) -> Self {
        Self {
            version: version.number,
            id: &version.id,
            name: rules.charter.name.get(lang),
            since: version.since,
            in_force,
            corrected: rules.corrected,
            adopted_at: stamp(version.adopted_at, rules.charter.office.zone),
            adopted_by: &version.adopted_by,
        }
    }
}

pub(super) fn list(console: &Console) -> Result<(), Failure> {
    let lang = console.lang();
    let mut desk = console.desk()?;
    let (versions, today) = desk.charter_versions()?;
    let mut known = Vec::new();
    for version in &versions {
        if let Some(rules) = desk.charter_version(version.number)? {
            known.push((version, rules));
        }
    }
    let listed: Vec<_> = known
        .iter()
        .map(|(version, rules)| {
            let in_force = version.number == today;
            Listed::new(version, Some(in_force), rules, lang)
        })
        .collect();
    if console.json {
        return console.document(&listed);
    }
    let names = [
        text::COLUMN_VERSION,
        text::COLUMN_SINCE,
        text::COLUMN_NAME,
        text::COLUMN_ADOPTED,
        text::COLUMN_BY,
    ];
    let mut table = Table::new(&names.map(|name| name.get(lang)));
    for one in listed {
        let mark = match one.in_force {
            Some(true) => format!("{} {}", one.since, text::IN_FORCE.get(lang)),
            _ => one.since.to_string(),
        };
        table.row([
            one.version.to_string(),
            mark,
            format!("{} ({})", one.name, one.id),
            one.adopted_at,
            one.adopted_by.to_owned(),
        ]);
    }
    console.print(&table.render(""))?;
    let last = known.last().and_then(|(_, rules)| rules.corrected);
    super::show::offer(last, console)
}
