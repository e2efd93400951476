//! Recording facts with their texts, the party, the notices and every derived row, in one transaction.

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

/// What one command changes of one subject.
#[derive(Clone, Copy, Debug)]
pub struct Commit<'a, K = FactKind> {
    /// New facts, numbered on from the last one stored.
    pub facts: &'a [Fact<K>],
    pub outline: &'a Outline<'a>,
    pub deadlines: &'a [Deadline],
    /// The complainant, as received now or as stored before.
    pub party: &'a Party,
    /// Whether the person, or what the subject is found by, changed.
    pub person: PersonChange,
    pub notices: &'a [Notice],
}

/// Whether a subject has a new version of its person, or is found by something else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PersonChange {
    /// The person stands; that of a new subject is stored.
    #[default]
    Unchanged,
    /// The person stands, but what the subject is found by is another.
    Reindexed,
    /// The person is stored as a new version.
    Changed,
}

/// The place of a text: the number of its fact, and its index among the texts of the fact.
type Slot = (u32, u32);

impl<K> Commit<'_, K> {
    /// True where the subject is new.
    pub(super) fn is_new(&self) -> bool {
        self.facts.first().is_some_and(|fact| fact.seq == 1)
    }
}

/// A notice in the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredNotice {
    pub kind: NoticeKind,
    pub medium: Medium,
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
    /// The signatory; empty where unknown.
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
    /// Takes the next serial of a kind and year, from 1 without gaps: it is taken only if the write commits.
    pub fn next_serial(&self, kind: SubjectKind, year: u16) -> Result<u32, StoreError> {
        let sql = "INSERT INTO receipt (kind, year, last) VALUES (?1, ?2, 1)
                   ON CONFLICT (kind, year) DO UPDATE SET last = last + 1 RETURNING last";
        let mut insert = self
            .transaction
            .prepare_cached(sql)
            .doing("write", self.path)?;
        insert
            .query_row((kind.id(), year), |row| row.get(0))
            .doing("write", self.path)
    }

    /// Records what one command did.
    ///
    /// # Errors
    /// Another fact was recorded under the number of a new one ([`StoreError::Conflict`]).
    pub fn record<K: FactContent>(&self, commit: &Commit<'_, K>) -> Result<(), StoreError> {
        let salt = || {
            let mut salt = [0; 16];
            // Without entropy the digest of an erased text is merely easier to guess.
            getrandom::fill(&mut salt).unwrap_or_default();
            salt
        };
        let texts = self.record_unindexed(commit, salt)?;
        if commit.is_new() {
            return self.index(&[IndexEntry::of(commit.outline, commit.party, &texts)]);
        }
        if texts.is_empty() && commit.person == PersonChange::Unchanged {
            return Ok(());
        }
        self.reindex(&self.reader().index_entry(commit.outline, commit.party)?)
    }

    /// As [`Write::record`], but leaves the search index to the caller ([`Write::index`]), for which it returns the new
    /// texts;
    /// `salt` is given, so that a generated desk is reproducible.
    ///
    /// # Errors
    /// As [`Write::record`].
    pub fn record_unindexed<K: FactContent>(
        &self,
        commit: &Commit<'_, K>,
        mut salt: impl FnMut() -> [u8; 16],
    ) -> Result<Vec<String>, StoreError> {
        let subject = commit.outline.subject.id();
        let mut digest = None;
        // Duties and anonymous visitors have no person, so there is no row to erase later.
        let has_person = commit.is_new() && *commit.party != Party::default();
        if has_person || commit.person == PersonChange::Changed {
            let salt = salt();
            digest = Some(chain::person(salt, commit.party));
            let seq = commit.facts.first().map_or(0, |fact| fact.seq);
            self.add_party((subject, seq), commit.party, salt)?;
        }
        self.point_to_person(commit.outline)?;
        let texts = self.append(subject, commit.facts, digest.as_deref(), salt)?;
        for notice in commit.notices {
            self.queue_notice(notice, commit.outline)?;
        }
        derived::write(self, commit)?;
        Ok(texts)
    }

    /// Appends facts, the first with the digest of the person it introduces or changes, and returns their texts.
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
        // The number of a first fact is fresh; the primary key rules out a second one.
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
        for fact in facts {
            let split = chain::split_texts(fact, &mut salt)
                .map_err(|error| StoreError::damaged(self.path, error.to_string()))?;
            let row = chain::Row {
                subject,
                seq: fact.seq,
                at: fact.at.timestamp(),
                recorded_at: fact.recorded_at.timestamp(),
                by: &fact.by,
                content: &split.content,
                party: party.take(),
            };
            before = chain::hash(&before, row);
            let values = (
                subject,
                row.seq,
                row.at,
                row.recorded_at,
                row.by,
                fact.kind.id(),
                row.content,
                row.party,
                before,
            );
            let sql = "INSERT INTO fact VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
            self.execute(sql, values)?;
            for (nth, apart) in (0_i64..).zip(split.texts) {
                let sql = "INSERT INTO prose VALUES (?1, ?2, ?3, ?4, ?5)";
                self.execute(sql, (subject, fact.seq, nth, apart.salt, &apart.text))?;
                texts.push(apart.text);
            }
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
        let subject = outline.subject.id();
        let mut values = derived::notice_values(subject, outline.officer, called, *state);
        let signed = notice.signed.as_ref();
        let signed = signed.map_or(["", "", ""], |signed| {
            [&signed.name, &signed.department, &signed.phone]
        });
        values.extend(signed.map(|part| part.to_owned().into()));
        self.execute(sql, rusqlite::params_from_iter(values))
            .map(drop)
    }
}

impl Reader<'_> {
    /// The number and hash of a subject's last fact.
    pub(super) fn last_hash(&self, subject: i64) -> Result<(u32, [u8; 32]), StoreError> {
        let sql = "SELECT seq, hash FROM fact WHERE subject = ?1 ORDER BY seq DESC LIMIT 1";
        let last = self.row(sql, [subject], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(last.unwrap_or((0, chain::BEGINNING)))
    }

    /// Reads the facts of a subject with their texts, in order; none where there is no such subject.
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
            let mut next_text = |digest: &str| {
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
            facts.push(chain::read(row, self.path, &mut next_text)?);
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
