//! `minwon --plain`: the desk as questions and answers on lines, for screen readers, logs and terminals that cannot be
//! drawn on.
//!
//! Nothing is drawn over, nothing is coloured, no key but Enter is waited for. Forms are those of the terminal program, asked
//! field by field; drafts are the same files. Must not know rules: the desk decides.

mod case;
mod contact;
mod duty;
mod fill;
mod life;
mod list;
mod many;
mod rules;
mod shift;
mod talk;
mod views;

use super::{Failure, console::Console};
use crate::{
    desk::{Desk, Effort, Opening},
    domain::{
        command::Intake,
        find::{BuiltinView, QueueView},
        staff::Staff,
        subject::CaseNumber,
    },
    form::{FormContext, earlier, intake},
    words::{Lang, Phrase, Say, find, forms, plain as text},
};
use chrono::{DateTime, Utc};
use talk::Talk;

/// What is offered at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Offer {
    Queue,
    Mine,
    Find,
    Open,
    Intake,
    Views,
    Contacts,
    Duties,
    Load,
    Handover,
    Guides,
    Charter,
    Holidays,
    Help,
    Language,
}

const OFFERS: [(Offer, Phrase); 15] = [
    (Offer::Queue, text::QUEUE),
    (Offer::Mine, text::MINE),
    (Offer::Find, text::FIND),
    (Offer::Open, text::OPEN),
    (Offer::Intake, text::INTAKE),
    (Offer::Views, text::VIEWS),
    (Offer::Contacts, text::CONTACTS),
    (Offer::Duties, text::DUTIES),
    (Offer::Load, text::OUTLOOK),
    (Offer::Handover, text::HANDOVER),
    (Offer::Guides, text::GUIDES),
    (Offer::Charter, text::CHARTER),
    (Offer::Holidays, text::HOLIDAYS),
    (Offer::Help, text::HELP),
    (Offer::Language, text::LANGUAGE),
];

/// What helps whoever works here for the first time.
const HELP: [Phrase; 8] = [
    text::HELP_NUMBERS,
    text::HELP_NUMBER,
    text::HELP_LISTS,
    text::HELP_FORMS,
    text::HELP_FIND,
    text::HELP_DANGER,
    text::HELP_SHARED,
    text::HELP_COMMANDS,
];

/// Talks with the clerk until that one leaves or says no more.
pub(super) fn run(opening: &Opening, console: &Console) -> Result<(), Failure> {
    let mut desk = Desk::open(opening)?;
    let mut talk = Talk::new(console.spoken());
    // The screens open what has begun by the calendar when they are opened, and so does this.
    let begun = desk.begin_duties().map(drop);
    talk.told(begun.map_err(Failure::from))?;
    loop {
        head(&mut desk, talk.console())?;
        let lang = talk.lang();
        let offers: Vec<String> = OFFERS.map(|(_, offer)| offer.get(lang).to_owned()).into();
        let Some(chosen) = talk.choose_or_type(&offers, text::LEAVE)? else {
            return Ok(());
        };
        let done = match chosen {
            talk::Chosen::Offer(at) => match OFFERS.get(at) {
                Some((offer, _)) => follow(*offer, &mut desk, &mut talk),
                None => Ok(()),
            },
            talk::Chosen::Typed(typed) => open(&typed, &mut desk, &mut talk),
        };
        // What the desk refuses ends the question, not the conversation.
        talk.told(done)?;
    }
}

