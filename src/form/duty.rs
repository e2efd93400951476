//! Entries about duties, whether they are possible, and the requests that their forms make to the desk.
//!
//! Must not decide: the domain checks, and the desk checks again when the form is sent. Must not draw.

mod fields;

use super::{Form, FormContext, late};
use crate::{
    desk::{DutyChange, DutyOrder, DutyView, Report, Rules},
    domain::{
        deadline::Deadline,
        duty::{CompletionInput, DutyAction, DutyCommand, Plan},
        input::OfficeClock,
        party::Field,
        refusal::{FieldFault, Refusal},
    },
    words::{Phrase, duties as text},
};
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// The pick for all departments; no department has this name.
pub const ALL: &str = "*";

/// An entry about duties that is made by a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DutyEntry {
    Finish,
    Schedule,
    Announce,
    Skip,
    /// Remind departments of their overdue cases.
    Remind,
    /// Correct a wrong entry.
    Correct,
    /// Strike out what was recorded by mistake.
    Revoke,
    /// Plan a new duty.
    Plan,
    /// Enter a duty from before the desk.
    Earlier,
}

/// The subject of an entry.
#[derive(Clone, Debug)]
pub enum DutyTarget {
    /// One duty, with its report where it has one.
    Duty(Box<DutyView>, Option<Arc<Report>>),
    /// A promise of which the entry begins a duty.
    Promise(Box<Plan>, Arc<Rules>),
}

impl DutyTarget {
    /// The rules in force for it.
    pub fn rules(&self) -> &Arc<Rules> {
        match self {
            Self::Duty(view, _) => &view.rules,
            Self::Promise(_, rules) => rules,
        }
    }

    /// True where the charter has its result published.
    fn is_published(&self) -> bool {
        match self {
            Self::Duty(view, _) => view.plan.as_ref().is_some_and(|plan| plan.published),
            Self::Promise(plan, _) => plan.published,
        }
    }

    /// The deadline for the date in a form; `None` without a date, or where no deadline would follow.
    pub fn preview(&self, form: &Form, cx: FormContext<'_>) -> Option<Result<Deadline, Refusal>> {
        let on = self.rules().clock(cx.now).day(&form.of(Field::On))?;
        let by = (cx.actor?, cx.now);
        let found = match self {
            Self::Duty(view, _) => view.preview(&DutyCommand::Schedule { on }, by),
            Self::Promise(plan, rules) => rules.preview_duty(&plan.promise, on, by),
        };
        found.transpose()
    }
}

impl DutyEntry {
    /// The title of its form.
    pub const fn title(self) -> Phrase {
        self.row().0
    }

    /// Title, part of the name of the draft, and action on a duty; those without one begin a duty.
    const fn row(self) -> (Phrase, &'static str, Option<DutyAction>) {
        match self {
            Self::Finish => (text::FINISH, "done", Some(DutyAction::Finish)),
            Self::Schedule => (text::SCHEDULE, "schedule", Some(DutyAction::Schedule)),
            Self::Announce => (text::ANNOUNCE, "announce", Some(DutyAction::Announce)),
            Self::Skip => (text::SKIP, "skip", Some(DutyAction::Skip)),
            Self::Remind => (text::REMIND, "remind", Some(DutyAction::Remind)),
            Self::Correct => (text::CORRECT, "correct", Some(DutyAction::Correct)),
            Self::Revoke => (text::REVOKE, "revoke", Some(DutyAction::Revoke)),
            Self::Plan => (text::PLAN, "plan", None),
            Self::Earlier => (text::EARLIER, "earlier", None),
        }
    }

    /// The name of its draft.
    pub fn draft(self, target: &DutyTarget) -> String {
        let (_, id, _) = self.row();
        match target {
            DutyTarget::Duty(view, _) => format!("duty-{}-{id}", view.duty.number),
            DutyTarget::Promise(plan, _) => format!("duty-{}-{id}", plan.promise),
        }
    }

