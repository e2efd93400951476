//! Every action of `record`, carried out once.

use super::super::{Answer, Home, complaint};
use serde_json::json;

#[test]
fn every_action_of_record_makes_its_fact() {
    let home = Home::practising();
    take_in_all(&home);
    for (number, fact, action) in ACTIONS {
        if action.starts_with("close") || action.starts_with("step3") {
            let waiting = home.json(&["notices", "--status", "waiting"]);
            for row in waiting["rows"].as_array().unwrap() {
                if ["2026-000001", "2026-000002"].contains(&row["number"].as_str().unwrap()) {
                    home.tell(row["id"].as_str().unwrap());
                }
            }
        }
        let mut arguments = vec!["record", *number];
        arguments.extend(action.split(' '));
        refuses_long_texts(&home, &arguments);
        let shown = home.json(&arguments);
        let last = shown["facts"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(last["kind"], *fact, "{action}");
    }
    close_as_repeat(&home);
    let help = home.run(&["record", "--help"]).done().out;
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    for name in listed
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
    {
        let begins = |action: &&str| action.split(' ').next() == Some(name);
        assert!(
            // Promises of visits and calls have tests of their own.
            [KEEP, "callback"].contains(&name)
                || ACTIONS.iter().any(|(_, _, action)| begins(action)),
            "{name} was not carried out"
        );
    }
    home.desk(&["verify"]).done();
    texts_stand_apart(&home);
    let ahead = home.desk(&["record", "2026-2", "appoint", "--purpose", "확인"]);
    ahead.gave_up(1, &["time of the visit: nothing was given"]);
    // A visit can be kept only once its time has come.
    home.desk(&["record", "2026-1", KEEP])
        .gave_up(1, &["The visit is still to come"]);
    let kept = home.desk_at("2026-11-27 15:00", &["record", "2026-1", KEEP, "--json"]);
    let shown = kept.done().json();
    let facts = shown["facts"].as_array().unwrap();
    assert_eq!(facts.last().unwrap()["kind"], "appointment_kept");
    let made = facts.iter().find(|fact| fact["kind"] == "appointment_made");
    assert_eq!(made.unwrap()["visit_at"], "2026-11-26T14:00:00+09:00");
    // It was reopened and is still being handled.
    assert_eq!(shown["priority"], true);
    // A complaint is handled first from its receipt on.
    let fresh = home.complaint("여덟");
    assert_eq!(home.json(&["show", &fresh])["priority"], true);
}

/// Takes in the cases that the actions are carried out on, in the order of their numbers.
fn take_in_all(home: &Home) {
    let mut arrived = complaint("아직 접수 전");
    arrived.extend(["--arrived", "2026-11-23 13:00"]);
    home.officer();
    for title in ["하나", "둘", "셋", "넷", "다섯"] {
        home.complaint(&format!("교육장 냉방 {title}"));
    }
    let mut lacking = complaint("보완이 오지 않음");
    lacking.extend(["--received", "2026-11-16 10:00"]);
    home.desk(&lacking).done();
    home.desk(&arrived).done();
    let mut overdue = complaint("기한이 지남");
    overdue.extend(["--received", "2026-11-02 10:00"]);
    home.desk(&overdue).done();
    for (people, how) in [("3", "--oral"), ("4", "--needs-review")] {
        let mut joint = complaint("함께 낸 민원");
        joint.extend(["--people", people, how, "--received", "2026-11-16 10:00"]);
        home.json(&joint);
    }
    let mut joint = complaint("여럿이 낸 것");
    joint.extend(["--people", "5", "--representative", "김대표"]);
    home.desk(&joint).done();
}

/// The same once more, received after two results were told, is closed as repeated; before that it is not.
fn close_as_repeat(home: &Home) {
    let link = ["record", "2026-3", "link", "--earlier", "2026-000002"];
    home.desk(&link).done();
    home.desk(&["record", "2026-3", "close", "--as-repeat"])
        .gave_up(1, &["There are 3 and 0"]);
    let later = "2026-11-24 10:00";
    let again = complaint("교육장 냉방 또");
    let number = home.desk_at(later, &again).done().out;
    let record = ["record", number.trim()];
    let link = [&record[..], &["link", "--earlier", "2026-000002"]].concat();
    home.desk_at(later, &link).done();
    let close = [
        "close",
        "--as-repeat",
        "--text",
        "새로운 사실 없음",
        "--json",
    ];
    let closed = home.desk_at(later, &[&record[..], &close].concat());
    let shown = closed.done().json();
    let last = shown["facts"].as_array().unwrap().last().unwrap();
    assert_eq!(last["kind"], "closed");
    assert_eq!(last["as_repeat"], true);
}

/// Flags that take a text of the clerk's own.
const TEXTS: [&str; 7] = [
    "--text",
    "--purpose",
    "--ground",
    "--remedy",
    "--instruction",
    "--result",
    "--apology",
];

/// Refuses each text of an action that is longer than a fact may hold: it is checked, whatever the action.
fn refuses_long_texts(home: &Home, arguments: &[&str]) {
    let long = "가".repeat(20_001);
    for (at, _) in arguments
        .iter()
        .enumerate()
        .filter(|(_, one)| TEXTS.contains(one))
    {
        let mut longer = arguments.to_vec();
        longer[at + 1] = &long;
        home.desk(&longer).gave_up(1, &[]);
    }
}

/// Holds that every text of a fact stands apart from it, where it can be erased, and the fact has its digest.
fn texts_stand_apart(home: &Home) {
    let file = rusqlite::Connection::open(home.db()).unwrap();
    let mut facts = file.prepare("SELECT content FROM fact").unwrap();
    let facts = facts.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let mut texts = 0;
    for fact in facts.map(Result::unwrap) {
        for text in fact.split("\"~\":\"").skip(1) {
            let digest = text.split('"').next().unwrap();
            assert!(
                digest.len() == 32 && digest.bytes().all(|c| c.is_ascii_hexdigit()),
                "{fact}"
            );
            texts += 1;
        }
    }
    assert!(texts > ACTIONS.len() / 2, "{texts}");
}

/// The action that needs a later clock than the others.
const KEEP: &str = "keep-appointment";

/// The case, the kind of the fact, the action with its fields.
const ACTIONS: &[(&str, &str, &str)] = &[
    ("2026-7", "accepted", "accept"),
    (
        "2026-1",
        "assigned",
        "assign --department 고객지원팀 --officer park",
    ),
    ("2026-1", "acknowledged", "acknowledge"),
    ("2026-1", "noted", "note --text 현장확인 --action"),
    ("2026-1", "contacted", "contact --how phone --text 통화"),
    (
        "2026-1",
        "consulted",
        "consult --department 경영지원팀 --text 점검",
    ),
    (
        "2026-1",
        "consultation_answered",
        "consulted --department 경영지원팀 --text 끝",
    ),
    (
        "2026-1",
        "extension_needed",
        "need-extension --reason fact-finding --text 부품",
    ),
    (
        "2026-1",
        "extended",
        "extend --reason cooperation --days 3 --text 부품",
    ),
    (
        "2026-1",
        "extended",
        "extend --reason similar --days 2 --text 또 --consent",
    ),
    ("2026-1", "interim_replied", "interim --text 진행중"),
    (
        "2026-1",
        "supplement_requested",
        "supplement --text 사진 --until 2026-11-30",
    ),
    (
        "2026-1",
        "supplement_extended",
        "extend-supplement --text 출장 --until 2026-12-07",
    ),
    ("2026-1", "supplement_arrived", "supplement-arrived"),
    (
        "2026-1",
        "suspended",
        "suspend --reason hearing --text 의견",
    ),
    ("2026-1", "resumed", "resume"),
    ("2026-1", "review_needed", "needs-review"),
    ("2026-1", "apologised", "apologise --text 죄송합니다"),
    (
        "2026-1",
        "misconduct_reported",
        "report-misconduct --detail error --text 착오",
    ),
    ("2026-1", "facts_checked", "check-facts --text 확인"),
    (
        "2026-1",
        "public_apology_made",
        "public-apology --text 사과 --published 2026-11-20",
    ),
    (
        "2026-1",
        "caution_given",
        "caution --department 상담팀 --officer 김 --text 주의",
    ),
    (
        "2026-1",
        "training_given",
        "training --officer 김 --text 응대",
    ),
    ("2026-1", "compensated", "compensate --text 교통비"),
    ("2026-1", "improvement_noted", "improvable --text 안내판"),
    (
        "2026-1",
        "appointment_made",
        "appoint --at 2026-11-26T14:00 --purpose 확인",
    ),
    (
        "2026-1",
        "appointment_moved",
        "move-appointment --at 2026-11-27T14:00",
    ),
    ("2026-1", "visit_announced", "announce-visit --text 금요일"),
    (
        "2026-8",
        "correction_demanded",
        "demand-correction --text 빨리",
    ),
    ("2026-8", "reminded", "remind --text 답변바람"),
    ("2026-8", "overdue_confirmed", "confirm-overdue"),
    (
        "2026-8",
        "delay_explained",
        "explain-delay --text 사유 --until 2026-11-30",
    ),
    (
        "2026-8",
        "appointment_made",
        "book --at 2026-11-28T14:00 --officer 김 --purpose 상담",
    ),
    (
        "2026-8",
        "appointment_cancelled",
        "cancel-appointment --text 사정",
    ),
    ("2026-8", "checklist_ticked", "tick --items all"),
    ("2026-8", "revoked", "revoke --fact 5 --reason 착오"),
    ("2026-1", "apologised", "apologise --text 거듭"),
    (
        "2026-1",
        "answered",
        "reply --outcome partly --text 일부 --ground 예산",
    ),
    ("2026-1", "objected", "object --text 부족"),
    (
        "2026-1",
        "refused",
        "refuse --ground 규정 --remedy 이의신청",
    ),
    ("2026-1", "closed", "close"),
    ("2026-1", "reopened", "reopen --cause review --text 다시"),
    ("2026-1", "corrected", "correct --fact 2 --text 시설팀"),
    (
        "2026-2",
        "amended",
        "amend --by slip --people 2 --reason 오타",
    ),
    ("2026-2", "linked", "link --earlier 2026-000001"),
    (
        "2026-2",
        "step_recorded",
        "step1 --department 고객지원팀 --officer park --instruction 점검",
    ),
    (
        "2026-2",
        "step_recorded",
        "step2 --result 고침 --apology 죄송",
    ),
    ("2026-2", "answered", "reply --outcome accepted --text 고침"),
    (
        "2026-2",
        "step_recorded",
        "step3 --reason 미이행 --department 고객지원팀 --officer park",
    ),
    ("2026-4", "withdrawn", "withdraw"),
    (
        "2026-5",
        "misdirected",
        "misdirected --whose agency --text 안동시",
    ),
    (
        "2026-5",
        "transferred",
        "transfer --agency 안동시 --text 소관",
    ),
    (
        "2026-6",
        "supplement_requested",
        "supplement --text 사진 --until 2026-11-20 --at 2026-11-16T14:00 --late-reason 외근",
    ),
    ("2026-6", "returned", "return --text 미보완"),
    ("2026-9", "written_down", "write-down --text 서명받은글"),
    (
        "2026-9",
        "representatives_asked",
        "ask-representatives --text 대표자를정해주십시오 --until 2026-11-30",
    ),
    (
        "2026-9",
        "representatives_named",
        "representatives --representative 박가상,이가상",
    ),
    (
        "2026-10",
        "representatives_asked",
        "ask-representatives --text 대표자를정해주십시오 --until 2026-11-20 --at 2026-11-16T14:00 --late-reason 외근",
    ),
    (
        "2026-10",
        "representatives_named",
        "designate --representative 박가상",
    ),
    ("2026-4", "reopened", "reopen --cause mistake --text 착오"),
    ("2026-7", "merged", "merge --into 2026-000011"),
];

#[test]
fn only_a_supervisor_records_the_third_step() {
    let home = Home::practising();
    for login in ["kim", "lee"] {
        let role = if login == "kim" {
            "clerk"
        } else {
            "supervisor"
        };
        home.desk(&["staff", "add", login, "--name", "가상", "--role", role])
            .done();
    }
    home.officer();
    home.complaint("교육장 냉방");
    home.complaint("교육장 냉방 또");
    for action in [
        "link --earlier 2026-1",
        "step1 --department 고객지원팀 --officer park --instruction 점검",
        "step2 --result 고침 --apology 죄송",
        "reply --outcome accepted --text 고침",
    ] {
        let mut arguments = vec!["record", "2026-2"];
        arguments.extend(action.split(' '));
        home.desk(&arguments).done();
    }
    let third = |login: &str| -> Answer {
        let action = [
            "record",
            "2026-2",
            "step3",
            "--reason",
            "미이행",
            "--department",
            "고객지원팀",
        ];
        home.desk(&[&action[..], &["--officer", "park", "--as", login]].concat())
    };
    home.tell("2026-2/4/apology/1");
    home.tell("2026-2/4/measures/1");
    third("kim").gave_up(1, &["supervisor"]);
    third("lee").done();
}

/// Every notice names the person in charge with a telephone number, or it is not sent (`jndc.named`, `kpf.reply.named`, `wonju.named`).
#[test]
fn a_notice_without_the_officers_number_is_refused_until_the_number_is_given() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    let staff = ["staff", "add", "lee", "--name", "이담당"];
    home.desk(&staff).done();
    let reply = [
        "record",
        "2026-1",
        "reply",
        "--outcome",
        "accepted",
        "--text",
        "조치",
        "--as",
        "lee",
    ];
    let refused = home.desk(&reply);
    refused.gave_up(1, &["staff change lee --phone"]);
    let number = [
        "staff",
        "change",
        "lee",
        "--phone",
        "054-000-1370",
        "--as",
        "lee",
    ];
    home.desk(&number).done();
    home.desk(&reply).done();
    let shown = home.desk(&["show", "2026-1", "--json"]).done().json();
    let notices = shown["notices"].as_array().unwrap();
    let last = notices.last().unwrap();
    assert_eq!(
        (&last["kind"], &last["officer"], &last["phone"]),
        (&json!("result"), &json!("이담당"), &json!("054-000-1370"))
    );
}
