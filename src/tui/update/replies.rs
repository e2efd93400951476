//! What the desk replies, and that another process has written: where it goes, and what is asked for then.
//!
//! Must not know keys.

use super::{begin, day, glance, hear, jump, many};
use crate::{
    desk::{CaseView, EarlierCase},
    domain::subject::{CaseNumber, Subject},
    tui::{
        act::{ActScreen, MenuScreen},
        detail::DetailScreen,
        effect::{CaseReply, DeskReply, Effect, Query},
        model::Model,
        screen::{Go, Heard, Saying, Screen},
    },
    words::{Say, find, terminal as text},
};

/// Another process has written: what is on the screen is read again.
pub(super) fn changed(model: &mut Model) -> Vec<Effect> {
    let mut effects = vec![
        Effect::Read(Query::Rules),
        model.queue.watch(),
        Effect::Read(Query::Counts),
    ];
    match &model.screen {
        Screen::Detail(detail) => {
            let number = detail.number();
            model.pending = Some(Go::Case(number));
            effects.push(Effect::Read(Query::Case(number)));
        }
        // What they list may have changed; a form keeps what was typed and learns of it when it is sent.
        Screen::Search(_)
        | Screen::Holidays(_)
        | Screen::Contacts(_)
        | Screen::Duties(_)
        | Screen::Handover(_)
        | Screen::Outlook(_) => {
            effects.extend(hear(model, &Heard::Opened));
        }
        _ => {}
    }
    effects
}

/// Takes an answer of the desk in.
pub(super) fn take(model: &mut Model, reply: DeskReply) -> Vec<Effect> {
    match reply {
        DeskReply::Page(rows, what) => {
            if let Some(effects) = jump::elsewhere(model, &rows, what) {
                return effects;
            }
            let more = model.queue.take(rows, what);
            more.into_iter().chain(glance(model)).collect()
        }
        DeskReply::Counts(counts) => {
            model.shared.counts = counts;
            Vec::new()
        }
        DeskReply::Rules(rules, actor, people) => {
            model.shared.rules = Some(rules);
            model.shared.actor = Some(actor);
            model.shared.people = people;
            day::turned(model).into_iter().collect()
        }
        DeskReply::DutiesBegun(begun) => day::began(model, begun),
        DeskReply::Present(present) => {
            model.queue.noted.present(&present);
            Vec::new()
        }
        DeskReply::Jumped(typed, row) => jump::told(model, &typed, row),
        DeskReply::ManyDone(outcomes) => many::told(model, outcomes),
        DeskReply::Glance(glanced) => {
            model.pane.glanced = Some(glanced);
            Vec::new()
        }
        DeskReply::Case(CaseReply::Read(view, earlier)) if model.pending.is_some() => {
            read(model, view, earlier)
        }
        DeskReply::Founded => {
            let mut effects = begin(model);
            effects.extend(hear(model, &Heard::Told(&DeskReply::Founded)));
            effects
        }
        DeskReply::Failed(error) => {
            model.pending = None;
            if !model.screen.tells_failures() {
                let said = error.say(model.shared.lang);
                model.saying = Some(Saying::Refused(said));
            }
            hear(model, &Heard::Told(&DeskReply::Failed(error)))
        }
        reply @ (DeskReply::Draft(..)
        | DeskReply::Case(_)
        | DeskReply::Intake(_)
        | DeskReply::Contact(_)
        | DeskReply::Views(_)
        | DeskReply::Outlook(_)
        | DeskReply::Search(_)
        | DeskReply::Handover(_)
        | DeskReply::Duty(_)
        | DeskReply::Holiday(_)) => hear(model, &Heard::Told(&reply)),
    }
}

/// A case that was asked for opens, in the way it was asked for.
fn read(model: &mut Model, view: Box<CaseView>, earlier: Vec<EarlierCase>) -> Vec<Effect> {
    let (number, facts) = (view.case.number, view.case.seq);
    let pending = model.pending.take();
    uncover_case(model, number);
    model.screen = match std::mem::replace(&mut model.screen, Screen::Queue) {
        Screen::Search(search) => {
            model.searched = Some(search);
            Screen::Queue
        }
        screen => screen,
    };
    model.screen = match pending {
        Some(Go::Menu(_)) => Screen::Menu(Box::new(MenuScreen::new(view, &model.shared))),
        Some(Go::Act(_, kind)) => {
            Screen::Act(Box::new(ActScreen::new(kind, view, earlier, &model.shared)))
        }
        _ => detail_again(model, view, earlier, number),
    };
    model.queue.noted.read(Subject::Case(number), facts);
    tell_who(model, number);
    hear(model, &Heard::Opened)
}

/// Says who else has the case open that is shown now.
fn tell_who(model: &mut Model, number: CaseNumber) {
    let subject = Subject::Case(number);
    if let (Screen::Detail(_), None) = (&model.screen, &model.saying)
        && let Some(name) = model.queue.noted.opened_by(subject)
    {
        let said = find::OPENED_BY.with(model.shared.lang, &[("name", name)]);
        model.saying = Some(Saying::Done(said));
    }
}

/// Takes the palette and the help away for what opens now; a case that lay beneath keeps its place.
fn uncover_case(model: &mut Model, number: CaseNumber) {
    let same = |screen: &Screen| matches!(screen, Screen::Detail(it) if it.number() == number);
    if let Some(at) = model.beneath.iter().position(same) {
        model.screen = model.beneath.swap_remove(at);
    }
    model.beneath.clear();
}

/// The detail of a case; one that is open already keeps its place and is told that it changed.
fn detail_again(
    model: &mut Model,
    view: Box<CaseView>,
    earlier: Vec<EarlierCase>,
    number: CaseNumber,
) -> Screen {
    match std::mem::replace(&mut model.screen, Screen::Queue) {
        Screen::Detail(mut detail) if detail.number() == number => {
            if detail.show(view, earlier) {
                model.saying = Some(Saying::Done(
                    text::READ_AGAIN.get(model.shared.lang).to_owned(),
                ));
            }
            Screen::Detail(detail)
        }
        _ => Screen::Detail(Box::new(DetailScreen::new(view, earlier))),
    }
}
