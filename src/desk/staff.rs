//! Entering, changing and retiring members of staff.

use super::{Desk, DeskError};
use crate::{
    domain::{
        case::CaseNumber,
        conduct::Conduct,
        input,
        party::Field,
        refusal::{FieldFault, Refusal, ValueFault},
        rights::Operation,
        staff::{Role, Staff},
    },
    store::Reader,
};

/// Changes to a member of staff; `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StaffChange {
    pub login: String,
    pub name: Option<String>,
    pub department: Option<String>,
    pub phone: Option<String>,
    /// Number outside the office.
    pub mobile: Option<String>,
    /// Login of the deputy; empty for none.
    pub deputy: Option<String>,
    pub role: Option<Role>,
}

impl StaffChange {
    fn apply(&self, before: &Staff) -> Staff {
        let or = |new: &Option<String>, old: &str| new.as_deref().unwrap_or(old).to_owned();
        Staff {
            login: before.login.clone(),
            name: or(&self.name, &before.name),
            department: or(&self.department, &before.department),
            phone: or(&self.phone, &before.phone),
            mobile: or(&self.mobile, &before.mobile),
            deputy: or(&self.deputy, &before.deputy),
            role: self.role.unwrap_or(before.role),
            retired_at: before.retired_at,
        }
    }
}

impl Desk {
    /// All members of staff by login, retired ones included.
    pub fn staff(&self) -> Result<Vec<Staff>, DeskError> {
        Ok(self.store.reader().staff()?)
    }

    /// A member of staff with what stands on the record, the newest first; former ones too.
    ///
    /// # Errors
    /// There is nobody of that login or name.
    pub fn officer_record(
        &self,
        called: &str,
    ) -> Result<(Staff, Vec<(CaseNumber, Conduct)>), DeskError> {
        let _snapshot = self.store.snapshot()?;
        let reader = self.store.reader();
        let everyone = reader.staff()?;
        let mut found = everyone.iter().filter(|one| one.login == called);
        let mut named = everyone.iter().filter(|one| one.is(called));
        let member = found.next().or_else(|| named.next());
        let member = member.ok_or_else(|| DeskError::unknown(called, false))?;
        let mut record = reader.conduct(&member.login)?;
        // Facts of the first version may name the officer.
        let alone = everyone.iter().filter(|one| one.is(&member.name)).count() == 1;
        if alone && member.name != member.login {
            record.extend(reader.conduct(&member.name)?);
            record.sort_by_key(|(number, entry)| std::cmp::Reverse((entry.at, *number)));
        }
        Ok((member.clone(), record))
    }

    /// Adds a member of staff.
    ///
    /// # Errors
    /// The actor is no administrator; the login exists or is malformed; a field is wrong.
    pub fn add_staff(&mut self, staff: &Staff) -> Result<(), DeskError> {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '@');
        if staff.login.is_empty() || staff.login.len() > 64 || !staff.login.chars().all(plain) {
            return Err(Refusal::field(Field::Login, ValueFault::Form).into());
        }
        let write = self.store.write(&self.actor, Operation::Staff)?;
        let now = write.now;
        let everyone = write.reader().staff()?;
        if everyone.iter().any(|one| one.login == staff.login) {
            let login = staff.login.clone();
            return Err(DeskError::StaffExists { login });
        }
        let clean = clean(staff, &everyone)?;
        write.enter_staff(&clean, &self.actor.login, now)?;
        Ok(write.commit()?)
    }

    /// Changes a member of staff: administrators change every entry, others their own except the role.
    ///
    /// # Errors
    /// The actor may not; there is no active member with that login; a field is wrong; it is the last administrator.
    pub fn change_staff(&mut self, change: &StaffChange) -> Result<Staff, DeskError> {
        let own = change.login == self.actor.login && change.role.is_none();
        let operation = if own {
            Operation::OwnEntry
        } else {
            Operation::Staff
        };
        let write = self.store.write(&self.actor, operation)?;
        let now = write.now;
        let everyone = write.reader().staff()?;
        let before = active_member(&everyone, &change.login)?;
        let new = clean(&change.apply(before), &everyone)?;
        if new.role != Role::Admin {
            keep_admin(&everyone, before)?;
        }
        write.enter_staff(&new, &self.actor.login, now)?;
        write.commit()?;
        if new.login == self.actor.login {
            self.actor = new.clone();
        }
        Ok(new)
    }

    /// Marks a member of staff as retired.
    ///
    /// # Errors
    /// The actor is no administrator; there is no active member with that login; it is the last administrator.
    pub fn retire_staff(&mut self, login: &str) -> Result<(), DeskError> {
        let write = self.store.write(&self.actor, Operation::Staff)?;
        let now = write.now;
        let everyone = write.reader().staff()?;
        let leaving = active_member(&everyone, login)?;
        keep_admin(&everyone, leaving)?;
        let retired = Staff {
            retired_at: Some(now),
            ..leaving.clone()
        };
        write.enter_staff(&retired, &self.actor.login, now)?;
        Ok(write.commit()?)
    }
}

