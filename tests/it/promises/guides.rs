//! What proves each guide and policy of the ledger: a row of a table, run on the real binary.
//!
//! The screens are proved beside their code; here stands what the command line says and refuses.

mod counters;
mod spoken;

use crate::cli::{Answer, Home};
use serde_json::{Value, json};

/// Ids, and what proves all of them.
type Proof = (&'static [&'static str], fn());

/// Every guide and policy with its proof.
pub(super) const PROOFS: &[Proof] = &[
    (
        &[
            "jndc.visit.first",
            "jndc.visit.no-officer",
            "jndc.phone.rings",
            "jndc.phone.close",
            "kpf.visit.first",
            "kpf.visit.facilities",
            "kpf.visit.farewell",
            "kpf.phone.rings",
            "kpf.phone.listen",
            "koreha.visit.greet",
            "koreha.visit.absent",
            "koreha.phone.rings",
            "gbvc.phone.answer",
            "wonju.visit.greet",
            "wonju.visit.busy",
            "wonju.visit.farewell",
            "wonju.visit.facilities",
            "wonju.phone.rings",
            "wonju.phone.close",
            "jndc.visit.greet",
            "jndc.visit.tidy",
            "kpf.visit.signs",
            "koreha.visit.explain",
            "koreha.phone.connect",
            "gbvc.visit.greet",
            "gbvc.visit.signs",
            "gbvc.portal",
            "wonju.visit.signs",
            "wonju.phone.understood",
            "wonju.phone.mobile",
        ],
        spoken::scripts_stand_at_their_moment_with_the_clerk_named,
    ),
    (
        &[
            "jndc.phone.transfer",
            "kpf.phone.transfer",
            "wonju.phone.transfer",
            "wonju.phone.wrong",
        ],
        spoken::a_transfer_names_the_counter_and_its_number,
    ),
    (
        &["kpf.visit.absent"],
        spoken::an_absent_officer_is_reached_by_mobile_or_stood_in_for,
    ),
    (
        &[
            "jndc.conduct.customer-view",
            "jndc.conduct.no-gifts",
            "jndc.phone.repeat",
            "jndc.outreach.contact",
            "wonju.phone.repeat",
        ],
        spoken::items_of_checklists_are_recorded,
    ),
    (
        &["kpf.booking", "koreha.phone.appoint"],
        a_visit_is_booked_with_day_and_officer,
    ),
    (
        &["jndc.named", "kpf.reply.named", "wonju.named"],
        nothing_is_told_without_name_and_number,
    ),
    (
        &[
            "jndc.privacy",
            "kpf.privacy",
            "koreha.privacy",
            "wonju.privacy",
        ],
        persons_are_masked,
    ),
    (&["jndc.multi-dept"], the_owner_stays_when_others_are_asked),
    (
        &["jndc.web.categories"],
        counters::the_web_desk_has_its_categories,
    ),
    (&["kpf.refusal"], a_refusal_needs_its_ground),
    (
        &["koreha.correct.phone", "koreha.correct.public-apology"],
        misconduct_is_cautioned_trained_and_publicly_apologised_for,
    ),
    (
        &["gbvc.experts", "wonju.desks"],
        counters::a_category_leads_to_counter_department_and_number,
    ),
    (
        &["jndc.channels", "kpf.channels", "koreha.channels"],
        counters::what_the_charter_publishes_is_shown,
    ),
    (
        &["jndc.opinion.reflect", "koreha.opinion.improve"],
        a_result_says_what_was_adopted_and_why,
    ),
    (
        &["wonju.disclosure"],
        counters::a_disclosure_has_the_period_of_its_own_act,
    ),
    (
        &["gbvc.channels", "wonju.participation.channels"],
        counters::the_channels_are_taken_and_no_other,
    ),
    (
        &["gbvc.hours"],
        counters::the_office_is_closed_at_lunch_and_on_days_off,
    ),
    (
        &["wonju.visit.on-behalf"],
        counters::what_an_officer_wrote_is_marked,
    ),
];

