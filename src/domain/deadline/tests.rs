//! What a period of the law or of the charter can be lengthened by.

use super::*;

fn handling(source: Source, limit: &str) -> Deadline {
    let start = DateTime::UNIX_EPOCH;
    Deadline {
        limit: limit.parse().unwrap(),
        met_by: vec![MetBy::Result],
        ..blank(source, 1, start, start)
    }
}

#[test]
fn an_extension_is_measured_by_the_days_of_its_period() {
    for (limit, days) in [
        ("90 seconds", 0),
        ("45 minutes", 0),
        ("7 hours", 0),
        ("8 hours", 1),
        ("20 hours", 2),
        ("7 days", 7),
        ("2 weeks", 14),
        ("3 months", 90),
        ("2 years", 730),
    ] {
        let charter = handling(Source::Charter, limit);
        assert_eq!(charter.original_days(), days, "{limit}");
        assert_eq!(longest_extension(&[charter]), days, "{limit}");
    }
}

#[test]
fn the_law_measures_the_extension_where_its_period_is_in_days() {
    let charter = || handling(Source::Charter, "2 weeks");
    let of = |law: &str| longest_extension(&[charter(), handling(Source::Statute, law)]);
    assert_eq!(of("7 days"), 7);
    assert_eq!(of("3 hours"), 14);
    assert_eq!(of("1 months"), 30);
    assert_eq!(longest_extension(&[]), 0);
}
