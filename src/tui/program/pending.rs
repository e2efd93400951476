//! The requests that the worker has not answered yet, and how long they are waited for.

use crate::tui::{
    effect::{Change, DraftEffect, Effect, PageFor, Query},
    model::Model,
};
use std::{
    mem::discriminant,
    time::{Duration, Instant},
};

/// How long an answer may take before the footer says that it is waited for.
const PATIENCE: Duration = Duration::from_millis(300);

/// The screen that a request is for: its depth in the stack, and the generation of the stack.
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
#[derive(Debug)]
pub(super) enum Reason {
    Screen(Effect),
    Prefetch(Effect),
    SearchOn,
    PollChanges,
}

/// Whether a frame still waits for the answer of a request.
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
    pub(super) fn new(id: u64, turn: u64, reason: Reason, model: &Model) -> Self {
        Self {
            id,
            turn,
            reason,
            requester: Requester::of(model),
            since: Instant::now(),
            stage: Stage::Frame,
        }
    }

    /// True where the next frame should show its answer.
    pub(super) fn is_awaited(&self) -> bool {
        matches!(self.reason, Reason::Screen(_) | Reason::PollChanges)
    }

    /// True for what must be done before the program ends.
    pub(super) fn must_be_done(&self) -> bool {
        matches!(&self.reason, Reason::Screen(effect) if !matches!(effect, Effect::Read(_)))
    }

    /// True for a change that the clerk saves.
    pub(super) fn saves(&self) -> bool {
        let Reason::Screen(effect) = &self.reason else {
            return false;
        };
        matches!(effect, Effect::Write(_) | Effect::Found(_))
            && *effect != Effect::Write(Change::BeginDuties)
    }

    /// How long until the footer says that this is waited for; `None` where it never does.
    pub(super) fn patience(&self) -> Option<Duration> {
        self.is_awaited()
            .then(|| PATIENCE.saturating_sub(self.since.elapsed()))
    }

    fn query(&self) -> Option<&Query> {
        let Reason::Screen(Effect::Read(query)) = &self.reason else {
            return None;
        };
        Some(query)
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
        | Effect::Found(_)
        | Effect::Print(..) => None,
        Effect::Write(_) => model.draft().map(|(form, _)| form),
    }
}

/// Drops earlier queries of the same kind from other turns. False where the query itself is needless: the same one is
/// pending, or it scrolls a list that is about to be replaced.
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
    let is_same = |it: &Pending| it.query() == Some(query) && it.requester == requester;
    let is_needless = |it: &Pending| is_rival(it) && (scrolls || is_same(it));
    if pending.iter().any(is_needless) {
        return false;
    }
    pending.retain(|it| !is_rival(it));
    true
}
