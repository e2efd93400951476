//! A template filled with values: the text of a letter as it goes out.

use super::{
    mark::{Mark, MarkClass},
    template::{Part, Piece, Template},
};
use crate::{
    domain::character::is_invisible,
    words::{Lang, Say, josa, letters as text},
};
use std::collections::BTreeMap;

/// The numbering of the second level; after 하 comes 거.
const SECOND: &str = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허";

/// The values of the marks. A value is data: marks, particles and headers in it are never read again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(BTreeMap<Mark, String>);

/// The marks that have no value, so that the letter cannot go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfilled(pub Vec<Mark>);

/// The level of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    /// `1.`
    First,
    /// `가.`
    Second,
}

impl Say for Unfilled {
    fn say(&self, lang: Lang) -> String {
        let marks: Vec<String> = self
            .0
            .iter()
            .map(|mark| match lang {
                Lang::Ko => mark.id().to_owned(),
                Lang::En => format!("{} ({mark})", mark.say(lang)),
            })
            .collect();
        text::UNFILLED.of(lang, &[("marks", marks.join(", "))])
    }
}

impl Values {
    /// Gives a mark its value: without control characters, on one line where the mark takes no lines. A value of nothing is none.
    pub fn set(&mut self, mark: Mark, value: &str) {
        let lines = mark.class() == MarkClass::Prose;
        let clean: String = value
            .chars()
            .filter(|c| !is_invisible(*c))
            .filter_map(|c| match c {
                '\n' if lines => Some('\n'),
                '\n' | '\t' | '\r' if !lines => Some(' '),
                c => (!c.is_control()).then_some(c),
            })
            .collect();
        let clean = clean.trim();
        if clean.is_empty() {
            self.0.remove(&mark);
        } else {
            self.0.insert(mark, clean.to_owned());
        }
    }

    /// The value of a mark.
    pub fn get(&self, mark: Mark) -> Option<&str> {
        self.0.get(&mark).map(String::as_str)
    }

    fn all_of(&self, pieces: &[Piece]) -> bool {
        pieces.iter().all(|piece| match piece {
            Piece::Mark(mark) => self.get(*mark).is_some(),
            Piece::Text(_) => true,
        })
    }
}

impl Template {
    /// The text with the values in it: no mark stays, no particle is left open. A line of which nothing is left goes, and
    /// items are numbered anew.
    ///
    /// # Errors
    /// The marks outside `[[ … ]]` that have no value, each once.
    pub fn fill(&self, values: &Values) -> Result<String, Unfilled> {
        let unfilled = self.unfilled(values);
        if !unfilled.is_empty() {
            return Err(Unfilled(unfilled));
        }
        let mut numbering = Numbering::default();
        let mut text = String::new();
        for line in &self.lines {
            let kept: Vec<&[Piece]> = line
                .iter()
                .filter(|part| match part {
                    Part::Always(_) => true,
                    Part::Optional(pieces) => values.all_of(pieces),
                })
                .map(Part::pieces)
                .collect();
            let blank =
                |piece: &Piece| matches!(piece, Piece::Text(text) if text.trim().is_empty());
            if kept.len() < line.len() && kept.iter().copied().flatten().all(blank) {
                continue;
            }
            let pieces: Vec<&Piece> = kept.into_iter().flatten().collect();
            text.push_str(numbering.line(&pieces, values).trim_end());
            text.push('\n');
        }
        Ok(text)
    }

    fn unfilled(&self, values: &Values) -> Vec<Mark> {
        let mut missing = Vec::new();
        for part in self.lines.iter().flatten() {
            let Part::Always(pieces) = part else {
                continue;
            };
            for piece in pieces {
                if let Piece::Mark(mark) = piece
                    && values.get(*mark).is_none()
                    && !missing.contains(mark)
                {
                    missing.push(*mark);
                }
            }
        }
        missing
    }
}

/// How many items stand at each level.
#[derive(Debug, Default)]
struct Numbering {
    first: usize,
    second: usize,
}

impl Numbering {
    fn line(&mut self, pieces: &[&Piece], values: &Values) -> String {
        let mut out = String::new();
        let mut word: Option<&str> = None;
        for (at, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Mark(mark) => {
                    let value = values.get(*mark).unwrap_or_default();
                    out.push_str(value);
                    word = (mark.class() == MarkClass::Word).then_some(value);
                }
                Piece::Text(text) => {
                    let mut rest = text.as_str();
                    if let Some((closing, particle, tail)) =
                        word.and_then(|word| josa::open(rest, word))
                    {
                        out.extend([closing, particle]);
                        rest = tail;
                    }
                    if at == 0 {
                        out.push_str(&self.item(rest));
                    } else {
                        out.push_str(rest);
                    }
                    word = None;
                }
            }
        }
        out
    }

    /// The begin of a line with its number put right.
    fn item(&mut self, text: &str) -> String {
        let indent = text.len() - text.trim_start().len();
        let (blanks, said) = text.split_at(indent);
        let Some((number, rest)) = said.split_once(". ") else {
            return text.to_owned();
        };
        let Some(level) = Level::of(number) else {
            return text.to_owned();
        };
        let number = match level {
            Level::First => {
                self.first += 1;
                self.second = 0;
                self.first.to_string()
            }
            Level::Second => {
                self.second += 1;
                let letter = SECOND.chars().nth(self.second - 1);
                letter.map_or_else(|| number.to_owned(), String::from)
            }
        };
        format!("{blanks}{number}. {rest}")
    }
}

/// True for a line that begins with `1.` or `가.`
pub(super) fn is_item(line: &str) -> bool {
    let number = line.split_once(". ").map(|(number, _)| number);
    number.is_some_and(|number| Level::of(number).is_some())
}

impl Level {
    fn of(number: &str) -> Option<Self> {
        let mut letters = number.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if SECOND.contains(letter) => Some(Self::Second),
            (Some(_), _) if number.len() < 3 && number.bytes().all(|b| b.is_ascii_digit()) => {
                Some(Self::First)
            }
            _ => None,
        }
    }
}
