//! The pages of a charter as rows with columns, and what is told of the chosen row beneath the list.
//!
//! Knows charters. Must not know keys, areas or styles.

use crate::{
    desk::Rules,
    domain::{
        calendar::{NightReceipt, OfficeHours, Span},
        charter::{
            Category, Channel, Charter, Counter, DutyRule, Promise, PromiseKind, Script, Version,
        },
    },
    words::{Lang, Phrase, Say, screens as text, weekday},
};
use chrono::Weekday;

/// From this width on, columns are wide.
const WIDE: u16 = 110;
/// Below that width the least of them are left out.
const NARROW: u16 = 72;

/// A page of the charter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// What it promises.
    Promises,
    /// The categories with their counters.
    Categories,
    /// When the office is open.
    Hours,
    /// What to say and to check.
    Scripts,
    /// The versions of the charter and from when each holds.
    Versions,
}

impl Page {
    /// Every page, in order.
    pub(super) const ALL: [Self; 5] = [
        Self::Promises,
        Self::Categories,
        Self::Hours,
        Self::Scripts,
        Self::Versions,
    ];

    /// Its name.
    pub(super) fn name(self) -> Phrase {
        match self {
            Self::Promises => text::CHARTER_PROMISES,
            Self::Categories => text::CHARTER_CATEGORIES,
            Self::Hours => text::CHARTER_HOURS,
            Self::Scripts => text::CHARTER_SCRIPTS,
            Self::Versions => text::CHARTER_VERSIONS,
        }
    }

