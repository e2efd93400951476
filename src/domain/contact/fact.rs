//! What may happen to a contact.

use super::{EndGround, GuideTarget, cause};
use crate::{
    domain::{
        charter::Channel,
        fact::{ContactWay, FactContent, MovedDeadline, Prose},
        guide::ChecklistItem,
        staff::Names,
        subject::CaseNumber,
    },
    words::{Lang, Phrase, Say},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// A visitor or a caller, as recorded at the arrival.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArrivalRecord {
    /// The version of the charter that holds for the contact.
    pub charter: i64,
    /// [`Channel::Visit`] or [`Channel::Phone`].
    pub channel: Channel,
    /// The category's id in the charter; empty where it was not known.
    pub category: String,
    /// What it is about; empty where it was not known.
    pub matter: Prose,
    /// The counter's department.
    pub department: String,
    /// The officer asked for; empty where there was none.
    pub officer: String,
    pub assistance: bool,
}

/// The call-back that the customer wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallBackWish {
    pub reply: bool,
    /// In which way; any where `None`.
    pub way: Option<ContactWay>,
    /// When; as the charter says where `None`.
    pub wanted_at: Option<DateTime<Utc>>,
    pub place: Prose,
}

/// What happened to a contact, without who and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ContactFact {
    Arrived(Box<ArrivalRecord>),
    Guided {
        to: GuideTarget,
        /// To which officer; may be empty.
        officer: String,
    },
    WaitTold {
        minutes: u32,
    },
    QuestionAsked {
        text: Prose,
    },
    Served {
        officer: String,
    },
    /// The officer asked for was away; the matter was noted to be passed on.
    OfficerMissed {
        /// Which officer; may be empty.
        officer: String,
        matter: Prose,
        #[serde(flatten)]
        wish: CallBackWish,
    },
    AnswerPostponed {
        matter: Prose,
        #[serde(flatten)]
        wish: CallBackWish,
    },
    CalledBack {
        how: ContactWay,
        text: Prose,
    },
    HandedOver {
        department: String,
        /// To which officer; may be empty.
        officer: String,
        gist: Prose,
    },
    ChecklistTicked {
        items: Vec<ChecklistItem>,
    },
    BecameCase {
        case: CaseNumber,
    },
    Ended {
        text: Prose,
    },
    /// It was ended against the customer's will, after the reason was told.
    EndedForCause {
        ground: EndGround,
        /// When the customer was told the reason.
        told_at: DateTime<Utc>,
        text: Prose,
    },
    /// A correction of an earlier fact.
    Corrected {
        fact: u32,
        text: Prose,
    },
    /// The fact of this number is struck out; what it did is withdrawn.
    Revoked {
        fact: u32,
        text: Prose,
    },
    /// A changed calendar moved deadlines.
    Recomputed {
        cause: String,
        moved: Vec<MovedDeadline>,
    },
}

impl FactContent for ContactFact {
    fn id(&self) -> &'static str {
        self.names().0
    }

    fn name(&self) -> Phrase {
        self.names().1
    }

    fn texts(&mut self) -> Vec<&mut Prose> {
        match self {
            Self::Arrived(arrived) => vec![&mut arrived.matter],
            Self::OfficerMissed { matter, wish, .. } | Self::AnswerPostponed { matter, wish } => {
                vec![matter, &mut wish.place]
            }
            Self::HandedOver { gist, .. } => vec![gist],
            Self::QuestionAsked { text }
            | Self::CalledBack { text, .. }
            | Self::Ended { text }
            | Self::EndedForCause { text, .. }
            | Self::Corrected { text, .. }
            | Self::Revoked { text, .. } => vec![text],
            Self::Guided { .. }
            | Self::WaitTold { .. }
            | Self::Served { .. }
            | Self::ChecklistTicked { .. }
            | Self::BecameCase { .. }
            | Self::Recomputed { .. } => Vec::new(),
        }
    }

    fn revokes(&self) -> Option<u32> {
        if let Self::Revoked { fact, .. } = self {
            return Some(*fact);
        }
        None
    }
}

