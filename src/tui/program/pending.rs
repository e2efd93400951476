//! The requests that the worker has not answered yet.

use crate::tui::{
    effect::{Change, DraftEffect, Effect, PageFor, Query},
    model::Model,
};
use std::{
    mem::discriminant,
    time::{Duration, Instant},
};

/// How long an answer may take before the screen says that it is waited for.
const PATIENCE: Duration = Duration::from_millis(300);

/// The screen that a request is for: where it lies, and among which screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Requester {
    generation: u64,
    pub(super) depth: usize,
}

impl Requester {
    pub(super) fn of(model: &Model) -> Self {
        Self {
            generation: model.generation,
            depth: model.screens.len(),
        }
    }

    pub(super) fn is_shown(self, model: &Model) -> bool {
        self == Self::of(model)
    }

    pub(super) fn is_gone(self, model: &Model) -> bool {
        self.generation != model.generation || self.depth > model.screens.len()
    }
}

/// Why something was requested.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Reason {
    Asked(Effect),
    Prefetch(Effect),
    SearchOn,
    Look,
}

/// How a request is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Frame,
    Late,
    /// As `Late`, because another process holds the write lock.
    Locked,
}

/// One request that is not answered yet.
#[derive(Debug)]
pub(super) struct Pending {
    pub(super) id: u64,
    pub(super) turn: u64,
    pub(super) reason: Reason,
    pub(super) requester: Requester,
    pub(super) since: Instant,
    pub(super) stage: Stage,
}

impl Pending {
    /// True where the next frame should show its answer.
    pub(super) fn is_awaited(&self) -> bool {
        matches!(self.reason, Reason::Asked(_) | Reason::Look)
    }

    /// True for what must be done before the program ends.
    pub(super) fn must_be_done(&self) -> bool {
        matches!(&self.reason, Reason::Asked(effect) if !matches!(effect, Effect::Read(_)))
    }

    /// True for what a clerk saves.
    pub(super) fn saves(&self) -> bool {
        matches!(
            &self.reason,
            Reason::Asked(Effect::Write(change)) if *change != Change::BeginDuties
        ) || matches!(self.reason, Reason::Asked(Effect::Found(_)))
    }

    /// How long until the screen says that this is waited for; none where it does not.
    pub(super) fn patience(&self) -> Option<Duration> {
        self.is_awaited()
            .then(|| PATIENCE.saturating_sub(self.since.elapsed()))
    }

    fn query(&self) -> Option<&Query> {
        match &self.reason {
            Reason::Asked(Effect::Read(query)) => Some(query),
            Reason::Asked(_) | Reason::Prefetch(_) | Reason::SearchOn | Reason::Look => None,
        }
    }
}

/// The form whose draft an effect is about, or which it saves.
pub(super) fn form_of(effect: &Effect, model: &Model) -> Option<String> {
    match effect {
        Effect::Draft(
            DraftEffect::Read(form) | DraftEffect::Keep { form, .. } | DraftEffect::Drop(form),
        ) => Some(form.clone()),
        Effect::Write(Change::BeginDuties | Change::RemoveView(_) | Change::TakeOver)
        | Effect::Read(_)
        | Effect::Show(_)
        | Effect::Found(_) => None,
        Effect::Write(_) => model.draft().map(|(form, _)| form),
    }
}

/// Makes room for a query: an earlier one of its kind, from another turn, is not waited for any more. False where it need
/// not be sent, because the same is being read or a list that is about to be another one cannot scroll.
pub(super) fn admit(
    pending: &mut Vec<Pending>,
    query: &Query,
    (turn, requester): (u64, Requester),
) -> bool {
    let scrolls = matches!(query, Query::Page(_, _, PageFor::Below | PageFor::Above(_)));
    let is_rival = |it: &Pending| {
        let is_alike = |other| discriminant(other) == discriminant(query);
        it.turn != turn && it.query().is_some_and(is_alike)
    };
    let is_needless = |it: &Pending| {
        let is_same = it.query() == Some(query) && it.requester == requester;
        is_rival(it) && (scrolls || is_same)
    };
    if pending.iter().any(is_needless) {
        return false;
    }
    pending.retain(|it| !is_rival(it));
    true
}
