//! `minwon handover`: what one shift hands to the next.

use super::{
    Failure,
    console::Console,
    document::{self, RowDocument},
    intake::time,
    queue,
};
use crate::{
    desk::{Desk, Handover},
    domain::staff::Names,
    form::text::{Alphabet, visible},
    words::{Phrase, grouped, handover as text},
};
use chrono::{DateTime, Utc};
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
    done: Vec<DoneDocument<'a>>,
    /// How many fall due; `due` holds the first of them.
    due_count: u64,
    due: Vec<RowDocument<'a>>,
    note: Option<NoteDocument<'a>>,
}

#[derive(Serialize)]
struct DoneDocument<'a> {
    kind: &'a str,
    count: u64,
}

#[derive(Serialize)]
struct NoteDocument<'a> {
    at: String,
    by: &'a str,
    text: &'a str,
    confirmed_at: Option<String>,
    confirmed_by: Option<&'a str>,
}

impl HandoverArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let mut desk = console.desk()?;
        match self.action {
            Some(HandoverAction::Note { text: note }) => {
                desk.hand_over(&note)?;
                console.say(text::NOTED, &[])
            }
            Some(HandoverAction::Confirm) => {
                let note = desk.take_over()?;
                let staff = desk.staff()?;
                console.say(text::TAKEN, &[("by", console.names(&staff).of(&note.by))])
            }
            None => {
                let until = time(&mut desk, self.until.as_deref())?;
                let handover = desk.handover(until)?;
                print(&handover, &mut desk, console)
            }
        }
    }
}

/// Prints a handover, as a document or for people.
pub(super) fn print(
    handover: &Handover,
    desk: &mut Desk,
    console: &Console,
) -> Result<(), Failure> {
    let zone = desk.rules()?.charter.office.zone;
    if console.json {
        return console.document(&HandoverDocument::new(handover, desk, zone));
    }
    let staff = desk.staff()?;
    console.print(&summary(handover, desk.now(), zone, console.names(&staff)))?;
    console.print(&queue::table(&handover.due, desk, console)?.section(console.style))
}

/// All but the rows, as text.
fn summary(handover: &Handover, now: DateTime<Utc>, zone: Tz, people: Names<'_>) -> String {
    let lang = people.lang;
    let minute = |at| document::minute(at, zone);
    let (since, now) = (minute(handover.since), minute(now));
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
    if let Some(note) = &handover.note {
        lines.extend(note.text.lines().map(|line| format!("  {line}")));
        let signed = |phrase: Phrase, at, by| {
            let values = [("at", &*minute(at)), ("by", people.of(by))];
            format!("  {}", phrase.with(lang, &values))
        };
        lines.push(signed(text::WRITTEN, note.at, &note.by));
        lines.push(match &note.confirmed {
            None => format!("  {}", text::WAITS.get(lang)),
            Some((at, by)) => signed(text::CONFIRMED, *at, by),
        });
    } else {
        lines.push("  -".to_owned());
    }
    let (until, count) = (minute(handover.until), handover.due_count);
    lines.push(text::falls_due(&until, count, handover.due.len(), lang));
    let lines = lines.iter();
    let lines = lines.map(|line| format!("{}\n", visible(line, Alphabet::Unicode)));
    lines.collect::<Vec<_>>().concat()
}

impl<'a> HandoverDocument<'a> {
    fn new(handover: &'a Handover, desk: &Desk, zone: Tz) -> Self {
        let now = desk.now();
        let time = |at| document::stamp(at, zone);
        let (done, rows) = (handover.done.iter(), handover.due.iter());
        Self {
            since: time(handover.since),
            until: time(handover.until),
            came_in: handover.came_in,
            done: done
                .map(|(kind, count)| DoneDocument {
                    kind,
                    count: *count,
                })
                .collect(),
            due_count: handover.due_count,
            due: rows.map(|row| RowDocument::new(row, now, zone)).collect(),
            note: handover.note.as_ref().map(|note| NoteDocument {
                at: time(note.at),
                by: &note.by,
                text: &note.text,
                confirmed_at: note.confirmed.as_ref().map(|(at, _)| time(*at)),
                confirmed_by: note.confirmed.as_ref().map(|(_, by)| by.as_str()),
            }),
        }
    }
}
