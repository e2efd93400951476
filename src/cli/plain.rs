//! `minwon --plain`: the desk as questions and answers on lines, for screen readers, logs and terminals that cannot be
//! drawn on.
//!
//! Uses no colours, redraws nothing and needs no key but Enter. The forms and drafts are those of the terminal program, asked
//! field by field. Must not know rules: the desk decides.

mod case;
mod contact;
mod duty;
mod fill;
mod life;
mod list;
mod many;
mod notices;
mod rules;
mod shift;
mod talk;
mod views;

use super::{Failure, console::Console, table::TableStyle};
use crate::{
    desk::{ANSWER_PATIENCE, Desk, EarlierCase, Effort},
    domain::{
        command::Intake,
        find::{BuiltinView, QueueView},
        staff::Staff,
        subject::CaseNumber,
    },
    form::{FormContext, asked, earlier, intake},
    words::{Audience, Lang, Phrase, Say, find, forms, plain as text},
};
use chrono::{DateTime, Utc};
use talk::Talk;

/// An offer of the main menu.
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
    Notices,
    Load,
    Handover,
    Guides,
    Charter,
    Holidays,
    Help,
    Language,
}

const OFFERS: [(Offer, Phrase); 16] = [
    (Offer::Queue, text::QUEUE),
    (Offer::Mine, text::MINE),
    (Offer::Find, text::FIND),
    (Offer::Open, text::OPEN),
    (Offer::Intake, text::INTAKE),
    (Offer::Views, text::VIEWS),
    (Offer::Contacts, text::CONTACTS),
    (Offer::Duties, text::DUTIES),
    (Offer::Notices, text::NOTICES),
    (Offer::Load, text::OUTLOOK),
    (Offer::Handover, text::HANDOVER),
    (Offer::Guides, text::GUIDES),
    (Offer::Charter, text::CHARTER),
    (Offer::Holidays, text::HOLIDAYS),
    (Offer::Help, text::HELP),
    (Offer::Language, text::LANGUAGE),
];

/// Introduction for new clerks.
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

/// Runs the conversation until the clerk leaves or the input ends.
pub(super) fn run(console: &Console) -> Result<(), Failure> {
    let mut desk = Desk::open(&console.opening())?;
    let mut talk = Talk::new(Console {
        style: TableStyle::Sentences,
        ..console.clone()
    });
    // The screens open due duties on start as well.
    let opened = desk.begin_duties().map(drop);
    talk.report(opened.map_err(Failure::from))?;
    loop {
        head(&mut desk, talk.console())?;
        let offers = talk.offers(OFFERS.map(|(_, phrase)| phrase));
        let Some(chosen) = talk.choose_or_type(&offers)? else {
            return Ok(());
        };
        let result = match chosen {
            talk::MenuChoice::Offer(at) => match OFFERS.get(at) {
                Some((offer, _)) => follow(*offer, &mut desk, &mut talk),
                None => Ok(()),
            },
            talk::MenuChoice::Typed(typed) => open(&typed, &mut desk, &mut talk),
        };
        // A refusal ends the question, not the conversation.
        talk.report(result)?;
    }
}

fn follow(offer: Offer, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    match offer {
        Offer::Queue => list::run(&QueueView::default(), desk, talk),
        Offer::Mine => list::run(&QueueView::Known(BuiltinView::Mine), desk, talk),
        Offer::Find => search(desk, talk),
        Offer::Open => match talk.ask(text::NUMBER)? {
            Some(typed) => open(&typed, desk, talk),
            None => Ok(()),
        },
        Offer::Intake => take_in(desk, talk),
        Offer::Views => views::run(desk, talk),
        Offer::Contacts => contact::all(desk, talk),
        Offer::Duties => duty::all(desk, talk),
        Offer::Notices => notices::all(desk, talk),
        Offer::Load => views::load(desk, talk),
        Offer::Handover => shift::run(desk, talk),
        Offer::Guides => rules::guides(desk, talk),
        Offer::Charter => crate::cli::charter::show(&desk.rules()?.charter, talk.console()),
        Offer::Holidays => rules::holidays(desk, talk),
        Offer::Help => talk.print_all(&talk.offers(HELP)),
        Offer::Language => {
            talk.switch_language();
            Ok(())
        }
    }
}

