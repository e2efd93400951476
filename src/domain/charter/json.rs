//! A charter as `minwon charter show --json` prints it, a stable format for other programs: words, limits and hours as text,
//! names in the chosen language.

use super::{
    Bilingual, Category, Channel, Charter, CountFrom, Counter, DutyRule, LetterSettings, MetBy,
    Moment, Promise, PromiseKind, Reach, Script, Source, StatutoryMatter, Trigger,
};
use crate::{
    domain::{
        calendar::OfficeHours,
        limit::{CountingRule, Limit},
    },
    words::Lang,
};
use serde::{Serialize, Serializer};

#[cfg(test)]
mod tests;

/// The JSON document of a charter.
#[derive(Debug, Serialize)]
pub struct CharterJson<'a> {
    id: &'a str,
    name: &'a str,
    names: &'a Bilingual,
    source: &'a str,
    #[serde(flatten)]
    reach: &'a Reach,
    letters: &'a LetterSettings,
    channels: &'a [Channel],
    office: &'a OfficeHours,
    front_desk: Option<&'a str>,
    progress_online: bool,
    contact_minutes: u32,
    categories: Vec<Named<'a, Category>>,
    counters: Vec<Named<'a, Counter>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    statutory: Vec<Named<'a, StatutoryMatter>>,
    promises: Vec<PromiseJson<'a>>,
    scripts: Vec<ScriptJson<'a>>,
}

/// What has an id and a name, with its other keys as they are.
#[derive(Debug, Serialize)]
struct Named<'a, T> {
    id: &'a str,
    name: &'a str,
    names: &'a Bilingual,
    #[serde(flatten)]
    rest: &'a T,
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
    /// A step of the house, which the charter does not promise.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    house: bool,
    duty: Option<&'a DutyRule>,
}

#[derive(Debug, Serialize)]
struct ScriptJson<'a> {
    promise: &'a str,
    trigger: Trigger,
    moment: Moment,
    channels: Vec<&'static str>,
    text: &'a str,
    texts: &'a Bilingual,
    checklist: bool,
}

impl Charter {
    /// The charter as a JSON document: `lang` is the language of `name`, `names` has both.
    pub fn json(&self, lang: Lang) -> CharterJson<'_> {
        CharterJson {
            id: &self.id,
            name: self.name.get(lang),
            names: &self.name,
            source: &self.source,
            reach: &self.reach,
            letters: &self.letters,
            channels: &self.channels,
            office: &self.office,
            front_desk: self.front_desk.as_deref(),
            progress_online: self.progress_online,
            contact_minutes: self.contact_minutes,
            categories: self
                .categories
                .iter()
                .map(|of| named(&of.id, &of.name, of, lang))
                .collect(),
            counters: self
                .counters
                .iter()
                .map(|of| named(&of.id, &of.name, of, lang))
                .collect(),
            statutory: self
                .statutory
                .iter()
                .map(|of| named(&of.id, &of.name, of, lang))
                .collect(),
            promises: self.promises.iter().map(|of| promise(of, lang)).collect(),
            scripts: self.scripts.iter().map(|of| script(of, lang)).collect(),
        }
    }
}

fn named<'a, T>(id: &'a str, names: &'a Bilingual, rest: &'a T, lang: Lang) -> Named<'a, T> {
    Named {
        id,
        name: names.get(lang),
        names,
        rest,
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
        house: promise.source() == Source::House,
        duty: promise.duty.as_ref(),
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

/// The same of a limit that is always there.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands the field over by reference"
)]
pub(super) fn limit_as_text<S: Serializer>(
    limit: &Limit,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    limit.to_string().serialize(serializer)
}

/// A limit as charters write it: "7 days".
#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands the field over by reference"
)]
pub(super) fn as_text<S: Serializer>(
    limit: &Option<Limit>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    limit.map(|limit| limit.to_string()).serialize(serializer)
}
