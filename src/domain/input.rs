//! User input: normalised and validated before it becomes part of a fact.

use super::{
    charter::Charter,
    party::{Field, Party},
    refusal::{FieldFault, ValueFault},
};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use unicode_normalization::UnicodeNormalization;

/// Maximum length of a title, in characters.
pub const TITLE_MAX: usize = 200;
/// Maximum length of a body or of any text of an action, in characters.
pub const TEXT_MAX: usize = 20_000;
/// Maximum length of a name, a department or an agency, in characters.
pub const NAME_MAX: usize = 80;
/// Maximum length of a telephone number, in characters.
pub const PHONE_MAX: usize = 30;
/// Maximum length of an e-mail address, in characters.
pub const EMAIL_MAX: usize = 254;
/// Maximum length of a postal address, in characters.
pub const ADDRESS_MAX: usize = 300;

/// Returns the text trimmed, in NFC, with `\n` line ends: macOS sends decomposed Hangul, which a search would miss.
pub fn clean(text: &str) -> String {
    let text: String = text.nfc().collect();
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .trim()
        .to_owned()
}

/// The shape of a text, with its maximum length in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Line(usize),
    /// Several lines; tabs are allowed.
    Lines(usize),
}

/// Returns what is wrong with a cleaned text, if anything.
pub fn fault(text: &str, required: bool, shape: Shape) -> Option<ValueFault> {
    let (most, lines) = match shape {
        Shape::Line(most) => (most, false),
        Shape::Lines(most) => (most, true),
    };
    if text.is_empty() {
        return required.then_some(ValueFault::Missing);
    }
    if text
        .chars()
        .any(|c| c.is_control() && !(lines && matches!(c, '\n' | '\t')))
    {
        return Some(ValueFault::Control);
    }
    (text.chars().count() > most).then_some(ValueFault::TooLong { most })
}

impl Party {
    /// The party with every field normalised.
    #[must_use]
    pub fn clean(&self) -> Self {
        Self {
            name: clean(&self.name),
            phone: clean(&self.phone),
            email: clean(&self.email),
            address: clean(&self.address),
            behalf: self.behalf.map(clean),
        }
    }

    /// Every fault of a cleaned party.
    pub fn faults(&self) -> Vec<FieldFault> {
        let phone = phone_fault(&self.phone);
        let email =
            fault(&self.email, false, Shape::Line(EMAIL_MAX)).or_else(|| email_form(&self.email));
        let found = [
            (Field::Name, fault(&self.name, false, Shape::Line(NAME_MAX))),
            (Field::Phone, phone),
            (Field::Email, email),
            (
                Field::Address,
                fault(&self.address, false, Shape::Line(ADDRESS_MAX)),
            ),
        ];
        found
            .into_iter()
            .filter_map(|(field, fault)| fault.map(|fault| FieldFault { field, fault }))
            .collect()
    }
}

/// Returns what is wrong with a cleaned telephone number, if anything; an empty one is valid.
pub fn phone_fault(phone: &str) -> Option<ValueFault> {
    fault(phone, false, Shape::Line(PHONE_MAX)).or_else(|| phone_form(phone))
}

fn phone_form(phone: &str) -> Option<ValueFault> {
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let allowed = |c: char| matches!(c, '0'..='9' | '-' | ' ' | '+' | '(' | ')' | '.' | '#' | '*');
    let fine = phone.is_empty() || (phone.chars().all(allowed) && (3..=20).contains(&digits));
    (!fine).then_some(ValueFault::Form)
}

fn email_form(email: &str) -> Option<ValueFault> {
    let fine = email.split_once('@').is_some_and(|(local, domain)| {
        let dotted = domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.');
        !local.is_empty() && dotted && !domain.contains('@') && !email.contains(char::is_whitespace)
    });
    (!email.is_empty() && !fine).then_some(ValueFault::Form)
}

/// An instant as the office's clock shows it.
pub fn local(charter: &Charter, at: DateTime<Utc>) -> DateTime<FixedOffset> {
    charter
        .office
        .zone
        .from_utc_datetime(&at.naive_utc())
        .fixed_offset()
}

/// Reads an instant: RFC 3339, or a date with a time in `zone`; `None` if it is neither.
pub fn moment(text: &str, zone: Tz) -> Option<DateTime<Utc>> {
    let text = text.trim();
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at.with_timezone(&Utc));
    }
    let at = zone.from_local_datetime(&local_moment(text)?).earliest()?;
    Some(at.with_timezone(&Utc))
}

/// Reads a date with a local time; `None` if it is not one.
pub fn local_moment(text: &str) -> Option<NaiveDateTime> {
    let forms = [
        "%Y-%m-%dT%H:%M:%S",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%d %H:%M",
    ];
    forms
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
}

/// Reads a date such as `2026-11-30`, also written with dots or slashes; `None` if it is not one.
pub fn day(text: &str) -> Option<NaiveDate> {
    let forms = ["%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d"];
    forms
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(text.trim(), form).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hangul_in_parts_becomes_whole_and_line_ends_become_one() {
        assert_eq!(clean(" 소음\r\n주차\r"), "소음\n주차");
    }

    #[test]
    fn a_time_is_read_in_the_zone_of_the_office() {
        let seoul = chrono_tz::Asia::Seoul;
        let at = |text| moment(text, seoul).map(|at| at.to_rfc3339());
        let expected = Some("2026-11-23T05:00:00+00:00".to_owned());
        for text in [
            " 2026-11-23 14:00 ",
            "2026-11-23T14:00:00",
            "2026-11-23T14:00:00+09:00",
        ] {
            assert_eq!(at(text), expected, "{text}");
        }
        for text in ["", "2026-11-23", "2026-02-30 10:00", "14:00", "내일"] {
            assert_eq!(at(text), None, "{text}");
        }
        assert_eq!(day("2026.11.30"), NaiveDate::from_ymd_opt(2026, 11, 30));
        assert_eq!(day("2026-11-31"), None);
    }

    #[test]
    fn each_field_has_its_form() {
        let faults = |party: Party| {
            party
                .clean()
                .faults()
                .into_iter()
                .map(|fault| fault.field)
                .collect::<Vec<_>>()
        };
        assert_eq!(faults(Party::default()), []);
        let party = |name: &str, phone: &str, email: &str| Party {
            name: name.into(),
            phone: phone.into(),
            email: email.into(),
            address: String::new(),
            ..Party::default()
        };
        assert_eq!(
            faults(party("홍길동", "010-1234-5678", "gil@example.org")),
            []
        );
        for phone in [
            "전화없음",
            "010-abcd-5678",
            "1",
            "0101234567890123456789012",
        ] {
            assert_eq!(faults(party("", phone, "")), [Field::Phone], "{phone}");
        }
        for email in ["x", "@example.org", "a@b", "a@b@c.d", "a b@c.d", "a@.org"] {
            assert_eq!(faults(party("", "", email)), [Field::Email], "{email}");
        }
        assert_eq!(faults(party(&"가".repeat(81), "", "")), [Field::Name]);
        assert_eq!(faults(party("홍\u{1b}[31m", "", "")), [Field::Name]);
        assert_eq!(fault("가\n나", true, Shape::Lines(10)), None);
        assert_eq!(
            fault("가\n나", true, Shape::Line(10)),
            Some(ValueFault::Control)
        );
    }
}
