//! The screens and the keys that bring them up.

use super::same_keys::MORE;
use crate::{
    desk::DeskError,
    domain::charter::{builtin::builtin_text, ladder::with_ladder, parse},
};
use std::path::PathBuf;

/// One state of a screen.
pub(super) struct Entry {
    /// What its picture is called.
    pub(super) name: &'static str,
    /// The screen it is a state of.
    pub(super) screen: &'static str,
    /// What is there before the keys.
    pub(super) before: Before,
    /// Names of keys, and texts that are typed letter by letter.
    pub(super) keys: &'static [&'static str],
    /// What goes wrong after the keys.
    pub(super) fails: Option<fn() -> DeskError>,
}

/// What is there before the keys.
#[derive(Clone, Copy)]
pub(super) enum Before {
    /// The practice desk.
    Practice,
    /// A desk on a charter of its own: with a table of statutory matters, and steps that are the house's.
    Own,
    Nothing,
}

pub(super) const fn practice(
    name: &'static str,
    screen: &'static str,
    keys: &'static [&'static str],
) -> Entry {
    Entry {
        name,
        screen,
        before: Before::Practice,
        keys,
        fails: None,
    }
}

pub(super) const fn failing(
    name: &'static str,
    screen: &'static str,
    keys: &'static [&'static str],
    fails: fn() -> DeskError,
) -> Entry {
    Entry {
        name,
        screen,
        before: Before::Practice,
        keys,
        fails: Some(fails),
    }
}

pub(super) const fn own(
    name: &'static str,
    screen: &'static str,
    keys: &'static [&'static str],
) -> Entry {
    Entry {
        name,
        screen,
        before: Before::Own,
        keys,
        fails: None,
    }
}

/// A table of periods for statutory petitions, as a body writes it into its charter.
const STATUTORY: &str = r#"
[[statutory]]
id = "hall"
name = { ko = "교육장 사용 허가", en = "permit to use a hall" }
limit = "14 days"

[[statutory]]
id = "certificate"
name = { ko = "봉사시간 확인서 발급", en = "certificate of hours" }
limit = "3 days"
"#;

pub(super) fn path() -> PathBuf {
    "/home/desk/.local/share/minwon/minwon.db".into()
}

/// Of the cases of the practice desk, 47 waits for its first step, 31 has taken one and 27 two, 25 waits for papers.
pub(super) const ENTRIES: &[Entry] = &[
    practice("queue", "Queue", &["Down", "Down"]),
    practice("queue_by_deadline", "Queue", &["b"]),
    practice("queue_pane", "Queue", &["Down", "Down", " "]),
    practice("queue_marked", "Queue", &["xxx", "o"]),
    practice("queue_number", "Queue", &["#27"]),
    practice("queue_step_due", "Queue", &["#31", "Enter"]),
    practice("queue_none", "Queue", &["v", "End", "Enter"]),
    practice("detail", "Detail", &["#27", "Enter", "Enter"]),
    // The history on a screen of its own: an entry struck out from it, and the receipt as it came.
    practice(
        "history",
        "History",
        &[
            "#14",
            "Enter",
            "Enter",
            "l",
            "Delete",
            "다른 민원의 것을 기록함",
            "F9",
        ],
    ),
    practice(
        "history_whole",
        "History",
        &["#14", "Enter", "Enter", "l", "End", "Enter"],
    ),
    practice("papers", "Papers", &["#13", "Enter", "Enter", "p", "Down"]),
    practice(
        "papers_unprinted",
        "Papers",
        &["#13", "Enter", "Enter", "p", "Enter"],
    ),
    practice("detail_step1_due", "Detail", &["#47", "Enter", "Enter"]),
    practice("detail_step2_due", "Detail", &["#31", "Enter", "Enter"]),
    practice(
        "detail_explained",
        "Detail",
        &["#25", "Enter", "Enter", "x"],
    ),
    practice("detail_timeline", "Detail", &["#27", "Enter", "Enter", "t"]),
    practice("menu", "Menu", &["#14", "Enter", "F9"]),
    practice("act_step1", "Act", &["#47", "Enter", "1", "Enter"]),
    practice("act_step2", "Act", &["#31", "Enter", "2", "Enter"]),
    practice("act_step3", "Act", &["#27", "Enter", "3", "Enter"]),
    practice("act_step_too_early", "Act", &["#14", "Enter", "3", "Enter"]),
    practice(
        "act_see_also",
        "Act",
        &["#8", "Enter", "F9", "link", "Enter", "^r", "^k"],
    ),
    practice(
        "act_filled",
        "Act",
        &[
            "#47",
            "Enter",
            "1",
            "Enter",
            "Tab",
            "Tab",
            "사실 확인 후 전화드리기",
            "^a",
        ],
    ),
    practice("intake", "Intake", &["F2"]),
    practice("intake_faults", "Intake", &["F2", "홍길동", "F9"]),
    practice("search", "Search", &["F3"]),
    practice("search_found", "Search", &["F3", "교육"]),
    practice("search_none", "Search", &["F3", "없는말"]),
    practice("search_offers", "Search", &["F3", "접수:"]),
    practice("palette", "Palette", &[":"]),
    practice("palette_typed", "Palette", &[":", "ㅈ"]),
    practice("help", "Help", &["F1"]),
    practice("help_searched", "Help", &["F1", "ㅈㅅ"]),
    practice("views", "Views", &["v"]),
    practice("outlook", "Outlook", &["w", "Down"]),
    practice(
        "many",
        "Many",
        &["xxx", "F9", "note", "Enter", "함께 확인함", "F9"],
    ),
    practice("charter", "Charter", &["F8"]),
    practice("charter_next", "Charter", &["F8", "Right"]),
    practice("holidays", "Holiday", &["F7"]),
    practice("holidays_form", "Holiday", &["F7", "Insert", "2026", "F9"]),
    practice("duties", "Duty", &["F5"]),
    practice("duties_one", "Duty", &["F5", "Enter"]),
    practice("duties_done", "Duty", &["F5", "Enter", "Enter"]),
    practice("duties_plan", "Duty", &["F5", "Insert", "2026-12-24"]),
    practice("handover", "Handover", &["H"]),
    practice(
        "handover_note",
        "Handover",
        &["H", "Insert", "내일 오전에 다시 전화"],
    ),
    practice("notices", "Notices", &["F6", "Down"]),
    practice("notices_told", "Notices", &["F6", "i"]),
    practice("notices_many", "Notices", &["F6", "xxx", "i"]),
    practice("contacts", "Contacts", &["F4"]),
    practice("contacts_absent", "Contacts", &["F4", "a"]),
    practice("contacts_to_case", "Contacts", &["F4", "n"]),
    Entry {
        name: "first_run",
        screen: "FirstRun",
        before: Before::Nothing,
        keys: &["Down"],
        fails: None,
    },
];

/// The charter of a body that wrote a table of statutory matters into it and switched steps of its own on.
pub(super) fn own_charter() -> String {
    let text = format!("{}{STATUTORY}", builtin_text("kpf").unwrap());
    let charter = parse(&text).unwrap();
    with_ladder(&charter, &text, "민원 처리 규정")
}

/// Every state that there is a picture of.
pub(super) fn every() -> impl Iterator<Item = &'static Entry> {
    ENTRIES.iter().chain(MORE)
}
