//! The load of the days ahead: how many open subjects end on each day, and how many are overdue.
//!
//! Each subject counts once, on the last day of its leading deadline.

use super::{count::ExclusionReason, find::DueWindow};
use chrono::NaiveDate;
use serde::Serialize;

/// Numbers of open subjects: all, and those of the clerk who asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Load {
    pub all: u64,
    pub mine: u64,
}

/// One bar of the chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlookBar {
    pub ends: DueWindow,
    pub load: Load,
    /// Why the office is closed that day; `None` on a working day, and where it is no single day.
    pub closed: Option<ExclusionReason>,
}

/// The load of the days ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outlook {
    pub today: NaiveDate,
    /// Overdue, each day from today on, and after the last of them.
    pub bars: Vec<OutlookBar>,
    /// Those whose time is stopped.
    pub paused: Load,
    pub without: Load,
}

impl Load {
    /// All of them, or only those of the clerk.
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

    /// The number at which a bar is full: the most on one day, or up to twice that for the overdue ones, so that a long
    /// backlog does not flatten the days.
    pub fn full_bar(&self, mine: bool) -> u64 {
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
        let after = DueWindow::After(day("2027-01-01")).filters(today);
        assert_eq!(after, [CaseFilter::Due(day("2027-01-02"), LAST_DATE)]);
        // Today's that are over already stand in the first bar.
        let running = CaseFilter::Status(CaseStatus::Running);
        assert_eq!(
            DueWindow::On(today).filters(today),
            [CaseFilter::Due(today, today), running]
        );
        assert_eq!(DueWindow::On(today).filters(day("2026-12-29")).len(), 1);
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
            (DueWindow::Over, "이미 초과", "overdue"),
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
            assert_eq!(ends.label(today, Lang::Ko), ko);
            assert_eq!(ends.label(today, Lang::En), en);
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
        assert_eq!((outlook.full_bar(false), outlook.full_bar(true)), (10, 5));
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
            assert_eq!(outlook.full_bar(false), most, "{over} {day}");
        }
        let open = Load {
            all: 917,
            mine: 458,
        };
        assert_eq!(outlook.open(), open);
    }
}
