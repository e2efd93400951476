//! `minwon verify`: nothing in the database was lost or changed, or what was.

use super::{Failure, console::Console};
use crate::{
    desk::{Kind, Verification},
    tui::{symbols::Alphabet, text::visible},
    words::cli as text,
};
use clap::Args;
use serde::Serialize;

#[derive(Debug, Args)]
pub(super) struct VerifyArgs {}

#[derive(Serialize)]
struct VerifyDocument<'a> {
    ok: bool,
    subjects: u64,
    facts: u64,
    problems: &'a [String],
}

impl VerifyArgs {
    #[expect(clippy::unused_self, reason = "every command is run the same way")]
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let Verification {
            subjects,
            facts,
            problems,
        } = console.desk()?.verify_in(console.lang())?;
        let ok = problems.is_empty();
        if console.json {
            console.document(&VerifyDocument {
                ok,
                subjects,
                facts,
                problems: &problems,
            })?;
        } else if ok {
            let (subjects, facts) = (subjects.to_string(), facts.to_string());
            let values = [("subjects", subjects.as_str()), ("facts", &facts)];
            console.line(&text::VERIFIED.with(console.lang(), &values))?;
        } else {
            for problem in &problems {
                console.line(&visible(problem, Alphabet::Unicode))?;
            }
        }
        if ok {
            Ok(())
        } else {
            Err(Failure::Told(Kind::Storage))
        }
    }
}
