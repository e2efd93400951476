//! Notices on their way to a mail server: who has which one, whose text is being handed over, what is tried again and when.
//!
//! No evidence: what became of a notice is a fact.

use super::{Reader, StoreError, Write, convert};
use crate::domain::{
    case::CaseNumber,
    notice::{NoticeId, NoticeKey},
};
use chrono::{DateTime, Utc};
use rusqlite::Row;

/// Counts what did not get through. It is asked with every page of the queue: what was put off is few, what waits is many, so
/// the walk begins with the former.
const UNSENT: &str = "SELECT (SELECT count(*) FROM notice WHERE status IN ('failed', 'unknown')),
    (SELECT count(*) FROM outgoing o CROSS JOIN notice n
       ON n.subject = o.subject AND n.seq = o.seq AND n.kind = o.kind AND n.n = o.n
     WHERE o.state = 'later' AND n.status = 'waiting')";

/// A notice that a mail server is to get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingMail {
    pub id: NoticeId,
    /// Since when it waits.
    pub queued_at: DateTime<Utc>,
    /// How many tries came to nothing.
    pub tries: u32,
}

/// The claim of a program on a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailClaim<'a> {
    pub id: NoticeId,
    /// Login and process.
    pub owner: &'a str,
    pub at: DateTime<Utc>,
    pub tries: u32,
}

/// How many notices did not get through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unsent {
    /// Failed, or not known to have gone out.
    pub stuck: u32,
    /// To be tried again.
    pub later: u32,
}

impl Unsent {
    /// All of them.
    pub const fn total(self) -> u32 {
        self.stuck + self.later
    }
}

impl Write<'_> {
    /// Claims a notice, or takes a claim over.
    pub fn claim_mail(&self, claim: MailClaim<'_>) -> Result<(), StoreError> {
        self.put(claim, "claimed", claim.at, "")
    }

    /// Marks that the text of a notice is handed over from now on.
    pub fn mark_handing(&self, claim: MailClaim<'_>) -> Result<(), StoreError> {
        self.put(claim, "handing", claim.at, "")
    }

    /// Puts a notice off until a time, with what the server said.
    pub fn put_off(
        &self,
        claim: MailClaim<'_>,
        until: DateTime<Utc>,
        reply: &str,
    ) -> Result<(), StoreError> {
        self.put(claim, "later", until, reply)
    }

    /// Gives a notice to the office's own program, which answers for it.
    pub fn give_away(&self, claim: MailClaim<'_>) -> Result<(), StoreError> {
        self.put(claim, "taken", claim.at, "")
    }

    /// Forgets that a notice waits for another try or for the answer of the office's own program; one whose text is being
    /// handed over stays.
    pub fn forget_try(&self, id: NoticeId) -> Result<(), StoreError> {
        let NoticeKey { seq, kind, n } = id.key;
        let sql = "DELETE FROM outgoing WHERE subject = ?1 AND seq = ?2 AND kind = ?3 AND n = ?4 AND state IN ('later', 'taken')";
        self.execute(sql, (id.number.id(), seq, kind.id(), n))
            .map(drop)
    }

    /// Gives all claims back: what was tried before waits for its next try, which is due.
    pub fn give_back_claims(&self) -> Result<(), StoreError> {
        let sql = "DELETE FROM outgoing WHERE state = 'claimed' AND tries = 0";
        self.execute(sql, [])?;
        let sql = "UPDATE outgoing SET state = 'later', next_at = since WHERE state = 'claimed'";
        self.execute(sql, []).map(drop)
    }

    /// Gives a notice up: it is not on its way any more.
    pub fn end_mail(&self, id: NoticeId) -> Result<(), StoreError> {
        let NoticeKey { seq, kind, n } = id.key;
        let sql = "DELETE FROM outgoing WHERE subject = ?1 AND seq = ?2 AND kind = ?3 AND n = ?4";
        self.execute(sql, (id.number.id(), seq, kind.id(), n))
            .map(drop)
    }

    fn put(
        &self,
        claim: MailClaim<'_>,
        state: &str,
        next: DateTime<Utc>,
        reply: &str,
    ) -> Result<(), StoreError> {
        let NoticeKey { seq, kind, n } = claim.id.key;
        let (since, next) = (claim.at.timestamp(), next.timestamp());
        let sql = "INSERT INTO outgoing (subject, seq, kind, n, state, owner, since, tries, next_at, reply)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                   ON CONFLICT (subject, seq, kind, n) DO UPDATE SET state = excluded.state, owner = excluded.owner,
                     since = excluded.since, tries = excluded.tries, next_at = excluded.next_at, reply = excluded.reply";
        let values = (
            claim.id.number.id(),
            seq,
            kind.id(),
            n,
            state,
            claim.owner,
            since,
            claim.tries,
            next,
            reply,
        );
        self.execute(sql, values).map(drop)
    }
}

