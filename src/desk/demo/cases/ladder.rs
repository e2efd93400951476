//! Cases on the ladder of three steps.

#![expect(
    clippy::too_many_lines,
    reason = "what happened is told in one piece, one case after the other"
)]

use super::{
    answer, close,
    people::{HEUNG, MONG, NOL},
    step_one, step_two,
};
use crate::{
    desk::demo::story::{Deed, ME, Story, When::Day},
    domain::{
        charter::Channel::{Phone, Web},
        command::{Command, Ladder},
        fact::Outcome,
    },
};

/// The steps of the ladder, up to the third.
pub(super) fn steps(story: &mut Story<'_>) {
    story
        .case(
            Day(2, 9, 35),
            "park",
            HEUNG.brings(
                Phone,
                "discourtesy",
                "창구에서 기다리게 하고 설명이 없었습니다",
                "번호표를 뽑고 40분을 기다렸는데 아무 설명이 없었습니다.",
            ),
        )
        .assigned(Day(2, 10, 10), "kim", "park")
        .then(
            Day(2, 10, 30),
            "kim",
            step_one(
                "고객지원팀",
                "park",
                "대기가 길어지면 10분마다 안내하도록 조치 바랍니다.",
            ),
        );
    let first = story
        .case(
            Day(30, 10, 40),
            "seo",
            MONG.brings(
                Phone,
                "complaint",
                "교육장 냉난방이 들쭉날쭉합니다",
                "덥다가 춥다가 하여 교육에 집중하기 어렵습니다.",
            ),
        )
        .assigned(Day(30, 11, 0), "kim", "seo")
        .then(
            Day(29, 9, 30),
            "kim",
            step_one("경영지원팀", "jung", "냉난방 운전 기준을 점검 바랍니다."),
        )
        .then(
            Day(26, 15, 0),
            "seo",
            answer(Outcome::Accepted, "운전 기준을 고쳤습니다."),
        )
        .then(Day(24, 10, 0), "seo", close())
        .place();
    story
        .case(
            Day(5, 13, 50),
            "seo",
            MONG.brings(
                Web,
                "complaint",
                "교육장 냉난방이 여전히 들쭉날쭉합니다",
                "지난번에 고쳤다고 하셨으나 그대로입니다.",
            ),
        )
        .assigned(Day(5, 14, 20), "kim", "seo")
        .then(Day(5, 14, 40), "seo", Deed::Link(first))
        .then(
            Day(4, 9, 50),
            "kim",
            step_one(
                "경영지원팀",
                "jung",
                "온도 기록을 하루 두 번 남기고 보고 바랍니다.",
            ),
        )
        .then(
            Day(2, 16, 0),
            "seo",
            step_two(
                "온도 조절기를 바꾸고 기록을 시작했습니다.",
                "같은 불편을 다시 겪게 해 드려 깊이 사과드립니다.",
            ),
        );
    let old = story
        .case(
            Day(60, 14, 30),
            "park",
            NOL.brings(
                Web,
                "complaint",
                "대여 예약이 겹쳤습니다",
                "같은 시간에 다른 단체가 먼저 와 있었습니다.",
            ),
        )
        .assigned(Day(60, 15, 0), "kim", "park")
        .then(
            Day(57, 11, 0),
            "park",
            answer(Outcome::Accepted, "예약 화면을 고쳤습니다."),
        )
        .then(Day(56, 9, 30), "park", close())
        .place();
    let third = story
        .case(
            Day(40, 10, 10),
            "park",
            NOL.brings(
                Web,
                "complaint",
                "대여 예약이 또 겹쳤습니다",
                "고쳤다고 하신 뒤에도 또 겹쳤습니다. 사과와 대책을 요구합니다.",
            ),
        )
        .assigned(Day(40, 10, 30), "kim", "park")
        .then(Day(40, 10, 50), "park", Deed::Link(old))
        .then(
            Day(39, 9, 20),
            "kim",
            step_one(
                "경영지원팀",
                "jung",
                "예약 겹침의 원인을 찾아 보고 바랍니다.",
            ),
        )
        .then(
            Day(37, 13, 40),
            "park",
            step_two(
                "예약 확정 전에 전화로 확인하기로 했습니다.",
                "거듭된 불편에 진심으로 사과드립니다.",
            ),
        )
        .then(
            Day(36, 16, 10),
            "park",
            answer(Outcome::Accepted, "전화 확인 절차를 두었습니다."),
        )
        .then(Day(35, 10, 0), "park", close())
        .then(
            Day(3, 11, 30),
            "kim",
            Deed::Do(Command::Ladder(Ladder::StepThree {
                reason: "전화 확인 절차가 지켜지지 않아 예약이 다시 겹쳤습니다.".to_owned(),
                department: "경영지원팀".to_owned(),
                officer: "jung".to_owned(),
            })),
        )
        .place();
    story
        .case(
            Day(3, 9, 5),
            "park",
            NOL.brings(
                Phone,
                "complaint",
                "대여 예약이 세 번째 겹쳤습니다",
                "이번에도 예약이 겹쳐 행사를 미루었습니다.",
            ),
        )
        .assigned(Day(3, 9, 30), "kim", ME)
        .then(Day(3, 10, 0), ME, Deed::Link(third))
        .then(
            Day(2, 9, 15),
            "kim",
            step_one(
                "경영지원팀",
                "jung",
                "예약을 한 사람이 맡아 확정하도록 바꾸기 바랍니다.",
            ),
        );
}
