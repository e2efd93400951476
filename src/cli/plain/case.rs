//! A case read out, and what can be done with it.

use super::{clerk, fill, life, talk::Talk};
use crate::{
    cli::{Failure, show, table::Manner},
    desk::{CaseView, Desk, DeskError, EarlierCase, Order},
    domain::{
        case::CaseNumber,
        charter::Moment,
        guide::{self, People},
        staff::Names,
        subject::Subject,
    },
    form::case::{self, ActionKind},
    words::{Audience, Phrase, Say, plain as text},
};

/// What can be read of a case beside what is read out at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Read {
    NotNow,
    Life,
    Dates,
    Earlier,
    Person,
}

const READ: [(Read, Phrase); 5] = [
    (Read::NotNow, text::NOT_NOW),
    (Read::Life, text::LIFE),
    (Read::Dates, text::WHY_DATES),
    (Read::Earlier, text::EARLIER),
    (Read::Person, text::PERSON),
];

/// Reads a case out and records what is done with it, until the clerk goes back. Others see meanwhile who has it open.
pub(super) fn run(number: CaseNumber, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    desk.show_open(Some(Subject::Case(number)));
    let done = stay(number, desk, talk);
    desk.show_open(None);
    done
}

fn stay(number: CaseNumber, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let mut heard = None;
    loop {
        let (view, earlier) = desk.case_with_earlier(number)?;
        // Whoever only reads on need not listen to all of it again.
        if heard.replace(view.case.seq) != Some(view.case.seq) {
            talk.has_seen(number, view.case.seq);
            talk.console().line("")?;
            let (staff, lang) = (&desk.staff()?, talk.lang());
            let told = show::told(&view, desk.now(), Names { staff, lang }, Manner::Sentences);
            talk.console().print(&told)?;
        }
        let can = able(&view, desk);
        let lang = talk.lang();
        let mut offers: Vec<String> = can.iter().map(|kind| offer(*kind, talk)).collect();
        offers.extend(READ.map(|(_, phrase)| phrase.get(lang).to_owned()));
        talk.say(text::ACTIONS.get(lang))?;
        let Some(chosen) = talk.choose(&offers, text::BACK)? else {
            return Ok(());
        };
        let done = match can.get(chosen) {
            Some(kind) => record(*kind, (&view, &earlier), &[], desk, talk).map(drop),
            None => read(chosen - can.len(), (&view, &earlier), desk, talk),
        };
        talk.told(done)?;
    }
}

