//! Scripts of a charter with the names filled in, and the items of its checklists.

use super::{
    charter::{
        Ask, Bilingual, Channel, Charter, Counter, Detail, Moment, Placeholder, Script, Topic,
        Trigger,
    },
    staff::Staff,
    text::serde_as_text,
};
use crate::words::{Lang, Say, filled};
use std::{fmt, str::FromStr};

/// The people of a contact, as far as known.
#[derive(Clone, Copy, Debug, Default)]
pub struct People<'a> {
    pub clerk: Option<&'a Staff>,
    pub counter: Option<&'a Counter>,
    pub officer: Option<&'a Staff>,
    pub deputy: Option<&'a Staff>,
}

impl People<'_> {
    /// Fills in the fields of a text, with the particles that follow the names; a missing value is its name in square brackets.
    pub fn fill(&self, text: &Bilingual, lang: Lang) -> String {
        filled(text.get(lang), |word| {
            let field: Placeholder = word.parse().ok()?;
            let value = self.value(field, lang);
            Some(value.unwrap_or_else(|| field.say(lang)).into())
        })
    }

    fn value(&self, field: Placeholder, lang: Lang) -> Option<String> {
        let clerk = |of: fn(&Staff) -> &String| self.clerk.map(|clerk| of(clerk).clone());
        let counter = |of: fn(&Counter) -> &String| self.counter.map(|counter| of(counter).clone());
        let officer = |of: fn(&Staff) -> &String| self.officer.map(|officer| of(officer).clone());
        let found = match field {
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
        channel.is_none_or(|channel| script.applies_to(channel))
            && moment.is_none_or(|moment| moment == script.moment)
    };
    let mut found: Vec<&Script> = charter.scripts.iter().filter(here).collect();
    found.sort_by_key(|script| script.moment);
    found
}

/// The scripts while a matter is received: those of the channel's trigger and of the receipt, those of a question for a
/// category of questions, and with `assistance` those for people who need help.
pub fn scripts_at_receipt<'c>(
    charter: &'c Charter,
    (channel, category): (Channel, &str),
    assistance: bool,
) -> Vec<&'c Script> {
    let category = charter.category(category);
    let asks = category.is_some_and(|category| category.topics.contains(&Topic::Question));
    let now = |script: &&Script| {
        let triggered = script.trigger == Trigger::Received
            || script.trigger == Trigger::Call && channel == Channel::Phone
            || script.trigger == Trigger::VisitorArrived && channel == Channel::Visit
            || script.trigger == Trigger::QuestionAsked && asks;
        let promise = charter.promise(&script.promise);
        let helps = promise.is_some_and(|promise| {
            let mut starts = promise.starts.iter();
            starts.any(|start| start.of.contains(&Ask::Detail(Detail::Assistance)))
        });
        triggered && (assistance || !helps) && script.moment != Moment::Privacy
    };
    let mut found = scripts(charter, Some(channel), None);
    found.retain(now);
    found
}

/// An item of a checklist: the promise it belongs to and which of that promise's items it is, from 1; written
/// `jndc.outreach.contact/2`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChecklistItem {
    pub promise: String,
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

serde_as_text!(ChecklistItem);

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
    let mut found: Vec<ChecklistItem> = Vec::new();
    for word in list.split([',', ' ']).filter(|word| !word.is_empty()) {
        let fits = |(item, script): &&(ChecklistItem, &Script)| {
            word == "all" && script.applies_to(channel)
                || item.promise == word
                || item.to_string() == word
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
