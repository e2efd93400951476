//! The source as the rules read it: without comments, without tests, texts apart from code.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

/// One file of `src/`.
pub(super) struct Source {
    /// Its path from the root, with slashes.
    pub(super) file: String,
    /// Its code; comments, texts and tests are blanks, lines stay lines.
    pub(super) code: String,
    /// Its texts; all the rest is blanks.
    texts: String,
}

/// Every file of `src/` that is part of the program.
pub(super) fn sources() -> &'static [Source] {
    static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(read);
    &SOURCES
}

fn read() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&root.join("src"), &mut paths);
    let mut of_tests = BTreeSet::new();
    let mut found = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let (code, texts) = parted(&text);
        let (code, modules) = without_tests(&code);
        let folder = path.with_extension("");
        let folder = match path.file_name().and_then(|name| name.to_str()) {
            Some("lib.rs" | "main.rs") => path.parent().unwrap().to_owned(),
            _ => folder,
        };
        of_tests.extend(modules.into_iter().map(|name| folder.join(name)));
        let texts = texts_of_code(&code, &texts);
        found.push((path, code, texts));
    }
    let of_a_test = |path: &Path| {
        let module = path.with_extension("");
        module.ancestors().any(|above| of_tests.contains(above))
    };
    found
        .into_iter()
        .filter(|(path, ..)| !of_a_test(path))
        .map(|(path, code, texts)| Source {
            file: path
                .strip_prefix(root)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/"),
            code,
            texts,
        })
        .collect()
}

/// The files of some folders with their texts, tests too.
pub(super) fn files(folders: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in folders {
        collect(&root.join(folder), &mut paths);
    }
    let text = |path: &PathBuf| fs::read_to_string(path).unwrap();
    let named = paths
        .iter()
        .map(|path| (path.display().to_string(), text(path)));
    named.collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|end| end == "rs") {
            paths.push(path);
        }
    }
}

impl Source {
    /// Where the code names one of the words, `std::fs` also as `std::{fs, ...}`.
    pub(super) fn naming(&self, words: &[&str]) -> Vec<String> {
        let spread = spread(&self.code);
        self.places(words, |line, word| {
            spread.get(line).is_some_and(|code| names(code, word))
        })
    }

    /// Every path in the code, `std::{fs, io}` as `std::fs` and `std::io`.
    pub(super) fn paths(&self) -> Vec<String> {
        let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
        let lines = spread(&self.code).join("\n");
        let words = lines.split(|c| !part(c));
        let paths = words.filter(|word| word.contains("::"));
        paths.map(str::to_owned).collect()
    }

    /// Where a text of the code has one of the statements in it.
    pub(super) fn saying(&self, statements: &[&str]) -> Vec<String> {
        let lines: Vec<&str> = self.texts.lines().collect();
        self.places(statements, |line, word| {
            lines.get(line).is_some_and(|text| names(text, word))
        })
    }

    fn places(&self, words: &[&str], holds: impl Fn(usize, &str) -> bool) -> Vec<String> {
        let lines = 0..self.code.lines().count();
        lines
            .flat_map(|line| words.iter().map(move |word| (line, *word)))
            .filter(|(line, word)| holds(*line, word))
            .map(|(line, word)| format!("{}:{} names {word}", self.file, line + 1))
            .collect()
    }
}

/// True where the word stands by itself, not as a part of a longer name.
fn names(code: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        let ends = word.ends_with(part);
        !(before.is_some_and(part) || ends && after.is_some_and(part))
    })
}

/// The lines of the code with every `a::{b, c::d}` written out as `a::b a::c::d`, on the line of its end.
fn spread(code: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut prefixes: Vec<String> = Vec::new();
    let mut path = String::new();
    for c in code.chars() {
        match c {
            '{' if path.ends_with("::") || !prefixes.is_empty() => {
                let above = prefixes.last().cloned().unwrap_or_default();
                prefixes.push(above + &path);
                path.clear();
            }
            c if c.is_alphanumeric() || matches!(c, '_' | ':' | '!') => path.push(c),
            c => {
                let above = prefixes.last().cloned().unwrap_or_default();
                let line = lines.last_mut().unwrap();
                if !path.is_empty() {
                    line.push_str(&above);
                    line.push_str(&path);
                    path.clear();
                }
                line.push(c);
                if c == '}' {
                    prefixes.pop();
                }
                if c == '\n' {
                    lines.push(String::new());
                }
            }
        }
    }
    lines.last_mut().unwrap().push_str(&path);
    lines
}

/// Code and texts, each with blanks where the other is; comments are in neither.
fn parted(text: &str) -> (String, String) {
    let (mut code, mut texts) = (String::new(), String::new());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (length, is_text) = piece(rest, code.chars().next_back());
        let (taken, after) = rest.split_at(length);
        match is_text {
            Piece::Code => {
                code.push(c);
                texts.push(if c == '\n' { '\n' } else { ' ' });
            }
            Piece::Text => {
                // The quotes themselves stay out, so that a text begins with its first letter.
                let hashes = taken.find('"').map_or(0, |at| at + 1);
                for (at, c) in taken.char_indices() {
                    let kept = at >= hashes || c == '\n';
                    texts.push(if kept { c } else { ' ' });
                    code.push(if c == '\n' { '\n' } else { ' ' });
                }
            }
            Piece::Comment => {
                for c in taken.chars() {
                    let blank = if c == '\n' { '\n' } else { ' ' };
                    code.push(blank);
                    texts.push(blank);
                }
            }
        }
        rest = after;
    }
    (code, texts)
}

