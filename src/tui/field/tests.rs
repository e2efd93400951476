use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;
use ratatui::widgets::Widget;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::*;
use crate::tui::picture::picture;

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

/// The field in the simplest way: all graphemes in a list, the caret an index, everything made anew at each edit.
#[derive(Default)]
struct Model {
    clusters: Vec<String>,
    caret: usize,
}

impl Model {
    fn insert(&mut self, text: &str) {
        let before = self.clusters[..self.caret].concat();
        let after = self.clusters[self.caret..].concat();
        self.rebuild(&format!("{before}{text}"), &after);
    }

    fn remove(&mut self, from: usize, to: usize) {
        let before = self.clusters[..from].concat();
        let after = self.clusters[to..].concat();
        self.rebuild(&before, &after);
    }

    fn rebuild(&mut self, before: &str, after: &str) {
        let before: String = before.nfc().collect();
        let whole: String = format!("{before}{after}").nfc().collect();
        self.clusters = whole.graphemes(true).map(str::to_owned).collect();
        let mut at = 0;
        self.caret = self
            .clusters
            .iter()
            .take_while(|cluster| {
                let inside = at < before.len();
                at += cluster.len();
                inside
            })
            .count();
    }
}

#[derive(Clone, Debug)]
enum Step {
    Type(char),
    Paste(&'static str),
    Left,
    Right,
    Home,
    End,
    Backspace,
    Delete,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => prop::sample::select(vec![
            '가', '힣', 'ㄱ', 'a', ' ', '漢', '😀', '\u{1100}', '\u{1161}', '\u{11A8}', '\u{301}', 'e', '\u{200D}', '👩', '🇰', '🇷',
        ]).prop_map(Step::Type),
        1 => prop::sample::select(vec!["소음 민원", "\u{1112}\u{1161}\u{11AB}글", "e\u{301}", "👨\u{200D}👩", ""])
            .prop_map(Step::Paste),
        3 => Just(Step::Left),
        2 => Just(Step::Right),
        1 => Just(Step::Home),
        1 => Just(Step::End),
        2 => Just(Step::Backspace),
        2 => Just(Step::Delete),
    ];
    prop::collection::vec(step, 0..60)
}

fn apply(step: &Step, handle: impl FnOnce(KeyEvent), model: &mut Model) {
    let (caret, end) = (model.caret, model.clusters.len());
    let code = match step {
        Step::Type(c) => {
            model.insert(&c.to_string());
            KeyCode::Char(*c)
        }
        Step::Paste(_) => return,
        Step::Left => {
            model.caret = caret.saturating_sub(1);
            KeyCode::Left
        }
        Step::Right => {
            model.caret = (caret + 1).min(end);
            KeyCode::Right
        }
        Step::Home => {
            model.caret = 0;
            KeyCode::Home
        }
        Step::End => {
            model.caret = end;
            KeyCode::End
        }
        Step::Backspace => {
            if caret > 0 {
                model.remove(caret - 1, caret);
            }
            KeyCode::Backspace
        }
        Step::Delete => {
            if caret < end {
                model.remove(caret, caret + 1);
            }
            KeyCode::Delete
        }
    };
    handle(key(code));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_line_edits_like_a_list_of_graphemes(steps in steps(), width in 1..12u16) {
        let mut field = LineField::new();
        let mut model = Model::default();
        for step in &steps {
            apply(step, |key| { field.handle(key); }, &mut model);
            if let Step::Paste(text) = step {
                field.paste(text);
                if !text.is_empty() {
                    model.insert(text);
                }
            }
            prop_assert_eq!(field.text(), model.clusters.concat());
            let caret: usize = model.clusters[..model.caret].iter().map(String::len).sum();
            prop_assert_eq!(field.editor.caret(), caret, "{:?} in {:?}", step, field.text());
            let (x, y) = field.caret(width, 1);
            prop_assert!(x < width && y == 0);
        }
        let last = field.text().to_owned();
        while field.handle(ctrl('z')) == Edit::Changed {}
        prop_assert_eq!(field.text(), "");
        while field.handle(ctrl('y')) == Edit::Changed {}
        prop_assert_eq!(field.text(), last);
    }

    #[test]
    fn an_area_keeps_its_text_and_its_caret_in_sight(
        steps in steps(), breaks in prop::collection::vec(0..60usize, 0..6), width in 1..14u16, height in 1..5u16,
    ) {
        let mut field = TextArea::new();
        field.fit(width, height);
        let mut typed = 0;
        for (n, step) in steps.iter().enumerate() {
            if breaks.contains(&n) {
                field.handle(key(KeyCode::Enter));
            }
            match step {
                Step::Type(c) => { field.handle(key(KeyCode::Char(*c))); typed += 1; }
                Step::Paste(text) => { field.paste(text); }
                Step::Left => { field.handle(key(KeyCode::Up)); }
                Step::Right => { field.handle(key(KeyCode::Down)); }
                Step::Home => { field.handle(key(KeyCode::Home)); }
                Step::End => { field.handle(key(KeyCode::End)); }
                Step::Backspace => { field.handle(key(KeyCode::Left)); }
                Step::Delete => { field.handle(key(KeyCode::Right)); }
            }
            let caret = field.editor.caret();
            let boundary = caret == field.text().len()
                || field.text().grapheme_indices(true).any(|(at, _)| at == caret);
            prop_assert!(boundary, "{:?} at {}", field.text(), caret);
            let (x, y) = field.caret(width, height);
            prop_assert!(x < width && y < height);
        }
        prop_assert!(field.text().chars().count() <= typed + 200);
        let mut rows = String::new();
        for row in super::rows::rows(field.text(), 5) {
            rows.push_str(&field.text()[row.bytes.clone()]);
            if !row.soft {
                rows.push('\n');
            }
        }
        prop_assert_eq!(rows, format!("{}\n", field.text()));
    }
}

