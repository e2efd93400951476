//! The timeline of a case: events, pauses and the ends of deadlines.
//!
//! It marks receipt, acceptance, contacts, extensions, answers, steps, reopening and the end; the history lists everything.
//! Must not know how the line is drawn.

#[cfg(test)]
mod tests;

use super::{
    calendar::Calendar,
    case::Case,
    deadline::{Deadline, Status},
    fact::{Fact, FactKind},
    revocation::revoked_by,
};
use crate::words::{Lang, Phrase, Say, timeline as text};
use chrono::{DateTime, NaiveTime, Utc};

/// The meaning of a mark on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    Receipt,
    /// If later than the receipt.
    Acceptance,
    /// The desk contacted the complainant: a contact, an interim reply, a call-back.
    Contact,
    Extension,
    /// What was taken in was put right.
    Amendment,
    Answer,
    /// An objection, or a reopening.
    Again,
    /// 1 to 3.
    Step(u8),
    End,
}

/// The state of a deadline as its end is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeadlineEnd {
    Met,
    Ahead,
    Missed,
}

/// A period in which the clock was stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    pub from: DateTime<Utc>,
    /// `None` while it lasts.
    pub to: Option<DateTime<Utc>>,
}

/// The timeline of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    pub from: DateTime<Utc>,
    /// The last deadline, now, or the end of the case, whichever is latest.
    pub until: DateTime<Utc>,
    /// `None` while the case is open.
    pub over: Option<DateTime<Utc>>,
    /// In order of time.
    pub marks: Vec<(DateTime<Utc>, Mark)>,
    pub gaps: Vec<Gap>,
    /// In order of time.
    pub ends: Vec<(DateTime<Utc>, DeadlineEnd)>,
}

impl Timeline {
    /// The timeline from the facts and the deadlines at `now`.
    pub fn of(
        case: &Case,
        facts: &[Fact],
        deadlines: &[Deadline],
        (calendar, now): (&Calendar, DateTime<Utc>),
    ) -> Self {
        let from = case.intake.arrived_at;
        let ended = case.endings.last().map(|ending| ending.at);
        let over = ended.filter(|_| !case.is_open());
        let mut marks = vec![(from, Mark::Receipt)];
        marks.extend(
            case.received_at
                .filter(|at| *at > from)
                .map(|at| (at, Mark::Acceptance)),
        );
        marks.extend(
            facts
                .iter()
                .filter(|fact| revoked_by(&case.revoked, fact.seq).is_none())
                .filter_map(|fact| Some((fact.at, mark(&fact.kind)?))),
        );
        marks.extend(case.endings.iter().map(|ending| (ending.at, Mark::End)));
        marks.sort_by_key(|(at, _)| *at);
        let gaps = case.pauses.iter().filter_map(|pause| {
            // A bounded pause ends with its last day at the latest, even if its end was recorded later.
            let bound = case.last_day_out(pause, calendar);
            let bound = bound.and_then(|last| last.succ_opt());
            let bound = bound.map(|next| calendar.instant(next.and_time(NaiveTime::MIN)));
            let bound = bound.filter(|at| *at <= now);
            let to = [pause.to.or(over), bound].into_iter().flatten().min();
            let from = pause.from;
            to.is_none_or(|to| from <= to).then_some(Gap { from, to })
        });
        let mut ends: Vec<_> = deadlines
            .iter()
            .filter(|deadline| deadline.due.at >= from)
            .filter_map(|deadline| Some((deadline.due.at, ends(deadline, now)?)))
            .collect();
        ends.sort();
        let last = ends.last().map(|(at, _)| *at);
        let happened = marks.last().map(|(at, _)| *at);
        let present = over.is_none().then_some(now);
        let until = [last, happened, present].into_iter().flatten().max();
        Self {
            from,
            until: until.unwrap_or(now).max(from),
            over,
            marks,
            gaps: gaps.collect(),
            ends,
        }
    }
}

