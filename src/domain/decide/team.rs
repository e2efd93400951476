//! The team and the officer that a command names: they must exist, and belong together.

use super::Context;
use crate::domain::{
    charter::Charter,
    input,
    party::Field,
    refusal::{FieldFault, LadderRefusal, Refusal, ValueFault},
    staff::Staff,
};

/// How many near names are told.
const NEAREST: usize = 3;

/// The department and the login of the officer that a case is assigned to; the officer may be empty.
pub(in crate::domain) fn charged(
    department: &str,
    officer: &str,
    context: &Context<'_>,
) -> Result<(String, String), Refusal> {
    if input::clean(officer).is_empty() {
        return Ok((self::department(department, context)?, String::new()));
    }
    known(department, officer, context)
}

/// The login of an officer of the staff, called by login or name.
pub(in crate::domain) fn officer(called: &str, context: &Context<'_>) -> Result<String, Refusal> {
    let called = input::clean(called);
    let mut members = active(context).filter(|one| one.is(&called));
    match (members.next(), members.next()) {
        (Some(member), None) => Ok(member.login.clone()),
        (None, _) => Err(Refusal::field(Field::Officer, unknown(&called, context))),
        (Some(one), Some(other)) => {
            let allowed = [one, other].into_iter().chain(members);
            let allowed = allowed.map(|one| one.login.clone()).collect();
            let fault = ValueFault::NotAllowed {
                given: called,
                allowed,
            };
            Err(Refusal::field(Field::Officer, fault))
        }
    }
}

/// The fault of an officer who is not on the staff.
fn unknown(called: &str, context: &Context<'_>) -> ValueFault {
    let names = active(context).flat_map(|one| [one.name.as_str(), one.login.as_str()]);
    not_among(called, names.collect())
}

/// A department that exists.
pub(in crate::domain) fn department(name: &str, context: &Context<'_>) -> Result<String, Refusal> {
    let name = input::clean(name);
    let teams = departments(context.charter, context.staff);
    if teams.contains(&name.as_str()) {
        return Ok(name);
    }
    Err(Refusal::field(Field::Department, not_among(&name, teams)))
}

/// The team, and the login of the officer who is called by login or name.
pub(super) fn known(
    department: &str,
    officer: &str,
    context: &Context<'_>,
) -> Result<(String, String), Refusal> {
    let (department, officer) = (input::clean(department), input::clean(officer));
    let teams = departments(context.charter, context.staff);
    let members: Vec<&Staff> = active(context).filter(|one| one.is(&officer)).collect();
    let mut faults = Vec::new();
    if !teams.contains(&department.as_str()) {
        let fault = not_among(&department, teams);
        let field = Field::Department;
        faults.push(FieldFault { field, fault });
    }
    if members.is_empty() {
        let fault = unknown(&officer, context);
        let field = Field::Officer;
        faults.push(FieldFault { field, fault });
    }
    if !faults.is_empty() {
        return Err(Refusal::Fields(faults));
    }
    let in_team = |one: &&&Staff| one.department.is_empty() || one.department == department;
    let mut fitting = members.iter().filter(in_team);
    match (fitting.next(), fitting.next()) {
        (Some(member), None) => Ok((department, member.login.clone())),
        (Some(_), Some(_)) => {
            let allowed = members.iter().map(|one| one.login.clone()).collect();
            let given = officer;
            let fault = ValueFault::NotAllowed { given, allowed };
            Err(Refusal::field(Field::Officer, fault))
        }
        (None, _) => {
            let own = members.first().map(|one| one.department.clone());
            Err(LadderRefusal::OtherTeam {
                officer,
                own: own.unwrap_or_default(),
                department,
            }
            .into())
        }
    }
}

fn active<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Staff> {
    context.staff.iter().filter(|one| one.retired_at.is_none())
}

/// The departments of the charter's counters and of the staff, each once.
pub fn departments<'a>(charter: &'a Charter, staff: &'a [Staff]) -> Vec<&'a str> {
    let counters = charter.counters.iter();
    let counters = counters.map(|counter| counter.department.as_str());
    let staff = staff.iter().filter(|one| one.retired_at.is_none());
    let mut teams: Vec<&str> = counters
        .chain(staff.map(|one| one.department.as_str()))
        .collect();
    teams.retain(|team| !team.is_empty());
    teams.sort_unstable();
    teams.dedup();
    teams
}

/// The fault of an unknown name, with the nearest known ones.
fn not_among(given: &str, mut known: Vec<&str>) -> ValueFault {
    known.retain(|name| !name.is_empty());
    known.sort_unstable();
    known.dedup();
    known.sort_by_key(|name| std::cmp::Reverse(shared(given, name)));
    let nearest = known.into_iter().take(NEAREST);
    ValueFault::NotAllowed {
        given: given.to_owned(),
        allowed: nearest.map(str::to_owned).collect(),
    }
}

/// How many letters two names share, in thousandths of all their letters.
fn shared(one: &str, other: &str) -> usize {
    let mut left: Vec<char> = other.chars().collect();
    let all = one.chars().count() + left.len();
    let found = one.chars().filter(|letter| {
        let at = left.iter().position(|other| other == letter);
        at.map(|at| left.swap_remove(at)).is_some()
    });
    found.count() * 2_000 / all.max(1)
}
