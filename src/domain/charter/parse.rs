//! Reads a charter from TOML and reports every error with line, column, key and what is allowed.

mod agreement;
mod entry;
mod error;
mod hours;
mod promise;
mod reader;
mod sentence;
mod start;
#[cfg(test)]
mod tests;
mod value;

pub use error::CharterError;

use super::{Channel, Charter, Promise};
use error::{Problem, locate};
use reader::{Section, Source};
use std::collections::HashMap;
use toml::de::DeTable;

/// Maximum size in bytes; the largest built-in charter has a fiftieth of it.
const MOST_BYTES: usize = 1 << 20;

/// Reads a charter.
///
/// # Errors
/// Every error of the text, in the order of the text; a text that is no TOML gives the first error of syntax only.
pub fn parse(text: &str) -> Result<Charter, Vec<CharterError>> {
    // Windows editors write a byte order mark, which no editor counts as a column.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let source = Source::new(text);
    let alone = |offset, problem| {
        source.report(offset, "", problem);
        locate(text, source.findings.take())
    };
    if text.len() > MOST_BYTES {
        return Err(alone(0, Problem::new(sentence::TOO_LARGE)));
    }
    let table = DeTable::parse(text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        alone(
            offset,
            Problem::new(sentence::SYNTAX).given(error.message()),
        )
    })?;
    let charter = charter(&Section::new(&source, table.get_ref(), 0, String::new()));
    let findings = source.findings.take();
    match charter {
        Some(charter) if findings.is_empty() => Ok(charter),
        _ => Err(locate(text, findings)),
    }
}

fn charter(root: &Section<'_>) -> Option<Charter> {
    root.only("id name source phone fax address web zone hours shifts closures cutoff night_receipt front_desk progress_online contact_minutes channels counter category promise script statutory letters");
    let id = root.id("id");
    let name = root.bilingual("name");
    let source = root.text("source");
    let reach = entry::reach(root);
    let letters = entry::letters(root);
    let office = hours::office(root);
    let front_desk = root.optional("front_desk", |value| value.text());
    let progress_online = root.flag("progress_online");
    let contact_minutes = root.optional("contact_minutes", |value| hours::minutes(&value));
    let channels = channels(root);
    for key in ["counter", "category", "promise"] {
        root.required(key);
    }
    let counters = root.sections("counter");
    let categories = root.sections("category");
    let promises = root.sections("promise");
    let scripts = root.sections("script");
    agreement::check(root, &counters, &categories, &promises, &scripts);
    let counters = all(&counters, entry::counter);
    let categories = all(&categories, entry::category);
    let read_promises = all(&promises, promise::promise);
    let by_id: HashMap<&str, &Promise> = read_promises
        .iter()
        .flatten()
        .map(|promise| (promise.id.as_str(), promise))
        .collect();
    let statutory = all(&root.sections("statutory"), entry::statutory);
    let scripts = all(&scripts, |section| entry::script(section, &by_id));
    Some(Charter {
        id: id?,
        name: name?,
        source: source?,
        reach: reach?,
        letters: letters?,
        office: office?,
        front_desk: front_desk?,
        progress_online: progress_online?,
        contact_minutes: contact_minutes?.unwrap_or(hours::CONTACT_MINUTES),
        channels: channels?,
        categories: categories?,
        counters: counters?,
        statutory: statutory?,
        promises: read_promises?,
        scripts: scripts?,
    })
}

fn channels(root: &Section<'_>) -> Option<Vec<Channel>> {
    let value = root.required("channels")?;
    let channels: Vec<Channel> = root.words("channels")?;
    if channels.is_empty() {
        value.report(Problem::new(sentence::EMPTY));
        return None;
    }
    Some(channels)
}

/// Reads every section before failing, to report the errors of all.
fn all<'a, T>(
    sections: &[Section<'a>],
    read: impl Fn(&Section<'a>) -> Option<T>,
) -> Option<Vec<T>> {
    let read: Vec<Option<T>> = sections.iter().map(read).collect();
    read.into_iter().collect()
}
