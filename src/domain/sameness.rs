//! Whether two cases are of the same customer and the same point: what agrees, what contradicts, what is not known.
//!
//! It only shows and doubts; that they are the same, a person confirms (act art. 23(3)).

use super::{
    party::Party,
    similarity::{THRESHOLD, percent},
};
use crate::words::closed_set;

closed_set! {
    /// How two cases compare in one point.
    Agreement {
        Same = "same", "같음", "the same";
        Differs = "differs", "어긋남", "contradicts";
        /// One of the two does not tell.
        Unknown = "unknown", "모름", "not known";
    }
}

closed_set! {
    /// Why the program doubts that two cases are of the same customer and the same point.
    Doubt {
        /// Neither the telephone nor the e-mail address is the same.
        Contact = "contact", "연락처가 같지 않음", "no telephone or e-mail in common";
        Name = "name", "이름이 어긋남", "the names contradict";
        Content = "content", "내용이 비슷하지 않음", "the texts are unlike";
    }
}

/// How two cases compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sameness {
    pub phone: Agreement,
    pub name: Agreement,
    pub email: Agreement,
    /// The likeness of the texts in percent; it only suggests.
    pub likeness: u8,
}

impl Sameness {
    /// Compares two complainants as they are known, before masking; `likeness` is that of their texts, 0 to 1.
    pub fn of(party: &Party, other: &Party, likeness: f32) -> Self {
        Self {
            phone: agreement(party.phone_key(), other.phone_key()),
            name: agreement(name_key(party), name_key(other)),
            email: agreement(party.email_key(), other.email_key()),
            likeness: percent(likeness),
        }
    }

    /// Why a person's word that they are the same needs a supervisor and a reason.
    pub fn doubts(&self) -> Vec<Doubt> {
        let doubted = |doubt: &Doubt| match doubt {
            Doubt::Contact => ![self.phone, self.email].contains(&Agreement::Same),
            Doubt::Name => self.name == Agreement::Differs,
            Doubt::Content => self.likeness < percent(THRESHOLD),
        };
        Doubt::ALL.iter().copied().filter(doubted).collect()
    }
}

/// How many different persons bring cases; each case with its complainant and how many brought it together. Two may be one
/// person unless their names contradict, or their numbers do and nothing in them agrees.
pub fn persons(bringing: &[(Party, u32)]) -> u32 {
    let mut counted: Vec<&Party> = Vec::new();
    let mut persons = 0_u32;
    // Who brought it with others once and alone another time counts with the others.
    let mut known: Vec<_> = bringing
        .iter()
        .filter(|(party, _)| !party.is_empty())
        .collect();
    known.sort_by_key(|(_, people)| std::cmp::Reverse(*people));
    for (party, people) in known {
        let is_new = counted.iter().all(|other| {
            let found = Sameness::of(party, other, 1.0);
            let reach = [found.phone, found.email];
            let apart = !reach.contains(&Agreement::Same) && reach.contains(&Agreement::Differs);
            found.name == Agreement::Differs || apart
        });
        if is_new {
            counted.push(party);
            persons = persons.saturating_add(*people);
        }
    }
    persons
}

fn agreement(one: Option<String>, other: Option<String>) -> Agreement {
    match (one, other) {
        (Some(one), Some(other)) if one == other => Agreement::Same,
        (Some(_), Some(_)) => Agreement::Differs,
        _ => Agreement::Unknown,
    }
}

/// The name without spaces and in lower case.
fn name_key(party: &Party) -> Option<String> {
    let letters = party.name.chars().filter(|c| !c.is_whitespace());
    let key: String = letters.flat_map(char::to_lowercase).collect();
    (!key.is_empty()).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::similarity::score;

    fn party(name: &str, phone: &str, email: &str) -> Party {
        Party {
            name: name.to_owned(),
            phone: phone.to_owned(),
            email: email.to_owned(),
            ..Party::default()
        }
    }

    #[test]
    fn the_program_doubts_what_does_not_agree() {
        let text = "교육장 냉방이 너무 약합니다";
        let again = "교육장 냉방이 여전히 약합니다";
        let other = "주차 위반 차량 신고";
        let before = party("박놀부", "010-0000-1109", "nolbu@example.com");
        for (now, said, doubts) in [
            (party("박놀부", "01000001109", ""), again, vec![]),
            (party(" 박 놀부", "", "NOLBU@example.com"), again, vec![]),
            // The other number of the same address.
            (
                party("", "010-0000-9999", "nolbu@example.com"),
                again,
                vec![],
            ),
            (
                party("박흥부", "010-0000-1109", ""),
                again,
                vec![Doubt::Name],
            ),
            (
                party("박놀부", "010-0000-1108", ""),
                again,
                vec![Doubt::Contact],
            ),
            (party("박놀부", "", ""), again, vec![Doubt::Contact]),
            (
                party("박놀부", "010-0000-1109", ""),
                other,
                vec![Doubt::Content],
            ),
            (
                party("변강쇠", "010-0000-1115", "b@example.org"),
                other,
                Doubt::ALL.to_vec(),
            ),
        ] {
            let found = Sameness::of(&now, &before, score(said, text));
            assert_eq!(found.doubts(), doubts, "{now:?} {said}");
        }
    }

    #[test]
    fn persons_are_different_only_where_something_contradicts() {
        let one = |name: &str, phone: &str, email: &str| (party(name, phone, email), 1);
        for (bringing, count) in [
            (vec![], 0),
            (vec![one("", "", "")], 0),
            (vec![one("홍길동", "", ""), one("성춘향", "", "")], 2),
            // The same name with two numbers are two; a number of a household with two names too.
            (
                vec![
                    one("홍길동", "010-0000-0001", ""),
                    one("홍길동", "010-0000-0002", ""),
                ],
                2,
            ),
            (
                vec![
                    one("홍길동", "010-0000-0001", ""),
                    one("성춘향", "01000000001", ""),
                ],
                2,
            ),
            // What does not contradict may be one.
            (
                vec![one("홍길동", "010-0000-0001", ""), one("홍길동", "", "")],
                1,
            ),
            (
                vec![
                    one("", "010-0000-0001", "a@example.org"),
                    one("홍길동", "010-0000-0002", "A@example.org"),
                ],
                1,
            ),
            (vec![(party("대표", "", ""), 7), one("홍길동", "", "")], 8),
            (vec![one("대표", "", ""), (party("대표", "", ""), 7)], 7),
        ] {
            assert_eq!(persons(&bringing), count, "{bringing:?}");
        }
    }

    #[test]
    fn names_that_look_alike_masked_still_contradict() {
        let masked = |name: &str| crate::domain::party::mask_name(name);
        assert_eq!(masked("변강수"), masked("변학수"));
        let (one, other) = (party("변강수", "", ""), party("변학수", "", ""));
        let found = Sameness::of(&one, &other, 1.0);
        assert_eq!(found.name, Agreement::Differs);
        assert_eq!(found.phone, Agreement::Unknown);
    }
}
