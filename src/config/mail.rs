//! `[mail]` of `config.toml`: the server that takes the office's mail.

use super::file::FaultKind;
use crate::words::closed_set;
use std::{
    fs::File,
    io::{self, Read},
    net::IpAddr,
    os::unix::fs::MetadataExt,
    path::PathBuf,
};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// The most bytes of a password that are read.
const MOST_BYTES: u64 = 1024;

const KEYS: &[&str] = &[
    "host",
    "port",
    "tls",
    "insecure",
    "user",
    "password_file",
    "from",
    "reply_to",
    "hold_minutes",
    "timeout",
];

closed_set! {
    /// How the connection is protected.
    MailTls {
        /// It begins in the clear and changes over before anything is said.
        Starttls = "starttls", "STARTTLS", "STARTTLS";
        /// From the first byte.
        Tls = "tls", "TLS", "TLS";
        /// Not at all: to this machine only, unless it is said twice.
        None = "none", "없음", "none";
    }
}

/// The mail server, and as whom the office writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailSettings {
    pub host: String,
    pub port: u16,
    pub tls: MailTls,
    /// `None` where the server asks for no login.
    pub user: Option<String>,
    /// Readable by its owner alone.
    pub password_file: Option<PathBuf>,
    pub from: String,
    pub reply_to: Option<String>,
    /// How long a notice is kept, so that it can be taken back.
    pub hold_minutes: u32,
    /// Seconds for one letter in all, and as many to connect and log in.
    pub timeout: u32,
}

/// Why the password cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    #[error("{path}: {source}")]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{path} can be read by others")]
    Open { path: PathBuf },
    #[error("{path} is empty")]
    Empty { path: PathBuf },
}

impl MailSettings {
    /// True for a server on this machine.
    pub fn is_local(&self) -> bool {
        let named = self.host.eq_ignore_ascii_case("localhost");
        let address: Option<IpAddr> = self.host.parse().ok();
        named || address.is_some_and(|address| address.is_loopback())
    }

    /// The domain of the office's address.
    pub fn domain(&self) -> &str {
        let after = self.from.rsplit_once('@').map(|(_, domain)| domain);
        after.unwrap_or_default().trim_end_matches('>')
    }

    /// Reads the password; `None` where none is asked for.
    ///
    /// # Errors
    /// The file cannot be read, is empty, or others can read it.
    pub fn password(&self) -> Result<Option<String>, PasswordError> {
        let Some(path) = &self.password_file else {
            return Ok(None);
        };
        let path = path.clone();
        let unreadable = |source| PasswordError::Unreadable {
            path: path.clone(),
            source,
        };
        // Of the file that is read, whatever stands under its name by then.
        let file = File::open(&path).map_err(unreadable)?;
        let mode = file.metadata().map_err(unreadable)?.mode();
        if mode & 0o077 != 0 {
            return Err(PasswordError::Open { path });
        }
        let mut text = String::new();
        file.take(MOST_BYTES)
            .read_to_string(&mut text)
            .map_err(unreadable)?;
        match text.trim_end_matches(['\r', '\n']) {
            "" => Err(PasswordError::Empty { path }),
            password => Ok(Some(password.to_owned())),
        }
    }
}

/// Reads the table, which begins at the offset; reports every fault with its offset and key.
pub(super) fn read<'a>(
    table: &'a DeTable<'_>,
    at: usize,
) -> Result<MailSettings, Vec<(usize, &'a str, FaultKind)>> {
    let mut stated = Stated::default();
    let mut wrong = Vec::new();
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        let place = value.span().start;
        match stated.take(name, value) {
            None => {}
            Some(kind @ FaultKind::UnknownKey { .. }) => wrong.push((key.span().start, name, kind)),
            Some(kind) => wrong.push((place, name, kind)),
        }
    }
    let settings = stated.settings(at, &mut wrong);
    match settings {
        Some(settings) if wrong.is_empty() => Ok(settings),
        _ => Err(wrong),
    }
}

