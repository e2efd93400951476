//! What terminals send, read in pieces of any size.

mod mouse;

use proptest::prelude::*;
use ratatui::crossterm::event::{
    KeyCode::{self, BackTab, Backspace, Char, Delete, Down, End, Enter, Esc, F, Home, Insert},
    KeyCode::{Left, PageDown, PageUp, Right, Tab, Up},
    KeyEvent, KeyModifiers,
};

use super::paste::LONGEST as LONGEST_PASTE;
use super::*;

const NONE: KeyModifiers = KeyModifiers::NONE;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
const ALT: KeyModifiers = KeyModifiers::ALT;
const CONTROL: KeyModifiers = KeyModifiers::CONTROL;

fn inputs(keys: &[(KeyCode, KeyModifiers)]) -> Vec<Input> {
    keys.iter()
        .map(|(code, held)| Input::Key(KeyEvent::new(*code, *held)))
        .collect()
}

/// All that the bytes give, when nothing more comes.
fn read(bytes: &[u8]) -> Vec<Input> {
    let mut decoder = InputDecoder::default();
    let mut found = decoder.decode(bytes);
    found.extend(end(&mut decoder));
    found
}

fn end(decoder: &mut InputDecoder) -> Vec<Input> {
    let mut found = Vec::new();
    for _ in 0..3 {
        if decoder.timeout().is_some() {
            found.extend(decoder.time_out());
        }
    }
    assert!(
        matches!(decoder.state, State::Ground | State::Paste(_)),
        "{:?}",
        decoder.state
    );
    assert_eq!(decoder.timeout(), None);
    found
}

/// Sequences that each are one key.
const KEYS: &[(&[u8], KeyCode, KeyModifiers)] = &[
    (b"j", Char('j'), NONE),
    (b"J", Char('J'), SHIFT),
    ("ㅓ".as_bytes(), Char('ㅓ'), NONE),
    ("힣".as_bytes(), Char('힣'), NONE),
    ("\u{1112}".as_bytes(), Char('\u{1112}'), NONE),
    ("👩".as_bytes(), Char('👩'), NONE),
    (b"\r", Enter, NONE),
    (b"\n", Enter, NONE),
    (b"\t", Tab, NONE),
    (b"\x7f", Backspace, NONE),
    (b"\x08", Backspace, NONE),
    (b"\0", Char(' '), CONTROL),
    (b"\x01", Char('a'), CONTROL),
    (b"\x1a", Char('z'), CONTROL),
    (b"\x1c", Char('4'), CONTROL),
    (b"\x1f", Char('7'), CONTROL),
    (b"\x1b", Esc, NONE),
    (b"\x1bj", Char('j'), ALT),
    ("\x1bㅓ".as_bytes(), Char('ㅓ'), ALT),
    (b"\x1b\x7f", Backspace, ALT),
    (b"\x1b\r", Enter, ALT),
    (b"\x1b\x01", Char('a'), CONTROL.union(ALT)),
    (b"\x1bO", Char('O'), SHIFT.union(ALT)),
    (b"\x1b]", Char(']'), ALT),
    (b"\x1bP", Char('P'), SHIFT.union(ALT)),
    // xterm and its kin
    (b"\x1b[A", Up, NONE),
    (b"\x1bOB", Down, NONE),
    (b"\x1b[1;5C", Right, CONTROL),
    (b"\x1b[5C", Right, CONTROL),
    (b"\x1b[1;2D", Left, SHIFT),
    (b"\x1b[1;4A", Up, SHIFT.union(ALT)),
    (b"\x1b[1;6D", Left, SHIFT.union(CONTROL)),
    (b"\x1b[H", Home, NONE),
    (b"\x1bOF", End, NONE),
    (b"\x1b[1;5H", Home, CONTROL),
    (b"\x1b[2~", Insert, NONE),
    (b"\x1b[3~", Delete, NONE),
    (b"\x1b[3;2~", Delete, SHIFT),
    (b"\x1b[3;5~", Delete, CONTROL),
    (b"\x1b[5~", PageUp, NONE),
    (b"\x1b[6;5~", PageDown, CONTROL),
    (b"\x1b[Z", BackTab, SHIFT),
    (b"\x1bOP", F(1), NONE),
    (b"\x1bOS", F(4), NONE),
    (b"\x1b[1;5P", F(1), CONTROL),
    (b"\x1b[15~", F(5), NONE),
    (b"\x1b[17~", F(6), NONE),
    (b"\x1b[21~", F(10), NONE),
    (b"\x1b[23~", F(11), NONE),
    (b"\x1b[24~", F(12), NONE),
    (b"\x1b[24;2~", F(12), SHIFT),
    (b"\x1bOM", Enter, NONE),
    (b"\x1bOp", Char('0'), NONE),
    (b"\x1bOk", Char('+'), NONE),
    // The Linux console, VT220, PuTTY
    (b"\x1b[[A", F(1), NONE),
    (b"\x1b[[E", F(5), NONE),
    (b"\x1b[11~", F(1), NONE),
    (b"\x1b[14~", F(4), NONE),
    (b"\x1b[1~", Home, NONE),
    (b"\x1b[4~", End, NONE),
    (b"\x1b[25~", F(13), NONE),
    (b"\x1b[34~", F(20), NONE),
    (b"\x1b\x1b[D", Left, ALT),
    (b"\x1b\x1bOC", Right, ALT),
    // PuTTY's VT100+
    (b"\x1bOT", F(5), NONE),
    (b"\x1bO[", F(12), NONE),
    // rxvt
    (b"\x1b[7~", Home, NONE),
    (b"\x1b[8~", End, NONE),
    (b"\x1b[a", Up, SHIFT),
    (b"\x1bOd", Left, CONTROL),
    (b"\x1b[3$", Delete, SHIFT),
    (b"\x1b[3^", Delete, CONTROL),
    (b"\x1b[23$", F(11), SHIFT),
    (b"\x1b[5@", PageUp, CONTROL.union(SHIFT)),
    // Set by a user
    (b"\x1b[13;2u", Enter, SHIFT),
    (b"\x1b[97;5u", Char('a'), CONTROL),
    (b"\x1b[27;5;13~", Enter, CONTROL),
    (b"\x1b[9;2u", BackTab, SHIFT),
];

