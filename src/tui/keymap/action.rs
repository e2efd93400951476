//! What a key can ask for, with the word that `config.toml` names it by.

use super::KeyContext;
use crate::words::closed_set;

closed_set! {
    /// What a key asks for.
    Action {
        Help = "help", "도움말", "help";
        Intake = "intake", "접수", "intake";
        Search = "find", "찾기", "find";
        /// Visitors and calls that are waited for or going on.
        Contacts = "contacts", "응대", "contacts";
        /// What the charter promises by the calendar.
        Duties = "duties", "이행과제", "duties";
        /// What the desk has done, in numbers.
        Reports = "reports", "보고", "reports";
        /// Hand the desk to the next shift.
        Handover = "handover", "인수인계", "handover";
        Holidays = "holidays", "공휴일", "holidays";
        Charter = "charter", "헌장", "charter";
        /// Everything that can be done here, by name.
        Palette = "palette", "명령", "commands";
        /// Choose what to do with the case.
        Act = "act", "처리", "act on the case";
        StepOne = "step1", "1차 조치", "step 1";
        StepTwo = "step2", "2차 조치", "step 2";
        StepThree = "step3", "3차 조치", "step 3";
        /// Open or choose what is selected.
        Open = "open", "열기", "open";
        /// Back to where one came from; a form keeps its draft.
        Back = "back", "돌아가기", "back";
        /// Show how the due dates were reached, or hide it.
        Explain = "explain", "기한 설명", "explain the dates";
        /// The life of the case on a line, shown or hidden.
        Timeline = "timeline", "경과 보기", "timeline";
        /// Show personal data in full, or mask it.
        Unmask = "unmask", "이름 보기", "show names";
        /// Rows by case or by deadline.
        ByDeadline = "by-deadline", "기한별 목록", "list by deadline";
        /// Choose a view of the queue.
        Views = "views", "보기 고르기", "views";
        /// How much falls due on the days ahead.
        Outlook = "outlook", "앞으로의 업무량", "load of the days ahead";
        /// Mark a case, so that something is done on many.
        MarkCase = "mark-case", "표시", "mark the case";
        Unmark = "unmark", "표시 지우기", "clear the marks";
        /// Type a number to go to its case.
        Jump = "jump", "번호로 이동", "go to a number";
        Mine = "mine", "내 민원만", "only my cases";
        Overdue = "overdue", "초과만", "only overdue";
        /// The pane with the case, shown or hidden.
        Pane = "pane", "미리 보기", "pane with the case";
        Visitor = "visitor", "방문 시작", "visitor";
        /// A visitor arrives who needs help: an elderly or disabled person.
        Assisted = "assisted-visitor", "도움 필요한 방문", "visitor who needs help";
        Caller = "caller", "전화 시작", "call";
        Guide = "guide", "안내함", "guided";
        TellWait = "tell-wait", "대기시간 안내", "wait told";
        Question = "question", "문의 받음", "question";
        Serve = "serve", "응대함", "serve";
        Absent = "absent", "담당자 부재", "officer away";
        Later = "later", "나중에 답변", "answer later";
        CalledBack = "called-back", "회신함", "called back";
        /// Hand the visitor or caller over, with the gist.
        PassOn = "pass-on", "응대 인계", "pass on";
        /// Tick what the charter asks to check.
        Tick = "tick", "응대 점검", "tick the checklist";
        /// The visit or the call is over.
        End = "end", "응대 끝", "end";
        NextField = "next-field", "다음 칸", "next field";
        PreviousField = "previous-field", "이전 칸", "previous field";
        /// Keep a copy of what is selected in a field.
        Copy = "copy", "복사", "copy";
        /// Copy what is selected in a field and take it away.
        Cut = "cut", "잘라내기", "cut";
        /// Put what was copied into a field.
        Paste = "paste", "붙여넣기", "paste";
        SelectAll = "select-all", "모두 고르기", "select all";
        /// Select from the caret on, wherever it moves.
        Mark = "mark", "고르기 시작", "begin to select";
        /// Take the last change of a field back.
        Undo = "undo", "되돌리기", "undo";
        /// Do the change again that was taken back.
        Redo = "redo", "다시 하기", "redo";
        Submit = "save", "저장", "save";
        /// Empty the form and throw its draft away.
        Discard = "discard", "비우기", "discard";
        Link = "link", "이전 민원 연결", "link the earlier case";
        Add = "add", "추가", "add";
        Schedule = "schedule", "날짜 정하기", "give a date";
        /// Record that a duty was announced.
        Announce = "announce", "안내 기록", "record an announcement";
        /// Enter the result of a period from before the desk.
        Earlier = "earlier", "지난 기록 입력", "earlier result";
        /// Record that departments were reminded of what is overdue there.
        Remind = "remind", "부서 독촉 기록", "record a reminder";
        /// Set a wrong entry right beside it.
        Correct = "correct", "정정", "correct an entry";
        Remove = "remove", "삭제", "remove";
        Up = "up", "위로", "up";
        Down = "down", "아래로", "down";
        PageUp = "page-up", "한 쪽 위로", "page up";
        PageDown = "page-down", "한 쪽 아래로", "page down";
        First = "first", "처음", "first";
        Last = "last", "마지막", "last";
        /// The year, page or choice before.
        Left = "left", "이전", "previous";
        /// The next year, page or choice.
        Right = "right", "다음", "next";
        Language = "language", "한국어/English", "한국어/English";
        Redraw = "redraw", "다시 그리기", "redraw";
        Quit = "quit", "끝내기", "quit";
    }
}

impl Action {
    /// True where it only moves a selection.
    pub const fn is_movement(self) -> bool {
        matches!(
            self,
            Self::Up
                | Self::Down
                | Self::PageUp
                | Self::PageDown
                | Self::First
                | Self::Last
                | Self::Left
                | Self::Right
        )
    }

    /// True where it leads to a form or a choice that can change or lose something: its key must not be the one that saves.
    pub const fn starts_something(self, context: KeyContext) -> bool {
        match self {
            Self::Open
            | Self::StepOne
            | Self::StepTwo
            | Self::StepThree
            | Self::Intake
            | Self::Absent
            | Self::Later
            | Self::CalledBack
            | Self::PassOn
            | Self::Question
            | Self::Tick
            | Self::End
            | Self::TellWait
            | Self::Schedule
            | Self::Announce
            | Self::Earlier
            | Self::Remind
            | Self::Correct
            | Self::Add
            | Self::Remove
            | Self::Discard => true,
            // On a case it leads to a menu, where another key chooses.
            Self::Act => matches!(context, KeyContext::Duty),
            _ => false,
        }
    }
}