/// Reads out what stands at a place of [`READ`].
fn read(
    at: usize,
    (view, earlier): (&CaseView, &[EarlierCase]),
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<(), Failure> {
    let lang = talk.lang();
    match READ.get(at).map(|(read, _)| *read) {
        Some(Read::NotNow) => not_now(view, desk, talk),
        Some(Read::Life) => talk.say_all(&life::life(view, desk.now(), lang)),
        Some(Read::Dates) => talk.say_all(&life::why(view, lang)),
        Some(Read::Earlier) => read_earlier(earlier, desk, talk),
        Some(Read::Person) | None => person(view, talk),
    }
}

/// What can be done with a case now.
pub(super) fn able(view: &CaseView, desk: &Desk) -> Vec<ActionKind> {
    let by = (desk.actor().role, desk.now());
    let kinds = ActionKind::ALL.iter().copied();
    kinds.filter(|kind| view.check(*kind, by).is_ok()).collect()
}

/// An action as it is offered.
pub(super) fn offer(kind: ActionKind, talk: &Talk) -> String {
    format!(
        "{}: {}",
        kind.say(talk.lang()),
        kind.does().get(talk.lang())
    )
}

fn not_now(view: &CaseView, desk: &Desk, talk: &Talk) -> Result<(), Failure> {
    let (by, lang) = ((desk.actor().role, desk.now()), talk.lang());
    for kind in ActionKind::ALL {
        if let Err(refusal) = view.check(*kind, by) {
            talk.say(&format!("{}: {}", kind.say(lang), refusal.say(lang)))?;
        }
    }
    Ok(())
}

/// Earlier cases of the same person, to be opened from here.
fn read_earlier(earlier: &[EarlierCase], desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let numbers = earlier.iter().map(|one| one.number);
    let mut rows = Vec::new();
    for number in numbers {
        rows.extend(desk.queue_row(number)?);
    }
    super::list::choose(&rows, desk, talk)
}

/// The complainant without masks, with what the charter asks of whoever looks at that.
fn person(view: &CaseView, talk: &Talk) -> Result<(), Failure> {
    let lang = talk.lang();
    let party = &view.party;
    let known = [&party.name, &party.phone, &party.email, &party.address];
    let known = known.map(String::as_str).into_iter();
    let known: Vec<&str> = known.filter(|one| !one.is_empty()).collect();
    if known.is_empty() {
        return talk.say(text::NOBODY.get(lang));
    }
    talk.say(&known.join(". "))?;
    let scripts = guide::scripts(&view.rules.charter, None, Some(Moment::Privacy));
    let said = scripts
        .iter()
        .map(|script| People::default().fill(&script.text, lang));
    talk.say_all(&said.collect::<Vec<_>>())
}

/// Fills the form of an action in and records it, on the case and on the others, each by itself; the cases on which it was
/// done.
pub(super) fn record(
    kind: ActionKind,
    (view, earlier): (&CaseView, &[EarlierCase]),
    others: &[(CaseNumber, u32)],
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<Vec<CaseNumber>, Failure> {
    let clerk = clerk(desk, talk)?;
    let lang = talk.lang();
    let mut form = case::begun(kind, view, earlier, clerk.context());
    let name = case::draft_name(kind, view.case.number);
    let does = kind.does().get(lang);
    loop {
        let asked = fill::Asked {
            name: &name,
            danger: kind.is_dangerous().then(|| (kind.say(lang), does)),
        };
        if !fill::run(&mut form, &asked, |_form| (), desk, talk)? {
            return Ok(Vec::new());
        }
        let order = match case::order(kind, &form, view, clerk.context().names()) {
            Ok(order) => order,
            Err(faults) => {
                fill::fault(&mut form, &faults, talk)?;
                continue;
            }
        };
        match desk.run(&order) {
            Ok(_) => {
                desk.drop_draft(&name)?;
                recorded(view.case.number, kind, talk)?;
                let done = on_others(kind, &order, others, desk, talk)?;
                return Ok(std::iter::once(view.case.number).chain(done).collect());
            }
            Err(error) => fill::refused(&mut form, error, talk)?,
        }
    }
}

fn recorded(number: CaseNumber, kind: ActionKind, talk: &Talk) -> Result<(), Failure> {
    let number = number.to_string();
    let values = [
        ("number", number.as_str()),
        ("what", &kind.say(talk.lang())),
    ];
    talk.say(&text::RECORDED.with(talk.lang(), &values))
}

/// The same on the other cases, as each stood when it was read out; what is refused is told and keeps no other back.
fn on_others(
    kind: ActionKind,
    first: &Order,
    others: &[(CaseNumber, u32)],
    desk: &mut Desk,
    talk: &Talk,
) -> Result<Vec<CaseNumber>, Failure> {
    let mut done = Vec::new();
    for (number, facts) in others {
        let order = Order {
            number: *number,
            seen: Some(*facts),
            ..first.clone()
        };
        match desk.run(&order) {
            Ok(_) => {
                recorded(*number, kind, talk)?;
                done.push(*number);
            }
            Err(error) => not_done(*number, &error, talk)?,
        }
    }
    Ok(done)
}

fn not_done(number: CaseNumber, error: &DeskError, talk: &Talk) -> Result<(), Failure> {
    let (number, why) = (
        number.to_string(),
        error.say_to(Audience::CommandLine, talk.lang()),
    );
    let values = [("number", number.as_str()), ("why", &why)];
    talk.say(&text::NOT_DONE.with(talk.lang(), &values))
}
