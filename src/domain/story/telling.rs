//! How the notices of a story are told: at once, with what called for them, or by a step of their own.

use super::Keys;
use crate::domain::{
    case::Case,
    command::NoticeCommand,
    notice::{InformalReason, Medium, NoticeKey, NoticeKind, NoticeWay},
};

/// How the notices that one step calls for are told at once.
#[derive(Clone, Copy, Debug, Default)]
pub struct Telling {
    told: Option<NoticeWay>,
    why: Option<InformalReason>,
    /// The program sends what goes out by e-mail.
    mailed: bool,
}

impl Telling {
    pub(super) fn read(keys: &mut Keys) -> Result<Self, String> {
        Ok(Self {
            told: keys.given("told-by")?,
            why: keys.given("told-why")?,
            mailed: keys.or_empty("mailed")?,
        })
    }

    /// What is done with the notices that the fact `seq` called for.
    pub fn of(&self, case: &Case, seq: u32) -> Vec<(NoticeKey, NoticeCommand)> {
        let called = case.notices.iter().filter(|notice| notice.act.seq == seq);
        let command = |medium: Medium, kind: NoticeKind| match self.told {
            _ if self.mailed && medium == Medium::Email => Some(NoticeCommand::Send),
            // The mail beside a letter is told by nobody.
            Some(how) if kind != NoticeKind::ResultMail => Some(NoticeCommand::Tell {
                how: Some(how),
                text: "기록한 대로 알렸습니다.".to_owned(),
                why: self.why,
                document_number: String::new(),
            }),
            Some(_) | None => None,
        };
        called
            .filter_map(|notice| Some((notice.key, command(notice.medium, notice.key.kind)?)))
            .collect()
    }
}

/// What is done with the last notice of a kind, by a step of its own; `None` where the word is none of these.
pub(super) fn command(word: &str, keys: &mut Keys) -> Result<Option<NoticeCommand>, String> {
    Ok(Some(match word {
        "told" => NoticeCommand::Tell {
            how: keys.given("how")?,
            text: keys.or_empty("text")?,
            why: keys.given("why")?,
            document_number: keys.or_empty("document-number")?,
        },
        "hold" => NoticeCommand::Hold,
        "release" => NoticeCommand::Release,
        "failed" => NoticeCommand::Fail {
            reason: keys.or_empty("reason")?,
        },
        "sent" => NoticeCommand::Send,
        "unknown" => NoticeCommand::Doubt,
        "retry" => NoticeCommand::Retry,
        _ => return Ok(None),
    }))
}
