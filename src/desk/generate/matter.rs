//! What the invented people of a generated desk write about.

use crate::domain::party::Party;
use fastrand::Rng;

/// How many different people there are: as many as the numbers 010-0000-xxxx.
pub(super) const PEOPLE: u32 = 10_000;

/// Categories of the charter by how often they come, out of 100.
const CATEGORIES: [(&str, u8); 11] = [
    ("complaint", 25),
    ("discourtesy", 10),
    ("facility", 15),
    ("suggestion", 12),
    ("question", 12),
    ("hours-credit", 10),
    ("course", 6),
    ("portal", 4),
    ("disclosure", 2),
    ("praise", 2),
    ("report", 2),
];

const PLACES: [&str; 16] = [
    "본관 1층 상담실",
    "본관 대강당",
    "제1교육장",
    "제2교육장",
    "별관 회의실",
    "주차장",
    "자료실",
    "휴게실",
    "봉사활동 현장",
    "재난 봉사 창구",
    "청소년 봉사학교",
    "이동 상담 버스",
    "안내 데스크",
    "전산 교육실",
    "물품 대여소",
    "온라인 강의실",
];

const TIMES: [&str; 8] = [
    "어제 오전",
    "지난주",
    "오늘 아침",
    "주말 행사 때",
    "점심시간 직후",
    "저녁 시간",
    "지난달부터",
    "이번 주 내내",
];

const NAMES: [&str; 12] = [
    "가상", "예시", "표본", "모의", "가명", "연습", "보기", "시험", "견본", "임시", "무명", "샘물",
];
const FAMILIES: [&str; 15] = [
    "김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권",
];

fn matters(category: &str) -> &'static [&'static str] {
    match category {
        "complaint" => &[
            "신청 처리 지연",
            "안내와 다른 운영",
            "예약이 취소된 일",
            "상담 대기 시간",
            "환급 처리 누락",
            "접수 번호 안내 오류",
        ],
        "discourtesy" => &[
            "전화 응대 불친절",
            "창구 직원의 반말",
            "문의에 대한 무성의한 답변",
            "퉁명스러운 현장 안내",
        ],
        "facility" => &[
            "냉방이 약한 문제",
            "화장실 청결",
            "의자 파손",
            "조명이 어두운 문제",
            "소음이 심한 문제",
            "출입문 고장",
        ],
        "suggestion" => &[
            "안내판을 늘려 주세요",
            "주말 운영 제안",
            "신청 서식 간소화 제안",
            "온라인 예약 도입 제안",
        ],
        "question" => &[
            "봉사활동 신청 방법",
            "단체 등록 절차",
            "상해보험 적용 문의",
            "나이 제한 문의",
        ],
        "hours-credit" => &[
            "봉사시간 누락",
            "확인서 발급 문의",
            "시간 인정 기준 문의",
            "중복 입력된 시간 정정",
        ],
        "course" => &[
            "교육 일정 문의",
            "수강 신청 변경",
            "수료증 재발급",
            "교재 배부 문의",
        ],
        "portal" => &["로그인 오류", "실적 조회 오류", "휴대전화 인증 실패"],
        "disclosure" => &["운영 예산 집행 내역 공개 청구", "위원회 회의록 공개 청구"],
        "praise" => &["친절한 안내에 감사드립니다", "현장 담당자를 칭찬합니다"],
        _ => &["물품 관리 부실 제보", "허위 실적 의심 제보"],
    }
}

/// A category, by how often it comes.
pub(super) fn category(rng: &mut Rng) -> &'static str {
    let mut drawn = rng.u8(..100);
    for (category, share) in CATEGORIES {
        match drawn.checked_sub(share) {
            Some(rest) => drawn = rest,
            None => return category,
        }
    }
    "complaint"
}

/// A title and a body.
pub(super) fn texts(category: &str, rng: &mut Rng) -> (String, String) {
    let place = pick(&PLACES, rng);
    let matter = pick(matters(category), rng);
    let when = pick(&TIMES, rng);
    let title = format!("{place} {matter}");
    let body = format!(
        "{when} {place}에서 있었던 일입니다. {matter} 건으로 글을 남깁니다. 사실을 확인하고 결과를 알려 주시기 바랍니다."
    );
    (title, body)
}

/// The person with that number: the same name and telephone each time.
pub(super) fn party(person: u32) -> Party {
    let number = person % PEOPLE;
    let nth = |list: &[&'static str], at: u32| {
        let at = usize::try_from(at).unwrap_or(0) % list.len().max(1);
        list.get(at).copied().unwrap_or_default()
    };
    let family = nth(&FAMILIES, number);
    let name = format!("{family}{}", nth(&NAMES, number / 15));
    let email = if number % 10 < 3 {
        format!("minwon{number:04}@example.org")
    } else {
        String::new()
    };
    Party {
        name,
        phone: format!("010-0000-{number:04}"),
        email,
        address: String::new(),
    }
}

fn pick(list: &[&'static str], rng: &mut Rng) -> &'static str {
    list.get(rng.usize(..list.len().max(1)))
        .copied()
        .unwrap_or_default()
}
