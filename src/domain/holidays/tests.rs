use super::*;
use std::collections::BTreeMap;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_years_2024_to_2027_are_those_of_the_official_calendar() {
    let official: BTreeMap<i32, Vec<(NaiveDate, String, String)>> = serde_json::from_str(
        include_str!("../../../tests/vectors/holidays_2024_2027.json"),
    )
    .unwrap();
    assert_eq!(official.len(), 4);
    let korean = Holidays::korean();
    for (year, rows) in official {
        let ours: Vec<_> = korean
            .year(year)
            .into_iter()
            .map(|holiday| (holiday.date, holiday.kind.to_string()))
            .collect();
        let theirs: Vec<_> = rows.into_iter().map(|row| (row.0, row.2)).collect();
        assert_eq!(ours, theirs);
    }
}
