//! What a fact says beside its name, for a list of facts: the same on every front.

use super::{FactKind, Step};
use crate::{domain::staff::Names, words::Say};
use chrono::{DateTime, Utc};

/// How a front writes what a fact says.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// What colleagues are called, and in which language.
    pub names: Names<'a>,
    /// An instant as it stands there.
    pub at: &'a dyn Fn(DateTime<Utc>) -> String,
    /// What stands between two texts.
    pub between: &'a str,
}

impl FactKind {
    /// What it says; empty where its name says everything. The title of what came in stands over every list.
    pub fn gist(&self, wording: Wording<'_>) -> String {
        let lead = self.lead(wording);
        match self.said(wording.between) {
            Some(said) => after(&lead, said),
            None => lead,
        }
    }

    /// What was chosen: it stands before what was written.
    #[expect(clippy::too_many_lines, reason = "a table: every kind of fact once")]
    fn lead(&self, wording: Wording<'_>) -> String {
        let Wording { names, at, .. } = wording;
        let lang = names.lang;
        match self {
            Self::Assigned {
                department,
                officer,
            }
            | Self::CautionGiven {
                department,
                officer,
                ..
            } => together(department, names.of(officer)),
            Self::Contacted { how, .. } => how.say(lang),
            Self::Consulted {
                department,
                until: Some(until),
                ..
            } => format!("{department} ~{until}"),
            Self::Consulted {
                department: name, ..
            }
            | Self::ConsultationAnswered {
                department: name, ..
            }
            | Self::Transferred { agency: name, .. } => name.clone(),
            Self::ExtensionNeeded { reason, .. } => reason.say(lang),
            Self::Extended { reason, days, .. } => format!("+{days}  {}", reason.say(lang)),
            Self::SupplementRequested { until, .. }
            | Self::SupplementExtended { until, .. }
            | Self::DelayExplained { until, .. } => format!("~{until}"),
            Self::Suspended { reason, .. } => reason.say(lang),
            Self::Answered { outcome, .. } => outcome.say(lang),
            Self::StepRecorded { step } => step.lead(names),
            Self::Linked { earlier: other } | Self::Merged { into: other } => other.to_string(),
            Self::Corrected { fact, .. } => format!("#{fact}"),
            Self::Recomputed { cause, moved } => {
                after(cause, listed(moved.iter().map(|moved| &moved.promise)))
            }
            Self::MisconductReported { detail, .. } => detail.say(lang),
            Self::PublicApologyMade { published, .. } => published.to_string(),
            Self::TrainingGiven { officer, .. } => names.of(officer).to_owned(),
            Self::AppointmentMade {
                visit_at, officer, ..
            } => together(&at(*visit_at), names.of(officer)),
            Self::AppointmentMoved { visit_at } => at(*visit_at),
            Self::ChecklistTicked { items } => listed(items.iter()),
            Self::Received(_)
            | Self::Accepted
            | Self::Acknowledged
            | Self::Noted { .. }
            | Self::InterimReplied { .. }
            | Self::SupplementArrived
            | Self::Resumed
            | Self::ReviewNeeded
            | Self::Refused { .. }
            | Self::Objected { .. }
            | Self::Reopened { .. }
            | Self::Apologised { .. }
            | Self::Withdrawn { .. }
            | Self::Returned { .. }
            | Self::Closed { .. }
            | Self::FactsChecked { .. }
            | Self::Compensated { .. }
            | Self::OverdueConfirmed
            | Self::ImprovementNoted { .. }
            | Self::AppointmentCancelled { .. }
            | Self::AppointmentKept
            | Self::VisitAnnounced { .. } => String::new(),
        }
    }

