//! Errors of the desk, with their kind, which decides the exit code.

use super::{DoubtfulClock, LetterError};
use crate::{
    domain::{
        case::CaseNumber, charter::CharterError, paper::PaperKind, refusal::Refusal,
        rights::Forbidden, subject::Subject,
    },
    store::StoreError,
    words::{Audience, Lang, Say, desk as text, handover},
};
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

/// The kind of an error, by exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// Refused by the rules: exit code 1.
    Refused,
    /// Wrong usage: exit code 2.
    Usage,
    /// Configuration or charter: exit code 3.
    Configuration,
    /// The file: exit code 4.
    Storage,
}

/// Why an operation failed; nothing is changed then.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    #[error(transparent)]
    Refusal(#[from] Refusal),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the charter has {} error(s)", .0.len())]
    Charter(Vec<CharterError>),
    #[error("the office of {charter} never opens")]
    NeverOpen { charter: String },
    #[error("the database holds no charter")]
    NoCharter,
    #[error("a charter is adopted from {today} to {last}, not from {from}")]
    RevisionOutOfReach {
        from: NaiveDate,
        today: NaiveDate,
        last: NaiveDate,
    },
    #[error("the charter is in force on {from} already")]
    RevisionInForce { from: NaiveDate },
    /// The charter has steps of its own, which no ladder of the house stands beside.
    #[error("the charter has a ladder of its own")]
    LadderOfCharter,
    /// No ladder of the house was switched on.
    #[error("no ladder of the house is on")]
    NoHouseLadder,
    #[error("the office is in {zone}, not in {other}")]
    RevisionZone {
        /// Zone of the office.
        zone: Tz,
        /// Zone in the charter.
        other: Tz,
    },
    #[error("there is no case {0}")]
    NoSuchCase(CaseNumber),
    #[error("there is no {0}")]
    NoSuchSubject(Subject),
    #[error("{login} is not on the staff")]
    NotStaff { login: String },
    #[error("{login} has no account")]
    NoAccount { login: String },
    #[error("{login} has retired")]
    Retired { login: String },
    /// Acting as another is for administrators, the owner of the file and practice.
    #[error("{login} may not act as another")]
    MayNotActAs { login: String },
    #[error("only a practice database takes a set clock")]
    PracticeOnly,
    /// The clock is behind the last record, or far ahead of it.
    #[error("the clock says {}, the last record {}", .0.now, .0.last_record)]
    Clock(DoubtfulClock),
    #[error("nothing speaks against the clock")]
    ClockUndoubted,
    #[error("{login} is on the staff already")]
    StaffExists { login: String },
    #[error("the last administrator cannot retire")]
    LastAdmin,
    /// Removing what is no holiday, or adding what is one.
    #[error("nothing changes on {date}")]
    HolidayUnchanged { date: NaiveDate },
    #[error(transparent)]
    Letter(#[from] LetterError),
    #[error("case {number} has nothing for {kind}")]
    NothingToPrint { kind: PaperKind, number: CaseNumber },
    #[error("there is no view {name:?}")]
    NoView { name: String, known: Vec<String> },
    #[error("a view cannot be called {name:?}")]
    ViewTaken { name: String },
    #[error("no handover waits to be confirmed")]
    NoHandover,
    #[error("who wrote a handover cannot confirm it")]
    OwnHandover,
    #[error(transparent)]
    Unsearchable(#[from] crate::domain::find::QueryError),
    #[error("{0:?} is no time")]
    NoTime(String),
    #[error("the story {story} cannot be read: {what}")]
    UnreadableStory { story: String, what: String },
    #[error("{path}: {source}")]
    File {
        path: PathBuf,
        source: std::io::Error,
    },
}

impl From<Forbidden> for DeskError {
    fn from(forbidden: Forbidden) -> Self {
        Self::Refusal(forbidden.into())
    }
}

impl DeskError {
    /// The error for a login that is not active: retired if `known`, else not on the staff.
    pub(super) fn unknown(login: &str, known: bool) -> Self {
        let login = login.to_owned();
        if known {
            Self::Retired { login }
        } else {
            Self::NotStaff { login }
        }
    }

    /// The kind, for exit code and colour.
    pub fn kind(&self) -> FailureKind {
        match self {
            Self::Refusal(_)
            | Self::NoSuchCase(_)
            | Self::NoSuchSubject(_)
            | Self::NotStaff { .. }
            | Self::NoAccount { .. }
            | Self::Retired { .. }
            | Self::MayNotActAs { .. }
            | Self::StaffExists { .. }
            | Self::LastAdmin
            | Self::HolidayUnchanged { .. }
            | Self::Letter(_)
            | Self::NothingToPrint { .. }
            | Self::RevisionOutOfReach { .. }
            | Self::RevisionInForce { .. }
            | Self::LadderOfCharter
            | Self::NoHouseLadder
            | Self::RevisionZone { .. }
            | Self::PracticeOnly
            | Self::Clock(_)
            | Self::ClockUndoubted
            | Self::NoHandover
            | Self::OwnHandover
            | Self::Store(StoreError::Conflict { .. }) => FailureKind::Refused,
            Self::Store(_) | Self::File { .. } => FailureKind::Storage,
            Self::Charter(_)
            | Self::NeverOpen { .. }
            | Self::NoCharter
            | Self::UnreadableStory { .. } => FailureKind::Configuration,
            Self::NoTime(_)
            | Self::Unsearchable(_)
            | Self::NoView { .. }
            | Self::ViewTaken { .. } => FailureKind::Usage,
        }
    }
}

impl Say for DeskError {
    fn say_to(&self, audience: Audience, lang: Lang) -> String {
        if let Self::Refusal(refusal) = self {
            refusal.say_to(audience, lang)
        } else {
            self.say(lang)
        }
    }

    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Refusal(refusal) => refusal.say(lang),
            Self::Store(error) => error.say(lang),
            Self::Charter(errors) => {
                let errors = errors.iter().map(|error| error.at("charter", lang));
                errors.collect::<Vec<_>>().join("\n")
            }
            Self::NeverOpen { charter } => text::NEVER_OPEN.with(lang, &[("charter", charter)]),
            Self::NoCharter => text::NO_CHARTER.get(lang).to_owned(),
            Self::NoSuchCase(number) => Refusal::NoSuchCase(*number).say(lang),
            Self::NoSuchSubject(subject) => {
                text::NO_SUCH_SUBJECT.with(lang, &[("number", &subject.to_string())])
            }
            Self::NotStaff { login } => text::NOT_STAFF.with(lang, &[("login", login)]),
            Self::NoAccount { login } => text::NO_ACCOUNT.with(lang, &[("login", login)]),
            Self::Retired { login } => text::RETIRED.with(lang, &[("login", login)]),
            Self::MayNotActAs { login } => text::MAY_NOT_ACT_AS.with(lang, &[("login", login)]),
            Self::PracticeOnly => text::PRACTICE_ONLY.get(lang).to_owned(),
            Self::Clock(doubt) => doubt.say(lang),
            Self::ClockUndoubted => text::CLOCK_UNDOUBTED.get(lang).to_owned(),
            Self::StaffExists { login } => text::STAFF_EXISTS.with(lang, &[("login", login)]),
            Self::NoHandover => handover::NO_HANDOVER.get(lang).to_owned(),
            Self::OwnHandover => handover::OWN_HANDOVER.get(lang).to_owned(),
            Self::LastAdmin => text::LAST_ADMIN.get(lang).to_owned(),
            Self::HolidayUnchanged { date } => {
                text::HOLIDAY_UNCHANGED.with(lang, &[("date", &date.to_string())])
            }
            Self::Letter(error) => error.say(lang),
            Self::Unsearchable(fault) => fault.say(lang),
            Self::NothingToPrint { kind, number } => {
                let values = [("number", number.to_string()), ("paper", kind.say(lang))];
                crate::words::papers::NOTHING.of(lang, &values)
            }
            Self::NoView { name, known } => {
                let values = [("name", name.as_str()), ("views", &known.join(", "))];
                crate::words::find::NO_VIEW.with(lang, &values)
            }
            Self::ViewTaken { name } => {
                crate::words::find::VIEW_TAKEN.with(lang, &[("name", name)])
            }
            Self::RevisionOutOfReach { from, today, last } => {
                let (from, today, last) = (from.to_string(), today.to_string(), last.to_string());
                let values = [("from", &*from), ("today", &today), ("last", &last)];
                text::REVISION_OUT_OF_REACH.with(lang, &values)
            }
            Self::RevisionInForce { from } => {
                text::REVISION_IN_FORCE.with(lang, &[("from", &from.to_string())])
            }
            Self::LadderOfCharter => text::LADDER_OF_CHARTER.get(lang).to_owned(),
            Self::NoHouseLadder => text::NO_HOUSE_LADDER.get(lang).to_owned(),
            Self::RevisionZone { zone, other } => {
                text::REVISION_ZONE.with(lang, &[("zone", zone.name()), ("other", other.name())])
            }
            Self::UnreadableStory { story, what } => {
                text::UNREADABLE_STORY.with(lang, &[("story", story), ("what", what)])
            }
            Self::NoTime(given) => text::NO_TIME.with(lang, &[("given", given)]),
            Self::File { path, source } => file(path, source, lang),
        }
    }
}

fn file(path: &Path, source: &std::io::Error, lang: Lang) -> String {
    if source.kind() == ErrorKind::StorageFull {
        let path = path.to_owned();
        return StoreError::Full { path }.say(lang);
    }
    let (path, what) = (path.display().to_string(), source.to_string());
    text::FILE.with(lang, &[("path", &path), ("what", &what)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_called_so_also_beside_the_database() {
        let failed = |kind: ErrorKind| DeskError::File {
            path: "desk.db.drafts/kim.intake.json".into(),
            source: kind.into(),
        };
        let full = failed(ErrorKind::StorageFull).say(Lang::En);
        assert!(full.contains("disk is full"), "{full}");
        let other = failed(ErrorKind::PermissionDenied).say(Lang::En);
        assert!(other.contains("permissions"), "{other}");
    }
}
