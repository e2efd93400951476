//! Conditions on a case's row, shared by the queue and the search.

use crate::domain::{
    case::Stage,
    charter::Channel,
    find::CaseStatus,
    queue::{STOPPED, WITHOUT},
};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::Value;

/// Conditions that must all hold; a list holds where one of its members does, an empty one never.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Criteria {
    /// An empty name means without an officer.
    pub officers: Option<Vec<String>>,
    pub departments: Option<Vec<String>>,
    pub channels: Option<Vec<Channel>>,
    pub categories: Option<Vec<String>>,
    /// The highest step that is recorded or due.
    pub step: Option<u8>,
    pub due: Option<DayRange>,
    /// When it was accepted.
    pub received: Option<DayRange>,
    /// When it was answered or refused.
    pub answered: Option<DayRange>,
    pub standing: Option<CaseStatus>,
    pub stages: Option<Vec<Stage>>,
}

/// Days in the office's zone, with their bounds as instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayRange {
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// Start of the first day.
    pub begin: DateTime<Utc>,
    /// End of the last day.
    pub end: DateTime<Utc>,
}

/// The column whose index a query walks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Driver {
    Officer,
    Department,
    Step,
    Rank,
}

/// SQL conditions, with the values of their numbered parameters.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    pub(super) texts: Vec<String>,
    pub(super) values: Vec<Value>,
}

impl Conditions {
    /// Adds a value and returns its parameter.
    pub(super) fn value(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("?{}", self.values.len())
    }

    fn one_of(&mut self, column: &str, values: impl IntoIterator<Item = String>) {
        let marks: Vec<String> = values.into_iter().map(|one| self.value(one)).collect();
        // The plus keeps SQLite from walking this column's index and sorting.
        self.texts.push(match marks.as_slice() {
            [] => "0".to_owned(),
            [one] => format!("+{column} = {one}"),
            many => format!("+{column} IN ({})", many.join(", ")),
        });
    }

    /// Adds the first instant of days and the first behind them, and returns their parameters.
    fn bounds(&mut self, days: DayRange) -> (String, String) {
        let begin = self.value(days.begin.timestamp());
        (begin, self.value(days.end.timestamp()))
    }

    /// Adds the condition that makes a query walk the driver's index for one value.
    pub(super) fn drive(&mut self, driver: Driver, value: Option<&Value>) {
        if let Some(value) = value {
            let mark = self.value(value.clone());
            // Literally as in the definitions of the partial indexes.
            self.texts.extend(match driver {
                Driver::Officer => Some(format!("s.officer = {mark}")),
                Driver::Department => Some(format!("s.department = {mark}")),
                Driver::Step => Some(format!("s.ladder = {mark} AND s.ladder > 0")),
                Driver::Rank => None,
            });
        }
    }

    /// An expression that is true where all conditions hold.
    pub(super) fn holds(&self) -> String {
        if self.texts.is_empty() {
            return "1".to_owned();
        }
        format!("({})", self.texts.join(" AND "))
    }

    /// ` WHERE ...`, or nothing.
    pub(super) fn wheres(&self) -> String {
        if self.texts.is_empty() {
            return String::new();
        }
        format!(" WHERE {}", self.texts.join(" AND "))
    }
}

impl Criteria {
    /// True where nothing is required.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// True where no case can match.
    pub fn is_impossible(&self) -> bool {
        let empty = |list: &Option<Vec<String>>| list.as_ref().is_some_and(Vec::is_empty);
        empty(&self.officers) || empty(&self.departments) || empty(&self.categories)
    }

    /// `true` where only open cases can match, `false` where only closed ones can, `None` for both.
    pub(super) fn open(&self) -> Option<bool> {
        match (self.standing, self.due, &self.stages) {
            (Some(CaseStatus::Closed), ..) => Some(false),
            (Some(_), ..) | (_, Some(_), _) => Some(true),
            (.., Some(stages)) if stages.iter().all(|stage| stage.is_open()) => Some(true),
            (.., Some(stages)) if stages.iter().all(|stage| stage.is_over()) => Some(false),
            _ => None,
        }
    }

    /// True where all matches lie in one range of ranks: due on some days, overdue, or stopped.
    pub(super) fn is_bounded(&self) -> bool {
        let bounded = Some(CaseStatus::Overdue) == self.standing;
        self.due.is_some() || bounded || self.standing == Some(CaseStatus::Paused)
    }

