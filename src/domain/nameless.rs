//! Whether a text names people.
//!
//! Must not know who they are: the names are handed in.

/// What stands directly behind a name of two syllables: a particle, or how people are addressed. Such names are words of
/// their own too (이상, 정보), so that behind them no other syllable may follow.
const BEHIND: [&str; 18] = [
    "은", "는", "이", "가", "을", "를", "의", "에", "께", "님", "씨", "군", "양", "와", "과", "도",
    "로", "으",
];

/// The names that stand in a text, each once, in the order in which they were given.
pub(super) fn names_in<'a>(text: &str, names: impl Iterator<Item = &'a String>) -> Vec<String> {
    let letters: Vec<char> = text.to_lowercase().chars().collect();
    let mut found: Vec<String> = Vec::new();
    for name in names.map(|name| name.trim()) {
        if !found.iter().any(|known| known == name) && stands_in(&letters, name) {
            found.push(name.to_owned());
        }
    }
    found
}

fn stands_in(text: &[char], name: &str) -> bool {
    let name = name.to_lowercase();
    let name: Vec<char> = name.chars().filter(|c| !c.is_whitespace()).collect();
    (name.len() > 1) && (0..text.len()).any(|at| stands_at(text, at, &name))
}

/// True where the letters of a name follow from here, spaces between them left out.
fn stands_at(text: &[char], at: usize, name: &[char]) -> bool {
    let mut rest = text.iter().enumerate().skip(at);
    let mut last = at;
    for (nth, letter) in name.iter().enumerate() {
        let next = rest.find(|(_, c)| nth == 0 || !c.is_whitespace());
        match next {
            Some((place, found)) if found == letter => last = place,
            Some(_) | None => return false,
        }
    }
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    let behind: String = text
        .iter()
        .skip(last + 1)
        .take_while(|c| c.is_alphanumeric())
        .collect();
    if name.iter().any(char::is_ascii_alphanumeric) {
        // A word in Latin letters, which a Korean particle may follow.
        let goes_on = behind.starts_with(|c: char| c.is_ascii_alphanumeric());
        return !before.is_some_and(|c| c.is_alphanumeric()) && !goes_on;
    }
    name.len() > 2
        || !before.is_some_and(|c| c.is_alphanumeric())
            && (behind.is_empty() || BEHIND.iter().any(|one| behind.starts_with(one)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_however_it_is_written_and_a_word_is_none() {
        for (text, name, stands) in [
            ("홍길동 님께 사과드립니다.", "홍길동", true),
            ("고객 홍 길 동님께", "홍길동", true),
            ("담당직원김가상은 교육을 받았습니다.", "김가상", true),
            ("사과드립니다.", "홍길동", false),
            ("홍길 고객님께", "홍길동", false),
            ("허균님께 사과드립니다.", "허균", true),
            ("허균", "허균", true),
            ("허균, 깊이 사과드립니다.", "허균", true),
            ("정보시스템의 오류였습니다.", "정보", false),
            ("개인정보를 잘못 보냈습니다.", "정보", false),
            ("We apologise to Gil Hong.", "gil hong", true),
            ("Kim은 교육을 받았습니다.", "kim", true),
            ("Kimchi was served cold.", "kim", false),
            ("the root cause", "roo", false),
            ("가 나 다", "가", false),
            ("아무 말", " ", false),
        ] {
            let name = name.to_owned();
            let found = names_in(text, [&name, &name].into_iter());
            let expected: Vec<String> = stands.then_some(name).into_iter().collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
