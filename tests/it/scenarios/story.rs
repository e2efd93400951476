//! What a file of scenarios may say, whatever it is about. Unknown keys are errors, so that a slip of the pen is not a test
//! that proves nothing; where a table has no such key at all, its type is `()`, which nothing that is written can be.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use chrono_tz::Asia::Seoul;
use minwon::domain::{
    charter::MetBy,
    deadline::Status,
    staff::Role,
    story::{self, StoryTime},
};
use serde::{Deserialize, Deserializer, de::Error};

/// A file: one sentence and the variants that prove it.
#[derive(Debug, Deserialize)]
#[serde(
    deny_unknown_fields,
    bound = "V: Deserialize<'de>, B: Deserialize<'de> + Default"
)]
pub(super) struct Scenario<V, B = ()> {
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
    pub(super) intake: B,
    #[serde(rename = "variant")]
    pub(super) variants: Vec<V>,
}

/// A time on the office's clock: scenarios are dated, unlike the stories of the practice desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Time(pub(super) DateTime<Utc>);

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let at = match StoryTime::deserialize(deserializer)? {
            StoryTime::Clock(local) => Seoul.from_local_datetime(&local).earliest(),
            _ => None,
        };
        at.map(|at| Self(at.with_timezone(&Utc)))
            .ok_or_else(|| D::Error::custom("a scenario is dated"))
    }
}

/// What a clerk does; `P` where a step says to which of several things it is done.
#[derive(Debug, Deserialize)]
pub(super) struct Step<A, P = ()> {
    /// When it is recorded; at once where it is left out.
    pub(super) recorded: Option<Time>,
    /// Why it is recorded so late.
    #[serde(default, rename = "late-reason")]
    pub(super) late_reason: String,
    /// Who does it.
    pub(super) role: Option<Role>,
    /// It is refused: the name of the refusal, or a part of its sentence in one of the languages.
    pub(super) refused: Option<String>,
    /// To which duty of the chain; to the first where it is left out.
    pub(super) promise: Option<P>,
    #[serde(flatten)]
    pub(super) done: story::StoryStep<Time, A>,
}

impl<A, P> Step<A, P> {
    pub(super) fn recorded(&self) -> Time {
        self.recorded.unwrap_or(self.done.at)
    }
}

/// What is looked at, as it stands at a moment.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Expect<S> {
    pub(super) at: Time,
    /// Where the subject stands.
    pub(super) stage: Option<S>,
    /// The deadline by which it stands in the queue; "none" where it has none.
    pub(super) lead: Option<String>,
    /// Every deadline there is, of whatever state.
    pub(super) deadlines: Option<Vec<String>>,
    /// What stays open without a date: "koreha.correct.phone: caution training".
    pub(super) standing: Option<Vec<String>>,
    /// The notices so far: "receipt by email".
    pub(super) notices: Option<Vec<String>>,
    /// How far each notice is: "result told".
    pub(super) states: Option<Vec<String>>,
    /// The steps on record.
    pub(super) steps: Option<Vec<u8>>,
    /// Who is in charge.
    pub(super) department: Option<String>,
    pub(super) officer: Option<String>,
    /// It is raised in priority.
    pub(super) priority: Option<bool>,
    /// Every duty there is by then.
    pub(super) duties: Option<Vec<String>>,
    /// The deadline that the rest is about; of duties, the duty that all is about.
    pub(super) promise: Option<String>,
    /// Which opening of it, from 0; the last where it is left out.
    pub(super) nth: Option<u16>,
    /// "2026-11-10" for the end of a day, "2026-11-05 14:00" for a minute.
    pub(super) due: Option<String>,
    pub(super) announced: Option<NaiveDate>,
    pub(super) status: Option<Status>,
    /// It was met in time by what was recorded after the due date.
    #[serde(rename = "recorded-late")]
    pub(super) recorded_late: Option<bool>,
    /// What of it nothing has fulfilled yet.
    pub(super) missing: Option<Vec<MetBy>>,
    /// What is left while it is stopped: "5 days", "12 hours".
    pub(super) left: Option<String>,
}
