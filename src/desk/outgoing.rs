//! The way of a notice to a mail server: one program at a time claims what is due, marks each before its text is handed over,
//! and records what came of it.
//!
//! Whose process ends after that mark leaves a notice of which nobody knows whether it arrived: it is never sent again by
//! itself. Must not know how a server is spoken to.

mod take;

use super::{
    CaseView, Desk, DeskError, guarded_store::DeskWrite, intake::case_deadlines, rules::RulesCache,
    staff::signer,
};
use crate::{
    domain::{
        command::NoticeCommand,
        decide::{Context, decide_notice, keep_letter},
        fact::Prose,
        letter::Letter,
        notice::{NoticeId, NoticeState, next_try},
        refusal::Refusal,
        revocation::revoked_by,
        rights::Operation,
        staff::Staff,
    },
    store::{Commit, MailClaim, PersonChange, WaitingMail, open_lock},
};
use chrono::{DateTime, Duration, Utc};
use std::{
    fs::{File, TryLockError},
    path::PathBuf,
    process,
};

pub use take::TextMessage;

/// Seconds before a deadline at which what waits for it is not held any longer.
const URGENT: i64 = 60;

/// The turn of the one program that sends for a desk. The system gives it back however the process ends.
#[derive(Debug)]
pub struct SendingTurn {
    _file: File,
}

/// A mail that is due, with its letter.
#[derive(Clone, Debug)]
pub struct OutgoingMail {
    pub id: NoticeId,
    /// The address, as it was typed.
    pub to: String,
    pub letter: Letter,
    /// The part before the @ of its message id: the same on every try.
    pub message_id: String,
    tries: u32,
}

/// What came of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailEnd {
    /// The server took it.
    Sent,
    /// It was refused for good, with the server's words.
    Refused(String),
    /// Nobody knows whether the server took it.
    Doubtful,
    /// It is to be tried again.
    Later(String),
}

impl Desk {
    /// Takes the turn to send; `None` while another program has it.
    ///
    /// # Errors
    /// The actor may not send; the file of the turn cannot be opened.
    pub fn take_sending_turn(&self) -> Result<Option<SendingTurn>, DeskError> {
        self.actor.role.allow(Operation::Send)?;
        let mut path = self.path().as_os_str().to_owned();
        path.push("-send");
        let path = PathBuf::from(path);
        let failed = |source| DeskError::File {
            path: path.clone(),
            source,
        };
        let file = open_lock(&path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(SendingTurn { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(source)) => Err(failed(source)),
        }
    }

    /// How many mails wait for another try.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn mails_put_off(&self) -> Result<usize, DeskError> {
        let unsent = self.store.reader().unsent()?;
        Ok(usize::try_from(unsent.later).unwrap_or(usize::MAX))
    }

