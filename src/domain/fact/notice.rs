//! What became of a notice, as facts.

use super::Prose;
use crate::{
    domain::outbox::{InformalReason, NoticeKey, NoticeWay},
    words::{Lang, Phrase, Say},
};
use serde::{Deserialize, Serialize};

/// Something that happened to a notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub enum NoticeFact {
    /// A person told it.
    #[serde(rename = "notice_told")]
    Told {
        notice: NoticeKey,
        how: NoticeWay,
        /// What was said, or what the letter said.
        text: Prose,
        /// Why a result was not told by a document.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<InformalReason>,
        /// The number of the document in the office's document system; empty where it has none.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        document_number: String,
        /// The letter as it left, where it went out in writing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        letter: Option<Prose>,
    },
    /// The program sent it.
    #[serde(rename = "notice_sent")]
    Sent {
        notice: NoticeKey,
        /// The letter as it left; none of the time before letters were kept.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        letter: Option<Prose>,
    },
    /// It did not go out, or came back.
    #[serde(rename = "notice_failed")]
    Failed { notice: NoticeKey, reason: Prose },
    /// It is not known whether it went out.
    #[serde(rename = "notice_unknown")]
    Unknown { notice: NoticeKey },
    /// A clerk wrote its letter anew; without one it goes out as the office's letter again.
    #[serde(rename = "notice_edited")]
    Edited {
        notice: NoticeKey,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        letter: Option<Prose>,
    },
    /// A clerk keeps it back.
    #[serde(rename = "notice_held")]
    Held { notice: NoticeKey },
    /// It may go out again.
    #[serde(rename = "notice_released")]
    Released { notice: NoticeKey },
    /// It is to be sent once more.
    #[serde(rename = "notice_retried")]
    Retried { notice: NoticeKey },
}

impl NoticeFact {
    /// The notice to which it happened.
    pub const fn key(&self) -> NoticeKey {
        match self {
            Self::Told { notice, .. }
            | Self::Sent { notice, .. }
            | Self::Failed { notice, .. }
            | Self::Unknown { notice }
            | Self::Edited { notice, .. }
            | Self::Held { notice }
            | Self::Released { notice }
            | Self::Retried { notice } => *notice,
        }
    }

    /// True for what sending brings about: it is no change that a clerk has to see before theirs.
    pub const fn is_of_sending(&self) -> bool {
        match self {
            Self::Sent { .. }
            | Self::Failed { .. }
            | Self::Unknown { .. }
            | Self::Retried { .. } => true,
            Self::Told { .. } | Self::Edited { .. } | Self::Held { .. } | Self::Released { .. } => {
                false
            }
        }
    }

    /// The letter as it left; `None` where none was kept or it did not leave in writing.
    pub const fn letter(&self) -> Option<&Prose> {
        match self {
            Self::Told { letter, .. } | Self::Sent { letter, .. } => letter.as_ref(),
            Self::Failed { .. }
            | Self::Edited { .. }
            | Self::Unknown { .. }
            | Self::Held { .. }
            | Self::Released { .. }
            | Self::Retried { .. } => None,
        }
    }

    /// What the letter says from then on where a clerk wrote it anew: `Some(None)` for the office's letter again.
    pub const fn edit(&self) -> Option<Option<&Prose>> {
        match self {
            Self::Edited { letter, .. } => Some(letter.as_ref()),
            Self::Told { .. }
            | Self::Sent { .. }
            | Self::Failed { .. }
            | Self::Unknown { .. }
            | Self::Held { .. }
            | Self::Released { .. }
            | Self::Retried { .. } => None,
        }
    }

    /// Keeps the letter as it leaves, where it leaves in writing.
    pub(in crate::domain) fn keep(&mut self, left: Prose) {
        match self {
            Self::Told { letter, how, .. } if how.is_in_writing() => *letter = Some(left),
            Self::Sent { letter, .. } => *letter = Some(left),
            Self::Told { .. }
            | Self::Failed { .. }
            | Self::Edited { .. }
            | Self::Unknown { .. }
            | Self::Held { .. }
            | Self::Released { .. }
            | Self::Retried { .. } => {}
        }
    }

    pub(super) fn texts(&mut self) -> Vec<&mut Prose> {
        match self {
            Self::Told { text, letter, .. } => std::iter::once(text).chain(letter).collect(),
            Self::Sent { letter, .. } | Self::Edited { letter, .. } => letter.iter_mut().collect(),
            Self::Failed { reason, .. } => vec![reason],
            Self::Unknown { .. }
            | Self::Held { .. }
            | Self::Released { .. }
            | Self::Retried { .. } => Vec::new(),
        }
    }

    #[rustfmt::skip]
    pub(super) const fn names(&self) -> (&'static str, Phrase) {
        match self {
            Self::Told { .. } => ("notice_told", Phrase::new("통지 알림", "notice told")),
            Self::Sent { .. } => ("notice_sent", Phrase::new("통지 발송", "notice sent")),
            Self::Failed { .. } => ("notice_failed", Phrase::new("통지 실패", "notice failed")),
            Self::Unknown { .. } => ("notice_unknown", Phrase::new("통지 발송 불명", "notice not known to be sent")),
            Self::Edited { .. } => ("notice_edited", Phrase::new("통지문 수정", "letter changed")),
            Self::Held { .. } => ("notice_held", Phrase::new("통지 보류", "notice held")),
            Self::Released { .. } => ("notice_released", Phrase::new("통지 보류 해제", "notice released")),
            Self::Retried { .. } => ("notice_retried", Phrase::new("통지 재발송", "notice retried")),
        }
    }

    /// Which notice, and how it was told.
    pub(super) fn lead(&self, lang: Lang) -> String {
        let kind = self.key().kind.say(lang);
        match self.manner(lang) {
            Some(manner) => format!("{kind} ({manner})"),
            None => kind,
        }
    }

    /// How it was told, why so, and the number of the document; `None` where nobody told it.
    pub fn manner(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Told {
                how,
                why,
                document_number,
                ..
            } => {
                let why = why.map(|why| why.say(lang));
                let number = Some(document_number.clone()).filter(|number| !number.is_empty());
                let manner = [Some(how.say(lang)), why, number];
                Some(manner.into_iter().flatten().collect::<Vec<_>>().join(", "))
            }
            Self::Sent { .. }
            | Self::Edited { .. }
            | Self::Failed { .. }
            | Self::Unknown { .. }
            | Self::Held { .. }
            | Self::Released { .. }
            | Self::Retried { .. } => None,
        }
    }

    /// What was said, or why it failed.
    pub fn text(&self) -> Option<&Prose> {
        match self {
            Self::Told { text, .. } | Self::Failed { reason: text, .. } => Some(text),
            Self::Sent { .. }
            | Self::Edited { .. }
            | Self::Unknown { .. }
            | Self::Held { .. }
            | Self::Released { .. }
            | Self::Retried { .. } => None,
        }
    }
}
