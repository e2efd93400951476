//! Every syllable there and back, and what was typed in the wrong mode.

use super::*;

#[test]
fn a_hangul_character_gives_the_keys_that_typed_it() {
    for (c, expected) in [
        ('ㅓ', "j"),
        ('ㅏ', "k"),
        ('ㅂ', "q"),
        ('ㅃ', "Q"),
        ('ㅖ', "P"),
        ('러', "fj"),
        ('과', "rhk"),
        ('닭', "ekfr"),
        ('꽉', "Rhkr"),
        ('ㄺ', "fr"),
        ('\u{1105}', "f"),
        ('\u{1165}', "j"),
        ('\u{11B0}', "fr"),
        ('j', ""),
        ('1', ""),
        ('漢', ""),
    ] {
        assert_eq!(keys(c).collect::<String>(), expected, "{c}");
    }
}

#[test]
fn every_syllable_is_typed_back_to_itself() {
    for c in '가'..='힣' {
        let typed: String = keys(c).collect();
        assert_eq!(
            typed_in_wrong_mode(&typed),
            Some(c.to_string()),
            "{c} {typed}"
        );
    }
}

#[test]
fn what_was_typed_in_the_wrong_mode_is_recognised() {
    for (typed, meant) in [
        ("thdma", Some("소음")),
        ("cmdrks thdma", Some("층간 소음")),
        ("alsdnjs", Some("민원")),
        ("ekfrdl", Some("닭이")),
        ("rkqtdl", Some("값이")),
        ("dhkTek", Some("왔다")),
        ("thdma 2026", Some("소음 2026")),
        ("LED thdma", Some("LED 소음")),
        ("담당:rla", Some("담당:김")),
        ("td", Some("ㅅㅇ")),
        ("ㅗ디ㅔ", Some("help")),
        ("쟐ㅑ 소음", Some("wifi 소음")),
        ("소음", None),
        ("ㅅㅇ", None),
        ("101ehd", Some("101동")),
        ("3cmd", Some("3층")),
        ("(thdma)", Some("(소음)")),
        ("LED3", None),
        ("noise", None),
        ("call 1", None),
        ("t", None),
        ("", None),
    ] {
        assert_eq!(typed_in_wrong_mode(typed).as_deref(), meant, "{typed}");
    }
}

#[test]
fn a_letter_begins_what_it_may_become() {
    for (typed, letter, begins_it) in [
        ('접', '접', true),
        ('저', '접', true),
        ('ㅈ', '접', true),
        ('ㅈ', 'ㅈ', true),
        ('자', '접', false),
        ('접', '저', false),
        ('절', '접', false),
        ('a', 'a', true),
        ('a', '접', false),
        ('1', '접', false),
    ] {
        assert_eq!(begins(typed, letter), begins_it, "{typed} {letter}");
    }
}

#[test]
fn the_other_mode_is_read_letter_by_letter() {
    for (typed, on, off) in [
        ("wt", Some("ㅈㅅ"), None),
        ("wjqtn", Some("접수"), None),
        ("ㅑㅜㅅ", None, Some("int")),
        ("접수", None, Some("wjqtn")),
        ("3차", None, Some("3ck")),
        ("1", None, None),
    ] {
        assert_eq!(with_method_on(typed).as_deref(), on, "{typed}");
        assert_eq!(with_method_off(typed).as_deref(), off, "{typed}");
    }
}

#[test]
fn latin_typed_for_hangul_is_recognised() {
    for (typed, meant) in [
        ("thdma", Some("소음")),
        ("cmdrks thdma", Some("층간 소음")),
        ("alsdnjs", Some("민원")),
        ("ekfrdl", Some("닭이")),
        ("rkqtdl", Some("값이")),
        ("dhkTek", Some("왔다")),
        ("noise", None),
        ("call 1", None),
        ("", None),
    ] {
        assert_eq!(typed_in_wrong_mode(typed).as_deref(), meant, "{typed}");
    }
}
