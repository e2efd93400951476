//! Cases with something to do: late, due today, in hours, waiting, stopped, extended, with another department.

#![expect(
    clippy::too_many_lines,
    reason = "what happened is told in one piece, one case after the other"
)]

use super::{
    contact, extend, note,
    people::{
        BAE, BAEK, BYEON, CHUN, GWAK, GYE, HEO, HEUNG, HONG, JANG, JEON, MONG, NOBODY, NOL, OK,
        PUNG, SEON, SIM, YU,
    },
};
use crate::{
    desk::demo::story::{
        Deed, ME, Story,
        When::{Ago, Day},
    },
    domain::{
        charter::Channel::{Fax, Phone, Post, Visit, Web},
        command::Command,
        fact::{ContactWay, ExtensionReason, SuspensionReason},
    },
};

/// Over their time, each in another way.
pub(super) fn late(story: &mut Story<'_>) {
    story
        .case(Day(12, 10, 20), "park", HONG.brings(Web, "complaint", "상해보험 안내가 서로 다릅니다",
            "전화로는 보험이 자동 가입된다고 하셨는데 현장에서는 따로 신청해야 한다고 했습니다. 어느 쪽이 맞는지 알려 주세요."))
        .assigned(Day(12, 11, 5), "kim", ME)
        .then(Day(11, 14, 10), ME, note("활동지원팀에 보험 가입 절차를 확인 중", false));
    story
        .case(
            Day(10, 15, 40),
            "seo",
            JEON.brings(
                Phone,
                "discourtesy",
                "전화 상담 중 반말을 들었습니다",
                "봉사시간을 물었더니 반말로 답하고 먼저 끊었습니다. 담당자 교육을 부탁드립니다.",
            ),
        )
        .assigned(Day(10, 16, 0), "kim", "seo")
        .then(
            Day(9, 9, 30),
            "seo",
            contact(ContactWay::Phone, "통화 내용을 확인하겠다고 안내함"),
        );
    story
        .case(
            Ago(1_010),
            "jung",
            HEO.brings(
                Visit,
                "facility",
                "본관 2층 화장실 문이 잠기지 않습니다",
                "잠금쇠가 헛돌아 문이 열립니다. 급히 고쳐 주세요.",
            ),
        )
        .assigned(Ago(990), "kim", "jung");
    story.case(
        Day(9, 13, 15),
        "lee",
        BYEON.brings(
            Post,
            "question",
            "단체 봉사 등록에 필요한 서류 문의",
            "마을 주민 열두 명이 함께 등록하려고 합니다. 필요한 서류와 기한을 알려 주세요.",
        ),
    );
    story
        .case(Day(26, 10, 0), "park", BAEK.brings(Web, "suggestion", "주말에도 상담 창구를 열어 주세요",
            "평일에 오기 어려운 직장인을 위해 한 달에 한 번이라도 토요일에 열어 주시면 좋겠습니다."))
        .assigned(Day(26, 11, 30), "kim", "park")
        .then(Day(22, 10, 40), "park", extend(ExtensionReason::Cooperation, 14, false,
            "운영 부서와 협의가 필요하여 처리기간을 14일 연장합니다."));
}

/// Due today or in a few hours; the first one's place comes back.
pub(super) fn today(story: &mut Story<'_>) -> usize {
    let parking = story
        .case(Day(6, 9, 50), "park", NOL.brings(Web, "complaint", "행사 날 주차 안내가 없었습니다",
            "안내 문자에는 주차가 된다고 했으나 차단되어 30분을 헤맸습니다. 다음 행사 전에 고쳐 주세요."))
        .assigned(Day(6, 10, 30), "kim", ME)
        .then(Day(4, 15, 0), ME, note("행사 담당 부서에서 안내 문자 문구를 고치기로 함", true))
        .place();
    story
        .case(
            Day(6, 14, 25),
            "choi",
            SIM.brings(
                Phone,
                "course",
                "돌봄 교육 재수강이 되는지",
                "지난해 교육을 마쳤는데 다시 들을 수 있는지 궁금합니다.",
            ),
        )
        .assigned(Day(6, 15, 0), "kim", "choi");
    story
        .case(
            Ago(75),
            "jung",
            OK.brings(
                Phone,
                "facility",
                "제1교육장 난방이 나오지 않습니다",
                "오전 교육 내내 추웠습니다. 오후 교육 전에 봐 주세요.",
            ),
        )
        .assigned(Ago(60), "kim", ME);
    story
        .case(
            Ago(140),
            "yoon",
            GYE.brings(
                Web,
                "portal",
                "1365 포털에서 실적이 보이지 않습니다",
                "로그인하면 봉사 실적 화면이 비어 있습니다. 어제까지는 보였습니다.",
            ),
        )
        .assigned(Ago(125), "kim", "yoon")
        .then(
            Ago(50),
            "yoon",
            note("포털 운영기관에 오류를 알리고 답을 기다림", true),
        );
    story.case(
        Ago(18),
        "jung",
        PUNG.brings(
            Visit,
            "facility",
            "현관 경사로에 물이 고여 미끄럽습니다",
            "휠체어로 들어오다 미끄러질 뻔했습니다.",
        ),
    );
    parking
}

