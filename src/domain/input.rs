//! User input: normalised and validated before it becomes part of a fact.

mod time;

pub use time::{OfficeClock, day, local_moment, moment, relative_day, rfc3339};

use super::{
    character::is_invisible,
    charter::Charter,
    party::{Field, Party},
    phone::{Telephone, tidy},
    refusal::{FieldFault, ValueFault},
};
use chrono::{DateTime, FixedOffset, TimeZone, Utc};
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

/// True where nothing of a text is seen.
fn is_blank(text: &str) -> bool {
    let unseen = |c: char| c.is_whitespace() || is_invisible(c) || c == '\u{2800}';
    text.chars().all(unseen)
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
    if is_blank(text) {
        return Some(ValueFault::Invisible);
    }
    if !lines && text.contains('\n') {
        return Some(ValueFault::LineBreak);
    }
    let allowed = |c: char| lines && matches!(c, '\n' | '\t');
    if text.chars().any(|c| c.is_control() && !allowed(c)) {
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
            phone: tidy(&clean(&self.phone)),
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
    let digits = |phone: Telephone| (3..=20).contains(&phone.digits.len());
    let fine = phone.is_empty() || Telephone::read(phone).is_some_and(digits);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hangul_in_parts_becomes_whole_and_line_ends_become_one() {
        assert_eq!(clean(" 소음\r\n주차\r"), "소음\n주차");
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
        for (text, expected) in [
            ("가\n나", ValueFault::LineBreak),
            ("가\t나", ValueFault::Control),
            ("\u{200B}\u{3164} \u{FEFF}", ValueFault::Invisible),
            ("\u{2800}", ValueFault::Invisible),
        ] {
            assert_eq!(
                fault(text, true, Shape::Line(10)),
                Some(expected),
                "{text:?}"
            );
        }
        assert_eq!(fault("가\u{200B}나", true, Shape::Line(10)), None);
    }
}
