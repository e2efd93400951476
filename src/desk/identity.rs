//! The actor: the user of the operating system, or the login of `--as` where that is allowed.

use super::{DeskError, staff::is_active};
use crate::{
    domain::{
        rights::Operation,
        staff::{Role, Staff},
    },
    store::{Reader, Store},
};
use std::os::unix::fs::MetadataExt;

/// The login of the operating system's user; `uid` and the number where the system knows no name.
pub(super) fn system_login() -> String {
    let uid = nix::unistd::Uid::effective();
    let known = nix::unistd::User::from_uid(uid).ok().flatten();
    known.map_or_else(|| format!("uid{uid}"), |user| user.name)
}

/// Finds the member of staff who acts.
pub(super) fn actor(
    store: &Store,
    acting: Option<&str>,
    practice: bool,
) -> Result<Staff, DeskError> {
    let login = system_login();
    let reader = store.reader();
    match acting {
        Some(wanted) if wanted != login => {
            let own = reader.staff_member(&login)?.filter(is_active);
            let admin = own.is_some_and(|staff| staff.role.may(Operation::ActAs));
            if !(practice || admin || owns(store)) {
                return Err(DeskError::MayNotActAs { login });
            }
            active_member(reader, wanted)
        }
        _ => match active_member(reader, &login) {
            // Anyone may practise: an unknown user acts as the administrator of the practice desk.
            Err(DeskError::NotStaff { .. } | DeskError::Retired { .. }) if practice => {
                let mut staff = reader.staff()?.into_iter();
                let admin = staff.find(|one| one.role == Role::Admin && is_active(one));
                admin.ok_or(DeskError::NotStaff { login })
            }
            member => member,
        },
    }
}

fn active_member(reader: Reader<'_>, login: &str) -> Result<Staff, DeskError> {
    match reader.staff_member(login)? {
        Some(member) if is_active(&member) && member.role == Role::NoLogin => {
            Err(DeskError::NoAccount {
                login: member.login,
            })
        }
        Some(member) if is_active(&member) => Ok(member),
        member => Err(DeskError::unknown(login, member.is_some())),
    }
}

fn owns(store: &Store) -> bool {
    let uid = nix::unistd::Uid::effective().as_raw();
    std::fs::metadata(store.path()).is_ok_and(|file| file.uid() == uid)
}