#[derive(Clone, Copy, PartialEq)]
enum Piece {
    Code,
    Text,
    Comment,
}

/// How long the piece at the beginning is, in bytes, and what it is.
fn piece(rest: &str, before: Option<char>) -> (usize, Piece) {
    let to = |end: Option<usize>| end.unwrap_or(rest.len());
    if rest.starts_with("//") {
        return (to(rest.find('\n')), Piece::Comment);
    }
    if rest.starts_with("/*") {
        return (to(rest.find("*/").map(|at| at + 2)), Piece::Comment);
    }
    let in_a_name = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if rest.starts_with('r') && !in_a_name {
        let hashes = rest[1..].chars().take_while(|c| *c == '#').count();
        if rest[1 + hashes..].starts_with('"') {
            let close = format!("\"{}", "#".repeat(hashes));
            let body = 2 + hashes;
            let end = rest[body..].find(&close);
            return (to(end.map(|at| body + at + close.len())), Piece::Text);
        }
    }
    if rest.starts_with('"') {
        let mut escaped = false;
        for (at, c) in rest.char_indices().skip(1) {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => return (at + 1, Piece::Text),
                _ => {}
            }
        }
        return (rest.len(), Piece::Text);
    }
    if rest.starts_with('\'') {
        let mut letters = rest.char_indices().skip(1);
        let (first, second) = (letters.next(), letters.next());
        // A letter in quotes; else a lifetime.
        if let Some((_, '\\')) = first {
            let end = rest[3..].find('\'').map(|at| at + 4);
            return (to(end), Piece::Comment);
        }
        if let Some((at, '\'')) = second {
            return (at + 1, Piece::Comment);
        }
    }
    (rest.chars().next().map_or(0, char::len_utf8), Piece::Code)
}

/// The code without what stands under `#[cfg(test)]`, and the modules that it puts into files of their own.
fn without_tests(code: &str) -> (String, Vec<String>) {
    let mark = "#[cfg(test)]";
    let (mut kept, mut modules) = (String::new(), Vec::new());
    let mut rest = code;
    while let Some(at) = rest.find(mark) {
        let (before, after) = rest.split_at(at);
        kept.push_str(before);
        let body = &after[mark.len()..];
        let end = body.find([';', '{']).unwrap_or(body.len());
        let head = body[..end].trim();
        let length = if body[end..].starts_with('{') {
            end + block(&body[end..])
        } else {
            let name = head.rsplit(' ').next().unwrap_or_default();
            if head.contains("mod ") {
                modules.push(name.to_owned());
            }
            (end + 1).min(body.len())
        };
        let gone = &after[..mark.len() + length];
        kept.extend(gone.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        rest = &after[mark.len() + length..];
    }
    kept.push_str(rest);
    (kept, modules)
}

/// How long the block in braces at the beginning is.
fn block(code: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

/// The texts on lines that still have code: those of tests are gone with their lines.
fn texts_of_code(code: &str, texts: &str) -> String {
    let mut depth_of_text = false;
    let lines = code.lines().zip(texts.lines()).map(|(code, text)| {
        // A text over several lines has no code on its inner lines.
        let alone = code.trim().is_empty();
        let kept = !alone || depth_of_text;
        depth_of_text = kept && !text.trim().is_empty() && !text.trim_end().ends_with('"');
        if kept { text } else { "" }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn code_is_told_from_comments_texts_and_tests() {
    let text = r##"
//! uses std::fs
use std::{collections::{BTreeMap, BTreeSet}, fs, fmt};
fn f<'a>(c: char) { if c == '"' { g("rusqlite"); } } /* ratatui */
const Q: &str = "SELECT 1
    INSERT x";
fn h() { k(r#"say UPDATE x "#); my_println!(); }
#[cfg(test)]
mod tests { fn t() { println!("DELETE FROM x"); } }
#[cfg(test)]
mod properties;
fn last() { clap::x(); }
"##;
    let (code, texts) = parted(text);
    let (code, modules) = without_tests(&code);
    assert_eq!(modules, ["properties"]);
    let texts = texts_of_code(&code, &texts);
    let source = Source {
        file: "f".to_owned(),
        code,
        texts,
    };
    let lines = |words: &[&str]| source.naming(words);
    assert_eq!(lines(&["std::fs"]), ["f:3 names std::fs"]);
    assert_eq!(lines(&["std::fmt"]).len(), 1);
    assert_eq!(lines(&["std::collections::BTreeSet"]).len(), 1);
    assert!(lines(&["rusqlite", "ratatui", "println!", "std::env"]).is_empty());
    assert_eq!(lines(&["clap"]), ["f:12 names clap"]);
    assert_eq!(
        source.saying(&["SELECT ", "INSERT ", "DELETE ", "UPDATE "]),
        [
            "f:5 names SELECT ",
            "f:6 names INSERT ",
            "f:7 names UPDATE "
        ]
    );
}
