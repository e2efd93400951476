//! Who works at the desk.

use super::{Desk, DeskError};
use crate::{
    domain::{
        input,
        party::Field,
        refusal::{FieldFault, Refusal, ValueFault},
        rights::Operation,
        staff::{Role, Staff},
    },
    store::Reader,
};

/// What to change of a member of staff; `None` leaves a field as it is.
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
    fn of(&self, before: &Staff) -> Staff {
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
    /// Everyone on the staff, by login, retired ones too.
    pub fn staff(&self) -> Result<Vec<Staff>, DeskError> {
        Ok(self.store.reader().staff()?)
    }

    /// Adds a member of staff.
    ///
    /// # Errors
    /// Only administrators may; the login is taken or not of the right form.
    pub fn add_staff(&mut self, staff: &Staff) -> Result<(), DeskError> {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '@');
        if staff.login.is_empty() || staff.login.len() > 64 || !staff.login.chars().all(plain) {
            return Err(Refusal::field(Field::Login, ValueFault::Form).into());
        }
        let now = self.now();
        let write = self.store.write(&self.actor, Operation::Staff)?;
        let everyone = write.reader().staff()?;
        if everyone.iter().any(|one| one.login == staff.login) {
            let login = staff.login.clone();
            return Err(DeskError::StaffExists { login });
        }
        let clean = clean(staff, &everyone)?;
        write.add_staff(&clean, &self.actor.login, now)?;
        Ok(write.commit()?)
    }

    /// Changes what is known of a member of staff: an administrator everyone's entry, anyone their own but the role.
    ///
    /// # Errors
    /// Another's entry or a role without being an administrator; nobody works here under that login; a field is wrong; the
    /// last administrator would be none any more.
    pub fn change_staff(&mut self, change: &StaffChange) -> Result<Staff, DeskError> {
        let own = change.login == self.actor.login && change.role.is_none();
        let operation = if own {
            Operation::OwnEntry
        } else {
            Operation::Staff
        };
        let now = self.now();
        let write = self.store.write(&self.actor, operation)?;
        let everyone = write.reader().staff()?;
        let mut working = everyone.iter().filter(|one| one.retired_at.is_none());
        let Some(before) = working.find(|one| one.login == change.login) else {
            let known = everyone.iter().any(|one| one.login == change.login);
            return Err(DeskError::unknown(&change.login, known));
        };
        let new = clean(&change.of(before), &everyone)?;
        let admins = everyone
            .iter()
            .filter(|one| one.retired_at.is_none() && one.role == Role::Admin)
            .count();
        if before.role == Role::Admin && new.role != Role::Admin && admins < 2 {
            return Err(DeskError::LastAdmin);
        }
        write.change_staff(&new, &self.actor.login, now)?;
        write.commit()?;
        if new.login == self.actor.login {
            self.actor = new.clone();
        }
        Ok(new)
    }

    /// Marks a member of staff as retired.
    ///
    /// # Errors
    /// Only administrators may; nobody has that login; it is the last administrator.
    pub fn retire_staff(&mut self, login: &str) -> Result<(), DeskError> {
        let now = self.now();
        let write = self.store.write(&self.actor, Operation::Staff)?;
        let staff = write.reader().staff()?;
        let working = |staff: &&Staff| staff.retired_at.is_none();
        let Some(leaving) = staff
            .iter()
            .filter(working)
            .find(|staff| staff.login == login)
        else {
            let known = staff.iter().any(|staff| staff.login == login);
            return Err(DeskError::unknown(login, known));
        };
        let admins = staff
            .iter()
            .filter(working)
            .filter(|staff| staff.role == Role::Admin)
            .count();
        if leaving.role == Role::Admin && admins < 2 {
            return Err(DeskError::LastAdmin);
        }
        write.retire_staff(leaving, &self.actor.login, now)?;
        Ok(write.commit()?)
    }
}

/// Who signs for an officer as the case names one: that member of staff, by login or by name; else who acts.
pub(super) fn signer(reader: Reader<'_>, officer: &str, actor: &Staff) -> Result<Staff, DeskError> {
    if officer.is_empty() || actor.is(officer) {
        return Ok(actor.clone());
    }
    // Mostly by login, which is found without reading everybody.
    if let Some(member) = reader.staff_member(officer)?
        && member.retired_at.is_none()
    {
        return Ok(member);
    }
    let staff = reader.staff()?;
    let working = staff.into_iter().filter(|one| one.retired_at.is_none());
    let mut known = working.filter(|one| one.is(officer));
    Ok(known.next().unwrap_or_else(|| actor.clone()))
}

/// The clean text of every field, or all that is wrong with them.
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
    let faults: Vec<_> = fields
        .into_iter()
        .filter_map(|(field, fault)| fault.map(|fault| FieldFault { field, fault }))
        .collect();
    if faults.is_empty() {
        Ok(clean)
    } else {
        Err(Refusal::Fields(faults))
    }
}

/// A deputy is somebody else who works here.
fn deputy_fault(staff: &Staff, everyone: &[Staff]) -> Option<ValueFault> {
    if staff.deputy.is_empty() {
        return None;
    }
    let others = everyone
        .iter()
        .filter(|one| one.retired_at.is_none() && one.login != staff.login);
    let allowed: Vec<String> = others.map(|one| one.login.clone()).collect();
    (!allowed.contains(&staff.deputy)).then(|| ValueFault::NotAllowed {
        given: staff.deputy.clone(),
        allowed,
    })
}
