//! A conversation with a mail server, step by step, so that it is known whether a text was handed over.
//!
//! The crate limits each read; a server that says one byte a second would hold a letter for hours. So the line is spoken on a
//! thread of its own, and each letter has one limit in all. The thread does nothing that it was not asked for: one that was
//! given up before the text never sends it.

use crate::{
    config::{MailSettings, MailTls},
    desk::MailEnd,
};
use lettre::{
    Address,
    transport::smtp::{
        Error as SmtpError,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{SmtpConnection, TlsParameters},
        commands::{Data, Mail, Rcpt},
        extension::ClientId,
    },
};
use std::{
    error::Error,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    thread,
    time::{Duration, Instant},
};

/// The most characters of a server's words that are kept.
const MOST_WORDS: usize = 300;

/// What a server said to sender and recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Begun {
    /// It waits for the text.
    Ready,
    /// It never takes mail for that recipient.
    Refused(String),
    /// Not now.
    Later(String),
    /// The line is gone, or the server does not let the program in.
    Broken(String),
}

/// What the thread is asked.
enum Ask {
    Begin { from: String, to: String },
    Text(String),
    Quit,
}

/// What the thread answers.
enum Said {
    Opened(Result<(), String>),
    Begun(Begun),
    Ended(MailEnd, Line),
}

/// Whether another letter can follow on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Stands,
    Gone,
}

/// An open line to a server.
#[derive(Debug)]
pub(super) struct Session {
    ask: Sender<Ask>,
    said: Receiver<Said>,
    limit: Duration,
    /// When the letter under way has taken too long.
    until: Instant,
    line: Line,
}

impl Session {
    /// Connects, changes over to TLS and logs in.
    ///
    /// # Errors
    /// What the server or the system says.
    pub(super) fn open(settings: &MailSettings, password: Option<&str>) -> Result<Self, String> {
        let limit = Duration::from_secs(settings.timeout.into());
        let (ask, asked) = channel();
        let (say, said) = channel();
        let (settings, password) = (settings.clone(), password.map(str::to_owned));
        let speak = move || {
            let (opened, line) = match connected(&settings, password, limit) {
                Ok(line) => (Ok(()), Some(line)),
                Err(reply) => (Err(reply), None),
            };
            let heard = say.send(Said::Opened(opened)).is_ok();
            if let Some(line) = line.filter(|_| heard) {
                speak(line, &asked, &say);
            }
        };
        let builder = thread::Builder::new().name("mail".to_owned());
        builder.spawn(speak).map_err(|error| error.to_string())?;
        match said.recv_timeout(limit) {
            Ok(Said::Opened(Ok(()))) => Ok(Self {
                ask,
                said,
                limit,
                until: Instant::now() + limit,
                line: Line::Stands,
            }),
            Ok(Said::Opened(Err(reply))) => Err(reply),
            Ok(Said::Begun(_) | Said::Ended(..)) | Err(RecvTimeoutError::Disconnected) => {
                Err(GONE.to_owned())
            }
            Err(RecvTimeoutError::Timeout) => Err(too_long(limit)),
        }
    }

    /// Names sender and recipient, and asks to hand the text over.
    pub(super) fn begin(&mut self, from: &str, to: &str) -> Begun {
        self.until = Instant::now() + self.limit;
        let (from, to) = (from.to_owned(), to.to_owned());
        match self.answer(Ask::Begin { from, to }) {
            Ok(Said::Begun(begun)) => begun,
            Ok(Said::Opened(_) | Said::Ended(..)) => Begun::Broken(GONE.to_owned()),
            Err(why) => Begun::Broken(why),
        }
    }

    /// Hands the text over, with its final dot.
    pub(super) fn text(&mut self, text: &str) -> MailEnd {
        match self.answer(Ask::Text(text.to_owned())) {
            Ok(Said::Ended(end, line)) => {
                self.line = line;
                end
            }
            Ok(Said::Opened(_) | Said::Begun(_)) | Err(_) => {
                self.line = Line::Gone;
                MailEnd::Doubtful
            }
        }
    }

    /// True where the line ended.
    pub(super) fn is_broken(&self) -> bool {
        self.line == Line::Gone
    }

    /// Takes leave of the server, and does not wait for its answer.
    pub(super) fn quit(self) {
        // A thread that is gone has no line to close.
        let _gone = self.ask.send(Ask::Quit);
    }

