//! Stories: what happened at a desk, as data, for the practice desk and the scenarios of the tests.
//!
//! `tests/scenarios/README.md` describes the format; an unknown key is an error. `T` is the type of its times: [`StoryTime`]
//! for the practice desk, instants in scenarios.

mod action;
mod contact;
mod keys;
mod telling;
mod time;

pub use action::{CaseAction, CaseDeed};
pub use contact::ContactAction;
pub use telling::Telling;
pub use time::{StoryTime, days};

use super::{command::Intake, contact::Arrival, petitioner::Petitioner};
use chrono::{DateTime, Utc};
use keys::{Keys, read};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};

/// Stories about cases: each begins with an intake.
pub type CaseStories = Stories<CaseStart<StoryTime>, CaseAction>;
/// Stories about visits and calls: each begins with an arrival.
pub type ContactStories = Stories<ContactStart<StoryTime>, ContactAction<StoryTime>>;

/// A file of stories.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stories<B, A> {
    pub name: String,
    pub charter: String,
    #[serde(rename = "variant")]
    pub variants: Vec<Story<B, A>>,
}

/// One story: its beginning and its steps.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story<B, A> {
    /// By which another story names it.
    pub name: String,
    #[serde(rename = "intake", alias = "arrive")]
    pub beginning: B,
    #[serde(default = "Vec::new", rename = "step")]
    pub steps: Vec<StoryStep<StoryTime, A>>,
}

/// Something that is done.
#[derive(Debug, Deserialize)]
pub struct StoryStep<T, A> {
    pub at: T,
    /// A login; empty where the file names nobody.
    #[serde(default)]
    pub by: String,
    #[serde(flatten)]
    pub action: A,
}

/// How a case begins.
#[derive(Debug)]
pub struct CaseStart<T> {
    /// When it is entered.
    pub at: T,
    /// A login; empty where the file names nobody.
    pub by: String,
    /// How the notice of the receipt is told.
    pub telling: Telling,
    intake: Intake,
    arrived: Option<T>,
    received: Option<T>,
}

impl<T: Copy> CaseStart<T> {
    /// The intake as typed; the story's name is the default of its title.
    pub fn intake(&self, story: &str, instant: impl Fn(T) -> DateTime<Utc>) -> Intake {
        let mut intake = self.intake.clone();
        if intake.title.is_empty() {
            story.clone_into(&mut intake.title);
        }
        intake.arrived_at = self.arrived.map(&instant);
        intake.received_at = self.received.map(&instant);
        intake
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for CaseStart<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer, |keys| {
            let category: String = keys.needed("category")?;
            Ok(Self {
                at: keys.needed("at")?,
                by: keys.or_empty("by")?,
                telling: Telling::read(keys)?,
                intake: Intake {
                    kind: keys.given("kind")?,
                    title: keys.or_empty("title")?,
                    body: keys.or_empty("body")?,
                    party: keys.party()?,
                    needs_review: keys.or_empty("needs-review")?,
                    on_behalf: keys.or_empty("on-behalf")?,
                    assistance: keys.or_empty("assistance")?,
                    anonymous: keys.or_empty("anonymous")?,
                    happened: keys.given("happened")?,
                    misconduct: keys.given("misconduct")?,
                    petitioner: Petitioner {
                        reply_by: keys.given("reply-by")?,
                        people: keys.given("people")?,
                        households: keys.given("households")?,
                        identifiable: keys.or_empty("identifiable")?,
                        oral: keys.or_empty("oral")?,
                        ..Petitioner::default()
                    },
                    period: keys.or_empty("period")?,
                    ..Intake::new(keys.needed("channel")?, category)
                },
                arrived: keys.given("arrived")?,
                received: keys.given("received")?,
            })
        })
    }
}

/// Who comes or calls.
#[derive(Debug)]
pub struct ContactStart<T> {
    pub at: T,
    /// A login; empty where the file names nobody.
    pub by: String,
    pub arrival: Arrival,
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for ContactStart<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer, |keys| {
            Ok(Self {
                at: keys.needed("at")?,
                by: keys.or_empty("by")?,
                arrival: Arrival {
                    party: keys.party()?,
                    matter: keys.or_empty("matter")?,
                    category: keys.or_empty("category")?,
                    officer: keys.or_empty("officer")?,
                    assistance: keys.or_empty("assistance")?,
                    ..Arrival::new(keys.needed("channel")?)
                },
            })
        })
    }
}
