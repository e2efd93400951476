//! Every key of the screen, pressed: the form it opens is filled in and sent, and what was recorded is looked at.

use super::*;
use crate::tui::screen::{ScreenEvent, TextInput};
use serde_json::{Value, json};

/// Fills fields of the form that is open in, by their ids.
fn fill(front: &mut Front, typed: &[(&str, &str)]) {
    for (id, text) in typed {
        assert!(
            contacts(front).form.as_ref().unwrap().draft.form.has(id),
            "{id}"
        );
        let screen = front.model.screens.last_mut().unwrap();
        let caret = ScreenEvent::Caret(id, usize::MAX);
        screen.update(&caret, &front.model.shared);
        for c in text.chars() {
            front.press(KeyCode::Char(c));
        }
    }
}

/// Presses a key, fills in the form that it opens, and sends it.
fn record(front: &mut Front, key: char, typed: &[(&str, &str)]) {
    front.press(KeyCode::Char(key));
    assert_eq!(
        front.model.key_context(),
        KeyContext::Form,
        "{key} opens a form"
    );
    fill(front, typed);
    front.press(KeyCode::F(9));
}

/// The last fact of a contact.
fn last(front: &mut Front, serial: u32) -> Value {
    let view = front.other().contact(number(serial)).unwrap();
    serde_json::to_value(&view.facts.last().unwrap().kind).unwrap()
}

fn said(front: &Front) -> String {
    match front.model.saying.clone() {
        Some(StatusMessage::Refused(said)) => said,
        other => panic!("{other:?}"),
    }
}

/// A desk on a charter where one came, or rang, just now.
fn one(charter: &str, key: char) -> Front {
    let mut front = Front::under(charter, Lang::Ko, SIZE);
    front.press(KeyCode::F(4));
    front.press(KeyCode::Char(key));
    front
}

const PERSON: [(&str, &str); 3] = [
    ("matter", "확인서 발급"),
    ("name", "홍길동"),
    ("phone", "010-0000-1234"),
];

/// How somebody came, the key, what is typed, and fields of the fact that it makes.
type Deed = (char, char, Vec<(&'static str, &'static str)>, Value);

fn deeds() -> Vec<Deed> {
    let mut deeds = owed();
    deeds.extend(others());
    deeds
}

/// A text as the fact holds it.
fn text(text: &str) -> Value {
    json!({ "~": text })
}

fn owed() -> Vec<Deed> {
    let absent = [
        &[("officer", "lee")][..],
        &PERSON,
        &[
            ("how", "2"),
            ("wanted", "2026-11-23 16:30"),
            ("place", "본관"),
        ],
    ];
    vec![
        (
            'v',
            'a',
            absent.concat(),
            json!({
                "kind": "officer_missed", "officer": "lee", "matter": text("확인서 발급"), "reply": true,
                "way": "phone", "wanted_at": "2026-11-23T07:30:00Z", "place": text("본관"),
            }),
        ),
        (
            'c',
            'a',
            [&PERSON[..1], &[("reply", " ")]].concat(),
            json!({ "kind": "officer_missed", "reply": false, "way": null }),
        ),
        (
            'c',
            'l',
            PERSON.to_vec(),
            json!({ "kind": "answer_postponed", "matter": text("확인서 발급"), "reply": true }),
        ),
    ]
}

fn others() -> Vec<Deed> {
    vec![
        (
            'v',
            'w',
            vec![("minutes", "5")],
            json!({ "kind": "wait_told", "minutes": 5 }),
        ),
        (
            'c',
            'e',
            vec![("matter", "등록 서류")],
            json!({ "kind": "question_asked", "text": text("등록 서류") }),
        ),
        (
            'c',
            't',
            vec![("department", "활동지원팀"), ("gist", "활동이 빠졌음")],
            json!({ "kind": "handed_over", "department": "활동지원팀", "gist": text("활동이 빠졌음") }),
        ),
        (
            'v',
            'x',
            vec![("text", "돌아가심")],
            json!({ "kind": "ended", "text": text("돌아가심") }),
        ),
        (
            'c',
            'm',
            vec![("items", " ")],
            json!({ "kind": "checklist_ticked", "items": ["gbvc.phone.answer/1"] }),
        ),
    ]
}

