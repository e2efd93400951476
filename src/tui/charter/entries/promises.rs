//! The promises of a charter as rows, with their texts and facts.

use super::{Entry, channels};
use crate::{
    domain::charter::{DutyRule, Promise, PromiseKind},
    words::{Lang, Phrase, Say, screens as text},
};

/// The row of a promise.
pub(super) fn promise(promise: &Promise, lang: Lang) -> Entry {
    let trigger = promise
        .trigger()
        .map_or_else(|| promise.kind.say(lang), |trigger| trigger.say(lang));
    let rule = promise.count.map(|rule| rule.say(lang));
    // A rule without a limit ("the same day") takes the column of the limit.
    let (mut limit, rule) = match (promise.limit, rule) {
        (Some(limit), rule) => (limit.say(lang), rule.unwrap_or_default()),
        (None, rule) => (rule.unwrap_or_default(), String::new()),
    };
    if promise.by_default {
        limit.push('*');
    }
    let action = promise.said(lang);
    let mut texts = vec![action.clone()];
    if promise.by_default {
        texts.push(text::CHARTER_DEFAULT.get(lang).to_owned());
    }
    Entry {
        columns: vec![promise.id.clone(), trigger, action, limit, rule],
        texts,
        facts: promise_facts(promise, lang),
    }
}

fn promise_facts(promise: &Promise, lang: Lang) -> Vec<String> {
    let mut facts = vec![promise.id.clone(), promise.kind.say(lang)];
    let starts: Vec<String> = promise.starts.iter().map(|start| start.say(lang)).collect();
    if !starts.is_empty() {
        facts.push(starts.join(text::CHARTER_OR.get(lang)));
    }
    if !matches!(promise.kind, PromiseKind::Policy | PromiseKind::Duty) {
        facts.push(channels(&promise.channels, lang));
    }
    facts.extend(limit_facts(promise, lang));
    if !promise.met_by.is_empty() {
        let all: Vec<String> = promise.met_by.iter().map(|part| part.say(lang)).collect();
        facts.push(text::CHARTER_MET_BY.with(lang, &[("what", &all.join(" + "))]));
    }
    if !promise.stands.is_empty() {
        let all: Vec<String> = promise.stands.iter().map(|part| part.say(lang)).collect();
        facts.push(text::CHARTER_STANDS.with(lang, &[("what", &all.join(" + "))]));
    }
    if let Some(beside) = &promise.beside {
        facts.push(text::CHARTER_BESIDE.with(lang, &[("promise", beside)]));
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
    let after = duty.after.as_ref();
    let after = after.map(|duty| text::CHARTER_AFTER.with(lang, &[("duty", duty)]));
    let said = |holds: bool, phrase: Phrase| holds.then(|| phrase.get(lang).to_owned());
    [
        duty.every.map(|every| every.say(lang)),
        by,
        after,
        said(duty.dated, text::CHARTER_DATED),
        said(duty.scored, text::CHARTER_SCORED),
        said(duty.published, text::CHARTER_DISCLOSED),
    ]
    .into_iter()
    .flatten()
    .collect()
}
