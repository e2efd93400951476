//! The outbox: what waits to be told, what failed, what was told; and since when that is followed.

use super::{Reader, StoreError, Write, convert};
use crate::domain::{
    case::{Case, CaseNumber},
    fact::Fact,
    notice::{FollowedSince, Medium, NoticeId, NoticeKey, NoticeState, NoticeWay, Recipient},
};
use chrono::{DateTime, Utc};
use rusqlite::Row;

/// The setting that says since when the notices of the file are followed, in seconds; 0 for a file that always did.
const SINCE: &str = "notices_since";

/// The states in the order in which they need a clerk: first what may have gone wrong, then what waits, then what is done.
const ORDER: [NoticeState; 7] = [
    NoticeState::Unknown,
    NoticeState::Failed,
    NoticeState::Waiting,
    NoticeState::Held,
    NoticeState::Told,
    NoticeState::Sent,
    NoticeState::Before,
];

/// A question to the outbox.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoticeQuery {
    /// Only those that are so far; all where it is `None`.
    pub status: Option<NoticeState>,
    /// Only those of cases of an officer who is called so; of anyone where it is empty.
    pub owners: Vec<String>,
    /// How many at most.
    pub limit: u32,
}

/// A notice in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeRow {
    pub id: NoticeId,
    pub medium: Medium,
    pub status: NoticeState,
    pub recipient: Recipient,
    /// Who is told: the complainant's name, masked; or a team or officer.
    pub to: String,
    /// Since when it waits.
    pub queued_at: DateTime<Utc>,
    /// When a person told it.
    pub told_at: Option<DateTime<Utc>>,
    /// When the program sent it.
    pub sent_at: Option<DateTime<Utc>>,
    pub how: Option<NoticeWay>,
    pub tries: u32,
    /// Why it failed, empty where that was erased; of one that is tried again, what the server said.
    pub reason: Option<String>,
}

impl Write<'_> {
    /// Notes in a new file that its notices are followed from the beginning.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn follow_notices(&self) -> Result<(), StoreError> {
        self.set(SINCE, "0")
    }
}

impl Reader<'_> {
    /// Since when the notices of this file are followed.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn followed_since(&self) -> Result<FollowedSince, StoreError> {
        let since = self.setting(SINCE)?;
        let since = since.and_then(|since| since.parse().ok());
        Ok(since.filter(|since| *since > 0).map(convert::instant))
    }

    /// A case with its facts; `None` where there is no such case.
    ///
    /// # Errors
    /// The file cannot be read, or a fact in it cannot.
    pub fn case(&self, number: CaseNumber) -> Result<Option<(Case, Vec<Fact>)>, StoreError> {
        let facts = self.facts(number)?;
        let case = Case::fold_since(number, &facts, self.followed_since()?);
        Ok(case.map(|case| (case, facts)))
    }

    /// The notices that a question asks for: what needs a clerk first and the oldest of it, then what is done and the newest of it.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn outbox(&self, ask: &NoticeQuery) -> Result<Vec<NoticeRow>, StoreError> {
        let mut found = Vec::new();
        let wanted = ORDER.into_iter();
        for state in wanted.filter(|state| ask.status.is_none_or(|status| status == *state)) {
            let left = ask
                .limit
                .saturating_sub(u32::try_from(found.len()).unwrap_or(u32::MAX));
            if left == 0 {
                break;
            }
            found.extend(self.standing(state, &ask.owners, left)?);
        }
        Ok(found)
    }

    fn standing(
        &self,
        state: NoticeState,
        owners: &[String],
        most: u32,
    ) -> Result<Vec<NoticeRow>, StoreError> {
        let sql = statement(state, !owners.is_empty());
        if owners.is_empty() {
            return self.rows(&sql, (state.id(), most, ""), row);
        }
        let mut found = Vec::new();
        for owner in owners {
            found.extend(self.rows(&sql, (state.id(), most, owner), row)?);
        }
        found.sort_by_key(|row| (row.queued_at, row.id));
        if !state.is_pending() {
            found.reverse();
        }
        found.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        Ok(found)
    }
}

/// The statement that reads the notices of one state: one walk along one index.
pub(super) fn statement(state: NoticeState, of_some: bool) -> String {
    let order = if state.is_pending() { "ASC" } else { "DESC" };
    let by = ["queued_at", "subject", "seq", "kind", "n"];
    let by = by.map(|column| format!("n.{column} {order}")).join(", ");
    // Without an owner the value is named all the same.
    let owner = if of_some { "n.owner = ?3" } else { "?3 = ''" };
    format!(
        "SELECT n.subject, n.seq, n.kind, n.n, n.medium, n.status, n.recipient,
                CASE n.addressee WHEN '' THEN s.party ELSE n.addressee END,
                n.queued_at, n.told_at, n.sent_at, n.how, n.tries + coalesce(o.tries, 0),
                CASE WHEN n.status = 'failed' THEN coalesce(p.text, '') WHEN o.state = 'later' THEN o.reply END
         FROM notice n CROSS JOIN subject s ON s.subject = n.subject
         LEFT JOIN outgoing o ON o.subject = n.subject AND o.seq = n.seq AND o.kind = n.kind AND o.n = n.n
         LEFT JOIN prose p ON p.subject = n.subject AND p.seq = n.changed AND p.nth = 0
         WHERE n.status = ?1 AND {owner} ORDER BY {by} LIMIT ?2"
    )
}

fn row(row: &Row<'_>) -> rusqlite::Result<NoticeRow> {
    Ok(NoticeRow {
        id: NoticeId {
            number: convert::key(row, 0, CaseNumber::from_id)?,
            key: NoticeKey {
                seq: row.get(1)?,
                kind: convert::word(row, 2)?,
                n: row.get(3)?,
            },
        },
        medium: convert::word(row, 4)?,
        status: convert::word(row, 5)?,
        recipient: convert::word(row, 6)?,
        to: row.get(7)?,
        queued_at: convert::time(row, 8)?,
        told_at: convert::optional_time(row, 9)?,
        sent_at: convert::optional_time(row, 10)?,
        how: convert::optional(row, 11)?,
        tries: row.get(12)?,
        reason: row.get(13)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn a_page_of_notices_is_one_walk_along_an_index() {
        let folder = tempfile::TempDir::new().unwrap();
        let store = Store::create(&folder.path().join("desk.db")).unwrap();
        for state in ORDER {
            for (owned, index) in [(false, "notice_status"), (true, "notice_owner")] {
                let sql = format!("EXPLAIN QUERY PLAN {}", statement(state, owned));
                let values = (state.id(), 10, "kim");
                let plan = store
                    .reader()
                    .rows(&sql, values, |row| row.get::<_, String>(3));
                let plan = plan.unwrap().join("\n");
                let walked = format!("SEARCH n USING INDEX {index}");
                assert!(plan.contains(&walked), "{plan}");
                assert!(!plan.contains("SCAN") && !plan.contains("TEMP"), "{plan}");
            }
        }
    }
}