const CHARTERS: [&str; 5] = ["jndc", "kpf", "koreha", "gbvc", "wonju"];

#[test]
fn every_proof_holds() {
    for (ids, proof) in PROOFS {
        println!("{ids:?}");
        proof();
    }
}

/// A desk under a charter, its clerk with name, department and number.
fn desk(charter: &str) -> Home {
    let home = Home::empty();
    home.desk(&["init", "--charter", charter, "--practice"])
        .done();
    let lee = [
        "staff",
        "add",
        "lee",
        "--name",
        "이담당",
        "--department",
        "안내과",
        "--phone",
        "02-000-1111",
        "--mobile",
        "010-0000-2222",
    ];
    home.desk(&lee).done();
    home
}

fn matter(home: &Home, channel: &str, category: &str, more: &[&str]) -> Value {
    let mut arguments = vec![
        "intake",
        "--channel",
        channel,
        "--category",
        category,
        "--title",
        "제목",
        "--name",
        "홍길동",
        "--phone",
        "010-1234-5678",
        "--json",
    ];
    arguments.extend(more);
    home.desk(&arguments).done().json()
}

fn guide(home: &Home, more: &[&str]) -> Value {
    let mut arguments = vec!["guide", "--as", "lee", "--lang", "ko", "--json"];
    arguments.extend(more);
    home.desk(&arguments).done().json()
}

/// The texts of a promise's scripts at a moment.
fn said(home: &Home, moment: &str, promise: &str, more: &[&str]) -> Vec<String> {
    let mut arguments = vec!["--moment", moment];
    arguments.extend(more);
    let guidance = guide(home, &arguments);
    let scripts = guidance["scripts"].as_array().unwrap().iter();
    let of_it = scripts.filter(|script| script["promise"] == promise);
    of_it
        .map(|script| script["text"].as_str().unwrap().to_owned())
        .collect()
}

fn record(home: &Home, line: &str) -> Answer {
    let mut arguments = vec!["record", "2026-1"];
    arguments.extend(line.split(' '));
    arguments.push("--json");
    home.desk(&arguments)
}

fn a_visit_is_booked_with_day_and_officer() {
    for (charter, promise) in [("kpf", "kpf.booking"), ("koreha", "koreha.phone.appoint")] {
        let home = desk(charter);
        assert!(!said(&home, "appointment", promise, &[]).is_empty());
        matter(&home, "phone", "question", &[]);
        let book = "book --officer lee --purpose 상담 --at";
        let past = [
            &book.split(' ').collect::<Vec<_>>()[..],
            &["2026-11-01 10:00"],
        ]
        .concat();
        let run =
            |action: &[&str]| home.desk(&[&["record", "2026-1"], action, &["--json"]].concat());
        run(&past).gave_up(1, &["in the future"]);
        let ahead = [
            &book.split(' ').collect::<Vec<_>>()[..],
            &["2026-12-01 10:00"],
        ]
        .concat();
        let shown = run(&ahead).done().json();
        let booked = shown["facts"].as_array().unwrap().last().unwrap();
        assert_eq!(
            (&booked["officer"], &booked["visit_at"]),
            (&json!("lee"), &json!("2026-12-01T10:00:00+09:00"))
        );
        record(&home, "cancel-appointment --text 사정").done();
    }
}

fn nothing_is_told_without_name_and_number() {
    for charter in ["jndc", "kpf", "wonju"] {
        let home = desk(charter);
        home.desk(&["staff", "add", "choi", "--name", "최담당"])
            .done();
        matter(&home, "phone", "complaint", &[]);
        let reply = "reply --outcome accepted --text 조치";
        record(&home, &format!("{reply} --as choi")).gave_up(1, &["staff change choi --phone"]);
        let shown = record(&home, &format!("{reply} --as lee")).done().json();
        let notice = shown["notices"].as_array().unwrap().last().unwrap();
        assert_eq!(
            (&notice["officer"], &notice["department"], &notice["phone"]),
            (&json!("이담당"), &json!("안내과"), &json!("02-000-1111"))
        );
    }
}

