//! The invented staff of practice desks.

use super::{Desk, DeskError};
use crate::domain::staff::{Role, Staff};
use chrono::{DateTime, Utc};
use std::sync::LazyLock;

/// Login of the head of the complaint desk, who may record the third step.
pub(super) const HEAD: &str = "kim";

/// Login, name, department, telephone and role: invented names, and numbers that are not assigned.
const PEOPLE: [(&str, &str, &str, &str, Role); 8] = [
    (
        HEAD,
        "김가상 상담팀장",
        "고객지원팀",
        "054-000-1365",
        Role::Supervisor,
    ),
    ("park", "박예시", "고객지원팀", "054-000-1371", Role::Clerk),
    ("seo", "서모의", "고객지원팀", "054-000-1372", Role::Clerk),
    ("lee", "이표본", "활동지원팀", "054-000-1366", Role::Clerk),
    ("yoon", "윤가명", "활동지원팀", "054-000-1373", Role::Clerk),
    ("choi", "최연습", "교육운영팀", "054-000-1367", Role::Clerk),
    ("jung", "정보기", "경영지원팀", "054-000-1368", Role::Clerk),
    ("han", "한감사", "감사실", "054-000-1369", Role::Auditor),
];

/// Logins of those who take in and work cases.
const CLERKS: [&str; 6] = ["park", "seo", "lee", "yoon", "choi", "jung"];

static STAFF: LazyLock<[Staff; 8]> = LazyLock::new(|| {
    PEOPLE.map(|(login, name, department, phone, role)| Staff {
        login: login.to_owned(),
        name: name.to_owned(),
        department: department.to_owned(),
        phone: phone.to_owned(),
        mobile: String::new(),
        deputy: String::new(),
        role,
        retired_at: None,
    })
});

/// The member of the invented staff with a login.
pub(super) fn member(login: &str) -> Option<&'static Staff> {
    STAFF.iter().find(|member| member.login == login)
}

/// The invented staff.
pub(super) fn everyone() -> &'static [Staff] {
    STAFF.as_slice()
}

/// Login and department of the `nth` clerk, modulo their number.
pub(super) fn clerk(nth: usize) -> (&'static str, &'static str) {
    let login = CLERKS.get(nth % CLERKS.len()).copied().unwrap_or(HEAD);
    (login, member(login).map_or("", |clerk| &clerk.department))
}

impl Desk {
    /// Enters the invented staff, as if they had worked here since `since`.
    pub(super) fn hire(&mut self, since: DateTime<Utc>) -> Result<(), DeskError> {
        let by = self.actor.login.clone();
        let write = self.store.write_unasked()?;
        for member in STAFF.iter() {
            if write.reader().staff_member(&member.login)?.is_none() {
                write.enter_staff(member, &by, since)?;
            }
        }
        Ok(write.commit()?)
    }
}
