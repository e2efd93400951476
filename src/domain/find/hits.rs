//! Finds words in a text: to verify what the index found, and to highlight it.
//!
//! A consonant alone matches every syllable that begins with it. Hangul is found inside words and over one blank, as
//! spacing differs from writer to writer; Latin words and numbers from their beginning. Letters are compared as
//! [`fold`](super::fold) writes them.

use super::fold::{FoldedChar, fold};
use crate::domain::hangul;
use std::ops::Range;

/// How a word stands in a text, the better one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// In one piece, or in whole words: 층간소음 in "층간 소음".
    Whole,
    /// In the end of one word and the beginning of the next: 이상 in "아이 상담".
    Across,
}

/// The byte ranges of a text that match one of the words, in order and disjoint.
pub fn hits<'a>(text: &str, words: impl IntoIterator<Item = &'a str>) -> Vec<Range<usize>> {
    let letters = letters(text);
    let wanted: Vec<Vec<char>> = words.into_iter().flat_map(parts).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let longest = wanted
            .iter()
            .filter_map(|word| reach(&letters, at, word))
            .map(|(end, _)| end)
            .max();
        let Some(end) = longest else {
            at += 1;
            continue;
        };
        let byte = |at: usize, of: fn(&FoldedChar) -> usize| letters.get(at).map_or(0, of);
        let hit = byte(at, |letter| letter.begin)..byte(end - 1, |letter| letter.end);
        match found.last_mut() {
            Some(last) if last.end == hit.start => last.end = hit.end,
            _ => found.push(hit),
        }
        at = end;
    }
    found
}

/// True if every part of a word occurs in the text.
pub fn contains_word(text: &str, word: &str) -> bool {
    fit(text, word).is_some()
}

/// How a word stands in the text: as its worst part does at its best place; `None` where a part is missing.
pub fn fit(text: &str, word: &str) -> Option<Fit> {
    let letters = letters(text);
    let parts = parts(word);
    let fits = parts.iter().map(|part| best(&letters, part));
    // Without a part nothing was looked for.
    fits.collect::<Option<Vec<Fit>>>()?.into_iter().max()
}

fn best(letters: &[FoldedChar], part: &[char]) -> Option<Fit> {
    let mut across = None;
    for at in 0..letters.len() {
        match reach(letters, at, part) {
            Some((_, Fit::Whole)) => return Some(Fit::Whole),
            Some((_, Fit::Across)) => across = Some(Fit::Across),
            None => {}
        }
    }
    across
}

fn letters(text: &str) -> Vec<FoldedChar> {
    let mut letters = Vec::with_capacity(text.len() / 2);
    fold(text, usize::MAX, |letter| letters.push(letter));
    letters
}

