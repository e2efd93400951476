//! The table of keys. A function key means one thing wherever it works:
//!
//! | key | action | | key | action |
//! |---|---|---|---|---|
//! | F1 | help; in the help: commands | | F6 | notices |
//! | F2 | intake | | F7 | holidays |
//! | F3 | find | | F8 | charter |
//! | F4 | contacts | | F9 | act on a case, save a form |
//! | F5 | duties | | F10 | quit |
//!
//! With the Korean input method on, Shift distinguishes only Q, W, E, R, T, O and P: of the other capitals only G, which
//! moves, is a key of its own. An action without a function key has a key with Ctrl or a movement key beside its letter.

use super::{
    Action, Chord, DefaultBinding,
    KeyContext::{
        self, Contacts, Detail, Duties, Duty, First, Form, Handover, Help, History, Linking, List,
        Note, Notices, Outlook, Pages, Palette, Queue, Sameness, Search, Views, Years,
    },
};
use crate::words::Phrase;
use ratatui::crossterm::event::KeyCode;

const ALL: &[KeyContext] = &KeyContext::ALL;
/// All but the help, where the key leads on to the commands.
const HELPED: &[KeyContext] = &[
    Queue, Detail, History, Form, Linking, Sameness, Note, Search, Palette, List, Pages, Duties,
    Duty, Handover, Years, Contacts, Notices, Outlook, Views, First,
];
/// All but the first run, where only a charter can be chosen.
const AT_DESK: &[KeyContext] = &[
    Queue, Detail, History, Form, Linking, Sameness, Note, Search, Palette, Help, List, Pages,
    Duties, Duty, Handover, Years, Contacts, Notices, Outlook, Views,
];
const LISTED: &[KeyContext] = &[
    History, Duties, Duty, Handover, List, Views, Pages, Years, Contacts, Notices, Outlook,
];
const TURNED: &[KeyContext] = &[Duties, Duty, Pages, Years];
const READING: &[KeyContext] = &[
    Queue, Detail, History, List, Views, Pages, Duties, Duty, Handover, Years, Contacts, Notices,
    Outlook, First,
];
/// Where letters are keys and there is a desk.
const LETTERED: &[KeyContext] = &[
    Queue, Detail, History, List, Views, Pages, Duties, Duty, Handover, Years, Contacts, Notices,
    Outlook,
];
const LISTS: &[KeyContext] = &[
    Queue, Detail, History, List, Views, Pages, Duties, Duty, Handover, Years, Contacts, Notices,
    Outlook, Search, Palette, Help, First,
];
const FIELDS: &[KeyContext] = &[Form, Linking, Sameness];
const FORMS: &[KeyContext] = &[Form, Linking, Sameness, Note];
/// Where what is sent is not a link.
const SAVED: &[KeyContext] = &[Form, Linking, Note];
const TEXTS: &[KeyContext] = &[Form, Linking, Sameness, Note, Search, Palette, Help];
const FIRST: &[KeyContext] = &[First];
const CONTACTS: &[KeyContext] = &[Contacts];
const PEOPLE: &[KeyContext] = &[Queue, Detail, History, Contacts];
const CHECKED: &[KeyContext] = &[Detail, Contacts];
const CASE: &[KeyContext] = &[Queue, Detail];
const QUEUE: &[KeyContext] = &[Queue];
const LIST: &[KeyContext] = &[List, Views];
const VIEWS: &[KeyContext] = &[Views];
const SEARCH: &[KeyContext] = &[Search];
const PALETTE: &[KeyContext] = &[Palette];
const HELP: &[KeyContext] = &[Help];
const DUTIES: &[KeyContext] = &[Duties];
const DUTY: &[KeyContext] = &[Duty];
const PROMISED: &[KeyContext] = &[Duties, Duty];
const HANDOVER: &[KeyContext] = &[Handover];
const DETAIL: &[KeyContext] = &[Detail];
const HISTORY: &[KeyContext] = &[History];
const YEARS: &[KeyContext] = &[Years];
const LINKING: &[KeyContext] = &[Linking, Sameness];
const SAMENESS: &[KeyContext] = &[Sameness];
const OUTLOOK: &[KeyContext] = &[Outlook];
const NOTICES: &[KeyContext] = &[Notices];

