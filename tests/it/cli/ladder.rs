//! The ladder of three steps on the command line, from the first complaint to the caution on the officer's record.

use super::{Answer, Home, text};
use serde_json::{Value, json};

/// The charter with limits on the first two steps.
fn charter() -> String {
    let charter = include_str!("../../../src/charters/gbvc.toml").to_owned();
    let limits = [
        (
            "limit = \"1 hour\"\ncount = \"working_hours\"\nby_default = true\n",
            1,
        ),
        (
            "limit = \"7 days\"\ncount = \"petition_act\"\nby_default = true\nfrom = \"received\"\n",
            2,
        ),
    ];
    limits.into_iter().fold(charter, |charter, (limit, step)| {
        let end = format!("met_by = \"step\"\nstep = {step}\n");
        let limited = format!("{limit}{end}");
        if charter.contains(&limited) {
            charter
        } else {
            charter.replace(&end, &limited)
        }
    })
}

/// A desk with a clerk, a supervisor and two officers without an account.
fn desk() -> Home {
    desk_since("2026-11-02 09:00")
}

fn desk_since(now: &str) -> Home {
    let home = Home::empty();
    let file = home.path("own.toml");
    std::fs::write(&file, charter()).unwrap();
    home.desk_at(now, &["init", "--charter", &text(file), "--practice"])
        .done();
    for member in [
        "park --name 박예시 --department 고객지원팀 --no-login",
        "jung --name 정보기 --department 경영지원팀 --no-login",
        "kim --name 김가상 --department 고객지원팀 --phone 054-000-1365",
        "lee --name 이표본 --department 고객지원팀 --phone 054-000-1366 --role supervisor",
    ] {
        at(&home, now, &format!("staff add {member}")).done();
    }
    home
}

/// Words separated by spaces.
fn at(home: &Home, now: &str, words: &str) -> Answer {
    let words: Vec<&str> = words.split(' ').collect();
    home.desk_at(now, &words)
}

fn json_at(home: &Home, now: &str, words: &str) -> Value {
    at(home, now, &format!("{words} --json")).done().json()
}

fn tell(home: &Home, now: &str, id: &str) {
    let told = format!("notices told {id} --how document --text 통지문 --as kim");
    at(home, now, &told).done();
}

const NOLBU: &str = "--name 박놀부 --phone 010-0000-1109";
const HEUNGBU: &str = "--name 박흥부 --phone 010-0000-1108";

fn complain(home: &Home, now: &str, who: &str, title: &str) {
    let intake =
        format!("intake --channel phone --category complaint --title {title} {who} --as kim");
    at(home, now, &intake).done();
}

fn row(home: &Home, now: &str, number: &str, view: &str) -> Option<Value> {
    let page = json_at(
        home,
        now,
        &format!("queue --subject case {view}")
            .trim_end()
            .replace("  ", " "),
    );
    let rows = page["rows"].as_array().unwrap();
    rows.iter().find(|row| row["number"] == number).cloned()
}

fn deadline(shown: &Value, promise: &str) -> Value {
    let mut all = shown["deadlines"].as_array().unwrap().iter();
    all.find(|one| one["promise"] == promise).unwrap().clone()
}

const EARLY: &str =
    "record 2026-3 step3 --reason 미이행 --department 경영지원팀 --officer jung --as lee";

#[test]
fn the_ladder_is_played_to_the_caution_on_the_officers_record() {
    let home = desk();
    first_complaint(&home);
    another_customer(&home);
    the_same_customer_again(&home);
    not_put_into_practice(&home);
    at(&home, "2026-11-20 12:00", "verify").done();
}

