//! What intake asks about who brings a matter: flags, `asked` in documents, refusals, and cases like it.

use super::{Home, complaint};
use serde_json::{Value, json};

/// Takes a complaint in with more flags and reads it back.
fn asked(home: &Home, more: &[&str]) -> Value {
    let number = home.desk(&[&complaint("냉방"), more].concat()).done();
    home.json(&["show", number.out.trim()])
}

#[test]
fn how_they_want_to_be_told_and_who_speaks_for_them_is_kept_masked() {
    let home = Home::practising();
    let nothing = asked(&home, &[]);
    assert_eq!(nothing["asked"]["reply_by"], json!(null));
    assert_eq!(nothing["asked"]["proxy"], json!(null));
    let case = asked(
        &home,
        &[
            "--reply-by",
            "sms",
            "--proxy",
            "김대리인",
            "--capacity",
            "배우자",
            "--authority-seen",
            "--organisation",
            "가상 상인회",
            "--people",
            "5",
            "--households",
            "5",
            "--representative",
            "박가상",
        ],
    );
    assert_eq!(
        case["asked"],
        json!({
            "reply_by": "sms",
            "proxy": {"name": "김**인", "capacity": "배우자", "authority_seen": true},
            "organisation": "가상 상인회",
            "people": 5,
            "households": 5,
            "representative": "박*상",
            "many": true,
            "identifiable": false,
            "oral": false,
            "period": null,
        })
    );
    // No name stands in the chained fact.
    let facts = case["facts"].to_string();
    assert!(
        !facts.contains("대리인") && !facts.contains("박가상"),
        "{facts}"
    );
    let number = case["number"].as_str().unwrap().to_owned();
    let shown = home.desk(&["show", &number, "--lang", "ko"]).done().out;
    for line in [
        "회신 방법: 문자",
        "대리인: 김**인, 배우자 (신분·위임 확인함)",
        "단체·법인: 가상 상인회",
        "함께 낸 사람: 5명, 5세대 [다수인관련민원, 연명부 원본 보관]",
        "대표자: 박*상",
    ] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
    home.desk(&["verify"]).done();
}

#[test]
fn what_is_missing_is_refused_by_name_and_nothing_is_written() {
    let home = Home::practising();
    let number = "800101-1234567";
    for (more, words) in [
        (&["--capacity", "배우자"][..], &["대리인"][..]),
        (&["--authority-seen"], &["대리인"]),
        (&["--proxy", ""], &["대리인"]),
        (&["--proxy", number], &["대리인", "주민등록번호"]),
        (
            &["--proxy", "김대리", "--capacity", number],
            &["자격", "주민등록번호"],
        ),
        (&["--people", "1"], &["인원", "2명부터"]),
        (&["--people", "0"], &["인원", "2명부터"]),
        (&["--people", "여럿"], &["인원"]),
        (&["--households", "5"], &["세대 수", "--people"]),
        (&["--people", "5", "--households", "6"], &["세대 수", "5명"]),
        (&["--people", "5", "--households", "여럿"], &["세대 수"]),
        (&["--representative", "박가상"], &["인원"]),
        (
            &["--kind", "statutory"],
            &["법정민원", "--period '14 days'"],
        ),
        (
            &["--kind", "statutory", "--period", "두 주"],
            &["처리기간", "14 days"],
        ),
        (&["--period", "14 days"], &["법정민원에만"]),
    ] {
        let refused = home.desk(&[&complaint("냉방"), more, &["--lang", "ko"]].concat());
        refused.gave_up(1, words);
        assert!(!refused.err.contains(number), "{refused:?}");
    }
    assert_eq!(home.cases(&["--status", "all"]), json!([]));
}

#[test]
fn a_statutory_petition_has_the_period_that_was_given() {
    let home = Home::practising();
    let case = asked(&home, &["--kind", "statutory", "--period", "14 days"]);
    assert_eq!(case["asked"]["period"], json!("14 days"));
    let deadlines = case["deadlines"].as_array().unwrap();
    let law = deadlines
        .iter()
        .find(|one| one["promise"] == "act.statutory");
    // From Mon 11-23 the first day counted, days off out: 27 (5), 12-04 (10), Thu 12-10 (14).
    assert_eq!(law.unwrap()["due_date"], json!("2026-12-10"));
}

#[test]
fn without_a_name_nobody_is_known_unless_the_clerk_says_so() {
    let home = Home::practising();
    let matter = ["intake", "--channel", "visit", "--category", "complaint"];
    let matter = [&matter[..], &["--title", "냉방", "--json"]].concat();
    let law = |case: &Value| {
        let deadlines = case["deadlines"].as_array().unwrap();
        deadlines
            .iter()
            .any(|one| one["promise"] == "act.grievance")
    };
    let unknown = home.desk(&matter).done().json();
    assert_eq!(
        (unknown["anonymous"].as_bool(), law(&unknown)),
        (Some(true), false)
    );
    let known = home.desk(&[&matter[..], &["--identifiable"]].concat());
    let known = known.done().json();
    assert_eq!(
        (known["anonymous"].as_bool(), law(&known)),
        (Some(false), true)
    );
}

