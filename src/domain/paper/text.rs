//! A paper as text: no frames, a hard left margin, so that it can be selected in a terminal and printed by anything.

use super::{Block, Paper, Rows};
use crate::words::{Lang, Say};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Cells of a line.
const WIDE: usize = 80;
/// Cells before a value.
const LABEL: usize = 20;
/// Below an unfinished table stands that it ends here (rules of office work, art. 4(5)).
pub(super) const END: &str = "이하 빈칸\n";

pub(super) fn paper(paper: &Paper) -> String {
    let mut out = title(&paper.kind.after(), &paper.kind.say(Lang::Ko), WIDE);
    for block in &paper.blocks {
        match block {
            Block::Fields(fields) => {
                for (label, value) in fields {
                    out.push_str(&field(label, value));
                }
            }
            Block::Sentence(said) => {
                for line in wrapped(said, WIDE) {
                    out.push_str(&line);
                    out.push('\n');
                }
            }
            Block::Signature(said) => {
                for line in wrapped(said, WIDE) {
                    out.push_str(&" ".repeat(WIDE.saturating_sub(line.width())));
                    out.push_str(&line);
                    out.push('\n');
                }
            }
        }
        if !matches!(block, Block::Signature(_)) {
            out.push('\n');
        }
    }
    out
}

pub(super) fn head(rows: &Rows) -> String {
    let wide: usize = rows.columns.iter().map(|(_, cells)| cells + 2).sum();
    let mut out = title(&rows.kind.after(), &rows.title(), wide);
    out.extend([rows.span.as_str(), "\n\n"]);
    let names: Vec<String> = rows
        .columns
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    out.push_str(&row(rows, &names));
    out
}

/// A row in as many lines as its longest cell needs: nothing is cut on paper.
pub(super) fn row(rows: &Rows, cells: &[String]) -> String {
    let columns: Vec<(Vec<String>, usize)> = cells
        .iter()
        .zip(rows.columns)
        .map(|(cell, (_, wide))| (wrapped(cell, *wide), *wide))
        .collect();
    let lines = columns.iter().map(|(lines, _)| lines.len()).max();
    let mut out = String::new();
    for at in 0..lines.unwrap_or(0) {
        let mut line = String::new();
        for (lines, wide) in &columns {
            let said = lines.get(at).map_or("", String::as_str);
            line.push_str(said);
            line.push_str(&" ".repeat(wide.saturating_sub(said.width()) + 2));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn title(after: &str, title: &str, wide: usize) -> String {
    let indent = wide.saturating_sub(title.width()) / 2;
    let after = if after.is_empty() {
        String::new()
    } else {
        format!("{after}\n\n")
    };
    format!("{after}{}{title}\n\n", " ".repeat(indent))
}

fn field(label: &str, value: &str) -> String {
    let mut out = String::new();
    let lines = wrapped(value, WIDE - LABEL);
    let lines = if lines.is_empty() {
        vec![String::new()]
    } else {
        lines
    };
    for (at, line) in lines.iter().enumerate() {
        let head = if at == 0 { label } else { "" };
        let gap = " ".repeat(LABEL.saturating_sub(head.width()));
        out.push_str(format!("{head}{gap}{line}").trim_end());
        out.push('\n');
    }
    out
}

/// A text in lines of at most so many cells, broken at blanks, else between letters; control characters become blanks.
fn wrapped(text: &str, cells: usize) -> Vec<String> {
    let mut out = Vec::new();
    for line in text.lines() {
        let mut row = String::new();
        for word in line.split(' ') {
            if !row.is_empty() && row.width() + 1 + word.width() > cells {
                out.push(std::mem::take(&mut row));
            }
            if !row.is_empty() {
                row.push(' ');
            }
            for c in word.chars() {
                let c = if c.is_control() { ' ' } else { c };
                if row.width() + c.width().unwrap_or(0) > cells {
                    out.push(std::mem::take(&mut row));
                }
                row.push(c);
            }
        }
        out.push(row);
    }
    out
}
