//! The content of a fact in one line, the same in every front end.

use super::{Amendment, Change, FactContent, FactKind, Linkage, Prose, Step};
use crate::{
    domain::{party::Field, staff::Names},
    words::{Lang, Say, forms as words},
};
use chrono::{DateTime, Utc};

/// How a front end formats the content of a fact.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    pub names: Names<'a>,
    pub at: &'a dyn Fn(DateTime<Utc>) -> String,
    /// The name of a category of the charter.
    pub category: &'a dyn Fn(&str) -> String,
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
            Self::Amended(amendment) => amendment.gist(wording),
            Self::Assigned {
                department,
                officer,
            }
            | Self::CautionGiven {
                department,
                officer,
                ..
            } => together(department, names.of(officer)),
            Self::Contacted {
                how, asks_progress, ..
            } => {
                let asks = asks_progress.then(|| Field::AsksProgress.say(lang));
                listed(std::iter::once(how.say(lang)).chain(asks))
            }
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
            | Self::CorrectionDemanded {
                department: name, ..
            }
            | Self::Reminded {
                department: name, ..
            }
            | Self::Transferred { agency: name, .. } => name.clone(),
            Self::Misdirected { whose, .. } => whose.say(lang),
            Self::ExtensionNeeded { reason, .. } => reason.say(lang),
            Self::Extended { reason, days, .. } => format!("+{days}  {}", reason.say(lang)),
            Self::SupplementRequested { until, .. }
            | Self::SupplementExtended { until, .. }
            | Self::RepresentativesAsked { until, .. }
            | Self::DelayExplained { until, .. } => format!("~{until}"),
            Self::RepresentativesNamed { people, .. } => {
                words::PEOPLE.with(lang, &[("people", &people.to_string())])
            }
            Self::Suspended { reason, .. } => reason.say(lang),
            Self::Answered { outcome, .. } => outcome.say(lang),
            Self::StepRecorded { step } => step.lead(names),
            Self::Linked {
                earlier,
                how: how @ Linkage::SeeAlso,
                ..
            } => format!("{earlier} ({})", how.say(lang)),
            Self::Linked { earlier, .. } => earlier.to_string(),
            Self::Merged { into, .. } => into.to_string(),
            Self::ResultShared { from, seq, .. } => format!("{from} #{seq}"),
            Self::Reopened {
                cause: Some(cause), ..
            } => cause.say(lang),
            Self::Closed {
                committee: Some(day),
                ..
            } => day.to_string(),
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
            | Self::WrittenDown { .. }
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

    /// The free texts; `None` for a receipt, an amendment and kinds without one.
    fn said(&self, between: &str) -> Option<String> {
        // Those of an amendment stand beside what they replace.
        if self.receipt().is_some() || matches!(self, Self::Amended(_)) {
            return None;
        }
        // A letter is read as a whole, not in a list.
        if let Self::Notice(what) = self {
            return what.text().map(|text| text.as_str().to_owned());
        }
        let mut kind = self.clone();
        let texts = kind.texts();
        (!texts.is_empty()).then(|| joined(&texts, between))
    }
}

impl Amendment {
    /// On whose account, what stands instead of what, and why.
    fn gist(&self, wording: Wording<'_>) -> String {
        let Wording {
            names, category, ..
        } = wording;
        let lead = self.changes(category, names.lang);
        let body = self.body.as_ref();
        let body = body.map(|body| format!("{} → {}", Field::Body.say(names.lang), body.as_str()));
        let reason = self.reason.as_ref();
        let reason = reason.map(|reason| reason.as_str().to_owned());
        let parts = [Some(lead).filter(|lead| !lead.is_empty()), body, reason];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        after(&self.cause.say(names.lang), parts.join(wording.between))
    }

