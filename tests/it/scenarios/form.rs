//! What a scenario file may say. Unknown keys are errors, so that a slip of the pen is not a test that proves nothing.

use super::story::Time;
use chrono::NaiveDate;
use chrono_tz::Asia::Seoul;
use minwon::domain::{
    case::{CaseNumber, Stage},
    charter::{CaseKind, Channel, MetBy},
    command::{Command, Kind, Values},
    holidays::HolidayKind,
    refusal::Refusal,
    staff::Role,
};
use minwon::words::NotAllowed;
use serde::Deserialize;
use std::collections::BTreeMap;

pub(super) use minwon::domain::deadline::Status;

/// A file: one sentence and the variants that prove it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scenario {
    /// The sentence it proves.
    pub(super) name: String,
    /// Which of the charters that come with the program.
    pub(super) charter: String,
    /// The ids of the ledger and of the law that it proves.
    #[serde(default)]
    pub(super) promises: Vec<String>,
    /// Of these, those that cannot be broken by anything a clerk does.
    #[serde(default)]
    pub(super) never_broken: Vec<String>,
    /// What is taken in, unless a variant says otherwise.
    #[serde(default)]
    pub(super) intake: Form,
    /// The stories.
    #[serde(rename = "variant")]
    pub(super) variants: Vec<Variant>,
}

/// One story.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Variant {
    pub(super) name: String,
    /// What differs from the file's intake.
    #[serde(default)]
    pub(super) intake: Form,
    /// Other cases that exist.
    #[serde(default)]
    pub(super) others: Vec<Other>,
    #[serde(default, rename = "holiday")]
    pub(super) holidays: Vec<Holiday>,
    #[serde(default, rename = "step")]
    pub(super) steps: Vec<Step>,
    #[serde(default)]
    pub(super) expect: Vec<Expect>,
}

impl Variant {
    /// How many things are looked at: each named thing of an expectation, and each refusal.
    pub(super) fn expectations(&self) -> usize {
        let refusals = self.steps.iter().filter(|step| step.refused.is_some());
        refusals.count() + self.expect.iter().map(Expect::looks).sum::<usize>()
    }
}

/// The intake, of which a variant may change any part.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Form {
    /// When it is typed in.
    pub(super) at: Option<Time>,
    pub(super) channel: Option<Channel>,
    pub(super) category: Option<String>,
    pub(super) kind: Option<CaseKind>,
    pub(super) title: Option<String>,
    pub(super) email: Option<String>,
    #[serde(default)]
    pub(super) needs_review: bool,
    #[serde(default)]
    pub(super) anonymous: bool,
    /// When it reached the body; given alone, the matter waits to be accepted.
    pub(super) arrived: Option<Time>,
    /// When it was accepted, where that was before it is typed in.
    pub(super) received: Option<Time>,
    /// The office counts a receipt at night from the next opening.
    #[serde(default)]
    pub(super) next_open: bool,
}

/// Another case.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Other {
    pub(super) number: CaseNumber,
    pub(super) stage: Stage,
    #[serde(default)]
    pub(super) results: u32,
}

/// A change of the table of holidays, entered in between.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Holiday {
    /// When it is entered.
    pub(super) at: Time,
    pub(super) date: NaiveDate,
    pub(super) name: String,
    /// What it becomes; nothing: it is no holiday any more.
    pub(super) kind: Option<HolidayKind>,
}

/// What a clerk does.
#[derive(Debug, Deserialize)]
pub(super) struct Step {
    /// When it happens.
    pub(super) at: Time,
    /// When it is recorded; at once where it is left out.
    pub(super) recorded: Option<Time>,
    /// Who does it.
    pub(super) role: Option<Role>,
    /// It is refused: the name of the refusal, or a part of its sentence in one of the languages.
    pub(super) refused: Option<String>,
    #[serde(flatten)]
    pub(super) action: Action,
}

