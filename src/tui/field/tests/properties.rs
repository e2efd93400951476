//! Fields against a simple model: whatever is typed, both hold the same.

use super::{ctrl, key};
use crate::tui::field::*;
use proptest::prelude::*;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

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
        let mut field = LineField::default();
        let mut model = Model::default();
        for step in &steps {
            match (apply(step, &mut model), step) {
                (Some(key), _) => { field.handle(key); }
                (None, Step::Paste(text)) => { field.paste(text); }
                (None, _) => {}
            }
            prop_assert_eq!(field.text(), model.text());
            prop_assert_eq!(field.at(), model.bytes(model.caret), "{:?} in {:?}", step, field.text());
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
        let mut field = TextArea::default();
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
            let caret = field.at();
            let boundary = caret == field.text().len()
                || field.text().grapheme_indices(true).any(|(at, _)| at == caret);
            prop_assert!(boundary, "{:?} at {}", field.text(), caret);
            let (x, y) = field.caret(width, height);
            prop_assert!(x < width && y < height);
            let fresh = rows(field.text(), columns(width));
            prop_assert_eq!(&*field.rows(width), fresh, "{:?} after {:?}", field.text(), step);
        }
        prop_assert!(field.text().chars().count() <= 10 * typed);
        let mut joined = String::new();
        for row in rows(field.text(), 5) {
            joined.push_str(&field.text()[row.bytes.clone()]);
            if !row.soft {
                joined.push('\n');
            }
        }
        prop_assert_eq!(joined, format!("{}\n", field.text()));
    }
}
