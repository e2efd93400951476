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
    /// The other end of the selection, and whether a mark holds it.
    anchor: Option<(usize, bool)>,
}

impl Model {
    fn text(&self) -> String {
        self.clusters.concat()
    }

    fn bytes(&self, at: usize) -> usize {
        self.clusters[..at].iter().map(String::len).sum()
    }

    fn selection(&self) -> Option<(usize, usize)> {
        let (anchor, _) = self.anchor?;
        let (from, to) = (anchor.min(self.caret), anchor.max(self.caret));
        (from < to).then_some((from, to))
    }

    fn selected(&self) -> Option<String> {
        let (from, to) = self.selection()?;
        Some(self.clusters[from..to].concat())
    }

    fn go(&mut self, code: KeyCode, shift: bool) {
        let marking = self.anchor.is_some_and(|(_, marked)| marked);
        let selection = self.selection().filter(|_| !shift && !marking);
        if shift && self.anchor.is_none() {
            self.anchor = Some((self.caret, false));
        } else if !shift && !marking {
            self.anchor = None;
        }
        let (caret, end) = (self.caret, self.clusters.len());
        self.caret = match (code, selection) {
            (KeyCode::Left, Some((from, _))) => from,
            (KeyCode::Right, Some((_, to))) => to,
            (KeyCode::Left, None) => caret.saturating_sub(1),
            (KeyCode::Right, None) => (caret + 1).min(end),
            (KeyCode::Home, _) => 0,
            _ => end,
        };
    }

    fn insert(&mut self, text: &str) {
        let (from, to) = self.selection().unwrap_or((self.caret, self.caret));
        let before = self.clusters[..from].concat();
        let after = self.clusters[to..].concat();
        self.rebuild(&format!("{before}{text}"), &after);
    }

    fn erase(&mut self, from: usize, to: usize) {
        let (from, to) = self.selection().unwrap_or((from, to));
        if from < to {
            let before = self.clusters[..from].concat();
            let after = self.clusters[to..].concat();
            self.rebuild(&before, &after);
        }
    }