/// What is looked at, as it stands at a moment.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Expect {
    pub(super) at: Time,
    /// Where the case stands.
    pub(super) stage: Option<Stage>,
    /// The deadline by which it stands in the queue; "none" where it has none.
    pub(super) lead: Option<String>,
    /// Every deadline there is, of whatever state.
    pub(super) deadlines: Option<Vec<String>>,
    /// The notices so far: "receipt by email".
    pub(super) notices: Option<Vec<String>>,
    /// The steps on record.
    pub(super) steps: Option<Vec<u8>>,
    /// Who is in charge.
    pub(super) department: Option<String>,
    pub(super) officer: Option<String>,
    /// The deadline that the rest is about.
    pub(super) promise: Option<String>,
    /// Which opening of it, from 0; the last where it is left out.
    pub(super) nth: Option<u16>,
    /// "2026-11-10" for the end of a day, "2026-11-05 14:00" for a minute.
    pub(super) due: Option<String>,
    pub(super) announced: Option<NaiveDate>,
    pub(super) status: Option<Status>,
    /// What of it nothing has fulfilled yet.
    pub(super) missing: Option<Vec<MetBy>>,
    /// It is raised in priority.
    pub(super) priority: Option<bool>,
    /// What is left while it is stopped: "5 days", "12 hours".
    pub(super) left: Option<String>,
}

impl Expect {
    fn looks(&self) -> usize {
        [
            self.stage.is_some(),
            self.lead.is_some(),
            self.deadlines.is_some(),
            self.notices.is_some(),
            self.steps.is_some(),
            self.department.is_some(),
            self.officer.is_some(),
            self.due.is_some(),
            self.announced.is_some(),
            self.status.is_some(),
            self.left.is_some(),
            self.priority.is_some(),
        ]
        .into_iter()
        .filter(|looks| *looks)
        .count()
    }
}

/// An action, named as on the command line, with the values of its slots.
///
/// Unlike on the command line, the time of a visit has a key of its own: a step's `at` is when it is recorded.
#[derive(Clone, Debug)]
pub(super) struct Action {
    kind: Kind,
    values: Values,
}

impl Action {
    /// The command of the desk.
    pub(super) fn command(&self) -> Result<Command, Refusal> {
        let made = self.kind.command(&self.values, Seoul);
        made.map_err(Refusal::Fields)
    }

    fn read(mut keys: BTreeMap<String, toml::Value>) -> Result<Self, String> {
        let word = keys.remove("do").ok_or("a step without 'do'")?;
        let plain: Kind = word
            .as_str()
            .unwrap_or_default()
            .parse()
            .map_err(|error: NotAllowed| error.to_string())?;
        let mark = plain
            .marked()
            .filter(|mark| keys.remove(mark.id) == Some(toml::Value::Boolean(true)));
        let kind = mark.map_or(plain, |mark| mark.becomes);
        let mut values = Values::default();
        for slot in kind.slots() {
            let value = keys.remove(slot.field.id());
            if value.is_none() && slot.required {
                return Err(format!("{kind} needs '{}'", slot.field));
            }
            values.set(slot.field, typed(value)?);
        }
        match keys.pop_first() {
            Some((key, _)) => Err(format!("{kind} has no '{key}'")),
            None => Ok(Self { kind, values }),
        }
    }
}

/// A value of a scenario as a clerk would type it.
fn typed(value: Option<toml::Value>) -> Result<String, String> {
    Ok(match value {
        None | Some(toml::Value::Boolean(false)) => String::new(),
        Some(toml::Value::Boolean(true)) => Values::YES.to_owned(),
        Some(toml::Value::String(text)) => text,
        Some(toml::Value::Integer(number)) => number.to_string(),
        Some(other) => return Err(format!("{other} is no value of an action")),
    })
}

impl<'de> Deserialize<'de> for Action {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let keys = BTreeMap::deserialize(deserializer)?;
        Self::read(keys).map_err(serde::de::Error::custom)
    }
}

#[test]
fn a_slip_of_the_pen_is_an_error() {
    let fine = "name = 'n'\ncharter = 'gbvc'\n[[variant]]\nname = 'v'\n";
    assert!(toml::from_str::<Scenario>(fine).is_ok());
    let step = |text: &str| format!("{fine}[[variant.step]]\nat = '2026-11-02 10:00'\n{text}");
    assert!(toml::from_str::<Scenario>(&step("do = 'accept'")).is_ok());
    for wrong in [
        format!("nam = 'n'\n{fine}"),
        format!("{fine}expec = []"),
        format!("{fine}expect = [{{ at = '2026-11-02 10:00', stat = 'met' }}]"),
        format!("{fine}expect = [{{ at = '2026-11-02', status = 'met' }}]"),
        format!("{fine}expect = [{{ at = '2026-11-02 10:00', status = 'kept' }}]"),
        step("do = 'accept'\ntext = 'x'"),
        step("do = 'reply'\noutcome = 'informed'"),
        step("do = 'object'\ntext = 'x'\nrefusal = 'y'"),
        step("do = 'sing'"),
    ] {
        assert!(toml::from_str::<Scenario>(&wrong).is_err(), "{wrong}");
    }
}
