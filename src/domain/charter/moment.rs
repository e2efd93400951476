//! The moments of a contact at which a charter has something to say or to check.

use super::Trigger;
use crate::words::closed_set;

closed_set! {
    /// A moment of a contact, in the order in which they come.
    Moment {
        /// The first words.
        Greeting = "greeting", "첫인사", "greeting";
        /// Other work cannot be left at once.
        Busy = "busy", "바쁠 때", "busy";
        /// While the customer speaks.
        Listening = "listening", "응대 중", "listening";
        /// The customer does not know whom to see.
        Directions = "directions", "안내", "directions";
        /// The call or visitor goes to somebody else.
        Transfer = "transfer", "연결", "transfer";
        /// The number or counter was the wrong one.
        WrongNumber = "wrong_number", "잘못 온 전화", "wrong number";
        /// The officer asked for is away.
        Absent = "absent", "담당자 부재", "officer absent";
        /// A visit or consultation is agreed.
        Appointment = "appointment", "약속", "appointment";
        /// What the house offers to visitors.
        Facilities = "facilities", "편의시설", "facilities";
        /// The visitor leaves.
        Farewell = "farewell", "배웅", "farewell";
        /// The call ends.
        Closing = "closing", "끝인사", "closing";
        /// How a matter is handled, whatever the contact.
        Conduct = "conduct", "처리 자세", "conduct";
        /// Personal data is shown in full.
        Privacy = "privacy", "개인정보 열람", "personal data shown";
    }
}

impl Moment {
    /// The moment of a script that names none: that of what sets it to work.
    pub const fn of(trigger: Trigger) -> Self {
        match trigger {
            Trigger::VisitorArrived | Trigger::Call => Self::Greeting,
            Trigger::OfficerAbsent | Trigger::AnswerLater => Self::Absent,
            Trigger::Appointment => Self::Appointment,
            Trigger::QuestionAsked => Self::Listening,
            Trigger::Received
            | Trigger::Result
            | Trigger::ReviewNeeded
            | Trigger::ExtensionCause
            | Trigger::Recurrence
            | Trigger::NotReflected
            | Trigger::Misconduct
            | Trigger::Objection
            | Trigger::Refused
            | Trigger::Overdue
            | Trigger::Improvable => Self::Conduct,
        }
    }
}
