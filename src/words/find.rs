//! What is said about finding cases.

use super::{Phrase, phrases};

phrases! {
    NO_FIELD = "'{given}'(이)라는 찾기 항목은 없습니다. 쓸 수 있는 항목: {fields}.", "There is no field '{given}' to find by. The fields are: {fields}.";
    NO_VALUE = "'{given}'은(는) {field}에 쓸 수 없습니다. 쓸 수 있는 값: {values}.", "'{given}' is no value of '{field}'. It takes: {values}.";
    DUE_VALUES = "오늘, 내일, 이번주, 초과, 11-30, 2026-11-30, 11-23..11-27", "today, tomorrow, week, overdue, 11-30, 2026-11-30, 11-23..11-27";
    STATUS_VALUES = "열림, 초과, 진행, 멈춤, 끝", "open, overdue, running, paused, done";
    ANY_VALUE = "이름의 일부, 나, 없음", "a part of the name, me, none";

    PART_NUMBER = "접수번호", "receipt number";
    PART_PHONE = "전화번호", "telephone";
    PART_TITLE = "제목", "title";
    PART_NAME = "민원인", "complainant";
    PART_BODY = "내용", "text";
    PART_NOTE = "처리 기록", "record";
}