/// What gives no key at all, as a whole.
const NOTHING: &[&[u8]] = &[
    b"\x1b[12;40R",
    b"\x1b[?62;22c",
    b"\x1b[>0;276;0c",
    b"\x1b[0n",
    b"\x1b[?2026;1$y",
    b"\x1b[4;1$y",
    b"\x1b[I",
    b"\x1b[8;24;80t",
    b"\x1b[?1;2;3u",
    b"\x1b[99~",
    b"\x1b[201~",
    b"\x1b[1;2;3;4A",
    b"\x1b[99999999999~",
    b"\x1b[[z",
    b"\x1bOz",
    b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
    b"\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
    b"\x1bP>|XTerm(390)\x1b\\",
    b"\x1bP1$r0m\x1b\\",
    b"\x1b_Gi=1;OK\x1b\\",
    b"\xff\xfe",
    b"\x80",
    b"\xed\xa0\x80",
    b"\xc2\x9b",
    b"\x1b[<0;0;0M",
    b"\x1b[<?;1;1M",
];

#[test]
fn every_key_of_every_terminal_is_read() {
    for (bytes, code, held) in KEYS {
        let expected = inputs(&[(*code, *held)]);
        assert_eq!(read(bytes), expected, "{}", bytes.escape_ascii());
    }
}

#[test]
fn answers_and_what_is_unknown_give_no_key() {
    for bytes in NOTHING {
        let mut found = read(&[bytes, &b"x"[..]].concat());
        found.retain(|input| !matches!(input, Input::Answer { .. }));
        assert_eq!(
            found,
            inputs(&[(Char('x'), NONE)]),
            "{}",
            bytes.escape_ascii()
        );
    }
    assert_eq!(
        read(b"\x1b[12;40R"),
        [Input::Answer {
            row: 12,
            column: 40
        }]
    );
    let mut both = inputs(&[(Esc, NONE)]);
    both.push(Input::Answer {
        row: 12,
        column: 40,
    });
    assert_eq!(read(b"\x1b\x1b[12;40R"), both, "Esc just before an answer");
    let long = [&b"\x1b["[..], &b"1;".repeat(500), b"Ax"].concat();
    assert_eq!(read(&long), inputs(&[(Char('x'), NONE)]));
}

#[test]
fn what_breaks_off_hides_nothing_that_follows() {
    for (bytes, expected) in [
        (&b"\x1b[1;\x1b[A"[..], &[(Up, NONE)][..]),
        (b"\x1b[\x7f", &[(Backspace, NONE)]),
        (b"\x1bO\x1b[A", &[(Char('O'), SHIFT.union(ALT)), (Up, NONE)]),
        (b"\x1b]0;x\x1b[A", &[(Up, NONE)]),
        (b"\x1b]0;x\r", &[(Enter, NONE)]),
        (b"\x1b]a", &[(Char(']'), ALT), (Char('a'), NONE)]),
        (b"\xec\x86j", &[(Char('j'), NONE)]),
        (b"\x1b\x1bj", &[(Esc, NONE), (Char('j'), ALT)]),
        (b"\x1b\x1b", &[(Esc, NONE), (Esc, NONE)]),
        (b"\x1b\x1b\x1b[A", &[(Esc, NONE), (Up, ALT)]),
        (b"\x1b[15", &[]),
    ] {
        assert_eq!(read(bytes), inputs(expected), "{}", bytes.escape_ascii());
    }
}

