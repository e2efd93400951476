//! What every kind of subject has in common, for lists, the queue and the store.

use super::{Subject, SubjectKind};
use crate::{
    domain::{
        case::Stage,
        charter::{CaseKind, Channel},
        contact::ContactStage,
        duty::{DutyStage, Period},
    },
    words::{Lang, Say},
};
use chrono::{DateTime, Utc};

/// A subject as lists show it and as the store keeps it, apart from its deadlines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline<'a> {
    /// Which it is.
    pub subject: Subject,
    /// The number of its last fact.
    pub seq: u32,
    /// The version of the charter that holds for it.
    pub charter: i64,
    /// Its title.
    pub title: &'a str,
    /// Longer text by which it can be found.
    pub body: &'a str,
    /// How it came; `None` for a duty.
    pub channel: Option<Channel>,
    /// The category of the charter; empty where it has none.
    pub category: &'a str,
    /// The kind of the law; `None` for what is no case.
    pub kind: Option<CaseKind>,
    /// Where it stands.
    pub phase: Phase,
    /// The department in charge.
    pub department: &'a str,
    /// The officer in charge; empty where there is none.
    pub officer: &'a str,
    /// The highest step of the ladder, 0 to 3; 0 for what is no case.
    pub step: u8,
    /// How often a result was told.
    pub results: u32,
    /// When it came or began.
    pub arrived_at: DateTime<Utc>,
    /// When it was accepted.
    pub received_at: Option<DateTime<Utc>>,
    /// True while the desk has something to do.
    pub open: bool,
    /// Other subjects it has to do with.
    pub links: Vec<(Subject, LinkKind)>,
    /// For a duty: the promise and the period it is for, of which there is one duty only.
    pub duty: Option<(&'a str, Period)>,
}

/// What one subject has to do with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// The other is an earlier case of the same person and matter.
    Earlier,
    /// It goes on in the other.
    Merged,
    /// It is a contact that became the other, a case.
    Became,
}

impl LinkKind {
    /// The word in the store.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Earlier => "earlier",
            Self::Merged => "merged",
            Self::Became => "became",
        }
    }
}

/// Where a subject stands, in the words of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// A case.
    Case(Stage),
    /// A visit or a call.
    Contact(ContactStage),
    /// A recurring duty.
    Duty(DutyStage),
}

impl Phase {
    /// The word in JSON and in the store.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Case(stage) => stage.id(),
            Self::Contact(stage) => stage.id(),
            Self::Duty(stage) => stage.id(),
        }
    }

    /// The phase of that name among those of the kind.
    pub fn of(kind: SubjectKind, id: &str) -> Option<Self> {
        match kind {
            SubjectKind::Case => id.parse().ok().map(Self::Case),
            SubjectKind::Contact => id.parse().ok().map(Self::Contact),
            SubjectKind::Duty => id.parse().ok().map(Self::Duty),
        }
    }
}

impl Say for Phase {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Case(stage) => stage.say(lang),
            Self::Contact(stage) => stage.say(lang),
            Self::Duty(stage) => stage.say(lang),
        }
    }
}
