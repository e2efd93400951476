//! Texts of the screen of visits and calls.

use super::{Phrase, phrases};

phrases! {
    TITLE = "응대", "Visits and calls";
    COUNT = "{n}건", "{n}";
    NONE = "기다리는 분이 없습니다. {visit} 방문, {call} 전화로 시작합니다.", "Nobody is waiting. {visit} starts a visit, {call} a call.";
    UNKNOWN = "(용건 모름)", "(matter not known yet)";
    LEFT = "남은 시간", "time left";
    NUMBER = "번호", "number";
    CHANNEL = "경로", "via";
    STAGE = "단계", "stage";
    MATTER = "용건", "matter";
    PERSON = "고객", "person";
    OFFICER = "담당자", "officer";
    TIMERS = "기한", "Deadlines";
    NO_TIMERS = "남은 기한이 없습니다.", "No deadline is left.";
    SCRIPT = "이렇게 말합니다", "What to say";
    GISTS = "전달받은 요지", "Handed over";
    CALL_BACK = "회신 약속", "To call back";
    CALLED_BACK = "회신함", "called back";
    NO_REPLY = "회신을 바라지 않습니다. 담당자에게 전하고 끝냅니다.", "No reply is wanted. Pass it on, and end it.";
    NO_WISH = "방법과 시각은 따로 바라지 않음", "no preferred way or time";
    UNMASK = "{key} 번호 보기", "{key} shows the number";
    SINCE = "{time}부터", "since {time}";
    BY = "{time}까지", "by {time}";
    ASSISTANCE = "도움 필요", "needs help";
    OFFICER_IS = "담당 {officer}", "officer: {officer}";
    MOBILE = "휴대전화 {number}", "mobile {number}";
    DEPUTY = "대행 {name}", "deputy {name}";
    CHECKLIST = "점검 항목", "To check";
    TICKS = "{key} 적기", "{key} ticks";
    HISTORY = "이력", "What happened";
    MORE = "{key} 모두 보기", "{key} shows all";
    TO_CASE = "민원 {case}(으)로 이어졌습니다.", "It continues as case {case}.";
    NOTHING_TO_CHECK = "더 점검할 항목이 없습니다.", "There is nothing left to check.";
    STARTED = "{number} 응대를 시작했습니다.", "Started {number}.";
    DONE = "{number} 기록했습니다.", "Recorded on {number}.";
    BECAME = "{number} 응대를 민원 {case}(으)로 접수했습니다.", "{number} was taken in as case {case}.";
    NOBODY = "고른 응대가 없습니다.", "No visit or call is chosen.";
    REPLY = "회신 원함", "reply wanted";
    SAID = "무엇을 말했는지", "what was said";
    GROUND = "종료 사유", "ended because";
    NO_GROUND = "응대를 마침", "the talk is done";
    TOLD_AT_HINT = "끝내기 전에 사유를 알린 시각", "before it was ended";
    ENDED_HOW = "어떻게 끝났는지", "how it ended";
    WHY_REVOKED = "취소하는 사유. 취소는 되돌릴 수 없습니다.", "why it was wrong; revoking is final";
    TIME_HINT = "예: 2026-11-23 15:00", "e.g. 2026-11-23 15:00";
    ANY_WAY = "아무 방법이나", "any way";
}