/// Just in: not accepted yet, or not assigned yet.
pub(super) fn waiting(story: &mut Story<'_>) {
    for (when, night, intake) in [
        (
            Ago(210),
            9,
            BAE.brings(
                Web,
                "question",
                "청소년 봉사학교 신청 시작일",
                "겨울 봉사학교 신청이 언제 시작되는지 알려 주세요.",
            ),
        ),
        (
            Ago(40),
            11,
            JANG.brings(
                Web,
                "complaint",
                "봉사 신청이 저절로 취소되었습니다",
                "확정 문자를 받았는데 전날 밤 취소되었습니다. 이유를 알고 싶습니다.",
            ),
        ),
        (
            Ago(560),
            1,
            GWAK.brings(
                Fax,
                "disclosure",
                "위탁 교육 운영비 집행 내역 공개 청구",
                "지난해 위탁 교육의 항목별 집행 내역을 청구합니다.",
            ),
        ),
    ] {
        let mut intake = intake;
        intake.arrived_at = Some(story.at(when) - chrono::TimeDelta::hours(night));
        story.case(when, "park", intake);
    }
    story.case(
        Day(1, 11, 10),
        "seo",
        HEUNG.brings(
            Post,
            "praise",
            "재난 현장에서 애쓰신 분들께 감사드립니다",
            "수해 때 집 정리를 도와주신 봉사자와 직원들께 고맙다는 말씀을 전합니다.",
        ),
    );
    let mut report = NOBODY.brings(
        Post,
        "report",
        "기부 물품이 밖에 쌓여 있습니다",
        "창고 밖에 물품이 며칠째 비를 맞고 있습니다.",
    );
    report.anonymous = true;
    story
        .case(Day(4, 16, 20), "jung", report)
        .assigned(Day(4, 17, 0), "kim", "jung");
    let mut spoken = YU.brings(
        Visit,
        "suggestion",
        "글씨가 큰 신청서를 비치해 주세요",
        "눈이 어두워 신청서를 읽기 어렵습니다. (창구에서 대신 적음)",
    );
    (spoken.on_behalf, spoken.assistance) = (true, true);
    story
        .case(Day(2, 10, 45), "seo", spoken)
        .assigned(Day(2, 11, 15), "kim", "seo");
}

/// Time is stopped.
pub(super) fn stopped(story: &mut Story<'_>) {
    story
        .case(
            Day(5, 10, 5),
            "lee",
            CHUN.brings(
                Web,
                "hours-credit",
                "지난달 봉사 8시간이 빠졌습니다",
                "확인서를 떼어 보니 지난달 활동이 들어 있지 않습니다.",
            ),
        )
        .assigned(Day(5, 10, 40), "kim", "lee")
        .then(
            Day(3, 14, 0),
            "lee",
            Deed::Supplement(
                "활동 장소와 날짜가 적힌 사진이나 확인 서명을 보내 주십시오.",
                10,
            ),
        );
    story
        .case(
            Day(8, 9, 20),
            "jung",
            SEON.brings(
                Post,
                "disclosure",
                "물품 대여 계약서 공개 청구",
                "최근 2년 동안의 물품 대여 계약서를 청구합니다.",
            ),
        )
        .assigned(Day(8, 10, 0), "kim", "jung")
        .then(
            Day(5, 11, 20),
            "jung",
            Deed::Supplement("청구하는 계약의 범위를 정해 다시 보내 주십시오.", 8),
        );
    story
        .case(
            Day(4, 13, 30),
            "seo",
            MONG.brings(
                Web,
                "complaint",
                "교육장 공기가 나빠 두통이 있었습니다",
                "새 가구 냄새가 심했습니다. 공기 질을 재어 보고 알려 주세요.",
            ),
        )
        .assigned(Day(4, 14, 0), "kim", "seo")
        .then(
            Day(2, 10, 10),
            "seo",
            Deed::Do(Command::Suspend {
                reason: SuspensionReason::Examination,
                text: "실내 공기 질 측정을 맡겨 결과를 기다림".to_owned(),
            }),
        );
    story
        .case(
            Day(8, 15, 10),
            "yoon",
            HEO.brings(
                Phone,
                "hours-credit",
                "두 번 입력된 시간을 고쳐 주세요",
                "같은 날 활동이 두 번 들어가 있습니다.",
            ),
        )
        .assigned(Day(8, 15, 30), "kim", "yoon")
        .then(
            Day(7, 9, 40),
            "yoon",
            Deed::Supplement("활동한 날의 출석부 사본을 보내 주십시오.", 7),
        )
        .then(Day(4, 10, 20), "yoon", Deed::Do(Command::ReceiveSupplement));
}