#[test]
fn the_third_function_key_with_shift_looks_like_an_answer() {
    assert_eq!(read(b"\x1b[1;2R"), [Input::Answer { row: 1, column: 2 }]);
    for (row, column, held) in [
        (1, 2, Some(SHIFT)),
        (1, 3, Some(ALT)),
        (1, 6, Some(SHIFT | CONTROL)),
        (1, 1, None),
        (1, 80, None),
        (2, 2, None),
    ] {
        let key = held.map(|held| KeyEvent::new(F(3), held));
        assert_eq!(keys::f3(row, column), key, "{row} {column}");
    }
}

#[test]
fn only_a_lone_escape_is_given_up_soon() {
    let mut decoder = InputDecoder::default();
    for (bytes, patience) in [
        (&b"\x1b"[..], Some(ESCAPE_TIMEOUT)),
        (b"[", Some(STALL_TIMEOUT)),
        (b"1;5", Some(STALL_TIMEOUT)),
        (b"A", None),
        (b"\x1b[200~", None),
        (b"x", Some(STALL_TIMEOUT)),
        (b"\x1b[201~", None),
        (b"\xec", Some(STALL_TIMEOUT)),
    ] {
        decoder.decode(bytes);
        assert_eq!(decoder.timeout(), patience, "{}", bytes.escape_ascii());
    }
}

#[test]
fn a_paste_is_one_text_and_never_keys() {
    let paste = |text: &str| Input::Paste(text.to_owned());
    for (bytes, expected) in [
        (&b"\x1b[200~a\rb\x1b[201~"[..], vec![paste("a\rb")]),
        ("\x1b[200~소음\x1b[201~".as_bytes(), vec![paste("소음")]),
        (
            b"\x1b[200~\x1b[A\x1b[200~\x1b[20\x1b[201~",
            vec![paste("\x1b[A\x1b[200~\x1b[20")],
        ),
        (b"\x1b[200~\xff\x1b[201~", vec![paste("\u{fffd}")]),
        (b"\x1b[200~\x1b[201~", vec![]),
        (b"\x1b[200~q", vec![paste("q")]),
    ] {
        assert_eq!(read(bytes), expected, "{}", bytes.escape_ascii());
    }
}

#[test]
fn a_paste_whose_end_is_lost_stays_text_until_escape_is_pressed() {
    let mut decoder = InputDecoder::default();
    assert_eq!(decoder.decode(b"\x1b[200~\xec\x86\x8c\xec\x9d"), []);
    assert_eq!(decoder.time_out(), [Input::Paste("소".to_owned())]);
    assert_eq!(decoder.timeout(), None);
    assert_eq!(decoder.decode(b"\x8cq"), []);
    assert_eq!(decoder.timeout(), Some(LATE_PASTE_TIMEOUT));
    assert_eq!(decoder.time_out(), [Input::Paste("음q".to_owned())]);
    assert_eq!(decoder.decode(b"\x1b"), []);
    assert_eq!(decoder.time_out(), inputs(&[(Esc, NONE)]));
    assert_eq!(decoder.decode(b"q"), inputs(&[(Char('q'), NONE)]));
}

#[test]
fn the_end_of_a_paste_may_be_late() {
    let mut decoder = InputDecoder::default();
    assert_eq!(decoder.decode(b"\x1b[200~a\x1b"), []);
    assert_eq!(decoder.time_out(), [Input::Paste("a".to_owned())]);
    assert_eq!(decoder.time_out(), []);
    assert_eq!(decoder.decode(b"[201~q"), inputs(&[(Char('q'), NONE)]));
}

