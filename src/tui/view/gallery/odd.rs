//! Texts that are not what they seem, in every field and wherever they are shown afterwards.

use super::{SIZES, press::press, proofs::wide_characters_are_whole};
use crate::{
    tui::{front::Front, model::Msg, symbols::Alphabet, text::visible},
    words::Lang,
};
use ratatui::crossterm::event::KeyCode;
use std::collections::BTreeSet;

/// What complaints are written with: overrides, joiners, fillers, private use, marks adrift, old Hangul, pictograms, signs of
/// uncertain width, and full width. Each stands in the title of a case.
const TITLES: &[&str] = &[
    "거꾸로 \u{202e}쓴 글\u{202c} 끝",
    "사이\u{200b}사이\u{2060}빈\u{feff}글",
    "채움\u{3164}\u{115f}\u{ffa0}글자",
    "사용자 \u{e000}\u{f0854}\u{f8ff} 정의",
    "\u{30b}앞선 부호, 홀로 \u{116e} \u{119e}",
    "옛글 \u{1112}\u{119e}\u{11ab}글",
    "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af} 풀어 쓴 글",
    "가족 👨\u{200d}👩\u{200d}👧 기 🇰🇷 💖\u{fe0f}",
    "★★★ ①②③ ㎡ ㎎ — … ○○○",
    "全角 ＡＢＣ １２３　빈칸",
    "e\u{301}\u{301}\u{301}\u{301}\u{301} a\u{ad}b\u{61c}c",
    "\u{a0}\u{2028}줄\u{2029}단락",
];

/// What is pasted besides: what a terminal would obey.
const STEERING: &str = "\u{1b}[2J\u{1b}]0;x\u{7}\u{9b}31m\u{8}\u{0}끝";

fn only_shows_itself(name: &str, front: &mut Front) {
    for (columns, rows) in SIZES {
        front.send(Msg::Resize(columns, rows));
        let (buffer, cursor) = front.drawn();
        for cell in &buffer.content {
            let symbol = cell.symbol();
            assert_eq!(visible(symbol, Alphabet::Unicode), symbol, "{name}");
        }
        if let Err(fault) = wide_characters_are_whole(&buffer) {
            panic!("{name} {columns}x{rows}: {fault}\n{}", front.picture());
        }
        let inside = cursor.is_none_or(|at| at.x < columns && at.y < rows);
        assert!(inside, "{name}: {cursor:?}");
    }
}

#[test]
fn odd_titles_are_shown_and_never_obeyed_on_any_screen() {
    let mut front = Front::new(0, SIZES[0]);
    for title in TITLES {
        front.intake(title, "2026-11-19T01:00:00Z");
    }
    front.send(Msg::Changed);
    only_shows_itself("queue", &mut front);
    for _ in 0..TITLES.len() / 2 {
        for keys in [
            &["Tab"][..],
            &["Enter", "t"],
            &["Esc", "F9"],
            &["note", "Enter"],
            &["Esc", "Esc", "Esc", "Esc", "F3", "기한:이번주"],
            &["Esc", ":", "1"],
            &["Esc", "Tab", "Down", "Down"],
        ] {
            for key in keys {
                press(&mut front, key);
            }
            only_shows_itself(&format!("{keys:?}"), &mut front);
        }
    }
}

#[test]
fn odd_texts_that_are_pasted_are_shown_and_never_obeyed_in_any_field() {
    let pasted: Vec<String> = TITLES
        .iter()
        .map(|title| format!("{title}{STEERING}"))
        .collect();
    for keys in [
        &["F2"][..],
        &["F3"],
        &[":"],
        &["F1"],
        &["F7", "Insert"],
        &["h", "Insert"],
        &["F4", "a"],
        &["F5", "Insert"],
        &["#14", "Enter", "1"],
    ] {
        let mut front = Front::demo(Lang::Ko, SIZES[0]);
        for key in keys {
            press(&mut front, key);
        }
        let mut seen = BTreeSet::new();
        for text in &pasted {
            front.send(Msg::Paste(text.clone()));
            for code in [KeyCode::Left, KeyCode::Left, KeyCode::Backspace] {
                front.press(code);
            }
            only_shows_itself(&format!("{keys:?}"), &mut front);
            seen.insert(front.picture());
            front.press(KeyCode::Tab);
        }
        assert!(seen.len() > 1, "{keys:?}");
    }
}
