//! `minwon --plain`: the desk as questions and answers on lines, for screen readers, logs and terminals that cannot be
//! drawn on.
//!
//! Nothing is drawn over, nothing is coloured, no key but Enter is waited for. Forms are those of the terminal program, asked
//! field by field; drafts are the same files. Must not know rules: the desk decides.

mod case;
mod fill;
mod list;
mod talk;

use super::{Failure, console::Console};
use crate::{
    desk::{Desk, Effort, Opening},
    domain::case::CaseNumber,
    tui::{intake, screen::Shared},
    words::{Say, plain as text},
};
use list::Which;
use talk::Talk;

/// Talks with the clerk until that one leaves or says no more.
pub(super) fn run(opening: &Opening, console: &Console) -> Result<(), Failure> {
    let mut desk = Desk::open(opening)?;
    let mut talk = Talk::new(console);
    loop {
        head(&mut desk, console)?;
        let lang = console.lang();
        let offers = [
            text::QUEUE,
            text::MINE,
            text::FIND,
            text::OPEN,
            text::INTAKE,
        ];
        let offers = offers.map(|offer| offer.get(lang).to_owned());
        let Some(chosen) = talk.choose(&offers, text::LEAVE)? else {
            return Ok(());
        };
        let done = match chosen {
            0 => list::run(Which::All, &mut desk, &mut talk),
            1 => list::run(Which::Mine, &mut desk, &mut talk),
            2 => find(&mut desk, &mut talk),
            3 => open(&mut desk, &mut talk),
            _ => take_in(&mut desk, &mut talk),
        };
        // What the desk refuses ends the question, not the conversation.
        talk.told(done)?;
    }
}

/// Who works where, when, and how much there is to do.
fn head(desk: &mut Desk, console: &Console) -> Result<(), Failure> {
    let lang = console.lang();
    let rules = desk.rules()?;
    let counts = desk.counts()?;
    let time = super::document::minute(desk.now(), rules.charter.office.zone);
    let said = text::HEAD.with(
        lang,
        &[
            ("body", &rules.charter.name.say(lang)),
            ("name", &desk.actor().name),
            ("time", &time),
            ("overdue", &counts.overdue.to_string()),
            ("today", &counts.today.to_string()),
            ("soon", &counts.soon.to_string()),
        ],
    );
    console.line("")?;
    console.line(&said)
}

/// What the forms may look at.
fn shared(desk: &mut Desk, console: &Console) -> Result<Shared, Failure> {
    let (rules, actor) = (desk.rules()?, desk.actor().clone());
    Ok(Shared::unseen(console.lang(), desk.now(), rules, actor))
}

fn find(desk: &mut Desk, talk: &mut Talk<'_>) -> Result<(), Failure> {
    let Some(words) = talk.ask(text::WORDS.get(talk.lang()))? else {
        return Ok(());
    };
    let found = desk.search(&words, 50, Effort::Waiting)?;
    let rows: Vec<_> = found.rows.into_iter().map(|found| found.row).collect();
    list::choose(&rows, desk, talk).map(|_more| ())
}

fn open(desk: &mut Desk, talk: &mut Talk<'_>) -> Result<(), Failure> {
    let Some(typed) = talk.ask(text::NUMBER.get(talk.lang()))? else {
        return Ok(());
    };
    match typed.parse::<CaseNumber>() {
        Ok(number) => case::run(number, desk, talk),
        Err(_) => talk.say(text::NO_NUMBER.get(talk.lang())),
    }
}

fn take_in(desk: &mut Desk, talk: &mut Talk<'_>) -> Result<(), Failure> {
    let shared = shared(desk, talk.console())?;
    let rules = desk.rules()?;
    let mut form = intake::form(&rules.charter, talk.lang());
    loop {
        let name = intake::DRAFT;
        let asked = fill::Asked { name, danger: None };
        let change = |form: &mut _| intake::follow(form, &shared);
        if !fill::run(&mut form, &asked, change, desk, talk)? {
            return Ok(());
        }
        let (matter, faults) = intake::read(&form, &rules.charter);
        if !faults.is_empty() {
            fill::fault(&mut form, &faults, talk)?;
            continue;
        }
        match desk.intake(&matter) {
            Ok(number) => {
                desk.drop_draft(name)?;
                let number_said = number.to_string();
                talk.say(&text::TAKEN_IN.with(talk.lang(), &[("number", &number_said)]))?;
                return case::run(number, desk, talk);
            }
            Err(error) => fill::refused(&mut form, error, talk)?,
        }
    }
}
