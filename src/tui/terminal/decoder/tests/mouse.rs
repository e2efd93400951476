//! Reports of the mouse: what they mean, and that no part of one is ever text.

use super::*;
use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

#[test]
fn the_mouse_is_read_in_all_its_forms() {
    let event = |kind, column, row, modifiers| {
        Input::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers,
        })
    };
    let left = MouseButton::Left;
    for (bytes, expected) in [
        (
            &b"\x1b[<0;10;5M"[..],
            event(MouseEventKind::Down(left), 9, 4, NONE),
        ),
        (
            b"\x1b[<0;10;5m",
            event(MouseEventKind::Up(left), 9, 4, NONE),
        ),
        (
            b"\x1b[<2;1;1M",
            event(MouseEventKind::Down(MouseButton::Right), 0, 0, NONE),
        ),
        (
            b"\x1b[<32;300;99M",
            event(MouseEventKind::Drag(left), 299, 98, NONE),
        ),
        (b"\x1b[<35;2;2M", event(MouseEventKind::Moved, 1, 1, NONE)),
        (
            b"\x1b[<64;2;2M",
            event(MouseEventKind::ScrollUp, 1, 1, NONE),
        ),
        (
            b"\x1b[<81;2;2M",
            event(MouseEventKind::ScrollDown, 1, 1, CONTROL),
        ),
        (b"\x1b[96;3;4M", event(MouseEventKind::ScrollUp, 2, 3, NONE)),
        (b"\x1b[M +&", event(MouseEventKind::Down(left), 10, 5, NONE)),
        (b"\x1b[M#!!", event(MouseEventKind::Up(left), 0, 0, NONE)),
    ] {
        assert_eq!(read(bytes), [expected], "{}", bytes.escape_ascii());
    }
}

/// Reports that are none, of other kinds, or with bytes that mean something elsewhere.
const NO_REPORTS: &[&[u8]] = &[
    b"\x1b[<0;0;0M",
    b"\x1b[<0;0;5M",
    b"\x1b[<0;5M",
    b"\x1b[<0;5;5;5M",
    b"\x1b[<;;M",
    b"\x1b[<M",
    b"\x1b[<0;99999999999999999999;1M",
    b"\x1b[<4294967295;70000;70000m",
    b"\x1b[<-1;1;1M",
    b"\x1b[<0;1;1q",
    b"\x1b[<0;1;1~",
    b"\x1b[<a",
    b"\x1b[1;1M",
    b"\x1b[0;1;1M",
    b"\x1b[M\x00\x00\x00",
    b"\x1b[M\x1b\x1b\x1b",
    b"\x1b[M\xff\xff\xff",
    b"\x1b[Mqqq",
];

#[test]
fn no_report_of_the_mouse_is_ever_a_key() {
    let is_mouse = |input: &Input| matches!(input, Input::Mouse(_));
    for report in NO_REPORTS {
        let found = read(report);
        assert!(
            found.iter().all(is_mouse),
            "{} {found:?}",
            report.escape_ascii()
        );
        let with_key = [report, &b"q"[..]].concat();
        let keys: Vec<_> = read(&with_key)
            .into_iter()
            .filter(|it| !is_mouse(it))
            .collect();
        assert_eq!(
            keys,
            inputs(&[(Char('q'), NONE)]),
            "{}",
            report.escape_ascii()
        );
    }
}

#[test]
fn a_report_that_the_line_has_cut_behind_its_escape_is_no_text() {
    let mut decoder = InputDecoder::default();
    assert_eq!(decoder.decode(b"\x1b"), []);
    assert_eq!(decoder.time_out(), inputs(&[(Esc, NONE)]));
    let late = decoder.decode(b"[<0;10;5Mq");
    assert!(matches!(late[0], Input::Mouse(_)), "{late:?}");
    assert_eq!(late[1..], inputs(&[(Char('q'), NONE)]));
    // Only what comes right behind it.
    assert_eq!(
        decoder.decode(b"[<"),
        inputs(&[(Char('['), NONE), (Char('<'), NONE)])
    );
    decoder.decode(b"\x1b");
    decoder.time_out();
    assert_eq!(decoder.decode(b"["), inputs(&[(Char('['), NONE)]));
    assert_eq!(decoder.decode(b"<"), inputs(&[(Char('<'), NONE)]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reports_of_the_mouse_are_never_text(
        reports in prop::collection::vec((0_u32..300, 0_u32..400, 0_u32..400, any::<bool>()), 1..20),
        cuts in prop::collection::vec(1_usize..5, 1..40),
    ) {
        let said = reports.iter().map(|(button, x, y, up)| {
            let end = if *up { 'm' } else { 'M' };
            format!("\x1b[<{button};{x};{y}{end}")
        });
        let bytes = said.collect::<String>().into_bytes();
        let mut decoder = InputDecoder::default();
        let mut rest = &bytes[..];
        let mut found = Vec::new();
        for cut in cuts.iter().cycle() {
            let (part, others) = rest.split_at((*cut).min(rest.len()));
            found.extend(decoder.decode(part));
            rest = others;
            if rest.is_empty() {
                break;
            }
        }
        prop_assert!(found.iter().all(|input| matches!(input, Input::Mouse(_))), "{:?}", found);
    }
}
