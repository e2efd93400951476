//! What the forms say: labels, hints, and what is shown beside them.

use super::{Phrase, phrases};

phrases! {
    YES = "예", "yes";
    NO = "아니요", "no";
    INTAKE = "민원 접수", "Intake";
    REQUIRED = "* 필수", "* required";
    NEEDS_REVIEW = "검토 필요", "needs review";
    ON_BEHALF = "대필", "written for them";
    ASSISTANCE = "도움 필요", "needs assistance";
    ANONYMOUS = "익명", "anonymous";
    BY_CATEGORY = "분류대로: {kind}", "by category: {kind}";
    NOW = "비우면 지금", "empty: now";
    ARRIVAL_HINT = "예: 2026-11-23 09:00", "e.g. 2026-11-23 09:00";
    PHONE_HINT = "예: 010-1234-5678", "e.g. 010-1234-5678";
    EMAIL_HINT = "예: name@example.org", "e.g. name@example.org";
    TITLE_HINT = "한 줄로", "in one line";
    BODY_HINT = "말한 그대로", "in their own words";
    OPENS = "열리는 기한", "Deadlines that open";
    OPENS_NONE = "열리는 기한이 없습니다.", "No deadline opens.";
    LEADS = "먼저", "first";
    SCRIPT = "응대 요령", "What to say and check";
    EARLIER = "같은 민원인의 이전 민원", "Earlier cases of this person";
    EARLIER_KEY = "{key} 연결", "{key} links";
    ALIKE = "같은 내용", "same matter";
    LINKED = "연결", "linked";
    STEP = "{step}차", "step {step}";
    NO_STEP = "조치 없음", "no step";
    SHOWN_OF = "{shown}/{all}", "{shown}/{all}";
    TAKEN_IN = "{number} 접수했습니다.", "{number} was taken in.";
    RESTORED = "임시 저장한 내용을 불러왔습니다. {key} 비우기", "The draft was brought back. {key} discards it.";
    DISCARD_AGAIN = "{key} 키를 한 번 더 누르면 비웁니다.", "Press {key} again to discard.";
    DISCARDED = "비웠습니다.", "Discarded.";
    NOTHING_TO_DISCARD = "비울 내용이 없습니다.", "There is nothing to discard.";
    FAULTS = "고칠 곳이 {n}곳 있습니다. 칸 아래를 확인해 주세요.", "{n} field(s) need mending; see below each field.";
    NO_EARLIER = "같은 민원인의 이전 민원이 없습니다. 전화번호나 이메일을 확인해 주세요.", "No earlier case of this person. Check telephone and e-mail.";
    LINK_WILL = "{number}에 연결합니다.", "It will be linked to {number}.";
    LINK_WONT = "연결하지 않습니다.", "It will not be linked.";
    SENDING = "저장하는 중입니다.", "It is being saved.";
    MENU = "처리", "Act";
    MENU_HINT = "위아래로 고르고 Enter로 엽니다. 흐린 줄은 지금 할 수 없습니다.", "Up and Down choose, Enter opens. Dim lines are not possible now.";
    NOT_NOW = "지금은 안 됨", "not now";
    CAREFUL = "주의", "careful";
    ONLY_KEY = "{key} 키를 눌러야 기록됩니다.", "Only {key} records it.";
    STEPS = "단계별 조치", "Steps";
    STEP_READY = "지금 기록할 수 있습니다.", "It can be recorded now.";
    RECORDED = "{number}: {what} 기록했습니다.", "{number}: {what} is on record.";
    OFFERED = "이 민원인의 이전 민원", "Earlier cases of this person";
    NEW_DATE = "처리기한 {before} → {after} (민원인에게 알릴 날짜)", "due {before} -> {after} (the date to be announced)";
    NO_NEW_DATE = "새 기한: {why}", "New date: {why}";
    MOST_DAYS = "최대 {most}일", "at most {most} days";
    NUMBER_HINT = "예: 2026-000123 ({key} 고르기)", "e.g. 2026-000123 ({key} chooses)";
    NO_CONSULTATION = "회신을 기다리는 협조 요청이 없습니다.", "No consultation waits for an answer.";
    MEANWHILE = "그 사이 기록됨: {facts}", "recorded meanwhile: {facts}";
    STEP_DONE = "{at} {by} 기록", "{at} by {by}";
    POSSIBLE_COUNT = "지금 가능 {n}", "{n} possible now";
}