    /// The column that narrows open cases most, and its values: one walk along the index for each, or one without.
    pub(super) fn driver(&self) -> (Driver, Vec<Option<Value>>) {
        let texts = |list: &[String]| list.iter().cloned().map(|text| Some(text.into())).collect();
        match (&self.officers, self.step, &self.departments) {
            _ if self.open() == Some(false) => (Driver::Rank, vec![None]),
            (Some(officers), ..) => (Driver::Officer, texts(officers)),
            (_, Some(step @ 1..), _) => (Driver::Step, vec![Some(i64::from(step).into())]),
            (.., Some(departments)) => (Driver::Department, texts(departments)),
            _ => (Driver::Rank, vec![None]),
        }
    }

    /// Adds the conditions that a walk by `driver` does not imply: on the row `s` of the table `subject`, and on the
    /// deadline of the row `by`, either `s` or a row of the table `deadline`.
    pub(super) fn add(
        &self,
        driver: Option<Driver>,
        by: &str,
        now: DateTime<Utc>,
        to: &mut Conditions,
    ) {
        let rest = |at: Driver| driver != Some(at);
        if let Some(officers) = self.officers.clone().filter(|_| rest(Driver::Officer)) {
            to.one_of("s.officer", officers);
        }
        if let Some(departments) = self
            .departments
            .clone()
            .filter(|_| rest(Driver::Department))
        {
            to.one_of("s.department", departments);
        }
        if let Some(step) = self.step.filter(|_| rest(Driver::Step)) {
            let mark = to.value(i64::from(step));
            to.texts.push(format!("+s.ladder = {mark}"));
        }
        if let Some(channels) = &self.channels {
            to.one_of("s.channel", channels.iter().map(|one| one.id().to_owned()));
        }
        if let Some(categories) = self.categories.clone() {
            to.one_of("s.category", categories);
        }
        if let Some(stages) = &self.stages {
            to.one_of("s.stage", stages.iter().map(|one| one.id().to_owned()));
        }
        if let Some(days) = self.due {
            let (first, last) = (days.first.to_string(), days.last.to_string());
            let (first, last) = (to.value(first), to.value(last));
            to.texts
                .push(format!("+{by}.due_date BETWEEN {first} AND {last}"));
        }
        if let Some(days) = self.received {
            let (begin, end) = to.bounds(days);
            to.texts.push(format!(
                "+s.received_at >= {begin} AND +s.received_at < {end}"
            ));
        }
        if let Some(days) = self.answered {
            let (begin, end) = to.bounds(days);
            to.texts.push(format!(
                "EXISTS (SELECT 1 FROM fact a WHERE a.subject = s.subject AND a.kind IN ('answered', 'refused')
                 AND +a.at >= {begin} AND +a.at < {end})"
            ));
        }
        // Without the plus it bounds the walk.
        let plus = if driver.is_some() { "" } else { "+" };
        let (first, end) = self.ranks(now);
        if let Some(first) = first {
            let mark = to.value(first);
            to.texts.push(format!("{plus}{by}.rank >= {mark}"));
        }
        if let Some(end) = end {
            let mark = to.value(end);
            to.texts.push(format!("{plus}{by}.rank < {mark}"));
        }
        if driver.is_none()
            && let Some(open) = self.open()
        {
            to.texts.push(format!("+{by}.open = {}", i64::from(open)));
        }
    }

    /// The half-open range of ranks of open cases that can match.
    fn ranks(&self, now: DateTime<Utc>) -> (Option<i64>, Option<i64>) {
        let (first, end) = match self.standing {
            Some(CaseStatus::Overdue) => (None, Some(now.timestamp())),
            Some(CaseStatus::Running) => (Some(now.timestamp()), Some(STOPPED)),
            Some(CaseStatus::Paused) => (Some(STOPPED), Some(WITHOUT)),
            _ => (None, None),
        };
        let Some(days) = self.due else {
            return (first, end);
        };
        // The end of a day is the first instant of the next one.
        let last = days.end.timestamp().saturating_add(1);
        (
            first.max(Some(days.begin.timestamp())),
            Some(end.map_or(last, |end| end.min(last))),
        )
    }
}
