//! Every letter of the program filled; templates that are wrong; values that try to be more than data.

use super::*;
use crate::words::josa;
use chrono::NaiveDate;

/// A value for every mark.
fn full() -> Values {
    let mut values = Values::default();
    for mark in Mark::ALL {
        let value = match mark.class() {
            MarkClass::Word => "나라기록원",
            MarkClass::Fixed => "2026. 12. 4.(금)",
            MarkClass::Prose => "첫째 줄\n둘째 줄",
        };
        values.set(*mark, value);
    }
    values
}

fn values(given: &[(Mark, &str)]) -> Values {
    let mut values = Values::default();
    for (mark, value) in given {
        values.set(*mark, value);
    }
    values
}

fn parse(text: &str) -> Template {
    Template::parse(text).unwrap()
}

#[test]
fn every_letter_of_the_program_has_what_the_law_asks_for() {
    for kind in LetterKind::ALL {
        let read = Template::check(*kind, &text(*kind));
        let filled = read.unwrap_or_else(|faults| panic!("{kind}: {faults:?}"));
        let said = filled.fill(&full()).unwrap();
        for raw in ["{{", "}}", "[[", "]]", "  1."] {
            assert!(!said.contains(raw), "{kind}: {said}");
        }
        assert!(!josa::is_open(&said), "{kind}: {said}");
        assert_eq!(template(*kind), filled, "{kind}");
    }
    for remedy in Remedy::ALL {
        let said = parse(remedy.text()).fill(&full()).unwrap();
        assert!(said.starts_with("가. "), "{said}");
    }
}

#[test]
fn a_letter_to_a_department_names_nobody_in_full() {
    for kind in LetterKind::ALL {
        let named: Vec<Mark> = template(*kind).marks().collect();
        let full = named.contains(&Mark::Name) || named.contains(&Mark::Address);
        match kind.readership() {
            Readership::Office => assert!(!full, "{kind}"),
            Readership::Complainant => assert!(named.contains(&Mark::Name), "{kind}"),
        }
    }
}

#[test]
fn what_is_wrong_is_named_with_its_line() {
    use TemplateFault::{Control, Empty, Nested, NothingOptional, Particle, TooLong, Unclosed};
    let unknown = |line, name: &str| TemplateFault::UnknownMark {
        line,
        name: name.to_owned(),
    };
    let particle = |line, mark| Particle { line, mark };
    for (text, faults) in [
        ("", vec![Empty]),
        ("\u{FEFF} \n", vec![Empty]),
        ("{{성명}}\n{{이름}}", vec![unknown(2, "이름")]),
        ("{{ 성명", vec![Unclosed { line: 1 }]),
        ("성명}}", vec![Unclosed { line: 1 }]),
        ("[[{{성명}}", vec![Unclosed { line: 1 }]),
        ("{{성명}}]]", vec![Unclosed { line: 1 }]),
        ("[[가 [[{{성명}}]]", vec![Nested { line: 1 }]),
        ("가\n\n[[나]]", vec![NothingOptional { line: 3 }]),
        (
            "{{접수일}}은(는) 월요일",
            vec![particle(1, Mark::ReceivedOn)],
        ),
        ("{{이유}}'을(를) 본다", vec![particle(1, Mark::Reason)]),
        ("가\u{1b}[31m", vec![Control { line: 1 }]),
    ] {
        assert_eq!(Template::parse(text), Err(faults), "{text:?}");
    }
    let long = "가".repeat(MOST_BYTES);
    assert_eq!(Template::parse(&long), Err(vec![TooLong]));
}

#[test]
fn an_office_may_not_leave_out_what_the_law_asks_for() {
    let own = text(LetterKind::Refusal).replace("{{구제절차}}", "없음");
    let lacks = TemplateFault::Lacks(Mark::Remedy);
    assert_eq!(Template::check(LetterKind::Refusal, &own), Err(vec![lacks]));
    let faults = Template::check(LetterKind::Merge, "{{대표번호}}").unwrap_err();
    assert_eq!(faults.len(), 6, "{faults:?}");
}

#[test]
fn a_mark_without_a_value_refuses_the_letter_and_is_named_once() {
    let read = parse("{{성명}} {{이유}}[[ {{근거}}]] {{성명}} {{결과}}");
    let given = values(&[(Mark::Reason, "까닭"), (Mark::Outcome, " \u{200B}\n")]);
    let missing = vec![Mark::Name, Mark::Outcome];
    assert_eq!(read.fill(&given), Err(Unfilled(missing)));
}

#[test]
fn what_is_optional_goes_and_the_items_close_up() {
    let read = parse(
        "들어가며\n1. 가\n[[2. {{근거}}]]\n[[3. {{동의}}]]\n4. 나[[ ({{이유}})]]\n[[가. {{질의}}]]\n나. 끝",
    );
    let given = values(&[(Mark::Consent, "전화로 동의")]);
    let said = "들어가며\n1. 가\n2. 전화로 동의\n3. 나\n가. 끝\n";
    assert_eq!(read.fill(&given).unwrap(), said);
}

#[test]
fn a_value_is_data() {
    let read = parse("1. {{민원명}}을(를) {{이유}}");
    let given = values(&[
        (Mark::Title, "{{성명}} [[주차]]\n1. 은(는)\u{1b}[2J"),
        (Mark::Reason, "7. 첫째\r\n{{근거}}이(가)\u{202E}"),
    ]);
    let said = "1. {{성명}} [[주차]] 1. 은(는)[2J를 7. 첫째\n{{근거}}이(가)\n";
    assert_eq!(read.fill(&given).unwrap(), said);
}

#[test]
fn particles_follow_the_word_before_a_bracket() {
    let read = parse("'{{담당자}}'이(가) 「{{기관명}}」을(를) {{접수경로}}(으)로");
    for (officer, office, channel, said) in [
        (
            "담당자(김민원)",
            "서울",
            "방문",
            "'담당자(김민원)'가 「서울」을 방문으로\n",
        ),
        ("김*", "규정(안)", "전화", "'김*'이 「규정(안)」을 전화로\n"),
        ("", "", "", ""),
    ] {
        let given = values(&[
            (Mark::Officer, officer),
            (Mark::Office, office),
            (Mark::Channel, channel),
        ]);
        assert_eq!(read.fill(&given).unwrap_or_default(), said);
    }
}

#[test]
fn days_and_times_are_written_as_in_official_documents() {
    let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    assert_eq!(day(date(2026, 12, 4)), "2026. 12. 4.(금)");
    assert_eq!(plain_day(date(2027, 1, 1)), "2027. 1. 1.");
    let early = date(2026, 11, 30).and_hms_opt(9, 5, 59).unwrap();
    assert_eq!(moment(early), "2026. 11. 30.(월) 09:05");
}
