//! What the days ahead ask for: how much of what is open ends on each of them, and what is over already.
//!
//! Counts what the queue lists: each case, visit, call or duty once, on the last day of the deadline that leads it. Must not
//! know how that is kept or drawn.

use super::{count::ExclusionReason, find::DueWindow};
use chrono::NaiveDate;
use serde::Serialize;

/// How many: all that are open, and those of who asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Load {
    /// All that are open.
    pub all: u64,
    /// Those whose officer is who asks.
    pub mine: u64,
}

/// One bar of the chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlookBar {
    pub ends: DueWindow,
    pub load: Load,
    /// Why nobody works on that day; `None` on a working day, and where it is no single day.
    pub closed: Option<ExclusionReason>,
}

/// The load of the days ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outlook {
    /// Today in the office's zone.
    pub today: NaiveDate,
    /// What is over, each day from today on, and all after the last of them.
    pub bars: Vec<OutlookBar>,
    /// Those whose time is stopped: they end on no day yet.
    pub paused: Load,
    /// Those without a deadline.
    pub without: Load,
}

impl Load {
    /// All of them, or only those of who asks.
    pub const fn of(self, mine: bool) -> u64 {
        if mine { self.mine } else { self.all }
    }
}

impl std::iter::Sum for Load {
    fn sum<I: Iterator<Item = Self>>(loads: I) -> Self {
        loads.fold(Self::default(), |sum, load| Self {
            all: sum.all + load.all,
            mine: sum.mine + load.mine,
        })
    }
}

impl Outlook {
    /// All that is open.
    pub fn open(&self) -> Load {
        let bars = self.bars.iter().map(|bar| bar.load);
        bars.chain([self.paused, self.without]).sum()
    }

    /// What the longest bar stands for: the most on one day. What is over already may double it, since a desk that is far
    /// behind would see nothing of its days otherwise.
    pub fn most(&self, mine: bool) -> u64 {
        let bars = self.bars.iter();
        let days = bars
            .clone()
            .filter(|bar| matches!(bar.ends, DueWindow::On(_)));
        let day = days.map(|bar| bar.load.of(mine)).max().unwrap_or(0);
        let over = bars.filter(|bar| bar.ends == DueWindow::Over);
        let over = over.map(|bar| bar.load.of(mine)).max().unwrap_or(0);
        match day {
            0 => over,
            day => over.clamp(day, day.saturating_mul(2)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            calendar::{Calendar, LAST_DATE, OfficeHours},
            find::{CaseFilter, CaseStatus},
            holidays::Holidays,
        },
        words::Lang,
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_chart_holds_every_day_once_and_nothing_falls_between() {
        let today = day("2026-12-30");
        let chart = DueWindow::chart(today, 3);
        let expected = [
            DueWindow::Over,
            DueWindow::On(today),
            DueWindow::On(day("2026-12-31")),
            DueWindow::On(day("2027-01-01")),
            DueWindow::After(day("2027-01-01")),
        ];
        assert_eq!(chart, expected);
        assert_eq!(DueWindow::chart(today, 0).len(), 3);
        let after = DueWindow::After(day("2027-01-01")).only(today);
        assert_eq!(after, [CaseFilter::Due(day("2027-01-02"), LAST_DATE)]);
        // Today's that are over already stand in the first bar.
        let running = CaseFilter::Status(CaseStatus::Running);
        assert_eq!(
            DueWindow::On(today).only(today),
            [CaseFilter::Due(today, today), running]
        );
        assert_eq!(DueWindow::On(today).only(day("2026-12-29")).len(), 1);
    }

    #[test]
    fn a_closed_day_says_why() {
        let mut office = OfficeHours::korean();
        let founded = day("2026-12-24");
        office.closures.insert(founded, "창립기념일".to_owned());
        let calendar = Calendar::new(office, Holidays::korean()).unwrap();
        for (date, why) in [
            ("2026-12-23", None),
            (
                "2026-12-24",
                Some(ExclusionReason::Closure("창립기념일".to_owned())),
            ),
            (
                "2026-12-25",
                Some(ExclusionReason::Holiday("기독탄신일".to_owned())),
            ),
            ("2026-12-26", Some(ExclusionReason::Saturday)),
            ("2026-12-27", Some(ExclusionReason::Sunday)),
        ] {
            assert_eq!(DueWindow::On(day(date)).closed(&calendar), why, "{date}");
        }
        assert_eq!(DueWindow::Over.closed(&calendar), None);
    }

    #[test]
    fn bars_are_named_by_their_day_in_both_languages() {
        let today = day("2026-11-23");
        for (ends, ko, en) in [
            (DueWindow::Over, "이미 초과", "over already"),
            (DueWindow::On(today), "오늘 11/23 (월)", "today 11/23 (Mon)"),
            (
                DueWindow::On(day("2026-11-24")),
                "내일 11/24 (화)",
                "tomorrow 11/24 (Tue)",
            ),
            (
                DueWindow::On(day("2026-11-28")),
                "11/28 (토)",
                "11/28 (Sat)",
            ),
            (
                DueWindow::After(day("2026-12-06")),
                "12/06 (일) 뒤",
                "after 12/06 (Sun)",
            ),
        ] {
            assert_eq!(ends.named(today, Lang::Ko), ko);
            assert_eq!(ends.named(today, Lang::En), en);
        }
    }

    #[test]
    fn what_lies_before_and_after_the_days_does_not_flatten_them() {
        let bar = |ends, all| OutlookBar {
            ends,
            load: Load { all, mine: all / 2 },
            closed: None,
        };
        let today = day("2026-11-23");
        let outlook = Outlook {
            today,
            bars: vec![
                bar(DueWindow::Over, 4),
                bar(DueWindow::On(today), 10),
                bar(DueWindow::After(today), 900),
            ],
            paused: Load { all: 3, mine: 1 },
            ..Outlook::default()
        };
        assert_eq!((outlook.most(false), outlook.most(true)), (10, 5));
        for (over, day, most) in [
            (4, 10, 10),
            (15, 10, 15),
            (900, 10, 20),
            (7, 0, 7),
            (0, 0, 0),
        ] {
            let bars = vec![bar(DueWindow::Over, over), bar(DueWindow::On(today), day)];
            let outlook = Outlook {
                bars,
                ..outlook.clone()
            };
            assert_eq!(outlook.most(false), most, "{over} {day}");
        }
        let open = Load {
            all: 917,
            mine: 458,
        };
        assert_eq!(outlook.open(), open);
    }
}
