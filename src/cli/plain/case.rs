//! A case read out, and what can be done with it.

use super::{Clerk, fill, life, notices, talk::Talk};
use crate::{
    cli::{Failure, show},
    desk::{CaseView, Desk, EarlierCase, Order},
    domain::{
        case::CaseNumber,
        charter::Moment,
        guide::{self, People},
        party::Party,
    },
    form::{
        amended,
        case::{self, ActionKind},
    },
    words::{Audience, Phrase, Say, plain as text},
};

/// Details of a case beside those read out at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CaseDetail {
    NotNow,
    Notices,
    Life,
    Dates,
    Earlier,
    Person,
}

const DETAILS: [(CaseDetail, Phrase); 6] = [
    (CaseDetail::NotNow, text::NOT_NOW),
    (CaseDetail::Notices, text::NOTICES_OF),
    (CaseDetail::Life, text::LIFE),
    (CaseDetail::Dates, text::WHY_DATES),
    (CaseDetail::Earlier, text::EARLIER),
    (CaseDetail::Person, text::PERSON),
];

/// Reads a case out and records what is done with it, until the clerk goes back.
pub(super) fn run(number: CaseNumber, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let mut read_out = None;
    loop {
        let (view, earlier) = desk.case_with_earlier(number)?;
        // Reading a detail is no reason to read the whole case again.
        if read_out.replace(view.case.seq) != Some(view.case.seq) {
            talk.mark_read(number, view.case.seq);
            let staff = desk.staff()?;
            let console = talk.console();
            let page = show::page(&view, desk.now(), console.names(&staff), console.style);
            console.print(&format!("\n{page}"))?;
        }
        let actions = possible(&view, desk);
        let mut offers: Vec<String> = actions.iter().map(|kind| offer(*kind, talk)).collect();
        offers.extend(talk.offers(DETAILS.map(|(_, phrase)| phrase)));
        talk.say(text::ACTIONS, &[])?;
        let Some(chosen) = talk.choose(&offers)? else {
            return Ok(());
        };
        let result = match (
            actions.get(chosen),
            DETAILS.get(chosen - actions.len().min(chosen)),
        ) {
            (Some(kind), _) => record(*kind, (&view, &earlier), &[], desk, talk).map(drop),
            (None, Some((detail, _))) => read(*detail, (&view, &earlier), desk, talk),
            (None, None) => Ok(()),
        };
        talk.report(result)?;
    }
}

fn read(
    detail: CaseDetail,
    (view, earlier): (&CaseView, &[EarlierCase]),
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<(), Failure> {
    match detail {
        CaseDetail::NotNow => not_now(view, desk, talk),
        CaseDetail::Notices => notices::of_case(view.case.number, desk, talk),
        CaseDetail::Life => talk.print_all(&life::life(view, desk.now(), talk.lang())),
        CaseDetail::Dates => talk.print_all(&life::why(view, talk.lang())),
        CaseDetail::Earlier => {
            let mut rows = Vec::new();
            for case in earlier {
                rows.extend(desk.queue_row(case.number)?);
            }
            super::list::choose(&rows, desk, talk)
        }
        CaseDetail::Person => person(view, talk),
    }
}

/// The actions that are possible on a case now.
pub(super) fn possible(view: &CaseView, desk: &Desk) -> Vec<ActionKind> {
    let by = (desk.actor().role, desk.now());
    let kinds = ActionKind::ALL.iter().copied();
    kinds.filter(|kind| view.check(*kind, by).is_ok()).collect()
}

/// An action as an offer.
pub(super) fn offer(kind: ActionKind, talk: &Talk) -> String {
    let lang = talk.lang();
    format!("{}: {}", kind.say(lang), kind.does().get(lang))
}

fn not_now(view: &CaseView, desk: &Desk, talk: &Talk) -> Result<(), Failure> {
    let (by, lang) = ((desk.actor().role, desk.now()), talk.lang());
    for kind in ActionKind::ALL {
        if let Err(refusal) = view.check(*kind, by) {
            talk.print(&format!("{}: {}", kind.say(lang), refusal.say(lang)))?;
        }
    }
    Ok(())
}

/// The complainant without masks, with the charter's scripts about privacy.
fn person(view: &CaseView, talk: &Talk) -> Result<(), Failure> {
    let party = &view.party;
    let known = [&party.name, &party.phone, &party.email, &party.address];
    let known = known.map(String::as_str).into_iter();
    let known: Vec<&str> = known.filter(|one| !one.is_empty()).collect();
    if known.is_empty() {
        return talk.say(text::NOBODY, &[]);
    }
    talk.print(&known.join(". "))?;
    talk.print_all(&amended::lines(view, Party::clone, talk.lang()))?;
    for script in guide::scripts(&view.rules.charter, None, Some(Moment::Privacy)) {
        talk.print(&People::default().fill(&script.text, talk.lang()))?;
    }
    Ok(())
}

/// Has the form of an action filled in and records it on the case, then on each of the others by itself. Returns the
/// cases on which it was done.
pub(super) fn record(
    kind: ActionKind,
    (view, earlier): (&CaseView, &[EarlierCase]),
    others: &[(CaseNumber, u32)],
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<Vec<CaseNumber>, Failure> {
    let clerk = Clerk::new(desk, talk)?;
    let mut form = case::begun(kind, view, earlier, clerk.context());
    let names = clerk.context().names();
    for said in case::of_investigation(kind, view, &view.case.department, names) {
        talk.print(&said)?;
    }
    talk.print_all(&case::kept(kind, view, clerk.context()))?;
    if let Some(said) = case::of_supplement(kind, view, (desk.now(), clerk.lang)) {
        talk.print(&said)?;
    }
    let (name, now) = (case::draft_name(kind, view.case.number), desk.now());
    let role = desk.actor().role;
    let does = kind.does().get(clerk.lang);
    let draft = fill::Draft {
        name: &name,
        danger: kind.is_dangerous().then(|| (kind.say(clerk.lang), does)),
    };
    let order = fill::submit(
        &mut form,
        &draft,
        |form| {
            case::settle(kind, form, earlier, role);
            case::follow(form, view, now);
        },
        desk,
        talk,
        |form, desk, _talk| {
            let names = clerk.context().names();
            let order = case::order(kind, form, view, names, desk.now()).map_err(fill::rejected)?;
            desk.run(&order)?;
            Ok(order)
        },
    )?;
    let Some(order) = order else {
        return Ok(Vec::new());
    };
    desk.drop_draft(&name)?;
    say_recorded(view.case.number, kind, talk)?;
    let mut done = vec![view.case.number];
    for (number, facts) in others {
        // A case that changed since it was read out is refused; a refusal does not stop the others.
        let order = Order {
            number: *number,
            seen: Some(*facts),
            ..order.clone()
        };
        match desk.run(&order) {
            Ok(_) => {
                say_recorded(*number, kind, talk)?;
                done.push(*number);
            }
            Err(error) => {
                let why = error.say_to(Audience::CommandLine, talk.lang());
                let values = [("number", &*number.to_string()), ("why", &why)];
                talk.say(text::NOT_DONE, &values)?;
            }
        }
    }
    Ok(done)
}

fn say_recorded(number: CaseNumber, kind: ActionKind, talk: &Talk) -> Result<(), Failure> {
    let (number, what) = (number.to_string(), kind.say(talk.lang()));
    talk.say(text::RECORDED, &[("number", &number), ("what", &what)])
}
