//! `minwon verify`: nothing in the database was lost or changed, or what was.

use super::{Failure, console::Console};
use crate::{
    desk::{FailureKind, Verification},
    form::text::{Alphabet, visible},
    words::cli as text,
};
use clap::Args;
use serde::Serialize;

#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    /// Write what follows from the facts anew first: deadlines, the queue, what the search finds
    #[arg(long)]
    rebuild: bool,
}

#[derive(Serialize)]
struct VerifyDocument<'a> {
    ok: bool,
    subjects: u64,
    facts: u64,
    problems: &'a [String],
}

impl VerifyArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let mut desk = console.desk()?;
        if self.rebuild {
            desk.rebuild()?;
        }
        let Verification {
            subjects,
            facts,
            problems,
        } = desk.verify_in(console.lang())?;
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
            Err(Failure::Told(FailureKind::Storage))
        }
    }
}
