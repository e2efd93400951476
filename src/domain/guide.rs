//! What to say and to check at a moment: the scripts of a charter with the names filled in, and the items that were ticked.
//!
//! Pure; knows charters and staff. Whether something may be recorded is decided elsewhere; contacts and cases share
//! [`ChecklistItem`].

use super::{
    charter::{
        Ask, Bilingual, Channel, Charter, Counter, Detail, Moment, Placeholder, Script, Topic,
        Trigger,
    },
    staff::Staff,
};
use crate::words::{Lang, Say, filled};
use serde::{Deserialize, Serialize, Serializer};
use std::{fmt, str::FromStr};

/// Who takes part in a contact, as far as known.
#[derive(Clone, Copy, Debug, Default)]
pub struct People<'a> {
    pub clerk: Option<&'a Staff>,
    /// The counter that the matter belongs to.
    pub counter: Option<&'a Counter>,
    /// The officer who is asked for.
    pub officer: Option<&'a Staff>,
    /// Who stands in for that officer.
    pub deputy: Option<&'a Staff>,
}

impl People<'_> {
    /// A text of the charter as it is spoken, with the particles that follow the names; what nobody has given stands in square
    /// brackets.
    pub fn fill(&self, text: &Bilingual, lang: Lang) -> String {
        filled(text.get(lang), |word| {
            let (_, blank) = Placeholder::ALL
                .into_iter()
                .find(|(known, _)| *known == word)?;
            let missing = || blank.missing().get(lang).to_owned();
            Some(self.value(blank, lang).unwrap_or_else(missing).into())
        })
    }

    fn value(&self, blank: Placeholder, lang: Lang) -> Option<String> {
        let clerk = |of: fn(&Staff) -> &String| self.clerk.map(|clerk| of(clerk).clone());
        let counter = |of: fn(&Counter) -> &String| self.counter.map(|counter| of(counter).clone());
        let officer = |of: fn(&Staff) -> &String| self.officer.map(|officer| of(officer).clone());
        let found = match blank {
            Placeholder::Department => clerk(|clerk| &clerk.department),
            Placeholder::Name => clerk(|clerk| &clerk.name),
            Placeholder::Phone => self
                .counter
                .and_then(|counter| counter.reach.phone().map(str::to_owned))
                .or(clerk(|clerk| &clerk.phone)),
            Placeholder::Counter => self.counter.map(|counter| counter.name.say(lang)),
            Placeholder::CounterDepartment => counter(|counter| &counter.department),
            Placeholder::Officer => {
                let of_the_counter = || self.counter.and_then(|counter| counter.officer.clone());
                officer(|officer| &officer.name).or_else(of_the_counter)
            }
            Placeholder::Mobile => officer(|officer| &officer.mobile),
            Placeholder::Deputy => {
                let of_the_officer = self.deputy.map(|deputy| deputy.name.clone());
                let of_the_counter = || self.counter.and_then(|counter| counter.deputy.clone());
                // Another officer's deputy does not stand in for this one.
                match self.officer {
                    Some(_) => of_the_officer,
                    None => of_the_officer.or_else(of_the_counter),
                }
            }
        };
        found.filter(|value| !value.is_empty())
    }
}

/// The scripts for a channel and a moment, in the order of the moments; `None` means any.
pub fn scripts(
    charter: &Charter,
    channel: Option<Channel>,
    moment: Option<Moment>,
) -> Vec<&Script> {
    let here = |script: &&Script| {
        let channels = &script.channels;
        let channel = channel.is_none_or(|one| channels.is_empty() || channels.contains(&one));
        channel && moment.is_none_or(|moment| moment == script.moment)
    };
    let mut found: Vec<&Script> = charter.scripts.iter().filter(here).collect();
    found.sort_by_key(|script| script.moment);
    found
}

