//! The categories of a charter with the counters they lead to, as rows.

use super::{Entry, labelled};
use crate::{
    domain::charter::{CaseKind, Category, Charter, Counter, StatutoryMatter},
    words::{Lang, Phrase, Say, screens as text},
};

/// The categories, then the counters that no category leads to, then the table of statutory matters.
pub(super) fn categories(charter: &Charter, lang: Lang) -> Vec<Entry> {
    let led_to = |counter: &Counter| {
        let mut categories = charter.categories.iter();
        categories.any(|category| category.counter == counter.id)
    };
    let alone = charter.counters.iter().filter(|counter| !led_to(counter));
    charter
        .categories
        .iter()
        .map(|of| category(of, charter.counter(&of.counter), lang))
        .chain(alone.map(|counter| without_category(counter, lang)))
        .chain(charter.statutory.iter().map(|of| matter(of, lang)))
        .collect()
}

fn category(category: &Category, counter: Option<&Counter>, lang: Lang) -> Entry {
    let name = category.name.get(lang).to_owned();
    let of = |field: fn(&Counter) -> &str| counter.map_or("", field).to_owned();
    let counter_name = counter.map_or(category.counter.as_str(), |counter| counter.name.get(lang));
    let topics = category.topics.iter().map(|topic| topic.say(lang));
    let topics: Vec<String> = topics.collect();
    let mut facts = vec![category.id.clone(), category.kind.say(lang)];
    if !topics.is_empty() {
        facts.push(labelled(text::CHARTER_TOPICS, &topics.join(", "), lang));
    }
    for (label, limit) in [
        (text::CHARTER_STATUTORY, category.statutory_limit),
        (text::CHARTER_OBJECTION_WITHIN, category.objection_within),
        (text::CHARTER_OBJECTION, category.objection_limit),
        (text::CHARTER_EXTENSION, category.extension_limit),
    ] {
        facts.extend(limit.map(|limit| labelled(label, &limit.say(lang), lang)));
    }
    facts.extend(counter.iter().flat_map(|of| counter_facts(of, lang)));
    Entry {
        columns: vec![
            name.clone(),
            category.kind.say(lang),
            counter_name.to_owned(),
            of(|counter| counter.officer.as_deref().unwrap_or_default()),
            of(|counter| counter.reach.phone().unwrap_or_default()),
        ],
        texts: vec![name],
        facts,
    }
}

fn without_category(counter: &Counter, lang: Lang) -> Entry {
    let name = counter.name.get(lang).to_owned();
    Entry {
        columns: vec![
            text::CHARTER_NO_CATEGORY.get(lang).to_owned(),
            String::new(),
            name.clone(),
            counter.officer.clone().unwrap_or_default(),
            counter.reach.phone().unwrap_or_default().to_owned(),
        ],
        texts: vec![name],
        facts: counter_facts(counter, lang),
    }
}

/// A matter of the table with its period, which stands in the column of the counters.
fn matter(of: &StatutoryMatter, lang: Lang) -> Entry {
    let name = of.name.get(lang).to_owned();
    let limit = of.limit.say(lang);
    Entry {
        columns: vec![
            name.clone(),
            CaseKind::Statutory.say(lang),
            limit.clone(),
            String::new(),
            String::new(),
        ],
        texts: vec![name],
        facts: vec![
            of.id.clone(),
            CaseKind::Statutory.say(lang),
            labelled(text::CHARTER_STATUTORY, &limit, lang),
        ],
    }
}

fn counter_facts(counter: &Counter, lang: Lang) -> Vec<String> {
    let mut facts = vec![
        labelled(text::CHARTER_COUNTER, counter.name.get(lang), lang),
        labelled(text::CHARTER_DEPARTMENT, &counter.department, lang),
    ];
    let told = |label: Phrase, value: &Option<String>| {
        value.as_ref().map(|value| labelled(label, value, lang))
    };
    facts.extend(told(text::CHARTER_OFFICER, &counter.officer));
    for (label, value) in super::reached(&counter.reach) {
        facts.push(labelled(label, &value, lang));
    }
    facts.extend(told(text::CHARTER_DEPUTY, &counter.deputy));
    if counter.assistance {
        facts.push(text::CHARTER_ASSISTANCE.get(lang).to_owned());
    }
    if counter.far {
        facts.push(text::CHARTER_FAR.get(lang).to_owned());
    }
    facts
}
