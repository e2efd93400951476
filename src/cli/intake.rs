//! `minwon intake`: takes a matter in and prints its receipt number.

mod petitioner;
mod similar;

use super::{Failure, console::Console, document::CaseDocument, failure, value};
use crate::{
    desk::{Desk, DeskError, FailureKind},
    domain::{
        charter::{CaseKind, Channel, Detail, Happened},
        command::Intake,
        party::Party,
        subject::CaseNumber,
    },
    form::asked,
    words::{Audience, cli as text},
};
use chrono::{DateTime, Utc};
use clap::Args;
use serde::Serialize;
use similar::{Likeness, SimilarDocument};
use std::{
    io::{Read, stdin},
    path::PathBuf,
};

/// The most bytes read from standard input.
const MOST_BYTES: u64 = 1 << 20;

#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of its own on the command line"
)]
pub(super) struct IntakeArgs {
    /// How it came
    #[arg(long, value_parser = value::word(Channel::ALL, Channel::id))]
    channel: Channel,
    /// The category's id in the charter
    #[arg(long)]
    category: String,
    /// The title, one line
    #[arg(long)]
    title: String,
    /// The text; `-` reads it from standard input
    #[arg(long, default_value = "", hide_default_value = true)]
    body: String,
    /// The complainant's name
    #[arg(long, default_value = "", hide_default_value = true)]
    name: String,
    /// The telephone number
    #[arg(long, default_value = "", hide_default_value = true)]
    phone: String,
    /// The e-mail address
    #[arg(long, default_value = "", hide_default_value = true)]
    email: String,
    /// The postal address
    #[arg(long, default_value = "", hide_default_value = true)]
    address: String,
    /// The kind of the law [default: the category's]
    #[arg(long, value_parser = value::word(CaseKind::ALL, CaseKind::id))]
    kind: Option<CaseKind>,
    /// It needs review
    #[arg(long)]
    needs_review: bool,
    /// An officer wrote it for a customer who cannot write
    #[arg(long)]
    on_behalf: bool,
    /// The customer needs help on the spot
    #[arg(long)]
    assistance: bool,
    /// The person is not known
    #[arg(long)]
    anonymous: bool,
    /// Where the fault happened that it complains of, whatever the channel
    #[arg(long, value_parser = value::word(Happened::ALL, Happened::id))]
    happened: Option<Happened>,
    /// The misconduct of staff that it complains of
    #[arg(long, value_parser = value::word(Detail::MISCONDUCT, Detail::flag))]
    misconduct: Option<Detail>,
    /// What of the checklists was done: `all` of those for the channel, ids of promises, or items such as gbvc.phone.answer/1
    #[arg(
        long,
        value_name = "ITEMS",
        default_value = "",
        hide_default_value = true
    )]
    ticked: String,
    /// When it reached the body; alone, it waits to be accepted
    #[arg(long, value_name = "TIME")]
    arrived: Option<String>,
    /// When it was accepted [default: now]
    #[arg(long, value_name = "TIME")]
    received: Option<String>,
    #[command(flatten)]
    petitioner: petitioner::PetitionerArgs,
}

/// The case that was taken in, and recent cases of other people like it.
#[derive(Serialize)]
struct TakenIn<'a> {
    #[serde(flatten)]
    case: CaseDocument<'a>,
    similar: Vec<SimilarDocument<'a>>,
}

impl IntakeArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let body = match self.body.as_str() {
            "-" => standard_input(console)?,
            _ => self.body,
        };
        let mut desk = console.desk()?;
        let period = self.petitioner.period.clone();
        let (petitioner, behalf) = self.petitioner.read()?;
        let intake = Intake {
            channel: self.channel,
            category: self.category,
            kind: self.kind,
            title: self.title,
            body,
            party: Party {
                name: self.name,
                phone: self.phone,
                email: self.email,
                address: self.address,
                behalf,
            },
            needs_review: self.needs_review,
            on_behalf: self.on_behalf,
            assistance: self.assistance,
            anonymous: self.anonymous,
            happened: self.happened,
            misconduct: self.misconduct,
            petitioner,
            period,
            ticked: self.ticked,
            arrived_at: time(&mut desk, self.arrived.as_deref())?,
            received_at: time(&mut desk, self.received.as_deref())?,
        };
        let likeness = Likeness::of(&intake, &desk)?;
        let number = desk.intake(&intake)?;
        if !console.json {
            likeness.note(console.lang());
            let view = desk.case(number)?;
            for offer in asked::offers(&view.case.intake, Audience::CommandLine, console.lang()) {
                failure::on_stderr(&offer);
            }
            return print_number(&mut desk, number, console);
        }
        let view = desk.case(number)?;
        console.document(&TakenIn {
            case: CaseDocument::new(&view, desk.now(), console.lang()),
            similar: likeness.documents(view.rules.charter.office.zone),
        })
    }
}

/// Prints the receipt number of a case, or its document.
pub(super) fn print_number(
    desk: &mut Desk,
    number: CaseNumber,
    console: &Console,
) -> Result<(), Failure> {
    if console.json {
        let view = desk.case(number)?;
        return console.document(&CaseDocument::new(&view, desk.now(), console.lang()));
    }
    console.line(&number.to_string())
}

/// Parses a time in the office's zone.
pub(super) fn time(
    desk: &mut Desk,
    given: Option<&str>,
) -> Result<Option<DateTime<Utc>>, DeskError> {
    given.map(|text| desk.parse_time(text)).transpose()
}

fn standard_input(console: &Console) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes);
    let read = read.map_err(|source| DeskError::File {
        path: PathBuf::from("-"),
        source,
    })?;
    if u64::try_from(read).is_ok_and(|read| read > MOST_BYTES) {
        let values = [("most", &*MOST_BYTES.to_string())];
        return Err(console.failure(FailureKind::Refused, text::BODY_TOO_LARGE, &values));
    }
    String::from_utf8(bytes)
        .map_err(|_error| console.failure(FailureKind::Refused, text::BODY_NOT_UTF8, &[]))
}