/// What is said and checked while a matter is taken in: by the channel's trigger and the receipt's, for a category of questions
/// by that of a question, and for who needs help what is for them.
pub fn scripts_at_receipt<'c>(
    charter: &'c Charter,
    (channel, category): (Channel, &str),
    assistance: bool,
) -> Vec<&'c Script> {
    let topics = charter
        .category(category)
        .map_or(&[][..], |category| &category.topics);
    let now = |script: &&Script| {
        let triggered = match script.trigger {
            Trigger::Call => channel == Channel::Phone,
            Trigger::VisitorArrived => channel == Channel::Visit,
            Trigger::Received => true,
            Trigger::QuestionAsked => topics.contains(&Topic::Question),
            Trigger::Result
            | Trigger::ReviewNeeded
            | Trigger::ExtensionCause
            | Trigger::Recurrence
            | Trigger::NotReflected
            | Trigger::Misconduct
            | Trigger::Objection
            | Trigger::Refused
            | Trigger::Overdue
            | Trigger::Improvable
            | Trigger::OfficerAbsent
            | Trigger::AnswerLater
            | Trigger::Appointment => false,
        };
        let promise = charter.promise(&script.promise);
        let helps = promise.is_some_and(|promise| {
            let mut starts = promise.starts.iter();
            starts.any(|start| start.of.contains(&Ask::Detail(Detail::Assistance)))
        });
        triggered && (assistance || !helps)
    };
    let mut found = scripts(charter, Some(channel), None);
    found.retain(now);
    found.retain(|script| script.moment != Moment::Privacy);
    found
}

/// An item of a checklist: the promise it belongs to and which of that promise's items it is, from 1; written
/// `jndc.outreach.contact/2`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChecklistItem {
    /// The promise's id.
    pub promise: String,
    /// Which of its items.
    pub nth: u8,
}

impl fmt::Display for ChecklistItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.promise, self.nth)
    }
}

impl FromStr for ChecklistItem {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (promise, nth) = text.rsplit_once('/').ok_or_else(|| text.to_owned())?;
        let nth = nth.parse().map_err(|_unread| text.to_owned())?;
        Ok(Self {
            promise: promise.to_owned(),
            nth,
        })
    }
}

impl Serialize for ChecklistItem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ChecklistItem {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Every item of a charter's checklists with its text, in the order of the charter.
pub fn checklist(charter: &Charter) -> Vec<(ChecklistItem, &Script)> {
    let mut found: Vec<(ChecklistItem, &Script)> = Vec::new();
    for script in charter.scripts.iter().filter(|script| script.checklist) {
        let before = found
            .iter()
            .filter(|(item, _)| item.promise == script.promise);
        let nth = u8::try_from(before.count() + 1).unwrap_or(u8::MAX);
        let promise = script.promise.clone();
        found.push((ChecklistItem { promise, nth }, script));
    }
    found
}

/// The items among some scripts, each with its text, in the order of the scripts.
pub fn items<'c>(charter: &'c Charter, among: &[&'c Script]) -> Vec<(ChecklistItem, &'c Script)> {
    let all = checklist(charter);
    let of = |script: &&'c Script| {
        let found = all.iter().find(|(_, other)| std::ptr::eq(*other, *script));
        found.map(|(item, script)| (item.clone(), *script))
    };
    among.iter().filter_map(of).collect()
}

/// The items that a list names, separated by commas: `all` of those for the channel, a promise's id for all of its items, or
/// single ones.
///
/// # Errors
/// The word that names none, with every item there is.
pub fn parse_items(
    charter: &Charter,
    channel: Channel,
    list: &str,
) -> Result<Vec<ChecklistItem>, (String, Vec<String>)> {
    let all = checklist(charter);
    let here = |script: &Script| script.channels.is_empty() || script.channels.contains(&channel);
    let mut found: Vec<ChecklistItem> = Vec::new();
    for word in list.split([',', ' ']).filter(|word| !word.is_empty()) {
        let fits = |(item, script): &&(ChecklistItem, &Script)| {
            word == "all" && here(script) || item.promise == word || item.to_string() == word
        };
        let before = found.len();
        let fitting = all.iter().filter(fits).map(|(item, _)| item.clone());
        found.extend(fitting);
        if found.len() == before {
            let known = all.iter().map(|(item, _)| item.to_string());
            return Err((word.to_owned(), known.collect()));
        }
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|item| seen.insert(item.clone()));
    Ok(found)
}

#[cfg(test)]
mod tests;
