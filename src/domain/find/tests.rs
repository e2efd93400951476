//! What a line means, and which pieces find what.

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn read(line: &str) -> Result<SearchQuery, QueryError> {
    SearchQuery::read(line, today())
}

fn word(letters: &str, part: Option<SearchPart>) -> SearchWord {
    SearchWord {
        letters: letters.to_owned(),
        part,
    }
}

#[test]
fn a_line_has_fields() {
    let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    for (line, only) in [
        (
            "담당:김",
            vec![CaseFilter::Officer(Assignee::Named("김".to_owned()))],
        ),
        (
            "officer:me 부서:없음",
            vec![
                CaseFilter::Officer(Assignee::Mine),
                CaseFilter::Department(Assignee::Nobody),
            ],
        ),
        ("경로:전화", vec![CaseFilter::Channel(vec![Channel::Phone])]),
        (
            "channel:e",
            vec![CaseFilter::Channel(vec![Channel::Email, Channel::Epeople])],
        ),
        ("기한:오늘", vec![CaseFilter::Due(day(23), day(23))]),
        ("due:week", vec![CaseFilter::Due(day(23), day(29))]),
        ("기한:11/25..11-27", vec![CaseFilter::Due(day(25), day(27))]),
        ("기한:초과", vec![CaseFilter::Status(CaseStatus::Overdue)]),
        ("단계:2차", vec![CaseFilter::Step(2)]),
        ("상태:멈춤", vec![CaseFilter::Status(CaseStatus::Paused)]),
        ("상태:종결", vec![CaseFilter::Stage(vec![Stage::Closed])]),
        ("분류:시설", vec![CaseFilter::Category("시설".to_owned())]),
    ] {
        let expected = SearchQuery {
            filters: only,
            ..SearchQuery::default()
        };
        assert_eq!(read(line), Ok(expected), "{line}");
    }
}

#[test]
fn a_line_has_words_and_an_unfinished_value_a_time_or_an_address_is_no_field() {
    for (line, words) in [
        ("소음 ㅅㅇ", vec![word("소음", None), word("ㅅㅇ", None)]),
        ("제목:소음", vec![word("소음", Some(SearchPart::Title))]),
        ("담당:", vec![]),
        ("10:30", vec![word("10:30", None)]),
        ("http://a.kr", vec![word("http://a.kr", None)]),
        ("\" * ( -", vec![]),
        ("", vec![]),
    ] {
        let expected = SearchQuery {
            words,
            ..SearchQuery::default()
        };
        assert_eq!(read(line), Ok(expected), "{line}");
    }
}

/// Hangul that is quoted is one word: it is found over a blank as well.
#[test]
fn what_is_quoted_is_one_value() {
    let given = read("담당:\"김 가상\" \"층간 소음\"").unwrap();
    let officer = CaseFilter::Officer(Assignee::Named("김 가상".to_owned()));
    assert_eq!(given.words, [word("층간소음", None)]);
    assert_eq!(given.filters, [officer]);
    // The second mark is still to be typed.
    let given = read("제목:“WiFi 불통 신고").unwrap();
    let title = |letters| word(letters, Some(SearchPart::Title));
    assert_eq!(given.words, [title("WiFi"), title("불통신고")]);
}

#[test]
fn a_wrong_field_or_value_is_a_sentence_that_names_the_right_ones() {
    let said = |line| read(line).unwrap_err().say(Lang::Ko);
    assert!(
        said("담임:김").contains("담당, 부서, 경로"),
        "{}",
        said("담임:김")
    );
    assert!(said("단계:4").contains("0, 1, 2, 3"), "{}", said("단계:4"));
    assert!(
        said("경로:비둘기").contains("전화"),
        "{}",
        said("경로:비둘기")
    );
    assert!(
        said("기한:언젠가").contains("이번주"),
        "{}",
        said("기한:언젠가")
    );
    assert!(said("상태:좋음").contains("멈춤"), "{}", said("상태:좋음"));
    let english = read("colour:red").unwrap_err().say(Lang::En);
    assert!(english.contains("officer, department"), "{english}");
}

#[test]
fn a_telephone_is_four_digits_or_more() {
    for (typed, digits) in [
        ("010-1234-5678", Some("01012345678")),
        ("+82-10-1234-5678", Some("01012345678")),
        ("5678", Some("5678")),
        ("567", None),
        ("5678호", None),
        ("소음", None),
    ] {
        assert_eq!(word(typed, None).phone().as_deref(), digits, "{typed}");
    }
}

fn pieces(text: &str, short: bool) -> Vec<String> {
    let mut found = Vec::new();
    index_terms(text, short, &mut |piece| found.push(piece.iter().collect()));
    found
}

#[test]
fn a_text_is_cut_into_pairs_over_blanks_and_its_initials_by_three() {
    assert_eq!(
        pieces("층간 소음, LED 3층", false),
        [
            "층간",
            "간소",
            "소음",
            "음",
            "ㅊㄱㅅ",
            "ㄱㅅㅇ",
            "ㅅㅇ",
            "led",
            "3",
            "층"
        ]
    );
    assert_eq!(pieces("소음", true), ["소음", "소", "음", "ㅅㅇ"]);
    assert_eq!(pieces("", true), [""; 0]);
}

#[test]
fn every_piece_that_is_asked_for_is_a_piece_of_a_text_in_which_the_word_stands() {
    let texts = [
        "층간소음 때문에 잠을 못 잡니다",
        "층간 소음",
        "소음",
        "소",
        "까치가 ㅋㅋㅋ 웃는다",
        "LED3 고장, 2026년",
        "漢字 민원",
        "상담 전화 응대 불만 (3차)",
    ];
    let words = [
        "층간소음",
        "소음",
        "소",
        "ㅊㄱㅅㅇ",
        "ㅅㅇ",
        "ㅊㄱㅅ",
        "층간ㅅㅇ",
        "ㅅ",
        "ㄲㅊ",
        "ㅋㅋ",
        "led",
        "LED3",
        "20",
        "漢字",
        "전화응대",
        "잠을",
        "3차",
        "차",
    ];
    let mut met = 0;
    for text in texts {
        for word in words.iter().filter(|word| contains_word(text, word)) {
            met += 1;
            for short in [true, false] {
                let there = pieces(text, short);
                for piece in query_terms(word, short) {
                    let found = match &piece {
                        IndexTerm::Whole(piece) => there.contains(piece),
                        IndexTerm::Beginning(piece) => {
                            there.iter().any(|other| other.starts_with(piece))
                        }
                    };
                    assert!(found, "{piece:?} of {word} in {text}: {there:?}");
                }
            }
        }
    }
    assert!(met > 25, "{met}");
}

#[test]
fn a_name_holds_what_was_typed_of_it() {
    for (name, typed, holds) in [
        ("김가상", "김", true),
        ("김가상", "ㄱㄱㅅ", true),
        ("김가상", "rla", true),
        ("choi", "oi", true),
        ("김가상", "최", false),
    ] {
        assert_eq!(matches_name(name, typed), holds, "{name} {typed}");
    }
}
