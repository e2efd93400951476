//! The pages of a charter as rows with columns, and the texts of the chosen row.
//!
//! Must not know keys, areas or styles.

mod categories;
mod hours;
mod promises;

use crate::{
    desk::Rules,
    domain::{
        charter::{Channel, Reach, Script, Version},
        guide::People,
    },
    words::{Lang, Phrase, Say, screens as text},
};
use categories::categories;
use hours::hours;
use promises::promise;

/// Width from which columns are wide.
const WIDE: u16 = 110;
/// Width from which no column is left out.
const NARROW: u16 = 72;

/// A page of the charter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    Promises,
    /// The categories with their counters.
    Categories,
    Hours,
    /// What to say and to check.
    Scripts,
    Versions,
}

impl Page {
    pub(super) const ALL: [Self; 5] = [
        Self::Promises,
        Self::Categories,
        Self::Hours,
        Self::Scripts,
        Self::Versions,
    ];

    pub(super) fn name(self) -> Phrase {
        match self {
            Self::Promises => text::CHARTER_PROMISES,
            Self::Categories => text::CHARTER_CATEGORIES,
            Self::Hours => text::CHARTER_HOURS,
            Self::Scripts => text::CHARTER_SCRIPTS,
            Self::Versions => text::CHARTER_VERSIONS,
        }
    }

    /// Names and widths of the columns of a list of so many cells. The one without a width takes what the others leave; those
    /// whose text is also beneath the list are narrowed first.
    pub(super) fn columns(self, cells: u16) -> Vec<(Phrase, Option<usize>)> {
        let or = |narrow, much| Some(if cells >= WIDE { much } else { narrow });
        let spare = |narrow, much| or(if cells < NARROW { 0 } else { narrow }, much);
        match self {
            Self::Promises => vec![
                (text::CHARTER_ID, spare(20, 24)),
                (text::CHARTER_TRIGGER, or(14, 18)),
                (text::CHARTER_ACTION, None),
                (text::CHARTER_LIMIT, or(12, 13)),
                // Beneath the list where there is no room for a column.
                (text::CHARTER_RULE, or(0, 20)),
            ],
            Self::Categories => vec![
                (text::CATEGORY, None),
                (text::CHARTER_KIND, or(14, 20)),
                (text::CHARTER_COUNTER, spare(14, 22)),
                (text::CHARTER_OFFICER, or(14, 22)),
                (text::CHARTER_PHONE, spare(13, 14)),
            ],
            Self::Hours => vec![(text::CHARTER_ITEM, Some(22)), (text::CHARTER_VALUE, None)],
            Self::Scripts => vec![
                (text::CHARTER_ID, spare(20, 24)),
                (text::CHARTER_TRIGGER, or(14, 18)),
                (text::CHANNEL, or(9, 16)),
                (text::HOLIDAY_KIND, Some(5)),
                (text::CHARTER_TEXT, None),
            ],
            Self::Versions => vec![
                (text::CHARTER_VERSION, Some(8)),
                (text::CHARTER_SINCE, Some(12)),
                (text::HELP_CHARTER_MARK, spare(14, 24)),
                (text::CHARTER_ADOPTED, Some(17)),
                (text::CHARTER_BY, None),
            ],
        }
    }

    pub(super) fn entries(self, rules: &Rules, lang: Lang) -> Vec<Entry> {
        let charter = &rules.charter;
        match self {
            Self::Promises => {
                let promises = charter.promises.iter();
                promises.map(|of| promise(of, lang)).collect()
            }
            Self::Categories => categories(charter, lang),
            Self::Hours => hours(charter, lang),
            Self::Scripts => charter.scripts.iter().map(|of| script(of, lang)).collect(),
            Self::Versions => versions(rules, lang),
        }
    }
}

/// A row of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) columns: Vec<String>,
    /// What is shown of the row in full when it is chosen.
    pub(super) texts: Vec<String>,
    /// Facts that are joined with dots.
    pub(super) facts: Vec<String>,
}

fn script(script: &Script, lang: Lang) -> Entry {
    let kind = if script.checklist {
        text::CHARTER_CHECK
    } else {
        text::CHARTER_SAY
    };
    // No clerk speaks here: the names are placeholders in brackets.
    let said = People::default().fill(&script.text, lang);
    let (trigger, kind) = (script.trigger.say(lang), kind.get(lang).to_owned());
    let channels = channels(&script.channels, lang);
    Entry {
        texts: vec![said.clone()],
        facts: vec![
            script.promise.clone(),
            trigger.clone(),
            channels.clone(),
            kind.clone(),
        ],
        columns: vec![script.promise.clone(), trigger, channels, kind, said],
    }
}

fn versions(rules: &Rules, lang: Lang) -> Vec<Entry> {
    let adopted = |at| {
        let local = rules.calendars.now().local(at);
        local.format("%Y-%m-%d %H:%M").to_string()
    };
    let entry = |version: &Version| {
        let in_force = version.number == rules.version;
        let shown = if in_force {
            (text::CHARTER_IN_FORCE, text::CHARTER_TODAY)
        } else {
            (text::CHARTER_NOT_TODAY, text::CHARTER_KEPT)
        };
        let number = version.number.to_string();
        Entry {
            columns: vec![
                shown.0.with(lang, &[("n", &number)]),
                version.since.to_string(),
                version.id.clone(),
                adopted(version.adopted_at),
                version.adopted_by.clone(),
            ],
            texts: vec![match rules.corrected.filter(|_| in_force) {
                Some(id) => text::CHARTER_CORRECTED.with(lang, &[("id", id)]),
                None => shown.1.get(lang).to_owned(),
            }],
            facts: Vec::new(),
        }
    };
    rules.versions.iter().map(entry).collect()
}

fn channels(channels: &[Channel], lang: Lang) -> String {
    if channels.is_empty() {
        return text::CHARTER_ANY.get(lang).to_owned();
    }
    let said: Vec<String> = channels.iter().map(|channel| channel.say(lang)).collect();
    said.join(", ")
}

/// By what a body or a counter is reached, each with its label.
fn reached(reach: &Reach) -> Vec<(Phrase, String)> {
    let phones = (!reach.phones.is_empty()).then(|| reach.phones.join(", "));
    [
        (text::CHARTER_PHONE, phones),
        (text::CHARTER_FAX, reach.fax.clone()),
        (text::CHARTER_ADDRESS, reach.address.clone()),
        (text::CHARTER_WEB, reach.web.clone()),
    ]
    .into_iter()
    .filter_map(|(label, value)| value.map(|value| (label, value)))
    .collect()
}

fn labelled(label: Phrase, value: &str, lang: Lang) -> String {
    format!("{}: {value}", label.get(lang))
}
