//! `minwon notices`: what leaves the desk, and what became of it.

use super::{
    Failure, console::Console, document, intake::time, letter, show::next_due, table::Table, value,
};
use crate::{
    desk::{Desk, FailureKind, NoticeOrder, NoticeRow},
    domain::{
        case::CaseNumber,
        command::NoticeCommand,
        late::EntryTime,
        letter::{LetterFormat, LetterKind},
        notice::{InformalReason, Medium, NoticeId, NoticeKind, NoticeState, NoticeWay},
    },
    words::{Say, cli as text},
};
use chrono_tz::Tz;
use clap::{Args, Subcommand};
use serde::Serialize;

#[derive(Debug, Args)]
pub(super) struct NoticesArgs {
    /// Only those that stand so
    #[arg(long, value_parser = value::word(NoticeState::ALL, NoticeState::id))]
    status: Option<NoticeState>,
    /// Only those of my cases
    #[arg(long)]
    mine: bool,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    #[command(subcommand)]
    action: Option<NoticeAction>,
}

#[derive(Debug, Subcommand)]
enum NoticeAction {
    /// Print its letter as it goes out, with the complainant masked
    Show {
        /// The id of the notice, such as 2026-000412/5/result/1
        id: NoticeId,
        /// As text or as one HTML page
        #[arg(long, default_value_t = LetterFormat::Text, value_parser = value::word(LetterFormat::ALL, LetterFormat::id))]
        format: LetterFormat,
    },
    /// Record that it was told, by telephone, by a letter or however
    Told(Box<ToldArgs>),
    /// Keep it back
    Hold {
        /// The id of the notice, such as 2026-000412/5/result/1
        id: NoticeId,
    },
    /// Let a notice that was kept back go out
    Release {
        /// The id of the notice, such as 2026-000412/5/result/1
        id: NoticeId,
    },
    /// Claim notices that the office's own program sends, and print numbers and texts as JSON
    Take {
        /// How that program sends them
        #[arg(long, value_parser = value::word(&[NoticeWay::Sms], NoticeWay::id))]
        medium: NoticeWay,
        /// How many at most
        #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..=1000))]
        limit: u16,
    },
    /// Change this one letter before it goes
    Edit {
        /// The id of the notice, such as 2026-000412/5/result/1
        id: NoticeId,
        /// The file with its text; `-` reads it from standard input
        #[arg(required_unless_present = "reset", conflicts_with = "reset")]
        file: Option<String>,
        /// Let it go out as the office's letter again
        #[arg(long)]
        reset: bool,
    },
    /// Let a notice that failed, or may have, be sent once more
    Retry {
        /// The id of the notice, such as 2026-000412/5/result/1
        id: NoticeId,
    },
    /// Record that it did not go out, or came back
    Failed {
        /// The id of the notice, such as 2026-000412/5/result/1
        id: NoticeId,
        /// Why
        #[arg(long, default_value = "", hide_default_value = true)]
        reason: String,
    },
}

#[derive(Debug, Args)]
struct ToldArgs {
    /// The id of the notice, such as 2026-000412/5/result/1
    id: NoticeId,
    /// How it was told
    #[arg(long, value_parser = value::word(NoticeWay::ALL, NoticeWay::id))]
    how: Option<NoticeWay>,
    /// What was said, or what the letter says
    #[arg(long, default_value = "", hide_default_value = true)]
    text: String,
    /// Why a result was not told by a document
    #[arg(long, value_parser = value::word(InformalReason::ALL, InformalReason::id))]
    why: Option<InformalReason>,
    /// When it was told [default: now]
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// Why it is recorded only now: needed after the end of the next working day
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    late_reason: String,
    /// The number of the document in the office's document system
    #[arg(
        long,
        value_name = "NUMBER",
        default_value = "",
        hide_default_value = true
    )]
    document_number: String,
}

#[derive(Serialize)]
struct Page<'a> {
    rows: Vec<NoticeDocument<'a>>,
}

#[derive(Serialize)]
struct NoticeDocument<'a> {
    id: String,
    number: CaseNumber,
    kind: NoticeKind,
    medium: Medium,
    status: NoticeState,
    to: &'a str,
    queued_at: String,
    told_at: Option<String>,
    sent_at: Option<String>,
    how: Option<NoticeWay>,
    tries: u32,
    reason: Option<&'a str>,
}

impl<'a> NoticeDocument<'a> {
    fn new(row: &'a NoticeRow, zone: Tz) -> Self {
        Self {
            id: row.id.to_string(),
            number: row.id.number,
            kind: row.id.key.kind,
            medium: row.medium,
            status: row.status,
            to: &row.to,
            queued_at: document::stamp(row.queued_at, zone),
            told_at: row.told_at.map(|at| document::stamp(at, zone)),
            sent_at: row.sent_at.map(|at| document::stamp(at, zone)),
            how: row.how,
            tries: row.tries,
            reason: row.reason.as_deref(),
        }
    }
}

