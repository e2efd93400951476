//! The office's letters at the command line: what they say, and how an office makes one its own.

use super::*;

/// A letter of an office's own that has all that the law asks for in a merge.
const OWN: &str = "{{성명}} 님께
접수번호 {{접수번호}} 민원을 {{대표번호}}(으)로 합쳤습니다.
[[사유: {{이유}}]]
{{담당부서}} {{담당자}} {{담당전화}}
{{시행일}} {{발신명의}}
";

fn file(home: &Home, name: &str, content: &str) -> String {
    let path = home.path(name);
    std::fs::write(&path, content).unwrap();
    text(path)
}

#[test]
fn an_office_makes_a_letter_its_own_and_goes_back() {
    let home = Home::practising();
    let program = home.desk(&["letter", "show", "merge"]).done().out.clone();
    assert!(program.contains("{{대표번호}}"), "{program}");
    let own = file(&home, "merge.txt", OWN);
    home.desk(&["letter", "check", &own, "--kind", "merge"])
        .done();
    home.desk(&["letter", "edit", "merge", &own]).done();
    assert_eq!(home.desk(&["letter", "show", "merge"]).done().out, OWN);
    let listed = home.json(&["letter", "list"]);
    let of = |kind: &str| {
        let letters = listed.as_array().unwrap().iter();
        letters.clone().find(|one| one["kind"] == kind).unwrap()
    };
    let merge = of("merge");
    assert_eq!(merge["own"], true);
    assert!(!merge["entered_by"].as_str().unwrap().is_empty());
    assert_eq!(merge["entered_at"], "2026-11-23T14:00:00+09:00");
    assert_eq!(of("receipt")["own"], false);
    let again = home.desk(&["letter", "edit", "merge", &own]);
    assert_eq!((again.code, again.out.as_str()), (1, ""), "{again:?}");
    home.desk(&["letter", "reset", "merge"]).done();
    assert_eq!(home.desk(&["letter", "show", "merge"]).done().out, program);
    assert_eq!(home.desk(&["letter", "reset", "merge"]).code, 1);
    home.desk(&["verify"]).done();
}

#[test]
fn what_is_wrong_is_told_by_line_and_nothing_is_entered() {
    let home = Home::practising();
    let wrong = OWN.replace("{{성명}}", "{{이름}}").replace("{{사유}}", "") + "[[끝\n";
    let wrong = file(&home, "wrong.txt", &wrong);
    let lacks = file(
        &home,
        "lacks.txt",
        &OWN.replace("{{대표번호}}", "다른 민원"),
    );
    for (path, lang, said) in [
        (
            &wrong,
            "ko",
            [
                "1번째 줄: '이름'은 없는 표시입니다",
                "6번째 줄: {{ }} 또는 [[ ]]",
            ],
        ),
        (
            &wrong,
            "en",
            ["line 1: there is no mark '이름'", "line 6: {{ }} or [[ ]]"],
        ),
        (&lacks, "ko", ["'대표번호'가 없습니다", "꼭 있어야 합니다"]),
        (
            &lacks,
            "en",
            ["'대표번호' is missing", "The law asks for it"],
        ),
    ] {
        for action in [
            &["letter", "edit", "merge", path][..],
            &["letter", "check", path, "--kind", "merge"],
        ] {
            let refused = home.desk(&[&["--lang", lang], action].concat());
            assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{refused:?}");
            for part in said {
                assert!(refused.err.contains(part), "{refused:?}");
            }
        }
    }
    // Without a kind only what can be read is asked.
    home.desk(&["letter", "check", &lacks]).done();
    let json = home.desk(&["letter", "check", &wrong, "--json"]);
    let told: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((json.code, &told["ok"]), (1, &false.into()), "{json:?}");
    assert_eq!(told["errors"].as_array().unwrap().len(), 2, "{told}");
    let listed = home.json(&["letter", "list"]);
    assert!(
        listed
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["own"] == false)
    );
}

#[test]
fn a_text_that_is_none_is_refused() {
    let home = Home::practising();
    let bytes = home.path("cp949.txt");
    std::fs::write(&bytes, [0xB9, 0xCE, 0xBF, 0xF8]).unwrap();
    let long = file(&home, "long.txt", &"가".repeat(20_000));
    let empty = file(&home, "empty.txt", "\n\n");
    let escape = file(&home, "escape.txt", "{{성명}} \u{1b}]0;x\u{7} 님");
    for (path, said) in [
        (text(bytes), "UTF-8"),
        (long, "32768"),
        (empty, "비어 있습니다"),
        (escape, "1번째 줄: 쓸 수 없는 제어 문자"),
        (text(home.path("none.txt")), "읽을 수 없습니다"),
    ] {
        let refused = home.desk(&["--lang", "ko", "letter", "edit", "receipt", &path]);
        assert_eq!(refused.code, 1, "{refused:?}");
        assert!(refused.err.contains(said), "{refused:?}");
        assert!(!refused.err.contains('\u{1b}'), "{refused:?}");
    }
}

#[test]
fn a_letter_that_was_changed_in_the_file_is_found() {
    let home = Home::practising();
    let own = file(&home, "merge.txt", OWN);
    home.desk(&["letter", "edit", "merge", &own]).done();
    let changed = rusqlite::Connection::open(home.db()).unwrap();
    let sql = "UPDATE letter_edit SET text = replace(text, '합쳤습니다', '지웠습니다')";
    assert_eq!(changed.execute(sql, []).unwrap(), 1);
    drop(changed);
    let found = home.desk(&["verify"]);
    assert_eq!(found.code, 4, "{found:?}");
    assert!(
        found.err.contains("letter_edit") || found.out.contains("letter_edit"),
        "{found:?}"
    );
}
