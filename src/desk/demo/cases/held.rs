//! Cases that go on later: their time is stopped or was extended, or another department is asked.

#![expect(
    clippy::too_many_lines,
    reason = "what happened is told in one piece, one case after the other"
)]

use super::{
    extend,
    people::{BAE, BYEON, CHUN, GYE, HEO, MONG, OK, PUNG, SEON},
};
use crate::{
    desk::demo::story::{Deed, ME, Story, When::Day},
    domain::{
        charter::Channel::{Fax, Phone, Post, Visit, Web},
        command::{Command, Handling, Supplement, Timing},
        fact::{ExtensionReason, SuspensionReason},
    },
};

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
            Deed::Do(Command::Timing(Timing::Suspend {
                reason: SuspensionReason::Examination,
                text: "실내 공기 질 측정을 맡겨 결과를 기다림".to_owned(),
            })),
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
        .then(
            Day(4, 10, 20),
            "yoon",
            Deed::Do(Command::Supplement(Supplement::Receive)),
        );
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
            Deed::Do(Command::Timing(Timing::ReplyInterim {
                text: "대여 전 점검 절차를 고치고 있습니다.".to_owned(),
            })),
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
        Deed::Do(Command::Handling(Handling::Consult {
            department: department.to_owned(),
            text: text.to_owned(),
            until: None,
        }))
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
            Deed::Do(Command::Handling(Handling::AnswerConsultation {
                department: "경영지원팀".to_owned(),
                text: "다음 달 개편 때 함께 올릴 수 있음".to_owned(),
            })),
        );
}
