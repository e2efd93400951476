//! That the proofs find what they look for: screens that are broken on purpose.

use super::{PROOFS, Seen, told_by_color_alone, what_is_said_is_whole_and_told_once};
use crate::{
    tui::{front::Front, screen::Saying, view::gallery::SIZES},
    words::Lang,
};
use ratatui::{buffer::Buffer, layout::Position, style::Color};
use std::collections::BTreeSet;

/// Each fault is found by the proof that looks for it, and by no other.
#[test]
fn a_screen_that_is_broken_is_found_out() {
    let front = Front::demo(Lang::Ko, SIZES[0]);
    let words = BTreeSet::from(["민원".to_owned()]);
    let broken = |buffer: Buffer, cursor| {
        let seen = Seen {
            front: &front,
            buffer,
            cursor,
            words: &words,
        };
        let found = PROOFS.iter().filter(|(_, proof)| proof(&seen).is_err());
        found.map(|(claim, _)| *claim).collect::<Vec<_>>()
    };
    let keys = " F1 도움말  F2 접수  F3 찾기    ";
    let mut wide = Buffer::with_lines(["민원", keys]);
    wide[(1, 0)].set_symbol("x");
    for (buffer, cursor, claim) in [
        (wide, None, 0),
        (Buffer::with_lines(["┌──", keys]), None, 1),
        (Buffer::with_lines([" │ ", keys]), None, 1),
        (Buffer::with_lines(["── x ", keys]), None, 1),
        (
            Buffer::with_lines(["                  민원이 들어 있", keys]),
            None,
            2,
        ),
        (
            Buffer::with_lines([" F1 도움말  F2 접수  F3 찾  "]),
            None,
            3,
        ),
        (Buffer::with_lines([" ", " ", keys]), Some((0, 1)), 4),
        (Buffer::with_lines(["▌", keys]), Some((0, 0)), 4),
    ] {
        let cursor = cursor.map(Position::from);
        assert_eq!(
            broken(buffer.clone(), cursor),
            [PROOFS[claim].0],
            "{buffer:?}"
        );
    }
    let plain = Buffer::with_lines(["D-3 D-3"]);
    let mut colored = plain.clone();
    colored[(0, 0)].set_fg(Color::Red);
    assert!(told_by_color_alone(&plain, &colored).is_empty());
    colored.set_style(ratatui::layout::Rect::new(0, 0, 3, 1), Color::Red);
    assert_eq!(told_by_color_alone(&plain, &colored), ["D-3"]);
}

#[test]
fn a_sentence_that_is_broken_off_or_told_twice_is_found_out() {
    let words = BTreeSet::new();
    let mut saying = Front::demo(Lang::Ko, SIZES[0]);
    saying.model.saying = Some(Saying::Done("둘 다 됨".to_owned()));
    for (lines, holds) in [
        (["둘 다", "둘 다 됨"], true),
        (["됨", "둘 다"], false),
        (["둘 다 됨", "둘 다 됨"], false),
    ] {
        let seen = Seen {
            front: &saying,
            buffer: Buffer::with_lines(lines),
            cursor: None,
            words: &words,
        };
        let proven = what_is_said_is_whole_and_told_once(&seen).is_ok();
        assert_eq!(proven, holds, "{lines:?}");
    }
}
