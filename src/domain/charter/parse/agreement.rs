//! Checks references between the entries of a charter: names must exist, ids be unique, chains end. Works on the sections as
//! written, so that an entry with an error of its own causes no second error elsewhere.

use super::{error::Problem, reader::Section, sentence, start::OR, value::Value};
use crate::domain::charter::{Channel, Topic};
use std::collections::{HashMap, HashSet};

/// Reports every unknown name, duplicate id and circular chain.
pub(super) fn check(
    root: &Section<'_>,
    counters: &[Section<'_>],
    categories: &[Section<'_>],
    promises: &[Section<'_>],
    scripts: &[Section<'_>],
) {
    let counter_ids = single(counters, "id");
    single(categories, "id");
    single(&root.sections("statutory"), "id");
    let promise_ids = single(promises, "id");
    single(promises, "step");
    for category in categories {
        known(category.value("counter"), &counter_ids);
    }
    for script in scripts {
        known(script.value("promise"), &promise_ids);
    }
    for promise in promises {
        known(promise.value("replaces"), &promise_ids);
        known(promise.value("beside"), &promise_ids);
    }
    chain(promises, |promise| promise.value("replaces"));
    chain(promises, |promise| promise.value("beside"));
    duties(promises, &promise_ids);
    taken(root, promises.iter().chain(scripts));
    reachable(categories, promises);
}

/// The names that entries have, in the order of the text.
struct IdSet<'a> {
    in_order: Vec<&'a str>,
    set: HashSet<&'a str>,
}

/// The values of a key over all sections; one that stands twice is reported at the second place.
fn single<'a>(sections: &[Section<'a>], key: &str) -> IdSet<'a> {
    let mut names = IdSet {
        in_order: Vec::with_capacity(sections.len()),
        set: HashSet::new(),
    };
    for value in sections.iter().filter_map(|section| section.value(key)) {
        let Some(word) = value.word_as_written() else {
            continue;
        };
        if names.set.insert(word) {
            names.in_order.push(word);
        } else {
            value.report(Problem::new(sentence::TWICE).given(word));
        }
    }
    names
}

fn known(value: Option<Value<'_>>, ids: &IdSet<'_>) {
    if let Some(value) = value
        && let Some(id) = value.word_as_written()
        && !ids.set.contains(id)
    {
        value.report(
            Problem::new(sentence::UNKNOWN_NAME)
                .given(id)
                .allowed(&ids.in_order),
        );
    }
}

/// A duty may only wait for a duty, and no duty for itself.
fn duties(promises: &[Section<'_>], promise_ids: &IdSet<'_>) {
    let is_duty: HashMap<&str, bool> = promises
        .iter()
        .filter_map(|promise| {
            let id = promise.value("id")?.word_as_written()?;
            Some((id, promise.value("duty").is_some()))
        })
        .collect();
    for after in promises.iter().filter_map(after) {
        if let Some(id) = after.word_as_written()
            && is_duty.get(id) == Some(&false)
        {
            after.report(Problem::new(sentence::NOT_A_DUTY).given(id));
        }
        known(Some(after), promise_ids);
    }
    chain(promises, after);
}

fn after<'a>(promise: &Section<'a>) -> Option<Value<'a>> {
    promise.value("duty")?.section_as_written()?.value("after")
}

/// Follows a key from promise to promise; a circle is reported once, at the link that closes it.
fn chain<'a>(promises: &[Section<'a>], next: impl Fn(&Section<'a>) -> Option<Value<'a>>) {
    let links: HashMap<&str, (&str, Value<'a>)> = promises
        .iter()
        .filter_map(|promise| {
            let id = promise.value("id")?.word_as_written()?;
            let value = next(promise)?;
            Some((id, (value.word_as_written()?, value)))
        })
        .collect();
    let mut visited = HashSet::new();
    for promise in promises {
        let Some(first) = promise.value("id").and_then(|id| id.word_as_written()) else {
            continue;
        };
        let mut walked = vec![first];
        let mut met = HashSet::from([first]);
        let mut at = first;
        while let Some((to, value)) = links.get(at) {
            if visited.contains(to) {
                break;
            }
            if !met.insert(*to) {
                let circle = walked.iter().skip_while(|id| *id != to);
                value.report(Problem::new(sentence::LOOP).allowed(circle.chain([to])));
                break;
            }
            walked.push(to);
            at = to;
        }
        visited.extend(walked);
    }
}

/// A promise or script for a channel that the desk does not take could never start.
fn taken<'s, 'a: 's>(root: &Section<'_>, sections: impl Iterator<Item = &'s Section<'a>>) {
    let channels = entries(root, "channels");
    let taken: Vec<&str> = channels.iter().filter_map(Value::word_as_written).collect();
    if taken.is_empty() {
        return;
    }
    for channel in sections.flat_map(|section| entries(section, "channels")) {
        let Some(word) = channel.word_as_written() else {
            continue;
        };
        // A word that is no channel at all is reported where the promise is read.
        if word.parse::<Channel>().is_ok() && !taken.contains(&word) {
            let problem = Problem::new(sentence::NOT_TAKEN).given(word);
            channel.report(problem.allowed(&taken));
        }
    }
}

/// The entries of a list; none where it is absent.
fn entries<'a>(section: &Section<'a>, key: &str) -> Vec<Value<'a>> {
    let list = section.value(key).and_then(|value| value.list_as_written());
    list.unwrap_or_default()
}

/// A promise for a topic that no category has could never start.
fn reachable(categories: &[Section<'_>], promises: &[Section<'_>]) {
    let topics: Vec<Value<'_>> = categories
        .iter()
        .flat_map(|category| entries(category, "topics"))
        .collect();
    let topics: HashSet<&str> = topics.iter().filter_map(Value::word_as_written).collect();
    for trigger in promises
        .iter()
        .filter_map(|promise| promise.value("trigger"))
    {
        let text = trigger.word_as_written().unwrap_or_default();
        let mut at = 0;
        for start in text.split(OR) {
            let begins = at + start.len() - start.trim_start().len();
            at += start.len() + OR.len_utf8();
            let words = start.trim().strip_prefix("received:").unwrap_or_default();
            let words = words.split(' ').next().unwrap_or_default();
            let mut inside = begins + "received:".len();
            for topic in words.split(',') {
                if topic.parse::<Topic>().is_ok() && !topics.contains(topic) {
                    let problem = Problem::new(sentence::UNREACHABLE).given(topic);
                    trigger.report_inside(inside, problem);
                }
                inside += topic.len() + 1;
            }
        }
    }
}
