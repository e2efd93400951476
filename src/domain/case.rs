//! A case: one complaint, question, proposal, praise or report, as the fold of its facts.

use super::{
    charter::{CaseKind, Channel, Detail, MetBy, Topic, Trigger, closed_set},
    fact::{Announcement, Fact, FactKind, Prose, Received, Step},
};
use crate::words::{Lang, Phrase, Say};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A receipt number, `2026-000412`: the year of intake and a number without gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseNumber {
    /// The year of intake in the office's zone.
    pub year: u16,
    /// The number in that year, from 1.
    pub serial: u32,
}

impl CaseNumber {
    const SERIALS: i64 = 10_000_000;

    /// The number as one integer that sorts like the number: the row id of the case.
    pub fn id(self) -> i64 {
        i64::from(self.year) * Self::SERIALS + i64::from(self.serial)
    }

    /// The number behind a row id.
    pub fn from_id(id: i64) -> Option<Self> {
        let year = u16::try_from(id / Self::SERIALS).ok()?;
        let serial = u32::try_from(id % Self::SERIALS).ok()?;
        (serial > 0 && year > 0).then_some(Self { year, serial })
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:06}", self.year, self.serial)
    }
}

/// A text that is no receipt number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no receipt number such as 2026-000001")]
pub struct NotANumber(pub String);

impl FromStr for CaseNumber {
    type Err = NotANumber;

    /// Reads `2026-000412`; leading zeros may be left out (`2026-412`).
    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let wrong = || NotANumber(text.chars().take(40).collect());
        let (year, serial) = text.trim().split_once('-').ok_or_else(wrong)?;
        let digits = |part: &str, most: usize| {
            (!part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit()))
                .then_some(())
        };
        digits(year, 4).and(digits(serial, 7)).ok_or_else(wrong)?;
        let number = Self {
            year: year.parse().map_err(|_| wrong())?,
            serial: serial.parse().map_err(|_| wrong())?,
        };
        (number.year >= 1000 && number.serial > 0)
            .then_some(number)
            .ok_or_else(wrong)
    }
}

impl Serialize for CaseNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CaseNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

closed_set! {
    /// Where a case stands.
    ///
    /// ```text
    /// arrived -> received -> assigned -> answered -> closed
    ///                 \__________\__________\-> withdrawn | returned | transferred | merged
    ///                            ^----------' objected, reopened
    /// ```
    Stage {
        /// It came in and is not accepted yet.
        Arrived = "arrived", "미접수", "not yet accepted";
        /// Accepted.
        Received = "received", "접수", "received";
        /// With an officer.
        Assigned = "assigned", "처리중", "assigned";
        /// The result was told.
        Answered = "answered", "답변완료", "answered";
        /// Closed.
        Closed = "closed", "종결", "closed";
        /// Withdrawn by the complainant.
        Withdrawn = "withdrawn", "취하", "withdrawn";
        /// Sent back.
        Returned = "returned", "반려", "returned";
        /// With another agency.
        Transferred = "transferred", "이송", "transferred";
        /// Goes on in another case.
        Merged = "merged", "병합", "merged";
    }
}

impl Stage {
    /// True while the desk still has something to do.
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::Arrived | Self::Received | Self::Assigned | Self::Answered
        )
    }
}

/// Something that may set a promise to work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// What occurred.
    pub trigger: Trigger,
    /// Its detail.
    pub detail: Option<Detail>,
    /// When.
    pub at: DateTime<Utc>,
    /// By which fact.
    pub seq: u32,
    /// True where a handled case is taken up again: only promises of a result begin anew.
    pub again: bool,
}

/// Something that may fulfil a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fulfilment {
    /// What was done.
    pub met_by: MetBy,
    /// When.
    pub at: DateTime<Utc>,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// By which fact.
    pub seq: u32,
}

/// A stretch of time that does not count, from its first to its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// When it began.
    pub from: DateTime<Utc>,
    /// When it ended; `None` while it lasts.
    pub to: Option<DateTime<Utc>>,
    /// For a supplement: by when the complainant was asked to send it, and by which fact.
    pub supplement: Option<(NaiveDate, u32)>,
}

/// One extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extension {
    /// By how many days.
    pub days: u32,
    /// When.
    pub at: DateTime<Utc>,
    /// By which fact.
    pub seq: u32,
}

/// A step that was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRecord {
    /// What was recorded.
    pub step: Step,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// By which fact.
    pub seq: u32,
}

