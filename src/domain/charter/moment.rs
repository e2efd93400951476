//! The moments of a contact that scripts belong to.

use super::Trigger;
use crate::words::closed_set;

closed_set! {
    /// A moment of a contact, in the order in which they come.
    Moment {
        Greeting = "greeting", "첫인사", "greeting";
        /// Other work cannot be left at once.
        Busy = "busy", "바쁠 때", "busy";
        Listening = "listening", "응대 중", "listening";
        /// The customer does not know whom to see.
        Directions = "directions", "안내", "directions";
        Transfer = "transfer", "연결", "transfer";
        WrongNumber = "wrong_number", "잘못 온 전화", "wrong number";
        Absent = "absent", "담당자 부재", "officer absent";
        Appointment = "appointment", "약속", "appointment";
        Facilities = "facilities", "편의시설", "facilities";
        Farewell = "farewell", "배웅", "farewell";
        Closing = "closing", "끝인사", "closing";
        /// How a matter is handled, whatever the contact.
        Conduct = "conduct", "처리 자세", "conduct";
        Privacy = "privacy", "개인정보 열람", "personal data shown";
    }
}

impl Moment {
    /// The moment of a script that names none, by its trigger.
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