/// Prints the organisation, the clerk, the time and the counts.
fn head(desk: &mut Desk, console: &Console) -> Result<(), Failure> {
    let rules = desk.rules()?;
    let counts = desk.counts()?;
    let values = [
        ("body", rules.charter.name.say(console.lang())),
        ("name", desk.actor().name.clone()),
        (
            "time",
            super::document::minute(desk.now(), rules.charter.office.zone),
        ),
        ("overdue", counts.overdue.to_string()),
        ("today", counts.today.to_string()),
        ("soon", counts.soon.to_string()),
        ("untold", counts.untold.to_string()),
    ];
    console.line("")?;
    let head = if counts.untold > 0 {
        text::HEAD_UNTOLD
    } else {
        text::HEAD
    };
    console.line(&head.of(console.lang(), &values))
}

/// The clerk who fills in forms.
struct Clerk {
    lang: Lang,
    now: DateTime<Utc>,
    actor: Staff,
    people: Vec<Staff>,
}

impl Clerk {
    fn new(desk: &Desk, talk: &Talk) -> Result<Self, Failure> {
        Ok(Self {
            lang: talk.lang(),
            now: desk.now(),
            actor: desk.actor().clone(),
            people: desk.staff()?,
        })
    }

    fn context(&self) -> FormContext<'_> {
        FormContext {
            lang: self.lang,
            now: self.now,
            actor: Some(&self.actor),
            people: &self.people,
        }
    }
}

fn search(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let Some(words) = talk.ask(text::WORDS)? else {
        return Ok(());
    };
    let found = desk.search(&words, 50, &Effort::Waiting)?;
    let rows: Vec<_> = found.rows.into_iter().map(|found| found.row).collect();
    list::choose(&rows, desk, talk)
}

/// Opens the case, contact or duty of that number.
fn open(typed: &str, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    match desk.numbered(typed)? {
        Some(row) => list::open(row.subject, desk, talk),
        None if typed.chars().any(|c| c.is_ascii_digit()) => {
            talk.say(find::NO_NUMBER, &[("typed", typed)])
        }
        None => talk.say(text::NO_NUMBER, &[]),
    }
}

/// Offers the earlier cases of the same person as links of a new one; `None` where the clerk goes back.
fn link(
    matter: &Intake,
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<Option<Vec<CaseNumber>>, Failure> {
    let words = format!("{}\n{}", matter.title, matter.body);
    let earlier = desk.earlier(&matter.party, &matter.category, words.trim(), None)?;
    let similar = desk.similar(
        &matter.party,
        &matter.category,
        &matter.title,
        ANSWER_PATIENCE,
    )?;
    let lang = talk.lang();
    let (rules, now) = (desk.rules()?, desk.now());
    let line = |case: &EarlierCase| {
        let head = earlier::head(case, false, lang);
        let head: Vec<&str> = head.split_whitespace().collect();
        let rest = earlier::rest(case, Some(rules.calendars.now()), now, lang);
        format!("{}. {}", head.join(" "), rest.join(" - "))
    };
    if !similar.is_empty() {
        talk.say(forms::SIMILAR, &[])?;
        talk.print_all(&similar.iter().map(line).collect::<Vec<_>>())?;
    }
    if earlier.is_empty() {
        return Ok(Some(Vec::new()));
    }
    talk.say(forms::EARLIER, &[])?;
    let mut offers = talk.offers([text::UNLINKED]).to_vec();
    offers.extend(earlier.iter().map(line));
    let chosen = talk.choose(&offers)?;
    let case = |at: usize| earlier.get(at.checked_sub(1)?).map(|case| case.number);
    Ok(chosen.map(|at| case(at).into_iter().collect()))
}

fn take_in(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let rules = desk.rules()?;
    let (actor, lang) = (desk.actor().clone(), talk.lang());
    let mut form = intake::form(&rules.charter, lang);
    let change = |form: &mut _| intake::follow(form, &rules.charter, Some(&actor), lang);
    let draft = fill::Draft::of(intake::DRAFT);
    let taken = fill::submit(&mut form, &draft, change, desk, talk, |form, desk, talk| {
        let (matter, faults) = intake::read(form, &rules.charter, desk.now());
        if !faults.is_empty() {
            return Err(fill::rejected(faults));
        }
        match link(&matter, desk, talk)? {
            Some(earlier) => Ok(Some(desk.intake_linked(&matter, &earlier)?)),
            None => Ok(None),
        }
    })?;
    match taken {
        None => Ok(()),
        Some(None) => talk.say(text::NOT_SAVED, &[]),
        Some(Some(number)) => {
            desk.drop_draft(intake::DRAFT)?;
            talk.say(text::TAKEN_IN, &[("number", &number.to_string())])?;
            let view = desk.case(number)?;
            talk.print_all(&asked::offers(&view.case.intake, Audience::Screen, lang))?;
            list::open(number.into(), desk, talk)
        }
    }
}
