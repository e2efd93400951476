//! The linear front end: the same work by questions and answers.

mod day;

use super::{Answer, Home};
use std::{io::Write, process::Stdio};

/// Runs a conversation in Korean; every line is an answer.
fn talk(home: &Home, answers: &[&str]) -> String {
    talk_as(home, &["--lang", "ko"], answers)
}

/// The same with other flags.
fn talk_as(home: &Home, flags: &[&str], answers: &[&str]) -> String {
    let answers = answers.join("\n") + "\n";
    talk_in_bytes(home, flags, answers.as_bytes())
}

/// The same with raw bytes as the terminal sends them.
fn talk_in_bytes(home: &Home, flags: &[&str], answers: &[u8]) -> String {
    let mut command = home.command();
    command.arg("--plain").args(flags).arg("--db");
    command.arg(home.db()).args(["--now", "2026-11-23 14:03"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    command.stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(answers).unwrap();
    drop(input);
    Answer::of(child.wait_with_output().unwrap()).done().out
}

/// The number of an offer in the output.
fn number_of(said: &str, offer: &str) -> String {
    let line = said.lines().find(|line| {
        let after = line.split_once(". ").map(|(_, after)| after);
        after.is_some_and(|after| after.starts_with(offer))
    });
    let line = line.unwrap_or_else(|| panic!("no {offer} in {said}"));
    line.split_once(". ")
        .unwrap()
        .0
        .trim_start_matches("번호> ")
        .to_owned()
}

#[test]
fn a_complaint_is_taken_in_opened_and_worked_on_without_a_screen() {
    let home = Home::practising();
    // 5: intake. The first channel and category, no kind; title; a body of two lines; name and phone; the rest empty.
    let intake = [
        "5",
        "",
        "",
        "",
        "복도 소음",
        "첫째 줄",
        "둘째 줄",
        ".",
        "홍길동",
        "010-1234-5678",
    ];
    let rest = [&[""; 15][..], &["1", "0", "0"]].concat();
    let said = talk(&home, &[&intake[..], &rest].concat());
    assert!(said.contains("2026-000001 접수했습니다."), "{said}");
    assert!(said.contains("제목: 복도 소음"), "{said}");
    assert!(!said.contains('\u{1b}'), "{said}");
    let note = number_of(&said, "메모");
    let said = talk(
        &home,
        &[
            "1",
            "1",
            &note,
            "전화 두 번, 받지 않음",
            ".",
            "",
            "1",
            "0",
            "0",
            "0",
        ],
    );
    assert!(said.contains("2026-000001. 복도 소음"), "{said}");
    assert!(said.contains("2026-000001: 메모 기록했습니다."), "{said}");
    assert!(said.contains("전화 두 번, 받지 않음"), "{said}");
}

/// It is Monday 2026-11-23, 14:03.
#[test]
fn a_time_long_past_is_asked_about_after_it_was_answered() {
    let home = Home::empty();
    let init = ["init", "--charter", "gbvc", "--practice"];
    home.desk_at("2026-11-02T09:00", &init).done();
    home.desk_at("2026-11-02T10:00", &super::complaint("복도 소음"))
        .done();
    let note = |more: &[&str]| {
        let said = talk(&home, &["1", "1", "0", "0", "0"]);
        let note = number_of(&said, "메모");
        let answers = [
            &["1", "1", note.as_str(), "전화", "."],
            more,
            &["1", "0", "0", "0"],
        ];
        talk(&home, &answers.concat())
    };
    let said = note(&["어제"]);
    assert!(!said.contains("늦은 사유"), "{said}");
    let said = note(&["11-09 17:00", "외근"]);
    assert!(said.contains("늦은 사유. 필수."), "{said}");
    assert!(said.contains("늦은 사유: 외근"), "{said}");
    assert!(
        said.contains("2026-11-09 17:00, 기록 2026-11-23 14:03"),
        "{said}"
    );
    assert!(said.contains("늦게 기록한 사유: 외근"), "{said}");
}

/// The hint comes before the case is filed, as on the screen.
#[test]
fn an_earlier_case_of_the_same_person_is_told_before_the_matter_is_filed() {
    let home = Home::practising();
    let matter = |title| {
        let intake = ["5", "", "", "", title, ".", "홍길동", "010-1234-5678"];
        [&intake[..], &[""; 15], &["1"]].concat()
    };
    let said = talk(&home, &matter("복도 소음이 큽니다"));
    assert!(!said.contains("연결하지 않고 저장"), "{said}");
    let again = [&matter("복도 소음이 아직 큽니다")[..], &["0"]].concat();
    let said = talk(&home, &again);
    assert!(
        said.contains("1. 연결하지 않고 저장\n2. 2026-000001 "),
        "{said}"
    );
    assert!(!said.contains("2026-000002 접수했습니다"), "{said}");
    // The draft was kept, and one number links the case.
    let kept = [&["5"][..], &[""; 22], &["1", "2", "0"]].concat();
    let said = talk(&home, &kept);
    assert!(said.contains("2026-000002 접수했습니다"), "{said}");
    let shown = home.json(&["show", "2026-000002"]);
    assert!(
        shown["links"].to_string().contains("2026-000001"),
        "{shown}"
    );
}

#[test]
fn what_is_dangerous_asks_for_its_name_and_a_broken_line_keeps_what_was_typed() {
    let home = Home::practising();
    home.complaint("복도 소음");
    let said = talk(&home, &["4", "2026-1"]);
    let withdraw = number_of(&said, "취하");
    let answers = [
        "4",
        "2026-1",
        &withdraw,
        "마음이 바뀌었다고 함",
        ".",
        "",
        "1",
    ];
    let said = talk(&home, &answers);
    assert!(said.contains("'취하'"), "{said}");
    assert!(said.contains("저장하지 않았습니다."), "{said}");
    // The draft is restored, and the word confirms it.
    let said = talk(&home, &["4", "2026-1", &withdraw, "", "", "취하", "0"]);
    assert!(said.contains("임시 저장한 내용을"), "{said}");
    assert!(said.contains("2026-000001: 취하 기록했습니다."), "{said}");
}

#[test]
fn a_wrong_answer_is_asked_again_and_nobody_there_ends_it() {
    let home = Home::practising();
    let said = talk(&home, &["가나", "5", "", "", "", "/그만", "99", "0"]);
    assert!(said.contains("'99'인 민원이 없습니다"), "{said}");
    assert!(said.contains("1부터 16까지의 번호"), "{said}");
    assert!(said.contains("저장하지 않았습니다."), "{said}");
    // In a form 0 is an answer, not the way back.
    let said = talk(&home, &["5", "0", "/그만", "0"]);
    assert!(
        said.contains("> 1부터 5까지의 번호를 적어 주세요.\n"),
        "{said}"
    );
    let said = talk(&home, &["2"]);
    assert!(said.contains("해당하는 민원이 없습니다."), "{said}");
}

#[test]
fn items_to_check_are_ticked_by_their_numbers() {
    let home = Home::empty();
    home.desk(&["init", "--charter", "jndc", "--practice"])
        .done();
    // 5: intake. The second channel, telephone; category and kind as they are; title; no body, no person, nothing more.
    let intake = ["5", "2", "", "", "보상금 문의", "", "", "", "", ""];
    let marks = [""; 4];
    // There is no fifth item: it is asked again, and answered with the first and the fourth; saved.
    let rest = ["5", "1, 4", "1", "0", "0"];
    let said = talk(&home, &[&intake[..], &marks, &rest].concat());
    assert!(said.contains("점검 항목"), "{said}");
    assert!(said.contains("1부터 4까지"), "{said}");
    let shown = home.desk(&["show", "2026-1", "--json"]).done().json();
    assert_eq!(
        shown["facts"][1]["items"],
        serde_json::json!(["jndc.phone.repeat/1", "jndc.conduct.no-gifts/1"]),
        "{said}"
    );
}

/// A terminal that erases by bytes leaves half a syllable after Backspace; an arrow key leaves its sequence.
#[test]
fn a_line_of_broken_characters_or_keys_is_asked_for_again() {
    let home = Home::practising();
    let mut answers = "5\n\n\n\n복도 소".as_bytes().to_vec();
    answers.extend_from_slice(&"음".as_bytes()[..2]);
    answers.extend_from_slice("\n\u{1b}[A\n복도 소음\n본문\n.\n".as_bytes());
    answers.extend_from_slice("\n".repeat(18).as_bytes());
    answers.extend_from_slice(b"1\n");
    let said = talk_in_bytes(&home, &["--lang", "ko"], &answers);
    let refused = said.matches("섞여 있어 받지 않았습니다").count();
    assert_eq!(refused, 2, "{said}");
    assert!(said.contains("제목: 복도 소음"), "{said}");
    assert!(said.contains("2026-000001 접수했습니다."), "{said}");
}

#[test]
fn a_text_of_several_lines_is_kept_as_far_as_it_came() {
    let home = Home::practising();
    for (given_up, kept) in [(false, "첫째 줄 / 둘째 줄"), (true, "셋째 줄")] {
        let mut answers = vec!["5", "", "", "", "복도 소음"];
        if given_up {
            answers.extend(["셋째 줄", "/그만", "0"]);
        } else {
            answers.extend(["첫째 줄", "둘째 줄"]);
        }
        talk(&home, &answers);
        let said = talk(&home, &["5", "", "", "", "", "/그만", "0"]);
        assert!(said.contains(&format!("비우면 그대로: {kept}")), "{said}");
    }
    // A full stop alone ends an empty text.
    let said = talk(&home, &["5", "", "", "", "", ".", "/그만", "0"]);
    assert!(said.contains("> 이름"), "{said}");
    let said = talk(&home, &["5", "", "", "", "", "/그만", "0"]);
    assert!(said.contains("비우면 그대로: 셋째 줄"), "{said}");
}

/// A file has the name of the folder of drafts.
#[test]
fn a_form_goes_on_where_its_draft_cannot_be_kept() {
    let home = Home::practising();
    let mut drafts = std::ffi::OsString::from(home.db());
    drafts.push(".drafts");
    let _none = std::fs::remove_dir_all(&drafts);
    std::fs::write(&drafts, "").unwrap();
    let intake = ["5", "", "", "", "복도 소음", "본문", "."];
    let rest = [&[""; 18][..], &["1"]].concat();
    let said = talk(&home, &[&intake[..], &rest].concat());
    assert!(said.contains("2026-000001 접수했습니다."), "{said}");
    assert_eq!(said.matches(".drafts").count(), 1, "{said}");
}

#[test]
fn notices_are_read_out_and_told_one_by_one_and_together() {
    let home = Home::practising();
    for title in ["하나", "두울", "세엣"] {
        home.complaint(title);
    }
    let said = talk(&home, &["0"]);
    let notices = number_of(&said, "통지: 알릴 것");
    let said = talk(&home, &[&notices, "0", "0"]);
    assert!(
        said.contains("1. 대기. 접수 통지. 2026-000001. 홍*동"),
        "{said}"
    );
    let together = number_of(&said, "여러 통지를 함께");
    let said = talk(
        &home,
        &[
            &notices,
            "1",
            "1",
            "",
            "전화로 말씀드림",
            ".",
            "",
            "1",
            "0",
            "0",
        ],
    );
    assert!(
        said.contains("2026-000001 접수 통지: '알림'으로 기록했습니다."),
        "{said}"
    );
    // One of two: held first, then both told with the same words.
    let said = talk(&home, &[&notices, "1", "2", "0", "0"]);
    assert!(said.contains("'보류'로 기록했습니다."), "{said}");
    let many = (together.parse::<usize>().unwrap() - 1).to_string();
    let answers = [
        &*notices,
        &many,
        "1,2",
        "",
        "문자로 알림",
        ".",
        "",
        "1",
        "0",
    ];
    let said = talk(&home, &answers);
    assert!(
        said.contains("통지 2건을 '알림'으로 기록했습니다."),
        "{said}"
    );
    assert!(said.contains("나갈 통지가 없습니다."), "{said}");
    let told = home.json(&["notices", "--status", "told"]);
    assert_eq!(told["rows"].as_array().unwrap().len(), 3);
}

/// What was told is corrected, what the program recorded stands, and a clerk strikes out what is theirs of today.
#[test]
fn only_what_this_clerk_may_strike_out_is_offered_and_the_rest_says_why() {
    let home = Home::practising();
    let clerk = "staff add park --name 박예시 --department 고객지원팀 --phone 054-000-1371";
    home.desk(&clerk.split(' ').collect::<Vec<_>>()).done();
    home.complaint("복도 소음");
    for words in [
        "record 2026-1 note --text 전화함",
        "record 2026-1 reply --outcome accepted --text 고침",
        "notices told 2026-1/3/result/1 --how document --text 통지문",
        "notices failed 2026-1/1/receipt/1 --reason 반송",
    ] {
        home.desk(&words.split(' ').collect::<Vec<_>>()).done();
    }
    for (lang, revoke, offered, kept) in [
        (
            "ko",
            "기록 취소",
            ["1. 5  통지 실패", "2. 4  통지 알림", "3. 2  메모"],
            "취소할 수 없음, 3번(답변): 이력 3번은 이미 알렸습니다(4번)",
        ),
        (
            "en",
            "revoke",
            ["1. 5  notice failed", "2. 4  notice told", "3. 2  noted"],
            "Not offered, no. 3 (answered): Fact 3 was told (no. 4)",
        ),
    ] {
        let flags = ["--lang", lang];
        let said = talk_as(&home, &flags, &["4", "2026-1", "0", "0"]);
        let number = number_of(&said, revoke);
        let said = talk_as(&home, &flags, &["4", "2026-1", &number, "/stop", "0", "0"]);
        for part in offered.into_iter().chain([kept]) {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert!(!said.contains("\n4. 1  "), "{said}");
    }
    let flags = ["--lang", "ko", "--as", "park"];
    let case = ["4", "2026-1", "0", "0"];
    let said = talk_as(&home, &flags, &case);
    assert!(!said.contains(". 기록 취소: "), "nothing of theirs: {said}");
    let note = "record 2026-1 note --text 확인함 --as park";
    home.desk(&note.split(' ').collect::<Vec<_>>()).done();
    let number = number_of(&talk_as(&home, &flags, &case), "기록 취소");
    let said = talk_as(&home, &flags, &["4", "2026-1", &number, "/그만", "0", "0"]);
    assert!(said.contains("1. 6  메모"), "{said}");
    assert!(!said.contains("2. 4  통지 알림"), "{said}");
}
