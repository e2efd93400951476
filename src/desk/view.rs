//! One case as a screen or a document shows it.

use super::{Desk, DeskError, EarlierCase, Rules, intake::counted, staff::signer, work::related};
use crate::{
    domain::{
        case::{Case, CaseNumber},
        command::{ActionKind, Command},
        deadline::Deadline,
        decide::{self, Context, Preview, RelatedCase},
        fact::Fact,
        party::Party,
        refusal::Refusal,
        staff::{Role, Staff},
        subject::ContactNumber,
    },
    store::StoredNotice,
};
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// A case with all that belongs to it.
#[derive(Clone, Debug)]
pub struct CaseView {
    pub case: Case,
    /// Its facts, in order.
    pub facts: Vec<Fact>,
    pub party: Party,
    /// Its deadlines, in the order in which they opened.
    pub deadlines: Vec<Deadline>,
    /// The notices its facts called for.
    pub notices: Vec<StoredNotice>,
    /// Cases that were merged into it.
    pub merged: Vec<CaseNumber>,
    /// Visits and calls that became it.
    pub contacts: Vec<ContactNumber>,
    /// The rules it was received under.
    pub rules: Arc<Rules>,
    /// The cases it is linked to, and those that they are linked to.
    pub related: Vec<RelatedCase>,
    /// Who signs what goes out now: the officer in charge where the staff knows that one, else who looks at it.
    pub signer: Staff,
}

impl CaseView {
    /// Whether someone of that role can carry an action out now; the desk asks again when it is.
    ///
    /// # Errors
    /// Why not, however its form is filled in.
    pub fn check(&self, kind: ActionKind, by: (Role, DateTime<Utc>)) -> Result<(), Refusal> {
        decide::check(&self.case, kind, &self.context(by))
    }

    /// What a command would do to the deadlines now; its texts may be missing.
    ///
    /// # Errors
    /// Why it cannot be carried out, whatever is written.
    pub fn preview(
        &self,
        command: &Command,
        by: (Role, DateTime<Utc>),
    ) -> Result<Preview, Refusal> {
        decide::preview(&self.case, command, &self.context(by))
    }

    fn context(&self, (role, now): (Role, DateTime<Utc>)) -> Context<'_> {
        // Another machine's clock may be a little ahead; that is no reason against every action.
        let now = now.max(self.case.last_at);
        Context {
            role,
            related: &self.related,
            ..self.rules.context(now, &self.signer)
        }
    }
}

impl Desk {
    /// One case.
    ///
    /// # Errors
    /// There is no such case, or the file cannot be read.
    pub fn case(&mut self, number: CaseNumber) -> Result<CaseView, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let reader = self.store.reader();
        let (case, facts) = reader.case(number)?.ok_or(DeskError::NoSuchCase(number))?;
        let rules = self.rules.version(reader, case.intake.charter)?;
        let signer = signer(reader, &case.officer, &self.actor)?;
        let related = related(reader, number, None)?;
        let deadlines = counted(&case, &rules)?;
        let party = reader.party(number)?;
        let notices = reader.notices(number)?;
        let merged = reader.merged_into(number)?;
        let contacts = reader.contacts_of(number)?;
        Ok(CaseView {
            case,
            facts,
            party,
            deadlines,
            notices,
            merged,
            contacts,
            rules,
            related,
            signer,
        })
    }

    /// One case with the earlier ones of the same person.
    ///
    /// # Errors
    /// As [`Desk::case`].
    pub fn case_with_earlier(
        &mut self,
        number: CaseNumber,
    ) -> Result<(CaseView, Vec<EarlierCase>), DeskError> {
        let _snapshot = self.store.snapshot()?;
        let view = self.case(number)?;
        let intake = &view.case.intake;
        let text = format!("{}\n{}", view.case.title().as_str(), intake.body.as_str());
        let earlier = self.earlier(&view.party, &intake.category, &text, Some(number))?;
        Ok((view, earlier))
    }
}
