//! `minwon contact`: visits and calls, from the arrival to the end.

mod verb;

use super::{
    Failure,
    console::Console,
    document::{self, ContactDocument},
    intake::{print_number, time},
    queue,
    show::{FactRow, deadline_table, fact_table, joined, sections, shown_lines},
    table::TableStyle,
};
use crate::{
    desk::{ContactOrder, ContactView, Desk, DeskError, Filter, QueueQuery},
    domain::{
        charter::Channel,
        contact::Arrival,
        late::EntryTime,
        party::{mask_name, mask_phone},
        staff::Names,
        subject::{ContactNumber, Subject, SubjectKind},
    },
    words::{Say, cli as text},
};
use chrono::{DateTime, Utc};
use clap::Args;
use verb::ContactVerb;

#[derive(Debug, Args)]
pub(super) struct ContactArgs {
    /// When it happened: not before what was recorded last, not in the future [default: now]
    #[arg(long, global = true, value_name = "TIME")]
    at: Option<String>,
    /// Why it is recorded only now: needed after the end of the next working day
    #[arg(
        long,
        global = true,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    late_reason: String,
    #[command(subcommand)]
    verb: ContactVerb,
}

impl ContactArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let desk = &mut console.desk()?;
        let time = EntryTime {
            at: time(desk, self.at.as_deref())?,
            late_reason: self.late_reason,
        };
        match self.verb {
            ContactVerb::Arrive(args) => {
                arrive(desk, &args.arrival(Channel::Visit), &time, console)
            }
            ContactVerb::Call(args) => arrive(desk, &args.arrival(Channel::Phone), &time, console),
            ContactVerb::Show { number } => show(desk, number, console),
            ContactVerb::List { all, limit } => list(desk, all, limit, console),
            ContactVerb::ToCase(args) => {
                let number = args.number;
                let intake = args.intake(desk.contact(number)?.intake());
                let case = desk.contact_to_case(number, &intake, &[])?;
                print_number(desk, case, console)
            }
            ContactVerb::Callback {
                number: Subject::Case(number),
                how,
                text,
            } => {
                desk.call_back(number, how, &text, &time)?;
                print_number(desk, number, console)
            }
            ContactVerb::Callback {
                number: number @ Subject::Duty(_),
                ..
            } => Err(DeskError::NoSuchSubject(number).into()),
            verb => {
                let now = desk.now();
                let clock = desk.rules()?.clock(now);
                let Some((number, command)) = verb.command(clock)? else {
                    return Ok(());
                };
                desk.run_contact(&ContactOrder {
                    number,
                    command,
                    ticked: String::new(),
                    time,
                    seen: None,
                })?;
                print_state(desk, number, console)
            }
        }
    }
}

fn arrive(
    desk: &mut Desk,
    arrival: &Arrival,
    time: &EntryTime,
    console: &Console,
) -> Result<(), Failure> {
    let number = desk.arrive(arrival, time)?;
    print_state(desk, number, console)
}

/// Prints a contact after something was recorded: its number, stage and open deadlines.
fn print_state(desk: &mut Desk, number: ContactNumber, console: &Console) -> Result<(), Failure> {
    let view = desk.contact(number)?;
    let (now, lang) = (desk.now(), console.lang());
    if console.json {
        return console.document(&ContactDocument::new(&view, now, lang));
    }
    console.line(&format!("{number}  {}", view.contact.stage.say(lang)))?;
    let open = view.deadlines.iter().filter(|deadline| deadline.is_open());
    console.print(&deadline_table(
        open,
        &view.rules,
        (now, lang),
        console.style,
    ))
}

fn list(desk: &mut Desk, all: bool, limit: u32, console: &Console) -> Result<(), Failure> {
    let ask = QueueQuery {
        filter: if all { Filter::All } else { Filter::Open },
        kind: Some(SubjectKind::Contact),
        limit,
        now: desk.now(),
        ..QueueQuery::default()
    };
    let rows = desk.queue(&ask)?;
    queue::print(desk, &rows, None, console)
}

/// Prints a contact, as a document or for people.
pub(super) fn show(
    desk: &mut Desk,
    number: ContactNumber,
    console: &Console,
) -> Result<(), Failure> {
    let view = desk.contact(number)?;
    let now = desk.now();
    if console.json {
        return console.document(&ContactDocument::new(&view, now, console.lang()));
    }
    let text = page(&view, now, console.names(&desk.staff()?), console.style);
    console.print(&text)
}

/// A contact as text.
pub(super) fn page(
    view: &ContactView,
    now: DateTime<Utc>,
    names: Names<'_>,
    style: TableStyle,
) -> String {
    let (lang, zone) = (names.lang, view.rules.charter.office.zone);
    let contact = &view.contact;
    let arrived = document::second(contact.arrived_at, zone);
    let head = [
        format!("{}  {}", contact.number, contact.matter.as_str()),
        joined(&[contact.stage.say(lang), contact.arrival.channel.say(lang)]),
        format!("{} {arrived}", text::ARRIVED.get(lang)),
        joined(&[
            contact.department.clone(),
            names.of(&contact.officer).to_owned(),
        ]),
        joined(&[mask_name(&view.party.name), mask_phone(&view.party.phone)]),
        contact
            .became
            .map_or_else(String::new, |case| case.to_string()),
        contact
            .ended_for
            .map_or_else(String::new, |ended| ended.said(zone, lang)),
    ];
    let facts = view.facts.iter().map(|fact| {
        let gist = fact.kind.gist(zone, names);
        FactRow::new(fact, (document::second(fact.at, zone), gist), zone, lang)
    });
    let deadlines = deadline_table(&view.deadlines, &view.rules, (now, lang), style);
    let headed = [
        (text::HEAD_DEADLINES, deadlines),
        (
            text::HEAD_FACTS,
            fact_table((facts, &contact.revoked), names, style),
        ),
    ];
    sections(shown_lines(&head), &headed, lang)
}
