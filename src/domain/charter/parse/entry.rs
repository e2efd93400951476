//! Reads counters, categories and scripts.

use super::{error::Problem, reader::Section, sentence, value::Value};
use crate::domain::charter::{
    Bilingual, CaseKind, Category, Channel, Counter, LetterSettings, Moment, Placeholder, Promise,
    Reach, Script, StatutoryMatter, Trigger,
};
use std::collections::HashMap;

/// Reads a counter.
pub(super) fn counter(section: &Section<'_>) -> Option<Counter> {
    section.only("id name department officer phone fax address web deputy assistance far");
    let id = section.id("id");
    let name = section.bilingual("name");
    let department = section.text("department");
    let officer = section.optional("officer", |value| value.text());
    let reach = reach(section);
    if reach
        .as_ref()
        .is_some_and(|reach| *reach == Reach::default())
    {
        section.report(Problem::new(sentence::MISSING).allowed(["phone"]));
    }
    let deputy = section.optional("deputy", |value| value.text());
    let assistance = section.flag("assistance");
    let far = section.flag("far");
    Some(Counter {
        id: id?,
        name: name?,
        department: department?,
        officer: officer?,
        reach: reach?,
        deputy: deputy?,
        assistance: assistance?,
        far: far?,
    })
}

/// Reads by what a body or a counter is reached: numbers (one, or a list), fax, addresses.
pub(super) fn reach(section: &Section<'_>) -> Option<Reach> {
    let number = |value: &Value<'_>| value.read_with(sentence::NO_PHONE, phone);
    let phones = match section.value("phone") {
        None => Some(Vec::new()),
        Some(value) if value.list_as_written().is_some() => {
            let read: Vec<_> = value.list()?.iter().map(number).collect();
            read.into_iter().collect()
        }
        Some(value) => number(&value).map(|one| vec![one]),
    };
    let fax = match section.value("fax") {
        None => Some(None),
        Some(value) => number(&value).map(Some),
    };
    let (address, web) = (text_if_any(section, "address"), text_if_any(section, "web"));
    Some(Reach {
        phones: phones?,
        fax: fax?,
        address: address?,
        web: web?,
    })
}

/// Reads what the letters name; nothing where there is no such table.
pub(super) fn letters(root: &Section<'_>) -> Option<LetterSettings> {
    let Some(table) = root.value("letters") else {
        return Some(LetterSettings::default());
    };
    let section = table.section()?;
    section.only("sender committee court ombudsman audit");
    let text = |key| text_if_any(&section, key);
    let (sender, committee, court) = (text("sender"), text("committee"), text("court"));
    let (ombudsman, audit) = (text("ombudsman"), text("audit"));
    Some(LetterSettings {
        sender: sender?,
        committee: committee?,
        court: court?,
        ombudsman: ombudsman?,
        audit: audit?,
    })
}

/// The text of a key: `Some(None)` where the key is absent, `None` where its value is wrong.
#[expect(
    clippy::option_option,
    reason = "absent and wrong are different answers, and wrong has been reported already"
)]
fn text_if_any(section: &Section<'_>, key: &str) -> Option<Option<String>> {
    match section.value(key) {
        None => Some(None),
        Some(value) => value.text().map(Some),
    }
}

fn phone(text: &str) -> Option<String> {
    let written = text
        .chars()
        .all(|c| c.is_ascii_digit() || "-+() ".contains(c));
    let dialled = text.chars().filter(char::is_ascii_digit).count();
    (written && (3..=20).contains(&dialled)).then(|| text.to_owned())
}

/// Reads a category.
pub(super) fn category(section: &Section<'_>) -> Option<Category> {
    section.only(
        "id name kind topics counter statutory_limit objection_within objection_limit extension_limit",
    );
    let id = section.id("id");
    let name = section.bilingual("name");
    let kind: Option<CaseKind> = section.word("kind");
    let topics = section.words("topics");
    let counter = section.id("counter");
    let limit = |key| {
        section.optional(key, |value| {
            if let Some(other) = kind.filter(|kind| *kind != CaseKind::Statutory) {
                value.report(Problem::new(sentence::UNUSED).given(other.id()));
            }
            value.read(sentence::NO_LIMIT)
        })
    };
    let statutory_limit = limit("statutory_limit");
    if kind == Some(CaseKind::Statutory) && statutory_limit == Some(None) {
        let needed = Problem::new(sentence::NEEDED).given("statutory");
        section.report(needed.allowed(["statutory_limit"]));
    }
    let objection_within = limit("objection_within");
    let objection_limit = limit("objection_limit");
    let extension_limit = limit("extension_limit");
    Some(Category {
        id: id?,
        name: name?,
        kind: kind?,
        topics: topics?,
        counter: counter?,
        statutory_limit: statutory_limit?,
        objection_within: objection_within?,
        objection_limit: objection_limit?,
        extension_limit: extension_limit?,
    })
}

/// Reads a matter of the table of statutory petitions.
pub(super) fn statutory(section: &Section<'_>) -> Option<StatutoryMatter> {
    section.only("id name limit");
    let id = section.id("id");
    let name = section.bilingual("name");
    let limit = section
        .required("limit")
        .and_then(|value| value.read(sentence::NO_LIMIT));
    Some(StatutoryMatter {
        id: id?,
        name: name?,
        limit: limit?,
    })
}

/// Reads a script; trigger and channels are those of its promise where it gives none.
pub(super) fn script(section: &Section<'_>, promises: &HashMap<&str, &Promise>) -> Option<Script> {
    section.only("promise trigger moment channels text checklist");
    let promise = section.id("promise");
    let of = promise.as_deref().and_then(|id| promises.get(id));
    let trigger: Option<Trigger> = match section.value("trigger") {
        Some(value) => value.word(),
        None => match of {
            Some(of) if of.starts.is_empty() => section.word("trigger"),
            of => of.and_then(|of| of.trigger()),
        },
    };
    let moment: Option<Moment> = match section.value("moment") {
        Some(value) => value.word(),
        None => trigger.map(Moment::of),
    };
    let channels: Option<Vec<Channel>> = match section.value("channels") {
        Some(_) => section.words("channels"),
        None => of.map(|of| of.channels.clone()),
    };
    let text = text(section);
    let checklist = section.flag("checklist");
    Some(Script {
        promise: promise?,
        trigger: trigger?,
        moment: moment?,
        channels: channels?,
        text: text?,
        checklist: checklist?,
    })
}

fn text(section: &Section<'_>) -> Option<Bilingual> {
    let text = section.bilingual("text")?;
    let languages = section.required("text")?.section()?;
    let sound = ["ko", "en"].map(|key| {
        languages
            .value(key)
            .is_some_and(|value| has_known_fields(&value))
    });
    (sound == [true; 2]).then_some(text)
}

/// Reports each `{field}` that nothing will fill in.
fn has_known_fields(value: &Value<'_>) -> bool {
    let Some(text) = value.raw_text() else {
        return false;
    };
    let fields = || Placeholder::ALL.iter().map(|one| one.id());
    let mut sound = true;
    for (at, _) in text.match_indices('{') {
        let rest = &text[at + 1..];
        let problem = match rest.split_once('}') {
            Some((field, _)) if field.parse::<Placeholder>().is_ok() => continue,
            Some((field, _)) => Problem::new(sentence::UNKNOWN_FIELD).given(field),
            None => Problem::new(sentence::OPEN_BRACE),
        };
        value.report_inside(at, problem.allowed(fields()));
        sound = false;
    }
    sound
}
