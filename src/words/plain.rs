//! What the linear front end asks and says.

use super::{Phrase, phrases};

phrases! {
    HEAD = "{body}. {name}. {time}. 초과 {overdue}, 오늘 {today}, 3일 안 {soon}.", "{body}. {name}. {time}. Overdue {overdue}, today {today}, within 3 days {soon}.";
    CHOOSE = "번호> ", "number> ";
    NOT_ONE = "1부터 {most}까지의 번호를 적어 주세요. 0은 뒤로입니다.", "Give a number from 1 to {most}. 0 goes back.";
    BACK = "뒤로", "back";
    LEAVE = "끝", "leave";
    QUEUE = "처리할 민원", "what is to be done";
    MINE = "내 민원", "my cases";
    FIND = "찾기", "find";
    OPEN = "접수번호로 열기", "open by receipt number";
    INTAKE = "접수", "intake";
    MORE = "다음 쪽", "next page";
    NONE = "해당하는 민원이 없습니다.", "There are no such cases.";
    WORDS = "찾을 말> ", "words> ";
    NUMBER = "접수번호> ", "receipt number> ";
    NO_NUMBER = "접수번호가 아닙니다. 예: 2026-000412", "That is no receipt number. Example: 2026-000412";
    ROW = "{left}. {number}. {title}. {party}. {step}", "{left}. {number}. {title}. {party}. {step}";
    STEP = "{n}차 조치까지", "step {n} done";
    ACTIONS = "할 수 있는 처리", "what can be done";
    NOT_NOW = "지금 할 수 없는 처리와 이유", "what is not possible now, and why";
    REQUIRED = "필수", "required";
    KEEP = "비우면 그대로: {value}", "empty keeps: {value}";
    EMPTY = "지우려면 -", "- empties it";
    LINES = "여러 줄, 마침표(.)만 있는 줄로 끝냄", "several lines, a line of one full stop ends it";
    SEVERAL = "번호를 쉼표로, 예: 1,3", "numbers with commas, such as 1,3";
    YES_NO = "예는 1, 아니요는 0", "1 is yes, 0 is no";
    RESTORED = "임시 저장한 내용을 불러왔습니다.", "The draft was brought back.";
    GIVE_UP = "어느 물음에든 /그만 을 적으면 저장하지 않고 돌아갑니다. 적은 것은 임시 저장됩니다.", "Type /stop at any question to go back without saving. What was typed is kept as a draft.";
    SUMMARY = "적은 내용", "What was given";
    SAVE = "저장", "save";
    AGAIN = "다시 적기", "go through it again";
    DANGER = "주의: {does} 기록하려면 '{word}'을(를) 그대로 적어 주세요.", "Careful: {does} To record it, type '{word}'.";
    NOT_SAVED = "저장하지 않았습니다.", "Not saved.";
    RECORDED = "{number}: {what} 기록했습니다.", "{number}: recorded '{what}'.";
    TAKEN_IN = "{number} 접수했습니다.", "{number} was taken in.";
    WILL_OPEN = "열리는 기한: {due}, {promise}", "Opens: {due}, {promise}";
}
