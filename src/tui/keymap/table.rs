//! The table of keys.
//!
//! A function key means one thing wherever it works:
//!
//! | key | action | | key | action |
//! |---|---|---|---|---|
//! | F1 | help | | F6 | reports |
//! | F2 | intake | | F7 | holidays |
//! | F3 | find | | F8 | charter |
//! | F4 | contacts | | F9 | act on a case, save a form |
//! | F5 | duties | | F10 | quit |
//!
//! What has no function key has a key with Ctrl or a key of movement, so that no action hangs on a letter alone.

use super::{Action, Binding, Chord, Place};
use crate::words::Phrase;
use ratatui::crossterm::event::KeyCode;

const ALL: &[Place] = &Place::ALL;
const LISTED: &[Place] = &[
    Place::Duties,
    Place::Handover,
    Place::List,
    Place::Pages,
    Place::Years,
];
const TURNED: &[Place] = &[Place::Duties, Place::Pages, Place::Years];
const READING: &[Place] = &[
    Place::Queue,
    Place::Detail,
    Place::List,
    Place::Pages,
    Place::Duties,
    Place::Handover,
    Place::Years,
];
const LISTS: &[Place] = &[
    Place::Queue,
    Place::Detail,
    Place::List,
    Place::Pages,
    Place::Duties,
    Place::Handover,
    Place::Years,
    Place::Search,
    Place::Palette,
    Place::Help,
];
const FORMS: &[Place] = &[Place::Form, Place::Linking];
const TEXTS: &[Place] = &[Place::Form, Place::Linking, Place::Search, Place::Palette];
const CASE: &[Place] = &[Place::Queue, Place::Detail];

const fn bind(
    places: &'static [Place],
    keys: &'static [Chord],
    action: Action,
    label: Phrase,
    footer: u8,
) -> Binding {
    Binding {
        places,
        keys,
        action,
        label,
        footer,
    }
}

