//! Papers: what is printed and handed over, as labelled fields, sentences and rows.
//!
//! The official drawings could not be read: each is the office's own form after the official one, with the fields that act and
//! decree ask for. Pure. Must not know where a paper goes.

mod fields;
mod html;
mod lists;
mod text;

pub use fields::{Record, form, record};
pub use lists::{DAY, OBJECTIONS, REGISTER, objection_rows, register_row};

use crate::words::{Lang, Say, closed_set};

closed_set! {
    /// What can be printed.
    PaperKind {
        /// Act art. 9(2), decree art. 6(2); form 2.
        Slip = "slip", "접수증", "receipt slip";
        /// Decree art. 21(3), art. 40(3); form 5.
        Extension = "extension", "민원 처리기간 연장 통지서", "notice of extension";
        /// Decree art. 23(1); form 6.
        Progress = "progress", "민원처리진행상황 통지서", "notice of progress";
        /// Act art. 25, decree art. 28(2); form 7.
        Reminder = "reminder", "민원 처리 독촉장", "reminder";
        /// Decree art. 6(6); form 3.
        Authority = "authority", "위임장", "power of attorney";
        /// Act art. 35(1), decree art. 40(1); form 11.
        Objection = "objection", "거부처분 이의신청서", "objection form";
        /// Decree art. 6(2); form 1.
        Register = "register", "민원 처리부", "register";
        /// Act art. 35, decree art. 40(4); form 12.
        Objections = "objections", "이의신청처리대장", "register of objections";
        /// All that is on record of a case.
        Case = "case", "민원 처리 기록", "record of a case";
        /// What is overdue or ends today.
        Day = "day", "오늘 할 일", "list of the day";
    }
}

closed_set! {
    /// The form in which a paper is written.
    PaperFormat {
        Text = "text", "글", "text";
        Html = "html", "HTML", "HTML";
    }
}

impl PaperKind {
    /// The number of the official form that it follows; `None` for a paper of the program's own.
    pub const fn official(self) -> Option<u8> {
        match self {
            Self::Register => Some(1),
            Self::Slip => Some(2),
            Self::Authority => Some(3),
            Self::Extension => Some(5),
            Self::Progress => Some(6),
            Self::Reminder => Some(7),
            Self::Objection => Some(11),
            Self::Objections => Some(12),
            Self::Case | Self::Day => None,
        }
    }

    /// What it is of.
    pub const fn covers(self) -> Covers {
        match self {
            Self::Register | Self::Objections => Covers::Span,
            Self::Day => Covers::Today,
            Self::Slip
            | Self::Extension
            | Self::Progress
            | Self::Reminder
            | Self::Authority
            | Self::Objection
            | Self::Case => Covers::Case,
        }
    }

    /// What stands above the title.
    fn after(self) -> String {
        self.official().map_or_else(String::new, |number| {
            format!("기관 서식(「민원 처리에 관한 법률 시행규칙」 별지 제{number}호서식에 준함)")
        })
    }
}

/// What a paper is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Covers {
    Case,
    /// The cases that came in from one day to another.
    Span,
    /// What is due today.
    Today,
}

/// A part of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Labels with their values; an empty value is room to write.
    Fields(Vec<(&'static str, String)>),
    Sentence(String),
    /// At the right: date, who signs, the body.
    Signature(String),
}

/// A paper of one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub kind: PaperKind,
    /// The receipt number: all that the data of the page say beside its title.
    pub reference: String,
    pub blocks: Vec<Block>,
}

impl Paper {
    /// The whole paper.
    pub fn write(&self, format: PaperFormat) -> String {
        match format {
            PaperFormat::Text => text::paper(self),
            PaperFormat::Html => html::paper(self),
        }
    }
}

/// A paper of rows, written piece by piece: it may be longer than memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    pub kind: PaperKind,
    /// What it covers.
    pub span: String,
    /// The columns, each with its cells in text.
    pub columns: &'static [(&'static str, usize)],
    pub format: PaperFormat,
}

impl Rows {
    /// Title and heads of the columns.
    pub fn head(&self) -> String {
        match self.format {
            PaperFormat::Text => text::head(self),
            PaperFormat::Html => html::head(self),
        }
    }

    /// One row, with a cell for each column.
    pub fn row(&self, cells: &[String]) -> String {
        match self.format {
            PaperFormat::Text => text::row(self, cells),
            PaperFormat::Html => html::row(cells),
        }
    }

    /// What ends it.
    pub fn end(&self) -> String {
        match self.format {
            PaperFormat::Text => text::END.to_owned(),
            PaperFormat::Html => html::end(self),
        }
    }

    fn title(&self) -> String {
        self.kind.say(Lang::Ko)
    }
}

#[cfg(test)]
mod tests;