/// With more time than the charter gave.
pub(super) fn extended(story: &mut Story<'_>) {
    story
        .case(
            Day(6, 16, 10),
            "park",
            BAE.brings(
                Phone,
                "complaint",
                "환급이 두 달째 오지 않습니다",
                "취소한 교육비 환급이 늦어집니다. 언제 입금되는지 알려 주세요.",
            ),
        )
        .assigned(Day(6, 16, 40), "kim", ME)
        .then(
            Day(3, 11, 0),
            ME,
            extend(
                ExtensionReason::FactFinding,
                7,
                false,
                "입금 기록을 은행에서 확인해야 하여 처리기간을 7일 연장합니다.",
            ),
        );
    story
        .case(
            Day(5, 11, 45),
            "choi",
            GYE.brings(
                Web,
                "suggestion",
                "교육 자료를 미리 내려받게 해 주세요",
                "교육 전에 자료를 읽고 올 수 있으면 좋겠습니다.",
            ),
        )
        .assigned(Day(5, 13, 20), "kim", "choi")
        .then(
            Day(1, 15, 30),
            "choi",
            extend(
                ExtensionReason::Similar,
                5,
                false,
                "저작권을 확인하고 있어 처리기간을 5일 연장합니다.",
            ),
        );
    story
        .case(
            Day(12, 14, 50),
            "seo",
            PUNG.brings(
                Visit,
                "complaint",
                "대여한 천막이 찢어져 있었습니다",
                "행사 당일에 펴 보니 찢어져 쓰지 못했습니다. 관리 방법을 바꾸어 주세요.",
            ),
        )
        .assigned(Day(12, 15, 10), "kim", "seo")
        .then(
            Day(8, 10, 0),
            "seo",
            extend(
                ExtensionReason::FactFinding,
                7,
                false,
                "대여 기록을 확인하기 위해 7일 연장합니다.",
            ),
        )
        .then(
            Day(3, 13, 10),
            "seo",
            Deed::Do(Command::ReplyInterim {
                text: "대여 전 점검 절차를 고치고 있습니다.".to_owned(),
            }),
        )
        .then(
            Day(2, 9, 45),
            "seo",
            extend(
                ExtensionReason::Cooperation,
                5,
                true,
                "점검 절차를 함께 정하고 있어 동의를 받아 5일 더 연장합니다.",
            ),
        );
}

/// Another department is asked.
pub(super) fn asked(story: &mut Story<'_>) {
    let consult = |department: &str, text: &str| {
        Deed::Do(Command::Consult {
            department: department.to_owned(),
            text: text.to_owned(),
        })
    };
    story
        .case(
            Day(3, 9, 25),
            "park",
            BYEON.brings(
                Phone,
                "complaint",
                "안내 문자가 밤 11시에 왔습니다",
                "늦은 밤에 문자가 와서 놀랐습니다. 보내는 시간을 지켜 주세요.",
            ),
        )
        .assigned(Day(3, 10, 0), "kim", "park")
        .then(
            Day(2, 14, 30),
            "park",
            consult(
                "경영지원팀",
                "문자 발송 시각 설정을 확인해 주시기 바랍니다.",
            ),
        );
    story
        .case(
            Day(4, 10, 15),
            "seo",
            OK.brings(
                Fax,
                "suggestion",
                "대여 물품 목록을 누리집에 올려 주세요",
                "무엇을 빌릴 수 있는지 전화하지 않고도 알고 싶습니다.",
            ),
        )
        .assigned(Day(4, 11, 0), "kim", "seo")
        .then(
            Day(3, 14, 0),
            "seo",
            consult("경영지원팀", "목록 공개가 가능한지 알려 주시기 바랍니다."),
        )
        .then(
            Day(1, 10, 50),
            "jung",
            Deed::Do(Command::AnswerConsultation {
                department: "경영지원팀".to_owned(),
                text: "다음 달 개편 때 함께 올릴 수 있음".to_owned(),
            }),
        );
}