impl Reader<'_> {
    /// The notices that a mail server is to get now, the oldest first: queued until `until`, and not put off beyond `now`.
    pub fn waiting_mail(
        &self,
        until: DateTime<Utc>,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<WaitingMail>, StoreError> {
        let sql = "SELECT n.subject, n.seq, n.kind, n.n, n.queued_at, coalesce(o.tries, 0)
                   FROM notice n LEFT JOIN outgoing o
                     ON o.subject = n.subject AND o.seq = n.seq AND o.kind = n.kind AND o.n = n.n
                   WHERE n.status = 'waiting' AND n.medium = 'email' AND n.queued_at <= ?1
                     AND (o.subject IS NULL OR (o.state = 'later' AND o.next_at <= ?2))
                   ORDER BY n.queued_at, n.subject, n.seq, n.kind, n.n LIMIT ?3";
        self.rows(sql, (until.timestamp(), now.timestamp(), limit), waiting)
    }

    /// The notices that stand claimed (`handing` false), or whose text was being handed over.
    pub fn outgoing(&self, handing: bool) -> Result<Vec<NoticeId>, StoreError> {
        let sql = "SELECT subject, seq, kind, n FROM outgoing WHERE state = ?1 ORDER BY subject, seq, kind, n";
        self.rows(sql, [if handing { "handing" } else { "claimed" }], id)
    }

    /// The notices that wait for staff to tell the complainant and that no other program has, after one of them, the oldest
    /// first.
    pub fn waiting_for_staff(
        &self,
        after: Option<&WaitingMail>,
        limit: u32,
    ) -> Result<Vec<WaitingMail>, StoreError> {
        let sql = "SELECT n.subject, n.seq, n.kind, n.n, n.queued_at, 0
                   FROM notice n
                   WHERE n.status = 'waiting' AND (n.queued_at, n.subject, n.seq, n.kind, n.n) > (?1, ?2, ?3, ?4, ?5)
                     AND n.medium = 'staff' AND n.recipient = 'complainant'
                     AND NOT EXISTS (SELECT 1 FROM outgoing o
                       WHERE o.subject = n.subject AND o.seq = n.seq AND o.kind = n.kind AND o.n = n.n)
                   ORDER BY n.queued_at, n.subject, n.seq, n.kind, n.n LIMIT ?6";
        let (at, number, seq, kind, n) = match after {
            None => (i64::MIN, 0, 0, "", 0),
            Some(one) => {
                let key = one.id.key;
                let (at, number) = (one.queued_at.timestamp(), one.id.number.id());
                (at, number, key.seq, key.kind.id(), key.n)
            }
        };
        self.rows(sql, (at, number, seq, kind, n, limit), waiting)
    }

    /// True where a program has a notice, or it waits for another try.
    pub fn is_outgoing(&self, id: NoticeId) -> Result<bool, StoreError> {
        let NoticeKey { seq, kind, n } = id.key;
        let sql = "SELECT count(*) FROM outgoing WHERE subject = ?1 AND seq = ?2 AND kind = ?3 AND n = ?4";
        let found = self.count_rows(sql, (id.number.id(), seq, kind.id(), n))?;
        Ok(found > 0)
    }

    /// The notices that the office's own program has had since before an instant.
    pub fn taken_before(&self, before: DateTime<Utc>) -> Result<Vec<NoticeId>, StoreError> {
        let sql = "SELECT subject, seq, kind, n FROM outgoing WHERE state = 'taken' AND since < ?1
                   ORDER BY subject, seq, kind, n";
        self.rows(sql, [before.timestamp()], id)
    }

    /// How many notices did not get through.
    pub fn unsent(&self) -> Result<Unsent, StoreError> {
        let found = self.row(UNSENT, [], |row| {
            Ok(Unsent {
                stuck: row.get(0)?,
                later: row.get(1)?,
            })
        })?;
        Ok(found.unwrap_or_default())
    }
}

fn waiting(row: &Row<'_>) -> rusqlite::Result<WaitingMail> {
    Ok(WaitingMail {
        id: id(row)?,
        queued_at: convert::time(row, 4)?,
        tries: row.get(5)?,
    })
}

fn id(row: &Row<'_>) -> rusqlite::Result<NoticeId> {
    Ok(NoticeId {
        number: convert::key(row, 0, CaseNumber::from_id)?,
        key: NoticeKey {
            seq: row.get(1)?,
            kind: convert::word(row, 2)?,
            n: row.get(3)?,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    /// The steps of a statement.
    fn plan(sql: &str) -> String {
        let folder = tempfile::TempDir::new().unwrap();
        let store = Store::create(&folder.path().join("desk.db")).unwrap();
        let sql = format!("EXPLAIN QUERY PLAN {sql}");
        let reader = store.reader();
        let plan = reader.rows(&sql, [], |row| row.get::<_, String>(3));
        plan.unwrap().join("\n")
    }

    /// A walk over all that waits cost the first page 12 ms at 300,000 cases.
    #[test]
    fn what_did_not_get_through_is_counted_without_a_walk_over_what_waits() {
        let plan = plan(UNSENT);
        let outer = plan.find("SEARCH o USING").unwrap();
        let inner = plan.find("SEARCH n USING PRIMARY KEY").unwrap();
        assert!(outer < inner, "{plan}");
        assert!(!plan.contains("SCAN notice"), "{plan}");
    }

    #[test]
    fn what_waits_for_a_mail_server_is_one_walk_along_an_index() {
        let plan = plan(
            "SELECT n.subject FROM notice n
             WHERE n.status = 'waiting' AND n.medium = 'email' AND n.queued_at <= 5
             ORDER BY n.queued_at, n.subject, n.seq, n.kind, n.n LIMIT 50",
        );
        assert!(plan.contains("INDEX notice_mail"), "{plan}");
        assert!(!plan.contains("TEMP"), "{plan}");
    }
}
