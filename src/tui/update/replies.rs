//! What the desk replies, and that another process has written: where it goes, and what is asked for then.
//!
//! Must not know keys.

use super::{begin, day, dispatch, glance, jump, many};
use crate::{
    desk::{CaseView, DeskError, EarlierCase},
    domain::subject::{CaseNumber, Subject},
    tui::{
        act::{ActScreen, MenuScreen},
        detail::{DetailScreen, HistoryScreen},
        effect::{CaseReply, ContactReply, DeskReply, Effect, IntakeReply, Query},
        model::Model,
        pane::PaneContent,
        papers::PapersScreen,
        restore::OnCase,
        screen::{Failures, News, Purpose, Screen, ScreenEvent, StatusMessage},
    },
    words::{Lang, Say, find, terminal as text},
};

/// Another process has written: what is on the screen is read again. A form keeps what was typed and learns of it when it
/// is sent.
pub(super) fn changed(model: &mut Model) -> Vec<Effect> {
    let mut effects = vec![
        Effect::Read(Query::Rules),
        model.queue.reload_after_write(),
        Effect::Read(Query::Counts),
    ];
    effects.extend(dispatch(model, &ScreenEvent::Outdated(News::Written)));
    effects
}

/// Takes a reply of the desk in.
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
            day::check_duties(model).into_iter().collect()
        }
        DeskReply::DutiesBegun(begun) => day::duties_begun(model, begun),
        DeskReply::Present(present) => {
            model.queue.marks.set_viewers(&present);
            Vec::new()
        }
        DeskReply::Jumped(typed, row) => jump::finish(model, &typed, row),
        DeskReply::ManyDone(outcomes) => many::finish(model, outcomes),
        DeskReply::Glance(content) => glanced(model, content),
        DeskReply::Case(CaseReply::Read(view, earlier)) => match model.pending.take() {
            Some(on) => opened(model, on, view, earlier),
            None => dispatch(
                model,
                &ScreenEvent::Reply(&DeskReply::Case(CaseReply::Read(view, earlier))),
            ),
        },
        DeskReply::Founded => {
            let mut effects = begin(model);
            effects.extend(dispatch(model, &ScreenEvent::Reply(&DeskReply::Founded)));
            effects
        }
        DeskReply::Failed(error) => failed(model, &error),
        reply @ (DeskReply::Draft(..)
        | DeskReply::Case(CaseReply::Done(_))
        | DeskReply::Intake(_)
        | DeskReply::Contact(_)
        | DeskReply::Views(_)
        | DeskReply::Outlook(_)
        | DeskReply::Search(_)
        | DeskReply::Handover(_)
        | DeskReply::Duty(_)
        | DeskReply::Holiday(_)
        | DeskReply::Notice(_)
        | DeskReply::Printed(_)) => dispatch(model, &ScreenEvent::of(&reply)),
    }
}

/// Takes in what the pane shows; the bar may have gone on meanwhile.
fn glanced(model: &mut Model, content: PaneContent) -> Vec<Effect> {
    let (subject, _) = content.state();
    let chosen = model.queue.selected();
    if chosen.is_some_and(|row| row.subject == subject) {
        model.pane.content = Some(content);
    }
    Vec::new()
}

fn failed(model: &mut Model, error: &DeskError) -> Vec<Effect> {
    model.pending = None;
    let told = model.screen().map(|screen| screen.state().failures);
    if told != Some(Failures::OnScreen) {
        let said = error.say(model.shared.lang);
        model.saying = Some(StatusMessage::Refused(said));
    }
    dispatch(model, &ScreenEvent::Failed(error))
}

/// Tells on the line at the bottom what came of a save whose screen was left; what is shown is read again.
pub(super) fn late(model: &mut Model, reply: &DeskReply) -> Vec<Effect> {
    let lang = model.shared.lang;
    let failed = unsaved(reply, lang).join(" ");
    let before = match model.saying.take() {
        Some(StatusMessage::Refused(said)) if !failed.is_empty() => format!("{said} "),
        Some(_) | None => String::new(),
    };
    model.saying = Some(if !failed.is_empty() {
        let said = text::NOT_SAVED_LATE.with(lang, &[("why", &failed)]);
        StatusMessage::Refused(before + &said)
    } else if let Some(number) = number(reply) {
        StatusMessage::Done(text::SAVED_LATE_NUMBER.with(lang, &[("number", &number)]))
    } else {
        StatusMessage::Done(text::SAVED_LATE.get(lang).to_owned())
    });
    if let DeskReply::ManyDone(outcomes) = reply {
        many::unmark_done(model, outcomes);
    }
    changed(model)
}