/// Every key of the program.
pub const KEYMAP: &[Binding] = &[
    bind(
        ALL,
        &[Chord::function(1)],
        Action::Help,
        Phrase::new("도움말", "help"),
        1,
    ),
    bind(
        READING,
        &[Chord::letter('?')],
        Action::Help,
        Phrase::new("도움말", "help"),
        0,
    ),
    bind(
        CASE,
        &[Chord::function(2), Chord::letter('n')],
        Action::Intake,
        Phrase::new("접수", "intake"),
        2,
    ),
    bind(
        CASE,
        &[Chord::function(3), Chord::letter('/')],
        Action::Search,
        Phrase::new("찾기", "find"),
        3,
    ),
    bind(
        CASE,
        &[Chord::function(9), Chord::letter('a')],
        Action::Act,
        Phrase::new("처리", "act"),
        4,
    ),
    bind(
        CASE,
        &[Chord::letter('1')],
        Action::StepOne,
        Phrase::new("1차", "step 1"),
        7,
    ),
    bind(
        CASE,
        &[Chord::letter('2')],
        Action::StepTwo,
        Phrase::new("2차", "step 2"),
        8,
    ),
    bind(
        CASE,
        &[Chord::letter('3')],
        Action::StepThree,
        Phrase::new("3차", "step 3"),
        9,
    ),
    bind(
        &[Place::Queue],
        &[Chord::key(KeyCode::Enter)],
        Action::Open,
        Phrase::new("열기", "open"),
        5,
    ),
    bind(
        &[Place::List],
        &[Chord::key(KeyCode::Enter)],
        Action::Open,
        Phrase::new("고르기", "choose"),
        2,
    ),
    bind(
        &[Place::Search],
        &[Chord::key(KeyCode::Enter)],
        Action::Open,
        Phrase::new("열기", "open"),
        2,
    ),
    bind(
        READING,
        &[Chord::letter(':')],
        Action::Palette,
        Phrase::new("명령", "commands"),
        6,
    ),
    // F11 makes many a window fill the screen and never arrives then.
    bind(
        ALL,
        &[Chord::ctrl('g'), Chord::function(11)],
        Action::Palette,
        Phrase::new("명령", "commands"),
        8,
    ),
    bind(
        &[Place::Palette],
        &[Chord::key(KeyCode::Enter)],
        Action::Open,
        Phrase::new("실행", "do it"),
        2,
    ),
    bind(
        &[Place::Help],
        &[Chord::key(KeyCode::Esc), Chord::key(KeyCode::Enter)],
        Action::Back,
        Phrase::new("닫기", "close"),
        3,
    ),
    bind(
        &[Place::Palette],
        &[Chord::key(KeyCode::Esc)],
        Action::Back,
        Phrase::new("닫기", "close"),
        3,
    ),
    // Here go Action::Contacts (F4, 응대) and Action::Reports (F6, 보고), each with its screen:
    // a key is bound when what it opens exists. `Go::to` leads there from the queue, a case and the palette.
    bind(
        CASE,
        &[Chord::function(5)],
        Action::Duties,
        Phrase::new("이행과제", "duties"),
        10,
    ),
    bind(
        &[Place::Duties],
        &[Chord::key(KeyCode::Enter)],
        Action::Open,
        Phrase::new("열기", "open"),
        2,
    ),
    bind(
        &[Place::Duties],
        &[Chord::function(9), Chord::letter('a')],
        Action::Act,
        Phrase::new("이행 기록", "record done"),
        3,
    ),
    bind(
        &[Place::Duties],
        &[Chord::letter('d'), Chord::ctrl('d')],
        Action::Schedule,
        Phrase::new("날짜", "date"),
        7,
    ),
    bind(
        &[Place::Duties],
        &[Chord::letter('n'), Chord::ctrl('n')],
        Action::Announce,
        Phrase::new("안내", "announced"),
        8,
    ),
    bind(
        &[Place::Duties],
        &[Chord::key(KeyCode::Delete), Chord::letter('-')],
        Action::Remove,
        Phrase::new("생략", "leave out"),
        9,
    ),
    bind(
        CASE,
        &[Chord::letter('H'), Chord::ctrl('k')],
        Action::Handover,
        Phrase::new("인수인계", "handover"),
        12,
    ),
    bind(
        &[Place::Handover],
        &[Chord::key(KeyCode::Insert), Chord::letter('+')],
        Action::Add,
        Phrase::new("전할 말", "note"),
        2,
    ),
    bind(
        &[Place::Handover],
        &[Chord::function(9)],
        Action::Submit,
        Phrase::new("확인", "confirm"),
        3,
    ),
    bind(
        &[Place::Handover],
        &[Chord::key(KeyCode::Enter)],
        Action::Open,
        Phrase::new("열기", "open"),
        4,
    ),
    bind(
        CASE,
        &[Chord::function(7)],
        Action::Holidays,
        Phrase::new("공휴일", "holidays"),
        10,
    ),
    bind(
        CASE,
        &[Chord::function(8)],
        Action::Charter,
        Phrase::new("헌장", "charter"),
        11,
    ),
    bind(
        &[Place::Detail],
        &[Chord::letter('x'), Chord::ctrl('e')],
        Action::Explain,
        Phrase::new("설명", "why"),
        5,
    ),
    bind(
        CASE,
        &[Chord::letter('u'), Chord::ctrl('u')],
        Action::Unmask,
        Phrase::new("이름 보기", "unmask"),
        13,
    ),
    bind(
        &[Place::Queue],
        &[Chord::letter('b'), Chord::ctrl('d')],
        Action::ByDeadline,
        Phrase::new("기한별", "by deadline"),
        12,
    ),
    bind(
        &[Place::Queue],
        &[Chord::letter('v'), Chord::ctrl('t')],
        Action::Views,
        Phrase::new("보기", "views"),
        11,
    ),
    bind(
        &[Place::Queue],
        &[Chord::letter('x'), Chord::key(KeyCode::Insert)],
        Action::MarkCase,
        Phrase::new("표시", "mark"),
        12,
    ),
    bind(
        &[Place::Queue],
        &[Chord::key(KeyCode::Esc)],
        Action::Unmark,
        Phrase::new("표시 지우기", "clear marks"),
        0,
    ),
    bind(
        &[Place::Queue],
        &[Chord::letter('#'), Chord::key(KeyCode::Delete)],
        Action::Jump,
        Phrase::new("번호로", "number"),
        0,
    ),
    bind(
        &[Place::Search],
        &[Chord::ctrl('s')],
        Action::Submit,
        Phrase::new("보기로 저장", "save as a view"),
        4,
    ),
    bind(
        &[Place::Queue],
        &[Chord::letter('m'), Chord::ctrl('o')],
        Action::Mine,
        Phrase::new("내 민원", "mine"),
        12,
    ),
    bind(
        &[Place::Queue],
        &[Chord::letter('o'), Chord::ctrl('w')],
        Action::Overdue,
        Phrase::new("초과만", "overdue"),
        12,
    ),
    bind(
        &[Place::Queue],
        &[Chord::letter(' '), Chord::key(KeyCode::Tab)],
        Action::Pane,
        Phrase::new("미리 보기", "pane"),
        13,
    ),
    bind(
        LISTS,
        &[Chord::key(KeyCode::Up)],
        Action::Up,
        Phrase::new("위로", "up"),
        0,
    ),
    bind(
        LISTS,
        &[Chord::key(KeyCode::Down)],
        Action::Down,
        Phrase::new("아래로", "down"),
        0,
    ),
    bind(
        READING,
        &[Chord::letter('k')],
        Action::Up,
        Phrase::new("위로", "up"),
        0,
    ),
    bind(
        READING,
        &[Chord::letter('j')],
        Action::Down,
        Phrase::new("아래로", "down"),
        0,
    ),
    bind(
        LISTS,
        &[Chord::key(KeyCode::PageUp), Chord::ctrl('b')],
        Action::PageUp,
        Phrase::new("한 쪽 위로", "page up"),
        0,
    ),
    bind(
        LISTS,
        &[Chord::key(KeyCode::PageDown), Chord::ctrl('f')],
        Action::PageDown,
        Phrase::new("한 쪽 아래로", "page down"),
        0,
    ),
    bind(
        READING,
        &[Chord::key(KeyCode::Home), Chord::letter('g')],
        Action::First,
        Phrase::new("처음", "first"),
        0,
    ),
    bind(
        READING,
        &[Chord::key(KeyCode::End), Chord::letter('G')],
        Action::Last,
        Phrase::new("끝", "last"),
        0,
    ),
    bind(
        TURNED,
        &[Chord::key(KeyCode::Left), Chord::letter('h')],
        Action::Left,
        Phrase::new("이전", "previous"),
        4,
    ),
    bind(
        TURNED,
        &[Chord::key(KeyCode::Right), Chord::letter('l')],
        Action::Right,
        Phrase::new("다음", "next"),
        5,
    ),
    bind(
        &[Place::Years],
        &[Chord::key(KeyCode::Insert), Chord::letter('+')],
        Action::Add,
        Phrase::new("추가", "add"),
        6,
    ),
    bind(
        &[Place::Years],
        &[Chord::key(KeyCode::Delete), Chord::letter('-')],
        Action::Remove,
        Phrase::new("삭제", "remove"),
        7,
    ),
    bind(
        FORMS,
        &[Chord::key(KeyCode::Tab), Chord::ctrl('n')],
        Action::NextField,
        Phrase::new("다음 칸", "next field"),
        3,
    ),
    bind(
        FORMS,
        &[Chord::key(KeyCode::BackTab), Chord::ctrl('p')],
        Action::PreviousField,
        Phrase::new("앞 칸", "previous field"),
        7,
    ),
    bind(
        FORMS,
        &[Chord::function(9), Chord::ctrl('s')],
        Action::Submit,
        Phrase::new("저장", "save"),
        2,
    ),
    bind(
        &[Place::Linking],
        &[Chord::ctrl('r')],
        Action::Link,
        Phrase::new("이전 민원", "earlier case"),
        5,
    ),
    bind(
        FORMS,
        &[Chord::function(12)],
        Action::Discard,
        Phrase::new("비우기", "discard"),
        6,
    ),
    bind(
        TEXTS,
        &[Chord::ctrl('z')],
        Action::Undo,
        Phrase::new("되돌리기", "undo"),
        0,
    ),
    bind(
        TEXTS,
        &[Chord::ctrl('y')],
        Action::Redo,
        Phrase::new("다시 하기", "redo"),
        0,
    ),
    bind(
        TEXTS,
        &[Chord::ctrl('a')],
        Action::SelectAll,
        Phrase::new("모두 고르기", "select all"),
        0,
    ),
    bind(
        TEXTS,
        &[Chord::alt('a')],
        Action::Mark,
        Phrase::new("고르기 시작", "select from"),
        0,
    ),
    bind(
        TEXTS,
        &[Chord::alt('c')],
        Action::Copy,
        Phrase::new("복사(또는 ^C)", "copy (or ^C)"),
        0,
    ),
    bind(
        TEXTS,
        &[Chord::ctrl('x')],
        Action::Cut,
        Phrase::new("잘라내기", "cut"),
        0,
    ),
    bind(
        TEXTS,
        &[Chord::ctrl('v')],
        Action::Paste,
        Phrase::new("붙여넣기", "paste"),
        0,
    ),
    bind(
        FORMS,
        &[Chord::key(KeyCode::Esc)],
        Action::Back,
        Phrase::new("나가기(임시 저장)", "leave (draft kept)"),
        4,
    ),
    bind(
        &[Place::Detail],
        &[
            Chord::key(KeyCode::Esc),
            Chord::key(KeyCode::Backspace),
            Chord::letter('q'),
        ],
        Action::Back,
        Phrase::new("목록", "queue"),
        6,
    ),
    bind(
        LISTED,
        &[
            Chord::key(KeyCode::Esc),
            Chord::key(KeyCode::Backspace),
            Chord::letter('q'),
        ],
        Action::Back,
        Phrase::new("돌아가기", "back"),
        3,
    ),
    bind(
        &[Place::Search],
        &[Chord::key(KeyCode::Esc)],
        Action::Back,
        Phrase::new("돌아가기", "back"),
        3,
    ),
    bind(
        READING,
        &[Chord::letter('L'), Chord::function(12)],
        Action::Language,
        Phrase::new("English", "한국어"),
        14,
    ),
    bind(
        ALL,
        &[Chord::ctrl('l')],
        Action::Redraw,
        Phrase::new("다시 그리기", "redraw"),
        0,
    ),
    bind(
        &[Place::Queue],
        &[Chord::letter('q')],
        Action::Quit,
        Phrase::new("끝", "quit"),
        6,
    ),
    bind(
        // Not in a form: it is the neighbour of the key that saves.
        READING,
        &[Chord::function(10)],
        Action::Quit,
        Phrase::new("끝", "quit"),
        0,
    ),
    bind(
        ALL,
        &[Chord::ctrl('c')],
        Action::Quit,
        Phrase::new("끝", "quit"),
        0,
    ),
];
