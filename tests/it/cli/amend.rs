//! `minwon record N amend`: what was taken in is put right, and what stood is shown beside it.

use super::Home;
use serde_json::json;

const NUMBER: &str = "2026-000001";

/// A desk with one complaint, taken in on Friday before lunch.
fn taken_in() -> Home {
    let home = Home::practising();
    home.officer();
    let intake = [
        "intake",
        "--channel",
        "phone",
        "--category",
        "complaint",
        "--title",
        "교육장 냉방",
        "--body",
        "덥습니다.",
        "--name",
        "홍길동",
        "--phone",
        "010-0000-1234",
    ];
    home.desk_at("2026-11-20T11:30:00", &intake).done();
    home
}

fn amend<'a>(typed: &'a [&'a str]) -> Vec<&'a str> {
    [&["record", NUMBER, "amend"], typed].concat()
}

#[test]
fn the_number_that_stands_is_found_and_the_one_before_is_shown() {
    let home = taken_in();
    let phone = amend(&[
        "--by",
        "complainant",
        "--phone",
        "010-0000-7777",
        "--reason",
        "번호 바뀜",
    ]);
    let shown = home.json(&phone);
    assert_eq!(shown["party"]["phone"], "010-****-7777");
    assert_eq!(shown["former_parties"][0]["phone"], "010-****-1234");
    let fact = shown["facts"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (
            &fact["kind"],
            &fact["cause"],
            &fact["person"],
            &fact["reason"]
        ),
        (
            &json!("amended"),
            &json!("complainant"),
            &json!(["phone"]),
            &json!("번호 바뀜")
        )
    );
    assert!(!fact.to_string().contains("7777"), "{fact}");
    let found = |line: &str| home.desk(&["search", line]).done().out;
    assert!(found("010-0000-7777").contains(NUMBER));
    assert!(!found("010-0000-1234").contains(NUMBER));
    let page = home.desk(&["show", NUMBER, "--lang", "ko"]).done().out;
    for line in [
        "홍*동 · 010-****-7777",
        "변경 전(이력 1): 홍*동 · 010-****-1234",
        "변경(이력 2, 민원인 변경): 전화번호",
    ] {
        assert!(page.contains(line), "{line}\n{page}");
    }
    home.desk(&["verify"]).done();
}

#[test]
fn another_category_and_text_stand_and_the_original_is_shown() {
    let home = taken_in();
    let typed = amend(&[
        "--by",
        "slip",
        "--category",
        "suggestion",
        "--title",
        "교육장 냉방 건의",
        "--body",
        "에어컨을 늘려 주세요.",
    ]);
    let shown = home.json(&typed);
    assert_eq!(
        (
            &shown["category"],
            &shown["kind"],
            &shown["title"],
            &shown["body"]
        ),
        (
            &json!("suggestion"),
            &json!("proposal"),
            &json!("교육장 냉방 건의"),
            &json!("에어컨을 늘려 주세요.")
        )
    );
    let deadlines = shown["deadlines"].as_array().unwrap();
    let law = deadlines
        .iter()
        .find(|one| one["promise"] == "act.proposal")
        .unwrap();
    // Fri 11-20 (1), Mon 23 (2), 24, 25, 26, 27 (6), Mon 30 (7), 12-01 (8), 2, 3, 4 (11), Mon 7 (12), 8 (13), Wed 9 (14).
    assert_eq!(law["due_date"], "2026-12-09");
    assert_eq!(law["started_at"], "2026-11-20T11:30:00+09:00");
    // What was told of the grievance: Fri 20 (1), 23, 24, 25, 26, 27 (6), Mon 30 (7).
    assert_eq!(law["announced_due"], "2026-11-30");
    let waiting = home.json(&["notices", "--status", "waiting"]);
    let rows = waiting["rows"].as_array().unwrap();
    assert!(
        rows.iter()
            .any(|row| row["id"] == "2026-000001/2/amendment/1"),
        "{rows:?}"
    );
    home.tell("2026-000001/2/amendment/1");
    let told = home.json(&["show", NUMBER]);
    let deadlines = told["deadlines"].as_array().unwrap();
    let law = deadlines
        .iter()
        .find(|one| one["promise"] == "act.proposal")
        .unwrap();
    assert_eq!(law["announced_due"], "2026-12-09");
    let page = home.desk(&["show", NUMBER, "--lang", "ko"]).done().out;
    for line in [
        "처음 접수한 내용: 덥습니다.",
        "변경(이력 2, 접수 착오): 제목 교육장 냉방 → 교육장 냉방 건의, 분류 서비스 불만 → 제안·건의, 민원 유형 고충민원 → 건의민원",
    ] {
        assert!(page.contains(line), "{line}\n{page}");
    }
    home.desk(&["verify"]).done();
}

#[test]
fn what_cannot_be_put_right_is_one_sentence_in_both_languages() {
    let home = taken_in();
    let refused = |typed: &[&str], said: [&str; 2]| {
        for (lang, said) in ["ko", "en"].into_iter().zip(said) {
            let mut typed = amend(typed);
            typed.extend(["--lang", lang]);
            home.desk(&typed).gave_up(1, &[said]);
        }
    };
    refused(
        &["--by", "slip", "--phone", " 010-0000-1234"],
        ["지금 값과 같아", "the one that stands already"],
    );
    refused(
        &["--by", "error", "--category", "weather"],
        ["분류: 'weather'", "category: 'weather' is not possible"],
    );
    refused(
        &["--by", "error", "--kind", "statutory"],
        [
            "법정민원은 처리기간이 있어야",
            "a statutory petition needs its period",
        ],
    );
    let period = amend(&[
        "--by",
        "error",
        "--kind",
        "statutory",
        "--period",
        "14 days",
    ]);
    home.desk(&period).done();
    home.desk(&["record", NUMBER, "withdraw"]).done();
    refused(
        &["--by", "slip", "--title", "다른 제목"],
        ["끝난 민원은", "The case has ended"],
    );
    home.desk(&amend(&["--title", "다른 제목"]))
        .gave_up(2, &["--by"]);
    let facts = home.json(&["show", NUMBER])["facts"]
        .as_array()
        .unwrap()
        .len();
    assert_eq!(facts, 3);
}

#[test]
fn a_person_that_was_struck_out_is_marked_as_that() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    let number = ["record", "2026-1"];
    let amend = [
        "amend",
        "--by",
        "slip",
        "--reason",
        "오기",
        "--phone",
        "010-0000-0001",
    ];
    home.desk(&[&number[..], &amend].concat()).done();
    let former = |at: usize| home.json(&["show", "2026-1"])["former_parties"][at].clone();
    let page = |lang: &str| home.desk(&["show", "2026-1", "--lang", lang]).done().out;
    let beside = "전화번호 010-****-5678 → 010-****-0001";
    assert!(page("ko").contains(beside), "{}", page("ko"));
    assert_eq!(
        (&former(0)["seq"], &former(0)["revoked_by"]),
        (&json!(1), &json!(null))
    );
    let revoke = ["revoke", "--fact", "2", "--reason", "다른 민원"];
    home.desk(&[&number[..], &revoke].concat()).done();
    assert_eq!(
        (&former(0)["seq"], &former(0)["revoked_by"]),
        (&json!(2), &json!(3))
    );
    assert!(
        page("ko").contains("2번 접수 내용 변경 취소"),
        "{}",
        page("ko")
    );
    assert!(page("en").contains("strikes out no. 2"), "{}", page("en"));
    assert!(page("ko").contains("전화번호 010-****-5678 →"), "it stays");
}
