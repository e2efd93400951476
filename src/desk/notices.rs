//! The outbox: what is to be told, and what became of it.

use super::{CaseView, Desk, DeskError, intake::case_deadlines, staff::signer};
use crate::{
    domain::{
        case::{Case, CaseNumber},
        command::NoticeCommand,
        deadline::{Deadline, waits_for},
        decide::{self, Context},
        fact::{Fact, FactKind, NoticeFact, Prose},
        late::EntryTime,
        notice::{NoticeId, NoticeKey, NoticeState},
        party::mask_name,
    },
    store::{Commit, NoticeQuery, NoticeRow, PersonChange},
};
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// Something to do with a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeOrder {
    pub id: NoticeId,
    /// What to do.
    pub command: NoticeCommand,
    /// When it happened.
    pub time: EntryTime,
}

/// A notice in a list, with the open deadline that needs it told or sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueNotice {
    pub row: NoticeRow,
    pub deadline: Option<Deadline>,
}

impl CaseView {
    /// What happened to one of its notices, the oldest first.
    pub fn notice_facts(&self, key: NoticeKey) -> impl Iterator<Item = (&Fact, &NoticeFact)> {
        let facts = self.facts.iter().filter_map(|fact| {
            let FactKind::Notice(what) = &fact.kind else {
                return None;
            };
            Some((fact, what))
        });
        facts.filter(move |(_, what)| what.key() == key)
    }

    /// The open deadline that needs a notice told or sent.
    pub fn due_of(&self, key: NoticeKey) -> Option<&Deadline> {
        let notice = self.case.notice(key)?;
        waits_for(&self.case, notice, &self.deadlines)
    }

    /// Its notices as rows of a list.
    fn notice_rows(&self) -> impl Iterator<Item = NoticeRow> {
        self.notices.iter().map(|notice| {
            let key = notice.key();
            let called = self.case.notice(key);
            let last = self.notice_facts(key).last();
            let reason = last.and_then(|(_, what)| what.text());
            let failed = notice.status == NoticeState::Failed;
            let to = match notice.addressee.as_str() {
                "" => mask_name(&self.party.name),
                addressee => addressee.to_owned(),
            };
            NoticeRow {
                id: key.of(self.case.number),
                medium: notice.medium,
                status: notice.status,
                recipient: notice.recipient,
                to,
                queued_at: notice.queued_at,
                told_at: notice.told_at,
                sent_at: notice.sent_at,
                how: notice.how,
                tries: called.map_or(0, |called| called.tries),
                reason: reason
                    .filter(|_| failed)
                    .map(|reason| reason.as_str().to_owned()),
            }
        })
    }
}

