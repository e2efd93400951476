//! Doc comments: what other rooms use says what it is.

use super::{
    none,
    source::{Source, sources},
};
use std::{fs, path::Path};

/// Fewer words only repeat the name.
const FEWEST_WORDS: usize = 3;

/// What the item that opens on this line of code is; `None` for fields, variants, constants and private items.
fn item(code: &str) -> Option<&str> {
    let code = code.trim();
    if code.starts_with("macro_rules!") {
        return Some(code);
    }
    let public = code
        .strip_prefix("pub ")
        .or_else(|| code.strip_prefix("pub(crate) "))?;
    let mut words = public.split_whitespace();
    words
        .find(|word| !matches!(*word, "const" | "async" | "unsafe"))
        .filter(|word| matches!(*word, "struct" | "enum" | "trait" | "fn" | "type"))
        .map(|_| public)
}

/// The words of the doc comment above a line; attributes may stand between the two.
///
/// `None` inside of a macro that takes the doc comment from its caller.
fn words_above(lines: &[(&str, &str)]) -> Option<usize> {
    let mut words = 0;
    for (text, code) in lines.iter().rev() {
        let (text, code) = (text.trim(), code.trim());
        if text.starts_with("$(#[") {
            return None;
        }
        if text.is_empty() || code.ends_with(['{', '}', ';']) {
            break;
        }
        if let Some(doc) = text.strip_prefix("///") {
            words += doc.split_whitespace().count();
        }
    }
    Some(words)
}

/// Where an item has too short a doc comment: its line, counted from one, and its opening.
fn undocumented<'t>(text: &'t str, code: &'t str) -> Vec<(usize, &'t str)> {
    let lines: Vec<(&str, &str)> = text.lines().zip(code.lines()).collect();
    let items = lines
        .iter()
        .enumerate()
        .filter_map(|(at, (_, code))| Some((at, item(code)?)));
    items
        .filter(|(at, _)| words_above(&lines[..*at]).is_some_and(|words| words < FEWEST_WORDS))
        .map(|(at, item)| (at + 1, item))
        .collect()
}

#[test]
fn what_other_rooms_use_has_a_doc_comment() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut wrong = Vec::new();
    let mut seen = 0;
    for Source { file, code, .. } in sources() {
        let text = fs::read_to_string(root.join(file)).unwrap();
        seen += code.lines().filter_map(item).count();
        for (line, item) in undocumented(&text, code) {
            wrong.push(format!("{file}:{line} says too little of: {item}"));
        }
    }
    assert!(seen > 1000, "only {seen} items were seen");
    none(&wrong);
}

#[test]
fn a_missing_and_a_short_doc_comment_are_found() {
    let text = "
/// Reads it.
#[derive(
    Debug
)]
pub struct Short {
    pub field: u8,
}

impl Short {
    pub(crate) const fn bare() {}

    /// Returns the number of rows.
    #[must_use]
    pub fn whole() {}
    fn private() {}
}

    $(#[$meta])*
    pub enum $name {}
macro_rules! bare {";
    let code: Vec<&str> = text
        .lines()
        .map(|line| line.split("///").next().unwrap_or_default())
        .collect();
    let code = code.join("\n");
    let lines: Vec<usize> = undocumented(text, &code)
        .into_iter()
        .map(|(line, _)| line)
        .collect();
    assert_eq!(lines, [6, 11, 21]);
}
