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

/// A case of somebody who can be written to, and the ids of its notices.
fn received(home: &Home, title: &str) -> String {
    let number = home.desk(&[
        "intake",
        "--channel",
        "web",
        "--category",
        "complaint",
        "--title",
        title,
        "--name",
        "홍길동",
        "--email",
        "gil@example.org",
    ]);
    let said = number.done().out.clone();
    said.split_whitespace()
        .find(|word| word.starts_with("2026-"))
        .unwrap()
        .to_owned()
}

fn shown(home: &Home, id: &str) -> String {
    home.desk(&["notices", "show", id]).done().out.clone()
}

/// Received on Mon 2026-11-23: seven days end with Tue 12-01; with 7 more, Thu 12-10.
#[test]
fn a_letter_says_what_was_recorded() {
    let home = Home::practising();
    let number = received(&home, "{{성명}} <b>환급</b> 지연");
    let receipt = shown(&home, &format!("{number}/1/receipt/1"));
    for part in [
        &format!("[경상북도종합자원봉사센터] 민원 접수 안내 (접수번호 {number})\n"),
        "홍*동 님께\n",
        "인터넷으로 신청하신 민원을",
        "2. 접수일시: 2026. 11. 23.(월) 14:00\n",
        // What was typed is no mark.
        "3. 민원명: {{성명}} <b>환급</b> 지연\n",
        "(처리완료 예정일: 2026. 12. 1.(화))\n",
        "\n2026. 11. 23.\n경상북도종합자원봉사센터\n",
    ] {
        assert!(receipt.contains(part), "{part:?} in {receipt}");
    }
    assert!(
        !receipt.lines().next().unwrap().contains("환급"),
        "{receipt}"
    );
    home.desk(&[
        "record",
        &number,
        "extend",
        "--reason",
        "fact-finding",
        "--days",
        "7",
        "--text",
        "입금 확인",
    ])
    .done();
    let extension = shown(&home, &format!("{number}/2/extension/1"));
    for part in [
        "2. 당초 처리완료 예정일: 2026. 12. 1.(화)\n",
        "3. 연장 사유: 사실관계·현장 확인. 입금 확인\n",
        "4. 새 처리완료 예정일: 2026. 12. 10.(목) (1차 연장)\n",
        "제21조제1항제2호",
    ] {
        assert!(extension.contains(part), "{part:?} in {extension}");
    }
    let html = [
        "notices",
        "show",
        &format!("{number}/1/receipt/1"),
        "--format",
        "html",
    ];
    let html = home.desk(&html).done().out.clone();
    assert!(html.contains("&lt;b&gt;환급&lt;/b&gt;"), "{html}");
    assert!(!html.contains("<b>") && !html.contains("http"), "{html}");
}

#[test]
fn the_offices_own_letter_goes_out_and_one_without_a_value_does_not() {
    let home = Home::practising();
    let number = received(&home, "환급 지연");
    let id = format!("{number}/1/receipt/1");
    let program = home.desk(&["letter", "show", "receipt"]).done().out.clone();
    let own = program.replace(
        "보완이 필요하거나",
        "덧붙임: {{안내기관}}\n보완이 필요하거나",
    );
    let own = file(&home, "receipt.txt", &own);
    home.desk(&["letter", "edit", "receipt", &own]).done();
    for (lang, said) in [
        ("ko", "채우지 못한 것: 안내기관"),
        ("en", "Without a value: where else to turn (안내기관)"),
    ] {
        let refused = home.desk(&["--lang", lang, "notices", "show", &id]);
        assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{refused:?}");
        assert!(refused.err.contains(said), "{refused:?}");
    }
    let own = program.replace(
        "보완이 필요하거나",
        "[[덧붙임: {{안내기관}}]]\n(기관의 글)\n보완이 필요하거나",
    );
    let own = file(&home, "receipt.txt", &own);
    home.desk(&["letter", "edit", "receipt", &own]).done();
    let said = shown(&home, &id);
    assert!(
        said.contains("\n(기관의 글)\n") && !said.contains("덧붙임"),
        "{said}"
    );
    let none = home.desk(&[
        "--lang",
        "en",
        "notices",
        "show",
        &format!("{number}/1/result/1"),
    ]);
    assert_eq!(none.code, 1, "{none:?}");
}

#[test]
fn representatives_are_named_and_masked() {
    let home = Home::practising();
    let taken = home.desk(&[
        "intake",
        "--channel",
        "visit",
        "--category",
        "complaint",
        "--title",
        "공동 건의",
        "--name",
        "홍길동",
        "--phone",
        "010-0000-1234",
        "--people",
        "5",
    ]);
    // They are told to ask for representatives.
    assert_eq!(taken.code, 0, "{taken:?}");
    let mut said = taken.out.split_whitespace();
    let number = said.find(|word| word.starts_with("2026-")).unwrap();
    let ask = [
        "ask-representatives",
        "--until",
        "2026-12-04",
        "--text",
        "정해 주십시오",
    ];
    home.desk(&[&["record", number], &ask[..]].concat()).done();
    let asked = shown(&home, &format!("{number}/2/representatives/1"));
    assert!(asked.contains("3. 기한: 2026. 12. 4.(금)까지\n"), "{asked}");
    let name = ["designate", "--representative", "홍길동, 성춘향"];
    let named = [&["record", number], &name[..]].concat();
    home.desk_at("2026-12-07T10:00:00", &named).done();
    let designated = shown(&home, &format!("{number}/3/representatives/1"));
    assert!(
        designated.contains("2. 대표자: 홍*동, 성*향\n"),
        "{designated}"
    );
}
