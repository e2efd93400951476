//! Permissions: the one table of roles and operations.
//!
//! The desk checks it before every write. Founding a desk, opening what the calendar asks for and counting anew by a newer
//! edition of the rules are nobody's operations; drafts, bookmarks and who has which case open are files of one screen.

use super::staff::Role;
use crate::words::{Lang, Phrase, Say, closed_set, refusals as text};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

closed_set! {
    /// What the desk writes, or does for some roles only.
    Operation {
        /// Take a matter in as a case.
        Intake = "intake", "민원 접수", "take in a case";
        /// Every action on a case but those that have a row of their own.
        Case = "case", "민원 처리", "work on a case";
        /// Record what became of a notice.
        Notice = "notice", "통지 기록", "record a notice";
        /// Record the third step of a case.
        StepThree = "step3", "3차 조치 기록", "record step 3";
        /// Record a caution or a training of an officer.
        Discipline = "discipline", "주의·교육 기록", "record a caution or a training";
        Contact = "contact", "방문·전화 응대 기록", "record a visit or a call";
        /// Plan a duty, and record what was done.
        Duty = "duty", "과제 기록", "record a duty";
        SkipDuty = "skip-duty", "과제 생략", "leave a duty out";
        /// Write the note for the next shift.
        HandOver = "handover", "인계 메모 작성", "write the handover note";
        /// Confirm the note of the shift before.
        TakeOver = "takeover", "인계 확인", "confirm the handover";
        /// Save and remove one's own views.
        Views = "views", "본인 보기 저장", "save views of one's own";
        /// Change one's own entry on the staff but the role.
        OwnEntry = "own-entry", "본인 정보 수정", "change one's own entry";
        /// Add, change and retire staff.
        Staff = "staff", "담당자 등록·변경", "keep the staff";
        /// Change the holiday table.
        Holidays = "holidays", "공휴일표 변경", "change the holidays";
        /// Adopt a revised charter.
        Charter = "charter", "헌장 개정", "adopt a charter";
        /// Write the derived tables anew.
        Rebuild = "rebuild", "파생 자료 재작성", "rebuild the derived tables";
        /// Act as another; who owns the file and whoever practises may as well.
        ActAs = "act-as", "다른 담당자로 처리(--as)", "act as another (--as)";
    }
}

/// The roles that may do one operation.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "a column for each role")]
struct Row {
    clerk: bool,
    supervisor: bool,
    auditor: bool,
    admin: bool,
}

const EVERYONE: Row = Row {
    clerk: true,
    supervisor: true,
    auditor: true,
    admin: true,
};
const WORKING: Row = Row {
    auditor: false,
    ..EVERYONE
};
const SUPERVISING: Row = Row {
    clerk: false,
    ..WORKING
};
const ADMIN: Row = Row {
    supervisor: false,
    ..SUPERVISING
};

impl Operation {
    const fn row(self) -> Row {
        match self {
            Self::Views => EVERYONE,
            Self::Intake
            | Self::Case
            | Self::Notice
            | Self::Contact
            | Self::Duty
            | Self::HandOver
            | Self::TakeOver
            | Self::OwnEntry => WORKING,
            Self::StepThree | Self::Discipline | Self::SkipDuty => SUPERVISING,
            Self::Staff | Self::Holidays | Self::Charter | Self::Rebuild | Self::ActAs => ADMIN,
        }
    }

    /// The roles that may do it.
    pub fn roles(self) -> impl Iterator<Item = Role> {
        let all = Role::ALL.iter().copied();
        all.filter(move |role| role.may(self))
    }
}

impl Role {
    /// True where the table gives the operation to the role.
    pub const fn may(self, operation: Operation) -> bool {
        let row = operation.row();
        match self {
            Self::Clerk => row.clerk,
            Self::Supervisor => row.supervisor,
            Self::Auditor => row.auditor,
            Self::Admin => row.admin,
        }
    }

    /// Checks that the role may do the operation.
    ///
    /// # Errors
    /// [`Forbidden`], which names the role and those that may.
    pub const fn allow(self, operation: Operation) -> Result<(), Forbidden> {
        if self.may(operation) {
            Ok(())
        } else {
            let role = self;
            Err(Forbidden { operation, role })
        }
    }
}

/// A role lacks the permission for an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forbidden {
    /// What was asked for.
    pub operation: Operation,
    /// Of whom it was asked.
    pub role: Role,
}

impl Say for Forbidden {
    fn say(&self, lang: Lang) -> String {
        let roles: Vec<String> = self.operation.roles().map(|role| role.say(lang)).collect();
        let values = [
            ("operation", self.operation.say(lang)),
            ("roles", roles.join(", ")),
            ("role", self.role.say(lang)),
        ];
        text::FORBIDDEN.of(lang, &values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn auditors_write_nothing_but_their_own_views() {
        let given: Vec<_> = Operation::ALL
            .iter()
            .filter(|operation| Role::Auditor.may(**operation))
            .collect();
        assert_eq!(given, [&Operation::Views]);
    }

    #[test]
    fn every_operation_is_somebodys_and_a_supervisor_may_what_a_clerk_may() {
        for operation in Operation::ALL {
            assert!(Role::Admin.may(*operation), "{operation}");
            let clerk = Role::Clerk.may(*operation);
            assert!(!clerk || Role::Supervisor.may(*operation), "{operation}");
        }
    }

    #[test]
    fn the_refusal_names_the_operation_the_role_and_those_that_may() {
        let refused = Role::Clerk.allow(Operation::StepThree).unwrap_err();
        assert_eq!(
            refused.say(Lang::Ko),
            "‘3차 조치 기록’ 권한이 없습니다. 감독자, 관리자만 할 수 있고 지금 권한은 담당자입니다. 권한이 있는 사람에게 요청해 주세요."
        );
        assert_eq!(
            refused.say(Lang::En),
            "Only these roles may do this (record step 3): supervisor, administrator. Yours is clerk; ask one of them."
        );
        assert_eq!(Role::Clerk.allow(Operation::Case), Ok(()));
    }
}
