//! Cases that were answered, closed, passed on, or came back.

#![expect(
    clippy::too_many_lines,
    reason = "what happened is told in one piece, one case after the other"
)]

use super::{
    action, answer, close, contact,
    people::{BAEK, BYEON, CHUN, GWAK, HEO, HONG, JANG, JEON, NOL, OK, PUNG, SEON, SIM, YU},
};
use crate::{
    desk::demo::story::{
        Deed, ME, Story,
        When::{Ago, Day},
    },
    domain::{
        charter::Channel::{Fax, Phone, Post, Visit, Web},
        command::{Command, Exit, Handling},
        fact::{ContactWay, Outcome},
    },
};

fn told(text: &str) -> Command {
    Command::Exit(Exit::Object {
        text: text.to_owned(),
    })
}

/// Answered, and not closed yet.
pub(super) fn answered(story: &mut Story<'_>) {
    story
        .case(
            Day(3, 13, 10),
            "lee",
            JANG.brings(
                Phone,
                "question",
                "외국인도 봉사자로 등록할 수 있나요",
                "이웃에 사는 외국인이 함께 하고 싶어 합니다.",
            ),
        )
        .assigned(Day(3, 13, 30), "kim", ME)
        .then(
            Day(1, 10, 5),
            ME,
            answer(
                Outcome::Informed,
                "외국인 등록번호로 가입할 수 있습니다. 방법을 문자로 보냈습니다.",
            ),
        );
    story
        .case(
            Day(2, 15, 20),
            "choi",
            SEON.brings(
                Web,
                "course",
                "수료증을 다시 받고 싶습니다",
                "수료증을 잃어버렸습니다.",
            ),
        )
        .assigned(Day(2, 15, 40), "kim", "choi")
        .then(
            Ago(65),
            "choi",
            answer(Outcome::Accepted, "수료증을 다시 보내 드렸습니다."),
        );
    story
        .case(
            Day(8, 10, 50),
            "seo",
            GWAK.brings(
                Fax,
                "complaint",
                "참가비를 전액 돌려 달라는 요구",
                "행사 당일에 취소했지만 참가비를 모두 돌려받고 싶습니다.",
            ),
        )
        .assigned(Day(8, 11, 10), "kim", "seo")
        .then(
            Day(4, 14, 15),
            "seo",
            Deed::Do(Command::Handling(Handling::Refuse {
                ground: "운영 규정에 따라 당일 취소는 참가비를 돌려드리지 않습니다.".to_owned(),
                remedy: "통지를 받은 날부터 60일 안에 이의신청을 할 수 있습니다.".to_owned(),
            })),
        );
}

/// Closed, in time and late.
pub(super) fn closed(story: &mut Story<'_>) {
    story
        .case(
            Day(7, 9, 45),
            "seo",
            SIM.brings(
                Visit,
                "praise",
                "안내 직원을 칭찬합니다",
                "길을 헤매던 어르신을 끝까지 모셔다 드렸습니다.",
            ),
        )
        .then(
            Day(6, 10, 0),
            "seo",
            answer(Outcome::Informed, "해당 직원에게 뜻을 전했습니다."),
        )
        .then(Day(6, 10, 5), "seo", close());
    story
        .case(
            Day(15, 14, 35),
            "lee",
            YU.brings(
                Phone,
                "hours-credit",
                "확인서를 영어로 받을 수 있는지",
                "학교에 낼 영문 확인서가 필요합니다.",
            ),
        )
        .assigned(Day(15, 15, 0), "kim", "lee")
        .then(
            Day(13, 11, 0),
            "lee",
            answer(Outcome::Accepted, "영문 확인서를 이메일로 보냈습니다."),
        )
        .then(Day(12, 9, 10), "lee", close());
    story
        .case(
            Day(18, 10, 25),
            "jung",
            BAEK.brings(
                Web,
                "facility",
                "자료실 전등이 깜박입니다",
                "책을 읽기 어렵습니다.",
            ),
        )
        .assigned(Day(18, 11, 0), "kim", "jung")
        .then(
            Day(16, 15, 0),
            "jung",
            answer(Outcome::Accepted, "전등을 바꾸었습니다."),
        )
        .then(Day(15, 9, 0), "jung", close())
        .then(
            Day(14, 9, 30),
            "jung",
            Deed::Do(Command::Handling(Handling::Correct {
                fact: 3,
                text: "바꾼 날은 하루 앞입니다.".to_owned(),
            })),
        );
    story
        .case(
            Day(20, 13, 5),
            "park",
            JEON.brings(
                Phone,
                "discourtesy",
                "상담원이 이름을 밝히지 않았습니다",
                "이름을 물어도 답하지 않았습니다.",
            ),
        )
        .assigned(Day(20, 13, 20), "kim", "park")
        .then(
            Day(19, 10, 0),
            "park",
            contact(ContactWay::Phone, "사과하고 사정을 들음"),
        )
        .then(
            Day(19, 10, 30),
            "park",
            Deed::Do(Command::Handling(Handling::Apologise {
                text: "이름을 밝히지 않은 점 사과드립니다.".to_owned(),
            })),
        )
        .then(
            Day(17, 16, 30),
            "park",
            answer(Outcome::Accepted, "전화 응대 교육을 했습니다."),
        )
        .then(Day(16, 9, 40), "park", close());
    story
        .case(
            Day(25, 9, 55),
            "choi",
            CHUN.brings(
                Post,
                "course",
                "교육 일정을 문자로 알려 주세요",
                "우편물을 늦게 받아 신청을 놓쳤습니다.",
            ),
        )
        .assigned(Day(25, 10, 20), "kim", "choi")
        .then(
            Day(20, 14, 0),
            "choi",
            answer(Outcome::Partly, "다음 달부터 문자로 알리기로 했습니다."),
        )
        .then(Day(19, 9, 20), "choi", close());
}

