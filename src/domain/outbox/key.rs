//! The id of a notice: `2026-000412/5/result/1`.

use super::NoticeKind;
use crate::domain::subject::CaseNumber;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A notice within its case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct NoticeKey {
    /// The fact that calls for it.
    pub seq: u32,
    pub kind: NoticeKind,
    /// Which of several recipients, from 1.
    pub n: u32,
}

/// A notice within the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoticeId {
    pub number: CaseNumber,
    pub key: NoticeKey,
}

impl NoticeKey {
    /// The id of that notice of a case.
    pub const fn of(self, number: CaseNumber) -> NoticeId {
        NoticeId { number, key: self }
    }
}

/// A text that is no id of a notice.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not an id such as 2026-000412/5/result/1")]
pub struct ParseNoticeError(String);

impl fmt::Display for NoticeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.seq, self.kind, self.n)
    }
}

impl fmt::Display for NoticeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.key)
    }
}

impl FromStr for NoticeKey {
    type Err = ParseNoticeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let key = || {
            let mut parts = text.split('/');
            let key = Self {
                seq: counted(parts.next()?)?,
                kind: parts.next()?.parse().ok()?,
                n: counted(parts.next()?)?,
            };
            parts.next().is_none().then_some(key)
        };
        key().ok_or_else(|| ParseNoticeError(text.chars().take(60).collect()))
    }
}

/// A number from 1 on in digits alone.
fn counted(text: &str) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|number| *number > 0);
    number.filter(|_| digits)
}

impl FromStr for NoticeId {
    type Err = ParseNoticeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let id = || {
            let (number, key) = text.trim().split_once('/')?;
            Some(Self {
                number: number.parse().ok()?,
                key: key.parse().ok()?,
            })
        };
        id().ok_or_else(|| ParseNoticeError(text.chars().take(60).collect()))
    }
}

impl From<NoticeKey> for String {
    fn from(key: NoticeKey) -> Self {
        key.to_string()
    }
}

impl TryFrom<String> for NoticeKey {
    type Error = ParseNoticeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_as_it_is_written() {
        let id: NoticeId = " 2026-000412/5/result-mail/2".parse().unwrap();
        assert_eq!(id.to_string(), "2026-000412/5/result-mail/2");
        assert_eq!((id.key.seq, id.key.kind), (5, NoticeKind::ResultMail));
        for wrong in [
            "",
            "2026-000412",
            "2026-000412/5/result",
            "2026-000412/5/result/1/1",
            "2026-000412/0/result/1",
            "2026-000412/5/result/+1",
            "2026-000412/5/praise/1",
            "C2026-000412/5/result/1",
        ] {
            assert!(wrong.parse::<NoticeId>().is_err(), "{wrong}");
        }
        let json = serde_json::to_string(&id.key).unwrap();
        assert_eq!(json, "\"5/result-mail/2\"");
        assert_eq!(serde_json::from_str::<NoticeKey>(&json).unwrap(), id.key);
    }
}
