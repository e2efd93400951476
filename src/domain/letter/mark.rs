//! The marks of a letter: the closed set of values that a template may name.

use crate::words::closed_set;

closed_set! {
    /// A value that stands in a template as `{{성명}}`; its id is the word between the braces.
    Mark {
        Office = "기관명", "기관 이름", "name of the body";
        Sender = "발신명의", "발신 명의", "in whose name the letter goes out";
        PostalCode = "우편번호", "우편번호", "postal code of the body";
        OfficeAddress = "기관주소", "기관 주소", "address of the body";
        Web = "누리집", "누리집 주소", "web site of the body";
        OfficePhone = "대표전화", "대표 전화", "telephone of the body";
        Fax = "팩스", "팩스 번호", "fax of the body";
        Committee = "행정심판위원회", "행정심판위원회", "committee of administrative appeals";
        Court = "관할법원", "관할 법원", "court";
        Ombudsman = "시민고충처리위", "시민고충처리위원회", "ombudsman of the municipality";
        AuditDepartment = "감사부서", "감사 부서", "audit department";
        Department = "담당부서", "담당자의 부서", "department of the person in charge";
        Officer = "담당자", "담당자", "person in charge";
        OfficerPhone = "담당전화", "담당자 전화", "telephone of the person in charge";
        OfficerEmail = "담당이메일", "담당자 이메일", "e-mail of the person in charge";
        Number = "접수번호", "접수번호", "receipt number";
        ReceivedAt = "접수일시", "접수 일시", "time of receipt";
        ReceivedOn = "접수일", "접수일", "day of receipt";
        Channel = "접수경로", "접수 경로", "channel";
        Title = "민원명", "민원 제목", "title of the petition";
        Kind = "민원유형", "민원 유형", "kind of petition";
        Handling = "처리부서", "처리 부서", "department that handles it";
        Period = "처리기간", "처리기간", "period";
        Due = "처리예정일", "처리완료 예정일", "expected date";
        FirstDue = "당초예정일", "당초 처리완료 예정일", "date expected first";
        MissedDue = "지난예정일", "지난 처리완료 예정일", "date that was missed";
        Name = "성명", "민원인 이름", "complainant's name";
        MaskedName = "가린성명", "가린 민원인 이름", "complainant's name, masked";
        Address = "주소", "민원인 주소", "complainant's address";
        Proxy = "대리인", "대리인", "proxy";
        Representatives = "대표자", "대표자", "representatives";
        Addressee = "수신", "받는 부서나 직원", "department or officer addressed";
        SentOn = "시행일", "시행일", "day on which it goes out";
        LeadingNumber = "대표번호", "합친 민원의 접수번호", "number it goes on under";
        EarlierNumber = "종전번호", "앞선 민원의 접수번호", "number of the earlier case";
        EarlierCases = "종전민원", "앞선 민원", "earlier cases";
        EarlierToldOn = "종전통지일", "앞선 결과를 알린 날", "days on which earlier results were told";
        CommitteeDate = "심의일", "위원회 심의일", "date of the committee";
        MeasuresToldOn = "조치통지일", "조치 결과를 알린 날", "day on which the measures were told";
        ApologyToldOn = "사과통지일", "사과문을 보낸 날", "day on which the apology was told";
        SupplementUntil = "보완기한", "보완 기한", "until when to supplement";
        SupplementAskedOn = "보완요구일", "보완을 요청한 날", "day on which a supplement was asked for";
        TransferredOn = "이송일", "이송한 날", "day of the transfer";
        MeasuredOn = "조치일", "조치한 날", "day of the measures";
        VisitAt = "방문일시", "방문 일시", "time of the visit";
        VisitLength = "방문시간", "방문에 걸리는 시간", "length of the visit";
        RefusedOn = "처분일", "처분한 날", "day of the refusal";
        ObjectedOn = "이의신청일", "이의신청한 날", "day of the objection";
        FirstDecisionDue = "당초결정기한", "당초 결정기한", "date first set for the decision";
        DecisionDue = "결정기한", "결정기한", "date set for the decision";
        ReplyUntil = "회신기한", "회신 기한", "until when to reply";
        ReportUntil = "보고기한", "보고 기한", "until when to report";
        CorrectedOn = "정정대상일", "바로잡는 통지의 날짜", "day of the letter that is put right";
        Overdue = "경과일수", "지난 일수", "days over";
        Extensions = "연장차수", "몇 번째 연장", "which extension";
        ExtensionItem = "연장호", "연장 사유의 호", "item of the reason of an extension";
        Agency = "이송기관", "이송 기관", "agency it went to";
        AgencyPhone = "이송기관전화", "이송 기관 전화", "telephone of that agency";
        ReferredTo = "안내기관", "안내하는 기관", "where else to turn";
        Corrected = "정정대상", "바로잡는 통지", "letter that is put right";
        Decision = "결정", "이의신청 결정", "decision on the objection";
        RefusedMatter = "처분내용", "처분 내용", "what was refused";
        ChangedMatter = "변경처분", "변경된 처분", "disposition as changed";
        Gist = "민원요지", "민원 요지", "gist of the petition";
        Outcome = "결과", "처리 결과", "result";
        Reason = "이유", "이유", "reason";
        Ground = "근거", "근거", "ground";
        Remedy = "구제절차", "구제 절차", "remedy";
        Measures = "조치내용", "조치한 내용", "measures";
        Progress = "진행상황", "진행 상황", "state of things";
        Plan = "처리계획", "처리 계획", "plan";
        ExtensionReason = "연장사유", "연장 사유", "reason of the extension";
        Consent = "동의", "동의", "consent";
        DelayReason = "지연사유", "지연 사유", "reason of the delay";
        SupplementText = "보완내용", "보완할 내용", "what to supplement";
        HandIn = "제출방법", "제출 방법", "how to hand it in";
        Papers = "서류상태", "서류 확인", "state of the papers";
        Inspection = "현장일정", "현장 확인 일정", "planned inspection";
        ReturnedPapers = "반려서류", "돌려주는 서류", "papers sent back";
        Wrong = "정정전", "잘못 적은 내용", "what was wrong";
        Right = "정정후", "바른 내용", "what is right";
        Effect = "영향", "기한에 미치는 영향", "effect on limits";
        VisitPlace = "방문장소", "방문 장소", "place of the visit";
        VisitPurpose = "방문목적", "방문 목적", "purpose of the visit";
        Apology = "사과말씀", "사과 말씀", "words of apology";
        Prevention = "재발방지", "재발 방지", "how it is kept from happening again";
        Instruction = "지시사항", "지시 사항", "instruction";
        Finding = "확인결과", "확인한 사실", "what was found";
        NotDone = "미이행", "이행되지 않은 조치", "measures not carried out";
        Question = "질의", "묻는 내용", "question";
    }
}