    /// Settles what a program left that ended in the middle: what was only claimed waits again; what was being handed over
    /// is not known to have arrived. Returns how many are not known.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub fn settle_abandoned(&mut self, _turn: &SendingTurn) -> Result<usize, DeskError> {
        let reader = self.store.reader();
        if reader.outgoing(true)?.is_empty() && reader.outgoing(false)?.is_empty() {
            return Ok(0);
        }
        let write = self.store.write(&self.actor, Operation::Send)?;
        write.give_back_claims()?;
        let doubtful = write.reader().outgoing(true)?;
        for id in &doubtful {
            let record = Record::of(&write, &mut self.rules, &self.actor);
            record.end(*id, &NoticeCommand::Doubt, None)?;
            write.end_mail(*id)?;
        }
        write.commit()?;
        Ok(doubtful.len())
    }

    /// Claims the mails that are due, the oldest first: those that were kept for `hold`, so that they could be taken back, and
    /// those whose deadline does not wait so long.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub fn claim_mails(
        &mut self,
        _turn: &SendingTurn,
        hold: Duration,
        limit: u32,
    ) -> Result<Vec<WaitingMail>, DeskError> {
        let now = self.now();
        let mut due = self.store.reader().waiting_mail(now - hold, now, limit)?;
        if due.len() < usize::try_from(limit).unwrap_or(usize::MAX) {
            due.extend(self.urgent(now - hold, now, limit)?);
            due.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        }
        if due.is_empty() {
            return Ok(due);
        }
        let write = self.store.write(&self.actor, Operation::Send)?;
        let owner = owner(&self.actor);
        for mail in &due {
            write.claim_mail(MailClaim {
                id: mail.id,
                owner: &owner,
                at: write.now,
                tries: mail.tries,
            })?;
        }
        write.commit()?;
        Ok(due)
    }

    /// What is held still, and is due within a minute.
    fn urgent(
        &mut self,
        held_since: DateTime<Utc>,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<WaitingMail>, DeskError> {
        let waiting = self.store.reader().waiting_mail(now, now, limit)?;
        let mut urgent = Vec::new();
        for mail in waiting
            .into_iter()
            .filter(|mail| mail.queued_at > held_since)
        {
            let view = self.case(mail.id.number)?;
            let due = view.due_of(mail.id.key).map(|deadline| deadline.due.at);
            if due.is_some_and(|due| due - now <= Duration::seconds(URGENT)) {
                urgent.push(mail);
            }
        }
        Ok(urgent)
    }

    /// Writes the letter of a claimed mail; the error is why it cannot be written.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn outgoing_mail(
        &mut self,
        mail: &WaitingMail,
    ) -> Result<Result<OutgoingMail, DeskError>, DeskError> {
        let view = self.case(mail.id.number)?;
        let letter = match self.letter_in_full(&view, mail.id) {
            Ok(letter) => letter,
            Err(error @ DeskError::Letter(_)) => return Ok(Err(error)),
            Err(error) => return Err(error),
        };
        let id = mail.id.to_string().replace('/', ".");
        Ok(Ok(OutgoingMail {
            id: mail.id,
            to: view.party.email.clone(),
            letter,
            message_id: format!("{id}.{}", mail.queued_at.timestamp()),
            tries: mail.tries,
        }))
    }

    /// Records what came of one mail, and marks that the text of the next is handed over from now on, in one transaction.
    /// False where the next is not to go out any more.
    ///
    /// # Errors
    /// The file cannot be read or written; nothing was recorded then.
    pub fn hand_on(
        &mut self,
        _turn: &SendingTurn,
        ended: Option<(&OutgoingMail, &MailEnd)>,
        next: Option<&OutgoingMail>,
    ) -> Result<bool, DeskError> {
        let write = self.store.write(&self.actor, Operation::Send)?;
        let owner = owner(&self.actor);
        let claim = |mail: &OutgoingMail| MailClaim {
            id: mail.id,
            owner: &owner,
            at: write.now,
            tries: mail.tries,
        };
        if let Some((mail, end)) = ended {
            let record = Record::of(&write, &mut self.rules, &self.actor);
            record.settle(mail, end, claim(mail))?;
        }
        let mut goes = false;
        if let Some(mail) = next {
            goes = still_waits(&write, mail.id)?;
            if goes {
                write.mark_handing(claim(mail))?;
            } else {
                write.end_mail(mail.id)?;
            }
        }
        write.commit()?;
        Ok(goes)
    }

    /// Records that a letter cannot be written, and why.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub fn cannot_be_written(
        &mut self,
        _turn: &SendingTurn,
        id: NoticeId,
        reason: &str,
    ) -> Result<(), DeskError> {
        let write = self.store.write(&self.actor, Operation::Send)?;
        let bounce = NoticeCommand::Bounce {
            reason: reason.to_owned(),
        };
        Record::of(&write, &mut self.rules, &self.actor).end(id, &bounce, None)?;
        write.end_mail(id)?;
        Ok(write.commit()?)
    }

    /// Puts off what is claimed and was not tried, since the server cannot be reached: each has one try less. Returns how
    /// many have failed by that.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub fn put_off(
        &mut self,
        _turn: &SendingTurn,
        mails: &[WaitingMail],
        reason: &str,
    ) -> Result<usize, DeskError> {
        let write = self.store.write(&self.actor, Operation::Send)?;
        let owner = owner(&self.actor);
        let mut failed = 0;
        for mail in mails {
            let claim = MailClaim {
                id: mail.id,
                owner: &owner,
                at: write.now,
                tries: mail.tries,
            };
            let record = Record::of(&write, &mut self.rules, &self.actor);
            failed += usize::from(record.later(claim, reason)?);
        }
        write.commit()?;
        Ok(failed)
    }
}