#[test]
fn what_is_typed_into_each_form_is_recorded() {
    for (came, key, typed, wanted) in deeds() {
        let mut front = one("gbvc", came);
        record(&mut front, key, &typed);
        let saying = front.model.saying.clone();
        assert!(
            matches!(saying, Some(StatusMessage::Done(_))),
            "{key} {saying:?}"
        );
        let fact = last(&mut front, 1);
        for (field, value) in wanted.as_object().unwrap() {
            assert_eq!(&fact[field], value, "{key} {field}: {fact}");
        }
        assert_eq!(front.model.key_context(), KeyContext::Contacts, "{key}");
        assert_eq!(
            front.model.text_input().and_then(TextInput::draft),
            None,
            "{key}"
        );
    }
}

#[test]
fn who_needs_help_is_told_so_and_goes_to_the_one_counter() {
    let mut front = one("wonju", 'h');
    let view = front.other().contact(number(1)).unwrap();
    assert!(view.contact.arrival.assistance);
    let promises: Vec<&str> = view
        .deadlines
        .iter()
        .map(|one| one.promise.as_str())
        .collect();
    assert!(promises.contains(&"wonju.visit.assist"), "{promises:?}");
    assert_eq!(view.contact.department, "총무과");
    assert!(front.picture().contains("도움 필요"));
}

#[test]
fn a_visitor_is_guided_to_the_office_and_then_to_the_officer() {
    let mut front = one("wonju", 'v');
    for to in ["office", "officer"] {
        front.press(KeyCode::Char('d'));
        assert_eq!(
            last(&mut front, 1),
            json!({ "kind": "guided", "to": to, "officer": "" })
        );
    }
    front.press(KeyCode::Char('d'));
    assert!(said(&front).contains("이미"), "{}", said(&front));
    // Whoever rings is not guided anywhere.
    let mut front = one("wonju", 'c');
    front.press(KeyCode::Char('d'));
    said(&front);
    assert_eq!(front.other().contact(number(1)).unwrap().contact.seq, 1);
}

#[test]
fn what_is_owed_is_called_back_and_over() {
    let mut front = one("gbvc", 'c');
    record(&mut front, 'l', &PERSON);
    record(&mut front, 'b', &[("how", "5"), ("text", "기준을 설명함")]);
    assert_eq!(
        last(&mut front, 1),
        json!({ "kind": "called_back", "how": "sms", "text": { "~": "기준을 설명함" } })
    );
    assert!(front.picture().contains("기다리는 분이 없습니다"));
}

#[test]
fn it_becomes_a_case_with_all_that_was_typed_and_what_was_checked() {
    let mut front = one("jndc", 'c');
    record(&mut front, 'l', &PERSON);
    record(
        &mut front,
        't',
        &[("department", "기획홍보부"), ("gist", ". 급합니다")],
    );
    front.press(KeyCode::Char('m'));
    let picture = front.picture();
    assert!(picture.contains("▌점검 항목 [ ] 메모하며 듣고 "));
    assert_eq!(picture.matches("[ ] ").count(), 7, "{picture}");
    front.press(KeyCode::Char('5'));
    front.press(KeyCode::F(9));
    assert_eq!(last(&mut front, 1)["items"], json!(["jndc.phone.close/1"]));
    front.press(KeyCode::Char('n'));
    let picture = front.picture();
    for row in [
        " 제목*     확인서 발급\n",
        "           확인서 발급. 급합니다\n",
        " 이름      홍길동                        전화번호 010-0000-1234\n",
        " 점검 항목 [ ] 메모하며 듣고 ",
    ] {
        assert!(picture.contains(row), "{row}{picture}");
    }
    assert_eq!(picture.matches("[ ] ").count(), 3, "{picture}");
    fill(&mut front, &[("items", " ")]);
    front.press(KeyCode::F(9));
    let contact = front.other().contact(number(1)).unwrap().contact;
    let view = front.other().case(contact.became.unwrap()).unwrap();
    assert_eq!(
        (view.case.intake.title.as_str(), view.party.name.as_str()),
        ("확인서 발급", "홍길동")
    );
    assert!(view.case.intake.body.as_str().contains("급합니다"));
    let ticked: Vec<String> = view.case.ticked.iter().map(ToString::to_string).collect();
    assert_eq!(
        ticked,
        ["jndc.phone.repeat/1"],
        "what was ticked before is on the call"
    );
    // It is a case once.
    record(&mut front, 'n', &[]);
    assert!(said(&front).contains("2026-000001"), "{}", said(&front));
}

