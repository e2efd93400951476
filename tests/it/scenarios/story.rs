//! What the stories of cases, of contacts and of duties have in common: how a file is read, in which order things happen,
//! how a refusal is named, and what each promise must be seen as.

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Asia::Seoul;
use minwon::words::{Lang, Say};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// A file about contacts or duties: one sentence and the variants that prove it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scenario<V> {
    pub(super) name: String,
    pub(super) charter: String,
    pub(super) promises: Vec<String>,
    #[serde(rename = "variant")]
    pub(super) variants: Vec<V>,
}

/// A time on the office's clock: "2026-11-02 14:00" or "2026-11-02 14:00:30".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Time(pub(super) DateTime<Utc>);

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let local = NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M:%S")
            .or_else(|_| NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M"));
        let local = local.map_err(|error| {
            let what = format!("{text:?} is no time such as 2026-11-02 14:00: {error}");
            serde::de::Error::custom(what)
        })?;
        let at = Seoul.from_local_datetime(&local).earliest();
        at.map(|at| Self(at.with_timezone(&Utc)))
            .ok_or_else(|| serde::de::Error::custom("no such time"))
    }
}

/// What comes next in a story.
pub(super) enum Turn<'a, S, E> {
    Step(&'a S),
    Look(&'a E),
}

/// Steps as they stand and looks by their times; where they share one, the step comes first.
pub(super) fn turns<'a, S, E>(
    steps: &'a [S],
    when: impl Fn(&S) -> Time,
    expect: &'a [E],
    at: impl Fn(&E) -> Time,
) -> Vec<Turn<'a, S, E>> {
    let mut looks: Vec<&E> = expect.iter().collect();
    looks.sort_by_key(|expect| at(expect));
    let mut looks = looks.into_iter().peekable();
    let mut turns = Vec::new();
    for step in steps {
        let clock = when(step);
        while let Some(expect) = looks.next_if(|expect| at(expect) < clock) {
            turns.push(Turn::Look(expect));
        }
        turns.push(Turn::Step(step));
    }
    turns.extend(looks.map(Turn::Look));
    turns
}

/// Whether a refusal says that, in one of the languages.
pub(super) fn says(refusal: &impl Say, expected: &str) -> bool {
    [Lang::Ko, Lang::En]
        .iter()
        .any(|lang| refusal.say(*lang).contains(expected))
}

/// Fails where a story does not come out as its file says.
pub(super) fn all_hold<V>(
    scenarios: &[(String, Scenario<V>)],
    name: impl Fn(&V) -> &str,
    play: impl Fn(&Scenario<V>, &V) -> Vec<String>,
) {
    let mut wrong = Vec::new();
    for (file, scenario) in scenarios {
        assert!(!scenario.name.is_empty(), "{file} has no name");
        for variant in &scenario.variants {
            let place = |fault| format!("{file} [{}]\n    {fault}", name(variant));
            wrong.extend(play(scenario, variant).into_iter().map(place));
        }
    }
    super::assert_none(&wrong);
}

/// As what each promise is seen: the ids of statuses.
pub(super) type Seen = BTreeMap<String, BTreeSet<&'static str>>;

/// Fails where a promise is not kept in one story and broken in another.
pub(super) fn kept_and_broken(promised: impl IntoIterator<Item = String>, seen: &Seen) {
    for id in promised {
        let seen = seen.get(&id);
        let kept = seen.is_some_and(|seen| seen.contains("met"));
        let broken = seen.is_some_and(|seen| seen.contains("missed") || seen.contains("met_late"));
        assert!(kept && broken, "{id} is seen only as {seen:?}");
    }
}
