//! What can be recorded about duties, whether it can be now, and what its form asks of the desk.
//!
//! Must not decide: the domain says whether it may be, and the desk decides again when the form is sent. Must not draw.

mod fields;

use super::{Form, FormContext};
use crate::{
    desk::{DutyChange, DutyOrder, DutyView, Report, Rules},
    domain::{
        deadline::Deadline,
        duty::{CompletionInput, DutyAction, DutyCommand, Plan},
        input,
        party::Field,
        refusal::{FieldFault, Refusal, ValueFault},
    },
    words::{Phrase, duties as text},
};
use std::sync::Arc;

/// The pick for all departments, which is no name of one.
pub const ALL: &str = "*";

/// What is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DutyEntry {
    /// It was done.
    Finish,
    /// It gets another date.
    Schedule,
    /// It was announced.
    Announce,
    /// It is left out.
    Skip,
    /// Departments were reminded of what is overdue there.
    Remind,
    /// A wrong entry is set right.
    Correct,
    /// A new one is planned.
    Plan,
    /// One from before the desk is entered.
    Earlier,
}

/// What a deed is about.
#[derive(Clone, Debug)]
pub enum DutyTarget {
    /// One duty, with what helps with it.
    Duty(Box<DutyView>, Option<Arc<Report>>),
    /// A promise, a duty of which begins with the deed.
    Promise(Box<Plan>, Arc<Rules>),
}

impl DutyTarget {
    /// The rules that hold for it.
    pub fn rules(&self) -> &Arc<Rules> {
        match self {
            Self::Duty(view, _) => &view.rules,
            Self::Promise(_, rules) => rules,
        }
    }

    /// The deadline that the date in a form would bring; `None` where no date is in it, or no deadline would follow.
    pub fn preview(&self, form: &Form, cx: FormContext<'_>) -> Option<Result<Deadline, Refusal>> {
        let on = input::day(&form.of(Field::On))?;
        let by = (cx.actor?, cx.now);
        let found = match self {
            Self::Duty(view, _) => view.preview(&DutyCommand::Schedule { on }, by),
            Self::Promise(plan, rules) => rules.preview_duty(&plan.promise, on, by),
        };
        found.transpose()
    }

    /// What it is called in the name of a draft.
    fn id(&self) -> String {
        match self {
            Self::Duty(view, _) => view.duty.number.to_string(),
            Self::Promise(plan, _) => plan.promise.clone(),
        }
    }
}

impl DutyEntry {
    /// What its form is called.
    pub const fn title(self) -> Phrase {
        match self {
            Self::Finish => text::FINISH,
            Self::Schedule => text::SCHEDULE,
            Self::Announce => text::ANNOUNCE,
            Self::Skip => text::SKIP,
            Self::Remind => text::REMIND,
            Self::Correct => text::CORRECT,
            Self::Plan => text::PLAN,
            Self::Earlier => text::EARLIER,
        }
    }

    /// The name of its draft.
    pub fn draft(self, about: &DutyTarget) -> String {
        let id = match self {
            Self::Finish => "done",
            Self::Schedule => "schedule",
            Self::Announce => "announce",
            Self::Skip => "skip",
            Self::Remind => "remind",
            Self::Correct => "correct",
            Self::Plan => "plan",
            Self::Earlier => "earlier",
        };
        format!("duty-{}-{id}", about.id())
    }

    /// Whether it can be recorded of a duty now.
    ///
    /// # Errors
    /// Why it cannot, however its form is filled in.
    pub fn check(
        self,
        (view, report): (&DutyView, Option<&Report>),
        cx: FormContext<'_>,
    ) -> Result<(), Refusal> {
        let action = match self {
            Self::Finish => DutyAction::Finish,
            Self::Schedule => DutyAction::Schedule,
            Self::Announce => DutyAction::Announce,
            Self::Skip => DutyAction::Skip,
            Self::Remind => DutyAction::Remind,
            Self::Correct => DutyAction::Correct,
            // They begin a duty of their own.
            Self::Plan | Self::Earlier => return Ok(()),
        };
        cx.actor
            .map_or(Ok(()), |actor| view.check(action, report, (actor, cx.now)))
    }

    /// What its form asks of the desk.
    ///
    /// # Errors
    /// A field that is of no right form.
    pub fn ask(
        self,
        about: &DutyTarget,
        form: &Form,
        cx: FormContext<'_>,
    ) -> Result<DutyChange, FieldFault> {
        match about {
            DutyTarget::Duty(view, _) => self.of_duty(view, form, cx),
            DutyTarget::Promise(plan, _) => self.of_promise(plan, form, cx),
        }
    }

    fn of_duty(
        self,
        view: &DutyView,
        form: &Form,
        cx: FormContext<'_>,
    ) -> Result<DutyChange, FieldFault> {
        let number = view.duty.number;
        let at = form.of(Field::At);
        let at = match at.trim() {
            "" => None,
            at => {
                let read = view.rules.done_at(at, cx.now);
                Some(read.ok_or(wrong(Field::At))?)
            }
        };
        let command = match self {
            Self::Schedule => DutyCommand::Schedule {
                on: input::day(&form.of(Field::On)).ok_or(wrong(Field::On))?,
            },
            Self::Announce => DutyCommand::Announce {
                text: form.of(Field::Text),
            },
            Self::Skip => DutyCommand::Skip {
                reason: form.of(Field::Reason),
            },
            Self::Remind => {
                let department = form.of(Field::Department);
                let one = (department != ALL).then_some(department);
                return Ok(DutyChange::Remind {
                    number,
                    departments: one.into_iter().collect(),
                    text: form.of(Field::Text),
                    at,
                });
            }
            Self::Correct => DutyCommand::Correct {
                fact: form
                    .of(Field::Fact)
                    .parse()
                    .map_err(|_none| wrong(Field::Fact))?,
                text: form.of(Field::Text),
                score: form.of(Field::Score),
                grade: form.of(Field::Grade),
            },
            Self::Finish | Self::Plan | Self::Earlier => {
                DutyCommand::Finish(Box::new(completed(form, cx)))
            }
        };
        Ok(DutyChange::Run(Box::new(DutyOrder {
            number,
            command,
            at,
            seen: Some(view.duty.seq),
        })))
    }

    fn of_promise(
        self,
        plan: &Plan,
        form: &Form,
        cx: FormContext<'_>,
    ) -> Result<DutyChange, FieldFault> {
        let promise = plan.promise.clone();
        let day = |field: Field| input::day(&form.of(field)).ok_or(wrong(field));
        if self == Self::Plan {
            return Ok(DutyChange::Plan {
                promise,
                on: day(Field::On)?,
                title: form.of(Field::Title),
            });
        }
        let period = form.of(Field::Period);
        let period = period.parse().map_err(|_none| wrong(Field::Period))?;
        let blank = form.of(Field::At).trim().is_empty();
        Ok(DutyChange::Earlier {
            promise,
            period,
            completing: Box::new(completed(form, cx)),
            done_on: if blank { None } else { Some(day(Field::At)?) },
        })
    }
}

fn wrong(field: Field) -> FieldFault {
    FieldFault {
        field,
        fault: ValueFault::Form,
    }
}

fn completed(form: &Form, cx: FormContext<'_>) -> CompletionInput {
    CompletionInput {
        result: form.of(Field::Result),
        score: form.of(Field::Score),
        grade: form.of(Field::Grade),
        evidence: form.of(Field::Evidence),
        text: form.of(Field::Text),
        officer: form.officer(cx.names()),
    }
}