/// The end of a case, or of one round of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// When.
    pub at: DateTime<Utc>,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// By which fact.
    pub seq: u32,
}

/// A case: what its facts add up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its receipt number.
    pub number: CaseNumber,
    /// What was taken in.
    pub intake: Received,
    /// Where it stands.
    pub stage: Stage,
    /// When it was accepted.
    pub received_at: Option<DateTime<Utc>>,
    /// The department in charge.
    pub department: String,
    /// The officer in charge; empty until assigned.
    pub officer: String,
    /// It needs review.
    pub needs_review: bool,
    /// The steps of the ladder that were recorded, in order.
    pub steps: Vec<StepRecord>,
    /// Earlier cases it was linked to.
    pub links: Vec<CaseNumber>,
    /// The case it goes on in.
    pub merged_into: Option<CaseNumber>,
    /// Extensions, in order; each holds for the round in which it was told.
    pub extensions: Vec<Extension>,
    /// Time that does not count.
    pub pauses: Vec<Pause>,
    /// Departments that were asked and have not answered.
    pub consulting: Vec<String>,
    /// How often a result was told.
    pub results: u32,
    /// What set promises to work, in order.
    pub occurrences: Vec<Occurrence>,
    /// What fulfilled promises, in order.
    pub fulfilments: Vec<Fulfilment>,
    /// Ends of the case, in order; more than one where it was reopened.
    pub endings: Vec<Ending>,
    /// What the complainant was told, in order.
    pub announced: Vec<(u32, Announcement)>,
    /// The number of the last fact.
    pub seq: u32,
    /// When the last fact happened.
    pub last_at: DateTime<Utc>,
}

impl Case {
    /// The case that the facts add up to; `None` where they do not begin with a receipt.
    pub fn fold(number: CaseNumber, facts: &[Fact]) -> Option<Self> {
        let (first, rest) = facts.split_first()?;
        let mut case = Self::begin(number, first)?;
        for fact in rest {
            case.apply(fact);
        }
        Some(case)
    }

    /// The case that begins with `fact`; `None` where that is no receipt.
    pub fn begin(number: CaseNumber, fact: &Fact) -> Option<Self> {
        let FactKind::Received(received) = &fact.kind else {
            return None;
        };
        let mut case = Self {
            number,
            intake: (**received).clone(),
            stage: Stage::Arrived,
            received_at: None,
            department: received.department.clone(),
            officer: String::new(),
            needs_review: received.needs_review,
            steps: Vec::new(),
            links: Vec::new(),
            merged_into: None,
            extensions: Vec::new(),
            pauses: Vec::new(),
            consulting: Vec::new(),
            results: 0,
            occurrences: Vec::new(),
            fulfilments: Vec::new(),
            endings: Vec::new(),
            announced: Vec::new(),
            seq: 0,
            last_at: fact.at,
        };
        case.apply(fact);
        Some(case)
    }

    /// How it came.
    pub fn channel(&self) -> Channel {
        self.intake.channel
    }

    /// The kind of the law.
    pub fn kind(&self) -> CaseKind {
        self.intake.case_kind
    }

    /// The topics it touches.
    pub fn topics(&self) -> &[Topic] {
        &self.intake.topics
    }

    /// The title, for lists.
    pub fn title(&self) -> &Prose {
        &self.intake.title
    }

    /// The pause that lasts, if any.
    pub fn pause(&self) -> Option<&Pause> {
        self.pauses.iter().find(|pause| pause.to.is_none())
    }

    /// The highest step recorded, 0 to 3.
    pub fn step(&self) -> u8 {
        self.steps.last().map_or(0, |record| record.step.number())
    }

    /// The fact that began the round in which the fact `seq` lies: the acceptance, or the last objection or reopening
    /// before it; 0 before the acceptance.
    pub fn round(&self, seq: u32) -> u32 {
        self.round_of(seq).map_or(0, |begun| begun.seq)
    }

    /// When the round in which the fact `seq` lies began: the receipt from which its periods are counted.
    pub fn received_before(&self, seq: u32) -> Option<DateTime<Utc>> {
        self.round_of(seq).map(|begun| begun.at)
    }

    fn round_of(&self, seq: u32) -> Option<&Occurrence> {
        let begins = |one: &&Occurrence| one.trigger == Trigger::Received && one.seq <= seq;
        self.occurrences.iter().rev().find(begins)
    }

