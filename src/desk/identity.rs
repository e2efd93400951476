//! Who acts: the user of the operating system, or whom `--as` names where that is allowed.

use super::DeskError;
use crate::{
    domain::{
        rights::Operation,
        staff::{Role, Staff},
    },
    store::{Reader, Store},
};
use std::os::unix::fs::MetadataExt;

/// The login of the operating system's user; the number where the system knows no name.
pub(super) fn system_login() -> String {
    let uid = nix::unistd::Uid::effective();
    let known = nix::unistd::User::from_uid(uid).ok().flatten();
    known.map_or_else(|| format!("uid{uid}"), |user| user.name)
}

/// Who acts on an open store.
pub(super) fn actor(
    store: &Store,
    acting: Option<&str>,
    practice: bool,
) -> Result<Staff, DeskError> {
    let login = system_login();
    let reader = store.reader();
    match acting {
        Some(wanted) if wanted != login => {
            let admin =
                working(reader, &login)?.is_some_and(|staff| staff.role.may(Operation::ActAs));
            if !(practice || admin || owns(store)) {
                return Err(DeskError::MayNotActAs { login });
            }
            let known = reader.staff_member(wanted)?.is_some();
            working(reader, wanted)?.ok_or_else(|| DeskError::unknown(wanted, known))
        }
        _ => match working(reader, &login)? {
            Some(staff) => Ok(staff),
            // Anyone may practise: an unknown user sits down as the administrator of the practice desk.
            None if practice => first_admin(reader)?.ok_or(DeskError::NotStaff { login }),
            None => {
                let known = reader.staff_member(&login)?.is_some();
                Err(DeskError::unknown(&login, known))
            }
        },
    }
}

fn working(reader: Reader<'_>, login: &str) -> Result<Option<Staff>, DeskError> {
    Ok(reader
        .staff_member(login)?
        .filter(|staff| staff.retired_at.is_none()))
}

fn first_admin(reader: Reader<'_>) -> Result<Option<Staff>, DeskError> {
    let staff = reader.staff()?;
    Ok(staff
        .into_iter()
        .find(|staff| staff.role == Role::Admin && staff.retired_at.is_none()))
}

fn owns(store: &Store) -> bool {
    let uid = nix::unistd::Uid::effective().as_raw();
    std::fs::metadata(store.path()).is_ok_and(|file| file.uid() == uid)
}
