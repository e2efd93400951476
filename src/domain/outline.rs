//! What every kind of subject has in common, for lists, the queue and the store.

use crate::{
    domain::{
        case::{Case, Stage},
        charter::{CaseKind, Channel, Topic},
        conduct::{Conduct, ConductKind},
        contact::{Contact, ContactStage},
        duty::{Duty, DutyStage},
        notice::{CaseNotice, NoticeState},
        period::Period,
        revocation::{RECEIPT, Revocation, revoked_by},
        subject::{LinkKind, Subject, SubjectKind},
    },
    words::{Lang, Say},
};
use chrono::{DateTime, Utc};

/// A subject without its deadlines, for lists and the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline<'a> {
    pub subject: Subject,
    /// The number of its last fact.
    pub seq: u32,
    /// The version of the charter that holds for it.
    pub charter: i64,
    pub title: &'a str,
    /// Longer text by which it can be found.
    pub body: &'a str,
    /// How it came; `None` for a duty.
    pub channel: Option<Channel>,
    /// The category of the charter; empty where it has none.
    pub category: &'a str,
    /// The kind of the law; `None` for what is no case.
    pub kind: Option<CaseKind>,
    pub phase: Phase,
    pub department: &'a str,
    /// The officer in charge; empty where there is none.
    pub officer: &'a str,
    /// The highest step of the ladder, 0 to 3; 0 for what is no case.
    pub step: u8,
    pub results: u32,
    pub arrived_at: DateTime<Utc>,
    pub received_at: Option<DateTime<Utc>>,
    /// True while the desk has something to do.
    pub open: bool,
    pub links: Vec<(Subject, LinkKind)>,
    /// The notices that its facts called for, each with its state.
    pub notices: Vec<(&'a CaseNotice, NoticeState)>,
    /// Nobody was told the result.
    pub untold: bool,
    pub conduct: Vec<Conduct>,
    /// The facts that were struck out.
    pub revoked: &'a [Revocation],
    /// For a duty: the promise and the period it is for, of which there is one duty only.
    pub duty: Option<(&'a str, Period)>,
    /// The fact whose person stands; `None` for the last that has one and stands.
    pub person: Option<u32>,
}

impl Outline<'_> {
    /// The fact whose person stands among those that have one, in their order. What a fact that was struck out entered no
    /// longer stands; who came by mistake stays on the record of it.
    pub fn standing_person(&self, versions: impl IntoIterator<Item = u32>) -> Option<u32> {
        let stands = |seq: &u32| *seq == RECEIPT || revoked_by(self.revoked, *seq).is_none();
        self.person
            .or_else(|| versions.into_iter().filter(stands).last())
    }
}

/// The stage of a subject of any kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Case(Stage),
    Contact(ContactStage),
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

impl Case {
    /// What it puts on the record of officers; praise is that of the officer in charge.
    fn on_record(&self) -> Vec<Conduct> {
        let mut conduct = self.conduct.clone();
        let praise = self.intake.topics.contains(&Topic::Praise)
            && !self.officer.is_empty()
            && self.mistaken.is_none();
        conduct.extend(praise.then(|| Conduct {
            kind: ConductKind::Praise,
            officer: self.officer.clone(),
            at: self.intake.arrived_at,
            seq: 1,
        }));
        conduct
    }

    /// The outline for lists and the store.
    pub fn outline(&self) -> Outline<'_> {
        let earlier = self
            .links
            .iter()
            .map(|other| ((*other).into(), LinkKind::Earlier));
        let see_also = self
            .see_also
            .iter()
            .map(|other| ((*other).into(), LinkKind::SeeAlso));
        // Taken up again after a result that was shared, it is still found from the case that shared it.
        let merged = self.merged_into.or(self.shared_from);
        let merged = merged.map(|other| (other.into(), LinkKind::Merged));
        Outline {
            subject: self.number.into(),
            seq: self.seq,
            charter: self.intake.charter,
            title: self.intake.title.as_str(),
            body: self.intake.body.as_str(),
            channel: Some(self.intake.channel),
            category: &self.intake.category,
            kind: Some(self.intake.case_kind),
            phase: Phase::Case(self.stage),
            department: &self.department,
            officer: &self.officer,
            step: self.step(),
            results: self.results(),
            arrived_at: self.intake.arrived_at,
            received_at: self.received_at,
            open: self.is_open(),
            links: earlier.chain(see_also).chain(merged).collect(),
            notices: self
                .notices
                .iter()
                .map(|notice| (notice, self.notice_state(notice)))
                .collect(),
            untold: self.untold().is_some(),
            conduct: self.on_record(),
            revoked: &self.revoked,
            duty: None,
            person: Some(self.person),
        }
    }
}

impl Contact {
    /// The outline for lists and the store.
    pub fn outline(&self) -> Outline<'_> {
        let became = self.became.iter();
        Outline {
            subject: self.number.into(),
            seq: self.seq,
            charter: self.arrival.charter,
            title: self.matter.as_str(),
            body: "",
            channel: Some(self.arrival.channel),
            category: &self.arrival.category,
            kind: None,
            phase: Phase::Contact(self.stage),
            department: &self.department,
            officer: &self.officer,
            step: 0,
            results: 0,
            arrived_at: self.arrived_at,
            received_at: None,
            open: self.stage != ContactStage::Ended,
            links: became
                .map(|case| ((*case).into(), LinkKind::Became))
                .collect(),
            notices: Vec::new(),
            untold: false,
            conduct: Vec::new(),
            revoked: &self.revoked,
            duty: None,
            person: None,
        }
    }
}

impl Duty {
    /// The outline for lists and the store.
    pub fn outline(&self) -> Outline<'_> {
        Outline {
            subject: self.number.into(),
            seq: self.seq,
            charter: self.charter,
            title: &self.title,
            body: self.completion.result.as_str(),
            channel: None,
            category: "",
            kind: None,
            phase: Phase::Duty(self.stage),
            department: "",
            officer: "",
            step: 0,
            results: 0,
            arrived_at: self.opened_at,
            received_at: Some(self.opened_at),
            open: self.stage == DutyStage::Open,
            links: Vec::new(),
            notices: Vec::new(),
            untold: false,
            conduct: Vec::new(),
            revoked: &self.revoked,
            // Its period may begin again.
            duty: (!self.mistaken).then_some((&self.promise, self.period)),
            person: None,
        }
    }
}

/// What the facts of a subject add up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SubjectState {
    Case(Box<Case>),
    Duty(Box<Duty>),
    Contact(Box<Contact>),
}

impl SubjectState {
    /// The outline for lists and the store.
    pub fn outline(&self) -> Outline<'_> {
        match self {
            Self::Case(case) => case.outline(),
            Self::Duty(duty) => duty.outline(),
            Self::Contact(contact) => contact.outline(),
        }
    }

    /// The version of the charter that holds for it.
    pub fn charter(&self) -> i64 {
        self.outline().charter
    }
}
