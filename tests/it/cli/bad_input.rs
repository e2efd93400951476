//! Wrong input is refused with a sentence that says what to do, and changes nothing.

use super::{Answer, Home, NOW, complaint, text};
use serde_json::json;

/// The arguments of a valid complaint with one value replaced or one argument added.
fn with<'a>(flag: &'a str, value: &'a str) -> Vec<&'a str> {
    let mut arguments = complaint("교육장 냉방");
    match arguments.iter().position(|known| *known == flag) {
        Some(at) => arguments[at + 1] = value,
        None => arguments.extend([flag, value]),
    }
    arguments
}

#[test]
fn each_wrong_field_of_an_intake_is_refused_by_its_name() {
    let home = Home::practising();
    let long_title = "가".repeat(201);
    let long_body = "가".repeat(20_001);
    let long_name = "가".repeat(81);
    for (flag, value, words) in [
        ("--title", "", &["title", "nothing was given"][..]),
        ("--title", "  \u{3000} ", &["title", "nothing was given"]),
        ("--title", long_title.as_str(), &["title", "200"]),
        ("--title", "냉방\u{1b}[2J", &["title", "control"]),
        ("--title", "냉방\n난방", &["title", "line break"]),
        ("--title", "\u{200B}\u{3164}", &["title", "invisible"]),
        ("--body", long_body.as_str(), &["body", "20000"]),
        ("--body", "\u{7}", &["body", "control"]),
        ("--name", long_name.as_str(), &["name", "80"]),
        (
            "--category",
            "fishing",
            &["category", "fishing", "complaint, discourtesy"],
        ),
        ("--phone", "공일공-1234", &["phone", "010-1234-5678"]),
        ("--phone", "010-abcd-5678", &["phone", "010-1234-5678"]),
        ("--email", "gil", &["e-mail", "name@example.org"]),
        (
            "--received",
            "2026-11-23 14:01",
            &["receipt time", "future"],
        ),
        ("--arrived", "2027-01-01 00:00", &["arrival", "future"]),
        (
            "--received",
            "1026-11-23 14:00",
            &["receipt time", "before 2000-01-01"],
        ),
        (
            "--arrived",
            "0999-12-31 00:00",
            &["arrival", "before 2000-01-01"],
        ),
    ] {
        home.desk(&with(flag, value)).gave_up(1, words);
    }
    let mut backwards = with("--arrived", "2026-11-23 13:00");
    backwards.extend(["--received", "2026-11-23 12:59"]);
    home.desk(&backwards)
        .gave_up(1, &["receipt time", "before 2026-11-23 13:00"]);
    assert_eq!(home.cases(&["--status", "all"]), json!([]));
    // No number was used up.
    assert_eq!(home.complaint("냉방"), "2026-000001");
}

#[test]
fn all_wrong_fields_are_told_at_once_a_line_each() {
    let home = Home::practising();
    let wrong = [
        "--channel",
        "visit",
        "--category",
        "x",
        "--title",
        "",
        "--phone",
        "전화",
        "--email",
        "x",
    ];
    let refused = home.desk(&[&["intake"][..], &wrong, &["--json", "--lang", "ko"]].concat());
    refused.gave_up(1, &["분류", "제목", "전화번호", "이메일"]);
    assert_eq!(refused.err.lines().count(), 4);
    assert_eq!(refused.out, "");
}

#[test]
fn words_outside_a_closed_set_are_usage_errors_that_list_it() {
    let home = Home::practising();
    for (flag, value, words) in [
        (
            "--channel",
            "pigeon",
            "visit, phone, post, fax, web, email, epeople",
        ),
        (
            "--kind",
            "gossip",
            "grievance, inquiry-law, inquiry-procedure, proposal, other",
        ),
        ("--received", "yesterday", "2026-11-23 14:00"),
        ("--arrived", "2026-02-30 10:00", "2026-11-23 14:00"),
        ("--color", "red", "--color"),
    ] {
        home.desk(&with(flag, value)).gave_up(2, &[words]);
    }
}

