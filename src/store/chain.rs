//! The hash chain of a subject: each fact's hash covers the one before, so that a later change shows.
//!
//! Free text is stored apart and replaced by a salted digest before hashing: it can be erased without breaking the
//! chain, and a change of it shows.

use super::{StoreError, convert::instant};
use crate::domain::{
    fact::{Announcement, Fact, FactContent, Prose},
    party::Party,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{borrow::Cow, path::Path};

/// The hash before the first fact of a subject.
pub(super) const BEGINNING: [u8; 32] = [0; 32];

/// A free text as stored apart from its fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SaltedText {
    /// Keeps the digest of a short text from being guessed.
    pub(super) salt: [u8; 16],
    pub(super) text: String,
}

/// A fact as stored: its content, and the free texts apart in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SplitFact {
    /// Kind and fields as JSON, with a digest in place of each text.
    pub(super) content: String,
    pub(super) texts: Vec<SaltedText>,
}

/// Splits the free texts off a fact, each with 16 fresh bytes of `salt`.
pub(super) fn split_texts<K: FactContent>(
    fact: &Fact<K>,
    mut salt: impl FnMut() -> [u8; 16],
) -> Result<SplitFact, serde_json::Error> {
    let mut content = Content {
        kind: fact.kind.clone(),
        announced: Cow::Borrowed(fact.announced.as_slice()),
        late_reason: fact.late_reason.clone(),
    };
    let mut texts = Vec::new();
    for prose in content.texts() {
        let Some(text) = prose.take() else { continue };
        let apart = SaltedText { salt: salt(), text };
        *prose = Prose::new(digest(&apart));
        texts.push(apart);
    }
    let content = serde_json::to_string(&content)?;
    Ok(SplitFact { content, texts })
}

/// The part of a fact that is stored as JSON.
#[derive(Serialize, Deserialize)]
struct Content<'a, K> {
    #[serde(flatten)]
    kind: K,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    announced: Cow<'a, [Announcement]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    late_reason: Option<Prose>,
}

impl<K: FactContent> Content<'_, K> {
    /// Its free texts, in the order in which they are stored apart.
    fn texts(&mut self) -> impl Iterator<Item = &mut Prose> {
        self.kind.texts().into_iter().chain(&mut self.late_reason)
    }
}

/// The first 16 bytes of SHA-256 over salt and text, in hexadecimal.
pub(super) fn digest(apart: &SaltedText) -> String {
    let hash = Sha256::new()
        .chain_update(apart.salt)
        .chain_update(apart.text.as_bytes())
        .finalize();
    let mut digits = String::with_capacity(32);
    for byte in hash.iter().take(16) {
        for half in [byte >> 4, byte & 15] {
            digits.extend(char::from_digit(half.into(), 16));
        }
    }
    digits
}

/// The digest of a person.
pub(super) fn person(salt: [u8; 16], party: &Party) -> String {
    let Party {
        name,
        phone,
        email,
        address,
        behalf,
    } = party;
    let mut text = String::new();
    for part in [name, phone, email, address] {
        // No typed text contains this character.
        text.push_str(part);
        text.push('\u{0}');
    }
    // Written only where there is something, so that earlier digests stay what they were.
    for part in behalf.parts().into_iter().filter(|_| !behalf.is_empty()) {
        text.push_str(part);
        text.push('\u{0}');
    }
    digest(&SaltedText { salt, text })
}

/// The columns of a fact that its hash covers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    pub(super) subject: i64,
    pub(super) seq: u32,
    pub(super) at: i64,
    pub(super) recorded_at: i64,
    pub(super) by: &'a str,
    pub(super) content: &'a str,
    /// Digest of the person, in the fact that introduces or changes them.
    pub(super) party: Option<&'a str>,
}

/// The hash of a row after one with the hash `before`.
pub(super) fn hash(before: &[u8; 32], row: Row<'_>) -> [u8; 32] {
    let length = |text: &str| u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes();
    Sha256::new()
        .chain_update(before)
        .chain_update(row.subject.to_be_bytes())
        .chain_update(row.seq.to_be_bytes())
        .chain_update(row.at.to_be_bytes())
        .chain_update(row.recorded_at.to_be_bytes())
        .chain_update(length(row.by))
        .chain_update(row.by)
        .chain_update(length(row.content))
        .chain_update(row.content)
        .chain_update(row.party.unwrap_or_default())
        .finalize()
        .into()
}

