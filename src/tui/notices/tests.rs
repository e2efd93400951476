//! The notices, on the whole program.

use crate::{
    domain::{
        case::CaseNumber,
        command::{Command, Handling},
        fact::Outcome,
        late::EntryTime,
        staff::{Role, Staff, sample_staff},
    },
    tui::{
        effect::{Change, Effect},
        front::Front,
        keymap::KeyContext,
        model::Msg,
        restore::Position,
    },
    words::Lang,
};
use ratatui::crossterm::event::KeyCode;

/// Three complaints, whose receipts wait to be told; the first is answered as well.
fn waiting(size: (u16, u16)) -> (Front, Vec<CaseNumber>) {
    let mut front = Front::new(0, size);
    let mut numbers = Vec::new();
    for title in ["하나", "둘", "셋"] {
        numbers.push(front.intake(title, "2026-11-19T01:00:00Z"));
    }
    let answer = Handling::Answer {
        outcome: Outcome::Accepted,
        text: "고쳤습니다.".into(),
        ground: String::new(),
        remedy: String::new(),
    };
    front.run(numbers[0], Command::Handling(answer));
    front.send(Msg::Changed);
    front.press(KeyCode::F(6));
    (front, numbers)
}

fn type_in(front: &mut Front, text: &str) {
    for letter in text.chars() {
        front.press(KeyCode::Char(letter));
    }
}

fn is_listed(front: &Front, words: &[&str]) -> bool {
    let picture = front.picture();
    let has = |row: &str| words.iter().all(|word| row.contains(word));
    picture.lines().any(has)
}

/// The row of the bar.
fn bar(front: &Front) -> String {
    let picture = front.picture();
    let row = picture.lines().find(|row| row.starts_with('▌'));
    row.unwrap_or_default().to_owned()
}

fn written(effects: &[Effect]) -> usize {
    let of = effects.iter().map(|effect| match effect {
        Effect::Write(Change::Notices(orders)) => orders.len(),
        _ => 0,
    });
    of.sum()
}

#[test]
fn what_a_deadline_waits_for_comes_first_and_one_is_told_by_one_key_and_a_short_form() {
    let (mut front, _) = waiting((80, 24));
    assert!(bar(&front).contains("처리결과 통지"), "{}", front.picture());
    assert!(is_listed(&front, &["알릴 내용", "고쳤습니다."]));
    front.press(KeyCode::Char('i'));
    assert_eq!(front.model.key_context(), KeyContext::Form);
    // Without a word of what was said nothing is recorded.
    front.press(KeyCode::F(9));
    assert!(
        front.picture().contains("고칠 곳이 1곳"),
        "{}",
        front.picture()
    );
    type_in(&mut front, "통지문을 우편으로 보냄");
    let effects = front.press(KeyCode::F(9));
    assert_eq!(written(&effects), 1);
    let said = "2026-000001 처리결과 통지: '알림'으로 기록했습니다.";
    assert!(front.picture().contains(said), "{}", front.picture());
    assert_eq!(front.model.key_context(), KeyContext::Notices);
    assert!(!is_listed(&front, &["대기", "처리결과 통지"]));
    assert_eq!(front.model.shared.counts.untold, 0);
    // It stands among what was told, with what was said.
    for _ in 0..3 {
        front.press(KeyCode::Right);
    }
    assert!(
        is_listed(&front, &["알림", "처리결과 통지", "문서"]),
        "{}",
        front.picture()
    );
    assert!(
        is_listed(&front, &["문서: 통지문을 우편으로 보냄"]),
        "{}",
        front.picture()
    );
}

#[test]
fn a_result_told_by_telephone_needs_a_reason_and_the_form_asks_for_it() {
    let (mut front, _) = waiting((80, 24));
    front.press(KeyCode::Char('i'));
    assert!(!front.picture().contains("사유"), "{}", front.picture());
    front.press(KeyCode::Right);
    assert!(
        is_listed(&front, &["알린 방법", "전화"]),
        "{}",
        front.picture()
    );
    assert!(
        front.picture().contains("법 제27조제1항"),
        "{}",
        front.picture()
    );
    front.press(KeyCode::Tab);
    type_in(&mut front, "전화로 설명");
    front.press(KeyCode::F(9));
    assert_eq!(front.model.shared.counts.untold, 1, "refused");
    assert!(
        front.picture().contains("사유를 함께 적어"),
        "{}",
        front.picture()
    );
    front.press(KeyCode::Tab);
    front.press(KeyCode::Right);
    assert_eq!(written(&front.press(KeyCode::F(9))), 1);
    assert_eq!(front.model.shared.counts.untold, 0, "{}", front.picture());
}