#[test]
fn a_wrong_call_is_a_usage_error_that_shows_the_right_form() {
    let home = Home::practising();
    for (arguments, words) in [
        (&["show", "abc"][..], "2026-000001"),
        (&["show", "2026-0"], "2026-000001"),
        (&["queue", "--after", "nowhere"], "'nowhere'"),
        (&["queue", "--limit", "0"], "1..=10000"),
        (&["search", "  "], "nothing to search for"),
        (&["queue", "--limit", "many"], "--limit"),
        (&["holidays", "26"], "2000"),
        (&["holidays", "add", "2026-13-01", "임시"], "2026-11-30"),
        (&["record", "2026-1", "dance"], "dance"),
        (
            &[
                "record", "2026-1", "extend", "--reason", "lazy", "--days", "1", "--text", "a",
            ],
            "force-majeure",
        ),
        (
            &[
                "record",
                "2026-1",
                "supplement",
                "--text",
                "a",
                "--until",
                "언젠가",
            ],
            "2026-11-30",
        ),
        (
            &[
                "due",
                "--count",
                "working_hours",
                "--limit",
                "soon",
                "--from",
                NOW,
            ],
            "7 days",
        ),
        (
            &[
                "due",
                "--count",
                "sometimes",
                "--limit",
                "1 day",
                "--from",
                NOW,
            ],
            "petition_act",
        ),
        (&["due"], "--count"),
        (&["intake"], "--title"),
        (&["nonsense"], "nonsense"),
    ] {
        home.desk(arguments).gave_up(2, &[words]);
    }
    home.desk_at("noon", &["queue"]).gave_up(2, &["'noon'"]);
}

