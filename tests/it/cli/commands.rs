//! Every command is carried out once, for programs and for people.

use super::{Answer, DUTIES, Home, complaint, files, has_keys, text};
use serde_json::json;
use std::process::Stdio;

#[test]
fn a_database_is_made_where_the_system_keeps_data_readable_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::empty();
    let founded = home.run(&["init", "--charter", "gbvc", "--json"]).done();
    let founded = founded.json();
    has_keys(&founded, &["path", "charter", "practice", "admin"]);
    let path = home.path("data/minwon/desk.db");
    assert_eq!(founded["path"], text(&path));
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    home.run(&["queue"]).done();
    home.run(&["init", "--charter", "kpf"])
        .gave_up(4, &["exists"]);
}

#[test]
fn every_action_of_record_makes_its_fact() {
    let home = Home::practising();
    let mut arrived = complaint("아직 접수 전");
    arrived.extend(["--arrived", "2026-11-23 13:00"]);
    for title in ["하나", "둘", "셋", "넷", "다섯", "여섯"] {
        home.complaint(title);
    }
    home.desk(&arrived).done();
    let mut overdue = complaint("기한이 지남");
    overdue.extend(["--received", "2026-11-02 10:00"]);
    home.desk(&overdue).done();
    for (number, fact, action) in ACTIONS {
        let mut arguments = vec!["record", *number];
        arguments.extend(action.split(' '));
        let shown = home.json(&arguments);
        let last = shown["facts"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(last["kind"], *fact, "{action}");
    }
    let help = home.run(&["record", "--help"]).done().out;
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    for name in listed
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
    {
        let begins = |action: &&str| action.split(' ').next() == Some(name);
        assert!(
            // What is owed by a visit or a call is proved with those.
            [KEEP, "callback"].contains(&name)
                || ACTIONS.iter().any(|(_, _, action)| begins(action)),
            "{name} was not carried out"
        );
    }
    home.desk(&["verify"]).done();
    let ahead = home.desk(&["record", "2026-2", "appoint", "--purpose", "확인"]);
    ahead.gave_up(1, &["time of the visit: nothing was given"]);
    // A visit is kept once its time has come.
    home.desk(&["record", "2026-1", KEEP])
        .gave_up(1, &["The visit lies ahead"]);
    let kept = home.desk_at("2026-11-27 15:00", &["record", "2026-1", KEEP, "--json"]);
    let shown = kept.done().json();
    let facts = shown["facts"].as_array().unwrap();
    assert_eq!(facts.last().unwrap()["kind"], "appointment_kept");
    let made = facts.iter().find(|fact| fact["kind"] == "appointment_made");
    assert_eq!(made.unwrap()["visit_at"], "2026-11-26T14:00:00+09:00");
    // It was taken up again and is still being handled.
    assert_eq!(shown["priority"], true);
    let report = "record 2026-2 report-misconduct --detail error --text 착오";
    let arguments: Vec<&str> = report.split(' ').collect();
    assert_eq!(home.json(&arguments)["priority"], true);
}

/// The action that needs a later clock than the others.
const KEEP: &str = "keep-appointment";

/// The case, the kind of the fact, the action with its fields.
const ACTIONS: &[(&str, &str, &str)] = &[
    ("2026-7", "accepted", "accept"),
    (
        "2026-1",
        "assigned",
        "assign --department 상담팀 --officer 김가상",
    ),
    ("2026-1", "acknowledged", "acknowledge"),
    ("2026-1", "noted", "note --text 현장확인 --action"),
    ("2026-1", "contacted", "contact --how phone --text 통화"),
    (
        "2026-1",
        "consulted",
        "consult --department 시설팀 --text 점검",
    ),
    (
        "2026-1",
        "consultation_answered",
        "consulted --department 시설팀 --text 끝",
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
    ("2026-1", "apologised", "apologise --text 거듭"),
    ("2026-1", "answered", "reply --outcome partly --text 일부"),
    ("2026-1", "objected", "object --text 부족"),
    (
        "2026-1",
        "refused",
        "refuse --ground 규정 --remedy 이의신청",
    ),
    ("2026-1", "closed", "close"),
    ("2026-1", "reopened", "reopen --text 다시"),
    ("2026-1", "corrected", "correct --fact 2 --text 시설팀"),
    ("2026-2", "linked", "link --earlier 2026-000001"),
    (
        "2026-2",
        "step_recorded",
        "step1 --department 상담팀 --officer 김 --instruction 점검",
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
        "step3 --reason 미이행 --department 상담팀 --officer 김",
    ),
    ("2026-3", "linked", "link --earlier 2026-000002"),
    ("2026-3", "closed", "close --as-repeat"),
    ("2026-4", "withdrawn", "withdraw"),
    (
        "2026-5",
        "transferred",
        "transfer --agency 안동시 --text 소관",
    ),
    (
        "2026-6",
        "supplement_requested",
        "supplement --text 사진 --until 2026-11-30",
    ),
    ("2026-6", "returned", "return --text 미보완"),
    ("2026-7", "merged", "merge --into 2026-000002"),
];

#[test]
fn people_read_sentences_and_tables() {
    let home = Home::practising();
    assert_eq!(home.complaint("교육장 냉방"), "2026-000001");
    let korean = |arguments: &[&str]| -> String {
        let mut arguments = arguments.to_vec();
        arguments.extend(["--lang", "ko"]);
        home.desk(&arguments).done().out
    };
    assert!(korean(&["queue"]).contains("D-8 (근무 6일)    2026-12-01 24:00  2026-000001   전화"));
    let recorded = korean(&["record", "2026-1", "acknowledge"]);
    assert!(
        recorded.starts_with(
            "2026-000001: 확인(이력 2번)을 기록했습니다.\n다음 기한: 2026-12-01 24:00"
        )
    );
    let shown = korean(&["show", "2026-1"]);
    for part in [
        "2026-000001  교육장 냉방",
        "고충민원 처리 (법정)",
        "홍*동 · 010-****-5678",
        "접수 통지",
        "발송 대기",
    ] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    let english = home.desk(&["queue"]).done().out;
    assert!(english.contains("D-8 (6 working days)"), "{english}");
    let none = home.desk(&["search", "없는말"]).done().out;
    assert_eq!(none, "There are no such cases.\n");
}

#[test]
fn cases_are_found_by_words_initials_and_number() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    home.complaint("주차장 안내");
    for (words, found) in [
        (&["냉방"][..], json!("2026-000001")),
        (&["ㅈㅊ"], json!("2026-000002")),
        (&["주차장", "안내"], json!("2026-000002")),
        (&["2026-1"], json!("2026-000001")),
    ] {
        let mut arguments = vec!["search"];
        arguments.extend(words);
        let page = home.json(&arguments);
        has_keys(&page, &["rows", "next"]);
        assert_eq!(page["rows"][0]["number"], found, "{words:?}");
        // A number cut short may stand in a text as well; its case comes first.
        let cases = page["rows"].as_array().unwrap().iter();
        let cases = cases.filter(|row| row["subject"] == "case");
        assert_eq!(cases.count(), 1, "{words:?}");
    }
    assert_eq!(
        home.json(&["search", "교육장", "주차장"])["rows"],
        json!([])
    );
}

#[test]
fn staff_come_and_go() {
    let home = Home::practising();
    let add = [
        "staff",
        "add",
        "kim",
        "--name",
        "김가상",
        "--department",
        "상담팀",
        "--role",
        "supervisor",
    ];
    home.desk(&add).done();
    let staff = home.json(&["staff", "list"]);
    let kim = staff
        .as_array()
        .unwrap()
        .iter()
        .find(|member| member["login"] == "kim")
        .unwrap();
    has_keys(
        kim,
        &[
            "login",
            "name",
            "department",
            "phone",
            "mobile",
            "deputy",
            "role",
            "retired_at",
        ],
    );
    assert_eq!(
        (&kim["role"], &kim["retired_at"]),
        (&json!("supervisor"), &json!(null))
    );
    home.desk(&add)
        .gave_up(1, &["'kim' is on the staff already"]);
    home.desk(&["staff", "retire", "kim", "--as", "kim"])
        .gave_up(1, &["administrator"]);
    home.desk(&["staff", "retire", "kim"]).done();
    for again in [&["queue", "--as", "kim"][..], &["staff", "retire", "kim"]] {
        home.desk(again).gave_up(1, &["'kim' has retired"]);
    }
    for (login, phone, words) in [
        ("kim gs", "054-000-1365", &["login", "kim.gs"][..]),
        ("", "054-000-1365", &["login"]),
        ("lee", "공오사", &["phone", "010-1234-5678"]),
    ] {
        home.desk(&["staff", "add", login, "--name", "이가상", "--phone", phone])
            .gave_up(1, words);
    }
    home.desk(&["staff", "retire", "nobody"])
        .gave_up(1, &["not on the staff"]);
    home.desk(&["staff", "add", "lee", "--name", "이가상", "--role", "boss"])
        .gave_up(2, &["clerk, supervisor, auditor, admin"]);
}

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
    home.complaint("하나");
    home.complaint("둘");
    for action in [
        "link --earlier 2026-1",
        "step1 --department 팀 --officer 김 --instruction 점검",
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
            "팀",
        ];
        home.desk(&[&action[..], &["--officer", "김", "--as", login]].concat())
    };
    third("kim").gave_up(1, &["supervisor"]);
    third("lee").done();
}