/// What a save has recorded something of.
fn number(reply: &DeskReply) -> Option<String> {
    match reply {
        DeskReply::Case(CaseReply::Done(number))
        | DeskReply::Intake(IntakeReply::TakenIn(number))
        | DeskReply::Contact(ContactReply::Became(_, number)) => Some(number.to_string()),
        DeskReply::Contact(ContactReply::Arrived(number) | ContactReply::Done(number)) => {
            Some(number.to_string())
        }
        _ => None,
    }
}

/// What was not done, each in a sentence.
pub(in crate::tui) fn unsaved(reply: &DeskReply, lang: Lang) -> Vec<String> {
    match reply {
        DeskReply::Failed(error) => vec![error.say(lang)],
        DeskReply::ManyDone(outcomes) => {
            let said = outcomes.iter().filter_map(|(number, outcome)| {
                let error = outcome.as_ref().err()?;
                Some(format!("{number}: {}", error.say(lang)))
            });
            said.collect()
        }
        _ => Vec::new(),
    }
}

/// A case that was asked for opens, in the way it was asked for.
fn opened(
    model: &mut Model,
    on: OnCase,
    view: Box<CaseView>,
    earlier: Vec<EarlierCase>,
) -> Vec<Effect> {
    let (number, facts) = (view.case.number, view.case.seq);
    uncover_case(model, number);
    if model.purpose() == Some(Purpose::Results) {
        model.results = model.screens.pop();
    }
    let shared = &model.shared;
    let screen: Box<dyn Screen> = match on {
        OnCase::Menu => Box::new(MenuScreen::new(view, shared)),
        OnCase::Act(kind) => Box::new(ActScreen::new(kind, view, earlier, shared)),
        OnCase::Strike(fact) => Box::new(ActScreen::striking(fact, view, earlier, shared)),
        OnCase::History => Box::new(HistoryScreen::new(view)),
        OnCase::Papers => Box::new(PapersScreen::new(view)),
        OnCase::Detail if model.purpose() == Some(Purpose::Case(number)) => {
            // It keeps its place and says whether it changed.
            let read = DeskReply::Case(CaseReply::Read(view, earlier));
            let mut effects = dispatch(model, &ScreenEvent::Reply(&read));
            effects.extend(shown(model, number, facts));
            return effects;
        }
        OnCase::Detail => Box::new(DetailScreen::new(view, earlier)),
    };
    model.replace_screens(vec![screen]);
    shown(model, number, facts)
}

/// The case was read here as it stands now.
fn shown(model: &mut Model, number: CaseNumber, facts: u32) -> Vec<Effect> {
    model.queue.marks.note_read(Subject::Case(number), facts);
    tell_who(model, number);
    dispatch(model, &ScreenEvent::Opened)
}

/// Says who else has the case open that is shown now.
fn tell_who(model: &mut Model, number: CaseNumber) {
    let subject = Subject::Case(number);
    if let (Some(Purpose::Case(_)), None) = (model.purpose(), &model.saying)
        && let Some(name) = model.queue.marks.opened_by(subject)
    {
        let said = find::OPENED_BY.with(model.shared.lang, &[("name", name)]);
        model.saying = Some(StatusMessage::Done(said));
    }
}

/// Takes the palette and the help away for what opens now; a case that lay beneath keeps its place.
fn uncover_case(model: &mut Model, number: CaseNumber) {
    let mut screens = model.screens.iter();
    let at = screens.position(|screen| screen.state().purpose == Purpose::Case(number));
    let last = model.screens.len().saturating_sub(1);
    model.screens = model
        .screens
        .drain(..)
        .skip(at.unwrap_or(last))
        .take(1)
        .collect();
}