#[test]
fn an_action_that_the_rules_forbid_is_refused_and_leaves_no_fact() {
    let home = Home::practising();
    let number = home.complaint("교육장 냉방");
    home.desk(&["record", &number, "acknowledge"]).done();
    for (action, words) in [
        (
            &["note", "--text", "메모", "--at", "2026-11-23 14:00:01"][..],
            "future",
        ),
        (
            &["note", "--text", "메모", "--at", "2026-11-23 13:59"],
            "2026-11-23 14:00",
        ),
        (&["note", "--text", ""], "nothing was given"),
        (&["note", "--text", "a\u{1b}b"], "control"),
        (
            &["assign", "--department", "", "--officer", "김"],
            "department",
        ),
        (&["close"], "without a result"),
        (
            &["reopen", "--cause", "review", "--text", "다시"],
            "Not possible at the stage 'received'",
        ),
        (
            &["step2", "--result", "a", "--apology", "b"],
            "Step 2 needs the earlier case",
        ),
        (&["link", "--earlier", "2026-000077"], "no case 2026-000077"),
        (&["merge", "--into", "2026-000001"], "itself"),
        (
            &[
                "extend", "--reason", "similar", "--days", "8", "--text", "a",
            ],
            "7 days",
        ),
        (
            &[
                "extend", "--reason", "similar", "--days", "0", "--text", "a",
            ],
            "days",
        ),
        (&["resume"], "not stopped"),
        (&["correct", "--fact", "9", "--text", "a"], "no fact 9"),
        (
            &["supplement", "--text", "a", "--until", "2026-11-22"],
            "until",
        ),
    ] {
        let refused = home.desk(&[&["record", &number][..], action].concat());
        refused.gave_up(1, &[words]);
    }
    assert_eq!(
        home.json(&["show", &number])["facts"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn an_unknown_receipt_number_is_refused() {
    let home = Home::practising();
    home.desk(&["record", "2026-000099", "acknowledge"])
        .gave_up(1, &["no case 2026-000099"]);
    home.desk(&["show", "2026-000099"])
        .gave_up(1, &["no case 2026-000099"]);
}

#[test]
fn the_body_is_read_from_standard_input_within_bounds() {
    let home = Home::practising();
    let arguments = with("--body", "-");
    home.fed(&arguments, "에어컨이\r\n안 나옵니다.\n".as_bytes())
        .done();
    assert_eq!(
        home.json(&["show", "2026-1"])["body"],
        "에어컨이\n안 나옵니다."
    );
    home.fed(&arguments, &vec![b'a'; (1 << 20) + 1])
        .gave_up(1, &["1048576"]);
    home.fed(&arguments, b"\xb9\xce\xbf\xf8")
        .gave_up(1, &["UTF-8"]);
    assert_eq!(home.complaint("다음"), "2026-000002");
}

#[test]
fn a_set_clock_is_for_practice_and_acting_as_another_needs_a_member() {
    let home = Home::empty();
    let db = text(home.db());
    let init = ["init", "--charter", "gbvc", "--db", &db];
    home.run(&[&init[..], &["--now", NOW]].concat())
        .gave_up(1, &["practice"]);
    assert!(
        !home.db().exists(),
        "nothing is left of a founding that failed"
    );
    home.run(&init).done();
    home.run(&["queue", "--db", &db, "--now", NOW])
        .gave_up(1, &["practice"]);
    home.run(&["queue", "--db", &db, "--as", "ghost"])
        .gave_up(1, &["'ghost' is not on the staff"]);
}

#[test]
fn what_steers_a_terminal_is_never_sent_to_it() {
    let home = Home::practising();
    let refused = home.desk(&with("--category", "a\u{1b}[31m\u{202e}b"));
    refused.gave_up(1, &["category", "a␛[31m<U+202E>b"]);
    let mut hidden = complaint("보통\u{202e}제목");
    hidden[6] = "홍\u{200b}길동";
    home.desk(&hidden).done();
    for arguments in [&["queue"][..], &["show", "2026-1"]] {
        let shown = home.desk(arguments).done().out;
        assert!(shown.contains("보통<U+202E>제목"), "{shown}");
    }
}

/// Wrong calls with their sentences in both languages.
const CALLS: &[(&[&str], &str, &str)] = &[
    (
        &["record", "2026-1", "extend", "--reason", "lazy"],
        "가능한 값: cooperation",
        "Possible values: cooperation",
    ),
    (&["show", "abc"], "번호를 적어", "Give a number such as"),
    (
        &["queue", "--limit", "0"],
        "가능한 범위: 1..=10000",
        "Possible: 1..=10000",
    ),
    (&["queue", "--limit", "x"], "자연수", "whole number"),
    (&["queue", "--limit"], "값이 빠졌습니다", "needs a value"),
    (
        &["queue", "--status", "opn"],
        "비슷한 것: open",
        "Similar: open",
    ),
    (
        &["queue", "--statu", "open"],
        "비슷한 것: --status",
        "Similar: --status",
    ),
    (&["queu"], "비슷한 것: due, queue", "Similar: due, queue"),
    (&["queue", "--mine", "--mine"], "한 번만", "only once"),
    (
        &["due", "--batch", "--count", "civil"],
        "함께 쓸 수 없습니다",
        "cannot be used with",
    ),
    (
        &["intake"],
        "빠진 것이 있습니다: --channel",
        "Missing: --channel",
    ),
    (
        &["show", "2026-1", "x"],
        "사용법: minwon show",
        "Usage: minwon show",
    ),
    (
        &["charter"],
        "프로그램에 들어 있는 헌장을",
        "List the charters",
    ),
];

#[test]
fn a_wrong_call_is_told_in_the_language_of_who_reads_it() {
    let home = Home::empty();
    for (arguments, korean, english) in CALLS {
        for (lang, words) in [("ko", korean), ("en", english)] {
            home.run(&[&["--lang", lang], *arguments].concat())
                .gave_up(2, &[words]);
        }
    }
    let mut command = home.command();
    command
        .env("LANG", "ko_KR.UTF-8")
        .args(["record", "--help"]);
    let help = Answer::of(command.output().unwrap()).done().out;
    assert!(help.contains("사용법: minwon record [옵션]"), "{help}");
    assert!(help.contains("처리 상황을"), "{help}");
}
