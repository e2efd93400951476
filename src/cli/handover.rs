//! `minwon handover`: what one shift hands to the next.

use super::{
    Failure,
    console::Console,
    document::{self, RowDocument},
    queue::{COLUMNS, cells},
    table::Table,
};
use crate::{
    desk::{Desk, Handover},
    domain::staff::Names,
    form::text::{Alphabet, visible},
    words::{grouped, handover as text},
};
use chrono_tz::Tz;
use clap::{Args, Subcommand};
use serde::Serialize;

#[derive(Debug, Args)]
pub(super) struct HandoverArgs {
    #[command(subcommand)]
    action: Option<HandoverAction>,
    /// List what falls due up to then [default: half a day ahead]
    #[arg(long, value_name = "TIME")]
    until: Option<String>,
}

#[derive(Debug, Subcommand)]
enum HandoverAction {
    /// Write the note for the next shift
    Note {
        /// What the next clerk has to know
        #[arg(long)]
        text: String,
    },
    /// Confirm the last note as the one who takes over
    Confirm,
}

#[derive(Serialize)]
struct HandoverDocument<'a> {
    since: String,
    until: String,
    came_in: u64,
    done: Vec<DoneDocument>,
    /// How many fall due; `due` holds the first of them.
    due_count: u64,
    due: Vec<RowDocument<'a>>,
    note: Option<NoteDocument>,
}

#[derive(Serialize)]
struct DoneDocument {
    kind: String,
    count: u64,
}

#[derive(Serialize)]
struct NoteDocument {
    at: String,
    by: String,
    text: String,
    confirmed_at: Option<String>,
    confirmed_by: Option<String>,
}

impl HandoverArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let lang = console.lang();
        let mut desk = console.desk()?;
        match &self.action {
            Some(HandoverAction::Note { text: said }) => {
                desk.hand_over(said)?;
                console.line(text::NOTED.get(lang))
            }
            Some(HandoverAction::Confirm) => {
                let note = desk.take_over()?;
                let staff = &desk.staff()?;
                let by = Names { staff, lang }.of(&note.by);
                console.line(&text::TAKEN.with(lang, &[("by", by)]))
            }
            None => {
                let until = self.until.as_deref();
                let until = until.map(|until| desk.parse_time(until)).transpose()?;
                let handover = desk.handover(until)?;
                print(&handover, &mut desk, console)
            }
        }
    }
}

/// Prints what one shift hands to the next.
pub(super) fn print(
    handover: &Handover,
    desk: &mut Desk,
    console: &Console,
) -> Result<(), Failure> {
    let (now, lang) = (desk.now(), console.lang());
    let rules = desk.rules()?;
    let zone = rules.charter.office.zone;
    if console.json {
        return console.document(&HandoverDocument::new(handover, desk, zone));
    }
    let staff = &desk.staff()?;
    let people = Names { staff, lang };
    console.print(&told(handover, now, zone, people))?;
    if handover.due.is_empty() {
        return Ok(());
    }
    let mut table = Table::new(&COLUMNS.map(|name| name.get(lang)));
    for row in &handover.due {
        table.row(cells(row, &rules, now, people));
    }
    console.print(&table.told("  ", console.manner))
}

/// All but the rows, in words.
fn told(
    handover: &Handover,
    now: chrono::DateTime<chrono::Utc>,
    zone: Tz,
    people: Names<'_>,
) -> String {
    let lang = people.lang;
    let minute = |at| document::minute(at, zone);
    let (since, now, until) = (minute(handover.since), minute(now), minute(handover.until));
    let mut lines = vec![
        text::SPAN.with(lang, &[("since", &since), ("now", &now)]),
        text::CAME_IN.with(lang, &[("n", &grouped(handover.came_in))]),
        text::DONE.get(lang).to_owned(),
    ];
    if handover.done.is_empty() {
        lines.push(format!("  {}", text::NOTHING_DONE.get(lang)));
    }
    for (name, count) in text::done(&handover.done, lang) {
        lines.push(format!("  {name} {}", grouped(count)));
    }
    lines.push(text::NOTE.get(lang).to_owned());
    match &handover.note {
        None => lines.push("  -".to_owned()),
        Some(note) => {
            lines.extend(note.text.lines().map(|line| format!("  {line}")));
            let values = [("at", &*minute(note.at)), ("by", people.of(&note.by))];
            lines.push(format!("  {}", text::WRITTEN.with(lang, &values)));
            let confirmed = match &note.confirmed {
                None => text::WAITS.get(lang).to_owned(),
                Some((at, by)) => {
                    let values = [("at", &*minute(*at)), ("by", people.of(by))];
                    text::CONFIRMED.with(lang, &values)
                }
            };
            lines.push(format!("  {confirmed}"));
        }
    }
    let (count, listed) = (handover.due_count, handover.due.len());
    lines.push(text::falls_due(&until, count, listed, lang));
    let shown = lines
        .iter()
        .map(|line| visible(line, Alphabet::Unicode).into_owned());
    shown.collect::<Vec<_>>().join("\n") + "\n"
}

impl<'a> HandoverDocument<'a> {
    fn new(handover: &'a Handover, desk: &Desk, zone: Tz) -> Self {
        let now = desk.now();
        let time = |at| document::stamp(at, zone);
        let done = handover.done.iter();
        let rows = handover.due.iter();
        Self {
            since: time(handover.since),
            until: time(handover.until),
            came_in: handover.came_in,
            done: done
                .map(|(kind, count)| DoneDocument {
                    kind: kind.clone(),
                    count: *count,
                })
                .collect(),
            due_count: handover.due_count,
            due: rows.map(|row| RowDocument::new(row, now, zone)).collect(),
            note: handover.note.as_ref().map(|note| NoteDocument {
                at: time(note.at),
                by: note.by.clone(),
                text: note.text.clone(),
                confirmed_at: note.confirmed.as_ref().map(|(at, _)| time(*at)),
                confirmed_by: note.confirmed.as_ref().map(|(_, by)| by.clone()),
            }),
        }
    }
}