#[test]
fn an_answer_cut_behind_its_escape_is_no_keys_and_what_is_typed_there_is() {
    let after_escape = |bytes: &[u8]| {
        let mut decoder = InputDecoder::default();
        assert_eq!(decoder.decode(b"\x1b"), []);
        assert_eq!(decoder.time_out(), inputs(&[(Esc, NONE)]));
        decoder.decode(bytes)
    };
    let answer = Input::Answer {
        row: 24,
        column: 80,
    };
    assert_eq!(after_escape(b"[24;80R"), [answer]);
    for answer in [
        &b"[?62;22c"[..],
        b"[?2026;2$y",
        b"]11;rgb:0000/0000/0000\x07",
        b"P>|xterm(390)\x1b\\",
        b"[24;8",
    ] {
        assert_eq!(after_escape(answer), [], "{}", answer.escape_ascii());
    }
    for typed in ["[", "[1] ab", "[2", "]", "Pa", "[abc"] {
        let keys: Vec<_> = typed.chars().map(|c| (Char(c), NONE)).collect();
        let read = after_escape(typed.as_bytes());
        assert_eq!(read.len(), keys.len(), "{typed}");
    }
}

#[test]
fn a_megabyte_is_pasted_in_linear_time_and_an_endless_paste_keeps_its_beginning() {
    let text = "층간 소음 ".repeat(1 << 16);
    let mut decoder = InputDecoder::default();
    decoder.decode(b"\x1b[200~");
    for part in text.as_bytes().chunks(7) {
        assert_eq!(decoder.decode(part), []);
    }
    assert_eq!(decoder.decode(b"\x1b[201~"), [Input::Paste(text)]);

    decoder.decode(b"\x1b[200~");
    let part = "가".repeat(1000);
    for _ in 0..(2 * LONGEST_PASTE / part.len()) {
        assert_eq!(decoder.decode(part.as_bytes()), []);
    }
    let State::Paste(paste) = &decoder.state else {
        panic!("not in a paste");
    };
    assert!(paste.kept() <= LONGEST_PASTE + 8);
    let kept = LONGEST_PASTE / 3;
    assert_eq!(
        decoder.decode(b"\x1b[201~"),
        [Input::Paste("가".repeat(kept))]
    );
    assert_eq!(decoder.decode(b"q"), inputs(&[(Char('q'), NONE)]));
}

/// A stream of what terminals send, of pastes, and of pieces of both.
fn stream() -> impl Strategy<Value = Vec<u8>> {
    let whole = prop_oneof![
        6 => prop::sample::select(KEYS).prop_map(|(bytes, ..)| bytes.to_vec()),
        2 => prop::sample::select(NOTHING).prop_map(<[u8]>::to_vec),
        1 => Just(b"\x1b[<0;10;5M".to_vec()),
        1 => Just(b"\x1b[M !!".to_vec()),
        1 => Just(b"\x1b[200~".to_vec()),
        2 => Just(b"\x1b[201~".to_vec()),
        2 => prop::collection::vec(any::<u8>(), 0..6),
    ];
    let cut =
        (whole, any::<prop::sample::Index>(), any::<bool>()).prop_map(|(mut bytes, at, cut)| {
            if cut && !bytes.is_empty() {
                bytes.truncate(at.index(bytes.len()));
            }
            bytes
        });
    prop::collection::vec(cut, 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_stream_gives_the_same_wherever_it_is_cut(
        bytes in stream(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..8),
    ) {
        let expected = read(&bytes);
        let mut places: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
        places.extend([0, bytes.len()]);
        places.sort_unstable();
        let mut decoder = InputDecoder::default();
        let mut found = Vec::new();
        for place in places.windows(2) {
            found.extend(decoder.decode(&bytes[place[0]..place[1]]));
        }
        found.extend(end(&mut decoder));
        prop_assert_eq!(&found, &expected);

        let mut decoder = InputDecoder::default();
        let mut found: Vec<Input> = bytes.iter().flat_map(|byte| decoder.decode(&[*byte])).collect();
        found.extend(end(&mut decoder));
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn whatever_comes_is_used_up(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut decoder = InputDecoder::default();
        decoder.decode(&bytes);
        end(&mut decoder);
        prop_assert!(decoder.held.is_empty());
    }

    #[test]
    fn whatever_is_pasted_gives_no_key(bytes in prop::collection::vec(any::<u8>(), 0..200), stalls in any::<bool>()) {
        prop_assume!(!bytes.windows(6).any(|part| part == b"\x1b[201~"));
        let mut decoder = InputDecoder::default();
        let mut found = decoder.decode(b"\x1b[200~");
        for part in bytes.chunks(5) {
            found.extend(decoder.decode(part));
            if stalls && decoder.timeout() == Some(STALL_TIMEOUT) {
                found.extend(decoder.time_out());
            }
        }
        found.extend(decoder.decode(b"\x1b[201~"));
        prop_assert!(found.iter().all(|input| matches!(input, Input::Paste(_))), "{:?}", found);
        prop_assert_eq!(decoder.decode(b"q"), inputs(&[(Char('q'), NONE)]));
    }
}
