//! A charter as `minwon charter show --json` gives it: words, limits and hours as text, names in the chosen language.
//!
//! A stable format that other programs read; it holds no rule of its own.

use super::{
    Bilingual, CaseKind, Category, Channel, Charter, CountFrom, Counter, DutyReport, DutyRule,
    Every, MetBy, Promise, PromiseKind, Reach, Script, Topic, parse::WEEKDAYS,
};
use crate::{
    domain::{
        calendar::{NightReceipt, OfficeHours, Span},
        limit::CountingRule,
    },
    words::Lang,
};
use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

#[cfg(test)]
mod tests;

/// A charter to show.
#[derive(Debug, Serialize)]
pub struct CharterJson<'a> {
    id: &'a str,
    name: &'a str,
    names: &'a Bilingual,
    source: &'a str,
    #[serde(flatten)]
    reach: ReachJson<'a>,
    channels: &'a [Channel],
    office: OfficeJson<'a>,
    categories: Vec<CategoryJson<'a>>,
    counters: Vec<CounterJson<'a>>,
    promises: Vec<PromiseJson<'a>>,
    scripts: Vec<ScriptJson<'a>>,
}

#[derive(Debug, Serialize)]
struct OfficeJson<'a> {
    zone: &'a str,
    #[serde(serialize_with = "in_order")]
    hours: Vec<(&'static str, Vec<[String; 2]>)>,
    shifts: BTreeMap<NaiveDate, Vec<[String; 2]>>,
    closures: &'a BTreeMap<NaiveDate, String>,
    cutoff: Option<String>,
    night_receipt: NightReceipt,
}

#[derive(Debug, Serialize)]
struct CategoryJson<'a> {
    id: &'a str,
    name: &'a str,
    names: &'a Bilingual,
    kind: CaseKind,
    topics: &'a [Topic],
    counter: &'a str,
    statutory_limit: Option<String>,
    objection_within: Option<String>,
    objection_limit: Option<String>,
}

#[derive(Debug, Serialize)]
struct CounterJson<'a> {
    id: &'a str,
    name: &'a str,
    names: &'a Bilingual,
    department: &'a str,
    officer: Option<&'a str>,
    #[serde(flatten)]
    reach: ReachJson<'a>,
    deputy: Option<&'a str>,
    assistance: bool,
}

/// By what one is reached: the first number by itself, then all.
#[derive(Debug, Serialize)]
struct ReachJson<'a> {
    phone: Option<&'a str>,
    phones: &'a [String],
    fax: Option<&'a str>,
    address: Option<&'a str>,
    web: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct PromiseJson<'a> {
    id: &'a str,
    kind: PromiseKind,
    channels: Vec<&'static str>,
    trigger: Option<String>,
    action: &'a str,
    actions: &'a Bilingual,
    limit: Option<String>,
    count: Option<CountingRule>,
    by_default: bool,
    from: CountFrom,
    met_by: &'a [MetBy],
    stands: &'a [MetBy],
    replaces: Option<&'a str>,
    beside: Option<&'a str>,
    priority: bool,
    step: Option<u8>,
    duty: Option<DutyJson<'a>>,
}

#[derive(Debug, Serialize)]
struct DutyJson<'a> {
    every: Option<Every>,
    by: Option<String>,
    after: Option<&'a str>,
    dated: bool,
    scored: bool,
    report: Option<DutyReport>,
}

#[derive(Debug, Serialize)]
struct ScriptJson<'a> {
    promise: &'a str,
    trigger: super::Trigger,
    moment: super::Moment,
    channels: Vec<&'static str>,
    text: &'a str,
    texts: &'a Bilingual,
    checklist: bool,
}

impl Charter {
    /// The charter as JSON shows it; `lang` chooses the plain names, both languages stand beside them.
    pub fn shown(&self, lang: Lang) -> CharterJson<'_> {
        CharterJson {
            id: &self.id,
            name: self.name.get(lang),
            names: &self.name,
            source: &self.source,
            reach: reach(&self.reach),
            channels: &self.channels,
            office: office(&self.office),
            categories: self
                .categories
                .iter()
                .map(|of| category(of, lang))
                .collect(),
            counters: self.counters.iter().map(|of| counter(of, lang)).collect(),
            promises: self.promises.iter().map(|of| promise(of, lang)).collect(),
            scripts: self.scripts.iter().map(|of| script(of, lang)).collect(),
        }
    }
}

