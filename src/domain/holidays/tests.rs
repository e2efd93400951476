//! Holidays beside the official calendar, and what edits change of them.

use super::*;
use std::collections::BTreeMap;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn edit(date: &str, name: &str, change: HolidayChange) -> HolidayEdit {
    HolidayEdit {
        date: day(date),
        name: name.to_owned(),
        change,
        source: "관보".to_owned(),
        decided_on: day("2026-01-01"),
        entered_at: DateTime::UNIX_EPOCH,
    }
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

#[test]
fn a_substitute_follows_the_rule_of_its_date() {
    let korean = Holidays::korean();
    let kinds = |year| {
        let of_kind = move |kind| {
            let days = Holidays::korean().year(year).into_iter();
            days.filter(move |day| day.kind == kind)
                .map(|day| day.date.to_string()[5..].to_owned())
                .collect::<Vec<_>>()
                .join(" ")
        };
        (
            of_kind(HolidayKind::Substitute),
            of_kind(HolidayKind::Temporary),
        )
    };
    for (year, substitutes, temporary) in [
        (2013, "", ""),
        (2014, "09-10", ""),
        (2015, "09-29", "08-14"),
        (2016, "02-10", "05-06"),
        (2017, "01-30 10-06", "10-02"),
        (2018, "05-07 09-26", ""),
        (2019, "05-06", ""),
        (2020, "01-27", "08-17"),
        (2021, "08-16 10-04 10-11", ""),
        (2022, "09-12 10-10", ""),
        (2023, "01-24 05-29", "10-02"),
        (2028, "10-05", ""),
        (2039, "01-26 05-02 05-03 07-18 10-04 10-05 10-10 12-26", ""),
    ] {
        let found = kinds(year);
        assert_eq!(
            (found.0.as_str(), found.1.as_str()),
            (substitutes, temporary),
            "{year}"
        );
    }
    assert_eq!(korean.on(day("2028-10-03")).unwrap().name, "개천절; 추석");
}

#[test]
fn elections_are_on_record_or_foreseen() {
    for date in [
        "2016-04-13",
        "2017-05-09",
        "2018-06-13",
        "2020-04-15",
        "2022-03-09",
        "2022-06-01",
        "2025-06-03",
        "2026-06-03",
        "2028-04-12",
        "2030-03-27",
        "2030-06-12",
        "2032-04-14",
        "2034-05-31",
        "2035-03-28",
        "2046-06-13",
    ] {
        let found = Holidays::korean().on(day(date)).map(|holiday| holiday.kind);
        assert_eq!(found, Some(HolidayKind::Election), "{date}");
    }
}

#[test]
fn every_row_is_found_by_its_date_and_no_other_date_is() {
    let korean = Holidays::korean();
    for year in [2000, 2026, 2199] {
        let rows = korean.year(year);
        assert!(rows.is_sorted_by(|one, next| one.date < next.date));
        let found: Vec<_> = day(&format!("{year}-01-01"))
            .iter_days()
            .take_while(|date| date.year() == year)
            .filter(|date| korean.contains(*date))
            .collect();
        assert_eq!(found, rows.iter().map(|row| row.date).collect::<Vec<_>>());
        assert!(rows.len() > 13);
    }
    assert_eq!(korean.year(1999), []);
    assert_eq!(korean.year(2200), []);
    assert!(!korean.contains(NaiveDate::MIN) && !korean.contains(NaiveDate::MAX));
}

#[test]
fn the_last_edit_of_a_date_wins_and_the_rest_of_the_year_stays() {
    let added = HolidayChange::Added;
    let edits = [
        edit("2026-11-16", "임시공휴일", added(HolidayKind::Temporary)),
        edit("2026-12-25", "임시공휴일", added(HolidayKind::Temporary)),
        edit("2026-05-05", "", HolidayChange::Removed),
        edit("2026-11-17", "임시공휴일", added(HolidayKind::Temporary)),
        edit("2026-11-17", "", HolidayChange::Removed),
        edit("1998-01-01", "신정", added(HolidayKind::Statutory)),
    ];
    let holidays = Holidays::korean().with_edits(&edits);
    let said = |date| holidays.on(day(date)).map(|day| (day.name, day.kind));
    assert_eq!(
        said("2026-11-16"),
        Some(("임시공휴일".to_owned(), HolidayKind::Temporary))
    );
    let both = "기독탄신일; 임시공휴일".to_owned();
    assert_eq!(said("2026-12-25"), Some((both, HolidayKind::Statutory)));
    assert_eq!(said("2026-05-05"), None);
    assert_eq!(said("2026-11-17"), None);
    assert!(holidays.contains(day("1998-01-01")));
    assert!(holidays.contains(day("2026-10-09")) && holidays.contains(day("2027-12-25")));
    let again = holidays.with_edits(&[edit(
        "2026-05-05",
        "어린이날",
        added(HolidayKind::Statutory),
    )]);
    assert!(again.contains(day("2026-05-05")) && again.contains(day("2026-11-16")));
}

#[test]
fn a_list_is_exactly_its_dates() {
    let listed = Holidays::listed(["2026-12-31", "2015-01-01", "2026-12-31"].map(day));
    assert_eq!(listed.year(2026).len(), 1);
    assert!(listed.contains(day("2015-01-01")) && !listed.contains(day("2026-01-01")));
    assert_eq!(Holidays::none().year(2026), []);
}
