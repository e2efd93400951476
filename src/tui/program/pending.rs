//! What was asked of the worker and is not answered yet, and on whose behalf.

use crate::tui::{
    effect::{Change, DeskReply, DraftEffect, Effect, PageFor, Query},
    model::Model,
};
use std::{
    mem::discriminant,
    time::{Duration, Instant},
};

/// How long an answer is waited for before the screen says so.
const PATIENCE: Duration = Duration::from_millis(300);

/// The screen on whose behalf something is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asker {
    generation: u64,
    /// How many screens were open with it.
    depth: usize,
    /// The draft of its form, where that is what is written.
    form: Option<String>,
}

impl Asker {
    pub(super) fn of(model: &Model, effect: &Effect) -> Self {
        let of_form = match effect {
            Effect::Write(change) => !matches!(
                change,
                Change::BeginDuties | Change::RemoveView(_) | Change::TakeOver
            ),
            Effect::Read(_) | Effect::Draft(_) | Effect::Show(_) | Effect::Found(_) => false,
        };
        let draft = of_form.then(|| model.draft()).flatten();
        Self {
            generation: model.generation,
            depth: model.screens.len(),
            form: draft.map(|(form, _)| form),
        }
    }

    pub(super) fn form(&self) -> Option<&str> {
        self.form.as_deref()
    }

    /// True where that form is its own; a form that was sent untouched has a draft from the first change on.
    pub(super) fn is_of(&mut self, form: &str, model: &Model) -> bool {
        if self.form.is_none() && self.is_shown(model) {
            self.form = Some(form.to_owned());
        }
        self.form.as_deref() == Some(form)
    }

    /// True where its screen is shown.
    pub(super) fn is_shown(&self, model: &Model) -> bool {
        self.generation == model.generation && self.depth == model.screens.len()
    }

    /// True where its screen is shown with its form, or without any.
    pub(super) fn is_at_hand(&self, model: &Model) -> bool {
        let other_form = || match (&self.form, model.draft()) {
            (Some(form), Some((shown, _))) => *form != shown,
            (Some(_) | None, _) => false,
        };
        self.is_shown(model) && !other_form()
    }

    /// True where its screen lies beneath another one.
    pub(super) fn is_covered(&self, model: &Model) -> bool {
        self.generation == model.generation && self.depth < model.screens.len()
    }
}

/// What a request is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Errand {
    /// A screen waits for it.
    Effect(Box<Effect>),
    /// It may be needed next.
    Ahead,
    /// A search that goes on while no key comes in.
    SearchOn,
    /// Whether another process has committed something.
    Look,
}

/// How a request is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wait {
    /// The next frame is to show its answer.
    Frame,
    /// A frame was drawn without it.
    Late,
    /// Another process holds it up, and nothing else with it.
    Locked,
}

/// One request that is not answered, or whose answer waits for its screen.
#[derive(Debug)]
pub(super) struct Pending {
    pub(super) id: u64,
    pub(super) turn: u64,
    pub(super) errand: Errand,
    pub(super) asker: Asker,
    pub(super) since: Instant,
    pub(super) wait: Wait,
    /// Its form was changed after it was sent.
    pub(super) form_changed: bool,
    /// The answer, where its screen was covered.
    pub(super) reply: Option<DeskReply>,
}

impl Pending {
    /// True where the next frame should show its answer.
    pub(super) fn is_awaited(&self) -> bool {
        let background = matches!(self.errand, Errand::Ahead | Errand::SearchOn);
        !background && self.reply.is_none()
    }

    /// True for what must be done before the program ends.
    pub(super) fn must_be_done(&self) -> bool {
        let writes = match &self.errand {
            Errand::Effect(effect) => !matches!(**effect, Effect::Read(_)),
            Errand::Ahead | Errand::SearchOn | Errand::Look => false,
        };
        writes && self.reply.is_none()
    }

    /// True for what a clerk saves.
    pub(super) fn saves(&self) -> bool {
        matches!(&self.errand, Errand::Effect(effect) if saves(effect))
    }

    /// How long until the screen says that this is waited for; none where it does not.
    pub(super) fn patience(&self) -> Option<Duration> {
        self.is_awaited()
            .then(|| PATIENCE.saturating_sub(self.since.elapsed()))
    }

    fn query(&self) -> Option<&Query> {
        let Errand::Effect(effect) = &self.errand else {
            return None;
        };
        match &**effect {
            Effect::Read(query) => Some(query),
            Effect::Write(_) | Effect::Draft(_) | Effect::Show(_) | Effect::Found(_) => None,
        }
    }
}

/// True for what a clerk saves, and must not save twice.
pub(super) fn saves(effect: &Effect) -> bool {
    match effect {
        Effect::Write(change) => *change != Change::BeginDuties,
        Effect::Found(_) => true,
        Effect::Read(_) | Effect::Draft(_) | Effect::Show(_) => false,
    }
}

/// The form whose draft is read, kept or thrown away.
pub(super) fn form(effect: &Effect) -> Option<&str> {
    match effect {
        Effect::Draft(
            DraftEffect::Read(form) | DraftEffect::Keep { form, .. } | DraftEffect::Drop(form),
        ) => Some(form),
        Effect::Read(_) | Effect::Write(_) | Effect::Show(_) | Effect::Found(_) => None,
    }
}

/// True where what comes of it is for the screen that asked, and not for the queue and what stands around the screens.
pub(super) fn is_for_its_screen(effect: &Effect) -> bool {
    match effect {
        Effect::Read(query) => match query {
            Query::Page(..)
            | Query::Counts
            | Query::Rules
            | Query::Present
            | Query::Jump(_)
            | Query::Glance(_) => false,
            Query::Views
            | Query::Outlook(_)
            | Query::Ending(..)
            | Query::Case(_)
            | Query::Preview(_)
            | Query::Earlier { .. }
            | Query::Contacts
            | Query::Contact(_)
            | Query::Search(..)
            | Query::Handover
            | Query::Duties(_)
            | Query::Duty(_)
            | Query::Holidays(_) => true,
        },
        Effect::Draft(draft) => matches!(draft, DraftEffect::Read(_)),
        Effect::Write(_) | Effect::Found(_) => saves(effect),
        Effect::Show(_) => false,
    }
}

/// Makes room for a query of a turn among what earlier ones have asked; false where it need not be sent: the same is being
/// read, or it scrolls a list that is about to be another one. What asks for another of its kind is not waited for any more.
pub(super) fn admit(pending: &mut Vec<Pending>, query: &Query, turn: u64, asker: &Asker) -> bool {
    let written = pending.iter().rposition(Pending::must_be_done);
    let fresh = written.map_or(0, |at| at + 1);
    let mut unwritten = pending.iter_mut().skip(fresh);
    if let Some(same) = unwritten.find(|it| it.turn != turn && it.query() == Some(query)) {
        same.asker = asker.clone();
        return false;
    }
    let rival = |it: &Pending| {
        let alike = |other| discriminant(other) == discriminant(query);
        it.turn != turn && it.query().is_some_and(alike)
    };
    let scrolls = matches!(query, Query::Page(_, _, PageFor::Below | PageFor::Above(_)));
    if scrolls && pending.iter().any(rival) {
        return false;
    }
    pending.retain(|it| !rival(it));
    true
}
