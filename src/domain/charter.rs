//! A charter: the rules of one public body, read from a TOML file.
//!
//! The types are the whole format; [`parse()`] reads it. A case keeps the charter version it was received under.

pub mod builtin;
mod json;
pub mod ladder;
mod moment;
mod parse;
mod placeholder;
mod promise;
mod start;
mod template;
mod version;
mod word;

pub use json::CharterJson;
pub use moment::Moment;
pub use parse::{CharterError, parse};
pub use placeholder::Placeholder;
pub use promise::{
    CountFrom, Detail, DutyReport, DutyRule, Every, MetBy, Promise, PromiseKind, Trigger,
};
pub use start::{Ask, Known, Start};
pub use template::template;
pub use version::{Version, in_force};
pub use word::{CaseKind, Channel, Happened, Matter, Source, Topic};

use super::{calendar::OfficeHours, limit::Limit};
use crate::words::{Lang, Say};
use serde::{Deserialize, Serialize, ser::SerializeStruct};

/// A text that a charter gives in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    pub ko: String,
    pub en: String,
}

impl Bilingual {
    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ko => &self.ko,
            Lang::En => &self.en,
        }
    }
}

impl Say for Bilingual {
    fn say(&self, lang: Lang) -> String {
        self.get(lang).to_owned()
    }
}

/// A category of matters: what the clerk chooses in the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Category {
    /// Unique in the charter.
    #[serde(skip)]
    pub id: String,
    #[serde(skip)]
    pub name: Bilingual,
    /// The kind of case it usually is.
    pub kind: CaseKind,
    pub topics: Vec<Topic>,
    pub counter: String,
    /// For [`CaseKind::Statutory`]: the period of the public table.
    #[serde(serialize_with = "json::as_text")]
    pub statutory_limit: Option<Limit>,
    /// The same: within which time its refusal is objected to, where another law than the act says so.
    #[serde(serialize_with = "json::as_text")]
    pub objection_within: Option<Limit>,
    /// The same: within which time the objection is decided on, counted like the period of handling.
    #[serde(serialize_with = "json::as_text")]
    pub objection_limit: Option<Limit>,
    /// The same: by how long its period is extended, once, where another law than the decree says so.
    #[serde(serialize_with = "json::as_text")]
    pub extension_limit: Option<Limit>,
}

/// A matter of a statutory petition with the period of the public table (act art. 36).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatutoryMatter {
    /// Unique in the charter.
    #[serde(skip)]
    pub id: String,
    #[serde(skip)]
    pub name: Bilingual,
    #[serde(serialize_with = "json::limit_as_text")]
    pub limit: Limit,
}

/// Where a matter is taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counter {
    /// Unique in the charter.
    #[serde(skip)]
    pub id: String,
    #[serde(skip)]
    pub name: Bilingual,
    pub department: String,
    /// The officer in charge, by post or name; `None` where the charter names none.
    pub officer: Option<String>,
    #[serde(flatten)]
    pub reach: Reach,
    pub deputy: Option<String>,
    /// True for the counter that serves visitors who need help.
    pub assistance: bool,
    /// True where its department is far from the front desk (decree art. 13(1)).
    pub far: bool,
}

/// By what a body or one of its counters is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// The numbers to call, the first before all others.
    pub phones: Vec<String>,
    pub fax: Option<String>,
    pub address: Option<String>,
    /// The address on the web.
    pub web: Option<String>,
}

impl Reach {
    /// The number to call.
    pub fn phone(&self) -> Option<&str> {
        self.phones.first().map(String::as_str)
    }
}

/// In JSON the number to call stands by itself beside the list of all.
impl Serialize for Reach {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut keys = serializer.serialize_struct("Reach", 5)?;
        keys.serialize_field("phone", &self.phone())?;
        keys.serialize_field("phones", &self.phones)?;
        keys.serialize_field("fax", &self.fax)?;
        keys.serialize_field("address", &self.address)?;
        keys.serialize_field("web", &self.web)?;
        keys.end()
    }
}

/// A text to speak or an item to check at a moment of a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    pub promise: String,
    pub trigger: Trigger,
    pub moment: Moment,
    /// The channels it holds for; empty means any.
    pub channels: Vec<Channel>,
    /// The text; its blanks, such as `{department}`, are filled in ([`Placeholder`]).
    pub text: Bilingual,
    /// True for an item to tick off, false for a text to speak.
    pub checklist: bool,
}

impl Script {
    /// Whether it holds for a channel.
    pub fn applies_to(&self, channel: Channel) -> bool {
        self.channels.is_empty() || self.channels.contains(&channel)
    }
}

/// What the letters of a body name besides the body itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LetterSettings {
    /// In whose name they go out; the body where `None`.
    pub sender: Option<String>,
    /// The committee that decides on administrative appeals (act on administrative appeals art. 6).
    pub committee: Option<String>,
    pub court: Option<String>,
    /// The ombudsman of the municipality, beside that of the state.
    pub ombudsman: Option<String>,
    /// The department that investigates a grievance brought again (decree art. 17(2)).
    pub audit: Option<String>,
}

/// The rules of one public body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charter {
    /// Short id: `gbvc`.
    pub id: String,
    pub name: Bilingual,
    /// Where the charter is published.
    pub source: String,
    pub reach: Reach,
    pub letters: LetterSettings,
    pub office: OfficeHours,
    /// The department that takes matters in and passes them on to those in charge (decree art. 13(1)); `None` where each takes
    /// in its own.
    pub front_desk: Option<String>,
    /// True where complainants are told beforehand that they can follow the progress online: no notice of it is owed then
    /// (decree art. 23(3)).
    pub progress_online: bool,
    /// The minutes that the body recommends for a visit or a call (decree art. 4(1) no. 7).
    pub contact_minutes: u32,
    pub channels: Vec<Channel>,
    /// The categories, in the order of the form.
    pub categories: Vec<Category>,
    pub counters: Vec<Counter>,
    /// The table of statutory matters that are no category of their own.
    pub statutory: Vec<StatutoryMatter>,
    /// The promises, in the order of the ledger.
    pub promises: Vec<Promise>,
    pub scripts: Vec<Script>,
}

impl Charter {
    /// The promise with that id.
    pub fn promise(&self, id: &str) -> Option<&Promise> {
        self.promises.iter().find(|promise| promise.id == id)
    }

    /// The category with that id.
    pub fn category(&self, id: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.id == id)
    }

    /// What the category with that id is called; the id where there is none.
    pub fn category_name(&self, id: &str, lang: Lang) -> String {
        let known = self.category(id);
        known.map_or_else(|| id.to_owned(), |known| known.name.say(lang))
    }

    /// The counter with that id.
    pub fn counter(&self, id: &str) -> Option<&Counter> {
        self.counters.iter().find(|counter| counter.id == id)
    }

    /// True where a mail with the result is promised.
    pub fn mails_results(&self) -> bool {
        self.promises.iter().any(|promise| {
            promise.trigger() == Some(Trigger::Result) && promise.met_by.contains(&MetBy::Mail)
        })
    }

    /// The counter that takes in a category.
    pub fn counter_of(&self, category: &str) -> Option<&Counter> {
        self.category(category)
            .and_then(|category| self.counter(&category.counter))
    }
}
