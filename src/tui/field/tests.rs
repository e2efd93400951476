//! Fields by examples; against a simple model in [`properties`].

mod properties;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;

use super::*;
use crate::{
    config::Look,
    tui::{backend::ColorDepth, picture::picture},
};

fn key(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

fn ctrl(c: char) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL)
}

fn type_in(field: &mut LineField, text: &str) {
    for c in text.chars() {
        field.handle(key(KeyCode::Char(c)));
    }
}

fn theme() -> Theme {
    Theme::new(ColorDepth::Ansi16, Look::Terminal)
}

fn drawn(area: Rect, draw: impl Fn(Rect, &Theme, &mut Buffer)) -> Vec<String> {
    let mut buffer = Buffer::empty(area);
    draw(area, &theme(), &mut buffer);
    picture(&buffer).lines().map(str::to_owned).collect()
}

#[test]
fn a_line_that_is_exactly_full_keeps_the_caret_inside() {
    let mut field = LineField::default();
    type_in(&mut field, "가나다");
    for (width, row, caret) in [
        (7, "가나다", 6),
        (6, " 나다", 5),
        (5, "나다", 4),
        (1, "", 0),
    ] {
        let area = Rect::new(0, 0, width, 1);
        assert_eq!(
            drawn(area, |area, theme, buffer| field.draw(area, theme, buffer))[0],
            row,
            "{width}"
        );
        assert_eq!(field.caret(width, 1).0, caret, "{width}");
    }
}

#[test]
fn a_line_takes_no_breaks_no_controls_and_no_more_than_its_limit() {
    let mut field = LineField::limited(8);
    assert_eq!(field.paste("a\r\nb\tc\x1b[d\x07"), Edit::Changed);
    assert_eq!(field.text(), "a b c[d");
    assert_eq!(field.paste("가나"), Edit::TooLong);
    assert_eq!(field.text(), "a b c[d");
    assert_eq!(field.handle(key(KeyCode::Char('가'))), Edit::Changed);
    assert_eq!(field.handle(key(KeyCode::Char('나'))), Edit::TooLong);
    assert_eq!(field.handle(key(KeyCode::Enter)), Edit::Ignored);
    assert_eq!(field.handle(key(KeyCode::Tab)), Edit::Ignored);
    assert_eq!(field.handle(key(KeyCode::Esc)), Edit::Ignored);
}

#[test]
fn undo_goes_word_by_word_and_a_paste_is_one_step() {
    let mut field = LineField::default();
    type_in(&mut field, "층간 소음");
    field.paste(" 신고");
    for expected in ["층간 소음", "층간", ""] {
        assert_eq!(field.handle(ctrl('z')), Edit::Changed);
        assert_eq!(field.text(), expected);
    }
    assert_eq!(field.handle(ctrl('z')), Edit::Ignored);
    assert_eq!(field.handle(ctrl('y')), Edit::Changed);
    assert_eq!(field.text(), "층간");
}

#[test]
fn jamo_that_arrive_one_by_one_become_syllables_and_one_step() {
    let mut field = LineField::default();
    type_in(&mut field, "\u{1109}\u{1169}\u{110B}\u{1173}\u{11B7}");
    assert_eq!(field.text(), "소음");
    assert_eq!(field.caret(20, 1), (4, 0));
    assert_eq!(field.handle(ctrl('z')), Edit::Changed);
    assert_eq!(field.text(), "");
    assert_eq!(field.handle(ctrl('y')), Edit::Changed);
    assert_eq!(field.text(), "소음");
}

#[test]
fn what_is_selected_is_replaced_by_what_is_typed() {
    let shift = |code| KeyEvent::new(code, KeyModifiers::SHIFT);
    let mut field = LineField::default().with_text("층간 소음");
    field.handle(shift(KeyCode::Left));
    field.handle(shift(KeyCode::Left));
    assert_eq!(field.selected(), Some("소음"));
    assert_eq!(field.handle(key(KeyCode::Char('흡'))), Edit::Changed);
    assert_eq!(field.handle(key(KeyCode::Char('연'))), Edit::Changed);
    assert_eq!((field.text(), field.selected()), ("층간 흡연", None));
    assert_eq!(field.handle(ctrl('z')), Edit::Changed);
    assert_eq!(field.text(), "층간 소음");

    let mut field = TextArea::default().with_text("하나\n둘 셋\n넷");
    field.fit(20, 3);
    field.handle(shift(KeyCode::Up));
    assert_eq!(field.selected(), Some(" 셋\n넷"));
    field.handle(shift(KeyCode::Up));
    field.handle(shift(KeyCode::Up));
    assert_eq!(field.selected(), Some("하나\n둘 셋\n넷"), "up to the edge");
    field.handle(key(KeyCode::Left));
    assert_eq!((field.caret(20, 3), field.selected()), ((0, 0), None));
    field.handle(ctrl(' '));
    field.handle(key(KeyCode::Down));
    field.handle(key(KeyCode::Right));
    assert_eq!(field.selected(), Some("하나\n둘"), "from the mark");
    assert!(field.deselect());
    assert!(!field.deselect());
}

