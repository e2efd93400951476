//! Texts of the notices: the list, the form in which telling is recorded, and what is said then.

use super::{Phrase, phrases};

phrases! {
    TITLE = "통지", "Notices";
    TITLE_OF = "통지: {number}", "Notices: {number}";
    PLACE = "통지", "the notices";
    PENDING = "나갈 것", "to go out";
    FILTER_MINE = "내 것", "mine";
    COUNTS = "{pending}건 · 확인할 것 {check}", "{pending}, {check} to check";
    COUNT = "{n}건", "{n}";
    MOST = "{n}건 이상", "{n} or more";
    STATE = "상태", "state";
    KIND = "종류", "kind";
    NUMBER = "접수번호", "number";
    TO = "받을 이", "to";
    MEDIUM = "방법", "way";
    DUE = "기한·시각", "due or since";
    ROW_SINCE = "{time}부터", "{time}";
    SINCE = "{time}부터", "since {time}";
    NONE = "나갈 통지가 없습니다.", "No notice has to go out.";
    NONE_SO = "해당하는 통지가 없습니다. 좌우 화살표로 다른 상태를 봅니다.", "No such notice. Left and right show other states.";
    NONE_OF = "이 민원에는 통지가 없습니다.", "The case has no notices.";
    WAIT = "읽는 중입니다.", "Loading.";
    NO_ROW = "목록이 비어 있어 고른 통지가 없습니다.", "The list is empty, so no notice is selected.";
    NOTHING_TO_TELL = "{number}에는 알릴 통지가 없습니다.", "{number} has no notice that is still to be told.";
    UNMARKED = "표시를 지웠습니다.", "The marks are cleared.";

    HOW = "알린 방법", "told by";
    SAID = "말한 내용, 보낸 글의 요지", "what was said, or the gist of what was sent";
    WHY = "사유", "reason";
    NO_REASON = "없음", "none";
    AT = "알린 일시", "told at";
    NOW = "비우면 지금", "empty: now";
    FAILED_HINT = "예: 반송, 받지 않음", "e.g. returned, no answer";
    ON = "{number} {to}", "{number} {to}";
    MORE = "외 {n}건", "{n} more";
    ON_MANY = "{n}건에 같은 내용을 기록합니다. 하나라도 안 되면 아무것도 기록하지 않습니다.", "The same is recorded of {n} notices; if one is refused, none is recorded.";
    FINAL = "알린 것은 취소할 수 없습니다.", "What was told cannot be taken back.";
    REASON_OF_LAW = "처리결과는 문서로 알립니다. 다른 방법이면 사유가 있어야 합니다(법 제27조제1항, 시행령 제29조제2항).", "A result is told by a document; otherwise a reason is needed (act art. 27(1), decree art. 29(2)).";
    MAIL_ONLY = "{kind} 기한은 전자우편이 나가야 이행됩니다. 달리 알리면 미이행으로 남습니다.", "The deadline of this notice ({kind}) is met by the e-mail alone; told otherwise, it stays missed.";

    RECORDED = "{number} {kind}: '{state}'(으)로 기록했습니다.", "{number} {kind}: recorded as '{state}'.";
    RECORDED_MANY = "통지 {n}건을 '{state}'(으)로 기록했습니다.", "{n} notices are recorded as '{state}'.";
    LETTER = "나갈 글 (민원인 가림)", "The letter (complainant masked)";
    WHAT = "알릴 내용", "What to tell";
    CALLED_FOR = "{time}에 생김 · {state}", "called for {time}, {state}";
    DEADLINE = "기한 {left}: {what}", "{left}: {what}";
    TELL_MANY = "여러 통지를 함께 알림으로 기록", "record several as told";
    TELL = "알림 기록", "record as told";
    HOLD = "보류", "hold it";
    RELEASE = "보류 해제", "release it";
    FAIL = "실패 기록", "record as failed";
    OPEN_CASE = "민원 열기", "open the case";
}
