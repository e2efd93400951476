//! What proves each guide and policy of the ledger: a row of a table, run on the real binary.
//!
//! The screens are proved beside their code; here stands what the command line says and refuses.

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
        ],
        scripts_stand_at_their_moment_with_the_clerk_named,
    ),
    (
        &[
            "jndc.phone.transfer",
            "kpf.phone.transfer",
            "wonju.phone.transfer",
            "wonju.phone.wrong",
        ],
        a_transfer_names_the_counter_and_its_number,
    ),
    (
        &["kpf.visit.absent"],
        an_absent_officer_is_reached_by_mobile_or_stood_in_for,
    ),
    (
        &[
            "jndc.conduct.customer-view",
            "jndc.conduct.no-gifts",
            "jndc.phone.repeat",
            "jndc.outreach.contact",
            "wonju.phone.repeat",
        ],
        items_of_checklists_are_recorded,
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
        &["jndc.privacy", "kpf.privacy", "wonju.privacy"],
        persons_are_masked,
    ),
    (&["jndc.multi-dept"], the_owner_stays_when_others_are_asked),
    (&["jndc.web.categories"], the_web_desk_has_its_categories),
    (&["kpf.refusal"], a_refusal_needs_its_ground),
    (
        &["koreha.correct.phone", "koreha.correct.public-apology"],
        misconduct_is_cautioned_trained_and_publicly_apologised_for,
    ),
    (
        &["gbvc.experts", "wonju.desks"],
        a_category_leads_to_counter_department_and_number,
    ),
    (
        &["gbvc.channels", "wonju.participation.channels"],
        the_channels_are_taken_and_no_other,
    ),
    (
        &["gbvc.hours"],
        the_office_is_closed_at_lunch_and_on_days_off,
    ),
    (&["wonju.visit.on-behalf"], what_an_officer_wrote_is_marked),
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

/// Charter, moment, promise, and words that are said then.
#[rustfmt::skip]
const SPOKEN: &[(&str, &str, &str, &str)] = &[
        (
            "jndc",
            "greeting",
            "jndc.visit.first",
            "먼저 도와드리겠습니다",
        ),
        (
            "jndc",
            "directions",
            "jndc.visit.no-officer",
            "안내해 드리겠습니다",
        ),
        (
            "jndc",
            "greeting",
            "jndc.phone.rings",
            "안내과 이담당입니다",
        ),
        ("jndc", "closing", "jndc.phone.close", "좋은 하루"),
        ("kpf", "greeting", "kpf.visit.first", "도와드릴까요"),
        ("kpf", "facilities", "kpf.visit.facilities", "무료"),
        ("kpf", "farewell", "kpf.visit.farewell", "안녕히 가십시오"),
        ("kpf", "greeting", "kpf.phone.rings", "안내과 이담당입니다"),
        ("kpf", "listening", "kpf.phone.listen", "공감"),
        (
            "koreha",
            "greeting",
            "koreha.visit.greet",
            "저는 이담당입니다",
        ),
        (
            "koreha",
            "absent",
            "koreha.visit.absent",
            "대신 도와드리겠습니다. 안내과 이담당입니다",
        ),
        (
            "koreha",
            "greeting",
            "koreha.phone.rings",
            "안내과 이담당입니다",
        ),
        (
            "gbvc",
            "greeting",
            "gbvc.phone.answer",
            "안내과 이담당입니다",
        ),
        ("gbvc", "listening", "gbvc.phone.answer", "쉬운 말"),
        ("wonju", "greeting", "wonju.visit.greet", "도와 드릴까요"),
        ("wonju", "busy", "wonju.visit.busy", "잠시만"),
        ("wonju", "farewell", "wonju.visit.farewell", "또 뵙겠습니다"),
        ("wonju", "facilities", "wonju.visit.facilities", "확대경"),
        (
            "wonju",
            "greeting",
            "wonju.phone.rings",
            "안내과 이담당입니다",
        ),
        ("wonju", "closing", "wonju.phone.close", "안녕히 계십시오"),
];

fn scripts_stand_at_their_moment_with_the_clerk_named() {
    for (charter, moment, promise, wanted) in SPOKEN {
        let home = desk(charter);
        let texts = said(&home, moment, promise, &[]);
        let found = texts.iter().any(|text| text.contains(wanted));
        assert!(found, "{promise} at {moment}: {texts:?}");
    }
}

