//! What holds of every screen, in every size and both languages.

use super::{LANGUAGES, SIZES, entries::Entry, paint};
use crate::{
    config::Look,
    tui::{backend::ColorDepth, front::Front, model::Msg, picture::picture, text, theme::Theme},
    words::Lang,
};
use ratatui::{
    buffer::{Buffer, CellWidth},
    crossterm::event::KeyCode,
    style::Modifier,
};
use std::collections::{BTreeSet, HashMap};

/// Lets every entry be looked at in every size and language.
fn each(mut look: impl FnMut(&str, &mut Front)) {
    for lang in LANGUAGES {
        super::each(lang, |entry: &Entry, front| {
            let (columns, rows) = front.model.shared.size;
            look(&format!("{} {lang:?} {columns}x{rows}", entry.name), front);
        });
    }
}

/// The symbol of a cell.
fn symbol(buffer: &Buffer, x: u16, y: u16) -> &str {
    buffer.cell((x, y)).map_or("", |cell| cell.symbol())
}

/// The cells of a row that are seen: first cell and symbol.
fn row(buffer: &Buffer, y: u16) -> Vec<(u16, &str)> {
    let (mut seen, mut x) = (Vec::new(), 0);
    while x < buffer.area.width {
        let symbol = symbol(buffer, x, y);
        seen.push((x, symbol));
        x += symbol.cell_width().max(1);
    }
    seen
}

#[test]
fn no_wide_character_is_split() {
    each(|name, front| {
        let buffer = front.buffer();
        for y in 0..buffer.area.height {
            for (x, symbol) in row(&buffer, y) {
                if symbol.cell_width() == 2 {
                    assert_eq!(self::symbol(&buffer, x + 1, y), " ", "{name} at {x},{y}: {symbol}");
                }
            }
        }
    });
}

#[test]
fn frames_and_rules_are_whole() {
    each(|name, front| {
        let buffer = front.buffer();
        let at = |x: u16, y: u16| symbol(&buffer, x, y);
        for y in 0..buffer.area.height {
            for (x, symbol) in row(&buffer, y) {
                let upright = |x, y| matches!(at(x, y), "│" | "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴");
                let whole = match symbol {
                    "│" => upright(x, y.saturating_sub(1)) || upright(x, y + 1),
                    "┌" => row(&buffer, y).iter().any(|(other, symbol)| *other > x && *symbol == "┐"),
                    _ => true,
                };
                assert!(whole, "{name} at {x},{y}:\n{}", picture(&buffer));
            }
            if at(0, y) == "─" {
                let broken = row(&buffer, y).iter().any(|(_, symbol)| *symbol != "─");
                assert!(!broken, "{name} in row {y}:\n{}", picture(&buffer));
            }
        }
    });
}
#[test]
fn cut_words() {
    // temporary
    let mut found = BTreeSet::new();
    for lang in LANGUAGES {
        for entry in super::ENTRIES {
            let mut front = entry.front(lang, SIZES[0]);
            front.send(Msg::Resize(300, 100));
            let wide: HashMap<String, ()> = picture(&front.buffer())
                .split_whitespace()
                .map(|word| (word.to_owned(), ()))
                .collect();
            for (columns, rows) in SIZES {
                front.send(Msg::Resize(columns, rows));
                let buffer = front.buffer();
                let picture = picture(&buffer);
                let lines: Vec<&str> = picture.lines().collect();
                for (y, line) in lines.iter().enumerate() {
                    if text::width(line) + 1 < usize::from(columns) {
                        continue;
                    }
                    let Some(word) = line.split_whitespace().last() else { continue };
                    if word.ends_with('…') || word.chars().all(|c| !c.is_alphanumeric()) {
                        continue;
                    }
                    let next = lines.get(y + 1).and_then(|line| line.split_whitespace().next()).unwrap_or("");
                    let joined = format!("{word}{next}");
                    if !wide.contains_key(word) && !wide.contains_key(&joined) {
                        found.insert(format!("{} {lang:?} {columns}x{rows} {y}: {line}", entry.name));
                    }
                }
            }
        }
    }
    for line in found { eprintln!("{line}"); }
}

#[test]
fn the_line_at_the_bottom_ends_with_a_whole_label() {
    each(|name, front| {
        let picture = front.picture();
        let line = picture.lines().last().unwrap().trim_end();
        let shared = &front.model.shared;
        if front.model.saying.is_some() || front.model.jump.is_some() {
            assert!(text::width(line) <= usize::from(shared.size.0), "{name}: {line}");
            return;
        }
        let bindings = shared.keys.bindings(front.model.place());
        let said = bindings.iter().filter(|binding| binding.footer > 0).filter_map(|binding| {
            let key = binding.keys.first()?;
            Some(format!("{} {}", key.name(), binding.label.get(shared.lang)))
        });
        let mut rest = line.trim_start();
        while let Some((_, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once("] ")) {
            rest = after;
        }
        let mut shown = 0;
        for label in said {
            match rest.strip_prefix(&label) {
                Some(after) => rest = after.trim_start(),
                None => break,
            }
            shown += 1;
        }
        assert!(rest.is_empty() && shown >= 3, "{name}: {line:?} {rest:?}");
    });
}

#[test]
fn the_caret_stands_in_a_field_and_what_is_typed_appears_there() {
    each(|name, front| {
        let (buffer, cursor) = front.drawn();
        let (columns, rows) = front.model.shared.size;
        let takes_text = front.model.place().takes_text();
        let Some(cursor) = cursor else {
            if takes_text { eprintln!("NOCARET {name}"); }
            return;
        };
        let inside = cursor.x < columns && (1..rows - 1).contains(&cursor.y);
        assert!(inside, "{name}: {cursor:?}\n{}", picture(&buffer));
        if !takes_text {
            eprintln!("CARET {name} {cursor:?}");
            return;
        }
        front.press(KeyCode::Char('갛'));
        let (after, moved) = front.drawn();
        if symbol(&after, cursor.x, cursor.y) != "갛" {
            eprintln!("TYPED {name} {cursor:?} {moved:?}\n{}", picture(&after));
        }
        front.press(KeyCode::Backspace);
    });
}

#[test]
fn colours_tell_nothing_that_is_not_told_otherwise() {
    let looks = [Look::Terminal, Look::Dark, Look::Light, Look::Contrast];
    let mut found = BTreeSet::new();
    each(|name, front| {
        let plain = front.buffer();
        let text = picture(&plain);
        for look in looks {
            for depth in [ColorDepth::None, ColorDepth::Ansi16, ColorDepth::Indexed, ColorDepth::True] {
                front.model.shared.theme = Theme::new(depth, look);
                assert_eq!(picture(&front.buffer()), text, "{name} {look} {depth:?}");
            }
        }
        paint::color(front);
        let colored = front.buffer();
        paint::no_color(front);
        let mut told = HashMap::new();
        for run in paint::all(&colored) {
            let (y, x) = run.at;
            let words: String = row(&colored, y).iter().filter(|(at, _)| (x..x + run.cells).contains(at)).map(|(_, symbol)| *symbol).collect();
            let words = words.trim().to_owned();
            if words.is_empty() { continue; }
            let shape = plain.cell((x, y)).unwrap().modifier;
            if let Some(other) = told.insert((words.clone(), shape.bits()), run.style)
                && other != run.style {
                found.insert(format!("{name}: {words:?} {:?} {:?}", other.fg, run.style.fg));
            }
        }
    });
    for line in found { eprintln!("COLOR {line}"); }
    let _ = Modifier::BOLD;
    let _ = Lang::Ko;
}
