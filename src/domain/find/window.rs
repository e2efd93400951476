//! When leading deadlines end.

use super::{CaseFilter, CaseStatus};
use crate::{
    domain::{
        calendar::{Calendar, LAST_DATE},
        count::ExclusionReason,
    },
    words::{Lang, Say, outlook as text, weekday},
};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// When leading deadlines end: one bar of the chart, and one stretch of the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DueWindow {
    Over,
    /// On that day; today only those that are not over yet.
    On(NaiveDate),
    After(NaiveDate),
}

impl DueWindow {
    /// The stretches of a chart of so many days from `today` on, in order.
    pub fn chart(today: NaiveDate, days: u16) -> Vec<Self> {
        let ahead = today.iter_days().take(usize::from(days.max(1)));
        let ahead = ahead.take_while(|day| *day < LAST_DATE);
        let last = ahead.clone().last().unwrap_or(today);
        std::iter::once(Self::Over)
            .chain(ahead.map(Self::On))
            .chain([Self::After(last)])
            .collect()
    }

    /// The conditions on cases that end then.
    pub fn filters(self, today: NaiveDate) -> Vec<CaseFilter> {
        match self {
            Self::Over => vec![CaseFilter::Status(CaseStatus::Overdue)],
            Self::On(day) if day == today => {
                vec![
                    CaseFilter::Due(day, day),
                    CaseFilter::Status(CaseStatus::Running),
                ]
            }
            Self::On(day) => vec![CaseFilter::Due(day, day)],
            Self::After(day) => vec![CaseFilter::Due(day.succ_opt().unwrap_or(day), LAST_DATE)],
        }
    }

    /// Why the office is closed then; `None` on a working day, and where it is no single day.
    pub fn closed(self, calendar: &Calendar) -> Option<ExclusionReason> {
        match self {
            Self::On(day) => calendar.why_closed(day),
            Self::Over | Self::After(_) => None,
        }
    }

    /// Its label in a list of days: 오늘 and 내일 with the date.
    pub fn label(self, today: NaiveDate, lang: Lang) -> String {
        let Self::On(day) = self else {
            return self.say(lang);
        };
        let phrase = match (day - today).num_days() {
            0 => text::TODAY,
            1 => text::TOMORROW,
            _ => return self.say(lang),
        };
        phrase.with(lang, &[("day", &self.say(lang))])
    }
}

impl Say for DueWindow {
    fn say(&self, lang: Lang) -> String {
        let said = |day: &NaiveDate| {
            let weekday = weekday(day.weekday(), lang);
            format!("{} ({weekday})", day.format("%m/%d"))
        };
        match self {
            Self::Over => text::OVER.get(lang).to_owned(),
            Self::On(day) => said(day),
            Self::After(day) => text::AFTER.with(lang, &[("day", &said(day))]),
        }
    }
}