#[test]
fn what_was_proved_is_counted_and_what_is_wrong_is_told() {
    let home = Home::practising();
    home.complaint("하나");
    home.desk(&["record", "2026-1", "acknowledge"]).done();
    let proved = home.json(&["verify"]);
    assert_eq!(
        proved,
        json!({"ok": true, "subjects": 1 + DUTIES, "facts": 2 + DUTIES, "problems": []})
    );
    let connection = rusqlite::Connection::open(home.db()).unwrap();
    let sql = "UPDATE subject SET title = 'altered' WHERE what = 'case'";
    assert_eq!(connection.execute(sql, []).unwrap(), 1);
    drop(connection);
    let altered = home.desk(&["verify", "--json"]);
    assert_eq!(altered.code, 4);
    let altered = altered.json();
    assert_eq!(altered["ok"], false);
    assert_eq!(altered["problems"].as_array().unwrap().len(), 1);
    assert_eq!(home.desk(&["verify"]).code, 4);
}

#[test]
fn a_practice_database_is_made_anew_and_only_where_nothing_stands() {
    let home = Home::empty();
    let first = home.run(&["demo", "--print-path"]).done().out;
    let second = home.run(&["demo", "--print-path", "--json"]).done().json();
    has_keys(&second, &["path"]);
    assert_ne!(first.trim(), second["path"].as_str().unwrap());
    home.run(&["queue", "--db", first.trim(), "--now", super::NOW])
        .done();
    let here = text(home.path("here.db"));
    let made = home.run(&["demo", "--print-path", "--db", &here]).done();
    assert_eq!(made.out.trim(), here);
    let before = std::fs::read(&here).unwrap();
    home.run(&["demo", "--print-path", "--db", &here])
        .gave_up(4, &["exists"]);
    assert_eq!(std::fs::read(&here).unwrap(), before);
}

