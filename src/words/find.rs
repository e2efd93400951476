//! Texts of the search and the views.

use super::{Phrase, phrases};

phrases! {
    NO_FIELD = "'{given}'(이)라는 찾기 항목은 없습니다. 쓸 수 있는 항목: {fields}.", "There is no search field '{given}'. The fields are: {fields}.";
    NO_VALUE = "'{given}'은(는) {field}에 쓸 수 없습니다. 쓸 수 있는 값: {values}.", "'{given}' is not a value of '{field}'. Possible: {values}.";
    WORD_IN_VIEW = "'{word}'은(는) 항목이 아닌 낱말이라 보기에 담을 수 없습니다. '담당:나 기한:오늘'처럼 항목만 써 주세요.", "'{word}' is not a field. A view holds fields only, such as 'officer:me due:today'.";
    EMPTY_VIEW = "보기에는 '담당:나'와 같은 항목이 하나는 있어야 합니다.", "A view needs a field, such as 'officer:me'.";
    VIEW_TAKEN = "'{name}'은(는) 보기 이름으로 쓸 수 없습니다. 모든 창구에 있는 보기와 다른 이름을 써 주세요.", "'{name}' is the name of a built-in view. Choose another name.";
    VIEWS_TITLE = "보기", "Views";
    VIEWS_HINT = "찾기에서 {key}로 저장한 것도 여기에 나옵니다", "views saved in the search with {key} are listed here too";
    VIEW_COUNT = "{n}건", "{n}";
    VIEW_REMOVE_ASK = "보기 '{name}'을(를) 지우려면 {key} 키를 누르세요. 다른 키를 누르면 그대로 둡니다.", "Press {key} to remove the view '{name}'. Any other key keeps it.";
    VIEW_NOT_ASKED = "지울 보기를 먼저 {key} 키로 골라 주세요.", "First choose the view to remove with {key}.";
    VIEW_REMOVED = "보기 '{name}'을(를) 지웠습니다. 찾기에서 다시 저장할 수 있습니다.", "View '{name}' is removed; it can be saved again from the search.";
    VIEW_OF_ALL = "모든 창구에 있는 보기라 지울 수 없습니다. 저장한 보기만 지웁니다.", "This view is built in; only saved views can be removed.";
    VIEW_KEPT = "보기 '{name}'을(를) 저장했습니다. 목록의 보기에서 고릅니다.", "View '{name}' is saved; choose it among the views of the queue.";
    MANY_TITLE = "여러 건 처리 결과", "Result for each case";
    MANY_COUNT = "처리함 {done}, 처리하지 못함 {refused}", "{done} done, {refused} not";
    MANY_DONE = "처리했습니다.", "Done.";
    MANY_ON = "표시 {n}건", "{n} marked";
    NOTHING_MARKED = "표시한 민원이 없습니다.", "Nothing is marked.";
    MANY_TOGETHER = "{n}건에 함께", "on {n} together";
    JUMP = "접수번호 {typed}_  Enter로 이동, Esc로 그만두기", "number {typed}_  Enter goes there, Esc leaves it";
    JUMP_OR = "{typed}_  Enter: {does}, 이어서 적으면 그 접수번호로 이동, Esc로 그만두기", "{typed}_  Enter: {does}, more digits go to that number, Esc leaves it";
    NO_NUMBER = "'{typed}'인 민원이 없습니다. 접수번호를 확인해 주세요.", "There is no case '{typed}'. Check the number.";
    NO_NUMBER_PASTED = "붙여 넣은 글에 접수번호가 없습니다.", "The pasted text has no receipt number.";
    OPENED_BY = "{name} 님도 이 민원을 열어 두고 있습니다.", "{name} also has this case open.";
    NO_VIEW = "'{name}'(이)라는 보기가 없습니다. 쓸 수 있는 보기: {views}.", "There is no view '{name}'. The views are: {views}.";
    DUE_VALUES = "오늘, 내일, 이번주, 초과, 11-30, 2026-11-30, 11-23..11-27", "today, tomorrow, week, overdue, 11-30, 2026-11-30, 11-23..11-27";
    DAY_VALUES = "오늘, 어제, 이번주, 지난주, 이번달, 지난달, 11-30, 2026-10, 11-23..11-27", "today, yesterday, week, last-week, month, last-month, 11-30, 2026-10, 11-23..11-27";
    STATUS_VALUES = "열림, 초과, 진행, 멈춤, 끝", "open, overdue, running, paused, done";
    ANY_VALUE = "이름의 일부, 나, 없음", "a part of the name, me, none";
}
