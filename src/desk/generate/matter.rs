//! What the invented people of a generated desk write about.

use crate::{
    desk::{DeskError, demo},
    domain::party::Party,
};
use fastrand::Rng;
use serde::Deserialize;

/// How many different people there are: as many as the numbers 010-0000-xxxx.
pub(super) const PEOPLE: u32 = 10_000;

const NAMES: [&str; 12] = [
    "가상", "예시", "표본", "모의", "가명", "연습", "보기", "시험", "견본", "임시", "무명", "샘물",
];
const FAMILIES: [&str; 15] = [
    "김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권",
];

/// The texts from which matters are composed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Matters {
    places: Vec<String>,
    times: Vec<String>,
    categories: Vec<Category>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Category {
    /// Id in the charter.
    id: String,
    /// Frequency, out of 100.
    share: u8,
    matters: Vec<String>,
}

impl Matters {
    pub(super) fn read() -> Result<Self, DeskError> {
        demo::parse(("generated", include_str!("../../stories/generated.toml")))
    }

    /// Draws the id of a category by its frequency.
    pub(super) fn category(&self, rng: &mut Rng) -> &str {
        let mut drawn = rng.u8(..100);
        for category in &self.categories {
            match drawn.checked_sub(category.share) {
                Some(rest) => drawn = rest,
                None => return &category.id,
            }
        }
        "complaint"
    }

    /// Draws a title and a body.
    pub(super) fn texts(&self, category: &str, rng: &mut Rng) -> (String, String) {
        let mut categories = self.categories.iter();
        let category = categories.find(|one| one.id == category);
        let place = pick(&self.places, rng);
        let matter = pick(category.map_or(&[], |one| &one.matters), rng);
        let when = pick(&self.times, rng);
        let title = format!("{place} {matter}");
        let body = format!(
            "{when} {place}에서 있었던 일입니다. {matter} 건으로 글을 남깁니다. 사실을 확인하고 결과를 알려 주시기 바랍니다."
        );
        (title, body)
    }
}

/// The person with that number: always the same name and telephone.
pub(super) fn party(person: u32) -> Party {
    let number = person % PEOPLE;
    let nth = |list: &[&'static str], at: u32| {
        let at = usize::try_from(at).unwrap_or(0) % list.len().max(1);
        list.get(at).copied().unwrap_or_default()
    };
    let family = nth(&FAMILIES, number);
    let has_email = number % 10 < 3;
    let email = has_email.then(|| format!("minwon{number:04}@example.org"));
    Party {
        name: format!("{family}{}", nth(&NAMES, number / 15)),
        phone: format!("010-0000-{number:04}"),
        email: email.unwrap_or_default(),
        address: String::new(),
        ..Party::default()
    }
}

fn pick<'t>(list: &'t [String], rng: &mut Rng) -> &'t str {
    list.get(rng.usize(..list.len().max(1)))
        .map_or("", String::as_str)
}
