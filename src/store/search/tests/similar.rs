//! Recent cases with a similar title.

use super::{number, store_of};
use crate::{domain::subject::CaseNumber, store::CancelToken};
use chrono::DateTime;

#[test]
fn recent_cases_with_two_words_of_a_title_come_the_newest_first() {
    let (_folder, store) = store_of(3);
    let since = |seconds: i64| DateTime::from_timestamp(seconds, 0).unwrap();
    let like = |title: &str, seconds: i64| {
        let found = store.reader().recent_like(title, since(seconds)).unwrap();
        found.iter().map(|case| case.number).collect::<Vec<_>>()
    };
    // Cases 4, 12 and 20 are "교육장 냉방".
    let every: Vec<CaseNumber> = [20, 12, 4].map(number).to_vec();
    assert_eq!(like("교육장의 냉방이 약함", 0), every);
    // All of them arrived at the beginning of 1970.
    assert_eq!(like("교육장의 냉방이 약함", 1), []);
    assert_eq!(like("없는 말씀", 0), []);
    assert_eq!(like("\" OR *", 0), []);
    let stop = CancelToken::when(|| true);
    let cancelled = store.cancellable(&stop, || {
        store.reader().recent_like("교육장 냉방", since(0))
    });
    assert!(cancelled.unwrap().len() <= 3);
}