#[test]
fn several_are_told_together_or_none() {
    let (mut front, numbers) = waiting((80, 24));
    type_in(&mut front, "xxx");
    front.press(KeyCode::Char('i'));
    assert!(
        is_listed(&front, &["알림 기록", "3건"]),
        "{}",
        front.picture()
    );
    front.press(KeyCode::Tab);
    front.press(KeyCode::Tab);
    type_in(&mut front, "함께 알림");
    // Meanwhile another clerk has told one of them.
    let told = crate::desk::NoticeOrder {
        id: format!("{}/1/receipt/1", numbers[1]).parse().unwrap(),
        command: crate::domain::command::NoticeCommand::Tell {
            how: Some(crate::domain::notice::NoticeWay::Phone),
            text: "먼저 알림".into(),
            why: None,
            document_number: String::new(),
        },
        time: EntryTime::NOW,
    };
    front.other().run_notice(&told).unwrap();
    front.press(KeyCode::F(9));
    assert!(
        front.picture().contains("이미 '알림' 상태"),
        "{}",
        front.picture()
    );
    assert_eq!(front.model.shared.counts.untold, 1, "none was recorded");
    assert_eq!(
        front.model.key_context(),
        KeyContext::Form,
        "what was typed stays"
    );
    front.press(KeyCode::Esc);
    // What was told is marked no more.
    front.press(KeyCode::Char('i'));
    assert!(
        is_listed(&front, &["알림 기록", "2건"]),
        "{}",
        front.picture()
    );
    assert!(front.picture().contains("함께 알림"), "{}", front.picture());
    assert_eq!(written(&front.press(KeyCode::F(9))), 2);
    assert!(
        front.picture().contains("통지 2건을 '알림'으로"),
        "{}",
        front.picture()
    );
    assert_eq!(front.model.shared.counts.untold, 0);
}

#[test]
fn what_is_kept_back_is_released_and_what_failed_stands_first_with_its_reason() {
    let (mut front, _) = waiting((80, 24));
    front.press(KeyCode::End);
    let last = bar(&front);
    assert!(last.contains("2026-000003"), "{last}");
    front.press(KeyCode::Char('o'));
    assert!(
        is_listed(&front, &["보류", "2026-000003"]),
        "{}",
        front.picture()
    );
    // The bar stays on it: hit once more the key is refused and changes nothing.
    front.press(KeyCode::Char('o'));
    assert!(
        front.picture().contains("'보류' 상태라 할 수 없습니다"),
        "{}",
        front.picture()
    );
    front.press(KeyCode::Char('r'));
    assert!(
        is_listed(&front, &["대기", "2026-000003"]),
        "{}",
        front.picture()
    );
    front.press(KeyCode::Char('f'));
    type_in(&mut front, "주소 불명으로 반송");
    front.press(KeyCode::F(9));
    front.press(KeyCode::Home);
    assert!(bar(&front).contains("! 실패"), "{}", front.picture());
    assert!(bar(&front).contains("2026-000003"), "{}", front.picture());
    assert!(
        front.picture().contains("확인할 것 1"),
        "{}",
        front.picture()
    );
    assert!(
        front.picture().contains("주소 불명으로 반송"),
        "{}",
        front.picture()
    );
}

#[test]
fn from_a_case_one_key_leads_to_its_form_and_back() {
    let (mut front, _) = waiting((80, 24));
    front.press(KeyCode::Enter);
    assert_eq!(front.model.key_context(), KeyContext::Detail);
    front.press(KeyCode::Char('i'));
    assert_eq!(front.model.key_context(), KeyContext::Form);
    assert!(
        is_listed(&front, &["2건", "처리결과 통지", "접수 통지"]),
        "{}",
        front.picture()
    );
    front.press(KeyCode::Tab);
    front.press(KeyCode::Tab);
    type_in(&mut front, "통지문");
    assert_eq!(written(&front.press(KeyCode::F(9))), 2);
    assert_eq!(front.model.key_context(), KeyContext::Detail);
    assert_eq!(front.model.shared.counts.untold, 0);
    front.press(KeyCode::End);
    assert!(
        front.picture().contains("문서: 통지문"),
        "{}",
        front.picture()
    );
    // Nothing is left to tell, which is said and leads nowhere.
    front.press(KeyCode::Char('i'));
    assert_eq!(front.model.key_context(), KeyContext::Detail);
    assert!(
        front.picture().contains("알릴 통지가 없습니다"),
        "{}",
        front.picture()
    );
    // The case was opened from the list of notices.
    front.press(KeyCode::Esc);
    assert_eq!(front.model.key_context(), KeyContext::Notices);
    front.press(KeyCode::Esc);
    assert_eq!(front.model.key_context(), KeyContext::Queue);
}

