//! One case as a screen or a document shows it.

use super::{Desk, DeskError, EarlierCase, Rules, intake::counted, staff::signer};
use crate::{
    domain::{
        case::{Case, CaseNumber},
        deadline::Deadline,
        fact::Fact,
        party::Party,
        staff::Staff,
        subject::ContactNumber,
    },
    store::StoredNotice,
};
use std::sync::Arc;

/// A case with all that belongs to it.
#[derive(Clone, Debug)]
pub struct CaseView {
    /// The case.
    pub case: Case,
    /// Its facts, in order.
    pub facts: Vec<Fact>,
    /// The complainant.
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
    /// Who signs what goes out now: the officer in charge where the staff knows that one, else who looks at it.
    pub signer: Staff,
}

impl Desk {
    /// One case.
    ///
    /// # Errors
    /// There is no such case, or the file cannot be read.
    pub fn case(&mut self, number: CaseNumber) -> Result<CaseView, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let reader = self.store.reader();
        let facts = reader.facts(number)?;
        let case = Case::fold(number, &facts).ok_or(DeskError::NoSuchCase(number))?;
        let rules = self.rules.version(reader, case.intake.charter)?;
        let signer = signer(reader, &case.officer, &self.actor)?;
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