fn a_transfer_names_the_counter_and_its_number() {
    for (charter, moment, promise, category, wanted) in [
        (
            "kpf",
            "transfer",
            "kpf.phone.transfer",
            "library",
            &["조사분석실", "02-000-2003"][..],
        ),
        (
            "wonju",
            "transfer",
            "wonju.phone.transfer",
            "venue",
            &["총무과", "대관 담당"],
        ),
        (
            "wonju",
            "wrong_number",
            "wonju.phone.wrong",
            "venue",
            &["총무과", "033-000-1045"],
        ),
        (
            "jndc",
            "transfer",
            "jndc.phone.transfer",
            "complaint",
            &["번으로 다시"],
        ),
    ] {
        let home = desk(charter);
        let texts = said(&home, moment, promise, &["--category", category]).join(" ");
        for wanted in wanted {
            assert!(texts.contains(wanted), "{promise}: {texts}");
        }
        assert!(!texts.contains('['), "nothing is missing: {texts}");
        // Without a category the speaker sees what to fill in.
        let texts = said(&home, moment, promise, &[]).join(" ");
        assert!(texts.contains('['), "{texts}");
    }
}

fn an_absent_officer_is_reached_by_mobile_or_stood_in_for() {
    let home = desk("kpf");
    let kim = ["staff", "add", "kim", "--name", "김담당", "--deputy", "lee"];
    home.desk(&[&kim[..], &["--mobile", "010-0000-3333"]].concat())
        .done();
    let guidance = guide(&home, &["--moment", "absent", "--officer", "kim"]);
    assert_eq!(guidance["officer"]["mobile"], json!("010-0000-3333"));
    assert_eq!(guidance["officer"]["deputy"], json!("이담당"));
    assert_eq!(guidance["officer"]["deputy_phone"], json!("02-000-1111"));
    let text = guidance["scripts"][0]["text"].as_str().unwrap();
    assert!(text.contains("010-0000-3333"), "{text}");
    home.desk(&["guide", "--officer", "nobody"])
        .gave_up(1, &["nobody"]);
}

fn items_of_checklists_are_recorded() {
    let home = desk("jndc");
    let guidance = guide(&home, &["--moment", "conduct"]);
    let items: Vec<&str> = guidance["scripts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|script| script["item"].as_str().unwrap())
        .collect();
    assert_eq!(
        items,
        ["jndc.conduct.customer-view/1", "jndc.conduct.no-gifts/1"]
    );
    matter(&home, "phone", "complaint", &[]);
    let shown = record(
        &home,
        "tick --items jndc.phone.repeat,jndc.conduct.no-gifts",
    )
    .done()
    .json();
    let ticked = shown["facts"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&ticked["kind"], &ticked["items"]),
        (
            &json!("checklist_ticked"),
            &json!(["jndc.phone.repeat/1", "jndc.conduct.no-gifts/1"])
        )
    );
    record(&home, "tick --items jndc.outreach.contact/2").done();
    record(&home, "tick --items jndc.outreach.contact/2").gave_up(1, &["already"]);
    record(&home, "tick --items jndc.outreach.contact/9").gave_up(1, &["jndc.outreach.contact/3"]);
    // With the receipt, and on the call itself.
    let taken = matter(
        &home,
        "phone",
        "complaint",
        &["--ticked", "jndc.phone.repeat"],
    );
    assert_eq!(
        (&taken["facts"][1]["kind"], &taken["facts"][1]["items"]),
        (&json!("checklist_ticked"), &json!(["jndc.phone.repeat/1"]))
    );
    home.desk(&["contact", "call"]).done();
    let tick = ["contact", "tick", "C2026-1", "--items"];
    let call = home.desk(&[&tick[..], &["jndc.phone.repeat,jndc.phone.close", "--json"]].concat());
    assert_eq!(
        call.done().json()["ticked"],
        json!(["jndc.phone.repeat/1", "jndc.phone.close/1"])
    );
    home.desk(&[&tick[..], &["jndc.phone.repeat"]].concat())
        .gave_up(1, &["already"]);
    home.desk(&[&tick[..], &["jndc.phone.rings"]].concat())
        .gave_up(1, &["jndc.phone.repeat/1"]);
    let other = desk("wonju");
    matter(&other, "phone", "complaint", &[]);
    record(&other, "tick --items wonju.phone.repeat").done();
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
        run(&past).gave_up(1, &["ahead"]);
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
    let shown = record(&home, "consult --department 설계부 --text 도면")
        .done()
        .json();
    assert_eq!(
        (&shown["officer"], &shown["department"]),
        (&json!("lee"), &json!("안내과"))
    );
    let shown = record(&home, "consulted --department 설계부 --text 이상없음")
        .done()
        .json();
    assert_eq!(shown["officer"], json!("lee"));
}

