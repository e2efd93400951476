//! Numbers of residents and registered foreigners, which are not kept (act art. 24-2).
//!
//! Must not know in which field they stand.

/// Whether a text holds the number of a resident or of a registered foreigner: a date of birth and seven digits more.
pub(super) fn is_in(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    (0..letters.len()).any(|at| {
        let starts = at == 0 || letters.get(at - 1).is_none_or(|c| !c.is_ascii_digit());
        let rest = letters.get(at..).unwrap_or_default();
        starts && begins(rest)
    })
}

fn begins(letters: &[char]) -> bool {
    let digits = |part: &[char]| part.iter().collect::<String>().parse::<u32>().ok();
    let Some((birth, rest)) = letters.split_at_checked(6) else {
        return false;
    };
    if !birth
        .iter()
        .chain(rest.first())
        .all(|c| c.is_ascii_digit() || *c == '-')
    {
        return false;
    }
    let rest = rest.strip_prefix(&['-']).unwrap_or(rest);
    let serial = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    let month = digits(&birth[2..4]).unwrap_or(0);
    let day = digits(&birth[4..6]).unwrap_or(0);
    serial == 7 && (1..=12).contains(&month) && (1..=31).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_number_is_known_by_its_form() {
        for text in [
            "800101-1234567",
            "김대리(800101-2234567)",
            "김대리 8001011234567",
            "800101 - 1234567",
        ] {
            assert!(is_in(text), "{text}");
        }
        for text in [
            "",
            "김대리",
            "010-1234-5678",
            "800101",
            "801301-1234567",
            "800101-12345678",
            "1800101-1234567",
            "변호사 2026-11-23",
        ] {
            assert!(!is_in(text), "{text}");
        }
    }
}
