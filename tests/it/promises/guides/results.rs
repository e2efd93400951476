//! What a result and a refusal say, and what follows misconduct.

use super::{desk, matter, record};
use crate::cli::{Answer, Home};
use serde_json::{Value, json};

fn refusal(home: &Home, ground: &str, remedy: &str) -> Answer {
    let refuse = ["record", "2026-1", "refuse", "--json", "--ground", ground];
    home.desk(&[&refuse[..], &["--remedy", remedy]].concat())
}

pub(super) fn a_refusal_bears_ground_and_remedy() {
    let home = desk("kpf");
    matter(&home, "web", "complaint", &[]);
    let shown = refusal(&home, "공공기관운영법 제12조", "이의신청");
    let shown = shown.done().json();
    let told = shown["facts"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&told["ground"], &told["remedy"]),
        (&json!("공공기관운영법 제12조"), &json!("이의신청"))
    );
}

pub(super) fn a_refusal_without_them_is_refused() {
    let home = desk("kpf");
    matter(&home, "web", "complaint", &[]);
    refusal(&home, " ", "이의신청").gave_up(1, &["ground"]);
    refusal(&home, "공공기관운영법 제12조", " ").gave_up(1, &["remedy"]);
}

fn reply(home: &Home, more: &[&str]) -> Answer {
    let reply = ["record", "2026-1", "reply", "--as", "lee", "--json"];
    home.desk(&[&reply[..], more].concat())
}

pub(super) fn a_result_says_what_was_adopted_and_why() {
    for charter in ["jndc", "koreha"] {
        let home = desk(charter);
        matter(&home, "web", "suggestion", &[]);
        let declined = ["--outcome", "declined", "--text", "예산이 없습니다."];
        let ground = ["--ground", "올해 예산에 없음"];
        let shown = reply(&home, &[&declined[..], &ground].concat());
        let shown = shown.done().json();
        let told = shown["facts"].as_array().unwrap().last().unwrap();
        assert_eq!(told["outcome"], json!("declined"));
        // What is denied bears the reason and the remedy (act art. 27(3)).
        assert_eq!(told["text"], json!("예산이 없습니다."));
        assert_eq!(told["ground"], json!("올해 예산에 없음"));
        let remedy = told["remedy"].as_str().unwrap();
        assert!(remedy.contains("국민권익위원회"), "{remedy}");
    }
}

pub(super) fn a_result_without_outcome_or_reason_is_refused() {
    for charter in ["jndc", "koreha"] {
        let home = desk(charter);
        matter(&home, "web", "suggestion", &[]);
        reply(&home, &["--text", "말"]).gave_up(2, &["--outcome"]);
        reply(&home, &["--outcome", "declined", "--text", " "]).gave_up(1, &["text"]);
        let declined = ["--outcome", "declined", "--text", "예산이 없습니다."];
        reply(&home, &declined).gave_up(1, &["ground"]);
    }
}

/// A desk of koreha with a supervisor, and a complaint about discourtesy on the telephone that came by the web.
fn discourtesy_on_the_telephone() -> (Home, Value) {
    let home = desk("koreha");
    let head = ["staff", "add", "head", "--name", "팀장", "--phone"];
    let head = [&head[..], &["02-000-9999", "--role", "supervisor"]].concat();
    home.desk(&head).done();
    // It came by the web; where it happened decides.
    let taken = matter(&home, "web", "discourtesy", &["--happened", "phone"]);
    (home, taken)
}

const CAUTION: &str = "caution --department 안내과 --officer 이담당 --text 주의 --as";
const TRAINING: &str = "training --officer 이담당 --text 전화응대 --as";
const PUBLISH: &str = "public-apology --published 2026-11-23 --text";

pub(super) fn misconduct_is_cautioned_trained_and_publicly_apologised_for() {
    let (home, taken) = discourtesy_on_the_telephone();
    assert_eq!(
        taken["standing"],
        json!([{"promise": "koreha.correct.phone", "missing": ["caution", "training"]}])
    );
    let page = home.desk(&["show", "2026-1", "--lang", "ko"]).done().out;
    assert!(page.contains("koreha.correct.phone  주의, 교육"), "{page}");
    record(&home, &format!("{CAUTION} head")).done();
    record(&home, &format!("{TRAINING} head")).done();
    record(&home, "report-misconduct --detail error --text 오류").done();
    record(&home, "check-facts --text 확인").done();
    let shown = record(&home, &format!("{PUBLISH} 사과문")).done().json();
    let facts = shown["facts"].as_array().unwrap();
    let kinds: Vec<&str> = facts
        .iter()
        .map(|fact| fact["kind"].as_str().unwrap())
        .collect();
    assert_eq!(shown["standing"], json!([]));
    for kind in ["caution_given", "training_given", "public_apology_made"] {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
}

pub(super) fn no_clerk_cautions_and_nothing_unchecked_is_published() {
    let (home, _) = discourtesy_on_the_telephone();
    record(&home, &format!("{CAUTION} lee")).gave_up(1, &["supervisor"]);
    record(&home, &format!("{TRAINING} lee")).gave_up(1, &["supervisor"]);
    record(&home, "report-misconduct --detail error --text 오류").done();
    record(&home, &format!("{PUBLISH} 사과문")).gave_up(1, &["check-facts"]);
    record(&home, "check-facts --text 확인").done();
    for named in ["홍길동님께사과", "이담당의잘못"] {
        let refused = record(&home, &format!("{PUBLISH} {named}"));
        refused.gave_up(1, &["names people", named.split_at(9).0]);
    }
    let shown = home.desk(&["show", "2026-1", "--json"]).done().json();
    assert_eq!(
        shown["standing"],
        json!([
            {"promise": "koreha.correct.phone", "missing": ["caution", "training"]},
            {"promise": "koreha.correct.public-apology", "missing": ["public_apology"]},
        ])
    );
}