    /// What was written; `None` where nothing can be.
    fn said(&self, between: &str) -> Option<String> {
        let text = match self {
            Self::Noted { text, .. }
            | Self::Contacted { text, .. }
            | Self::Consulted { text, .. }
            | Self::ConsultationAnswered { text, .. }
            | Self::ExtensionNeeded { text, .. }
            | Self::Extended { text, .. }
            | Self::InterimReplied { text }
            | Self::SupplementRequested { text, .. }
            | Self::SupplementExtended { text, .. }
            | Self::Suspended { text, .. }
            | Self::Answered { text, .. }
            | Self::Objected { text }
            | Self::Reopened { text }
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
            | Self::AppointmentMade { purpose: text, .. }
            | Self::AppointmentCancelled { text }
            | Self::VisitAnnounced { text }
            | Self::Corrected { text, .. } => text.as_str().to_owned(),
            Self::Refused { ground, remedy } => [ground.as_str(), remedy.as_str()].join(between),
            Self::StepRecorded { step } => step.said(between),
            Self::Received(_)
            | Self::Accepted
            | Self::Assigned { .. }
            | Self::Acknowledged
            | Self::SupplementArrived
            | Self::Resumed
            | Self::ReviewNeeded
            | Self::Linked { .. }
            | Self::Merged { .. }
            | Self::Closed { .. }
            | Self::OverdueConfirmed
            | Self::ChecklistTicked { .. }
            | Self::AppointmentMoved { .. }
            | Self::AppointmentKept
            | Self::Recomputed { .. } => return None,
        };
        Some(text)
    }
}

impl Step {
    /// Who was told what, or what was found and how it was made up for.
    pub fn gist(&self, names: Names<'_>, between: &str) -> String {
        after(&self.lead(names), self.said(between))
    }

    fn lead(&self, names: Names<'_>) -> String {
        match self {
            Self::One {
                department,
                officer,
                ..
            }
            | Self::Three {
                department,
                officer,
                ..
            } => together(department, names.of(officer)),
            Self::Two { .. } => String::new(),
        }
    }

    fn said(&self, between: &str) -> String {
        match self {
            Self::One {
                instruction: what, ..
            }
            | Self::Three { reason: what, .. } => what.as_str().to_owned(),
            Self::Two { result, apology } => [result.as_str(), apology.as_str()].join(between),
        }
    }
}

/// What was written, after what was chosen where there is that.
fn after(lead: &str, said: String) -> String {
    if lead.is_empty() {
        said
    } else {
        format!("{lead}: {said}")
    }
}

fn listed(all: impl Iterator<Item: ToString>) -> String {
    let all: Vec<String> = all.map(|one| one.to_string()).collect();
    all.join(", ")
}

/// Two words that belong together, of which the second may be missing.
fn together(one: &str, other: &str) -> String {
    format!("{one} {other}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            fact::{ExtensionReason, Outcome, Prose, SuspensionReason},
            staff::somebody,
        },
        words::Lang,
    };

    #[test]
    fn what_was_chosen_stands_before_what_was_written() {
        let staff = [somebody()];
        let said = |kind: FactKind| {
            kind.gist(Wording {
                names: Names {
                    staff: &staff,
                    lang: Lang::Ko,
                },
                at: &|at| at.format("%m-%d").to_string(),
                between: " / ",
            })
        };
        for (kind, gist) in [
            (
                FactKind::Suspended {
                    reason: SuspensionReason::Inspection,
                    text: Prose::new("현장"),
                },
                "고충민원 현장조사: 현장",
            ),
            (
                FactKind::Extended {
                    reason: ExtensionReason::FactFinding,
                    days: 3,
                    text: Prose::new("확인"),
                    consent: false,
                },
                "+3  사실관계·현장 확인: 확인",
            ),
            (
                FactKind::Answered {
                    outcome: Outcome::Partly,
                    text: Prose::new("조치"),
                },
                "일부수용: 조치",
            ),
            (
                FactKind::Refused {
                    ground: Prose::new("조례"),
                    remedy: Prose::new("이의신청 60일"),
                },
                "조례 / 이의신청 60일",
            ),
            (
                FactKind::AppointmentMade {
                    visit_at: DateTime::UNIX_EPOCH,
                    purpose: Prose::new("상담"),
                    officer: String::new(),
                },
                "01-01: 상담",
            ),
            (FactKind::Resumed, ""),
        ] {
            assert_eq!(said(kind), gist);
        }
    }
}
