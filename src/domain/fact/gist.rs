//! The content of a fact in one line, the same in every front end.

use super::{FactContent, FactKind, Linkage, Prose, Step};
use crate::{domain::staff::Names, words::Say};
use chrono::{DateTime, Utc};

/// How a front end formats the content of a fact.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    pub names: Names<'a>,
    pub at: &'a dyn Fn(DateTime<Utc>) -> String,
    /// Separates two texts.
    pub between: &'a str,
}

impl FactKind {
    /// The content in one line: chosen values, then texts. Empty for a receipt, whose title heads every list already.
    pub fn gist(&self, wording: Wording<'_>) -> String {
        let lead = self.lead(wording);
        match self.said(wording.between) {
            Some(said) => after(&lead, said),
            None => lead,
        }
    }

    /// The chosen values, which precede the text.
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
            Self::Linked {
                earlier,
                how: how @ Linkage::SeeAlso,
                ..
            } => format!("{earlier} ({})", how.say(lang)),
            Self::Linked { earlier, .. } => earlier.to_string(),
            Self::Merged { into } => into.to_string(),
            Self::Notice(notice) => notice.lead(lang),
            Self::Corrected { fact, .. } | Self::Revoked { fact, .. } => format!("#{fact}"),
            Self::Recomputed { cause, moved } => {
                after(cause, listed(moved.iter().map(|moved| &moved.promise)))
            }
            Self::MisconductReported {
                detail, happened, ..
            } => {
                let place = happened.map_or_else(String::new, |place| place.say(lang));
                together(&detail.say(lang), &place)
            }
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

    /// The free texts; `None` for a receipt and for kinds without one.
    fn said(&self, between: &str) -> Option<String> {
        if self.receipt().is_some() {
            return None;
        }
        let mut kind = self.clone();
        let texts = kind.texts();
        (!texts.is_empty()).then(|| joined(&texts, between))
    }
}

impl Step {
    /// Department, officer and instruction; or result and apology.
    pub fn gist(&self, names: Names<'_>, between: &str) -> String {
        after(&self.lead(names), joined(&self.clone().texts(), between))
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
}

/// Appends the text to the chosen values.
fn after(lead: &str, said: String) -> String {
    if lead.is_empty() {
        said
    } else {
        format!("{lead}: {said}")
    }
}

fn joined(texts: &[&mut Prose], between: &str) -> String {
    let texts: Vec<&str> = texts.iter().map(|text| text.as_str()).collect();
    texts.join(between)
}

fn listed(all: impl Iterator<Item: ToString>) -> String {
    let all: Vec<String> = all.map(|one| one.to_string()).collect();
    all.join(", ")
}

/// Joins two words; the second may be empty.
fn together(one: &str, other: &str) -> String {
    format!("{one} {other}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            fact::{ExtensionReason, Outcome, SuspensionReason},
            staff::sample_staff,
        },
        words::Lang,
    };

    #[test]
    fn what_was_chosen_stands_before_what_was_written() {
        let staff = [sample_staff()];
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
                    remedy: None,
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