/// The first complaint goes to the team in charge, which has to be told within a working hour.
fn first_complaint(home: &Home) {
    complain(home, "2026-11-02 10:00", NOLBU, "대여-예약이-겹쳤습니다");
    let due = row(home, "2026-11-02 10:05", "2026-000001", "").unwrap();
    assert_eq!((&due["step"], &due["step_due"]), (&json!(0), &json!(1)));
    assert_eq!(due["promise"], "gbvc.step.1");
    let one = "record 2026-1 step1 --department 경영지원팀 --officer 정보기 --instruction 원인-확인 --as kim";
    let shown = json_at(home, "2026-11-02 10:30", one);
    assert_eq!(
        (&shown["department"], &shown["officer"]),
        (&json!("경영지원팀"), &json!("jung"))
    );
    assert_eq!(deadline(&shown, "gbvc.step.1")["status"], "running");
    let notices = shown["notices"].as_array().unwrap();
    let kinds: Vec<&str> = notices
        .iter()
        .map(|one| one["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["receipt", "in-charge", "instruction"]);
    tell(home, "2026-11-02 10:40", "2026-1/2/instruction/1");
    let shown = json_at(home, "2026-11-02 10:45", "show 2026-1");
    assert_eq!(deadline(&shown, "gbvc.step.1")["status"], "met");
    assert_eq!(
        deadline(&shown, "gbvc.step.1")["met_at"],
        "2026-11-02T10:40:00+09:00"
    );
    assert_eq!(shown["steps"][0]["due_at"], "2026-11-02T11:00:00+09:00");
    assert_eq!(
        row(home, "2026-11-02 10:45", "2026-000001", "").unwrap()["step_due"],
        json!(null)
    );
}

/// Another customer with the same content is only pointed to.
fn another_customer(home: &Home) {
    complain(home, "2026-11-05 10:00", HEUNGBU, "대여-예약이-겹쳤습니다");
    let two = "record 2026-2 step2 --result 고침 --apology 죄송합니다 --as kim";
    at(home, "2026-11-05 10:10", two).gave_up(1, &["Step 2 needs the earlier case"]);
    let link = "record 2026-2 link --earlier 2026-1 --as kim";
    at(home, "2026-11-05 10:10", link).gave_up(1, &["only a supervisor", "the names contradict"]);
    let see = json_at(home, "2026-11-05 10:20", &format!("{link} --see-also"));
    assert_eq!(
        see["links"],
        json!([{"number": "2026-000001", "kind": "see_also"}])
    );
    at(home, "2026-11-05 10:30", two).gave_up(1, &["2026-000001 is linked as a reference only"]);
    assert_eq!(
        row(home, "2026-11-05 10:30", "2026-000002", "").unwrap()["step_due"],
        json!(1)
    );
}

/// The same customer again: a person confirms, and the second step is due within 7 days of this receipt.
fn the_same_customer_again(home: &Home) {
    complain(home, "2026-11-10 10:00", NOLBU, "대여-예약이-또-겹쳤습니다");
    let linked = json_at(
        home,
        "2026-11-10 10:20",
        "record 2026-3 link --earlier 2026-1 --as kim",
    );
    assert_eq!(
        linked["links"],
        json!([{"number": "2026-000001", "kind": "earlier"}])
    );
    let due = row(home, "2026-11-10 10:30", "2026-000003", "--view step2").unwrap();
    assert_eq!((&due["step"], &due["step_due"]), (&json!(0), &json!(2)));
    let early = EARLY;
    at(home, "2026-11-10 10:30", early).gave_up(1, &["step 2 is missing"]);
    let two = "record 2026-3 step2 --result 확정-전-전화 --apology 거듭-죄송합니다 --as kim";
    let shown = json_at(home, "2026-11-12 10:00", two);
    assert_eq!(deadline(&shown, "gbvc.step.2")["status"], "running");
    at(home, "2026-11-12 10:10", early).gave_up(1, &["not both told"]);
    tell(home, "2026-11-12 11:00", "2026-3/3/apology/1");
    at(home, "2026-11-12 11:10", early).gave_up(1, &["not both told"]);
    tell(home, "2026-11-13 11:00", "2026-3/3/measures/1");
    let shown = json_at(home, "2026-11-13 11:10", "show 2026-3");
    let step = deadline(&shown, "gbvc.step.2");
    assert_eq!(
        (&step["status"], &step["met_at"]),
        (&json!("met"), &json!("2026-11-13T11:00:00+09:00"))
    );
}

/// A third time: what was promised was not put into practice.
fn not_put_into_practice(home: &Home) {
    let early = EARLY;
    complain(
        home,
        "2026-11-20 10:00",
        NOLBU,
        "대여-예약이-세-번째-겹쳤습니다",
    );
    at(
        home,
        "2026-11-20 10:20",
        "record 2026-4 link --earlier 2026-3 --as kim",
    )
    .done();
    at(
        home,
        "2026-11-20 11:00",
        &early.replace("--as lee", "--as kim"),
    )
    .gave_up(1, &["record step 3", "supervisor"]);
    let shown = json_at(home, "2026-11-20 11:10", early);
    let notices = shown["notices"].as_array().unwrap();
    let cautions: Vec<_> = notices
        .iter()
        .filter(|one| one["kind"] == "caution")
        .collect();
    assert_eq!(cautions.len(), 2);
    for id in ["2026-3/6/caution/1", "2026-3/6/caution/2"] {
        tell(home, "2026-11-20 11:20", id);
    }
    let record = json_at(home, "2026-11-20 12:00", "staff show jung");
    assert_eq!(
        (&record["name"], &record["role"]),
        (&json!("정보기"), &json!("no-login"))
    );
    assert_eq!(
        record["record"],
        json!([{"number": "2026-000003", "kind": "caution", "at": "2026-11-20T11:10:00+09:00", "fact": 6}])
    );
    let told = at(home, "2026-11-20 12:00", "staff show 정보기").done().out;
    for part in ["정보기", "caution", "2026-11-20", "2026-000003"] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    let nothing = at(home, "2026-11-20 12:00", "staff show park").done().out;
    assert!(nothing.contains("No caution"), "{nothing}");
}

/// Over lunch, on a Friday evening and before a long holiday; the reckoning stands beside each.
#[test]
fn the_steps_are_due_when_the_office_has_worked_for_so_long() {
    for (since, now, first, second) in [
        // 30 minutes before lunch, 30 after it; Mon 2 (1) .. Fri 6 (5), Mon 9 (6), Tue 10 (7)
        (
            "2026-11-02 09:00",
            "2026-11-02 11:30",
            "2026-11-02T13:30:00+09:00",
            "2026-11-11T00:00:00+09:00",
        ),
        // 20 minutes of Friday, 40 of Monday; Fri 6 (1), Mon 9 (2) .. Fri 13 (6), Mon 16 (7)
        (
            "2026-11-06 09:00",
            "2026-11-06 17:40",
            "2026-11-09T09:40:00+09:00",
            "2026-11-17T00:00:00+09:00",
        ),
        // Wed 23 (1); Chuseok Thu 24 .. Sat 26; Mon 28 (2) .. Fri Oct 2 (6); Sat 3 and its substitute Mon 5; Tue 6 (7)
        (
            "2026-09-23 09:00",
            "2026-09-23 17:40",
            "2026-09-28T09:40:00+09:00",
            "2026-10-07T00:00:00+09:00",
        ),
    ] {
        let home = desk_since(since);
        complain(&home, now, NOLBU, "대여-예약이-겹쳤습니다");
        complain(&home, now, NOLBU, "대여-예약이-또-겹쳤습니다");
        let link = "record 2026-2 link --earlier 2026-1 --as kim";
        let linked = json_at(&home, now, link);
        let due = ["gbvc.step.1", "gbvc.step.2", "act.grievance-again"]
            .map(|promise| deadline(&linked, promise)["due_at"].clone());
        assert_eq!(due, [first, second, second].map(|at| json!(at)), "{now}");
    }
}

#[test]
fn a_grievance_brought_again_is_for_the_audit_department() {
    let home = desk();
    let auditor = "staff add han --name 한감사 --department 감사실 --role auditor";
    at(&home, "2026-11-02 09:00", auditor).done();
    complain(&home, "2026-11-02 10:00", NOLBU, "대여-예약이-겹쳤습니다");
    let assign = |number: u32, team: &str, officer: &str| {
        format!("record 2026-{number} assign --department {team} --officer {officer} --as kim")
    };
    let first = at(&home, "2026-11-02 10:10", &assign(1, "고객지원팀", "park"));
    assert!(!first.done().out.contains("audit"));
    complain(
        &home,
        "2026-11-06 17:40",
        NOLBU,
        "대여-예약이-또-겹쳤습니다",
    );
    let now = "2026-11-06 17:50";
    let said = at(&home, now, "record 2026-2 link --earlier 2026-1 --as kim");
    let rule = "investigated by the audit department or the like";
    assert!(said.done().out.contains(rule));
    let shown = json_at(&home, now, "show 2026-2");
    let mut ids = shown["deadlines"].as_array().unwrap().iter();
    assert!(ids.all(|one| one["promise"] != "act.grievance"));
    let same = at(&home, now, &assign(2, "고객지원팀", "park")).done().out;
    let warned = "고객지원팀 is the department complained of. Leave the investigation to 감사실.";
    assert!(same.contains(warned), "{same}");
    let in_korean = format!("{} --lang ko", assign(2, "고객지원팀", "park"));
    let same = at(&home, now, &in_korean).done().out;
    assert!(same.contains("고객지원팀은 지적받은 부서입니다"), "{same}");
    let audit = at(&home, now, &assign(2, "감사실", "han")).done().out;
    assert!(
        audit.contains(rule) && !audit.contains("complained of. Leave"),
        "{audit}"
    );
    let step =
        "record 2026-2 step1 --department 고객지원팀 --officer park --instruction 확인 --as kim";
    let said = at(&home, now, step).done().out;
    assert!(said.contains("after step 1, assign it to 감사실"), "{said}");
    at(&home, now, "verify").done();
}

/// What is tried, and a part of the sentence in each language.
const REFUSED: &[(&str, &str, &str)] = &[
    (
        "2026-2 step1 --instruction 확인 --department 고객지원팀 --officer park",
        "불만이나 불친절",
        "for complaints",
    ),
    (
        "2026-2 step2 --result 고침 --apology 죄송",
        "불만이나 불친절",
        "for complaints",
    ),
    (
        "2026-1 step1 --instruction 확인 --department 없는팀 --officer park",
        "고객지원팀",
        "고객지원팀",
    ),
    (
        "2026-1 step1 --instruction 확인 --department 고객지원팀 --officer 박예사",
        "박예시",
        "박예시",
    ),
    (
        "2026-1 step1 --instruction 확인 --department 고객지원팀 --officer jung",
        "경영지원팀",
        "belongs to",
    ),
    (
        "2026-3 step2 --result 고침 --apology 죄송",
        "이전 민원이 필요",
        "needs the earlier case",
    ),
    ("2026-3 link --earlier 2026-3", "자기 자신", "into itself"),
    (
        "2026-1 link --earlier 2026-3",
        "먼저 접수된",
        "did not come before",
    ),
    (
        "2026-3 link --earlier 2026-9",
        "찾을 수 없습니다",
        "no case 2026-000009",
    ),
    (
        "2026-3 link --earlier 2026-2",
        "감독자만",
        "only a supervisor",
    ),
    (
        "2026-3 step3 --reason 미이행 --department 고객지원팀 --officer park",
        "권한",
        "only these roles",
    ),
    (
        "2026-2 step3 --reason 미이행 --department 고객지원팀 --officer park --as lee",
        "불만이나 불친절",
        "for complaints",
    ),
];

#[test]
fn what_a_step_cannot_be_recorded_with_is_told_in_one_sentence() {
    let home = desk();
    let now = "2026-11-23 10:00";
    complain(&home, now, NOLBU, "대여-예약이-겹쳤습니다");
    at(
        &home,
        now,
        "intake --channel phone --category praise --title 고맙습니다 --as kim",
    )
    .done();
    complain(&home, now, NOLBU, "대여-예약이-또-겹쳤습니다");
    let before = json_at(&home, now, "queue");
    for (words, ko, en) in REFUSED {
        for (lang, said) in [("ko", *ko), ("en", *en)] {
            let by = if words.contains("--as") {
                ""
            } else {
                " --as kim"
            };
            let answer = at(&home, now, &format!("record {words}{by} --lang {lang}"));
            let told = answer.err.to_lowercase();
            assert_eq!(
                (answer.code, told.lines().count()),
                (1, 1),
                "{words}: {answer:?}"
            );
            assert!(told.contains(said), "{words}: {told}");
        }
    }
    let third =
        "record 2026-3 step3 --reason 미이행 --department 고객지원팀 --officer park --as lee";
    at(&home, now, third).gave_up(1, &["step 2 is missing"]);
    at(&home, now, "record 2026-3 link --earlier 2026-2 --as lee").gave_up(1, &["--reason"]);
    at(&home, now, "record 2026-1 note --text 메모 --as park").gave_up(1, &["has no account"]);
    at(&home, now, "staff show nobody").gave_up(1, &["nobody"]);
    assert_eq!(json_at(&home, now, "queue"), before);
}
