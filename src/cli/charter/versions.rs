//! `minwon charter versions`: the versions of the desk's charter, and from when each holds.

use super::{super::document::stamp, Console, Failure, Table};
use crate::{
    desk::Rules,
    domain::charter::Version,
    words::{Lang, cli as text},
};
use chrono::NaiveDate;
use serde::Serialize;

/// The JSON document of a version.
#[derive(Serialize)]
pub(super) struct VersionDocument<'a> {
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

impl<'a> VersionDocument<'a> {
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
    let versions = known.iter().map(|(version, rules)| {
        VersionDocument::new(version, Some(version.number == today), rules, lang)
    });
    let versions: Vec<_> = versions.collect();
    if console.json {
        return console.document(&versions);
    }
    let names = [
        text::COLUMN_VERSION,
        text::COLUMN_SINCE,
        text::COLUMN_NAME,
        text::COLUMN_ADOPTED,
        text::COLUMN_BY,
    ];
    let mut table = Table::of(names, lang);
    for version in versions {
        let since = match version.in_force {
            Some(true) => format!("{} {}", version.since, text::IN_FORCE.get(lang)),
            _ => version.since.to_string(),
        };
        table.row([
            version.version.to_string(),
            since,
            format!("{} ({})", version.name, version.id),
            version.adopted_at,
            version.adopted_by.to_owned(),
        ]);
    }
    console.print(&table.columns(""))?;
    let last = known.last().and_then(|(_, rules)| rules.corrected);
    super::show::offer(last, console)
}
