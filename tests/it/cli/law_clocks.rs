//! The clocks of the law on the way: front desk, wrong department, consultation, supplement, reminder.

use super::{Home, complaint, documents::deadline};
use serde_json::{Value, json};

/// A home on a charter with a front desk, at which whoever founded the desk works.
fn with_a_front_desk() -> Home {
    let home = Home::empty();
    let toml = home.run(&["charter", "export", "gbvc"]).done().out;
    let toml = toml.replacen(
        "night_receipt = \"literal\"\n",
        "night_receipt = \"literal\"\nfront_desk = \"민원실\"\n",
        1,
    );
    let path = home.path("own.toml");
    std::fs::write(&path, toml).unwrap();
    home.desk(&["init", "--charter", path.to_str().unwrap(), "--practice"])
        .done();
    let me = home.json(&["staff", "list"])[0]["login"].clone();
    let me = me.as_str().unwrap().to_owned();
    home.desk(&["staff", "change", &me, "--department", "민원실"])
        .done();
    home
}

#[test]
fn what_the_front_desk_takes_in_is_passed_on_within_a_working_hour() {
    let home = with_a_front_desk();
    let mut question = complaint("봉사활동 장소");
    question[4] = "question";
    let number = home.desk(&question).done().out.trim().to_owned();
    let shown = home.json(&["show", &number]);
    let pass_on = deadline(&shown, "act.pass-on");
    assert_eq!(pass_on["due_at"], "2026-11-23T15:00:00+09:00");
    assert_eq!(pass_on["announced_due"], Value::Null);
    let ground = pass_on["explain"][0].as_str().unwrap();
    assert!(ground.contains("decree art. 13(1)"), "{ground}");
    assert_eq!(home.cases(&[])[0]["promise"], "act.pass-on");
    let assign = ["record", &number, "assign", "--department", "활동지원팀"];
    let shown = home.json(&assign);
    assert_eq!(deadline(&shown, "act.pass-on")["status"], "met");
}

#[test]
fn what_is_not_ours_is_due_elsewhere_and_says_by_which_article() {
    let home = Home::practising();
    let number = home.complaint("교육장 냉방");
    let not_ours = [
        "record",
        &number,
        "misdirected",
        "--text",
        "경영지원팀 소관",
    ];
    home.desk(&[&not_ours[..], &["--whose", "department"]].concat())
        .done();
    let shown = home.json(&["show", &number]);
    let hand_on = deadline(&shown, "act.hand-on");
    assert_eq!(hand_on["due_at"], "2026-11-23T17:00:00+09:00");
    assert_eq!(hand_on["missing"], json!(["hand_on"]));
    let agency = [&not_ours[..], &["--whose", "agency"]].concat();
    let shown = home.json(&agency);
    assert_eq!(
        deadline(&shown, "act.transfer")["due_at"],
        "2026-11-24T14:00:00+09:00"
    );
    home.desk(&[&not_ours[..], &["--whose", "nobody"]].concat())
        .gave_up(2, &["nobody"]);
}

#[test]
fn a_consultation_by_a_day_is_given_more_time_once() {
    let home = Home::practising();
    let number = home.complaint("교육장 냉방");
    let consult = |until: &'static str| {
        let asked = ["record", &number, "consult", "--department", "경영지원팀"];
        home.desk(&[&asked[..], &["--text", "점검", "--until", until]].concat())
    };
    consult("2026-11-25").done();
    consult("2026-11-25").gave_up(1, &["was already asked, by 2026-11-25"]);
    consult("2026-11-26").done();
    consult("2026-11-27").gave_up(1, &["cannot be given more (act art. 20)"]);
    let shown = home.json(&["show", &number]);
    let asked = deadline(&shown, "act.consult");
    assert_eq!(asked["due_date"], "2026-11-26");
    let last = asked["explain"].as_array().unwrap().last().unwrap();
    assert!(last.as_str().unwrap().starts_with("2026-11-26"), "{asked}");
}

