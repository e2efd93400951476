//! Finds words in a text: to verify what the index found, and to highlight it.
//!
//! A consonant alone matches every syllable that begins with it. Hangul is found inside words and over one blank, as
//! spacing differs from writer to writer; Latin words and numbers from their beginning.

use crate::domain::hangul;
use std::ops::Range;

/// The byte ranges of a text that match one of the words, in order and disjoint.
pub fn hits<'a>(text: &str, words: impl IntoIterator<Item = &'a str>) -> Vec<Range<usize>> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let wanted: Vec<Vec<char>> = words.into_iter().flat_map(parts).collect();
    let end_of = |at: usize| letters.get(at).map_or(text.len(), |(byte, _)| *byte);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let longest = wanted
            .iter()
            .filter_map(|word| reach(&letters, at, word))
            .max();
        let Some(end) = longest else {
            at += 1;
            continue;
        };
        let hit = end_of(at)..end_of(end);
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
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut wanted = parts(word).peekable();
    wanted.peek().is_some()
        && wanted.all(|part| (0..letters.len()).any(|at| reach(&letters, at, &part).is_some()))
}

fn parts(word: &str) -> impl Iterator<Item = Vec<char>> + '_ {
    word.split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(|part| part.chars().collect())
}

/// Returns the end of a word that begins at `begin`; `None` if it does not match there.
fn reach(letters: &[(usize, char)], begin: usize, word: &[char]) -> Option<usize> {
    let letter = |at: usize| letters.get(at).map(|(_, letter)| *letter);
    let first = word.first()?;
    if !same(letter(begin)?, *first) {
        return None;
    }
    let before = begin.checked_sub(1).and_then(letter);
    if first.is_ascii() && before.is_some_and(|before| before.is_ascii_alphanumeric()) {
        return None;
    }
    let mut at = begin;
    let mut before: Option<char> = None;
    for wanted in word {
        let over_a_blank = before.is_some_and(|before| !before.is_ascii())
            && letter(at).is_some_and(char::is_whitespace)
            && letter(at + 1).is_some_and(|next| !next.is_ascii());
        at += usize::from(over_a_blank);
        let found = letter(at).filter(|letter| same(*letter, *wanted))?;
        before = Some(found);
        at += 1;
    }
    Some(at)
}

fn same(letter: char, wanted: char) -> bool {
    letter == wanted
        || letter.eq_ignore_ascii_case(&wanted)
        || (hangul::is_initial(wanted) && hangul::initial(letter) == Some(wanted))
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
}
