//! What the desk replies, in families: the screen that asks for something matches its family exhaustively.

use super::PageFor;
use crate::{
    desk::{
        CalendarImpact, CaseView, ContactView, Counts, DeskError, DueNotice, DutyOutcome, DutyView,
        DutyYear, EarlierCase, Handover, NoticeOrder, NoticeView, QueueRow, Report, Rules,
        SearchResults, Viewer,
    },
    domain::{
        case::CaseNumber,
        deadline::Deadline,
        find::{QueryError, QueueView, SavedView},
        holidays::{Holiday, HolidayEdit},
        outlook::Outlook,
        staff::Staff,
        subject::ContactNumber,
    },
    printer::PrinterError,
    tui::{many::Outcome, pane::PaneContent},
};
use std::sync::Arc;

/// What the desk replies.
#[derive(Debug)]
pub enum DeskReply {
    Page(Vec<QueueRow>, PageFor),
    Counts(Counts),
    /// The rules in force, the signed-in clerk, and the whole staff.
    Rules(Arc<Rules>, Box<Staff>, Arc<[Staff]>),
    DutiesBegun(usize),
    Present(Vec<Viewer>),
    /// What was typed, and the row of that case.
    Jumped(String, Option<Box<QueueRow>>),
    Glance(PaneContent),
    ManyDone(Vec<Outcome>),
    /// The name of the form, and its draft.
    Draft(String, Option<String>),
    Founded,
    Failed(Box<DeskError>),
    Case(CaseReply),
    Intake(IntakeReply),
    Contact(ContactReply),
    Views(ViewsReply),
    Outlook(OutlookReply),
    Search(SearchReply),
    Handover(HandoverReply),
    Duty(DutyReply),
    Holiday(HolidayReply),
    Notice(NoticeReply),
    /// What came of a paper that was to be printed.
    Printed(Result<(), PrinterError>),
}

impl DeskReply {
    /// True for a reply that only the requesting screen can use, and not the queue or the frame around the screens.
    pub fn is_for_screen(&self) -> bool {
        use DeskReply::{
            Case, Contact, Counts, Draft, DutiesBegun, Duty, Failed, Founded, Glance, Handover,
            Holiday, Intake, Jumped, ManyDone, Notice, Outlook, Page, Present, Printed, Rules,
            Search, Views,
        };
        match self {
            Page(..) | Counts(_) | Rules(..) | DutiesBegun(_) | Present(_) | Jumped(..)
            | Glance(_) => false,
            ManyDone(_) | Draft(..) | Founded | Failed(_) | Case(_) | Intake(_) | Contact(_)
            | Views(_) | Outlook(_) | Search(_) | Handover(_) | Duty(_) | Holiday(_)
            | Notice(_) | Printed(_) => true,
        }
    }
}

/// About a case.
#[derive(Debug)]
pub enum CaseReply {
    Read(Box<CaseView>, Vec<EarlierCase>),
    Done(CaseNumber),
}

/// About a matter that is being taken in.
#[derive(Debug)]
pub enum IntakeReply {
    /// The deadlines of a half-filled form.
    Opens(Vec<Deadline>),
    Earlier(Vec<EarlierCase>),
    Similar(Vec<EarlierCase>),
    TakenIn(CaseNumber),
}

/// About visits and calls.
#[derive(Debug)]
pub enum ContactReply {
    /// The nearest deadline first.
    Open(Vec<QueueRow>),
    One(Box<ContactView>),
    Arrived(ContactNumber),
    Done(ContactNumber),
    Became(ContactNumber, CaseNumber),
}

/// About the views of the queue.
#[derive(Debug)]
pub enum ViewsReply {
    /// `None` where the count is more than one walk along an index.
    Counted(Vec<(QueueView, Option<u64>)>),
    Removed(String),
}

/// About the days ahead.
#[derive(Debug)]
pub enum OutlookReply {
    Load(Box<Outlook>),
    Ending(QueueView, Vec<QueueRow>),
}

/// About a search.
#[derive(Debug)]
pub enum SearchReply {
    /// The line, and what it found.
    Found(String, SearchResults),
    Unsearchable(String, QueryError),
    Saved(SavedView),
}

/// About the handover.
#[derive(Debug)]
pub enum HandoverReply {
    Read(Box<Handover>),
    Written,
    /// Who wrote the note.
    Confirmed(String),
}

/// What the desk answers about duties.
#[derive(Debug)]
pub enum DutyReply {
    Year(Box<DutyYear>),
    /// One duty, every period of its promise, and the report that helps with it.
    One(Box<DutyView>, Vec<DutyView>, Option<Arc<Report>>),
    Changed(DutyOutcome),
}

/// What the desk answers about holidays.
#[derive(Debug)]
pub enum HolidayReply {
    /// The holidays of the year, and every edit.
    Year(i32, Vec<Holiday>, Vec<HolidayEdit>),
    Changed(CalendarImpact),
}

/// What the desk answers about notices.
#[derive(Debug)]
pub enum NoticeReply {
    Listed(Vec<DueNotice>),
    /// The chosen notice.
    Of(Box<NoticeView>),
    /// What was recorded.
    Recorded(Vec<NoticeOrder>),
}

impl From<NoticeReply> for DeskReply {
    fn from(reply: NoticeReply) -> Self {
        Self::Notice(reply)
    }
}
