//! The actions of keys, with their names in `config.toml`.

use super::KeyContext;
use crate::words::closed_set;
use Action::{
    Absent, Act, Add, Announce, CalledBack, Correct, Discard, Down, Earlier, End, Fail, First,
    Intake, Last, Later, Left, Open, PageDown, PageUp, PassOn, Print, Question, Remind, Remove,
    Revoke, Right, Schedule, StepOne, StepThree, StepTwo, Tell, TellWait, Tick, Up,
};

closed_set! {
    /// What a key does.
    Action {
        Help = "help", "도움말", "help";
        Intake = "intake", "접수", "intake";
        Search = "find", "찾기", "find";
        Contacts = "contacts", "응대", "contacts";
        Duties = "duties", "이행과제", "duties";
        Reports = "reports", "보고", "reports";
        Notices = "notices", "통지", "notices";
        Tell = "tell", "알림 기록", "record as told";
        Hold = "hold", "통지 보류", "hold the notice";
        Release = "release", "통지 내보내기(보류 해제, 재발송)", "let the notice go (release, retry)";
        Fail = "fail", "통지 실패 기록", "record as failed";
        Handover = "handover", "인수인계", "handover";
        Holidays = "holidays", "공휴일", "holidays";
        Charter = "charter", "헌장", "charter";
        Palette = "palette", "명령", "commands";
        Act = "act", "처리", "act on the case";
        StepOne = "step1", "1차 조치", "step 1";
        StepTwo = "step2", "2차 조치", "step 2";
        StepThree = "step3", "3차 조치", "step 3";
        Open = "open", "열기", "open";
        Back = "back", "돌아가기", "back";
        Explain = "explain", "기한 설명", "explain the dates";
        History = "history", "이력", "history";
        Print = "print", "서식 인쇄", "print a paper";
        Timeline = "timeline", "경과 보기", "timeline";
        Unmask = "unmask", "이름 보기", "show names";
        ByDeadline = "by-deadline", "기한별 목록", "list by deadline";
        Views = "views", "보기 고르기", "views";
        Outlook = "outlook", "앞으로의 업무량", "load of the days ahead";
        MarkCase = "mark-case", "표시", "mark the case";
        Unmark = "unmark", "표시 지우기", "clear the marks";
        Jump = "jump", "번호로 이동", "go to a number";
        Mine = "mine", "내 민원만", "only my cases";
        Overdue = "overdue", "초과만", "only overdue";
        Pane = "pane", "미리 보기", "pane with the case";
        Visitor = "visitor", "방문 시작", "visitor";
        Assisted = "assisted-visitor", "도움 필요한 방문", "visitor who needs help";
        Caller = "caller", "전화 시작", "call";
        Guide = "guide", "안내함", "guided";
        TellWait = "tell-wait", "대기시간 안내", "wait told";
        Question = "question", "문의 받음", "question";
        Serve = "serve", "응대함", "serve";
        Absent = "absent", "담당자 부재", "officer away";
        Later = "later", "나중에 답변", "answer later";
        CalledBack = "called-back", "회신함", "called back";
        PassOn = "pass-on", "응대 인계", "pass on";
        Tick = "tick", "응대 점검", "tick the checklist";
        End = "end", "응대 끝", "end";
        NextField = "next-field", "다음 칸", "next field";
        PreviousField = "previous-field", "이전 칸", "previous field";
        Copy = "copy", "복사", "copy";
        Cut = "cut", "잘라내기", "cut";
        Paste = "paste", "붙여넣기", "paste";
        SelectAll = "select-all", "모두 고르기", "select all";
        Mark = "mark", "고르기 시작", "begin to select";
        Undo = "undo", "되돌리기", "undo";
        Redo = "redo", "다시 하기", "redo";
        Submit = "save", "저장", "save";
        Discard = "discard", "비우기", "discard";
        Link = "link", "이전 민원 연결", "link the earlier case";
        /// An earlier case is only pointed to, not confirmed.
        SeeAlso = "see-also", "참고로만 연결", "only point there";
        Add = "add", "추가", "add";
        Schedule = "schedule", "날짜 정하기", "give a date";
        Announce = "announce", "안내 기록", "record an announcement";
        Earlier = "earlier", "지난 기록 입력", "earlier result";
        Remind = "remind", "부서 독촉 기록", "record a reminder";
        Correct = "correct", "정정", "correct an entry";
        /// Strike out what was recorded by mistake.
        Revoke = "revoke", "기록 취소", "revoke an entry";
        Remove = "remove", "삭제", "remove";
        Up = "up", "위로", "up";
        Down = "down", "아래로", "down";
        PageUp = "page-up", "한 쪽 위로", "page up";
        PageDown = "page-down", "한 쪽 아래로", "page down";
        First = "first", "처음", "first";
        Last = "last", "마지막", "last";
        Left = "left", "이전", "previous";
        Right = "right", "다음", "next";
        Language = "language", "한국어/English", "한국어/English";
        Redraw = "redraw", "다시 그리기", "redraw";
        Quit = "quit", "끝내기", "quit";
    }
}

impl Action {
    /// True for an action that only moves a selection.
    pub const fn is_movement(self) -> bool {
        matches!(
            self,
            Up | Down | PageUp | PageDown | First | Last | Left | Right
        )
    }

    /// True for an action that opens a form or a choice that can change or lose something: its key must not also save.
    pub const fn starts_something(self, context: KeyContext) -> bool {
        match self {
            Open | StepOne | StepTwo | StepThree | Intake | Absent | Later | CalledBack
            | PassOn | Question | Tick | End | TellWait | Schedule | Announce | Earlier
            | Remind | Correct | Revoke | Add | Remove | Discard | Tell | Fail | Print => true,
            // On a case it opens a menu, where another key chooses.
            Act => matches!(context, KeyContext::Duty),
            _ => false,
        }
    }
}
