//! A score as a survey or an evaluation gives it.

use crate::domain::text::serde_as_text;
use std::{fmt, str::FromStr};

/// A score from 0 to 10000 with up to three decimals: `82.8`. Kept as thousandths, so that it is shown as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u32);

impl Score {
    const WHOLE: u32 = 1000;
    const MOST: u32 = 10_000;

    /// The score as a number, for documents.
    pub fn number(self) -> f64 {
        f64::from(self.0) / f64::from(Self::WHOLE)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / Self::WHOLE, self.0 % Self::WHOLE);
        if part == 0 {
            return write!(f, "{whole}");
        }
        write!(f, "{whole}.{}", format!("{part:03}").trim_end_matches('0'))
    }
}

/// A text that is no score.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no score such as 82.8")]
pub struct ParseScoreError(pub String);

impl FromStr for Score {
    type Err = ParseScoreError;

    fn from_str(text: &str) -> Result<Self, ParseScoreError> {
        read(text.trim()).ok_or_else(|| ParseScoreError(text.chars().take(40).collect()))
    }
}

fn read(text: &str) -> Option<Score> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str, most: usize| {
        let fine = !part.is_empty() && part.len() <= most;
        fine && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !digits(whole, 5) || !digits(part, 3) {
        return None;
    }
    let whole: u32 = whole.parse().ok()?;
    let part: u32 = format!("{part:0<3}").parse().ok()?;
    let score = Score(whole * Score::WHOLE + part);
    (score.0 <= Score::MOST * Score::WHOLE).then_some(score)
}

serde_as_text!(Score);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_comes_back_as_it_was_typed() {
        for (text, shown) in [
            ("82.8", "82.8"),
            ("91.4", "91.4"),
            ("0", "0"),
            ("4.25", "4.25"),
            ("100", "100"),
            ("87.50", "87.5"),
            (" 9.001 ", "9.001"),
            ("10000", "10000"),
        ] {
            assert_eq!(text.parse::<Score>().unwrap().to_string(), shown);
        }
        assert!((("82.8".parse::<Score>().unwrap()).number() - 82.8).abs() < f64::EPSILON);
    }

    #[test]
    fn what_is_no_number_is_no_score() {
        for wrong in [
            "", "A", "팔십", "-1", "8,2", "82.", ".5", "1e3", "82.8점", "10000.1", "1.2345", "NaN",
        ] {
            assert!(wrong.parse::<Score>().is_err(), "{wrong:?}");
        }
    }
}
