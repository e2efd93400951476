//! What proves each guide and policy of the ledger: a row of a table, run on the real binary, seen kept and broken.
//!
//! The screens are proved beside their code; here stands what the command line says and refuses.

mod counters;
mod results;
mod spoken;

use crate::cli::{Answer, Home};
use serde_json::{Value, json};

/// Ids, what shows all of them kept, and what comes of breaking them: a refusal, a blank, nothing said.
type Proof = (&'static [&'static str], fn(), fn());

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
        spoken::nothing_is_said_at_another_moment,
    ),
    (
        &[
            "jndc.phone.transfer",
            "kpf.phone.transfer",
            "wonju.phone.transfer",
            "wonju.phone.wrong",
        ],
        spoken::a_transfer_names_the_counter_and_its_number,
        spoken::what_a_transfer_does_not_know_stands_in_brackets,
    ),
    (
        &["kpf.visit.absent"],
        spoken::an_absent_officer_is_reached_by_mobile_or_stood_in_for,
        spoken::an_officer_whom_nobody_knows_is_refused,
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
        spoken::an_item_is_ticked_once_and_only_where_it_stands,
    ),
    (
        &["kpf.booking", "koreha.phone.appoint"],
        a_visit_is_booked_with_day_and_officer,
        a_visit_is_not_booked_in_the_past_nor_with_nobody,
    ),
    (
        &["jndc.named", "kpf.reply.named", "wonju.named"],
        nothing_is_told_without_name_and_number,
        a_reply_without_number_is_refused,
    ),
    (
        &[
            "jndc.privacy",
            "kpf.privacy",
            "koreha.privacy",
            "wonju.privacy",
        ],
        persons_are_masked,
        who_is_not_on_the_staff_sees_nothing,
    ),
    (
        &["jndc.multi-dept"],
        the_owner_stays_when_others_are_asked,
        only_who_was_asked_answers_and_an_assignment_moves_it,
    ),
    (
        &["jndc.web.categories"],
        counters::the_web_desk_has_its_categories,
        counters::what_the_desk_does_not_take_is_refused,
    ),
    (
        &["kpf.refusal"],
        results::a_refusal_bears_ground_and_remedy,
        results::a_refusal_without_them_is_refused,
    ),
    (
        &["koreha.correct.phone", "koreha.correct.public-apology"],
        results::misconduct_is_cautioned_trained_and_publicly_apologised_for,
        results::no_clerk_cautions_and_nothing_unchecked_is_published,
    ),
    (
        &["gbvc.experts", "wonju.desks"],
        counters::a_category_leads_to_counter_department_and_number,
        counters::an_unknown_category_leads_nowhere,
    ),
    (
        &["jndc.channels", "kpf.channels", "koreha.channels"],
        counters::what_the_charter_publishes_is_shown,
        counters::what_the_desk_does_not_take_is_refused,
    ),
    (
        &["jndc.opinion.reflect", "koreha.opinion.improve"],
        results::a_result_says_what_was_adopted_and_why,
        results::a_result_without_outcome_or_reason_is_refused,
    ),
    (
        &["wonju.disclosure"],
        counters::a_disclosure_has_the_period_of_its_own_act,
        counters::a_disclosure_is_not_extended_beyond_its_own_act,
    ),
    (
        &["gbvc.channels", "wonju.participation.channels"],
        counters::the_channels_are_taken,
        counters::what_the_desk_does_not_take_is_refused,
    ),
    (
        &["gbvc.hours"],
        counters::the_office_is_closed_at_lunch_and_on_days_off,
        counters::a_deadline_of_hours_is_missed_when_the_office_is_open,
    ),
    (
        &["wonju.visit.on-behalf"],
        counters::what_an_officer_wrote_is_marked,
        counters::what_was_only_said_is_no_petition,
    ),
];

const CHARTERS: [&str; 5] = ["jndc", "kpf", "koreha", "gbvc", "wonju"];

