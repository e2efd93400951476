//! What the screens ask of the desk, as plain data, and what it replies. [`perform()`] is the only bridge.

mod perform;
mod reply;

pub use perform::{DeskSession, NOTICES, ReadSnapshot, perform, search_on};
pub use reply::{
    CaseReply, ContactReply, DeskReply, DutyReply, HandoverReply, HolidayReply, IntakeReply,
    NoticeReply, OutlookReply, SearchReply, ViewsReply,
};

use crate::{
    desk::{ContactOrder, DutyChange, HolidayRequest, NoticeOrder, Order, QueueQuery},
    domain::{
        case::CaseNumber,
        command::Intake,
        contact::Arrival,
        find::QueueView,
        notice::{NoticeId, NoticeState},
        paper::PaperKind,
        party::Party,
        subject::{ContactNumber, DutyNumber, Subject},
    },
};

/// What a screen asks for.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "one or two live at a time, and a box would cost every read an allocation"
)]
pub enum Effect {
    /// Consecutive reads share one snapshot.
    Read(Query),
    Write(Change),
    /// A draft lies in a file of its own.
    Draft(DraftEffect),
    /// Tells other processes what is open here.
    Show(Option<Subject>),
    Found(Founding),
    /// Hands a paper of a case to the office's own printing program.
    Print(PaperKind, CaseNumber),
}

impl From<Query> for Effect {
    fn from(query: Query) -> Self {
        Self::Read(query)
    }
}

impl From<Change> for Effect {
    fn from(change: Change) -> Self {
        Self::Write(change)
    }
}

impl From<DraftEffect> for Effect {
    fn from(draft: DraftEffect) -> Self {
        Self::Draft(draft)
    }
}

/// What can be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Query {
    /// The purpose comes back with the page.
    Page(QueueView, QueueQuery, PageFor),
    Views,
    /// For so many days.
    Outlook(u16),
    /// At most so many rows.
    Ending(QueueView, u32),
    /// With earlier cases of the same person.
    Case(CaseNumber),
    /// For the pane, without earlier cases.
    Glance(Subject),
    Counts,
    Rules,
    Preview(Box<Intake>),
    Earlier {
        party: Party,
        category: String,
        /// Title and text of the new case.
        text: String,
        /// Leaves out this case and later ones.
        except: Option<CaseNumber>,
    },
    /// Recent cases of other people with a similar title.
    Similar {
        party: Party,
        category: String,
        title: String,
    },
    Contacts,
    Contact(ContactNumber),
    /// Who else has a case open.
    Present,
    /// A number, whole or without its year.
    Jump(String),
    /// A line, and how many cases at most.
    Search(String, u32),
    Handover,
    Duties(u16),
    /// With every period of its promise.
    Duty(DutyNumber),
    Holidays(i32),
    /// Those that stand so; those that still have to go out where it is `None`.
    Notices {
        status: Option<NoticeState>,
        mine: bool,
    },
    NoticesOf(CaseNumber),
    /// The chosen notice, with its case and its letter.
    Notice(NoticeId),
}

/// What can be written.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The name, and the line of fields.
    SaveView(String, String),
    RemoveView(String),
    /// Links the new case to earlier ones, all or nothing.
    TakeIn(Box<Intake>, Vec<CaseNumber>),
    Run(Box<Order>),
    /// Each by itself; the first is the one whose form was filled in.
    RunMany(Vec<Order>),
    Arrive(Box<Arrival>),
    RunContact(Box<ContactOrder>),
    ContactToCase(ContactNumber, Box<Intake>),
    HandOver(String),
    TakeOver,
    /// Opens the duties whose period has begun.
    BeginDuties,
    Duty(DutyChange),
    Holiday(Box<HolidayRequest>),
    /// All or none.
    Notices(Vec<NoticeOrder>),
}

/// What is done with the draft of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftEffect {
    Read(String),
    Keep { form: String, text: String },
    Drop(String),
}

/// What a database is founded with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Founding {
    /// The id of a charter that comes with the program.
    Charter(&'static str),
    Practice,
}

/// What a page of the queue is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageFor {
    /// Replaces all rows; the bar goes to the first.
    Top,
    /// Replaces all rows; the bar goes to the last.
    Bottom,
    /// Replaces all rows; the bar stays on its case, or near.
    Again,
    /// As `Again`, after the list became shorter.
    AgainFromEnd,
    /// Replaces all rows with those of the window before the line was lost.
    Resume,
    /// Replaces all rows; the bar goes to this subject if it comes first.
    Jump(Subject),
    /// Comes after the rows: the list scrolls down by so many.
    Below,
    /// Comes before the rows: the list scrolls up by so many. One row more tells that the list does not begin there.
    Above(usize),
}