    fn rebuild(&mut self, before: &str, after: &str) {
        let before: String = before.nfc().collect();
        let whole: String = format!("{before}{after}").nfc().collect();
        self.clusters = whole.graphemes(true).map(str::to_owned).collect();
        self.anchor = None;
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
    Go(KeyCode, bool),
    Backspace,
    Delete,
    SelectAll,
    Mark,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let moves = vec![
        KeyCode::Left,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Home,
        KeyCode::End,
    ];
    let step = prop_oneof![
        12 => prop::sample::select(vec![
            '가', '힣', 'ㄱ', 'a', ' ', '漢', '😀', '\u{1100}', '\u{1161}', '\u{11A8}', '\u{301}', 'e', '\u{200D}', '👩', '🇰', '🇷',
        ]).prop_map(Step::Type),
        2 => prop::sample::select(vec!["소음 민원", "\u{1112}\u{1161}\u{11AB}글", "e\u{301}", "👨\u{200D}👩", ""])
            .prop_map(Step::Paste),
        14 => (prop::sample::select(moves), prop::bool::weighted(0.3)).prop_map(|(code, shift)| Step::Go(code, shift)),
        4 => Just(Step::Backspace),
        4 => Just(Step::Delete),
        1 => Just(Step::SelectAll),
        1 => Just(Step::Mark),
    ];
    prop::collection::vec(step, 0..60)
}

/// The key of a step, none for a paste; the step is done in the model.
fn apply(step: &Step, model: &mut Model) -> Option<KeyEvent> {
    let (caret, end) = (model.caret, model.clusters.len());
    Some(match step {
        Step::Type(c) => {
            model.insert(&c.to_string());
            key(KeyCode::Char(*c))
        }
        Step::Paste(text) => {
            if !text.is_empty() {
                model.insert(text);
            }
            return None;
        }
        Step::Go(code, shift) => {
            model.go(*code, *shift);
            let held = if *shift {
                KeyModifiers::SHIFT
            } else {
                KeyModifiers::NONE
            };
            KeyEvent::new(*code, held)
        }
        Step::Backspace => {
            model.erase(caret.saturating_sub(1), caret);
            key(KeyCode::Backspace)
        }
        Step::Delete => {
            model.erase(caret, (caret + 1).min(end));
            key(KeyCode::Delete)
        }
        Step::SelectAll => {
            (model.caret, model.anchor) = (end, Some((0, false)));
            ctrl('a')
        }
        Step::Mark => {
            let marking = model.anchor.is_some_and(|(_, marked)| marked);
            model.anchor = (!marking).then_some((caret, true));
            ctrl(' ')
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_line_edits_like_a_list_of_graphemes(steps in steps(), width in 1..12u16) {
        let mut field = LineField::new();
        let mut model = Model::default();
        for step in &steps {
            match (apply(step, &mut model), step) {
                (Some(key), _) => { field.handle(key); }
                (None, Step::Paste(text)) => { field.paste(text); }
                (None, _) => {}
            }
            prop_assert_eq!(field.text(), model.text());
            prop_assert_eq!(field.editor.caret(), model.bytes(model.caret), "{:?} in {:?}", step, field.text());
            prop_assert_eq!(field.selected().map(str::to_owned), model.selected());
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
    fn an_area_keeps_its_rows_its_text_and_its_caret_in_sight(
        steps in steps(), keys in prop::collection::vec((0..60usize, 0..7usize), 0..24),
        width in 1..14u16, height in 1..5u16,
    ) {
        let mut field = TextArea::new();
        field.fit(width, height);
        let mut typed = 0;
        for (n, step) in steps.iter().enumerate() {
            for (_, which) in keys.iter().filter(|(at, _)| *at == n) {
                let code = [
                    KeyCode::Enter, KeyCode::Up, KeyCode::Down, KeyCode::PageUp, KeyCode::PageDown,
                ].get(*which).copied();
                let event = code.map_or_else(|| ctrl(if *which == 5 { 'z' } else { 'k' }), key);
                field.handle(event);
                typed += 1;
            }
            match (apply(step, &mut Model::default()), step) {
                (Some(key), _) => { field.handle(key); }
                (None, Step::Paste(text)) => { field.paste(text); }
                (None, _) => {}
            }
            typed += 1;
            let caret = field.editor.caret();
            let boundary = caret == field.text().len()
                || field.text().grapheme_indices(true).any(|(at, _)| at == caret);
            prop_assert!(boundary, "{:?} at {}", field.text(), caret);
            let (x, y) = field.caret(width, height);
            prop_assert!(x < width && y < height);
            let fresh = super::layout::Layout::new(field.text(), field.layout.columns());
            prop_assert_eq!(&field.layout, &fresh, "{:?} after {:?}", field.text(), step);
        }
        prop_assert!(field.text().chars().count() <= 10 * typed);
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
fn jamo_that_arrive_one_by_one_become_syllables_and_one_step() {
    let mut field = LineField::new();
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
    let mut field = LineField::new().with_text("층간 소음");
    field.handle(shift(KeyCode::Left));
    field.handle(shift(KeyCode::Left));
    assert_eq!(field.selected(), Some("소음"));
    assert_eq!(field.handle(key(KeyCode::Char('흡'))), Edit::Changed);
    assert_eq!(field.handle(key(KeyCode::Char('연'))), Edit::Changed);
    assert_eq!((field.text(), field.selected()), ("층간 흡연", None));
    assert_eq!(field.handle(ctrl('z')), Edit::Changed);
    assert_eq!(field.text(), "층간 소음");

    let mut field = TextArea::new().with_text("하나\n둘 셋\n넷");
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
    let look = Look {
        selected: ratatui::style::Style::new().reversed(),
        ..Look::default()
    };
    let mut field = TextArea::new().with_text("가나 다라");
    field.fit(6, 2);
    let back = KeyEvent::new(KeyCode::Left, KeyModifiers::SHIFT);
    for _ in 0..3 {
        field.handle(back);
    }
    let area = Rect::new(0, 0, 6, 2);
    let mut buffer = Buffer::empty(area);
    field.view(look).render(area, &mut buffer);
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
    let mut field = TextArea::new();
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
