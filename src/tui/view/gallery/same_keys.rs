//! States whose keys are those of another one.

use super::entries::{Before, Entry, failing, own, path, practice};
use crate::{
    domain::{
        refusal::Refusal,
        rights::{Forbidden, Operation},
        staff::Role,
    },
    store::StoreError,
};

/// States in which the keys are those of another one: what is on the screen is all that is new.
pub(super) const MORE: &[Entry] = &[
    practice("queue_view", "Queue", &["v", "Down", "Down", "Enter"]),
    practice("queue_contact", "Queue", &["#", "Esc", "o", "End", " "]),
    practice(
        "queue_duty",
        "Queue",
        &[
            "End", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Up", " ",
        ],
    ),
    failing("queue_locked", "Queue", &[], || {
        StoreError::Busy { path: path() }.into()
    }),
    failing("queue_full_disk", "Queue", &[], || {
        StoreError::Full { path: path() }.into()
    }),
    failing("queue_newer", "Queue", &[], || {
        let (found, known) = (9, 1);
        StoreError::Newer {
            path: path(),
            found,
            known,
        }
        .into()
    }),
    failing("queue_clock_back", "Queue", &[], || {
        let last = "2026-11-23T15:00:00+09:00".parse().unwrap_or_default();
        Refusal::ClockBack { last }.into()
    }),
    practice(
        "detail_on",
        "Detail",
        &["#27", "Enter", "Enter", "PageDown"],
    ),
    practice("detail_end", "Detail", &["#27", "Enter", "Enter", "End"]),
    practice(
        "detail_revoked",
        "Detail",
        &[
            "#14",
            "Enter",
            "Enter",
            "Delete",
            "Tab",
            "다른 민원의 것을 기록함",
            "F9",
            "PageDown",
            "Down",
            "Down",
            "Down",
        ],
    ),
    // What happened on Wednesday is recorded on Monday.
    practice(
        "act_late",
        "Act",
        &[
            "#14",
            "Enter",
            "F9",
            "note",
            "Enter",
            "현장 확인",
            "Tab",
            "11-18 17:00",
        ],
    ),
    practice(
        "detail_late",
        "Detail",
        &[
            "#14",
            "Enter",
            "F9",
            "note",
            "Enter",
            "현장 확인",
            "Tab",
            "11-18 17:00",
            "Tab",
            "외근",
            "F9",
            "PageDown",
        ],
    ),
    practice("detail_ended", "Detail", &["#2", "Enter", "Enter", "t"]),
    practice("detail_paused", "Detail", &["#25", "Enter", "Enter", "t"]),
    practice("act_faults", "Act", &["#47", "Enter", "1", "Enter", "F9"]),
    // What denies something asks for its reason.
    practice(
        "act_denied",
        "Act",
        &[
            "#14", "Enter", "F9", "reply", "Enter", "Right", "Right", "Tab", "Tab",
        ],
    ),
    // The list of departments narrows as one types.
    practice(
        "act_names",
        "Act",
        &["#14", "Enter", "F9", "consult", "Enter", "지원", "Down"],
    ),
    practice(
        "act_investigated",
        "Act",
        &["#31", "Enter", "F9", "assign", "Enter", "^a", "경영지원팀"],
    ),
    practice("act_many", "Act", &["xxx", "F9", "note", "Enter"]),
    practice(
        "intake_filled",
        "Intake",
        &[
            "F2",
            "Right",
            "Tab",
            "Tab",
            "Tab",
            "주차장이 어둡습니다",
            "Tab",
            "어제 저녁부터 불이 하나도 없습니다.",
            "Tab",
            "이풍룡",
            "Tab",
            "010-0000-1103",
        ],
    ),
    practice(
        "intake_proxy",
        "Intake",
        &[
            "F2",
            "Tab",
            "Tab",
            "Tab",
            "주차장이 어둡습니다",
            "Tab",
            "Tab",
            "이풍룡",
            "Tab",
            "Tab",
            "Tab",
            "Tab",
            "Right",
            "Tab",
            " ",
            "Tab",
            "김대리",
            "Tab",
            "Tab",
            "Tab",
            "Tab",
            "5",
        ],
    ),
    practice("intake_categories", "Intake", &["F2", "Tab", "Right"]),
    own("charter_statutory", "Charter", &["F8", "Right", "End"]),
    own("charter_ladder", "Charter", &["F8", "End"]),
    own(
        "detail_ladder",
        "Detail",
        &["F2", "Tab", "Tab", "Tab", "주차장이 어둡습니다", "F9"],
    ),
    own(
        "intake_statutory",
        "Intake",
        &[
            "F2",
            "Tab",
            "Tab",
            "7",
            "Tab",
            "교육장",
            "Tab",
            "Right",
            "Tab",
            "Tab",
            "Tab",
            "이풍룡",
        ],
    ),
    practice("outlook_own", "Outlook", &["w", "m"]),
    practice("charter_hours", "Charter", &["F8", "Right", "Right"]),
    practice(
        "charter_scripts",
        "Charter",
        &["F8", "Right", "Right", "Right"],
    ),
    practice("charter_versions", "Charter", &["F8", "Left"]),
    failing("holidays_refused", "Holiday", &["F7", "Insert"], || {
        Forbidden {
            operation: Operation::Holidays,
            role: Role::Clerk,
        }
        .into()
    }),
    practice("holidays_remove", "Holiday", &["F7", "End", "Delete"]),
    practice("duties_earlier", "Duty", &["F5", "e"]),
    practice("duties_correct", "Duty", &["F5", "Enter", "c"]),
    practice("duties_refused", "Duty", &["F5", "Enter", "r"]),
    practice(
        "duties_remind",
        "Duty",
        &["F5", "Down", "Down", "Down", "Down", "Enter", "r"],
    ),
    practice(
        "notices_done",
        "Notices",
        &["F6", "Right", "Right", "Right"],
    ),
    practice("notices_none", "Notices", &["F6", "m", "Right", "Right"]),
    practice("notices_failed", "Notices", &["F6", "f"]),
    practice("notices_faults", "Notices", &["F6", "i", "F9"]),
    practice("notices_refused", "Notices", &["F6", "r"]),
    practice("notices_held", "Notices", &["F6", "o"]),
    practice(
        "notices_of_a_case",
        "Notices",
        &["#38", "Enter", "Enter", "i"],
    ),
    practice(
        "detail_amended",
        "Detail",
        &[
            "#4",
            "Enter",
            "F9",
            "amend",
            "Enter",
            "Tab",
            ", 토요일",
            "F9",
        ],
    ),
    practice("detail_told", "Detail", &["#31", "Enter", "Enter", "i"]),
    practice(
        "detail_not_ours",
        "Detail",
        &[
            "#47",
            "Enter",
            "F9",
            "misdirected",
            "Enter",
            "Tab",
            "경영지원팀 소관",
            "F9",
        ],
    ),
    practice(
        "detail_reminded",
        "Detail",
        &["#4", "Enter", "F9", "remind", "Enter", "빨리", "F9", "t"],
    ),
    practice("contacts_items", "Contacts", &["F4", "End", "m"]),
    practice("contacts_whole", "Contacts", &["F4", "Enter"]),
    practice("contacts_call", "Contacts", &["F4", "c"]),
    practice("contacts_later", "Contacts", &["F4", "Down", "Down", "l"]),
    practice("contacts_called_back", "Contacts", &["F4", "b"]),
    practice("contacts_pass_on", "Contacts", &["F4", "t"]),
    practice("contacts_end", "Contacts", &["F4", "x"]),
    practice("contacts_end_for_cause", "Contacts", &["F4", "x", "Right"]),
    practice(
        "contacts_ended_for_cause",
        "Contacts",
        &[
            "F4",
            "x",
            "Right",
            "Tab",
            "14:02",
            "Tab",
            "욕설을 멈추지 않음",
            "F9",
            "Enter",
        ],
    ),
    practice("contacts_question", "Contacts", &["F4", "e"]),
    practice("contacts_refused", "Contacts", &["F4", "d"]),
    Entry {
        name: "first_run_failed",
        screen: "FirstRun",
        before: Before::Nothing,
        keys: &[],
        fails: Some(|| StoreError::ReadOnly { path: path() }.into()),
    },
];