/// Returns the mark of a fact; `None` for facts that only the history lists.
fn mark(kind: &FactKind) -> Option<Mark> {
    Some(match kind {
        FactKind::Contacted { .. }
        | FactKind::InterimReplied { .. }
        | FactKind::Acknowledged
        | FactKind::DelayExplained { .. }
        | FactKind::AppointmentKept => Mark::Contact,
        FactKind::Extended { .. } => Mark::Extension,
        FactKind::Amended(_) => Mark::Amendment,
        FactKind::Answered { .. } | FactKind::Refused { .. } | FactKind::ResultShared { .. } => {
            Mark::Answer
        }
        FactKind::Objected { .. } | FactKind::Reopened { .. } => Mark::Again,
        FactKind::StepRecorded { step } => Mark::Step(step.number()),
        FactKind::Received(_)
        | FactKind::Accepted
        | FactKind::Assigned { .. }
        | FactKind::Noted { .. }
        | FactKind::Consulted { .. }
        | FactKind::ConsultationAnswered { .. }
        | FactKind::ExtensionNeeded { .. }
        | FactKind::SupplementRequested { .. }
        | FactKind::SupplementExtended { .. }
        | FactKind::SupplementArrived
        | FactKind::Suspended { .. }
        | FactKind::Resumed
        | FactKind::RepresentativesAsked { .. }
        | FactKind::RepresentativesNamed { .. }
        | FactKind::WrittenDown { .. }
        | FactKind::ReviewNeeded
        | FactKind::Apologised { .. }
        | FactKind::Linked { .. }
        | FactKind::Withdrawn { .. }
        | FactKind::Returned { .. }
        | FactKind::Transferred { .. }
        | FactKind::Merged { .. }
        | FactKind::Closed { .. }
        | FactKind::MisconductReported { .. }
        | FactKind::FactsChecked { .. }
        | FactKind::PublicApologyMade { .. }
        | FactKind::CautionGiven { .. }
        | FactKind::TrainingGiven { .. }
        | FactKind::Compensated { .. }
        | FactKind::OverdueConfirmed
        | FactKind::ImprovementNoted { .. }
        | FactKind::AppointmentMade { .. }
        | FactKind::AppointmentCancelled { .. }
        | FactKind::ChecklistTicked { .. }
        | FactKind::AppointmentMoved { .. }
        | FactKind::VisitAnnounced { .. }
        | FactKind::Notice(_)
        | FactKind::Corrected { .. }
        | FactKind::Revoked { .. }
        | FactKind::Recomputed { .. } => return None,
    })
}

/// Returns how a deadline ends; `None` if it is void or paused.
fn ends(deadline: &Deadline, now: DateTime<Utc>) -> Option<DeadlineEnd> {
    match deadline.status(now) {
        Status::Met => Some(DeadlineEnd::Met),
        Status::MetLate | Status::Missed => Some(DeadlineEnd::Missed),
        Status::Running => Some(DeadlineEnd::Ahead),
        Status::Paused | Status::Void => None,
    }
}

impl Say for Mark {
    fn say(&self, lang: Lang) -> String {
        let phrase: Phrase = match self {
            Self::Receipt => text::RECEIPT,
            Self::Acceptance => text::ACCEPTANCE,
            Self::Contact => text::CONTACT,
            Self::Amendment => text::AMENDMENT,
            Self::Extension => text::EXTENSION,
            Self::Answer => text::ANSWER,
            Self::Again => text::AGAIN,
            Self::Step(step) => return text::STEP.with(lang, &[("n", &step.to_string())]),
            Self::End => text::END,
        };
        phrase.get(lang).to_owned()
    }
}

impl Say for DeadlineEnd {
    fn say(&self, lang: Lang) -> String {
        let phrase = match self {
            Self::Met => text::MET,
            Self::Ahead => text::AHEAD,
            Self::Missed => text::MISSED,
        };
        phrase.get(lang).to_owned()
    }
}
