//! Where the words that were searched for stand in a text: to show them, not to find cases.
//!
//! A consonant alone stands for every syllable that begins with it, as in the index. Must not know the store.

use crate::tui::hangul;
use std::ops::Range;

/// The stretches of a text that match a word, in order and disjoint, in bytes.
pub(super) fn hits(text: &str, words: &str) -> Vec<Range<usize>> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let end_of = |at: usize| letters.get(at).map_or(text.len(), |(byte, _)| *byte);
    let mut found: Vec<Range<usize>> = Vec::new();
    let wanted: Vec<Vec<char>> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().collect())
        .collect();
    let mut at = 0;
    while at < letters.len() {
        let longest = wanted
            .iter()
            .filter(|word| begins(letters.get(at..).unwrap_or_default(), word))
            .map(Vec::len)
            .max();
        let Some(length) = longest else {
            at += 1;
            continue;
        };
        let hit = end_of(at)..end_of(at + length);
        match found.last_mut() {
            Some(last) if last.end == hit.start => last.end = hit.end,
            _ => found.push(hit),
        }
        at += length;
    }
    found
}

fn begins(letters: &[(usize, char)], word: &[char]) -> bool {
    letters.len() >= word.len()
        && letters
            .iter()
            .zip(word)
            .all(|((_, letter), wanted)| same(*letter, *wanted))
}

fn same(letter: char, wanted: char) -> bool {
    if letter == wanted || letter.to_lowercase().eq(wanted.to_lowercase()) {
        return true;
    }
    // The first key of a syllable is its first consonant.
    matches!(wanted, 'ㄱ'..='ㅎ')
        && matches!(letter, '가'..='힣')
        && hangul::keys(letter).take(1).eq(hangul::keys(wanted))
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
            ("층간소음 민원", "민원 층간", vec!["층간", "민원"]),
            ("층간소음 민원", "층간-소음", vec!["층간소음"]),
            ("WiFi 불통", "wifi", vec!["WiFi"]),
            ("소소소", "소소", vec!["소소"]),
            ("까치", "ㄱ", vec![]),
            ("까치", "ㄲ", vec!["까"]),
            ("민원", "", vec![]),
            ("민원", "소음", vec![]),
            ("", "소음", vec![]),
        ] {
            let found: Vec<&str> = hits(text, words)
                .into_iter()
                .map(|hit| &text[hit])
                .collect();
            assert_eq!(found, expected, "{text} {words}");
        }
    }
}
