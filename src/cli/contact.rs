//! `minwon contact`: visits and calls, from the arrival to the end.

mod verb;

use super::{
    Failure,
    console::Console,
    document::{self, CaseDocument, ContactDocument},
    intake::time,
    queue,
    show::{deadline_table, joined, under},
    table::{Manner, Table},
};
use crate::{
    desk::{ContactOrder, ContactView, Desk, Filter, QueueQuery},
    domain::{
        command::Intake,
        fact::ContactWay,
        party::{mask_name, mask_phone},
        staff::Names,
        subject::{ContactNumber, Subject, SubjectKind},
    },
    form::text::{Alphabet, visible},
    words::{Say, cli as text},
};
use chrono::{DateTime, Utc};
use clap::Args;
use verb::Verb;

#[derive(Debug, Args)]
pub(super) struct ContactArgs {
    /// When it happened: not before what was recorded last, not in the future [default: now]
    #[arg(long, global = true, value_name = "TIME")]
    at: Option<String>,
    #[command(subcommand)]
    verb: Verb,
}

impl ContactArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let mut desk = console.desk()?;
        let at = time(&mut desk, self.at.as_deref())?;
        match &self.verb {
            Verb::Arrive(arriving) | Verb::Call(arriving) => {
                let number = desk.arrive(&arriving.arrival(self.verb.channel()), at)?;
                told(&mut desk, number, console)
            }
            Verb::Show { number } => show(&mut desk, *number, console),
            Verb::List { all, limit } => list(&mut desk, *all, *limit, console),
            Verb::ToCase(case) => {
                let view = desk.contact(case.number)?;
                let number = desk.contact_to_case(case.number, &case.fill(view.intake()), &[])?;
                if console.json {
                    let view = desk.case(number)?;
                    return console.document(&CaseDocument::new(&view, desk.now(), console.lang()));
                }
                console.line(&number.to_string())
            }
            Verb::Callback { number, how, text } => {
                call_back(&mut desk, *number, (*how, text), at, console)
            }
            other => {
                let zone = desk.rules()?.charter.office.zone;
                let (number, command) = other.command(zone)?;
                let order = ContactOrder {
                    number,
                    command,
                    ticked: String::new(),
                    at,
                    seen: None,
                };
                desk.run_contact(&order)?;
                told(&mut desk, number, console)
            }
        }
    }
}

/// Records a call-back on the contact itself, or on the case that it became.
fn call_back(
    desk: &mut Desk,
    number: Subject,
    (how, said): (ContactWay, &str),
    at: Option<DateTime<Utc>>,
    console: &Console,
) -> Result<(), Failure> {
    match number {
        Subject::Case(number) => {
            desk.call_back(number, how, said, at)?;
            let view = desk.case(number)?;
            if console.json {
                return console.document(&CaseDocument::new(&view, desk.now(), console.lang()));
            }
            console.line(&number.to_string())
        }
        Subject::Contact(number) => {
            let text = said.to_owned();
            let order = ContactOrder {
                number,
                command: crate::domain::contact::ContactCommand::CallBack { how, text },
                ticked: String::new(),
                at,
                seen: None,
            };
            desk.run_contact(&order)?;
            told(desk, number, console)
        }
        Subject::Duty(_) => Err(crate::desk::DeskError::NoSuchSubject(number).into()),
    }
}

/// Tells how a contact stands after something was recorded: its number, stage and nearest deadline.
fn told(desk: &mut Desk, number: ContactNumber, console: &Console) -> Result<(), Failure> {
    let view = desk.contact(number)?;
    let (now, lang) = (desk.now(), console.lang());
    if console.json {
        return console.document(&ContactDocument::new(&view, now, lang));
    }
    console.line(&format!("{number}  {}", view.contact.stage.say(lang)))?;
    let open: Vec<_> = view
        .deadlines
        .iter()
        .filter(|deadline| deadline.is_open())
        .cloned()
        .collect();
    if open.is_empty() {
        return Ok(());
    }
    console.print(&deadline_table(
        &open,
        &view.rules,
        (now, lang),
        console.manner,
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
    let (now, lang) = (desk.now(), console.lang());
    if console.json {
        return console.document(&ContactDocument::new(&view, now, lang));
    }
    let staff = &desk.staff()?;
    console.print(&whole(&view, now, Names { staff, lang }, console.manner))
}

/// A contact in words.
pub(super) fn whole(
    view: &ContactView,
    now: DateTime<Utc>,
    names: Names<'_>,
    manner: Manner,
) -> String {
    let lang = names.lang;
    let deadlines = deadline_table(&view.deadlines, &view.rules, (now, lang), manner);
    let parts = [
        head(view, names),
        under(text::HEAD_DEADLINES.get(lang), &deadlines),
        under(text::HEAD_FACTS.get(lang), &history(view, names, manner)),
    ];
    let told: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    told.join("\n")
}

fn head(view: &ContactView, names: Names<'_>) -> String {
    let lang = names.lang;
    let contact = &view.contact;
    let zone = view.rules.charter.office.zone;
    let lines = [
        format!("{}  {}", contact.number, contact.matter.as_str()),
        joined(&[contact.stage.say(lang), contact.arrival.channel.say(lang)]),
        format!(
            "{} {}",
            text::ARRIVED.get(lang),
            document::second(contact.arrived_at, zone)
        ),
        joined(&[
            contact.department.clone(),
            names.of(&contact.officer).to_owned(),
        ]),
        joined(&[mask_name(&view.party.name), mask_phone(&view.party.phone)]),
        contact
            .became
            .map_or_else(String::new, |case| case.to_string()),
    ];
    let lines = lines.iter().filter(|line| !line.trim().is_empty());
    let mut out = String::new();
    for line in lines {
        out.push_str(&visible(line, Alphabet::Unicode));
        out.push('\n');
    }
    out
}

fn history(view: &ContactView, people: Names<'_>, manner: Manner) -> String {
    let lang = people.lang;
    let zone = view.rules.charter.office.zone;
    let names = [
        text::COLUMN_AT,
        text::COLUMN_BY,
        text::COLUMN_FACT,
        text::COLUMN_TEXT,
    ];
    let [at, by, fact, gist] = names.map(|name| name.get(lang));
    let mut table = Table::new(&["#", at, by, fact, gist]);
    for fact in &view.facts {
        table.row([
            fact.seq.to_string(),
            document::second(fact.at, zone),
            people.of(&fact.by).to_owned(),
            fact.kind.say(lang),
            fact.kind.gist(zone, people),
        ]);
    }
    table.told("  ", manner)
}

impl verb::ToCase {
    /// The form of the case: what is given here stands in place of what the contact holds.
    fn fill(&self, known: Intake) -> Intake {
        let newer = |given: &Option<String>, known: String| given.clone().unwrap_or(known);
        Intake {
            category: newer(&self.category, known.category),
            title: newer(&self.title, known.title),
            body: newer(&self.body, known.body),
            needs_review: self.needs_review,
            ..known
        }
    }
}
