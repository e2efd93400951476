//! The stages of a case.

use crate::words::closed_set;

closed_set! {
    /// The stage of a case.
    ///
    /// ```text
    /// arrived -> received -> assigned -> answered -> closed
    ///                 \__________\__________\-> withdrawn | returned | transferred | merged
    ///                            ^----------' objected, reopened
    /// ```
    Stage {
        Arrived = "arrived", "미접수", "not yet accepted";
        Received = "received", "접수", "received";
        Assigned = "assigned", "처리중", "assigned";
        Answered = "answered", "답변완료", "answered";
        Closed = "closed", "종결", "closed";
        Withdrawn = "withdrawn", "취하", "withdrawn";
        Returned = "returned", "반려", "returned";
        Transferred = "transferred", "이송", "transferred";
        Merged = "merged", "병합", "merged";
    }
}

impl Stage {
    /// True where nothing is left to do. A merged case may still owe its complainant the result.
    pub const fn is_over(self) -> bool {
        !self.is_open() && !matches!(self, Self::Merged)
    }

    /// True while the desk still has something to do, as far as the stage tells.
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::Arrived | Self::Received | Self::Assigned | Self::Answered
        )
    }
}
