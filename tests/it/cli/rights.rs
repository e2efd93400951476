//! The table of rights at the command line: an operation forbidden to a role is refused before any other check.

use super::{Home, complaint, has_keys, text};
use minwon::{
    domain::{rights::Operation, staff::Role},
    words::{Lang, Say},
};
use serde_json::json;

/// A desk with one person of each role, two cases, a call and the duties of the calendar.
fn staffed() -> Home {
    let home = Home::practising();
    for role in Role::ALL {
        let add = ["staff", "add", role.id(), "--name", "가상"];
        home.desk(&[&add[..], &["--role", role.id(), "--phone", "054-000-1365"]].concat())
            .done();
    }
    home.complaint("하나");
    home.complaint("둘");
    home.desk(&["contact", "call", "--matter", "문의"]).done();
    home.run(&["charter", "new", &text(home.path("revised.toml"))]);
    let mail = "[mail]\nhost = \"127.0.0.1\"\nport = 1\ntls = \"none\"\nfrom = \"desk@office.example.kr\"\n";
    std::fs::write(home.path("mail.toml"), mail).unwrap();
    home
}

/// Calls that perform the operation, words separated by spaces; none where only opening the desk checks the right.
#[expect(clippy::too_many_lines, reason = "a table of calls")]
fn attempts(operation: Operation, home: &Home) -> Vec<String> {
    let charter = text(home.path("revised.toml"));
    let sending = format!("send --config {}", text(home.path("mail.toml")));
    let (taking_in, changing, adopting) = (
        complaint("셋").join(" "),
        format!("letter edit receipt {charter}"),
        format!("charter adopt {charter} --from 2026-12-01"),
    );
    let calls: &[&str] = match operation {
        Operation::Intake => &[
            &taking_in,
            "contact to-case C2026-1 --category complaint --title 문의",
        ],
        Operation::Case => &[
            "record 2026-1 acknowledge",
            "record 2026-1 assign --department 고객지원팀 --officer kim",
            "record 2026-1 note --text 메모",
            "record 2026-1 note --action --text 조치",
            "record 2026-1 supplement --text 서류 --until 2026-12-01",
            "record 2026-1 step1 --department 고객지원팀 --officer kim --instruction 점검",
            "record 2026-2 link --earlier 2026-1",
            "record 2026-1 report-misconduct --detail discourtesy --text 막말",
            "record 2026-1 reply --outcome accepted --text 고침",
            "record 2026-1 close",
            "record 2026-1 reopen --cause review --text 다시",
            "record 2026-1 correct --fact 1 --text 정정",
        ],
        Operation::Notice => &[
            "notices told 2026-1/1/receipt/1 --how phone --text 접수",
            "notices hold 2026-1/1/receipt/1",
            "notices failed 2026-1/1/receipt/1 --reason 반송",
            "notices retry 2026-1/1/receipt/1",
        ],
        Operation::Send => &[&sending],
        Operation::StepThree => {
            &["record 2026-1 step3 --reason 미이행 --department 고객지원팀 --officer kim"]
        }
        Operation::Remind => &["record 2026-1 remind --text 답변바람"],
        Operation::Discipline => &[
            "record 2026-1 caution --department 팀 --officer 김 --text 주의",
            "record 2026-1 training --officer 김 --text 교육",
        ],
        Operation::Contact => &[
            "contact arrive --matter 방문",
            "contact serve C2026-1",
            "contact end C2026-1",
            "record 2026-1 callback",
        ],
        Operation::Duty => &[
            "duty done D2026-1",
            "duty schedule gbvc.training.notice --on 2026-12-24",
            "duty correct D2026-1 --fact 1 --text 정정",
            "duty record-past gbvc.survey --period 2020",
        ],
        Operation::SkipDuty => &["duty skip D2026-2 --reason 폐지"],
        Operation::HandOver => &["handover note --text 인계"],
        Operation::TakeOver => &["handover confirm"],
        Operation::Views => &["view save 내것 due:today", "view remove 내것"],
        Operation::OwnEntry => &["staff change {role} --mobile 010-0000-0002"],
        Operation::Staff => &[
            "staff add new --name 새사람",
            "staff change admin --name 가상",
            "staff change {role} --role {role}",
            "staff retire new",
        ],
        Operation::Holidays => &[
            "holidays add 2026-12-24 임시공휴일",
            "holidays remove 2026-12-25 성탄절",
        ],
        Operation::Letters => &[&changing, "letter reset receipt"],
        Operation::Charter => &[&adopting],
        Operation::Clock => &["clock confirm"],
        Operation::Rebuild => &["verify --rebuild"],
        // On a practice database and as owner of the file anyone may act as anyone, so that a test cannot be a stranger.
        // A link is refused with what contradicts: anyone may confirm where nothing does. What is struck out is asked beside
        // the work itself, by what is struck out.
        Operation::ActAs | Operation::DoubtfulLink | Operation::Revoke | Operation::RevokeAhead => {
            &[]
        }
    };
    calls.iter().map(|call| (*call).to_owned()).collect()
}