const BACK_TAB: Chord = Chord::key(KeyCode::BackTab);
const BACKSPACE: Chord = Chord::key(KeyCode::Backspace);
const DELETE: Chord = Chord::key(KeyCode::Delete);
const DOWN: Chord = Chord::key(KeyCode::Down);
const END: Chord = Chord::key(KeyCode::End);
const ENTER: Chord = Chord::key(KeyCode::Enter);
const ESC: Chord = Chord::key(KeyCode::Esc);
const HOME: Chord = Chord::key(KeyCode::Home);
const INSERT: Chord = Chord::key(KeyCode::Insert);
const LEFT: Chord = Chord::key(KeyCode::Left);
const PAGE_DOWN: Chord = Chord::key(KeyCode::PageDown);
const PAGE_UP: Chord = Chord::key(KeyCode::PageUp);
const RIGHT: Chord = Chord::key(KeyCode::Right);
const TAB: Chord = Chord::key(KeyCode::Tab);
const UP: Chord = Chord::key(KeyCode::Up);

const fn function(number: u8) -> Chord {
    Chord::function(number)
}
const fn letter(letter: char) -> Chord {
    Chord::letter(letter)
}
const fn ctrl(letter: char) -> Chord {
    Chord::ctrl(letter)
}
const fn alt(letter: char) -> Chord {
    Chord::alt(letter)
}

/// A line of the table: contexts, keys (the first is shown), action, label in Korean and in English, rank in the footer.
macro_rules! keymap {
    ($($contexts:ident [$($key:expr),+] $action:ident $ko:literal $en:literal $footer:literal;)+) => {
        &[$(DefaultBinding {
            contexts: $contexts,
            keys: &[$($key),+],
            action: Action::$action,
            label: Phrase::new($ko, $en),
            footer: $footer,
        }),+]
    };
}

