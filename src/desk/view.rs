//! A case as screens and documents show it.

use super::{
    Desk, DeskError, EarlierCase, Rules, intake::case_deadlines, related,
    revoke::something_revocable, staff::signer,
};
use crate::{
    domain::{
        case::{Case, CaseNumber},
        command::{ActionKind, Command},
        deadline::{Deadline, restarted},
        decide::{self, Context, Preview, RelatedCase},
        fact::Fact,
        party::Party,
        refusal::Refusal,
        revocation::revocations,
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
    pub facts: Vec<Fact>,
    pub party: Party,
    /// The versions of the person that no longer stand, each with the fact that introduced or changed it; erased ones left out.
    pub former: Vec<(u32, Party)>,
    /// Those that have begun, in the order in which they opened.
    pub deadlines: Vec<Deadline>,
    /// Those that a revocation set going again, each with the fact that did.
    pub restarted: Vec<(u32, Deadline)>,
    pub notices: Vec<StoredNotice>,
    /// Those that were merged into it, directly or through another.
    pub merged: Vec<CaseNumber>,
    pub contacts: Vec<ContactNumber>,
    pub rules: Arc<Rules>,
    /// Linked cases, direct and indirect.
    pub related: Vec<RelatedCase>,
    /// The login of who reads it.
    pub actor: String,
    /// Signatory of what is sent now: the officer in charge if still on the staff, else the actor.
    pub signer: Staff,
}

impl CaseView {
    /// Checks whether a role can carry out an action now; carrying it out checks again.
    ///
    /// # Errors
    /// Why not, however its form is filled in.
    pub fn check(&self, kind: ActionKind, by: (Role, DateTime<Utc>)) -> Result<(), Refusal> {
        decide::check(&self.case, kind, &self.context(by))?;
        if kind == ActionKind::Revoke {
            return something_revocable(&self.facts, |fact| self.revocable(fact, by));
        }
        Ok(())
    }

    /// Checks whether a role can strike out a fact now; striking it out checks again, also against other cases.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn revocable(&self, fact: u32, by: (Role, DateTime<Utc>)) -> Result<(), Refusal> {
        decide::revocable(&self.case, fact, &self.context(by))
    }

    /// What people recorded, stands and cannot be struck out now, each with why: the last first.
    pub fn irrevocable(&self, by: (Role, DateTime<Utc>)) -> impl Iterator<Item = (&Fact, Refusal)> {
        let facts = self.facts.iter().rev();
        facts.filter_map(move |fact| match self.revocable(fact.seq, by) {
            Err(why) if !why.is_of_entry() => Some((fact, why)),
            Ok(()) | Err(_) => None,
        })
    }

    /// The effect of a command on the deadlines now; its texts may be missing.
    ///
    /// # Errors
    /// Why it cannot be carried out, whatever the texts.
    pub fn preview(
        &self,
        command: &Command,
        by: (Role, DateTime<Utc>),
    ) -> Result<Preview, Refusal> {
        decide::preview(&self.case, command, &self.context(by))
    }

    fn context(&self, (role, now): (Role, DateTime<Utc>)) -> Context<'_> {
        // The last fact may come from a machine whose clock is ahead.
        let now = now.max(self.case.last_at);
        Context {
            role,
            by: &self.actor,
            history: &self.facts,
            related: &self.related,
            person: Some(&self.party),
            ..self.rules.context(now, &self.signer)
        }
    }
}

impl Desk {
    /// Reads a case.
    ///
    /// # Errors
    /// There is no such case.
    pub fn case(&mut self, number: CaseNumber) -> Result<CaseView, DeskError> {
        let now = self.now();
        let _snapshot = self.store.snapshot()?;
        let reader = self.store.reader();
        let (case, facts) = reader.case(number)?.ok_or(DeskError::NoSuchCase(number))?;
        let rules = self.rules.version(reader, case.intake.charter)?;
        let signer = signer(reader, &case.officer, &self.actor)?;
        let mut deadlines = case_deadlines(&case, &rules)?;
        deadlines.retain(|deadline| deadline.has_begun(now));
        let mut restarted = all_restarted(&facts, number, &rules)?;
        restarted.retain(|(_, deadline)| deadline.has_begun(now));
        let mut former = reader.persons(number)?;
        former.retain(|(seq, _)| *seq != case.person);
        let party = reader.person_of(&case)?;
        Ok(CaseView {
            former,
            deadlines,
            restarted,
            notices: reader.notices(number)?,
            merged: reader.all_merged_into(number)?,
            contacts: reader.contacts_of(number)?,
            related: related::of_case(reader, (&case, &party))?,
            party,
            case,
            facts,
            rules,
            signer,
            actor: self.actor.login.clone(),
        })
    }

    /// Reads a case with the earlier ones of the same person.
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
        let text = format!(
            "{}\n{}",
            view.case.intake.title.as_str(),
            intake.body.as_str()
        );
        let earlier = self.earlier(&view.party, &intake.category, &text, Some(number))?;
        Ok((view, earlier))
    }
}

/// The deadlines that the revocations among the facts set going again.
fn all_restarted(
    facts: &[Fact],
    number: CaseNumber,
    rules: &Rules,
) -> Result<Vec<(u32, Deadline)>, DeskError> {
    let mut all = Vec::new();
    for revocation in revocations(facts) {
        let by = revocation.by;
        let again = restarted(number, facts, by, &rules.charter, &rules.calendars);
        let again = again.map_err(|error| Refusal::NotCountable(error.promise))?;
        all.extend(again.into_iter().map(|deadline| (by, deadline)));
    }
    Ok(all)
}
