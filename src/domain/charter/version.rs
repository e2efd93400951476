//! The versions of a desk's charter, and which of them is in force on a date.

use chrono::{DateTime, NaiveDate, Utc};

/// A version of the charter, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The number cases point to; a version adopted later has a higher one.
    pub number: i64,
    pub id: String,
    /// The first date in the office's zone for which it holds.
    pub since: NaiveDate,
    pub adopted_at: DateTime<Utc>,
    /// A login.
    pub adopted_by: String,
}

/// The version in force on a date: the latest that has begun; of two that begin on one date, the one adopted later. Before
/// the first has begun, the first.
pub fn in_force(versions: &[Version], on: NaiveDate) -> Option<&Version> {
    let begun = versions.iter().filter(|version| version.since <= on);
    begun
        .max_by_key(|version| (version.since, version.number))
        .or_else(|| versions.iter().min_by_key(|version| version.number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_to_have_begun_holds_and_before_the_first_the_first() {
        let version = |number, since: &str| Version {
            number,
            id: "ours".into(),
            since: since.parse().unwrap(),
            adopted_at: DateTime::UNIX_EPOCH,
            adopted_by: "kim".into(),
        };
        let versions = [
            version(1, "2026-03-02"),
            version(2, "2027-01-01"),
            // Adopted after the second: once for the time before it, once in its place.
            version(3, "2026-12-01"),
            version(4, "2027-01-01"),
        ];
        for (on, number) in [
            ("2025-12-31", 1),
            ("2026-11-30", 1),
            ("2026-12-01", 3),
            ("2026-12-31", 3),
            ("2027-01-01", 4),
            ("2030-01-01", 4),
        ] {
            let found = in_force(&versions, on.parse().unwrap());
            assert_eq!(found.map(|one| one.number), Some(number), "{on}");
        }
        assert_eq!(in_force(&[], "2026-01-01".parse().unwrap()), None);
    }
}
