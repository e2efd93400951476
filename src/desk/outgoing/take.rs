//! Notices that the office's own program sends as text messages, and answers for.

use super::{Record, owner};
use crate::{
    desk::{Desk, DeskError, letters::Written},
    domain::{
        command::NoticeCommand,
        letter::{Addressed, message},
        notice::NoticeId,
        petitioner::ReplyWay,
        rights::Operation,
    },
    store::{MailClaim, WaitingMail},
};
use chrono::Duration;

/// How many notices are looked at in one reading.
const PAGE: u32 = 200;
/// How long the office's program may take to answer; after that nobody knows whether the message went out.
const PATIENCE: Duration = Duration::hours(1);

/// A notice that another program sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextMessage {
    pub id: NoticeId,
    /// The telephone, as it was typed.
    pub phone: String,
    pub text: String,
}

impl Desk {
    /// Gives away the notices of people who want text messages, at most so many, the oldest first. Who takes them answers with
    /// told or failed; what has no answer after an hour is not known to have arrived.
    ///
    /// # Errors
    /// The actor may not send; the file cannot be read or written.
    pub fn take_messages(&mut self, limit: usize) -> Result<Vec<TextMessage>, DeskError> {
        self.actor.role.allow(Operation::Send)?;
        self.settle_taken()?;
        let wanted = self.messages(limit)?;
        if wanted.is_empty() {
            return Ok(wanted);
        }
        let write = self.store.write(&self.actor, Operation::Send)?;
        let owner = owner(&self.actor);
        let mut taken = Vec::new();
        for one in wanted {
            // Another call may have been faster.
            if write.reader().is_outgoing(one.id)? || !super::still_waits(&write, one.id)? {
                continue;
            }
            write.give_away(MailClaim {
                id: one.id,
                owner: &owner,
                at: write.now,
                tries: 0,
            })?;
            taken.push(one);
        }
        write.commit()?;
        Ok(taken)
    }

    fn messages(&mut self, limit: usize) -> Result<Vec<TextMessage>, DeskError> {
        let mut found = Vec::new();
        let mut after: Option<WaitingMail> = None;
        while found.len() < limit {
            let page = self
                .store
                .reader()
                .waiting_for_staff(after.as_ref(), PAGE)?;
            let Some(last) = page.last() else {
                break;
            };
            for waiting in &page {
                if found.len() < limit {
                    found.extend(self.message_of(waiting.id)?);
                }
            }
            after = Some(last.clone());
        }
        Ok(found)
    }

    /// The message of a notice; `None` where the person wants none, or no message can tell it.
    fn message_of(&mut self, id: NoticeId) -> Result<Option<TextMessage>, DeskError> {
        let view = self.case(id.number)?;
        let wants = view.case.intake.petitioner.reply_by == Some(ReplyWay::Sms);
        let denied = view.case.denials.contains(&id.key.seq);
        let phone = view.party.phone.clone();
        if !wants || denied || phone.is_empty() {
            return Ok(None);
        }
        let mut notices = view.notices.iter();
        let Some(notice) = notices.find(|notice| notice.key() == id.key) else {
            return Ok(None);
        };
        let to = Written {
            key: id.key,
            signed: &notice.signed,
            done: None,
        };
        let text = self.with_source(&view, &view.party, to, |source, _| {
            let addressed = Addressed {
                key: id.key,
                recipient: notice.recipient,
                to: "",
            };
            message(id.key.kind, &source.values(addressed))
        })?;
        Ok(text.map(|text| TextMessage { id, phone, text }))
    }

    /// Records of what had no answer for long that nobody knows whether it arrived.
    fn settle_taken(&mut self) -> Result<(), DeskError> {
        let before = self.now() - PATIENCE;
        if self.store.reader().taken_before(before)?.is_empty() {
            return Ok(());
        }
        let write = self.store.write(&self.actor, Operation::Send)?;
        for id in write.reader().taken_before(before)? {
            let record = Record::of(&write, &mut self.rules, &self.actor);
            record.end(id, &NoticeCommand::Doubt, None)?;
            write.end_mail(id)?;
        }
        Ok(write.commit()?)
    }
}