#[test]
fn every_proof_holds() {
    for (ids, kept, broken) in PROOFS {
        println!("{ids:?}");
        kept();
        broken();
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

/// A visit booked with an officer for a day; the officer of the staff whom the desk knows.
fn booking(home: &Home, officer: &str, day: &str) -> Answer {
    let book = ["record", "2026-1", "book", "--purpose", "상담", "--json"];
    home.desk(&[&book[..], &["--officer", officer, "--at", day]].concat())
}

fn a_visit_is_booked_with_day_and_officer() {
    for (charter, promise) in [("kpf", "kpf.booking"), ("koreha", "koreha.phone.appoint")] {
        let home = desk(charter);
        assert!(!said(&home, "appointment", promise, &[]).is_empty());
        matter(&home, "phone", "question", &[]);
        let shown = booking(&home, "lee", "2026-12-01 10:00").done().json();
        let booked = shown["facts"].as_array().unwrap().last().unwrap();
        assert_eq!(
            (&booked["officer"], &booked["visit_at"]),
            (&json!("lee"), &json!("2026-12-01T10:00:00+09:00"))
        );
        record(&home, "cancel-appointment --text 사정").done();
    }
}

fn a_visit_is_not_booked_in_the_past_nor_with_nobody() {
    for charter in ["kpf", "koreha"] {
        let home = desk(charter);
        matter(&home, "phone", "question", &[]);
        booking(&home, "lee", "2026-11-01 10:00").gave_up(1, &["in the future"]);
        booking(&home, " ", "2026-12-01 10:00").gave_up(1, &["officer"]);
    }
}

const REPLY: &str = "reply --outcome accepted --text 조치";

fn nothing_is_told_without_name_and_number() {
    for charter in ["jndc", "kpf", "wonju"] {
        let home = desk(charter);
        matter(&home, "phone", "complaint", &[]);
        let shown = record(&home, &format!("{REPLY} --as lee")).done().json();
        let notice = shown["notices"].as_array().unwrap().last().unwrap();
        assert_eq!(
            (&notice["officer"], &notice["department"], &notice["phone"]),
            (&json!("이담당"), &json!("안내과"), &json!("02-000-1111"))
        );
    }
}

fn a_reply_without_number_is_refused() {
    for charter in ["jndc", "kpf", "wonju"] {
        let home = desk(charter);
        let choi = ["staff", "add", "choi", "--name", "최담당"];
        home.desk(&choi).done();
        matter(&home, "phone", "complaint", &[]);
        let refused = record(&home, &format!("{REPLY} --as choi"));
        refused.gave_up(1, &["staff change choi --phone"]);
        let shown = home.desk(&["show", "2026-1", "--json"]).done().json();
        assert_eq!(shown["stage"], json!("received"));
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

/// Secrets are kept from whoever has no account, or has none any more.
fn who_is_not_on_the_staff_sees_nothing() {
    for charter in ["jndc", "kpf", "koreha", "wonju"] {
        let home = desk(charter);
        matter(&home, "phone", "complaint", &[]);
        let show = |login: &str| home.desk(&["show", "2026-1", "--as", login]);
        show("lee").done();
        show("stranger").gave_up(1, &["stranger"]);
        home.desk(&["staff", "retire", "lee"]).done();
        show("lee").gave_up(1, &["lee"]);
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

fn only_who_was_asked_answers_and_an_assignment_moves_it() {
    let home = desk("jndc");
    matter(&home, "visit", "complaint", &[]);
    record(&home, "assign --department 안내과 --officer lee").done();
    record(&home, "consulted --department 총무부 --text 이상없음").gave_up(1, &["owes"]);
    let moved = record(&home, "assign --department 총무부").done().json();
    assert_eq!(
        (&moved["officer"], &moved["department"]),
        (&json!(""), &json!("총무부"))
    );
}