/// Reads the fact of a row; `text` looks up a text by its digest, `None` where it was erased.
pub(super) fn read<K: FactContent>(
    row: Row<'_>,
    path: &Path,
    text: &mut dyn FnMut(&str) -> Option<String>,
) -> Result<Fact<K>, StoreError> {
    let wrong = |error: serde_json::Error| {
        StoreError::damaged(path, format!("fact {}/{}: {error}", row.subject, row.seq))
    };
    let mut content: Content<'_, K> = serde_json::from_str(row.content).map_err(wrong)?;
    for prose in content.texts() {
        if let Some(digest) = prose.take() {
            *prose = text(&digest).map_or_else(Prose::erased, Prose::new);
        }
    }
    Ok(Fact {
        seq: row.seq,
        at: instant(row.at),
        recorded_at: instant(row.recorded_at),
        by: row.by.to_owned(),
        kind: content.kind,
        announced: content.announced.into_owned(),
        late_reason: content.late_reason,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        contact::ContactFact,
        duty::DutyFact,
        fact::{FactKind, Outcome, Step},
    };
    use chrono::{DateTime, Utc};
    use serde_json::Value;

    fn bytes<const N: usize>(value: &Value) -> [u8; N] {
        let digits = value.as_str().unwrap();
        std::array::from_fn(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap())
    }

    /// Reads a fact of an older file and splits it again.
    fn split_again<K: FactContent>(row: Row<'_>, texts: &[SaltedText]) -> SplitFact {
        let mut known = texts.iter();
        let mut in_order = |wanted: &str| {
            let apart = known.next().filter(|apart| digest(apart) == wanted);
            apart.map(|apart| apart.text.clone())
        };
        let fact = read::<K>(row, Path::new("x"), &mut in_order).unwrap();
        let mut salts = texts.iter().map(|apart| apart.salt);
        split_texts(&fact, || salts.next().unwrap()).unwrap()
    }

    /// Hashes in existing files must stay valid.
    #[test]
    fn facts_of_an_older_version_are_read_and_written_letter_by_letter() {
        let old = include_str!("../../tests/vectors/chain.json");
        let old: Vec<Value> = serde_json::from_str(old).unwrap();
        assert!(old.len() > 60, "{}", old.len());
        for fact in &old {
            let number = |key: &str| fact[key].as_i64().unwrap();
            let row = Row {
                subject: number("subject"),
                seq: number("seq").try_into().unwrap(),
                at: number("at"),
                recorded_at: number("recorded_at"),
                by: fact["by"].as_str().unwrap(),
                content: fact["content"].as_str().unwrap(),
                party: fact["party"].as_str(),
            };
            assert_eq!(
                hash(&bytes(&fact["before"]), row),
                bytes::<32>(&fact["hash"])
            );
            let texts = fact["texts"].as_array().unwrap().iter();
            let texts: Vec<_> = texts
                .map(|text| SaltedText {
                    salt: bytes(&text[0]),
                    text: text[1].as_str().unwrap().to_owned(),
                })
                .collect();
            let again = match fact["what"].as_str() {
                Some("case") => split_again::<FactKind>(row, &texts),
                Some("contact") => split_again::<ContactFact>(row, &texts),
                _ => split_again::<DutyFact>(row, &texts),
            };
            assert_eq!(again.content, row.content);
            assert_eq!(again.texts, texts);
        }
    }

    fn fact(kind: FactKind) -> Fact {
        let at: DateTime<Utc> = "2026-11-02T01:00:00Z".parse().unwrap();
        Fact {
            seq: 3,
            at,
            recorded_at: at,
            by: "kim".into(),
            kind,
            announced: Vec::new(),
            late_reason: None,
        }
    }

    fn row(content: &str) -> Row<'_> {
        Row {
            subject: 20_260_000_001,
            seq: 3,
            at: 1_793_581_200,
            recorded_at: 1_793_581_200,
            by: "kim",
            content,
            party: None,
        }
    }

    #[test]
    fn texts_are_taken_out_and_come_back_in_their_places() {
        for kind in [
            FactKind::Answered {
                outcome: Outcome::Accepted,
                text: Prose::new("고쳤습니다"),
                remedy: None,
                ground: None,
            },
            FactKind::Answered {
                outcome: Outcome::Declined,
                text: Prose::new("안 됩니다"),
                remedy: Some(Prose::new("이의신청")),
                ground: Some(Prose::new("조례 제3조")),
            },
            FactKind::Refused {
                ground: Prose::new("법 제21조"),
                remedy: Prose::new("이의신청"),
            },
            FactKind::StepRecorded {
                step: Step::Two {
                    result: Prose::new("교육"),
                    apology: Prose::new("죄송합니다"),
                    notifies: false,
                },
            },
            FactKind::Acknowledged,
            FactKind::Noted {
                text: Prose::new("{\"~\":\"\\\"} \\\\\n\u{1}\" 끝\\"),
                action: false,
                prevents: false,
            },
            FactKind::Noted {
                text: Prose::new(""),
                action: true,
                prevents: true,
            },
        ] {
            let fact = fact(kind);
            let written = split_texts(&fact, || [7; 16]).unwrap();
            for apart in &written.texts {
                assert!(apart.text.is_empty() || !written.content.contains(&apart.text));
            }
            // Texts are looked up in the order of their number.
            let mut texts = written.texts.iter();
            let mut known = |wanted: &str| {
                let apart = texts.next().filter(|apart| digest(apart) == wanted);
                apart.map(|apart| apart.text.clone())
            };
            let back = read(row(&written.content), Path::new("x"), &mut known).unwrap();
            assert_eq!(back, fact);
        }
    }

    #[test]
    fn an_erased_text_leaves_the_fact_and_its_hash() {
        let fact = fact(FactKind::Withdrawn {
            text: Prose::new("취하합니다"),
        });
        let written = split_texts(&fact, || [7; 16]).unwrap();
        let back: Fact = read(row(&written.content), Path::new("x"), &mut |_| None).unwrap();
        assert_eq!(
            back.kind,
            FactKind::Withdrawn {
                text: Prose::default()
            }
        );
        assert_eq!(
            hash(&BEGINNING, row(&written.content)),
            hash(&BEGINNING, row(&written.content))
        );
    }

    #[test]
    fn every_column_is_covered_by_the_hash() {
        let base = row("{}");
        let changed = [
            Row { subject: 1, ..base },
            Row { seq: 4, ..base },
            Row { at: 0, ..base },
            Row {
                recorded_at: 0,
                ..base
            },
            Row { by: "lee", ..base },
            Row {
                content: "[]",
                ..base
            },
            Row {
                by: "kim{",
                content: "}",
                ..base
            },
            Row {
                content: "{",
                party: Some("}"),
                ..base
            },
            Row {
                party: Some("0123"),
                ..base
            },
        ];
        for other in changed {
            assert_ne!(hash(&BEGINNING, base), hash(&BEGINNING, other));
        }
        assert_ne!(hash(&[1; 32], base), hash(&BEGINNING, base));
    }
}