fn office(office: &OfficeHours) -> OfficeJson<'_> {
    OfficeJson {
        zone: office.zone.name(),
        hours: WEEKDAYS
            .into_iter()
            .zip(office.week.iter().map(|spans| times(spans)))
            .collect(),
        shifts: office
            .shifts
            .iter()
            .map(|(date, spans)| (*date, times(spans)))
            .collect(),
        closures: &office.closures,
        cutoff: office.cutoff.map(|time| time.format("%H:%M").to_string()),
        night_receipt: office.night_receipt,
    }
}

fn times(spans: &[Span]) -> Vec<[String; 2]> {
    let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    spans
        .iter()
        .map(|span| [time(span.start), time(span.end)])
        .collect()
}

/// A map whose keys keep their order, Monday first.
fn in_order<S: Serializer>(
    days: &[(&'static str, Vec<[String; 2]>)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(days.iter().map(|(day, spans)| (day, spans)))
}

fn category(category: &Category, lang: Lang) -> CategoryJson<'_> {
    CategoryJson {
        id: &category.id,
        name: category.name.get(lang),
        names: &category.name,
        kind: category.kind,
        topics: &category.topics,
        counter: &category.counter,
        statutory_limit: category.statutory_limit.map(|limit| limit.to_string()),
        objection_within: category.objection_within.map(|limit| limit.to_string()),
        objection_limit: category.objection_limit.map(|limit| limit.to_string()),
    }
}

fn counter(counter: &Counter, lang: Lang) -> CounterJson<'_> {
    CounterJson {
        id: &counter.id,
        name: counter.name.get(lang),
        names: &counter.name,
        department: &counter.department,
        officer: counter.officer.as_deref(),
        reach: reach(&counter.reach),
        deputy: counter.deputy.as_deref(),
        assistance: counter.assistance,
    }
}

fn reach(reach: &Reach) -> ReachJson<'_> {
    ReachJson {
        phone: reach.phone(),
        phones: &reach.phones,
        fax: reach.fax.as_deref(),
        address: reach.address.as_deref(),
        web: reach.web.as_deref(),
    }
}

fn promise(promise: &Promise, lang: Lang) -> PromiseJson<'_> {
    PromiseJson {
        id: &promise.id,
        kind: promise.kind,
        channels: channels(&promise.channels),
        trigger: promise.trigger_text(),
        action: promise.action.get(lang),
        actions: &promise.action,
        limit: promise.limit.map(|limit| limit.to_string()),
        count: promise.count,
        by_default: promise.by_default,
        from: promise.from,
        met_by: &promise.met_by,
        stands: &promise.stands,
        replaces: promise.replaces.as_deref(),
        beside: promise.beside.as_deref(),
        priority: promise.priority,
        step: promise.step,
        duty: promise.duty.as_ref().map(duty),
    }
}

fn duty(rule: &DutyRule) -> DutyJson<'_> {
    DutyJson {
        every: rule.every,
        by: rule.by.map(|(month, day)| format!("{month:02}-{day:02}")),
        after: rule.after.as_deref(),
        dated: rule.dated,
        scored: rule.scored,
        report: rule.report,
    }
}

fn script(script: &Script, lang: Lang) -> ScriptJson<'_> {
    ScriptJson {
        promise: &script.promise,
        trigger: script.trigger,
        moment: script.moment,
        channels: channels(&script.channels),
        text: script.text.get(lang),
        texts: &script.text,
        checklist: script.checklist,
    }
}

/// The ids of the channels; "any" where a charter names none.
fn channels(channels: &[Channel]) -> Vec<&'static str> {
    if channels.is_empty() {
        vec!["any"]
    } else {
        channels.iter().map(|channel| channel.id()).collect()
    }
}