pub(super) fn is_active(staff: &Staff) -> bool {
    staff.retired_at.is_none()
}

fn active_member<'s>(everyone: &'s [Staff], login: &str) -> Result<&'s Staff, DeskError> {
    let member = everyone.iter().find(|one| one.login == login);
    let active = member.filter(|member| is_active(member));
    active.ok_or_else(|| DeskError::unknown(login, member.is_some()))
}

/// Refuses to take the role from the last administrator.
fn keep_admin(everyone: &[Staff], member: &Staff) -> Result<(), DeskError> {
    let is_admin = |one: &Staff| is_active(one) && one.role == Role::Admin;
    let admins = everyone.iter().filter(|one| is_admin(one)).count();
    if is_admin(member) && admins < 2 {
        return Err(DeskError::LastAdmin);
    }
    Ok(())
}

/// The signatory for the officer that a case names by login or name: that member of staff if active
/// and with an account, else the actor.
pub(super) fn signer(reader: Reader<'_>, officer: &str, actor: &Staff) -> Result<Staff, DeskError> {
    if officer.is_empty() || actor.is(officer) {
        return Ok(actor.clone());
    }
    // Mostly a login, which is found without reading the whole staff.
    let signs = |one: &Staff| is_active(one) && one.role != Role::NoLogin;
    if let Some(member) = reader.staff_member(officer)?.filter(signs) {
        return Ok(member);
    }
    let mut staff = reader.staff()?.into_iter();
    let member = staff.find(|one| signs(one) && one.is(officer));
    Ok(member.unwrap_or_else(|| actor.clone()))
}

/// Cleans the texts of all fields, or returns all their faults.
fn clean(staff: &Staff, everyone: &[Staff]) -> Result<Staff, Refusal> {
    let clean = Staff {
        name: input::clean(&staff.name),
        department: input::clean(&staff.department),
        phone: input::clean(&staff.phone),
        mobile: input::clean(&staff.mobile),
        deputy: input::clean(&staff.deputy),
        ..staff.clone()
    };
    let line = |text, required| input::fault(text, required, input::Shape::Line(input::NAME_MAX));
    let fields = [
        (Field::Name, line(&clean.name, true)),
        (Field::Department, line(&clean.department, false)),
        (Field::Phone, input::phone_fault(&clean.phone)),
        (Field::Mobile, input::phone_fault(&clean.mobile)),
        (Field::Deputy, deputy_fault(&clean, everyone)),
    ];
    let fault = |(field, fault): (_, Option<_>)| fault.map(|fault| FieldFault { field, fault });
    let faults: Vec<_> = fields.into_iter().filter_map(fault).collect();
    if faults.is_empty() {
        Ok(clean)
    } else {
        Err(Refusal::Fields(faults))
    }
}

/// A deputy must be another active member of staff.
fn deputy_fault(staff: &Staff, everyone: &[Staff]) -> Option<ValueFault> {
    if staff.deputy.is_empty() {
        return None;
    }
    let others = everyone
        .iter()
        .filter(|one| is_active(one) && one.login != staff.login);
    ValueFault::not_among(&staff.deputy, others.map(|one| one.login.as_str()))
}
