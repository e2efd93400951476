//! Numbers as an office writes them.

use std::fmt::Display;

/// A count with a comma before every three digits, `160,196`.
pub fn grouped(count: impl Display) -> String {
    let digits = count.to_string();
    let mut said = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        let before = said.chars().next_back();
        if before.is_some_and(|c| c.is_ascii_digit()) && (digits.len() - at).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_three_digits_stand_apart() {
        for (count, said) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (160_196, "160,196"),
            (1_000_000, "1,000,000"),
            (-160_196, "-160,196"),
        ] {
            assert_eq!(grouped(count), said);
        }
    }
}
