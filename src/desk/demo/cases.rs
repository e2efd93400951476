//! What happened on the practice desk.

mod contacts;
mod finished;
mod held;
mod ladder;
mod people;
mod running;

use super::story::{Deed, Story};
use crate::domain::{
    command::{Command, Exit, Handling, Ladder, Timing},
    fact::{ContactWay, ExtensionReason, Outcome},
};

/// Tells the whole story.
pub(super) fn tell(story: &mut Story<'_>) {
    running::late(story);
    let today = running::today(story);
    running::waiting(story);
    held::stopped(story);
    held::extended(story);
    held::asked(story);
    ladder::steps(story);
    finished::answered(story);
    finished::closed(story);
    finished::elsewhere(story, today);
    finished::again(story);
    contacts::booked(story);
    contacts::owed(story);
    contacts::here(story);
}

fn answer(outcome: Outcome, text: &str) -> Deed {
    Deed::Do(Command::Handling(Handling::Answer {
        outcome,
        text: text.to_owned(),
    }))
}

fn close() -> Deed {
    Deed::Do(Command::Exit(Exit::Close))
}

fn contact(how: ContactWay, text: &str) -> Deed {
    Deed::Do(Command::Handling(Handling::Contact {
        how,
        text: text.to_owned(),
    }))
}

fn extend(reason: ExtensionReason, days: u32, consent: bool, text: &str) -> Deed {
    Deed::Do(Command::Timing(Timing::Extend {
        reason,
        days,
        text: text.to_owned(),
        consent,
    }))
}

fn note(text: &str) -> Deed {
    Deed::Do(Command::Handling(Handling::Note {
        text: text.to_owned(),
    }))
}

fn action(text: &str) -> Deed {
    Deed::Do(Command::Handling(Handling::Action {
        text: text.to_owned(),
    }))
}

fn step_one(department: &str, officer: &str, instruction: &str) -> Deed {
    Deed::Do(Command::Ladder(Ladder::StepOne {
        department: department.to_owned(),
        officer: officer.to_owned(),
        instruction: instruction.to_owned(),
    }))
}

fn step_two(result: &str, apology: &str) -> Deed {
    Deed::Do(Command::Ladder(Ladder::StepTwo {
        result: result.to_owned(),
        apology: apology.to_owned(),
    }))
}