#[test]
fn what_the_table_does_not_give_is_refused_and_nothing_is_written() {
    let home = staffed();
    let stood = |home: &Home| (home.json(&["queue"]), home.json(&["staff", "list"]));
    let before = stood(&home);
    let mut refused = 0;
    // Who has no account cannot act at all.
    let acting = Role::ALL.iter().filter(|role| **role != Role::NoLogin);
    for role in acting {
        for operation in Operation::ALL {
            let Err(forbidden) = role.allow(*operation) else {
                continue;
            };
            for call in attempts(*operation, &home) {
                let call = call.replace("{role}", role.id());
                for (lang, id) in [(Lang::Ko, "ko"), (Lang::En, "en")] {
                    let mut arguments: Vec<&str> = call.split(' ').collect();
                    arguments.extend(["--as", role.id(), "--lang", id]);
                    let answer = home.desk(&arguments);
                    answer.gave_up(1, &[&forbidden.say(lang)]);
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 80, "{refused}");
    assert_eq!(stood(&home), before);
    home.desk(&["verify"]).done();
}

/// The calls of the test above fail because of the role: a permitted role gets further.
#[test]
fn what_the_table_gives_is_not_refused_for_the_role() {
    for role in Role::ALL {
        let home = staffed();
        for operation in Operation::ALL.iter().filter(|one| role.may(**one)) {
            let calls = attempts(*operation, &home);
            let uncalled = [
                Operation::ActAs,
                Operation::DoubtfulLink,
                Operation::Revoke,
                Operation::RevokeAhead,
            ];
            assert_eq!(calls.is_empty(), uncalled.contains(operation));
            for call in calls {
                let call = call.replace("{role}", role.id());
                let mut arguments: Vec<&str> = call.split(' ').collect();
                arguments.extend(["--as", role.id()]);
                let answer = home.desk(&arguments);
                assert!(answer.code < 2, "{call}: {answer:?}");
                assert!(!answer.err.contains("Only these roles"), "{answer:?}");
            }
        }
    }
}

#[test]
fn the_table_is_printed_in_both_languages() {
    // No desk is needed.
    let home = Home::empty();
    let table = home.run(&["staff", "roles", "--lang", "ko"]).done().out;
    let row = |name: &str| {
        let row = table.lines().find(|line| line.starts_with(name)).unwrap();
        let cells = row.trim_start_matches(name).split_whitespace();
        cells.map(str::to_owned).collect::<Vec<_>>()
    };
    let roles = [
        "담당자",
        "감독자",
        "감사",
        "담당",
        "관리자",
        "발송",
        "서비스",
    ];
    assert_eq!(row("업무"), roles);
    assert_eq!(row("민원 접수"), ["가능", "가능", "-", "가능", "-"]);
    assert_eq!(row("3차 조치 기록"), ["-", "가능", "-", "가능", "-"]);
    assert_eq!(row("본인 보기 저장"), ["가능", "가능", "가능", "가능", "-"]);
    assert_eq!(row("전자우편 발송"), ["가능", "가능", "-", "가능", "가능"]);
    let english = home.run(&["staff", "roles"]).done().out;
    assert!(english.contains("take in a case"), "{english}");
    let listed = home.run(&["staff", "roles", "--json"]).done().json();
    let listed = listed.as_array().unwrap();
    assert_eq!(listed.len(), Operation::ALL.len());
    has_keys(&listed[0], &["operation", "name", "roles"]);
    assert_eq!(listed[0]["operation"], json!("intake"));
    assert_eq!(listed[0]["roles"], json!(["clerk", "supervisor", "admin"]));
}