/// Login and process, as a claim names its owner.
fn owner(actor: &Staff) -> String {
    format!("{} {}", actor.login, process::id())
}

fn still_waits(write: &DeskWrite<'_>, id: NoticeId) -> Result<bool, DeskError> {
    let found = write.reader().case(id.number)?;
    Ok(found.is_some_and(|(case, _)| {
        let notice = case.notice(id.key);
        notice.is_some_and(|notice| case.notice_state(notice) == NoticeState::Waiting)
    }))
}

/// What records an end within a transaction.
struct Record<'a> {
    write: &'a DeskWrite<'a>,
    rules: &'a mut RulesCache,
    actor: &'a Staff,
}

impl<'a> Record<'a> {
    const fn of(write: &'a DeskWrite<'a>, rules: &'a mut RulesCache, actor: &'a Staff) -> Self {
        Self {
            write,
            rules,
            actor,
        }
    }

    fn settle(
        self,
        mail: &OutgoingMail,
        end: &MailEnd,
        claim: MailClaim<'_>,
    ) -> Result<(), DeskError> {
        let (command, letter) = match end {
            MailEnd::Sent => {
                let left = mail.letter.as_it_leaves();
                (NoticeCommand::Send, Some(left))
            }
            MailEnd::Refused(reason) => {
                let reason = reason.clone();
                (NoticeCommand::Bounce { reason }, None)
            }
            MailEnd::Doubtful => (NoticeCommand::Doubt, None),
            MailEnd::Later(reason) => return self.later(claim, reason).map(drop),
        };
        let write = self.write;
        self.end(mail.id, &command, letter)?;
        Ok(write.end_mail(mail.id)?)
    }

    /// Puts it off until the next try; true where that was the last.
    fn later(self, claim: MailClaim<'_>, reason: &str) -> Result<bool, DeskError> {
        let tries = claim.tries + 1;
        if let Some(next) = next_try(tries, claim.at) {
            let claim = MailClaim { tries, ..claim };
            self.write.put_off(claim, next, reason)?;
            return Ok(false);
        }
        let bounce = NoticeCommand::Bounce {
            reason: reason.to_owned(),
        };
        let write = self.write;
        self.end(claim.id, &bounce, None)?;
        write.end_mail(claim.id)?;
        Ok(true)
    }

    /// Records the end of a notice; nothing where a clerk has settled it meanwhile.
    fn end(
        self,
        id: NoticeId,
        command: &NoticeCommand,
        letter: Option<Prose>,
    ) -> Result<(), DeskError> {
        let reader = self.write.reader();
        let found = reader.case(id.number)?;
        let (mut case, _) = found.ok_or(DeskError::NoSuchCase(id.number))?;
        let rules = self.rules.version(reader, case.intake.charter)?;
        let signer = signer(reader, &case.officer, self.actor)?;
        let context = Context {
            signer: Some(&signer),
            ..rules.context(self.write.now, self.actor)
        };
        let mut fact = match decide_notice(&case, id.key, command, &context) {
            Ok(fact) => fact,
            Err(Refusal::Notice(_)) => return Ok(()),
            Err(refusal) => return Err(refusal.into()),
        };
        if let Some(letter) = letter {
            keep_letter(&mut fact, letter);
        }
        case.apply(&fact);
        Ok(self.write.record(&Commit {
            facts: std::slice::from_ref(&fact),
            outline: &case.outline(),
            deadlines: &case_deadlines(&case, &rules)?,
            party: &reader.party(id.number)?,
            person: PersonChange::Unchanged,
            notices: &[],
        })?)
    }
}

impl CaseView {
    /// The letter of a notice as a clerk wrote it anew; `None` where it goes out as the office's letter.
    pub fn edited_letter(&self, id: NoticeId) -> Option<&Prose> {
        let standing = self
            .notice_facts(id.key)
            .filter(|(fact, _)| revoked_by(&self.case.revoked, fact.seq).is_none());
        let edits = standing.filter_map(|(_, what)| what.edit());
        edits.last()?
    }

    /// The letter of a notice as it left, where it was kept.
    pub fn kept_letter(&self, id: NoticeId) -> Option<&Prose> {
        let facts = self.notice_facts(id.key);
        facts.filter_map(|(_, what)| what.letter()).last()
    }
}

#[cfg(test)]
mod tests;
