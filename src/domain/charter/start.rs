//! What sets a promise to work: a trigger, and what it asks of the case; written `received:discourtesy happened=phone`.
//!
//! Knows nothing of cases: what is known of one is handed in.

use super::{Detail, Happened, Matter, Topic, Trigger};
use crate::words::{Lang, Say};
use serde::Serialize;
use std::fmt;

/// One way in which a promise begins; `A | B` in a charter are two, of which the first to come opens it, once in a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Start {
    pub trigger: Trigger,
    /// What the case or occurrence must be, any of these; empty means whatever it is.
    pub of: Vec<Ask>,
    /// Where the fault must have happened.
    pub happened: Option<Happened>,
}

/// What a trigger asks for after its colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Ask {
    Topic(Topic),
    Matter(Matter),
    Detail(Detail),
}

/// What is known of an occurrence that may start a promise.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    pub trigger: Trigger,
    pub detail: Option<Detail>,
    /// Where it happened, where that was told.
    pub happened: Option<Happened>,
    /// The topics of the case.
    pub topics: &'a [Topic],
    /// What the law takes the case for; `None` where it is no petition.
    pub matter: Option<Matter>,
}

impl Ask {
    /// The word in charters.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Topic(topic) => topic.id(),
            Self::Matter(matter) => matter.id(),
            Self::Detail(detail) => detail.id(),
        }
    }

    fn fits(self, known: &Known<'_>) -> bool {
        match self {
            Self::Topic(topic) => known.topics.contains(&topic),
            Self::Matter(matter) => known.matter == Some(matter),
            Self::Detail(detail) => known.detail == Some(detail),
        }
    }
}

impl Start {
    /// True where an occurrence starts the promise.
    pub fn fits(&self, known: &Known<'_>) -> bool {
        self.trigger == known.trigger
            && (self.of.is_empty() || self.of.iter().any(|ask| ask.fits(known)))
            && (self.happened.is_none() || self.happened == known.happened)
    }
}

impl fmt::Display for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.trigger.id())?;
        for (nth, ask) in self.of.iter().enumerate() {
            let before = if nth == 0 { ":" } else { "," };
            write!(f, "{before}{}", ask.id())?;
        }
        match self.happened {
            Some(place) => write!(f, " happened={place}"),
            None => Ok(()),
        }
    }
}

impl Say for Ask {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Topic(topic) => topic.say(lang),
            Self::Matter(matter) => matter.say(lang),
            Self::Detail(detail) => detail.say(lang),
        }
    }
}

/// `접수 (불친절, 전화)`.
impl Say for Start {
    fn say(&self, lang: Lang) -> String {
        let of = self.of.iter().map(|ask| ask.say(lang));
        let asked: Vec<String> = of
            .chain(self.happened.map(|place| place.say(lang)))
            .collect();
        let trigger = self.trigger.say(lang);
        if asked.is_empty() {
            trigger
        } else {
            format!("{trigger} ({})", asked.join(", "))
        }
    }
}
