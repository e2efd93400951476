//! What rules ask of a fact without asking which it is.

use super::{FactKind, Outcome, Received};

/// What a fact is to the rules; no fact is two of these.
enum Standing<'a> {
    /// The case begins with it.
    Receipt(&'a Received),
    /// It tells a result that denies what was asked for, or a part of it.
    Denial,
    /// It moves dates that the complainant was told, and tells the new ones.
    NewDates,
    /// None of these.
    Plain,
}

impl FactKind {
    /// What was taken in, where the case begins with it.
    pub(in crate::domain) fn receipt(&self) -> Option<&Received> {
        match self.standing() {
            Standing::Receipt(received) => Some(received),
            Standing::Denial | Standing::NewDates | Standing::Plain => None,
        }
    }

    /// True for a result that denies what was asked for, or a part of it.
    pub(in crate::domain) fn denies(&self) -> bool {
        matches!(self.standing(), Standing::Denial)
    }

    /// True where dates that were told before move with it.
    pub(in crate::domain) fn moves_dates(&self) -> bool {
        matches!(self.standing(), Standing::NewDates)
    }

    fn standing(&self) -> Standing<'_> {
        match self {
            Self::Received(received) => Standing::Receipt(received),
            Self::Refused { .. }
            | Self::Answered {
                outcome: Outcome::Partly | Outcome::Declined,
                ..
            } => Standing::Denial,
            Self::Extended { .. }
            | Self::SupplementExtended { .. }
            | Self::AppointmentMoved { .. } => Standing::NewDates,
            Self::Accepted
            | Self::Assigned { .. }
            | Self::Acknowledged
            | Self::Noted { .. }
            | Self::Contacted { .. }
            | Self::Consulted { .. }
            | Self::ConsultationAnswered { .. }
            | Self::ExtensionNeeded { .. }
            | Self::InterimReplied { .. }
            | Self::SupplementRequested { .. }
            | Self::SupplementArrived
            | Self::Suspended { .. }
            | Self::Resumed
            | Self::ReviewNeeded
            | Self::Answered { .. }
            | Self::Objected { .. }
            | Self::Reopened { .. }
            | Self::Apologised { .. }
            | Self::StepRecorded { .. }
            | Self::Linked { .. }
            | Self::Withdrawn { .. }
            | Self::Returned { .. }
            | Self::Transferred { .. }
            | Self::Merged { .. }
            | Self::Closed { .. }
            | Self::MisconductReported { .. }
            | Self::FactsChecked { .. }
            | Self::PublicApologyMade { .. }
            | Self::CautionGiven { .. }
            | Self::TrainingGiven { .. }
            | Self::Compensated { .. }
            | Self::OverdueConfirmed
            | Self::DelayExplained { .. }
            | Self::ImprovementNoted { .. }
            | Self::AppointmentMade { .. }
            | Self::AppointmentCancelled { .. }
            | Self::ChecklistTicked { .. }
            | Self::AppointmentKept
            | Self::VisitAnnounced { .. }
            | Self::Corrected { .. }
            | Self::Recomputed { .. } => Standing::Plain,
        }
    }
}
