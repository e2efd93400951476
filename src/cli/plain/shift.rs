//! Handing the desk over: what came in, what was done, what falls due, the note and its confirmation.

use super::{list, talk::Talk};
use crate::{
    cli::{Failure, handover},
    desk::Desk,
    domain::staff::Names,
    form::NOTE_DRAFT as DRAFT,
    words::{handover as said, plain as text},
};

/// Reads the handover out, and writes or confirms its note.
pub(super) fn run(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        let lang = talk.lang();
        let told = desk.handover(None)?;
        handover::print(&told, desk, talk.console())?;
        let offers = [text::NOTE_WRITE, text::NOTE_CONFIRM, text::DUE_OPEN];
        let offers = offers.map(|phrase| phrase.get(lang).to_owned());
        let done = match talk.choose(&offers, text::BACK)? {
            None => return Ok(()),
            Some(0) => write(desk, talk),
            Some(1) => confirm(desk, talk),
            Some(_) => list::choose(&told.due, desk, talk),
        };
        talk.told(done)?;
    }
}

/// Asks for the note; what was typed before is kept, and goes on.
fn write(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let lang = talk.lang();
    let mut lines: Vec<String> = Vec::new();
    if let Some(draft) = desk.draft(DRAFT)?.filter(|draft| !draft.is_empty()) {
        talk.say(text::RESTORED.get(lang))?;
        lines.extend(draft.lines().map(str::to_owned));
        talk.say_all(&lines)?;
    }
    talk.say(&format!(
        "{}. {}",
        said::HINT.get(lang),
        text::LINES.get(lang)
    ))?;
    loop {
        match talk.line("> ")? {
            None => return Ok(()),
            Some(line) if line == "." => break,
            Some(line) if super::fill::STOP.contains(&line.as_str()) => {
                return talk.say(text::NOT_SAVED.get(lang));
            }
            Some(line) => {
                lines.push(line);
                talk.kept(desk.keep_draft(DRAFT, &lines.join("\n")))?;
            }
        }
    }
    desk.hand_over(&lines.join("\n"))?;
    desk.drop_draft(DRAFT)?;
    talk.say(said::NOTED.get(lang))
}

fn confirm(desk: &mut Desk, talk: &Talk) -> Result<(), Failure> {
    let note = desk.take_over()?;
    let (staff, lang) = (&desk.staff()?, talk.lang());
    let by = Names { staff, lang }.of(&note.by);
    talk.say(&said::TAKEN.with(lang, &[("by", by)]))
}