    /// Its columns in a list of so many cells: the name and the width; one has none and takes what the others leave. What is
    /// told beneath the list as well gives its room away first.
    pub(super) fn columns(self, cells: u16) -> Vec<(Phrase, Option<usize>)> {
        let or = |narrow, much| Some(if cells >= WIDE { much } else { narrow });
        let spare = |narrow, much| or(if cells < NARROW { 0 } else { narrow }, much);
        match self {
            Self::Promises => vec![
                (text::CHARTER_ID, spare(20, 24)),
                (text::CHARTER_TRIGGER, or(13, 18)),
                (text::CHARTER_ACTION, None),
                (text::CHARTER_LIMIT, or(12, 13)),
                // Told beneath the list where there is no room for it.
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
                (text::CHARTER_TRIGGER, or(13, 18)),
                (text::CHANNEL, or(8, 16)),
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

    /// Its rows.
    pub(super) fn entries(self, rules: &Rules, lang: Lang) -> Vec<Entry> {
        let charter = &rules.charter;
        match self {
            Self::Promises => charter
                .promises
                .iter()
                .map(|of| promise(of, lang))
                .collect(),
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
    /// The texts of its columns.
    pub(super) columns: Vec<String>,
    /// What is told of it when it is chosen: the text first, then lines of facts.
    pub(super) told: Vec<String>,
    /// Facts that stand on one line with a dot between them.
    pub(super) facts: Vec<String>,
}

fn promise(promise: &Promise, lang: Lang) -> Entry {
    let trigger = promise
        .trigger
        .map_or_else(|| promise.kind.say(lang), |trigger| trigger.say(lang));
    let rule = promise.count.map(|rule| rule.say(lang));
    // A rule without a limit ("the same day") stands in its place.
    let (mut limit, rule) = match (promise.limit, rule) {
        (Some(limit), rule) => (limit.say(lang), rule.unwrap_or_default()),
        (None, rule) => (rule.unwrap_or_default(), String::new()),
    };
    if promise.by_default {
        limit.push('*');
    }
    let action = promise.action.get(lang).to_owned();
    let mut told = vec![action.clone()];
    if promise.by_default {
        told.push(text::CHARTER_DEFAULT.get(lang).to_owned());
    }
    Entry {
        columns: vec![promise.id.clone(), trigger, action, limit, rule],
        told,
        facts: promise_facts(promise, lang),
    }
}

fn promise_facts(promise: &Promise, lang: Lang) -> Vec<String> {
    let mut facts = vec![promise.id.clone(), promise.kind.say(lang)];
    if let Some(trigger) = promise.trigger {
        let asked = promise.detail.iter().map(|detail| detail.say(lang));
        let asked: Vec<String> = asked
            .chain(promise.topics.iter().map(|topic| topic.say(lang)))
            .collect();
        facts.push(if asked.is_empty() {
            trigger.say(lang)
        } else {
            format!("{} ({})", trigger.say(lang), asked.join(", "))
        });
    }
    if !matches!(promise.kind, PromiseKind::Policy | PromiseKind::Duty) {
        facts.push(channels(&promise.channels, lang));
    }
    facts.extend(limit_facts(promise, lang));
    if !promise.met_by.is_empty() {
        let all: Vec<String> = promise.met_by.iter().map(|part| part.say(lang)).collect();
        facts.push(text::CHARTER_MET_BY.with(lang, &[("what", &all.join(" + "))]));
    }
    if let Some(replaced) = &promise.replaces {
        facts.push(text::CHARTER_REPLACES.with(lang, &[("promise", replaced)]));
    }
    if let Some(step) = promise.step {
        facts.push(text::CHARTER_STEP.with(lang, &[("n", &step.to_string())]));
    }
    if promise.priority {
        facts.push(text::CHARTER_PRIORITY.get(lang).to_owned());
    }
    facts.extend(promise.duty.iter().flat_map(|duty| duty_facts(duty, lang)));
    facts
}

/// The limit with its rule, and from when it is counted.
fn limit_facts(promise: &Promise, lang: Lang) -> Vec<String> {
    let from = text::CHARTER_FROM.with(lang, &[("from", &promise.from.say(lang))]);
    let rule = promise.count.map(|rule| rule.say(lang));
    match (promise.limit, rule) {
        (Some(limit), Some(rule)) => vec![format!("{} ({rule})", limit.say(lang)), from],
        (Some(limit), None) => vec![limit.say(lang), from],
        (None, rule) => rule.into_iter().collect(),
    }
}

fn duty_facts(duty: &DutyRule, lang: Lang) -> Vec<String> {
    let by = duty.by.map(|(month, day)| {
        let (month, day) = (month.to_string(), day.to_string());
        text::CHARTER_BY_DATE.with(lang, &[("month", &month), ("day", &day)])
    });
    let after = duty
        .after
        .as_ref()
        .map(|duty| text::CHARTER_AFTER.with(lang, &[("duty", duty)]));
    let said = |holds: bool, phrase: Phrase| holds.then(|| phrase.get(lang).to_owned());
    [
        duty.every.map(|every| every.say(lang)),
        by,
        after,
        said(duty.dated, text::CHARTER_DATED),
        said(duty.scored, text::CHARTER_SCORED),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The categories, then the counters that no category leads to.
fn categories(charter: &Charter, lang: Lang) -> Vec<Entry> {
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
        .collect()
}

fn category(category: &Category, counter: Option<&Counter>, lang: Lang) -> Entry {
    let name = category.name.get(lang).to_owned();
    let of = |field: fn(&Counter) -> &str| counter.map_or("", field).to_owned();
    let counter_name = counter.map_or(category.counter.as_str(), |counter| counter.name.get(lang));
    let topics: Vec<String> = category
        .topics
        .iter()
        .map(|topic| topic.say(lang))
        .collect();
    let mut facts = vec![category.id.clone(), category.kind.say(lang)];
    if !topics.is_empty() {
        facts.push(labelled(text::CHARTER_TOPICS, &topics.join(", "), lang));
    }
    if let Some(limit) = category.statutory_limit {
        facts.push(labelled(text::CHARTER_STATUTORY, &limit.say(lang), lang));
    }
    facts.extend(counter.iter().flat_map(|of| counter_facts(of, lang)));
    Entry {
        columns: vec![
            name.clone(),
            category.kind.say(lang),
            counter_name.to_owned(),
            of(|counter| &counter.officer),
            of(|counter| &counter.phone),
        ],
        told: vec![name],
        facts,
    }
}

fn without_category(counter: &Counter, lang: Lang) -> Entry {
    let none = text::CHARTER_NO_CATEGORY.get(lang).to_owned();
    let name = counter.name.get(lang).to_owned();
    Entry {
        columns: vec![
            none,
            String::new(),
            name.clone(),
            counter.officer.clone(),
            counter.phone.clone(),
        ],
        told: vec![name],
        facts: counter_facts(counter, lang),
    }
}

fn counter_facts(counter: &Counter, lang: Lang) -> Vec<String> {
    let mut facts = vec![
        labelled(text::CHARTER_COUNTER, counter.name.get(lang), lang),
        labelled(text::CHARTER_DEPARTMENT, &counter.department, lang),
        labelled(text::CHARTER_OFFICER, &counter.officer, lang),
        labelled(text::CHARTER_PHONE, &counter.phone, lang),
    ];
    if let Some(deputy) = &counter.deputy {
        facts.push(labelled(text::CHARTER_DEPUTY, deputy, lang));
    }
    if counter.assistance {
        facts.push(text::CHARTER_ASSISTANCE.get(lang).to_owned());
    }
    facts
}

fn script(script: &Script, lang: Lang) -> Entry {
    let kind = if script.checklist {
        text::CHARTER_CHECK
    } else {
        text::CHARTER_SAY
    };
    let said = script.text.get(lang).to_owned();
    let (trigger, kind) = (script.trigger.say(lang), kind.get(lang).to_owned());
    let channels = channels(&script.channels, lang);
    Entry {
        told: vec![said.clone()],
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
        let shown = if version.number == rules.version {
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
            told: vec![shown.1.get(lang).to_owned()],
            facts: Vec::new(),
        }
    };
    rules.versions.iter().map(entry).collect()
}

fn hours(charter: &Charter, lang: Lang) -> Vec<Entry> {
    let office = &charter.office;
    let mut rows = vec![
        (
            text::CHARTER_SOURCE.get(lang).to_owned(),
            charter.source.clone(),
        ),
        (
            text::CHARTER_ZONE.get(lang).to_owned(),
            office.zone.name().to_owned(),
        ),
        (
            text::CHARTER_CHANNELS.get(lang).to_owned(),
            channels(&charter.channels, lang),
        ),
    ];
    rows.extend(
        WEEK.into_iter()
            .zip(&office.week)
            .map(|(day, worked)| (weekday(day, lang).to_owned(), spans(worked, lang))),
    );
    rows.extend(days_out_of_the_week(office, lang));
    rows.into_iter()
        .map(|(label, value)| Entry {
            columns: vec![label, value.clone()],
            told: vec![value],
            facts: Vec::new(),
        })
        .collect()
}

fn days_out_of_the_week(office: &OfficeHours, lang: Lang) -> Vec<(String, String)> {
    let cutoff = office.cutoff.map_or_else(
        || text::CHARTER_CLOSE_OF_BUSINESS.get(lang).to_owned(),
        |time| time.format("%H:%M").to_string(),
    );
    let night = match office.night_receipt {
        NightReceipt::Literal => text::CHARTER_LITERAL,
        NightReceipt::NextOpen => text::CHARTER_NEXT_OPEN,
    };
    let mut rows = vec![
        (text::CHARTER_CUTOFF.get(lang).to_owned(), cutoff),
        (
            text::CHARTER_NIGHT.get(lang).to_owned(),
            night.get(lang).to_owned(),
        ),
    ];
    let on = |phrase: Phrase, date: &chrono::NaiveDate| {
        phrase.with(lang, &[("date", &date.to_string())])
    };
    for (date, shift) in &office.shifts {
        rows.push((on(text::CHARTER_SHIFT, date), spans(shift, lang)));
    }
    for (date, reason) in &office.closures {
        rows.push((on(text::CHARTER_CLOSURE, date), reason.clone()));
    }
    rows
}

/// The days of the week, as [`OfficeHours`] has them.
const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

fn spans(spans: &[Span], lang: Lang) -> String {
    let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let said: Vec<String> = spans
        .iter()
        .map(|span| format!("{}-{}", time(span.start), time(span.end)))
        .collect();
    if said.is_empty() {
        text::CHARTER_CLOSED.get(lang).to_owned()
    } else {
        said.join(", ")
    }
}

fn channels(channels: &[Channel], lang: Lang) -> String {
    if channels.is_empty() {
        return text::CHARTER_ANY.get(lang).to_owned();
    }
    let said: Vec<String> = channels.iter().map(|channel| channel.say(lang)).collect();
    said.join(", ")
}

fn labelled(label: Phrase, value: &str, lang: Lang) -> String {
    format!("{}: {value}", label.get(lang))
}
