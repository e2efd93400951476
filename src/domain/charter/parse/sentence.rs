//! The sentences of the charter's errors, in Korean and English.

use crate::words::{Phrase, phrases};

phrases! {
    TOO_LARGE = "파일이 너무 큽니다. 1 MiB까지 읽습니다", "the file is too large: at most 1 MiB is read";
    SYNTAX = "TOML 문법에 맞지 않습니다: {given}", "this is no TOML: {given}";
    UNKNOWN_KEY = "모르는 키입니다. 쓸 수 있는 키: {allowed}", "unknown key; allowed: {allowed}";
    MISSING = "키 {allowed}이(가) 없습니다", "the key {allowed} is missing";
    WRONG_TYPE = "{allowed}이어야 하는데 {given}입니다", "this must be of type {allowed}, not {given}";
    EMPTY = "비어 있습니다", "this is empty";
    CONTROL = "글에 제어 문자를 쓸 수 없습니다: {given}", "a text may hold no control characters: {given}";
    NO_ID = "{given}은(는) 식별자가 아닙니다. 영문 소문자로 시작하고 소문자, 숫자, '.', '-', '_'로 64자까지 씁니다",
        "{given} is no id: it starts with a small letter and holds small letters, digits, '.', '-' and '_', at most 64";
    NOT_ALLOWED = "{given}은(는) 쓸 수 없습니다. 쓸 수 있는 값: {allowed}", "{given} is not allowed; allowed: {allowed}";
    NO_LIMIT = "{given}은(는) 기한이 아닙니다. \"7 days\", \"1 hour\", \"immediate\"처럼 1 이상의 수와 단위로 씁니다",
        "{given} is no limit: write an amount from 1 and a unit, such as \"7 days\" or \"1 hour\", or \"immediate\"";
    NO_TIME = "{given}은(는) 시각이 아닙니다. \"00:00\"부터 \"24:00\"까지 \"시:분\"으로 씁니다",
        "{given} is no time: write \"HH:MM\" from \"00:00\" to \"24:00\"";
    NO_CUTOFF = "{given}은(는) 마감 시각이 아닙니다. \"00:00\"부터 \"23:59\"까지 \"시:분\"으로 씁니다",
        "{given} is no time of day: write \"HH:MM\" from \"00:00\" to \"23:59\"";
    NO_MINUTES = "{given}은(는) 응대 시간이 아닙니다. 1부터 1440까지 분으로 씁니다", "{given} is no time for a visit or a call: write minutes from 1 to 1440";
    NO_DATE = "{given}은(는) 날짜가 아닙니다. \"2026-12-24\"처럼 씁니다", "{given} is no date: write it as \"2026-12-24\"";
    NO_DAY = "{given}은(는) 매년 있는 날이 아닙니다. \"12-31\"처럼 월-일로 씁니다",
        "{given} is no day of every year: write month and day as \"12-31\"";
    NO_ZONE = "{given}은(는) 모르는 시간대입니다. \"Asia/Seoul\"처럼 IANA 이름을 씁니다",
        "{given} is no known time zone: write an IANA name such as \"Asia/Seoul\"";
    NO_PHONE = "{given}은(는) 전화번호가 아닙니다. 숫자와 '-', '+', 괄호, 빈칸으로 씁니다",
        "{given} is no phone number: write digits, '-', '+', brackets and blanks";
    NO_SPAN = "시간대는 [\"09:00\", \"12:00\"]처럼 시각 두 개로 씁니다", "a span is two times, such as [\"09:00\", \"12:00\"]";
    BACKWARDS = "시간대의 끝이 시작보다 뒤여야 합니다", "a span must end after it starts";
    OVERLAP = "시간대가 앞의 것과 겹치거나 순서가 바뀌었습니다", "this span overlaps the one before it or stands out of order";
    EMPTY_WEEK = "한 주에 여는 시간이 하나도 없습니다", "the week has no hour in which the office is open";
    TWICE = "{given}이(가) 두 번 나옵니다", "{given} stands here twice";
    UNKNOWN_NAME = "{given}은(는) 이 헌장에 없습니다. 있는 것: {allowed}", "{given} is not in this charter; it has: {allowed}";
    NOT_A_DUTY = "{given}은(는) 정기 이행과제(duty)가 아닙니다", "{given} is no duty";
    LOOP = "차례가 돌고 돕니다: {allowed}", "this runs in a circle: {allowed}";
    UNKNOWN_FIELD = "모르는 자리 {given}입니다. 쓸 수 있는 자리: {allowed}", "unknown field {given}; allowed: {allowed}";
    OPEN_BRACE = "중괄호가 열린 채 닫히지 않았습니다. 쓸 수 있는 자리: {allowed}", "a brace is opened and never closed; fields: {allowed}";
    UNCOUNTED = "limit에는 count(기간 계산)가 있어야 합니다. 쓸 수 있는 값: {allowed}",
        "a limit needs a count; allowed: {allowed}";
    UNLIMITED = "count = {given}에는 limit가 있어야 합니다. 예: \"7 days\"", "count = {given} needs a limit such as \"7 days\"";
    NO_AMOUNT = "count = {given}에는 limit를 쓰지 않습니다", "count = {given} takes no limit";
    WRONG_UNIT = "이 count로는 {given}을(를) 셀 수 없습니다. 쓸 수 있는 단위: {allowed}",
        "this count cannot count {given}; units: {allowed}";
    NEEDED = "{given}에는 {allowed} 키가 있어야 합니다", "{given} needs the key {allowed}";
    UNUSED = "{given}에는 이 키를 쓰지 않습니다", "{given} does not take this key";
    NOT_TAKEN = "{given}은(는) 이 헌장의 채널이 아닙니다. 받는 채널: {allowed}",
        "{given} is no channel of this charter; it takes: {allowed}";
    UNREACHABLE = "{given} 주제를 가진 분류(category)가 없어 이 이행기준은 시작되지 않습니다",
        "no category has the topic {given}, so this promise could never start";
    NO_STEP = "{given}은(는) 단계가 아닙니다. 1, 2, 3 가운데 하나입니다", "{given} is no step: 1, 2 or 3";
    DETAIL = "{given} 트리거에는 덧붙이는 말이 없습니다", "the trigger {given} takes no detail";
    DUTY_RULE = "every, after, dated 가운데 하나가 있어야 합니다", "one of every, after, dated is needed";
}