/// A letter as it goes out.
#[derive(Serialize)]
struct LetterDocument<'a> {
    id: String,
    letter: LetterKind,
    subject: &'a str,
    text: &'a str,
}

fn show(
    id: NoticeId,
    format: LetterFormat,
    desk: &mut Desk,
    console: &Console,
) -> Result<(), Failure> {
    let letter = desk.letter(id)?;
    if console.json {
        return console.document(&LetterDocument {
            id: id.to_string(),
            letter: letter.kind,
            subject: &letter.subject,
            text: &letter.text,
        });
    }
    console.print(&match format {
        LetterFormat::Text => format!("{}\n\n{}", letter.subject, letter.text),
        LetterFormat::Html => letter.html(),
    })
}

#[derive(Serialize)]
struct MessagePage<'a> {
    rows: Vec<MessageDocument<'a>>,
}

#[derive(Serialize)]
struct MessageDocument<'a> {
    id: String,
    phone: &'a str,
    text: &'a str,
}

/// Claims text messages; numbers and texts are for another program, so they are JSON always.
fn take(limit: u16, desk: &mut Desk, console: &Console) -> Result<(), Failure> {
    let taken = desk.take_messages(limit.into())?;
    let rows = taken.iter().map(|one| MessageDocument {
        id: one.id.to_string(),
        phone: &one.phone,
        text: &one.text,
    });
    console.document(&MessagePage {
        rows: rows.collect(),
    })
}

impl NoticesArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let Some(action) = &self.action else {
            return self.list(console);
        };
        if self.status.is_some() || self.mine {
            return Err(console.failure(FailureKind::Usage, text::NOTICES_FILTER, &[]));
        }
        let mut desk = console.desk()?;
        let (id, command, time) = match action {
            NoticeAction::Show { id, format } => return show(*id, *format, &mut desk, console),
            NoticeAction::Told(told) => {
                let command = NoticeCommand::Tell {
                    how: told.how,
                    text: told.text.clone(),
                    why: told.why,
                    document_number: told.document_number.clone(),
                };
                let time = EntryTime {
                    at: time(&mut desk, told.at.as_deref())?,
                    late_reason: told.late_reason.clone(),
                };
                (told.id, command, time)
            }
            NoticeAction::Hold { id } => (*id, NoticeCommand::Hold, EntryTime::NOW),
            NoticeAction::Take { limit, .. } => return take(*limit, &mut desk, console),
            NoticeAction::Edit { id, file, .. } => {
                let letter = match file {
                    Some(file) => Some(letter::read(file, console)?),
                    None => None,
                };
                (*id, NoticeCommand::Edit { letter }, EntryTime::NOW)
            }
            NoticeAction::Retry { id } => (*id, NoticeCommand::Retry, EntryTime::NOW),
            NoticeAction::Release { id } => (*id, NoticeCommand::Release, EntryTime::NOW),
            NoticeAction::Failed { id, reason } => {
                let reason = reason.clone();
                (*id, NoticeCommand::Fail { reason }, EntryTime::NOW)
            }
        };
        let fact = desk.run_notice(&NoticeOrder { id, command, time })?;
        let view = desk.case(id.number)?;
        let (now, lang) = (desk.now(), console.lang());
        if console.json {
            return console.document(&document::CaseDocument::new(&view, now, lang));
        }
        let (number, seq) = (id.number.to_string(), fact.seq.to_string());
        let said = fact.kind.say(lang);
        let values = [("number", &*number), ("fact", &*said), ("seq", &*seq)];
        console.line(&text::RECORDED.with(lang, &values))?;
        next_due(&view, now, lang).map_or(Ok(()), |said| console.line(&said))
    }

    fn list(&self, console: &Console) -> Result<(), Failure> {
        let mut desk = console.desk()?;
        let zone = desk.rules()?.charter.office.zone;
        let found = desk.outbox(self.status, self.mine, self.limit)?;
        if console.json {
            let rows = found.iter().map(|row| NoticeDocument::new(row, zone));
            return console.document(&Page {
                rows: rows.collect(),
            });
        }
        let lang = console.lang();
        if found.is_empty() {
            return console.line(text::NO_NOTICES.get(lang));
        }
        let names = [
            text::COLUMN_STATUS,
            text::COLUMN_KIND,
            text::COLUMN_NOTICE,
            text::COLUMN_RECIPIENT,
            text::COLUMN_MEDIUM,
            text::COLUMN_AT,
        ];
        let mut table = Table::of(names, lang);
        for row in &found {
            let done = row.told_at.or(row.sent_at).unwrap_or(row.queued_at);
            table.row([
                row.status.say(lang),
                row.id.key.kind.say(lang),
                row.id.to_string(),
                row.to.clone(),
                row.how
                    .map_or_else(|| row.medium.say(lang), |how| how.say(lang)),
                document::minute(done, zone),
            ]);
        }
        console.print(&table.columns(""))
    }
}