/// Withdrawn, sent back, with another agency, or in another case.
pub(super) fn elsewhere(story: &mut Story<'_>, parking: usize) {
    story
        .case(
            Day(9, 11, 25),
            "seo",
            HEO.brings(
                Phone,
                "complaint",
                "안내 책자가 오지 않았습니다",
                "지난달에 신청한 책자를 아직 받지 못했습니다.",
            ),
        )
        .assigned(Day(9, 11, 40), "kim", "seo")
        .then(
            Day(7, 9, 30),
            "seo",
            Deed::Do(Command::Exit(Exit::Withdraw {
                text: "책자를 받아 취하한다고 하심".to_owned(),
            })),
        );
    story
        .case(
            Day(20, 15, 45),
            "jung",
            BYEON.brings(
                Fax,
                "disclosure",
                "전체 직원 명부 공개 청구",
                "모든 직원의 이름과 연락처를 청구합니다.",
            ),
        )
        .assigned(Day(20, 16, 0), "kim", "jung")
        .then(
            Day(18, 10, 0),
            "jung",
            Deed::Supplement("청구하는 까닭과 범위를 적어 보내 주십시오.", 5),
        )
        .then(
            Day(8, 10, 30),
            "jung",
            Deed::Do(Command::Exit(Exit::Return {
                text: "보완을 두 차례 요구했으나 오지 않아 돌려보냅니다.".to_owned(),
            })),
        );
    story
        .case(
            Day(5, 9, 15),
            "lee",
            PUNG.brings(
                Phone,
                "question",
                "마을버스 노선을 늘려 주세요",
                "봉사 장소까지 가는 버스가 없습니다.",
            ),
        )
        .then(
            Day(4, 10, 0),
            "lee",
            Deed::Do(Command::Exit(Exit::Transfer {
                agency: "가상시청 교통과".to_owned(),
                text: "버스 노선은 시청이 맡고 있어 넘겨 드렸습니다.".to_owned(),
            })),
        );
    story
        .case(
            Day(2, 13, 25),
            "park",
            NOL.brings(
                Phone,
                "complaint",
                "행사 날 주차 안내, 전화로 다시",
                "누리집에 올린 주차 민원과 같은 일입니다.",
            ),
        )
        .then(Day(2, 13, 45), "park", Deed::Merge(parking));
}

/// Taken up again after the end.
pub(super) fn again(story: &mut Story<'_>) {
    story
        .case(
            Day(12, 10, 35),
            "seo",
            HONG.brings(
                Web,
                "complaint",
                "봉사자 명찰에 이름이 틀렸습니다",
                "두 번 말씀드렸는데 또 틀렸습니다.",
            ),
        )
        .assigned(Day(12, 11, 0), "kim", "seo")
        .then(
            Day(8, 14, 40),
            "seo",
            answer(Outcome::Partly, "명찰을 다시 만들어 보냈습니다."),
        )
        .then(Day(7, 9, 50), "seo", close())
        .then(
            Day(3, 10, 20),
            "seo",
            Deed::Do(told(
                "다시 온 명찰도 틀렸습니다. 결과를 받아들일 수 없습니다.",
            )),
        );
    story
        .case(
            Day(15, 13, 35),
            "jung",
            OK.brings(
                Visit,
                "facility",
                "휴게실 정수기에서 물이 샙니다",
                "바닥이 젖어 미끄럽습니다.",
            ),
        )
        .assigned(Day(15, 13, 50), "kim", "jung")
        .then(
            Day(15, 15, 0),
            "jung",
            action("정수기를 잠그고 수리를 부름"),
        )
        .then(
            Day(15, 16, 0),
            "jung",
            answer(Outcome::Accepted, "수리했습니다."),
        )
        .then(Day(14, 9, 20), "jung", close())
        .then(
            Ago(100),
            "jung",
            Deed::Do(Command::Exit(Exit::Reopen {
                text: "같은 곳에서 다시 샌다고 알려 오심".to_owned(),
            })),
        );
}
