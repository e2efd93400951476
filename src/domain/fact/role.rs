//! Properties of facts that several rules need.

use super::{Amendment, FactKind, Outcome, Prose, Receipt, Selection};
use crate::domain::subject::CaseNumber;

/// The role of a fact in the rules; each fact has exactly one.
enum FactRole<'a> {
    Receipt(&'a Receipt),
    /// Denies the demand, or a part of it.
    Denial,
    /// Moves dates that were announced, and announces the new ones.
    NewDates,
    /// What sending a notice brought about.
    Sending,
    /// Strikes out the fact of this number.
    Revocation(u32),
    Plain,
}

impl FactKind {
    /// The receipt, where the case begins with it.
    pub fn receipt(&self) -> Option<&Receipt> {
        match self.role() {
            FactRole::Receipt(received) => Some(received),
            FactRole::Denial
            | FactRole::NewDates
            | FactRole::Sending
            | FactRole::Revocation(_)
            | FactRole::Plain => None,
        }
    }

    /// What was put right in the receipt.
    pub fn amendment(&self) -> Option<&Amendment> {
        if let Self::Amended(amendment) = self {
            return Some(amendment);
        }
        None
    }

    /// True where it says who represents many.
    pub fn names_representatives(&self) -> bool {
        matches!(self, Self::RepresentativesNamed { .. })
    }

    /// True where the agency itself says who represents many.
    pub fn designates(&self) -> bool {
        matches!(
            self,
            Self::RepresentativesNamed {
                how: Selection::Designated,
                ..
            }
        )
    }

    /// What an answer says; nothing of a refusal.
    pub fn outcome(&self) -> Option<Outcome> {
        if let Self::Answered { outcome, .. } = self {
            return Some(*outcome);
        }
        None
    }

    /// True for a result, whatever it says.
    pub fn is_result(&self) -> bool {
        matches!(self, Self::Answered { .. } | Self::Refused { .. })
    }

    /// The case and its fact whose result is shared.
    pub fn shares(&self) -> Option<(CaseNumber, u32)> {
        if let Self::ResultShared { from, seq, .. } = self {
            return Some((*from, *seq));
        }
        None
    }

    /// What a supplement was asked for.
    pub fn supplement(&self) -> Option<&Prose> {
        if let Self::SupplementRequested { text, .. } = self {
            return Some(text);
        }
        None
    }

    /// What a visit was agreed for.
    pub fn purpose(&self) -> Option<&Prose> {
        if let Self::AppointmentMade { purpose, .. } = self {
            return Some(purpose);
        }
        None
    }

    /// True where the person after it is another version.
    pub(in crate::domain) fn changes_person(&self) -> bool {
        let amended = self.amendment();
        self.names_representatives() || amended.is_some_and(|one| !one.person.is_empty())
    }

    /// The number of the fact that it strikes out.
    pub(super) fn revoked(&self) -> Option<u32> {
        match self.role() {
            FactRole::Revocation(fact) => Some(fact),
            FactRole::Receipt(_)
            | FactRole::Denial
            | FactRole::NewDates
            | FactRole::Sending
            | FactRole::Plain => None,
        }
    }

    /// True where no time that is typed later has to lie after it: what the program records by itself about the sending of a
    /// notice, and what strikes another fact out.
    pub(in crate::domain) fn is_beside_time(&self) -> bool {
        matches!(self.role(), FactRole::Sending | FactRole::Revocation(_))
    }

    /// True for a result that denies the demand, or a part of it.
    pub(in crate::domain) fn denies(&self) -> bool {
        matches!(self.role(), FactRole::Denial)
    }

    /// True where announced dates move with it.
    pub(in crate::domain) fn moves_dates(&self) -> bool {
        matches!(self.role(), FactRole::NewDates)
    }

    /// True for what the program records by itself about the sending of a notice: no clerk has to see it before they record
    /// something, and no time that they type has to lie after it.
    pub fn is_of_sending(&self) -> bool {
        matches!(self.role(), FactRole::Sending)
    }

    #[expect(clippy::too_many_lines, reason = "a table: every kind of fact once")]
    fn role(&self) -> FactRole<'_> {
        match self {
            Self::Received(received) => FactRole::Receipt(received),
            Self::Refused { .. }
            | Self::Answered {
                outcome: Outcome::Partly | Outcome::Declined,
                ..
            }
            | Self::ResultShared { denied: true, .. } => FactRole::Denial,
            Self::Amended(_)
            | Self::Extended { .. }
            | Self::SupplementExtended { .. }
            | Self::AppointmentMoved { .. } => FactRole::NewDates,
            Self::Notice(notice) if notice.is_of_sending() => FactRole::Sending,
            Self::Revoked { fact, .. } => FactRole::Revocation(*fact),
            Self::Accepted
            | Self::Notice(_)
            | Self::Assigned { .. }
            | Self::Acknowledged
            | Self::Noted { .. }
            | Self::Contacted { .. }
            | Self::Misdirected { .. }
            | Self::Consulted { .. }
            | Self::ConsultationAnswered { .. }
            | Self::ExtensionNeeded { .. }
            | Self::InterimReplied { .. }
            | Self::SupplementRequested { .. }
            | Self::SupplementArrived
            | Self::Suspended { .. }
            | Self::Resumed
            | Self::RepresentativesAsked { .. }
            | Self::RepresentativesNamed { .. }
            | Self::WrittenDown { .. }
            | Self::ReviewNeeded
            | Self::Answered { .. }
            | Self::ResultShared { .. }
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
            | Self::CorrectionDemanded { .. }
            | Self::Reminded { .. }
            | Self::ImprovementNoted { .. }
            | Self::AppointmentMade { .. }
            | Self::AppointmentCancelled { .. }
            | Self::ChecklistTicked { .. }
            | Self::AppointmentKept
            | Self::VisitAnnounced { .. }
            | Self::Corrected { .. }
            | Self::Recomputed { .. } => FactRole::Plain,
        }
    }
}