#[test]
fn what_was_checked_is_recorded_with_what_it_goes_with() {
    let mut front = one("jndc", 'c');
    record(&mut front, 'x', &[("items", " ")]);
    let view = front.other().contact(number(1)).unwrap();
    let kinds: Vec<&str> = view
        .facts
        .iter()
        .map(|fact| crate::domain::fact::FactContent::id(&fact.kind))
        .collect();
    assert_eq!(kinds, ["arrived", "checklist_ticked", "ended"]);
    assert_eq!(view.contact.ticked[0].to_string(), "jndc.phone.close/1");
}

#[test]
fn nothing_left_to_check_is_said_and_opens_no_form() {
    let mut front = one("gbvc", 'v');
    front.press(KeyCode::Char('m'));
    assert_eq!(front.model.key_context(), KeyContext::Contacts);
    assert_eq!(said(&front), "더 점검할 항목이 없습니다.");
}

/// How somebody came, the key, what is typed, the field that is wrong, and what mends it.
type Wrong = (
    char,
    char,
    Vec<(&'static str, &'static str)>,
    &'static str,
    (&'static str, &'static str),
);

fn wrong() -> Vec<Wrong> {
    let nameless = vec![PERSON[0], PERSON[1]];
    let no_address = [&PERSON[..], &[("how", "5")]].concat();
    let past = [&PERSON[..], &[("wanted", "2026-11-2")]].concat();
    vec![
        ('c', 'a', nameless, "전화번호", ("phone", "010-0000-1234")),
        ('c', 'l', no_address, "주소", ("address", "안동시 가상길 1")),
        ('c', 'a', past, "바라는 연락 시각", ("wanted", "3 15:00")),
        (
            'v',
            'w',
            vec![("minutes", "0")],
            "대기시간",
            ("minutes", "\u{8}7"),
        ),
        ('c', 'e', vec![], "용건", ("matter", "등록 서류")),
    ]
}

#[test]
fn what_is_wrong_stands_under_its_field_and_the_rest_is_kept() {
    for (came, key, typed, field, mend) in wrong() {
        let mut front = one("gbvc", came);
        record(&mut front, key, &typed);
        assert_eq!(front.model.key_context(), KeyContext::Form, "{key} {field}");
        assert!(
            said(&front).contains("고칠 곳이 1곳"),
            "{key} {}",
            said(&front)
        );
        assert!(
            front.picture().matches(field).count() >= 2,
            "{key} {}",
            front.picture()
        );
        assert_eq!(front.other().contact(number(1)).unwrap().contact.seq, 1);
        if let Some(rest) = mend.1.strip_prefix('\u{8}') {
            fill(&mut front, &[(mend.0, "")]);
            front.press(KeyCode::Backspace);
            fill(&mut front, &[(mend.0, rest)]);
        } else {
            fill(&mut front, &[mend]);
        }
        front.press(KeyCode::F(9));
        let saying = front.model.saying.clone();
        assert!(
            matches!(saying, Some(StatusMessage::Done(_))),
            "{key} {saying:?}\n{}",
            front.picture()
        );
    }
}

