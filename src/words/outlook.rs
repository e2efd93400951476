//! Texts of the days ahead and what falls due on them.

use super::{Phrase, phrases};

phrases! {
    TITLE = "앞으로의 업무량", "Load of the days ahead";
    PLACE = "업무량", "the load ahead";
    TITLE_MINE = "앞으로의 업무량: 내 것만", "Load of the days ahead: only mine";
    OVER = "이미 초과", "overdue";
    TODAY = "오늘 {day}", "today {day}";
    TOMORROW = "내일 {day}", "tomorrow {day}";
    AFTER = "{day} 뒤", "after {day}";
    MINE_OF = "{ends}, 내 것", "{ends}, mine";
    OPEN = "처리할 것 {n}", "{n} open";
    PAUSED = "멈춤 {n}", "{n} paused";
    WITHOUT = "기한 없음 {n}", "{n} without a deadline";
    DAY = "기한 끝나는 날", "due on";
    ALL = "모두", "all";
    MINE = "내 것", "mine";
    CLOSED = "쉬는 날", "closed";
    LEGEND = "{mine} 내 것, {others} 다른 담당", "{mine} mine, {others} others";
    NOTHING = "기한이 끝나는 것이 없습니다.", "Nothing falls due.";
    COUNT = "{ends}  {n}건", "{ends}: {n}";
    MORE = "외 {n}건. Enter로 모두 보기", "{n} more: Enter lists all";
}
