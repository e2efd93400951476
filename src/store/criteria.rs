//! What must hold of a case, as conditions on its row: the queue and the search narrow by the same.

use crate::domain::{
    case::Stage,
    charter::Channel,
    find::CaseStatus,
    queue::{STOPPED, WITHOUT},
};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::Value;

/// What must hold of a case; a list holds where one of its members does, an empty one never.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Criteria {
    /// An empty name means without an officer.
    pub officers: Option<Vec<String>>,
    pub departments: Option<Vec<String>>,
    pub channels: Option<Vec<Channel>>,
    pub categories: Option<Vec<String>>,
    pub step: Option<u8>,
    pub due: Option<DayRange>,
    pub standing: Option<CaseStatus>,
    pub stages: Option<Vec<Stage>>,
}

/// Days in the office's zone, with the instants at which the first begins and the last ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayRange {
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// Start of the first day.
    pub begin: DateTime<Utc>,
    /// End of the last day.
    pub end: DateTime<Utc>,
}

/// The column by whose index a walk goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Driver {
    Officer,
    Department,
    Step,
    Rank,
}

/// Conditions under way: each a text, with the values they take by number.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    pub(super) texts: Vec<String>,
    pub(super) values: Vec<Value>,
}

impl Conditions {
    /// The mark of one more value.
    pub(super) fn value(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("?{}", self.values.len())
    }

    fn one_of(&mut self, column: &str, values: impl IntoIterator<Item = String>) {
        let marks: Vec<String> = values.into_iter().map(|one| self.value(one)).collect();
        // Without a plus the engine would walk by this column and sort.
        match marks.as_slice() {
            [] => self.texts.push("0".to_owned()),
            [one] => self.texts.push(format!("+{column} = {one}")),
            many => self
                .texts
                .push(format!("+{column} IN ({})", many.join(", "))),
        }
    }

    /// Whether all of them hold, as a value.
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

impl Driver {
    /// The condition by which the walk goes: literally as in the index.
    pub(super) fn condition(self, mark: &str) -> Option<String> {
        match self {
            Self::Officer => Some(format!("s.officer = {mark}")),
            Self::Department => Some(format!("s.department = {mark}")),
            Self::Step => Some(format!("s.step = {mark} AND s.step > 0")),
            Self::Rank => None,
        }
    }
}

impl Criteria {
    /// True where everything holds.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// True where no case can hold.
    pub fn is_impossible(&self) -> bool {
        let empty = |list: &Option<Vec<String>>| list.as_ref().is_some_and(Vec::is_empty);
        empty(&self.officers) || empty(&self.departments) || empty(&self.categories)
    }

    /// Only cases with something to do can hold, only finished ones, or both.
    pub(super) fn open(&self) -> Option<bool> {
        match (self.standing, self.due, &self.stages) {
            (Some(CaseStatus::Closed), ..) => Some(false),
            (Some(_), ..) | (_, Some(_), _) => Some(true),
            (.., Some(stages)) if stages.iter().all(|stage| stage.is_open()) => Some(true),
            (.., Some(stages)) if stages.iter().all(|stage| !stage.is_open()) => Some(false),
            _ => None,
        }
    }

    /// True where a stretch of the queue holds all that can hold: what is due on some days, overdue, stopped.
    pub(super) fn is_bounded(&self) -> bool {
        let stretch = matches!(
            self.standing,
            Some(CaseStatus::Overdue | CaseStatus::Paused)
        );
        self.due.is_some() || stretch
    }

    /// The column that narrows open cases most, and its values: one walk along an index for each.
    pub(super) fn driver(&self) -> (Driver, Vec<Value>) {
        let texts = |list: &[String]| list.iter().cloned().map(Value::from).collect();
        if self.open() == Some(false) {
            return (Driver::Rank, Vec::new());
        }
        if let Some(officers) = &self.officers {
            return (Driver::Officer, texts(officers));
        }
        if let Some(step) = self.step.filter(|step| *step > 0) {
            return (Driver::Step, vec![i64::from(step).into()]);
        }
        if let Some(departments) = &self.departments {
            return (Driver::Department, texts(departments));
        }
        (Driver::Rank, Vec::new())
    }

    /// The same with one value of the driving column.
    #[must_use]
    pub(super) fn driven_by(&self, driver: Driver, value: &Value) -> Self {
        let one = || match value {
            Value::Text(text) => Some(vec![text.clone()]),
            _ => None,
        };
        let mut criteria = self.clone();
        match driver {
            Driver::Officer => criteria.officers = one(),
            Driver::Department => criteria.departments = one(),
            Driver::Step | Driver::Rank => {}
        }
        criteria
    }

    /// Adds the conditions that the walk by `driver` does not go by anyway: on the row `s` of the table `subject`, and on the
    /// deadline of the row `by`, which is that one or a row of the table `deadline`.
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
            to.texts.push(format!("+s.step = {mark}"));
        }
        let ids = |list: &[Channel]| {
            list.iter()
                .map(|one| one.id().to_owned())
                .collect::<Vec<_>>()
        };
        if let Some(channels) = &self.channels {
            to.one_of("s.channel", ids(channels));
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
        // Without a plus the walk is bounded by it.
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

    /// The stretch of ranks in which open cases can hold, from the first up to but not including the last.
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
        // What ends with a day ends as the next one begins.
        let last = days.end.timestamp().saturating_add(1);
        (
            first.max(Some(days.begin.timestamp())),
            Some(end.map_or(last, |end| end.min(last))),
        )
    }
}
