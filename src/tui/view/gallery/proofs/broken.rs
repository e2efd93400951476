//! That the proofs find what they look for: screens that are broken on purpose.

use super::{
    PROOFS, Seen, Wording,
    color::{
        OVERDUE, faint, of_uncertain_width, overdue_without_words, told_by_background_alone,
        told_by_color_alone,
    },
};
use crate::{
    tui::{front::Front, picture::picture, screen::StatusMessage, view::gallery::SIZES},
    words::Lang,
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::{Color, Style},
};

/// The claims that do not hold of a screen that shows this.
fn broken(front: &Front, buffer: &Buffer, cursor: Option<(u16, u16)>) -> Vec<&'static str> {
    let wording = Wording {
        words: ["민원", "들어"].map(str::to_owned).into(),
        sentences: Vec::new(),
    };
    refuted(front, buffer, cursor, &wording)
}

fn refuted(
    front: &Front,
    buffer: &Buffer,
    cursor: Option<(u16, u16)>,
    wording: &Wording,
) -> Vec<&'static str> {
    let seen = Seen {
        front,
        picture: picture(buffer),
        buffer: buffer.clone(),
        cursor: cursor.map(Position::from),
        wording,
    };
    let found = PROOFS.iter().filter(|(_, proof)| proof(&seen).is_err());
    found.map(|(claim, _)| *claim).collect()
}

const KEYS: &str = " F1 도움말  F2 접수  F3 찾기    ";

fn shows(lines: &[&str]) -> Buffer {
    Buffer::with_lines(lines.iter().copied())
}

/// Each fault is found by the proof that looks for it, and by no other.
#[test]
fn a_screen_that_is_broken_is_found_out() {
    let mut front = Front::demo(Lang::Ko, SIZES[0]);
    // What stands in the last line are keys, which are known by their labels.
    let known = |line: &str| {
        let line = format!("{line}{KEYS}");
        line.split_whitespace().map(str::to_owned).collect()
    };
    let wording = |sentences: &[&str]| Wording {
        words: known("민원 들어 있습니다. x "),
        sentences: sentences.iter().map(|it| (*it).to_owned()).collect(),
    };
    let mut over = shows(&["민원", KEYS]);
    over[(1, 0)].set_symbol("x");
    let mut at_the_edge = shows(&["x", KEYS]);
    at_the_edge[(31, 0)].set_symbol("민");
    let said = wording(&["들어있습니다."]);
    let quiet = wording(&[]);
    for (buffer, cursor, wording, claim) in [
        (over, None, &quiet, 0),
        (shows(&["┌──", KEYS]), None, &quiet, 1),
        (shows(&[" │ ", KEYS]), None, &quiet, 1),
        (shows(&["── x ", KEYS]), None, &quiet, 1),
        (shows(&["         민원  들어 있", KEYS]), None, &quiet, 2),
        (shows(&[" 민  들어", KEYS]), None, &quiet, 2),
        (shows(&[" F1 도움말  F2 접수  F3"]), None, &quiet, 3),
        (shows(&[" ", " ", KEYS]), Some((0, 1)), &quiet, 4),
        (shows(&["▌", KEYS]), Some((0, 0)), &quiet, 4),
        (shows(&["들어 …", KEYS]), None, &said, 6),
        (shows(&["english", KEYS]), None, &quiet, 7),
    ] {
        let found = refuted(&front, &buffer, cursor, wording);
        let claim = PROOFS[claim].0;
        assert!(found.contains(&claim), "{claim}: {found:?} {buffer:?}");
    }
    let whole = shows(&["민원  들어 있", " 습니다.", KEYS]);
    assert!(refuted(&front, &whole, None, &quiet).is_empty());
    assert_eq!(refuted(&front, &at_the_edge, None, &quiet)[0], PROOFS[0].0);
    front.model.saying = Some(StatusMessage::Done("둘 다 됨".to_owned()));
    for (lines, holds) in [
        (["둘 다", "둘 다 됨"], true),
        (["됨", "둘 다"], false),
        (["둘 다 됨", "둘 다 됨"], false),
    ] {
        let found = broken(&front, &shows(&lines), None);
        assert_eq!(!found.contains(&PROOFS[5].0), holds, "{lines:?}");
    }
}

#[test]
fn what_only_colours_tell_is_found_out() {
    let plain = shows(&["", "D-3 D-3", "x"]);
    let mut colored = plain.clone();
    colored[(0, 1)].set_fg(Color::Red);
    assert!(told_by_color_alone(&plain, &colored).is_empty());
    colored.set_style(Rect::new(0, 1, 3, 1), Color::Red);
    assert_eq!(told_by_color_alone(&plain, &colored), ["D-3"]);

    colored.set_style(Rect::new(0, 1, 3, 1), OVERDUE);
    assert_eq!(overdue_without_words(&colored, 3, Lang::Ko), ["D-3"]);
    assert!(overdue_without_words(&colored, 1, Lang::Ko).is_empty());
    for (line, lang) in [
        ("초과 3일", Lang::Ko),
        ("3 d over", Lang::En),
        ("! D-3", Lang::Ko),
    ] {
        let mut colored = shows(&[line]);
        colored.set_style(Rect::new(0, 0, 1, 1), OVERDUE);
        assert!(
            overdue_without_words(&colored, 1, lang).is_empty(),
            "{line}"
        );
        colored.set_style(colored.area, OVERDUE);
        let untold = overdue_without_words(&colored, 1, lang);
        assert_eq!(untold.is_empty(), !line.starts_with('!'), "{line}");
    }

    assert_eq!(of_uncertain_width("+ 민원 · ─ ㄱ"), "·─");

    let gray = |level| Color::Rgb(level, level, level);
    let readable = Style::new().fg(gray(0)).bg(gray(255));
    let mut colored = plain.clone();
    colored.set_style(colored.area, readable);
    assert!(told_by_background_alone(&plain, &colored).is_empty());
    assert!(faint(&colored, 7.0).is_empty());
    colored.set_style(Rect::new(0, 2, 7, 1), readable.bg(gray(200)));
    assert_eq!(told_by_background_alone(&plain, &colored).len(), 1);
    let mut marked = shows(&["", "D-3 D-3", "▌"]);
    assert!(told_by_background_alone(&marked, &colored).is_empty());
    marked[(0, 2)].set_symbol(" ");
    assert_eq!(told_by_background_alone(&marked, &colored).len(), 1);
    colored.set_style(Rect::new(0, 2, 7, 1), readable.bg(gray(90)));
    assert_eq!(faint(&colored, 4.5).len(), 1);
    colored.set_style(Rect::new(0, 2, 7, 1), readable.bg(Color::Reset));
    assert_eq!(faint(&colored, 4.5).len(), 1);
}
