//! Permissions: the one table of roles and operations.
//!
//! The desk checks it before every write. Creating a desk, opening what the calendar asks for and recounting by a newer
//! edition of the rules need no permission, nor do drafts, bookmarks and the marks of open cases.

use super::staff::Role;
use crate::words::{Lang, Say, closed_set, refusals as text};

closed_set! {
    /// What needs a permission.
    Operation {
        Intake = "intake", "민원 접수", "take in a case";
        /// Every action on a case without an operation of its own.
        Case = "case", "민원 처리", "work on a case";
        Notice = "notice", "통지 기록", "record a notice";
        Send = "send", "전자우편 발송", "send the mail";
        StepThree = "step3", "3차 조치 기록", "record step 3";
        /// As the inspector of petitions (act art. 25).
        Remind = "remind", "독촉", "remind a department of what is overdue";
        /// Against the program's doubt.
        DoubtfulLink = "doubtful-link", "어긋나는 민원 연결", "confirm a case as the same against the program's doubt";
        Discipline = "discipline", "주의·교육 기록", "record a caution or a training";
        /// Steps, cautions, closings, extensions, what others recorded and what was recorded before today.
        Revoke = "revoke", "다른 담당자·지난 기록 등의 취소", "strike out a grave record, another's or an older one";
        /// Of a clock that ran ahead.
        RevokeAhead = "revoke-ahead", "시각이 앞선 기록 취소", "strike out a record dated ahead by a wrong clock";
        Contact = "contact", "방문·전화 응대 기록", "record a visit or a call";
        Duty = "duty", "과제 기록", "record a duty";
        SkipDuty = "skip-duty", "과제 생략", "leave a duty out";
        HandOver = "handover", "인계 메모 작성", "write the handover note";
        TakeOver = "takeover", "인계 확인", "confirm the handover";
        Views = "views", "본인 보기 저장", "save views of one's own";
        /// All of it but the role.
        OwnEntry = "own-entry", "본인 정보 수정", "change one's own entry";
        Staff = "staff", "담당자 등록·변경", "keep the staff";
        Holidays = "holidays", "공휴일표 변경", "change the holidays";
        /// What the office's letters say.
        Letters = "letters", "통지문 변경", "change the letters";
        Charter = "charter", "헌장 개정", "adopt a charter";
        Clock = "clock", "시계 확인", "confirm the clock";
        Rebuild = "rebuild", "파생 자료 재작성", "rebuild the derived tables";
        /// The owner of the file may too, and anyone on a practice database.
        ActAs = "act-as", "다른 담당자로 처리(--as)", "act as another (--as)";
    }
}

const WORKING: &[Role] = &[Role::Clerk, Role::Supervisor, Role::Admin];
const EVERYONE: &[Role] = &[Role::Clerk, Role::Supervisor, Role::Auditor, Role::Admin];
const SENDING: &[Role] = &[Role::Clerk, Role::Supervisor, Role::Admin, Role::Service];
const SUPERVISING: &[Role] = &[Role::Supervisor, Role::Admin];

impl Operation {
    /// The roles that may do it.
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::Views => EVERYONE,
            Self::Send => SENDING,
            Self::Intake
            | Self::Case
            | Self::Notice
            | Self::Contact
            | Self::Duty
            | Self::HandOver
            | Self::TakeOver
            | Self::OwnEntry => WORKING,
            Self::StepThree
            | Self::DoubtfulLink
            | Self::Remind
            | Self::Discipline
            | Self::Revoke
            | Self::SkipDuty => SUPERVISING,
            Self::RevokeAhead
            | Self::Staff
            | Self::Holidays
            | Self::Letters
            | Self::Charter
            | Self::Clock
            | Self::Rebuild
            | Self::ActAs => &[Role::Admin],
        }
    }
}

impl Role {
    /// True where the table gives the operation to the role.
    pub fn may(self, operation: Operation) -> bool {
        operation.roles().contains(&self)
    }

    /// Checks that the role may do the operation.
    ///
    /// # Errors
    /// [`Forbidden`], which names the role and those that may.
    pub fn allow(self, operation: Operation) -> Result<(), Forbidden> {
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
    pub operation: Operation,
    pub role: Role,
}

impl Say for Forbidden {
    fn say(&self, lang: Lang) -> String {
        let roles: Vec<String> = self
            .operation
            .roles()
            .iter()
            .map(|role| role.say(lang))
            .collect();
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