/// The runs of letters of a word; none where it has no letter that is compared.
pub(super) fn parts(word: &str) -> Vec<Vec<char>> {
    let folded: Vec<char> = letters(word).iter().map(|letter| letter.c).collect();
    folded
        .split(|c| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(<[char]>::to_vec)
        .collect()
}

/// Returns the end of a word that begins at `begin`, and how it stands there; `None` if it does not match.
fn reach(letters: &[FoldedChar], begin: usize, word: &[char]) -> Option<(usize, Fit)> {
    let letter = |at: usize| letters.get(at).map(|letter| letter.c);
    let first = word.first()?;
    if !same(letter(begin)?, *first) {
        return None;
    }
    let before = begin.checked_sub(1).and_then(letter);
    if first.is_ascii() && before.is_some_and(|before| before.is_ascii_alphanumeric()) {
        return None;
    }
    let mut at = begin;
    // Where the word goes on after the last blank, and how many letters it has before the first.
    let mut piece = begin;
    let mut first_piece = 0;
    let mut previous: Option<char> = None;
    for wanted in word {
        let over_a_blank = previous.is_some_and(|previous| !previous.is_ascii())
            && letter(at).is_some_and(char::is_whitespace)
            && letter(at + 1).is_some_and(|next| !next.is_ascii());
        if over_a_blank {
            if piece == begin {
                first_piece = at - begin;
            }
            at += 1;
            piece = at;
        }
        let found = letter(at).filter(|letter| same(*letter, *wanted))?;
        previous = Some(found);
        at += 1;
    }
    let of_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    // One syllable of a longer word is nobody's word.
    let torn = (first_piece == 1 && of_word(before)) || (at - piece == 1 && of_word(letter(at)));
    let fit = if piece > begin && torn {
        Fit::Across
    } else {
        Fit::Whole
    };
    Some((at, fit))
}

fn same(letter: char, wanted: char) -> bool {
    letter == wanted || (hangul::is_initial(wanted) && hangul::initial(letter) == Some(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_initial_consonants_are_seen() {
        for (text, words, expected) in [
            ("층간소음 민원", "소음", vec!["소음"]),
            ("층간소음 민원", "ㅅㅇ", vec!["소음"]),
            ("층간소음 민원", "ㅁㅇ", vec!["민원"]),
            ("층간소음 민원", "음민", vec!["음 민"]),
            ("층간소음 민원", "ㅅㅇㅁㅇ", vec!["소음 민원"]),
            ("층간소음 민원", "층간ㅅㅇ", vec!["층간소음"]),
            ("층간소음 민원", "민원 층간", vec!["층간", "민원"]),
            ("층간소음 민원", "층간-소음", vec!["층간소음"]),
            ("층간  소음", "층간소음", vec![]),
            ("WiFi 불통", "wifi", vec!["WiFi"]),
            ("WiFi 불통", "fi", vec![]),
            ("3층LED 고장", "led", vec!["LED"]),
            ("소소소", "소소", vec!["소소"]),
            ("까치", "ㄱ", vec![]),
            ("까치", "ㄲ", vec!["까"]),
            ("민원", "", vec![]),
            ("민원", "소음", vec![]),
            ("", "소음", vec![]),
            ("초·중등 학교", "초중등", vec!["초·중등"]),
            ("초ㆍ중등 학교", "초·중등", vec!["초ㆍ중등"]),
            ("초중등 학교", "초ㆍ중등", vec!["초중등"]),
            ("초·중등 학교", "중등", vec!["중등"]),
            ("㈜한국전력 소음", "(주)한국전력", vec!["한국전력"]),
            ("Nguyễn의 민원", "nguyen", vec!["Nguyễn"]),
            ("ＫＴ 통신", "kt", vec!["ＫＴ"]),
        ] {
            let found: Vec<&str> = hits(text, words.split(' '))
                .into_iter()
                .map(|hit| &text[hit])
                .collect();
            assert_eq!(found, expected, "{text} {words}");
            let one = !words.contains([' ', '-']);
            assert!(
                !one || contains_word(text, words) != expected.is_empty(),
                "{text} {words}"
            );
        }
    }

    #[test]
    fn a_word_torn_out_of_two_is_told_from_one_that_is_spaced_otherwise() {
        for (text, word, expected) in [
            ("이상 소음", "이상", Some(Fit::Whole)),
            ("아이 상담", "이상", Some(Fit::Across)),
            ("이 상담", "이상", Some(Fit::Across)),
            ("아이 상", "이상", Some(Fit::Across)),
            ("이 상 받았습니다", "이상", Some(Fit::Whole)),
            ("아이 상담 뒤 이상", "이상", Some(Fit::Whole)),
            ("층간 소음이", "층간소음", Some(Fit::Whole)),
            ("체육교육장 소음", "교육장소음", Some(Fit::Whole)),
            ("초 중등", "초중등", Some(Fit::Whole)),
            ("아이 상담", "ㅇㅅ", Some(Fit::Across)),
            ("소음 신고", "소음-신고", Some(Fit::Whole)),
            ("소음 신고", "소음-위반", None),
            ("소음", "-", None),
            ("소음", "(주)", None),
        ] {
            assert_eq!(fit(text, word), expected, "{text} {word}");
        }
    }
}
