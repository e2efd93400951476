//! A charter: the rules of one public body, read from a TOML file.
//!
//! The types here are the whole format; `charter/parse.rs` reads it and reports every error with line, column, key and
//! what is allowed. A case keeps the charter version it was received under.

mod blank;
pub mod builtin;
pub mod ladder;
mod moment;
mod parse;
mod promise;
mod shown;
mod start;
mod template;
mod version;
mod word;

pub use blank::Placeholder;
pub use moment::Moment;
pub use parse::{CharterError, parse};
pub use promise::{
    CountFrom, Detail, DutyReport, DutyRule, Every, MetBy, Promise, PromiseKind, Trigger,
};
pub use shown::CharterJson;
pub use start::{Ask, Known, Start};
pub use template::template;
pub use version::{Version, in_force};
pub use word::{CaseKind, Channel, Happened, Matter, Topic};

use super::{calendar::OfficeHours, limit::Limit};
use crate::words::{Lang, Say};
use serde::{Deserialize, Serialize};

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
    /// Its id, unique in the charter.
    pub id: String,
    pub name: Bilingual,
    /// The kind of case it usually is.
    pub kind: CaseKind,
    /// The topics it touches.
    pub topics: Vec<Topic>,
    /// The counter that takes it in.
    pub counter: String,
    /// For [`CaseKind::Statutory`]: the period of the public table.
    pub statutory_limit: Option<Limit>,
    /// The same: within which time its refusal is objected to, where another law than the act says so.
    pub objection_within: Option<Limit>,
    /// The same: within which time the objection is decided on, counted like the period of handling.
    pub objection_limit: Option<Limit>,
}

/// Where a matter is taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counter {
    /// Its id, unique in the charter.
    pub id: String,
    pub name: Bilingual,
    /// The department in charge.
    pub department: String,
    /// The officer in charge, by post or name; `None` where the charter names none.
    pub officer: Option<String>,
    pub reach: Reach,
    /// Who stands in when the officer is away.
    pub deputy: Option<String>,
    /// True for the counter that serves visitors who need help.
    pub assistance: bool,
}

/// By what a body or one of its counters is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
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

/// What to say, or to check, at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Script {
    /// The promise it belongs to.
    pub promise: String,
    /// What sets it to work.
    pub trigger: Trigger,
    /// The moment of the contact.
    pub moment: Moment,
    /// The channels it holds for; empty means any.
    pub channels: Vec<Channel>,
    /// The text; its blanks, such as `{department}`, are filled in ([`Placeholder`]).
    pub text: Bilingual,
    /// True for an item to tick off, false for a text to speak.
    pub checklist: bool,
}

/// The rules of one public body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Charter {
    /// Short id: `gbvc`.
    pub id: String,
    /// The body's name.
    pub name: Bilingual,
    /// Where the charter is published.
    pub source: String,
    pub reach: Reach,
    /// Zone, weekly hours, date-specific hours, closures, cutoff and night receipt.
    pub office: OfficeHours,
    /// The channels the desk takes.
    pub channels: Vec<Channel>,
    /// The categories, in the order of the form.
    pub categories: Vec<Category>,
    pub counters: Vec<Counter>,
    /// The promises, in the order of the ledger.
    pub promises: Vec<Promise>,
    /// Scripts and checklists.
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

    /// The counter with that id.
    pub fn counter(&self, id: &str) -> Option<&Counter> {
        self.counters.iter().find(|counter| counter.id == id)
    }

    /// The counter that takes in a category.
    pub fn counter_of(&self, category: &str) -> Option<&Counter> {
        self.category(category)
            .and_then(|category| self.counter(&category.counter))
    }
}