    /// How often the period was extended in the present round.
    pub fn extended(&self) -> usize {
        let begun = self.round(self.seq);
        let mine = self.extensions.iter().filter(|one| one.seq > begun);
        mine.count()
    }

    /// Takes in the next fact. Facts are trusted here: what may happen was decided before they were written.
    pub fn apply(&mut self, fact: &Fact) {
        self.seq = fact.seq;
        self.last_at = fact.at;
        self.announced
            .extend(fact.announced.iter().map(|told| (fact.seq, told.clone())));
        self.mark(fact);
        match &fact.kind {
            FactKind::Received(received) => {
                if received.received_at.is_some() {
                    self.receive(fact, received.received_at);
                }
            }
            FactKind::Accepted => self.receive(fact, Some(fact.at)),
            FactKind::Assigned {
                department,
                officer,
            } => {
                self.department.clone_from(department);
                self.officer.clone_from(officer);
                if matches!(self.stage, Stage::Arrived | Stage::Received) {
                    self.stage = Stage::Assigned;
                }
            }
            FactKind::Consulted { department, .. } => self.consulting.push(department.clone()),
            FactKind::ConsultationAnswered { department, .. } => {
                if let Some(at) = self.consulting.iter().position(|asked| asked == department) {
                    self.consulting.remove(at);
                }
            }
            FactKind::Extended { days, .. } => self.extensions.push(Extension {
                days: *days,
                at: fact.at,
                seq: fact.seq,
            }),
            FactKind::SupplementRequested { until, .. } => {
                self.pauses.push(Pause {
                    from: fact.at,
                    to: None,
                    supplement: Some((*until, fact.seq)),
                });
            }
            FactKind::Suspended { .. } => self.pauses.push(Pause {
                from: fact.at,
                to: None,
                supplement: None,
            }),
            FactKind::SupplementArrived | FactKind::Resumed => self.end_pause(fact.at),
            FactKind::ReviewNeeded => self.needs_review = true,
            FactKind::Answered { .. } | FactKind::Refused { .. } => {
                self.results += 1;
                self.end_pause(fact.at);
                self.stage = Stage::Answered;
            }
            FactKind::Objected { .. } | FactKind::Reopened { .. } => {
                self.merged_into = None;
                self.stage = if self.officer.is_empty() {
                    Stage::Received
                } else {
                    Stage::Assigned
                };
            }
            FactKind::StepRecorded { step } => self.steps.push(StepRecord {
                step: step.clone(),
                at: fact.at,
                by: fact.by.clone(),
                seq: fact.seq,
            }),
            FactKind::Linked { earlier } => self.links.push(*earlier),
            FactKind::Withdrawn { .. } => self.end(fact, Stage::Withdrawn),
            FactKind::Returned { .. } => self.end(fact, Stage::Returned),
            FactKind::Transferred { .. } => self.end(fact, Stage::Transferred),
            FactKind::Merged { into } => {
                self.merged_into = Some(*into);
                self.end(fact, Stage::Merged);
            }
            FactKind::Closed { as_repeat } => {
                self.results += u32::from(*as_repeat);
                self.end(fact, Stage::Closed);
            }
            FactKind::Acknowledged
            | FactKind::Noted { .. }
            | FactKind::Contacted { .. }
            | FactKind::ExtensionNeeded { .. }
            | FactKind::InterimReplied { .. }
            | FactKind::Apologised { .. }
            | FactKind::Corrected { .. }
            | FactKind::Recomputed { .. } => {}
        }
    }

    fn receive(&mut self, fact: &Fact, at: Option<DateTime<Utc>>) {
        let Some(at) = at else { return };
        self.received_at = Some(at);
        self.stage = Stage::Received;
        self.occur(Trigger::Received, at, fact.seq, false);
        if self.needs_review {
            self.occur(Trigger::ReviewNeeded, at, fact.seq, false);
        }
    }

    fn end(&mut self, fact: &Fact, stage: Stage) {
        self.stage = stage;
        self.end_pause(fact.at);
        self.endings.push(Ending {
            at: fact.at,
            recorded_at: fact.recorded_at,
            seq: fact.seq,
        });
    }

    fn end_pause(&mut self, at: DateTime<Utc>) {
        if let Some(pause) = self.pauses.iter_mut().find(|pause| pause.to.is_none()) {
            pause.to = Some(at);
        }
    }