    /// What stands instead of what, without the text; of the person, which fields. Empty where only the text changed.
    pub fn changes(&self, named: &dyn Fn(&str) -> String, lang: Lang) -> String {
        let title = self.title.as_ref().map(|title| Change {
            from: title.from.as_str().to_owned(),
            to: title.to.as_str().to_owned(),
        });
        let category = self.category.as_ref().map(|category| Change {
            from: named(&category.from),
            to: named(&category.to),
        });
        let changes = [
            (Field::Title, title),
            (Field::Category, category),
            (Field::Kind, said(self.case_kind.as_ref(), lang)),
            (Field::Channel, said(self.channel.as_ref(), lang)),
            (Field::Happened, said_if_any(self.happened.as_ref(), lang)),
            (
                Field::HandlingPeriod,
                said_if_any(self.period.as_ref(), lang),
            ),
            (Field::ReplyBy, said_if_any(self.reply_by.as_ref(), lang)),
            (
                Field::People,
                self.people.as_ref().map(|people| {
                    people.map(|people| {
                        people.map_or_else(|| NONE.to_owned(), |people| people.to_string())
                    })
                }),
            ),
        ];
        let changes = changes.into_iter().filter_map(|(field, change)| {
            let Change { from, to } = change?;
            Some(format!("{} {from} → {to}", field.say(lang)))
        });
        let person = self.person.iter().map(|field| field.say(lang));
        listed(changes.chain(person))
    }
}

/// What stands where nothing was said.
const NONE: &str = "-";

impl<T> Change<T> {
    fn map(&self, say: impl Fn(&T) -> String) -> Change<String> {
        Change {
            from: say(&self.from),
            to: say(&self.to),
        }
    }
}

fn said<T: Say>(change: Option<&Change<T>>, lang: Lang) -> Option<Change<String>> {
    change.map(|change| change.map(|value| value.say(lang)))
}

fn said_if_any<T: Say>(change: Option<&Change<Option<T>>>, lang: Lang) -> Option<Change<String>> {
    let say = |value: &Option<T>| {
        let value = value.as_ref();
        value.map_or_else(|| NONE.to_owned(), |value| value.say(lang))
    };
    change.map(|change| change.map(say))
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
            charter::Happened,
            fact::{AmendCause, ExtensionReason, Outcome, SuspensionReason},
            staff::sample_staff,
        },
        words::Lang,
    };

    fn said(kind: &FactKind) -> String {
        let staff = [sample_staff()];
        kind.gist(Wording {
            names: Names {
                staff: &staff,
                lang: Lang::Ko,
            },
            at: &|at| at.format("%m-%d").to_string(),
            category: &|id| id.to_uppercase(),
            between: " / ",
        })
    }

    #[test]
    fn what_stood_is_told_beside_what_stands() {
        for (kind, gist) in [
            (
                FactKind::Amended(Box::new(Amendment {
                    title: Some(Change {
                        from: Prose::new("냉방"),
                        to: Prose::new("난방"),
                    }),
                    category: Some(Change {
                        from: "a".to_owned(),
                        to: "b".to_owned(),
                    }),
                    happened: Some(Change {
                        from: None,
                        to: Some(Happened::Phone),
                    }),
                    people: Some(Change {
                        from: Some(3),
                        to: None,
                    }),
                    person: vec![Field::Phone],
                    reason: Some(Prose::new("오타")),
                    ..Amendment::none(AmendCause::Slip)
                })),
                "접수 착오: 제목 냉방 → 난방, 분류 A → B, 일어난 곳 - → 전화, 인원 3 → -, 전화번호 / 오타",
            ),
            (
                FactKind::Amended(Box::new(Amendment {
                    body: Some(Prose::new("덥습니다")),
                    ..Amendment::none(AmendCause::Complainant)
                })),
                "민원인 변경: 내용 → 덥습니다",
            ),
        ] {
            assert_eq!(said(&kind), gist);
        }
    }

    #[test]
    fn what_was_chosen_stands_before_what_was_written() {
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
                    ground: None,
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
            assert_eq!(said(&kind), gist);
        }
    }
}