impl ContactFact {
    fn names(&self) -> (&'static str, Phrase) {
        match self {
            Self::Arrived(arrived) if arrived.channel == Channel::Phone => {
                ("arrived", Phrase::new("전화 수신", "call"))
            }
            Self::Arrived(_) => ("arrived", Phrase::new("도착", "arrived")),
            Self::Guided { .. } => ("guided", Phrase::new("안내", "guided")),
            Self::WaitTold { .. } => ("wait_told", Phrase::new("대기시간 안내", "wait told")),
            Self::QuestionAsked { .. } => ("question_asked", Phrase::new("문의", "question")),
            Self::Served { .. } => ("served", Phrase::new("응대", "served")),
            Self::OfficerMissed { .. } => {
                ("officer_missed", Phrase::new("담당자 부재", "officer away"))
            }
            Self::AnswerPostponed { .. } => (
                "answer_postponed",
                Phrase::new("나중에 답변", "answer later"),
            ),
            Self::CalledBack { .. } => ("called_back", Phrase::new("회신", "called back")),
            Self::HandedOver { .. } => ("handed_over", Phrase::new("인계", "handed over")),
            Self::ChecklistTicked { .. } => (
                "checklist_ticked",
                Phrase::new("응대 점검", "checklist ticked"),
            ),
            Self::BecameCase { .. } => ("became_case", Phrase::new("민원 접수", "became a case")),
            Self::Ended { .. } => ("ended", Phrase::new("종료", "ended")),
            Self::EndedForCause { .. } => ("ended_for_cause", cause::NAME),
            Self::Corrected { .. } => ("corrected", Phrase::new("정정", "corrected")),
            Self::Revoked { .. } => ("revoked", Phrase::new("기록 취소", "revoked")),
            Self::Recomputed { .. } => ("recomputed", Phrase::new("기한 재계산", "recomputed")),
        }
    }

    /// Its content on one line, for a list of facts; staff by their names.
    pub fn gist(&self, zone: Tz, names: Names<'_>) -> String {
        let lang = names.lang;
        let called = |login: &str| names.of(login).to_owned();
        let plain = |text: &Prose| text.as_str().to_owned();
        let parts: Vec<String> = match self {
            Self::Arrived(arrived) => vec![
                plain(&arrived.matter),
                arrived.department.clone(),
                called(&arrived.officer),
            ],
            Self::Guided { to, officer } => vec![to.say(lang), called(officer)],
            Self::WaitTold { minutes } => {
                vec![Phrase::new("{n}분", "{n} min").with(lang, &[("n", &minutes.to_string())])]
            }
            Self::Served { officer } => vec![called(officer)],
            Self::OfficerMissed {
                officer,
                matter,
                wish,
            } => [vec![called(officer), plain(matter)], wish.parts(zone, lang)].concat(),
            Self::AnswerPostponed { matter, wish } => {
                [vec![plain(matter)], wish.parts(zone, lang)].concat()
            }
            Self::CalledBack { how, text } => vec![how.say(lang), plain(text)],
            Self::HandedOver {
                department,
                officer,
                gist,
            } => vec![department.clone(), called(officer), plain(gist)],
            Self::ChecklistTicked { items } => items.iter().map(ToString::to_string).collect(),
            Self::BecameCase { case } => vec![case.to_string()],
            Self::QuestionAsked { text } | Self::Ended { text } => vec![plain(text)],
            Self::EndedForCause {
                ground,
                told_at,
                text,
            } => vec![
                ground.say(lang),
                cause::reason_told(*told_at, zone, lang),
                plain(text),
            ],
            Self::Corrected { fact, text } | Self::Revoked { fact, text } => {
                vec![format!("#{fact} {}", text.as_str())]
            }
            Self::Recomputed { cause, .. } => vec![cause.clone()],
        };
        let given: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        given.join(" · ")
    }
}

impl Say for ContactFact {
    fn say(&self, lang: Lang) -> String {
        self.name().get(lang).to_owned()
    }
}

impl CallBackWish {
    /// Its parts for people; times on the office's clock.
    fn parts(&self, zone: Tz, lang: Lang) -> Vec<String> {
        if !self.reply {
            return vec![
                Phrase::new("회신 필요 없음", "no reply wanted")
                    .get(lang)
                    .to_owned(),
            ];
        }
        let at = self.wanted_at.map(|at| at.with_timezone(&zone));
        vec![
            self.way.map_or_else(String::new, |way| way.say(lang)),
            at.map_or_else(String::new, |at| at.format("%m-%d %H:%M").to_string()),
            self.place.as_str().to_owned(),
        ]
    }
}
