//! Mail: takes what is due out of the outbox, one program at a time, and hands it to the office's mail server.
//!
//! Each letter is claimed, announced to the server, marked as being handed over, and only then handed over, text and final dot
//! in one write: so it is known of every letter whether its text may have left. Must not know SQL, nor how results are shown.

mod message;
mod session;

use crate::{
    config::{MailSettings, PasswordError},
    desk::{Desk, DeskError, MailEnd, OutgoingMail, SendingTurn, WaitingMail},
    words::{Lang, Say, mail as text},
};
use chrono::{DateTime, Duration, Utc};
use session::{Begun, Session};
use std::sync::atomic::{AtomicBool, Ordering};

/// How many mails are claimed at once.
const BATCH: u32 = 20;

/// What came of one pass over the outbox.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passed {
    pub sent: usize,
    /// Refused for good.
    pub failed: usize,
    /// Handed over, and nobody knows whether they arrived.
    pub doubtful: usize,
    /// To be tried again later, those of earlier passes too.
    pub later: usize,
    /// Why the server could not be reached, in its own words or the system's.
    pub unreachable: Option<String>,
    /// Another program is sending, and nothing was done here.
    pub elsewhere: bool,
}

impl Passed {
    /// True where something did not get through.
    pub const fn is_troubled(&self) -> bool {
        self.failed + self.doubtful + self.later > 0 || self.unreachable.is_some()
    }
}

/// Why no mail can be sent at all.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// A practice desk sends to this machine only.
    #[error("{host} is not this machine")]
    PracticeElsewhere { host: String },
    /// The server did not let the program in.
    #[error("{host}:{port}: {reply}")]
    Refused {
        host: String,
        port: u16,
        reply: String,
    },
}

impl MailError {
    /// True for what stands wrongly in the configuration.
    pub const fn is_configuration(&self) -> bool {
        match self {
            Self::Password(_) | Self::PracticeElsewhere { .. } => true,
            Self::Desk(_) | Self::Refused { .. } => false,
        }
    }
}

impl Say for MailError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Desk(error) => error.say(lang),
            Self::Password(PasswordError::Unreadable { path, source }) => {
                let values = [
                    ("path", path.display().to_string()),
                    ("what", source.to_string()),
                ];
                text::PASSWORD_UNREADABLE.of(lang, &values)
            }
            Self::Password(PasswordError::Open { path }) => {
                text::PASSWORD_OPEN.of(lang, &[("path", path.display().to_string())])
            }
            Self::Password(PasswordError::Empty { path }) => {
                text::PASSWORD_EMPTY.of(lang, &[("path", path.display().to_string())])
            }
            Self::PracticeElsewhere { host } => {
                text::PRACTICE_ELSEWHERE.of(lang, &[("host", host.clone())])
            }
            Self::Refused { host, port, reply } => {
                let values = [
                    ("server", format!("{host}:{port}")),
                    ("reply", reply.clone()),
                ];
                text::SERVER_REFUSED.of(lang, &values)
            }
        }
    }
}

/// The mail server of an office.
#[derive(Clone, Debug)]
pub struct Mailer {
    settings: MailSettings,
    password: Option<String>,
}

impl Mailer {
    /// Reads the password, and checks that the desk may use the server.
    ///
    /// # Errors
    /// The password cannot be read or is open to others; a practice desk would send to another machine.
    pub fn new(settings: &MailSettings, desk: &Desk) -> Result<Self, MailError> {
        if desk.is_practice()? && !settings.is_local() {
            let host = settings.host.clone();
            return Err(MailError::PracticeElsewhere { host });
        }
        Ok(Self {
            settings: settings.clone(),
            password: settings.password()?,
        })
    }

    /// Greets the server and logs in, and sends nothing.
    ///
    /// # Errors
    /// What the server or the system says.
    pub fn check(&self) -> Result<(), MailError> {
        let session = self.open().map_err(|reply| MailError::Refused {
            host: self.settings.host.clone(),
            port: self.settings.port,
            reply,
        })?;
        session.quit();
        Ok(())
    }

    /// Sends what is due, at most so many letters, until it is told to stop; nothing while another program sends.
    ///
    /// # Errors
    /// The actor may not send; the database cannot be read or written.
    pub fn pass(
        &self,
        desk: &mut Desk,
        most: usize,
        stop: &AtomicBool,
    ) -> Result<Passed, DeskError> {
        let Some(turn) = desk.take_sending_turn()? else {
            return Ok(Passed {
                elsewhere: true,
                ..Passed::default()
            });
        };
        let doubtful = desk.settle_abandoned(&turn)?;
        let mut pass = Pass {
            mailer: self,
            turn,
            session: None,
            stop,
            done: Passed {
                doubtful,
                ..Passed::default()
            },
        };
        let hold = Duration::minutes(self.settings.hold_minutes.into());
        let mut left = most;
        while left > 0 && pass.done.unreachable.is_none() && !pass.stops() {
            let limit = u32::try_from(left).unwrap_or(BATCH).min(BATCH);
            let claimed = desk.claim_mails(&pass.turn, hold, limit)?;
            if claimed.is_empty() {
                break;
            }
            left = left.saturating_sub(claimed.len());
            pass.batch(desk, &claimed)?;
        }
        if let Some(session) = pass.session {
            session.quit();
        }
        pass.done.later = desk.mails_put_off()?;
        Ok(pass.done)
    }