impl Desk {
    /// What [`Desk::outbox`] lists, each with its deadline; within a state the nearest deadline first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn due_notices(
        &mut self,
        status: Option<NoticeState>,
        mine: bool,
        limit: u32,
    ) -> Result<Vec<DueNotice>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let mut cases: HashMap<CaseNumber, (Case, Vec<Deadline>)> = HashMap::new();
        let mut found = Vec::new();
        for row in self.outbox(status, mine, limit)? {
            let number = row.id.number;
            if row.status.is_pending() && !cases.contains_key(&number) {
                let reader = self.store.reader();
                let (case, _) = reader.case(number)?.ok_or(DeskError::NoSuchCase(number))?;
                let rules = self.rules.version(reader, case.intake.charter)?;
                let deadlines = case_deadlines(&case, &rules)?;
                cases.insert(number, (case, deadlines));
            }
            let deadline = cases.get(&number).and_then(|(case, deadlines)| {
                let notice = case.notice(row.id.key)?;
                waits_for(case, notice, deadlines).cloned()
            });
            found.push(DueNotice { row, deadline });
        }
        for state in found.chunk_by_mut(|one, next| one.row.status == next.row.status) {
            state.sort_by_key(nearest);
        }
        Ok(found)
    }

    /// The notices of one case, those that still have to go out first.
    ///
    /// # Errors
    /// There is no such case, or the file cannot be read.
    pub fn notices_of(&mut self, number: CaseNumber) -> Result<Vec<DueNotice>, DeskError> {
        let view = self.case(number)?;
        let rows = view.notice_rows();
        let mut found: Vec<DueNotice> = rows
            .map(|row| DueNotice {
                deadline: view.due_of(row.id.key).cloned(),
                row,
            })
            .collect();
        found.sort_by_key(|one| (!one.row.status.is_pending(), nearest(one)));
        Ok(found)
    }

    /// The notices of the desk: what needs a clerk first, then what is done; `mine` asks for those of one's own cases.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn outbox(
        &self,
        status: Option<NoticeState>,
        mine: bool,
        limit: u32,
    ) -> Result<Vec<NoticeRow>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let mut owners = Vec::new();
        if mine {
            owners.extend([self.actor.login.clone(), self.actor.name.clone()]);
            owners.dedup();
            owners.retain(|name| !name.is_empty());
        }
        let ask = NoticeQuery {
            status,
            owners,
            limit,
        };
        Ok(self.store.reader().outbox(&ask)?)
    }

    /// Records what became of a notice and returns the fact.
    ///
    /// # Errors
    /// A refusal, or the file; nothing was changed then.
    pub fn run_notice(&mut self, order: &NoticeOrder) -> Result<Fact, DeskError> {
        let facts = self.run_notices(std::slice::from_ref(order))?;
        facts
            .into_iter()
            .next()
            .ok_or(DeskError::NoSuchCase(order.id.number))
    }

    /// The same for several notices, all or none.
    ///
    /// # Errors
    /// As [`Desk::run_notice`], of the first that is refused.
    pub fn run_notices(&mut self, orders: &[NoticeOrder]) -> Result<Vec<Fact>, DeskError> {
        for order in orders {
            if let NoticeCommand::Edit { letter: Some(text) } = &order.command {
                self.check_edited(order.id, text)?;
            }
        }
        let letters = self.letters_of(orders)?;
        let asked = orders.iter().find_map(|order| order.command.operation());
        let write = match asked {
            Some(operation) => self.store.write(&self.actor, operation)?,
            None => self.store.write_unasked()?,
        };
        let now = write.now;
        let mut facts = Vec::new();
        for (order, letter) in orders.iter().zip(letters) {
            let number = order.id.number;
            let found = write.reader().case(number)?;
            let (mut case, _) = found.ok_or(DeskError::NoSuchCase(number))?;
            let rules = self.rules.version(write.reader(), case.intake.charter)?;
            let signer = signer(write.reader(), &case.officer, &self.actor)?;
            let context = Context {
                at: order.time.at.unwrap_or(now),
                late_reason: &order.time.late_reason,
                signer: Some(&signer),
                ..rules.context(now, &self.actor)
            };
            let mut fact = decide::decide_notice(&case, order.id.key, &order.command, &context)?;
            if let Some(letter) = letter {
                decide::keep_letter(&mut fact, letter);
            }
            case.apply(&fact);
            write.record(&Commit {
                facts: std::slice::from_ref(&fact),
                outline: &case.outline(),
                deadlines: &case_deadlines(&case, &rules)?,
                party: &write.reader().party(number)?,
                person: PersonChange::Unchanged,
                notices: &[],
            })?;
            write.forget_try(order.id)?;
            facts.push(fact);
        }
        write.commit()?;
        Ok(facts)
    }
}

impl Desk {
    /// The letters that go out by hand with some orders, each as it stands now; `None` where none goes out or it lacks something.
    fn letters_of(&mut self, orders: &[NoticeOrder]) -> Result<Vec<Option<Prose>>, DeskError> {
        let mut letters = Vec::new();
        for order in orders {
            let written = match &order.command {
                NoticeCommand::Tell { how: Some(how), .. } => how.is_in_writing(),
                NoticeCommand::Tell { how: None, .. }
                | NoticeCommand::Edit { .. }
                | NoticeCommand::Hold
                | NoticeCommand::Release
                | NoticeCommand::Fail { .. }
                | NoticeCommand::Send
                | NoticeCommand::Bounce { .. }
                | NoticeCommand::Doubt
                | NoticeCommand::Retry => false,
            };
            let letter = if written {
                self.letter_as_it_leaves(order.id)?
            } else {
                None
            };
            letters.push(letter);
        }
        Ok(letters)
    }
}

/// Notices that a deadline waits for come before the others.
fn nearest(notice: &DueNotice) -> (bool, Option<DateTime<Utc>>) {
    let due = notice.deadline.as_ref().map(|deadline| deadline.due.at);
    (due.is_none(), due)
}

#[cfg(test)]
pub(super) mod tests;
