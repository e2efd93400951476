//! Similarity of two texts: the share of character bigrams they have in common.

use std::collections::HashMap;

/// The score from which an earlier case is shown as the same matter.
pub const THRESHOLD: f32 = 0.3;

/// Returns the similarity of two texts from 0 to 1: the Sørensen-Dice coefficient of their character bigrams.
///
/// Spaces, punctuation and case are ignored. Only the first 2,000 letters are compared.
pub fn score(one: &str, other: &str) -> f32 {
    let (one, other) = (bigrams(one), bigrams(other));
    let total = one.values().sum::<u32>() + other.values().sum::<u32>();
    if total == 0 {
        return 0.0;
    }
    let shared: u32 = one
        .iter()
        .map(|(piece, count)| other.get(piece).map_or(0, |theirs| *theirs.min(count)))
        .sum();
    #[expect(
        clippy::cast_precision_loss,
        reason = "at most 2,000 pieces on each side"
    )]
    let score = 2.0 * shared as f32 / total as f32;
    score
}

/// Returns the similarity of a text to a matter: to its title and body, or to its title alone if that is greater.
pub fn of_matter(text: &str, title: &str, body: &str) -> f32 {
    score(text, &format!("{title}\n{body}")).max(score(text, title))
}

fn bigrams(text: &str) -> HashMap<(char, char), u32> {
    let letters: Vec<char> = text
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .take(2_000)
        .collect();
    let mut pieces = HashMap::new();
    for (first, second) in letters.iter().zip(letters.iter().skip(1)) {
        *pieces.entry((*first, *second)).or_insert(0) += 1;
    }
    pieces
}

/// A likeness of 0 to 1 in whole percent; 0 where it is not finite.
pub fn percent(score: f32) -> u8 {
    let score = if score.is_finite() {
        score.clamp(0.0, 1.0)
    } else {
        0.0
    };
    // Counted, to avoid a lossy cast: a percentage has a hundred steps.
    let steps = (0..100_u8).take_while(|step| f32::from(*step) + 0.5 <= score * 100.0);
    steps.last().map_or(0, |step| step + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_matter_in_other_words_is_alike_and_another_is_not() {
        assert!(score("", "").abs() < f32::EPSILON);
        assert!((score("교육장 냉방", "교육장  냉방!") - 1.0).abs() < f32::EPSILON);
        let again = score(
            "교육장 냉방이 너무 약합니다",
            "교육장 냉방이 여전히 약합니다",
        );
        assert!(again > THRESHOLD, "{again}");
        let other = score("교육장 냉방이 너무 약합니다", "주차 위반 차량 신고");
        assert!(other < THRESHOLD, "{other}");
    }

    #[test]
    fn the_first_2000_letters_are_looked_at_and_no_more() {
        let shared: String = ('가'..).take(1_999).collect();
        let with = |letters: &str| format!("{shared}{letters}");
        assert!((score(&with("뷁힣"), &with("뷁횽")) - 1.0).abs() < f32::EPSILON);
        assert!(score(&with("힣"), &with("횽")) < 0.999_9);
        // What is said after the first words makes two texts differ.
        let greeting = "안녕하세요 담당자님 늘 애써 주셔서 고맙습니다 다름이 아니오라";
        let one = format!("{greeting} 교육장 냉방이 너무 약하여 수업을 듣기 어렵습니다");
        let other = format!("{greeting} 정문 앞 주차 위반 차량을 단속해 주시기 바랍니다");
        assert!(score(&one, &other) < 0.9);
    }

    #[test]
    fn a_likeness_is_rounded_to_whole_percent() {
        for (score, shown) in [
            (0.0, 0),
            (0.004, 0),
            (0.006, 1),
            (0.86, 86),
            (0.995, 100),
            (1.0, 100),
            (7.0, 100),
            (f32::NAN, 0),
        ] {
            assert_eq!(percent(score), shown, "{score}");
        }
    }
}
