//! Texts of the timeline of a case.

use super::{Phrase, phrases};

phrases! {
    TITLE = "경과", "Timeline";
    DONE = "처리", "done";
    STEPS = "조치", "steps";
    TIME = "시간", "time";
    DUE = "기한", "due";
    RECEIPT = "접수", "received";
    ACCEPTANCE = "접수 확정", "accepted";
    CONTACT = "연락", "contact";
    AMENDMENT = "변경", "put right";
    EXTENSION = "연장", "extended";
    ANSWER = "답변", "answered";
    REMINDER = "시정 요구·독촉", "demand or reminder";
    AGAIN = "다시 처리", "taken up again";
    STEP = "{n}차", "step {n}";
    END = "끝남", "ended";
    MET = "지킨 기한", "met";
    AHEAD = "남은 기한", "still to come";
    MISSED = "넘긴 기한", "missed";
    PAUSED = "멈춤", "paused";
    NOW = "지금", "now";
}
