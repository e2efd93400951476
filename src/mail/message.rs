//! A letter as a mail: heads, text and page, and the form in which its text goes over the line.

use crate::{
    config::MailSettings,
    desk::OutgoingMail,
    words::{Lang, Say, mail as words},
};
use chrono::{DateTime, Utc};
use lettre::{
    Address, Message,
    message::{
        Mailbox, MultiPart,
        header::{Header, HeaderName, HeaderValue},
    },
};
use std::error::Error;

/// Why a letter is no mail.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Unwritable {
    #[error("{0:?} is no address")]
    Address(String),
    #[error("{0}")]
    Message(String),
}

impl Say for Unwritable {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Address(_) => words::NO_ADDRESS.get(lang).to_owned(),
            Self::Message(what) => words::NO_MESSAGE.of(lang, &[("what", what.clone())]),
        }
    }
}

/// Tells other programs that no person wrote it, so that none answers by itself (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// Writes a mail, with the final dot.
pub(super) fn write(
    mail: &OutgoingMail,
    settings: &MailSettings,
    now: DateTime<Utc>,
) -> Result<String, Unwritable> {
    let mailbox = |address: &str| {
        let parsed: Result<Address, _> = address.trim().parse();
        parsed.map(|address| Mailbox::new(None, address))
    };
    let no_address = |address: &str| Unwritable::Address(address.to_owned());
    let to = mailbox(&mail.to).ok().ok_or_else(|| no_address(&mail.to))?;
    let from = mailbox(&settings.from);
    let from = from.ok().ok_or_else(|| no_address(&settings.from))?;
    let id = format!("<{}@{}>", mail.message_id, settings.domain());
    let mut builder = Message::builder()
        .from(from)
        .to(to)
        .subject(mail.letter.subject.clone())
        .message_id(Some(id))
        .date(now.into())
        .header(AutoSubmitted);
    if let Some(reply) = settings.reply_to.as_deref() {
        let reply_to = mailbox(reply).ok().ok_or_else(|| no_address(reply))?;
        builder = builder.reply_to(reply_to);
    }
    let parts = MultiPart::alternative_plain_html(mail.letter.text.clone(), mail.letter.html());
    let message = builder.multipart(parts);
    let message = message.map_err(|error| Unwritable::Message(error.to_string()))?;
    let text = String::from_utf8(message.formatted());
    let text = text.map_err(|error| Unwritable::Message(error.to_string()))?;
    Ok(over_the_line(&text))
}

/// The text with every line that begins with a dot given another, and the line that ends it (RFC 5321, 4.5.2).
fn over_the_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    for line in text.split_inclusive('\n') {
        if line.starts_with('.') {
            out.push('.');
        }
        out.push_str(line);
    }
    if !out.ends_with("\r\n") {
        out.push_str("\r\n");
    }
    out.push_str(".\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_begins_with_a_dot_gets_another_and_one_dot_ends_the_text() {
        for (text, sent) in [
            ("a\r\nb\r\n", "a\r\nb\r\n.\r\n"),
            ("a", "a\r\n.\r\n"),
            (".\r\n", "..\r\n.\r\n"),
            ("a\r\n.b\r\n..\r\n", "a\r\n..b\r\n...\r\n.\r\n"),
            ("", "\r\n.\r\n"),
        ] {
            assert_eq!(over_the_line(text), sent, "{text:?}");
        }
    }
}
