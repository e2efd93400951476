//! Stories: what happened at a desk, written as data. The practice desk is told in this form, and the scenarios of the tests.
//!
//! `tests/scenarios/README.md` says how a story is written; an unknown key is an error. `T` is how its moments are written:
//! [`StoryTime`] in the stories of the practice desk, instants in scenarios. Must not know when a moment is, nor whether what
//! is done is possible.

mod action;
mod keys;
mod talk;
mod when;

pub use action::CaseAction;
pub use talk::ContactAction;
pub use when::{StoryTime, days};

use super::{command::Intake, contact::Arrival};
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
    /// What they are about, in one sentence.
    pub name: String,
    /// The charter under which they happen.
    pub charter: String,
    /// The stories.
    #[serde(rename = "variant")]
    pub variants: Vec<Story<B, A>>,
}

/// One story: its beginning and its steps.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story<B, A> {
    /// By which another story names it.
    pub name: String,
    /// How it begins.
    #[serde(rename = "intake", alias = "arrive")]
    pub beginning: B,
    /// What is done then, in order.
    #[serde(default = "Vec::new", rename = "step")]
    pub steps: Vec<StoryStep<StoryTime, A>>,
}

/// Something that is done.
#[derive(Debug, Deserialize)]
pub struct StoryStep<T, A> {
    /// When it happens.
    pub at: T,
    /// The login of who does it; empty where the file names nobody.
    #[serde(default)]
    pub by: String,
    /// What is done.
    #[serde(flatten)]
    pub action: A,
}

/// How a case begins.
#[derive(Debug)]
pub struct CaseStart<T> {
    /// When it is typed in.
    pub at: T,
    /// The login of who takes it in; empty where the file names nobody.
    pub by: String,
    intake: Intake,
    arrived: Option<T>,
    received: Option<T>,
}

impl<T: Copy> CaseStart<T> {
    /// The form of the desk; a matter without a title is called as its story.
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
    /// The login of who takes them in; empty where the file names nobody.
    pub by: String,
    /// The form of the desk.
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