#[test]
fn what_was_said_alone_runs_by_the_charter_and_the_desk_offers_to_write_it_down() {
    let home = Home::practising();
    let said = home.desk(&[&complaint("냉방"), &["--oral", "--lang", "ko"][..]].concat());
    assert_eq!(said.code, 0);
    assert!(said.err.contains("적어 드리고 서명을 받을지"), "{said:?}");
    let case = home.json(&["show", said.out.trim()]);
    let promises: Vec<&Value> = case["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["promise"])
        .collect();
    assert_eq!(case["asked"]["oral"], json!(true));
    assert!(!promises.contains(&&json!("act.grievance")), "{promises:?}");
    assert!(
        promises.contains(&&json!("gbvc.opinion.result")),
        "{promises:?}"
    );
    let three = home.desk(&[&complaint("냉방"), &["--people", "3", "--lang", "ko"][..]].concat());
    assert!(
        three.err.contains("대표자가 없는 3명") && three.err.contains("(ask-representatives)"),
        "{three:?}"
    );
}

#[test]
fn what_was_said_is_written_down_and_signed_and_the_law_counts_from_then() {
    let home = Home::practising();
    let taken = home.json(&[&complaint("냉방"), &["--oral"][..]].concat());
    let number = taken["number"].as_str().unwrap().to_owned();
    let written = home.json(&["record", &number, "write-down", "--text", "서명받은 글"]);
    assert_eq!(written["asked"]["oral"], json!(false));
    let deadlines = written["deadlines"].as_array().unwrap();
    let law = deadlines
        .iter()
        .find(|one| one["promise"] == "act.grievance");
    // From Mon 11-23 the first day counted: 27 (5), Mon 30 (6), Tue 12-01 (7).
    assert_eq!(law.unwrap()["due_date"], json!("2026-12-01"));
    let again = ["record", &number, "write-down", "--lang", "ko"];
    home.desk(&again)
        .gave_up(1, &["글로 적어야 하는 민원이 아니라"]);
    home.desk(&["verify"]).done();
}

#[test]
fn representatives_are_asked_for_by_a_date_that_stands_in_the_queue_and_are_found_by_name() {
    let home = Home::practising();
    let taken = home.json(&[&complaint("냉방"), &["--people", "4"][..]].concat());
    let number = taken["number"].as_str().unwrap().to_owned();
    let record = |more: &[&str]| home.desk(&[&["record", &number][..], more].concat());
    let ask = [
        "ask-representatives",
        "--text",
        "대표자를 정해 주십시오.",
        "--until",
        "2026-11-30",
    ];
    record(&ask).done();
    let rows = home.json(&["queue", "--by", "deadline"]);
    let rows = rows["rows"].as_array().unwrap();
    let asked = rows
        .iter()
        .find(|row| row["promise"] == "act.representatives");
    assert_eq!(asked.unwrap()["due_date"], json!("2026-11-30"));
    let names = ["--representative", "나대표, 박가상", "--lang", "ko"];
    record(&[&["designate"][..], &names].concat())
        .gave_up(1, &["2026-12-01부터 지정할 수 있습니다."]);
    record(&[&["representatives"][..], &names].concat()).done();
    let shown = home.json(&["show", &number]);
    assert_eq!(shown["asked"]["representative"], json!("나*표, 박*상"));
    assert!(!shown.to_string().contains("나대표"), "{shown}");
    let found = home.json(&["search", "나대표"]);
    assert!(found.to_string().contains(&number), "{found}");
    assert!(!found.to_string().contains("나대표"), "{found}");
    home.desk(&["verify"]).done();
}

#[test]
fn recent_cases_of_other_people_are_told_with_their_likeness() {
    let home = Home::practising();
    let other = home.complaint("교육장 냉방이 너무 약합니다");
    home.complaint("주차 위반 차량 신고");
    let matter = [
        "intake",
        "--channel",
        "phone",
        "--category",
        "complaint",
        "--name",
        "김다른",
        "--phone",
        "010-9999-0000",
        "--title",
        "교육장 냉방이 여전히 약합니다",
        "--json",
    ];
    let taken = home.desk(&matter).done().json();
    let similar = taken["similar"].as_array().unwrap();
    assert_eq!(similar.len(), 1, "{similar:?}");
    assert_eq!(similar[0]["number"], json!(other));
    assert!(similar[0]["score"].as_f64().unwrap() > 0.3, "{similar:?}");
    // The same person's own cases are earlier ones.
    let own = home.desk(&matter).done().json();
    let numbers: Vec<&Value> = own["similar"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["number"])
        .collect();
    assert_eq!(numbers, [&json!(other)]);
}