fn the_web_desk_has_its_categories() {
    let home = Home::empty();
    let shown = home
        .run(&["charter", "show", "jndc", "--json"])
        .done()
        .json();
    let ids: Vec<&str> = shown["categories"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    let counters: Vec<&str> = shown["channels"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_str().unwrap())
        .collect();
    assert!(counters.contains(&"web"));
    for wanted in [
        "complaint",
        "suggestion",
        "privacy",
        "subcontract",
        "corruption",
        "disclosure",
        "budget",
    ] {
        assert!(
            ids.iter().any(|id| id.contains(wanted)),
            "{wanted}: {ids:?}"
        );
    }
    // Day and night, weekends too.
    let desk = desk("jndc");
    let night = ["--received", "2026-11-22 03:00"];
    matter(&desk, "web", "complaint", &night);
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
    run(" ").gave_up(1, &["legal ground"]);
    run("공공기관운영법 제12조").done();
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
    matter(&home, "phone", "discourtesy", &[]);
    record(&home, "report-misconduct --detail discourtesy --text 막말").done();
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
    let shown = record(&home, "public-apology --text 사과문 --published 2026-11-23")
        .done()
        .json();
    let facts = shown["facts"].as_array().unwrap();
    let kinds: Vec<&str> = facts
        .iter()
        .map(|fact| fact["kind"].as_str().unwrap())
        .collect();
    for kind in ["caution_given", "training_given", "public_apology_made"] {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
}

fn a_category_leads_to_counter_department_and_number() {
    let wonju = Home::empty();
    let shown = wonju
        .run(&["guide", "--charter", "wonju", "--json"])
        .done()
        .json();
    assert_eq!(
        shown["counters"].as_array().unwrap().len(),
        11,
        "seven and four"
    );
    for charter in ["gbvc", "wonju"] {
        let home = desk(charter);
        let all = guide(&home, &[])["counters"].as_array().unwrap().clone();
        for counter in all {
            for category in counter["categories"].as_array().unwrap() {
                let category = category.as_str().unwrap();
                let one = guide(&home, &["--category", category]);
                assert_eq!(one["counters"], json!([counter]));
                let taken = matter(&home, "phone", category, &[]);
                assert_eq!(taken["department"], counter["department"], "{category}");
            }
            for key in ["department", "officer", "phone"] {
                assert!(!counter[key].as_str().unwrap().is_empty());
            }
        }
        home.desk(&["guide", "--category", "nothing"])
            .gave_up(1, &["nothing"]);
    }
}

fn the_channels_are_taken_and_no_other() {
    for (charter, all) in [
        ("gbvc", &["phone", "fax", "web", "post", "visit"][..]),
        ("wonju", &["visit", "post", "phone", "fax", "web"]),
    ] {
        let home = desk(charter);
        for channel in all {
            matter(&home, channel, "complaint", &[]);
        }
        let wrong = [
            "intake",
            "--channel",
            "epeople",
            "--category",
            "complaint",
            "--title",
            "제목",
        ];
        home.desk(&wrong).gave_up(1, &["epeople"]);
    }
}

fn the_office_is_closed_at_lunch_and_on_days_off() {
    let home = Home::empty();
    let due = |from: &str| {
        let line = [
            "due",
            "--charter",
            "gbvc",
            "--count",
            "working_hours",
            "--limit",
            "1 hour",
            "--from",
            from,
            "--json",
        ];
        text_of(&home.run(&line).done().json()["due_at"])
    };
    assert_eq!(due("2026-11-23 11:30"), "2026-11-23T13:30:00+09:00");
    // Friday evening to Monday; a holiday to the day after it.
    assert_eq!(due("2026-11-20 18:00"), "2026-11-23T10:00:00+09:00");
    assert_eq!(due("2026-12-24 17:30"), "2026-12-28T09:30:00+09:00");
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn what_an_officer_wrote_is_marked() {
    let home = desk("wonju");
    let shown = matter(&home, "visit", "complaint", &["--on-behalf", "--as", "lee"]);
    assert_eq!(shown["on_behalf"], json!(true));
    assert_eq!(
        shown["facts"][0]["by"],
        json!("lee"),
        "the officer who wrote it"
    );
}

/// Scripts of every charter are written for both languages, and nothing that speaks is left without words.
#[test]
fn every_script_is_said_in_both_languages() {
    for charter in CHARTERS {
        let home = Home::empty();
        for lang in ["ko", "en"] {
            let line = ["guide", "--charter", charter, "--lang", lang];
            let page = home.run(&line).done().out;
            assert!(page.lines().count() > 4, "{page}");
        }
    }
}