#[derive(Default)]
struct Stated {
    host: Option<String>,
    port: Option<u16>,
    tls: Option<MailTls>,
    insecure: bool,
    user: Option<String>,
    password_file: Option<PathBuf>,
    from: Option<String>,
    reply_to: Option<String>,
    hold_minutes: Option<u32>,
    timeout: Option<u32>,
}

impl Stated {
    fn take(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<FaultKind> {
        let value = value.get_ref();
        let said = value.as_str().filter(|said| !said.is_empty());
        let text = || said.map(str::to_owned);
        let address = || said.filter(|said| is_address(said)).map(str::to_owned);
        let not = |allowed| Some(FaultKind::Value { allowed });
        let (found, allowed) = match key {
            "host" => (put(&mut self.host, text()), "\"mail.example.kr\""),
            "port" => (put(&mut self.port, number(value, 1, 65_535)), "1-65535"),
            "tls" => {
                let tls = said.and_then(|said| said.parse().ok());
                (put(&mut self.tls, tls), "\"starttls\", \"tls\", \"none\"")
            }
            "insecure" => {
                self.insecure = value.as_bool().unwrap_or_default();
                (value.as_bool().is_some(), "true, false")
            }
            "user" => (put(&mut self.user, text()), "\"login\""),
            "password_file" => {
                let path = said.map(PathBuf::from);
                (put(&mut self.password_file, path), "\"/path/to/file\"")
            }
            "from" => (put(&mut self.from, address()), "\"desk@example.kr\""),
            "reply_to" => (put(&mut self.reply_to, address()), "\"desk@example.kr\""),
            "hold_minutes" => (put(&mut self.hold_minutes, number(value, 0, 60)), "0-60"),
            "timeout" => (put(&mut self.timeout, number(value, 1, 600)), "1-600"),
            _ => return Some(FaultKind::UnknownKey { known: KEYS }),
        };
        if found { None } else { not(allowed) }
    }

    fn settings(
        self,
        at: usize,
        wrong: &mut Vec<(usize, &str, FaultKind)>,
    ) -> Option<MailSettings> {
        let mut missing = |key| wrong.push((at, "mail", FaultKind::Missing { key }));
        if self.host.is_none() {
            missing("host");
        }
        if self.from.is_none() {
            missing("from");
        }
        match (&self.user, &self.password_file) {
            (Some(_), None) => missing("password_file"),
            (None, Some(_)) => missing("user"),
            (None, None) | (Some(_), Some(_)) => {}
        }
        let tls = self.tls.unwrap_or(MailTls::Starttls);
        let settings = MailSettings {
            host: self.host?,
            port: self.port.unwrap_or(match tls {
                MailTls::Starttls => 587,
                MailTls::Tls => 465,
                MailTls::None => 25,
            }),
            tls,
            user: self.user,
            password_file: self.password_file,
            from: self.from?,
            reply_to: self.reply_to,
            hold_minutes: self.hold_minutes.unwrap_or(3),
            timeout: self.timeout.unwrap_or(60),
        };
        if settings.tls == MailTls::None && !settings.is_local() && !self.insecure {
            wrong.push((at, "mail", FaultKind::ClearMail));
        }
        Some(settings)
    }
}

/// Stores a value; false where there is none.
fn put<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    *place = value;
    place.is_some()
}

/// A whole number within bounds.
pub(super) fn number<T: TryFrom<i64>>(value: &DeValue<'_>, least: i64, most: i64) -> Option<T> {
    let number = value.as_integer()?.as_str().parse().ok()?;
    let fits = (least..=most).contains(&number);
    T::try_from(number).ok().filter(|_| fits)
}

/// One mailbox at a domain, without a line break.
fn is_address(said: &str) -> bool {
    let clean = !said
        .chars()
        .any(|c| c.is_control() || c.is_whitespace() || c == ',' || c == ';');
    let Some((name, domain)) = said.split_once('@') else {
        return false;
    };
    let known = domain == "localhost" || domain.contains('.');
    clean && known && !name.is_empty() && !domain.contains('@')
}