    fn open(&self) -> Result<Session, String> {
        Session::open(&self.settings, self.password.as_deref())
    }
}

/// A pass under way.
struct Pass<'a> {
    mailer: &'a Mailer,
    turn: SendingTurn,
    session: Option<Session>,
    stop: &'a AtomicBool,
    done: Passed,
}

impl Pass<'_> {
    fn batch(&mut self, desk: &mut Desk, claimed: &[WaitingMail]) -> Result<(), DeskError> {
        let mut before: Option<(OutgoingMail, MailEnd)> = None;
        for (at, waiting) in claimed.iter().enumerate() {
            if self.stops() {
                // What is claimed still waits again with the next pass.
                break;
            }
            let Some((mail, text)) = self.written(desk, waiting)? else {
                continue;
            };
            let (end, unreachable) = match self.begin(&mail) {
                Begun::Ready => {
                    let ended = before.as_ref().map(|(mail, end)| (mail, end));
                    let goes = desk.hand_on(&self.turn, ended, Some(&mail))?;
                    self.count(before.take());
                    if goes {
                        before = self.text(&text).map(|end| (mail, end));
                    } else {
                        // The server waits for the text: only an end of the line takes that back.
                        self.session = None;
                    }
                    continue;
                }
                Begun::Refused(reply) => (MailEnd::Refused(reply), None),
                Begun::Later(reply) => (MailEnd::Later(reply), None),
                Begun::Broken(reply) => {
                    self.session = None;
                    (MailEnd::Later(reply.clone()), Some(reply))
                }
            };
            self.record(desk, before.take())?;
            self.record(desk, Some((mail, end)))?;
            if let Some(reply) = unreachable {
                let rest = claimed.get(at + 1..).unwrap_or_default();
                let failed = desk.put_off(&self.turn, rest, &reply)?;
                self.done.failed += failed;
                self.done.unreachable = Some(reply);
                return Ok(());
            }
        }
        self.record(desk, before)
    }

    fn stops(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// The mail and its text as it goes over the line; `None` where it cannot be written, which is recorded.
    fn written(
        &mut self,
        desk: &mut Desk,
        waiting: &WaitingMail,
    ) -> Result<Option<(OutgoingMail, String)>, DeskError> {
        let now: DateTime<Utc> = desk.now();
        let settings = &self.mailer.settings;
        let why = match desk.outgoing_mail(waiting)? {
            Ok(mail) => match message::write(&mail, settings, now) {
                Ok(text) => return Ok(Some((mail, text))),
                Err(why) => why.say(Lang::Ko),
            },
            Err(error) => error.say(Lang::Ko),
        };
        desk.cannot_be_written(&self.turn, waiting.id, &why)?;
        self.done.failed += 1;
        Ok(None)
    }

    /// Names sender and recipient. A line on which letters went before is opened once more: many servers end it after so many.
    fn begin(&mut self, mail: &OutgoingMail) -> Begun {
        let from = &self.mailer.settings.from;
        if let Some(session) = &mut self.session {
            let begun = session.begin(from, &mail.to);
            if !matches!(begun, Begun::Broken(_)) {
                return begun;
            }
        }
        let mut session = match self.mailer.open() {
            Ok(session) => session,
            Err(reply) => return Begun::Broken(reply),
        };
        let begun = session.begin(from, &mail.to);
        self.session = Some(session);
        begun
    }

    /// Hands a text over; the session ends where its line did.
    fn text(&mut self, text: &str) -> Option<MailEnd> {
        let end = self.session.as_mut()?.text(text);
        if self.session.as_ref().is_some_and(Session::is_broken) {
            self.session = None;
        }
        Some(end)
    }

    fn record(
        &mut self,
        desk: &mut Desk,
        ended: Option<(OutgoingMail, MailEnd)>,
    ) -> Result<(), DeskError> {
        if let Some((mail, end)) = &ended {
            desk.hand_on(&self.turn, Some((mail, end)), None)?;
        }
        self.count(ended);
        Ok(())
    }

    fn count(&mut self, ended: Option<(OutgoingMail, MailEnd)>) {
        match ended.map(|(_, end)| end) {
            None | Some(MailEnd::Later(_)) => {}
            Some(MailEnd::Sent) => self.done.sent += 1,
            Some(MailEnd::Refused(_)) => self.done.failed += 1,
            Some(MailEnd::Doubtful) => self.done.doubtful += 1,
        }
    }
}