/// Every key of the program.
pub const KEYMAP: &[DefaultBinding] = keymap! {
    HELPED   [function(1)] Help "도움말" "help" 1;
    READING  [letter('?')] Help "도움말" "help" 0;
    CASE     [function(2), letter('n')] Intake "접수" "intake" 2;
    CASE     [function(3), letter('/')] Search "찾기" "find" 3;
    CASE     [function(9), letter('a')] Act "처리" "act" 4;
    CASE     [letter('1')] StepOne "1차" "step 1" 7;
    CASE     [letter('2')] StepTwo "2차" "step 2" 8;
    CASE     [letter('3')] StepThree "3차" "step 3" 9;
    QUEUE    [ENTER] Open "열기" "open" 5;
    FIRST    [ENTER] Open "시작" "start" 2;
    LIST     [ENTER] Open "고르기" "choose" 2;
    SEARCH   [ENTER] Open "열기" "open" 2;
    LETTERED [letter(':')] Palette "명령" "commands" 6;
    // F11 makes many a window fill the screen and never arrives then: F1 twice leads there as well.
    HELP     [function(1)] Palette "명령" "commands" 2;
    AT_DESK  [ctrl('g'), function(11)] Palette "명령" "commands" 8;
    PALETTE  [ENTER] Open "실행" "do it" 2;
    HELP     [ESC, ENTER] Back "닫기" "close" 3;
    PALETTE  [ESC] Back "닫기" "close" 3;
    CASE     [function(4)] Contacts "응대" "contacts" 9;
    CONTACTS [ENTER] Open "모두 보기" "show all" 15;
    CONTACTS [letter('v'), INSERT] Visitor "방문" "visit" 2;
    CONTACTS [letter('c'), ctrl('o')] Caller "전화" "call" 3;
    // Not ^S: in the forms here it saves, and hit twice it would serve as well.
    CONTACTS [letter('s'), ctrl('n')] Serve "응대" "serve" 4;
    CONTACTS [letter('d'), ctrl('d')] Guide "안내" "guide" 5;
    CONTACTS [letter('w'), ctrl('w')] TellWait "대기 안내" "tell wait" 6;
    CONTACTS [letter('a'), ctrl('a')] Absent "부재" "absent" 7;
    CONTACTS [letter('l'), ctrl('r')] Later "나중에" "later" 8;
    CONTACTS [letter('b'), ctrl('k')] CalledBack "회신" "called back" 9;
    CONTACTS [letter('t'), ctrl('t')] PassOn "인계" "pass on" 10;
    CONTACTS [function(2), letter('n')] Intake "민원으로" "to case" 11;
    CONTACTS [letter('x'), DELETE] End "끝" "end" 12;
    CONTACTS [letter('e'), ctrl('e')] Question "문의" "question" 13;
    CONTACTS [letter('z'), ctrl('z')] Revoke "기록 취소" "revoke" 16;
    CONTACTS [letter('h'), ctrl('v')] Assisted "도움 방문" "visit, help" 14;
    CHECKED  [letter('m'), ctrl('y')] Tick "점검" "check" 13;
    NOTICES  [ENTER] Open "민원" "case" 2;
    NOTICES  [letter('i'), ctrl('n')] Tell "알림" "told" 3;
    NOTICES  [letter(' '), letter('x'), INSERT] MarkCase "표시" "mark" 6;
    NOTICES  [letter('o'), ctrl('w')] Hold "보류" "hold" 7;
    NOTICES  [letter('r'), ctrl('r')] Release "내보내기" "let go" 8;
    NOTICES  [letter('f'), ctrl('k')] Fail "실패" "failed" 9;
    NOTICES  [letter('m'), ctrl('o')] Mine "내 것" "mine" 10;
    NOTICES  [LEFT, letter('h')] Left "앞 상태" "state before" 11;
    NOTICES  [RIGHT, letter('l')] Right "다음 상태" "next state" 11;
    // Here goes Action::Reports (보고) with its screen:
    // a key is bound when what it opens exists. `Go::to` leads there from the queue, a case and the palette.
    CASE     [function(5)] Duties "이행과제" "duties" 10;
    CASE     [function(6)] Notices "통지" "notices" 10;
    DUTIES   [ENTER] Open "열기" "open" 2;
    // Not F9: it saves the form that this opens.
    DUTY     [ENTER, letter('a')] Act "이행 기록" "record done" 2;
    DUTY     [letter('d'), ctrl('d')] Schedule "날짜" "date" 6;
    DUTY     [letter('n'), ctrl('n')] Announce "안내" "announced" 7;
    DUTY     [letter('r'), ctrl('r')] Remind "독촉" "remind" 8;
    DUTY     [letter('c'), ctrl('t')] Correct "정정" "correct" 9;
    DUTY     [letter('z'), ctrl('z')] Revoke "기록 취소" "revoke" 13;
    DUTY     [DELETE, letter('-')] Remove "생략" "leave out" 12;
    PROMISED [letter('e'), ctrl('e')] Earlier "지난 기록" "earlier" 11;
    PROMISED [INSERT, letter('+')] Add "계획" "plan" 10;
    CASE     [letter('h'), letter('H'), ctrl('k')] Handover "인수인계" "handover" 12;
    HANDOVER [INSERT, letter('+')] Add "전할 말" "note" 2;
    HANDOVER [function(9)] Submit "확인" "confirm" 3;
    HANDOVER [ENTER] Open "열기" "open" 4;
    CASE     [function(7)] Holidays "공휴일" "holidays" 10;
    CASE     [function(8)] Charter "헌장" "charter" 11;
    DETAIL   [letter('l'), ctrl('o')] History "이력" "history" 7;
    DETAIL   [letter('p'), ctrl('p')] Print "인쇄" "print" 8;
    HISTORY  [ENTER] Open "자세히" "whole" 2;
    HISTORY  [letter('e'), ctrl('e')] Correct "정정" "amend" 3;
    HISTORY  [DELETE, letter('z')] Revoke "기록 취소" "revoke" 4;
    DETAIL   [DELETE, letter('z')] Revoke "기록 취소" "revoke" 12;
    QUEUE    [DELETE] Revoke "기록 취소" "revoke" 12;
    DETAIL   [letter('x'), ctrl('e')] Explain "설명" "why" 5;
    DETAIL   [letter('t'), ctrl('t')] Timeline "경과" "timeline" 5;
    DETAIL   [letter('i'), ctrl('n')] Tell "알림" "told" 5;
    PEOPLE   [letter('u'), ctrl('u')] Unmask "이름 보기" "unmask" 13;
    QUEUE    [letter('b'), ctrl('d')] ByDeadline "기한별" "by deadline" 12;
    QUEUE    [letter('v'), ctrl('t')] Views "보기" "views" 11;
    CASE     [letter('w'), ctrl('r')] Outlook "업무량" "load" 11;
    OUTLOOK  [ENTER] Open "목록 보기" "list" 2;
    OUTLOOK  [letter('m'), ctrl('o')] Mine "내 것" "mine" 4;
    QUEUE    [letter('x'), INSERT] MarkCase "표시" "mark" 12;
    QUEUE    [ESC] Unmark "표시 지우기" "clear marks" 0;
    QUEUE    [letter('#'), ctrl('n')] Jump "번호로" "number" 0;
    VIEWS    [DELETE, letter('-')] Remove "지우기" "remove" 4;
    VIEWS    [function(9)] Submit "지우기 확인" "confirm removing" 0;
    SEARCH   [TAB] NextField "값 넣기" "put a value in" 3;
    SEARCH   [ctrl('s')] Submit "보기로 저장" "save as a view" 4;
    QUEUE    [letter('m'), ctrl('o')] Mine "내 민원" "mine" 12;
    QUEUE    [letter('o'), ctrl('w')] Overdue "초과만" "overdue" 12;
    QUEUE    [letter(' '), TAB] Pane "미리 보기" "pane" 13;
    LISTS    [UP] Up "위로" "up" 0;
    LISTS    [DOWN] Down "아래로" "down" 0;
    READING  [letter('k')] Up "위로" "up" 0;
    READING  [letter('j')] Down "아래로" "down" 0;
    LISTS    [PAGE_UP, ctrl('b')] PageUp "한 쪽 위로" "page up" 0;
    LISTS    [PAGE_DOWN, ctrl('f')] PageDown "한 쪽 아래로" "page down" 0;
    READING  [HOME, letter('g')] First "처음" "first" 0;
    READING  [END, letter('G')] Last "끝" "last" 0;
    TURNED   [LEFT, letter('h')] Left "이전" "previous" 4;
    TURNED   [RIGHT, letter('l')] Right "다음" "next" 5;
    YEARS    [INSERT, letter('+')] Add "추가" "add" 6;
    YEARS    [DELETE, letter('-')] Remove "삭제" "remove" 7;
    FIELDS   [TAB, ctrl('n')] NextField "다음 칸" "next field" 3;
    FIELDS   [BACK_TAB, ctrl('p')] PreviousField "이전 칸" "previous field" 7;
    SAVED    [function(9), ctrl('s')] Submit "저장" "save" 2;
    SAMENESS [function(9), ctrl('s')] Submit "연결" "link" 2;
    SAMENESS [ctrl('k')] SeeAlso "참고로만" "only point there" 3;
    LINKING  [ctrl('r')] Link "이전 민원" "earlier case" 5;
    FORMS    [function(12)] Discard "비우기" "discard" 6;
    TEXTS    [ctrl('z')] Undo "되돌리기" "undo" 0;
    TEXTS    [ctrl('y')] Redo "다시 하기" "redo" 0;
    TEXTS    [ctrl('a')] SelectAll "모두 고르기" "select all" 0;
    TEXTS    [alt('a')] Mark "고르기 시작" "select from" 0;
    TEXTS    [alt('c')] Copy "복사(또는 ^C)" "copy (or ^C)" 0;
    TEXTS    [ctrl('x')] Cut "잘라내기" "cut" 0;
    TEXTS    [ctrl('v')] Paste "붙여넣기" "paste" 0;
    FORMS    [ESC] Back "나가기(임시 저장)" "leave (draft kept)" 4;
    DETAIL   [ESC, BACKSPACE, letter('q')] Back "목록" "queue" 6;
    LISTED   [ESC, BACKSPACE, letter('q')] Back "돌아가기" "back" 3;
    SEARCH   [ESC] Back "돌아가기" "back" 3;
    READING  [letter('E')] Language "English" "한국어" 14;
    // In a form it empties.
    LISTS    [function(12)] Language "English" "한국어" 0;
    ALL      [ctrl('l')] Redraw "다시 그리기" "redraw" 0;
    QUEUE    [letter('q')] Quit "종료" "quit" 6;
    FIRST    [letter('q'), ESC] Quit "종료" "quit" 3;
    // Not in a form: it is the neighbour of the key that saves.
    READING  [function(10)] Quit "종료" "quit" 0;
    ALL      [ctrl('c')] Quit "종료" "quit" 0;
};