#[test]
fn what_the_desk_refuses_is_said_and_what_was_typed_stays() {
    // Nothing is owed; to nobody; over a call-back that is owed.
    let mut front = one("gbvc", 'c');
    record(&mut front, 'b', &[("text", "전화함")]);
    said(&front);
    assert!(front.picture().contains("전화함"));
    front.press(KeyCode::Esc);
    record(&mut front, 't', &[("gist", ". 급합니다")]);
    said(&front);
    assert!(front.picture().contains("급합니다"));
    front.press(KeyCode::Esc);
    record(&mut front, 'l', &PERSON);
    record(&mut front, 'x', &[]);
    said(&front);
    fill(&mut front, &[("text", "다른 번호로 이미 답함")]);
    front.press(KeyCode::F(9));
    assert_eq!(last(&mut front, 1)["kind"], "ended");
}

#[test]
fn a_draft_waits_until_the_form_is_opened_again() {
    let mut front = one("gbvc", 'c');
    front.press(KeyCode::Char('t'));
    fill(&mut front, &[("gist", ". 급합니다")]);
    front.press(KeyCode::Esc);
    front.press(KeyCode::Char('t'));
    assert!(front.picture().contains("급합니다"));
    fill(&mut front, &[("department", "고객지원팀")]);
    front.press(KeyCode::F(9));
    front.press(KeyCode::Char('t'));
    let again = front.picture();
    let form = again.split("전달할 요지").nth(1).unwrap();
    assert!(!form.contains("급합니다"), "{again}");
}

#[test]
fn keys_that_need_somebody_say_so_where_nobody_waits() {
    let mut front = Front::under("gbvc", Lang::Ko, SIZE);
    front.press(KeyCode::F(4));
    for key in ['s', 'd', 'w', 'a', 'l', 'b', 't', 'n', 'x', 'e', 'm'] {
        front.press(KeyCode::Char(key));
        assert_eq!(said(&front), "고른 응대가 없습니다.", "{key}");
        assert_eq!(front.model.key_context(), KeyContext::Contacts);
    }
}

#[test]
fn keys_work_in_the_korean_input_mode() {
    let mut front = Front::under("gbvc", Lang::Ko, SIZE);
    front.press(KeyCode::F(4));
    // ㅊ is c, ㄴ is s.
    for key in ['ㅊ', 'ㄴ'] {
        front.press(KeyCode::Char(key));
    }
    assert_eq!(last(&mut front, 1)["kind"], "served");
}

/// The list holds what goes on; the number of one that is over leads to that one and not to whichever is first.
#[test]
fn one_that_is_over_is_read_where_it_was_asked_for_by_its_number() {
    let mut front = one("gbvc", 'v');
    record(&mut front, 'x', &[]);
    front.press(KeyCode::Char('c'));
    front.press(KeyCode::Esc);
    for c in "C2026-000001".chars() {
        front.press(KeyCode::Char(c));
    }
    front.press(KeyCode::Enter);
    let picture = front.picture();
    let title = picture.lines().nth(1).unwrap_or_default().to_owned();
    assert!(title.contains("C2026-000001"), "{picture}");
    assert!(picture.contains("이력"), "{picture}");
    // What others do meanwhile changes nothing of that.
    front.send(Msg::Changed);
    assert!(front.picture().contains(title.trim()));
    front.press(KeyCode::Char('s'));
    assert!(said(&front).contains("끝난 응대"));
    assert!(front.picture().contains(title.trim()));
    front.press(KeyCode::Esc);
    let picture = front.picture();
    assert!(!picture.contains("C2026-000001"), "{picture}");
    assert!(picture.contains("C2026-000002"), "{picture}");
    front.press(KeyCode::Char('x'));
    let picture = front.picture();
    assert!(picture.contains("C2026-000002 · 응대 끝"), "{picture}");
}