#[test]
fn what_is_selected_is_seen() {
    let mut field = TextArea::default().with_text("가나 다라");
    field.fit(6, 2);
    let back = KeyEvent::new(KeyCode::Left, KeyModifiers::SHIFT);
    for _ in 0..3 {
        field.handle(back);
    }
    let area = Rect::new(0, 0, 6, 2);
    let mut buffer = Buffer::empty(area);
    field.draw(area, &theme(), &mut buffer);
    let reversed: Vec<(u16, u16)> = area
        .positions()
        .filter(|at| {
            let style = buffer[*at].style();
            style
                .add_modifier
                .contains(ratatui::style::Modifier::REVERSED)
        })
        .map(|at| (at.x, at.y))
        .collect();
    // The blank behind 나, and the first cell of each character in the second row.
    assert_eq!(reversed, [(4, 0), (0, 1), (2, 1)]);
}

#[test]
fn undo_keeps_bounded_memory() {
    let mut field = TextArea::default();
    for n in 0..40 {
        field.paste(&["가", "나"][n % 2].repeat(1 << 16));
        field.handle(ctrl('a'));
    }
    let mut back = 0;
    while field.handle(ctrl('z')) == Edit::Changed {
        back += 1;
    }
    assert!((1..10).contains(&back), "{back}");
}

#[test]
fn words_are_moved_over_and_killed() {
    let mut field = LineField::default().with_text("층간 소음, 신고");
    assert_eq!(field.handle(ctrl('w')), Edit::Changed);
    assert_eq!(field.text(), "층간 소음, ");
    let word_left = KeyEvent::new(KeyCode::Left, KeyModifiers::CONTROL);
    field.handle(word_left);
    field.handle(word_left);
    assert_eq!(field.handle(ctrl('k')), Edit::Changed);
    assert_eq!(field.text(), "층간 ");
    assert_eq!(field.handle(ctrl('u')), Edit::Changed);
    assert_eq!(field.text(), "");
}

#[test]
fn rows_break_at_blanks_where_they_can_and_never_in_a_wide_character() {
    for (text, columns, expected) in [
        ("", 5, vec![""]),
        ("가나다", 6, vec!["가나다"]),
        ("가나다", 5, vec!["가나", "다"]),
        ("층간 소음 신고", 9, vec!["층간 소음 ", "신고"]),
        ("층간 소음", 4, vec!["층간 ", "소음"]),
        ("a\n\n가", 4, vec!["a", "", "가"]),
        ("가", 1, vec!["가"]),
        ("ab cdefgh", 4, vec!["ab ", "cdef", "gh"]),
    ] {
        let rows: Vec<&str> = super::rows(text, columns)
            .into_iter()
            .map(|row| &text[row.bytes])
            .collect();
        assert_eq!(rows, expected, "{text} in {columns}");
    }
}

#[test]
fn up_and_down_go_by_rows_as_seen_and_keep_the_column() {
    let mut field = TextArea::default().with_text("가나다라마바사\nx\n아자차카");
    field.fit(9, 3);
    // Rows of eight cells: 가나다라 | 마바사 | x | 아자차카
    for (code, caret) in [
        (KeyCode::Up, (1, 1)),
        (KeyCode::Up, (6, 0)),
        (KeyCode::Up, (6, 0)),
        (KeyCode::Down, (6, 1)),
        (KeyCode::Down, (1, 2)),
        (KeyCode::Down, (8, 2)),
    ] {
        field.handle(key(code));
        assert_eq!(field.caret(9, 3), caret, "{code:?}");
    }
    assert_eq!(field.handle(key(KeyCode::Down)), Edit::Ignored);
}

#[test]
fn an_area_shows_the_rows_around_its_caret() {
    let mut field = TextArea::default().with_text("하나\n둘\n셋\n넷");
    field.fit(6, 2);
    let area = Rect::new(0, 0, 6, 2);
    assert_eq!(
        drawn(area, |area, theme, buffer| field.draw(area, theme, buffer)),
        ["셋", "넷"]
    );
    field.handle(KeyEvent::new(KeyCode::Home, KeyModifiers::CONTROL));
    assert_eq!(
        drawn(area, |area, theme, buffer| field.draw(area, theme, buffer)),
        ["하나", "둘"]
    );
    let empty = TextArea::default().with_placeholder("내용");
    assert_eq!(
        drawn(area, |area, theme, buffer| empty.draw(area, theme, buffer)),
        ["내용", ""]
    );
}

#[test]
fn home_and_end_stay_in_the_row_and_kill_joins_lines() {
    let mut field = TextArea::default().with_text("가나다라마바\n끝");
    field.fit(9, 4);
    field.handle(KeyEvent::new(KeyCode::Home, KeyModifiers::CONTROL));
    field.handle(key(KeyCode::End));
    assert_eq!(field.caret(9, 4), (6, 0));
    field.handle(ctrl('k'));
    assert_eq!(field.text(), "가나다\n끝");
    field.handle(ctrl('k'));
    assert_eq!(field.text(), "가나다끝");
}

#[test]
fn what_hides_in_a_pasted_text_is_seen_in_the_field() {
    let mut field = LineField::default();
    field.paste("a\u{202E}b");
    assert_eq!(field.text(), "a\u{202E}b");
    let area = Rect::new(0, 0, 14, 1);
    assert_eq!(
        drawn(area, |area, theme, buffer| field.draw(area, theme, buffer)),
        ["a<U+202E>b"]
    );
    assert_eq!(field.caret(14, 1), (10, 0));
}

#[test]
fn a_paste_of_a_megabyte_is_taken_and_edited() {
    let text = "층간 소음 ".repeat(1 << 16);
    let mut field = TextArea::default();
    assert_eq!(field.paste(&text), Edit::Changed);
    field.handle(key(KeyCode::Left));
    assert_eq!(field.handle(key(KeyCode::Char('가'))), Edit::Changed);
    assert_eq!(field.text().len(), text.len() + 3);
}
