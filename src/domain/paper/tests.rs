//! Papers: what stands on them, and that no value becomes markup or breaks a line.

use super::*;
use crate::domain::letter::{Mark, Values};

fn values(given: &[(Mark, &str)]) -> Values {
    let mut values = Values::default();
    for (mark, value) in given {
        values.set(*mark, value);
    }
    values
}

#[test]
fn a_slip_says_what_the_decree_asks_for() {
    let slip = form(
        PaperKind::Slip,
        &values(&[
            (Mark::Number, "2026-000014"),
            (Mark::ReceivedAt, "2026. 11. 18.(수) 15:40"),
            (Mark::Title, "전화 상담 중 반말"),
            (Mark::Name, "홍길동"),
            (Mark::Due, "2026. 11. 26.(목)"),
            (Mark::Handling, "고객지원팀"),
            (Mark::Officer, "서모의"),
            (Mark::SentOn, "2026. 11. 18."),
            (Mark::Sender, "경상북도종합자원봉사센터"),
        ]),
    );
    let text = slip.write(PaperFormat::Text);
    for line in [
        "기관 서식(「민원 처리에 관한 법률 시행규칙」 별지 제2호서식에 준함)",
        "접수번호            2026-000014",
        "처리 예정 기한      2026. 11. 26.(목)",
        "민원인              홍길동",
    ] {
        assert!(text.lines().any(|said| said == line), "{line}\n{text}");
    }
    // Nobody speaks for them: no label without a value but where somebody writes by hand.
    assert!(!text.contains("대리인"), "{text}");
    let wide = text
        .lines()
        .map(unicode_width::UnicodeWidthStr::width)
        .max();
    assert!(wide <= Some(80), "{text}");
}

#[test]
fn every_paper_is_written_in_both_forms_though_values_are_long_or_hostile() {
    let hostile = "가".repeat(200) + "<script>\u{1b}[2J&\r\n둘째 줄";
    let given: Vec<(Mark, &str)> = Mark::ALL.iter().map(|mark| (*mark, &*hostile)).collect();
    for kind in PaperKind::ALL
        .iter()
        .filter(|kind| kind.covers() == Covers::Case)
    {
        let paper = form(*kind, &values(&given));
        let (text, html) = (
            paper.write(PaperFormat::Text),
            paper.write(PaperFormat::Html),
        );
        for written in [&text, &html] {
            assert!(written.contains(&kind.say(Lang::Ko)), "{kind}");
            let control = |c: char| c.is_control() && c != '\n';
            assert!(!written.contains(control), "{kind}");
        }
        assert!(!html.contains("<script"), "{kind}");
        let wide = text
            .lines()
            .map(unicode_width::UnicodeWidthStr::width)
            .max();
        assert!(wide <= Some(80), "{kind}\n{text}");
    }
}

#[test]
fn a_row_of_the_register_is_wrapped_and_never_cut() {
    let rows = Rows {
        kind: PaperKind::Register,
        span: "2026. 11. 1.(일)부터".into(),
        columns: REGISTER,
        format: PaperFormat::Text,
    };
    let cells: Vec<String> = REGISTER
        .iter()
        .map(|(name, cells)| format!("{name}{}", "가".repeat(*cells)))
        .collect();
    let written = rows.row(&cells);
    let letters = |text: &str| text.chars().filter(|c| *c == '가').count();
    let all: usize = REGISTER.iter().map(|(_, cells)| cells).sum();
    assert_eq!(letters(&written), all);
    assert!(rows.head().contains("민원 처리부"));
    assert_eq!(rows.end(), "이하 빈칸\n");
}
