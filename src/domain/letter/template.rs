//! A letter with marks: read once, with everything that is wrong in it named by its line.
//!
//! `{{성명}}` is a mark. `[[ … ]]` goes out only where every mark in it has a value. A particle with both forms behind a mark
//! (`을(를)`) takes the one that follows the value. A line that begins with `1.` or `가.` is an item.

use super::{
    kind::LetterKind,
    mark::{Mark, MarkClass},
};
use crate::words::{Lang, Say, josa, letters as text};

/// The most bytes of a template.
pub const MOST_BYTES: usize = 32 * 1024;

/// A letter with marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    pub(super) lines: Vec<Vec<Part>>,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Always(Vec<Piece>),
    /// Left out where one of its marks has no value.
    Optional(Vec<Piece>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    Mark(Mark),
}

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateFault {
    TooLong,
    /// Nothing is written in it.
    Empty,
    /// A character that does not belong in a letter, such as an escape sequence.
    Control {
        line: usize,
    },
    UnknownMark {
        line: usize,
        name: String,
    },
    /// `{{` or `[[` without its end, or an end without its begin.
    Unclosed {
        line: usize,
    },
    /// `[[` within `[[`.
    Nested {
        line: usize,
    },
    /// `[[ … ]]` without a mark would always go out.
    NothingOptional {
        line: usize,
    },
    /// Both forms of a particle behind a value of which nobody knows how it is read: a date, a number with its unit, a text.
    Particle {
        line: usize,
        mark: Mark,
    },
    /// A mark that the law asks for in this letter.
    Lacks(Mark),
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of its lines.
    pub fn parse(text: &str) -> Result<Self, Vec<TemplateFault>> {
        if text.len() > MOST_BYTES {
            return Err(vec![TemplateFault::TooLong]);
        }
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).trim_end();
        if text.is_empty() {
            return Err(vec![TemplateFault::Empty]);
        }
        let mut faults = Vec::new();
        let mut lines = Vec::new();
        for (at, line) in text.lines().enumerate() {
            let mut reader = LineReader {
                number: at + 1,
                faults: &mut faults,
            };
            lines.push(reader.line(line));
        }
        if faults.is_empty() {
            Ok(Self { lines })
        } else {
            Err(faults)
        }
    }

    /// The same for a letter of an office's own, which may not lack what the law asks for in it.
    ///
    /// # Errors
    /// As [`Template::parse`], or what it lacks.
    pub fn check(kind: LetterKind, text: &str) -> Result<Self, Vec<TemplateFault>> {
        let template = Self::parse(text)?;
        let named: Vec<Mark> = template.marks().collect();
        let lacks: Vec<_> = kind
            .required()
            .filter(|mark| !named.contains(mark))
            .map(TemplateFault::Lacks)
            .collect();
        if lacks.is_empty() {
            Ok(template)
        } else {
            Err(lacks)
        }
    }

    /// Every mark in it, in order, some more than once.
    pub fn marks(&self) -> impl Iterator<Item = Mark> {
        let parts = self.lines.iter().flatten();
        parts
            .flat_map(Part::pieces)
            .filter_map(|piece| match piece {
                Piece::Mark(mark) => Some(*mark),
                Piece::Text(_) => None,
            })
    }
}

impl Part {
    pub(super) fn pieces(&self) -> &[Piece] {
        match self {
            Self::Always(pieces) | Self::Optional(pieces) => pieces,
        }
    }
}

/// Reads one line.
struct LineReader<'a> {
    number: usize,
    faults: &'a mut Vec<TemplateFault>,
}

impl LineReader<'_> {
    fn line(&mut self, line: &str) -> Vec<Part> {
        let line_number = self.number;
        if line.chars().any(|c| c.is_control() && c != '\t') {
            self.faults
                .push(TemplateFault::Control { line: line_number });
            return Vec::new();
        }
        let mut parts = Vec::new();
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("[[") {
            parts.push(Part::Always(self.pieces(before)));
            let Some((within, tail)) = after.split_once("]]") else {
                self.faults
                    .push(TemplateFault::Unclosed { line: line_number });
                return parts;
            };
            if within.contains("[[") {
                self.faults
                    .push(TemplateFault::Nested { line: line_number });
            }
            let pieces = self.pieces(within);
            if !pieces.iter().any(|piece| matches!(piece, Piece::Mark(_))) {
                self.faults
                    .push(TemplateFault::NothingOptional { line: line_number });
            }
            parts.push(Part::Optional(pieces));
            rest = tail;
        }
        if rest.contains("]]") {
            self.faults
                .push(TemplateFault::Unclosed { line: line_number });
        }
        parts.push(Part::Always(self.pieces(rest)));
        parts.retain(|part| !part.pieces().is_empty());
        parts
    }

    fn pieces(&mut self, text: &str) -> Vec<Piece> {
        let line = self.number;
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            push(&mut pieces, before);
            let Some((name, tail)) = after.split_once("}}") else {
                self.faults.push(TemplateFault::Unclosed { line });
                return pieces;
            };
            rest = tail;
            let Ok(mark) = name.trim().parse::<Mark>() else {
                let name = name.trim().to_owned();
                self.faults.push(TemplateFault::UnknownMark { line, name });
                continue;
            };
            if mark.class() != MarkClass::Word && josa::open(rest, "").is_some() {
                self.faults.push(TemplateFault::Particle { line, mark });
            }
            pieces.push(Piece::Mark(mark));
        }
        if rest.contains("}}") {
            self.faults.push(TemplateFault::Unclosed { line });
        }
        push(&mut pieces, rest);
        pieces
    }
}

fn push(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_owned()));
    }
}

impl Say for TemplateFault {
    fn say(&self, lang: Lang) -> String {
        let at = |line: &usize| ("line", line.to_string());
        let mark = |mark: &Mark| ("mark", mark.id().to_owned());
        match self {
            Self::TooLong => text::TOO_LONG.of(lang, &[("most", MOST_BYTES.to_string())]),
            Self::Empty => text::EMPTY.get(lang).to_owned(),
            Self::Control { line } => text::CONTROL.of(lang, &[at(line)]),
            Self::UnknownMark { line, name } => {
                text::UNKNOWN_MARK.of(lang, &[at(line), ("name", name.clone())])
            }
            Self::Unclosed { line } => {
                text::UNCLOSED.of(lang, &[at(line), ("marks", "{{ }}".to_owned())])
            }
            Self::Nested { line } => text::NESTED.of(lang, &[at(line)]),
            Self::NothingOptional { line } => text::NOTHING_OPTIONAL.of(lang, &[at(line)]),
            Self::Particle { line, mark: of } => text::PARTICLE.of(lang, &[at(line), mark(of)]),
            Self::Lacks(of) => text::LACKS.of(lang, &[mark(of)]),
        }
    }
}