    fn occur(&mut self, trigger: Trigger, at: DateTime<Utc>, seq: u32, again: bool) {
        self.occurrences.push(Occurrence {
            trigger,
            detail: None,
            at,
            seq,
            again,
        });
    }

    /// Notes what the fact sets to work and what it fulfils.
    fn mark(&mut self, fact: &Fact) {
        let (triggers, met): (&[Trigger], &[MetBy]) = match &fact.kind {
            FactKind::Assigned { .. } => (&[], &[MetBy::Assignment]),
            FactKind::Accepted => (&[], &[MetBy::Acceptance]),
            FactKind::SupplementArrived => (&[], &[MetBy::Supplement]),
            FactKind::Acknowledged => (&[], &[MetBy::Acknowledgement]),
            FactKind::Noted { action: true, .. } => (&[], &[MetBy::Action]),
            FactKind::Contacted { .. } => (&[], &[MetBy::Contact]),
            FactKind::ExtensionNeeded { .. } => (&[Trigger::ExtensionCause], &[]),
            FactKind::Extended { .. } => {
                // Told on the spot: the cause and its notice are one fact, unless the cause was noted before and waits.
                let told = self.extensions.last().map_or(0, |last| last.seq);
                let since = told.max(self.round(fact.seq));
                let known = self.occurrences.iter().any(|earlier| {
                    earlier.trigger == Trigger::ExtensionCause && earlier.seq > since
                });
                (
                    if known {
                        &[]
                    } else {
                        &[Trigger::ExtensionCause]
                    },
                    &[MetBy::Extension],
                )
            }
            FactKind::InterimReplied { .. } => (&[], &[MetBy::InterimReply, MetBy::Contact]),
            FactKind::ReviewNeeded => (&[Trigger::ReviewNeeded], &[]),
            FactKind::Answered { .. } => (
                &[Trigger::Result],
                &[
                    MetBy::Result,
                    MetBy::Action,
                    MetBy::Acknowledgement,
                    MetBy::Contact,
                ],
            ),
            FactKind::Refused { .. } => (
                &[Trigger::Result, Trigger::Refused],
                &[
                    MetBy::Result,
                    MetBy::Action,
                    MetBy::Acknowledgement,
                    MetBy::Contact,
                    MetBy::Refusal,
                ],
            ),
            FactKind::Closed { as_repeat: true } => (
                &[],
                &[
                    MetBy::Result,
                    MetBy::Action,
                    MetBy::Acknowledgement,
                    MetBy::Contact,
                ],
            ),
            FactKind::Objected { .. } => (&[Trigger::Objection], &[]),
            FactKind::Apologised { .. } => (&[], &[MetBy::Apology]),
            FactKind::StepRecorded { .. } => (&[], &[MetBy::Step, MetBy::Action]),
            FactKind::Linked { .. } => (&[Trigger::Recurrence], &[]),
            _ => (&[], &[]),
        };
        for trigger in triggers {
            self.occur(*trigger, fact.at, fact.seq, false);
        }
        if matches!(
            fact.kind,
            FactKind::Objected { .. } | FactKind::Reopened { .. }
        ) {
            self.occur(Trigger::Received, fact.at, fact.seq, true);
            if self.needs_review {
                self.occur(Trigger::ReviewNeeded, fact.at, fact.seq, true);
            }
        }
        self.fulfilments.extend(met.iter().map(|met_by| Fulfilment {
            met_by: *met_by,
            at: fact.at,
            recorded_at: fact.recorded_at,
            seq: fact.seq,
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_number_is_one_integer_and_back() {
        let number: CaseNumber = "2026-000412".parse().unwrap();
        assert_eq!(
            (number.id(), number.to_string().as_str()),
            (20_260_000_412, "2026-000412")
        );
        assert_eq!(CaseNumber::from_id(number.id()), Some(number));
        assert_eq!("2026-412".parse(), Ok(number));
        assert_eq!(
            "2026-1234567".parse::<CaseNumber>().unwrap().to_string(),
            "2026-1234567"
        );
        for wrong in [
            "",
            "2026",
            "2026-",
            "2026-0",
            "-1",
            "2026-x",
            "99999-1",
            "2026-12345678",
            "2026-+1",
        ] {
            assert!(wrong.parse::<CaseNumber>().is_err(), "{wrong:?}");
        }
        assert_eq!(CaseNumber::from_id(20_260_000_000), None);
    }
}
