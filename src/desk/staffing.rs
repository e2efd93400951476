//! The invented staff of practice desks.

use super::{Desk, DeskError};
use crate::domain::staff::{Role, Staff};
use chrono::{DateTime, Utc};
use std::sync::LazyLock;

/// Who heads the complaint desk and may record the third step.
pub(super) const HEAD: &str = "kim";

/// Login, name, department, number and role; nobody of that name works anywhere, the numbers are not given out.
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

/// Those who take in and work cases.
const CLERKS: [&str; 6] = ["park", "seo", "lee", "yoon", "choi", "jung"];

/// The members of the invented staff.
pub(super) fn people() -> Vec<Staff> {
    let member = |(login, name, department, phone, role): (&str, &str, &str, &str, Role)| Staff {
        login: login.to_owned(),
        name: name.to_owned(),
        department: department.to_owned(),
        phone: phone.to_owned(),
        mobile: String::new(),
        deputy: String::new(),
        role,
        retired_at: None,
    };
    PEOPLE.map(member).into()
}

/// A member of the invented staff.
pub(super) fn member(login: &str) -> Option<&'static Staff> {
    static EVERYONE: LazyLock<Vec<Staff>> = LazyLock::new(people);
    EVERYONE.iter().find(|member| member.login == login)
}

/// The login of the `nth` clerk, counted round, and that clerk's department.
pub(super) fn clerk(nth: usize) -> (&'static str, &'static str) {
    let login = CLERKS.get(nth % CLERKS.len()).copied().unwrap_or(HEAD);
    let department = PEOPLE.iter().find(|person| person.0 == login);
    (login, department.map_or("", |person| person.2))
}

impl Desk {
    /// Puts the invented staff on the desk, as if they had worked there since `since`.
    pub(super) fn hire(&mut self, since: DateTime<Utc>) -> Result<(), DeskError> {
        let by = self.actor.login.clone();
        let write = self.store.write_unasked()?;
        for member in people() {
            if write.reader().staff_member(&member.login)?.is_none() {
                write.add_staff(&member, &by, since)?;
            }
        }
        Ok(write.commit()?)
    }
}