fn follow(offer: Offer, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    match offer {
        Offer::Queue => list::run(&QueueView::default(), desk, talk),
        Offer::Mine => list::run(&QueueView::Known(BuiltinView::Mine), desk, talk),
        Offer::Find => look_for(desk, talk),
        Offer::Open => ask_number(desk, talk),
        Offer::Intake => take_in(desk, talk),
        Offer::Views => views::run(desk, talk),
        Offer::Contacts => contact::all(desk, talk),
        Offer::Duties => duty::all(desk, talk),
        Offer::Load => views::load(desk, talk),
        Offer::Handover => shift::run(desk, talk),
        Offer::Guides => rules::guides(desk, talk),
        Offer::Charter => rules::promises(desk, talk),
        Offer::Holidays => rules::days(desk, talk),
        Offer::Help => {
            let lang = talk.lang();
            talk.say_all(&HELP.map(|phrase| phrase.get(lang).to_owned()))
        }
        Offer::Language => {
            talk.switch_language();
            Ok(())
        }
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

/// Who fills in forms.
struct Clerk {
    lang: Lang,
    now: DateTime<Utc>,
    actor: Staff,
    people: Vec<Staff>,
}

impl Clerk {
    fn context(&self) -> FormContext<'_> {
        FormContext {
            lang: self.lang,
            now: self.now,
            actor: Some(&self.actor),
            people: &self.people,
        }
    }
}

fn clerk(desk: &Desk, talk: &Talk) -> Result<Clerk, Failure> {
    Ok(Clerk {
        lang: talk.lang(),
        now: desk.now(),
        actor: desk.actor().clone(),
        people: desk.staff()?,
    })
}

fn look_for(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let lang = talk.lang();
    let Some(words) = talk.ask(text::WORDS.get(lang))? else {
        return Ok(());
    };
    let found = desk.search(&words, 50, &Effort::Waiting)?;
    let rows: Vec<_> = found.rows.into_iter().map(|found| found.row).collect();
    list::choose(&rows, desk, talk)
}

fn ask_number(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let lang = talk.lang();
    match talk.ask(text::NUMBER.get(lang))? {
        Some(typed) => open(&typed, desk, talk),
        None => Ok(()),
    }
}

/// Opens what has that number: a case, a visit or call, a duty.
fn open(typed: &str, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    match desk.numbered(typed)? {
        Some(row) => list::open(row.subject, desk, talk),
        None if typed.chars().any(|c| c.is_ascii_digit()) => {
            talk.say(&find::NO_NUMBER.with(talk.lang(), &[("typed", typed)]))
        }
        None => talk.say(text::NO_NUMBER.get(talk.lang())),
    }
}

/// Reads out the earlier cases of the same person, so that a matter can be linked to one of them before it is filed; nothing
/// where the clerk goes back.
fn link(
    matter: &Intake,
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<Option<Vec<CaseNumber>>, Failure> {
    let words = format!("{}\n{}", matter.title, matter.body);
    let earlier = desk.earlier(&matter.party, &matter.category, words.trim(), None)?;
    if earlier.is_empty() {
        return Ok(Some(Vec::new()));
    }
    let lang = talk.lang();
    talk.say(forms::EARLIER.get(lang))?;
    let mut offers = vec![text::UNLINKED.get(lang).to_owned()];
    let (rules, now) = (desk.rules()?, desk.now());
    offers.extend(earlier.iter().map(|case| {
        let head = earlier::head(case, false, lang);
        let head: Vec<&str> = head.split_whitespace().collect();
        let rest = earlier::rest(case, Some(rules.calendars.now()), now, lang);
        format!("{}. {}", head.join(" "), rest.join(" - "))
    }));
    let chosen = talk.choose(&offers, text::BACK)?;
    let case = |at: usize| earlier.get(at.checked_sub(1)?).map(|case| case.number);
    Ok(chosen.map(|at| case(at).into_iter().collect()))
}

fn take_in(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let rules = desk.rules()?;
    let (actor, lang) = (desk.actor().clone(), talk.lang());
    let mut form = intake::form(&rules.charter, lang);
    loop {
        let name = intake::DRAFT;
        let asked = fill::Asked { name, danger: None };
        let change = |form: &mut _| intake::follow(form, &rules.charter, Some(&actor), lang);
        if !fill::run(&mut form, &asked, change, desk, talk)? {
            return Ok(());
        }
        let (matter, faults) = intake::read(&form, &rules.charter);
        if !faults.is_empty() {
            fill::fault(&mut form, &faults, talk)?;
            continue;
        }
        let Some(earlier) = link(&matter, desk, talk)? else {
            return talk.say(text::NOT_SAVED.get(talk.lang()));
        };
        match desk.intake_linked(&matter, &earlier) {
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