/// What kind of value a mark has: which decides whether a particle may follow it, and whether it may have lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkClass {
    /// A name, a word or a number: one line, and a particle follows its last sound.
    Word,
    /// A date, a time, a number with its unit, an address: one line, read aloud in more than one way.
    Fixed,
    /// What somebody wrote: it may have lines.
    Prose,
}

impl Mark {
    /// What kind of value it has.
    #[expect(clippy::too_many_lines, reason = "a table: every mark once")]
    pub const fn class(self) -> MarkClass {
        match self {
            Self::Office
            | Self::Sender
            | Self::Committee
            | Self::Court
            | Self::Ombudsman
            | Self::AuditDepartment
            | Self::Department
            | Self::Officer
            | Self::Number
            | Self::Channel
            | Self::Title
            | Self::Kind
            | Self::Handling
            | Self::Name
            | Self::MaskedName
            | Self::Proxy
            | Self::Representatives
            | Self::Addressee
            | Self::LeadingNumber
            | Self::EarlierNumber
            | Self::Agency
            | Self::ReferredTo
            | Self::Corrected
            | Self::Decision => MarkClass::Word,
            Self::PostalCode
            | Self::OfficeAddress
            | Self::Web
            | Self::OfficePhone
            | Self::Fax
            | Self::OfficerPhone
            | Self::OfficerEmail
            | Self::ReceivedAt
            | Self::ReceivedOn
            | Self::Period
            | Self::Due
            | Self::FirstDue
            | Self::MissedDue
            | Self::Address
            | Self::SentOn
            | Self::EarlierCases
            | Self::EarlierToldOn
            | Self::CommitteeDate
            | Self::MeasuresToldOn
            | Self::ApologyToldOn
            | Self::SupplementUntil
            | Self::SupplementAskedOn
            | Self::TransferredOn
            | Self::MeasuredOn
            | Self::VisitAt
            | Self::VisitLength
            | Self::RefusedOn
            | Self::ObjectedOn
            | Self::FirstDecisionDue
            | Self::DecisionDue
            | Self::ReplyUntil
            | Self::ReportUntil
            | Self::CorrectedOn
            | Self::Overdue
            | Self::Extensions
            | Self::ExtensionItem
            | Self::AgencyPhone => MarkClass::Fixed,
            Self::RefusedMatter
            | Self::ChangedMatter
            | Self::Gist
            | Self::Outcome
            | Self::Reason
            | Self::Ground
            | Self::Remedy
            | Self::Measures
            | Self::Progress
            | Self::Plan
            | Self::ExtensionReason
            | Self::Consent
            | Self::DelayReason
            | Self::SupplementText
            | Self::HandIn
            | Self::Papers
            | Self::Inspection
            | Self::ReturnedPapers
            | Self::Wrong
            | Self::Right
            | Self::Effect
            | Self::VisitPlace
            | Self::VisitPurpose
            | Self::Apology
            | Self::Prevention
            | Self::Instruction
            | Self::Finding
            | Self::NotDone
            | Self::Question => MarkClass::Prose,
        }
    }
}
