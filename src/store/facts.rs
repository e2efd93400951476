//! Writing what happened: facts, their texts, the party, the notices and every derived row, in one transaction.

use super::{
    Reader, StoreError, Write, chain, convert, derived, error::ErrorContext, search::IndexEntry,
};
use crate::domain::{
    deadline::Deadline,
    fact::{Fact, FactContent, FactKind},
    notice::{Medium, Notice, NoticeKey, NoticeKind, NoticeState, NoticeWay, Recipient},
    outline::Outline,
    party::Party,
    staff::Signature,
    subject::{Subject, SubjectKind},
};
use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension;

/// All that one command changes of one subject.
#[derive(Clone, Copy, Debug)]
pub struct Commit<'a, K = FactKind> {
    /// The new facts, numbered after the last.
    pub facts: &'a [Fact<K>],
    /// The subject with the new facts.
    pub outline: &'a Outline<'a>,
    pub deadlines: &'a [Deadline],
    /// The complainant, as taken in or as known.
    pub party: &'a Party,
    /// Whether the person, or a text by which the subject is found, is another than before.
    pub person: PersonChange,
    /// The notices that the new facts call for.
    pub notices: &'a [Notice],
}

/// The texts that a command wrote, in order: what the search index is told.
#[derive(Debug)]
pub struct Texts(Vec<String>);

impl Texts {
    /// Iterates over the texts.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// What a command does to what is known of a subject's person, and to the texts by which it is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PersonChange {
    /// They stay as they are; those of a new subject are written.
    #[default]
    Unchanged,
    /// They are written anew.
    Changed,
}

/// Where a text belongs: the number of its fact, and which text of the fact it is.
type Slot = (u32, u32);

impl<K> Commit<'_, K> {
    /// True where the subject was not there before.
    pub(super) fn takes_in(&self) -> bool {
        self.facts.first().is_some_and(|fact| fact.seq == 1)
    }
}

/// A notice as it waits in the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredNotice {
    /// What it tells.
    pub kind: NoticeKind,
    /// How it goes out.
    pub medium: Medium,
    /// The fact that calls for it.
    pub seq: u32,
    /// Which of several recipients, from 1.
    pub n: u32,
    pub recipient: Recipient,
    /// The team or officer that is told; empty where that is the complainant.
    pub addressee: String,
    pub status: NoticeState,
    /// Since when it waits.
    pub queued_at: DateTime<Utc>,
    /// When a person told it.
    pub told_at: Option<DateTime<Utc>>,
    /// When the program sent it.
    pub sent_at: Option<DateTime<Utc>>,
    pub how: Option<NoticeWay>,
    /// Who stands under it; empty where that was not known.
    pub signed: Signature,
}

impl StoredNotice {
    /// Which notice of its case it is.
    pub const fn key(&self) -> NoticeKey {
        NoticeKey {
            seq: self.seq,
            kind: self.kind,
            n: self.n,
        }
    }
}