fn persons_are_masked() {
    for charter in ["jndc", "kpf", "wonju"] {
        let home = desk(charter);
        let shown = matter(&home, "phone", "complaint", &[]);
        assert_eq!(shown["party"]["name"], json!("홍*동"));
        assert_eq!(shown["party"]["phone"], json!("010-****-5678"));
        let listed = home.desk(&["queue", "--json"]).done().out;
        let whole = home.desk(&["show", "2026-1", "--json"]).done().out;
        for out in [listed, whole] {
            assert!(
                !out.contains("홍길동") && !out.contains("1234-5678"),
                "{out}"
            );
        }
    }
}

fn the_owner_stays_when_others_are_asked() {
    let home = desk("jndc");
    matter(&home, "visit", "complaint", &[]);
    record(&home, "assign --department 안내과 --officer lee").done();
    let shown = record(&home, "consult --department 총무부 --text 도면")
        .done()
        .json();
    assert_eq!(
        (&shown["officer"], &shown["department"]),
        (&json!("lee"), &json!("안내과"))
    );
    let shown = record(&home, "consulted --department 총무부 --text 이상없음")
        .done()
        .json();
    assert_eq!(shown["officer"], json!("lee"));
}

fn a_refusal_needs_its_ground() {
    let home = desk("kpf");
    matter(&home, "web", "complaint", &[]);
    let run = |ground: &str| {
        home.desk(&[
            "record",
            "2026-1",
            "refuse",
            "--ground",
            ground,
            "--remedy",
            "이의신청",
            "--json",
        ])
    };
    run(" ").gave_up(1, &["ground"]);
    run("공공기관운영법 제12조").done();
}

fn a_result_says_what_was_adopted_and_why() {
    for charter in ["jndc", "koreha"] {
        let home = desk(charter);
        matter(&home, "web", "suggestion", &[]);
        let reply = |more: &[&str]| {
            let reply = ["record", "2026-1", "reply", "--as", "lee", "--json"];
            home.desk(&[&reply[..], more].concat())
        };
        reply(&["--text", "말"]).gave_up(2, &["--outcome"]);
        reply(&["--outcome", "declined", "--text", " "]).gave_up(1, &["text"]);
        let declined = ["--outcome", "declined", "--text", "예산이 없습니다."];
        reply(&declined).gave_up(1, &["ground"]);
        let shown = reply(&[&declined[..], &["--ground", "올해 예산에 없음"]].concat());
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

fn misconduct_is_cautioned_trained_and_publicly_apologised_for() {
    let home = desk("koreha");
    let head = [
        "staff",
        "add",
        "head",
        "--name",
        "팀장",
        "--role",
        "supervisor",
        "--phone",
        "02-000-9999",
    ];
    home.desk(&head).done();
    // It came by the web; where it happened decides.
    let taken = matter(&home, "web", "discourtesy", &["--happened", "phone"]);
    assert_eq!(
        taken["standing"],
        json!([{"promise": "koreha.correct.phone", "missing": ["caution", "training"]}])
    );
    let page = home.desk(&["show", "2026-1", "--lang", "ko"]).done().out;
    assert!(page.contains("koreha.correct.phone  주의, 교육"), "{page}");
    record(
        &home,
        "caution --department 안내과 --officer 이담당 --text 주의 --as lee",
    )
    .gave_up(1, &["supervisor"]);
    record(
        &home,
        "caution --department 안내과 --officer 이담당 --text 주의 --as head",
    )
    .done();
    record(&home, "training --officer 이담당 --text 전화응대 --as head").done();
    record(&home, "report-misconduct --detail error --text 오류").done();
    record(&home, "public-apology --text 사과문 --published 2026-11-23")
        .gave_up(1, &["check-facts"]);
    record(&home, "check-facts --text 확인").done();
    let shown = record(&home, "public-apology --text 사과문 --published 2026-11-23")
        .done()
        .json();
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
