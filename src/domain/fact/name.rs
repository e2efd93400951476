//! The names of the kinds of facts, in JSON and for people.

use super::{FactKind, Selection, Step};
use crate::words::{Lang, Phrase, Say};

impl FactKind {
    /// The name of the kind as it stands in JSON: `step_recorded`.
    pub const fn id(&self) -> &'static str {
        self.names().0
    }

    #[rustfmt::skip]
    const fn names(&self) -> (&'static str, Phrase) {
        match self {
            Self::Received(_) => ("received", Phrase::new("접수", "received")),
            Self::Amended(_) => ("amended", Phrase::new("접수 내용 변경", "amended")),
            Self::Accepted => ("accepted", Phrase::new("접수 확정", "accepted")),
            Self::Assigned { .. } => ("assigned", Phrase::new("담당자 지정", "assigned")),
            Self::Acknowledged => ("acknowledged", Phrase::new("확인", "acknowledged")),
            Self::Noted { action: false, .. } => ("noted", Phrase::new("메모", "noted")),
            Self::Noted { action: true, .. } => ("noted", Phrase::new("조치", "action taken")),
            Self::Contacted { .. } => ("contacted", Phrase::new("민원인 연락", "contacted")),
            Self::Consulted { .. } => ("consulted", Phrase::new("협조 요청", "consulted")),
            Self::ConsultationAnswered { .. } => ("consultation_answered", Phrase::new("협조 회신", "consultation answered")),
            Self::ExtensionNeeded { .. } => ("extension_needed", Phrase::new("연장 사유 발생", "cause for extension")),
            Self::Extended { .. } => ("extended", Phrase::new("기간 연장", "extended")),
            Self::InterimReplied { .. } => ("interim_replied", Phrase::new("중간회신", "interim reply")),
            Self::SupplementRequested { .. } => ("supplement_requested", Phrase::new("보완 요구", "supplement requested")),
            Self::SupplementExtended { .. } => ("supplement_extended", Phrase::new("보완기간 연장", "supplement's period extended")),
            Self::SupplementArrived => ("supplement_arrived", Phrase::new("보완 도착", "supplement arrived")),
            Self::Suspended { .. } => ("suspended", Phrase::new("불산입 시작", "clock stopped")),
            Self::Resumed => ("resumed", Phrase::new("불산입 끝", "clock goes on")),
            Self::RepresentativesAsked { .. } => ("representatives_asked", Phrase::new("대표자 선정 요청", "representatives asked for")),
            Self::RepresentativesNamed { how: Selection::Chosen, .. } => ("representatives_named", Phrase::new("대표자 선정", "representatives chosen")),
            Self::RepresentativesNamed { how: Selection::Designated, .. } => ("representatives_named", Phrase::new("대표자 지정", "representatives designated")),
            Self::WrittenDown { .. } => ("written_down", Phrase::new("구술 내용 작성", "written down")),
            Self::ReviewNeeded => ("review_needed", Phrase::new("검토 필요", "review needed")),
            Self::Answered { .. } => ("answered", Phrase::new("답변", "answered")),
            Self::ResultShared { .. } => ("result_shared", Phrase::new("병합 결과", "result shared")),
            Self::Refused { .. } => ("refused", Phrase::new("거부 통지", "refused")),
            Self::Objected { .. } => ("objected", Phrase::new("이의 제기", "objected")),
            Self::Reopened { .. } => ("reopened", Phrase::new("재개", "reopened")),
            Self::Apologised { .. } => ("apologised", Phrase::new("사과", "apologised")),
            Self::StepRecorded { step: Step::One { .. } } => ("step_recorded", Phrase::new("1차 조치", "step 1")),
            Self::StepRecorded { step: Step::Two { .. } } => ("step_recorded", Phrase::new("2차 조치", "step 2")),
            Self::StepRecorded { step: Step::Three { .. } } => ("step_recorded", Phrase::new("3차 조치", "step 3")),
            Self::Linked { .. } => ("linked", Phrase::new("이전 민원 연결", "linked")),
            Self::Withdrawn { .. } => ("withdrawn", Phrase::new("취하", "withdrawn")),
            Self::Returned { .. } => ("returned", Phrase::new("반려", "returned")),
            Self::Transferred { .. } => ("transferred", Phrase::new("이송", "transferred")),
            Self::Merged { .. } => ("merged", Phrase::new("병합", "merged")),
            Self::Closed { .. } => ("closed", Phrase::new("종결", "closed")),
            Self::MisconductReported { .. } => ("misconduct_reported", Phrase::new("잘못된 응대 신고", "misconduct reported")),
            Self::FactsChecked { .. } => ("facts_checked", Phrase::new("사실 확인", "facts checked")),
            Self::PublicApologyMade { .. } => ("public_apology_made", Phrase::new("공개 사과", "public apology made")),
            Self::CautionGiven { .. } => ("caution_given", Phrase::new("주의", "caution given")),
            Self::TrainingGiven { .. } => ("training_given", Phrase::new("교육", "training given")),
            Self::Compensated { .. } => ("compensated", Phrase::new("보상", "compensated")),
            Self::OverdueConfirmed => ("overdue_confirmed", Phrase::new("기한 경과 확인", "overdue confirmed")),
            Self::DelayExplained { .. } => ("delay_explained", Phrase::new("지연 안내", "delay explained")),
            Self::ImprovementNoted { .. } => ("improvement_noted", Phrase::new("개선 가능", "improvement noted")),
            Self::AppointmentMade { .. } => ("appointment_made", Phrase::new("방문 약속", "appointment made")),
            Self::AppointmentCancelled { .. } => ("appointment_cancelled", Phrase::new("방문 약속 취소", "appointment cancelled")),
            Self::ChecklistTicked { .. } => ("checklist_ticked", Phrase::new("응대 점검", "checklist ticked")),
            Self::AppointmentMoved { .. } => ("appointment_moved", Phrase::new("방문 약속 변경", "appointment moved")),
            Self::AppointmentKept => ("appointment_kept", Phrase::new("방문 이행", "appointment kept")),
            Self::VisitAnnounced { .. } => ("visit_announced", Phrase::new("방문 안내", "visit announced")),
            Self::Notice(notice) => notice.names(),
            Self::Corrected { .. } => ("corrected", Phrase::new("정정", "corrected")),
            Self::Revoked { .. } => ("revoked", Phrase::new("기록 취소", "revoked")),
            Self::Recomputed { .. } => ("recomputed", Phrase::new("기한 재계산", "recomputed")),
        }
    }
}

impl FactKind {
    /// The name for people.
    pub const fn name(&self) -> Phrase {
        self.names().1
    }
}

impl Say for FactKind {
    fn say(&self, lang: Lang) -> String {
        self.name().get(lang).to_owned()
    }
}
