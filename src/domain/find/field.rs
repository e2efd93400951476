//! The fields by which cases are found, with the words that each takes.

use super::{Assignee, CaseFilter, CaseStatus, SearchPart, day_range::days};
use crate::{
    domain::{case::Stage, charter::Channel},
    words::{Lang, Say, closed_set, find as text},
};
use chrono::NaiveDate;

closed_set! {
    /// A field that can stand before a colon.
    QueryField {
        Officer = "officer", "담당", "officer";
        Department = "department", "부서", "department";
        Channel = "channel", "경로", "channel";
        Category = "category", "분류", "category";
        /// The last day of its leading deadline.
        Due = "due", "기한", "due";
        /// The day of its receipt.
        Received = "received", "접수", "received";
        /// The day on which it was answered or refused.
        Answered = "answered", "답변", "answered";
        /// How far it is, in the words of the lists; or its step.
        Step = "step", "단계", "step";
        Status = "status", "상태", "status";
        Title = "title", "제목", "title";
        Body = "body", "내용", "body";
        Name = "name", "이름", "name";
        Phone = "phone", "전화번호", "phone";
    }
}

impl QueryField {
    /// Other names that are understood.
    const fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::Officer => &["담당자"],
            Self::Department => &["dept", "팀"],
            Self::Channel => &["접수경로"],
            Self::Step => &["차"],
            Self::Status => &["stage"],
            Self::Body => &["text"],
            Self::Name => &["민원인"],
            Self::Phone => &["전화"],
            Self::Received => &["접수일", "receipt"],
            Self::Answered => &["답변일", "회신", "reply", "replied"],
            Self::Category | Self::Due | Self::Title => &[],
        }
    }

    /// The field of a name, in either language.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let known = |field: &Self| {
            field.id() == name
                || field.say(Lang::Ko) == name
                || field.aliases().contains(&name.as_str())
        };
        Self::ALL.iter().copied().find(known)
    }

    /// The part of a case in which its value is a word to be found.
    pub(super) const fn part(self) -> Option<SearchPart> {
        match self {
            Self::Title => Some(SearchPart::Title),
            Self::Body => Some(SearchPart::Body),
            Self::Name => Some(SearchPart::Name),
            Self::Phone => Some(SearchPart::Phone),
            Self::Officer
            | Self::Department
            | Self::Channel
            | Self::Category
            | Self::Due
            | Self::Received
            | Self::Answered
            | Self::Step
            | Self::Status => None,
        }
    }

    /// The values it takes, for a sentence.
    pub(super) fn values(self, lang: Lang) -> String {
        let listed = |words: Vec<String>| words.join(", ");
        match self {
            Self::Channel => listed(Channel::ALL.iter().map(|one| one.say(lang)).collect()),
            Self::Step => {
                let stages = Stage::ALL.iter().map(|one| one.say(lang));
                listed(
                    std::iter::once("0, 1, 2, 3".to_owned())
                        .chain(stages)
                        .collect(),
                )
            }
            Self::Due => text::DUE_VALUES.get(lang).to_owned(),
            Self::Received | Self::Answered => text::DAY_VALUES.get(lang).to_owned(),
            Self::Status => {
                let standing = text::STATUS_VALUES.get(lang).to_owned();
                let stages = Stage::ALL.iter().map(|one| one.say(lang));
                listed(std::iter::once(standing).chain(stages).collect())
            }
            Self::Officer
            | Self::Department
            | Self::Category
            | Self::Title
            | Self::Body
            | Self::Name
            | Self::Phone => text::ANY_VALUE.get(lang).to_owned(),
        }
    }

    /// Its value; `None` where it takes no such value.
    pub(super) fn read(self, value: &str, today: NaiveDate) -> Option<CaseFilter> {
        match self {
            Self::Officer => Some(CaseFilter::Officer(who(value))),
            Self::Department => Some(CaseFilter::Department(who(value))),
            Self::Category => Some(CaseFilter::Category(value.to_owned())),
            Self::Channel => members(Channel::ALL, value, Channel::id).map(CaseFilter::Channel),
            Self::Step => step(value).or_else(|| stages(value)),
            Self::Due if matches!(value, "초과" | "overdue") => {
                Some(CaseFilter::Status(CaseStatus::Overdue))
            }
            Self::Due => days(value, today).map(|(from, to)| CaseFilter::Due(from, to)),
            Self::Received => days(value, today).map(|(from, to)| CaseFilter::Received(from, to)),
            Self::Answered => days(value, today).map(|(from, to)| CaseFilter::Answered(from, to)),
            Self::Status => standing(value)
                .map(CaseFilter::Status)
                .or_else(|| stages(value)),
            Self::Title | Self::Body | Self::Name | Self::Phone => None,
        }
    }
}

/// The step of `2`, `2차` or `②`.
fn step(value: &str) -> Option<CaseFilter> {
    let number = match value.trim_end_matches('차') {
        "①" => "1",
        "②" => "2",
        "③" => "3",
        number => number,
    };
    let step = number.parse().ok().filter(|step| *step <= 3)?;
    Some(CaseFilter::Step(step))
}

fn stages(value: &str) -> Option<CaseFilter> {
    members(Stage::ALL, value, Stage::id).map(CaseFilter::Stage)
}

fn who(value: &str) -> Assignee {
    match value {
        "나" | "me" | "mine" => Assignee::Mine,
        "없음" | "none" => Assignee::Nobody,
        name => Assignee::Named(name.to_owned()),
    }
}

fn standing(value: &str) -> Option<CaseStatus> {
    Some(match value {
        "열림" | "open" => CaseStatus::Open,
        "초과" | "overdue" => CaseStatus::Overdue,
        "진행" | "running" => CaseStatus::Running,
        "멈춤" | "paused" => CaseStatus::Paused,
        "끝" | "done" => CaseStatus::Closed,
        _ => return None,
    })
}

/// The members of a closed set that a word names: by id, or by the beginning of a name in either language.
fn members<T: Copy + Say>(
    all: &[T],
    value: &str,
    id: impl Fn(T) -> &'static str,
) -> Option<Vec<T>> {
    let value = value.to_lowercase();
    let members = |fits: &dyn Fn(&str) -> bool| -> Vec<T> {
        let named = |one: &T| {
            [
                id(*one).to_owned(),
                one.say(Lang::Ko),
                one.say(Lang::En).to_lowercase(),
            ]
            .iter()
            .any(|name| fits(name))
        };
        all.iter().copied().filter(named).collect()
    };
    let exact = members(&|name| name == value);
    let found = if exact.is_empty() {
        members(&|name| name.starts_with(&value))
    } else {
        exact
    };
    (!found.is_empty()).then_some(found)
}
