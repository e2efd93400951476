//! What is asked of the content of any fact: its name, its texts, what it strikes out.

use super::{FactKind, Prose};
use crate::words::Phrase;
use serde::{Serialize, de::DeserializeOwned};

/// The content of the facts of one kind of subject: a closed set.
///
/// Serialises as an object whose `kind` is the [`id`](Self::id).
pub trait FactContent: Clone + Serialize + DeserializeOwned {
    /// The name of the kind as it stands in JSON: `step_recorded`.
    fn id(&self) -> &'static str;

    /// The name of the kind for people.
    fn name(&self) -> Phrase;

    /// Its free texts, in the order in which they stand in JSON: the store numbers them by it.
    fn texts(&mut self) -> Vec<&mut Prose>;

    /// The number of the fact that it strikes out.
    fn revokes(&self) -> Option<u32>;
}

impl FactContent for FactKind {
    fn id(&self) -> &'static str {
        Self::id(self)
    }

    fn name(&self) -> Phrase {
        Self::name(self)
    }

    #[expect(clippy::too_many_lines, reason = "a table: every kind of fact once")]
    fn texts(&mut self) -> Vec<&mut Prose> {
        match self {
            Self::Received(received) => vec![&mut received.title, &mut received.body],
            Self::Amended(amendment) => amendment.texts(),
            Self::Refused { ground, remedy } => vec![ground, remedy],
            Self::Answered {
                text,
                remedy,
                ground,
                ..
            } => std::iter::once(text).chain(remedy).chain(ground).collect(),
            Self::StepRecorded { step } => step.texts(),
            Self::AppointmentMade { purpose, .. } => vec![purpose],
            Self::Linked { reason, .. } => reason.iter_mut().collect(),
            Self::Notice(notice) => notice.texts(),
            Self::Closed { untold, text, .. } => untold.iter_mut().chain(text).collect(),
            Self::SupplementRequested { text, late, .. } => {
                std::iter::once(text).chain(late).collect()
            }
            Self::Noted { text, .. }
            | Self::Contacted { text, .. }
            | Self::Consulted { text, .. }
            | Self::ConsultationAnswered { text, .. }
            | Self::ExtensionNeeded { text, .. }
            | Self::Extended { text, .. }
            | Self::InterimReplied { text }
            | Self::Misdirected { text, .. }
            | Self::CorrectionDemanded { text, .. }
            | Self::Reminded { text, .. }
            | Self::SupplementExtended { text, .. }
            | Self::RepresentativesAsked { text, .. }
            | Self::WrittenDown { text }
            | Self::Suspended { text, .. }
            | Self::Objected { text }
            | Self::Reopened { text, .. }
            | Self::Apologised { text }
            | Self::Withdrawn { text }
            | Self::Returned { text }
            | Self::Transferred { text, .. }
            | Self::MisconductReported { text, .. }
            | Self::FactsChecked { text, .. }
            | Self::PublicApologyMade { text, .. }
            | Self::CautionGiven { text, .. }
            | Self::TrainingGiven { text, .. }
            | Self::Compensated { text }
            | Self::DelayExplained { text, .. }
            | Self::ImprovementNoted { text }
            | Self::AppointmentCancelled { text }
            | Self::VisitAnnounced { text }
            | Self::Corrected { text, .. }
            | Self::Revoked { text, .. } => vec![text],
            Self::Accepted
            | Self::Assigned { .. }
            | Self::Acknowledged
            | Self::SupplementArrived
            | Self::Resumed
            | Self::RepresentativesNamed { .. }
            | Self::ReviewNeeded
            | Self::Merged { .. }
            | Self::ResultShared { .. }
            | Self::OverdueConfirmed
            | Self::ChecklistTicked { .. }
            | Self::AppointmentMoved { .. }
            | Self::AppointmentKept
            | Self::Recomputed { .. } => Vec::new(),
        }
    }

    fn revokes(&self) -> Option<u32> {
        self.revoked()
    }
}
