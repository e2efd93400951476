//! `minwon record NUMBER ACTION`: what was done to a case.

mod action;

use super::{
    Failure, console::Console, document::CaseDocument, intake::time, show::next_due, value,
};
use crate::{
    desk::{CaseView, Desk, DeskError, Order},
    domain::{
        case::CaseNumber,
        command::{ActionKind, Command},
        fact::{ContactWay, Fact, FactKind},
        late::EntryTime,
        party::Field,
        refusal::Refusal,
        sameness::persons,
    },
    form::case::{of_investigation, of_supplement},
    words::{Say, cli as text},
};
use action::Action;
use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(super) struct RecordArgs {
    /// The receipt number, such as 2026-000412
    number: CaseNumber,
    /// When it happened: not before what was recorded last, not in the future [default: now]; with appoint and
    /// move-appointment the time of the visit, which lies ahead
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
    event: RecordVerb,
}

#[derive(Debug, Subcommand)]
enum RecordVerb {
    #[command(flatten)]
    Action(Action),
    /// The customer was called back
    Callback {
        /// How
        #[arg(long, value_parser = value::word(ContactWay::ALL, ContactWay::id), default_value = "phone")]
        how: ContactWay,
        /// What was said
        #[arg(long, default_value = "", hide_default_value = true)]
        text: String,
    },
}

impl RecordArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let mut desk = console.desk()?;
        let at = time(&mut desk, self.at.as_deref())?;
        let (number, late_reason) = (self.number, self.late_reason);
        let kind = match &self.event {
            RecordVerb::Action(action) => Some(action.kind),
            RecordVerb::Callback { .. } => None,
        };
        let mut late = None;
        let facts = match self.event {
            RecordVerb::Action(action) => {
                if action.kind == ActionKind::Supplement
                    && action.values.get(Field::Reason).is_empty()
                {
                    let now = at.unwrap_or_else(|| desk.now());
                    late = of_supplement(action.kind, &desk.case(number)?, (now, console.lang()));
                }
                let (command, at) = command(&mut desk, action, at)?;
                desk.run(&Order {
                    number,
                    command,
                    time: EntryTime { at, late_reason },
                    seen: None,
                })?
            }
            // The desk records it on the contact that owes it as well.
            RecordVerb::Callback { how, text } => {
                desk.call_back(number, how, &text, &EntryTime { at, late_reason })?;
                desk.case(number)?.facts.pop().into_iter().collect()
            }
        };
        let view = desk.case(number)?;
        let (now, lang) = (desk.now(), console.lang());
        if console.json {
            return console.document(&CaseDocument::new(&view, now, lang));
        }
        for fact in &facts {
            let (number, seq) = (number.to_string(), fact.seq.to_string());
            let fact = fact.kind.say(lang);
            let values = [("number", &*number), ("fact", &fact), ("seq", &seq)];
            console.say(text::RECORDED, &values)?;
        }
        for said in remarks(&mut desk, &view, &facts, console)? {
            console.line(&said)?;
        }
        let staff = desk.staff()?;
        let names = console.names(&staff);
        let said = |kind| of_investigation(kind, &view, &view.case.department, names);
        for said in kind.map(said).unwrap_or_default().into_iter().chain(late) {
            console.line(&said)?;
        }
        next_due(&view, now, lang).map_or(Ok(()), |sentence| console.line(&sentence))
    }
}

/// What a clerk has to know of a merge, or of a result that merged complainants share.
fn remarks(
    desk: &mut Desk,
    view: &CaseView,
    facts: &[Fact],
    console: &Console,
) -> Result<Vec<String>, Failure> {
    let lang = console.lang();
    let mut said = Vec::new();
    for fact in facts {
        let phrase = match fact.kind {
            FactKind::Merged { into, .. } => {
                let people = [view.party.clone(), desk.case(into)?.party];
                if persons(&people.map(|party| (party, 1))) > 1 {
                    said.push(text::MERGED_APART.get(lang).to_owned());
                }
                continue;
            }
            FactKind::Answered { .. } | FactKind::Refused { .. } => text::SHARED,
            FactKind::Revoked { .. } => text::UNSHARED,
            FactKind::Corrected { .. } => text::CORRECTED_TOO,
            _ => continue,
        };
        let count = followed(desk, view, fact)?;
        if count > 0 {
            said.push(phrase.of(lang, &[("count", count.to_string())]));
        }
    }
    Ok(said)
}

/// On how many merged cases something was recorded because of a fact.
fn followed(desk: &mut Desk, view: &CaseView, fact: &Fact) -> Result<usize, DeskError> {
    let mut count = 0;
    for number in &view.merged {
        let last = desk.case(*number)?.facts.pop();
        let follows = last.is_some_and(|last| {
            let shared = matches!(last.kind, FactKind::ResultShared { .. });
            let same = shared || last.kind.id() == fact.kind.id();
            same && last.recorded_at == fact.recorded_at
        });
        count += usize::from(follows);
    }
    Ok(count)
}

/// The command of an action, and when it happened; `--at` of an appointment is the time of the visit.
fn command(
    desk: &mut Desk,
    mut action: Action,
    at: Option<DateTime<Utc>>,
) -> Result<(Command, Option<DateTime<Utc>>), DeskError> {
    let now = desk.now();
    let clock = desk.rules()?.clock(now);
    let ahead = action.is_appointment();
    if ahead {
        let visit = at.map(|at| at.to_rfc3339()).unwrap_or_default();
        action.values.set(Field::Visit, visit);
    }
    let values = action.kind.settled(&action.values, clock);
    let command = action.kind.command(&values, clock.zone);
    let command = command.map_err(Refusal::Fields)?;
    Ok((command, at.filter(|_| !ahead)))
}
