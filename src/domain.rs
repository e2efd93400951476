//! The rules of the desk, pure: no file, no clock, no terminal, no SQL. Time comes in as `now`.
//!
//! One word per idea, everywhere: case, charter, promise, deadline, limit, counting rule, command, fact, refusal,
//! stage, step, notice, party, counter, staff.

pub mod batch;
pub mod calendar;
pub mod charter;
pub mod count;
pub mod holidays;
pub mod limit;
