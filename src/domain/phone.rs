//! Telephone numbers: which digits identify one, what stands beside it, and how a list shows it.
//!
//! | typed | digits | extension |
//! |---|---|---|
//! | 010-1234-5678, ０１０—１２３４—５６７８ | 01012345678 | |
//! | +82 10 1234 5678 | 01012345678 | |
//! | 02-123-4567 (내선 305), 02-123-4567 ext. 305 | 021234567 | 305 |

#[cfg(test)]
mod tests;

use super::character::plain;

/// What stands before an extension, in lower case.
const EXTENSION: [&str; 8] = [
    "내선",
    "내선번호",
    "구내",
    "교환",
    "ext",
    "extension",
    "x",
    "#",
];
/// Most digits of an extension.
const EXTENSION_MAX: usize = 6;

/// A telephone number as it was typed, in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telephone {
    /// As it was typed, in ASCII, without the extension.
    number: String,
    /// Its digits, those of a Korean number in the national form.
    pub digits: String,
    pub extension: Option<String>,
}

impl Telephone {
    /// Reads a number that stands alone; `None` where there is anything but a number and its extension.
    pub fn read(text: &str) -> Option<Self> {
        let text = tidy(text);
        let (number, behind) = parted(text.trim());
        let extension = match behind {
            "" => None,
            behind => Some(extension(behind)?),
        };
        let number = national(number);
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        (!digits.is_empty()).then_some(Self {
            number,
            digits,
            extension,
        })
    }
}

/// The number in ASCII: full-width digits and the dashes of word processors become those of the keyboard.
pub fn tidy(text: &str) -> String {
    text.chars().map(plain).collect()
}

/// The telephone as a list shows it, without its extension: 010-1234-5678 -> 010-****-5678, 02-123-4567 -> 02-***-4567.
/// The area code stays; a number with +82 is shown in the national form.
pub fn mask_phone(phone: &str) -> String {
    let number = Telephone::read(phone).map_or_else(|| tidy(phone), |phone| phone.number);
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let total = digits.len();
    // Three digits at least are hidden.
    let area = area_code(&digits).min(total.saturating_sub(7));
    let mut seen = 0;
    number
        .chars()
        .map(|c| {
            if !c.is_ascii_digit() {
                return c;
            }
            seen += 1;
            let shown = total < 7 || seen <= area || seen > total - 4;
            if shown { c } else { '*' }
        })
        .collect()
}

/// How many digits say where, or in which network, a number is.
fn area_code(digits: &str) -> usize {
    match digits.as_bytes() {
        [b'0', b'2', ..] => 2,
        [b'0', b'5', b'0', ..] => 4,
        [b'0', ..] => 3,
        _ => 0,
    }
}

/// A number, and what stands behind it.
fn parted(text: &str) -> (&str, &str) {
    let of_number = |c: char| matches!(c, '0'..='9' | '-' | ' ' | '+' | '(' | ')' | '.' | '*');
    let end = text.find(|c| !of_number(c)).unwrap_or(text.len());
    let (number, behind) = text.split_at(end);
    if behind.is_empty() {
        return (number, behind);
    }
    (number.trim_end_matches([' ', '(', '-', '.']), behind)
}

/// The digits of what stands behind a number; `None` where it is no extension.
fn extension(behind: &str) -> Option<String> {
    let behind = behind.trim().trim_end_matches(')').trim_end();
    let (word, digits) = behind.split_at(behind.find(|c: char| c.is_ascii_digit())?);
    let word = word.trim_end_matches([' ', '.', ':', '-', '(']);
    let known = EXTENSION.contains(&word.to_lowercase().as_str());
    let plain = digits.len() <= EXTENSION_MAX && digits.bytes().all(|b| b.is_ascii_digit());
    (known && plain).then(|| digits.to_owned())
}

/// A Korean number with the country before it, in the national form; any other as it is.
fn national(number: &str) -> String {
    let between = |c: char| matches!(c, ' ' | '-' | '.' | '(' | ')');
    let international = number.trim_start_matches(between).strip_prefix('+');
    let korean = international.and_then(|digits| digits.trim_start().strip_prefix("82"));
    match korean {
        None => number.to_owned(),
        Some(rest) => {
            let rest = rest.trim_start_matches(|c| between(c) || c == '0');
            format!("0{rest}")
        }
    }
}
