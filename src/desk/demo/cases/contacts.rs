//! Visits and calls: who waits, who waits too long, who is to be called back, and who booked a consultation.
//!
//! Whoever stands at the counter is there only while the office is open; a call-back is owed at night too.

use super::people::{BAEK, GYE, HEO, MONG, SEON, SIM};
use crate::{
    desk::demo::story::{
        Deed, ME, Story,
        When::{Ago, Day, Just},
    },
    domain::{
        charter::Channel::{Phone, Visit},
        contact::{Arrival, ContactCommand, GuidedTo, Wanted},
        fact::ContactWay,
        party::Party,
    },
};

/// Who is at the counter or on the line now.
pub(super) fn here(story: &mut Story<'_>) {
    if story.is_open_since(760) {
        let helped = Arrival {
            assistance: true,
            ..SIM.comes(Visit, "돌봄 봉사 신청서를 함께 써 달라고 하심", "")
        };
        let guided = ContactCommand::Guide {
            to: GuidedTo::Office,
            officer: String::new(),
        };
        story.contact((Just(760), "seo"), helped, [(Just(700), "seo", guided)]);
    }
    if story.is_open_since(250) {
        let papers = HEO.comes(Visit, "단체 봉사 등록 서류 확인", "yoon");
        story.contact((Just(250), "park"), papers, []);
    }
    if story.is_open_since(190) {
        let asks = BAEK.comes(Phone, "봉사시간 확인서 재발급", "");
        let serves = ContactCommand::Serve {
            officer: String::new(),
        };
        story.contact((Just(190), "park"), asks, [(Just(170), "park", serves)]);
    }
}

/// Who is to be called back: within the hour with a wish, and too late.
pub(super) fn owed(story: &mut Story<'_>) {
    let wanted = Wanted {
        way: Some(ContactWay::Phone),
        at: story.later(Ago(34), 1),
        place: "집 전화 054-000-2210".to_owned(),
        ..Wanted::default()
    };
    let gist = ContactCommand::HandOver {
        department: "활동지원팀".to_owned(),
        officer: story.login("lee"),
        gist: "지난달 실적 8시간이 빠져 있고, 학교에 내일까지 확인서를 내야 함".to_owned(),
    };
    let absent = ContactCommand::Miss {
        officer: story.login("lee"),
        party: Party::default(),
        matter: String::new(),
        wanted,
    };
    story.contact(
        (Ago(36), ME),
        MONG.comes(Phone, "지난달 봉사 실적이 빠졌음", "lee"),
        [(Ago(35), ME, gist), (Ago(34), ME, absent)],
    );
    let mailed = ContactCommand::Miss {
        officer: story.login("jung"),
        party: Party::default(),
        matter: String::new(),
        wanted: Wanted {
            way: Some(ContactWay::Email),
            ..Wanted::default()
        },
    };
    story.contact(
        (Ago(52), "seo"),
        GYE.comes(Visit, "천막 대여 계약서 사본", "jung"),
        [(Ago(48), "seo", mailed)],
    );
}

/// A consultation that the customer booked by telephone.
pub(super) fn booked(story: &mut Story<'_>) {
    let text = "동아리 스무 명이 함께 할 봉사를 고르고 싶다고 하여 방문 상담을 잡음";
    story
        .case(
            Day(1, 14, 20),
            "choi",
            SEON.brings(Phone, "question", "동아리 단체 봉사 상담 예약", text),
        )
        .assigned(Day(1, 14, 30), "kim", ME)
        .then(
            Day(1, 14, 40),
            ME,
            Deed::Book(ME, "단체 봉사 활동처 고르기", 2, 15),
        );
}
