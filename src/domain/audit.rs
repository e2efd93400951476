//! Who investigates a grievance that was brought again with the same content: the audit department or the like, not the
//! department complained of (decree art. 17(2)).

use super::{
    case::Case,
    charter::Charter,
    decide::RelatedCase,
    fact::Step,
    staff::{Role, Staff},
};

/// The investigation of a grievance that was brought again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Investigation<'a> {
    /// The audit department; `None` where neither the staff nor the charter has one.
    pub audit: Option<&'a str>,
    /// Those that had the earlier cases in charge, or that the first step names.
    pub complained_of: Vec<&'a str>,
}

impl<'a> Investigation<'a> {
    /// That of a case with the earlier ones it is linked to; `None` where it is no grievance that was brought again.
    pub fn of(
        case: &'a Case,
        related: &'a [RelatedCase],
        charter: &'a Charter,
        staff: &'a [Staff],
    ) -> Option<Self> {
        if !case.is_repeated_grievance() {
            return None;
        }
        let audit = department(charter, staff);
        let before = related.iter().map(|one| one.department.as_str());
        let named = case.steps.iter().filter_map(|record| match &record.step {
            Step::One { department, .. } => Some(department.as_str()),
            Step::Two { .. } | Step::Three { .. } => None,
        });
        let mut complained_of: Vec<&str> = before.chain(named).collect();
        // An earlier one that was itself brought again lay with the audit department, of which nobody complains.
        complained_of.retain(|one| !one.is_empty() && Some(*one) != audit);
        complained_of.sort_unstable();
        complained_of.dedup();
        Some(Self {
            audit,
            complained_of,
        })
    }

    /// The department that a form offers in place of the one in charge; empty where none is known.
    pub fn offered(&self, in_charge: &'a str) -> &'a str {
        let fits = |one: &&str| !self.complained_of.contains(one);
        self.audit
            .unwrap_or_else(|| Some(in_charge).filter(fits).unwrap_or_default())
    }

    /// True for a department that must not investigate what it is complained of for.
    pub fn excludes(&self, department: &str) -> bool {
        self.complained_of.contains(&department)
    }
}

/// The department of the auditors on the staff, else that of the charter's counter for audits.
fn department<'a>(charter: &'a Charter, staff: &'a [Staff]) -> Option<&'a str> {
    let auditors = staff.iter().filter(|one| {
        one.role == Role::Auditor && one.retired_at.is_none() && !one.department.is_empty()
    });
    let counters = charter.counters.iter();
    let audits = counters.filter(|one| one.id == "audit" || one.department.contains("감사"));
    let of_staff = auditors.map(|one| one.department.as_str());
    let of_charter = audits.map(|one| one.department.as_str());
    of_staff.chain(of_charter).next()
}
