//! Closed sets of words in facts.

use crate::words::closed_set;

closed_set! {
    /// Why a period may be extended: the closed list of decree art. 21 (as of 2026-05-06).
    ExtensionReason {
        Cooperation = "cooperation", "관계 기관·부서 협조", "cooperation of other offices";
        FactFinding = "fact-finding", "사실관계·현장 확인", "fact finding on the spot";
        ForceMajeure = "force-majeure", "천재지변 등 불가항력", "force majeure";
        Similar = "similar", "그 밖에 이에 준하는 사유", "a reason of like weight";
    }
}

closed_set! {
    /// Reasons other than the supplement for time that does not count (decree art. 20).
    SuspensionReason {
        Post = "post", "문서 송달", "post between offices";
        Representatives = "representatives", "대표자 선정", "choosing representatives";
        Hearing = "hearing", "의견 청취", "hearing of opinions";
        Examination = "examination", "실험·감정·전문가 검토", "examination";
        /// Investigation on the spot; excludes a limited number of days (decree art. 17(4), (5)).
        Inspection = "inspection", "고충민원 현장조사", "inspection of a grievance";
        Prerequisite = "prerequisite", "선행 절차", "prerequisite procedure";
        Outage = "outage", "전산 장애", "system outage";
    }
}

closed_set! {
    /// What a link to an earlier case says.
    Linkage {
        /// A person confirmed the same customer and the same point.
        Confirmed = "confirmed", "같은 민원인·같은 내용", "same customer and point";
        /// It only points there.
        SeeAlso = "see-also", "참고", "see also";
    }
}

impl Outcome {
    /// True where the demand, or a part of it, is denied.
    pub const fn denies(self) -> bool {
        match self {
            Self::Partly | Self::Declined => true,
            Self::Accepted | Self::Informed | Self::NotHandled => false,
        }
    }

    /// True where the complainant is told the reason.
    pub const fn needs_ground(self) -> bool {
        self.denies() || matches!(self, Self::NotHandled)
    }
}

impl Default for Linkage {
    /// What a link said before it could only point somewhere.
    fn default() -> Self {
        Self::Confirmed
    }
}

impl Linkage {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde asks it of a reference"
    )]
    pub(super) fn is_confirmed(&self) -> bool {
        *self == Self::Confirmed
    }
}

closed_set! {
    /// What the answer was.
    Outcome {
        Accepted = "accepted", "수용", "accepted";
        Partly = "partly", "일부수용", "partly accepted";
        /// Nothing of it, though nothing forbids it.
        Declined = "declined", "불수용", "declined";
        /// A question answered, a matter explained.
        Informed = "informed", "안내", "informed";
        /// A matter that is not handled (act art. 21): the reason is told.
        NotHandled = "not-handled", "처리 제외", "not handled";
    }
}

closed_set! {
    /// Why a case is taken up again.
    ReopenCause {
        /// It was ended by mistake: merged, transferred, returned or withdrawn in the record alone.
        Mistake = "mistake", "기록 잘못", "recorded by mistake";
        /// The body examines its result again.
        Review = "review", "재검토", "re-examination";
        Objection = "objection", "이의", "objection";
    }
}

closed_set! {
    /// How a customer was reached.
    ContactWay {
        Phone = "phone", "전화", "phone";
        Visit = "visit", "방문", "in person";
        Email = "email", "이메일", "e-mail";
        Post = "post", "우편", "letter";
        Sms = "sms", "문자", "text message";
        Fax = "fax", "팩스", "fax";
    }
}

closed_set! {
    /// Who named the representatives of several people.
    Selection {
        Chosen = "chosen", "민원인이 선정", "chosen by them";
        /// They chose none in their time (decree art. 8).
        Designated = "designated", "기관이 지정", "designated by the agency";
    }
}
