//! Texts of keys, their remapping, and the palette.

use super::{Phrase, phrases};

phrases! {
    UNKNOWN_ACTION = "없는 기능입니다. 'minwon keys'가 모든 기능과 키를 보여 줍니다.", "no such action. 'minwon keys' lists all actions with their keys.";
    UNKNOWN_KEY = "'{given}'은(는) 키 이름이 아닙니다. 예: F2, n, Ctrl+S, PgUp, Space", "'{given}' is not a key. Examples: F2, n, Ctrl+S, PgUp, Space";
    ALIAS = "터미널은 {key}을(를) {sent}(으)로 보내므로 쓸 수 없습니다. 다른 키를 골라 주세요.", "a terminal sends {key} as {sent}. Choose another key.";
    RESERVED = "{key}는 언제나 프로그램을 끝내는 키입니다. 다른 키를 골라 주세요.", "{key} always leaves the program. Choose another key.";
    NO_KEY = "'{place}'에서 쓸 키가 없습니다. 글자가 아닌 키(F2, Ctrl+S 등)를 하나 이상 적어 주세요.", "no key that works in {place} is left. Give at least one that is not a letter (F2, Ctrl+S).";
    CONFLICT = "'{place}'에서 {key}는 이미 '{other}'의 키입니다. 다른 키를 고르거나 {id}에도 다른 키를 주세요.", "in {place}, {key} is already the key of '{other}'. Choose another, or give {id} another key too.";
    ANSWERS = "{key} 키는 글을 지울지 묻는 말에 '예'로 답하는 키입니다. 묻게 하는 키는 다른 키여야 합니다.", "{key} answers yes when the program asks whether to discard a text. The key that makes it ask must be another one.";
    CONFIRMS = "{key}는 '{other}'에도 쓰입니다. 시작하는 키와 저장하는 키는 서로 달라야 합니다.", "{key} is also the key of '{other}'. The key that starts an action must not save it too.";
    COLUMN_ACTION = "기능", "action";
    COLUMN_KEYS = "키", "keys";
    COLUMN_NAME = "이름", "name";
    COLUMN_PLACES = "쓰는 곳", "works in";
    PALETTE_TITLE = "명령: {place}", "Commands: {place}";
    PALETTE_NOTE = "Enter 실행, Esc 닫기", "Enter runs it, Esc closes";
    PALETTE_NONE = "맞는 명령이 없습니다. 더 짧은 말이나 초성으로 찾아 보세요.", "No match. Try a shorter word or initials.";
    PALETTE_RECENT = "최근", "recent";
    PALETTE_ELSEWHERE = "쓰는 곳: {places}", "works in: {places}";
    LANGUAGE = "언어 바꾸기", "language";
    PALETTE_CASE = "{number} 열기", "open {number}";
    FINE = "키 설정에 문제가 없습니다.", "No faults found in the keys.";
}
