//! When a mail that a server could not take yet is tried again.

use chrono::{DateTime, Duration, Utc};

/// Minutes after each try that came to nothing; after the last one the mail has failed.
const AFTER: [i64; 5] = [1, 5, 30, 120, 360];

/// The time of the next try after so many that came to nothing; `None` where there is none.
pub fn next_try(tried: u32, last: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let at = usize::try_from(tried.checked_sub(1)?).ok()?;
    AFTER
        .get(at)
        .map(|minutes| last + Duration::minutes(*minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tries_come_after_1_5_30_minutes_2_and_6_hours_and_then_it_has_failed() {
        let last = DateTime::UNIX_EPOCH;
        let after = |tried| next_try(tried, last).map(|next| (next - last).num_minutes());
        let waited: Vec<_> = (0..8).map(after).collect();
        assert_eq!(
            waited,
            [
                None,
                Some(1),
                Some(5),
                Some(30),
                Some(120),
                Some(360),
                None,
                None
            ]
        );
    }
}