impl Write<'_> {
    /// The next serial of a year for a subject of that kind, from 1 without gaps; it is given out only if the write commits,
    /// so that none is lost.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn next_serial(&self, kind: SubjectKind, year: u16) -> Result<u32, StoreError> {
        let sql = "INSERT INTO receipt (kind, year, last) VALUES (?1, ?2, 1)
                   ON CONFLICT (kind, year) DO UPDATE SET last = last + 1 RETURNING last";
        let mut statement = self
            .transaction
            .prepare_cached(sql)
            .doing("write", self.path)?;
        statement
            .query_row((kind.id(), year), |row| row.get(0))
            .doing("write", self.path)
    }

    /// Writes what one command did.
    ///
    /// # Errors
    /// Another fact stands where a new one should ([`StoreError::Conflict`]), or the file cannot be written.
    pub fn record<K: FactContent>(&self, commit: &Commit<'_, K>) -> Result<(), StoreError> {
        let salt = || {
            let mut salt = [0; 16];
            // Without entropy the digest is merely easier to guess once the text is erased.
            getrandom::fill(&mut salt).unwrap_or_default();
            salt
        };
        let written = self.record_unindexed(commit, salt)?;
        if commit.takes_in() {
            return self.index(&[IndexEntry::of(
                commit.outline,
                commit.party,
                written.texts(),
            )]);
        }
        if written.0.is_empty() && commit.person == PersonChange::Unchanged {
            return Ok(());
        }
        let texts = self.reader().all_texts(commit.outline.subject.id())?;
        let texts = texts.iter().map(|(_, _, text)| text.as_str());
        self.index_again(&[IndexEntry::of(commit.outline, commit.party, texts)])
    }

    /// The same without the search index, which is the caller's to write ([`Write::index`]) with the texts that are given
    /// back, and with a source of salt, so that a generated desk is the same each time.
    ///
    /// # Errors
    /// As [`Write::record`].
    pub fn record_unindexed<K: FactContent>(
        &self,
        commit: &Commit<'_, K>,
        mut salt: impl FnMut() -> [u8; 16],
    ) -> Result<Texts, StoreError> {
        let subject = commit.outline.subject.id();
        let mut digest = None;
        // A duty and a nameless visitor have nobody behind them, and so no row to keep and one day to erase.
        let somebody = commit.takes_in() && *commit.party != Party::default();
        if somebody || commit.person == PersonChange::Changed {
            let salt = salt();
            digest = Some(chain::person(salt, commit.party));
            self.set_party(subject, commit.party, salt)?;
        }
        let texts = self.append(subject, commit.facts, digest.as_deref(), salt)?;
        for notice in commit.notices {
            self.queue_notice(notice, commit.outline)?;
        }
        derived::write(self, commit)?;
        Ok(Texts(texts))
    }

    /// Appends facts; the first of them makes the person known who has that digest.
    fn append<K: FactContent>(
        &self,
        subject: i64,
        facts: &[Fact<K>],
        mut party: Option<&str>,
        mut salt: impl FnMut() -> [u8; 16],
    ) -> Result<Vec<String>, StoreError> {
        let mut texts = Vec::new();
        let Some(first) = facts.first() else {
            return Ok(texts);
        };
        // A first fact has a number that was just given out; the table refuses a second one.
        let (last, mut before) = if first.seq == 1 {
            (0, chain::BEGINNING)
        } else {
            self.reader().last_hash(subject)?
        };
        if last + 1 != first.seq {
            return Err(StoreError::Conflict {
                expected: first.seq - 1,
                found: last,
            });
        }
        let mut insert = self
            .transaction
            .prepare_cached("INSERT INTO fact VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
            .doing("write", self.path)?;
        let mut insert_prose = self
            .transaction
            .prepare_cached("INSERT INTO prose VALUES (?1, ?2, ?3, ?4, ?5)")
            .doing("write", self.path)?;
        for fact in facts {
            let written = chain::split_texts(fact, &mut salt)
                .map_err(|error| StoreError::damaged(self.path, error.to_string()))?;
            let (at, recorded_at) = (fact.at.timestamp(), fact.recorded_at.timestamp());
            let row = chain::Row {
                subject,
                seq: fact.seq,
                at,
                recorded_at,
                by: &fact.by,
                content: &written.content,
                party: party.take(),
            };
            let hash = chain::hash(&before, row);
            insert
                .execute((
                    subject,
                    fact.seq,
                    at,
                    recorded_at,
                    &fact.by,
                    fact.kind.id(),
                    &written.content,
                    row.party,
                    hash,
                ))
                .doing("write", self.path)?;
            for (nth, apart) in (0_i64..).zip(&written.texts) {
                insert_prose
                    .execute((subject, fact.seq, nth, apart.salt, &apart.text))
                    .doing("write", self.path)?;
            }
            texts.extend(written.texts.into_iter().map(|apart| apart.text));
            before = hash;
        }
        Ok(texts)
    }

    /// Puts a notice into the outbox, unless nobody is to be told any more.
    fn queue_notice(&self, notice: &Notice, outline: &Outline<'_>) -> Result<(), StoreError> {
        let mut called = outline.notices.iter();
        let Some((called, state)) = called.find(|(called, _)| called.key == notice.key()) else {
            return Ok(());
        };
        let sql = "INSERT INTO notice VALUES
            (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)";
        let mut statement = self
            .transaction
            .prepare_cached(sql)
            .doing("write", self.path)?;
        let subject = outline.subject.id();
        let mut values = derived::notice_values(subject, outline.officer, called, *state);
        let signed = notice.signed.as_ref();
        let signed = signed.map_or(["", "", ""], |signed| {
            [&signed.name, &signed.department, &signed.phone]
        });
        values.extend(signed.map(|part| part.to_owned().into()));
        statement
            .execute(rusqlite::params_from_iter(values))
            .doing("write", self.path)?;
        Ok(())
    }
}

