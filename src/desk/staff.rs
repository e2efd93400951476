//! Who works at the desk.

use super::{Desk, DeskError};
use crate::domain::{
    party::Field,
    refusal::{Fault, FieldFault, Refusal},
    staff::{Role, Staff},
    typed,
};

impl Desk {
    /// Everyone on the staff, by login, retired ones too.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn staff(&self) -> Result<Vec<Staff>, DeskError> {
        Ok(self.store.reader().staff()?)
    }

    /// Adds a member of staff.
    ///
    /// # Errors
    /// Only administrators may; the login is taken or not of the right form.
    pub fn add_staff(&mut self, staff: &Staff) -> Result<(), DeskError> {
        self.admin_only()?;
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '@');
        if staff.login.is_empty() || staff.login.len() > 64 || !staff.login.chars().all(plain) {
            return Err(Refusal::field(Field::Login, Fault::Form).into());
        }
        let clean = Staff {
            login: staff.login.clone(),
            name: typed::clean(&staff.name),
            department: typed::clean(&staff.department),
            phone: typed::clean(&staff.phone),
            role: staff.role,
            retired_at: None,
        };
        let line = |text, required| typed::fault(text, required, typed::NAME, false);
        let fields = [
            (Field::Name, line(&clean.name, true)),
            (Field::Department, line(&clean.department, false)),
            (Field::Phone, typed::phone_fault(&clean.phone)),
        ];
        let faults: Vec<_> = fields
            .into_iter()
            .filter_map(|(field, fault)| fault.map(|fault| FieldFault { field, fault }))
            .collect();
        if !faults.is_empty() {
            return Err(Refusal::Fields(faults).into());
        }
        let now = self.now();
        let write = self.store.write()?;
        if write.reader().staff_member(&clean.login)?.is_some() {
            return Err(DeskError::StaffExists { login: clean.login });
        }
        write.add_staff(&clean, &self.actor.login, now)?;
        Ok(write.commit()?)
    }

    /// Marks a member of staff as retired.
    ///
    /// # Errors
    /// Only administrators may; nobody has that login; it is the last administrator.
    pub fn retire_staff(&mut self, login: &str) -> Result<(), DeskError> {
        self.admin_only()?;
        let now = self.now();
        let write = self.store.write()?;
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

    pub(super) fn admin_only(&self) -> Result<(), DeskError> {
        if self.actor.role == Role::Admin {
            Ok(())
        } else {
            Err(DeskError::AdminOnly)
        }
    }
}
