//! `minwon verify`: a check of the database for lost or changed data.

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
struct VerifyDocument {
    ok: bool,
    #[serde(flatten)]
    verification: Verification,
}

impl VerifyArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let mut desk = console.desk()?;
        if self.rebuild {
            desk.rebuild()?;
        }
        let verification = desk.verify_in(console.lang())?;
        let ok = verification.problems.is_empty();
        if console.json {
            console.document(&VerifyDocument { ok, verification })?;
        } else if ok {
            let subjects = verification.subjects.to_string();
            let facts = verification.facts.to_string();
            let values = [("subjects", &*subjects), ("facts", &*facts)];
            console.say(text::VERIFIED, &values)?;
        } else {
            for problem in &verification.problems {
                console.line(&visible(problem, Alphabet::Unicode))?;
            }
        }
        if ok {
            return Ok(());
        }
        Err(Failure::Reported(FailureKind::Storage))
    }
}