fn drawn(area: Rect, widget: impl Widget) -> Vec<String> {
    let mut buffer = Buffer::empty(area);
    widget.render(area, &mut buffer);
    picture(&buffer).lines().map(str::to_owned).collect()
}

#[test]
fn a_line_that_is_exactly_full_keeps_the_caret_inside() {
    let mut field = LineField::new();
    type_in(&mut field, "가나다");
    for (width, row, caret) in [
        (7, "가나다", 6),
        (6, " 나다", 5),
        (5, "나다", 4),
        (1, "", 0),
    ] {
        let area = Rect::new(0, 0, width, 1);
        assert_eq!(drawn(area, field.view(Look::default()))[0], row, "{width}");
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
    let mut field = LineField::new();
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
fn words_are_moved_over_and_killed() {
    let mut field = LineField::new().with_text("층간 소음, 신고");
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
        let rows: Vec<&str> = super::rows::rows(text, columns)
            .into_iter()
            .map(|row| &text[row.bytes])
            .collect();
        assert_eq!(rows, expected, "{text} in {columns}");
    }
}

#[test]
fn up_and_down_go_by_rows_as_seen_and_keep_the_column() {
    let mut field = TextArea::new().with_text("가나다라마바사\nx\n아자차카");
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
    let mut field = TextArea::new().with_text("하나\n둘\n셋\n넷");
    field.fit(6, 2);
    let area = Rect::new(0, 0, 6, 2);
    assert_eq!(drawn(area, field.view(Look::default())), ["셋", "넷"]);
    field.handle(KeyEvent::new(KeyCode::Home, KeyModifiers::CONTROL));
    assert_eq!(drawn(area, field.view(Look::default())), ["하나", "둘"]);
    let empty = TextArea::new().with_placeholder("내용");
    assert_eq!(drawn(area, empty.view(Look::default())), ["내용", ""]);
}

#[test]
fn home_and_end_stay_in_the_row_and_kill_joins_lines() {
    let mut field = TextArea::new().with_text("가나다라마바\n끝");
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
    let mut field = LineField::new();
    field.paste("a\u{202E}b");
    assert_eq!(field.text(), "a\u{202E}b");
    let area = Rect::new(0, 0, 14, 1);
    assert_eq!(drawn(area, field.view(Look::default())), ["a<U+202E>b"]);
    assert_eq!(field.caret(14, 1), (10, 0));
}

#[test]
fn a_paste_of_a_megabyte_is_taken_and_edited() {
    let text = "층간 소음 ".repeat(1 << 16);
    let mut field = TextArea::new();
    assert_eq!(field.paste(&text), Edit::Changed);
    field.handle(key(KeyCode::Left));
    assert_eq!(field.handle(key(KeyCode::Char('가'))), Edit::Changed);
    assert_eq!(field.text().len(), text.len() + 3);
}
