//! Particles (조사): which of the two forms follows a word.
//!
//! Pure; knows the last character of the word only.

/// A pair of particle forms, the one after a final consonant (받침) first.
#[derive(Clone, Copy)]
enum Josa {
    /// 은/는, the topic.
    EunNeun,
    /// 이/가, the subject.
    IGa,
    /// 을/를, the object.
    EulReul,
    /// 과/와, "and".
    GwaWa,
    /// 으로/로, "by, towards"; after ㄹ it is 로.
    EuroRo,
}

/// How a word ends, for the choice of a particle.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Vowel,
    Rieul,
    Consonant,
}

impl Josa {
    /// The form that follows a word.
    fn after(self, word: &str) -> &'static str {
        let ending = ending(word);
        let (closed, open) = match self {
            Self::EunNeun => ("은", "는"),
            Self::IGa => ("이", "가"),
            Self::EulReul => ("을", "를"),
            Self::GwaWa => ("과", "와"),
            Self::EuroRo if ending == Ending::Rieul => ("로", "로"),
            Self::EuroRo => ("으로", "로"),
        };
        if ending == Ending::Vowel {
            open
        } else {
            closed
        }
    }
}

/// Both forms of a pair, as a catalogue writes them after a value.
const OPEN: [(&str, Josa); 5] = [
    ("은(는)", Josa::EunNeun),
    ("이(가)", Josa::IGa),
    ("을(를)", Josa::EulReul),
    ("와(과)", Josa::GwaWa),
    ("(으)로", Josa::EuroRo),
];

/// Characters between a word and its particle, which are not pronounced.
const CLOSING: [char; 9] = ['\'', '"', ')', ']', '’', '”', '」', '』', '*'];

/// Brackets that hold a remark, which does not decide the particle.
const BRACKETS: [(char, char); 2] = [('(', ')'), ('[', ']')];

/// The open particle after a word: the characters that close the word, the form that fits it, and the rest of the
/// sentence.
pub(crate) fn open<'a>(sentence: &'a str, word: &str) -> Option<(&'a str, &'static str, &'a str)> {
    let pair = sentence.trim_start_matches(CLOSING);
    let closing = sentence.strip_suffix(pair).unwrap_or_default();
    let mut pairs = OPEN.iter();
    let (rest, josa) = pairs.find_map(|(both, josa)| Some((pair.strip_prefix(both)?, *josa)))?;
    Some((closing, josa.after(word), rest))
}

/// True where a text still has both forms of a pair.
#[cfg(test)]
pub(crate) fn is_open(text: &str) -> bool {
    OPEN.iter().any(|(both, _)| text.contains(both))
}

/// How a word is pronounced at its end: syllables by their last consonant, digits and Latin letters by their Korean
/// reading. A bracketed remark at the end is not read, nor what closes a word.
fn ending(word: &str) -> Ending {
    let read = |c: &char| c.is_alphanumeric();
    let Some(last) = before_remark(word).chars().rev().find(read) else {
        return Ending::Vowel;
    };
    match last {
        '가'..='힣' => match (u32::from(last) - 0xAC00) % 28 {
            0 => Ending::Vowel,
            8 => Ending::Rieul,
            _ => Ending::Consonant,
        },
        // 일, 칠, 팔; 엘, 알.
        '1' | '7' | '8' | 'l' | 'L' | 'r' | 'R' => Ending::Rieul,
        // 영, 삼, 육; 엠, 엔.
        '0' | '3' | '6' | 'm' | 'M' | 'n' | 'N' => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

/// The word before a bracketed remark at its end; the whole where there is none, or nothing is before it.
fn before_remark(word: &str) -> &str {
    let closes = |c: char| !c.is_alphanumeric() && !BRACKETS.iter().any(|(_, close)| c == *close);
    let end = word.trim_end_matches(closes);
    let Some((open, close)) = BRACKETS
        .into_iter()
        .find(|(_, close)| end.ends_with(*close))
    else {
        return word;
    };
    let mut depth = 0_u32;
    for (at, c) in end.char_indices().rev() {
        if c == close {
            depth += 1;
        } else if c == open {
            depth -= 1;
            if depth == 0 {
                let before = &end[..at];
                let said = before.contains(char::is_alphanumeric);
                return if said { before_remark(before) } else { word };
            }
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_follows_the_last_sound() {
        for (word, josa, form) in [
            ("민원", Josa::EunNeun, "은"),
            ("접수", Josa::EunNeun, "는"),
            ("기한", Josa::IGa, "이"),
            ("부서", Josa::IGa, "가"),
            ("제목", Josa::EulReul, "을"),
            ("내용을 ", Josa::GwaWa, "과"),
            ("전화", Josa::GwaWa, "와"),
            ("서울", Josa::EuroRo, "로"),
            ("서울", Josa::EulReul, "을"),
            ("우편", Josa::EuroRo, "으로"),
            ("방문 접수", Josa::EuroRo, "로"),
            ("2026-000417", Josa::IGa, "이"),
            ("2026-000417", Josa::EuroRo, "로"),
            ("2026-000413", Josa::EuroRo, "으로"),
            ("2026-000412", Josa::IGa, "가"),
            ("담당자(김민원)", Josa::IGa, "가"),
            ("규정(안)[초]", Josa::EulReul, "을"),
            ("(김민원)", Josa::IGa, "이"),
            ("김민원)", Josa::IGa, "이"),
            ("'주차'", Josa::EunNeun, "는"),
            ("「규정」", Josa::GwaWa, "과"),
            ("김*", Josa::IGa, "이"),
            ("HWPX", Josa::EunNeun, "는"),
            ("A동", Josa::EulReul, "을"),
            ("3층", Josa::EuroRo, "으로"),
            ("2026-000410", Josa::EulReul, "을"),
            ("2026-000411", Josa::EuroRo, "로"),
            ("2026-000412", Josa::EulReul, "를"),
            ("2026-000416", Josa::GwaWa, "과"),
            ("메일", Josa::EuroRo, "로"),
            ("", Josa::EunNeun, "는"),
        ] {
            assert_eq!(josa.after(word), form, "{word}");
        }
    }
}