    /// Checks whether it is possible on a duty now.
    ///
    /// # Errors
    /// Why it is impossible, whatever its form holds.
    pub fn check(
        self,
        (view, report): (&DutyView, Option<&Report>),
        cx: FormContext<'_>,
    ) -> Result<(), Refusal> {
        match (self.row(), cx.actor) {
            ((.., Some(action)), Some(actor)) => view.check(action, report, (actor, cx.now)),
            _ => Ok(()),
        }
    }

    /// Asks for the reason of a late entry where the time in the form wants one.
    pub fn follow(self, form: &mut Form, target: &DutyTarget, now: DateTime<Utc>) {
        let rules = target.rules();
        let parse = |typed: &str| rules.done_at(typed, now);
        late::follow(form, parse, now, rules.calendars.now());
    }

    /// The request that its form makes to the desk.
    ///
    /// # Errors
    /// A field that cannot be read.
    pub fn ask(
        self,
        target: &DutyTarget,
        form: &Form,
        cx: FormContext<'_>,
    ) -> Result<DutyChange, FieldFault> {
        match target {
            DutyTarget::Duty(view, _) => self.on_duty(view, form, cx),
            DutyTarget::Promise(plan, rules) => {
                self.on_promise(plan, form, cx, rules.clock(cx.now))
            }
        }
    }

    fn on_duty(
        self,
        view: &DutyView,
        form: &Form,
        cx: FormContext<'_>,
    ) -> Result<DutyChange, FieldFault> {
        let (number, clock) = (view.duty.number, view.rules.clock(cx.now));
        let time = late::time(form, |typed| view.rules.done_at(typed, cx.now))?;
        let text = form.of(Field::Text);
        let command = match self {
            Self::Schedule => DutyCommand::Schedule {
                on: form.parsed(Field::On, |typed| clock.day(typed))?,
            },
            Self::Announce => DutyCommand::Announce { text },
            Self::Skip => DutyCommand::Skip {
                reason: form.of(Field::Reason),
            },
            Self::Remind => {
                let department = form.of(Field::Department);
                let one = (department != ALL).then_some(department);
                return Ok(DutyChange::Remind {
                    number,
                    departments: one.into_iter().collect(),
                    text,
                    time,
                });
            }
            Self::Correct => DutyCommand::Correct {
                fact: form.parsed(Field::Fact, |typed| typed.parse().ok())?,
                text,
                score: form.of(Field::Score),
                grade: form.of(Field::Grade),
            },
            Self::Revoke => DutyCommand::Revoke {
                fact: form.parsed(Field::Fact, |typed| typed.parse().ok())?,
                reason: form.of(Field::Reason),
            },
            Self::Finish | Self::Plan | Self::Earlier => {
                DutyCommand::Finish(Box::new(completion(form, cx)))
            }
        };
        Ok(DutyChange::Run(Box::new(DutyOrder {
            number,
            command,
            time,
            seen: Some(view.duty.seq),
        })))
    }

    fn on_promise(
        self,
        plan: &Plan,
        form: &Form,
        cx: FormContext<'_>,
        clock: OfficeClock,
    ) -> Result<DutyChange, FieldFault> {
        let promise = plan.promise.clone();
        if self == Self::Plan {
            return Ok(DutyChange::Plan {
                promise,
                on: form.parsed(Field::On, |typed| clock.day(typed))?,
                title: form.of(Field::Title),
            });
        }
        Ok(DutyChange::Earlier {
            promise,
            period: form.parsed(Field::Period, |typed| typed.parse().ok())?,
            completing: Box::new(completion(form, cx)),
            done_on: form.optional(Field::At, |typed| clock.day(typed))?,
        })
    }
}

fn completion(form: &Form, cx: FormContext<'_>) -> CompletionInput {
    CompletionInput {
        result: form.of(Field::Result),
        score: form.of(Field::Score),
        grade: form.of(Field::Grade),
        evidence: form.of(Field::Evidence),
        text: form.of(Field::Text),
        published: form.of(Field::Published),
        put_right: form.of(Field::PutRight),
        officer: form.officer(cx.names()),
    }
}