    fn answer(&mut self, ask: Ask) -> Result<Said, String> {
        let gone = || GONE.to_owned();
        self.ask.send(ask).ok().ok_or_else(gone)?;
        let left = self.until.saturating_duration_since(Instant::now());
        match self.said.recv_timeout(left) {
            Ok(said) => Ok(said),
            Err(RecvTimeoutError::Timeout) => Err(too_long(self.limit)),
            Err(RecvTimeoutError::Disconnected) => Err(gone()),
        }
    }
}

const GONE: &str = "the connection ended";

fn too_long(limit: Duration) -> String {
    format!("no answer within {} s", limit.as_secs())
}

fn connected(
    settings: &MailSettings,
    password: Option<String>,
    limit: Duration,
) -> Result<SmtpConnection, String> {
    let words = |error: SmtpError| words(&error);
    let hello = ClientId::default();
    let tls = || TlsParameters::new(settings.host.clone());
    let server = (settings.host.as_str(), settings.port);
    let mut line = match settings.tls {
        MailTls::None => SmtpConnection::connect(server, Some(limit), &hello, None, None),
        MailTls::Starttls => SmtpConnection::connect(server, Some(limit), &hello, None, None)
            .and_then(|mut line| line.starttls(&tls()?, &hello).map(|()| line)),
        MailTls::Tls => tls()
            .and_then(|tls| SmtpConnection::connect(server, Some(limit), &hello, Some(&tls), None)),
    }
    .map_err(words)?;
    if let (Some(user), Some(password)) = (settings.user.clone(), password) {
        let login = Credentials::new(user, password);
        line.auth(DEFAULT_MECHANISMS, &login).map_err(words)?;
    }
    Ok(line)
}

/// Does what it is asked until nobody asks any more.
fn speak(mut line: SmtpConnection, asked: &Receiver<Ask>, say: &Sender<Said>) {
    while let Ok(ask) = asked.recv() {
        let said = match ask {
            Ask::Begin { from, to } => Said::Begun(begin(&mut line, &from, &to)),
            Ask::Text(text) => {
                let (end, stands) = hand_over(&mut line, text);
                Said::Ended(end, stands)
            }
            Ask::Quit => {
                // It was told all; what it answers changes nothing.
                let _answer = line.quit();
                return;
            }
        };
        if say.send(said).is_err() {
            return;
        }
    }
}

fn begin(line: &mut SmtpConnection, from: &str, to: &str) -> Begun {
    let address = |typed: &str| typed.trim().parse::<Address>();
    let (from, to) = match (address(from), address(to)) {
        (Ok(from), Ok(to)) => (from, to),
        (_, Err(error)) | (Err(error), _) => return Begun::Refused(error.to_string()),
    };
    // A sender that is refused is the office's fault, not that of the recipient.
    if let Err(error) = line.command(Mail::new(Some(from), Vec::new())) {
        return Begun::Broken(words(&error));
    }
    let named = line.command(Rcpt::new(to, Vec::new()));
    match named.and_then(|_| line.command(Data)) {
        Ok(_) => Begun::Ready,
        Err(error) if error.is_permanent() || error.is_transient() => {
            let reply = words(&error);
            if line.command("RSET\r\n").is_err() {
                return Begun::Broken(reply);
            }
            if error.is_permanent() {
                Begun::Refused(reply)
            } else {
                Begun::Later(reply)
            }
        }
        Err(error) => Begun::Broken(words(&error)),
    }
}

/// Writes text and final dot at once: in two writes the second waits for an acknowledgement that is held back (Nagle).
fn hand_over(line: &mut SmtpConnection, text: String) -> (MailEnd, Line) {
    match line.command(text) {
        Ok(_) => (MailEnd::Sent, Line::Stands),
        Err(error) if error.is_permanent() => (MailEnd::Refused(words(&error)), Line::Stands),
        Err(error) if error.is_transient() => (MailEnd::Later(words(&error)), Line::Stands),
        Err(_) => (MailEnd::Doubtful, Line::Gone),
    }
}

/// What the server or the system said, in one line.
fn words(error: &SmtpError) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(because) = cause {
        let because_said = because.to_string();
        if !said.contains(&because_said) {
            said.push_str(": ");
            said.push_str(&because_said);
        }
        cause = because.source();
    }
    let line = said.chars().map(|c| if c.is_control() { ' ' } else { c });
    line.take(MOST_WORDS).collect()
}
