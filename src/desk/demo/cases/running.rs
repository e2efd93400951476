//! Cases with something to do: late, due today or in hours, and those that wait for somebody to begin.

#![expect(
    clippy::too_many_lines,
    reason = "what happened is told in one piece, one case after the other"
)]

use super::{
    action, contact, extend, note,
    people::{
        BAE, BAEK, BYEON, GWAK, GYE, HEO, HEUNG, HONG, JANG, JEON, NOBODY, NOL, OK, PUNG, SIM, YU,
    },
};
use crate::{
    desk::demo::story::{
        ME, Story,
        When::{Ago, Day},
    },
    domain::{
        charter::Channel::{Fax, Phone, Post, Visit, Web},
        fact::{ContactWay, ExtensionReason},
    },
};

/// Over their time, each in another way.
pub(super) fn late(story: &mut Story<'_>) {
    story
        .case(Day(12, 10, 20), "park", HONG.brings(Web, "complaint", "상해보험 안내가 서로 다릅니다",
            "전화로는 보험이 자동 가입된다고 하셨는데 현장에서는 따로 신청해야 한다고 했습니다. 어느 쪽이 맞는지 알려 주세요."))
        .assigned(Day(12, 11, 5), "kim", ME)
        .then(Day(11, 14, 10), ME, note("활동지원팀에 보험 가입 절차를 확인 중"));
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
        .then(Day(4, 15, 0), ME, action("행사 담당 부서에서 안내 문자 문구를 고치기로 함"))
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
            action("포털 운영기관에 오류를 알리고 답을 기다림"),
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
