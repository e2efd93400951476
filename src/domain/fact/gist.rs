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
        let lang = wording.names.lang;
        match self {
            Self::Assigned {
                department,
                officer,
            } => together(department, wording.names.of(officer)),
            Self::Noted { text, .. }
            | Self::InterimReplied { text }
            | Self::Objected { text }
            | Self::Reopened { text }
            | Self::Apologised { text }
            | Self::Withdrawn { text }
            | Self::Returned { text } => text.as_str().to_owned(),
            Self::Contacted { how, text } => format!("{}: {}", how.say(lang), text.as_str()),
            Self::Consulted {
                department,
                text,
                until: Some(until),
            } => format!("{department} ~{until}: {}", text.as_str()),
            Self::Consulted {
                department, text, ..
            }
            | Self::ConsultationAnswered { department, text } => {
                format!("{department}: {}", text.as_str())
            }
            Self::ExtensionNeeded { reason, text } => {
                format!("{}: {}", reason.say(lang), text.as_str())
            }
            Self::Extended {
                reason, days, text, ..
            } => format!("+{days}  {}: {}", reason.say(lang), text.as_str()),
            Self::SupplementRequested { text, until }
            | Self::SupplementExtended { text, until }
            | Self::DelayExplained { text, until } => format!("~{until}: {}", text.as_str()),
            Self::Suspended { reason, text } => format!("{}: {}", reason.say(lang), text.as_str()),
            Self::Answered { outcome, text } => format!("{}: {}", outcome.say(lang), text.as_str()),
            Self::Refused { ground, remedy } => {
                [ground.as_str(), remedy.as_str()].join(wording.between)
            }
            Self::StepRecorded { step } => step.gist(wording.names, wording.between),
            Self::Transferred { agency, text } => format!("{agency}: {}", text.as_str()),
            Self::Linked { earlier } => earlier.to_string(),
            Self::Merged { into } => into.to_string(),
            Self::Corrected { fact, text } => format!("#{fact}: {}", text.as_str()),
            Self::Recomputed { cause, moved } => {
                let promises: Vec<&str> =
                    moved.iter().map(|moved| moved.promise.as_str()).collect();
                format!("{cause}: {}", promises.join(", "))
            }
            _ => self.redress(wording),
        }
    }

    /// The same of what went wrong, of a visit, and of what was checked.
    fn redress(&self, wording: Wording<'_>) -> String {
        let Wording { names, at, .. } = wording;
        match self {
            Self::MisconductReported { detail, text } => {
                format!("{}: {}", detail.say(names.lang), text.as_str())
            }
            Self::FactsChecked { text, .. }
            | Self::Compensated { text }
            | Self::ImprovementNoted { text }
            | Self::AppointmentCancelled { text }
            | Self::VisitAnnounced { text } => text.as_str().to_owned(),
            Self::PublicApologyMade { text, published } => {
                format!("{published}: {}", text.as_str())
            }
            Self::CautionGiven {
                department,
                officer,
                text,
            } => {
                let who = together(department, names.of(officer));
                format!("{who}: {}", text.as_str())
            }
            Self::TrainingGiven { officer, text } => {
                format!("{}: {}", names.of(officer), text.as_str())
            }
            Self::AppointmentMade {
                visit_at,
                purpose,
                officer,
            } => {
                let when = together(&at(*visit_at), names.of(officer));
                format!("{when}: {}", purpose.as_str())
            }
            Self::AppointmentMoved { visit_at } => at(*visit_at),
            Self::ChecklistTicked { items } => {
                let items: Vec<String> = items.iter().map(ToString::to_string).collect();
                items.join(", ")
            }
            // What is left says everything by its name.
            _ => String::new(),
        }
    }
}

impl Step {
    /// Who was told what, or what was found and how it was made up for.
    pub fn gist(&self, names: Names<'_>, between: &str) -> String {
        match self {
            Self::One {
                department,
                officer,
                instruction: what,
            }
            | Self::Three {
                department,
                officer,
                reason: what,
            } => {
                let who = together(department, names.of(officer));
                format!("{who}: {}", what.as_str())
            }
            Self::Two { result, apology } => [result.as_str(), apology.as_str()].join(between),
        }
    }
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