#[test]
fn an_auditor_sees_them_and_records_nothing() {
    let (mut front, _) = waiting((80, 24));
    front.hire(&Staff {
        role: Role::Auditor,
        ..sample_staff()
    });
    front.sit_down(&sample_staff().login);
    front.perform(vec![Effect::Read(crate::tui::effect::Query::Rules)]);
    for key in ['i', 'f', 'o', 'r'] {
        let effects = front.press(KeyCode::Char(key));
        assert_eq!(written(&effects), 0, "{key}");
        assert_eq!(front.model.key_context(), KeyContext::Notices, "{key}");
        assert!(
            front.picture().contains("‘통지 기록’ 권한이 없습니다"),
            "{key}"
        );
    }
    assert!(is_listed(&front, &["대기", "처리결과 통지"]));
}

#[test]
fn only_ones_own_are_listed_on_request_and_marks_are_cleared_by_esc() {
    let (mut front, _) = waiting((80, 24));
    front.press(KeyCode::Char('m'));
    assert!(
        front.picture().contains("해당하는 통지가 없습니다"),
        "{}",
        front.picture()
    );
    front.press(KeyCode::Char('m'));
    type_in(&mut front, "x x");
    assert_eq!(
        front.picture().matches(" + ").count(),
        3,
        "{}",
        front.picture()
    );
    front.press(KeyCode::Esc);
    assert_eq!(
        front.picture().matches(" + ").count(),
        0,
        "{}",
        front.picture()
    );
    assert_eq!(front.model.key_context(), KeyContext::Notices);
}

/// After a lost line one comes back to the form, with the notices it was for and what was typed.
#[test]
fn one_comes_back_to_the_form_of_several() {
    let (mut front, _) = waiting((80, 24));
    type_in(&mut front, "xx");
    front.press(KeyCode::Char('i'));
    front.press(KeyCode::Tab);
    front.press(KeyCode::Tab);
    type_in(&mut front, "절반만 적은 글");
    let before = front.picture();
    let stood = Position::of(&front.model);
    front.start_again(&stood);
    let after = front.picture();
    let rows = |picture: &str| -> Vec<String> {
        let rows = picture.lines().skip(1).take(20);
        rows.map(str::to_owned).collect()
    };
    assert_eq!(rows(&after), rows(&before));
}

#[test]
fn the_count_on_the_top_line_leads_there() {
    let (mut front, _) = waiting((80, 24));
    front.press(KeyCode::Esc);
    let picture = front.picture();
    let top = picture.lines().next().unwrap();
    let before = top.split("미통지 1").next().unwrap();
    let column = u16::try_from(crate::tui::text::width(before)).unwrap();
    assert!(top.contains("미통지 1"), "{top}");
    front.click(column + 1, 0);
    assert_eq!(front.model.key_context(), KeyContext::Notices);
    // The row of the case says so too.
    front.press(KeyCode::Esc);
    assert!(
        is_listed(&front, &["2026-000001", "미통지"]),
        "{}",
        front.picture()
    );
    assert!(!is_listed(&front, &["2026-000002", "미통지"]));
}

/// A case whose result nobody was told is not closed without a reason, and the sentence says what to do.
#[test]
fn closing_untold_is_refused_with_what_to_do_and_done_with_a_reason() {
    let (mut front, numbers) = waiting((80, 24));
    let close = crate::domain::command::ActionKind::Close;
    let shared = front.model.shared.clone();
    let view = Box::new(front.other().case(numbers[0]).unwrap());
    let form = crate::tui::act::ActScreen::new(close, view, Vec::new(), &shared);
    front.model.replace_screens(vec![Box::new(form)]);
    assert!(
        front.picture().contains("미통지 사유"),
        "{}",
        front.picture()
    );
    front.press(KeyCode::F(9));
    let picture = front.picture();
    assert!(
        picture.contains("아직 아무에게도 결과를 알리지 않아"),
        "{picture}"
    );
    assert!(picture.contains("알린 것을 기록하거나"), "{picture}");
    type_in(&mut front, "이사하여 알릴 곳을 모름");
    front.press(KeyCode::F(9));
    let closed = front.other().case(numbers[0]).unwrap();
    assert_eq!(closed.case.stage, crate::domain::case::Stage::Closed);
}

#[test]
fn in_english_and_on_a_small_screen_state_number_and_time_are_whole() {
    let (mut front, _) = waiting((60, 16));
    front.model.shared.lang = Lang::En;
    let picture = front.picture();
    assert!(is_listed(&front, &["waiting", "2026-000001"]), "{picture}");
    front.press(KeyCode::Char('i'));
    let picture = front.picture();
    assert!(picture.contains("record as told"), "{picture}");
    assert!(picture.contains("told at"), "{picture}");
}