impl Reader<'_> {
    /// The number and hash of a subject's last fact.
    pub(super) fn last_hash(&self, subject: i64) -> Result<(u32, [u8; 32]), StoreError> {
        let sql = "SELECT seq, hash FROM fact WHERE subject = ?1 ORDER BY seq DESC LIMIT 1";
        let mut statement = self
            .connection
            .prepare_cached(sql)
            .doing("read", self.path)?;
        let last = statement
            .query_row([subject], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional();
        Ok(last
            .doing("read", self.path)?
            .unwrap_or((0, chain::BEGINNING)))
    }

    /// The facts of a subject with their texts, in order; none where there is no such subject.
    ///
    /// # Errors
    /// The file cannot be read, or a fact in it cannot.
    pub fn facts<K: FactContent>(
        &self,
        subject: impl Into<Subject>,
    ) -> Result<Vec<Fact<K>>, StoreError> {
        let subject = subject.into().id();
        let texts = self.texts(subject)?;
        let sql = "SELECT seq, at, recorded_at, by_login, content FROM fact WHERE subject = ?1 ORDER BY seq";
        let mut statement = self
            .connection
            .prepare_cached(sql)
            .doing("read", self.path)?;
        let mut rows = statement.query([subject]).doing("read", self.path)?;
        let mut facts = Vec::new();
        while let Some(row) = rows.next().doing("read", self.path)? {
            let seq: u32 = row.get(0).doing("read", self.path)?;
            let mut slots = 0..;
            let mut by_order = |digest: &str| {
                let slot = (seq, slots.next()?);
                let (_, apart) = texts.iter().find(|(of, _)| *of == slot)?;
                (chain::digest(apart) == digest).then(|| apart.text.clone())
            };
            let columns = || -> rusqlite::Result<_> {
                Ok((
                    row.get(1)?,
                    row.get(2)?,
                    row.get_ref(3)?.as_str()?,
                    row.get_ref(4)?.as_str()?,
                ))
            };
            let (at, recorded_at, by, content) = columns().doing("read", self.path)?;
            let row = chain::Row {
                subject,
                seq,
                at,
                recorded_at,
                by,
                content,
                party: None,
            };
            facts.push(chain::read(row, self.path, &mut by_order)?);
        }
        Ok(facts)
    }

    fn texts(&self, subject: i64) -> Result<Vec<(Slot, chain::SaltedText)>, StoreError> {
        let sql = "SELECT seq, nth, salt, text FROM prose WHERE subject = ?1 ORDER BY seq, nth";
        self.rows(sql, [subject], |row| {
            Ok((
                (row.get(0)?, row.get(1)?),
                chain::SaltedText {
                    salt: row.get(2)?,
                    text: row.get(3)?,
                },
            ))
        })
    }

    /// The notices of a subject, in the order in which they were queued.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn notices(&self, subject: impl Into<Subject>) -> Result<Vec<StoredNotice>, StoreError> {
        let sql = "SELECT kind, medium, seq, n, recipient, addressee, status, queued_at, told_at, sent_at, how,
                          officer, department, phone
                   FROM notice WHERE subject = ?1 ORDER BY seq, kind, n";
        self.rows(sql, [subject.into().id()], |row| {
            Ok(StoredNotice {
                kind: convert::word(row, 0)?,
                medium: convert::word(row, 1)?,
                seq: row.get(2)?,
                n: row.get(3)?,
                recipient: convert::word(row, 4)?,
                addressee: row.get(5)?,
                status: convert::word(row, 6)?,
                queued_at: convert::time(row, 7)?,
                told_at: convert::optional_time(row, 8)?,
                sent_at: convert::optional_time(row, 9)?,
                how: convert::optional(row, 10)?,
                signed: Signature {
                    name: row.get(11)?,
                    department: row.get(12)?,
                    phone: row.get(13)?,
                },
            })
        })
    }
}
