//! The rules of the desk, pure: no file, no clock, no terminal, no SQL. Time comes in as `now`.
//!
//! One word per idea, everywhere: a subject is a case, a contact (a visit or a call) or a duty; charter, promise, deadline,
//! limit, counting rule, command, fact, refusal, stage, step, notice, party, counter, staff.
//!
//! ```text
//! Command --decide(case, command, context)--> Ok(facts) | Err(Refusal)
//! Fact    --apply(case)--> case                     (the fold of all facts is the case)
//! case    --deadlines(case, charter, calendars)--> deadlines
//! Fact    --notice(fact, receipt)--> notice
//! ```

// A test may pick what it looks for.
#![cfg_attr(not(test), deny(clippy::wildcard_enum_match_arm))]

pub mod audit;
pub mod batch;
pub mod calendar;
pub mod case;
pub mod character;
pub mod charter;
pub mod command;
pub mod conduct;
pub mod contact;
pub mod count;
pub mod deadline;
pub mod decide;
pub mod duty;
pub mod fact;
pub mod find;
pub mod guide;
pub mod hangul;
pub mod holidays;
mod identity_number;
pub mod input;
pub mod late;
pub mod letter;
pub mod limit;
mod nameless;
pub mod notice;
pub mod outbox;
pub mod outline;
pub mod outlook;
pub mod paper;
pub mod party;
pub mod period;
pub mod petitioner;
pub mod phone;
pub mod queue;
pub mod refusal;
pub mod remaining;
pub mod revocation;
pub mod rights;
pub mod sameness;
pub mod similarity;
pub mod staff;
pub mod statute;
pub mod story;
pub mod subject;
mod text;
pub mod timeline;