#[test]
fn the_head_says_until_when_a_supplement_can_be_asked_for_and_later_the_reason_is_asked() {
    let home = Home::practising();
    let number = home.complaint("교육장 냉방");
    let head = |now| home.desk_at(now, &["show", &number]).done().out;
    let said = "supplement can be asked for until 2026-11-24 14:00";
    assert!(head("2026-11-24 14:00").contains(said));
    assert!(!head("2026-11-24 14:01").contains("supplement"));
    let ask = ["record", &number, "supplement", "--text", "사진"];
    let ask = [&ask[..], &["--until", "2026-12-07"]].concat();
    let late = home.desk_at("2026-11-25 10:00", &ask).done().out;
    assert!(late.contains("give the reason (rules art. 9(1))"), "{late}");
    let other = home.complaint("교육장 난방");
    let ask = ["record", &other, "supplement", "--text", "사진"];
    let ask = [
        &ask[..],
        &["--until", "2026-12-07", "--reason", "현장에서 알게 됨"],
    ]
    .concat();
    let known = home.desk_at("2026-11-25 11:00", &ask).done().out;
    assert!(!known.contains("rules art. 9"), "{known}");
    let shown = home.desk_at("2026-11-25 11:00", &["show", &other]).done();
    assert!(shown.out.contains("현장에서 알게 됨"), "{}", shown.out);
}

#[test]
fn a_demand_and_a_reminder_tell_the_department_and_only_a_supervisor_reminds() {
    let home = Home::practising();
    let mut overdue = complaint("기한이 지남");
    overdue.extend(["--received", "2026-11-02 10:00"]);
    let number = home.desk(&overdue).done().out.trim().to_owned();
    home.desk(&["staff", "add", "kim", "--name", "가상", "--role", "clerk"])
        .done();
    let demand = ["record", &number, "demand-correction", "--text", "빨리"];
    home.desk(&demand).done();
    let remind = ["record", &number, "remind", "--text", "사흘 안에 답변"];
    home.desk(&[&remind[..], &["--as", "kim"]].concat())
        .gave_up(1, &["supervisor, administrator"]);
    home.desk(&remind).done();
    let shown = home.json(&["show", &number]);
    let kinds: Vec<&str> = shown["notices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|notice| notice["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["receipt", "demand", "reminder"]);
    let page = home.desk(&["show", &number]).done().out;
    assert!(page.contains("고객지원팀"), "{page}");
    let fresh = home.complaint("새 민원");
    home.desk(&["record", &fresh, "remind", "--text", "빨리"])
        .gave_up(1, &["No period of handling was missed"]);
}

#[test]
fn progress_is_due_on_request_and_once_the_period_of_handling_is_over() {
    let home = Home::practising();
    let number = home.complaint("교육장 냉방");
    let shown = home.json(&["show", &number]);
    let ids = |shown: &Value| {
        let all = shown["deadlines"].as_array().unwrap().iter();
        let ids = all.map(|one| one["promise"].as_str().unwrap().to_owned());
        ids.collect::<Vec<_>>()
    };
    assert!(!ids(&shown).contains(&"act.progress".to_owned()));
    let asked = ["record", &number, "contact", "--how", "phone"];
    let asked = [&asked[..], &["--text", "언제 되나요", "--asks-progress"]].concat();
    let shown = home.json(&asked);
    assert_eq!(
        deadline(&shown, "act.progress-asked")["due_at"],
        "2026-11-24T14:00:00+09:00"
    );
    let late = home.desk_at("2026-12-04 10:00", &["show", &number, "--json"]);
    let late = late.done().json();
    let progress = deadline(&late, "act.progress");
    // From Tue 11-24 (1): 11-30 (7), Wed 12-23 (30).
    assert_eq!(
        (&progress["due_date"], &progress["status"]),
        (&json!("2026-12-23"), &json!("running"))
    );
}