#[test]
fn generated_cases_are_the_same_for_the_same_seed() {
    let home = Home::empty();
    let queue = |name: &str, seed: &str| {
        let path = text(home.path(name));
        let generate = [
            "demo",
            "--cases",
            "40",
            "--print-path",
            "--db",
            &path,
            "--seed",
        ];
        home.run(&[&generate[..], &[seed]].concat()).done();
        let ask = ["queue", "--status", "all", "--subject", "case"];
        let ask = [&ask[..], &["--json", "--db", &path]].concat();
        let page = home.run(&[&ask[..], &["--now", "2026-11-23 10:00"]].concat());
        page.done().json()
    };
    let first = queue("a.db", "7");
    assert_eq!(first["rows"].as_array().unwrap().len(), 40);
    assert_eq!(first, queue("b.db", "7"));
    assert_ne!(first, queue("c.db", "8"));
}

#[test]
fn completions_and_manual_pages_are_printed() {
    let home = Home::empty();
    for shell in ["bash", "zsh", "fish"] {
        let script = home.run(&["completions", shell]).done().out;
        assert!(script.contains("minwon"), "{shell}");
    }
    for (lang, said) in [
        ("ko", "민원을 접수하고 접수번호를 보여 줍니다"),
        ("en", "Take a matter in"),
    ] {
        let script = home.run(&["--lang", lang, "completions", "zsh"]).done().out;
        assert!(script.contains(said), "{lang}");
    }
    assert!(home.run(&["man"]).done().out.contains(".TH minwon"));
    home.run(&["man", "nothing"]).gave_up(2, &["queue"]);
    assert!(home.run(&["--version"]).done().out.starts_with("minwon "));
    let help = home
        .run(&["record", "2026-1", "extend", "--help"])
        .done()
        .out;
    assert!(help.contains("cooperation, fact-finding"), "{help}");
    assert!(files(home.folder.path()).is_empty());
}

#[test]
fn without_a_terminal_the_terminal_program_says_so() {
    Home::practising()
        .desk(&[])
        .gave_up(2, &["needs a terminal"]);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let home = Home::practising();
    home.complaint("하나");
    for arguments in [&["queue", "--json"][..], &["completions", "bash"]] {
        let mut command = home.command();
        command.args(arguments).arg("--db").arg(home.db());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let answer = Answer::of(command.stdout(writer).output().unwrap());
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{arguments:?}");
    }
}

/// Every notice names the person in charge with a number, or it is not sent (`jndc.named`, `kpf.reply.named`, `wonju.named`).
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

#[test]
fn staff_have_a_mobile_number_and_a_deputy_who_works_here() {
    let home = Home::practising();
    let add = |login: &str, more: &[&str]| {
        let mut arguments = vec!["staff", "add", login, "--name", login, "--json"];
        arguments.extend(more);
        home.desk(&arguments)
    };
    add("lee", &["--mobile", "010-0000-0001"]).done();
    let listed = add("park", &["--deputy", "lee"]).done().json();
    let park = listed
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["login"] == "park");
    assert_eq!(park.unwrap()["deputy"], json!("lee"));
    add("choi", &["--deputy", "nobody"]).gave_up(1, &["nobody", "lee"]);
    home.desk(&["staff", "change", "park", "--deputy", "park"])
        .gave_up(1, &["park"]);
    // Oneself, but not another, and no role.
    home.desk(&[
        "staff",
        "change",
        "lee",
        "--mobile",
        "010-0000-0002",
        "--as",
        "lee",
    ])
    .done();
    for arguments in [
        &[
            "staff", "change", "park", "--phone", "1234567", "--as", "lee",
        ],
        &["staff", "change", "lee", "--role", "admin", "--as", "lee"],
    ] {
        home.desk(arguments).gave_up(1, &["administrator"]);
    }
}
