//! Letters as they are compared: what one word can be written with in several ways is one here.
//!
//! | written | compared |
//! |---|---|
//! | `ＫＴ`, `JOSÉ`, `Nguyễn` | `kt`, `jose`, `nguyen` |
//! | 초·중등, 초ㆍ중등 | 초중등 (the look-alikes of the middle dot, between letters of Hangul) |
//! | `(주)`한국, ㈜한국 | 한국 (the mark of a company is like a blank) |
//! | joiners and other invisible characters | nothing |

use crate::domain::{character::is_invisible, hangul};
use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

/// The mark of a company, in brackets.
const COMPANY: [&str; 2] = ["(주)", "（주）"];

/// A letter, or what separates letters, with the bytes of the text that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FoldedChar {
    pub(super) c: char,
    pub(super) begin: usize,
    pub(super) end: usize,
}

impl FoldedChar {
    fn new(c: char, bytes: &Range<usize>) -> Self {
        Self {
            c,
            begin: bytes.start,
            end: bytes.end,
        }
    }
}

/// Passes the letters of a text to `emit`, at most `most` characters of it.
pub(super) fn fold(text: &str, most: usize, mut emit: impl FnMut(FoldedChar)) {
    let mut before = ' ';
    let mut skip_to = 0;
    for (at, c) in text.char_indices().take(most) {
        if at < skip_to {
            continue;
        }
        let bytes = at..at + c.len_utf8();
        let one = |c| FoldedChar::new(c, &bytes);
        match c {
            '(' | '（' => {
                let rest = text.get(at..).unwrap_or_default();
                let mark = COMPANY.iter().find(|mark| rest.starts_with(**mark));
                let len = mark.map_or(c.len_utf8(), |mark| mark.len());
                skip_to = at + len;
                let c = if mark.is_some() { ' ' } else { c };
                emit(FoldedChar::new(c, &(at..skip_to)));
                before = c;
            }
            _ if is_same(c) => {
                let c = c.to_ascii_lowercase();
                emit(one(c));
                before = c;
            }
            '㈜' => {
                emit(one(' '));
                before = ' ';
            }
            _ if is_middle_dot(c) => {
                let after = text.get(bytes.end..).and_then(|rest| rest.chars().next());
                let joins = is_of_hangul(before) && after.is_some_and(is_of_hangul);
                if !joins {
                    emit(one('·'));
                    before = '·';
                }
            }
            _ if is_dropped(c) => {}
            _ => alike(c, |c| {
                emit(one(c));
                before = c;
            }),
        }
    }
}

/// True where a text has a letter that is compared otherwise than before edition 5 of the counting rules, which compared
/// letters as they are: files counted by an earlier one are indexed anew for these texts alone.
pub fn is_folded(text: &str) -> bool {
    let changes = |c: char| {
        if is_same(c) {
            return false;
        }
        let mut folded = (0, c);
        alike(c, |c| folded = (folded.0 + 1, c));
        c == '㈜' || is_middle_dot(c) || is_dropped(c) || folded != (1, c)
    };
    text.chars().any(changes) || COMPANY.iter().any(|mark| text.contains(mark))
}

/// True for what most texts consist of, which is compared as it is, but for capitals.
fn is_same(c: char) -> bool {
    c.is_ascii() || matches!(c, '가'..='힣' | 'ㄱ'..='ㅣ')
}

fn is_of_hangul(c: char) -> bool {
    matches!(c, '가'..='힣') || hangul::is_initial(c)
}

/// The middle dot and what is typed for it.
fn is_middle_dot(c: char) -> bool {
    matches!(
        c,
        '·' | 'ㆍ' | '・' | '･' | '•' | '‧' | '∙' | '⋅' | '\u{387}' | '\u{2E31}'
    )
}

fn is_dropped(c: char) -> bool {
    is_invisible(c) || canonical_combining_class(c) != 0
}

/// A character without accents, in lower case and of usual width.
fn alike(c: char, mut emit: impl FnMut(char)) {
    // Kana and the parts of decomposed Hangul would fall into parts that mean something else.
    if !c.is_alphanumeric() || matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3040}'..='\u{30FF}') {
        emit(c);
        return;
    }
    let parts = std::iter::once(c).nfkd();
    for part in parts.filter(|part| canonical_combining_class(*part) == 0) {
        for lower in part.to_lowercase() {
            match lower {
                'đ' | 'ð' => emit('d'),
                'ø' => emit('o'),
                'ł' => emit('l'),
                'ı' => emit('i'),
                'ß' => "ss".chars().for_each(&mut emit),
                'æ' => "ae".chars().for_each(&mut emit),
                'œ' => "oe".chars().for_each(&mut emit),
                _ if canonical_combining_class(lower) == 0 => emit(lower),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut out = String::new();
        fold(text, usize::MAX, |letter| out.push(letter.c));
        out
    }

    #[test]
    fn what_is_written_in_several_ways_is_one() {
        for (text, expected) in [
            ("층간소음 LED3", "층간소음 led3"),
            ("초·중등", "초중등"),
            ("초ㆍ중등", "초중등"),
            ("초・중등", "초중등"),
            ("초 · 중등", "초 · 중등"),
            ("3·1절", "3·1절"),
            ("A·B", "a·b"),
            ("·가", "·가"),
            ("(주)한국", " 한국"),
            ("㈜한국", " 한국"),
            ("한국（주）", "한국 "),
            ("(주말)", "(주말)"),
            ("Nguyễn", "nguyen"),
            ("JOSÉ Øster Łódź Straße", "jose oster lodz strasse"),
            ("ＫＴ　１２３", "kt\u{3000}123"),
            ("㎡ ² ①", "㎡ 2 1"),
            ("이\u{200B}상\u{AD}", "이상"),
            ("e\u{30b}", "e"),
            ("がぎ", "がぎ"),
            ("ㅅㅇ", "ㅅㅇ"),
            ("漢字", "漢字"),
        ] {
            assert_eq!(folded(text), expected, "{text}");
            let same = text.chars().all(is_same) && !text.contains("(주)");
            assert!(!same || !is_folded(text), "{text}");
        }
    }

    #[test]
    fn a_letter_knows_its_bytes() {
        let text = "가·나(주)É";
        let mut seen = Vec::new();
        fold(text, usize::MAX, |letter| {
            seen.push((letter.c, &text[letter.begin..letter.end]));
        });
        assert_eq!(
            seen,
            [('가', "가"), ('나', "나"), (' ', "(주)"), ('e', "É")]
        );
    }

    #[test]
    fn only_texts_that_are_compared_otherwise_are_indexed_anew() {
        for text in ["층간소음 LED3 (3차)", "漢字 “민원” … ※", "がぎ", ""] {
            assert!(!is_folded(text), "{text}");
        }
        for text in ["초·중등", "(주)한국", "㈜", "É", "ＫＴ", "이\u{200B}상"] {
            assert!(is_folded(text), "{text}");
        }
    }
}
