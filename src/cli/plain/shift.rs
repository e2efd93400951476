//! The handover: what came in, what was done, what falls due, the note and its confirmation.

use super::{fill::is_stop, list, talk::Talk};
use crate::{
    cli::{Failure, handover},
    desk::Desk,
    form::NOTE_DRAFT as DRAFT,
    words::{handover as words, plain as text},
};

/// Reads the handover out, and writes or confirms its note.
pub(super) fn run(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        let summary = desk.handover(None)?;
        handover::print(&summary, desk, talk.console())?;
        let offers = talk.offers([text::NOTE_WRITE, text::NOTE_CONFIRM, text::DUE_OPEN]);
        let result = match talk.choose(&offers)? {
            None => return Ok(()),
            Some(0) => write(desk, talk),
            Some(1) => confirm(desk, talk),
            Some(_) => list::choose(&summary.due, desk, talk),
        };
        talk.report(result)?;
    }
}

/// Asks for the note; a draft of it is continued.
fn write(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let lang = talk.lang();
    let mut lines: Vec<String> = Vec::new();
    if let Some(draft) = desk.draft(DRAFT)?.filter(|draft| !draft.is_empty()) {
        talk.say(text::RESTORED, &[])?;
        lines.extend(draft.lines().map(str::to_owned));
        talk.print_all(&lines)?;
    }
    let (hint, end) = (words::HINT.get(lang), text::LINES.get(lang));
    talk.print(&format!("{hint}. {end}"))?;
    loop {
        match talk.line("> ")? {
            None => return Ok(()),
            Some(line) if line == "." => break,
            Some(line) if is_stop(&line) => return talk.say(text::NOT_SAVED, &[]),
            Some(line) => {
                lines.push(line);
                talk.warn_unsaved(desk.keep_draft(DRAFT, &lines.join("\n")))?;
            }
        }
    }
    desk.hand_over(&lines.join("\n"))?;
    desk.drop_draft(DRAFT)?;
    talk.say(words::NOTED, &[])
}

fn confirm(desk: &mut Desk, talk: &Talk) -> Result<(), Failure> {
    let note = desk.take_over()?;
    let staff = desk.staff()?;
    talk.say(
        words::TAKEN,
        &[("by", talk.console().names(&staff).of(&note.by))],
    )
}
