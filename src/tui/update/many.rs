//! One action on the cases that are marked: each is a transaction of its own, and what became of each is told.

use crate::{
    desk::Order,
    domain::subject::{CaseNumber, Subject},
    tui::{
        effect::{CaseReply, Change, DeskReply, Effect, Query},
        keymap::KeyContext,
        many::{ManyScreen, Outcome},
        model::Model,
        screen::ScreenEvent,
    },
};

/// The marked cases, each with the facts it had when it was marked.
pub(super) fn marked(model: &Model) -> Vec<(CaseNumber, u32)> {
    let marked = model.queue.marks.marked().iter();
    marked
        .filter_map(|(subject, facts)| Some((subject.case()?, *facts)))
        .collect()
}

/// The marked case whose form is filled in for all: the one under the bar, or the first; `None` where nothing is marked.
pub(super) fn first(model: &Model) -> Option<CaseNumber> {
    let many = marked(model);
    let (first, _) = *many.first()?;
    let under = model.queue.selected().and_then(|row| row.subject.case());
    let stands = under.filter(|number| many.iter().any(|(one, _)| one == number));
    Some(stands.unwrap_or(first))
}

/// Begins something on the marked cases: gives the one whose form is filled in; `None` where nothing is marked.
pub(super) fn begin(model: &mut Model) -> Option<CaseNumber> {
    let first = first(model)?;
    model.many = marked(model);
    Some(first)
}

/// Whether what is begun was chosen among the commands over the queue, where it is meant for what is marked.
pub(super) fn chosen_over_the_queue(model: &Model) -> bool {
    model.key_context() == KeyContext::Palette && model.screens.len() == 1
}

/// What is asked for one case is asked for all that were marked.
pub(super) fn spread(model: &Model, effects: Vec<Effect>) -> Vec<Effect> {
    if model.many.is_empty() {
        return effects;
    }
    let spread = effects.into_iter().map(|effect| match effect {
        Effect::Write(Change::Run(order)) => {
            Effect::Write(Change::RunMany(orders(*order, &model.many)))
        }
        other => other,
    });
    spread.collect()
}

/// The order of the form first, then the same for the others, each as it was when it was marked.
fn orders(first: Order, many: &[(CaseNumber, u32)]) -> Vec<Order> {
    let others = many.iter().filter(|(number, _)| *number != first.number);
    let others: Vec<Order> = others
        .map(|(number, facts)| Order {
            number: *number,
            seen: Some(*facts),
            ..first.clone()
        })
        .collect();
    std::iter::once(first).chain(others).collect()
}

/// Those on which it was done are marked no more.
pub(super) fn unmark_done(model: &mut Model, outcomes: &[Outcome]) {
    for (number, outcome) in outcomes {
        if outcome.is_ok() {
            model.queue.marks.unmark(Subject::Case(*number));
        }
    }
}

/// Lists what became of each; those on which it was not done stay marked.
pub(super) fn finish(model: &mut Model, outcomes: Vec<Outcome>) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let (Some((number, Ok(()))), Some(screen)) = (outcomes.first(), model.screens.last_mut()) {
        // The form throws its draft away.
        let done = DeskReply::Case(CaseReply::Done(*number));
        let reply = screen.update(&ScreenEvent::Reply(&done), &model.shared);
        effects.extend(reply.effects);
    }
    unmark_done(model, &outcomes);
    model.many.clear();
    model.replace_screens(vec![Box::new(ManyScreen::new(outcomes))]);
    effects.extend([model.queue.reload(), Effect::Read(Query::Counts)]);
    effects
}
