//! A whole number in a text that was pasted: other programs copy it with words round it, at full width, without its hyphen, or
//! with another dash.

use super::{Subject, SubjectKind};
use crate::domain::character::plain;

/// Characters of a text in which a number is looked for: a row of a list or a line of a letter.
const MOST: usize = 400;
/// Digits of a year.
const YEAR: usize = 4;
/// Digits of a serial in full.
const SERIAL: std::ops::RangeInclusive<usize> = 6..=7;

impl Subject {
    /// The only whole number in a text, `2026-000412`; `None` where there is none, or more than one.
    pub fn in_text(text: &str) -> Option<Self> {
        let plain: String = text.chars().take(MOST).map(plain).collect();
        let of_number = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let runs = plain.split(|c| !of_number(c));
        let mut found = runs.filter_map(|run| whole(run.trim_matches('-')));
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }
}

/// The number of a run of digits with all digits of its serial.
fn whole(run: &str) -> Option<Subject> {
    let (kind, digits) = match run.as_bytes().first()? {
        b'C' | b'c' => (SubjectKind::Contact, run.get(1..)?),
        b'D' | b'd' => (SubjectKind::Duty, run.get(1..)?),
        _ => (SubjectKind::Case, run),
    };
    let (year, serial) = match digits.split_once('-') {
        Some(parts) => parts,
        // A telephone begins with a zero or a country; nothing else has the digits of a year before six more.
        None if digits.starts_with("20") => digits.split_at_checked(YEAR)?,
        None => return None,
    };
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != YEAR
        || !SERIAL.contains(&serial.len())
        || !is_number(year)
        || !is_number(serial)
    {
        return None;
    }
    let serial = serial.parse().ok().filter(|serial| *serial > 0)?;
    let year = year.parse().ok().filter(|year| *year >= 1000)?;
    Some(Subject::new(kind, year, serial))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_whole_number_of_a_text_is_found() {
        let found = |text| Subject::in_text(text).map(|subject| subject.to_string());
        for text in [
            "2026-000412",
            "2026–000412",
            "２０２６－０００４１２",
            "2026000412",
            "접수번호: 2026-000412 (냉방)",
            "제2026-000412호",
            "2026-000412, 2026-000412",
            "- 2026-000412 -",
        ] {
            assert_eq!(found(text).as_deref(), Some("2026-000412"), "{text}");
        }
        assert_eq!(found("응대 c2026-000012").as_deref(), Some("C2026-000012"));
        for text in [
            "",
            "2026-11-30",
            "2026-412",
            "412",
            "010-0000-1234",
            "01000001234",
            "2026-000412 2026-000413",
            "2026-000000",
            "A2026-000412",
            "2026-000412-1",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
